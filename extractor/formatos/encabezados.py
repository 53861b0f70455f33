"""Header rows: which cells name which roles, and how surely.

A header is told by its words, exact or near (rapidfuzz), or by groups of word beginnings; footnote marks are left out.
A cell may hold more than its label: the objectives of the whole table, or a first data cell whose tab was lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import ordinal, palabras, sin_marcas_nota
from extractor.modelo.documento import Celda, Parrafo
from extractor.modelo.patron import RolPatron, TablaPatron
from extractor.vocabularios.columnas import palabras_de_columnas

PARECIDO_MINIMO = 84.0
"""Below this likeness (0-100) two labels are not the same."""
PARECIDO_LARGA, MAS_LARGA = 90.0, 3
"""Likeness from which so many letters more cannot have been matched to the label that stood without them."""
PUNTAJE_CLAVE = 82.0
"""What a match by word beginnings is worth: less than any near spelling."""
_LLENAS_MAXIMO = 60
"""Filled cells of a row from which it cannot be a header: the widest forms have fourteen columns."""
_LARGO_MAXIMO = 140
_PARRAFOS_MAXIMO = 4
_PARENTESIS = re.compile(r"\([^()]*\)")


def _rotulo(texto: str) -> str:
    """A label's words: what stands in brackets only explains them, and a per cent sign says nothing of the role."""
    limpio = sin_marcas_nota(texto)
    plano = palabras(_PARENTESIS.sub(" ", limpio)) or palabras(limpio)
    return " ".join(plano.replace("%", " ").split()) or plano


@dataclass(frozen=True, slots=True)
class Etiqueta:
    """A cell read as a label: its role, its words, and the paragraphs that are not part of it."""

    rol: RolPatron
    puntaje: float
    texto: str
    sobrante: tuple[Parrafo, ...]


@dataclass(frozen=True, slots=True)
class Encabezado:
    """A header row. ``etiquetas`` has None where a column's label says nothing known."""

    tabla: TablaPatron
    etiquetas: tuple[Etiqueta | None, ...]
    puntaje: float


class Rotulos:
    """The labels of one kind of table, ready to compare."""

    def __init__(self, tabla: TablaPatron) -> None:
        comunes = palabras_de_columnas()
        self.tabla = tabla
        self.textos: dict[str, RolPatron] = {}
        self.claves: list[tuple[tuple[str, ...], RolPatron]] = []
        for columna in tabla.columnas:
            for texto in columna.textos:
                self.textos.setdefault(_rotulo(texto), columna.rol)
            for clave in columna.claves:
                self.claves.append((tuple(palabras(clave).split()), columna.rol))
        for columna in tabla.columnas:
            if columna.rol in comunes:
                for texto in comunes[columna.rol].textos:
                    self.textos.setdefault(_rotulo(texto), columna.rol)
                for clave in comunes[columna.rol].claves:
                    self.claves.append((tuple(palabras(clave).split()), columna.rol))
        if "otro" in comunes:
            for texto in comunes["otro"].textos:
                self.textos.setdefault(_rotulo(texto), "otro")
        self._variantes = list(self.textos)
        self._memoria: dict[str, tuple[RolPatron, float] | None] = {}

    def rol(self, plano: str) -> tuple[RolPatron, float] | None:
        """The role that a label's words (``_rotulo``) name and how near they came, or None."""
        if plano not in self._memoria:
            self._memoria[plano] = self._buscar(plano)
        return self._memoria[plano]

    def _buscar(self, plano: str) -> tuple[RolPatron, float] | None:
        from rapidfuzz import fuzz, process

        if not plano or len(plano) > _LARGO_MAXIMO:
            return None
        if plano in self.textos:
            return self.textos[plano], 100.0
        hallado = process.extractOne(plano, self._variantes, scorer=fuzz.ratio, score_cutoff=PARECIDO_MINIMO)
        if hallado and len(plano) > 4:
            return self.textos[hallado[0]], min(99.0, float(hallado[1]))
        trozos = plano.split()
        if len(trozos) > 12:
            return None
        for clave, rol in self.claves:
            if all(any(t.startswith(raiz) for t in trozos) for raiz in clave):
                return rol, PUNTAJE_CLAVE
        return None

    def etiqueta(self, opciones: Sequence[tuple[str, str]], celda: Celda) -> Etiqueta | None:
        """The cell as a label, by the first paragraphs that read best as one. ``opciones``: its ``_opciones``."""
        mejor: Etiqueta | None = None
        largo = 0
        for cuantos, (texto, plano) in enumerate(opciones, start=1):
            hallado = self.rol(plano)
            if hallado is None:
                continue
            # "Ponderación / danada" is a longer label misread, not "Ponderación" and something else
            mas_larga = hallado[1] >= PARECIDO_LARGA and len(plano) - largo >= MAS_LARGA
            if mejor is None or hallado[1] >= mejor.puntaje or mas_larga:
                mejor, largo = Etiqueta(hallado[0], hallado[1], texto, celda.parrafos[cuantos:]), len(plano)
        if mejor is None:
            return None
        return _aclaracion(mejor)


def _opciones(celda: Celda) -> list[tuple[str, str]]:
    """What a cell may say as a label: its first paragraph, its first two and so on, each as it is and in plain words."""
    opciones: list[tuple[str, str]] = []
    for cuantos in range(1, min(_PARRAFOS_MAXIMO, len(celda.parrafos)) + 1):
        texto = " ".join(p.texto for p in celda.parrafos[:cuantos])
        if len(texto) > 2 * _LARGO_MAXIMO:
            break
        opciones.append((texto, _rotulo(texto)))
    return opciones


def _aclaracion(etiqueta: Etiqueta) -> Etiqueta:
    """Paragraphs that only explain the label ("(Cumple, no cumple)") are part of it."""
    texto, sobrante = etiqueta.texto, list(etiqueta.sobrante)
    while sobrante and sobrante[0].hueco <= 1 and ordinal(sobrante[0].texto) is None and len(sobrante[0].texto) <= _LARGO_MAXIMO:
        texto = f"{texto} {sobrante.pop(0).texto}"
    return Etiqueta(etiqueta.rol, etiqueta.puntaje, texto, tuple(sobrante))


def leer_encabezado(celdas: Sequence[Celda], rotulos: Sequence[Rotulos], completo: bool) -> Encabezado | None:
    """The best header that ``celdas`` opens with. ``completo``: all of them are its columns (a marked row); else a
    stream, where the header ends at the first cell that is no label and is not followed by one."""
    llenas = sum(1 for c in celdas if c.parrafos)
    if completo and llenas > _LLENAS_MAXIMO:
        return None
    opciones: dict[int, list[tuple[str, str]]] = {}
    mejor: Encabezado | None = None
    for juego in rotulos:
        etiquetas = _tramo(celdas, opciones, juego, completo)
        if etiquetas is None:
            continue
        presentes = {e.rol for e in etiquetas if e}
        if any(not any(p in presentes for p in exigido.split("|")) for exigido in juego.tabla.requiere):
            continue
        reconocidas = [e for e in etiquetas if e and e.rol != "otro"]
        if len(reconocidas) < min(2, len(juego.tabla.columnas)):
            continue
        if completo and len(reconocidas) * 2 < llenas:
            continue
        puntaje = sum(e.puntaje for e in reconocidas) - 40.0 * sum(e is None for e in etiquetas)
        if mejor is None or puntaje > mejor.puntaje:
            mejor = Encabezado(juego.tabla, tuple(etiquetas), puntaje)
    return mejor


def _tramo(
    celdas: Sequence[Celda], opciones: dict[int, list[tuple[str, str]]], juego: Rotulos, completo: bool
) -> list[Etiqueta | None] | None:
    """The labels that ``celdas`` opens with, or None. ``opciones``: what each cell may say, filled as cells are looked at,
    so that every kind of table reads the same words."""

    def de(indice: int) -> Etiqueta | None:
        if indice not in opciones:
            opciones[indice] = _opciones(celdas[indice])
        return juego.etiqueta(opciones[indice], celdas[indice])

    etiquetas: list[Etiqueta | None] = []
    usados: list[str] = []
    admite = Counter(c.rol for c in juego.tabla.columnas)
    for indice, celda in enumerate(celdas):
        etiqueta = de(indice)
        if not completo and _es_dato(celda, etiqueta, usados, juego):
            break
        if etiqueta and etiqueta.rol != "otro" and usados.count(etiqueta.rol) >= max(1, admite[etiqueta.rol]):
            # the same role twice: a second column of it in a marked row, the first data cell in a stream
            if not completo:
                break
            etiqueta = Etiqueta("otro", etiqueta.puntaje, etiqueta.texto, etiqueta.sobrante)
        if etiqueta is None and not completo:
            siguiente = de(indice + 1) if indice + 1 < len(celdas) else None
            nueva = siguiente is not None and siguiente.rol not in (*usados, "otro") and indice > 0
            if not nueva or len(celda.texto) > 60 or not celda.parrafos:
                break
        if etiqueta:
            usados.append(etiqueta.rol)
        etiquetas.append(etiqueta)
        if not completo and etiqueta and etiqueta.sobrante and indice > 0:
            break
    return etiquetas if (any(etiquetas) and etiquetas[0] is not None) or (completo and any(etiquetas)) else None


def _es_dato(celda: Celda, etiqueta: Etiqueta | None, usados: Sequence[str], juego: Rotulos) -> bool:
    """Whether a cell of a stream already holds data: it opens with a figure; or, once the header is whole, it is read as
    one of the labels of no role ("Nº") though it has more lines, or says the verdict "No"."""
    if celda.parrafos and leer_numero(celda.parrafos[0].texto) is not None:
        return True
    if etiqueta is None or etiqueta.rol != "otro":
        return False
    entero = all(any(p in usados for p in exigido.split("|")) for exigido in juego.tabla.requiere)
    return entero and (len(celda.parrafos) > 1 or celda.texto.strip(" .").lower() == "no")


@lru_cache(maxsize=64)
def rotulos_de(tablas: tuple[TablaPatron, ...]) -> tuple[Rotulos, ...]:
    """The labels of these kinds of table; kept, since a batch asks for the same families again and again."""
    return tuple(Rotulos(tabla) for tabla in tablas)
