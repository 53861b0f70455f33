"""The text of a web page, its encoding decided once; and the page inside a single-file one (MIME)."""

from __future__ import annotations

import codecs
import re

from extractor.errores import ErrorLectura
from extractor.lectores.comunes import decodificar

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_MIME = re.compile(rb"^(?:[\s\xef\xbb\xbf]*)(?:MIME-Version|From|Content-Type|Subject|Date|X-[\w-]+):", re.IGNORECASE)
_EQUIVALENTES = {"iso8859-1": "cp1252", "ascii": "cp1252"}
"""What Word and browsers mean by these names."""


def es_mime(datos: bytes) -> bool:
    """Whether these bytes are a single-file web page: MIME headers, then parts."""
    return bool(_MIME.match(datos[:256])) and b"multipart/related" in datos[:4096].lower()


def texto_de(datos: bytes) -> str:
    """The page's text. Raises ErrorLectura(FORMATO_DESCONOCIDO) for binary data, DOCUMENTO_ILEGIBLE for a single-file
    page without a page in it."""
    if es_mime(datos):
        datos, declarada = _de_mime(datos)
    else:
        declarada = ""
    if not datos.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        hallada = _CHARSET.search(datos[:4096])
        declarada = declarada or (hallada.group(1).decode("ascii") if hallada else "")
        try:
            nombre = codecs.lookup(declarada).name if declarada else ""
            nombre = _EQUIVALENTES.get(nombre, nombre)
            if nombre and not nombre.startswith(("utf-16", "utf-32")):
                return datos.decode(nombre)
        except (LookupError, UnicodeError):
            pass
    return decodificar(datos)[0]


def _de_mime(datos: bytes) -> tuple[bytes, str]:
    from email import message_from_bytes
    from email.errors import MessageError

    try:
        for parte in message_from_bytes(datos).walk():
            if parte.get_content_type() == "text/html":
                contenido = parte.get_payload(decode=True)
                if isinstance(contenido, bytes) and contenido.strip():
                    return contenido, str(parte.get_content_charset() or "")
    except (MessageError, LookupError, ValueError, AttributeError, RecursionError) as error:
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", "la página web está dañada; pida otra copia") from error
    raise ErrorLectura("DOCUMENTO_ILEGIBLE", "el archivo no contiene la página web que anuncia; pida otra copia")
