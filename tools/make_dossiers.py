"""Write the city of ``samples/city.yaml`` and its communes into a folder.

``python tools/make_dossiers.py OUT``. Nearly 21,000 dossiers: too many to be kept beside the other
samples. What must be found in them stands in ``samples/expected/city.yaml``, written by hand.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from motcua.tools.samples.city import files  # noqa: E402  (needs the path above)

if __name__ == "__main__":
    for name, content in files().items():
        path = Path(sys.argv[1]) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
