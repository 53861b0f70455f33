"""Which findings appear does not depend on how the report was written down: through files, by the whole path.

One programme of the 2009 form, of random weights, states and earned values, is written with its rows in another order, with
comma or point, with or without the sign of per cent, in fractions of 1, as text and as Word: the same codes come out, at the
same rows (of the source, whatever their order in the file).
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from ayudas_conjunto import COMPROMISOS, Renglon, texto
from ayudas_docx import hacer, p, tabla
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from extractor.lectores import leer_bytes
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe
from extractor.proceso import informe_de

SIN_MARCA = {"FORMATO_NUMERO_MIXTO"}
"""Told of the way numbers are written, which is what some of these change."""
PESOS = st.sampled_from([("40", "30", "20", "10"), ("25", "25", "25", "25"), ("37.5", "12.5", "20", "30"), ("40", "30", "20", "5")])
ESTADOS = st.sampled_from(["si", "no", "Cumple", "No cumple", "Pendiente", ""])
GANADAS = st.sampled_from(["igual", "0", "otra", "", "sobre", "doble", "60", "90"])
"""The last four may exceed the weight of their own row."""
RESULTADO = st.tuples(ESTADOS, GANADAS)
CASOS = st.tuples(PESOS, st.lists(RESULTADO, min_size=4, max_size=4))
Caso = tuple[tuple[str, ...], list[tuple[str, str]]]
pocos = settings(max_examples=15)


def renglones(caso: Caso, factor: Decimal = Decimal(1)) -> list[Renglon]:
    """The decimals grow with the scale: "20" of 100 is "0.20" of 1, and "0" is "0.00"."""
    salida = []
    for peso, (estado, clase) in zip(*caso, strict=True):
        propio = Decimal(peso)
        valores = {"igual": propio, "otra": propio - 2, "sobre": propio + 7, "doble": propio * 2}
        ganada = f"{(valores.get(clase) or Decimal(clase)) * factor}" if clase else ""
        salida.append((f"{propio * factor}", estado, ganada))
    return salida


def sobre_lo_suyo(renglones: Sequence[Renglon]) -> int:
    """How many earned values exceed the weight of their own row."""
    return sum(1 for peso, _, ganada in renglones if ganada and Decimal(ganada) > Decimal(peso))


def corre(renglones: Sequence[Renglon]) -> bool:
    """Whether the column, in this order, is a running total from end to end: it exceeds some row's own weight, never falls,
    and no step adds more than the weights of its rows. Such a report says another thing than the same rows in disorder."""
    sumado = previo = antes = Decimal(0)
    for peso, _, ganada in renglones:
        sumado += Decimal(peso)
        if ganada:
            paso = Decimal(ganada) - previo
            if not 0 <= paso <= sumado - antes:
                return False
            previo, antes = Decimal(ganada), sumado
    return sobre_lo_suyo(renglones) > 0


def desempeno(caso: Caso, factor: Decimal = Decimal(1)) -> str:
    """What the earned column adds up to, as a person would add it."""
    return f"{sum((Decimal(g) for _, _, g in renglones(caso, factor) if g), Decimal(0))}"


def leer(contenido: bytes, nombre: str) -> Informe:
    return informe_de(leer_bytes(contenido, nombre), Declarado())


def de_texto(escrito: str) -> Informe:
    return leer(escrito.encode(), "a.txt")


def planos(informe: Informe, orden: Sequence[int] = range(4)) -> Counter[tuple[str, str, frozenset[int | None]]]:
    """(code, severity, rows of the source) of each finding."""
    assert [len(t.filas) for t in informe.tablas] == [4]
    salida: Counter[tuple[str, str, frozenset[int | None]]] = Counter()
    for h in informe.hallazgos:
        if h.codigo not in SIN_MARCA:
            filas = [lugar.fila for lugar in h.lugares] or [h.fila]
            salida[h.codigo, h.gravedad, frozenset(None if f is None else orden[f] for f in filas)] += 1
    return salida


@given(CASOS, st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_el_orden_de_las_filas(caso: Caso, azar: random.Random) -> None:
    """Of a column whose values are, for the most part, within their own weights: each is the activity's own."""
    escritos = renglones(caso)
    orden = list(range(4))
    azar.shuffle(orden)
    otros = [escritos[n] for n in orden]
    assume(sobre_lo_suyo(escritos) * 2 <= sum(1 for _, _, ganada in escritos if ganada))
    assume(not corre(escritos) and not corre(otros))
    otro = texto(renglones=otros, compromisos=[COMPROMISOS[n] for n in orden], desempeno=desempeno(caso))
    assert planos(de_texto(otro), orden) == planos(de_texto(texto(renglones=escritos, desempeno=desempeno(caso))))


@given(CASOS)
@pocos
def test_coma_o_punto(caso: Caso) -> None:
    total = desempeno(caso)
    punto = texto(renglones=renglones(caso), desempeno=total)
    coma = texto(renglones=renglones(caso), desempeno=total.replace(".", ","), separador=",")
    assert planos(de_texto(punto)) == planos(de_texto(coma))


@given(CASOS)
@pocos
def test_con_signo_de_por_ciento_o_sin_el(caso: Caso) -> None:
    total = desempeno(caso)
    con = [(f"{p_}%", e, f"{g}%" if g else g) for p_, e, g in renglones(caso)]
    assert planos(de_texto(texto(renglones=renglones(caso), desempeno=total))) == planos(
        de_texto(texto(renglones=con, desempeno=f"{total}%"))
    )


@given(CASOS.filter(lambda caso: sum(map(Decimal, caso[0])) == 100))
@pocos
def test_por_ciento_o_fracciones_de_uno(caso: Caso) -> None:
    """A performance of twice the whole and more, written 2.40, is nothing but a per cent; 1.015 may be a thousand and fifteen."""
    centesima = Decimal("0.01")
    total = Decimal(desempeno(caso, centesima))
    assume(total <= 1 or (total < 2 and total.as_tuple().exponent == -2))
    enteros = texto(renglones=renglones(caso), desempeno=desempeno(caso))
    fracciones = texto(renglones=renglones(caso, centesima), desempeno=desempeno(caso, centesima))
    assert planos(de_texto(enteros)) == planos(de_texto(fracciones))


def como_word(escrito: str) -> bytes:
    """The same report as a Word document: each line with tabs a row of a table, each other line a paragraph."""
    cuerpo: list[str] = []
    filas: list[list[str]] = []
    for linea in escrito.split("\n"):
        if "\t" in linea:
            if set(linea) - set("-\t"):  # a rule under a title is drawn, not written
                filas.append(linea.split("\t"))
            continue
        if filas:
            ancho = max(map(len, filas))
            cuerpo.append(tabla(*((*una, *[""] * (ancho - len(una))) for una in filas)))
            filas = []
        cuerpo.append(p(linea))
    return hacer("".join(cuerpo))


@given(CASOS)
@pocos
def test_texto_o_word(caso: Caso) -> None:
    escrito = texto(renglones=renglones(caso), desempeno=desempeno(caso))
    assert planos(leer(como_word(escrito), "a.docx")) == planos(de_texto(escrito))
