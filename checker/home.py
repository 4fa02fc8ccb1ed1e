"""Where the data that come with the program lie, in a checkout and in a wheel alike."""

from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
RULES = HOME / "rules"
SCHEMAS = HOME / "schemas"
SAMPLES = HOME / "samples"
