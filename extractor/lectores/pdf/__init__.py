"""PDFs with a text layer: ruled tables, text in reading order, and paragraphs inside cells rebuilt."""

from __future__ import annotations

from extractor.lectores.pdf.lectura import NOMBRE, leer, leer_con_paginas

__all__ = ["NOMBRE", "leer", "leer_con_paginas"]
