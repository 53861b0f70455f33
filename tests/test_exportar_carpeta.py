"""Where an export goes: in place only when whole, over another export, never over somebody's files; and the command."""

from __future__ import annotations

import json
from pathlib import Path

import ayudas_exportar as ayudas
import pytest

from extractor.cli import main
from extractor.errores import ErrorUso
from extractor.salidas.exportacion.carpeta import CarpetaNueva


@pytest.fixture
def url(tmp_path: Path) -> str:
    direccion = f"sqlite:///{tmp_path}/informes.db"
    ayudas.llenar(direccion)
    return direccion


def poner(carpeta: Path, **archivos: str) -> None:
    with CarpetaNueva(carpeta, "prueba") as nueva:
        for nombre, texto in archivos.items():
            (nueva.lugar / nombre).write_text(texto)


def nombres(carpeta: Path) -> list[str]:
    return sorted(r.name for r in carpeta.iterdir())


def test_reemplaza_entera_una_exportacion_anterior(tmp_path: Path) -> None:
    poner(tmp_path / "s", uno="1", dos="2")
    poner(tmp_path / "s", dos="nuevo")
    assert nombres(tmp_path / "s") == ["dos", "exportacion.json"]
    assert (tmp_path / "s" / "dos").read_text() == "nuevo"
    assert nombres(tmp_path) == ["s"]
    sena = json.loads((tmp_path / "s" / "exportacion.json").read_text())
    assert sena["archivos"]["dos"]["bytes"] == 5


def test_acepta_una_carpeta_vacia_y_crea_las_que_faltan(tmp_path: Path) -> None:
    (tmp_path / "vacia").mkdir()
    poner(tmp_path / "vacia", uno="1")
    poner(tmp_path / "a" / "b", uno="1")
    assert nombres(tmp_path / "vacia") == nombres(tmp_path / "a" / "b") == ["exportacion.json", "uno"]


@pytest.mark.parametrize("ajeno", ["mio.txt", "datos/mio.txt", "exportacion.json"])
def test_no_toca_una_carpeta_con_otros_archivos(tmp_path: Path, ajeno: str) -> None:
    (tmp_path / "s" / ajeno).parent.mkdir(parents=True)
    (tmp_path / "s" / ajeno).write_text("{}")
    with pytest.raises(ErrorUso, match=ajeno):
        poner(tmp_path / "s", uno="1")
    assert ayudas.bytes_de(tmp_path / "s") == {ajeno: b"{}"}


def test_no_toca_una_exportacion_en_que_alguien_dejo_algo(tmp_path: Path) -> None:
    poner(tmp_path / "s", uno="1")
    (tmp_path / "s" / "notas.txt").write_text("mías")
    with pytest.raises(ErrorUso, match=r"notas\.txt"):
        poner(tmp_path / "s", uno="2")
    assert (tmp_path / "s" / "uno").read_text() == "1"


def test_un_archivo_no_es_una_carpeta(tmp_path: Path) -> None:
    (tmp_path / "s").write_text("x")
    with pytest.raises(ErrorUso, match="no es una carpeta"):
        poner(tmp_path / "s", uno="1")
    with pytest.raises(ErrorUso, match="no es una carpeta"):
        poner(tmp_path / "s" / "dentro", uno="1")


def test_si_falla_a_medias_queda_lo_que_habia(tmp_path: Path) -> None:
    poner(tmp_path / "s", uno="1")
    antes = ayudas.bytes_de(tmp_path)
    with pytest.raises(ZeroDivisionError), CarpetaNueva(tmp_path / "s", "prueba") as nueva:
        (nueva.lugar / "uno").write_text("a medias")
        _ = 1 / 0
    assert ayudas.bytes_de(tmp_path) == antes
    with pytest.raises(ErrorUso, match="no queda espacio"), CarpetaNueva(tmp_path / "s", "prueba"):
        raise OSError(28, "No space left on device")
    assert ayudas.bytes_de(tmp_path) == antes


def test_lo_que_dejo_un_programa_muerto_entre_los_dos_cambios_se_recupera(tmp_path: Path) -> None:
    poner(tmp_path / "s", uno="1")
    (tmp_path / "s").rename(tmp_path / ".s.anterior")
    with pytest.raises(ZeroDivisionError), CarpetaNueva(tmp_path / "s", "prueba"):
        _ = 1 / 0
    assert (tmp_path / "s" / "uno").read_text() == "1"
    poner(tmp_path / "s", dos="2")
    assert nombres(tmp_path) == ["s"] and nombres(tmp_path / "s") == ["dos", "exportacion.json"]


@pytest.mark.parametrize(
    ("formato", "archivo"),
    [
        ("datapackage", "datapackage.json"),
        ("csv", "hallazgos.csv"),
        ("xlsx", "informes.xlsx"),
        ("parquet", "hallazgos.parquet"),
        ("datasette", "metadata.json"),
    ],
)
def test_orden(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], formato: str, archivo: str) -> None:
    salida = tmp_path / "s"
    assert main(["exportar", "--db", url, "--formato", formato, "--salida", str(salida)]) == 0
    assert (salida / archivo).is_file()
    dicho = capsys.readouterr().out
    assert ("datasette " in dicho) if formato == "datasette" else ("documentos 4" in dicho)


def test_mal_uso(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "ajena").mkdir()
    (tmp_path / "ajena" / "mio.txt").write_text("mío")
    casos = [
        (["--db", url, "--salida", str(tmp_path / "ajena")], "mio.txt"),
        (["--db", f"sqlite:///{tmp_path}/no.db", "--salida", str(tmp_path / "s")], "no existe la base"),
        (["--db", url], "--salida"),
        (["--db", url, "--formato", "ods", "--salida", str(tmp_path / "s")], "ods"),
    ]
    for args, dice in casos:
        assert main(["exportar", *args]) == 3
        error = capsys.readouterr().err
        assert dice in error and "Traceback" not in error
    assert not (tmp_path / "s").exists() and not (tmp_path / "no.db").exists()


def test_datasette_solo_lee_sqlite(postgres: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = postgres.url()  # type: ignore[attr-defined]
    ayudas.llenar(url)
    assert main(["exportar", "--db", url, "--formato", "datasette", "--salida", str(tmp_path / "s")]) == 3
    assert "SQLite" in capsys.readouterr().err
    postgres.quitar(url)  # type: ignore[attr-defined]
