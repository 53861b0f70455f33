"""Exceptions of the program. Bad input is data and becomes a finding; only what stops a run is raised.

Each exception carries the exit code of CONTRACT.md section 1 and, for the reading ones, the finding
code under which a refused document is recorded.
"""

from __future__ import annotations

CODIGO_HALLAZGOS = 1
CODIGO_NO_LEIDO = 2
CODIGO_MAL_USO = 3
CODIGO_FALLA_PROPIA = 4


class ErrorExtractor(Exception):
    """Root of our own exceptions. The message is a Spanish sentence meant for the user."""

    codigo_salida = CODIGO_FALLA_PROPIA


class ErrorUso(ErrorExtractor):
    """The command was called wrongly: a path that does not exist, an option that contradicts another."""

    codigo_salida = CODIGO_MAL_USO


class ErrorPatron(ErrorExtractor):
    """A file of ``patrones/`` is malformed: it is our data, so the run stops naming file and line."""

    codigo_salida = CODIGO_FALLA_PROPIA

    def __init__(self, archivo: str, linea: int | None, mensaje: str) -> None:
        donde = archivo if linea is None else f"{archivo}:{linea}"
        super().__init__(f"{donde}: {mensaje}")
        self.archivo = archivo
        self.linea = linea


class ErrorLectura(ErrorExtractor):
    """A document could not be read. ``codigo`` is one of the reading codes of CONTRACT.md section 3.

    The message says what is wrong with the file and what to do; the file is named by who reports it.
    """

    codigo_salida = CODIGO_NO_LEIDO

    def __init__(self, codigo: str, mensaje: str) -> None:
        super().__init__(mensaje)
        self.codigo = codigo
