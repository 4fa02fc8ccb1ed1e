#!/bin/sh
# Sets everything up and checks a sample unit: sh tools/try.sh [arguments of "motcua check"]
extras=.
. "$(dirname "$0")/setup.sh"
[ $# -gt 0 ] || set -- samples/bad --as-of 2026-11-22
exec .venv/bin/motcua check "$@"
