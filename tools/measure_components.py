"""How often components are found exactly as people labelled them.

    python tools/measure_components.py CORPUS

CORPUS holds ``labels.jsonl`` (``file``, ``doc_type``, ``roles``) and the files that it names. A
pair of file and role is exact when the set of paragraphs is the labelled one.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from motcua.checker.documents.reader import UnreadableDocument, read_document

_REGIMES = {"vbqppl": "normative", "party": "party", "form": "form", "other": "other"}


def main() -> None:
    """Print the share of exact pairs by role, and of types and regimes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--wrong", action="store_true", help="list every pair that is not exact")
    options = parser.parse_args()
    lines = (options.corpus / "labels.jsonl").read_text("utf-8").splitlines()
    exact: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for label in map(json.loads, lines):
        wrong = _compare(options.corpus, label, exact, pairs)
        if options.wrong and wrong:
            print(label["file"], *wrong, sep="\n    ")
    for role in sorted(pairs):
        print(f"{role:18} {exact[role]:4} / {pairs[role]:4}  {exact[role] / pairs[role]:6.1%}")
    total = [role for role in pairs if not role.startswith("=")]
    good, count = sum(exact[r] for r in total), sum(pairs[r] for r in total)
    print(f"{'all pairs':18} {good:4} / {count:4}  {good / count:6.1%}")


def _compare(
    corpus: Path, label: dict[str, object], exact: Counter[str], pairs: Counter[str]
) -> list[str]:
    """Count one file; a role that was labelled or found makes a pair."""
    wanted = {role: set(indexes) for role, indexes in dict(label["roles"]).items()}  # type: ignore[call-overload]
    found: dict[str, set[int]] = {}
    doc_type, regime = None, "unknown"
    try:
        document = read_document(corpus / str(label["file"]), str(label["file"]))
        found = {c.role: set(c.paragraphs) for c in document.components}
        doc_type, regime = document.doc_type, str(document.regime)
    except UnreadableDocument as error:
        print(error)
    wrong = []
    for role in sorted({*wanted, *found}):
        pairs[role] += 1
        exact[role] += wanted.get(role) == found.get(role)
        if wanted.get(role) != found.get(role):
            wrong.append(f"{role}: labelled {wanted.get(role)}, found {found.get(role)}")
    kind = str(label["doc_type"])
    for name, want, got in (
        ("=regime", _REGIMES.get(kind, "administrative"), regime),
        ("=doc_type", None if kind in _REGIMES else kind, doc_type),
    ):
        pairs[name] += 1
        exact[name] += want == got
        if want != got:
            wrong.append(f"{name}: labelled {want}, found {got}")
    return wrong


if __name__ == "__main__":
    main()
