"""Spreadsheets: xlsx straight from its XML (no figure passes through a float), xls through xlrd.

What is read is what a person sees: values in their number format, merged cells as spans; formulas by their stored
result. Hidden sheets, rows and columns are not read and are told.
"""

from __future__ import annotations

from extractor.lectores.hojas.xls import NOMBRE as NOMBRE_XLS
from extractor.lectores.hojas.xls import leer_xls, reconoce_xls
from extractor.lectores.hojas.xlsx import NOMBRE as NOMBRE_XLSX
from extractor.lectores.hojas.xlsx import leer_xlsx, reconoce_xlsx
from extractor.modelo.documento import Documento

NOMBRE = NOMBRE_XLSX
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def leer(datos: bytes, ruta: str, sha256: str) -> Documento:
    """The document of a workbook of either kind, told apart by its first bytes. Raises ErrorLectura."""
    return (leer_xls if datos.startswith(_OLE) else leer_xlsx)(datos, ruta, sha256)


__all__ = ["NOMBRE", "NOMBRE_XLS", "NOMBRE_XLSX", "leer", "leer_xls", "leer_xlsx", "reconoce_xls", "reconoce_xlsx"]
