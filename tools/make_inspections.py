"""Write a re-told inspection: ``python tools/make_inspections.py STORY DIR``.

The stories stand in ``tools/samples/retold/stories``; without a story their names are listed. What
each puts into its units has to be found there by ``motcua check``, to the number, and nothing else.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from motcua.tools.samples.retold.folder import files  # noqa: E402  (needs the path above)
from motcua.tools.samples.retold.story import names, story  # noqa: E402

if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in names():
        raise SystemExit("\n".join([f"{__doc__}", *names()]))
    for name, content in files(story(sys.argv[1])).items():
        path = Path(sys.argv[2]) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
