"""Evaluations by region: chapters told by any office of a region, and a notice where no heading tells one."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

from extractor.formatos.regiones.en_titulo import es_titulo_de_region, region_de_oficina
from extractor.modelo.informe import Informe

DESARROLLO = (
    "<table border='1'><tr><td>Desarrollo alcanzado</td><td>Recomendaciones para mejorar el diseño y la implementación 2008</td></tr>"
    "<tr><td>{texto}</td><td>Seguir</td></tr></table>"
)
PARTES = (
    "<p>OBJETIVO N° 1: Desarrollo</p><p>1.1. Perspectiva territorial del programa</p>{uno}"
    "<p>1.2. Articulación territorial</p>{dos}"
)
TXT = (
    "\tOBJETIVO N°1:\n\tDescripción del desarrollo\n\n\n1.1. Perspectiva territorial del programa\n\n\tDesarrollo alcanzado\n"
    "\tRecomendaciones para mejorar el diseño y la implementación 2008.\n\n\tSe ordenaron las ferias.\n\tAvance menor\n\n\n"
    "1.2. Articulación territorial\n\n\tDesarrollo alcanzado\n\tRecomendaciones para mejorar el diseño y la implementación 2008.\n\n"
    "\tHubo una mesa.\n\tAvance mayor\n\n\n"
)


def _partes() -> str:
    return PARTES.format(
        uno=DESARROLLO.format(texto="Se ordenaron las ferias. Avance menor"), dos=DESARROLLO.format(texto="Hubo mesa. Avance mayor")
    )


def _evaluacion(*titulos: str) -> Informe:
    cuerpo = "".join(titulo + _partes() for titulo in titulos)
    return informe(f"<html><body><p>ETAPA N° 4 – EVALUACIÓN 2007</p>{cuerpo}</body></html>", "x.html")


def _regiones(leido: Informe) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(s.numero, s.region.codigos if s.region else ()) for s in leido.secciones if s.nivel == "seccion"]


@pytest.mark.parametrize(
    ("texto", "region"),
    [
        ("PROCURADURÍA FISCAL: REGIÓN DE AYSÉN", "REGIÓN DE AYSÉN"),
        ("SEREMI de Salud, Región del Maule", "Región del Maule"),
        ("SECRETARÍA REGIONAL MINISTERIAL DE AGRICULTURA: ÑUBLE", "ÑUBLE"),
        ("Agencia Regional Coquimbo", "Coquimbo"),
        ("COORDINACIÓN REGIONAL DE TARAPACÁ", "TARAPACÁ"),
        ("Dirección Zonal: Región de Los Lagos", "Región de Los Lagos"),
        ("INTENDENCIA ATACAMA", "ATACAMA"),
        ("Gobernación Marítima, XII Región", "XII Región"),
        ("Gobernación de Valparaíso", None),
        ("I. Municipalidad de Coquimbo", None),
        ("Mesa Regional Maule", None),
        ("Se reunió la Agencia Regional Coquimbo.", None),
        ("Oficina de Partes", None),
    ],
)
def test_region_de_una_oficina(texto: str, region: str | None) -> None:
    assert region_de_oficina(texto) == region
    assert es_titulo_de_region(texto) is (region is not None)


@pytest.mark.parametrize(
    "titulo",
    [
        "<p>AGENCIA REGIONAL: {}</p>",
        "<p>PROCURADURÍA FISCAL DE LA REGIÓN DE {}</p>",
        "<p>REGIÓN DE {}</p>",
        "<table border='1'><tr><td>COORDINACIÓN REGIONAL: {}</td></tr></table>",
        "<table border='1'><tr><td>SEREMI DE TRANSPORTES, REGIÓN DE {}</td></tr></table>",
    ],
)
def test_cada_oficina_abre_su_capitulo(titulo: str) -> None:
    leido = _evaluacion(titulo.format("ATACAMA"), titulo.format("LOS LAGOS"))
    assert _regiones(leido) == [("1.1", ("03",)), ("1.2", ("03",)), ("1.1", ("10",)), ("1.2", ("10",))]
    assert [s.nivel for s in leido.secciones if s.nivel == "capitulo"] == ["capitulo"] * 2
    assert "REGION_NO_INDICADA" not in {h.codigo for h in leido.hallazgos}


def test_en_texto_de_word_el_titulo_no_es_celda_de_la_tabla_anterior() -> None:
    capitulos = "".join(f"\tDELEGACIÓN ZONAL: {r}\n\n\n{TXT}" for r in ("MAULE", "AYSÉN"))
    leido = informe("ETAPA N°4 - EVALUACIÓN\n\n" + capitulos)
    assert _regiones(leido) == [("1.1", ("07",)), ("1.2", ("07",)), ("1.1", ("11",)), ("1.2", ("11",))]
    assert [s.campos.get("grado_avance") for s in leido.secciones if s.nivel == "seccion"] == ["MENOR", "MAYOR"] * 2


def test_sin_region_que_se_reconozca_se_avisa() -> None:
    leido = _evaluacion("<p>EQUIPO COSTA SUR</p>", "<p>EQUIPO CORDILLERA</p>")
    avisos = [h for h in leido.hallazgos if h.codigo == "REGION_NO_INDICADA"]
    assert len(avisos) == 1 and len(avisos[0].lugares) == 4
    assert {c for _, c in _regiones(leido)} == {()}


def test_una_evaluacion_que_no_se_repite_no_pide_region() -> None:
    assert "REGION_NO_INDICADA" not in {h.codigo for h in _evaluacion("<p>Informe nacional</p>").hallazgos}


def test_lo_que_se_repite_no_es_de_la_region_anterior() -> None:
    """The second heading is no region that we know: its parts are not those of the first."""
    leido = _evaluacion("<p>AGENCIA REGIONAL: ATACAMA</p>", "<p>EQUIPO CORDILLERA</p>")
    assert _regiones(leido) == [("1.1", ("03",)), ("1.2", ("03",)), ("1.1", ()), ("1.2", ())]
    (aviso,) = [h for h in leido.hallazgos if h.codigo == "REGION_NO_INDICADA"]
    assert len(aviso.lugares) == 2


def test_una_oficina_en_medio_de_una_fila_es_el_resto_de_la_de_arriba() -> None:
    """Text of PDF origin: the row goes on with its responsible body alone."""
    texto = (
        "ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007\n\nRegión: Atacama\n\n"
        "Objetivo\tActividad\tResponsable\tPonderación\tCumple\tPonderación ganada\n"
        "Regar\tAbrir compuertas\tUnidad de riego y\t60\tSí\t60\n\t\tSEREMI de Agricultura Atacama\t\t\t\n"
        "Sembrar\tEntregar semillas\tFomento\t40\tSí\t40\n"
    )
    (tabla,) = informe(texto).tablas
    assert [f.celdas[2] for f in tabla.filas] == ["Unidad de riego y SEREMI de Agricultura Atacama", "Fomento"]


def test_secciones_sin_numero_ni_titulo_no_son_una_que_se_repite() -> None:
    """Nothing tells that they are the same section: one per objective, maybe."""
    partes = "".join(DESARROLLO.format(texto=f"{t}. Avance menor") for t in ("Se ordenaron las ferias", "Hubo una mesa"))
    leido = informe(f"<html><body><p>ETAPA N° 4 – EVALUACIÓN 2007</p>{partes}</body></html>", "x.html")
    assert len([s for s in leido.secciones if s.nivel == "seccion"]) == 2
    assert not {"REGION_NO_INDICADA", "REGLA_FALLIDA"} & {h.codigo for h in leido.hallazgos}


@pytest.mark.parametrize(
    "entre",
    [
        "<p>Participaron:</p><p>SEREMI de Salud, Región de Coquimbo</p><p>Intendencia de Coquimbo</p>",
        "<p>Intendencia de Coquimbo</p>",
    ],
)
def test_una_oficina_nombrada_entre_las_partes_no_abre_capitulo(entre: str) -> None:
    """1.2 goes on counting after 1.1: the guests of another region open no chapter of theirs."""
    uno, dos = (DESARROLLO.format(texto=f"{t}. Avance menor") for t in ("Se ordenaron las ferias", "Hubo una mesa"))
    cuerpo = f"<p>AGENCIA REGIONAL: ATACAMA</p><p>OBJETIVO N° 1: Desarrollo</p><p>1.1. Perspectiva</p>{uno}{entre}<p>1.2. Articulación</p>{dos}"
    leido = informe(f"<html><body><p>ETAPA N° 4 – EVALUACIÓN 2007</p>{cuerpo}</body></html>", "x.html")
    assert _regiones(leido) == [("1.1", ("03",)), ("1.2", ("03",))]


def test_una_oficina_en_una_lista_deja_en_duda_la_region_de_la_tabla() -> None:
    filas = (("Actividad", "Ponderación", "Cumple", "Ponderación ganada"), ("Abrir", "60", "Sí", "60"), ("Pintar", "40", "Sí", "40"))
    pesos = f"<table border='1'>{''.join('<tr><td>' + '</td><td>'.join(f) + '</td></tr>' for f in filas)}</table>"
    for entre, certeza in (("<p>Organismos invitados:</p>", "dudosa"), ("", "exacta")):
        titulos = "<p>ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2007</p><p>Actividad 1.1. Programa de Trabajo</p><p>Región: Maule</p>"
        leido = informe(f"<html><body>{titulos}{entre}<p>Intendencia de Coquimbo</p>{pesos}</body></html>", "x.html")
        assert [(t.region.codigos, t.region.certeza) for t in leido.tablas] == [(("04",), certeza)]


@pytest.mark.parametrize(
    ("uno", "otro"),
    [
        ("SEDE REGIONAL: OVALLE (REGIÓN DE COQUIMBO)", "SEDE REGIONAL: TALCA (REGIÓN DEL MAULE)"),
        ("Oficina Provincial Limarí, Región de Coquimbo", "Oficina Provincial Curicó, Región del Maule"),
        ("AGENCIA OVALLE – REGIÓN DE COQUIMBO", "AGENCIA TALCA – REGIÓN DEL MAULE"),
        ("DELEGACIÓN LIMARÍ (IV REGIÓN)", "DELEGACIÓN LINARES (VII REGIÓN)"),
        ("SEDE OVALLE", "SEDE TALCA"),
        ("Oficina Local: La Serena", "Oficina Local: Curicó"),
    ],
)
@pytest.mark.parametrize("forma", ["<p>{}</p>", "<table border='1'><tr><td>{}</td></tr></table>"])
def test_capitulos_de_oficinas_por_su_lugar(uno: str, otro: str, forma: str) -> None:
    leido = _evaluacion(forma.format(uno), forma.format(otro))
    assert _regiones(leido) == [("1.1", ("04",)), ("1.2", ("04",)), ("1.1", ("07",)), ("1.2", ("07",))]
    assert [s.titulo for s in leido.secciones if s.nivel == "capitulo"] == [uno, otro]


@pytest.mark.parametrize("linea", ["Oficina de Partes", "Agencia Talca, según consta en acta.", "Sede del Gobierno", "La sede de Talca"])
def test_otra_linea_con_una_oficina_no_abre_capitulo(linea: str) -> None:
    leido = _evaluacion("<p>REGIÓN DE COQUIMBO</p>", f"<p>{linea}</p>")
    assert ("1.1", ("07",)) not in _regiones(leido)


@pytest.mark.parametrize("linea", ["Oficina Talca", "Agencia Linares", "Gobernación de Talca", "Inspección Provincial Curicó"])
def test_una_oficina_nombrada_entre_dos_partes_no_abre_capitulo(linea: str) -> None:
    uno = DESARROLLO.format(texto="Se ordenaron las ferias. Avance menor")
    cuerpo = f"<p>REGIÓN DE COQUIMBO</p>{PARTES.format(uno=f'{uno}<p>{linea}</p>', dos=uno)}"
    leido = informe(f"<html><body><p>ETAPA N° 4 – EVALUACIÓN 2007</p>{cuerpo}</body></html>", "x.html")
    assert _regiones(leido) == [("1.1", ("04",)), ("1.2", ("04",))]
