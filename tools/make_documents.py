"""Write the documents by Decree 30/2020/NĐ-CP into ``samples/documents/``, or another folder.

The same bytes come out of every run: no clock, no chance, archives stored with fixed dates.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from motcua.tools.decree30.catalogue import names, sample  # noqa: E402  (needs the path above)

if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "samples" / "documents"
    target.mkdir(parents=True, exist_ok=True)
    for name in names():
        (target / f"{name}.docx").write_bytes(sample(name).to_bytes())
