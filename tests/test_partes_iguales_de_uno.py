"""Weights that are equal shares of 1, rounded as printed, are fractions of 1; what only comes near it is told with both readings."""

from __future__ import annotations

import pytest
from ayudas_docx import hacer, p, tabla

from extractor.lectores import leer_bytes
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe
from extractor.proceso import informe_de

CABEZA = ("Objetivos", "Actividades", "Responsable", "Ponderación", "Cumple / No cumple", "Ponderación ganada")
ACTOS = ("Encender el faro", "Pintar la torre", "Fondear la boya", "Barrer el muelle", "Cerrar la reja", "Llamar al guía")


def _leer(pesos: list[str], total: str, ganada: str, desempeno: str) -> Informe:
    filas = [("Cuidar el puerto", a, "Oficina", w, "Si" if n else "No", w if n else "0") for n, (a, w) in enumerate(zip(ACTOS, pesos, strict=False))]
    cuerpo = p("Etapa 3: Implementación del Programa de Trabajo GT 2009") + p("Región: del Maule") + tabla(
        CABEZA, *filas, ("Total", "", "", total, "", ganada)
    ) + p(f"Desempeño Anual Región Programa de Trabajo 2009 (%): {desempeno}")  # fmt: skip
    return informe_de(leer_bytes(hacer(cuerpo), "informe.docx"), Declarado())


def _codigos(leido: Informe) -> set[str]:
    return {h.codigo for h in leido.hallazgos if h.gravedad != "aviso"}


@pytest.mark.parametrize(("pesos", "total", "ganada", "desempeno"), [
    (["0,167"] * 6, "1,00", "0,835", "83,5 %"), (["0,33"] * 3, "1,00", "0,66", "66 %"), (["0,25"] * 4, "1", "0,75", "75 %"),
])  # fmt: skip
def test_partes_iguales_redondeadas(pesos: list[str], total: str, ganada: str, desempeno: str) -> None:
    assert _codigos(_leer(pesos, total, ganada, desempeno)) == set()


def test_el_desempeno_que_no_es_lo_ganado_se_dice() -> None:
    assert "DESEMPENO_REGION_NO_CUADRA" in _codigos(_leer(["0,167"] * 6, "1,00", "0,835", "93,5 %"))


def test_lejos_de_uno_el_total_se_dice() -> None:
    assert "TOTAL_PONDERACION_NO_CUADRA" in _codigos(_leer(["0,15"] * 6, "1,00", "0,75", "75 %"))
