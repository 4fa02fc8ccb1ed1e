#!/bin/sh
# Sets everything up and passes the tests: sh tools/test.sh [arguments of pytest]
extras='.[dev]'
. "$(dirname "$0")/setup.sh"
.venv/bin/ruff check .
.venv/bin/ruff format --check --quiet .
.venv/bin/python tools/typecheck.py
.venv/bin/motcua rules lint
.venv/bin/motcua rules test
exec .venv/bin/python -m pytest "$@"
