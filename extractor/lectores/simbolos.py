"""Characters of symbol fonts as the ones a person sees: bullets, ticks and boxes of Symbol and Wingdings."""

from __future__ import annotations

import re

_WINGDINGS = {
    0x28: "☎", 0x2A: "✉", 0x6C: "•", 0x6D: "○", 0x6E: "■", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x73: "•", 0x74: "•", 0x75: "•",
    0x76: "•", 0x77: "•", 0x78: "☒", 0x9E: "•", 0x9F: "•", 0xA1: "○", 0xA7: "•", 0xA8: "☐", 0xD8: "•", 0xDF: "←", 0xE0: "→",
    0xE8: "→", 0xF0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "•", 0xA3: "☐"}
_SIMBOLO = {
    0xA3: "≤", 0xA5: "∞", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•",
    0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD7: "·", 0xDE: "⇒", 0xE5: "∑",
}  # fmt: skip
_WEBDINGS = {0x61: "✓", 0x63: "☐", 0x67: "■", 0x6E: "•", 0x72: "✗"}
DESCONOCIDO = "□"
"""What stands for a sign whose font we do not know: the box a viewer shows for a missing glyph."""
_PRIVADOS = re.compile("[\uf020-\uf0ff]")


def simbolo(fuente: str | None, codigo: int) -> str:
    """The sign of ``codigo`` in a symbol font; codes U+F020-U+F0FF stand for 0x20-0xFF.

    >>> simbolo("Wingdings", 0xF0FC), simbolo("Symbol", 0xB7), simbolo("Arial", 0x41)
    ('✓', '•', 'A')
    """
    bajo = codigo & 0xFF if 0xF000 <= codigo <= 0xF0FF else codigo
    nombre = (fuente or "").casefold()
    if "wingdings 2" in nombre:
        tabla = _WINGDINGS_2
    elif "webdings" in nombre:
        tabla = _WEBDINGS
    elif "wingdings" in nombre:
        tabla = _WINGDINGS
    elif "symbol" in nombre or not nombre:
        tabla = _SIMBOLO if "symbol" in nombre else {**_WINGDINGS, **_SIMBOLO}
    else:
        return chr(codigo) if codigo < 0xE000 or codigo > 0xF8FF else DESCONOCIDO
    if bajo in tabla:
        return tabla[bajo]
    # letters, figures and punctuation of Symbol stand where ASCII has them; of Wingdings they are pictures
    return chr(bajo) if 0x20 <= bajo <= 0x3F and "dings" not in nombre else DESCONOCIDO


def sin_privados(texto: str, fuente: str | None = None) -> str:
    """The text with its private-use characters (how Word keeps symbol fonts) as the signs they show; same length."""
    return _PRIVADOS.sub(lambda m: simbolo(fuente, ord(m.group())), texto) if _PRIVADOS.search(texto) else texto


_DE_SIGNOS = re.compile(r"^(?:wingdings(?: [23])?|webdings|symbol)\b", re.IGNORECASE)
_PALABRA = re.compile(r"\S+")


def en_fuente(texto: str, fuente: str | None) -> str:
    """The text as a font shows it; same length. Letters set in a font of signs are signs: one or two of them, or one repeated.
    A longer word there is text whose font was given by mistake, or of a viewer that has no such font, and stays as it is.

    >>> en_fuente("ü", "Wingdings"), en_fuente("· meta", "Symbol"), en_fuente("Cumple", "Wingdings"), en_fuente("ü", "Arial")
    ('✓', '• meta', 'Cumple', 'ü')
    """
    texto = sin_privados(texto, fuente)
    if not fuente or _DE_SIGNOS.match(fuente) is None:
        return texto
    return _PALABRA.sub(lambda m: _signos(m.group(), fuente), texto)


def _signos(palabra: str, fuente: str) -> str:
    if (len(palabra) > 2 and len(set(palabra)) > 1) or any(ord(c) > 0xFF for c in palabra):
        return palabra
    dichos = [simbolo(fuente, 0xF000 + ord(c)) for c in palabra]
    if fuente.casefold().startswith("symbol") or len(palabra) > 1:
        # of several, or in Symbol, whose letters are Greek ones: only what is known
        return palabra if DESCONOCIDO in dichos else "".join(dichos)
    return dichos[0]
