"""What became of each document is noted: unfinished before it is read, done or failed only after it is stored."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from ayudas_lote import escribir

from extractor.cli import main
from extractor.cli.lugares import manifiesto_de
from extractor.errores import ErrorUso
from extractor.lote import Encargo, Manifiesto

BUENO = "corpus_muestra/txt/gore_los_lagos_2009_etapa3.txt"


def encargo(nombre: str) -> Encargo:
    return Encargo(Path("/archivo") / nombre, nombre)


def notas(archivo: Path) -> list[tuple[str, str, str | None]]:
    with sqlite3.connect(archivo) as base:
        return base.execute("SELECT ruta, estado, codigo FROM manifiesto ORDER BY ruta").fetchall()


def test_primero_a_medias_y_al_final_hecho(tmp_path: Path) -> None:
    archivo = tmp_path / "m.db"
    with Manifiesto(archivo, pytest.fail) as manifiesto:
        manifiesto.empezar(encargo("a"))
        manifiesto.empezar(encargo("b"))
        manifiesto.empezar(encargo("c"))
        assert {p.estado for p in manifiesto.pendientes()} == {"en_curso"}
        manifiesto.terminar(encargo("a"), "0" * 64)
        manifiesto.terminar(encargo("b"), "1" * 64, ("DOCUMENTO_ILEGIBLE", "está dañado"))
    with Manifiesto(archivo, pytest.fail) as manifiesto:
        assert [(p.ruta, p.estado, p.motivo) for p in manifiesto.pendientes()] == [
            ("b", "fallido", "está dañado"),
            ("c", "en_curso", None),
        ]
        assert [manifiesto.pendiente(encargo(n)) for n in "abcd"] == [False, True, True, False]
        manifiesto.terminar(encargo("b"), "1" * 64)
        assert [p.ruta for p in manifiesto.pendientes()] == ["c"]
    assert [ruta.name for ruta in tmp_path.iterdir()] == ["m.db"]


def test_lo_que_ya_estaba_hecho_no_se_vuelve_a_escribir(tmp_path: Path) -> None:
    with Manifiesto(tmp_path / "m.db", pytest.fail) as manifiesto:
        manifiesto.terminar(encargo("a"), "0" * 64)
        antes = manifiesto._base.total_changes
        manifiesto.terminar(encargo("a"), "0" * 64)
        assert manifiesto._base.total_changes == antes
        manifiesto.terminar(encargo("a"), "1" * 64)
        assert manifiesto._base.total_changes > antes


def test_un_archivo_que_no_es_registro(tmp_path: Path) -> None:
    (tmp_path / "m.db").write_text("esto no es una base de datos\n" * 100, "utf-8")
    with pytest.raises(ErrorUso, match="registro"):
        Manifiesto(tmp_path / "m.db", pytest.fail)


def test_si_ya_no_se_puede_escribir_se_dice_una_vez(tmp_path: Path) -> None:
    avisos: list[str] = []
    with Manifiesto(tmp_path / "m.db", avisos.append) as manifiesto:
        manifiesto._base.execute("PRAGMA query_only = ON")
        manifiesto.empezar(encargo("a"))
        manifiesto.empezar(encargo("b"))
    assert len(avisos) == 1 and "sigue sin él" in avisos[0]


def test_donde_se_lleva(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert manifiesto_de("sqlite:///informes.db") == Path("informes.manifiesto.db")
    assert manifiesto_de("sqlite:////abs/x.sqlite?timeout=3") == Path("/abs/x.manifiesto.db")
    assert manifiesto_de("sqlite://") is None and manifiesto_de("sqlite:///:memory:") is None
    servidor = manifiesto_de("postgresql+psycopg://ana:clave@casa/base")
    assert servidor is not None and servidor == manifiesto_de("postgresql+psycopg://ana:otra@casa/base")
    assert servidor != manifiesto_de("postgresql+psycopg://ana:clave@casa/otra")


def migrar(tmp_path: Path, *mas: str) -> int:
    return main(["migrar", str(tmp_path / "i"), "--db", f"sqlite:///{tmp_path / 'x.db'}", "--cache", str(tmp_path / "c"), *mas])


def test_reintentar_solo_lee_los_fallidos(raiz: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bueno = (raiz / BUENO).read_text("utf-8")
    escribir(tmp_path / "i", bueno=bueno, vacio="")
    assert migrar(tmp_path, "--reintentar", "fallidos") == 3
    assert "no hay registro" in capsys.readouterr().err
    assert migrar(tmp_path) == 2
    salida = capsys.readouterr().out
    assert "Sin leer, por razón: 1 por archivo dañado, vacío o que no se puede abrir [DOCUMENTO_ILEGIBLE]\n" in salida and "  vacio.txt: el archivo está vacío" in salida
    assert notas(tmp_path / "x.manifiesto.db") == [
        ("bueno.txt", "hecho", None),
        ("vacio.txt", "fallido", "DOCUMENTO_ILEGIBLE"),
    ]
    assert migrar(tmp_path, "--reintentar", "fallidos") == 2
    assert "Se reintentan 1 de 2 documentos" in capsys.readouterr().err
    escribir(tmp_path / "i", vacio=bueno + "\n")
    assert migrar(tmp_path, "--reintentar", "fallidos") == 0
    assert [estado for _, estado, _ in notas(tmp_path / "x.manifiesto.db")] == ["hecho", "hecho"]
    assert migrar(tmp_path, "--reintentar", "fallidos") == 0
    assert "Se reintentan 0 de 2" in capsys.readouterr().err


def test_un_fallido_guardado_se_lee_de_nuevo_al_reintentar(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    escribir(tmp_path / "i", vacio="")
    migrar(tmp_path)
    migrar(tmp_path)
    assert "Sin leer de nuevo, por no haber cambiado: 1 de 1" in capsys.readouterr().err
    migrar(tmp_path, "--reintentar", "fallidos")
    assert "Sin leer de nuevo" not in capsys.readouterr().err


def test_lo_que_quedo_a_medias_se_dice(raiz: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    escribir(tmp_path / "i", bueno=(raiz / BUENO).read_text("utf-8"))
    with Manifiesto(tmp_path / "x.manifiesto.db", pytest.fail) as manifiesto:
        manifiesto.empezar(Encargo(tmp_path / "i" / "bueno.txt", "bueno.txt"))
    assert migrar(tmp_path) == 0
    assert "1 documento quedó a medias" in capsys.readouterr().err
    assert migrar(tmp_path) == 0
    assert "a medias" not in capsys.readouterr().err


def test_auditar_con_salida_lo_lleva_en_su_carpeta(raiz: Path, tmp_path: Path) -> None:
    assert main(["auditar", str(raiz / BUENO), "--salida", str(tmp_path / "r"), "--gravedad", "cambia_decision"]) == 0
    assert notas(tmp_path / "r" / "manifiesto.db") == [("gore_los_lagos_2009_etapa3.txt", "hecho", None)]
