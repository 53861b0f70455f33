"""A printed line of text with its box, and how loose characters become lines.

Coordinates are points from the top left of the page as it is shown. A line knows what the rebuilding of paragraphs asks
of it: where it stands, and how wide its first word, its first letter and a space are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractor.lectores.pdf.letras import HUECO_ESPACIO as _HUECO_ESPACIO
from extractor.lectores.pdf.letras import Letra as Letra
from extractor.lectores.pdf.letras import alineados

Caja = tuple[float, float, float, float]

_HUECO_SEGMENTO = 1.6
"""Gap, in type sizes, from which two stretches of one line belong to different columns."""
_SOLAPE_LINEA = 0.5
_VISTO = "✓"


@dataclass(frozen=True, slots=True)
class Linea:
    """A line of a cell or of the page. ``base``: the foot of its main type, without raised or lowered marks.
    ``primera``: width of its first word; ``espacio`` and ``inicial``: widths of a space in its type and of its first letter.
    ``dx`` moves it to the column or page where its text began, for measuring only. ``huecos``: each space between its words:
    where it stands in the text, where the word before it ends and the one after it begins."""

    texto: str
    pagina: int
    caja: Caja
    base: float
    tamano: float
    primera: float
    espacio: float
    inicial: float
    dx: float = 0.0
    huecos: tuple[tuple[int, float, float], ...] = ()

    @property
    def x0(self) -> float:
        return self.caja[0] + self.dx

    @property
    def x1(self) -> float:
        return self.caja[2] + self.dx


def partir(linea: Linea, sitios: Sequence[int]) -> list[Linea]:
    """A line cut at some of its spaces (their indices in ``huecos``), each part as a line."""
    partes: list[Linea] = []
    desde, x0 = 0, linea.caja[0]
    for sitio in (*sitios, None):
        donde, x1, siguiente = linea.huecos[sitio] if sitio is not None else (len(linea.texto), linea.caja[2], 0.0)
        propios = tuple((n - desde, a, b) for n, a, b in linea.huecos if desde <= n < donde)
        primera = propios[0][1] - x0 if propios else x1 - x0
        caja = (x0, linea.caja[1], x1, linea.caja[3])
        partes.append(replace(linea, texto=linea.texto[desde:donde], caja=caja, primera=primera, huecos=propios))
        desde, x0 = donde + 1, siguiente
    return partes


def unir_cajas(cajas: Sequence[Caja]) -> Caja:
    """The least box that holds all of them, rounded outwards to a tenth of a point.

    Raises ValueError when there is none.
    """
    x0, y0 = min(c[0] for c in cajas), min(c[1] for c in cajas)
    x1, y1 = max(c[2] for c in cajas), max(c[3] for c in cajas)
    return (int(x0 * 10) / 10, int(y0 * 10) / 10, -(int(-x1 * 10) - 1) / 10, -(int(-y1 * 10) - 1) / 10)


def en_lineas(letras: Sequence[Letra], pagina: int, *, partir: bool = False, marcas: frozenset[str] = frozenset()) -> list[Linea]:
    """The lines that these characters print, from top to bottom; ``partir`` cuts them where a wide gap parts columns.

    ``marcas``: the footnotes of the page; their raised numbers are no part of the text. Text turned by a quarter is read
    along its own direction, after the upright one.
    """
    lineas: list[Linea] = []
    for giro in sorted({c.giro for c in letras}):
        propias = [_enderezar(c) for c in letras if c.giro == giro] if giro else [c for c in letras if not c.giro]
        renglones = [_trozos(r, partir=partir) for r in _renglones(propias)]
        for trozos in alineados(renglones) if partir else renglones:
            for trozo in trozos:
                linea = _linea(_sin_marcas(trozo, marcas), pagina)
                if linea is not None:
                    lineas.append(replace(linea, caja=_girar(linea.caja, giro)) if giro else linea)
    return lineas


def _enderezar(letra: Letra) -> Letra:
    if letra.giro == 270:
        return letra._replace(x0=-letra.abajo, arriba=letra.x0, x1=-letra.arriba, abajo=letra.x1)
    return letra._replace(x0=letra.arriba, arriba=-letra.x1, x1=letra.abajo, abajo=-letra.x0)


def _girar(caja: Caja, giro: int) -> Caja:
    x0, y0, x1, y1 = caja
    return (y0, -x1, y1, -x0) if giro == 270 else (-y1, x0, -y0, x1)


def _sin_marcas(letras: list[Letra], marcas: frozenset[str]) -> list[Letra]:
    """Without the raised small numbers that call a footnote of the page."""
    if not marcas:
        return letras
    mayor = max(c.tamano for c in letras)
    pie = max(c.abajo for c in letras if c.tamano > 0.8 * mayor)
    quedan: list[Letra] = []
    grupo: list[Letra] = []
    for letra in [*letras, None]:
        if letra is not None and letra.tamano < 0.8 * mayor and letra.abajo < pie - 0.1 * mayor and letra.texto.isalnum():
            grupo.append(letra)
            continue
        if grupo and "".join(c.texto for c in grupo) not in marcas:
            quedan.extend(grupo)
        grupo = []
        if letra is not None:
            quedan.append(letra)
    return quedan


def juntar_segmentos(lineas: Sequence[Linea]) -> Linea:
    """Stretches of one line, from left to right, as one line."""
    if len(lineas) == 1:
        return lineas[0]
    return replace(lineas[0], texto=" ".join(x.texto for x in lineas), caja=unir_cajas([x.caja for x in lineas]))


def _renglones(letras: Sequence[Letra]) -> list[list[Letra]]:
    """Characters that share a line: big type opens it, raised marks and small type join the line they overlap."""
    renglones: list[list[Letra]] = []
    bordes: list[tuple[float, float]] = []
    visibles = sorted((c for c in letras if not c.texto.isspace()), key=lambda c: (c.abajo, c.x0))
    for letra in visibles:
        mejor, solape = -1, 0.0
        for indice in range(len(renglones) - 1, max(-1, len(renglones) - 4), -1):
            arriba, abajo = bordes[indice]
            comun = min(abajo, letra.abajo) - max(arriba, letra.arriba)
            menor = max(0.1, min(abajo - arriba, letra.abajo - letra.arriba))
            if comun / menor > max(_SOLAPE_LINEA, solape):
                mejor, solape = indice, comun / menor
        if mejor < 0:
            renglones.append([letra])
            bordes.append((letra.arriba, letra.abajo))
            continue
        arriba, abajo = bordes[mejor]
        renglones[mejor].append(letra)
        if letra.abajo - letra.arriba > 1.15 * (abajo - arriba):
            bordes[mejor] = (letra.arriba, letra.abajo)
    orden = sorted(range(len(renglones)), key=lambda i: bordes[i][1])
    return [sorted(renglones[i], key=lambda c: (c.x0, c.x1)) for i in orden]


def _trozos(renglon: list[Letra], *, partir: bool) -> list[list[Letra]]:
    if not partir:
        return [renglon]
    trozos = [[renglon[0]]]
    for previa, letra in pairwise(renglon):
        if letra.x0 - previa.x1 > _HUECO_SEGMENTO * max(letra.tamano, previa.tamano):
            trozos.append([])
        trozos[-1].append(letra)
    return trozos


def _linea(letras: list[Letra], pagina: int) -> Linea | None:
    if not letras:
        return None
    textos: list[str] = []
    previa: Letra | None = None
    primera = 0.0
    espacios: list[float] = []
    huecos: list[tuple[int, float, float]] = []
    for letra in letras:
        if previa is not None:
            if _encima(previa, letra):
                continue
            hueco = letra.x0 - previa.x1
            if hueco > _HUECO_ESPACIO * max(1.0, min(letra.tamano, previa.tamano)):
                if not espacios:
                    primera = previa.x1 - letras[0].x0
                espacios.append(hueco)
                huecos.append((sum(map(len, textos)), previa.x1, letra.x0))
                textos.append(" ")
        textos.append(letra.texto)
        previa = letra
    texto = "".join(textos).strip()
    if texto[:1] == _VISTO and texto[1:].strip():
        # before other text a tick is the bullet of a list
        texto = f"•{texto[1:]}"
    if not texto or previa is None:
        return None
    tamano = Counter(round(c.tamano, 1) for c in letras).most_common(1)[0][0]
    base = Counter(round(c.abajo, 1) for c in letras if round(c.tamano, 1) == tamano).most_common(1)[0][0]
    caja = unir_cajas([(c.x0, c.arriba, c.x1, c.abajo) for c in letras])
    ancho = previa.x1 - letras[0].x0
    return Linea(
        texto=texto,
        pagina=pagina,
        caja=caja,
        base=base,
        tamano=tamano,
        primera=primera if espacios else ancho,
        espacio=min([*espacios, 0.33 * tamano]),
        inicial=letras[0].x1 - letras[0].x0,
        huecos=tuple(huecos),
    )


def _encima(previa: Letra, letra: Letra) -> bool:
    """The same character printed twice a hair apart: false bold."""
    return (
        letra.texto == previa.texto
        and abs(letra.x0 - previa.x0) < 0.15 * max(1.0, letra.tamano)
        and abs(letra.abajo - previa.abajo) < 1.0
    )
