"""Informes for people and machines: console, JSON, workbook and the derivation of one finding.

They read Informes (the workbook, the frames made of them) and nothing else, so that all of one run agree.
"""

from extractor.salidas.consola import Balance, documento_en_consola, totales_en_consola
from extractor.salidas.derivacion import derivacion
from extractor.salidas.json_informes import ArregloJson, esquema_json, indentado, linea

__all__ = [
    "ArregloJson",
    "Balance",
    "derivacion",
    "documento_en_consola",
    "esquema_json",
    "indentado",
    "linea",
    "totales_en_consola",
]
