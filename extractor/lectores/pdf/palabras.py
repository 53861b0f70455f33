"""How a document writes: which words open its paragraphs, which capitals are names, and how broken words are joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractor.comun.texto import plegar

_PALABRA = re.compile(r"[^\W\d_]+(?:[-/][^\W\d_]+)*")
_INFINITIVO = re.compile(r"(?:ar|er|ir|arse|erse|irse)$")
_ACCION = re.compile(r"(?:cion|sion|miento)$")
_SUELTAS = {
    *("a", "al", "ante", "bajo", "cada", "con", "cual", "de", "del", "desde", "el", "en", "entre", "hay", "la", "las"),
    *("lo", "los", "ni", "no", "o", "para", "pero", "por", "que", "se", "si", "sin", "sobre", "su", "sus"),
    *("tras", "u", "un", "una", "unas", "uno", "unos", "y", "ya", "como"),
}
"""Short words that stand by themselves; other heads of four letters or less after a full cell are ends of words."""
_COLAS = re.compile(
    r"^(?:mente|d?i?mientos?|[ct]?iones|[stz]?[aiu]?ciones|[tz]?a?[cs]ion|dades|dor[ae]s|der[oa]s?|tiv[ao]s|[td][ia]d[oa]s?|[aist]?[aib]bles?|(?!nac)[a-z]{1,2}aci(?:on|ones)|cional(?:es)?|r?[it]?edad(?:es)?|ilidad(?:es)?)$"
)
"""Heads that are only the tail of a word."""
_FINAL_CABAL = re.compile(r"(?:ci[oó]n|si[oó]n|dad|[aeo]s|or[ea]?s?|[aei]r|mente|[aiu][dt][oa]|ic[oa]|iv[oa]|nt[eo]|al)$")
"""How whole words end, before a head that is not known."""
_FINAL_IMPOSIBLE = re.compile(r"(?:[bcfghjkmpqtvwñiuí]|[bcdfghjklmnpqrstvwxz]{2}|cion|sion)$")
"""How no whole word of more than four letters ends in Spanish (an accent is kept here)."""
_INICIO_IMPOSIBLE = re.compile(r"^(?![bcdfgkpt][lr]|ch|ll|ps)[bcdfghjklmnpqrstvwxz]{2}")


@dataclass(slots=True)
class Vocabulario:
    """Words seen inside lines of this document, where no line end can have broken them.

    ``minusculas`` in lower case, ``nombres`` with a capital in mid sentence and ``pares`` with the word before, ``enteras``
    all; ``inicios`` open paragraphs and ``cerrados`` are whole paragraphs of one line. All folded.
    """

    minusculas: set[str] = field(default_factory=set)
    nombres: set[str] = field(default_factory=set)
    inicios: dict[str, int] = field(default_factory=dict)
    enteras: set[str] = field(default_factory=set)
    pares: set[tuple[str, str]] = field(default_factory=set)
    cerrados: set[str] = field(default_factory=set)

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
                ultima = puesto == len(halladas) - 1
                primera = puesto == 0 and not (palabra[0].isupper() or hallada.start() > 0)
                cerrada = linea[hallada.end() : hallada.end() + 1] in (".", ";", ":")
                if len(halladas) > 1 and not primera and (not ultima or cerrada):
                    self.enteras.add(plana)
                if palabra[0].islower():
                    if puesto:
                        self.minusculas.add(plana)
                elif puesto and linea[: hallada.start()].rstrip()[-1:].islower():
                    self.nombres.add(plana)
                    self.pares.add((plegar(halladas[puesto - 1].group()), plana))

    def es_par(self, linea: str, palabra: str) -> bool:
        """Whether the last word of a line and this capitalised one stand together inside a line ("Direcciones Regionales")."""
        return (ultima_palabra(linea), plegar(palabra)) in self.pares

    def es_entero(self, linea: str) -> bool:
        """Whether the line is, somewhere else, a whole paragraph ("Cumplido")."""
        return plegar(linea) in self.cerrados

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


def es_infinitivo(palabra: str) -> bool:
    """Whether a word looks like an infinitive, what activities and goals mostly open with."""
    return len(palabra) > 4 and bool(_INFINITIVO.search(plegar(palabra)))


def es_accion(palabra: str) -> bool:
    """Whether a word looks like the name of an action ("Elaboración")."""
    return len(palabra) > 5 and bool(_ACCION.search(plegar(palabra)))


def es_sigla(palabra: str) -> bool:
    return 2 <= len(palabra) <= 8 and palabra.isupper()


def pegar(antes: str, linea: str, vocabulario: Vocabulario, *, lleno: bool, final: bool, estrecha: bool = False) -> str:
    """A text and the line that goes on with it. A hyphen at the line's end is dropped unless it belongs to the word; a
    word broken for being longer than its cell (``lleno``) is joined without a space. ``final``: no line follows."""
    if linea[:1] in ".,;:%)" and antes[-1:].isalnum() and lleno:
        return antes + linea
    cola, cabeza = _cola(antes), _cabeza(linea)
    if antes.endswith("/") and antes[-2:-1].isalpha() and linea[:1].isalpha():
        return antes + linea
    if antes.endswith("\u00ad"):
        return antes[:-1] + linea
    if antes.endswith(("-", "\u2010")) and len(antes) > 1 and antes[-2].isalpha() and linea[:1].islower():
        entera = plegar(cola[:-1] + cabeza)
        if entera not in vocabulario.enteras and (
            plegar(cola + cabeza) in vocabulario.enteras or {plegar(cola[:-1]), plegar(cabeza)} <= vocabulario.enteras
        ):
            return antes + linea
        return antes[:-1] + linea
    if lleno and _rota(cola, linea, vocabulario, final=final, estrecha=estrecha):
        return antes + linea
    return f"{antes} {linea}"


def _rota(cola: str, linea: str, vocabulario: Vocabulario, *, final: bool, estrecha: bool) -> bool:
    """Whether the end of a full line and the start of the next are one word that the cell's edge broke: by the words of
    the document, else by how Spanish words start and end. ``final``: nothing follows ``linea``;
    ``estrecha``: the column has room for few letters, so that most long words are broken in it."""
    cabeza = _cabeza(linea)
    if cola.isupper() and cabeza.isupper():
        return plegar(cola + cabeza) in vocabulario.enteras
    if not (cola[-1:].isalpha() and cabeza[:1].islower()):
        return False
    plana, resto = plegar(cabeza), linea[len(cabeza) :]
    if plegar(cola + cabeza) in vocabulario.enteras or (len(cola) > 4 and _FINAL_IMPOSIBLE.search(cola.lower())):
        return True
    if plana in _SUELTAS:
        # a preposition is followed by a word of its own, never by a stop, the end or another preposition
        if plana in ("a", "o") and (resto[:1] in (".", ",", ";", ":", ")") or (final and not resto.strip())):
            return True
        return plana in ("a", "o") and plegar(primera_palabra(resto)) in ("de", "del", "en", "para", "por", "con", "y")
    if len(plana) > 2 and (plana in vocabulario.enteras or plana in vocabulario.minusculas):
        return False
    if len(plana) <= 4 or _COLAS.match(plana) or _INICIO_IMPOSIBLE.match(plana):
        return True
    if estrecha:
        return plegar(cola) not in vocabulario.enteras and not _FINAL_CABAL.search(plegar(cola)) and plegar(cola)[-1] not in "ao"
    return len(plana) == 5 and plegar(cola) not in vocabulario.enteras and not _FINAL_CABAL.search(plegar(cola))


def es_cola(texto: str) -> bool:
    """Whether a text opens with what can only be the tail of a word."""
    plana = plegar(_cabeza(texto))
    return bool(plana) and bool(_COLAS.match(plana) or _INICIO_IMPOSIBLE.match(plana))


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
