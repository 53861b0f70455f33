"""The summaries of a run while they arrive, packed, and what the rules are given: those of one service at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from extractor.modelo.conjunto import Paquete, Resumen

_ORDEN_FORMATOS = ("docx", "doc", "odt", "rtf", "html", "xlsx", "xls", "txt", "pdf", "pdf_escaneado", "imagen")
"""Of several copies, the one whose reading loses least stands for the rest."""


@dataclass(frozen=True, slots=True)
class Ficha:
    """What is known of one content before its summary is opened: its paths, sorted, and the packed summary."""

    rutas: tuple[str, ...]
    paquete: Paquete

    @property
    def resumen(self) -> Resumen:
        return self.paquete.resumen(self.rutas[0])


class Acumulador:
    """Takes one packed summary per document, in any order."""

    def __init__(self) -> None:
        self._fichas: dict[str, Ficha] = {}

    def agregar(self, ruta: str, paquete: Paquete) -> None:
        """The document found at ``ruta``. The same content again only adds its path."""
        previa = self._fichas.get(paquete.sha256)
        rutas = (ruta,) if previa is None else tuple(sorted((*previa.rutas, ruta)))
        self._fichas[paquete.sha256] = Ficha(rutas, paquete if previa is None else previa.paquete)

    @property
    def fichas(self) -> dict[str, Ficha]:
        """By content hash, sorted by it."""
        return dict(sorted(self._fichas.items()))


@dataclass(frozen=True)
class Grupo:
    """The documents of one service, by content hash; ``rutas``: the paths of each. ``sin_leer``: the files in their folders that
    nobody could read, so that whose they are is not known."""

    resumenes: tuple[Resumen, ...]
    rutas: dict[str, tuple[str, ...]]
    sin_leer: tuple[str, ...] = ()

    def nombre(self, sha256: str) -> str:
        """The document as a person knows it: its path; with the beginning of its sha256 when another content was found at the
        same path (a database keeps both versions)."""
        ruta = self.rutas[sha256][0]
        hay_otro = any(ruta in otras for otro, otras in self.rutas.items() if otro != sha256)
        return f"{ruta} (sha256 {sha256[:8]}…)" if hay_otro else ruta


def grupos(fichas: dict[str, Ficha]) -> Iterator[Grupo]:
    """One group per service, sorted; documents whose service is not known belong to none."""
    por_servicio: dict[str, list[str]] = {}
    fallidos: list[str] = []
    for sha, ficha in fichas.items():
        if ficha.paquete.servicio:
            por_servicio.setdefault(ficha.paquete.servicio, []).append(sha)
        elif ficha.resumen.estado == "fallido":
            fallidos.extend(ficha.rutas)
    for clave in sorted(por_servicio):
        shas = por_servicio[clave]
        rutas = {sha: fichas[sha].rutas for sha in shas}
        carpetas = {PurePosixPath(ruta).parent for propias in rutas.values() for ruta in propias}
        vecinos = tuple(ruta for ruta in sorted(fallidos) if PurePosixPath(ruta).parent in carpetas)
        yield Grupo(tuple(fichas[sha].resumen for sha in shas), rutas, vecinos)


def preferencia(resumen: Resumen) -> tuple[int, int, str]:
    """Sorts copies of one report, the best to quote first."""
    formato = resumen.formato or "imagen"
    return int(resumen.escaneado), _ORDEN_FORMATOS.index(formato), resumen.sha256
