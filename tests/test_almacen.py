"""The database: the same rows however often it is loaded, whole documents only, and every row with its place."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from ayudas_salidas import hallazgo, informe

from extractor.almacen import abrir
from extractor.errores import ErrorUso
from extractor.lote import Encargo, Hecho, cargar
from extractor.lote.fallidos import informe_fallido
from extractor.modelo.informe import Informe

CUENTAS = {
    "version_esquema": 1,
    "documento": 1,
    "documento_ruta": 1,
    "extraccion": 1,
    "tabla": 1,
    "fila": 1,
    "actividad": 2,
    "cifra": 6,
    "responsable": 2,
    "seccion": 1,
    "verificacion": 2,
    "hallazgo": 2,
}


def volcado(base: Path) -> list[str]:
    with sqlite3.connect(base) as conexion:
        return sorted(conexion.iterdump())


def url(base: Path) -> str:
    return f"sqlite:///{base}"


def test_cargar_dos_veces_da_las_mismas_filas(tmp_path: Path) -> None:
    base = tmp_path / "i.db"
    with abrir(url(base)) as deposito:
        deposito.guardar(informe(), fondo="F1")
        assert deposito.cuentas() == CUENTAS
    primero = volcado(base)
    with abrir(url(base)) as deposito:
        deposito.guardar(informe(), fondo="F1")
    assert volcado(base) == primero


def test_dos_bases_cargadas_en_otro_orden_son_iguales(tmp_path: Path) -> None:
    leidos = [informe("a.txt", b"a"), informe("b.txt", b"b")]
    for nombre, orden in (("1.db", leidos), ("2.db", leidos[::-1])):
        with abrir(url(tmp_path / nombre)) as deposito:
            for leido in orden:
                deposito.guardar(leido)
    assert volcado(tmp_path / "1.db") == volcado(tmp_path / "2.db")


def test_el_mismo_archivo_en_dos_rutas_es_un_documento(tmp_path: Path) -> None:
    with abrir(url(tmp_path / "i.db")) as deposito:
        deposito.guardar(informe("a.txt", b"a"))
        deposito.guardar(informe("copia/a.txt", b"a"))
        assert deposito.cuentas() == {**CUENTAS, "documento_ruta": 2}


def test_una_version_nueva_reemplaza_las_filas(tmp_path: Path) -> None:
    base = tmp_path / "i.db"
    with abrir(url(base)) as deposito:
        deposito.guardar(informe())
        deposito.guardar(informe(hallazgos=(hallazgo("f" * 16, "NUEVO", "aviso"),)))
        assert deposito.cuentas()["hallazgo"] == 1
    with sqlite3.connect(base) as conexion:
        assert conexion.execute("select codigo from hallazgo").fetchall() == [("NUEVO",)]


def test_cifras_con_texto_valor_y_lugar(tmp_path: Path) -> None:
    base = tmp_path / "i.db"
    with abrir(url(base)) as deposito:
        deposito.guardar(informe())
    with sqlite3.connect(base) as conexion:
        filas = conexion.execute(
            "select texto, valor, typeof(valor), linea_inicio, json_extract(origen, '$.texto') from cifra order by linea_inicio"
        ).fetchall()
    assert filas == [
        ("50", "50", "text", 5, "50"),
        ("50,0", "50.0", "text", 6, "50,0"),
        ("25", "25", "text", 7, "25"),
        ("Pendiente", None, "null", 8, "Pendiente"),
        ("100", "100", "text", 9, "100"),
        ("100", "100", "text", 10, "100"),
    ]


def test_los_informes_vuelven_iguales(tmp_path: Path) -> None:
    leidos = {leido.documento.sha256: leido for leido in (informe("a.txt", b"a"), informe("b.txt", b"b"))}
    with abrir(url(tmp_path / "i.db")) as deposito:
        for leido in leidos.values():
            deposito.guardar(leido)
        assert [i.documento.sha256 for i in deposito.informes()] == sorted(leidos)
        assert {i.documento.sha256: i for i in deposito.informes()} == leidos
        assert len(list(deposito.informes_con("AAAA"))) == 2
        assert list(deposito.informes_con("a%")) == []


def test_claves_foraneas_vigentes_y_sin_huerfanos(tmp_path: Path) -> None:
    from sqlalchemy import text
    from sqlalchemy.exc import IntegrityError

    base = tmp_path / "i.db"
    with abrir(url(base)) as deposito:
        deposito.guardar(informe())
        with pytest.raises(IntegrityError), deposito._motor.begin() as conexion:
            conexion.execute(text("delete from documento"))
    with sqlite3.connect(base) as directa:
        assert directa.execute("pragma foreign_key_check").fetchall() == []


def test_una_carga_cortada_no_deja_medio_documento(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor.almacen import deposito as modulo

    base = tmp_path / "i.db"
    with abrir(url(base)) as deposito:
        deposito.guardar(informe())
    antes = volcado(base)

    def cortado(leido: Informe) -> object:
        todos = list(renglones(leido))
        yield from todos[:4]
        raise KeyboardInterrupt

    renglones = modulo.renglones
    monkeypatch.setattr(modulo, "renglones", cortado)
    with abrir(url(base)) as deposito, pytest.raises(KeyboardInterrupt):
        deposito.guardar(informe("a.txt", b"a", hallazgos=()))
    assert volcado(base) == antes


def test_los_fallidos_quedan_con_su_motivo(tmp_path: Path) -> None:
    base = tmp_path / "i.db"
    with abrir(url(base)) as deposito:
        for nombre in ("x.txt", "y.txt"):  # neither can be opened: two documents, not one empty content
            deposito.guardar(informe_fallido(tmp_path / nombre, nombre, "DOCUMENTO_ILEGIBLE", f"{nombre} no abre"))
    with sqlite3.connect(base) as conexion:
        assert conexion.execute("select estado, motivo from documento order by motivo").fetchall() == [
            ("fallido", "x.txt no abre"),
            ("fallido", "y.txt no abre"),
        ]


def test_una_falla_al_guardar_no_detiene_la_carga(tmp_path: Path) -> None:
    """Two rows with one index cannot both be stored: our fault, told as such, and the rest can go on."""
    leido = informe()
    tabla = leido.tablas[0]
    repetido = leido.model_copy(update={"tablas": (tabla.model_copy(update={"filas": tabla.filas * 2}),)})
    (tmp_path / "a.txt").write_bytes(b"a")
    with abrir(url(tmp_path / "i.db")) as deposito:
        hecho = cargar(Hecho(Encargo(tmp_path / "a.txt", "a.txt"), repetido), deposito)
        assert hecho.traza is not None and hecho.informe.documento.estado == "fallido"
        assert deposito.cuentas()["documento"] == 1 and deposito.cuentas()["fila"] == 0


@pytest.mark.parametrize(
    ("direccion", "dice"),
    [
        ("no es una url", "no es la dirección"),
        ("nada://x", "no se conoce la base de datos"),
        ("sqlite:////no/existe/i.db", "no se puede usar"),
        ("mysql+mysqldb://u:secreta@x/y", "falta instalar"),
    ],
)
def test_direccion_mala(direccion: str, dice: str) -> None:
    with pytest.raises(ErrorUso) as error:
        abrir(direccion)
    assert dice in str(error.value) and "secreta" not in str(error.value)


def test_base_ajena_o_de_otra_version(tmp_path: Path) -> None:
    with pytest.raises(ErrorUso, match="no existe la base"):
        abrir(url(tmp_path / "nada.db"), crear=False)
    assert not (tmp_path / "nada.db").exists()
    (tmp_path / "texto.db").write_text("esto no es una base de datos, es un texto largo " * 30, "utf-8")
    with pytest.raises(ErrorUso, match="no se puede usar"):
        abrir(url(tmp_path / "texto.db"))
    with abrir(url(tmp_path / "i.db")):
        pass
    with sqlite3.connect(tmp_path / "i.db") as conexion:
        conexion.execute("update version_esquema set version = 99")
    with pytest.raises(ErrorUso, match="esquema 99"):
        abrir(url(tmp_path / "i.db"))


def test_lo_que_puede_faltar_en_el_informe_puede_faltar_en_la_base() -> None:
    """A field that the records allow to be None must be nullable, or one real report could not be loaded."""
    from types import NoneType
    from typing import get_args

    from extractor.almacen import esquema
    from extractor.modelo import hallazgo as h
    from extractor.modelo import informe as m

    pares = [
        (m.FichaDocumento, esquema.Documento),
        (m.Tabla, esquema.Tabla),
        (m.Fila, esquema.Fila),
        (m.Actividad, esquema.Actividad),
        (m.Cifra, esquema.Cifra),
        (m.Responsable, esquema.Responsable),
        (m.Seccion, esquema.Seccion),
        (h.Verificacion, esquema.Verificacion),
        (h.Hallazgo, esquema.Hallazgo),
    ]
    revisados = 0
    for registro, tabla in pares:
        for columna in tabla.__table__.columns:
            campo = registro.model_fields.get(columna.name)
            if campo is not None and NoneType in get_args(campo.annotation):
                revisados += 1
                assert columna.nullable, f"{tabla.__tablename__}.{columna.name}"
    assert revisados > 25
