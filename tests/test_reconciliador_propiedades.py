"""What never changes which findings appear: the order of rows, the decimal mark, the scale of the weights."""

from __future__ import annotations

import random
from collections import Counter
from decimal import Decimal

from ayudas_reconciliador import IMPRESO, PORCENTAJE, auditar, tabla
from hypothesis import given
from hypothesis import strategies as st

from extractor.modelo.informe import Informe

Renglon = tuple[Decimal, str, str]
SIN_MARCA = {"FORMATO_NUMERO_MIXTO"}
"""Told of the way numbers are written, which is what a change of the decimal mark changes."""
PESO = st.sampled_from([Decimal(n) for n in ("5", "12.5", "20", "25", "37.5", "40")])
ESTADO = st.sampled_from(["cumple", "no", "pendiente", "50%", "100%", "~cumple", "~pendiente", "~no", "parcial", ""])
GANADA = st.sampled_from(["igual", "mitad", "0", "Pendiente", "", "otra"])
RENGLONES = st.lists(st.tuples(PESO, ESTADO, GANADA), min_size=2, max_size=6)


def ganada(renglon: Renglon) -> str:
    peso, _, clase = renglon
    return {"igual": f"{peso}", "mitad": f"{peso / 2}", "otra": f"{peso + 1}"}.get(clase, clase)


def codigos(resultado: Informe) -> Counter[tuple[str, str, int]]:
    """Which findings, of what severity, in how many places."""
    return Counter((h.codigo, h.gravedad, len(h.lugares)) for h in resultado.hallazgos if h.codigo not in SIN_MARCA)


def escribir(renglones: list[Renglon], factor: Decimal = Decimal(1), coma: bool = False) -> str:
    def cifra(texto: str) -> str:
        try:
            valor = f"{Decimal(texto) * factor:f}"
        except ArithmeticError:
            return texto
        return valor.replace(".", ",") if coma else valor

    lineas = [f"{cifra(str(r[0]))} | {r[1]} | {cifra(ganada(r))}" for r in renglones]
    return "\n".join((*lineas, f"total: {cifra('100')} | {cifra('90')}"))


@given(RENGLONES, st.randoms(use_true_random=False), st.sampled_from([(IMPRESO,), (PORCENTAJE, IMPRESO)]))
def test_el_orden_de_las_filas(renglones: list[Renglon], azar: random.Random, regimenes: tuple) -> None:  # type: ignore[type-arg]
    otros = list(renglones)
    azar.shuffle(otros)
    assert codigos(auditar(tabla(escribir(renglones)), regimenes=regimenes)) == codigos(
        auditar(tabla(escribir(otros)), regimenes=regimenes)
    )


@given(RENGLONES, st.sampled_from(["por_actividad", "acumulada"]))
def test_la_marca_decimal(renglones: list[Renglon], modo: str) -> None:
    punto, coma = (auditar(tabla(escribir(renglones, coma=c), modo), regimenes=(PORCENTAJE,)) for c in (False, True))
    assert codigos(punto) == codigos(coma)
    assert [(h.codigo, h.informado, h.recalculado) for h in punto.hallazgos if h.gravedad != "logica"] == [
        (h.codigo, h.informado, h.recalculado) for h in coma.hallazgos if h.gravedad != "logica"
    ]


@given(RENGLONES, st.sampled_from([Decimal("0.1"), Decimal("0.01")]))
def test_la_escala_de_los_pesos(renglones: list[Renglon], factor: Decimal) -> None:
    """The decimals grow with the scale: "20" of 100 is "0.20" of 1, as exact as it was."""
    total = f"{(100 * factor).normalize():f}"
    escalado = IMPRESO.model_copy(update={"total_esperado": total})
    enteros = [(r[0], "cumple" if r[1].endswith("%") else r[1], r[2]) for r in renglones]
    assert codigos(auditar(tabla(escribir(enteros)))) == codigos(
        auditar(tabla(escribir(enteros, factor)), regimenes=(escalado,))
    )


@given(st.lists(PESO, min_size=2, max_size=6), st.lists(ESTADO, min_size=6, max_size=6))
def test_lo_que_cuadra_no_se_corrige(pesos: list[Decimal], estados: list[str]) -> None:
    """A table that says what its states give has no arithmetic finding, whatever the states."""
    resto = Decimal(100) - sum(pesos)
    if resto > 0:
        pesos = [*pesos, resto]
    suma = sum(pesos)
    valores = {"cumple": 1, "100%": 1, "no": 0, "pendiente": 0, "~no": 0, "~pendiente": 0, "parcial": 0}
    renglones, total = [], Decimal(0)
    for peso, estado in zip(pesos, estados * 2, strict=False):
        propio = peso * valores.get(estado, 1)
        if estado == "50%":
            estado, propio = "no", Decimal(0)
        total += propio
        renglones.append(f"{peso} | {estado} | {propio}")
    propio_regimen = IMPRESO.model_copy(update={"total_esperado": str(suma)})
    texto = "\n".join((*renglones, f"total: {suma} | {total}"))
    resultado = auditar(tabla(texto, desempeno=(str(total), None)), regimenes=(propio_regimen,))
    assert [h for h in resultado.hallazgos if h.gravedad in ("aritmetica", "cambia_decision")] == []
    assert all(h.correccion_probable is None and not h.alternativas for h in resultado.hallazgos)
