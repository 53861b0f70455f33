"""Paragraphs without marks in one activity's cell, beside one weight, one state and one earned value."""

from __future__ import annotations

import pytest
from ayudas_texto import informe, programa_2007

from extractor.modelo.informe import Informe

DOS = ("Sembrar truchas en el lago", "Los colonos recibirán alevines en primavera")


def _textos(leido: Informe) -> list[list[str | None]]:
    return [[a.texto for a in f.actividades] for f in leido.tablas[0].filas]


@pytest.mark.parametrize("estado", ["Cumplido", "100%", ""])
def test_dos_parrafos_y_un_peso_son_una_actividad_y_se_dice(estado: str) -> None:
    leido = informe(programa_2007((("Lagos",), DOS, ("40",), (estado,), ("40",)), (("Bosques",), ("Podar lengas",), ("60",), ("Cumplido",), ("60",))))
    assert _textos(leido) == [[" ".join(DOS)], ["Podar lengas"]]
    assert [(h.codigo, h.campo) for h in leido.hallazgos if h.codigo in ("LECTURA_DUDOSA", "CONTEO_DESALINEADO")] == [("LECTURA_DUDOSA", "actividad")]


def test_lo_ganado_por_ella_se_juzga() -> None:
    leido = informe(programa_2007((("Lagos",), DOS, ("40",), ("No cumple",), ("40",)), (("Bosques",), ("Podar lengas",), ("60",), ("Cumple",), ("60",))))
    assert [(h.codigo, h.fila, h.informado, h.recalculado) for h in leido.hallazgos if h.gravedad != "aviso"] == [("GANADA_NO_CORRESPONDE", 0, "40", "0")]


@pytest.mark.parametrize(
    "fila",
    [
        (("Lagos",), ("1. Sembrar truchas", "2. Regar el vivero"), ("40",), ("Cumple",), ("40",)),
        (("Lagos",), DOS, ("40",), ("Cumple", "No cumple"), ("40",)),
        (("Lagos",), DOS, ("40",), ("Cumple",), ("20", "20")),
    ],
)
def test_lo_que_cuenta_varias_sigue_siendo_de_varias(fila: tuple[tuple[str, ...], ...]) -> None:
    leido = informe(programa_2007(fila, (("Bosques",), ("Podar lengas",), ("60",), ("Cumple",), ("60",))))
    assert [len(t) for t in _textos(leido)] == [2, 1]
    assert "CONTEO_DESALINEADO" in {h.codigo for h in leido.hallazgos}


def test_sin_otra_fila_nada_dice_que_sean_una() -> None:
    leido = informe(programa_2007((("Lagos",), DOS, ("100",), ("Cumple",), ("100",))))
    assert [len(t) for t in _textos(leido)] == [2]


def test_en_una_tabla_que_apila_el_conteo_se_dice() -> None:
    """Where other rows stack several weights, one may be missing here."""
    apilada = (("Bosques",), ("Podar lengas", "Cercar el vivero"), ("30", "30"), ("Cumple", "Cumple"), ("30", "30"))
    leido = informe(programa_2007((("Lagos",), DOS, ("40",), ("Cumple",), ("40",)), apilada))
    assert [len(t) for t in _textos(leido)] == [2, 2]
    assert "CONTEO_DESALINEADO" in {h.codigo for h in leido.hallazgos}
