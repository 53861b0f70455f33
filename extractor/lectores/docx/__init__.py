"""Word documents (docx, docm): merged cells as spans, soft breaks as lines, notes kept apart.

python-docx opens the package and gives its parts; its object model hides what a report may hold outside paragraphs and
cells (content controls, text boxes, tracked changes, inner tables), so the parts' own XML is walked. Kept: what a person sees,
tracked insertions included. Not read: deletions, field codes, headers and footers, macros, hidden text.
"""

from __future__ import annotations

from extractor.lectores.docx.lectura import NOMBRE, leer

__all__ = ["NOMBRE", "leer"]
