"""Tables without strokes: only what is clearly tabular, three columns or more that stay apart over several lines, or two
of which one holds figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractor.lectores.pdf.lineas import Linea
from extractor.lectores.pdf.pasos import CIFRAS, columna_de, es_llana, paso_de
from extractor.lectores.pdf.rotulos_centrados import con_rotulos_centrados
from extractor.lectores.pdf.rotulos_juntos import (
    con_rotulos,
    cortar_encabezado,
    cortar_rotulos,
    en_sus_columnas,
    es_rotulo_encima,
)
from extractor.lectores.pdf.sin_rayas_fines import SEPARA_FILA, abre_otra, es_cierre, fin_de
from extractor.lectores.pdf.sin_rayas_fundidas import de_lado_a_lado, partir_fundidas

_FILAS = 3
"""Lines on which the columns must stand side by side."""
MUCHAS = 6
"""Columns that side by side are no accident, so that one line fewer is enough."""
_PEGADOS = 2
"""Lines with two stretches in one column from which the columns were not told apart."""
_ENCABEZADO = 8
"""Lines that the labels of a header take at most, those of one line on paper told apart where they stand at other heights."""
_BANDAS = 4
"""Lines of few stretches that may stand over the columns of a table."""


@dataclass(frozen=True, slots=True)
class TablaSinRayas:
    """Rows of cells of lines; every row has as many cells as the table has columns (``bordes``: each one's edges).
    ``cortes``: the rows that open a page; ``dudosas``: those that may be several, as they hold figures on several lines, or that
    may go on in another table; ``espera``: the page on which its header was printed again, before the rows that follow;
    ``pegada``: stretches that stand apart on several lines fall in one column of it; ``sigue``: its lines open a page and go on
    with the table of the page before, by its columns; ``fundidas``: several of its rows share their first cells."""

    pagina: int
    bordes: tuple[tuple[float, float], ...]
    filas: tuple[tuple[tuple[Linea, ...], ...], ...]
    cortes: frozenset[int] = frozenset()
    dudosas: frozenset[int] = frozenset()
    espera: int | None = None
    pegada: bool = False
    sigue: bool = False
    fundidas: bool = False


def hallar_tabla(
    renglones: Sequence[list[Linea]], desde: int, reglas: Sequence[tuple[float, float, float]]
) -> tuple[TablaSinRayas, int] | None:
    """The unruled table that starts at line ``desde`` and the line past its end; None when there is none.

    A line of a single stretch belongs to it while it stays in one column. Labels that are centred may stand so close that they
    make one of what lies below: the lines below tell the columns, and the labels are cut at them. A line of few stretches over a
    table of many columns (a band over several, a region and its name) is no label: then the table starts below it.
    """
    hallada = _tramo(renglones, desde)
    for salto in range(1, _ENCABEZADO + 1):
        encima = renglones[desde : desde + salto]
        if len(encima) < salto or desde + salto >= len(renglones):
            break
        otra = _tramo(renglones, desde + salto)
        propias = len(hallada[1]) if hallada is not None else 0
        if otra is None or len(otra[1]) < max(4, propias + 1):
            continue
        rotulos = cortar_encabezado(encima, otra[1])
        if all(en_sus_columnas(r, otra[1]) for r in rotulos):
            hallada = [*rotulos, *otra[0]], con_rotulos(rotulos, otra[1])
        elif salto <= _BANDAS and _son_bandas(encima, *otra):
            return None
    if hallada is None:
        return None
    pares, columnas = hallada
    return armar_filas(pares, con_rotulos_centrados(pares, columnas), reglas), desde + len(pares)


def _son_bandas(encima: Sequence[list[Linea]], pares: Sequence[list[Linea]], columnas: Sequence[tuple[float, float]]) -> bool:
    """Whether lines of few stretches stand over the header of a table; over its rows they are the header."""
    pocos = all(len(r) >= 2 and 2 * len(r) <= len(columnas) for r in encima)
    return pocos and not any(CIFRAS.match(x.texto) for x in pares[0])


def _tramo(renglones: Sequence[list[Linea]], desde: int) -> tuple[list[list[Linea]], list[tuple[float, float]]] | None:
    """The lines of the table that starts at this one, and its columns' extents."""
    columnas: list[tuple[float, float]] = [(x.x0, x.x1) for x in renglones[desde]]
    anchas = ultima = 0
    pares: list[list[Linea]] = []
    for numero, renglon in enumerate(renglones[desde:], start=desde):
        lejos = 4 if len(renglon) < max(3, len(columnas) - 1) else 8
        if pares and renglon[0].base - pares[-1][0].base > lejos * renglon[0].tamano:
            break
        bastan = _bastan(anchas, columnas)
        cierra = bastan and es_cierre(renglon, columnas, pares)
        if bastan and not cierra and abre_otra(renglones[numero:], columnas, pares):
            break
        nuevas = _encajar(columnas, renglon)
        if not cierra and (nuevas is None or (len(renglon) == 1 and _ocupa(renglon[0], nuevas) > 1)):
            break
        if nuevas is None or (len(nuevas) < len(columnas) and (anchas >= _FILAS or cierra)):
            cortado = cortar_rotulos(renglon, columnas, como_celdas=True)
            nuevas = _encajar(columnas, cortado) if cortado is not None and en_sus_columnas(cortado, columnas) else None
            if cortado is not None and nuevas is not None and len(nuevas) == len(columnas):
                renglon = cortado
            elif cierra:
                nuevas = columnas
                ultima = len(pares) + 1
            else:
                break
        columnas = nuevas
        pares.append(renglon)
        if len(renglon) >= max(2, len(columnas) - 1):
            anchas += 1
            ultima = len(pares)
    if not _bastan(anchas, columnas) or len(columnas) < 2:
        return None
    del pares[fin_de(pares, ultima) :]
    if len(columnas) == 2 and not _de_cifras(pares, columnas):
        return None
    return pares, columnas


def _bastan(anchas: int, columnas: Sequence[tuple[float, float]]) -> bool:
    """Whether so many whole lines tell a table of these columns."""
    return anchas >= (_FILAS if len(columnas) < MUCHAS else _FILAS - 1)


def _encajar(columnas: list[tuple[float, float]], renglon: list[Linea]) -> list[tuple[float, float]] | None:
    """The columns' extents with the stretches of a line taken in; two columns that a stretch covers become one."""
    unidas = sorted([*columnas, *((x.x0, x.x1) for x in renglon)])
    nuevas: list[tuple[float, float]] = []
    for x0, x1 in unidas:
        if nuevas and x0 < nuevas[-1][1] + 2:
            nuevas[-1] = (nuevas[-1][0], max(nuevas[-1][1], x1))
        else:
            nuevas.append((x0, x1))
    return nuevas if len(nuevas) >= 2 else None


def _ocupa(linea: Linea, columnas: Sequence[tuple[float, float]]) -> int:
    return sum(linea.x0 < b and linea.x1 > a for a, b in columnas)


def _de_cifras(renglones: Sequence[list[Linea]], columnas: Sequence[tuple[float, float]]) -> bool:
    """Whether one of two columns holds figures, on four lines at least."""
    for a, b in columnas:
        dentro = [x for r in renglones for x in r if a - 1 <= x.x0 and x.x1 <= b + 1]
        cifras = sum(bool(CIFRAS.match(x.texto)) for x in dentro)
        if cifras >= 4 and cifras >= 0.6 * len(dentro):
            return True
    return False


def armar_filas(
    renglones: Sequence[list[Linea]], columnas: Sequence[tuple[float, float]], reglas: Sequence[tuple[float, float, float]]
) -> TablaSinRayas:
    """Lines into rows: at strokes across where there are two or more, else at gaps, else one to a line."""
    bordes = tuple(columnas)
    bases = [r[0].base for r in renglones]
    reglas = de_lado_a_lado(reglas)
    rayas = [y for y, x0, x1 in reglas if bases[0] - 40 < y < bases[-1] + 20 and x0 < bordes[0][1] and x1 > bordes[-1][0]]
    pasos = [b - a for a, b in pairwise(bases)]
    menor = paso_de(renglones) or min(pasos, default=0.0)
    hay_saltos = any(p > SEPARA_FILA * menor for p in pasos)
    interiores = [y for y in rayas if bases[0] < y < bases[-1]]
    grupos: list[list[list[Linea]]] = []
    for indice, renglon in enumerate(renglones):
        abre = not grupos
        if indice and len(interiores) >= 2:
            abre = any(bases[indice - 1] - 1 < y <= bases[indice] for y in interiores)
        elif indice and hay_saltos:
            abre = pasos[indice - 1] > SEPARA_FILA * menor
        elif indice:
            abre = not _continua(grupos[-1], renglon, bordes)
        if abre:
            grupos.append([])
        grupos[-1].append(renglon)
    enteros = len(grupos)
    if len(interiores) >= 2:
        grupos = [propio for g in grupos for propio in partir_fundidas(g, bordes, reglas)]
    partidos = [_por_cifras(g, bordes) for g in grupos]
    dudosas = frozenset(n for n, (_, dudosa) in enumerate((g, d) for gs, d in partidos for g in gs) if dudosa)
    filas = tuple(
        tuple(tuple(x for r in g for x in r if columna_de(x, bordes) == c) for c in range(len(bordes)))
        for gs, _ in partidos
        for g in gs
    )
    propias = [g for gs, _ in partidos for g in gs]
    ocupadas = [(n, [columna_de(x, bordes) for x in r if es_llana(x)]) for n, g in enumerate(propias) for r in g]
    juntos = [n for n, columnas in ocupadas if len(columnas) > len(set(columnas))]
    pegada = len(juntos) >= _PEGADOS
    # what such a row prints in one column may be of two
    return TablaSinRayas(
        renglones[0][0].pagina,
        bordes,
        filas,
        dudosas=dudosas | frozenset(juntos if pegada else ()),
        pegada=pegada,
        fundidas=len(grupos) > enteros,
    )


def con_rotulo_encima(tabla: TablaSinRayas, linea: Linea) -> TablaSinRayas | None:
    """The table with the line right above it in its first row, where it is the first one of a label; None where it is not."""
    primera = [x for celda in tabla.filas[0] for x in celda]
    paso = paso_de([[x for celda in fila for x in celda] for fila in tabla.filas])
    if paso is None or linea.pagina != tabla.pagina or not es_rotulo_encima(linea, primera, tabla.bordes, paso):
        return None
    suya = columna_de(linea, tabla.bordes)
    fila = tuple((linea, *celda) if n == suya else celda for n, celda in enumerate(tabla.filas[0]))
    return replace(tabla, filas=(fila, *tabla.filas[1:]))


def _por_cifras(grupo: Sequence[list[Linea]], bordes: Sequence[tuple[float, float]]) -> tuple[list[Sequence[list[Linea]]], bool]:
    """The rows that lines with no gap between them are, and whether that is a guess: figures of two columns or more on each of
    several lines are so many rows where each of these lines also opens the first cell."""
    cifras = [{columna_de(x, bordes) for x in r if CIFRAS.match(x.texto)} - {0} for r in grupo]
    columnas = Counter(c for propias in cifras for c in propias)
    repetidas = {c for c, veces in columnas.items() if veces >= 2}
    if not repetidas or len(bordes) < MUCHAS:
        return [grupo], False
    abren = [n for n, propias in enumerate(cifras) if propias & repetidas]
    primeras = [next((x for x in grupo[n] if columna_de(x, bordes) == 0), None) for n in abren]
    enteras = all(cifras[n] >= repetidas for n in abren) and len(repetidas) >= 2
    if not enteras or any(x is None or x.texto[:1].islower() for x in primeras):
        return [grupo], True
    cortes = [0, *(n for n in abren if n), len(grupo)]
    return [grupo[a:b] for a, b in pairwise(cortes)], False


def _continua(grupo: Sequence[list[Linea]], renglon: Sequence[Linea], bordes: Sequence[tuple[float, float]]) -> bool:
    """Whether a line goes on with the row above it where all lines are equally far apart: it holds no figure, and either its
    first cell and another are blank, or its first cell goes on in small letters where the line above had no room for its
    word."""
    if any(CIFRAS.match(x.texto) for x in renglon):
        return False
    suyas = {columna_de(x, bordes): x for x in reversed(renglon)}
    if 0 not in suyas:
        return len(bordes) - len(suyas) >= 2
    if not suyas[0].texto[:1].islower():
        return False
    encima = {c: [x for r in grupo for x in r if columna_de(x, bordes) == c] for c in suyas}
    return all(antes and antes[-1].x1 + x.espacio + x.primera > bordes[c][1] for c, x in suyas.items() for antes in [encima[c]])
