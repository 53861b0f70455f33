"""Sentences of findings as people read them: decimal commas in what was computed, quotations of the document as printed."""

from __future__ import annotations

import re

from extractor.comun.texto import blancos, corto

_CIFRA = r"-?\d+\.\d+"
_DECIMAL = re.compile(rf"(?<![\w.,]){_CIFRA}(?![\w.,]*\d)")
_NUMERADAS = (
    r"secci[oó]n(?:es)?|notas?|actividad(?:es)?|objetivos?|anexos?|cap[ií]tulos?|puntos?|numeral(?:es)?|letras?|versi[oó]n|N[°º]"
)
_PARTES = re.compile(
    rf"(?P<cambio>«{_CIFRA}» en vez de «{_CIFRA}»|«{_CIFRA}» en vez de|en vez de «{_CIFRA}»)"
    r"|(?P<cita>«[^»]*»)"
    rf"|(?P<numeral>(?i:\b(?:{_NUMERADAS})\s+)[\w.]*\d(?:(?:,| y| e| a| o)\s+\d+(?:\.\d+)+)*)"
    rf"|(?P<cifra>{_DECIMAL.pattern})"
)


def limpio(texto: str, largo: int | None = None) -> str:
    """On one line and without control characters: a document must not be able to drive the reader's terminal. ``largo``: cut
    there, with an ellipsis."""
    plano = blancos("".join(c if c.isprintable() or c.isspace() else "?" for c in texto))
    return plano if largo is None else corto(plano, largo)


def con_coma(valor: str | None) -> str | None:
    """A computed figure as Chileans write it; what is no figure is left as it is.

    >>> con_coma("-37.5"), con_coma("NO CUMPLE"), con_coma(None)
    ('-37,5', 'NO CUMPLE', None)
    """
    if valor is None or not _DECIMAL.fullmatch(valor):
        return valor
    return valor.replace(".", ",")


def en_castellano(texto: str) -> str:
    """A sentence of ours whose figures take a comma and which begins with a capital. What the document prints stays as
    printed; the number of a section is no figure; a correction («50» en vez de «37.5») cites values, not the document.

    >>> en_castellano("dice «83.5» y corresponde 83.5 (sección 1.2)")
    'Dice «83.5» y corresponde 83,5 (sección 1.2)'
    >>> en_castellano("Ponderación ganada «2.5» en vez de «4.5»")
    'Ponderación ganada «2,5» en vez de «4,5»'
    """
    dicho = con_comas(texto)
    return dicho[:1].upper() + dicho[1:]


def con_comas(texto: str) -> str:
    """The same without the capital, for a formula or what goes inside a sentence."""
    return _PARTES.sub(lambda m: m[0].replace(".", ",") if m["cifra"] or m["cambio"] else m[0], texto)


_ACENTOS = {
    "desempeno": "desempeño", "ganada": "ponderación ganada", "identicas": "idénticas", "limite": "límite", "numero": "número",
    "pagina": "página", "ponderacion": "ponderación", "region": "región", "seccion": "sección", "vacia": "vacía",
    "version": "versión",
}  # fmt: skip


def codigo_en_palabras(codigo: str) -> str:
    """A finding code for who does not know the codes.

    >>> codigo_en_palabras("TOTAL_GANADA_NO_CUADRA")
    'Total ponderación ganada no cuadra'
    """
    dicho = " ".join(_ACENTOS.get(palabra, palabra) for palabra in codigo.lower().split("_"))
    return dicho[:1].upper() + dicho[1:]


RESULTADOS = {
    "CUADRA": ("✓", "cuadra"),
    "CUADRA_POR_REDONDEO": ("≈", "cuadra por redondeo"),
    "NO_CUADRA": ("≠", "no cuadra"),
    "NO_VERIFICABLE": ("?", "no se puede verificar"),
}

CAMPOS = {
    "ponderacion": "ponderación",
    "ponderacion_ganada": "ponderación ganada",
    "total_ponderacion": "total de ponderaciones",
    "total_ganada": "total de ponderación ganada",
    "ponderacion_declarada": "ponderación declarada",
    "desempeno_region": "desempeño de la región",
    "desempeno_servicio": "desempeño del servicio",
    "estado": "cumple o no cumple",
}


def campo_en_palabras(campo: str) -> str:
    return CAMPOS.get(campo, campo.replace("_", " "))


def tabla_en_palabras(tabla: str) -> str:
    """How people are told a table's id, by its number in the document.

    >>> tabla_en_palabras("t07"), tabla_en_palabras("s1.2")
    ('7', 's1.2')
    """
    hallada = re.fullmatch(r"t0*(\d+)", tabla)
    return hallada[1] if hallada is not None else tabla
