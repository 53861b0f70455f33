"""Rows that may print a total under a word nobody knows: told, and never judged as one more activity."""

from __future__ import annotations

import pytest
from ayudas_texto import CABEZA, celda, informe

from extractor.modelo.informe import Informe

HTML_2007 = "<p>ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007</p><p>Actividad 1.1: Implementación</p><p>Región: Aysén</p>"
HTML_2009 = (
    "<p>FORMATOS DE LA ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2009</p>"
    "<p>Actividad III. 1. Programa de Trabajo de Gestión Territorial 2009</p><p>REGIÓN: AYSÉN</p>"
)
COLUMNAS = ("Propósito", "Tareas", "Peso", "Cumple", "Peso ganado")
FILAS = (("Lagos", "Sembrar truchas nativas", "45", "Sí", "45"), ("Bosques", "Podar las lengas", "55", "Sí", "50"))


def _html(titulos: str, *filas: tuple[str, ...]) -> Informe:
    cuerpo = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in f)}</tr>" for f in filas)
    return informe(f"<html><body>{titulos}<table border='1'>{cuerpo}</table></body></html>", "x.html")


def _txt(*filas: tuple[str, ...]) -> Informe:
    return informe(CABEZA.format(region="Aysén") + "".join(celda(c) for f in filas for c in f) + "\n")


def _dichos(leido: Informe) -> list[tuple[str, int | None, str | None]]:
    return [(h.codigo, h.fila, h.informado) for h in leido.hallazgos]


@pytest.mark.parametrize("rotulo", ["Contraste", "Vista anual", "Lo que resulta de las filas de arriba"])
def test_una_palabra_que_nadie_conoce_en_la_ultima_fila(rotulo: str) -> None:
    """The slip of the second row is told; what the last one prints (95 of 100) is not called another."""
    ultima = ("", rotulo, "100", "", "95")
    for leido in (_html(HTML_2007, COLUMNAS, *FILAS, ultima), _txt(COLUMNAS, *FILAS, ultima)):
        assert _dichos(leido) == [("GANADA_NO_CORRESPONDE", 1, "50"), ("LECTURA_DUDOSA", 2, None)]
        dudosa = leido.tablas[0].filas[2].actividades[0].ponderacion
        assert dudosa is not None and (dudosa.valor, dudosa.certeza) == ("100", "dudosa")
        sumas = [(v.fila, v.resultado) for v in leido.verificaciones if v.regla == "PONDERACIONES_NO_SUMAN_100"]
        assert sumas == [(0, "CUADRA"), (2, "NO_VERIFICABLE")]


@pytest.mark.parametrize("rotulo", ["Queda la provincia en", "Vista anual"])
def test_solo_lo_ganado_bajo_filas_que_pesan_todas(rotulo: str) -> None:
    """The last row of running totals prints no weight: it may close the table."""
    filas = (("Lagos", "Sembrar truchas nativas", "45", "100%", "45"), ("Bosques", "Podar las lengas", "55", "60%", "78"))
    assert _dichos(_html(HTML_2007, COLUMNAS, *filas, ("", rotulo, "", "", "78"))) == [("LECTURA_DUDOSA", 2, None)]


def test_en_el_formulario_de_2009() -> None:
    cabeza = ("Objetivo", "Indicador", "Meta anual o actividades comprometidas", "Medio de verificación", "Peso (%)", "Cumple", "Peso ganado")
    filas = (("Lagos", "Truchas", "9 siembras", "Acta", "45", "Sí", "45"), ("Bosques", "Lengas", "2 podas", "Foto", "55", "No", "0"))
    leido = _html(HTML_2009, cabeza, *filas, ("Contraste", "", "", "", "100", "", "45"))
    assert _dichos(leido) == [("LECTURA_DUDOSA", 2, None)]


def test_sin_columna_de_estados_pide_el_entero() -> None:
    cabeza = ("Propósito", "Tareas", "Peso", "Peso ganado")
    filas = (("Lagos", "Sembrar truchas nativas", "45", "45"), ("Bosques", "Podar las lengas", "50", "50"))
    assert _dichos(_html(HTML_2007, cabeza, *filas, ("", "Contraste", "100", "95"))) == [("LECTURA_DUDOSA", 2, None)]


def test_uno_por_objetivo() -> None:
    filas = [f for eje in ("Lagos", "Bosques") for f in ((eje, "Sembrar y regar", "40", "Sí", "40"), (eje, "Podar a mano", "60", "Sí", "60"), ("", "Contraste", "100", "", "100"))]
    hallazgos = _html(HTML_2007, COLUMNAS, *filas).hallazgos
    assert [(h.codigo, [p.fila for p in h.lugares]) for h in hallazgos if h.codigo == "LECTURA_DUDOSA"] == [("LECTURA_DUDOSA", [2, 5])]
    assert {"FILA_INCOMPLETA", "GANADA_NO_CORRESPONDE", "PONDERACIONES_NO_SUMAN_100"}.isdisjoint(h.codigo for h in hallazgos)


@pytest.mark.parametrize(
    "ultima",
    [
        ("Costas", "Catastro", "60", "", "60"),
        ("", "Catastro", "60", "", "60"),
        ("", "Publicar en la radio local", "100", "", "100"),
        ("", "Difusión", "100", "Sí", "100"),
    ],
)
def test_una_actividad_sigue_siendo_actividad(ultima: tuple[str, ...]) -> None:
    """With an objective or a state of its own, with the words of an activity, or with a part's weight."""
    leido = _html(HTML_2007, COLUMNAS, ("Lagos", "Sembrar truchas", "20", "Sí", "20"), ("Bosques", "Podar lengas", "20", "Sí", "20"), ultima)
    assert "LECTURA_DUDOSA" not in {h.codigo for h in leido.hallazgos}
