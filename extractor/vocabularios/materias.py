"""What a table is of by the heading above it and by the label of what it weighs (``patrones/vocabularios/materias.yaml``)."""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from extractor.comun.texto import palabras
from extractor.vocabularios.base import Entrada, leer_vocabulario

Materia = Literal["ajena", "propia"]
Dicha = Annotated[str, Field(min_length=1)]
_PARTES = re.compile(r"[:;.–—]|\s-\s")


class EjemplosMaterias(Entrada):
    ajenas: tuple[Dicha, ...]
    propias: tuple[Dicha, ...]


class VocabularioMaterias(Entrada):
    """The file; see its own comments."""

    id: str
    ajenas: tuple[Dicha, ...]
    abren: tuple[Dicha, ...]
    propias: tuple[Dicha, ...]
    sujetos: tuple[Dicha, ...]
    ejemplos: EjemplosMaterias

    @model_validator(mode="after")
    def _dicen_lo_que_sus_ejemplos(self) -> Self:
        malos = [t for t in self.ejemplos.ajenas if _materia(t, self) != "ajena"]
        malos += [t for t in self.ejemplos.propias if _materia(t, self) == "ajena"]
        if malos:
            raise ValueError(f"«{malos[0]}» no se lee como dice su ejemplo")
        return self


@cache
def vocabulario() -> VocabularioMaterias:
    return leer_vocabulario("materias", VocabularioMaterias)


def materia(titulo: str) -> Materia | None:
    """Whether a heading says that what stands under it is the form's programme, or something else; None where it says neither.

    >>> materia("Anexo 2. Evaluación de las ofertas"), materia("Evaluación del programa GT"), materia("Resultados del año")
    ('ajena', 'propia', None)
    """
    return _materia(titulo, vocabulario())


def pesa_otra_cosa(rotulo: str) -> bool:
    """Whether the label of a column names what the tables of other matters weigh.

    >>> pesa_otra_cosa("Criterios de evaluación"), pesa_otra_cosa("Proyecto")
    (True, False)
    """
    return palabras(rotulo) in {palabras(s) for s in vocabulario().sujetos}


def _materia(titulo: str, formas: VocabularioMaterias) -> Materia | None:
    entero = f" {palabras(titulo)} "
    if any(f" {palabras(p)} " in entero for p in formas.propias):
        return "propia"
    ajenas, abren = tuple(f"{palabras(a)} " for a in formas.ajenas), {palabras(a) for a in formas.abren}
    for parte in _PARTES.split(titulo):
        dichas = palabras(parte).split()
        while dichas:
            if f"{' '.join(dichas)} ".startswith(ajenas):
                return "ajena"
            if dichas[0] not in abren and not (dichas[0].isdigit() or len(dichas[0]) == 1):
                break
            dichas = dichas[1:]
    return None
