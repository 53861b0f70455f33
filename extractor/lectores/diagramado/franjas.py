"""Where the tables of a page stand: runs of lines whose blanks fall under each other, and the columns that these part.

A blank of two characters or more that goes down through the lines parts two columns; where the text of a line fills its cell just
one is left, a little before or after. A line that crosses it is a band over merged columns when lines of the same columns go
on around it, else the end of the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractor.comun.texto import plegar
from extractor.lectores.diagramado.cortes import Franja, Hueco, con_mas_columnas, corrida, huecos, sin_desplazadas
from extractor.lectores.diagramado.hoja import Renglon
from extractor.lectores.diagramado.titulos import partir_bajo_titulos

_HUECO_SOLO = 4
"""Blanks that part two stretches of a line which no other line confirms."""
_SEMILLAS = 7
"""Lines among which the one that shows the columns best is looked for: those of a header, and the first of the rows."""
_SEMILLAS_CONTINUACION = 40
"""The same at the head of a page, where the rest of a long row may come first."""
_NUMERO_DE_LISTA = 4
_TITULO = 2
"""Lines of a title between two tables."""
_HUECO_CIERTO = 10
"""Blanks that part them whatever stands above and below."""
_VACIAS = 2
"""Blank lines that end a table unless a line of three stretches or more goes on with its columns."""


def hallar(renglones: Sequence[Renglon], desde: int) -> tuple[Franja | None, int]:
    """The table that opens at a line, and the line past its end; None when none does, and the next line where one may."""
    if len(renglones[desde].trozos) < 2:
        return None, desde + 1
    mejor: tuple[int, Franja, int] | None = None
    ultima = desde + 1
    for semilla in range(desde, min(desde + _SEMILLAS, len(renglones))):
        if semilla > desde and renglones[semilla].y - renglones[semilla - 1].y > 1:
            break
        if len(renglones[semilla].trozos) < 2:
            continue
        hallada = _crecer(renglones, desde, semilla)
        if hallada is None:
            continue
        franja, fin = hallada
        ultima = max(ultima, fin)
        if franja.columnas < 2:
            continue
        valor = franja.columnas * (len(franja.renglones) - len(franja.bandas))
        if mejor is None or valor > mejor[0]:
            mejor = valor, franja, fin
    if mejor is None:
        return None, _tras_lista(renglones, desde, ultima)
    _, franja, fin = mejor
    partir_bajo_titulos(franja)
    sin_desplazadas(franja)
    if _es_lista(franja):
        return None, _tras_lista(renglones, desde, fin)
    _apartar_bandas(franja)
    return franja, fin


def hallar_continuacion(renglones: Sequence[Renglon], ancho: int) -> tuple[Franja, int] | None:
    """The lines at the head of a page that go on with a table of ``ancho`` columns, and the line past them; None when no line
    shows as many columns or those above it do not fall into them."""
    mejor: tuple[int, Franja, int] | None = None
    for semilla in range(min(len(renglones), _SEMILLAS_CONTINUACION)):
        if len(renglones[semilla].trozos) != ancho:
            continue
        hallada = _crecer(renglones, 0, semilla)
        if hallada is None or hallada[0].columnas != ancho or any(r.linea in hallada[0].bandas for r in renglones[:semilla]):
            continue
        if any(_aprieta(hallada[0], r) for r in renglones[:semilla]) or _acaba_antes(hallada[0], renglones[: semilla + 1]):
            continue
        valor = len(hallada[0].renglones)
        if mejor is None or valor > mejor[0]:
            mejor = valor, *hallada
    return (mejor[1], mejor[2]) if mejor else None


def _crecer(renglones: Sequence[Renglon], desde: int, semilla: int) -> tuple[Franja, int] | None:
    """The lines whose columns the line ``semilla`` parts, and the one past them; those above it, from ``desde``, are bands over
    them. One column is left where the blank only parted bullets from their text. None where nothing confirms that blank."""
    franja = Franja([], huecos(renglones[semilla]))
    franja.tomar(renglones[semilla])
    for r in renglones[desde:semilla]:
        if franja.pasa(r) and _cabe_encima(franja, r):
            franja.tomar(r)
        else:
            franja.bandas.add(r.linea)
            franja.renglones.append(r)
    sitio = semilla + 1
    cabeza = plegar(renglones[desde].texto)
    while sitio < len(renglones):
        renglon, previo = renglones[sitio], renglones[sitio - 1]
        if sitio > desde + 1 and len(renglon.trozos) > 2 and plegar(renglon.texto) == cabeza:
            # the header again: another table, with its title if one stands above
            sitio -= _soltar_titulo(franja)
            break
        vacias = renglon.y - previo.y - 1
        despues = renglones[sitio + 1] if sitio + 1 < len(renglones) else None
        seguida = despues is not None and not vacias and despues.y == renglon.y + 1
        if not franja.pasa(renglon) or (_aprieta(franja, renglon) and not (seguida and _entre_filas(franja, previo, despues))):
            if not (seguida and len(franja.huecos) >= 2 and despues and len(despues.trozos) > 2 and franja.pasa(despues)):
                break
            franja.bandas.add(renglon.linea)
            franja.renglones.append(renglon)
            sitio += 1
            continue
        if vacias and _acaba(franja, renglon, vacias):
            break
        franja.tomar(renglon)
        sitio += 1
    propios = [r for r in franja.renglones if r.linea not in franja.bandas]
    if len(propios) == 1 and not _sola_cierta(renglones, semilla):
        return None
    franja.renglones.sort(key=lambda r: r.linea)
    con_mas_columnas(franja)
    _rotulos_que_siguen(franja)
    return franja, sitio


def _cabe_encima(franja: Franja, renglon: Renglon) -> bool:
    """Whether a line above the one that shows the columns has them too: blanks at all of them, or so many stretches that with
    one cut at each single blank they are as many as the columns. Labels that are centred stand closer than what is below them;
    of several such cuts each must open with a capital or a sign, or a sentence would be cut by chance."""
    justos = [hueco for hueco in franja.huecos if corrida(hueco, renglon, dobles=True) is None]
    if not justos:
        return True
    if len(renglon.trozos) + len(justos) < franja.columnas:
        return False
    cortes = [c for hueco in justos if (c := corrida(hueco, renglon)) is not None]
    abren = all(not renglon.crudo[b].islower() for _, b in cortes)
    return len(justos) == 1 or (2 * len(renglon.trozos) >= franja.columnas and len(set(cortes)) == len(justos) and abren)


def _rotulos_que_siguen(franja: Franja) -> None:
    """Takes for lines of the header those that passed for bands right below one with a label in every column: what groups the
    labels stands over them. No stretch of such a line crosses more than one edge, and that at a blank."""
    rotulos = False
    for renglon, previo in zip(franja.renglones[:_SEMILLAS], [None, *franja.renglones], strict=False):
        if previo is not None and renglon.y - previo.y > 1:
            return
        if renglon.linea not in franja.bandas:
            rotulos = rotulos or all(c is not None for c in franja.celdas(renglon))
            continue
        justos = [a for a, b in franja.huecos if corrida((a, b), renglon, dobles=True) is None]
        if not rotulos or not franja.pasa(renglon) or any(sum(t.x0 <= a < t.x1 for a in justos) > 1 for t in renglon.trozos):
            return
        franja.bandas.discard(renglon.linea)


def _es_lista(franja: Franja) -> bool:
    """Whether what stands before the only blank is just the numbers or bullets of a list."""
    primeras = [c for r in franja.renglones if (c := franja.celdas(r)[0]) is not None]
    return franja.columnas == 2 and all(len(c.texto) <= _NUMERO_DE_LISTA for c in primeras)


def _tras_lista(renglones: Sequence[Renglon], desde: int, fin: int) -> int:
    """Where a table may open after the list in lines ``desde``..``fin``: near the first one that a wide blank parts beside its
    number, or near its end. To look at every line of a long list would take the square of its lines."""
    for sitio in range(desde + 1, fin):
        renglon = renglones[sitio]
        largo = len(renglon.trozos) > 1 and len(renglon.trozos[0].texto) > _NUMERO_DE_LISTA
        if largo or any(b - a >= _HUECO_SOLO for a, b in huecos(renglon)[1:]):
            return max(desde + 1, sitio - _SEMILLAS)
    return max(desde + 1, fin - _SEMILLAS)


def _apartar_bandas(franja: Franja) -> None:
    """Takes for bands the lines at the head of a table that only group its labels: with half as many stretches as the next one
    at most, none of which goes on below in lower case."""
    for renglon, debajo in pairwise(franja.renglones[: _TITULO + 1]):
        if renglon.linea in franja.bandas:
            continue
        if franja.columnas < 4 or 2 * len(renglon.trozos) > len(debajo.trozos) or debajo.y - renglon.y > 1:
            return
        celdas = zip(franja.celdas(renglon), franja.celdas(debajo), strict=True)
        if any(arriba is not None and (abajo is None or abajo.texto[:1].islower()) for arriba, abajo in celdas):
            return
        franja.bandas.add(renglon.linea)


def _soltar_titulo(franja: Franja) -> int:
    """Takes the lines that end a table out of it where they stand alone in its first column; how many they are."""
    sueltas = 0
    while sueltas < _TITULO and len(franja.renglones) > 2:
        ultima = franja.renglones[-1]
        if len(ultima.trozos) > 1 or ultima.trozos[0].x0 >= franja.huecos[0][0] or ultima.texto[:1].islower():
            break
        franja.renglones.pop()
        sueltas += 1
    return sueltas


def _acaba(franja: Franja, renglon: Renglon, vacias: int) -> bool:
    """Whether a line after blank ones is none of the table above: it stands under its first column alone, has too few stretches
    for a gap so wide, or is of another form (more stretches than columns, one over several of them, two in one)."""
    if len(renglon.trozos) == 1 and renglon.trozos[0].x0 < franja.huecos[0][0]:
        return True
    if vacias >= _VACIAS and len(renglon.trozos) < 3:
        return True
    if sum(c is not None for c in franja.celdas(renglon)) < len(renglon.trozos):
        return True
    return any(corrida(hueco, renglon, dobles=True) is None for hueco in franja.huecos) and len(renglon.trozos) < franja.columnas


def _acaba_antes(franja: Franja, renglones: Sequence[Renglon]) -> bool:
    """Whether the table would end among these lines: what is below is another one, of the same columns."""
    return any((vacias := b.y - a.y - 1) > 0 and _acaba(franja, b, vacias) for a, b in pairwise(renglones))


def _aprieta(franja: Franja, renglon: Renglon) -> bool:
    """Whether a line of one stretch goes over a blank with just one character: a sentence may do so by chance."""
    if len(renglon.trozos) > 1:
        return False
    return any(corrida(hueco, renglon, dobles=True) is None for hueco in franja.huecos)


def _entre_filas(franja: Franja, previo: Renglon, despues: Renglon | None) -> bool:
    """Whether the lines at both sides of one show its columns; of three or more, the one below may hold one but the first."""
    if despues is None or not franja.pasa(despues) or previo.linea in franja.bandas:
        return False
    if len(despues.trozos) > 1:
        return len(previo.trozos) > 1 or franja.columnas > 2
    return franja.columnas > 2 and despues.trozos[0].x0 >= franja.huecos[0][1] - 2 and not _aprieta(franja, despues)


def _sola_cierta(renglones: Sequence[Renglon], sitio: int) -> bool:
    """Whether a line that stands by itself is surely two columns and no sentence with wide blanks."""
    renglon = renglones[sitio]
    propios: list[Hueco] = huecos(renglon)
    menor = min(b - a for a, b in propios)
    if menor < _HUECO_SOLO or menor >= _HUECO_CIERTO or len(propios) > 2:
        return menor >= _HUECO_SOLO
    vecinos = [renglones[i] for i in (sitio - 1, sitio + 1) if 0 <= i < len(renglones)]
    return all(abs(v.y - renglon.y) > 1 or len(v.trozos) > 1 or v.trozos[0].x1 <= renglon.trozos[1].x0 for v in vecinos)
