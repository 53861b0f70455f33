"""A state read with doubt proves nothing beside a full earned value, and a share told in passing is not the form's way of
stating fulfilment."""

from __future__ import annotations

from typing import Any

import pytest
from ayudas_reconciliador import IMPRESO, PORCENTAJE, aplanar, auditar, respuestas, tabla

from extractor.modelo.tabla import Tabla
from extractor.modelo.valores import Estado

GANADA = "GANADA_NO_CORRESPONDE"
VEREDICTO = IMPRESO.model_copy(update={"id": "veredicto", "fuente": "supuesta"})


def con_estados(texto: str, *estados: Estado) -> Tabla:
    """The table of ``texto`` with these states for its first activities."""
    mesa = tabla(texto)
    fila = mesa.filas[0]
    cada = [a.model_copy(update={"estado": e}) for a, e in zip(fila.actividades, estados, strict=False)]
    nueva = fila.model_copy(update={"actividades": (*cada, *fila.actividades[len(cada) :])})
    return mesa.model_copy(update={"filas": (nueva, *mesa.filas[1:])})


def escrito(texto: str, valor: Any, porcentaje: str | None = None, certeza: Any = "exacta") -> Estado:
    return Estado(texto=texto, valor=valor, porcentaje=porcentaje, declarado=True, certeza=certeza)


@pytest.mark.parametrize("valor", ["CUMPLE", "NO_CUMPLE", "PENDIENTE"])
@pytest.mark.parametrize("ganada", ["40", "0"])
def test_un_veredicto_dudoso_no_se_da_por_bueno(valor: str, ganada: str) -> None:
    mesa = con_estados(f"40 | | {ganada}\n60 | cumple | 60", escrito("No realizado, visto por el jefe", valor, certeza="dudosa"))
    resultado = auditar(mesa)
    assert respuestas(resultado, GANADA) == [("NO_VERIFICABLE", "lectura_dudosa"), ("CUADRA", None)]
    assert aplanar(resultado, GANADA) == []


@pytest.mark.parametrize(
    ("texto", "porcentaje", "regimen"),
    [
        ("Cumplida, 100% de los inspectores con credencial", "100", "veredicto"),
        ("Lograda: 60% de las caletas con baliza", "60", "veredicto"),
        ("100%", "100", "porcentaje"),
        ("60 %.", "60", "porcentaje"),
        ("60", "60", "porcentaje"),
        ("60%, falta una caleta", "60", "porcentaje"),
        ("60% de avance", "60", "porcentaje"),
        ("Cumplida en un 60%", "60", "porcentaje"),
        ("Cumplida (60%)", "60", "porcentaje"),
    ],
)
def test_solo_una_celda_que_es_un_porcentaje_dice_como_se_acredita(texto: str, porcentaje: str, regimen: str) -> None:
    valor = "CUMPLE" if porcentaje == "100" else "PARCIAL"
    mesa = con_estados("40 | | 40\n30 | cumple | 30\n30 | cumple | 30", escrito(texto, valor, porcentaje))
    assert auditar(mesa, regimenes=(VEREDICTO, PORCENTAJE)).tablas[0].regimen == regimen


def test_lo_ganado_en_proporcion_a_lo_narrado_dice_como_se_acredita() -> None:
    narrados = [escrito(f"Lograda: {n}% de las caletas con baliza", "PARCIAL", n) for n in ("50", "20")]
    mesa = con_estados("40 | | 20\n30 | | 6\n30 | cumple | 30", *narrados)
    resultado = auditar(mesa, regimenes=(VEREDICTO, PORCENTAJE))
    assert resultado.tablas[0].regimen == "porcentaje"
    assert aplanar(resultado, GANADA) == []
