"""Sentences as people read them: decimal commas in our figures, never in quotations or in numbers of sections."""

from __future__ import annotations

import pytest

from extractor.salidas.prosa import con_coma, en_castellano


@pytest.mark.parametrize(
    ("texto", "leido"),
    [
        ("El acumulado dice «32.5%» y corresponde 37.5 (anterior 25).", "El acumulado dice «32.5%» y corresponde 37,5 (anterior 25)."),
        ("con lo informado (90) y no alcanza con lo recalculado (77.5).", "Con lo informado (90) y no alcanza con lo recalculado (77,5)."),
        ("0.25 + 0.25 = 0.5; régimen «v. 1.2»", "0,25 + 0,25 = 0,5; régimen «v. 1.2»"),
        ("Falta la sección 2.1 y suman 4.5.", "Falta la sección 2.1 y suman 4,5."),
        ("Difieren las secciones 1.1, 1.2 y 2.3 en 0.5.", "Difieren las secciones 1.1, 1.2 y 2.3 en 0,5."),
        ("Está en la actividad 1.1: 12.5", "Está en la actividad 1.1: 12,5"),
        ("notas III.1, nota 8", "Notas III.1, nota 8"),
        ("El 12.05.2007 y la versión 0.1.0 quedan", "El 12.05.2007 y la versión 0.1.0 quedan"),
        ("Causa probable: total «100» en vez de «92.5» (x)", "Causa probable: total «100» en vez de «92,5» (x)"),
        ("total «2.5» en vez de «4»", "Total «2,5» en vez de «4»"),
        ("", ""),
    ],
)
def test_en_castellano(texto: str, leido: str) -> None:
    assert en_castellano(texto) == leido
    assert en_castellano(leido) == leido


def test_con_coma() -> None:
    assert [con_coma(v) for v in ("12.5", "-0.25", "100", "CUMPLE", "1.2.3", None)] == ["12,5", "-0,25", "100", "CUMPLE", "1.2.3", None]
