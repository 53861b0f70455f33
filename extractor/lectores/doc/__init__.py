"""Word 97-2003 documents (.doc) read from their bytes, following [MS-DOC]; no other program is needed.

    bytes -> contenedor (OLE streams) -> fib -> piezas (text) -> propiedades, caracteres -> parrafos -> arbol -> bloques

What this reader refuses (Word 6/95, damaged files) goes to LibreOffice when it is installed (``respaldo``).
"""

from __future__ import annotations

from extractor.lectores.doc.lectura import NOMBRE, leer

__all__ = ["NOMBRE", "leer"]
