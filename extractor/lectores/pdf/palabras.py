"""How a document writes: which words open its paragraphs, which capitals are names, and how broken words are joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractor.comun.texto import plegar

_PALABRA = re.compile(r"[^\W\d_]+(?:[-/][^\W\d_]+)*")
_VERBO = re.compile(r"(?:ar|er|ir|arse|erse|irse|cion|sion|miento)$")


@dataclass(slots=True)
class Vocabulario:
    """Words seen inside lines of this document, where no line end can have broken them."""

    minusculas: set[str] = field(default_factory=set)
    nombres: set[str] = field(default_factory=set)
    inicios: dict[str, int] = field(default_factory=dict)
    enteras: set[str] = field(default_factory=set)

    def abre(self, palabra: str) -> bool:
        """Whether a paragraph surely opens with this word somewhere."""
        return plegar(palabra) in self.inicios

    def es_nombre(self, palabra: str) -> bool:
        """Whether the word stands with a capital in the middle of a sentence, and never in lower case."""
        plana = plegar(palabra)
        return plana in self.nombres and plana not in self.minusculas

    def en_minuscula(self, palabra: str) -> bool:
        return plegar(palabra) in self.minusculas

    def aprender(self, lineas: Iterable[str]) -> None:
        """Takes in the words of these lines; the first and the last of each may be parts of words."""
        for linea in lineas:
            halladas = list(_PALABRA.finditer(linea))
            for puesto, hallada in enumerate(halladas):
                palabra, plana = hallada.group(), plegar(hallada.group())
                if 0 < puesto < len(halladas) - 1:
                    self.enteras.add(plana)
                if palabra[0].islower():
                    if puesto:
                        self.minusculas.add(plana)
                elif puesto and linea[: hallada.start()].rstrip()[-1:].islower():
                    self.nombres.add(plana)

    def aprender_inicios(self, textos: Iterable[str]) -> None:
        """Takes in texts that surely open a paragraph."""
        for texto in textos:
            palabra = plegar(primera_palabra(texto))
            if palabra:
                self.inicios[palabra] = self.inicios.get(palabra, 0) + 1


def primera_palabra(texto: str) -> str:
    """The first word of a text, empty when it has none."""
    hallada = _PALABRA.search(texto)
    return hallada.group() if hallada else ""


def ultima_palabra(texto: str) -> str:
    """The last word of a text folded, its ordinal sign kept; empty when it ends in punctuation."""
    trozos = plegar(texto).split()
    return trozos[-1] if trozos and trozos[-1][-1:] not in ".;:!?)" else ""


def abre_con_verbo(palabra: str) -> bool:
    """Whether a word is an infinitive or the name of an action: what activities and goals open with."""
    return len(palabra) > 4 and bool(_VERBO.search(plegar(palabra)))


def es_sigla(palabra: str) -> bool:
    return 2 <= len(palabra) <= 8 and palabra.isupper()


def pegar(antes: str, linea: str, lleno: bool, vocabulario: Vocabulario) -> str:
    """A text and the line that goes on with it. A hyphen at the line's end is dropped unless it belongs to the word; a
    word broken for being longer than its cell (``lleno``) is joined without a space."""
    cola, cabeza = _cola(antes), _cabeza(linea)
    if antes.endswith("\u00ad"):
        return antes[:-1] + linea
    if antes.endswith(("-", "\u2010")) and len(antes) > 1 and antes[-2].isalpha() and linea[:1].islower():
        entera = plegar(cola[:-1] + cabeza)
        if entera not in vocabulario.enteras and (
            plegar(cola + cabeza) in vocabulario.enteras or {plegar(cola[:-1]), plegar(cabeza)} <= vocabulario.enteras
        ):
            return antes + linea
        return antes[:-1] + linea
    if lleno and _rota(cola, cabeza, vocabulario):
        return antes + linea
    return f"{antes} {linea}"


def _rota(cola: str, cabeza: str, vocabulario: Vocabulario) -> bool:
    """Whether two stretches are one word that the cell's edge broke."""
    if not (cola[-1:].isalpha() and cabeza[:1].islower()):
        return False
    entera = plegar(cola + cabeza)
    if entera in vocabulario.enteras:
        return True
    return not {plegar(cola), plegar(cabeza)} <= vocabulario.enteras


def _cola(texto: str) -> str:
    return texto.split()[-1] if texto.split() else ""


def _cabeza(texto: str) -> str:
    hallada = _PALABRA.match(texto)
    return hallada.group() if hallada else ""


def vocabulario_de(grupos: Iterable[Sequence[str]]) -> Vocabulario:
    """The vocabulary of the lines of many cells."""
    vocabulario = Vocabulario()
    for grupo in grupos:
        vocabulario.aprender(grupo)
    return vocabulario
