"""The items stacked in one cell: activities, states, figures.

Items are parted by a paragraph break or by one line break, and both occur in one table; numbering and bullets say more
than either. A verdict, and the narration that follows it, are one state.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import blancos, letra_de_lista, queda_abierta, tiene_vineta
from extractor.estructura.lineas import lineas_de, numero_de_item, trozo_de
from extractor.estructura.lineas_juntas import cifras_juntas, veredictos_juntos
from extractor.estructura.segmentacion import PROHIBIDO, cortar, natural
from extractor.modelo.base import Origen, unir_origenes
from extractor.modelo.documento import OCR_DUDOSA, Parrafo
from extractor.modelo.valores import CertezaCifra, Cifra
from extractor.vocabularios.filas import nombra_total


@dataclass(frozen=True, slots=True)
class Item:
    """One stacked item: its lines joined, its place, the gap before it in the cell, and whether its reading is
    doubtful (two readings of a scan that disagree)."""

    texto: str
    origen: Origen
    hueco: int = 0
    dudosa: bool = False


@dataclass(frozen=True, slots=True)
class Apilado:
    """A cell's items. ``exacto``: the cut had one cheapest way; ``natural``: how many items the cell makes by itself;
    ``costo``: how much the cut goes against the cell's own signs; ``minimo``: the fewest items it can make, since what its
    numbers, letters or blank lines part is never joined."""

    items: tuple[Item, ...]
    exacto: bool
    natural: int
    costo: int = 0
    minimo: int = 0


COSTO_ADMISIBLE = 4
"""What each item more or less than a cell's own may cost and still be believed."""

OCR = "ocr"
"""Style of paragraphs whose two readings of a scan agree."""

EsVeredicto = Callable[[str], str | None]
"""Tells whether a line opens with a verdict: "solo" (nothing else), "con_texto", or None."""

_SOLO_NUMEROS = re.compile(r"^[\d.,%\s]+$")


def juntar(lineas: Sequence[Parrafo]) -> Item:
    """Several lines as one item."""
    texto, origen = blancos(" ".join(p.texto for p in lineas)), unir_origenes([p.origen for p in lineas])
    return Item(texto, origen, lineas[0].hueco, any(p.estilo == OCR_DUDOSA for p in lineas))


def _apilar(lineas: list[Parrafo], abrir: list[int], seguir: list[int], n: int | None) -> Apilado:
    if not lineas:
        return Apilado((), True, 0)
    propio = natural(abrir, seguir)
    corte = cortar(abrir, seguir, n) if n else None
    exacto = corte is not None and corte.unico
    if corte is None:
        corte = cortar(abrir, seguir, propio)
        exacto = n is None
    if corte is None:
        inicios: tuple[int, ...] = tuple(range(len(lineas)))
    else:
        inicios = corte.inicios
    tramos = zip(inicios, [*inicios[1:], len(lineas)], strict=True)
    minimo = 1 + sum(costo >= PROHIBIDO for costo in seguir[1:])
    return Apilado(tuple(juntar(lineas[a:b]) for a, b in tramos), exacto, propio, corte.costo if corte else 0, minimo)


def textos(parrafos: Sequence[Parrafo], n: int | None = None) -> Apilado:
    """The texts of a cell (activities, objectives, indicators), in ``n`` items where that can be."""
    lineas = lineas_de(parrafos)
    ordinales = [numero_de_item(p.texto) for p in lineas]
    seguidos = _en_secuencia(ordinales)
    letras = [letra_de_lista(p.texto) for p in lineas]
    con_letras = _en_secuencia(letras) and 1 in letras
    lista = 8 if _anuncia_lista(lineas, ordinales if seguidos else letras) else PROHIBIDO
    vinetas = sum(tiene_vineta(p.texto) for p in lineas)
    abrir, seguir = [0], [PROHIBIDO]
    for previa, linea, numero, letra in zip(lineas, lineas[1:], ordinales[1:], letras[1:], strict=False):
        if seguidos:
            abre, sigue = (0, lista) if numero is not None else (PROHIBIDO if linea.texto[0].islower() else 5, 0)
        elif con_letras:
            abre, sigue = (0, lista) if letra is not None else (PROHIBIDO if linea.texto[0].islower() else 5, 0)
        elif vinetas >= 2:
            abre, sigue = (0, 4) if tiene_vineta(linea.texto) else (3, 0)
        elif linea.hueco >= 1:
            abre, sigue = 0, _union_sobre_blanco(previa, linea)
            if linea.texto[0].islower():
                abre, sigue = 2, 1
        else:
            fin = previa.texto.rstrip()[-1:] in ".;:"
            abre = 2 if linea.texto[0].isupper() and fin else 3 if linea.texto[0].isupper() else 6
            sigue = 0
        abrir.append(abre)
        seguir.append(sigue)
    return _apilar(lineas, abrir, seguir, n)


def _anuncia_lista(lineas: Sequence[Parrafo], marcas: Sequence[int | None]) -> bool:
    """Whether the marked items may be parts of one activity, which ends in a colon before them."""
    return bool(lineas) and marcas[0] is None and marcas[1:2] != [None] and lineas[0].texto.rstrip().endswith(":")


def _union_sobre_blanco(previa: Parrafo, linea: Parrafo) -> int:
    """What joining a line to the one before its blank line costs. On a page the gap was only measured, a line that ends open
    calls for more, and one in brackets explains; elsewhere somebody typed it."""
    if linea.texto.startswith("(") or linea.origen.lugares[0].pagina is not None or queda_abierta(previa.texto):
        return 2 + min(linea.hueco, 3)
    return PROHIBIDO


def _en_secuencia(ordinales: Sequence[int | None]) -> bool:
    """Whether the lines' numbers go on one by one (from any first), two at least."""
    presentes = [n for n in ordinales if n is not None]
    return len(presentes) >= 2 and all(b == a + 1 for a, b in itertools.pairwise(presentes))


def estados(parrafos: Sequence[Parrafo], es_veredicto: EsVeredicto, n: int | None = None) -> Apilado:
    """The states of a cell: a verdict takes the narration after it; a percentage stands alone."""
    lineas = _numeros_separados(_veredictos_separados(parrafos))
    tipos = ["numero" if leer_numero(p.texto) else es_veredicto(p.texto) or "narracion" for p in lineas]
    abrir, seguir = [0], [PROHIBIDO]
    for previo, tipo, linea in zip(tipos, tipos[1:], lineas[1:], strict=False):
        if tipo == "numero" or previo == "numero":
            abre, sigue = 0, PROHIBIDO if tipo == "numero" else 1
        elif tipo in ("solo", "con_texto"):
            abre, sigue = 0, 6
        elif linea.hueco == 0:
            abre, sigue = 2, 0
        elif previo == "solo":
            abre, sigue = 1, 0
        else:
            abre, sigue = 0, 2
        abrir.append(abre)
        seguir.append(sigue)
    return _apilar(lineas, abrir, seguir, n)


def _numeros_separados(parrafos: list[Parrafo]) -> list[Parrafo]:
    """Lines of several figures ("25 25 50") as one line each."""
    lineas: list[Parrafo] = []
    for parrafo in parrafos:
        trozos = [*re.finditer(r"\S+(?:\s%)?", parrafo.texto)]
        if len(trozos) > 1 and _SOLO_NUMEROS.match(parrafo.texto) and leer_numero(parrafo.texto) is None:
            partes = [trozo_de(parrafo, m.start(), m.end()) for m in trozos]
            if all(p and leer_numero(p.texto) for p in partes):
                lineas.extend(p for p in partes if p)
                continue
        juntas = cifras_juntas(parrafo.texto) if leer_numero(parrafo.texto) is None else []
        lineas.extend(_partes(parrafo, juntas) if juntas else [parrafo])
    return lineas


def _partes(parrafo: Parrafo, tramos: Sequence[tuple[int, int]]) -> list[Parrafo]:
    return [p for p in (trozo_de(parrafo, a, b) for a, b in tramos) if p]


def _veredictos_separados(parrafos: Sequence[Parrafo]) -> list[Parrafo]:
    """Lines of several verdicts and nothing else as one line each."""
    return [q for p in parrafos for q in (_partes(p, veredictos_juntos(p.texto)) or [p])]


@dataclass(frozen=True, slots=True)
class Cifras:
    """The figures of a cell. ``rotulado``: a printed "Total ..." figure. ``regular``: gaps between them are alike.
    ``blancos``: how many blank paragraphs stand before each."""

    cifras: tuple[Cifra, ...]
    rotulado: Cifra | None
    regular: bool
    blancos: tuple[int, ...]


_HASTA_CIFRA = re.compile(r"\D*")


def cifras(parrafos: Sequence[Parrafo]) -> Cifras:
    """Every figure or word of a cell of figures, in order."""
    lineas = _numeros_separados(list(parrafos))
    leidas: list[Cifra] = []
    rotulado: Cifra | None = None
    huecos: list[int] = []
    for linea in lineas:
        rotulo = _HASTA_CIFRA.match(linea.texto)
        if rotulo and nombra_total(rotulo[0]) and leer_numero(linea.texto[rotulo.end() :]):
            trozo = trozo_de(linea, rotulo.end(), len(linea.texto))
            if trozo:
                rotulado = cifra(trozo)
            continue
        leidas.append(cifra(linea))
        huecos.append(linea.hueco)
    blancos = (0, *(max(h - 1, 0) for h in huecos[1:]))
    return Cifras(tuple(leidas), rotulado, len(set(huecos[1:])) <= 1, blancos)


def cifra(parrafo: Parrafo) -> Cifra:
    """A printed figure or the word in its place, with how surely it was read."""
    texto, origen = blancos(parrafo.texto), parrafo.origen
    certeza: CertezaCifra = "dudosa" if parrafo.estilo == OCR_DUDOSA else "ocr" if parrafo.estilo == OCR else "segura"
    numero = leer_numero(parrafo.texto)
    if numero is None:
        return Cifra(texto=texto, valor=None, decimales=0, signo=None, certeza=certeza, origen=origen)
    if numero.ambiguo:
        certeza = "dudosa"
    return Cifra(texto=texto, valor=numero.valor, decimales=numero.decimales, signo=numero.signo, certeza=certeza, origen=origen)
