#!/bin/sh
# Installs what the tests need into an environment of its own (.venv, or $ENTORNO) and runs them.
# What is given to it goes to pytest: sh tests/todo.sh -k regiones
set -eu
cd "$(dirname "$0")/.."
entorno=${ENTORNO:-.venv}

if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "Python 3.11 or later is needed; python3 is $(python3 --version 2>&1)" >&2
    exit 3
fi

# Debian and Ubuntu leave ensurepip out of python3; without it no environment can be made.
if ! python3 -c 'import ensurepip, venv' 2>/dev/null; then
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        apt-get update -q && apt-get install -y -q python3-venv
    else
        echo "python3-venv is missing: sudo apt-get install -y python3-venv" >&2
        exit 3
    fi
fi

python3 -m venv "$entorno"
"$entorno/bin/python" -m pip install --quiet --require-hashes -r requirements.txt -r requirements-dev.txt
# Editable, so that the environment follows the checkout; hatchling comes pinned from requirements-dev.txt.
"$entorno/bin/python" -m pip install --quiet --no-deps --no-build-isolation --editable .
exec "$entorno/bin/python" -m pytest -n 2 "$@"
