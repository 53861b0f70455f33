"""A participle that is the whole cell answers as a word of verdict does: "Entregado", "No instalada", "Aprobado y cumplido"."""

from __future__ import annotations

import re

from extractor.modelo.valores import Certeza
from extractor.normalizadores.cola_estado import acompana
from extractor.normalizadores.obras_estado import es_obra
from extractor.normalizadores.verbos_estado import con_raiz, empieza_como, es_participio, lista
from extractor.normalizadores.veredicto_estado import Escrito, Razonado, estado
from extractor.vocabularios.base import plegar_frase

_PARTICIPIO_SOLO = re.compile(
    r"\W*(?P<no>no\s+)?(?:(?:ha\s+sido|fue|ya|esta)\s+)?(?P<participio>[a-z]+)(?P<modo>(?:\s+[a-z]+){0,3}?)(?:\s+y\s+(?P<otro>[a-z]+))?\W*"
)
_OTRAS_SUERTES = ("participios_freno", "participios_plan", "participios_fracaso", "no_participios")


def participio_solo(celda: Escrito) -> Razonado | None:
    """ "Entregado", "No instalada", "Resuelto favorablemente": a participle, alone or with how and when."""
    sola = _PARTICIPIO_SOLO.fullmatch(plegar_frase(celda.limpio))
    if sola is None or not es_participio(sola["participio"]) or not acompana(sola["modo"].strip()):
        return None
    palabra = sola["otro"] or sola["participio"]
    if not es_participio(palabra):
        return None
    otra = any(empieza_como(palabra, c) for c in ("deshacen_raices", "comienzan", "preparan"))
    if otra or palabra in lista("no_participios") or any(con_raiz(palabra, c) for c in _OTRAS_SUERTES):
        return None
    certeza: Certeza = "aproximada" if es_obra(palabra) else "dudosa"
    return estado(celda.limpio, "NO_CUMPLE" if sola["no"] else "CUMPLE", True, certeza), (celda.limpio,)
