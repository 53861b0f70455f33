"""What stands beside a region's name or number and makes it something else; abbreviations, lists, and every commune of the country."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from extractor.normalizadores.regiones import normalizar_region
from extractor.vocabularios.lugares import region_de_lugar, vocabulario

SEMILLA, POR_MOLDE = 20080630, 4
NOMBRES = ("Antofagasta", "Atacama", "Coquimbo", "Valparaíso", "Maule", "Biobío", "Araucanía", "Aysén", "Magallanes", "Tarapacá", "Talca", "Osorno")
NOMBRES += ("Temuco", "Rancagua", "Iquique", "Calama", "Ovalle", "Linares", "Quillota", "Lautaro")
NUMEROS = ("II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "2", "3", "5", "7", "3ª", "8va", "Primera", "Tercera", "Quinta")
# fmt: off
DE_OTRA_COSA = (
    "Sra. Rosa {}", "Sr. {}", "Don Luis {} Soto", "Juan {}", "María {} Rojas", "Calle {} 1230", "Av. {} N° 455", "Pasaje {} 12", "Plaza {}", "Universidad de {}", "Población {}",
    "Club {}", "Diario de {}", "Hotel {}", "Banco de {}", "Edificio {}", "Empresa {} S.A.", "Fundo {}", "Radio {}", "Sociedad {} Ltda.", "Librería {}",
)
DE_OTRO_NUMERO = (
    "{} Jornada de Capacitación", "{} Trimestre", "Artículo {}", "Anexo {}", "Etapa {}", "Semestre {}", "{} Encuentro Regional", "Objetivo {}", "Actividad {}", "Nota {}", "Meta {}",
    "{} reuniones", "{} comunas", "{} talleres", "Zona {}", "Unidad {}", "{} %", "{} horas", "{} personas", "{} Comisaría", "Oficina {}", "{} Reunión", "Centro {}", "Isla {}",
)
CUALQUIERA = ("capacitación", "mujeres", "informe", "reunión", "reuniones", "carta", "sistema", "planilla", "millones", "parque", "González", "turismo", "internet", "empresa", "julio")
# fmt: on


def _casos(moldes: tuple[str, ...], con: tuple[str, ...]) -> list[str]:
    azar = random.Random(SEMILLA)
    return [molde.format(nombre) for molde in moldes for nombre in azar.sample(con, POR_MOLDE)]


@pytest.mark.parametrize("texto", [*_casos(DE_OTRA_COSA, NOMBRES), *_casos(DE_OTRO_NUMERO, NUMEROS)])
def test_lo_que_no_es_una_region_queda_en_duda(texto: str) -> None:
    region = normalizar_region(texto, 2009)
    assert region.certeza == "dudosa" or (region.alcance == "REGION" and not region.codigos)


SEGURAS = ("Región de Antofagasta", "IV Región", "Del Maule", "Región: 8ª Región", "II, III y IV", "Nivel Central", "Todas las regiones", "Todas las regiones menos la RM", "R.M.", "XI Región de Aysén")


@pytest.mark.parametrize("palabra", CUALQUIERA)
def test_con_una_palabra_de_mas_nunca_es_segura(palabra: str) -> None:
    for segura in SEGURAS:
        assert normalizar_region(segura, 2009).certeza in ("exacta", "alias"), segura
        for texto in (f"{palabra} {segura}", f"{segura} {palabra}", f"{palabra}, {segura}"):
            assert normalizar_region(texto, 2009).certeza in ("aproximada", "dudosa"), texto


# fmt: off
@pytest.mark.parametrize(
    ("texto", "codigos"),
    [
        ("Coqbo.", "04"), ("Cqbo.", "04"), ("Antfgta.", "02"), ("Atac.", "03"), ("Mgnes.", "12"), ("Tpca.", "01"), ("Biob.", "08"), ("Arcnía.", "09"), ("B. Bío", "08"), ("L. Lagos", "10"),
        ("B¡o B¡o", "08"), ("RM - V", "05;13"), ("V - RM", "05;13"), ("RM - V - VI", "05;06;13"), ("Calle Antofagasta 1230, Santiago", "13"), ("Avda. Brasil 20, Talca", "07"),
        ("VII Maule - VIII Bío Bío", "07;08"), ("VIII Región de Biobío y XII Región de Magallanes", "08;12"), ("de Biobío a Magallanes", "08;09;10;11;12"),
        ("Región L. G. Bernardo O'Higgins", "06"), ("Tres regiones (I, II y III)", "01;02;03"), ("2 regiones: Maule y Biobío", "07;08"), ("Comuna: Los Lagos", "14"),
        ("Comuna: O'Higgins", "11"), ("Sn. Fco. de Mostazal", "06"), ("Nva. Imperial", "09"), ("Pte. Alto", "13"),
    ],
)
def test_region_leida(texto: str, codigos: str) -> None:
    region = normalizar_region(texto, 2009)
    assert (region.alcance, ";".join(region.codigos), region.certeza == "dudosa") == ("REGION", codigos, False)


@pytest.mark.parametrize(
    "texto",
    [
        "Cada región", "Todas las regiones (13)", "Nivel Central - RM", "De Arica a Chiloé", "Desde Maule", "Santiago y regiones", "1.5", "3/5", "5%", "IV.2", "Val.", "Cumplió la meta.",
        "África", "Libertad", "Metro", "mal", "según Nivel Central", "sin Sede Central", "Las 13",
    ],
)
def test_region_en_duda(texto: str) -> None:
    region = normalizar_region(texto, 2009)
    assert region.certeza == "dudosa" or (region.alcance == "REGION" and not region.codigos)
# fmt: on


def test_las_que_van_en_todas() -> None:
    for texto in ("Todas, incluida Arica", "Las 15", "15 regiones", "cada región del país"):
        assert (normalizar_region(texto, 2009).alcance, normalizar_region(texto, 2009).certeza == "dudosa") == ("TODAS", False)


COMUNAS = {"01": 7, "02": 9, "03": 9, "04": 15, "05": 38, "06": 33, "07": 30, "08": 33, "09": 32, "10": 30, "11": 10, "12": 11, "13": 52, "14": 12, "15": 4, "16": 21}  # fmt: skip
"""Communes of each region of 2018: 346 in all; those of 08 and 16 were one region's, 54, in 2007-2009."""


def test_todas_las_comunas_y_provincias_con_su_region_de_cada_division() -> None:
    lugares = [(c, n) for p in vocabulario().provincias for c, n in p.comunas.items()]
    assert Counter(codigo[:2] for codigo, _ in lugares) == COMUNAS
    assert len(lugares) == 346
    for codigo, nombre in lugares:
        for anio, division in ((2007, "1974"), (2009, "2007"), (2019, "2018")):
            for texto in (f"Comuna de {nombre}", f"COMUNA: {nombre.upper()}"):
                region = normalizar_region(texto, anio)
                assert (region.codigos, region.certeza == "dudosa") == ((region_de_lugar(codigo, division),), False), (texto, anio)


def test_las_que_cambiaron_en_octubre_de_2007() -> None:
    """Provinces of Arica, Parinacota, Valdivia and Ranco, by hand."""
    for comuna in ("Arica", "Camarones", "Putre", "General Lagos"):
        assert [normalizar_region(f"Comuna de {comuna}", a).codigos for a in (2007, 2008)] == [("01",), ("15",)]
    for comuna in ("Valdivia", "Corral", "Lanco", "Los Lagos", "Máfil", "Mariquina", "Paillaco", "Panguipulli", "La Unión", "Futrono", "Lago Ranco", "Río Bueno"):  # fmt: skip
        assert [normalizar_region(f"Comuna de {comuna}", a).codigos for a in (2007, 2008)] == [("10",), ("14",)]


@pytest.mark.parametrize(
    "texto",
    [
        "Maule o Biobío", "V o VI", "Región del Maule u O'Higgins", "Maule (?)", "RM?", "¿Maule?", "No es de la Región del Maule", "Fuera de la Región del Maule", "Excepto Maule",
        "Salvo la IV Región", "No Maule", "Maule: 12", "Región del Maule: Biobío", "Todas menos Arica", "Todas las regiones menos Concepción",
        "Maule, no Biobío", "Maule, pero no la del Biobío", "Región VI I", "VII I", "Región II I", "I V Región",
    ],
)  # fmt: skip
def test_lo_que_se_pregunta_se_niega_o_se_contradice_queda_en_duda(texto: str) -> None:
    assert normalizar_region(texto, 2009).certeza == "dudosa"


@pytest.mark.parametrize(
    ("texto", "codigos"),
    [("Región N° 4", "04"), ("VII Región: Maule", "07"), ("Región del Maule: Talca", "07"), ("Región: Maule", "07"), ("Maule y/o Biobío", "07;08")],
)  # fmt: skip
def test_lo_que_no_niega_ni_contradice(texto: str, codigos: str) -> None:
    region = normalizar_region(texto, 2009)
    assert (";".join(region.codigos), region.certeza == "dudosa") == (codigos, False)
