"""A header of several lines in a PDF without strokes, and a column of figures that nobody knows."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

from extractor.modelo.base import Origen
from extractor.modelo.declarado import Declarado
from extractor.modelo.documento import BloqueTabla, Celda, Documento, FilaCruda, Parrafo
from extractor.modelo.informe import Informe
from extractor.proceso import informe_de

FILAS = (
    ("Cuidar el agua", "Medir los pozos", "55", "Cumple", "55"),
    ("Cuidar el suelo", "Plantar cercos", "45", "No cumple", "0"),
)


def _documento(*renglones: tuple[str, ...]) -> Documento:
    """A report whose only table came line by line, as a PDF without strokes gives it."""
    def celda(fila: int, columna: int, texto: str) -> Celda:
        origen = Origen(pagina=1, caja=(60.0 * columna, 12.0 * fila, 60.0 * columna + 50, 12.0 * fila + 10), texto=texto)
        return Celda((Parrafo(texto, origen),) if texto else (), origen, columna)

    filas = tuple(
        FilaCruda(tuple(celda(n, i, t) for i, t in enumerate(r)), Origen(pagina=1, texto=" ".join(r)))
        for n, r in enumerate(renglones)
    )
    lineas = tuple(Parrafo(t, Origen(pagina=1, texto=t), 1) for t in ("ETAPA 3: IMPLEMENTACIÓN 2007", "Región: IV de Coquimbo"))
    return Documento("x.pdf", "x.pdf", "0" * 64, 1, "pdf", "pdf/1", (*lineas, BloqueTabla(0, filas, cuadricula=False)))


def _leer(*renglones: tuple[str, ...]) -> Informe:
    return informe_de(_documento(*renglones), Declarado())


@pytest.mark.parametrize("cabeza", [
    [("Objetivo", "Actividad", "Ponderación", "Cumple o", "Ponderación"), ("", "", "actividad", "no cumple", "ganada")],
    [("Objetivo", "Actividad", "Ponderación", "Cumplimiento", "Ponderación"), ("", "", "", "", "obtenida")],
    [("Objetivos", "Actividades", "Pond.", "Estado de", "Ponderación"), ("específicos", "comprometidas", "", "cumplimiento", "ganada")],
    [("Objetivo", "Actividad", "Ponderación", "Estado", "Ponderación"), ("", "", "de la", "", "ganada por"), ("", "", "actividad", "", "la región")],
    [("", "", "Ponderación", "Cumple o", "Ponderación"), ("Objetivo", "Actividad", "actividad", "no cumple", "ganada")],
])  # fmt: skip
def test_los_renglones_de_un_encabezado_se_juntan(cabeza: list[tuple[str, ...]]) -> None:
    leido = _leer(*cabeza, *FILAS, ("Total", "", "100", "", "55"))
    (tabla,) = leido.tablas
    assert [c.rol for c in tabla.columnas] == ["objetivo", "actividad", "ponderacion", "estado", "ponderacion_ganada"]
    ganadas = [a.ponderacion_ganada.texto for f in tabla.filas for a in f.actividades if a.ponderacion_ganada]
    assert ganadas == ["55", "0"]
    assert leido.hallazgos == ()


def test_una_fila_de_datos_no_es_renglon_del_encabezado() -> None:
    cabeza = ("Objetivo", "Actividad", "Ponderación", "Cumple o no cumple", "Ponderación ganada")
    leido = _leer(cabeza, ("Cuidar el agua", "Medir", "", "No cumple", ""), *FILAS)
    assert [[a.texto for a in f.actividades] for f in leido.tablas[0].filas] == [["Medir"], ["Medir los pozos"], ["Plantar cercos"]]


def _html(rotulo: str, valores: tuple[str, str]) -> Informe:
    filas = [("Objetivo", "Actividad", "Ponderación", "Cumple o no cumple", rotulo)]
    filas += [(*f[:4], v) for f, v in zip(FILAS, valores, strict=True)]
    tabla = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in f)}</tr>" for f in filas)
    return informe(f"<html><body><p>ETAPA 3: IMPLEMENTACIÓN 2007</p><p>Región: IV</p><table>{tabla}</table></body></html>", "x.html")


@pytest.mark.parametrize("rotulo", ["Zafra", "Ponderación"])
def test_una_columna_de_cifras_que_nadie_conoce_se_dice(rotulo: str) -> None:
    leido = _html(rotulo, ("55", "0"))
    assert "ponderacion_ganada" not in [c.rol for c in leido.tablas[0].columnas]
    assert leido.documento.estado == "parcial"
    assert any(h.codigo == "LECTURA_DUDOSA" and f"«{rotulo}»" in h.mensaje for h in leido.hallazgos)


@pytest.mark.parametrize("valores", [("sin reparos", "queda para marzo"), ("$ 120.000", "$ 90.000")])
def test_una_columna_de_otra_cosa_no_se_avisa(valores: tuple[str, str]) -> None:
    assert _html("Zafra", valores).documento.estado == "ok"


