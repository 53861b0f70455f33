"""Groups of word beginnings that tell the role of a label nobody listed ("pond ganad"), and the words they are sought in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from extractor.comun.texto import palabras
from extractor.vocabularios.columnas import lista_de_rotulos, palabras_que_enlazan

_DISTRIBUYE = "cada"
_ANTES_DE_CADA = frozenset(("en", "de", "por", "para", "a"))


@dataclass(frozen=True, slots=True)
class Clave:
    """One group. ``raices``: the beginnings that may stand for each of its words; ``abre``: the first must open the label.
    ``admite``: those of the only other words that the label may have, None where it may have any."""

    raices: tuple[tuple[str, ...], ...]
    abre: bool
    admite: tuple[str, ...] | None = None

    def sitio(self, comienzos: Mapping[str, int]) -> int | None:
        """Where the first word of the group stands among a label's, all of them being there; None where one is not.
        ``comienzos``: what ``comienzos`` gives of the label."""
        sitios = [min((comienzos[r] for r in raiz if r in comienzos), default=None) for raiz in self.raices]
        if None in sitios or (self.abre and sitios[0] != 0):
            return None
        return sitios[0] if self.admite is None or self._dice_solo_eso(comienzos) else None

    def _dice_solo_eso(self, comienzos: Mapping[str, int]) -> bool:
        conocidas = (*(r for raiz in self.raices for r in raiz), *(self.admite or ()))
        enteras = (c for c in comienzos if c.endswith(" "))
        return all(c.startswith(conocidas) or c[:-1] in palabras_que_enlazan() or c[:-1].isdigit() for c in enteras)


def clave(texto: str) -> Clave:
    """A group as the patterns write it: ``a|b`` is either beginning, ``=a`` the whole word, ``@a`` any of a list of the
    vocabulary, ``^`` that it opens the label; what a colon parts, the other words that the label may have.

    >>> clave("^=eje|ejes trabaj").raices
    (('eje ', 'ejes'), ('trabaj',))
    """
    grupos, parte, otras = texto.removeprefix("^").partition(":")
    raices = tuple(_raices(grupo) for grupo in grupos.split())
    return Clave(raices, texto.startswith("^"), tuple(r for o in otras.split() for r in _raices(o)) if parte else None)


def _raices(grupo: str) -> tuple[str, ...]:
    de_cada = (lista_de_rotulos(opcion[1:]) if opcion.startswith("@") else (opcion,) for opcion in grupo.split("|"))
    return tuple(_raiz(opcion) for opciones in de_cada for opcion in opciones)


def _raiz(opcion: str) -> str:
    plana = palabras(opcion)
    return f"{plana} " if opcion.startswith("=") else plana


@lru_cache(maxsize=256)
def comienzos(trozos: tuple[str, ...]) -> Mapping[str, int]:
    """Every beginning of a label's words with the first word that has it. A whole word ends in a blank, so that it can be asked
    for.

    >>> comienzos(("la", "lana"))
    {'l': 0, 'la': 0, 'lan': 1, 'lana': 1, 'lana ': 1, 'la ': 0}
    """
    primeros: dict[str, int] = {}
    for sitio in range(len(trozos) - 1, -1, -1):
        cerrada = f"{trozos[sitio]} "
        primeros.update(dict.fromkeys((cerrada[:largo] for largo in range(1, len(cerrada) + 1)), sitio))
    return primeros


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
