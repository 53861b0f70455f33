"""Documents out of a database: all that was read of them goes, the rest stays as if they had never been loaded."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from ayudas_almacen import CATALOGOS, consulta, volcado

from extractor.almacen import abrir
from extractor.almacen.conexion import frase

MUESTRAS = ("fosis_2007_etapa3.docx", "indap_2007_etapa3.docx", "injuv_2007_etapa3.docx")


def orden(raiz: Path, *partes: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "extractor", *partes], env={**os.environ, "PYTHONPATH": str(raiz)}, capture_output=True,
        encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.fixture
def informes(tmp_path: Path, raiz: Path) -> Path:
    carpeta = tmp_path / "i"
    carpeta.mkdir()
    for nombre in MUESTRAS[:2]:
        (carpeta / nombre).write_bytes((raiz / "corpus_muestra" / "docx" / nombre).read_bytes())
    (carpeta / "vacio.docx").write_bytes(b"")
    return carpeta


def cargar(raiz: Path, carpeta: Path, base: str, *mas: str) -> list[str]:
    hecho = orden(raiz, "migrar", str(carpeta), "--db", base, "--cache", str(carpeta.parent / "c"), *mas)
    assert hecho.returncode in (0, 2), hecho.stderr
    return hecho.stdout.splitlines()


def guardado(base: str) -> object:
    """All rows but those of the catalogues and what depends on the patterns of the day: of readings, whose they are."""
    return volcado(base, "unidad", "conjunto", "extraccion", *CATALOGOS), sorted(
        consulta(base, "SELECT documento_id FROM extraccion WHERE vigente")
    )


def test_lo_retirado_no_deja_rastro(base: str, tmp_path: Path, raiz: Path, informes: Path) -> None:
    (informes / MUESTRAS[0]).rename(tmp_path / "uno.docx")
    cargar(raiz, informes, base)
    antes = guardado(base)
    (tmp_path / "uno.docx").rename(informes / MUESTRAS[0])
    assert "En la base hay además" not in "\n".join(cargar(raiz, informes, base))
    assert guardado(base) != antes
    (informes / MUESTRAS[0]).unlink()
    dichas = cargar(raiz, informes, base)
    assert any(fila.startswith(f"En la base hay además 1 documento de otras cargas: «{MUESTRAS[0]}»") for fila in dichas)
    hecho = orden(raiz, "retirar", MUESTRAS[0], "--db", base)
    assert hecho.returncode == 0, hecho.stderr
    assert hecho.stdout.startswith(f"Retirado: «{MUESTRAS[0]}» (sha256 ")
    assert guardado(base) == antes
    assert "En la base hay además" not in "\n".join(cargar(raiz, informes, base))


def test_una_version_anterior_se_dice_y_se_retira_por_su_sha256(tmp_path: Path, raiz: Path, informes: Path) -> None:
    base = f"sqlite:///{tmp_path / 'b.db'}"
    cargar(raiz, informes, base)
    (viejo,) = consulta(base, f"SELECT sha256 FROM documento WHERE ruta = '{MUESTRAS[0]}'")
    (informes / MUESTRAS[0]).write_bytes((raiz / "corpus_muestra" / "docx" / MUESTRAS[2]).read_bytes())
    dicho = "\n".join(cargar(raiz, informes, base))
    assert f"es una versión anterior de un archivo de esta carga: «{MUESTRAS[0]}» (sha256 {viejo[0][:12]}…)" in dicho
    dos = orden(raiz, "retirar", MUESTRAS[0], "--db", base)
    assert dos.returncode == 3 and viejo[0][:12] in dos.stderr and "no se retiró nada" in dos.stderr
    assert orden(raiz, "retirar", viejo[0][:10], "--db", base).returncode == 0
    assert consulta(base, f"SELECT count(*) FROM documento WHERE ruta = '{MUESTRAS[0]}'") == [(1,)]
    assert consulta(base, f"SELECT count(*) FROM extraccion WHERE documento_id = '{viejo[0][:24]}'") == [(0,)]


def test_lo_que_no_esta_y_lo_que_nunca_se_pudo_leer(tmp_path: Path, raiz: Path, informes: Path) -> None:
    base = f"sqlite:///{tmp_path / 'b.db'}"
    cargar(raiz, informes, base)
    nada = orden(raiz, "retirar", MUESTRAS[1], "no_esta.docx", "--db", base)
    assert nada.returncode == 3 and "no hay ningún documento «no_esta.docx»; no se retiró nada" in nada.stderr
    assert consulta(base, "SELECT count(*) FROM documento") == [(3,)]
    assert orden(raiz, "retirar", "vacio.docx", "--db", base).returncode == 0
    assert consulta(base, "SELECT count(*) FROM documento") == [(2,)] and consulta(base, "SELECT * FROM falla") == []
    assert orden(raiz, "retirar", "x", "--db", f"sqlite:///{tmp_path / 'otra.db'}").returncode == 3


@pytest.mark.parametrize(
    ("dicho", "nuestro"),
    [
        ('connection failed: connection to server at "::1", port 1 failed: Connection refused', "no hay ningún servidor ahí"),
        ('connection failed: FATAL:  database "informes" does not exist', "ninguna base «informes»; créela con «createdb informes»"),
        ('FATAL:  password authentication failed for user "ana"', "no acepta ese usuario o esa clave"),
        ("could not extend file: No space left on device", "no queda espacio en el disco del servidor"),
        ("otra cosa\nmás detalle", "otra cosa"),
    ],
)
def test_lo_que_dice_el_servidor_en_castellano(dicho: str, nuestro: str) -> None:
    class Error(Exception):
        orig = Exception(dicho)

    assert nuestro in frase(Error())  # type: ignore[arg-type]


def test_una_base_que_no_esta_en_el_servidor(postgres: object, base: str) -> None:
    if base.startswith("sqlite"):
        return
    from sqlalchemy import make_url

    otra = make_url(base).set(database="no_la_hay").render_as_string(hide_password=False)
    with pytest.raises(Exception, match="no hay ninguna base «no_la_hay»"):
        abrir(otra)
