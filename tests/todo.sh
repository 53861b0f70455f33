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

# What the system must have. Debian and Ubuntu leave ensurepip out of python3, without which no environment can be made;
# the rest only some tests need: where it cannot be installed they are skipped (under CI=true they fail).
faltan=""
falta() { faltan="$faltan $1"; }
python3 -c 'import ensurepip, venv' 2>/dev/null || falta python3-venv
command -v soffice >/dev/null || falta "libreoffice-writer-nogui libreoffice-calc-nogui"
command -v pdftoppm >/dev/null || falta poppler-utils
command -v chromium >/dev/null || falta chromium
tesseract --list-langs 2>/dev/null | grep -qx spa || falta "tesseract-ocr tesseract-ocr-spa"
command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || falta postgresql
if [ -n "$faltan" ]; then
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        # shellcheck disable=SC2086 # a list of words
        apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $faltan
    else
        echo "missing system packages: sudo apt-get install -y$faltan" >&2
        python3 -c 'import ensurepip, venv' || exit 3
    fi
fi

python3 -m venv "$entorno"
"$entorno/bin/python" -m pip install --quiet --require-hashes -r requirements.txt -r requirements-dev.txt
# Editable, so that the environment follows the checkout; hatchling comes pinned from requirements-dev.txt.
"$entorno/bin/python" -m pip install --quiet --no-deps --no-build-isolation --editable .
exec "$entorno/bin/python" -m pytest -n 2 "$@"
