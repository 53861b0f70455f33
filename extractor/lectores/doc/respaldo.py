"""Documents that our reader refuses, through LibreOffice: Word 6 and 95, and damaged files it may still open."""

from __future__ import annotations

import dataclasses

from extractor.comun.herramientas import libreoffice
from extractor.errores import ErrorLectura
from extractor.modelo.documento import Documento


def leer(datos: bytes, ruta: str, sha256: str, causa: ErrorLectura) -> Documento:
    """The document as LibreOffice reads it, its ``lector`` saying so. Raises ``causa`` with what to install or what
    LibreOffice did when that is not possible."""
    from extractor.lectores import docx

    version = libreoffice.SONDA.version()
    if version is None:
        raise ErrorLectura(causa.codigo, f"{causa}; LibreOffice podría leerlo: {libreoffice.SONDA.instalar}") from causa
    try:
        convertido = libreoffice.convertir(datos, ".doc", "docx", filtro="MS Word 97")
        documento = docx.leer(convertido, ruta, sha256)
    except (libreoffice.ErrorConversion, ErrorLectura) as error:
        raise ErrorLectura(causa.codigo, f"{causa}; LibreOffice tampoco pudo leerlo") from error
    return dataclasses.replace(documento, formato="doc", bytes=len(datos), lector=f"{documento.lector} (LibreOffice {version})")
