"""A figure written in any way officials write it gives back its value and its printed decimals; nothing else is a figure."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extractor.comun.numeros import canonico, leer_numero, media_unidad

muchos = settings(max_examples=300)
DECIMALES = st.integers(0, 4)
FIGURAS = st.tuples(st.integers(0, 99_999), DECIMALES).filter(lambda f: f[1] != 3)
"""Units of the last printed decimal, and decimals; three decimals are told apart below, for they may be thousands."""


def impresa(unidades: int, decimales: int, marca: str) -> str:
    cifras = str(unidades).zfill(decimales + 1)
    return cifras if not decimales else f"{cifras[:-decimales]}{marca}{cifras[-decimales:]}"


@muchos
@given(FIGURAS, st.sampled_from(",."), st.sampled_from(["", "%", " %", " puntos", " pts.", ".", " "]), st.sampled_from(["", " ", "\n"]))
def test_lo_impreso_da_su_valor_y_sus_decimales(figura: tuple[int, int], marca: str, detras: str, delante: str) -> None:
    unidades, decimales = figura
    leida = leer_numero(delante + impresa(unidades, decimales, marca) + detras)
    assert leida is not None
    assert (leida.decimal, leida.decimales) == (Decimal(unidades).scaleb(-decimales), decimales)
    assert (leida.signo == "%") == ("%" in detras) and not leida.moneda


@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(",."))
def test_tres_cifras_tras_la_marca_pueden_ser_miles_y_se_dice(entero: int, resto: int, marca: str) -> None:
    texto = f"{entero}{marca}{resto:03d}"
    suelta, en_pesos = leer_numero(texto), leer_numero(f"${texto}")
    assert suelta is not None and suelta.ambiguo and suelta.decimal == Decimal(f"{entero}.{resto:03d}")
    assert en_pesos is not None and not en_pesos.ambiguo and en_pesos.decimal == entero * 1000 + resto


@given(FIGURAS)
def test_la_coma_y_el_punto_dicen_lo_mismo(figura: tuple[int, int]) -> None:
    con_coma, con_punto = (leer_numero(impresa(*figura, marca)) for marca in ",.")
    assert con_coma is not None and con_punto is not None and con_coma.valor == con_punto.valor


@muchos
@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-9999, max_value=9999, places=4))
def test_lo_calculado_se_escribe_y_se_lee_igual(valor: Decimal) -> None:
    leida = leer_numero(canonico(valor))
    assert leida is not None and leida.decimal == valor


@given(DECIMALES)
def test_media_unidad_es_la_mitad_de_la_ultima_cifra(decimales: int) -> None:
    assert 2 * media_unidad(decimales) == Decimal(1).scaleb(-decimales)


@muchos
@given(st.text(alphabet="0123456789.,%$ ()-\n\taxespunto", max_size=40))
@example("1.2.3")
@example("--5")
def test_ningun_texto_la_hace_fallar_y_lo_que_da_es_un_decimal(texto: str) -> None:
    leida = leer_numero(texto)
    assert leida is None or (leida.decimal.is_finite() and leida.decimales == max(0, -Decimal(leida.valor).as_tuple().exponent))  # type: ignore[operator]


@pytest.mark.parametrize("texto", ["", " ", "-", "Pendiente", "3 de 10", "10-12", "1.2.3", "12 y 13", "5/8", "N° 4", "100 100", "1" * 19])
def test_lo_que_no_es_una_cifra(texto: Any) -> None:
    assert leer_numero(texto) is None
