"""Which body a report is of, where several share a code: a regional government, the under-secretariat of a ministry."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

from extractor.normalizadores.servicios import normalizar_servicio

PROGRAMA = (
    "<table border='1'><tr><td>Propósito</td><td>Tareas</td><td>Peso</td><td>Cumple</td><td>Peso obtenido</td></tr>"
    "<tr><td>Caletas</td><td>Pintar el muelle</td><td>100</td><td>Sí</td><td>100</td></tr></table>"
)


@pytest.mark.parametrize(
    ("texto", "codigo", "nombre"),
    [
        ("GOBIERNO REGIONAL DE COQUIMBO", "gore", "Gobierno Regional de Coquimbo"),
        ("Gobierno Regional del Bío Bío", "gore", "Gobierno Regional del Biobío"),
        ("Gobierno Regional de la Araucanía", "gore", "Gobierno Regional de La Araucanía"),
        ("Gobierno Regional Región de Aisén", "gore", "Gobierno Regional de Aysén"),
        ("Gobierno Regional de Magallanes", "gore", "Gobierno Regional de Magallanes y de la Antártica Chilena"),
        ("Gobierno Regional Metropolitano", "gore", "Gobierno Regional Metropolitano de Santiago"),
        ("Gobierno Regional", "gore", "Gobierno Regional"),
        ("Subsecretaría de Obras Públicas", "mop", "Subsecretaría de Obras Públicas"),
        ("Subsecretaría de Vivienda", "minvu", "Subsecretaría de Vivienda y Urbanismo"),
        ("Ministerio de Vivienda y Urbanismo", "minvu", "Ministerio de Vivienda y Urbanismo"),
        ("Subsecretaría de Previsión Social", "subprevision", "Subsecretaría de Previsión Social"),
        ("Subsecretaría de Pesca", "subpesca", "Subsecretaría de Pesca"),
    ],
)
def test_el_cuerpo_que_se_nombra(texto: str, codigo: str, nombre: str) -> None:
    hallado = normalizar_servicio(texto)
    assert hallado is not None and (hallado.codigo, hallado.nombre) == (codigo, nombre)


@pytest.mark.parametrize(
    ("titulo", "nombre"),
    [
        ("GOBIERNO REGIONAL DE ATACAMA", "Gobierno Regional de Atacama"),
        ("Gobierno Regional de Los Lagos", "Gobierno Regional de Los Lagos"),
        ("SUBSECRETARÍA DE JUSTICIA", "Subsecretaría de Justicia"),
    ],
)
def test_el_servicio_de_un_informe_por_su_portada(titulo: str, nombre: str) -> None:
    cuerpo = f"<p>{titulo}</p><p>ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2007</p><p>Región: Atacama</p>{PROGRAMA}"
    servicio = informe(f"<html><body>{cuerpo}</body></html>", "x.html").documento.servicio
    assert servicio is not None and servicio.nombre == nombre


def test_el_gobierno_regional_que_solo_se_menciona_no_firma_el_informe() -> None:
    cuerpo = (
        "<p>SERVICIO NACIONAL DE CAPACITACIÓN Y EMPLEO</p><p>ETAPA 3: PROGRAMA DE TRABAJO GT 2007</p><p>Región: Atacama</p>"
        f"<p>Gobierno Regional de Atacama</p>{PROGRAMA}"
    )
    servicio = informe(f"<html><body>{cuerpo}</body></html>", "x.html").documento.servicio
    assert servicio is not None and servicio.codigo == "sence"
