"""Texts that a pattern could part in a great many ways are read at once, and as before."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from extractor.comun.citas import sin_citas
from extractor.comun.numeros import leer_numero
from extractor.estructura.lineas import numero_de_item
from extractor.estructura.objetivos import _REFERENCIAS
from extractor.normalizadores.responsable.contacto import sin_contacto
from extractor.normalizadores.responsable.lineas import _partidas
from extractor.reconciliador.logica_alcance import partes_de

SEGUNDOS = 20
"""No measure: what parted in every way would take hours, and must not hold the run."""


@pytest.fixture
def con_plazo() -> Iterator[None]:
    """Ends what takes longer: the search of a pattern answers to signals."""

    def vencido(*_: Any) -> None:
        raise AssertionError(f"más de {SEGUNDOS} segundos")

    if not hasattr(signal, "SIGALRM"):
        yield
        return
    previo = signal.signal(signal.SIGALRM, vencido)
    signal.setitimer(signal.ITIMER_REAL, SEGUNDOS)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, previo)


def _es_referencia(texto: str) -> bool:
    return _REFERENCIAS.match(texto) is not None


CASOS: list[tuple[Callable[[Any], Any], Any, Any]] = [
    (_es_referencia, "1" + "  1" * 25 + " x", False),
    (_es_referencia, "1" + " - 1" * 30 + " x", False),
    (_es_referencia, "Obj. N 1" + " " * 20000 + "x", False),
    (_es_referencia, "1" + " - 1" * 3000, True),
    (partes_de, "12 de " + "un " * 40 + "x", ((), "12 de " + "un " * 40 + "x")),
    (sin_contacto, "Eva Ruz fono" + " " * 3000 + "Dirección 12", "Eva Ruz fono" + " " * 3000 + "Dirección 12"),
    (sin_contacto, "eva@ruz.cl " + "-" * 20000 + "x", "  " + "-" * 20000 + "x"),
    (sin_contacto, "a" * 20000 + " 12", "a" * 20000 + " 12"),
    (sin_citas, "ley" + " " * 20000 + "x", "ley" + " " * 20000 + "x"),
    (numero_de_item, "1.2" + " " * 20000 + "%", None),
    (numero_de_item, "1.2" + " " * 20000 + "Abrir", 2),
    (_partidas, ["Eva Ruz" + " " * 20000 + "x / y"], ["Eva Ruz" + " " * 20000 + "x / y"]),
    (leer_numero, "15" + " " * 20000 + "x", None),
]


@pytest.mark.parametrize(("leer", "texto", "dado"), CASOS, ids=range(len(CASOS)))
def test_se_lee_de_inmediato(con_plazo: None, leer: Callable[[Any], Any], texto: Any, dado: Any) -> None:
    assert leer(texto) == dado


@pytest.mark.parametrize(
    ("texto", "refiere"),
    [("1", True), ("1, 2 y 3", True), ("Obj. 1 - 2", True), ("N° 4°", True), ("1.2", False), ("123", False), ("1 , 2.\n3)", True), ("1y2", False)],
)
def test_que_celdas_solo_refieren_a_numeros(texto: str, refiere: bool) -> None:
    assert _es_referencia(texto) is refiere


def test_lo_que_une_a_dos_responsables_tras_coma_o_blancos() -> None:
    assert _partidas(["Eva Ruz,  junto a la  Unidad de Riego"]) == ["Eva Ruz; Unidad de Riego"]
    assert _partidas(["Eva Ruz  y / o  Ana Paz"]) == ["Eva Ruz y Ana Paz"]
