"""Whose a report is where the first page, the letterhead and the signature name different bodies."""

from __future__ import annotations

import pytest

from extractor.normalizadores.servicios import servicio_del_documento

CUERPO = "ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2009\nActividad 1.1\nSe abrieron dos oficinas.\nRosa Ilabaca\n"


@pytest.mark.parametrize(
    ("portada", "membretes", "firma", "codigo"),
    [
        ("MINISTERIO DE PLANIFICACIÓN", ("MIDEPLAN / SERPLAC Región del Maule",), "Seremi de Planificación y Coordinación", "mideplan"),
        ("MINISTERIO DE PLANIFICACIÓN\nFONDO DE SOLIDARIDAD E INVERSIÓN SOCIAL", ("SERPLAC Maule",), "Director Regional", "fosis"),
        ("SERVICIO NACIONAL DE TURISMO", ("SERNATUR – FOSIS Maule",), "Directora Regional FOSIS", "sernatur"),
        ("MINISTERIO DE AGRICULTURA", ("Servicio Agrícola y Ganadero",), "Director Regional", "sag"),
        ("SECRETARÍA REGIONAL MINISTERIAL DE PLANIFICACIÓN Y COORDINACIÓN", ("SERPLAC",), "Seremi", "serplac"),
        ("DIRECCIÓN DE PRESUPUESTOS", ("Ministerio de Agricultura – Gestión Territorial 2009",), "Jefe de Oficina", "dipres"),
        ("", ("Ministerio de Agricultura – Gestión Territorial 2009",), "Jefe de Oficina", "minagri"),
    ],
)
def test_el_encabezado_de_la_primera_pagina_manda(portada: str, membretes: tuple[str, ...], firma: str, codigo: str) -> None:
    leido = servicio_del_documento([], f"{portada}\n{CUERPO}{firma}\n", "informe.docx", membretes)
    assert leido is not None and leido.codigo == codigo
