"""Ways to damage a Word file: its bytes, its parts, the elements and attributes of its parts."""

from __future__ import annotations

import copy
import io
import random
import zipfile
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

from lxml import etree

Parts = list[tuple[str, bytes]]

_MOST_READ = ("document.xml", "styles.xml", "numbering.xml", "theme1.xml", "settings.xml", ".rels")
_VALUES = (
    *("", "0", "-1", "1", "9" * 30, "-" + "9" * 30, "1e308", "NaN", "٣", "1.5pt", "true", "off"),
    *("x" * 70_000, "../../../etc/passwd", "\ufffe", "\U0010ffff", "{}", "%s", "rId1", "Normal"),
    *("0x41", "FFFF", "D800", "auto", "both", "separate", "begin", "end", "nil", "continue"),
)


def mutated(paths: Sequence[Path], seed: int, number: int) -> tuple[Path, bytes, tuple[str, ...]]:
    """The file that a case takes, its damaged bytes, and the names of what was done to them."""
    chance = random.Random(f"{seed}:{number}")
    path = chance.choice(list(paths))
    content, done = damage(path.read_bytes(), chance)
    return path, content, done


def damage(content: bytes, chance: random.Random) -> tuple[bytes, tuple[str, ...]]:
    """Damage a file in one to four ways; the same state of chance gives the same bytes."""
    done: list[str] = []
    parts = _unpack(content)
    if parts and chance.random() < 0.85:
        for _ in range(chance.choice((1, 1, 1, 2, 3, 4))):
            change = chance.choice(_OF_PARTS + _OF_XML * 3)
            change(parts, chance)
            done.append(change.__name__.strip("_"))
        content = _pack(parts)
    if not done or chance.random() < 0.1:
        change_bytes = chance.choice(_OF_BYTES)
        content = change_bytes(content, chance)
        done.append(change_bytes.__name__.strip("_"))
    return content, tuple(done)


def _unpack(content: bytes) -> Parts:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return [(info.filename, archive.read(info)) for info in archive.infolist()]
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, ValueError):
        return []


def _pack(parts: Parts) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts:
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.NameToInfo.pop(name, None)  # a name that is there twice is meant
            archive.writestr(info, content, compresslevel=1)
    return packed.getvalue()


def _flip_bytes(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.randint(1, 20) if damaged else 0):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged)


def _truncate(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _repeat_bytes(content: bytes, chance: random.Random) -> bytes:
    begin = chance.randrange(len(content) + 1)
    end = min(len(content), begin + chance.randint(1, 4000))
    return content[:end] + content[begin:]


_OF_BYTES = (_flip_bytes, _truncate, _repeat_bytes)


def _any_part(parts: Parts, chance: random.Random) -> int:
    """The number of a part; those that the reader opens come up more often."""
    read = [at for at, (name, _) in enumerate(parts) if name.endswith(_MOST_READ)]
    return chance.choice(read) if read and chance.random() < 0.8 else chance.randrange(len(parts))


def _damage_part(parts: Parts, chance: random.Random) -> None:
    at = _any_part(parts, chance)
    name, content = parts[at]
    parts[at] = (name, chance.choice(_OF_BYTES)(content, chance))


def _drop_part(parts: Parts, chance: random.Random) -> None:
    if len(parts) > 1:
        del parts[_any_part(parts, chance)]


def _swap_parts(parts: Parts, chance: random.Random) -> None:
    one, other = _any_part(parts, chance), _any_part(parts, chance)
    (name, content), (other_name, other_content) = parts[one], parts[other]
    parts[one], parts[other] = (name, other_content), (other_name, content)


def _repeat_part(parts: Parts, chance: random.Random) -> None:
    name, content = parts[_any_part(parts, chance)]
    parts.append((chance.choice((name, name.upper(), f"{name}2")), content))


def _rename_part(parts: Parts, chance: random.Random) -> None:
    at = _any_part(parts, chance)
    name = chance.choice((f"x{parts[at][0]}", parts[at][0].upper(), parts[at][0].lstrip("w")))
    parts[at] = (name or "x", parts[at][1])


def _order_parts(parts: Parts, chance: random.Random) -> None:
    chance.shuffle(parts)


_OF_PARTS: tuple[Callable[[Parts, random.Random], None], ...] = (
    *(_damage_part, _drop_part, _swap_parts, _repeat_part, _rename_part, _order_parts),
)


def _drop_element(elements: list[etree._Element], chance: random.Random) -> None:
    _remove(chance.choice(elements))


def _repeat_element(elements: list[etree._Element], chance: random.Random) -> None:
    element = chance.choice(elements)
    if element.getparent() is None:
        return
    times = chance.choice((1, 1, 2, 50)) if sum(1 for _ in element.iter()) < 500 else 1
    for _ in range(times):
        element.addnext(_copy(element))


def _move_element(elements: list[etree._Element], chance: random.Random) -> None:
    moved, goal = chance.choice(elements), chance.choice(elements)
    inside = {goal, *goal.iterancestors()}
    if moved not in inside and moved.getparent() is not None:
        goal.insert(chance.randrange(len(goal) + 1), moved)


def _nest_element(elements: list[etree._Element], chance: random.Random) -> None:
    """Put an element into copies of its parent's tag, now and then deeper than any file may be."""
    element = chance.choice(elements)
    parent = element.getparent()
    if parent is None:
        return
    outer = etree.Element(chance.choice(elements).tag)
    element.addprevious(outer)
    for _ in range(chance.choice((0, 1, 5, 100, 240))):
        outer = etree.SubElement(outer, parent.tag)
    outer.append(element)


def _rename_element(elements: list[etree._Element], chance: random.Random) -> None:
    chance.choice(elements).tag = chance.choice(elements).tag


def _swap_elements(elements: list[etree._Element], chance: random.Random) -> None:
    one, other = _copy(chance.choice(elements)), chance.choice(elements)
    parent = other.getparent()
    if parent is not None:
        parent.replace(other, one)


def _garble_attribute(elements: list[etree._Element], chance: random.Random) -> None:
    rich = [element for element in elements if element.attrib]
    for _ in range(chance.randint(1, 5) if rich else 0):
        element = chance.choice(rich)
        name = chance.choice(sorted(map(str, element.attrib)))
        taken = chance.choice(rich)
        value = chance.choice((*_VALUES, chance.choice(sorted(map(str, taken.attrib.values())))))
        element.set(name, value.replace("\ufffe", ""))


def _drop_attribute(elements: list[etree._Element], chance: random.Random) -> None:
    rich = [element for element in elements if element.attrib]
    if rich:
        element = chance.choice(rich)
        del element.attrib[chance.choice(sorted(map(str, element.attrib)))]


def _garble_text(elements: list[etree._Element], chance: random.Random) -> None:
    written = [element for element in elements if (element.text or "").strip()]
    if written:
        chosen = chance.choice(written)
        text = chosen.text or ""
        strange = (
            "",
            text * 200,
            "\u0301" * 50,
            "\u202e" + text,
            "ﷺ" * 99,
            text.swapcase(),
            "\t\n",
        )
        chosen.text = chance.choice(strange)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _copy(element: etree._Element) -> etree._Element:
    copied = copy.deepcopy(element)
    copied.tail = None
    return copied


def _in_xml(
    change: Callable[[list[etree._Element], random.Random], None],
) -> Callable[[Parts, random.Random], None]:
    """The change as one of a part: parsed, changed, written again; what is no XML is left alone."""

    def of_part(parts: Parts, chance: random.Random) -> None:
        at = _any_part(parts, chance)
        name, content = parts[at]
        try:
            root = etree.fromstring(content, etree.XMLParser(resolve_entities=False))
        except (etree.XMLSyntaxError, ValueError):
            return
        change(list(root.iter("*")), chance)
        parts[at] = (name, etree.tostring(root, xml_declaration=True, encoding="UTF-8"))

    of_part.__name__ = change.__name__
    return of_part


_OF_XML = tuple(
    _in_xml(change)
    for change in (
        *(_drop_element, _repeat_element, _move_element, _nest_element, _rename_element),
        *(_swap_elements, _garble_attribute, _drop_attribute, _garble_text),
    )
)
