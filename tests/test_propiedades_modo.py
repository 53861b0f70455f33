"""How the earned column is read does not depend on the order of the rows, unless that order makes it a running total."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from ayudas_reconciliador import auditar, tabla
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from extractor.comun.escala import escala
from extractor.estructura.modo import decidir, forma_de
from extractor.modelo.base import Origen
from extractor.modelo.valores import Cifra

Par = tuple[int | None, int | None]
"""Weight and earned value, in points; None where nothing is printed."""
PUNTOS = st.integers(0, 12).map(lambda n: n * 5)
PARES = st.lists(st.tuples(st.one_of(PUNTOS, st.none()), st.one_of(PUNTOS, PUNTOS, st.none())), min_size=1, max_size=7)
EXCEDIDOS = st.tuples(PUNTOS, PUNTOS).map(lambda par: (par[0], par[0] + par[1] + 5))
PROPIAS = [[(25, 25), (40, 40), (30, 0), (5, 5)], [(60, 0), (40, 40)]]
CORRIDAS = [[(25, 25), (25, 50), (50, 100)], [(40, 40), (30, 70), (30, 100)]]
muchos = settings(max_examples=300)


def cifra(valor: int | None) -> Cifra | None:
    if valor is None:
        return None
    return Cifra(texto=str(valor), valor=str(valor), decimales=0, signo=None, certeza="segura", origen=Origen(texto=str(valor)))


def leer(pares: Sequence[Par], otras: Sequence[Sequence[Par]] = ()) -> str | None:
    formas = [forma_de([[(cifra(p), cifra(g)) for p, g in tabla]]) for tabla in (pares, *otras)]
    return decidir(formas[0], formas[1:])[0]


def sobre(pares: Sequence[Par]) -> int:
    return sum(1 for p, g in pares if p is not None and g is not None and g > p)


def escritas(pares: Sequence[Par]) -> int:
    return sum(1 for _, g in pares if g is not None)


def corre(pares: Sequence[Par]) -> bool:
    """A running total from end to end: never falls, and no step adds more than the weights of its rows. A value without a
    weight of its own may add anything, and so may the one after it."""
    sumado = previo = 0
    antes: int | None = 0
    for peso, valor in pares:
        sumado += peso or 0
        if valor is None:
            continue
        if valor < previo or (peso is not None and antes is not None and valor - previo > sumado - antes):
            return False
        previo, antes = valor, None if peso is None else sumado
    return True


@given(PARES, st.data(), st.sampled_from([[], PROPIAS]))
@muchos
def test_la_columna_de_cada_actividad_se_lee_igual_en_cualquier_orden(pares: list[Par], datos: st.DataObject, otras: list[list[Par]]) -> None:
    assume(escritas(pares) and sobre(pares) * 2 <= escritas(pares))
    otros = datos.draw(st.permutations(pares))
    assume(not corre(pares) and not corre(otros))
    assert leer(pares, otras) == leer(otros, otras) == "por_actividad"


@given(PARES, st.data(), PARES)
@muchos
def test_el_orden_de_una_tabla_no_cambia_la_lectura_de_otra(pares: list[Par], datos: st.DataObject, otra: list[Par]) -> None:
    assume(sobre(pares) * 2 <= escritas(pares))
    otros = datos.draw(st.permutations(pares))
    assume(not corre(pares) and not corre(otros))
    assert leer(otra, [pares, *PROPIAS]) == leer(otra, [otros, *PROPIAS])
    assert leer(otra, [pares, *CORRIDAS]) == leer(otra, [otros, *CORRIDAS])


@given(st.lists(EXCEDIDOS, min_size=1, max_size=6), st.data())
@muchos
def test_lo_que_la_mayoria_de_los_valores_supera_no_es_de_cada_actividad(excedidos: list[Par], datos: st.DataObject) -> None:
    demas = datos.draw(st.lists(st.tuples(PUNTOS, PUNTOS), max_size=len(excedidos) - 1))
    pares = datos.draw(st.permutations([*excedidos, *demas]))
    assert leer(pares) in ("acumulada", None)


@given(PARES, st.sampled_from([Decimal("0.01"), Decimal(10)]))
def test_la_escala_no_cambia_la_lectura(pares: list[Par], factor: Decimal) -> None:
    def a_escala(n: int | None) -> Cifra | None:
        entera = cifra(n)
        return entera and entera.model_copy(update={"valor": f"{Decimal(entera.valor or 0) * factor}"})

    forma = forma_de([[(a_escala(p), a_escala(g)) for p, g in pares]])
    assert decidir(forma, [])[0] == leer(pares)


@pytest.mark.parametrize(
    ("pares", "otras", "modo"),
    [
        ([(40, 40), (30, 37), (20, 20), (10, 10)], [], "por_actividad"),
        ([(10, 10), (20, 20), (30, 37), (40, 40)], [], "por_actividad"),  # runs, but three of four copy their own weight
        ([(30, 30), (40, 70), (20, 90), (10, 100)], [], "acumulada"),
        ([(10, 100), (40, 70), (20, 90), (30, 30)], [], None),  # the same in disorder is neither
        ([(60, 20), (30, 40), (10, 60)], [], "acumulada"),  # a step of the first is less than its weight; the last is too great
        ([(45, 45), (25, 70), (30, 30)], [], "por_actividad"),
        ([(45, 45), (25, 70), (30, 30)], CORRIDAS, "acumulada"),  # one slip in a document of running totals
        ([(45, 45), (25, 20), (30, 30)], CORRIDAS, "por_actividad"),
    ],
)
def test_lecturas_a_mano(pares: list[Par], otras: list[list[Par]], modo: str | None) -> None:
    assert leer(pares, otras) == modo


def test_la_columna_que_no_calza_dice_las_dos_lecturas() -> None:
    resultado = auditar(tabla("40 | cumple | 70\n60 | cumple | 9", None))
    assert [(v.resultado, v.motivo, v.formula) for v in resultado.verificaciones if v.regla == "GANADA_NO_CORRESPONDE"] == [
        ("NO_VERIFICABLE", "modo_indeciso", "por actividad, 70 de una ponderación de 40; acumulada, 70 - 0 = 70 de 40"),
        ("NO_VERIFICABLE", "modo_indeciso", "por actividad, 9 de una ponderación de 60; acumulada, 9 - 70 = -61 de 60"),
    ]


@pytest.mark.parametrize(
    ("impreso", "factor"), [("1.07", 1), ("0.95", 1), ("1", 1), ("1.07%", 100), ("2.40", 100), ("1.5", 100), ("95", 100)]
)
def test_un_total_de_fracciones_algo_mayor_que_su_entero_es_una_fraccion(impreso: str, factor: int) -> None:
    valor = impreso.removesuffix("%")
    escrito = Cifra(
        texto=impreso, valor=valor, decimales=len(valor.partition(".")[2]), signo="%" if impreso != valor else None,
        certeza="segura", origen=Origen(texto=impreso),
    )
    assert escala(True, escrito) == factor


@pytest.mark.parametrize(
    ("ganadas", "modo"),
    [((71, 30, 44, 29), None), ((80, 40, 90, 20), None), ((25, 50, 40, 100), "acumulada"), ((30, 50, 75, 100), "acumulada")],
)
def test_una_columna_que_sube_y_baja_no_es_una_suma_que_corre(ganadas: tuple[int, ...], modo: str | None) -> None:
    """Four activities of 25 each: no value can be its own activity's, and a running total never falls but by a slip."""
    assert leer([(25, g) for g in ganadas]) == modo
