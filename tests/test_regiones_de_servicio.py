"""Headings that name a region by a service's own division of the country, with its provinces beside it, or several at once."""

from __future__ import annotations

import pytest
from ayudas_partes import Filas, docx, html, texto

from extractor.formatos.regiones.en_titulo import es_region, es_titulo_de_region, nucleo, region_de_titulo
from extractor.formatos.regiones.varias_en_titulo import regiones_al_final
from extractor.modelo.informe import Informe

CUARTA = ("Servicio de Faros y Boyas", "Gestión Territorial 2009", "Etapa 4: evaluación")
OBJETIVOS: Filas = (
    ("Objetivo Específico", "Indicador", "Resultado de la medición del indicador"),
    ("Pintar los faros", "N° de faros", "Cumple"),
    ("Fondear las boyas", "N° de boyas", "No cumple"),
)
BRECHAS: Filas = (
    ("Logros comprometidos", "Logros efectivos", "Identificación de brechas"),
    ("Pintar 9 faros", "Se pintaron 9 faros", "Sin brecha"),
)
PROGRAMA: Filas = (
    ("Objetivos", "Actividades", "Ponderación", "Cumple o No cumple", "Ponderación ganada"),
    ("Faros", "Encender la linterna", "60", "Cumple", "60"),
    ("Boyas", "Fondear la mayor", "40", "Cumple", "40"),
)
FORMATOS = pytest.mark.parametrize("leer", [html, docx, texto])


def _regiones(leido: Informe) -> list[tuple[str, ...]]:
    return [tuple(t.region.codigos) for t in leido.tablas]


@pytest.mark.parametrize(
    "titulo",
    ["REGIÓN POLICIAL DE COQUIMBO", "Región Naval de Coquimbo", "2. Región Sanitaria Coquimbo", "ZONA POLICIAL DE COQUIMBO",
     "IV Región Policial de Coquimbo", "Región Aduanera Coquimbo (IV)", "Región de Coquimbo (provincias de Elqui y Limarí)",
     "REGIÓN DE COQUIMBO (PROVINCIA DE CHOAPA)", "Región de Coquimbo: comunas de Vicuña y Monte Patria", "IV Región, provincia de Limarí",
     "Región de Coquimbo - Provincia del Elqui", "Región de Coquimbo (Elqui, Limarí y Choapa)",
     "Región de Coquimbo, comuna de Illapel y provincia de Elqui", "Región Policial de Coquimbo (provincia de Elqui)"],
)  # fmt: skip
def test_es_el_titulo_de_una_region(titulo: str) -> None:
    assert es_titulo_de_region(titulo)
    assert nucleo(region_de_titulo(titulo)) in {("coquimbo",), ("iv",), ("iv", "coquimbo"), ("coquimbo", "iv")}


@pytest.mark.parametrize(
    "texto_",
    ["Zona de pesca de Coquimbo y sus recursos", "Zona de pesca de Coquimbo", "Zona Pesquera de Coquimbo", "Zona Coquimbo", "VIII Región Militar", "Región Militar VIII",
     "Región policial", "Zona Policial", "La Región Policial de Coquimbo tiene tres provincias", "región policial de Coquimbo",
     "Región Policial de Coquimbo y su dotación", "Región policial de Coquimbo.", "Región Policial de La Serena", "Zona Policial La Serena",
     "Región vecina de Coquimbo", "Policial de Coquimbo", "Prefectura de Coquimbo", "Cuartel Policial de Coquimbo", "Región Policial Norte",
     "Región de Coquimbo (provincia de Arauco)", "Región de Coquimbo (ver anexo)", "Región de Coquimbo (3 talleres)",
     "Región de Coquimbo (provincias de Elqui y Limarí).", "Región de Coquimbo, provincias de Elqui y Limarí, con dos talleres",
     "Región de Coquimbo, Elqui", "Región de Coquimbo y provincia de Arauco", "región de Coquimbo (provincia de Elqui)",
     "Faros (provincia de Elqui)", "Provincias de Elqui y Limarí", "Región de Coquimbo (sin Elqui)"],
)  # fmt: skip
def test_no_es_el_titulo_de_ninguna(texto_: str) -> None:
    assert not es_titulo_de_region(texto_)


def test_de_la_division_queda_el_nombre() -> None:
    assert nucleo("REGIÓN POLICIAL DE COQUIMBO") == nucleo("Región de Coquimbo")
    assert es_region("Región Policial de Arica y Parinacota") and not es_region("II Región Naval")


@FORMATOS
@pytest.mark.parametrize(
    ("unas", "otras"),
    [("REGIÓN POLICIAL DE COQUIMBO", "REGIÓN POLICIAL DE LOS LAGOS"), ("Zona Naval de Coquimbo", "Zona Naval de Los Lagos"),
     ("Región de Coquimbo (provincias de Elqui y Limarí)", "Región de Los Lagos (provincia de Chiloé)")],
)  # fmt: skip
def test_las_tablas_de_cada_region(leer, unas: str, otras: str) -> None:  # type: ignore[no-untyped-def]
    titulos = ("Actividad 1.1: Cumplimiento de los objetivos", OBJETIVOS, "Actividad 1.3: Brechas", BRECHAS)
    leido = leer(*CUARTA, unas, *titulos, otras, *titulos)
    assert _regiones(leido) == [("04",), ("04",), ("10",), ("10",)]
    assert all(t.region.certeza != "dudosa" for t in leido.tablas)


@pytest.mark.parametrize("leer", [html, docx])
def test_los_programas_de_cada_region(leer) -> None:  # type: ignore[no-untyped-def]
    tercera = ("Servicio de Faros y Boyas", "ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO 2008")
    leido = leer(*tercera, "REGIÓN POLICIAL DE COQUIMBO", PROGRAMA, "REGIÓN POLICIAL DE LOS LAGOS", PROGRAMA)
    assert _regiones(leido) == [("04",), ("10",)]


@FORMATOS
def test_la_unica_region_con_sus_provincias_es_la_de_las_secciones(leer) -> None:  # type: ignore[no-untyped-def]
    leido = leer(
        *CUARTA, "Región de Coquimbo (provincias de Elqui y Limarí)", "4.1 Trabajo con las gobernaciones",
        "Hubo tres mesas. Se estima un avance mayor.", "4.2 Uso de los mapas", "El avance es menor.", "OBJETIVO N°3: Cumplimiento", OBJETIVOS,
    )  # fmt: skip
    assert _regiones(leido) == [("04",)]
    assert [s.region.codigos for s in leido.secciones if s.numero in ("4.1", "4.2") and s.region] == [("04",)] * 2
    assert leido.tablas[0].region.certeza == "exacta"


@FORMATOS
@pytest.mark.parametrize(
    "frase",
    ["La Región Policial de Coquimbo aportó dos lanchas y el detalle se guarda en sus oficinas.", "Zona de pesca de Coquimbo y sus recursos",
     "Se trabajó con la región policial de Coquimbo (provincias de Elqui y Limarí) durante el invierno."],
)  # fmt: skip
def test_una_frase_que_la_nombra_no_encabeza(leer, frase: str) -> None:  # type: ignore[no-untyped-def]
    leido = leer(*CUARTA, frase, "La evaluación se hizo en junio.", "Un equipo la revisó.", "Luego se corrigió.", "Actividad 1.1: Objetivos", OBJETIVOS)
    assert _regiones(leido) == [()]


def test_en_una_lista_solo_se_cuenta() -> None:
    leido = html(*CUARTA, "Viajaron las oficinas de:", "Región Policial de Coquimbo", "Región Policial de Los Lagos", "Actividad 1.1", OBJETIVOS)
    assert leido.tablas[0].region.certeza in ("dudosa", None) or leido.tablas[0].region.codigos == ()


@pytest.mark.parametrize(
    ("titulo", "dichas"),
    [("Resultados generales. Regiones de Coquimbo, Biobío y Magallanes", "Regiones de Coquimbo, Biobío y Magallanes"),
     ("REGIONES DEL MAULE Y DE LOS LAGOS", "REGIONES DEL MAULE Y DE LOS LAGOS"), ("Objetivos - Regiones IV y VII", "Regiones IV y VII"),
     ("Talleres en las regiones de Coquimbo y Maule", None), ("Resultados: regiones de Coquimbo y Maule.", None),
     ("Regiones de Coquimbo y alrededores", None), ("Regiones", None), ("Regiones de Coquimbo", None)],
)  # fmt: skip
def test_varias_regiones_al_final_de_un_titulo(titulo: str, dichas: str | None) -> None:
    assert regiones_al_final(titulo) == dichas


@FORMATOS
def test_el_cuadro_de_varias_regiones_bajo_su_titulo(leer) -> None:  # type: ignore[no-untyped-def]
    leido = leer(*CUARTA, "Resultados generales. Regiones de Coquimbo y Los Lagos", OBJETIVOS)
    assert _regiones(leido) == [("04", "10")]
