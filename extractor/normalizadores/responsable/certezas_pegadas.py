"""Units whose words are written without the space between them ("División.Jurídica", "EquipoDirectivo"): where one ends is a
guess."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor.comun.texto import blancos
from extractor.normalizadores.responsable.certezas_nombre import LARGO_PALABRA, Duda
from extractor.vocabularios import servicios
from extractor.vocabularios.agrupacion_unidades import abreviaturas
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import cargos, unidades

_PEGADAS = re.compile(r"[a-záéíóúñü]{2}[A-ZÁÉÍÓÚÑ][a-záéíóúñü]|[^\W\d_]{2}[_;|'’´`+~][^\W\d_]{2}|[^\W\d_]{4}\.[^\W\d_]{4}")
"""A capital inside a word, or a mark that no name has between two words."""
_TAL_VEZ = re.compile(r"[A-ZÁÉÍÓÚÑ_;|'’´`+~.](?<=\S.)")
"""Where ``_PEGADAS`` may stand: asked first, for few names hold it."""
_SOLA = re.compile(r"[^\W\d_]{4,}[/–—-][A-ZÁÉÍÓÚÑ][^\W\d_]{2,}(?:[/–—-][^\W\d_]+)*")
"""One word for a whole name, of two that a mark joins ("Contraloría/Interna")."""


def como_se_escribe(lineas: Sequence[str], nombre: str) -> tuple[str, Duda | None]:
    """The name as the lines have it, without the space that reading put after a short form ("Depto.Riego"), and why it is not
    sure; None when each of its words stands by itself there."""
    if (_TAL_VEZ.search(nombre) and _PEGADAS.search(nombre)) or _SOLA.fullmatch(nombre):
        return nombre, ("dudosa", f"«{nombre}» puede ser más de una palabra")
    escrito = " ".join(lineas)
    partes = nombre.split()
    if len(partes) < 2 or nombre in escrito:
        return nombre, None
    hallado = re.search(r"(\s*)".join(map(re.escape, partes)), escrito)
    if hallado is None:
        return nombre, None  # a word cut by the cell was put together
    juntas = [a for a, hueco in zip(partes, hallado.groups(), strict=False) if not hueco]
    if all(a.endswith(".") and _es_corta(a) for a in juntas):
        return blancos(hallado[0]), None
    return nombre, ("dudosa", f"«{hallado[0]}» está escrito sin espacios")


def _es_corta(palabra: str) -> bool:
    corta = plegar_frase(palabra).rstrip(".")
    return len(corta) < LARGO_PALABRA or corta in _cortas()


@cache
def _cortas() -> frozenset[str]:
    listas = (abreviaturas(), servicios.vocabulario().abreviaturas, cargos().abreviaturas, unidades().cortas_de_nombre)
    return frozenset(plegar_frase(c).rstrip(".") for lista in listas for c in lista)
