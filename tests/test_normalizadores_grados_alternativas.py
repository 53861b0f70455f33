"""Two grades of one "avance", and the grade that a verb of judging states. Typed by hand."""

from __future__ import annotations

import pytest

from extractor.normalizadores.estados import buscar_grado


@pytest.mark.parametrize(
    ("texto", "grado"),
    [
        ("Se evalúa con avance mayor el trabajo de las oficinas rurales.", "MAYOR"),
        ("Se considera de avance menor la implementación del registro", "MENOR"),
        ("El avance no fue mayor sino menor", "MENOR"),
        ("No hablamos de avance menor: es un avance mayor.", "MAYOR"),
        ("El avance no es menor, es mayor, a juicio del equipo.", "MAYOR"),
        ("El avance no es menor.", "SIN_DATO"),
        ("Avance mayor / Avance menor (tachar una)", "SIN_DATO"),
        ("Avance mayor o avance menor, según la comuna", "SIN_DATO"),
        ("El avance mayor fue en Arica y el menor en Parinacota", "MENOR"),
        ("A juicio del equipo, menor avance.", "MENOR"),
        ("un menor plazo permitiría mayor avance", "SIN_DATO"),
        ("Para lograr un avance mayor se necesitan recursos", "SIN_DATO"),
    ],
)
def test_grado(texto: str, grado: str) -> None:
    assert buscar_grado([texto])[0] == grado
