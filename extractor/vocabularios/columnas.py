"""Header words by role, shared by all families (``patrones/vocabularios/columnas.yaml``)."""

from __future__ import annotations

from functools import cache

from extractor.comun.texto import palabras, plegar
from extractor.comun.yaml_estricto import cargar, carpeta_patrones
from extractor.errores import ErrorPatron
from extractor.modelo.base import Registro
from extractor.modelo.patron import RolPatron


class PalabrasColumna(Registro):
    """``textos``: headers as printed; ``claves``: groups of word beginnings that must all occur; ``nombre``: how a label begins
    that says the role's own name; ``debiles``: groups that name the role only beside the rest of a programme's columns."""

    textos: tuple[str, ...] = ()
    claves: tuple[str, ...] = ()
    nombre: tuple[str, ...] = ()
    debiles: tuple[str, ...] = ()


class VocabularioColumnas(Registro):
    """``listas``: beginnings of words that "@name" stands for in a group; ``enlazan``: words that any label may have."""

    listas: dict[str, tuple[str, ...]]
    enlazan: tuple[str, ...]
    roles: dict[RolPatron, PalabrasColumna]


@cache
def _vocabulario() -> VocabularioColumnas:
    return cargar(carpeta_patrones() / "vocabularios" / "columnas.yaml", VocabularioColumnas)


@cache
def palabras_de_columnas() -> dict[RolPatron, PalabrasColumna]:
    """The shared header words of every role. Raises ErrorPatron when the file is malformed."""
    return _vocabulario().roles


def lista_de_rotulos(nombre: str) -> tuple[str, ...]:
    """One of the lists that groups of word beginnings name. Raises ErrorPatron for one that the file does not have."""
    listas = _vocabulario().listas
    if nombre not in listas:
        raise ErrorPatron("columnas.yaml", None, f"una clave nombra la lista «{nombre}», que no existe")
    return listas[nombre]


@cache
def palabras_que_enlazan() -> frozenset[str]:
    """The small words of labels, folded."""
    return frozenset(plegar(palabra) for palabra in _vocabulario().enlazan)


@cache
def nombres_de(rol: RolPatron) -> tuple[str, ...]:
    """How the labels of a role begin that say its own name, folded, as ``str.startswith`` takes them; by other words a column may
    only seem to be of it."""
    comunes = palabras_de_columnas()
    return tuple(plegar(inicio) for inicio in comunes[rol].nombre) if rol in comunes else ()


@cache
def _listados() -> frozenset[str]:
    return frozenset(palabras(texto) for rol in palabras_de_columnas().values() for texto in rol.textos)


def es_rotulo_listado(texto: str) -> bool:
    """Whether a text is a label that the file lists for some role, as it stands.

    >>> [es_rotulo_listado(t) for t in ("PONDERACIÓN (%)", "Actividades", "Actividades de verano")]
    [True, True, False]
    """
    return palabras(texto) in _listados()
