"""The answers of a form to whether something was fulfilled (``patrones/vocabularios/opciones.yaml``)."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Self

from pydantic import Field, model_validator

from extractor.comun.texto import palabras
from extractor.modelo.valores import ValorEstado
from extractor.vocabularios.base import Entrada, leer_vocabulario, plegar_frase

Dicha = Annotated[str, Field(min_length=1)]


class VocabularioOpciones(Entrada):
    """The file; see its own comments."""

    id: str
    impresas: dict[ValorEstado, tuple[Dicha, ...]]
    respuestas: dict[ValorEstado, tuple[Dicha, ...]]
    en_cifras: tuple[Dicha, ...]
    abreviadas: dict[ValorEstado, tuple[Dicha, ...]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _cada_una_dice_lo_mismo(self) -> Self:
        dichas: dict[str, ValorEstado] = {}
        for grupo in (self.impresas, self.respuestas):
            for valor, frases in grupo.items():
                for frase in frases:
                    if dichas.setdefault(plegar_frase(frase), valor) != valor:
                        raise ValueError(f"«{frase}» dice a la vez {dichas[plegar_frase(frase)]} y {valor}")
        for frase in self.en_cifras:
            if plegar_frase(frase) not in dichas:
                raise ValueError(f"«{frase}» está en «en_cifras» y no es una opción")
        return self


@cache
def vocabulario() -> VocabularioOpciones:
    return leer_vocabulario("opciones", VocabularioOpciones)


@cache
def valores() -> dict[str, ValorEstado]:
    """What each answer amounts to, by its folded words.

    >>> valores()["no cumplio"], valores()["n/a"]
    ('NO_CUMPLE', 'NO_APLICA')
    """
    formas = vocabulario()
    return {plegar_frase(f): v for grupo in (formas.impresas, formas.respuestas) for v, frases in grupo.items() for f in frases}


@cache
def impresas() -> frozenset[str]:
    """The folded answers that forms print to be marked."""
    return frozenset(plegar_frase(frase) for frases in vocabulario().impresas.values() for frase in frases)


@cache
def _de_rotulo() -> dict[str, ValorEstado]:
    return {palabras(frase): valor for frase, valor in valores().items()}


def opcion_de_rotulo(texto: str) -> ValorEstado | None:
    """What a label amounts to when it is one of the answers, with any punctuation; None for any other label.

    >>> opcion_de_rotulo("NO CUMPLE (*)"), opcion_de_rotulo("Cumplimiento")
    ('NO_CUMPLE', None)
    """
    return _de_rotulo().get(palabras(texto))
