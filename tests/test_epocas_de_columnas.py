"""Columns of another year, of a part of the year, or of something larger, beside the table's own: whichever comes first."""

from __future__ import annotations

import pytest
from ayudas_texto import CABEZA, celda, informe

from extractor.formatos.columnas.epocas import es_de_otra_epoca
from extractor.modelo.informe import Informe

TITULOS = "<p>ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007</p><p>Actividad 1.1: Implementación</p><p>Región: Aysén</p>"
PROPIAS = {"Peso": ("55", "45"), "Cumple": ("Sí", "No"), "Peso ganado": ("55", "0")}
OTRAS = {"Peso": ("15", "5"), "Cumple": ("No", "Sí"), "Peso ganado": ("5", "45")}


def _html(*filas: tuple[str, ...]) -> Informe:
    cuerpo = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in f)}</tr>" for f in filas)
    return informe(f"<html><body>{TITULOS}<table border='1'>{cuerpo}</table></body></html>", "x.html")


def _txt(*filas: tuple[str, ...]) -> Informe:
    return informe(CABEZA.format(region="Aysén") + "".join(celda(c) for f in filas for c in f) + "\n")


def _filas(doble: str, ajeno: str, propio: str, *, primero: bool) -> list[tuple[str, ...]]:
    """A programme with two columns of one role, that of another time first or last."""
    cabeza, una, otra = ["Eje", "Tareas"], ["Lagos", "Sembrar truchas nativas"], ["Bosques", "Podar las lengas"]
    for rotulo, celdas in PROPIAS.items():
        pares = [(propio if rotulo == doble else rotulo, celdas)]
        if rotulo == doble:
            pares.insert(0 if primero else 1, (ajeno, OTRAS[rotulo]))
        for titulo, (de_una, de_otra) in pares:
            cabeza.append(titulo)
            una.append(de_una)
            otra.append(de_otra)
    return [tuple(cabeza), tuple(una), tuple(otra)]


@pytest.mark.parametrize("leer", [_html, _txt])
@pytest.mark.parametrize("primero", [True, False])
@pytest.mark.parametrize(
    ("doble", "ajeno", "propio"),
    [
        ("Peso ganado", "Peso ganado 2006", "Peso ganado 2007"),
        ("Peso ganado", "Peso ganado (primer semestre)", "Peso ganado"),
        ("Peso", "Peso año anterior", "Peso"),
        ("Cumple", "Cumple 2006", "Cumple 2007"),
        ("Cumple", "Cumple a junio", "Cumple a diciembre"),
        ("Peso", "Peso del objetivo", "Peso de la actividad"),
        ("Peso", "Ponderación eje", "Ponderación"),
        ("Peso ganado", "Ponderación final", "Ponderación obtenida"),
    ],
)
def test_la_columna_del_anio_es_la_que_vale(leer, primero: bool, doble: str, ajeno: str, propio: str) -> None:  # type: ignore[no-untyped-def]
    leido = leer(*_filas(doble, ajeno, propio, primero=primero))
    (tabla,) = leido.tablas
    leidas = [(a.ponderacion.valor, a.estado.valor, a.ponderacion_ganada.valor) for f in tabla.filas for a in f.actividades]
    assert leidas == [("55", "CUMPLE", "55"), ("45", "NO_CUMPLE", "0")]
    assert [h.codigo for h in leido.hallazgos if h.gravedad != "aviso"] == []


def test_dos_partes_del_anio_no_se_juzgan_y_se_dice() -> None:
    filas = _filas("Cumple", "Cumple 1er semestre", "Cumple 2° semestre", primero=True)
    leido = _html(*filas)
    assert [(h.codigo, h.campo) for h in leido.hallazgos] == [("LECTURA_DUDOSA", "estado")]
    assert {a.estado.certeza for f in leido.tablas[0].filas for a in f.actividades if a.estado} == {"dudosa"}


@pytest.mark.parametrize("corte", ["al 30 de noviembre", "2° semestre"])
def test_el_mismo_corte_en_las_dos_columnas_se_juzga(corte: str) -> None:
    """State and earned value speak of the same time, whatever it is."""
    cabeza = ("Eje", "Tareas", "Peso", f"Cumple {corte}", f"Peso ganado {corte}")
    leido = _html(cabeza, ("Lagos", "Sembrar truchas", "55", "Sí", "55"), ("Mar", "Medir mareas", "45", "No", "45"))
    assert [(h.codigo, h.informado) for h in leido.hallazgos] == [("GANADA_NO_CORRESPONDE", "45")]


@pytest.mark.parametrize("cabeza", [
    ("Cumple a junio", "Peso ganado"), ("Cumple", "Peso ganado a junio"), ("Cumple a junio", "Peso ganado a octubre"), ("Cumple primer semestre", "Peso ganado segundo semestre"),
])  # fmt: skip
def test_el_corte_de_una_sola_columna_no_se_juzga(cabeza: tuple[str, str]) -> None:
    leido = _html(("Eje", "Tareas", "Peso", *cabeza), ("Lagos", "Sembrar truchas", "55", "Sí", "55"), ("Mar", "Medir mareas", "45", "No", "45"))
    assert {h.codigo for h in leido.hallazgos} == {"LECTURA_DUDOSA"}


def test_un_anio_mal_escrito_en_la_unica_columna_no_la_quita() -> None:
    """The form of the year before, used again."""
    leido = _html(("Eje", "Tareas", "Peso", "Cumple", "Peso ganado 2006"), ("Lagos", "Sembrar truchas", "55", "Sí", "55"), ("Mar", "Medir mareas", "45", "No", "45"))
    assert [(h.codigo, h.informado) for h in leido.hallazgos if h.gravedad != "aviso"] == [("GANADA_NO_CORRESPONDE", "45")]


@pytest.mark.parametrize(
    ("texto", "anio", "otra"),
    [("Cumplimiento 2007", 2007, False), ("Cumplimiento 2007", None, False), ("Avance al 30 de septiembre", 2007, True), ("Logro año anterior", None, True)],
)
def test_es_de_otra_epoca(texto: str, anio: int | None, otra: bool) -> None:
    assert es_de_otra_epoca(texto, anio) is otra
