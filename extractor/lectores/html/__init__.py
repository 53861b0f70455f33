"""Web pages as Word "saves as web page" writes them (also under the name .doc), single-file ones (mht) included.

Read with lxml's tolerant parser; nothing is fetched, scripts are never read, of styles only what hides, strikes out or
names a font.
"""

from __future__ import annotations

from extractor.lectores.html.lectura import NOMBRE, leer, reconoce

__all__ = ["NOMBRE", "leer", "reconoce"]
