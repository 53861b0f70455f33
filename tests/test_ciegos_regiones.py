"""Regions where no line labelled «Región» states them: headings, ends of titles, a column, the cell beside the label."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

from extractor.formatos.regiones.en_titulo import es_region, es_titulo_de_region, region_al_final

ETAPA = "<p>ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2007</p>"
TABLA = (
    "<table border='1'><tr><td>Actividad</td><td>Ponderación</td><td>Cumple</td><td>Ponderación ganada</td></tr>"
    "<tr><td>Abrir la oficina</td><td>100</td><td>Sí</td><td>100</td></tr></table>"
)


@pytest.mark.parametrize(
    ("texto", "cola"),
    [
        ("Programa de Trabajo GT 2007 – IX DE LA ARAUCANIA", "IX DE LA ARAUCANIA"),
        ("Programa de Trabajo GT 2007 – Región de Aysén", "Región de Aysén"),
        ("Implementación 2007 - METROPOLITANA DE SANTIAGO", "METROPOLITANA DE SANTIAGO"),
        ("Programa de Trabajo GT 2007, Región del Maule", "Región del Maule"),
        ("Se visitaron las comunas de la Región de Aysén.", None),
        ("Convenio con el Teatro Municipal – Antofagasta Unida", None),
        ("Programa de Trabajo GT 2007", None),
    ],
)
def test_region_al_final_de_un_titulo(texto: str, cola: str | None) -> None:
    assert region_al_final(texto) == cola


def test_que_es_una_region() -> None:
    assert es_region("VII Región") and es_region("DEL MAULE") and es_region("IV", rotulada=True) and es_region("Nivel Central")
    assert not es_region("IV") and not es_region("Unidad de Estudios") and not es_region("12,5")
    assert es_titulo_de_region("REGIÓN DEL BIOBÍO") and not es_titulo_de_region("Biobío")
    assert es_titulo_de_region("Dirección Regional de Coquimbo")


@pytest.mark.parametrize(
    ("antes", "codigos"),
    [
        ("<p>Programa de Trabajo GT 2007 – IX DE LA ARAUCANIA</p>", ("09",)),
        ("<p>Región del Biobío</p><p>Se informa el cumplimiento del programa.</p>", ("08",)),
        ("<p>Se trabajó en la Región del Biobío.</p>", ()),
    ],
)
def test_region_de_la_tabla_por_lo_que_la_precede(antes: str, codigos: tuple[str, ...]) -> None:
    (tabla,) = informe(f"<html><body>{ETAPA}{antes}{TABLA}</body></html>", "x.html").tablas
    assert tabla.region.codigos == codigos


def test_cada_titulo_vale_para_su_tabla() -> None:
    cuerpo = "".join(f"<p>Programa de Trabajo GT 2007 – Región {r}</p>{TABLA}" for r in ("del Maule", "de Los Lagos"))
    leido = informe(f"<html><body>{ETAPA}{cuerpo}</body></html>", "x.html")
    assert [t.region.codigos for t in leido.tablas] == [("07",), ("10",)]


def test_region_del_encabezado_del_documento() -> None:
    """Stated ahead of the stage, it is inherited."""
    (tabla,) = informe(f"<html><body><p>REGIÓN DE TARAPACÁ</p>{ETAPA}{TABLA}</body></html>", "x.html").tablas
    assert (tabla.region.codigos, tabla.region.heredada) == (("01",), True)


def test_columna_de_regiones_da_una_tabla_por_region() -> None:
    filas = (
        "<tr><td rowspan='3'>Región de Valparaíso</td><td>Visitar</td><td>60%</td><td>100%</td><td>60%</td></tr>"
        "<tr><td>Capacitar</td><td>30%</td><td>50%</td><td>15%</td></tr><tr><td>Subtotal</td><td>100%</td><td></td><td>75%</td></tr>"
        "<tr><td rowspan='2'>II</td><td>Abrir</td><td>100%</td><td>0%</td><td>0%</td></tr>"
        "<tr><td>Subtotal</td><td>100%</td><td></td><td>0%</td></tr>"
    )
    cabeza = "<tr><td>Región</td><td>Tarea</td><td>Porcentaje asignado</td><td>% de logro</td><td>Porcentaje obtenido</td></tr>"
    leido = informe(f"<html><body>{ETAPA}<table border='1'>{cabeza}{filas}</table></body></html>", "x.html")
    assert [t.region.codigos for t in leido.tablas] == [("05",), ("02",)]
    assert [len(t.filas) for t in leido.tablas] == [2, 1]
    totales = [[b.total_ponderacion.valor if b.total_ponderacion else None for b in t.bloques] for t in leido.tablas]
    assert totales == [["100"], ["100"]]
    assert [(h.codigo, h.tabla, h.recalculado) for h in leido.hallazgos if h.gravedad == "aritmetica"] == [
        ("TOTAL_PONDERACION_NO_CUADRA", "t01", "90")
    ]


def test_region_y_desempeno_en_la_celda_de_al_lado() -> None:
    """Text of Word origin: the label's cell, then its value's."""
    texto = (
        "FORMATOS DE LA ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2009\n\nActividad III. 1. Programa de Trabajo 2009\n\n"
        "\tREGIÓN (1)\n\tLA ARAUCANÍA\n\n"
        "\tUnidad Responsable\n\tObjetivos\n\tMeta o actividades\n\tMedio de verificación\n\tPonderación (%)\n\tCumple\n\tPonderación ganada\n\n"
        "\tÁrea social\n\tAcercar\n\t- Convocar\n- Atender\n\tActas\n\t0.40\n\tsi\n\t0.40\n\n"
        "\tÁrea social\n\tMejorar\n\t- Comprar\n- Instalar\n\t18 ACTAS\n\t0.60\n\tno\n\t0\n\n"
        "\tDesempeño Anual Región (%)\n\t0.40\n\n"
    )
    (tabla,) = informe(texto).tablas
    assert tabla.region.codigos == ("09",)
    assert tabla.programa == "diseno_acceso"
    assert [c.rol for c in tabla.columnas][:2] == ["responsable", "objetivo"]
    assert [f.ponderacion.valor for f in tabla.filas if f.ponderacion] == ["0.40", "0.60"]
    assert tabla.desempeno is not None and tabla.desempeno.region is not None and tabla.desempeno.region.valor == "0.40"


BANDAS = "<tr><td>Objetivo</td><td>Actividad</td><td>Pond.</td><td>Cumple</td><td>Pond. ganada</td></tr>"


def _fila(actividad: str, peso: str, estado: str, ganada: str) -> str:
    return f"<tr><td>Ordenar</td><td>{actividad}</td><td>{peso}</td><td>{estado}</td><td>{ganada}</td></tr>"


def test_regiones_como_bandas_dentro_de_una_tabla() -> None:
    filas = (
        BANDAS
        + "<tr><td colspan='5'>REGIÓN DE LOS LAGOS</td></tr>"
        + _fila("Convocar", "100", "Si", "100")
        + "<tr><td colspan='2'>Total</td><td>100</td><td></td><td>100</td></tr><tr><td colspan='5'>REGIÓN DE COQUIMBO</td></tr>"
        + _fila("Licitar", "50", "Si", "50")
        + _fila("Difundir", "50", "Si", "40")
    )
    leido = informe(f"<html><body>{ETAPA}<table border='1'>{filas}</table></body></html>", "x.html")
    assert [(t.region.codigos, len(t.filas)) for t in leido.tablas] == [(("10",), 1), (("04",), 2)]


def test_regiones_como_bandas_y_total_corto_en_texto_de_word() -> None:
    """A row of totals whose label spans two columns has a cell less."""
    texto = (
        "ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2007\n\n"
        "\tObjetivo\n\tActividad\n\tPond.\n\tCumple\n\tPond. ganada\n\n\tREGIÓN DE LOS LAGOS\n\n"
        "\tOrdenar\n\tConvocar\n\t60\n\tSi\n\t60\n\n\tOrdenar\n\tEditar\n\t40\n\tNo\n\t0\n\n\tTotal\n\t100\n\t\n\t60\n\n"
        "\tREGIÓN DE COQUIMBO\n\n\tOrdenar\n\tLicitar\n\t100\n\tSi\n\t100\n\n\tTotal\n\t100\n\t\n\t100\n\n\nTexto que sigue.\n"
    )
    leido = informe(texto)
    assert [(t.region.codigos, len(t.filas)) for t in leido.tablas] == [(("10",), 2), (("04",), 1)]
    totales = [(b.total_ponderacion, b.total_ganada) for t in leido.tablas for b in t.bloques]
    assert [(p.valor if p else None, g.valor if g else None) for p, g in totales] == [("100", "60"), ("100", "100")]


def test_titulo_de_region_con_su_numero_de_orden() -> None:
    """The number is that of the place in the report, not the region's."""
    cuerpo = "".join(f"<p>{t}</p>{TABLA}" for t in ("1. Región de Atacama", "2. Región de Los Lagos", "VII Región"))
    leido = informe(f"<html><body>{ETAPA}{cuerpo}</body></html>", "x.html")
    assert [t.region.codigos for t in leido.tablas] == [("03",), ("10",), ("07",)]


def test_la_region_de_una_evaluacion_vale_para_todos_sus_formularios() -> None:
    def formularios(region: str) -> str:
        return (
            f"\tREGIÓN: {region}\n\n\tActividad 1.3 Identificación de brechas\n\n\tLogros comprometidos\n\tLogros efectivos\n\tBrechas\n\n"
            "\tTres\n\tDos\n\tUna\n\n\n\tActividad 1.4 Contribución\n\n\tPrincipal contribución del plan\n\tPrincipales dificultades\n"
            "\tRecomendaciones\n\n\tOrden\n\tDistancia\n\tViajar\n\n\n"
        )

    leido = informe("Etapa N°4\n\n\tSERVICIO: Dirección del Trabajo\n\n" + formularios("Antofagasta") + formularios("Del Maule"))
    assert [(t.tipo, t.region.codigos) for t in leido.tablas] == [
        ("brechas", ("02",)),
        ("contribucion", ("02",)),
        ("brechas", ("07",)),
        ("contribucion", ("07",)),
    ]
