"""Rows of forms filled in by other hands: wide gaps, text after a table, references, items numbered in one line."""

from __future__ import annotations

import pytest
from ayudas_conjunto import texto as texto_2009
from ayudas_texto import CABEZA, COLUMNAS, informe, programa_2007

from extractor.estructura.items import textos
from extractor.estructura.lineas_juntas import cifras_juntas, veredictos_juntos
from extractor.modelo.base import Origen
from extractor.modelo.documento import Parrafo


def test_dos_lineas_en_blanco_entre_los_items_no_cortan_la_ultima_celda() -> None:
    """Where the converter left two between the items of every cell, text after as many is still the cell's."""
    fila = "\tOrdenar\n\tAbrir\n\n\nCerrar\n\n\nPintar\n\t30\n\n\n30\n\n\n40\n\tSí\n\n\nSí\n\n\nNo\n\t30\n\n\n30\n\n\n0\n\n"
    (tabla,) = informe(CABEZA.format(region="II Región") + COLUMNAS + fila).tablas
    assert [a.ponderacion_ganada.valor for a in tabla.filas[0].actividades if a.ponderacion_ganada] == ["30", "30", "0"]


def test_la_tabla_acaba_donde_sigue_texto_y_otra_cosa() -> None:
    """The cells after the free text are those of another table, which no family knows."""
    fila = "\tOrdenar\n\tAbrir\n\t100\n\tSí\n\t100\n\n\n\nAsistencia a las reuniones\n\n\tNombre\n\tInstitución\n\tAsiste\n\n\tAna Soto\n\tMunicipio\n\tsí\n\n"
    (tabla,) = informe(CABEZA.format(region="II Región") + COLUMNAS + fila).tablas
    assert [len(f.actividades) for f in tabla.filas] == [1]


def test_las_referencias_a_objetivos_no_son_actividades() -> None:
    """The row of a page that begins with the second activity: the objectives' numbers are no lost items."""
    fila = "\t1.\n\n2.\n\n1. y 2.\n\t2.- Programar\n\n3.- Constituir\n\n4.- Difundir\n\t25\n\n25\n\n50\n\tSí\n\nSí\n\nSí\n\t25\n\n25\n\n50\n\n"
    (tabla,) = informe(CABEZA.format(region="II Región") + COLUMNAS + fila).tablas
    assert [a.texto for a in tabla.filas[0].actividades] == ["2.- Programar", "3.- Constituir", "4.- Difundir"]
    assert [a.objetivos for a in tabla.filas[0].actividades] == [("1",), ("2",), ("1", "2")]


def _items(texto: str) -> list[str]:
    return [
        i.texto
        for i in textos([Parrafo(texto, Origen(linea_inicio=1, linea_fin=1, inicio=0, fin=len(texto), texto=texto))]).items
    ]


def test_items_numerados_en_una_linea() -> None:
    assert _items("1. Convenir con empresas. 2. Habilitar el taller.") == ["1. Convenir con empresas.", "2. Habilitar el taller."]
    assert _items("1.- Difundir 2.- Evaluar") == ["1.- Difundir", "2.- Evaluar"]
    assert _items("a) Difundir la oferta b) Evaluar") == ["a) Difundir la oferta", "b) Evaluar"]
    assert _items("a) Difundir según el anexo d) Final") == ["a) Difundir según el anexo d) Final"]
    assert _items("1. Atender al sector 3. Norte") == ["1. Atender al sector 3. Norte"]
    assert _items("Publicar la edición 2. Anual") == ["Publicar la edición 2. Anual"]


def test_total_bajo_un_objetivo_que_abarca_varias_filas() -> None:
    cuerpo = (
        "<p>ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2007</p><p>Región del Maule</p><table border='1'>"
        "<tr><td>Objetivo</td><td>Actividad</td><td>Peso</td><td>Cumple</td><td>Peso ganado</td></tr>"
        "<tr><td rowspan='3'>Ordenar</td><td>Abrir</td><td>40</td><td>Sí</td><td>40</td></tr>"
        "<tr><td>Cerrar</td><td>60</td><td>No</td><td>0</td></tr><tr><td>TOTAL</td><td>100</td><td></td><td>40</td></tr></table>"
    )
    (tabla,) = informe(f"<html><body>{cuerpo}</body></html>", "x.html").tablas
    assert len(tabla.filas) == 2
    assert [b.total_ganada.valor if b.total_ganada else None for b in tabla.bloques] == ["40"]


def test_evaluacion_con_la_etapa_en_el_titulo() -> None:
    texto = (
        "SERVICIO NACIONAL DE PESCA\n\nEtapa N°4 Evaluación del Plan de Gestión Territorial 2007\n\n\tRegión: Todas\n\n"
        "\tActividad 1.3 Identificación de brechas\n\n\tLogros esperados\n\tLogros obtenidos\n\tBrechas\n\n\tTres\n\tDos\n\tUna\n\n"
    )
    leido = informe(texto)
    assert leido.documento.etapas == (4,)
    assert [t.tipo for t in leido.tablas] == ["brechas"]
    assert "FORMATO_DESCONOCIDO" not in {h.codigo for h in leido.hallazgos}


def test_formulario_de_2009_que_pondera_cada_actividad() -> None:
    """Its notes let a service weigh the activities: as many weights in the cell as activities."""
    texto = (
        "FORMATOS DE LA ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2009\n\nActividad III. 1. Programa de Trabajo 2009\n\n"
        "\tREGIÓN (1)\n\tAtacama\n\n\tObjetivos específicos (2)\n\tMeta anual o actividades comprometidas (5)\n\tMedio de verificación (7)\n"
        "\tPonderación (%) (8)\n\tCumple/no cumple (9)\n\tPonderación ganada (10)\n\n"
        "\tRegularizar\n\t- Catastrar\n\n- Ingresar\n\tActa\n\t25\n\n25\n\tsi\n\nno\n\t25\n\n0\n\n"
        "\tAbrir\n\t- Trazar\n\n- Señalizar\n\tPlano\n\t50\n\tsi\n\t50\n\n"
    )
    leido = informe(texto)
    primera, segunda = leido.tablas[0].filas
    assert [(a.ponderacion.valor, a.estado.valor) for a in primera.actividades if a.ponderacion and a.estado] == [
        ("25", "CUMPLE"),
        ("25", "NO_CUMPLE"),
    ]
    assert primera.ponderacion is None
    assert segunda.ponderacion is not None and segunda.ponderacion.valor == "50" and len(segunda.actividades) == 2
    assert not [h for h in leido.hallazgos if h.codigo == "PONDERACIONES_NO_SUMAN_100"]


def test_cifras_y_veredictos_en_una_sola_linea() -> None:
    """Text of PDF origin: a stacked cell comes as one line."""
    fila = "Ordenar\ta) Abrir b) Cerrar c) Pintar\t50% 35% 15% Total: 100%\tSí Sí No\t50% Pendiente 0% Total: 50%\n"
    texto = (
        "ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007\n\nActividad 1.1: Implementación\n\nRegión: II Región\n\n"
        "Objetivos 1.- Ordenar. 2.- Mejorar.\tActividades\tPonderación\tCumple o no cumple\tPonderación ganada\n"
    )
    (tabla,) = informe(texto + fila).tablas
    assert [c.rol for c in tabla.columnas] == ["objetivo", "actividad", "ponderacion", "estado", "ponderacion_ganada"]
    assert [o.texto for o in tabla.objetivos] == ["Ordenar.", "Mejorar."]
    (leida,) = tabla.filas
    assert [a.ponderacion.valor for a in leida.actividades if a.ponderacion] == ["50", "35", "15"]
    assert [a.estado.valor for a in leida.actividades if a.estado] == ["CUMPLE", "CUMPLE", "NO_CUMPLE"]
    assert [(a.ponderacion_ganada.texto, a.ponderacion_ganada.valor) for a in leida.actividades if a.ponderacion_ganada] == [
        ("50%", "50"),
        ("Pendiente", None),
        ("0%", "0"),
    ]
    assert leida.total_ganada is not None and leida.total_ganada.valor == "50"


def test_lo_que_no_se_parte() -> None:
    for texto in ("Cumplido. Se hizo el curso", "No cumple", "Sí, cumple", "Se cumple", "30%", "Pendiente"):
        assert veredictos_juntos(texto) == []
    for texto in ("12.5%", "12,5 %", "Pendiente", "Pendiente No cumple", "42 comunas", "Total: 100"):
        assert cifras_juntas(texto) == []
    assert len(veredictos_juntos("Cumplido Cumplido No cumplido")) == 3
    assert len(cifras_juntas("12,5 12.5 Pendiente")) == 3


def test_un_estado_o_una_ganada_en_blanco_junto_al_otro_es_una_fila_incompleta() -> None:
    """One blank cell of a row whose other one says something; neither a row without results nor one with all of them."""
    filas = (
        (("Riego",), ("Abrir compuertas",), ("30",), ("Cumplido",), ("30",)),
        (("Campo",), ("Entregar semillas",), ("30",), (), ("30",)),
        (("Costa",), ("Censar caletas",), ("10",), (), ()),
        (("Bosque",), ("Plantar quillayes",), ("20",), ("No cumplido",), ()),
        (("Puna",), ("Cercar vegas",), ("10",), ("Cumplido",), ("10",)),
    )
    leido = informe(programa_2007(*[tuple(c or ("",) for c in f) for f in filas]))
    incompletas = [(h.fila, h.campo, h.gravedad) for h in leido.hallazgos if h.codigo == "FILA_INCOMPLETA"]
    assert incompletas == [(1, "estado", "aviso"), (3, "ponderacion_ganada", "aviso")]
    ganadas = [(v.resultado, v.motivo) for v in leido.verificaciones if v.regla == "GANADA_NO_CORRESPONDE"]
    falta = [("NO_VERIFICABLE", "falta_estado"), ("NO_VERIFICABLE", "falta_ganada"), ("NO_VERIFICABLE", "falta_ganada")]
    assert ganadas == [("CUADRA", None), *falta, ("CUADRA", None)]


@pytest.mark.parametrize(("peso", "estado", "ganada", "esperado"), [
    ("", "Cumplido", "30", [(1, "ponderacion")]),
    ("", "Cumplido", "", [(1, "ponderacion")]),
    ("", "", "30", [(1, "ponderacion")]),
    ("", "", "", []),  # nothing is said of it: it may not be weighed
    ("", "No aplica", "", []),
    ("30", "Cumplido", "30", []),
])  # fmt: skip
def test_un_peso_en_blanco_entre_otros_es_una_fila_incompleta(
    peso: str, estado: str, ganada: str, esperado: list[tuple[int, str]]
) -> None:
    filas = (
        (("Riego",), ("Abrir compuertas",), ("40",), ("Cumplido",), ("40",)),
        (("Campo",), ("Entregar semillas",), (peso,), (estado,), (ganada,)),
        (("Costa",), ("Censar caletas",), ("30",), ("No cumplido",), ("0",)),
    )
    leido = informe(programa_2007(*filas))
    assert [(h.fila, h.campo) for h in leido.hallazgos if h.codigo == "FILA_INCOMPLETA"] == esperado


def test_una_columna_de_estados_en_blanco_no_es_de_una_fila() -> None:
    filas = [((o,), (a,), ("50",), ("",), ("50",)) for o, a in (("Riego", "Abrir compuertas"), ("Campo", "Entregar semillas"))]
    leido = informe(programa_2007(*filas))
    assert [(h.codigo, h.campo) for h in leido.hallazgos] == [("SIN_RESULTADOS", "estado")]


@pytest.mark.parametrize(("unidad", "esperado"), [
    ("Por definir", [(0, "responsable", "Por definir")]), ("Unidad de Obras por definir sus turnos", []), ("", []),
])  # fmt: skip
def test_una_celda_por_definir_es_una_fila_incompleta_en_cualquier_columna(unidad: str, esperado: list[tuple[int, str, str]]) -> None:
    """A blank one is not: the form of 2009 asks for the unit of the goal or of its activities."""
    texto = texto_2009(renglones=[("100", "si", "100")]).replace("Unidad de Estudios", unidad)
    hallados = [(h.fila, h.campo, h.informado) for h in informe(texto).hallazgos if h.codigo == "FILA_INCOMPLETA"]
    assert hallados == esperado
