"""Tables without a region line in a document of one region; regions that the report's year does not have."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

from extractor.modelo.informe import Informe

AVANCE = (
    "<p>Actividad III. 4: Análisis del avance en la implementación de los Programas de Trabajo 2009</p><table border='1'><tr><td>Objetivos específicos</td>"
    "<td>Avance efectivo en la implementación de las actividades</td><td>Recomendaciones y compromisos</td><td>Responsable</td></tr>"
    "<tr><td>Abrir</td><td>Al día</td><td>Ninguna</td><td>Unidad de Riego</td></tr></table>"
)
PROGRAMA = (
    "<p>Actividad III. 1. Programa de Trabajo 2009</p>{linea}<table border='1'><tr><td>Objetivos específicos</td><td>Indicador</td>"
    "<td>Meta anual o actividades comprometidas</td><td>Ponderación (%)</td><td>Cumple/no cumple</td><td>Ponderación ganada</td></tr>"
    "<tr><td>Abrir</td><td>Rondas</td><td>Meta: 4 rondas</td><td>100</td><td>Cumple</td><td>100</td></tr></table>"
)


def _leer(*lineas: str) -> Informe:
    programas = "".join(PROGRAMA.format(linea=f"<p>{linea}</p>") for linea in lineas)
    titulo = "<p>FORMATOS DE LA ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2009</p>"
    return informe(f"<html><body>{titulo}{programas}{AVANCE}</body></html>", "x.html")


@pytest.mark.parametrize("lineas", [("REGIÓN: Aysén",), ("REGIÓN: Aysén", "Región: XI Región"), ("REGIÓN: AYSÉN", "Región: Región de Aysén")])
def test_la_tabla_sin_linea_hereda_la_unica_del_documento(lineas: tuple[str, ...]) -> None:
    leido = _leer(*lineas)
    region = leido.tablas[-1].region
    assert (leido.tablas[-1].tipo, region.codigos, region.heredada) == ("analisis_avance", ("11",), True)
    assert "REGION_NO_INDICADA" not in {h.codigo for h in leido.hallazgos}


def test_con_dos_regiones_no_se_supone_cual() -> None:
    assert _leer("REGIÓN: Aysén", "REGIÓN: Magallanes").tablas[-1].region.codigos == ()


def test_una_linea_en_blanco_sigue_en_blanco() -> None:
    regiones = [t.region for t in _leer("REGIÓN: Aysén", "REGIÓN:").tablas]
    assert (regiones[1].alcance, regiones[1].heredada) == ("SIN_DATO", False)


def _de_2007(*lineas: str) -> Informe:
    tabla = (
        "<table border='1'><tr><td>Propósito</td><td>Tareas</td><td>Peso</td><td>Cumple</td><td>Peso obtenido</td></tr>"
        "<tr><td>Caletas</td><td>Pintar el muelle</td><td>100</td><td>Sí</td><td>100</td></tr></table>"
    )
    cuerpo = "".join(f"<p>Actividad 1.1: Programa de Trabajo GT 2007</p><p>Región: {linea}</p>{tabla}" for linea in lineas)
    return informe(f"<html><body><p>ETAPA 3: PROGRAMA DE TRABAJO GT 2007</p>{cuerpo}</body></html>", "x.html")


@pytest.mark.parametrize("linea", ["Los Ríos", "XIV Región", "14ª Región", "Región de Los Ríos", "Arica y Parinacota", "15ª Región", "XIV de Los Ríos"])
def test_una_region_que_el_anio_no_tiene_se_dice(linea: str) -> None:
    leido = _de_2007("Maule", linea)
    assert [t.region.codigos for t in leido.tablas] == [("07",), ()]
    (hallazgo,) = [h for h in leido.hallazgos if h.codigo == "REGION_NO_INDICADA"]
    assert (hallazgo.tabla, hallazgo.gravedad) == (leido.tablas[1].id, "aviso")
    assert linea in hallazgo.mensaje and ("14" in hallazgo.explicacion or "15" in hallazgo.explicacion)


def test_la_misma_region_en_varias_tablas_se_dice_una_vez() -> None:
    (hallazgo,) = [h for h in _de_2007("Los Ríos", "Los Ríos").hallazgos if h.codigo == "REGION_NO_INDICADA"]
    assert [lugar.tabla for lugar in hallazgo.lugares] == ["t01", "t02"]


def test_las_regiones_de_su_anio_no_se_avisan() -> None:
    assert "REGION_NO_INDICADA" not in {h.codigo for h in _de_2007("Maule", "X Región", "Todas las regiones", "Nivel Central").hallazgos}
