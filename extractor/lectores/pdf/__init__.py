"""PDFs with a text layer: ruled tables, text in reading order, and paragraphs inside cells rebuilt."""

from __future__ import annotations

from extractor.lectores.pdf.lectura import NOMBRE, leer

__all__ = ["NOMBRE", "leer"]
