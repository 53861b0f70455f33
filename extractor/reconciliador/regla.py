"""A rule: one function and one metadata record."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from extractor.modelo.hallazgo import Gravedad, Hallazgo, Verificacion
from extractor.reconciliador.contexto import Contexto

Respuesta = Verificacion | Hallazgo
Funcion = Callable[[Contexto, tuple[Hallazgo, ...]], Iterable[Respuesta]]


@dataclass(frozen=True)
class Ficha:
    """What the manual and ``explicar`` tell of a rule, whether it looks at one document or at several.

    ``gravedad`` is the usual one (a consequence may raise it), ``campos`` the column roles it needs, ``parrafo`` the key of
    the regime's ``normas`` it enforces, ``por_que`` and ``ejemplo`` Spanish text for the manual, ``regimenes`` which regimes
    it applies to, in words."""

    codigos: tuple[str, ...]
    titulo: str
    gravedad: Gravedad
    campos: tuple[str, ...]
    parrafo: str | None
    por_que: str
    ejemplo: str
    regimenes: str = field(default="todos", kw_only=True)


@dataclass(frozen=True)
class Regla(Ficha):
    """``funcion`` takes the context and the findings of the rules before it, and returns answers; it never raises on
    purpose, prints or edits."""

    funcion: Funcion

    @property
    def nombre(self) -> str:
        return self.funcion.__name__
