"""Stages in words and figures, and evaluations under titles, offices and labels of nobody's form."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

from extractor.formatos.etapa_dicha import etapa_dicha
from extractor.modelo.informe import Informe


@pytest.mark.parametrize(
    ("linea", "etapa"),
    [
        ("CUARTA ETAPA", 4), ("Etapa cuarta: evaluación 2008", 4), ("4ª ETAPA", 4), ("Gestión Territorial 2007 – Etapa IV", 4),
        ("Informe de la tercera etapa (año 2009)", 3), ("Sistema de Gestión Territorial. Tercera etapa", 3), ("ETAPA DOS", 2),
        ("Rendición de la etapa Nº 3 del PMG", 3),
        ("I. Etapa 3: implementación del programa de trabajo", 3), ("2.- Etapa 4: evaluación", 4), ("V Etapa cuatro: evaluación", 4),
        ("b) Etapa 3: implementación", 3), ("II. Etapa 4", 4), ("Parte 2: Evaluación (Etapa 4)", 4), ("3. Etapa 4 de la obra", None),
        ("Segunda parte. Etapa 4: evaluación", 4), ("Primera parte. Etapa 3: cumplimiento del Programa de Trabajo", 3), ("PARTE II - ETAPA 4", 4),
        ("Capítulo segundo: Etapa 4, evaluación por región", 4), ("Pauta de evaluación Etapa 4", 4), ("Parte 2: etapa 4 del puente", None),
        ("Segunda parte. Etapa 4: puente sobre el río", None), ("Cumplimiento etapa 3", None), ("Primera parte: etapas 3 y 4", None),
        ("La cuarta etapa del camino", None), ("Cuarta etapa de la ruta costera", None), ("En la tercera etapa se evaluará lo hecho.", None),
        ("Tercera etapa: catastro de pozos", None), ("Tercera y cuarta etapa", None), ("Etapa 3 de la obra", None), ("Etapas", None),
    ],
)  # fmt: skip
def test_la_etapa_que_una_linea_titula(linea: str, etapa: int | None) -> None:
    assert etapa_dicha(linea) == etapa


def _evaluacion(
    portada: tuple[str, ...],
    capitulos: tuple[str, ...],
    secciones: tuple[str, ...],
    rotulos: tuple[str, str],
    fila: tuple[str, str],
) -> Informe:
    tabla = "<table border='1'>" + "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in (rotulos, fila)) + "</table>"
    cuerpo = "".join(f"<p>{p}</p>" for p in portada)
    for capitulo in capitulos:
        cuerpo += f"<p>{capitulo}</p>" + "".join(f"<p>{s}</p>{tabla}" for s in secciones)
    return informe(f"<html><body>{cuerpo}</body></html>", "x.html")


def _partes(leido: Informe) -> list[tuple[str, str | None, tuple[str, ...], object]]:
    return [(s.nivel, s.titulo, s.region.codigos if s.region else (), s.campos.get("grado_avance")) for s in leido.secciones]


DICHO = ("Se ordenó la oferta de tres comunas. Avance menor.", "Sumar una comuna más.")
CON_NUMERO = ("1.1 Mirada del territorio", "1.2 Trabajo con otros")


@pytest.mark.parametrize(
    "portada",
    [
        ("Servicio de Riego", "Informe de la cuarta etapa, Gestión Territorial 2007"),
        ("Servicio de Riego", "ETAPA CUATRO, GT 2008"),
    ],
)
@pytest.mark.parametrize(
    ("oficinas", "codigos"),
    [
        (("SECRETARÍA MINISTERIAL DE LA REGIÓN DE ATACAMA", "SECRETARÍA MINISTERIAL DE LA REGIÓN DEL MAULE"), ("03", "07")),
        (("DELEGACIÓN DE ATACAMA", "DELEGACIÓN DEL MAULE"), ("03", "07")),
        (("Sede de Los Lagos", "Sede de La Araucanía"), ("10", "09")),
    ],
)
@pytest.mark.parametrize(
    "rotulos", [("Cómo marchó", "Qué se aconseja"), ("Adelantos del año", "Consejos"), ("Lo ocurrido", "Qué conviene corregir")]
)
def test_una_evaluacion_en_otras_palabras(
    portada: tuple[str, ...], oficinas: tuple[str, ...], codigos: tuple[str, ...], rotulos: tuple[str, str]
) -> None:
    leido = _evaluacion(portada, oficinas, CON_NUMERO, rotulos, DICHO)
    assert (leido.documento.tipo, leido.documento.etapas, leido.documento.estado) == ("evaluacion", (4,), "ok")
    assert [(n, c, g) for n, _, c, g in _partes(leido)] == [
        parte for c in codigos for parte in (("capitulo", (c,), None), ("seccion", (c,), "MENOR"), ("seccion", (c,), "MENOR"))
    ]


def test_las_columnas_al_reves() -> None:
    leido = _evaluacion(
        ("Cuarta etapa, Gestión Territorial 2007",),
        ("Región de Aysén",),
        CON_NUMERO,
        ("Consejos", "Adelantos"),
        (DICHO[1], DICHO[0]),
    )
    assert leido.secciones[1].campos["recomendaciones"] == DICHO[1]
    assert leido.secciones[1].campos["desarrollo"] == DICHO[0]


def test_los_capitulos_de_una_evaluacion_que_no_imprime_su_etapa() -> None:
    portada = ("Servicio de Riego", "Evaluación del programa de trabajo, Gestión Territorial 2007")
    secciones = ("1.1 Perspectiva territorial del programa", "1.2 Articulación territorial")
    leido = _evaluacion(
        portada, ("SEREMI DE ATACAMA", "SEREMI DEL MAULE"), secciones, ("Desarrollo alcanzado", "Recomendaciones"), DICHO
    )
    assert [p[2] for p in _partes(leido) if p[0] == "capitulo"] == [("03",), ("07",)]


def test_secciones_sin_numero_bajo_su_titulo() -> None:
    """The title was kept as the text of the section before, and the region of the chapter was lost."""
    portada = ("Servicio de Riego", "Informe de la cuarta etapa, Gestión Territorial 2007")
    leido = _evaluacion(
        portada,
        ("Región de Atacama", "Región del Maule"),
        ("Mirada del territorio", "Trabajo con otros"),
        ("Desarrollo", "Recomendaciones"),
        DICHO,
    )
    assert _partes(leido) == [
        parte
        for region, c in (("Región de Atacama", "03"), ("Región del Maule", "07"))
        for parte in (
            ("capitulo", region, (c,), None), ("seccion", "Mirada del territorio", (c,), "MENOR"), ("seccion", "Trabajo con otros", (c,), "MENOR"),
        )
    ]  # fmt: skip
    assert all(s.texto is None for s in leido.secciones)


def test_dos_columnas_de_otra_cosa_no_son_una_evaluacion() -> None:
    leido = _evaluacion(
        ("Cuarta etapa, Gestión Territorial 2007",),
        ("Región de Aysén",),
        CON_NUMERO,
        ("Localidad", "Observaciones"),
        ("Tortel", "Sin luz"),
    )
    assert not any("grado_avance" in s.campos for s in leido.secciones)
    assert any(h.codigo == "LECTURA_DUDOSA" and "«Localidad»" in h.mensaje for h in leido.hallazgos)


def test_secciones_con_numeros_propios_no_dicen_cuales_faltan() -> None:
    leido = _evaluacion(
        ("Cuarta etapa, Gestión Territorial 2007",),
        ("Región de Aysén",),
        ("5.1 Lo hecho", "5.2 Lo que viene"),
        ("Adelantos", "Consejos"),
        DICHO,
    )
    assert [s.numero for s in leido.secciones] == [None, "5.1", "5.2"]
    assert not any(h.codigo == "SECCION_AUSENTE" for h in leido.hallazgos)


def test_la_region_de_la_portada_antes_de_la_etapa() -> None:
    portada = ("Región: Atacama", "Informe de la cuarta etapa, Gestión Territorial 2007")
    leido = _evaluacion(portada, ("Evaluación",), CON_NUMERO, ("Desarrollo alcanzado", "Recomendaciones"), DICHO)
    assert {s.region.codigos for s in leido.secciones if s.region} == {("03",)} and leido.secciones[0].nivel == "capitulo"
