"""Goals and results in columns of their own, in an evaluation as in a programme: a figure each, of the same indicator."""

from __future__ import annotations

import pytest
from ayudas_partes import Filas, docx, html, texto

from extractor.modelo.informe import Informe

CUARTA = ("Servicio de Faros y Boyas", "Gestión Territorial 2009", "Etapa 4: evaluación", "Región: Coquimbo", "Actividad 1.1 Objetivos")
CABEZA = ("Objetivo específico", "Indicador", "Meta 2009", "Resultado efectivo", "Evaluación")
FORMATOS = pytest.mark.parametrize("leer", [html, docx, texto])
BUENA = ("Fondear boyas en las caletas", "N° de boyas fondeadas", "6", "7", "Cumple")
BAJO = "AVANCE_BAJO_META"


def _cuadro(*filas: tuple[str, ...]) -> Filas:
    return (CABEZA, *filas)


def _bajas(leido: Informe) -> list[tuple[int | None, str | None, str | None]]:
    return [(h.fila, h.informado, h.recalculado) for h in leido.hallazgos if h.codigo == BAJO]


@FORMATOS
def test_lo_que_la_evaluacion_declara_cumplido_bajo_su_meta(leer) -> None:  # type: ignore[no-untyped-def]
    leido = leer(*CUARTA, _cuadro(BUENA, ("Pintar los faros del norte", "N° de faros pintados", "12", "9", "Cumple")))
    assert [c.rol for c in leido.tablas[0].columnas] == ["objetivo", "indicador", "meta", "resultado", "estado"]
    assert _bajas(leido) == [(1, "9", "12")]
    (hallazgo,) = (h for h in leido.hallazgos if h.codigo == BAJO)
    assert hallazgo.gravedad == "logica" and hallazgo.norma is None
    assert [v.resultado for v in leido.verificaciones if v.regla == BAJO] == ["CUADRA", "NO_CUADRA"]


@pytest.mark.parametrize(
    ("meta", "resultado"),
    [("80%", "72%"), ("80 %", "79,4 %"), ("4", "3,5"), ("1.200.000", "900.000.000"), ("$ 42.000", "$ 31.000")],
)
def test_con_su_unidad(meta: str, resultado: str) -> None:
    leido = html(*CUARTA, _cuadro(BUENA, ("Pintar los faros", "Faros pintados", meta, resultado, "Cumple")))
    assert bool(_bajas(leido)) == (resultado != "900.000.000")


@pytest.mark.parametrize(
    "fila",
    [
        ("Pintar los faros", "N° de faros", "12", "9", "Cumple parcialmente"),
        ("Pintar los faros", "N° de faros", "12", "9", "No cumple"),
        ("Pintar los faros", "N° de faros", "12", "12", "Cumple"),
        # less is better, by the indicator or the objective
        ("Acudir pronto", "Tiempo promedio de llegada (horas)", "4", "3,5", "Cumple"),
        ("Reducir las varadas", "N° de varadas", "12", "9", "Cumple"),
        ("Navegar seguro", "N° de accidentes en la bahía", "12", "9", "Cumple"),
        ("Navegar seguro", "Costo por boya", "$ 42.000", "$ 31.000", "Cumple"),
        # of other units, with another reading, or within the rounding of what was measured
        ("Pintar los faros", "% de faros", "80%", "9", "Cumple"),
        ("Pintar los faros", "N° de faros", "12", "80%", "Cumple"),
        ("Pintar los faros", "Metros de muro", "1.200", "900", "Cumple"),
        ("Pintar los faros", "% de faros", "72,5%", "72%", "Cumple"),
        # a year, a word, a blank
        ("Pintar los faros", "Año de término", "2009", "2008", "Cumple"),
        ("Pintar los faros", "N° de faros", "todos", "9", "Cumple"),
        ("Pintar los faros", "N° de faros", "12", "nueve de once", "Cumple"),
    ],
)  # fmt: skip
def test_lo_que_no_acusa(fila: tuple[str, ...]) -> None:
    assert _bajas(html(*CUARTA, _cuadro(BUENA, fila))) == []


def test_en_un_programa_tambien() -> None:
    cabeza = ("Objetivos", "Indicador", "Meta", "Resultado", "Actividades", "Ponderación (%)", "Cumple", "Ponderación ganada")
    filas = (("Faros", "N° de faros", "12", "9", "Pintar", "60", "Sí", "60"), ("Boyas", "N° de boyas", "6", "6", "Fondear", "40", "Sí", "40"))
    leido = html("ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO 2009", "Región: Coquimbo", (cabeza, *filas))
    assert _bajas(leido) == [(0, "9", "12")]
