"""Ways to write the same page otherwise: whoever reads the page sees no difference."""

from __future__ import annotations

import copy
import io
import random
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator

from lxml import etree

from tests.documents.word_files import W as NAMESPACE

W = f"{{{NAMESPACE}}}"
R, T, P, RPR, PPR, VAL = f"{W}r", f"{W}t", f"{W}p", f"{W}rPr", f"{W}pPr", f"{W}val"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
Parts = dict[str, bytes]
Rewriting = Callable[[Parts, random.Random], None]


def unpack(content: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(parts: Parts, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return packed.getvalue()


def _of(name: str) -> Callable[[Callable[[etree._Element, random.Random], None]], Rewriting]:
    def rewrite(change: Callable[[etree._Element, random.Random], None]) -> Rewriting:
        def of_part(parts: Parts, chance: random.Random) -> None:
            root = etree.fromstring(parts[name])
            change(root, chance)
            parts[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)

        of_part.__name__ = change.__name__
        return of_part

    return rewrite


_document = _of("word/document.xml")


def _runs(root: etree._Element) -> Iterator[etree._Element]:
    """Plain runs of text, in paragraphs or in what may stand for a run there."""
    return iter([run for run in root.iter(R) if run.getparent().tag in (P, f"{W}hyperlink")])


def _texts(root: etree._Element) -> list[etree._Element]:
    return [text for text in root.iter(T) if text.getparent().tag == R]


@_document
def split_runs(root: etree._Element, chance: random.Random) -> None:
    for text in _texts(root):
        run = text.getparent()
        inside = [child for child in run if child.tag != RPR]
        if len(inside) != 1 or len(text.text or "") < 2:
            continue
        cut = chance.randrange(1, len(text.text))
        second = copy.deepcopy(run)
        second.find(T).text, text.text = text.text[cut:], text.text[:cut]
        for part in (text, second.find(T)):
            part.set(SPACE, "preserve")
        run.addnext(second)


def _wrapped(root: etree._Element, chance: random.Random, outer: str, inner: str = "") -> None:
    for run in _runs(root):
        if chance.random() < 0.5:
            around = etree.Element(f"{W}{outer}")
            run.addprevious(around)
            hold = etree.SubElement(around, f"{W}{inner}") if inner else around
            hold.append(run)


@_document
def wrap_in_controls(root: etree._Element, chance: random.Random) -> None:
    _wrapped(root, chance, "sdt", "sdtContent")


@_document
def wrap_in_smart_tags(root: etree._Element, chance: random.Random) -> None:
    _wrapped(root, chance, "smartTag")


@_document
def wrap_in_hyperlinks(root: etree._Element, chance: random.Random) -> None:
    _wrapped(root, chance, "hyperlink")


@_document
def wrap_paragraphs_in_controls(root: etree._Element, chance: random.Random) -> None:
    for paragraph in list(root.iter(P)):
        if chance.random() < 0.5:
            control = etree.Element(f"{W}sdt")
            paragraph.addprevious(control)
            etree.SubElement(control, f"{W}sdtContent").append(paragraph)


@_document
def insert_marks(root: etree._Element, chance: random.Random) -> None:
    """Revision ids, proofing errors, bookmarks, last page breaks and empty runs."""
    for number, run in enumerate(_runs(root)):
        run.set(f"{W}rsidR", f"{chance.randrange(1 << 32):08X}")
        mark = etree.Element(f"{W}{chance.choice(('proofErr', 'bookmarkStart', 'bookmarkEnd'))}")
        mark.set(f"{W}id", str(number))
        run.addprevious(mark)
        if chance.random() < 0.3:
            run.addnext(etree.Element(R))
        if chance.random() < 0.3:
            run.insert(1 if run.find(RPR) is not None else 0, _empty("lastRenderedPageBreak"))


def _empty(name: str) -> etree._Element:
    return etree.Element(f"{W}{name}")


@_document
def take_marks_apart(root: etree._Element, chance: random.Random) -> None:
    for text in _texts(root):
        form = chance.choice(("NFD", "NFC"))
        text.text = unicodedata.normalize(form, text.text or "")


def order_parts(parts: Parts, chance: random.Random) -> None:
    names = list(parts)
    chance.shuffle(names)
    shuffled = {name: parts[name] for name in names}
    parts.clear()
    parts.update(shuffled)


def _styles(parts: Parts) -> etree._Element:
    return etree.fromstring(parts["word/styles.xml"])


def _style_of(styles: etree._Element, style_id: str) -> etree._Element | None:
    return next((s for s in styles.iter(f"{W}style") if s.get(f"{W}styleId") == style_id), None)


def move_looks_into_styles(parts: Parts, chance: random.Random) -> None:
    """Some paragraphs' direct formatting, their own and their runs', becomes styles.

    A property that switches (17.7.3) stays where it is: in a style it would not mean the same.
    """
    styles = _styles(parts)
    root = etree.fromstring(parts["word/document.xml"])
    default = _default_style(styles)
    contextual = any(b"contextualSpacing" in content for content in parts.values())
    for paragraph in list(root.iter(P)):
        ppr = paragraph.find(PPR)
        if ppr is None or chance.random() < 0.5 or ppr.find(f"{W}numPr") is not None:
            continue
        if contextual:  # which paragraphs are of one style then shows
            continue
        named = ppr.find(f"{W}pStyle")
        parent = named.get(VAL) if named is not None else None
        if parent is None and default is not None:
            parent = default.get(f"{W}styleId")
        new = etree.SubElement(styles, f"{W}style")
        new.set(f"{W}type", "paragraph")
        style_id = f"new{chance.randrange(1 << 60)}"
        new.set(f"{W}styleId", style_id)
        if parent is not None:
            etree.SubElement(new, f"{W}basedOn").set(VAL, parent)
        moved = etree.SubElement(new, PPR)
        for child in [c for c in ppr if c.tag in (f"{W}jc", f"{W}ind", f"{W}spacing")]:
            moved.append(child)
        if named is None:
            named = etree.Element(f"{W}pStyle")
            ppr.insert(0, named)
        named.set(VAL, style_id)
    _store(parts, styles, root)


def move_sizes_into_run_styles(parts: Parts, chance: random.Random) -> None:
    styles = _styles(parts)
    root = etree.fromstring(parts["word/document.xml"])
    for run in list(root.iter(R)):
        rpr = run.find(RPR)
        if rpr is None or chance.random() < 0.5 or rpr.find(f"{W}rStyle") is not None:
            continue
        new = etree.SubElement(styles, f"{W}style")
        new.set(f"{W}type", "character")
        style_id = f"run{chance.randrange(1 << 60)}"
        new.set(f"{W}styleId", style_id)
        moved = etree.SubElement(new, RPR)
        for child in [c for c in rpr if c.tag in (f"{W}sz", f"{W}rFonts", f"{W}color")]:
            moved.append(child)
        named = etree.Element(f"{W}rStyle")
        named.set(VAL, style_id)
        rpr.insert(0, named)
    _store(parts, styles, root)


def _default_style(styles: etree._Element) -> etree._Element | None:
    kinds = (s for s in styles.iter(f"{W}style") if s.get(f"{W}type") == "paragraph")
    return next((s for s in kinds if s.get(f"{W}default") in ("1", "true")), None)


def _exchange(parts: Parts, *, up: bool) -> None:
    """Move what the document's defaults declare into the default style, or the other way.

    Files where that shows are left: a table style stands between the two (17.7.2), and a style
    that is not based on the default one inherits from the defaults only.
    """
    styles = _styles(parts)
    default, defaults = _default_style(styles), styles.find(f"{W}docDefaults/{W}rPrDefault/{RPR}")
    if default is None or defaults is None or b"tblStyle" in parts["word/document.xml"]:
        return
    others = [s for s in styles.iter(f"{W}style") if s.get(f"{W}type") == "paragraph"]
    if any(s is not default and s.find(f"{W}basedOn") is None for s in others):
        return
    own = default.find(RPR)
    if own is None:
        own = etree.SubElement(default, RPR)
    for name in ("sz", "color"):
        below, above = defaults.find(f"{W}{name}"), own.find(f"{W}{name}")
        if up and above is not None:
            if below is not None:
                defaults.remove(below)
            defaults.append(above)
        elif not up and below is not None and above is None:
            own.append(below)
    parts["word/styles.xml"] = etree.tostring(styles, encoding="UTF-8")


def move_defaults_into_the_default_style(parts: Parts, _: random.Random) -> None:
    _exchange(parts, up=False)


def move_the_default_style_into_defaults(parts: Parts, _: random.Random) -> None:
    _exchange(parts, up=True)


_NAMES_STYLES = re.compile(
    r"word/(?:document|numbering|styles|footnotes|(?:header|footer)[0-9]*)\.xml"
)


def rename_styles(parts: Parts, chance: random.Random) -> None:
    styles = _styles(parts)
    ids = [style.get(f"{W}styleId") for style in styles.iter(f"{W}style")]
    new = {old: f"s{chance.randrange(1 << 30)}x{at}" for at, old in enumerate(ids)}
    for style in styles.iter(f"{W}style"):
        style.set(f"{W}styleId", new[style.get(f"{W}styleId")])
    for name in filter(_NAMES_STYLES.fullmatch, list(parts)):
        root = styles if name == "word/styles.xml" else etree.fromstring(parts[name])
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"):
            for element in root.iter(f"{W}{tag}"):
                element.set(VAL, new.get(element.get(VAL), element.get(VAL)))
        parts[name] = etree.tostring(root, encoding="UTF-8")


def _store(parts: Parts, styles: etree._Element, root: etree._Element) -> None:
    parts["word/styles.xml"] = etree.tostring(styles, encoding="UTF-8")
    parts["word/document.xml"] = etree.tostring(root, encoding="UTF-8")


REWRITINGS: tuple[Rewriting, ...] = (
    *(split_runs, wrap_in_controls, wrap_in_smart_tags, wrap_in_hyperlinks),
    *(wrap_paragraphs_in_controls, insert_marks, take_marks_apart, order_parts),
    *(move_looks_into_styles, move_sizes_into_run_styles, rename_styles),
    *(move_defaults_into_the_default_style, move_the_default_style_into_defaults),
)
