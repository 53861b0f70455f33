"""The OLE file around a Word document: its streams, opened so that a hostile file can neither hang nor grow.

olefile follows what the headers say; a FAT that bites its tail and a stream that claims 4 GB would make it copy the
same sector for ever. So the counts of the header and the size of each stream are checked against the file's first.
"""

from __future__ import annotations

import struct
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from extractor.comun.ajustes import revisar_tamano
from extractor.errores import ErrorLectura
from extractor.lectores.doc.resumen import leer_resumen

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CIFRADO = ("EncryptedPackage", "EncryptionInfo", "\x06DataSpaces")
DANADO = "el documento de Word está dañado o incompleto; pida otra copia o ábralo en Word y guárdelo de nuevo"
PROTEGIDO = "el documento está protegido con contraseña; pida una copia sin contraseña"


def ilegible(frase: str = DANADO) -> ErrorLectura:
    """The error for a damaged document, to be raised by the caller."""
    return ErrorLectura("DOCUMENTO_ILEGIBLE", frase)


@dataclass(frozen=True, slots=True)
class Contenedor:
    """The streams of a Word document: the main one, both table streams (one is in use, the FIB says which), the data
    stream, and what the summary says of the file. ``objetos``: how many objects are embedded in it."""

    principal: bytes
    tablas: tuple[bytes, bytes]
    datos: bytes
    metadatos: dict[str, str | None]
    objetos: int


def abrir(datos: bytes) -> Contenedor:
    """The streams of a .doc. Raises ErrorLectura: FORMATO_DESCONOCIDO if it is not an OLE file or holds no Word
    document, DOCUMENTO_PROTEGIDO if it is an encrypted package, LIMITE_EXCEDIDO if it is too large, DOCUMENTO_ILEGIBLE
    if it is damaged."""
    if not datos.startswith(_OLE):
        raise ErrorLectura("FORMATO_DESCONOCIDO", "no es un documento de Word 97-2003; revise con qué programa se creó")
    revisar_tamano(len(datos))
    _revisar_cabecera(datos)
    import olefile

    try:
        archivo = olefile.OleFileIO(datos)
    except Exception as error:  # whatever a foreign parser raises on bad bytes, the file is the cause
        raise ilegible() from error
    try:
        nombres = {"/".join(partes) for partes in archivo.listdir()}
        if any(nombre.split("/")[0] in _CIFRADO for nombre in nombres):
            raise ErrorLectura("DOCUMENTO_PROTEGIDO", PROTEGIDO)
        if "WordDocument" not in nombres:
            frase = "es un archivo de Office que no contiene un documento de Word; revise con qué programa se creó"
            raise ErrorLectura("FORMATO_DESCONOCIDO", frase)
        corrientes = [_corriente(archivo, nombre, len(datos)) for nombre in ("WordDocument", "0Table", "1Table", "Data")]
        resumen = leer_resumen(_corriente(archivo, "\x05SummaryInformation", len(datos)))
        return Contenedor(corrientes[0], (corrientes[1], corrientes[2]), corrientes[3], resumen, cuantos_objetos(nombres))
    except ErrorLectura:
        raise
    except Exception as error:  # as above: reading a stream walks tables the file wrote
        raise ilegible() from error
    finally:
        archivo.close()


def cuantos_objetos(nombres: Collection[str]) -> int:
    """How many embedded objects the streams of these names belong to."""
    return len({nombre.split("/")[1] for nombre in nombres if nombre.startswith("ObjectPool/")})


def _revisar_cabecera(datos: bytes) -> None:
    """Raises ErrorLectura unless sector sizes are legal and the tables the header announces fit in the file."""
    if len(datos) < 1536:
        raise ilegible()
    potencia, potencia_mini = struct.unpack_from("<HH", datos, 30)
    fat = struct.unpack_from("<I", datos, 44)[0]
    minifat = struct.unpack_from("<I", datos, 64)[0]
    difat = struct.unpack_from("<I", datos, 72)[0]
    sectores = len(datos) // 512 + 1
    if potencia not in (9, 12) or potencia_mini != 6 or max(fat, minifat, difat) > sectores:
        raise ilegible()


def _corriente(archivo: Any, nombre: str, limite: int) -> bytes:
    """The bytes of a stream, empty when it is absent."""
    if not archivo.exists(nombre):
        return b""
    if archivo.root is None or max(archivo.get_size(nombre), archivo.root.size) > limite:
        raise ilegible()
    with archivo.openstream(nombre) as corriente:
        leido: bytes = corriente.read()
    return leido
