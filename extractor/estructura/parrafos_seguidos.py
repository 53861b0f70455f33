"""Paragraphs of one activity that a blank line parts, where the activities are numbered, lettered or bulleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.comun.texto import letra_de_lista, tiene_vineta
from extractor.estructura.items import EsVeredicto, cifras, estados
from extractor.estructura.lineas import numero_de_item
from extractor.modelo.documento import Parrafo


def sin_blancos_internos(
    actividad: Sequence[Parrafo],
    ponderacion: Sequence[Parrafo],
    estado: Sequence[Parrafo],
    ganada: Sequence[Parrafo],
    es_veredicto: EsVeredicto,
) -> Sequence[Parrafo]:
    """The activities' paragraphs with those that go on with the one above as lines of it: they have no mark, the first one does,
    and the weights and whatever else the row prints count as many activities as there are marks. Else as they are."""
    marcados = [con_marca(p.texto) for p in actividad]
    cuantos = sum(marcados)
    if not cuantos or not marcados[0] or cuantos == len(marcados) or len(cifras(ponderacion).cifras) != cuantos:
        return actividad
    otras = (len(cifras(ganada).cifras), estados(estado, es_veredicto).natural)
    if any(n not in (0, cuantos) for n in otras):
        return actividad
    return [p if m else replace(p, hueco=0) for p, m in zip(actividad, marcados, strict=True)]


def con_marca(texto: str) -> bool:
    """Whether a paragraph opens with a number, a letter or a bullet of a list."""
    return numero_de_item(texto) is not None or letra_de_lista(texto) is not None or tiene_vineta(texto)
