"""Bytes -> ``Documento``. The reader is chosen by what the file holds; its name only breaks ties.

Old ``.doc`` files lie about themselves: inside may be RTF, HTML, a docx or plain text, and each goes to its own reader.
"""

from __future__ import annotations

import importlib
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from extractor.comun.ajustes import por_memoria_o_profundidad, revisar_medidas, revisar_tamano
from extractor.comun.razones import razon
from extractor.errores import ErrorLectura
from extractor.lectores.guiones import sin_guiones_blandos
from extractor.modelo.documento import Documento, Formato

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_INICIO = 4096
_IMAGENES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")


@dataclass(frozen=True, slots=True)
class Lector:
    """A reader: the formats it gives, how it recognises its bytes, and the module that reads them, loaded when used."""

    formatos: tuple[Formato, ...]
    reconoce: Callable[[bytes], bool]
    modulo: str

    def leer(self, datos: bytes, ruta: str, huella: str) -> Documento:
        """The document of these bytes. Raises ErrorLectura for bad input."""
        leido: Documento = importlib.import_module(f"extractor.lectores.{self.modulo}").leer(datos, ruta, huella)
        return leido


def _partes(datos: bytes) -> frozenset[str]:
    """The names of a zip's parts; none when it is no zip or a broken one."""
    if not datos.startswith(b"PK"):
        return frozenset()
    try:
        with zipfile.ZipFile(BytesIO(datos)) as paquete:
            return frozenset(paquete.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return frozenset()


def _es_docx(datos: bytes) -> bool:
    return any(p.startswith("word/") and p.endswith(".xml") for p in _partes(datos))


def _es_odt(datos: bytes) -> bool:
    partes = _partes(datos)
    return "content.xml" in partes and not _es_hoja_abierta(datos)


def _es_hoja_abierta(datos: bytes) -> bool:
    return b"opendocument.spreadsheet" in datos[:_INICIO]


def _es_xlsx(datos: bytes) -> bool:
    return any(p.startswith("xl/") for p in _partes(datos))


def _es_libro_ole(datos: bytes) -> bool:
    """An OLE file with the directory entry of a workbook ("Workbook" or "Book", in UTF-16)."""
    return datos.startswith(_OLE) and ("Workbook".encode("utf-16-le") in datos or "\x04\x00Book".encode("utf-16-le") in datos)


def _es_html(datos: bytes) -> bool:
    inicio = datos[:_INICIO].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return inicio.startswith((b"<!doctype html", b"<html", b"mime-version:")) or b"<html" in inicio[:1024]


def _es_texto(datos: bytes) -> bool:
    return bool(datos.strip())


LECTORES: tuple[Lector, ...] = (
    Lector(("pdf", "pdf_escaneado"), lambda d: b"%PDF-" in d[:1024], "mixto"),
    Lector(("docx",), _es_docx, "docx"),
    Lector(("odt",), _es_odt, "odt"),
    Lector(("xlsx",), _es_xlsx, "hojas"),
    Lector(("xls",), _es_libro_ole, "hojas"),
    Lector(("doc",), lambda d: d.startswith(_OLE), "doc"),
    Lector(("rtf",), lambda d: d[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"), "rtf"),
    Lector(("imagen",), lambda d: d.startswith(_IMAGENES), "escaneo"),
    Lector(("html",), _es_html, "html"),
    Lector(("txt",), _es_texto, "texto"),
)
"""In the order they are asked; the first that recognises the bytes reads them."""


def leer(ruta: Path, ruta_relativa: str) -> Documento:
    """The document at ``ruta``. Raises ErrorLectura with a stable code and a Spanish sentence for bad input."""
    try:
        datos = ruta.read_bytes()
    except OSError as error:
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", f"no se pudo abrir ({razon(error)}); revise los permisos") from error
    return leer_bytes(datos, ruta_relativa)


def leer_bytes(datos: bytes, ruta_relativa: str) -> Documento:
    """The document of these bytes; ``ruta_relativa`` only names it."""
    if not datos.strip():
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", "el archivo está vacío; pida otra copia")
    revisar_tamano(len(datos))
    if datos.startswith(b"PK") and not any(lector.reconoce(datos) for lector in LECTORES[1:4]):
        frase = "es un archivo comprimido que no contiene un documento conocido, o está incompleto; pida otra copia"
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", frase)
    huella = sha256(datos).hexdigest()
    lector = next(lector for lector in LECTORES if lector.reconoce(datos))
    try:
        return sin_guiones_blandos(revisar_medidas(lector.leer(datos, ruta_relativa, huella)))
    except (ErrorLectura, MemoryError, RecursionError) as error:
        limite = por_memoria_o_profundidad(error)
        if limite is None:
            raise
        raise limite from error
