"""Numbered sections of a guide: headings told by a numbering that goes on, in the style the document keeps.

A heading is short and its number follows the one before it: the next sibling, the first child, or the next of an
ancestor. Numbers in another style ("1.- ") make their own run; list items never fit the main one. What a drawing
spilled into the text (a line that opens with a space and a capital, or the body of a section that is a drawing) is
left out and counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extractor.comun.texto import plegar, tiene_vineta
from extractor.formatos.lineas_de_nota import es_nota
from extractor.formatos.piezas import DIBUJO, Pieza
from extractor.formatos.secciones.patron import seccion_de
from extractor.modelo.crudo import NotaReconocida, SeccionCruda
from extractor.modelo.documento import Parrafo
from extractor.modelo.patron import SeccionPatron
from extractor.vocabularios.textos import palabras_de

_NUMERO = re.compile(r"^(?P<numero>\d{1,2}(?:\.\d{1,2})*)(?P<estilo>\.?-|\.|\)|)(?:\s+|$)(?P<titulo>.*)$")
_ANEXO = re.compile(
    r"^(?P<marca>anexos?\s+(?:n\s?[°oa]?\.?\s?)?(?P<numero>\d{1,2}|[ivx]{1,4}|[a-f]))\b[\s.:\-–]*(?P<titulo>.*)$", re.IGNORECASE
)
_ANEXO_SIN_NUMERO = re.compile(r"^anexos?(?:\s*(?::|\.-?|[\-–—])\s*\S.*)?$", re.IGNORECASE)
_SIN_FIGURA = re.compile(r"^(?:(?P<numero>[IVX]{1,5}|[A-Za-z])\s*(?:\.-|[.)\-–])\s*)?(?P<titulo>.+)$")
_LARGO_TITULO = 90


@dataclass
class Numeradas:
    """The sections found, the notes, and how many paragraphs of spilled drawings were left out."""

    secciones: list[SeccionCruda] = field(default_factory=list)
    notas: list[NotaReconocida] = field(default_factory=list)
    derramadas: int = 0


def leer_numeradas(piezas: list[Pieza], patrones: tuple[SeccionPatron, ...]) -> Numeradas:
    """The numbered sections of the document's free lines, in order."""
    lineas = [(p, pieza.clase == "linea") for pieza in piezas for p in pieza.parrafos]
    principal = _estilo_principal([p for p, _ in lineas])
    lectura = _Lectura(principal or "", patrones, sin_numeros=principal is None)
    for parrafo, suelta in lineas:
        lectura.tomar(parrafo, suelta)
    return lectura.hallado


def abre_anexo(texto: str) -> bool:
    """Whether a line is the heading of an annex ("Anexo 1. Participantes").

    >>> abre_anexo("ANEXO N° 2: Actas"), abre_anexo("Anexo: Actas"), abre_anexo("Anexo 1 trae las actas que se firmaron.")
    (True, True, False)
    """
    rotulado = _ANEXO.match(texto) or _ANEXO_SIN_NUMERO.match(texto)
    return rotulado is not None and len(texto) <= _LARGO_TITULO and texto.rstrip()[-1] not in ".;,:"


def _estilo_principal(lineas: list[Parrafo]) -> str | None:
    """The style whose top-level numbers go furthest in order; None when no heading is numbered after another."""
    alcance: dict[str, int] = {}
    for parrafo in lineas:
        hallado = _NUMERO.match(parrafo.texto)
        if hallado and "." not in hallado["numero"] and _es_titulo(hallado["titulo"]):
            estilo = hallado["estilo"]
            if int(hallado["numero"]) == alcance.get(estilo, 0) + 1:
                alcance[estilo] = int(hallado["numero"])
    return max(sorted(alcance), key=lambda e: alcance[e]) if max(alcance.values(), default=0) > 1 else None


def _es_titulo(texto: str) -> bool:
    """A heading's words: short, opening with a capital, ending like no sentence."""
    if not texto or len(texto) > _LARGO_TITULO:
        return False
    return texto[0].isupper() and texto.rstrip()[-1] not in ";,:" and texto.count(". ") == 0


class _Lectura:
    def __init__(self, principal: str, patrones: tuple[SeccionPatron, ...], sin_numeros: bool) -> None:
        self.principal = principal
        self.sin_numeros = sin_numeros
        self.patrones = patrones
        self.hallado = Numeradas()
        self.ultimo: tuple[int, ...] = ()
        self.otro = 0
        self.derrame = False

    def tomar(self, parrafo: Parrafo, suelta: bool) -> None:
        """The next line: a heading, a note, spilled drawing text, or text of the open section. ``suelta``: it stands
        in no cell, so a space that opens it means something."""
        if parrafo.estilo == DIBUJO:
            self.hallado.derramadas += 1
            return
        titulada = self._conocida(parrafo) if self.sin_numeros else self._titulo(parrafo)
        if titulada or self._anexo(parrafo) or self._introductorio(parrafo):
            self.derrame = False
            return
        nota = es_nota(parrafo.texto)
        if nota and nota[0] == "\ufffd":
            self.hallado.notas.append(NotaReconocida(None, nota[0], nota[1], parrafo.origen))
            self.derrame = True
            return
        if not self.hallado.secciones:
            return
        abierta = self.hallado.secciones[-1]
        if (abierta.patron and abierta.patron.dibujo) or (suelta and _abre_dibujo(parrafo)):
            self.derrame = True
        if self.derrame:
            self.hallado.derramadas += 1
            return
        self.hallado.secciones[-1] = replace(abierta, parrafos=(*abierta.parrafos, parrafo))

    def _titulo(self, parrafo: Parrafo) -> bool:
        hallado = _NUMERO.match(parrafo.texto)
        if hallado is None or tiene_vineta(parrafo.texto):
            return False
        partes = tuple(int(p) for p in hallado["numero"].split("."))
        titulo = hallado["titulo"].strip()
        vacio = not titulo and len(partes) > 1
        if not vacio and not _es_titulo(titulo.rstrip(".:")):
            return False
        if len(partes) == 1 and hallado["estilo"] != self.principal:
            return self._otra_serie(hallado["numero"], titulo, parrafo) if hallado["estilo"] == ".-" else False
        if not self._sigue(partes):
            return False
        self.ultimo = partes
        padre = self._padre(".".join(map(str, partes[:-1])) if len(partes) > 1 else None)
        self._abrir(hallado["numero"], titulo.rstrip(":"), padre, parrafo)
        return True

    def _sigue(self, partes: tuple[int, ...]) -> bool:
        """Whether a number may come next: first child, next sibling, or next of an ancestor."""
        if not self.ultimo:
            return partes == (1,)
        if partes == (*self.ultimo, 1):
            return True
        return any(partes == (*self.ultimo[:i], self.ultimo[i] + 1) for i in range(len(self.ultimo)))

    def _otra_serie(self, numero: str, titulo: str, parrafo: Parrafo) -> bool:
        """Numbers in a second style count only ahead of the main run, as parts of the introduction."""
        if self.ultimo or int(numero) != self.otro + 1:
            return False
        self.otro = int(numero)
        padre = next((s.id for s in self.hallado.secciones if s.numero is None), None)
        self._abrir(numero, titulo.rstrip("."), padre, parrafo)
        return True

    def _anexo(self, parrafo: Parrafo) -> bool:
        hallado = _ANEXO.match(parrafo.texto)
        if hallado is None or len(parrafo.texto) > _LARGO_TITULO or plegar(parrafo.texto).startswith("ver "):
            return False
        titulo = hallado["titulo"].strip(" .")
        numero = f"Anexo {hallado['numero']}"
        repetido = next((i for i, s in enumerate(self.hallado.secciones) if s.numero == numero), None)
        if repetido is not None:
            # first listed in the section of annexes, then the annex itself: the later one holds the text
            vieja = self.hallado.secciones.pop(repetido)
            self.hallado.secciones.append(replace(vieja, origen=parrafo.origen, titulo=titulo or vieja.titulo))
        else:
            contenedor = self.hallado.secciones[-1] if self.hallado.secciones else None
            padre = contenedor.padre if contenedor and (contenedor.numero or "").startswith("Anexo") else None
            if contenedor and plegar(contenedor.titulo).startswith("anexo") and contenedor.numero and contenedor.numero.isdigit():
                padre = contenedor.id
            self._abrir(numero, titulo, padre, parrafo)
        return True

    def _conocida(self, parrafo: Parrafo) -> bool:
        """In a guide whose headings bear no figures: a line that is the title of a section of the family, with a Roman
        number or a letter before it, or with nothing."""
        hallado = _SIN_FIGURA.match(parrafo.texto)
        titulo = hallado["titulo"].strip(" .:") if hallado else ""
        if not _es_titulo(titulo) or seccion_de(titulo, self.patrones) is None:
            return False
        self._abrir(hallado["numero"] if hallado else None, titulo, None, parrafo)
        return True

    def _introductorio(self, parrafo: Parrafo) -> bool:
        if self.ultimo or plegar(parrafo.texto).rstrip(".:") not in palabras_de("introductorios"):
            return False
        self._abrir(None, parrafo.texto, None, parrafo)
        return True

    def _padre(self, numero: str | None) -> str | None:
        if numero is None:
            return None
        return next((s.id for s in reversed(self.hallado.secciones) if s.numero == numero), None)

    def _abrir(self, numero: str | None, titulo: str, padre: str | None, parrafo: Parrafo) -> None:
        identidad = f"s{len(self.hallado.secciones) + 1:03d}"
        patron = seccion_de(titulo, self.patrones)
        self.hallado.secciones.append(
            SeccionCruda(identidad, "seccion", padre, numero, titulo, parrafo.origen, None, (), {}, patron)
        )


def _abre_dibujo(parrafo: Parrafo) -> bool:
    """Text of a drawing opens its line with a space and a capital or a question mark (text of Word origin)."""
    inicio = parrafo.origen.inicio
    return inicio == 1 and (parrafo.texto[0].isupper() or parrafo.texto[0] in "¿·")
