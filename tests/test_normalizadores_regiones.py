"""Region mentions: (text, programme's year, codes). Codes typed by hand from the divisions of 1974, 2007 and 2018."""

from __future__ import annotations

import pytest

from extractor.normalizadores.regiones import normalizar_region

TRECE = ("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13")
QUINCE = (*TRECE, "14", "15")

UNA = [
    # numbers
    ("1ª Región", 2007, "01"),
    ("2ª", 2007, "02"),
    ("II Región", 2008, "02"),
    ("IIª Región", 2007, "02"),
    ("2da. región", 2007, "02"),
    ("3era Región", 2007, "03"),
    ("Región: 5", 2007, "05"),
    ("V", 2007, "05"),
    ("V Región", 2009, "05"),
    ("Quinta Región", 2008, "05"),
    ("VI REGION", 2007, "06"),
    ("7ma Región", 2007, "07"),
    ("VII", 2009, "07"),
    ("8va región", 2008, "08"),
    ("Novena Región", 2007, "09"),
    ("10ª Región", 2007, "10"),
    ("XI", 2007, "11"),
    ("12° Región", 2007, "12"),
    ("XIII Región", 2008, "13"),
    ("XIV Región", 2008, "14"),
    ("XV", 2009, "15"),
    ("XVI Región", 2019, "16"),
    ("Décimo cuarta región", 2009, "14"),
    # names
    ("Tarapacá", 2007, "01"),
    ("TARAPACA", 2009, "01"),
    ("Región de Antofagasta", 2009, "02"),
    ("ATACAMA", 2007, "03"),
    ("Región de Coquimbo", 2008, "04"),
    ("valparaiso", 2009, "05"),
    ("Región del Libertador General Bernardo O'Higgins", 2009, "06"),
    ("L. B. O’HIGGINS", 2007, "06"),
    ("O´Higgins", 2009, "06"),
    ("Libertador B. O'Higgins", 2008, "06"),
    ("DEL MAULE", 2007, "07"),
    ("DEL BIO BIO", 2007, "08"),
    ("Bío-Bío", 2009, "08"),
    ("Biobío", 2009, "08"),
    ("La Araucanía", 2009, "09"),
    ("Los Lagos", 2007, "10"),
    ("REGION DE LOS LAGOS", 2009, "10"),
    ("Aisén", 2008, "11"),
    ("Aysén del General Carlos Ibáñez del Campo", 2008, "11"),
    ("Magallanes y Antártica Chilena", 2009, "12"),
    ("Magallanes y de la Antártica Chilena", 2009, "12"),
    ("METROPOLITANA DE SANTIAGO", 2007, "13"),
    ("Región Metropolitana", 2007, "13"),
    ("RM", 2007, "13"),
    ("R.M.", 2009, "13"),
    ("Los Ríos", 2009, "14"),
    ("Arica y Parinacota", 2009, "15"),
    ("Ñuble", 2019, "16"),
    # number and name together
    ("IX DE LA ARAUCANIA", 2007, "09"),
    ("XI AYSÉN", 2007, "11"),
    ("X Región - Los Lagos", 2008, "10"),
    ("VIII Región del Bío-Bío", 2007, "08"),
    ("Región de Coquimbo (IV)", 2009, "04"),
    # labels, institutions and note marks around it
    ("Región (1)\tATACAMA", 2009, "03"),
    ("INSTITUCIÓN / REGIÓN: ⁱⁱ ANTOFAGASTA", 2009, "02"),
    ("INSTITUCIÓN / REGIÓN: ii ATACAMA", 2009, "03"),
    ("DIRECCION REGIONAL: REGION DE LOS LAGOS", 2007, "10"),
    ("Gobierno Regional de Atacama", 2009, "03"),
    ("SERVIU VII Región", 2007, "07"),
    ("Dirección Regional INDAP Coquimbo", 2009, "04"),
]


@pytest.mark.parametrize(("texto", "anio", "codigo"), UNA)
def test_una_region_segura(texto: str, anio: int, codigo: str) -> None:
    region = normalizar_region(texto, anio)
    assert (region.alcance, region.codigos) == ("REGION", (codigo,))
    assert region.certeza in ("exacta", "alias")


@pytest.mark.parametrize(
    ("texto", "anio", "codigo"),
    [
        ("Antofagsta", 2007, "02"),
        ("Valparaizo", 2009, "05"),
        ("Coquinbo", 2008, "04"),
        ("Aricay Parinacota", 2009, "15"),
        ("Metropolitna", 2007, "13"),
        ("Magallanez", 2009, "12"),
        ("Araucanla", 2007, "09"),
        ("Valdivia", 2007, "10"),
        ("Valdivia", 2009, "14"),
        ("Arica", 2007, "01"),
        ("Arica", 2009, "15"),
        ("Punta Arenas", 2007, "12"),
        ("Antofagasta Calama Tocopilla", 2009, "02"),
        ("Los Rlos", 2009, "14"),
        ("Segnuda Región", 2008, "02"),
        ("XlV Región", 2009, "14"),
        ("Ca1ama", 2009, "02"),
        ("ANTO FAGASTA", 2009, "02"),
        ("L O S  L A G O S", 2009, "10"),
        ("comunas de Panguipulli y Lanco", 2009, "14"),
        ("comunas de Panguipulli y Lanco", 2007, "10"),
        ("Provincia de Ñuble", 2009, "08"),
        ("Ñuble", 2009, "08"),
        ("comuna de Los Lagos", 2009, "14"),
        ("comuna de O'Higgins", 2007, "11"),
        ("Quirihue", 2020, "16"),
        ("Pto. Montt", 2007, "10"),
        ("Victoria", 2007, "09"),
    ],
)
def test_escritura_cercana_o_ciudad_es_aproximada(texto: str, anio: int, codigo: str) -> None:
    region = normalizar_region(texto, anio)
    assert (region.codigos, region.certeza) == ((codigo,), "aproximada")


@pytest.mark.parametrize(
    ("texto", "anio", "codigos"),
    [
        ("I, II y IV", 2007, ("01", "02", "04")),
        ("regiones I a IV", 2007, ("01", "02", "03", "04")),
        ("Desde la V a la VII Región", 2009, ("05", "06", "07")),
        ("I-III", 2007, ("01", "02", "03")),
        ("1ª, 5ª y 8ª Región", 2007, ("01", "05", "08")),
        ("Regiones de Tarapacá, Antofagasta y Atacama", 2009, ("01", "02", "03")),
        ("Los Lagos y Los Ríos", 2009, ("10", "14")),
        ("II Región, III Región", 2009, ("02", "03")),
        ("Maule / Biobío", 2008, ("07", "08")),
        ("desde Atacama hasta Valparaíso", 2009, ("03", "04", "05")),
        ("Regiones distintas de Atacama y Coquimbo", 2007, ("01", "02", "05", "06", "07", "08", "09", "10", "11", "12", "13")),
        ("Calama (II Región) y Vallenar (III Región)", 2009, ("02", "03")),
        ("Arica, Iquique y Valdivia", 2009, ("01", "14", "15")),
        ("Todas menos la RM", 2007, ("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12")),
        (
            "Todas las regiones excepto Aysén y Magallanes",
            2007,
            ("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "13"),
        ),
    ],
)
def test_listas_y_tramos(texto: str, anio: int, codigos: tuple[str, ...]) -> None:
    assert normalizar_region(texto, anio).codigos == codigos


@pytest.mark.parametrize(
    ("texto", "anio", "alcance", "codigos"),
    [
        ("Todas las regiones", 2007, "TODAS", TRECE),
        ("Todas", 2009, "TODAS", QUINCE),
        ("Región: Todas", 2007, "TODAS", TRECE),
        ("las 13 regiones del país", 2007, "TODAS", TRECE),
        ("15 regiones", 2009, "TODAS", QUINCE),
        ("Nivel Central y todas las regiones", 2009, "TODAS", QUINCE),
        ("13 Direcciones Regionales", 2007, "TODAS", TRECE),
        ("De Arica a Magallanes", 2009, "TODAS", QUINCE),
        ("I a XV Región", 2009, "TODAS", QUINCE),
        ("Todas 1as regiones", 2007, "TODAS", TRECE),
        ("Nivel Central", 2007, "NIVEL_CENTRAL", ()),
        ("nivel central (Santiago)", 2007, "NIVEL_CENTRAL", ()),
        ("Nivel cental", 2007, "NIVEL_CENTRAL", ()),
        ("SENCE CENTRAL", 2007, "NIVEL_CENTRAL", ()),
        ("Dirección Nacional", 2009, "NIVEL_CENTRAL", ()),
        ("Casa Matriz", 2009, "NIVEL_CENTRAL", ()),
        ("", 2007, "SIN_DATO", ()),
        ("   ", 2007, "SIN_DATO", ()),
        (None, 2007, "SIN_DATO", ()),
        ("REGIÓN (1)", 2009, "SIN_DATO", ()),
        ("Región:", 2007, "SIN_DATO", ()),
        ("Por definir", 2009, "SIN_DATO", ()),
    ],
)
def test_alcances(texto: str | None, anio: int, alcance: str, codigos: tuple[str, ...]) -> None:
    region = normalizar_region(texto, anio)
    assert (region.alcance, region.codigos) == (alcance, codigos)


@pytest.mark.parametrize(
    ("texto", "anio", "candidato"),
    [
        ("Los Ríos", 2007, "10"),
        ("Arica y Parinacota", 2007, "01"),
        ("XIV Región", 2007, "10"),
        ("Región de Ñuble", 2009, "08"),
        ("IX Los Lagos", 2007, "09"),
        ("XVIII Región", 2009, None),
        ("Zona Central", 2009, None),
        ("Comunas rurales", 2009, None),
        ("Etapa 3", 2009, None),
        ("Victoria de los vecinos en la mesa", 2009, None),
        ("Calle Valparaíso 345", 2009, None),
        ("comuna de Los Ríos", 2009, None),
        ("Región de Coquimbo (RM)", 2009, None),
        ("4 regiones", 2009, None),
        ("9 comunas", 2009, None),
        ("regiones del norte", 2009, None),
        ("de la X a la II Región", 2009, None),
        ("Arica", None, "15"),
    ],
)
def test_lo_desconocido_sigue_desconocido(texto: str, anio: int, candidato: str | None) -> None:
    region = normalizar_region(texto, anio)
    assert (region.alcance, region.certeza) == ("REGION", "dudosa")
    assert region.codigos == (() if anio is not None else (candidato,))
    if candidato is not None:
        assert region.candidatos[0].codigo == candidato
    assert len(region.candidatos) <= 3


def test_la_division_la_da_el_anio_del_programa() -> None:
    divisiones = [normalizar_region("Atacama", anio).division for anio in (2006, 2007, 2008, 2018, 2019, None)]
    assert divisiones == ["1974", "1974", "2007", "2007", "2018", "2007"]


def test_numero_que_cambio_de_territorio_sin_anio_es_aproximado() -> None:
    assert [normalizar_region(t, None).certeza for t in ("I Región", "X", "II Región")] == ["aproximada", "aproximada", "alias"]


def test_heredada_y_texto_escrito_se_conservan() -> None:
    region = normalizar_region("  II   Región ", 2007, heredada=True)
    assert (region.texto, region.heredada, region.nombre) == ("II Región", True, "Región de Antofagasta")


def test_cuenta_de_regiones_de_otra_division_es_dudosa() -> None:
    region = normalizar_region("las 13 regiones", 2009)
    assert (region.alcance, region.certeza) == ("TODAS", "dudosa")


@pytest.mark.parametrize(
    "texto",
    ["Todo el territorio de la región", "Todo el país (Iquique)", "Todas las regiones (RM)", "Región Metropolitana (cobertura nacional)",
     "Todas las seremis de la región", "Todas las oficinas regionales de Temuco", "todas las regiones V"],
)  # fmt: skip
def test_decir_todas_y_nombrar_una_es_dudoso(texto: str) -> None:
    assert normalizar_region(texto, 2009).certeza == "dudosa"


@pytest.mark.parametrize(
    ("texto", "codigo"),
    [("3.1 Región de Arica y Parinacota", "15"), ("3.1. Región de Tarapacá", "01"), ("3.2.- Región Metropolitana", "13"), ("1.2 II Región", "02"),
     ("1.2.3 Los Lagos", "10")],
)  # fmt: skip
def test_el_numero_de_un_apartado_no_es_una_region(texto: str, codigo: str) -> None:
    assert normalizar_region(texto, 2009).codigos == (codigo,)


def test_una_lista_de_numeros_no_es_un_apartado() -> None:
    assert normalizar_region("1.2 y 3 Región", 2009).codigos == ("01", "02", "03")


@pytest.mark.parametrize(
    "texto", ["Todas las regiones, incluida la RM", "Todo el territorio", "Todas las regiones del país", "Nivel central (Santiago) y todas las regiones"]
)
def test_decir_todas_sin_apartar_ninguna_no_lo_es(texto: str) -> None:
    region = normalizar_region(texto, 2009)
    assert region.alcance == "TODAS" and region.certeza != "dudosa"


def test_puntajes_de_candidatos_con_un_decimal_entre_0_y_100() -> None:
    puntajes = [c.puntaje for c in normalizar_region("Antofagsta", 2007).candidatos]
    assert puntajes[0] == 95.2
    assert all(0 <= p <= 100 and round(p, 1) == p for p in puntajes)
