"""The files of rules folders, as they lie there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import Diagnostic, RulesError
from ..home import RULES
from ..words import Text


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A file of rules. ``name`` is what faults call it, ``inside`` its place in its folder.

    ``kept`` is its name in a receipt.
    """

    path: Path
    name: str
    inside: str
    kept: str
    content: bytes


def rule_files(roots: Sequence[Path]) -> tuple[RuleFile, ...]:
    """All files of rules below the folders, by name.

    Raises:
        RulesError: A folder that is not there.
    """
    faults = [
        Diagnostic(
            str(root), 1, 1, Text(f"không có thư mục quy tắc '{root}'", f"no rules folder '{root}'")
        )
        for root in roots
        if not root.is_dir()
    ]
    if faults:
        raise RulesError(faults)
    return tuple(_rule_file(root, path) for root in roots for path in _files(root))


def _rule_file(root: Path, path: Path) -> RuleFile:
    inside = path.relative_to(root).as_posix()
    name = f"rules/{inside}" if root == RULES else (root / inside).as_posix()
    return RuleFile(path, name, inside, name if root == RULES else inside, path.read_bytes())


def _files(root: Path) -> Iterator[Path]:
    for path in sorted(root.rglob("*"), key=lambda p: p.relative_to(root).as_posix()):
        mapped = path.parent == root / "maps"
        if path.is_file() and path.suffix in {".yaml", ".sql"} and not mapped:
            yield path
