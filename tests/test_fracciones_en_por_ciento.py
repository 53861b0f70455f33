"""Weights that are fractions of 1 beside a performance in per cent: one and the same figure wherever it is compared."""

from __future__ import annotations

from decimal import Decimal

import pytest
from ayudas_partes import docx

from extractor.reconciliador import cargar_regimenes
from extractor.reconciliador.conjunto.resumen import resumir
from extractor.salidas.revision.desempenos import logros_de

CABEZA = ("Objetivos específicos", "Actividades", "Unidad Responsable", "Ponderación", "Cumple/no cumple", "Ponderación ganada")


def _filas(ultima: str) -> tuple[tuple[str, ...], ...]:
    textos = ("Sanear rebaños", "Cercar vegas", "Medir pozos", "Podar huertos")
    estados = ("Sí", "Sí", "Sí", ultima)
    return tuple(
        ("Cuidar el valle", f"{t} y anotarlo", "Oficina de Riego", "0,25", e, "0,25" if e == "Sí" else "0")
        for t, e in zip(textos, estados, strict=True)
    )


@pytest.mark.parametrize(("ultima", "dicho", "ganado"), [("No", "75%", "0.75"), ("Sí", "100 %", "1")])
def test_lo_informado_y_lo_recalculado_son_de_la_misma_escala(ultima: str, dicho: str, ganado: str) -> None:
    leido = docx(
        "INDAP", "FORMATOS DE LA ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2009",
        "Actividad III. 1. Programa de Trabajo de Gestión Territorial 2009", "REGIÓN (1): Maule", (CABEZA, *_filas(ultima)),
        f"Desempeño Anual Región Programa de Trabajo 2009 (%) (11): {dicho}",
    )  # fmt: skip
    assert [h.codigo for h in leido.hallazgos if h.gravedad in ("cambia_decision", "aritmetica")] == []
    (logro,) = logros_de(leido, cargar_regimenes())
    assert logro.informado == logro.recalculado == Decimal(ganado) * 100
    assert not logro.cambia
    (tabla,) = resumir(leido).tablas
    assert (tabla.informado, tabla.ganado) == (ganado, (ganado, ganado))
    assert tabla.alcanza is tabla.alcanza_informado is (ultima == "Sí")
