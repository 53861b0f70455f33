"""The working paper as a file: what was found, what was decided of it, by whom, when, and of which content."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from extractor.errores import ErrorLectura
from extractor.modelo.conjunto import Conjunto
from extractor.modelo.informe import Informe
from extractor.modelo.vista import Vista
from extractor.revision.documentos import sha_de
from extractor.revision.mesa import Abierto, Mesa
from extractor.salidas.observaciones import PapelObservaciones
from extractor.salidas.planilla import PlanillaHallazgos
from extractor.salidas.procedencia import Procedencia, fecha_escrita, procedencia
from extractor.salidas.revision import PaginaRevision

FORMATOS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
}
MAXIMO = 150
"""Documents of one working paper; a paper of more is nobody's reading."""


class _Libro(Protocol):
    def agregar_conjunto(self, conjunto: Conjunto) -> None: ...


def escribir_papel(
    mesa: Mesa,
    abiertos: Iterable[Abierto],
    quien: str,
    formato: str,
    carpeta: Path,
    nombre: str,
    conjunto: Conjunto | None = None,
) -> Path:
    """Writes the working paper of the documents into ``carpeta`` and returns it. ``nombre``: as ``nombre_de`` gives it."""
    hoy = dt.date.today()
    archivo = carpeta / f"{nombre}_{hoy.isoformat()}.{formato}"
    abiertos = list(abiertos)
    shas = {a.sha256 for a in abiertos}
    usadas = {i for a in abiertos for i in a.informe.decisiones}
    propias = [d for d in mesa.decisiones().vigentes if sha_de(d) in shas or d.id in usadas]
    with _libro(archivo, formato, mesa, procedencia(quien, hoy, propias)) as (libro, agregar):
        for abierto in abiertos:
            agregar(abierto.informe, partial(_vista, mesa, abierto))
        if conjunto is not None:
            libro.agregar_conjunto(conjunto)
    return archivo


def nombre_de(abierto: Abierto) -> str:
    """A file name without its day: the document's, in plain letters, and the beginning of its hash."""
    nombre = abierto.informe.documento.nombre
    tronco = re.sub(r"[^A-Za-z0-9_-]+", "_", nombre.rpartition(".")[0] or nombre).strip("_")[:60]
    return f"papel_{tronco or 'documento'}_{abierto.sha256[:12]}"


@contextmanager
def _libro(
    archivo: Path, formato: str, mesa: Mesa, origen: Procedencia
) -> Iterator[tuple[_Libro, Callable[[Informe, Callable[[], Vista]], Any]]]:
    if formato == "xlsx":
        with PlanillaHallazgos(archivo, mesa.regimenes, origen) as planilla:
            yield planilla, lambda informe, _: planilla.agregar(informe)
    elif formato == "docx":
        with PapelObservaciones(archivo, mesa.regimenes, "aviso", origen) as observaciones:
            yield observaciones, lambda informe, _: observaciones.agregar(informe)
    else:
        firma = [f"Revisado por {origen.autor}, {fecha_escrita(origen.fecha)}."] if origen.autor and origen.fecha else []
        with PaginaRevision(archivo, mesa.regimenes, firma=firma) as pagina:
            yield pagina, pagina.agregar


def _vista(mesa: Mesa, abierto: Abierto) -> Vista:
    vista, motivo = mesa.vista(abierto)
    if vista is None:
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", (motivo or "").rstrip("."))
    return vista
