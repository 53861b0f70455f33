"""Whose a report is where the first page, the letterhead and the signature name different bodies."""

from __future__ import annotations

import pytest
from ayudas_texto import celda, informe

from extractor.normalizadores.servicios import servicio_del_documento, servicio_y_disputa

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


@pytest.mark.parametrize(
    ("portada", "mencion", "archivo", "codigo", "otro"),
    [
        ("GOBIERNO REGIONAL DE ATACAMA", "", "informe_ind_2009.pdf", "gore", "chiledeportes"),
        ("SERVICIO NACIONAL DE TURISMO", "", "copia para conaf.doc", "sernatur", "conaf"),
        ("SERVICIO NACIONAL DE TURISMO", "CONAF, CONAF y CONAF", "conaf_2009.doc", "sernatur", "conaf"),
        ("", "Lo hizo el Instituto de Desarrollo Agropecuario: INDAP, INDAP e INDAP", "conaf_2009.doc", "indap", "conaf"),
        ("", "Lo hizo el Instituto de Desarrollo Agropecuario: INDAP, INDAP e INDAP, con CONAF", "conaf_2009.doc", "conaf", None),
        ("", "Con INDAP", "conaf_2009.doc", "conaf", None),
        ("MINISTERIO DE AGRICULTURA", "", "conaf_2009.doc", "conaf", None),
        ("CORPORACIÓN NACIONAL FORESTAL", "", "conaf_2009.doc", "conaf", None),
        ("SERNATUR – CONAF", "", "conaf_2009.doc", "conaf", None),
        ("CORPORACIÓN NACIONAL FORESTAL", "", "dos.doc", "conaf", None),
        ("", "Lo hizo el Servicio Aerofotogramétrico de la Fuerza Aérea", "informe_saf.doc", "saf", None),
    ],
)
def test_el_nombre_del_archivo_es_lo_que_menos_dice(portada: str, mencion: str, archivo: str, codigo: str, otro: str | None) -> None:
    leido, disputa = servicio_y_disputa([], f"{portada}\n{CUERPO}{mencion}\n", archivo)
    assert leido is not None and leido.codigo == codigo
    assert (disputa is None) == (otro is None)
    assert otro is None or leido.certeza == "dudosa"


def test_un_archivo_con_el_nombre_de_otro_servicio_se_dice() -> None:
    tabla = "".join(celda(t) for t in ("Actividades", "Pond. actividad", "Cumple o no cumple", "Ponderación ganada", "Abrir", "100", "Sí", "100"))
    texto = f"CORPORACIÓN DE FOMENTO DE LA PRODUCCIÓN\n\nETAPA 3 2007\n\n\tRegión: Maule\n\n{tabla}\n"
    dudas = [h.mensaje for h in informe(texto, "conaf.txt").hallazgos if h.codigo == "LECTURA_DUDOSA"]
    assert len(dudas) == 1 and "Corporación Nacional Forestal" in dudas[0]
    assert not [h for h in informe(texto, "enero.txt").hallazgos if h.codigo == "LECTURA_DUDOSA"]
