"""Which eight-bit code page a text is in, by what Spanish text can be: accents stand within words, in their case; ordinal signs
after figures; rules drawn with line signs. Windows writes cp1252; programs of DOS cp850; old Macintosh, Mac Roman.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PAGINAS = (("cp1252", "windows-1252"), ("cp850", "cp850"), ("mac_roman", "mac-roman"))
"""Python's name and the one told, the usual one first."""
_ALTOS = re.compile(r"[^\x00-\x7f]")
_MAXIMO = 20_000
"""Characters beyond ASCII that are looked at."""
_MINUSCULAS, _MAYUSCULAS = frozenset("áéíóúñü"), frozenset("ÁÉÍÓÚÑÜ")
_ORDINALES = frozenset("°ºª")
_UNEN = frozenset("’–—·")
"""What may stand between two letters."""
_PUNTUACION = frozenset("“”‘«»…•¿¡€´¨") | _UNEN
_CALLADOS = frozenset("\xa0\xad")
"""A soft hyphen stands anywhere; a hard space, where it cuts no word."""
_ANTES, _DESPUES = re.compile(r"[^\W\d_]*$"), re.compile(r"[^\W\d_]*")
_NO_ACABA = re.compile(r"[b-df-hj-np-tv-xz]|[bcdfgptBCDFGPT][lr]|[cC]h|[lL]l")
_NO_EMPIEZA = frozenset("ns")
_PALABRA = 30
"""Letters of a word that are looked at."""
_VOLADOS = frozenset("¹²³")
_CLARO = 3
"""How many signs for a code page stand against one that speaks for another or against it, so that it is not a guess."""


@dataclass(frozen=True, slots=True)
class Pagina:
    """A code page for a text; ``dudosa``: what speaks for it is hardly more than what speaks against it, or is nothing where
    something speaks for another."""

    nombre: str
    texto: str
    dudosa: bool


def elegir(datos: bytes) -> Pagina:
    """The text of bytes that are no Unicode. What gives no sign is cp1252, and another page is taken only where cp1252 would
    give what no Spanish text has."""
    leidos = [(nombre, datos.decode(python, "replace")) for python, nombre in _PAGINAS]
    signos = [_signos(texto) for _, texto in leidos]
    usual = signos[0]
    indice = 0
    if usual[1]:
        indice = max(range(len(leidos)), key=lambda n: (signos[n][0] - signos[n][1], -n))
    buenos, malos = signos[indice]
    otros = max(b - m for n, (b, m) in enumerate(signos) if n != indice)
    nombre, texto = leidos[indice]
    if indice == 0 and "\ufffd" in texto:
        # the few bytes that cp1252 leaves free
        nombre, texto = "iso-8859-1", datos.decode("latin-1")
    callada = indice == 0 and not buenos and any(b and not m for b, m in signos[1:])
    return Pagina(nombre, texto, callada or (malos > 0 and buenos < _CLARO * max(malos, otros)))


def avisos_de_pagina(datos: bytes, nombre: str) -> list[tuple[str, str, None]]:
    """The notice that the code page called ``nombre``, in which ``datos`` were read, is a guess; none where it is not."""
    if nombre not in {n for _, n in _PAGINAS} or not elegir(datos).dudosa:
        return []
    frase = f"el texto no dice en qué codificación está y se leyó como {nombre}: sus letras con acento pueden ser otras"
    return [("LECTURA_DUDOSA", frase, None)]


def _signos(texto: str) -> tuple[int, int]:
    """How many characters stand as in Spanish text, and how many as they cannot."""
    buenos = malos = 0
    for numero, hallado in enumerate(_ALTOS.finditer(texto)):
        if numero >= _MAXIMO:
            break
        lugar = hallado.start()
        dicho = _cabe(texto[max(0, lugar - 1) : lugar], hallado.group(), texto[lugar + 1 : lugar + 2])
        if hallado.group() == "\xa0" and _corta(texto, lugar):
            dicho = False
        buenos += dicho is True
        malos += dicho is False
    return buenos, malos


def _cabe(antes: str, signo: str, despues: str) -> bool | None:
    """Whether a character may stand between these two; None where that says nothing."""
    junto, entre = antes.isalpha() or despues.isalpha(), antes.isalpha() and despues.isalpha()
    if signo in _CALLADOS:
        return None
    if signo == "á" and (antes.isdigit() or despues.isdigit()):
        return False
    if signo in _MINUSCULAS:
        return not despues.isupper() if junto else None
    if signo in _MAYUSCULAS:
        return not antes.islower() if junto else None
    if signo in _ORDINALES:
        return True if antes.isdigit() or antes in ("N", "n", ".") else False if entre else None
    if "\u2500" <= signo <= "\u259f":
        return True if any("\u2500" <= c <= "\u259f" for c in (antes, despues)) else False if junto else None
    if signo in _PUNTUACION:
        return False if entre and signo not in _UNEN else None
    if signo.isalpha() or signo == "\ufffd":
        return False
    return False if (junto and signo not in _VOLADOS) or (signo == "¦" and antes.isdigit()) else None


def _corta(texto: str, lugar: int) -> bool:
    """Whether the sign at ``lugar``, were it a space, would cut a word: no word ends in a lone small consonant or in what opens a
    syllable, nor is another one "n" or "s". It tells a hard space of Windows from the "á" of DOS, which are one byte."""
    antes, despues = texto[max(0, lugar - _PALABRA) : lugar], _DESPUES.match(texto, lugar + 1, lugar + _PALABRA)
    izquierda, derecha = _ANTES.search(antes), despues.group() if despues else ""
    queda = izquierda.group() if izquierda else ""
    return (bool(_NO_ACABA.fullmatch(queda)) and derecha[:1].islower()) or (queda[-1:].isalpha() and derecha in _NO_EMPIEZA)
