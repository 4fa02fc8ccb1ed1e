"""What a bundle says of itself: every file in it with its digest and size."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

MANIFEST = "manifest.json"
RESULT = "result.json"
DATA = "data/"
"""Below it lie the units' folders as they were."""
Words = dict[Literal["vi", "en"], str]


class _Part(BaseModel):
    """Keys that later versions add are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class BundledFile(_Part):
    """A file of the bundle; ``size`` in bytes."""

    file: str = Field(min_length=1)
    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    size: int = Field(ge=0)


class BundledReceipt(_Part):
    """What the result in the bundle was reached with."""

    engine: str
    rules_sha256: str
    inputs_sha256: str
    unmasked: bool
    program_sha256: str = ""


class Manifest(_Part):
    """``manifest.json`` of a bundle. ``says`` tells a reader what is masked and what is not."""

    version: Literal["motcua/pack/1"] = Field(alias="schema", default="motcua/pack/1")
    as_of: dt.date
    says: Words
    receipt: BundledReceipt
    files: tuple[BundledFile, ...]

    def written(self) -> bytes:
        """The same bytes for the same bundle."""
        said = self.model_dump(mode="json", by_alias=True)
        return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()


def parse_manifest(content: bytes) -> Manifest:
    """Read a manifest.

    Raises:
        ValueError: It is no manifest, a name stands twice in one object, or a file twice.
    """
    manifest = Manifest.model_validate(json.loads(content.decode(), object_pairs_hook=_once))
    _once((one.file, None) for one in manifest.files)
    return manifest


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    listed: Sequence[tuple[str, Any]] = tuple(pairs)
    made = dict(listed)
    if len(made) != len(listed):
        raise ValueError("a name stands twice")
    return made
