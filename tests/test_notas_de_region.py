"""A note on the column "Región" is a note: it names no region for the tables after it."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

_FILAS = (
    "<tr><th>Objetivos específicos (2)</th><th>Indicador (3)</th><th>Meta anual o actividades comprometidas (5)</th>"
    "<th>Ponderación (%) (8)</th><th>Cumple/no cumple (9)</th><th>Ponderación ganada (10)</th></tr>"
    "<tr><td>Ordenar la pesca</td><td>Caletas con plan</td><td>Redactar los planes</td><td>60</td><td>si</td><td>60</td></tr>"
    "<tr><td>Informar las vedas</td><td>Afiches pegados</td><td>Imprimir los afiches</td><td>40</td><td>no</td><td>0</td></tr>"
)


def _tabla(region: str) -> str:
    return f"<p>REGIÓN (1): {region}</p><table border='1'>{_FILAS}</table>"


@pytest.mark.parametrize(("linea", "es_nota"), [
    ("(1) Región: se escribe la que corresponde a cada oficina.", True),
    ("(1) Región: indicar una por hoja", True),
    ("(1) Región: Aysén", False),
])  # fmt: skip
def test_la_nota_sobre_la_columna_region_no_nombra_ninguna(linea: str, es_nota: bool) -> None:
    titulo = "<p>FORMATOS DE LA ETAPA 3: PROGRAMA DE TRABAJO GT 2009</p><p>Actividad III. 1. Programa de Trabajo GT 2009</p>"
    notas = f"<p>Notas Actividad III.1</p><p>{linea}</p><p>(2) Objetivos: los del plan.</p>"
    leido = informe(f"<html><body>{titulo}{_tabla('Coquimbo')}{notas}<table border='1'>{_FILAS}</table></body></html>", "x.html")
    assert ("Región" in " ".join(n.texto for n in leido.documento.notas)) is es_nota
    assert [t.region.codigos for t in leido.tablas] == [("04",), ("04",) if es_nota else ("11",)]
    assert not [h for h in leido.hallazgos if h.codigo == "REGION_NO_INDICADA"]
