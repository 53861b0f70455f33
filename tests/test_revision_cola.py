"""The order of the review page's queue: by severity, by what is at stake, by path and place."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from ayudas_almacen import consulta
from ayudas_reconciliador import informe as de_tablas
from ayudas_reconciliador import tabla
from ayudas_salidas import hallazgo, informe
from sqlalchemy import text

from extractor.almacen import abrir, migracion
from extractor.almacen.conexion import abrir_motor, escribiendo, leer_url
from extractor.almacen.consecuencia import en_juego
from extractor.modelo.hallazgo import GRAVEDADES, Hallazgo, Lugar
from extractor.revision import cola

TABLA = tabla("40 | cumple | 40\n30 | no | 30\n30 | cumple | 30")


def _hallado(numero: int = 0, **cambios: Any) -> Hallazgo:
    vacio = {"tabla": None, "fila": None, "actividad": None, "campo": None, "diferencia": None, "lugares": ()}
    return hallazgo(f"{numero:016x}", **{"codigo": "ACUMULADO_NO_CUADRA", "gravedad": "aritmetica", **vacio, **cambios})


def _sin_subir(base: str) -> list[tuple[Any, ...]]:
    """Opening a database brings it to the newest schema; this asks it as it is."""
    motor = abrir_motor(leer_url(base))
    with motor.connect() as conexion:
        filas = [tuple(fila) for fila in conexion.execute(text("select formula, s.texto from verificacion, seccion s"))]
    motor.dispose()
    return filas


def _migrar(base: str, hasta: str) -> None:
    motor = abrir_motor(leer_url(base))
    with escribiendo(motor) as conexion:
        migracion.migrar(conexion, hasta)
    motor.dispose()


def _lugar(fila: int | None, actividad: int | None) -> Lugar:
    return Lugar(tabla="t1", fila=fila, actividad=actividad, origen=None)


@pytest.mark.parametrize(
    ("cambios", "puntos"),
    [
        ({"tabla": "t1", "diferencia": "-5.5"}, "5.5"),
        ({"codigo": "DESEMPENO_REGION_NO_CUADRA", "tabla": "t1", "diferencia": "10"}, "10"),
        ({"codigo": "AVANCE_BAJO_META", "tabla": "t1", "diferencia": "500", "fila": 0}, "100"),
        ({"codigo": "ACUMULADO_INCOMPLETO", "tabla": "t1", "diferencia": "1", "fila": 0, "actividad": 2}, "30"),
        ({"tabla": "t1", "fila": 0, "actividad": 1, "campo": "estado"}, "30"),
        ({"tabla": "t1", "fila": 0, "lugares": (_lugar(0, 0), _lugar(0, 2))}, "100"),
        ({"tabla": "t1", "fila": 0, "actividad": 0, "lugares": (_lugar(0, 0), _lugar(0, 2))}, "70"),
        ({"tabla": "t1", "lugares": (_lugar(0, 1),)}, "100"),
        ({"tabla": "s1"}, "0"),
        ({}, "0"),
    ],
)
def test_lo_que_esta_en_juego(cambios: dict[str, Any], puntos: str) -> None:
    """The difference of its figures; else the weights it names, none twice."""
    assert [len(fila.actividades) for fila in TABLA.filas] == [3]
    assert en_juego({"t1": TABLA.model_copy(update={"id": "t1"})}, _hallado(**cambios)) == Decimal(puntos)


@pytest.mark.parametrize(
    ("cambios", "puntos"),
    [
        ({"tabla": "t1", "fila": 0, "actividad": 1}, "30"),
        ({"tabla": "t1"}, "100"),
        ({"tabla": "t1", "informado": "0.35", "recalculado": "0.30", "diferencia": "0.05"}, "5"),
        ({"tabla": "t1", "informado": "35", "recalculado": "30", "diferencia": "5"}, "5"),
    ],
)
def test_las_fracciones_de_uno_se_cuentan_en_puntos(cambios: dict[str, Any], puntos: str) -> None:
    """Weights of 0.4, 0.3 and 0.3; a total of the table may be printed in per cent."""
    fracciones = tabla("0.4 | cumple | 0.4\n0.3 | no | 0\n0.3 | cumple | 0.3").model_copy(update={"id": "t1"})
    sin_cifras = {"informado": None, "recalculado": None}
    assert en_juego({"t1": fracciones}, _hallado(**{**sin_cifras, **cambios})) == Decimal(puntos)


def test_el_orden_de_la_cola(base: str) -> None:
    """b.txt has the gravest finding, a.txt the one with most at stake; what weighs the same goes by path and place."""
    un_aviso = {"gravedad": "aviso"}
    de_a = [_hallado(1, tabla="t1", fila=0, actividad=1), _hallado(2, **un_aviso), _hallado(3, **un_aviso)]
    de_a += [_hallado(4, tabla="t1", fila=0, actividad=0)]
    de_b = [_hallado(5, **un_aviso), _hallado(6, campo="ponderacion_ganada", diferencia="0.5"), _hallado(7, gravedad="cambia_decision")]
    with abrir(base) as deposito:
        for ruta, contenido, hallados in (("z/b.txt", b"1", de_b), ("a.txt", b"2", de_a)):
            leido = informe(ruta, contenido, tuple(hallados))
            con_tabla = de_tablas(TABLA).tablas[0].model_copy(update={"id": "t1"})
            deposito.guardar(leido.model_copy(update={"tablas": (con_tabla,), "verificaciones": ()}))
        with deposito.leyendo() as conexion:
            entera = cola.pagina(conexion, cola.Filtro()).renglones
            assert [int(r.huella, 16) for r in entera] == [7, 4, 1, 6, 2, 3, 5]
            assert [r.gravedad for r in entera] == sorted((r.gravedad for r in entera), key=GRAVEDADES.index)
            for n, renglon in enumerate(entera):
                assert cola.pagina(conexion, cola.Filtro(), renglon.llave).renglones == entera[n + 1 :]
                assert cola.pagina(conexion, cola.Filtro(), renglon.llave, atras=True).renglones == entera[:n]


def test_una_base_de_antes_conserva_lo_suyo(base: str) -> None:
    """Down to the schema before and up again: what says nothing is null again, and findings have an order to be given."""
    leido = informe(hallazgos=(_hallado(1, campo="ponderacion", diferencia="2"),))
    hecha = leido.verificaciones[0].model_copy(update={"formula": None})
    seccion = leido.secciones[0].model_copy(update={"texto": None})
    with abrir(base) as deposito:
        deposito.guardar(leido.model_copy(update={"verificaciones": (hecha,), "secciones": (seccion,)}))
    assert consulta(base, "select numero, en_juego_millonesimas from hallazgo") == [(0, 2_000_000)]
    _migrar(base, "0002")
    assert _sin_subir(base) == [("", "")]
    assert consulta(base, "select formula from verificacion") == consulta(base, "select texto from seccion") == [(None,)]
    assert consulta(base, "select numero, en_juego_millonesimas from hallazgo") == [(0, 0)]
