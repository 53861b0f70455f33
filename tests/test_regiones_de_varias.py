"""A table that weighs nothing, after the programmes of several regions, is not of the last one for standing below it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from ayudas_docx import hacer, p, tabla
from ayudas_texto import informe

from extractor.lectores import leer_bytes
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe
from extractor.modelo.tabla import Tabla
from extractor.proceso import informe_de

TITULO = "ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2008"
COLUMNAS = ("Objetivos", "Actividades", "Ponderación", "Cumple o No cumple", "Ponderación ganada")
AVANCE = (
    ("Objetivo", "Avance", "Recomendaciones", "Responsable"),
    ("Faros", "Las luces funcionan todas las noches", "Pintarlas en verano", "Unidad de Faros"),
    ("Boyas", "Las nuevas están fondeadas", "Revisar sus cadenas", "Unidad de Boyas"),
)
PRESUPUESTO = (("Región", "Asignado M$", "Gastado M$"), ("Atacama", "31.500", "30.100"), ("Los Lagos", "12.000", "11.950"))
Cuadro = tuple[tuple[str, ...], ...]


def _programa(faro: str) -> Cuadro:
    return (COLUMNAS, ("Faros", f"Encender la linterna de {faro}", "60", "Cumple", "60"), ("Boyas", f"Fondear la de {faro}", "40", "Cumple", "40"))


def _docx(*partes: str | Cuadro) -> Informe:
    cuerpo = "".join(p(x) if isinstance(x, str) else tabla(*x) for x in (TITULO, *partes))
    return informe_de(leer_bytes(hacer(cuerpo), "informe.docx"), Declarado())


def _texto(*partes: str | Cuadro) -> Informe:
    bloques = [x if isinstance(x, str) else "\n".join("\t".join(f) for f in x) for x in (TITULO, *partes)]
    return informe("\n\n".join(bloques) + "\n")


def _region(leida: Tabla) -> tuple[str | None, tuple[str, ...]]:
    return leida.region.texto, tuple(leida.region.codigos)


DOS = ("Región: Atacama", _programa("Caldera"), "Región: Los Lagos", _programa("Ancud"))


@pytest.mark.parametrize("hacer_informe", [_docx, _texto])
@pytest.mark.parametrize("entre", [("Análisis del avance",), ("Desempeño de la región: 100%", "Avance del programa"), ()])
def test_el_analisis_que_viene_una_vez_no_es_de_la_ultima(hacer_informe: Callable[..., Informe], entre: tuple[str, ...]) -> None:
    leido = hacer_informe(*DOS, *entre, AVANCE)
    assert [_region(t)[1] for t in leido.tablas] == [("03",), ("10",), ()]
    assert leido.tablas[-1].region.alcance == "SIN_DATO" and leido.tablas[-1].region.heredada
    assert leido.hallazgos == ()


def test_si_cada_region_trae_el_suyo_es_de_ella() -> None:
    leido = _docx("Región: Atacama", _programa("Caldera"), AVANCE, "Región: Los Lagos", _programa("Ancud"), AVANCE)
    assert [_region(t)[1] for t in leido.tablas] == [("03",), ("03",), ("10",), ("10",)]


def test_el_de_una_region_del_medio_es_de_ella() -> None:
    leido = _docx("Región: Atacama", _programa("Caldera"), AVANCE, "Región: Los Lagos", _programa("Ancud"))
    assert [_region(t)[1] for t in leido.tablas] == [("03",), ("03",), ("10",)]


def test_con_una_sola_region_todo_es_de_ella() -> None:
    leido = _docx("Región: Atacama", _programa("Caldera"), "Análisis del avance", AVANCE)
    assert [_region(t)[1] for t in leido.tablas] == [("03",), ("03",)]


def test_con_su_propia_linea_es_de_la_que_dice() -> None:
    leido = _docx(*DOS, "Análisis del avance", "Región: Los Lagos", AVANCE)
    assert _region(leido.tablas[-1]) == ("Los Lagos", ("10",))
    leido = _docx(*DOS, "Análisis del avance", "Regiones: Atacama y Los Lagos", AVANCE)
    assert _region(leido.tablas[-1])[1] == ("03", "10")


@pytest.mark.parametrize("hacer_informe", [_docx, _texto])
def test_las_regiones_de_una_columna(hacer_informe: Callable[..., Informe]) -> None:
    leido = hacer_informe(*DOS, "Anexo: gasto por región", PRESUPUESTO)
    assert _region(leido.tablas[-1]) == ("Atacama, Los Lagos", ("03", "10"))


def test_la_columna_con_su_total() -> None:
    leido = _docx(*DOS, "Anexo: gasto por región", (*PRESUPUESTO, ("Total", "43.500", "42.050")))
    assert _region(leido.tablas[-1])[1] == ("03", "10")


def test_la_columna_con_el_nivel_central() -> None:
    leido = _docx(*DOS, "Anexo: gasto por región", (*PRESUPUESTO, ("Nivel Central", "1.000", "900")))
    assert _region(leido.tablas[-1])[1] == ("03", "10")
    assert leido.hallazgos == ()


def test_el_avance_con_su_columna_y_el_nivel_central() -> None:
    avance = (
        ("Región", "Avance efectivo", "Recomendaciones", "Responsable"),
        ("Atacama", "Las luces funcionan todas las noches", "Pintarlas en verano", "Unidad de Faros"),
        ("Los Lagos", "Las boyas están fondeadas", "Revisar sus cadenas", "Unidad de Boyas"),
        ("Nivel Central", "El manual se mandó a las oficinas", "Mandar el que sigue", "Unidad de Estudios"),
    )
    leido = _docx(*DOS, "Avance del programa", avance)
    assert leido.tablas[-1].tipo == "analisis_avance" and _region(leido.tablas[-1])[1] == ("03", "10")
    assert "REGION_NO_INDICADA" not in {h.codigo for h in leido.hallazgos}


def test_la_columna_que_trae_otra_cosa_no_dice_regiones() -> None:
    leido = _docx(*DOS, "Anexo: gasto", (*PRESUPUESTO, ("Bodega central", "1.000", "900")))
    assert leido.tablas[-1].region.alcance == "SIN_DATO"


def test_el_desempeno_de_una_region_no_anuncia_la_tabla_que_sigue() -> None:
    leido = _docx(
        "Región: Atacama", _programa("Caldera"), "Nivel Central", _programa("Valparaíso"),
        "Desempeño del servicio: NO CUMPLE, por hallarse la Región de Atacama bajo el 90 %", AVANCE,
    )
    assert leido.tablas[-1].region.alcance == "SIN_DATO"
