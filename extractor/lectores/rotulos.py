"""How automatic numbers and bullets are printed, whatever format declares them."""

from __future__ import annotations

VINETA = "•"
_TEXTUALES = {"-", "–", "—", "*", "+", "·", "•", "▪", "◦", "●", ">", "»"}
_ROMANOS = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
            (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_MAXIMO_ROMANO = 4000


def formatear(numero: int, formato: str) -> str:
    """A counter as its numbering prints it; names of formats as in WordprocessingML.

    >>> formatear(3, "upperRoman"), formatear(28, "lowerLetter"), formatear(7, "decimalZero")
    ('III', 'bb', '07')
    """
    if formato in ("lowerLetter", "upperLetter") and numero > 0:
        # Word repeats the letter after z: aa, bb, cc
        letra = chr(ord("a") + (numero - 1) % 26) * min((numero - 1) // 26 + 1, 20)
        return letra.upper() if formato == "upperLetter" else letra
    if formato in ("lowerRoman", "upperRoman") and 0 < numero < _MAXIMO_ROMANO:
        resto, texto = numero, ""
        for valor, signo in _ROMANOS:
            veces, resto = divmod(resto, valor)
            texto += signo * veces
        return texto if formato == "upperRoman" else texto.lower()
    if formato == "decimalZero":
        return f"{numero:02d}"
    if formato == "ordinal":
        return f"{numero}º"
    if formato == "none":
        return ""
    return str(numero)


def vineta(texto: str) -> str:
    """The bullet a list prints: dashes as they are, every other sign (often of a symbol font) as one round bullet.

    >>> vineta("-"), vineta("o"), vineta("\\uf0b7")
    ('-', '•', '•')
    """
    limpio = texto.strip()
    return limpio if limpio in _TEXTUALES else VINETA
