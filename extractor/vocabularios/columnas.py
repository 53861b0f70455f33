"""Header words by role, shared by all families (``patrones/vocabularios/columnas.yaml``)."""

from __future__ import annotations

from functools import cache

from extractor.comun.yaml_estricto import cargar, carpeta_patrones
from extractor.modelo.base import Registro
from extractor.modelo.patron import RolPatron


class PalabrasColumna(Registro):
    """``textos``: headers as printed; ``claves``: groups of word beginnings that must all occur."""

    textos: tuple[str, ...] = ()
    claves: tuple[str, ...] = ()


class VocabularioColumnas(Registro):
    roles: dict[RolPatron, PalabrasColumna]


@cache
def palabras_de_columnas() -> dict[RolPatron, PalabrasColumna]:
    """The shared header words of every role. Raises ErrorPatron when the file is malformed."""
    return cargar(carpeta_patrones() / "vocabularios" / "columnas.yaml", VocabularioColumnas).roles
