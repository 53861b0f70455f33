"""Folding goes letter by letter, whichever way it takes, and tells where each letter came from."""

from __future__ import annotations

import gc
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from extractor.cli import main
from extractor.comun.recoleccion import UMBRALES
from extractor.normalizadores.letras.cercanas import cercanas
from extractor.vocabularios.base import plegar_con_lugares

ESPANOL = st.text("aeiouáéíóúüñÁÉÍÓÚÜÑ bcdxyzBCDXYZ0123456789.,;:()%–—“”«»°¿¡•\n\t")


def letra_por_letra(texto: str) -> tuple[str, tuple[int, ...]]:
    letras, lugares = "", []
    for indice, caracter in enumerate(texto):
        plegada = "".join(c for c in unicodedata.normalize("NFKD", caracter.casefold()) if not unicodedata.combining(c))
        letras += plegada
        lugares += [indice] * len(plegada)
    return letras, tuple(lugares)


@given(st.one_of(ESPANOL, st.text()))
def test_el_plegado_es_el_de_cada_letra(texto: str) -> None:
    assert plegar_con_lugares(texto) == letra_por_letra(texto)


def test_las_cercanas_dicen_cuantos_deslices() -> None:
    metas = ("cumplido", "cumple", "cumplida", "pendiente")
    assert cercanas("cumplidoo", metas, 1) == [(1, "cumplido")]
    assert cercanas("cmuple", metas, 1) == [(1, "cumple")]
    assert sorted(cercanas("cumplid", metas, 2)) == [(1, "cumplida"), (1, "cumplido"), (2, "cumple")]
    assert cercanas("tabla", metas, 2) == []


def test_la_orden_espacia_la_recoleccion() -> None:
    antes = gc.get_threshold()
    try:
        main(["--version"])
        assert gc.get_threshold() == UMBRALES
    finally:
        gc.set_threshold(*antes)
