"""Bytes -> ``Documento``. The reader is chosen by what the file holds; its name only breaks ties."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from extractor.errores import ErrorLectura
from extractor.lectores import docx, texto
from extractor.modelo.documento import Documento, Formato

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Lector:
    """A reader: the format it reads, how it recognises its bytes, and the reading itself."""

    formato: Formato
    reconoce: Callable[[bytes], bool]
    leer: Callable[[bytes, str, str], Documento]


def _es_docx(datos: bytes) -> bool:
    if not datos.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(BytesIO(datos)) as paquete:
            return "word/document.xml" in paquete.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return False


def _es_texto(datos: bytes) -> bool:
    return bool(datos.strip()) and _sin_lector(datos) is None


LECTORES: tuple[Lector, ...] = (
    Lector("docx", _es_docx, docx.leer),
    Lector("txt", _es_texto, texto.leer),
)


def _sin_lector(datos: bytes) -> tuple[str, str] | None:
    """Code and sentence for bytes that name a format which is not read, or None."""
    inicio = datos[:1024].lstrip()
    if datos.startswith(_OLE):
        return "FORMATO_DESCONOCIDO", "es un documento de Word 97-2003 (.doc), que aún no se lee; guárdelo como docx"
    if inicio.startswith(b"%PDF"):
        return "FORMATO_DESCONOCIDO", "es un PDF, que aún no se lee; conviértalo a docx o a texto"
    if inicio.startswith(b"{\\rtf"):
        return "FORMATO_DESCONOCIDO", "es un documento RTF, que aún no se lee; guárdelo como docx"
    if inicio[:15].lower().startswith((b"<!doctype html", b"<html")):
        return "FORMATO_DESCONOCIDO", "es una página HTML, que aún no se lee; guárdela como docx"
    if datos.startswith(b"PK"):
        return "DOCUMENTO_ILEGIBLE", "es un archivo comprimido que no contiene un documento de Word, o está incompleto"
    return None


def leer(ruta: Path, ruta_relativa: str) -> Documento:
    """The document at ``ruta``. Raises ErrorLectura with a stable code and a Spanish sentence for bad input."""
    try:
        datos = ruta.read_bytes()
    except OSError as error:
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", f"no se pudo abrir ({error.strerror}); revise los permisos") from error
    return leer_bytes(datos, ruta_relativa)


def leer_bytes(datos: bytes, ruta_relativa: str) -> Documento:
    """The document of these bytes; ``ruta_relativa`` only names it."""
    if not datos.strip():
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", "el archivo está vacío; pida otra copia")
    huella = sha256(datos).hexdigest()
    for lector in LECTORES:
        if lector.reconoce(datos):
            return lector.leer(datos, ruta_relativa, huella)
    codigo, frase = _sin_lector(datos) or ("FORMATO_DESCONOCIDO", "no se reconoce el formato; indique el programa que lo creó")
    raise ErrorLectura(codigo, frase)
