"""Whether a table that nobody knows may hold weights: its labels tell, never what its figures sum."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

from extractor.modelo.informe import Informe

TITULO = "<p>ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007</p><p>Región: Aysén</p>"
PROGRAMA = (("Propósito", "Tareas", "Peso (%)", "Cumplimiento", "Peso obtenido"), ("Riego", "Abrir compuertas", "100", "Sí", "100"))
FRASES = ("Se abrieron las compuertas del canal", "Se repartieron semillas a los huertos", "Se armaron los puestos de la feria")


def _tabla(*filas: tuple[str, ...]) -> str:
    return f"<table border='1'>{''.join('<tr>' + ''.join(f'<td>{c}</td>' for c in f) + '</tr>' for f in filas)}</table>"


def _leer(rotulo: str, cifras: tuple[str, str, str], *mas: tuple[str, str]) -> Informe:
    otra = _tabla(("Descripción breve", rotulo), *zip(FRASES, cifras, strict=True), *mas)
    return informe(f"<html><body>{TITULO}{_tabla(*PROGRAMA)}<p>Otros datos</p>{otra}</body></html>", "x.html")


@pytest.mark.parametrize("cifras", [("20", "30", "50"), ("20", "30", "45")])
@pytest.mark.parametrize(
    ("rotulo", "mas", "estado"),
    [
        ("Asistencia", (), "ok"),
        ("Asistencia", (("Total", "95"),), "ok"),
        ("Asistencia", (("Total", "100"),), "parcial"),
        ("Pond. interna", (), "parcial"),
    ],
)
def test_lo_que_suman_las_cifras_no_dice_nada(
    cifras: tuple[str, str, str], rotulo: str, mas: tuple[tuple[str, str], ...], estado: str
) -> None:
    assert _leer(rotulo, cifras, *mas).documento.estado == estado
