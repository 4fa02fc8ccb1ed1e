"""Whatever stands in a result, the page has the same elements and shows it as text."""

import lxml.html
import pytest
from motcua.tests.report.html import made
from motcua.tests.report.html.conftest import as_page

HOSTILE = {
    "markup": "<img src=x onerror=alert(1)><b>đậm",
    "end of script": "</script></style></title></svg><script>document.title='bad'</script>",
    "attribute": "\"' onmouseover=\"document.title='bad'\" x='",
    "comment": "<!-- --> <![CDATA[ ]]> <?xml ?>",
    "entity": "&lt;b&gt; &amp; &#60;script&#62;",
    "template": "{{7*7}} ${x} {code} %(x)s",
    "formula": '=HYPERLINK("http://example.invalid","x")',
    "control": "\x00\x01\x1b[31m\x07\x7f\x9b",
    "direction": "\u202exslx.oan\u202c \u2066\u200fab\u2069",
    "Arabic": "نص عربي 123",
    "surrogate": "a\ud800b\udfffc",
    "long": "dài " * 262_144,
}
SOURCES = {
    "unit": lambda: made.result(1),
    "units": lambda: made.result(2),
    "many units": lambda: made.result(12),
    "document": lambda: made.documents(1),
}


def shape(page):
    """Every element with the names of its attributes, in order."""
    return [(e.tag, tuple(sorted(e.attrib))) for e in lxml.html.document_fromstring(page).iter()]


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_changes_no_element(source, name):
    said = HOSTILE[name]
    hostile = as_page(made.filled(SOURCES[source](), said))
    assert shape(hostile) == shape(as_page(made.filled(SOURCES[source](), "chữ")))
    hostile.encode("utf-8")
    assert not {c for c in hostile if c < " "} - {"\n"}


def test_every_field_that_people_read_is_there_as_it_was():
    said = HOSTILE["markup"]
    page = lxml.html.document_fromstring(as_page(made.filled(made.result(1), said)))
    shown = [e for e in page.xpath("//bdi") if e.text_content() == said]
    assert len(shown) > 50
    assert page.xpath("//title")[0].text.startswith(said)


def test_a_page_of_long_cells_stays_small():
    page = as_page(made.filled(made.result(1), HOSTILE["long"]))
    assert len(page) < 3_000_000
    assert "ký tự/characters" in page


@pytest.mark.parametrize("name", [n for n in HOSTILE if n != "long"])
def test_a_browser_shows_it_and_runs_nothing(name, browser, written):
    path = written(made.filled(made.result(1), HOSTILE[name]))
    page = browser.new_page()
    told = []
    page.on("dialog", lambda dialog: told.append(dialog.message))
    page.on("request", lambda request: told.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto(path.as_uri())
    assert told == [path.as_uri()]
    assert page.title() != "bad"
    assert page.locator("img, b > img, [onmouseover]").count() == 0
    page.close()
