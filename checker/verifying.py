"""A saved result reached again: the same check, run from its receipt, and held against it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from .bundles.manifest import RESULT
from .bundles.read import bundled_result, is_bundle
from .comparing.compare import compare
from .comparing.model import Verification
from .comparing.places import differing
from .report.json import documents_json, render_json
from .run import Progress, Request, check
from .run_documents import DocumentsRequest, check_documents
from .saved import Saved, parse_saved, read_saved

_AGAIN = "kết quả chạy lại / the result again"


def verify(
    file: Path, paths: tuple[Path, ...], rules: tuple[Path, ...], progress: Progress
) -> Verification:
    """Run the check of a saved result again.

    Args:
        file: The saved result, or a bundle that brings one.
        paths: The data that it was reached from, as they were named then; for a bundle none, where
            its own are meant.
        rules: Folders of rules added to the law pack, as then.
        progress: Takes how far the run is.

    Raises:
        UsageError: The file is no result, or what it asks for cannot be asked for.
        RulesError: The rules are invalid.
        NothingToCheckError: There is nothing below the paths.
    """
    saved = _saved(file)
    again = parse_saved(_AGAIN, _run(saved, paths or (file,), rules, progress).encode())
    places = differing(_without_copies(saved), _without_copies(again))
    return Verification(
        identical=saved.content == again.content,
        comparison=compare(saved, again),
        places=tuple(places),
    )


def _saved(file: Path) -> Saved:
    if not is_bundle(file):
        return read_saved(file)
    return parse_saved(f"{file.as_posix()}/{RESULT}", bundled_result(file))


def _run(saved: Saved, paths: tuple[Path, ...], rules: tuple[Path, ...], progress: Progress) -> str:
    """The JSON of the same check, by the receipt."""
    run, receipt = saved.run, saved.run.receipt
    if run.units is None:
        asked = DocumentsRequest(paths, run.as_of, rules, unmasked=receipt.unmasked)
        return "".join(documents_json(check_documents(asked, progress)))
    request = Request(
        paths=paths,
        as_of=run.as_of,
        packs=tuple(receipt.packs),
        rules=rules,
        period=(receipt.period.first, receipt.period.last) if receipt.period else None,
        unmasked=receipt.unmasked,
        scheme=receipt.scheme,
    )
    return render_json(check(request, progress))


def _without_copies(saved: Saved) -> Mapping[str, object]:
    said = dict(saved.said)
    if saved.run.documents is not None:
        said["documents"] = [
            {key: value for key, value in document.items() if key != "copies"}
            for document in said["documents"]
        ]
    return said
