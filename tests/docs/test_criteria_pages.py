"""The pages of criteria are those that the rules and their cases make."""

from motcua.checker.home import HOME
from motcua.tools.criteria_pages.index import criteria_pages

FOLDER = HOME / "docs" / "criteria"


def test_every_page_is_current_and_none_is_left_over():
    made = dict(criteria_pages())
    kept = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    stale = sorted(name for name in made.keys() | kept.keys() if made.get(name) != kept.get(name))
    assert stale == [], "run: python tools/make_docs.py"


def test_every_page_answers_what_an_officer_asks():
    for name, text in criteria_pages():
        if name != "README.md":
            heads = [line for line in text.splitlines() if line.startswith("## ")]
            assert heads == [
                "## Căn cứ",
                "## Cách đo",
                "## Các kết luận có thể có",
                "## Ví dụ",
                "## Khi không đạt",
            ], name
            # What is never decided by likeness alone has no wrong example (CD-05).
            wrong = text.count("**Sai**") + text.count("**Chưa rõ**")
            assert text.count("**Đúng**") == wrong == 1, name
