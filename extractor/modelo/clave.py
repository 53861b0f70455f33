"""What a stored result was made of: it is worth something only while all of this is the same (CONTRACT.md section 1)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClaveLectura:
    """The circumstances of one reading. All are texts, empty when there is nothing to say.

    ``sha256`` and ``nombre``: the file's content and its name without folders (a reader may take the service from it, and
    sentences repeat it). ``programa``: version of the program and hash of its source. ``patrones``, ``ajustes``,
    ``declarado``, ``decisiones``: hashes of the pattern files, the limits, what a person stated about the document, and
    the decisions that apply to it. ``externos``: (program, version) of the external ones that the reading asked for, also
    those it did not find.
    """

    sha256: str
    nombre: str
    programa: str
    patrones: str
    ajustes: str
    declarado: str
    decisiones: str
    externos: tuple[tuple[str, str], ...] = ()

    @property
    def base(self) -> str:
        """64 hexadecimal digits for all but ``externos``, which only the reading tells."""
        partes = (
            self.sha256, self.nombre, self.programa, self.patrones, self.ajustes, self.declarado, self.decisiones,
        )  # fmt: skip
        return _suma(partes)

    @property
    def huella(self) -> str:
        """64 hexadecimal digits for the whole key."""
        return _suma((self.base, self.externos))


def _suma(partes: object) -> str:
    return hashlib.sha256(json.dumps(partes, ensure_ascii=False, separators=(",", ":")).encode("utf-8")).hexdigest()
