"""Soft hyphens (U+00AD) that a file holds inside words: they mark where a word may be cut and are not printed, so what is
parsed goes without them and what is quoted keeps them. At the end of a line they are printed, and stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.modelo.documento import Bloque, BloqueTabla, Celda, Documento, Parrafo

BLANDO = "\u00ad"
_EN_PALABRA = re.compile(rf"(?<=[^\W\d_]){BLANDO}+(?=[^\W\d_])")


def sin_guiones_blandos(documento: Documento) -> Documento:
    """The document with no soft hyphen between two letters. Between figures or by itself one stays: some converters leave it
    for a hyphen that was printed. A paragraph that changes keeps its raw place in ``partes``, as a numbered one does."""
    return replace(
        documento,
        bloques=tuple(_bloque(b) for b in documento.bloques),
        notas=tuple(replace(n, parrafo=_parrafo(n.parrafo)) if BLANDO in n.parrafo.texto else n for n in documento.notas),
        membretes=tuple(_EN_PALABRA.sub("", m) for m in documento.membretes),
    )


def _bloque(bloque: Bloque) -> Bloque:
    if isinstance(bloque, Parrafo):
        return _parrafo(bloque)
    if not isinstance(bloque, BloqueTabla):
        return replace(bloque, celdas=_celdas(bloque.celdas))
    if not any(_tiene(fila.celdas) for fila in bloque.filas):
        return bloque
    return replace(bloque, filas=tuple(replace(f, celdas=_celdas(f.celdas)) if _tiene(f.celdas) else f for f in bloque.filas))


def _tiene(celdas: Sequence[Celda]) -> bool:
    return any(BLANDO in p.texto for celda in celdas for p in celda.parrafos)


def _celdas(celdas: Sequence[Celda]) -> tuple[Celda, ...]:
    return tuple(replace(c, parrafos=_ultimo([_parrafo(p) for p in c.parrafos])) if _tiene([c]) else c for c in celdas)


def _ultimo(parrafos: list[Parrafo]) -> tuple[Parrafo, ...]:
    """The paragraphs of a cell; after the last one nothing follows that its last word could go on in."""
    final = parrafos[-1]
    return (*parrafos[:-1], _cambiado(final, final.texto.rstrip(BLANDO)))


def _parrafo(parrafo: Parrafo) -> Parrafo:
    return _cambiado(parrafo, _EN_PALABRA.sub("", parrafo.texto)) if BLANDO in parrafo.texto else parrafo


def _cambiado(parrafo: Parrafo, texto: str) -> Parrafo:
    if texto == parrafo.texto or not texto:
        return parrafo
    return replace(parrafo, texto=texto, origen=parrafo.origen.model_copy(update={"partes": parrafo.origen.lugares}))
