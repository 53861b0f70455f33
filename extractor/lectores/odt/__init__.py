"""OpenDocument text (odt) straight from its XML: cells with their spans, notes, text boxes, printed list numbers.

The kept library (odfpy) only mirrors the XML, so the part is read with lxml under the limits of ``paquete``. Not read:
deleted text, comments, headers and footers, hidden sections, embedded objects.
"""

from __future__ import annotations

from extractor.lectores.odt.lectura import NOMBRE, leer, reconoce

__all__ = ["NOMBRE", "leer", "reconoce"]
