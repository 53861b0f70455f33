"""Ordinals in words, initials that are no region's number, and regions that a division does not have. Typed by hand with their
answers; the division of 2007 has thirteen regions, that of 2009 fifteen."""

from __future__ import annotations

import pytest

from extractor.normalizadores.regiones import normalizar_region

# fmt: off
CON_CODIGOS = (
    "décima tercera región|2007|13", "DECIMA TERCERA REGION|2009|13", "décima sexta región|2019|16", "treceava región|2007|13",
    "décima, quinta región|2009|05;10", "Décima y Undécima Región|2007|10;11", "Décimo tercer región|2007|13",
    "Décima Tercera Región Metropolitana|2007|13", "Regiones I a XV|2009|01;02;03;04;05;06;07;08;09;10;11;12;13;14;15",
    "I-III y V-VII|2007|01;02;03;05;06;07", "R.M.|2009|13", "V R.|2007|05", "X|2009|10", "XIV y XV Región|2009|14;15", "Rgn. Atacama|2008|03",
    "Ninguna región, salvo la III|2009|03", "actual Región de Los Ríos|2009|14",
    "Todas las regiones, sin excepción alguna|2007|01;02;03;04;05;06;07;08;09;10;11;12;13",
)
DUDOSAS = (
    # of no division of that year, alone or in a range, an exclusion or a list
    "décima séptima región|2009", "vigésima primera región|2009", "Trigésima segunda región|2009", "I a XV|2007",
    "Regiones X a XIV|2007", "Regiones I a XIV|2007", "Todas excepto XIV y V|2007", "Todas las regiones, incluida la XIV|2007",
    "Regiones Maule, Biobío y Ñuble (sin Maule)|2010", "Dirección Regional Ñuble|2009", "Regiones Tarapacá y Ñuble|2009",
    # which ones is not said
    "Demás regiones excepto la RM|2009", "Regiones y RM|2009", "Todas las regiones con oficina provincial|2009", "Todas las regiones donde hay oficina|2009",
    "Todas las regiones priorizadas|2007", "Todas las regiones menos Arica y Aysén y Valdivia|2009", "V, VI...|2009",
    # initials, boxes and items
    "A.I.|2009", "I.N.E.|2009", "A/V|2009", "X I|2009", "V.V.|2007", "(X)|2009", "x|2009", "i)|2009", "XC|2009",
    # other regions are spoken of, and not added
    "Región de Atacama (modelo tomado de la Región de Coquimbo)|2009", "X Región (hoy XIV)|2009", "X Región antes de 2007|2009",
    "Entre Chillán y Temuco|2009", "San Antonio de Naltagua|2009", "Talca 2|2009",
)
SIN_DATO = ("N.I.", "n. i.", "N/I", "S.I.", "n/d", "N/R", "Sin inf.", "Región no informada", "No registra")
# fmt: on


@pytest.mark.parametrize("caso", CON_CODIGOS)
def test_lo_que_se_entiende_tiene_sus_codigos(caso: str) -> None:
    texto, anio, codigos = caso.rsplit("|", 2)
    region = normalizar_region(texto, int(anio))
    assert (";".join(region.codigos), region.certeza != "dudosa") == (codigos, True)


@pytest.mark.parametrize("caso", DUDOSAS)
def test_lo_que_no_existe_o_puede_ser_otra_cosa_queda_en_duda(caso: str) -> None:
    texto, anio = caso.rsplit("|", 1)
    region = normalizar_region(texto, int(anio))
    assert region.certeza == "dudosa" or not region.codigos


@pytest.mark.parametrize("texto", SIN_DATO)
@pytest.mark.parametrize("anio", [2007, 2009])
def test_las_iniciales_de_que_no_hay_dato_no_son_una_region(texto: str, anio: int) -> None:
    assert normalizar_region(texto, anio).alcance == "SIN_DATO"
