"""The line above a summary by region is its title below the notes of a form too, and where it opens with the words of a performance."""

from __future__ import annotations

import pytest
from test_titulos_de_resumen import _dichos, _html

NOTAS = ("Notas Actividad 1.1", "(1) Las ponderaciones de cada región suman 100.", "(2) Lo parcial no se cuenta.")
MALO = [("92", "35")]


@pytest.mark.parametrize(("titulo", "dichos"), [
    ("Antecedente: cumplimiento por región del Programa de Caletas 2005", []), ("Antecedente: resultados del año 2006", []),
    ("Resultados por región del programa de trabajo 2007", MALO), ("(3) El detalle se entrega por región.", MALO),
])  # fmt: skip
def test_bajo_las_notas_una_linea_aparte_es_el_titulo(titulo: str, dichos: list[tuple[str, str]]) -> None:
    assert _dichos(_html("Cumplimiento (%)", *NOTAS, titulo)) == dichos


@pytest.mark.parametrize(("titulo", "dichos"), [
    ("Desempeño por región, año 2006", []), ("Desempeño anual por región, año 2007", MALO), ("Desempeño por región", MALO),
])  # fmt: skip
def test_un_titulo_con_las_palabras_de_un_desempeno_no_es_su_rotulo(titulo: str, dichos: list[tuple[str, str]]) -> None:
    """Nor does it take away the performance printed before it."""
    leido = _html("Cumplimiento (%)", "Desempeño anual región: 35%", titulo)
    assert _dichos(leido) == dichos
    impreso = leido.tablas[1].desempeno
    assert impreso is not None and impreso.region is not None and impreso.region.valor == "35"
