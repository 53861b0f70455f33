"""What every reader of Word-like files makes first: a tree of paragraphs and tables, and how the tree becomes blocks.

docx, RTF, ODT, HTML and spreadsheets differ in their bytes only; gaps, places, inner tables and drawings are decided
here once, so that the same report gives the same data whatever file it comes in.

Places. A paragraph of the body has ``parrafo`` (counted over the body's own paragraphs); one of a cell also ``tabla``,
``fila`` and ``columna`` (grid column), its ``parrafo`` counted in reading order, those of inner tables included. Tables
of the body are numbered in order; inner tables that are read on their own come after the last of them. A line whose
printed number is not in the text (automatic numbering) keeps the raw text in ``partes``; a drawing's line has the place
of the paragraph that anchors it, without characters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractor.comun.ajustes import exceso, limites
from extractor.modelo.base import Origen
from extractor.modelo.documento import Bloque, BloqueTabla, Celda, FilaCruda, Parrafo

DIBUJO = "dibujo"
"""``Parrafo.estilo`` of text inside a drawing or a text box: shown on the page, no part of the running text."""
_AVISO_ANIDADA = "hay una tabla dentro de una celda; se leyó como párrafos de esa celda"

Aviso = tuple[str, str, Origen | None]


@dataclass(slots=True)
class Linea:
    """A paragraph as its file holds it: soft breaks are line ends. ``rotulo``: the number or bullet printed before it
    that is no part of its text. ``dibujos``: what the text boxes anchored in it hold. ``unida``: its text went to the
    paragraph before (the mark between them was deleted); it only keeps its number."""

    texto: str
    estilo: str | None = None
    rotulo: str = ""
    dibujos: list[Linea | Cuadro] = field(default_factory=list)
    unida: bool = False


@dataclass(slots=True)
class Casilla:
    """A cell: its first grid column, the columns and rows it spans, and what it holds."""

    columna: int
    ancho: int = 1
    alto: int = 1
    contenido: list[Linea | Cuadro] = field(default_factory=list)


@dataclass(slots=True)
class Cuadro:
    """A table: its rows; cells that only continue a merge are not in them."""

    filas: list[list[Casilla]] = field(default_factory=list)

    @property
    def es_dato(self) -> bool:
        """Whether it has rows and columns, and is not a mere frame around text."""
        return len(self.filas) >= 2 and max((len(f) for f in self.filas), default=0) >= 2


Nodo = Linea | Cuadro


def revisar_hondura(hondura: int) -> None:
    """Raises ErrorLectura(LIMITE_EXCEDIDO) for a part that stands inside more others than are followed."""
    if hondura > limites().profundidad:
        raise exceso("profundidad", "el documento tiene tablas dentro de tablas sin fin")


def mezclar_verticales(filas: Sequence[Sequence[tuple[Casilla, bool]]]) -> list[list[Casilla]]:
    """The rows with the heights of their cells: each cell comes with whether it continues the one above.

    One that continues nothing (its start was lost) is kept as a cell of its own: its text must not vanish.
    """
    hechas: list[list[Casilla]] = []
    abiertas: dict[int, Casilla] = {}
    for fila in filas:
        if not fila:
            # a row taken out by a tracked change: merges go on past it
            hechas.append([])
            continue
        propias: list[Casilla] = []
        siguientes: dict[int, Casilla] = {}
        for casilla, continua in fila:
            arriba = abiertas.get(casilla.columna) if continua else None
            if arriba is not None:
                arriba.alto += 1
                siguientes[casilla.columna] = arriba
            else:
                propias.append(casilla)
                siguientes[casilla.columna] = casilla
        abiertas = siguientes
        hechas.append(propias)
    return hechas


def lineas_de(nodo: Linea, hueco: int, lugar: dict[str, int]) -> tuple[list[Parrafo], int]:
    """The lines of a paragraph (soft breaks part them) and the gap that follows it.

    Two soft breaks in a row show a blank line, so what follows them stands as a new paragraph.
    """
    if not nodo.texto.strip():
        return [], hueco if nodo.unida else hueco + 1
    leidas: list[Parrafo] = []
    desde = 0
    for trozo in nodo.texto.split("\n"):
        texto = trozo.strip()
        if texto:
            inicio = desde + len(trozo) - len(trozo.lstrip())
            origen = Origen(**lugar, inicio=inicio, fin=inicio + len(texto), texto=texto)
            if nodo.rotulo and not leidas and _se_rotula(texto, nodo.rotulo):
                texto = f"{nodo.rotulo} {texto}"
                origen = origen.model_copy(update={"partes": (origen,)})
            leidas.append(Parrafo(texto, origen, hueco, nodo.estilo))
            hueco = 0
        elif leidas:
            hueco += 1
        desde += len(trozo) + 1
    return leidas, 1


def _se_rotula(texto: str, rotulo: str) -> bool:
    """A figure stays a figure: a bullet or number printed before it would make it another one."""
    return any(c.isalpha() for c in texto) and not texto.startswith(rotulo)


class Armador:
    """Turns a tree into blocks, keeping the counters that make an ``Origen``."""

    def __init__(self) -> None:
        self.avisos: list[Aviso] = []
        self._tablas = 0
        self._interiores = 0

    def bloques(self, nodos: Sequence[Nodo]) -> tuple[Bloque, ...]:
        """The blocks of the document's body. Raises ErrorLectura(LIMITE_EXCEDIDO) for tables nested without end."""
        self._interiores = sum(isinstance(n, Cuadro) for n in nodos)
        return tuple(self._cuerpo(nodos))

    def _cuerpo(self, nodos: Sequence[Nodo]) -> Iterator[Bloque]:
        hueco = numero = 0
        for nodo in nodos:
            if isinstance(nodo, Cuadro):
                indice, self._tablas = self._tablas, self._tablas + 1
                yield from self._tabla(nodo, indice, 0)
                hueco = 0
            else:
                lineas, hueco = lineas_de(nodo, hueco, {"parrafo": numero})
                yield from lineas
                yield from self._dibujos(nodo, {"parrafo": numero}, 0)
                numero += 1

    def _interior(self) -> int:
        indice, self._interiores = self._interiores, self._interiores + 1
        return indice

    def _dibujos(self, nodo: Linea, lugar: dict[str, int], hondura: int) -> Iterator[Bloque]:
        for dentro in nodo.dibujos:
            if isinstance(dentro, Cuadro):
                yield from self._tabla(dentro, self._interior(), hondura + 1)
            else:
                yield from _de_dibujo(dentro, lugar)

    def _tabla(self, cuadro: Cuadro, indice: int, hondura: int) -> Iterator[Bloque]:
        revisar_hondura(hondura)
        filas: list[FilaCruda] = []
        for numero, fila in enumerate(cuadro.filas):
            if len(fila) == 1 and any(isinstance(n, Cuadro) and n.es_dato for n in fila[0].contenido):
                # a row of one cell around whole tables only frames them: they are read as if it were not there
                if filas:
                    yield BloqueTabla(indice, tuple(filas), cuadricula=True)
                filas = []
                yield from self._marco(fila[0], {"tabla": indice, "fila": numero, "columna": fila[0].columna}, hondura)
                continue
            celdas = tuple(self._celda(c, {"tabla": indice, "fila": numero, "columna": c.columna}, hondura) for c in fila)
            texto = "\n".join(c.origen.texto for c in celdas)
            filas.append(FilaCruda(celdas, Origen(tabla=indice, fila=numero, texto=texto)))
        if filas:
            yield BloqueTabla(indice, tuple(filas), cuadricula=True)

    def _marco(self, casilla: Casilla, lugar: dict[str, int], hondura: int) -> Iterator[Bloque]:
        hueco = numero = 0
        for nodo in casilla.contenido:
            if isinstance(nodo, Cuadro):
                yield from self._tabla(nodo, self._interior(), hondura + 1)
                hueco = 0
                numero += sum(1 for _ in _planas(nodo, hondura))
            else:
                lineas, hueco = lineas_de(nodo, hueco, {**lugar, "parrafo": numero})
                yield from lineas
                yield from self._dibujos(nodo, {**lugar, "parrafo": numero}, hondura)
                numero += 1

    def _celda(self, casilla: Casilla, lugar: dict[str, int], hondura: int) -> Celda:
        parrafos: list[Parrafo] = []
        crudos: list[str] = []
        hueco = 0
        for numero, (nodo, cercano) in enumerate(_en_celda(casilla, hondura)):
            propio = {**lugar, "parrafo": numero}
            crudos.append(nodo.texto)
            antes = hueco if cercano is None else max(cercano, hueco - 1)
            lineas, hueco = lineas_de(nodo, antes if parrafos else 0, propio)
            parrafos.extend(lineas)
            for dentro in nodo.dibujos:
                for _, linea in _solo_lineas([dentro], hondura):
                    parrafos.extend(_de_dibujo(linea, propio))
        if any(isinstance(n, Cuadro) and n.es_dato for n in casilla.contenido):
            self.avisos.append(("LECTURA_DUDOSA", _AVISO_ANIDADA, Origen(**lugar, texto="")))
        if not parrafos:
            parrafos = list(_solo_rotulo(casilla, lugar))
        origen = Origen(**lugar, texto="\n".join(crudos))
        return Celda(tuple(parrafos), origen, casilla.columna, casilla.ancho, casilla.alto)


def _en_celda(casilla: Casilla, hondura: int) -> Iterator[tuple[Linea, int | None]]:
    """The paragraphs of a cell, those of inner tables too. With these the gap: 1 opens an inner cell, 0 goes on in it;
    None leaves it to the paragraphs themselves."""
    for nodo in casilla.contenido:
        if isinstance(nodo, Linea):
            yield nodo, None
        else:
            yield from ((linea, hueco) for hueco, linea in _planas(nodo, hondura))


def _planas(cuadro: Cuadro, hondura: int) -> Iterator[tuple[int, Linea]]:
    revisar_hondura(hondura)
    for fila in cuadro.filas:
        for casilla in fila:
            primera = True
            for _, linea in _solo_lineas(casilla.contenido, hondura):
                yield (1 if primera else 0), linea
                primera = primera and not linea.texto.strip()


def _solo_lineas(nodos: Sequence[Nodo], hondura: int) -> Iterator[tuple[int, Linea]]:
    for nodo in nodos:
        if isinstance(nodo, Linea):
            yield 1, nodo
        else:
            yield from _planas(nodo, hondura + 1)


def _solo_rotulo(casilla: Casilla, lugar: dict[str, int]) -> Iterator[Parrafo]:
    """The printed number of a cell that holds nothing else, as a numbered first column."""
    for numero, nodo in enumerate(casilla.contenido):
        if isinstance(nodo, Linea) and any(c.isalnum() for c in nodo.rotulo):
            yield Parrafo(nodo.rotulo, Origen(**lugar, parrafo=numero, inicio=0, fin=0, texto=""), 0, nodo.estilo)
            return


def _de_dibujo(nodo: Linea, lugar: dict[str, int]) -> Iterator[Parrafo]:
    """The lines of a drawing, told apart by their style; drawings inside it are read with it."""
    hueco = 1
    for trozo in nodo.texto.split("\n"):
        if trozo.strip():
            yield Parrafo(trozo.strip(), Origen(**lugar, texto=trozo.strip()), hueco, DIBUJO)
            hueco = 0
    for dentro in nodo.dibujos:
        for _, linea in _solo_lineas([dentro], 0):
            yield from _de_dibujo(linea, lugar)
