"""Ways of reading a cell that take more than its verdict: one thing and the rest, a limit misspelt, what is another body's."""

from __future__ import annotations

import re

from extractor.normalizadores.estado.ajenos import ajeno
from extractor.normalizadores.estado.narrados import narrar
from extractor.normalizadores.estado.obras import es_obra
from extractor.normalizadores.estado.reparo import reparado
from extractor.normalizadores.estado.veredicto import Escrito, Razonado, estado
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.estados import veredicto_inicial

_LO_DEMAS = re.compile(r"\b(?:(?:lo|los|las|todo\s+lo)\s+(?:demas|restantes?)|(?:el|lo)\s+resto)\b|[.;:,]\s+resto\b")


def uno_y_lo_demas(celda: Escrito) -> Razonado | None:
    """ "Pendiente: Lebu. Resto cumplido": the verdict that opens is said of one thing only."""
    veredicto = veredicto_inicial(celda.texto)
    if veredicto is None or veredicto.valor not in ("PENDIENTE", "NO_CUMPLE") or not _LO_DEMAS.search(plegar_frase(celda.texto)):
        return None
    narrado = narrar(celda.texto, celda.limpio)
    return narrado if narrado[0].valor == "PARCIAL" else None


def en_parte_mal_escrito(celda: Escrito) -> Razonado | None:
    """ "Cumple parcialmnte": the word that turns the verdict is the one misspelt."""
    veredicto = veredicto_inicial(celda.texto)
    if veredicto is None or veredicto.valor != "CUMPLE" or veredicto.solo or veredicto.porcentaje is not None:
        return None
    otro = veredicto_inicial(reparado(celda.texto))
    if otro is None or otro.valor != "PARCIAL" or otro.porcentaje is not None:
        return None
    return estado(celda.limpio, "PARCIAL", True, "aproximada"), (otro.palabras,)


def de_otro(celda: Escrito) -> Razonado | None:
    """What is not of this service, unless a deed is told: then it applied."""
    if not ajeno(celda.limpio):
        return None
    dicho, decisivas = narrar(celda.texto, celda.limpio)
    obra = any(es_obra(palabra) for dichas in decisivas for palabra in plegar_frase(dichas).split())
    if dicho.valor == "CUMPLE" and obra:
        return None  # "Se hicieron los talleres sin problemas, no aplica descuento": it was done, so it applied
    return estado(celda.limpio, "NO_APLICA", False, "dudosa"), (celda.limpio,)
