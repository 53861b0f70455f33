"""The writer of Word 97 files of ``corpus_muestra/generador``, under the name the tests of the reader use."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent / "corpus_muestra"))

from generador.word97 import (
    BORRADO,
    EN_TABLA,
    FIN_FILA,
    OCULTO,
    SECTOR,
    Doc,
    definicion,
    fila,
    interior,
    ole,
    sprm,
)

__all__ = ["BORRADO", "EN_TABLA", "FIN_FILA", "OCULTO", "SECTOR", "Doc", "definicion", "fila", "interior", "ole", "sprm"]
