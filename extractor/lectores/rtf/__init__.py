"""Rich Text Format, also under the name .doc: tables with their cells, merges and inner tables.

The kept libraries turn RTF into plain text and lose which cell a figure stands in, so the few control words that carry
text and tables are read here; every other one is skipped, and every destination that is not known is left out.
"""

from __future__ import annotations

from extractor.lectores.rtf.lectura import NOMBRE, leer, reconoce

__all__ = ["NOMBRE", "leer", "reconoce"]
