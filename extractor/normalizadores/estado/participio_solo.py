"""A participle that is the whole cell answers as a word of verdict does: "Entregado", "No instalada", "Aprobado y cumplido"."""

from __future__ import annotations

import re
from functools import cache

from extractor.modelo.valores import Certeza
from extractor.normalizadores.estado.complementos import acompana
from extractor.normalizadores.estado.obras import es_obra
from extractor.normalizadores.estado.verbos import con_raiz, empieza_como, es_participio, lista
from extractor.normalizadores.estado.veredicto import Escrito, Razonado, estado
from extractor.vocabularios.base import alternativas, plegar_frase
from extractor.vocabularios.estados import vocabulario

_ABRE = r"\W*(?P<no>no\s+)?(?:ya\s+)?(?P<semi>semi[\s-]*)?(?P<participio>[a-z]+)"
_QUE_ABRE = re.compile(_ABRE)
_PARTICIPIO_SOLO = re.compile(
    _ABRE + r"(?P<modo>(?:\s+[a-z0-9/.-]+){0,4}?)"
    r"(?:\s+y\s+(?P<otro>[a-z]+))?\W*"
)
_PRETERITO = re.compile(r"dó\b", re.IGNORECASE)
"""A past tense that folds like a participle ("No validó"): it tells."""
_OTRAS_SUERTES = ("participios_freno", "participios_plan", "participios_fracaso", "no_participios")


def participio_solo(celda: Escrito) -> Razonado | None:
    """ "Entregado", "No instalada", "Resuelto favorablemente": a participle, alone or with how and when; behind a verb ("fue
    entregado") it tells."""
    plegado = plegar_frase(celda.limpio)
    abre = _QUE_ABRE.match(plegado)
    if abre is None or not es_participio(abre["participio"]) or _PRETERITO.search(celda.limpio):
        return None
    sola = _PARTICIPIO_SOLO.fullmatch(plegado)
    if sola is None or not es_participio(sola["participio"]):
        return None
    modo = sola["modo"].strip()
    if not sola["no"] and not sola["otro"] and _deshecho(sola["participio"], modo):
        return estado(celda.limpio, "NO_CUMPLE", True, "dudosa" if modo else "aproximada"), (celda.limpio,)
    en_parte = _en_parte().fullmatch(modo) is not None or sola["semi"] is not None
    if not en_parte and not acompana(modo):
        return None
    palabra = sola["otro"] or sola["participio"]
    if not es_participio(palabra):
        return None
    otra = any(empieza_como(palabra, c) for c in ("deshacen_raices", "comienzan", "preparan"))
    if otra or palabra in lista("no_participios") or any(con_raiz(palabra, c) for c in _OTRAS_SUERTES):
        return None
    certeza: Certeza = "aproximada" if es_obra(palabra) else "dudosa"
    if en_parte:
        return None if sola["no"] else (estado(celda.limpio, "PARCIAL", True, certeza), (celda.limpio,))
    return estado(celda.limpio, "NO_CUMPLE" if sola["no"] else "CUMPLE", True, certeza), (celda.limpio,)


def _deshecho(participio: str, modo: str) -> bool:
    """ "Interrumpido", "Paralizada indefinidamente": what closes the matter, alone or for good."""
    if modo in lista("para_siempre"):
        return con_raiz(participio, "participios_fracaso") or empieza_como(participio, "deshacen_raices")
    return not modo and con_raiz(participio, "participios_fracaso")


@cache
def _en_parte() -> re.Pattern[str]:
    return re.compile(alternativas(vocabulario().atenuantes["PARCIAL"]))
