"""Tables that go on over a page end become one, and rows that the page end broke become whole.

Nothing here looks at what figures add up to. A row goes on when the columns that have text on the new page are those
whose text ran to the foot of the old one, and the words, the blanks or a missing stroke say so.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.comun.texto import plegar
from extractor.lectores.pdf.medidas import Medidas
from extractor.lectores.pdf.rotas import abre_fila, en_pilas, es_rota, fundida_cortada
from extractor.lectores.pdf.tablas import TablaPagina
from extractor.lectores.pdf.unidas import CeldaUnida, FilaUnida, TablaUnida, cambiar_rejilla, cubren, filas_de

_FILAS_DE_TITULO = 3
"""Rows of a table that may stand above its header."""


def continuar(tabla: TablaUnida, siguiente: TablaPagina, dx: float, fondo: float, medidas: Medidas) -> None:
    """Adds to ``tabla`` its part on the next page. ``fondo``: where the body of the pages ends (points)."""
    movidos = [x + dx for x in siguiente.xs]
    if len(movidos) > len(tabla.xs):
        cambiar_rejilla(tabla, movidos)
    nuevas = filas_de(siguiente, tabla.xs, dx)
    repetidas = _encabezado_repetido(tabla.filas, nuevas)
    quitar = repetidas if any(sum(bool(c.lineas) for c in f.celdas) >= 2 for f in nuevas[:repetidas]) else 0
    nuevas = nuevas[quitar:]
    fundida = bool(nuevas and tabla.filas) and fundida_cortada(tabla, nuevas)
    if nuevas and tabla.filas and not fundida and es_rota(tabla, nuevas[0], fondo, medidas):
        _pegar_fila(tabla.filas, nuevas[0])
        nuevas = nuevas[1:]
    else:
        if nuevas and tabla.filas and not fundida and not abre_fila(nuevas[0]) and en_pilas(tabla, nuevas[0]):
            tabla.filas[-1].dudosa = nuevas[0].dudosa = True
        _alargar_fundidas(tabla.filas, nuevas, cortada=fundida)
    if nuevas:
        nuevas[0].tras_corte = True
    tabla.repetidas += quitar
    tabla.filas.extend(nuevas)
    tabla.ultima = siguiente
    tabla.con_interior = tabla.con_interior or siguiente.con_interior


def _huella(fila: FilaUnida) -> tuple[tuple[int, str], ...]:
    return tuple((c.columna, plegar(c.texto)) for c in fila.celdas if c.lineas)


def _encabezado_repetido(antes: Sequence[FilaUnida], nuevas: Sequence[FilaUnida]) -> int:
    """How many rows at the top of the new page are those at the top of the table, or under its first lines (its title stands
    above its header, and only the header comes again), printed again."""
    for desde in range(min(_FILAS_DE_TITULO, len(antes)) + 1):
        iguales = 0
        for vieja, nueva in zip(antes[desde : desde + 6], nuevas, strict=False):
            if not _huella(nueva) or _huella(vieja) != _huella(nueva) or (desde and _tiene_cifras(nueva)):
                break
            iguales += 1
        if iguales:
            return iguales if desde + iguales < len(antes) else 0
    return 0


def _tiene_cifras(fila: FilaUnida) -> bool:
    """Whether a cell of a row is a figure: no header's."""
    return any(c.lineas and not any(ch.isalpha() for ch in c.texto) for c in fila.celdas)


def _pegar_fila(filas: Sequence[FilaUnida], nueva: FilaUnida) -> None:
    """Adds ``nueva`` to the last of ``filas``; what stands under a cell merged downwards into it goes on with that cell."""
    ultima = filas[-1]
    ultima.partes.extend(nueva.partes)
    sitios = {c.columna: c for c in cubren(filas)}
    for celda in nueva.celdas:
        propia = sitios.get(celda.columna)
        if propia is None:
            if celda.lineas:
                ultima.celdas.append(celda)
            continue
        propia.partes.extend(celda.partes)
        propia.lineas = [*propia.lineas, *celda.lineas]
        if any(propia is c for c in ultima.celdas):
            propia.alto = max(propia.alto, celda.alto)
    ultima.celdas.sort(key=lambda c: c.columna)


def _alargar_fundidas(antes: Sequence[FilaUnida], nuevas: Sequence[FilaUnida], *, cortada: bool) -> None:
    """A cell merged downwards to the page end goes on as the blank one under it; one of the first column that the page end cut
    (``cortada``), as the rest of its text."""
    if not nuevas:
        return
    fundidas = {c.columna: c for c in cubren(antes) if c.alto > 1 or _falta_arriba(c, antes) or (cortada and c.columna == 0)}
    quedan: list[CeldaUnida] = []
    for celda in nuevas[0].celdas:
        previa = fundidas.get(celda.columna)
        sigue = not celda.lineas or (cortada and celda.columna == 0)
        if previa is not None and previa.ancho == celda.ancho and sigue and previa.lineas:
            previa.lineas = [*previa.lineas, *celda.lineas]
            previa.alto += celda.alto
            previa.partes.extend(celda.partes)
        else:
            quedan.append(celda)
    nuevas[0].celdas = quedan


def _falta_arriba(celda: CeldaUnida, antes: Sequence[FilaUnida]) -> bool:
    """Whether a blank under this first cell at a page's top means a cell merged downwards: in a table whose first column
    is never blank otherwise. At a page end nothing drawn tells one from the other."""
    if celda.columna != 0 or len(antes) < 3:
        return False
    return all(c.lineas for f in antes for c in f.celdas if c.columna == 0)
