"""Word documents (docx, docm) straight from their XML: merged cells as spans, soft breaks as lines, notes kept apart.

python-docx hides what a report may hold outside its object model (content controls, text boxes, tracked changes, inner
tables, the strict variant), so the parts are read with lxml, under the limits of ``paquete``. Kept: what a person sees,
tracked insertions included. Not read: deletions, field codes, headers and footers, macros, hidden text.
"""

from __future__ import annotations

from extractor.lectores.docx.lectura import NOMBRE, leer

__all__ = ["NOMBRE", "leer"]
