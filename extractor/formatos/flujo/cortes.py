"""Where a row ends and the next one begins, in what stands between the last tab of one and the first tab of the other.

Only the shape decides: where the tabs stand in their lines, which lines are figures, blank lines, numbering, capitals and
how many lines the cells beside hold; never whether figures then add up. Where several cuts are left, the cut says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import ordinal, tiene_vineta
from extractor.formatos.flujo.trozos import Pedazo, Trozo
from extractor.modelo.campos import DE_CIFRAS
from extractor.vocabularios.estados import palabra_sin_valor
from extractor.vocabularios.filas import nombra_total

_DE_PALABRAS_CORTAS = (*DE_CIFRAS, "estado")
_GUIONES = frozenset("-–—_.")


@dataclass(frozen=True, slots=True)
class Corte:
    """How many of the lines are the last cell's. ``seguro``: nothing else fits what is seen."""

    lineas: int
    seguro: bool


@dataclass(frozen=True, slots=True)
class Vecinas:
    """What the cut may look at. ``rol``: the last column's; ``cuentas`` and ``siguientes``: how many lines each cell between
    the first and the last holds, in this row and in the next; ``pesos``: those of the weights; ``ordinal``: the number that
    should open the next row, where rows are numbered; ``banda``: the line that is a wide row above it."""

    rol: str
    cuentas: tuple[int, ...] = ()
    siguientes: tuple[int, ...] = ()
    pesos: int | None = None
    ordinal: int | None = None
    banda: int | None = None


def es_cifra(texto: str) -> bool:
    """A figure, a word or a dash in its place, or a figure with the label of a total."""
    if leer_numero(texto) is not None or set(texto.strip()) <= _GUIONES:
        return True
    return palabra_sin_valor(texto) is not None or _con_rotulo(texto)


def _con_rotulo(texto: str) -> bool:
    rotulo, _, resto = texto.rpartition(" ")
    return nombra_total(rotulo) and leer_numero(resto) is not None


def cortar_entre_filas(trozo: Trozo, vecinas: Vecinas) -> Corte:
    """The cut between two rows."""
    pedazos = trozo.pedazos
    minimo = 0 if trozo.al_margen or not pedazos else 1
    maximo = len(pedazos) if trozo.cierra_al_margen else len(pedazos) - 1
    if maximo < minimo:
        return Corte(max(0, min(minimo, len(pedazos))), False)
    if vecinas.banda is not None and minimo <= vecinas.banda <= maximo:
        return Corte(vecinas.banda, vecinas.banda == 0 or vecinas.rol not in _DE_PALABRAS_CORTAS)
    if vecinas.rol in _DE_PALABRAS_CORTAS:
        return _tras_las_cifras(pedazos, minimo, maximo, vecinas)
    if minimo == maximo:
        return Corte(minimo, True)
    todas = range(minimo, maximo + 1)
    posibles = [n for n in todas if n == len(pedazos) or not pedazos[n].parrafo.texto[:1].islower()]
    if not posibles:
        return Corte(minimo, False)
    if len(posibles) == 1:
        return Corte(posibles[0], True)
    for decide in (_por_ordinal, _por_hueco, _por_cuentas, _por_vinetas):
        hallado = decide(pedazos, posibles, vecinas)
        if hallado is not None:
            return Corte(hallado, True)
    propias = set(vecinas.cuentas)
    parejas = propias.pop() if len(propias) == 1 and not trozo.al_margen else posibles[0]
    return Corte(parejas if parejas in posibles else posibles[0], False)


def cortar_al_final(trozo: Trozo, hasta: int, limite: bool, rol: str) -> Corte:
    """The cut after the last row, among the first ``hasta`` lines: what follows is free text. ``limite``: a title or a
    header comes right after them."""
    pedazos = trozo.pedazos[:hasta]
    if trozo.al_margen and not trozo.seguido:
        return Corte(0, True)
    if rol in DE_CIFRAS:
        cifras = _cifras(pedazos)
        return Corte(cifras, cifras > 0 or not pedazos or trozo.al_margen)
    if not pedazos:
        return Corte(0, True)
    if trozo.al_margen:
        return Corte(0, False)
    hueco = next((n for n, p in enumerate(pedazos) if n and p.hueco), None)
    if hueco is not None:
        return Corte(hueco, True)
    return Corte(hasta, hasta == 1 or limite)


def _cifras(pedazos: Sequence[Pedazo]) -> int:
    """How many of the first lines are figures; a labelled total after a blank line is a sentence below the table."""
    for numero, pedazo in enumerate(pedazos):
        texto = pedazo.parrafo.texto
        if not es_cifra(texto) or (pedazo.hueco and _con_rotulo(texto)):
            return numero
    return len(pedazos)


def _tras_las_cifras(pedazos: Sequence[Pedazo], minimo: int, maximo: int, vecinas: Vecinas) -> Corte:
    """The lines of figures are the last column's. Where the first column may begin with figures too, as many as weights."""
    cifras = _cifras(pedazos)
    pesos = vecinas.pesos
    if minimo <= cifras <= maximo:
        sobra = pedazos[cifras].parrafo.texto if cifras < len(pedazos) else "."
        entera = not sobra[:1].islower() and not sobra.startswith("(") and (pesos is None or cifras <= pesos + 1)
        # a state may go on with what was done, which nothing tells from the next row's first cell
        return Corte(cifras, entera and (vecinas.rol != "estado" or len(pedazos) - cifras <= 1))
    if cifras > maximo:
        return Corte(pesos if pesos is not None and minimo <= pesos <= maximo else maximo, minimo == maximo or pesos == maximo)
    # words where a figure should stand, on the very line of the tab
    return Corte(minimo, False)


def _por_ordinal(pedazos: Sequence[Pedazo], posibles: Sequence[int], vecinas: Vecinas) -> int | None:
    """The only line that opens with the number of the next row."""
    if vecinas.ordinal is None:
        return None
    numeros = [numero_de(p.parrafo.texto) for p in pedazos]
    dichos = [n for n in posibles if n < len(pedazos) and numeros[n] == vecinas.ordinal]
    en_lista = len(dichos) == 1 and dichos[0] > 0 and numeros[dichos[0] - 1] == vecinas.ordinal - 1
    return dichos[0] if len(dichos) == 1 and not en_lista else None


def numero_de(texto: str) -> int | None:
    """The number that opens a row: "3.- Evaluar", or a bare "3"."""
    return int(texto) if texto.isdigit() and len(texto) <= 2 else ordinal(texto)


def _por_hueco(pedazos: Sequence[Pedazo], posibles: Sequence[int], vecinas: Vecinas) -> int | None:
    """The only place with a blank line, where the lines are not parted so by habit."""
    huecos = [n for n in range(1, len(pedazos)) if pedazos[n].hueco]
    return huecos[0] if len(huecos) == 1 and huecos[0] in posibles else None


def _por_cuentas(pedazos: Sequence[Pedazo], posibles: Sequence[int], vecinas: Vecinas) -> int | None:
    """As many lines as every other cell of the row holds, with as many left as every other cell of the next one."""
    propias, ajenas = set(vecinas.cuentas), set(vecinas.siguientes)
    if len(propias) != 1 or len(ajenas) != 1:
        return None
    antes, despues = propias.pop(), len(pedazos) - ajenas.pop()
    return antes if antes == despues and antes in posibles else None


def _por_vinetas(pedazos: Sequence[Pedazo], posibles: Sequence[int], vecinas: Vecinas) -> int | None:
    """Where a list of bullets ends and the only line without one comes after it."""
    con = [tiene_vineta(p.parrafo.texto) for p in pedazos]
    fines = [n for n in posibles if 0 < n < len(con) and con[n - 1] and not con[n]]
    return fines[0] if len(fines) == 1 and all(con[: fines[0]]) else None
