"""A text that keeps its columns by blanks, as a sheet of equal characters: pages, lines, and the stretches of each line.

``pdftotext -layout`` and its like print each word where it stood; two or more blanks part what stood apart, a form feed
opens a page. Columns are counted in characters, lines from 1 over the whole file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from extractor.comun.texto import blancos, plegar
from extractor.lectores.pdf.muebles import es_numero_de_pagina
from extractor.lectores.pies_numerados import crecientes, forma_de, sin_fechas
from extractor.modelo.base import Origen

_TRAMO = re.compile(r"\S+(?:[ \xa0]\S+)*")
_NUMERADA = re.compile(r"(?<=pagina )\d+|(?<=pag\. )\d+|(?<=hoja )\d+")
_TROZOS_MAXIMO = 60
"""Stretches of a line beyond which it is no table's: a sentence with wide blanks, all of one stretch."""
_EXTREMO = 4
"""Lines at each end of a page that may be furniture."""
_LADOS = ("cabeza", "pie")


@dataclass(frozen=True, slots=True)
class Trozo:
    """A stretch of a line: its text, its columns (first, past the last) and its place."""

    texto: str
    x0: int
    x1: int
    linea: int
    pagina: int
    y: int

    def partido(self) -> tuple[Trozo, Trozo]:
        """Without its last word, and that word."""
        antes, _, ultima = self.texto.rpartition(" ")
        corte = self.x1 - len(ultima)
        resto = antes.rstrip()
        return replace(self, texto=resto, x1=self.x0 + len(resto)), replace(self, texto=ultima, x0=corte)

    def sin_primera(self, vecina: Trozo) -> tuple[Trozo, Trozo]:
        """The stretch before it on the line with its first word, one blank after; and itself without it."""
        palabra = self.texto.split()[0]
        resto = self.texto[len(palabra) :].lstrip()
        entera = replace(vecina, texto=f"{vecina.texto} {palabra}", x1=self.x0 + len(palabra))
        return entera, replace(self, texto=resto, x0=self.x1 - len(resto))

    @property
    def origen(self) -> Origen:
        return Origen(linea_inicio=self.linea, linea_fin=self.linea, inicio=self.x0, fin=self.x1, texto=self.texto)


@dataclass(frozen=True, slots=True)
class Renglon:
    """A line that is not blank. ``y``: which line of its page it is; ``original``: as the file has it; ``crudo``: the same with a
    form feed as a blank, and none at its end."""

    original: str
    crudo: str
    linea: int
    pagina: int
    y: int
    trozos: tuple[Trozo, ...]

    @property
    def texto(self) -> str:
        return blancos(self.crudo)

    def cortado(self, x0: int, x1: int) -> Trozo | None:
        """What stands between two columns, trimmed; None when it is blank."""
        crudo = self.crudo[x0:x1]
        texto = crudo.strip()
        if not texto:
            return None
        inicio = x0 + len(crudo) - len(crudo.lstrip())
        return Trozo(texto, inicio, inicio + len(texto), self.linea, self.pagina, self.y)


@dataclass(slots=True)
class Hoja:
    """A page: its lines in order, and those at its ends that belong to the paper."""

    numero: int
    renglones: list[Renglon] = field(default_factory=list)
    muebles: list[Renglon] = field(default_factory=list)


def hojas(lineas: Sequence[str]) -> list[Hoja]:
    """The pages of a text, their furniture apart."""
    paginas = [Hoja(1)]
    y = 0
    for numero, linea in enumerate(lineas, start=1):
        if "\f" in linea[:1]:
            paginas.append(Hoja(len(paginas) + 1))
            y = 0
        y += 1
        crudo = linea.replace("\f", " ").rstrip()
        if not crudo.strip():
            continue
        pagina = paginas[-1].numero
        trozos = tuple(Trozo(m.group(), m.start(), m.end(), numero, pagina, y) for m in _TRAMO.finditer(crudo))
        if len(trozos) > _TROZOS_MAXIMO:
            trozos = (Trozo(crudo[trozos[0].x0 :], trozos[0].x0, len(crudo), numero, pagina, y),)
        paginas[-1].renglones.append(Renglon(linea, crudo, numero, pagina, y, trozos))
    llenas = [p for p in paginas if p.renglones]
    _apartar_muebles(llenas)
    return llenas


def _apartar_muebles(paginas: Sequence[Hoja]) -> None:
    """What comes back at the same end of most pages, apart from the text by a blank line or with a number that grows with the
    pages, and the numbers of pages."""
    minimo = max(2, 0.5 * len(paginas))
    for lado in (0, 1):
        cuales = [(p, _extremo(p, lado)) for p in paginas]
        formas = crecientes((_LADOS[lado], p.numero, forma_de(r.texto)) for p, (suyos, _) in cuales for r in suyos)
        numeradas = {palabras for _, palabras in formas}
        veces = Counter(c for p, (suyos, _) in cuales for c in {_clave(r, p.numero, numeradas) for r in suyos})
        for pagina, (suyos, apartados) in cuales:
            claves = [_clave(r, pagina.numero, numeradas) for r in suyos]
            # without a blank line that parts them, only those up to the one that has the number of the page
            firmes = len(suyos) if apartados else 1 + max((n for n, c in enumerate(claves) if c in numeradas), default=-1)
            for renglon, clave in zip(suyos[:firmes], claves, strict=False):
                if clave != "#" and veces[clave] < minimo:
                    break
                pagina.muebles.append(renglon)
            propias = {r.linea for r in pagina.muebles}
            pagina.renglones = [r for r in pagina.renglones if r.linea not in propias]


def _extremo(pagina: Hoja, lado: int) -> tuple[list[Renglon], bool]:
    """The lines at the head (0) or the foot (1) of a page, from its edge inwards, down to the first blank line after them; and
    whether there is one."""
    orden = pagina.renglones if lado == 0 else pagina.renglones[::-1]
    tomados: list[Renglon] = []
    for renglon, otro in zip(orden, [*orden[1:], None], strict=False):
        tomados.append(renglon)
        if len(tomados) == _EXTREMO:
            break
        if otro is None or abs(otro.y - renglon.y) > 1:
            return tomados, True
    return tomados, False


def _clave(renglon: Renglon, pagina: int, numeradas: Collection[str]) -> str:
    """What a line says but for what changes with the page; "#" for a page's number."""
    texto = plegar(renglon.texto)
    palabras = forma_de(renglon.texto).palabras
    if es_numero_de_pagina(texto, pagina):
        return "#"
    return palabras if palabras in numeradas else sin_fechas(_NUMERADA.sub("#", texto))
