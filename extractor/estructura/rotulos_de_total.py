"""The labels of rows of totals, and the figures that stand in a label or in a list of one figure per objective."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.comun.texto import palabras
from extractor.estructura.items import cifra
from extractor.estructura.lineas import trozo_de
from extractor.modelo.documento import Parrafo
from extractor.modelo.valores import Cifra
from extractor.vocabularios.cierres import nombra_cierre
from extractor.vocabularios.filas import nombra_total, totales_en_frase

_PALABRAS_DE_ROTULO = 7
_CIFRA = r"\d{1,3}(?:[.,]\d+)?"
_AL_FINAL = re.compile(rf"(?:[:=]\s*({_CIFRA}\s?%?)|\s({_CIFRA}\s?%))\s*\.?\s*$")
_DE_UNO = rf"(?:obj[a-z]*\.?\s*)?(?:n\s?[°ºo]\.?\s*)?(?:\d{{1,2}})\s*[:=)]\s*({_CIFRA}\s?%?)"
_UNO = re.compile(_DE_UNO, re.IGNORECASE)
_VARIOS = re.compile(rf"\s*{_DE_UNO}(?:\s*[/;,|–-]?\s*{_DE_UNO})+\s*\.?\s*", re.IGNORECASE)
_LARGO = 200
_SUMAS = ("suma", "sumas", "sumatoria")
"""Words for a total that may be of anything, and of what comes after them."""


def rotula_total(texto: str) -> bool:
    """Whether a text is the label of a total and little else; a sum of something else is none ("Suma de esfuerzos")."""
    dichas = palabras(texto).split()
    if not nombra_total(texto) or len(dichas) > _PALABRAS_DE_ROTULO:
        return False
    return not (dichas[0] in _SUMAS and dichas[1:2] == ["de"] and any(p.isalpha() for p in dichas[2:])) or nombra_cierre(texto)


def cifras_del_rotulo(parrafos: Sequence[Parrafo]) -> dict[str, Cifra]:
    """The figures in a total's own label ("Subtotal objetivo 1: 100%"), by column: of the weights unless its words say otherwise;
    none in "Subtotal objetivo 1"."""
    if len(parrafos) != 1 or len(parrafos[0].texto) > _LARGO:
        return {}
    (unico,) = parrafos
    dichas = {campo: trozo_de(unico, desde, hasta) for campo, (desde, hasta) in totales_en_frase(unico.texto).items()}
    hallada = _AL_FINAL.search(unico.texto) if not dichas else None
    if hallada is not None:
        cual = 1 if hallada[1] else 2
        dichas = {"ponderacion": trozo_de(unico, hallada.start(cual), hallada.end(cual))}
    return {campo: cifra(trozo) for campo, trozo in dichas.items() if trozo is not None}


def cifras_de_varios(parrafo: Parrafo) -> tuple[Cifra, ...]:
    """The figures of a list of one per objective, which numbers them ("1: 100 / 2: 100"); none for anything else."""
    if len(parrafo.texto) > _LARGO or not _VARIOS.fullmatch(parrafo.texto):
        return ()
    trozos = [trozo_de(parrafo, m.start(1), m.end(1)) for m in _UNO.finditer(parrafo.texto)]
    return tuple(cifra(t) for t in trozos if t)
