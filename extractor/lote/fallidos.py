"""A document of a batch that could not be read, by whoever noticed: its worker, the process that runs the batch, the loading."""

from __future__ import annotations

import hashlib
from pathlib import Path

from extractor.comun.ajustes import MB, limites
from extractor.comun.decisiones import SIN_DECISIONES, Decisiones
from extractor.errores import ErrorLectura
from extractor.lote.recorrido import Encargo
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe

_MAXIMO_MOTIVO = 300


def motivo_de_falla(error: BaseException) -> str:
    """The reason recorded for a failure of ours: the kind of error and the first line of its message, which for a
    database error is followed by the statement and the document's own texts."""
    primera = next(iter(str(error).strip().splitlines()), "")
    return f"falla del programa: {type(error).__name__}: {primera[:_MAXIMO_MOTIVO]}"


def fallido(encargo: Encargo, error: ErrorLectura, decisiones: Decisiones = SIN_DECISIONES) -> Informe:
    """The failed Informe of a document of the run."""
    return informe_fallido(
        encargo.ruta, encargo.ruta_relativa, error.codigo, str(error), encargo.declarado, decisiones
    )  # fmt: skip


def informe_fallido(
    ruta: Path,
    ruta_relativa: str,
    codigo: str,
    motivo: str,
    declarado: Declarado | None = None,
    decisiones: Decisiones = SIN_DECISIONES,
) -> Informe:
    """A failed Informe with ``codigo`` (a reading code of CONTRACT.md section 3) and what persons state of the document. Never
    raises for an unreadable file: then its hash is that of nothing and its size 0. A file larger than is read is not read for
    its hash either."""
    from extractor.proceso.fallido import informe_fallido as de_contenido

    return de_contenido(ruta_relativa, _contenido(ruta), ErrorLectura(codigo, motivo), declarado, decisiones)


def _contenido(ruta: Path) -> tuple[str | None, int]:
    try:
        largo = ruta.stat().st_size
        if largo > limites().tamano_mb * MB:
            return None, largo
        with ruta.open("rb") as archivo:
            suma = hashlib.file_digest(archivo, "sha256").hexdigest()
            return suma, archivo.tell()
    except OSError:
        return None, 0
