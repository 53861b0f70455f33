"""Weights of what does not apply: whether they count is said by a printed total, never by what the rest adds up to."""

from __future__ import annotations

from typing import Any

import pytest
from ayudas_reconciliador import auditar, respuestas, tabla

SUMA = "PONDERACIONES_NO_SUMAN_100"


@pytest.mark.parametrize(("renglones", "esperado"), [
    ("70 | cumple | 70\n30 | no | 0\n12 | n/a | ", ("NO_VERIFICABLE", "modo_indeciso")),
    ("70 | cumple | 70\n30 | no | 0\n12 | n/a | \ntotal: 100 | 70", ("CUADRA", None)),
    ("58 | cumple | 58\n30 | no | 0\n12 | n/a | ", ("CUADRA", None)),
    ("58 | cumple | 58\n20 | no | 0\n12 | n/a | ", ("NO_CUADRA", None)),
])  # fmt: skip
def test_si_cuenta_lo_que_no_aplica_lo_dice_un_total_impreso(renglones: str, esperado: tuple[str, Any]) -> None:
    assert respuestas(auditar(tabla(renglones)), SUMA) == [esperado]
