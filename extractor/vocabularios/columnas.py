"""Header words by role, shared by all families (``patrones/vocabularios/columnas.yaml``)."""

from __future__ import annotations

from functools import cache

from extractor.comun.texto import plegar
from extractor.comun.yaml_estricto import cargar, carpeta_patrones
from extractor.modelo.base import Registro
from extractor.modelo.patron import RolPatron


class PalabrasColumna(Registro):
    """``textos``: headers as printed; ``claves``: groups of word beginnings that must all occur; ``nombre``: how a label begins
    that says the role's own name."""

    textos: tuple[str, ...] = ()
    claves: tuple[str, ...] = ()
    nombre: tuple[str, ...] = ()


class VocabularioColumnas(Registro):
    roles: dict[RolPatron, PalabrasColumna]


@cache
def palabras_de_columnas() -> dict[RolPatron, PalabrasColumna]:
    """The shared header words of every role. Raises ErrorPatron when the file is malformed."""
    return cargar(carpeta_patrones() / "vocabularios" / "columnas.yaml", VocabularioColumnas).roles


@cache
def nombres_de(rol: RolPatron) -> tuple[str, ...]:
    """How the labels of a role begin that say its own name, folded, as ``str.startswith`` takes them; by other words a column may
    only seem to be of it."""
    comunes = palabras_de_columnas()
    return tuple(plegar(inicio) for inicio in comunes[rol].nombre) if rol in comunes else ()
