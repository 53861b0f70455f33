"""Whether a table that fits no form is one of other matters (a cover, a distribution list, a budget) or a form not understood.

The first is kept as printed and is no fault of reading; the second must be told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import plegar
from extractor.formatos.columnas.rotulos import PUNTAJE_CLAVE, Rotulos, opciones
from extractor.modelo.documento import Celda, FilaCruda
from extractor.vocabularios.estados import veredicto_inicial
from extractor.vocabularios.filas import nombra_total

_DEL_FORMULARIO = frozenset((
    "objetivo", "actividad", "meta_o_actividades", "indicador", "resultado", "meta", "ponderacion", "ponderacion_ganada",
    "estado", "avance", "desarrollo", "brecha", "modificacion", "logro_comprometido", "logro_efectivo",
))  # fmt: skip
_FILAS_DE_ENCABEZADO = 3
"""Rows among which the header of a form would stand."""
_TOTAL = Decimal(100)
_PALABRAS_DE_FRASE = 4
_DE_PESO = re.compile(r"(?<![a-z])(?:pond(?:\.|era\w*)?|pesos? relativos?|peso)(?![a-z])")
"""What heads a column of weights; "pesos" alone is money."""


def es_ajena(filas: Sequence[FilaCruda], rotulos: Sequence[Rotulos], de_regiones: bool = False) -> bool:
    """Whether nothing in the rows speaks of commitments: no header with two labels of a form, no two columns of weights, no
    column of weights beside one of verdicts or of sentences. ``de_regiones``: its rows are regions, where no programme is told,
    so that bare figures count what there is in each."""
    if any(_rotula(f.celdas, rotulos) for f in filas[:_FILAS_DE_ENCABEZADO]):
        return False
    totales = [f for f in filas if any(nombra_total(c.texto) for c in f.celdas)]
    pesos, veredictos, frases, seguros = 0, 0, 0, 0
    for columna in range(max(len(f.celdas) for f in filas)):
        parrafos = [p.texto for f in filas if columna < len(f.celdas) for p in f.celdas[columna].parrafos]
        frases += sum(len(p.split()) >= _PALABRAS_DE_FRASE for p in parrafos) > 1
        cierres = [c.texto for f in totales for c in f.celdas[columna : columna + 1]]
        seguro = _son_pesos(parrafos, cierres)
        seguros += seguro
        pesos += seguro or (not de_regiones and sum(map(_es_peso, parrafos)) > 1)
        veredictos += sum(veredicto_inicial(p) is not None for p in parrafos) > 1
    if seguros and frases:
        return False
    return pesos == 0 or pesos + veredictos < 2


def _son_pesos(parrafos: Sequence[str], cierres: Sequence[str]) -> bool:
    """Whether the figures of a column are weights: its heading says so, or a row labelled as a total prints a hundred there
    (``cierres``: what such rows print). Never whether they sum it."""
    if sum(map(_es_peso, parrafos)) < 2:
        return False
    if any(_DE_PESO.search(plegar(p)) for p in parrafos[:_FILAS_DE_ENCABEZADO]):
        return True
    leidos = [leer_numero(c) for c in cierres]
    return any(n is not None and not n.moneda and n.decimal == _TOTAL for n in leidos)


def _rotula(celdas: Sequence[Celda], rotulos: Sequence[Rotulos]) -> bool:
    roles: set[str] = set()
    for celda in celdas:
        for _, plano in opciones(celda):
            hallados = (juego.rol(plano) for juego in rotulos)
            roles |= {h[0] for h in hallados if h is not None and h[1] >= PUNTAJE_CLAVE and h[0] in _DEL_FORMULARIO}
    return len(roles) > 1


def _es_peso(texto: str) -> bool:
    numero = leer_numero(texto)
    return numero is not None and not numero.ambiguo and not numero.moneda and 0 < numero.decimal <= _TOTAL
