"""Furniture with the number of the page among its words, and what the end of a page cuts: tables, stacked rows and merged cells."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pdf_de_prueba import Hoja, pdf

from extractor.lectores.diagramado import leer_diagramado
from extractor.lectores.pdf import leer
from extractor.lectores.pies_numerados import crecientes, forma_de
from extractor.modelo.declarado import Declarado
from extractor.modelo.documento import Bloque, BloqueTabla, Documento, Parrafo
from extractor.modelo.informe import Informe
from extractor.proceso import informe_de

XS = [40.0, 190.0, 390.0, 440.0, 500.0, 560.0]
CABEZA = ["Objetivos", "Actividades", "Peso", "Estado", "Logro"]
PIES = [
    "Servicio Agrario - {n}", "Ganaderia y Riego {n}", "{n} / 9", "Riego | Pagina {n} de 9 | Etapa 4", "Tramo 2, anio 2008 - {n}",
    "{n}", "- {n} -", "{r}", "Cierre. 14/08/2008. {n}", "{n}   Cuenta de gestion", "Impreso el 2 de mayo de 2008 a las 9:1{n}",
    "Fono 2 4567 - hoja {n} - copia 3",
]  # fmt: skip
ROMANOS = ["i", "ii", "iii", "iv"]


def _leer(*hojas: Hoja) -> Documento:
    return leer(pdf(*hojas), "a.pdf", "0" * 64)


def _tablas(bloques: Sequence[Bloque]) -> list[list[list[str]]]:
    return [[[c.texto for c in f.celdas] for f in b.filas] for b in bloques if isinstance(b, BloqueTabla)]


def _fila(hoja: Hoja, y: float, textos: list[str]) -> None:
    for x, texto in zip(XS, textos, strict=False):
        hoja.lineas(x + 4, y, texto.split("\n"), 11)


def _seguida(pie: str, cabeza: str = "") -> list[Hoja]:
    """A table of four pages, one row on each."""
    hojas = []
    for n in range(4):
        hoja = Hoja().rejilla(XS, [60, 400, 740])
        _fila(hoja, 75, [f"Fila {n} alta", "Sembrar", "20", "Cumple", "20"])
        _fila(hoja, 415, [f"Fila {n} baja", "Regar", "5", "Cumple", "5"])
        if pie:
            hoja.texto(40, 775, pie.format(n=n + 1, r=ROMANOS[n]))
        if cabeza:
            hoja.texto(40, 40, cabeza.format(n=n + 1))
        hojas.append(hoja)
    return hojas


@pytest.mark.parametrize("pie", PIES)
def test_un_pie_con_numero_no_corta_la_tabla(pie: str) -> None:
    documento = _leer(*_seguida(pie))
    (tabla,) = _tablas(documento.bloques)
    assert [f[0] for f in tabla] == [f"Fila {n} {lado}" for n in range(4) for lado in ("alta", "baja")]
    assert not [b for b in documento.bloques if isinstance(b, Parrafo)]


def test_una_cabeza_con_numero_aparte_tampoco() -> None:
    assert len(_tablas(_leer(*_seguida("", "Riego Sur - {n}")).bloques)) == 1


@pytest.mark.parametrize("cabeza", ["Objetivo {n}", "{n}a Region", "Mesa de trabajo N. {n}:"])
def test_un_titulo_numerado_a_la_cabeza_de_cada_pagina_queda(cabeza: str) -> None:
    documento = _leer(*_seguida("", cabeza))
    assert len(_tablas(documento.bloques)) == 4
    assert [b.texto for b in documento.bloques if isinstance(b, Parrafo)] == [cabeza.format(n=n) for n in range(1, 5)]


def test_un_total_al_pie_no_crece_con_las_paginas() -> None:
    totales = [100, 85, 90, 60]
    hojas = [Hoja().texto(40, 300, f"Parte {x}").texto(40, 775, f"Total {t}") for x, t in zip("abcd", totales, strict=True)]
    assert [b.texto for b in _leer(*hojas).bloques if isinstance(b, Parrafo) and "Total" in b.texto] == [
        f"Total {t}" for t in totales
    ]


def test_numeros_que_crecen() -> None:
    crecen = crecientes(("pie", n, forma_de(f"Tomo 7, hoja {n + 10}")) for n in (1, 2, 5))
    assert crecen == {("pie", "tomo #, hoja #")}
    assert not crecientes(("pie", n, forma_de(f"Quedan {9 - n}")) for n in (1, 2, 5))


@pytest.mark.parametrize("pie", ["Servicio Agrario - {n}", "Ganaderia y Riego {n}", "Riego | Pagina {n} de 9 | Etapa 4"])
@pytest.mark.parametrize("aparte", [True, False])
def test_lo_mismo_en_un_texto_con_columnas_en_blancos(pie: str, aparte: bool) -> None:
    filas = [f"{'Sembrar el predio ' + x:32}{'Cumple':14}{n:>4}" for n, x in enumerate("abcdefgh", start=10)]
    lineas = [f"{'Actividad':32}{'Estado':14}{'Peso':>4}"]
    for n in range(4):
        lineas += ([""] if aparte else []) + filas[2 * n : 2 * n + 2] + ([""] if aparte else []) + [pie.format(n=n + 1)]
        if n < 3:
            lineas.append("\f")
    leido = leer_diagramado(lineas)
    (tabla,) = _tablas(leido.bloques)
    assert sum(f[0].count("Sembrar") for f in tabla) == 8
    assert leido.descartadas == 4


LARGA = "Abrir hoyos en las\nlomas del fundo y\npreparar el suelo\nde cada predio\ncon abono\ny cal"


def _cortada(primera: list[str], segunda: list[str], *, fundida: bool = False) -> BloqueTabla:
    """A table whose third row a page end may cut: what is printed of it on each page."""
    una = Hoja().rejilla(XS, [500, 530, 640, 740])
    if fundida:
        una = Hoja().rejilla(XS[1:], [500, 530, 585, 640, 740]).rejilla(XS[:2], [500, 530, 640, 740])
    _fila(una, 512, CABEZA)
    if fundida:
        _fila(una, 545, ["Mejorar el riego\nde los valles", "Cavar pozos", "15", "Cumple", "15"])
        _fila(una, 600, ["", "Medir napas", "25", "Cumple", "25"])
    else:
        _fila(una, 545, ["Mejorar el riego", "Cavar pozos\n\nMedir napas", "40\n60\n100", "Cumple\n\nCumple", "40\n60\n100"])
    _fila(una, 660, primera)
    otra = Hoja().rejilla(XS, [60, 120, 180])
    _fila(otra, 72, segunda)
    _fila(otra, 132, ["Podar", "Cortar ramas", "25", "Cumple", "25"])
    (tabla,) = [b for b in _leer(una, otra).bloques if isinstance(b, BloqueTabla)]
    return tabla


def _textos(tabla: BloqueTabla) -> list[list[str]]:
    return [[c.texto for c in f.celdas] for f in tabla.filas]


def test_una_fila_apilada_que_la_pagina_corta_entre_dos_actividades_es_una() -> None:
    primera = ["Plantar", LARGA + "\nde oveja", "10\n\n\n\n\n20", "Cumple\n\n\n\n\nCumple", "10\n\n\n\n\n20"]
    tabla = _textos(_cortada(primera, ["", "Traer plantas", "70\n100", "Cumple", "70\n100"]))
    assert [f[0] for f in tabla] == ["Objetivos", "Mejorar el riego", "Plantar", "Podar"]
    assert tabla[2][2].split() == ["10", "20", "70", "100"]


def test_si_no_es_seguro_que_sea_una_se_duda_de_ambas_mitades() -> None:
    """The figures end far above the foot of the page: what follows them had room there."""
    tabla = _cortada(["Plantar", LARGA, "30", "Cumple", "30"], ["", "Traer plantas", "70\n100", "Cumple", "70\n100"])
    assert [f.corrida for f in tabla.filas] == [False, False, True, True, False]


def test_bajo_una_celda_fundida_siguen_siendo_dos() -> None:
    tabla = _textos(_cortada(["Plantar", LARGA, "35", "Cumple", "35"], ["", "Traer plantas", "30", "Cumple", "30"], fundida=True))
    assert [f[-3] for f in tabla] == ["Peso", "15", "25", "35", "30", "25"]
    assert [f[0] for f in tabla if len(f) == 5] == ["Objetivos", "Mejorar el riego de los valles", "Plantar", "Podar"]


def test_el_encabezado_se_repite_bajo_el_titulo_de_la_tabla() -> None:
    una = Hoja().rejilla([40, 560], [600, 620]).rejilla(XS, [620, 650, 740]).texto(44, 614, "Valle del Elqui")
    _fila(una, 632, CABEZA)
    _fila(una, 665, ["Plantar", "Abrir hoyos", "30", "Cumple", "30"])
    otra = Hoja().rejilla(XS, [60, 90, 150])
    _fila(otra, 72, CABEZA)
    _fila(otra, 105, ["Podar", "Cortar ramas", "70", "Cumple", "70"])
    (tabla,) = _tablas(_leer(una, otra).bloques)
    assert [f[0] for f in tabla] == ["Valle del Elqui", "Objetivos", "Plantar", "Podar"]


def _informe(medio: str, alto: float) -> Informe:
    cabeza = ["Objetivos\nespecificos", "Actividades", "Pond.\nactiv.", "Cumple o\nNo cumple", "Pond.\nganada"]
    una = (
        Hoja()
        .texto(40, 70, "SERVICIO AGRICOLA Y GANADERO")
        .texto(40, 90, "ETAPA 3: IMPLEMENTACION DEL PROGRAMA DE TRABAJO GT 2008")
    )
    una.texto(40, 120, "Actividad 1.1: Implementacion de las actividades del Programa de Trabajo GT 2008").texto(
        40, 140, "Region: Maule"
    )
    una.rejilla(XS, [160, 200, alto / 2 + 100, alto])
    _fila(una, 175, cabeza)
    _fila(una, 215, ["Plantar", "Abrir hoyos", "30", "Cumple", "30"])
    _fila(una, alto / 2 + 115, ["Regar", "Cavar pozos", "20", "Cumple", "20"])
    otra = Hoja().texto(40, 60, medio).rejilla(XS, [80, 120, 160, 200])
    _fila(otra, 95, cabeza)
    _fila(otra, 135, ["Podar", "Cortar ramas", "50", "Cumple", "50"])
    _fila(otra, 175, ["Total", "", "100", "", "100"])
    tercera = Hoja().texto(40, 70, "Lista de quienes asistieron").rejilla(XS[:3], [80, 400, 740])
    _fila(tercera, 95, ["Nombre", "Comuna"])
    _fila(tercera, 415, ["Ana Luz", "Teno"])
    return informe_de(_leer(una, otra, tercera), Declarado())


def test_lo_que_la_pagina_pudo_cortar_no_se_juzga_entero() -> None:
    """A line that nothing tells to be the paper's stands between two parts: neither is judged as a table of its own."""
    informe = _informe("Cuenta anual en papel", 740)
    codigos = {h.codigo for h in informe.hallazgos}
    assert [len(t.filas) for t in informe.tablas if t.tipo == "programa_trabajo"] == [2, 1]
    assert "LECTURA_DUDOSA" in codigos
    assert not {c for c in codigos if c.startswith(("TOTAL_", "PONDERACIONES_"))} - {"TOTAL_AUSENTE"}


def test_dos_tablas_con_lugar_de_sobra_entre_ellas_se_juzgan() -> None:
    codigos = {h.codigo for h in _informe("Cuenta anual en papel", 340).hallazgos}
    assert "LECTURA_DUDOSA" not in codigos
    assert "PONDERACIONES_NO_SUMAN_100" in codigos
