"""Where the files of a database's documents are: looked for by the paths it holds, below the folders a person named, and
taken only when their content is the one that was read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extractor.comun.ajustes import MB, limites
from extractor.errores import ErrorUso
from extractor.lote.fichas import leer_fichero
from extractor.lote.recorrido import ruta_visible
from extractor.modelo.declarado import Declarado


@dataclass(frozen=True, slots=True)
class Hallado:
    """The file of a document: its content, the path it is known by, and what a person states of it."""

    datos: bytes
    ruta: str
    declarado: Declarado


@dataclass(frozen=True, slots=True)
class Origenes:
    """``carpetas``: where to look, in order. ``declarado``: what the command states of all documents."""

    carpetas: tuple[Path, ...]
    declarado: Declarado = field(default_factory=Declarado)

    def buscar(self, sha256: str, rutas: Sequence[str]) -> Hallado | None:
        """The file with that content at one of ``rutas`` below one of the folders; None when there is none any more.

        Raises ErrorUso for a ``documentos.csv`` beside it that cannot be understood.
        """
        for carpeta in self.carpetas:
            for ruta in rutas:
                archivo = _dentro(carpeta, ruta)
                datos = None if archivo is None else _con_suma(archivo, sha256)
                if archivo is not None and datos is not None:
                    return Hallado(datos, ruta, _declarado(carpeta, archivo).con(self.declarado))
        return None


def carpetas_de(indicadas: Sequence[Path], base: Path | None, ordenes: Iterable[str]) -> tuple[Path, ...]:
    """The folders named, or by default: that of the database's file and the current one, and in them those from which it
    was loaded (``ordenes``, as its runs noted them). Raises ErrorUso for one named that is no folder."""
    for carpeta in indicadas:
        if not carpeta.is_dir():
            raise ErrorUso(f"no existe la carpeta «{carpeta}»; indique en --origen dónde están los informes")
    if indicadas:
        return tuple(c.resolve() for c in indicadas)
    bases = [b.resolve() for b in ([base] if base is not None else []) + [Path()]]
    cargadas = [parte for orden in ordenes for parte in _partes(orden)]
    todas = [*bases, *(b / parte for parte in cargadas for b in bases)]
    return tuple(dict.fromkeys(c.resolve() for c in todas if c.is_dir() and any(c.resolve().is_relative_to(b) for b in bases)))


def _partes(orden: str) -> list[str]:
    """The relative paths that a noted command may have named; one with spaces is also tried whole."""
    resto = orden.removeprefix("migrar ").strip()
    return [p for p in dict.fromkeys([resto, *resto.split()]) if p and not Path(p).is_absolute() and "://" not in p]


def _dentro(carpeta: Path, ruta: str) -> Path | None:
    """The file that outputs show as ``ruta``; never one outside ``carpeta``."""
    actual = carpeta
    for parte in ruta.split("/"):
        if parte in ("", ".", ".."):
            return None
        siguiente = actual / parte
        if not siguiente.exists():
            # a name that is not written in composed accents, or not in UTF-8
            siguiente = next((e for e in _entradas(actual) if ruta_visible(e.name) == parte), siguiente)
        actual = siguiente
    return actual if actual.is_file() and actual.resolve().is_relative_to(carpeta) else None


def _entradas(carpeta: Path) -> Iterator[Path]:
    try:
        yield from carpeta.iterdir()
    except OSError:
        return


def _con_suma(archivo: Path, sha256: str) -> bytes | None:
    try:
        if archivo.stat().st_size > limites().tamano_mb * MB:
            return None
        datos = archivo.read_bytes()
    except OSError:
        return None
    return datos if hashlib.sha256(datos).hexdigest() == sha256 else None


def _declarado(carpeta: Path, archivo: Path) -> Declarado:
    """What the ``documentos.csv`` files between ``carpeta`` and the file say of it, the nearest over the farthest."""
    dicho = Declarado()
    for superior in reversed([p for p in archivo.parents if p.is_relative_to(carpeta)]):
        fichero = leer_fichero(superior)
        ficha = fichero.de(archivo)[1] if fichero is not None else None
        if ficha is not None:
            dicho = dicho.con(ficha.declarado)
    return dicho
