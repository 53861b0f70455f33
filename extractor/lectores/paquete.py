"""Zipped documents (docx, odt, xlsx) opened with limits: no bombs, no declared entities, no network."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from extractor.comun.ajustes import MB, exceso, limites
from extractor.errores import ErrorLectura

MAXIMO_PARTES = 10_000
MINIMO_SOSPECHOSO = 4 * MB
"""Smaller parts may expand as much as they like: blanks of a form do."""
_DANADO = "el archivo está dañado o incompleto; pida otra copia o ábralo y guárdelo de nuevo"
ENTIDADES = "el archivo declara entidades externas o propias; por seguridad no se lee"
_DECLARACIONES = ("<!DOCTYPE", "<!ENTITY")


class Paquete:
    """The parts of a zipped document, each read at most once and never beyond the limits.

    Raises ErrorLectura: DOCUMENTO_ILEGIBLE when the zip is broken, LIMITE_EXCEDIDO when it expands too much.
    """

    def __init__(self, datos: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(datos))
            fichas = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, IndexError) as error:
            raise ErrorLectura("DOCUMENTO_ILEGIBLE", _DANADO) from error
        if len(fichas) > MAXIMO_PARTES:
            raise ErrorLectura("LIMITE_EXCEDIDO", f"el archivo tiene {len(fichas)} partes; no parece un documento")
        self._fichas = {f.filename.replace("\\", "/").lstrip("/"): f for f in fichas}
        self._leido = 0

    @property
    def nombres(self) -> tuple[str, ...]:
        """The names of the parts, sorted."""
        return tuple(sorted(self._fichas))

    def tamano(self, nombre: str) -> int:
        """The declared expanded size of a part; 0 when it is absent."""
        ficha = self._fichas.get(nombre)
        return ficha.file_size if ficha else 0

    def leer(self, nombre: str) -> bytes | None:
        """The bytes of a part, or None when there is no such part."""
        ficha = self._fichas.get(nombre)
        if ficha is None:
            return None
        tope = limites()
        if ficha.file_size > MINIMO_SOSPECHOSO and ficha.file_size > tope.expansion * max(1, ficha.compress_size):
            raise exceso("expansion", f"una parte del archivo ocupa abierta más de {tope.expansion} veces su tamaño; no se abrió")
        if ficha.file_size > tope.parte_mb * MB:
            raise exceso("parte_mb", f"una parte del archivo ocupa abierta {ficha.file_size // MB} MB; no se abrió")
        if self._leido + ficha.file_size > tope.expandido_mb * MB:
            raise exceso("expandido_mb", f"el archivo ocupa abierto más de {tope.expandido_mb} MB; no se siguió leyendo")
        try:
            with self._zip.open(ficha) as parte:
                datos = parte.read(tope.parte_mb * MB + 1)
        except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError, RuntimeError) as error:
            if ficha.flag_bits & 1:
                raise ErrorLectura("DOCUMENTO_PROTEGIDO", "el archivo tiene clave; pida una copia sin clave") from error
            raise ErrorLectura("DOCUMENTO_ILEGIBLE", _DANADO) from error
        self._leido += len(datos)
        return datos

    def xml(self, nombre: str) -> Any | None:
        """The root element of an XML part, or None when there is no such part."""
        datos = self.leer(nombre)
        return None if datos is None else leer_xml(datos)


def declara_entidades(datos: bytes) -> bool:
    """Whether XML bytes declare a document type or entities, in any of the encodings an office file may use."""
    codificadas = [d.encode(c) for d in _DECLARACIONES for c in ("ascii", "utf-16-le", "utf-16-be")]
    return any(c in datos for c in codificadas)


def leer_xml(datos: bytes) -> Any:
    """The root element. Raises ErrorLectura(DOCUMENTO_ILEGIBLE) for broken XML and for XML that declares entities."""
    from lxml import etree

    if declara_entidades(datos):
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", ENTIDADES)
    interprete = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True)
    try:
        raiz = etree.fromstring(datos, interprete)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", _DANADO) from error
    return raiz
