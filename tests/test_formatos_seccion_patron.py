"""A title opens the section it is like; what separates the sections of each family is measured on the patterns themselves."""

from __future__ import annotations

from itertools import combinations

import pytest
from rapidfuzz import fuzz

from extractor.comun.texto import palabras
from extractor.formatos.carga import cargar_patrones
from extractor.formatos.secciones.patron import PARECIDO_TITULO, seccion_de
from extractor.modelo.patron import SeccionPatron

PATRONES = (SeccionPatron(titulo="Responsables"), SeccionPatron(titulo="Registros", otros=("Control de registros",)))


@pytest.mark.parametrize(
    ("titulo", "cual"),
    [("RESPONSABLES", 0), ("Responsbles:", 0), ("Control de regitros", 1), ("Registro", 1), ("Anexos", None), ("", None)],
)
def test_la_mas_parecida_o_ninguna(titulo: str, cual: int | None) -> None:
    assert seccion_de(titulo, PATRONES) == (None if cual is None else PATRONES[cual])


def test_de_dos_parecidas_la_mas_parecida() -> None:
    casi = (SeccionPatron(titulo="Roles y funcionesx"), SeccionPatron(titulo="Roles y funciones"))
    assert seccion_de("roles y funciones", casi) == casi[1]


def test_secciones_distintas_de_una_familia_no_se_parecen_tanto() -> None:
    vistos = 0
    for patron in cargar_patrones():
        for una, otra in combinations(patron.secciones, 2):
            for a in (una.titulo, *una.otros):
                for b in (otra.titulo, *otra.otros):
                    vistos += 1
                    assert fuzz.ratio(palabras(a), palabras(b)) < PARECIDO_TITULO, (a, b)
    assert vistos > 100
