"""Whether a walk over a document met an evaluation under its stage's title: a form of it, or sections that write their grade.

A service may title its evaluation in words of its own; what the stage's part holds says what it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from extractor.comun.texto import palabras, plegar
from extractor.formatos.contexto import ETAPA_EVALUACION, Hallado
from extractor.modelo.crudo import SeccionCruda
from extractor.modelo.patron import Patron
from extractor.vocabularios.estados import vocabulario

SECCIONES_MINIMO = 2
"""Sections read with a form of theirs that make a document of the fourth stage an evaluation by sections."""
DE_EVALUACION = ("evaluacion_objetivos", "evaluacion_productos", "brechas", "contribucion")


def familias_de_evaluacion(hallado: Hallado, patrones: Sequence[Patron], *, solo_secciones: bool = False) -> list[Patron]:
    """Those of the families that tell an evaluation as the walk found it: by sections, else by forms unless only the first
    (``solo_secciones``) are asked for; none where it found none."""
    if ETAPA_EVALUACION not in hallado.etapas:
        return []
    por_secciones = [p for p in patrones if any(t.tipo == "seccion" for t in p.tablas)]
    por_tablas = [p for p in patrones if p.tipo == "evaluacion" and p not in por_secciones]
    if sum(bool(s.campos) or _escribe_grado(s) for s in hallado.secciones) >= SECCIONES_MINIMO:
        return por_secciones
    if not solo_secciones and any(t.patron.tipo in DE_EVALUACION for t in hallado.tablas if t.etapa == ETAPA_EVALUACION):
        return (por_tablas or por_secciones)[:1]
    return []


def _escribe_grado(seccion: SeccionCruda) -> bool:
    """Whether the prose of a section of the stage speaks of a grade of progress."""
    if seccion.etapa != ETAPA_EVALUACION:
        return False
    dichas = {p for parrafo in seccion.parrafos for p in palabras(parrafo.texto).split()}
    return bool(dichas & _de_grado()) and bool(dichas & _ejes())


@cache
def _de_grado() -> frozenset[str]:
    return frozenset(plegar(p) for forma in vocabulario().grados.formas for p in forma.palabras)


@cache
def _ejes() -> frozenset[str]:
    """What a grade is of ("avance")."""
    return frozenset(plegar(p) for p in vocabulario().grados.ejes)
