"""YAML that people write: read strictly, every value with its line and column.

Duplicate keys, anchors, aliases and tags are refused; dates, ``no`` and ``on`` stay text until a
typed model reads them (OpenFisca's lesson). A model's complaint is put at the place of the value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from .errors import Diagnostic, RulesError
from .words import Text, did_you_mean

try:
    from yaml import CSafeLoader as _FastLoader
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeLoader as _FastLoader  # type: ignore[assignment]

MAX_BYTES = 1_000_000
MAX_DEPTH = 32
"""Lists and mappings in one another; composing deeper ones would exhaust the C stack."""

Path_ = tuple[str | int, ...]
Place = tuple[int, int]
_QUOTED = re.compile(r"'([^']*)'")
_Model = TypeVar("_Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Marked:
    """Plain data and the (line, column), both from 1, of every key and item in it."""

    file: str
    data: Any
    places: dict[Path_, Place]

    def place(self, path: Path_) -> Place:
        """The place of a path, or of the nearest thing above it that is in the file."""
        while path not in self.places and path:
            path = path[:-1]
        return self.places.get(path, (1, 1))

    def fault(self, path: Path_, text: Text) -> Diagnostic:
        """A diagnostic at a path."""
        return Diagnostic(self.file, *self.place(path), text)


class _Loader(yaml.SafeLoader):
    """Only mappings, lists and scalars; numbers and booleans as in YAML 1.2's core schema."""


_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"^(?:true|false)$", ["t", "f"]),
    ("null", r"^(?:null|~|)$", ["n", "~", ""]),
    ("int", r"^-?(?:0|[1-9][0-9]*)$", list("-0123456789")),
    ("float", r"^-?(?:0|[1-9][0-9]*)\.[0-9]+$", list("-0123456789")),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), _first)


class _Fast(_FastLoader):
    """The same language by libyaml, ten times as fast."""

    yaml_implicit_resolvers = _Loader.yaml_implicit_resolvers


def read_marked(file: str, content: bytes, first_line: int = 1) -> Marked:
    """Read one YAML document.

    Args:
        file: The name to put into diagnostics.
        content: The file's bytes, UTF-8.
        first_line: The line at which ``content`` begins in the file.

    Raises:
        RulesError: Not UTF-8, too large, too deep, not YAML, a key twice, an anchor, alias or tag.
    """
    if len(content) > MAX_BYTES:
        raise _one(file, (1, 1), "tệp YAML lớn hơn 1 MB", "the YAML file is larger than 1 MB")
    try:
        text = content.decode("utf-8-sig")
        root = _root(file, text, first_line)
    except UnicodeDecodeError as error:
        raise _one(file, (1, 1), f"không phải UTF-8: {error}", f"not UTF-8: {error}") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
        problem = getattr(error, "problem", None) or str(error)
        raise _one(
            file, where, f"không phải YAML hợp lệ: {problem}", f"not valid YAML: {problem}"
        ) from error
    places: dict[Path_, Place] = {}
    faults: list[Diagnostic] = []
    data = _plain(file, root, (), places, faults, first_line) if root else None
    if faults:
        raise RulesError(faults)
    return Marked(file, data, places)


def _root(file: str, text: str, first_line: int) -> yaml.Node | None:
    try:
        return _compose(file, text, first_line, _Fast)
    except yaml.YAMLError:  # told in the words of the one parser that every machine has
        return _compose(file, text, first_line, _Loader)


def _compose(
    file: str, text: str, first_line: int, loader: type[_Fast | _Loader]
) -> yaml.Node | None:
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        _refuse_tricks(file, event, first_line)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            where = _mark(event, first_line)
            raise _one(file, where, "YAML lồng quá sâu", "YAML nested too deeply")
    return yaml.compose(text, Loader=loader)


def _refuse_tricks(file: str, event: yaml.Event, first_line: int) -> None:
    anchored = getattr(event, "anchor", None)
    tagged = getattr(event, "tag", None)
    if anchored or tagged or isinstance(event, yaml.AliasEvent):
        where = _mark(event, first_line)
        raise _one(
            file,
            where,
            "không dùng neo (&), bí danh (*) hay thẻ (!) của YAML; hãy viết giá trị ra",
            "YAML anchors (&), aliases (*) and tags (!) are not used here; write the value out",
        )


def _one(file: str, where: Place, vi: str, en: str) -> RulesError:
    return RulesError([Diagnostic(file, *where, Text(vi=vi, en=en))])


def _plain(
    file: str,
    node: yaml.Node,
    path: Path_,
    places: dict[Path_, Place],
    faults: list[Diagnostic],
    first_line: int,
) -> Any:  # noqa: ANN401 - any YAML value
    places.setdefault(path, _mark(node, first_line))
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in found:
                text = Text(vi=f"khóa '{key}' viết hai lần", en=f"key '{key}' is written twice")
                faults.append(Diagnostic(file, *_mark(key_node, first_line), text))
                continue
            places[(*path, key)] = _mark(key_node, first_line)
            found[key] = _plain(file, value_node, (*path, key), places, faults, first_line)
        return found
    if isinstance(node, yaml.SequenceNode):
        return [
            _plain(file, item, (*path, number), places, faults, first_line)
            for number, item in enumerate(node.value)
        ]
    return _scalar(node)


def _scalar(node: yaml.Node) -> str | int | float | bool | None:
    kind = node.tag.rsplit(":", 1)[-1]
    if kind == "null":
        return None
    if kind == "bool":
        return bool(node.value == "true")
    if kind == "int":
        return int(node.value)
    return float(node.value) if kind == "float" else str(node.value)


def _mark(node: yaml.Node | yaml.Event, first_line: int) -> Place:
    mark = node.start_mark
    return (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)


def parse_model(marked: Marked, model: type[_Model], path: Path_ = ()) -> _Model:
    """Validate marked data by a pydantic model.

    Raises:
        RulesError: Every complaint, each at its line and column, with "did you mean" for a
            field or a choice that is nearly right.
    """
    data = marked.data
    for step in path:
        data = data[step]
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise RulesError(list(_complaints(marked, model, error, path))) from error


def _complaints(
    marked: Marked, model: type[BaseModel], error: ValidationError, path: Path_
) -> Iterator[Diagnostic]:
    for item in error.errors(include_url=False):
        here = (*path, *item["loc"])
        name = str(item["loc"][-1]) if item["loc"] else ""
        if item["type"] == "extra_forbidden":
            hint = did_you_mean(name, _field_names(model, item["loc"][:-1]))
            text = Text(f"không có trường '{name}'{hint.vi}", f"unknown field '{name}'{hint.en}")
        elif item["type"] == "missing":
            text = Text(vi=f"thiếu trường '{name}'", en=f"field '{name}' is missing")
        else:
            found = item.get("input")
            seen = f" (thấy {found!r})" if isinstance(found, str | int | float | bool) else ""
            wanted = _wanted(item["type"], item.get("ctx", {}), found)
            said = item["msg"].removeprefix("Value error, ")
            text = Text(
                vi=f"trường '{name}': {wanted or said}{seen}",
                en=f"field '{name}': {said}{seen.replace('thấy', 'found')}",
            )
        yield marked.fault(here, text)


_NEEDS = (
    ("date", "cần ngày dạng năm-tháng-ngày, thí dụ 2026-03-05"),
    ("bool", "cần true hoặc false"),
    ("int", "cần số nguyên"),
    ("float", "cần số"),
    ("decimal", "cần số"),
    ("string_too_short", "không được để trống"),
    ("string_type", "cần một đoạn chữ; số và ngày thì đặt trong ngoặc kép"),
    ("tuple", "cần một danh sách"),
    ("list", "cần một danh sách"),
    ("dict", "cần các dòng 'tên: giá trị'"),
    ("model", "cần các dòng 'tên: giá trị'"),
)
"""The beginning of a type of fault as pydantic calls it, and what is needed instead."""


def _wanted(kind: str, told: Mapping[str, Any], found: object) -> str:
    """What a field needs, in Vietnamese; empty where the fault is told by the model itself."""
    if kind == "literal_error":
        known = _QUOTED.findall(str(told.get("expected", "")))
        return f"cần một trong: {', '.join(known)}{did_you_mean(str(found), known).vi}"
    return next((needs for start, needs in _NEEDS if kind.startswith(start)), "")


def _field_names(model: type[BaseModel], path: Path_) -> list[str]:
    """The fields that a model knows at a path, following nested models and their lists."""
    current: type[BaseModel] | None = model
    for step in path:
        if current is None:
            return []
        if isinstance(step, str) and step in current.model_fields:
            current = _nested(current.model_fields[step].annotation)
    return list(current.model_fields) if current else []


def _nested(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - a type expression
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        found = _nested(argument)
        if found:
            return found
    return None
