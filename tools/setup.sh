# Sourced by try.sh and test.sh: a virtual environment in .venv with motcua and its tools in it.
# Python without venv or headers (a bare Debian) gets them from Debian where that is allowed.
set -eu
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}

debian() {
    command -v apt-get >/dev/null || return 1
    if [ "$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi
    $sudo apt-get update -q >&2 && $sudo apt-get install -qy "$@" >&2
}

headers='import sysconfig, pathlib, sys
sys.exit(not pathlib.Path(sysconfig.get_path("include"), "Python.h").exists())'

"$python" -c 'import ensurepip' 2>/dev/null || debian python3-venv
# durable-rules is compiled on installation; without a compiler and headers it cannot be.
"$python" -c "$headers" || debian python3-dev || true
command -v "${CC:-cc}" >/dev/null || debian build-essential || true

[ -x .venv/bin/python ] || "$python" -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=24'
.venv/bin/python -m pip install --quiet --disable-pip-version-check \
    --constraint tools/constraints.txt --editable "$extras"
