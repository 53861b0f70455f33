"""What else a line that mentions a region may mean: typed by hand with their answers, and lists made from a fixed seed."""

from __future__ import annotations

import random

import pytest

from extractor.normalizadores.regiones import normalizar_region

# fmt: off
DUDOSAS = (
    "Región de Arica|2007", "Región de Arica y Parinacota|2007", "I Región de Arica y Parinacota|2009", "I Región, Arica|2009",
    "XV Región de Tarapacá|2009", "X Región de Los Ríos|2008", "X Región de Valdivia|2007", "X Región, Valdivia|2009",
    "Región de Valdivia|2009", "Región de Temuco|2009", "Región de Concepción|2008", "Región de Talca|2007",
    "Región de La Serena|2007", "VIII Región de Ñuble|2009", "Región de Ñuble|2009", "XVI Región|2009", "XIV Región|2007",
    "Las 13 regiones|2009", "Las 16 regiones|2009", "Todas las regiones menos la XV|2007",
    "Todas las regiones excepto Arica|2009", "Todas las regiones excepto Chiloé|2009",
    "Todas las regiones, excepto las extremas|2009", "Todas las regiones, salvo las que se indican|2009",
    "Todas las regiones de la zona norte|2009", "Todas las regiones del sur|2008", "Todas las regiones con borde costero|2008",
    "Todas las regiones piloto|2008", "Todas las comunas de la región|2008", "Todas las provincias|2008",
    "Todas las direcciones provinciales|2008", "Todos los servicios de la región|2008", "12 regiones|2008",
    "Las otras 14 regiones|2009", "Otras 12 regiones|2007", "Tres regiones: IV y V|2008",
    "4 regiones (Atacama y Coquimbo)|2008", "5 regiones|2008", "III etapa|2008", "I Trimestre|2009", "II Semestre IX|2009",
    "Los Lagos y Valdivia|2009", "Cordillera|2009", "Norte Grande|2009", "Norte Chico|2009", "Zona Central|2009",
    "Zona Austral|2009", "Macrozona Norte, I|2009", "Zona I|2009", "Distrito V|2009", "Circunscripción VIII|2009",
    "X Circunscripción Senatorial|2009", "VII Zona Naval|2009", "II Brigada Aérea|2009", "VI División de Ejército|2009",
    "I Juzgado de Policía Local|2009", "Tercera Compañía de Bomberos|2009", "Quinta Compañía|2009", "Primera etapa|2009",
    "Escuela Provincia de Arauco|2009", "Hospital O'Higgins|2009", "Colegio Los Ríos|2009", "Jardín Los Lagos|2009",
    "Junta de Vecinos Antofagasta|2009", "Sala Cuna Atacama|2009", "Club Los Lagos|2009", "Pasaje Coquimbo|2009",
    "Lancha Valparaíso|2009", "Motonave Magallanes|2009", "Sr. Aysén Soto|2009", "Juan Valdivia|2009", "María Talca Rojas|2009",
    "Pedro de Valdivia|2009", "San Pedro|2009", "Esperanza|2009", "Ex Región de Tarapacá|2009", "Ex I Región|2009",
    "Ex X Región (Valdivia)|2009", "Antigua X Región|2009", "Ambas regiones|2009", "La región|2009", "En la región|2009",
    "Regional|2009", "Nivel Regional|2009", "Nivel regional y provincial|2009", "Direcciones Regionales|2009",
    "Nacional y Regional|2009", "Nivel Central y Regiones|2009", "Nivel Central y RM|2009", "Nivel Central y V Región|2009",
    "Nivel Central - Región Metropolitana|2009", "Nivel Central / Nivel Regional|2009", "Zona Centro|2009",
    "Mercado Central|2009", "Banco Central|2009", "Oficina Central de Temuco|2009", "Gabinete|2009", "Tarapacá - Coquimbo|2009",
    "Coquimbo, Valparaíso y Otras|2009", "V (O'Higgins)|2009", "V y VI (Valparaíso)|2009", "Región V Maule|2009",
    "Área Metropolitana de Concepción|2009", "RM y Regiones|2009", "RM y resto del país|2009", "Santiago y regiones|2009",
    "Provincia de O'Higgins|2009", "Isla Santa María|2009", "Sin cobertura regional|2009",
    "No se ejecuta en la Región de Los Lagos|2009", "Menos la V Región|2009", "Todas, con énfasis en la VIII|2009",
    "Regiones impares|2009", "Regiones I a VIII, excepto la IX|2009", "Regiones I a VIII, excepto la IV y la RM|2009",
    "Regiones IV a II|2009", "Regiones XV a IV|2009", "De la XV a la IV Región|2009", "Desde la XV hasta la III|2009",
    "Dirección Regional de Valparaíso, comuna de Santiago|2009", "Regiones extremas|2009", "Excepto RM|2009",
    "Todo Chile menos Isla de Pascua|2007", "En 10 de las 13 regiones|2007", "10 de 15 regiones|2008",
    "Región 10, Los Ríos|2009", "Región 10, Los Ríos|2007", "Valdivia (X)|2009", "Regiones I, II, III, etc.|2009",
    "Regiones I y II principalmente|2009", "Posiblemente la Región del Maule|2009", "Región del Maule (por confirmar)|2009",
    "¿VII Región?|2009", "VII u VIII Región|2009", "VII o VIII|2009", "No Región Metropolitana|2009",
    "Fuera de la Región Metropolitana|2009", "A excepción de la RM|2009", "Limítrofe con la Región de Coquimbo|2009",
    "Proveniente de la Región del Biobío|2009", "Al norte de la IV Región|2009", "Al sur del Biobío|2009",
    "Cerca de Talca|2009", "Camino Talca - Concepción|2009", "Vuelo a Punta Arenas|2009",
    "Similar a la Región de Los Lagos|2009", "Igual que la V Región|2009", "Según IX Región|2009",
    "Apoyo a la Región de Aysén|2009", "Región del Maule, comuna de Los Lagos|2009",
    "Región de Los Lagos, comuna de Los Lagos|2009", "Los Lagos (X y XIV)|2009", "Tarapacá (I y XV)|2009", "Región 2009|2009",
    "Año 9|2009", "Región Sur|2009", "Región Central|2009", "Región Andina|2009", "Director Regional Sr. Maule|2009",
    "Sra. Antofagasta|2009", "Aysén Pérez|2009", "Coquimbo Unido|2009", "Deportes Concepción|2009", "Deportes Antofagasta|2009",
    "Caleta Los Ríos|2009", "Sector Los Lagos|2009", "Localidad de Los Ríos|2009", "Barrio O'Higgins|2009",
    "Parque O'Higgins|2009", "Parque Nacional Bernardo O'Higgins|2009", "Cuartel Valparaíso|2009", "Proyecto Atacama|2009",
    "Fondo Maule|2009", "Plan Arauco|2009", "Plan Aysén|2009", "Plan Arica|2009", "Convenio Biobío|2009", "Mesa Atacama|2009",
    "Agenda Tarapacá|2009", "Observatorio Maule|2009",
)
CON_CODIGOS = (
    "X Región, Valdivia|2007|10", "Todas las comunas de la V Región|2008|05",
    "Todas las oficinas de la Región del Maule|2008|07", "14 regiones, sin RM|2008|01;02;03;04;05;06;07;08;09;10;11;12;14;15",
    "Tres regiones: IV, V y VI|2008|04;05;06", "V|2008|05", "IV - V|2008|04;05", "I, II, III|2008|01;02;03",
    "Etapa III, Región de Atacama|2008|03", "Etapa III, Región de Coquimbo|2008|04",
    "Informe N° 4 Región de Antofagasta|2008|02", "Informe 2008 Región VIII|2008|08", "Objetivo IV, Región del Maule|2009|07",
    "Página 3. Región de Coquimbo|2009|04", "IX Región, 2 provincias|2009|09", "3 Provincias de la Región de Coquimbo|2009|04",
    "Provincia de Biobío|2009|08", "Provincia de Valparaíso|2009|05", "Provincia de Antofagasta y El Loa|2009|02",
    "Provincias de Ñuble y Biobío|2009|08", "Provincia de Arica|2009|15", "Provincia de Iquique y Arica|2007|01",
    "Gran Santiago|2009|13", "Maule Sur|2009|07", "Biobío Cordillera|2009|08", "Valparaíso Interior|2009|05",
    "Macrozona Norte: I, II y III|2009|01;02;03", "Segunda Comisaría de Temuco|2009|09", "Octava|2009|08",
    "Magallanes 450, Temuco|2009|09", "Calle Los Lagos, Santiago|2009|13", "Los Carrera 450, Copiapó|2009|03",
    "Avenida Valparaíso N° 20, Viña del Mar|2009|05", "Escuela Región de Atacama, Temuco|2009|09",
    "Liceo O'Higgins, Rancagua|2009|06", "Bernardo O'Higgins|2009|06", "San Pedro de Atacama|2009|02", "San Fernando|2009|06",
    "San Antonio|2009|05", "La Unión|2007|10", "La Unión|2009|14", "Santa María|2009|05", "Santa Cruz|2009|06",
    "La Florida|2009|13", "La Cruz|2009|05", "Constitución|2009|07", "Paredones|2009|06", "Río Verde|2009|12",
    "Estación Central|2009|13", "Regiones de Tarapacá a Coquimbo|2009|01;02;03;04", "Regiones del Maule, Biobío|2009|07;08",
    "Maule Biobío Araucanía|2009|07;08;09", "Valparaíso, VI|2009|05;06", "V (Valparaíso) y VI (O'Higgins)|2009|05;06",
    "1. Tarapacá 2. Antofagasta|2009|01;02", "Valparaíso (puerto)|2009|05", "Antofagasta (ciudad)|2009|02",
    "Ciudad de Antofagasta|2009|02", "Comuna de O'Higgins|2009|11", "Puerto Aysén|2009|11", "Chaitén|2009|10",
    "Parinacota|2009|15", "Todas (menos RM)|2009|01;02;03;04;05;06;07;08;09;10;11;12;14;15",
    "I a la X y RM|2008|01;02;03;04;05;06;07;08;09;10;13", "Regiones VI a la VIII y Metropolitana|2009|06;07;08;13",
    "Desde la Región de Atacama hasta la del Maule|2009|03;04;05;06;07", "Primera y segunda región|2008|01;02",
    "Décima (Los Lagos)|2009|10", "14 - Los Ríos|2009|14", "Valdivia (X)|2007|10", "Arica (I)|2007|01",
    "Chillán (VIII)|2009|08", "Osorno, Puerto Montt, Castro y Valdivia|2007|10", "Biobío y Ñuble|2019|08;16",
    "Coquimbo Valparaíso|2009|04;05", "Región 8, 2009|2009|08", "9 región|2009|09", "Región Administrativa V|2009|05",
    "Depto. V Región|2009|05", "Copa Chile - Región de Coquimbo|2009|04",
)
# fmt: on


@pytest.mark.parametrize("caso", DUDOSAS)
def test_lo_que_puede_ser_otra_cosa_queda_en_duda(caso: str) -> None:
    texto, anio = caso.rsplit("|", 1)
    region = normalizar_region(texto, int(anio) if anio else None)
    assert region.certeza == "dudosa" or not region.codigos


@pytest.mark.parametrize("caso", CON_CODIGOS)
def test_lo_que_se_entiende_tiene_sus_codigos(caso: str) -> None:
    texto, anio, codigos = caso.rsplit("|", 2)
    region = normalizar_region(texto, int(anio) if anio else None)
    assert (";".join(region.codigos), region.certeza != "dudosa") == (codigos, True)


ROMANOS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
SEMILLA, CUANTAS = 20071130, 400


def _listas() -> list[tuple[str, set[int]]]:
    """Lists, ranges and exclusions of the division of 2007 (thirteen regions) with the regions they mean."""
    azar = random.Random(SEMILLA)
    todas = set(range(1, 14))
    salida: list[tuple[str, set[int]]] = []
    while len(salida) < CUANTAS:
        a, b, c, d = sorted(azar.sample(range(1, 13), 4))
        ra, rb, rc, rd = (ROMANOS[n - 1] for n in (a, b, c, d))
        salida += [
            (f"Regiones {ra}, {rb} y {rd}", {a, b, d}),
            (f"{ra} a {rb} y {rc} a {rd}", {*range(a, b + 1), *range(c, d + 1)}),
            (f"{rb} a {rc}, más la {rd}", {*range(b, c + 1), d}),
            (f"Regiones {ra} a {rd}, salvo la {rb}", {*range(a, d + 1)} - {b}),
            (f"Todas las regiones excepto {ra}, {rc} y {rd}", todas - {a, c, d}),
            (f"11 regiones (sin {ra} ni {rb})", todas - {a, b}),
            (f"3 regiones ({ra}, {rb} y {rd})", {a, b, d}),
        ]
    return salida[:CUANTAS]


def test_las_listas_nunca_dicen_otras_con_certeza() -> None:
    for texto, son in _listas():
        region = normalizar_region(texto, 2007)
        if region.certeza != "dudosa":
            assert {int(c) for c in region.codigos} == son, texto


def test_una_lista_sencilla_sigue_siendo_segura() -> None:
    sencillas = [(t, s) for t, s in _listas() if t.startswith(("Regiones", "Todas"))]
    assert all(normalizar_region(t, 2007).certeza in ("exacta", "alias") for t, _ in sencillas)
