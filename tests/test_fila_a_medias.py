"""A last row cut in the middle of a phrase ends its table there."""

from __future__ import annotations

import pytest
from ayudas_reconciliador import aplanar
from ayudas_texto import informe

CABEZA = "FORMATOS DE LA ETAPA 3: PROGRAMA DE TRABAJO GT 2009\n\nActividad III. 1. Programa de Trabajo de Gestión Territorial 2009\n\nREGIÓN (1)\tAYSÉN\n-----\t-----\n\n"
ROTULOS = (
    "Objetivos específicos (2)", "Indicador (3)", "Resultado anual del indicador (4)", "Meta anual o actividades comprometidas (5)",
    "Unidad Responsable (6)", "Medio de verificación (7)", "Ponderación (%) (8)", "Cumple/no cumple (9)", "Ponderación ganada (10)",
)
ENTERA = ("Abrir la sede en Cochrane", "Sede abierta", "Sede abierta en mayo", "1 sede abierta", "Área social", "Acta", "60", "si", "60")


@pytest.mark.parametrize(("ultima", "cortada"), [
    (("Llevar la biblioteca a las escuelas de", *("",) * 8), True), (("Llevar la biblioteca", "Nº de viajes con", *("",) * 7), True),
    (("Llevar la biblioteca,", *("",) * 8), True), (("Llevar la biblioteca", "Nº de viajes", *("",) * 7), False),
    (("Llevar la biblioteca", "Nº de viajes a", "3 viajes", "3 viajes", "Área social", "Guía", "40", "si", "40"), False),
])  # fmt: skip
def test_la_ultima_fila_que_pide_seguir_esta_cortada(ultima: tuple[str, ...], cortada: bool) -> None:
    leido = informe(CABEZA + "\n".join("\t".join(f) for f in (ROTULOS, ENTERA, ultima)) + "\n")
    assert ("TABLA_TRUNCADA" in {h[0] for h in aplanar(leido)}) is cortada
    if cortada:
        assert not any(h.codigo == "FILA_INCOMPLETA" and h.fila == 1 for h in leido.hallazgos)
