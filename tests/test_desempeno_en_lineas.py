"""The label of a performance over several lines of text whose columns only blanks keep: its value is read, or told of."""

from __future__ import annotations

import pytest
from ayudas_texto import CABEZA, informe

ANCHOS = (20, 34, 15, 16, 14)
FILAS = (
    ("Objetivos", "Actividades", "Ponderación", "Cumple o no", "Ponderación ganada"),
    ("Faros", "Encender la linterna", "55", "Cumple", "55"),
    ("Boyas", "Fondear las nuevas", "45", "No cumple", "0"),
)


def _texto(pie: str) -> str:
    lineas = ("".join(c.ljust(a) for c, a in zip(f, ANCHOS, strict=True)).rstrip() for f in FILAS)
    titulo = CABEZA.format(region="XI de Aysén").replace("\n\n", "\n").replace("\t", "")
    return titulo + "\n" + "\n".join(lineas) + pie + "\n\n\nResponsable: Unidad de Señales.\n"


@pytest.mark.parametrize("pie", [
    "Desempeño de la Región en el\nPrograma de Trabajo GT            55%",
    "Desempeño anual\nde la región        55%",
    "Desempeño de la\nRegión (suma de                55%\nlo ganado)",
    "Desempeño de la Región            55%\n(suma de lo ganado)",
])  # fmt: skip
def test_el_valor_junto_a_un_rotulo_de_varias_lineas(pie: str) -> None:
    (tabla,) = informe(_texto("\n\n" + pie)).tablas
    desempeno = tabla.desempeno
    assert desempeno is not None and desempeno.region is not None and desempeno.region.valor == "55"


@pytest.mark.parametrize("pie", [
    "Desempeño de la Región (%)            55%",
    "Desempeño de la Región en el       55%\nPrograma de Trabajo",
    "Desempeño\nanual Región        55%",
])  # fmt: skip
def test_el_que_quedo_dentro_de_la_ultima_fila_se_avisa(pie: str) -> None:
    leido = informe(_texto("\n" + pie))
    assert any(h.codigo == "LECTURA_DUDOSA" and "desempeño" in h.mensaje for h in leido.hallazgos)


def test_una_actividad_de_desempeno_no_se_avisa() -> None:
    texto = _texto("").replace("Fondear las nuevas", "Medir el          ").replace("Responsable", "Informe")
    leido = informe(texto.replace("No cumple       0", "No cumple       0\n                    desempeño del 100%"))
    assert leido.hallazgos == ()
