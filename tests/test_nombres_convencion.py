"""Regions and services whose reading two careful people could differ on are not said to be sure. Lines typed by hand."""

from __future__ import annotations

import pytest

from extractor.normalizadores.regiones import normalizar_region
from extractor.normalizadores.servicios import normalizar_servicio


@pytest.mark.parametrize(
    ("texto", "codigos"),
    [
        ("5", "05"), ("SEREMI 5", "05"), ("Segunda", "02"), ("VII-X", "07;08;09;10"), ("Valle del Maule", "07"), ("Maule y/o Biobío", "07;08"),
        ("Primera, Quinta y Décima", "01;05;10"), ("Nueva Atacama", "03"), ("Oficina Valparaíso, Región Metropolitana", "05;13"),
        ("Lagos", "10"), ("General Carlos Ibáñez", "11"), ("de Coquimbo al Maule", "04;05;06;07"), ("Dirección V", "05"),
    ],
)  # fmt: skip
def test_regiones_aproximadas(texto: str, codigos: str) -> None:
    region = normalizar_region(texto, 2008)
    assert (";".join(region.codigos), region.certeza) == (codigos, "aproximada")


@pytest.mark.parametrize("texto", ["Nacional", "A nivel nacional", "Nivel nacional", "Nivel central y las 15 regiones", "Nivel Central (todas las regiones)"])
def test_nacional_puede_ser_el_nivel_central(texto: str) -> None:
    region = normalizar_region(texto, 2008)
    assert (region.alcance, region.certeza) == ("TODAS", "aproximada")


@pytest.mark.parametrize(
    "texto", ["Región y nivel central", "Nivel Central y Regional", "Nivel Central / Región", "Nivel nacional y regional", "Osorno, Pedro",
             "Área Metropolitana de Valparaíso", "I, II, ...", "Desde el Maule", "Todas las regiones (I a XII)", "RM y resto de regiones"],
)  # fmt: skip
def test_regiones_dudosas(texto: str) -> None:
    assert normalizar_region(texto, 2008).certeza == "dudosa"


@pytest.mark.parametrize(
    ("texto", "codigos"), [("Región: 5", "05"), ("V", "05"), ("08", "08"), ("Segunda Región", "02"), ("XI-XII", "11;12"), ("3ª", "03")]
)  # fmt: skip
def test_regiones_que_siguen_seguras(texto: str, codigos: str) -> None:
    region = normalizar_region(texto, 2008)
    assert ";".join(region.codigos) == codigos
    assert region.certeza in ("exacta", "alias")


@pytest.mark.parametrize(
    ("texto", "codigo"),
    [
        ("Ministerio del Trabajo - Subsecretaría", "subtrabajo"), ("Subsecretaría, Ministerio del Trabajo y Previsión Social", "subtrabajo"),
        ("Ministerio de Relaciones Exteriores - Subsecretaría", "subrree"), ("Capacitación SENCE", "sence"), ("Becas JUNAEB", "junaeb"),
        ("SERNATRU Región de Aysén, Servicio Nacional de Turismo", "sernatur"), ("JUNJII, Junta Nacional de Jardines Infantiles", "junji"),
        ("El presente informe lo emite la Dirección Regional de INJUV Maule con datos de la DT", "injuv"),
        ("Este informe da cuenta de lo realizado por SERCOTEC durante 2008", "sercotec"),
    ],
)  # fmt: skip
def test_servicios_aproximados(texto: str, codigo: str) -> None:
    servicio = normalizar_servicio(texto)
    assert servicio is not None
    assert (servicio.codigo, servicio.certeza) == (codigo, "aproximada")


@pytest.mark.parametrize("texto", ["Ministerio de Salud - Subsecretaría", "Según Instituto de Desarrollo Agropecuario INDAP"])
def test_lo_que_no_dice_cual_no_es_un_servicio(texto: str) -> None:
    assert normalizar_servicio(texto) is None
