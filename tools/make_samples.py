"""Write the sample units into ``samples/``, or into the folder named on the command line.

The same bytes come out of every run: no clock, no chance, archives stored with fixed dates.
What each unit should be judged to be stands in ``samples/expected/``, written by hand, so that a
slip here does not become an expectation.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from motcua.tools.samples.units import write_units  # noqa: E402  (needs the path above)

if __name__ == "__main__":
    write_units(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "samples")
