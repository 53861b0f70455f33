"""What every reader of Word-like files makes first: a tree of paragraphs and tables, which ``armador`` turns into blocks.

docx, RTF, ODT, HTML and spreadsheets differ in their bytes only; what is the same in all of them is decided here and there
once, so that the same report gives the same data whatever file it comes in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.comun.ajustes import exceso, limites
from extractor.modelo.base import Origen
from extractor.modelo.documento import Parrafo

DIBUJO = "dibujo"
"""``Parrafo.estilo`` of text inside a drawing or a text box: shown on the page, no part of the running text."""
Aviso = tuple[str, str, Origen | None]


@dataclass(slots=True)
class Linea:
    """A paragraph as its file holds it: soft breaks are line ends. ``rotulo``: the number or bullet printed before it
    that is no part of its text. ``dibujos``: what the text boxes anchored in it hold. ``unida``: its text went to the
    paragraph before (the mark between them was deleted); it only keeps its number. ``tachados``: stretches of it that a person
    struck out, which are left out as deleted text is. ``imagenes``: pictures of the size of a table in it."""

    texto: str
    estilo: str | None = None
    rotulo: str = ""
    dibujos: list[Linea | Cuadro] = field(default_factory=list)
    unida: bool = False
    tachados: int = 0
    imagenes: int = 0


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
        return len(self.filas) >= 2 and self.ancho >= 2

    @property
    def ancho(self) -> int:
        """The cells of its widest row."""
        return max((len(f) for f in self.filas), default=0)

    @property
    def lleva_columnas(self) -> bool:
        """Whether it has cells side by side, or a table inside it has."""
        dentro = (n for f in self.filas for c in f for n in c.contenido if isinstance(n, Cuadro))
        return self.ancho >= 2 or any(n.lleva_columnas for n in dentro)

    def enmarca(self, fila: Sequence[Casilla]) -> bool:
        """Whether a row of it only frames what stands in its one cell: a table of data, or, where every row is of one cell,
        even a small table of one row, as a name beside its label."""
        if len(fila) != 1:
            return False
        dentro = [n for n in fila[0].contenido if isinstance(n, Cuadro)]
        return any(n.es_dato or (self.ancho == 1 and n.lleva_columnas) for n in dentro)

    @property
    def es_marco(self) -> bool:
        """Whether it only lays out what stands in its cells: each row of several filled cells has a table of columns in one
        of them, so none is a row of data or of labels."""
        con_tabla = 0
        for fila in self.filas:
            llenas = [c for c in fila if any(isinstance(n, Cuadro) or n.dibujos or n.texto.strip() for n in c.contenido)]
            tiene = any(isinstance(n, Cuadro) and n.ancho >= 2 for c in llenas for n in c.contenido)
            if len(llenas) > 1 and not tiene:
                return False
            con_tabla += tiene and len(llenas) > 1
        return con_tabla > 0


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
