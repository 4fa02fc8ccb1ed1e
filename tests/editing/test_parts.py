from __future__ import annotations

import random
import re

import pytest
from lxml import etree
from motcua.checker.editing.parts import EditablePart, Splice, element_spans, with_attributes

from tests.documents.word_files import W
from tests.editing.copies import OFFICES, parts

TRICKY = (
    b'<?xml version="1.0"?>\r\n<!-- <w:p> > -->'
    b"<w:a xmlns:w='urn:w' w:x='<a>&gt;' ><?pi <b>?><w:b  w:y = \"/>\"/>"
    b"t &lt; u<![CDATA[<w:no/>]]>\n<w:c\n/><w:d><w:d></w:d ></w:d></w:a>\n"
).replace(b"'<a>", b"'&lt;a>")


def part(raw: bytes) -> EditablePart:
    parser = etree.XMLParser(remove_comments=True, remove_pis=True)
    return EditablePart(raw, etree.fromstring(raw, parser))


def test_every_element_is_found_where_it_stands():
    found = [TRICKY[span.start : span.end] for span in element_spans(TRICKY)]
    assert found[1:] == [
        b'<w:b  w:y = "/>"/>',
        b"<w:c\n/>",
        b"<w:d><w:d></w:d ></w:d>",
        b"<w:d></w:d >",
    ]
    assert found[0].startswith(b"<w:a") and found[0].endswith(b"</w:a>")
    opened = element_spans(TRICKY)[3]
    assert TRICKY[opened.opened : opened.closing] == b"<w:d></w:d >"


def test_a_part_without_changes_is_what_it_was():
    assert part(TRICKY).content() == TRICKY
    assert not part(TRICKY).changed


def test_changes_stand_where_they_were_asked_for_and_nowhere_else():
    tree = part(TRICKY)
    b, c, d, _ = tree.root.iterdescendants()
    tree.add([tree.inside(b, b"1"), tree.before(c, b"2"), tree.after(c, b"3")])
    tree.add([tree.inside(b, b"1!")])
    tree.add([tree.inside(d, b"4", at_end=False), tree.inside(d, b"5"), tree.instead(d[0], b"6")])
    wanted = TRICKY.replace(b'<w:b  w:y = "/>"/>', b'<w:b  w:y = "/>">11!</w:b>')
    wanted = wanted.replace(b"<w:c\n/>", b"2<w:c\n/>3")
    assert tree.content() == wanted.replace(b"<w:d></w:d >", b"46").replace(
        b"46</w:d>", b"465</w:d>"
    )


def test_two_changes_at_one_place_are_refused():
    tree = part(b"<a><b/></a>")
    tree.add([tree.instead(tree.root[0], b"1"), tree.inside(tree.root[0], b"2")])
    with pytest.raises(ValueError, match="two changes"):
        tree.content()


def test_splices_at_one_place_keep_their_order():
    tree = part(b"<a></a>")
    tree.add([Splice(3, 3, b"1"), Splice(3, 3, b"2")])
    assert tree.content() == b"<a>12</a>"


def test_bytes_of_another_part_are_refused():
    with pytest.raises(ValueError):
        EditablePart(b"<a><b/></a>", etree.fromstring("<a/>"))


@pytest.mark.parametrize(
    ("declared", "made"),
    [
        (f'xmlns:w="{W}"', b'<w:b w:val="0"/>'),
        (f'xmlns:x="{W}"', b'<x:b x:val="0"/>'),
        (f'xmlns="{W}"', f'<w:b xmlns:w="{W}" w:val="0"/>'.encode()),
        (
            'xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"',
            b'<w:b xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main" w:val="0"/>',
        ),
    ],
)
def test_new_elements_speak_as_the_part_does(declared: str, made: bytes):
    assert part(f"<a {declared}/>".encode()).tag("b", {"val": "0"}) == made


def test_text_is_written_so_that_it_is_read_back():
    said = " a<b>&\r\n]]> \"'"
    tree = part(f'<w:p xmlns:w="{W}"/>'.encode())
    tree.add([tree.inside(tree.root, tree.text(said))])
    again = etree.fromstring(tree.content())
    assert again[0].text == said
    assert again[0].get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


def test_attributes_are_set_and_taken_away():
    tag = b'<w:ind\n w:left=\'5\'  w:firstLineChars="200" w:x="&quot;>" />'
    assert with_attributes(tag, {"w:left": '9"', "w:firstLineChars": None, "w:new": "1"}) == (
        b'<w:ind w:left=\'9"\' w:x="&quot;>" w:new="1"/>'
    )


@pytest.mark.skipif(not OFFICES, reason="the shared corpus does not lie next to this checkout")
def test_real_parts_are_cut_where_a_parser_sees_elements():
    chance = random.Random(7)
    for path in OFFICES[::9]:
        raw = parts(path)["word/document.xml"]
        tree = part(raw)
        elements = list(tree.root.iter("*"))
        assert len(elements) == len(element_spans(raw))
        for element in chance.sample(elements, min(40, len(elements))):
            cut = tree.bytes_of(element)
            name = re.match(rb"<([^\s/>]+)", cut)
            assert name and name[1].decode().rpartition(":")[2] == etree.QName(element).localname
            assert len(element_spans(cut)) == sum(1 for _ in element.iter("*"))
