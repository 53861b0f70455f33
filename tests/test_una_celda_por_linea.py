"""Tables saved as text without any mark: each cell in a line of its own, blank where the cell is."""

from __future__ import annotations

import pytest
from ayudas_texto import codigos, informe

from extractor.modelo.informe import Informe

TITULO = "ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007\n\nActividad 1.1: Implementación\n\n"
MAULE = f"{TITULO}Región: Maule\n\n"
CABEZA = ("Objetivos", "Actividades", "Ponderación", "Cumple/No cumple", "Ponderación ganada")
PUENTE = ("Ordenar el puerto", "Pintar el muelle", "60", "Cumple", "60")
FARO = ("Cuidar la costa", "Encender el faro", "40", "No cumple", "0")
ANALISIS = ("Objetivos Específicos", "Avance logrado", "Recomendaciones y Compromisos", "Responsable", "Plazo")
SIN_MARCAS = "no vienen marcadas"


def lineas(*filas: tuple[str, ...]) -> str:
    return "".join(f"{celda}\n" for fila in filas for celda in fila)


def leidas(leido: Informe) -> list[tuple[str | None, str | None, str | None, str | None]]:
    """Text, weight, state and earned value of each activity of the programmes."""
    return [
        (
            a.texto,
            a.ponderacion.texto if a.ponderacion else None,
            a.estado.valor if a.estado else None,
            a.ponderacion_ganada.texto if a.ponderacion_ganada else None,
        )
        for t in leido.tablas
        for f in t.filas
        for a in f.actividades
    ]


def totales(leido: Informe) -> list[tuple[str | None, str | None]]:
    return [
        (b.total_ponderacion.texto if b.total_ponderacion else None, b.total_ganada.texto if b.total_ganada else None)
        for t in leido.tablas
        for b in t.bloques
    ]


DOS = [("Pintar el muelle", "60", "CUMPLE", "60"), ("Encender el faro", "40", "NO_CUMPLE", "0")]


@pytest.mark.parametrize(
    "total",
    [
        ("Total", "100", "", "60"),
        ("Total", "100", "60"),
        ("Total", "", "100", "", "60"),
        ("TOTAL REGIÓN", "100", "No cumple", "60"),
    ],
)
def test_rows_and_their_total_of_any_width(total: tuple[str, ...]) -> None:
    leido = informe(MAULE + lineas(CABEZA, PUENTE, FARO, total) + "\nLa caleta sigue en obras.\n")
    assert leidas(leido) == DOS
    assert totales(leido) == [("100", "60")]
    assert leido.documento.estado == "ok" and not codigos(leido)


@pytest.mark.parametrize("total", [("Total", "", "100", "60", ""), ("Total", "100", "60", ""), ("Total", "100", "60")])
def test_totals_beside_the_column_of_verdicts(total: tuple[str, ...]) -> None:
    cabeza = ("Objetivos", "Tareas", "Pond. actividad", "Ponderación ganada", "Cumple o No cumple")
    filas = (("Ordenar el puerto", "Pintar el muelle", "60", "60", "Cumple"), ("", "Encender el faro", "40", "0", "No cumple"))
    leido = informe(MAULE + lineas(cabeza, *filas, total) + "\nObservaciones\nNo hay más que informar.\n\nSe adjunta el acta.\n")
    assert leidas(leido) == DOS
    assert totales(leido) == [("100", "60")]


def test_a_total_that_does_not_add_up_is_found() -> None:
    leido = informe(MAULE + lineas(CABEZA, PUENTE, FARO, ("Total", "90", "", "60")))
    assert "TOTAL_PONDERACION_NO_CUADRA" in {h.codigo for h in leido.hallazgos}


def test_other_labels_in_another_order_and_numbered_rows() -> None:
    cabeza = ("Nº", "Tareas", "Responsable", "Peso", "Peso obtenido", "Cumple")
    filas = (("1", "Pintar el muelle", "Jefa de obras", "60", "60", "Sí"), ("2", "Encender el faro", "", "40", "0", "No"))
    leido = informe(MAULE + lineas(cabeza, *filas, ("Total", "100", "60")))
    assert leidas(leido) == DOS
    assert [c.rol for c in leido.tablas[0].columnas] == [
        "otro", "actividad", "responsable", "ponderacion", "ponderacion_ganada", "estado",
    ]  # fmt: skip


def test_a_blank_line_after_every_paragraph() -> None:
    celdas = [*CABEZA, *PUENTE, "", *FARO[1:], "Total", "", "100", "", "60"]
    leido = informe(MAULE + "\n\n".join(celdas) + "\n\nSe cierra el informe.\n")
    assert leidas(leido) == DOS
    assert totales(leido) == [("100", "60")]


def test_labels_over_two_lines() -> None:
    cabeza = ("Objetivos", "Específicos", "Actividades", "Pond.", "actividad", "Cumple o", "No cumple", "Ponderación", "ganada")
    leido = informe(MAULE + lineas(cabeza, PUENTE, FARO))
    assert leidas(leido) == DOS
    assert len(leido.tablas[0].columnas) == 5


def test_stacked_values_and_their_total() -> None:
    fila = (
        "Ordenar el puerto",
        "Pintar el muelle",
        "Encender el faro",
        "60",
        "40",
        "100",
        "Cumple",
        "No cumple",
        "60",
        "0",
        "60",
    )
    leido = informe(MAULE + lineas(CABEZA, fila))
    assert leidas(leido) == DOS
    assert totales(leido) == [("100", "60")]


def test_a_stacked_row_beside_a_plain_one() -> None:
    apilada = ("Ordenar", "Pintar", "Barrer", "30", "30", "Cumple", "Cumple", "30", "30")
    leido = informe(MAULE + lineas(CABEZA, apilada, FARO, ("Total", "100", "", "60")))
    assert [a[0] for a in leidas(leido)] == ["Pintar", "Barrer", "Encender el faro"]
    assert [len(f.actividades) for f in leido.tablas[0].filas] == [2, 1]


def test_a_cell_that_goes_on_and_one_with_a_list() -> None:
    partida = ("Ordenar el puerto", "Pintar el muelle", "y sus barandas", "60", "Cumple", "60")
    leido = informe(MAULE + lineas(CABEZA, partida, FARO))
    assert leidas(leido)[0][0] == "Pintar el muelle y sus barandas"


def test_a_line_of_unsure_cell_is_told() -> None:
    partida = ("Ordenar el puerto", "Pintar el muelle", "Barrer la rampa", "60", "Cumple", "60")
    leido = informe(MAULE + lineas(CABEZA, partida, FARO, ("Subir la cuota", "Vender más", "0", "Cumple", "0")))
    assert [a[1:] for a in leidas(leido)][:2] == [d[1:] for d in DOS]
    assert any(h.codigo == "LECTURA_DUDOSA" and "más líneas que celdas" in h.mensaje for h in leido.hallazgos)


def test_region_lines_between_with_and_without_the_header_again() -> None:
    otra = lineas(("Cuidar", "Sembrar pinos", "100", "Cumple", "100"))
    leido = informe(MAULE + lineas(CABEZA, PUENTE, FARO) + "\nRegión: Biobío\n\n" + otra)
    assert [([*t.region.codigos], len(t.filas)) for t in leido.tablas] == [(["07"], 2), (["08"], 1)]
    con_ella = informe(MAULE + lineas(CABEZA, PUENTE, FARO) + "Región: Biobío\n" + lineas(CABEZA) + otra)
    assert [([*t.region.codigos], len(t.filas)) for t in con_ella.tablas] == [(["07"], 2), (["08"], 1)]


def test_a_region_and_a_performance_in_a_line_below_their_label() -> None:
    leido = informe(f"{TITULO}Región\nMaule\n\n" + lineas(CABEZA, PUENTE, FARO) + "\nDesempeño de la región\n75\n\nFin.\n")
    assert leido.tablas[0].region.codigos == ("07",)
    assert [h.codigo for h in leido.hallazgos] == ["DESEMPENO_REGION_NO_CUADRA"]


def test_a_column_of_regions() -> None:
    filas = (("Región del Maule", *PUENTE), ("Región del Maule", *FARO))
    leido = informe(TITULO + "Los datos por región se dan en seguida.\n\n" + lineas(("Región", *CABEZA), *filas))
    assert leidas(leido) == DOS
    assert leido.tablas[0].region.codigos == ("07",)


def test_titles_after_a_total_are_no_cells_of_a_row() -> None:
    cabeza = ("N°", "Objetivos", "Actividades", "Pond. actividad", "Cumple o No cumple", "Ponderación ganada")
    filas = (cabeza, ("1", *PUENTE), ("2", *FARO), ("Total", "100", "", "60"))
    analisis = lineas(ANALISIS, ("Ordenar el puerto", "Muelle pintado", "Seguir", "Jefa", "Marzo 2008"))
    leido = informe(MAULE + lineas(*filas) + "\nActividad 1.2: Análisis del plan\n\nRegión: Biobío\n\n" + analisis)
    assert leidas(leido) == DOS
    assert totales(leido) == [("100", "60")]
    assert [[*t.region.codigos] for t in leido.tablas] == [["07"], ["08"]]


def test_texts_with_blank_cells_up_to_the_prose() -> None:
    filas = (
        ("Ordenar el puerto", "Muelle pintado", "", "Jefa", "Marzo 2008"),
        ("", "Falta luz", "Pedir fondos", "Jefe", "Abril 2008"),
    )
    prosa = "\nEl acta se adjunta.\nLa revisó la jefatura.\nSe envió a tiempo.\nQueda archivada.\n"
    leido = informe(MAULE + lineas(CABEZA, PUENTE, FARO) + "\nActividad 1.2: Análisis\n\n" + lineas(ANALISIS, *filas) + prosa)
    tabla = leido.tablas[1]
    assert tabla.tipo == "analisis_avance"
    assert [tuple(f.celdas) for f in tabla.filas] == list(filas)


def test_texts_whose_lines_do_not_make_rows_are_told() -> None:
    partida = (
        "Ordenar",
        "Muelle pintado",
        "También barrido",
        "Seguir",
        "Jefa",
        "Marzo 2008",
        "Cuidar",
        "Falta luz",
        "Pedir",
        "Jefe",
        "Mayo 2008",
    )
    leido = informe(
        MAULE + lineas(CABEZA, PUENTE, FARO) + "\nActividad 1.2: Análisis\n\n" + lineas(ANALISIS, partida) + "\nFin.\n"
    )
    assert [t.tipo for t in leido.tablas] == ["programa_trabajo"]
    assert leido.documento.estado == "parcial" and SIN_MARCAS in (leido.documento.motivo or "")


@pytest.mark.parametrize(
    "filas",
    [
        (PUENTE, ("Cuidar la costa", "40", "No cumple", "0"), ("Sembrar", "Regar", "10", "Cumple", "10")),
        (PUENTE, ("Cuidar la costa", "Encender", "40", "No cumple", "0", "7"), ("Sembrar", "Regar", "10", "Cumple", "10")),
    ],
)
def test_rows_that_do_not_come_out_are_told_and_not_half_read(filas: tuple[tuple[str, ...], ...]) -> None:
    leido = informe(MAULE + lineas(CABEZA, *filas))
    assert not leido.tablas
    assert SIN_MARCAS in (leido.documento.motivo or "")


@pytest.mark.parametrize(
    "texto",
    [
        "El informe trae estas columnas:\n" + lineas(CABEZA) + "\nCada región firmó las suyas.\nSon 3 en total.\n",
        "\n".join(f"{c}\n{n}" for n, c in enumerate(CABEZA, start=2)) + "\n",
        "Se anota en cada caso:\n"
        + lineas(ANALISIS)
        + lineas(("Lo que sigue.", "Lo que falta.", "Lo que hay.", "Quién.", "Cuándo.")),
        lineas(CABEZA) + "\nSe pintó el muelle.\n\n60\n\nSe encendió el faro.\n\n40\n",
    ],
)
def test_lists_and_prose_are_no_table(texto: str) -> None:
    leido = informe(f"{TITULO}{texto}\nRegión: Maule\n\n" + lineas(CABEZA, PUENTE, FARO))
    assert [[*t.region.codigos] for t in leido.tablas] == [["07"]]
    assert leidas(leido) == DOS


@pytest.mark.parametrize("fin", ["", "\n", "\n\n", "\n\nRegión: Biobío\n\n" + lineas(CABEZA, PUENTE, FARO)])
def test_a_blank_last_cell_before_whatever_comes(fin: str) -> None:
    sin_ganada = ("Cuidar la costa", "Encender el faro", "40", "No cumple")
    leido = informe(MAULE + lineas(CABEZA, PUENTE, sin_ganada) + fin)
    assert leidas(leido)[:2] == [DOS[0], ("Encender el faro", "40", "NO_CUMPLE", None)]


def test_cells_keep_their_lines() -> None:
    leido = informe(MAULE + lineas(CABEZA, PUENTE, FARO))
    actividad = leido.tablas[0].filas[1].actividades[0]
    assert actividad.ponderacion is not None
    assert (actividad.ponderacion.origen.linea_inicio, actividad.ponderacion.origen.texto) == (19, "40")
