"""Columns that are boxes to mark: "Sí" beside "No", "Cumple" beside "No cumple", each a column of its own."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from extractor.comun.texto import palabras, plegar
from extractor.modelo.documento import Celda
from extractor.modelo.valores import ValorEstado
from extractor.vocabularios.columnas import nombres_de
from extractor.vocabularios.estados import veredicto_inicial
from extractor.vocabularios.opciones import opcion_de_rotulo
from extractor.vocabularios.textos import palabras_de


def es_opcion(texto: str) -> bool:
    """Whether a label is one of the answers of a form, or a verdict and nothing else ("No ejecutada")."""
    return _respuesta(texto) is not None


def _respuesta(texto: str) -> ValorEstado | None:
    dicha = opcion_de_rotulo(texto)
    veredicto = veredicto_inicial(texto) if dicha is None else None
    return veredicto.valor if veredicto is not None and veredicto.solo and veredicto.porcentaje is None else dicha


def columnas_de_opciones(celdas: Sequence[Celda]) -> dict[int, str]:
    """The header cells that stand side by side as answers, one for and one against among them: by index, the answer each is. A
    title printed over them ("¿Cumple?") may stand in the first one, or run on from it into the others."""
    halladas: dict[int, str] = {}
    racha: dict[int, str] = {}
    titulo = ""
    for indice in range(len(celdas) + 1):
        encima, dicha = _partida(celdas[indice]) if indice < len(celdas) else ("", None)
        sigue = not encima or (titulo != "" and (encima[0].islower() or palabras(encima) == palabras(titulo)))
        if racha and (dicha is None or not sigue):
            halladas.update(racha if _se_oponen(racha.values()) else {})
            racha = {}
        if dicha is not None and (racha or not encima or puede_titular(encima)):
            titulo = titulo if racha else encima
            racha[indice] = dicha
    return halladas


def _partida(celda: Celda) -> tuple[str, str | None]:
    """What a label prints above its answer, and the answer: all of it, its last line or what a colon parts; None where it is
    none."""
    if not celda.parrafos:
        return "", None
    encima, _, dicha = (parte.strip() for parte in celda.texto.partition(":"))
    if encima and es_opcion(dicha):
        return encima, dicha
    if es_opcion(celda.texto):
        return "", celda.texto
    renglones = [lugar.texto for p in celda.parrafos for lugar in p.origen.lugares]
    if len(renglones) < 2 or not es_opcion(renglones[-1]):
        return "", None
    return " ".join(renglones[:-1]), renglones[-1]


def puede_titular(texto: str) -> bool:
    """Whether the words over two answers may say what is answered: they name no figures, which each would have its own of."""
    if any(c.isdigit() or c == "%" for c in texto) or plegar(texto.split()[0]).strip(".") in palabras_de("abren_cuenta"):
        return False
    return not plegar(texto).startswith((*nombres_de("ponderacion"), *nombres_de("ponderacion_ganada")))


def _se_oponen(dichas: Collection[str]) -> bool:
    distintas = {palabras(dicha) for dicha in dichas}
    return len(distintas) == len(dichas) and {"CUMPLE", "NO_CUMPLE"} <= {_respuesta(dicha) for dicha in dichas}
