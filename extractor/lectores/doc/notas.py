"""Footnotes and endnotes: their text stands apart in the file, in the order of their marks ([MS-DOC] 2.8.10, 2.8.20)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import pairwise

from extractor.lectores.doc.contenedor import ilegible
from extractor.lectores.doc.fib import FINALES_REF, FINALES_TEXTO, NOTAS_REF, NOTAS_TEXTO
from extractor.lectores.doc.parrafos import Lectura
from extractor.lectores.doc.tablas import Tablas
from extractor.lectores.notas import FINAL, PIE, nota_de
from extractor.lectores.rotulos import formatear
from extractor.modelo.documento import NotaCruda


def leer_notas(lectura: Lectura) -> Iterator[NotaCruda]:
    """Footnotes numbered 1, 2, 3 and endnotes i, ii, iii, as Word prints them; one whose mark the author typed has "*"
    and is not counted. Blank ones count and are left out."""
    for parte, referencias, textos, clase in ((1, NOTAS_REF, NOTAS_TEXTO, PIE), (5, FINALES_REF, FINALES_TEXTO, FINAL)):
        inicio, fin = lectura.fib.parte(parte)
        refs = lectura.fib.trozo(referencias)
        cuantas = max(0, (len(refs) - 4) // 6)
        plc = lectura.fib.trozo(textos)
        limites = struct.unpack_from(f"<{min(cuantas + 1, len(plc) // 4)}I", plc, 0)
        if any(a > b for a, b in pairwise(limites)):
            raise ilegible()
        numero = 0
        for orden, (a, b) in enumerate(pairwise(limites)):
            automatica = struct.unpack_from("<H", refs, 4 * (cuantas + 1) + 2 * orden)[0] != 0
            numero += automatica
            marca = formatear(numero, "decimal" if clase == PIE else "lowerRoman") if automatica else "*"
            desde, hasta = inicio + a, min(inicio + b, fin)
            if desde < hasta:
                nota = nota_de(marca, Tablas().construir(lectura.parrafos(desde, hasta)), orden, clase)
                if nota is not None:
                    yield nota
