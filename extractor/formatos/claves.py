"""Groups of word beginnings that tell the role of a label nobody listed ("pond ganad"), and the words they are sought in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.comun.texto import palabras

_DISTRIBUYE = "cada"
_ANTES_DE_CADA = frozenset(("en", "de", "por", "para", "a"))


@dataclass(frozen=True, slots=True)
class Clave:
    """One group. ``raices``: the beginnings that may stand for each of its words; ``abre``: the first must open the label."""

    raices: tuple[tuple[str, ...], ...]
    abre: bool

    def sitio(self, trozos: Sequence[str]) -> int | None:
        """Where the first word of the group stands among a label's, all of them being there; None where one is not.
        ``trozos``: the words, each with a blank after it, so that a whole word can be asked for."""
        primero: int | None = None
        for raiz in self.raices:
            sitio = next((i for i, t in enumerate(trozos) if t.startswith(raiz)), None)
            if sitio is None:
                return None
            primero = sitio if primero is None else primero
        return None if self.abre and primero != 0 else primero


def clave(texto: str) -> Clave:
    """A group as the patterns write it: ``a|b`` is either beginning, ``=a`` the whole word, ``^`` that it opens the label.

    >>> clave("^=eje|ejes trabaj").raices
    (('eje ', 'ejes'), ('trabaj',))
    """
    raices = tuple(tuple(_raiz(opcion) for opcion in grupo.split("|")) for grupo in texto.removeprefix("^").split())
    return Clave(raices, texto.startswith("^"))


def _raiz(opcion: str) -> str:
    plana = palabras(opcion)
    return f"{plana} " if opcion.startswith("=") else plana


def lo_nombrado(plano: str) -> list[str]:
    """The words of a label that name what its column holds, without what it is told of one by one.

    >>> lo_nombrado("cambios conseguidos en cada objetivo"), lo_nombrado("cada objetivo")
    (['cambios', 'conseguidos'], ['cada', 'objetivo'])
    """
    trozos = plano.split()
    corte = trozos.index(_DISTRIBUYE) if _DISTRIBUYE in trozos else len(trozos)
    while corte and corte < len(trozos) and trozos[corte - 1] in _ANTES_DE_CADA:
        corte -= 1
    return trozos[:corte] or trozos
