"""``Decision``: what a person settled (CONTRACT.md section 4). Append only; it wins over the program."""

from __future__ import annotations

from typing import Literal

from extractor.modelo.base import Registro


class Decision(Registro):
    id: str
    tipo: Literal["nombre", "lectura", "emparejamiento", "hallazgo", "documento"]
    clave: str
    valor: str
    quien: str
    cuando: str
    porque: str
    anula: str | None = None
