"""Percentages and measures as ways of reading a cell: at its head, said of the advance, beside what was promised."""

from __future__ import annotations

import re
from functools import cache

from extractor.comun.texto import blancos
from extractor.modelo.valores import Certeza
from extractor.normalizadores.estado.cuotas import CuotaEstado, cuota_final, cuota_inicial, cuota_rotulada, en_letras, medida
from extractor.normalizadores.estado.fracciones import frente_a_lo_pedido
from extractor.normalizadores.estado.resto import contrasta
from extractor.normalizadores.estado.verbos import lista
from extractor.normalizadores.estado.veredicto import Escrito, Razonado, estado, rebajada
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.estados import valor_de_porcentaje


def cuota_que_abre(celda: Escrito) -> Razonado | None:
    """A percentage before a stop, which what follows explains."""
    inicial = cuota_inicial(celda.texto)
    return _de_cuota(celda.limpio, inicial) if inicial is not None else None


@cache
def _de_cuota_propia() -> frozenset[str]:
    """Words before a percentage that only lead to it."""
    return lista("medidas", "llevan_a_cuota")


def _ajenas(plegado: str) -> set[str]:
    return set(re.findall(r"[a-z]+", plegado)) - _de_cuota_propia()


def contra_lo_pedido(celda: Escrito) -> Razonado | None:
    """A measure beside the one that was promised."""
    llega = frente_a_lo_pedido(celda.limpio)
    if llega is None:
        return None
    return estado(celda.limpio, "CUMPLE" if llega else "NO_CUMPLE", False, "dudosa"), (celda.limpio,)


def cuota_dicha(celda: Escrito) -> Razonado | None:
    """A percentage said of the advance, in letters, or that closes the cell."""
    dicha = cuota_rotulada(celda.limpio) or medida(celda.limpio) or en_letras(celda.limpio) or cuota_final(celda.limpio)
    return _de_cuota(celda.limpio, dicha) if dicha is not None else None


def _de_cuota(texto: str, dicha: CuotaEstado) -> Razonado:
    """A percentage said in words: declared where it is the answer itself, proposed inside a narration."""
    valor = valor_de_porcentaje(dicha.cantidad)
    palabras = blancos(dicha.palabras)
    antes, _, resto = texto.rpartition(palabras)
    certeza: Certeza = "alias" if dicha.clara and palabras in texto else "dudosa"
    if valor == "CUMPLE" and contrasta(resto.lstrip("%")):
        certeza = "dudosa"
    rotulo, _, junto = plegar_frase(antes).rpartition(":")
    if _ajenas(junto) or _ajenas(rotulo) & lista("rotulos_de_promesa", "negaciones", "ninguno"):
        certeza = "dudosa"  # "Nunca avance: 100%"
    elif certeza == "alias" and _ajenas(rotulo):
        certeza = "aproximada"  # "Asistencia: 80% de lo comprometido"
    certeza = rebajada(certeza, valor, resto.lstrip("%"), cuota=True)
    return estado(texto, valor, dicha.declarada, certeza, dicha.porcentaje), (dicha.palabras,)
