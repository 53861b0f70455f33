"""The label of a performance over several lines of a text without rules: its first lines stand above the row that its value is
in, or all of them were poured into the last row of the table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from extractor.comun.texto import corto
from extractor.formatos.desempeno.rotulo import abre_desempeno, clase_de_desempeno, es_valor, es_valor_claro, partir
from extractor.modelo.base import Origen, unir_origenes
from extractor.modelo.crudo import TablaCruda
from extractor.modelo.documento import FilaCruda, Parrafo

_LARGO, _LINEAS = 140, 3
_MISMA_LINEA = 3.0
"""How far apart the pieces of one printed line may begin (points)."""


def con_su_rotulo(linea: Parrafo, fila: FilaCruda) -> FilaCruda | None:
    """The row of a value with the line right above it at the head of its label, where only both make the label of a performance;
    None otherwise."""
    llenas = [c for c in fila.celdas if c.parrafos]
    if len(llenas) != 2 or len(llenas[0].parrafos) != 1 or fila.celdas[0] is not llenas[0] or partir(linea.texto)[1]:
        return None
    rotulo, valor = llenas[0].parrafos[0], llenas[1].texto
    entero = f"{linea.texto} {rotulo.texto}"
    if not es_valor(valor) or clase_de_desempeno(rotulo.texto, valor) or not clase_de_desempeno(entero, valor):
        return None
    unido = replace(rotulo, texto=entero, origen=unir_origenes([linea.origen, rotulo.origen]))
    celda = replace(llenas[0], parrafos=(unido,), origen=unido.origen)
    return replace(fila, celdas=(celda, *fila.celdas[1:]), origen=unir_origenes([linea.origen, fila.origen]))


def avisos_de_rotulos_vertidos(tablas: Sequence[TablaCruda]) -> Iterator[tuple[str, str, Origen | None]]:
    """One notice per weighed table in whose last row a line, below its first, opens as the label of a performance, with a value
    at the end of that line or of those after it."""
    for tabla in tablas:
        if tabla.patron.pesa is None or not tabla.filas:
            continue
        lineas = _lineas(tabla.filas[-1])
        for sitio, linea in enumerate(lineas[1:], start=1):
            suyas = [" ".join(o.texto.strip() for o in propias) for propias in lineas[sitio : sitio + _LINEAS]]
            if abre_desempeno(suyas[0]) and any(es_valor_claro(t.split()[-1]) for t in suyas):
                dicho = corto(" ".join(suyas), _LARGO)
                frase = f"bajo un programa hay una línea que puede decir su desempeño y no se reconoce: «{dicho}»"
                yield "LECTURA_DUDOSA", frase, linea[0]
                break


def _lineas(fila: FilaCruda) -> list[list[Origen]]:
    """The printed lines of a row, each the pieces that its columns hold of it."""
    trozos = [o for c in fila.celdas for p in c.parrafos for o in (p.origen.partes or (p.origen,)) if o.texto.strip()]
    ordenados = sorted(trozos, key=_altura)
    return [list(grupo) for _, grupo in groupby(ordenados, key=_altura)]


def _altura(origen: Origen) -> tuple[int, int]:
    """The page and line that a piece begins on."""
    alto = round(origen.caja[1] / _MISMA_LINEA) if origen.caja is not None else origen.linea_inicio or 0
    return origen.pagina or 0, alto
