"""Mixtures of cells of responsibles that nobody wrote: what the grammar of a whole cell does not account for is never sure.

Two open rows are joined by something that is no separator, or one is turned round. Whoever reads them sure must read what both
hold. The draw is seeded, the right answer is that of the rows it was made from.
"""

from __future__ import annotations

import csv
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.comun.texto import plegar
from extractor.normalizadores.responsable.certezas_division import peor_certeza
from extractor.normalizadores.responsables import normalizar_responsables

CASOS = 500
Piezas = Counter[tuple[str, str]]
NO_SEPARAN = (" ~ ", " -> ", " = ", " u ", " ó ", " c/ ", " bajo ", " para ", " en ", " @ ", " # ", " {", " [", "·", " vs. ", " a través de ", " mediante ", " ej. ",
              " vía ", " según ", " % ", " ... ", " con ", " ante ")  # fmt: skip
LARGO = 70


def _piezas(pares: Iterator[tuple[str, str | None]]) -> Piezas:
    return Counter((clase, plegar(valor).rstrip(" .")) for clase, valor in pares if valor)


def _leidas(texto: str) -> tuple[Piezas, str]:
    leidos = normalizar_responsables([texto])
    pares = (
        par
        for r in leidos
        for par in (("unidad", r.unidad.nombre if r.unidad else None), ("cargo", r.cargo), ("persona", r.persona))
    )
    return _piezas(pares), peor_certeza([r.certeza for r in leidos if r.certeza is not None]) or ""


@pytest.fixture(scope="module")
def buenas() -> list[tuple[str, Piezas]]:
    """Open rows of one line that are read right, with what they hold."""
    with (Path(__file__).parent / "datos" / "responsables.csv").open(encoding="utf-8", newline="") as abierto:
        filas = [f for f in csv.DictReader(abierto) if f["grupo"] == "abierto"]
    sueltas = [f for f in filas if "\\n" not in f["texto"] and len(f["texto"]) < LARGO and f["esperado"] != "[]"]
    pares = [(f["texto"], _piezas((c, v) for r in json.loads(f["esperado"]) for c, v in r.items())) for f in sueltas]
    return [(texto, debidas) for texto, debidas in pares if _leidas(texto)[0] == debidas]


def _mal_seguras(casos: list[tuple[str, Piezas]]) -> list[str]:
    leidos = [(texto, debidas, *_leidas(texto)) for texto, debidas in casos]
    return [texto for texto, debidas, dichas, certeza in leidos if certeza in ("exacta", "alias") and dichas != debidas]


def test_lo_que_no_separa_nunca_da_una_lectura_segura_y_errada(buenas: list[tuple[str, Piezas]]) -> None:
    azar = random.Random(20071)
    casos = []
    for _ in range(CASOS):
        (uno, de_uno), (otro, de_otro) = azar.sample(buenas, 2)
        casos.append((uno.rstrip(" .") + azar.choice(NO_SEPARAN) + otro, de_uno + de_otro))
    assert len(buenas) > CASOS
    assert _mal_seguras(casos) == []


def test_lo_que_vuelto_del_reves_se_lee_con_seguridad_es_lo_mismo(buenas: list[tuple[str, Piezas]]) -> None:
    """Each cell of one role or unit and one person with the person at the other side."""
    casos = []
    for texto, debidas in buenas:
        partes = texto.split(", ")
        una_de_cada = {clase for clase, _ in debidas} in ({"cargo", "persona"}, {"unidad", "persona"}) and len(debidas) == 2
        if len(partes) == 2 and una_de_cada:
            casos.append((f"{partes[1].rstrip('.')}, {partes[0]}", debidas))
    assert len(casos) > 20
    assert _mal_seguras(casos) == []
