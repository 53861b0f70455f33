"""What follows a verdict: a plan does not undo a denial, and a measure of time is no share of the fulfilment."""

from __future__ import annotations

import pytest

from extractor.normalizadores.estados import normalizar_estado


@pytest.mark.parametrize(
    "texto",
    [
        "No cumplida, se posterga para el próximo semestre",
        "No se cumplió; se reprograma para 2010",
        "No realizado, se hará en abril de 2009",
        "No cumplido por falta de fondos, se reprogramará",
        "No cumple - queda para el próximo año",
        "No cumplido, debido al paro se reprograma para el segundo semestre",
    ],
)
def test_un_plan_tras_la_coma_no_desdice_el_incumplimiento(texto: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None
    assert (estado.valor, estado.declarado) == ("NO_CUMPLE", True)
    assert estado.certeza in ("exacta", "alias")


@pytest.mark.parametrize(
    "texto",
    [
        "No cumplida, se reprogramó y se efectuó en mayo de 2009",
        "No cumplido, se reprograma solo una comuna",
        "No cumplido, pero se hará en marzo",
        "No cumplido en 2007, se reprograma",
        "No cumplido, el resto se hará en marzo",
        "No cumplido, la segunda etapa se hará en marzo",
        "No realizado a la fecha, se hará en marzo",
        "No cumplido, reprogramado y dictado en mayo",
    ],
)
def test_lo_hecho_o_lo_parcial_tras_la_coma_si_lo_deja_en_duda(texto: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None and estado.certeza == "dudosa"


@pytest.mark.parametrize(
    "texto",
    [
        "Cumple: 92% en menos de 10 días",
        "Sí cumple, el 88% dentro de plazo",
        "Cumplido (95% antes de 3 semanas)",
        "Cumplida: 90% en un plazo de 48 horas",
    ],
)
def test_un_porcentaje_dentro_de_un_plazo_no_es_lo_cumplido(texto: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None
    assert (estado.valor, estado.porcentaje, estado.declarado) == ("CUMPLE", None, True)


@pytest.mark.parametrize("texto", ["Cumple: 80%", "Cumplido en un 80%", "Cumple: 80% de avance", "Cumple, con 80% de los talleres"])
def test_lo_cumplido_sigue_siendo_su_porcentaje(texto: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None and (estado.valor, estado.porcentaje) == ("PARCIAL", "80")
