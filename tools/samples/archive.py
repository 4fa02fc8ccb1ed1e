"""Zip archives that come out the same on every machine."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

FIRST_DOS_DATE = (1980, 1, 1, 0, 0, 0)


def zip_bytes(members: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive of the members in their order, each with the first date that zip knows.

    Nothing is compressed: what deflate writes differs between builds of zlib.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in members:
            info = zipfile.ZipInfo(name, FIRST_DOS_DATE)
            info.create_system = 0
            archive.writestr(info, content)
    return target.getvalue()
