"""Check types strictly: ``python tools/typecheck.py [arguments of mypy]``.

The checkout is the package ``motcua`` whatever its folder is called (see ``motcua.py``), which a
type checker cannot guess; it is shown the checkout under that name.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("checker", "tools", "benchmarks")
MODULES = ("-m", "motcua.cli", *(w for name in PACKAGES for w in ("-p", f"motcua.{name}")))


def main() -> int:
    """Run mypy over a folder in which the checkout is called ``motcua``."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "motcua").symlink_to(ROOT, target_is_directory=True)
        options = ["--config-file", str(ROOT / "pyproject.toml")]
        options += ["--cache-dir", str(ROOT / ".mypy_cache")]
        command = [sys.executable, "-m", "mypy", *options, *MODULES, *sys.argv[1:]]
        environment = {**os.environ, "MYPYPATH": folder}
        return subprocess.run(command, cwd=folder, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
