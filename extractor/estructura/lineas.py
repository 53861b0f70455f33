"""The lines of a cell, parted where several items stand in one: at bullets, or at numbers and letters that go on one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.comun.texto import ordinal, tiene_vineta
from extractor.modelo.documento import Parrafo

_ORDINAL_INTERNO = re.compile(r"(?<=[.;:,a-záéíóúñ)]\s)(\d{1,2})(?:\s?\.\s?-|[.)])\s*(?=[A-ZÁÉÍÓÚÑ])")
_LETRA_INTERNA = re.compile(r"(?<=\s)([a-zA-Z])\)\s*(?=[A-ZÁÉÍÓÚÑ])")
_VINETA_INTERNA = re.compile(r"(?<=[.;:,a-záéíóúñ\-])\s+(?=[-–_•·▪]\s?[A-ZÁÉÍÓÚÑ])")
_TRAS_SIGLA = re.compile(
    r"(?:(?<=[A-ZÁÉÍÓÚÑ]{2})|(?<=[)%»”\"])|(?<=\d{3}))\s+(?=[-–•·▪]\s[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+[aeií]r(?:se|l[aeo]s?)?\b)"
)
"""After an acronym, a year or a closing mark a dash may as well join two names: it opens an item before a capital infinitive."""


_NIVELES = re.compile(r"^\s*+((?:\d{1,2}\.)+)(\d{1,2})(?:\s*+(?:\.\s?-|[.)°\-–])\s*+|\s++)(?=[^\W\d_])")
_ACTIVIDAD = re.compile(r"^\s*(?:actividad|acci[oó]n|tarea|act\.)\s*(?:n\s?[°ºo]\.?\s*)?(\d{1,2})\s*[:.)\-–]", re.IGNORECASE)


def numero_de_item(texto: str) -> int | None:
    """The number that opens an item: "3.- ", the last of "1.2 Abrir", that of "Actividad 2: Abrir"; else None.

    >>> numero_de_item("3) Abrir"), numero_de_item("1.2 Abrir"), numero_de_item("Actividad 2: Abrir"), numero_de_item("1.5%")
    (3, 2, 2, None)
    """
    propio = ordinal(texto)
    hallado = _NIVELES.match(texto) if propio is None else None
    if hallado is not None:
        return int(hallado[2])
    rotulado = _ACTIVIDAD.match(texto)
    return propio if rotulado is None else int(rotulado[1])


def lineas_de(parrafos: Sequence[Parrafo]) -> list[Parrafo]:
    """The cell's lines, with those that hold several bullets parted at them."""
    lineas: list[Parrafo] = []
    for parrafo in parrafos:
        cortes = _vinetas_internas(parrafo.texto) or _ordinales_internos(parrafo.texto)
        if not cortes:
            lineas.append(parrafo)
            continue
        for desde, hasta in zip([0, *cortes], [*cortes, len(parrafo.texto)], strict=True):
            trozo = trozo_de(parrafo, desde, hasta)
            if trozo:
                lineas.append(trozo)
    return lineas


def _vinetas_internas(texto: str) -> list[int]:
    """Where the items after the first open in a line that holds several bullets, the line breaks between them lost."""
    seguros = [m.end() for m in _VINETA_INTERNA.finditer(texto)]
    if not seguros and not tiene_vineta(texto):
        return []
    return sorted({*seguros, *(m.end() for m in _TRAS_SIGLA.finditer(texto))})


def _ordinales_internos(texto: str) -> list[int]:
    """Where the items after the first open in a line that numbers them from one ("1. Convenir. 2. Habilitar.") or letters
    them from a), the line breaks between them lost; none unless they go on one by one."""
    cortes: list[int] = []
    if texto.lstrip()[:2].lower() == "a)":
        for hallado in _LETRA_INTERNA.finditer(texto):
            if ord(hallado[1].lower()) == ord("a") + len(cortes) + 1:
                cortes.append(hallado.start())
        return cortes
    if ordinal(texto) != 1:
        return []
    for hallado in _ORDINAL_INTERNO.finditer(texto):
        if int(hallado[1]) == len(cortes) + 2:
            cortes.append(hallado.start())
    return cortes


def trozo_de(parrafo: Parrafo, desde: int, hasta: int) -> Parrafo | None:
    """Part of a paragraph, with its own place; None when it is blank."""
    crudo = parrafo.texto[desde:hasta]
    texto = crudo.strip()
    if not texto:
        return None
    inicio = desde + len(crudo) - len(crudo.lstrip())
    base = parrafo.origen.inicio
    if base is None or parrafo.origen.partes:
        return Parrafo(texto, parrafo.origen, parrafo.hueco if desde == 0 else 0, parrafo.estilo)
    origen = parrafo.origen.model_copy(update={"inicio": base + inicio, "fin": base + inicio + len(texto), "texto": texto})
    return Parrafo(texto, origen, parrafo.hueco if desde == 0 else 0, parrafo.estilo)
