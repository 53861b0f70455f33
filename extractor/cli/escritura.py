"""Writing to standard output: always UTF-8, and a reader that closes the pipe ends the program quietly."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

CODIGO_TUBERIA_CERRADA = 141
"""What a shell gives a program ended by SIGPIPE (128 + 13)."""


class TuberiaCerrada(Exception):
    """Who reads our output stopped reading (``| head``)."""


def preparar_salidas() -> None:
    """Standard output and error in UTF-8, whatever the locale: the texts have accents and JSON is UTF-8."""
    for flujo in (sys.stdout, sys.stderr):
        codificacion = (getattr(flujo, "encoding", None) or "").lower().replace("-", "")
        reconfigurar = getattr(flujo, "reconfigure", None)
        if reconfigurar is not None and codificacion != "utf8":
            reconfigurar(encoding="utf-8", errors="backslashreplace")


def escribir(texto: str) -> None:
    """Raises TuberiaCerrada when nobody reads any more."""
    try:
        sys.stdout.write(texto)
    except BrokenPipeError as error:
        raise TuberiaCerrada from error


def escribir_lineas(lineas: Iterable[str]) -> None:
    for linea in lineas:
        escribir(linea + "\n")


def vaciar() -> None:
    """Sends what is still held back. Raises TuberiaCerrada like ``escribir``."""
    try:
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise TuberiaCerrada from error


def decir(frase: str) -> None:
    """A sentence for the person, on standard error."""
    sys.stderr.write(frase + "\n")


def silenciar_salida() -> None:
    """After a closed pipe, Python must not complain again when it closes standard output."""
    nulo = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nulo, sys.stdout.fileno())
    os.close(nulo)
