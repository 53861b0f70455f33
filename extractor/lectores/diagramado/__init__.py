"""Text that keeps its columns by blanks (``pdftotext -layout``): one more dialect of the plain text reader."""

from extractor.lectores.diagramado.lectura import esta_diagramado, leer_diagramado

__all__ = ["esta_diagramado", "leer_diagramado"]
