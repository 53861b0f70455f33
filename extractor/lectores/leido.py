"""What every reader gives of a file, and the one place where it becomes a ``Documento``."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath

from extractor.lectores.arbol import Aviso
from extractor.modelo.documento import Bloque, Documento, Formato, Imagen, NotaCruda


@dataclass(frozen=True, slots=True)
class Leido:
    """The contents of a file, as the fields of ``Documento`` of the same names are."""

    bloques: tuple[Bloque, ...]
    avisos: tuple[Aviso, ...] = ()
    notas: tuple[NotaCruda, ...] = ()
    descartadas: int = 0
    membretes: tuple[str, ...] = ()
    imagenes: tuple[Imagen, ...] = ()
    metadatos: dict[str, str | None] = field(default_factory=dict)
    paginas: int | None = None
    paginas_ocr: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Archivo:
    """The bytes of a file, and the path and fingerprint it is told by."""

    datos: bytes
    ruta: str
    sha256: str

    def documento(self, formato: Formato, lector: str, leido: Leido) -> Documento:
        """The document that the reader of this name found in the file."""
        return Documento(
            ruta=self.ruta,
            nombre=PurePosixPath(self.ruta).name,
            sha256=self.sha256,
            bytes=len(self.datos),
            formato=formato,
            lector=lector,
            bloques=leido.bloques,
            notas=leido.notas,
            paginas=leido.paginas,
            paginas_ocr=leido.paginas_ocr,
            metadatos=leido.metadatos,
            avisos=leido.avisos,
            descartadas=leido.descartadas,
            membretes=leido.membretes,
            imagenes=leido.imagenes,
        )
