"""RTF bytes as tokens: groups, control words with their number, hexadecimal bytes, text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_FICHA = re.compile(
    rb"\\(?P<palabra>[A-Za-z]{1,40})(?P<numero>-?\d{1,10})?\x20?"
    rb"|\\'(?P<hexa>[0-9A-Fa-f]{2})"
    rb"|\\(?P<signo>[^A-Za-z])"
    rb"|(?P<grupo>[{}])"
    rb"|(?P<nada>[\r\n\x00]+)"
    rb"|(?P<texto>[^\\{}\r\n\x00]+)",
    re.DOTALL,
)


class Ficha(NamedTuple):
    """``clase``: "palabra" (with ``numero``), "signo", "byte" (one byte of text), "texto", "abre", "cierra"."""

    clase: str
    palabra: str = ""
    numero: int | None = None
    datos: bytes = b""


ABRE, CIERRA = Ficha("abre"), Ficha("cierra")


def fichas(datos: bytes) -> Iterator[Ficha]:
    """The tokens in order. What is no token (a lone backslash at the end) is passed over; raw bytes after ``\\bin`` too."""
    lugar, fin = 0, len(datos)
    while lugar < fin:
        hallada = _FICHA.match(datos, lugar)
        if hallada is None:
            lugar += 1
            continue
        lugar = hallada.end()
        clase = hallada.lastgroup
        if clase in ("palabra", "numero"):
            palabra = hallada["palabra"].decode("ascii")
            numero = int(hallada["numero"]) if hallada["numero"] else None
            if palabra == "bin":
                lugar += max(0, numero or 0)
                continue
            yield Ficha("palabra", palabra, numero)
        elif clase == "hexa":
            yield Ficha("byte", datos=bytes([int(hallada["hexa"], 16)]))
        elif clase == "signo":
            yield Ficha("signo", hallada["signo"].decode("latin-1"))
        elif clase == "grupo":
            yield ABRE if hallada["grupo"] == b"{" else CIERRA
        elif clase == "texto":
            yield Ficha("texto", datos=hallada["texto"])
