"""What the tests share: the sample reports, the real ones beside the checkout, and the programs some tests need.

On a person's machine what is missing skips its tests and says so. Under ``CI=true`` it fails: there a skipped test
would be a check nobody runs.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings
from postgres import Servidor, carpeta_de_programas

RAIZ = Path(__file__).resolve().parent.parent

# The same cases on every run: a red build must be red again when repeated.
settings.register_profile("repetible", derandomize=True, deadline=None)
settings.load_profile("repetible")


def pytest_configure(config: pytest.Config) -> None:
    """Neither the results kept by a person's own runs nor their notes may reach a test, nor the tests' reach theirs."""
    carpeta = tempfile.mkdtemp(prefix="extractor-pruebas-")
    config.add_cleanup(lambda: shutil.rmtree(carpeta, ignore_errors=True))
    os.environ["EXTRACTOR_CACHE"] = f"{carpeta}/cache"
    os.environ["XDG_DATA_HOME"] = f"{carpeta}/datos"


def _falta(que: str) -> NoReturn:
    if os.environ.get("CI") == "true":
        pytest.fail(que, pytrace=False)
    pytest.skip(que)


@pytest.fixture(scope="session")
def raiz() -> Path:
    """The top folder of the checkout."""
    return RAIZ


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The sample reports written for this project; they are part of the repository, so they are never skipped."""
    carpeta = RAIZ / "corpus_muestra"
    assert carpeta.is_dir(), "corpus_muestra/ is part of the repository and is missing"
    return carpeta


@pytest.fixture(scope="session")
def informes_reales() -> Path:
    """The folder of real reports, which stands beside the checkout and never inside it."""
    carpeta = RAIZ.parent / "shared" / "informes"
    if not carpeta.is_dir():
        _falta("real reports not found: expected in ../shared/informes, relative to the repository root")
    return carpeta


@pytest.fixture(scope="session")
def programa() -> Callable[[str], str]:
    """``programa("soffice")`` gives the program's full path, or skips (fails under ``CI=true``) when it is absent."""

    def buscar(nombre: str) -> str:
        ruta = shutil.which(nombre)
        if ruta is None:
            _falta(f"system program not found: {nombre}")
        return ruta

    return buscar


@pytest.fixture(scope="session")
def postgres() -> Iterator[Servidor]:
    """A PostgreSQL of this test process; started by the first test that asks for it."""
    programas = carpeta_de_programas()
    if programas is None:
        _falta("system program not found: initdb (PostgreSQL)")
    servidor = Servidor(programas)
    yield servidor
    servidor.parar()


@pytest.fixture(params=["sqlite", "postgresql"])
def base(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database: every test that asks for it runs on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/base.db"
        return
    servidor: Servidor = request.getfixturevalue("postgres")
    url = servidor.url()
    yield url
    servidor.quitar(url)
