"""The folder of ``--salida``: ``informes.jsonl``, ``hallazgos.xlsx``, ``revision.html`` and ``observaciones.docx``, put in place
only when whole.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import TextIO

from extractor.comun.razones import razon
from extractor.errores import ErrorUso
from extractor.modelo.conjunto import Conjunto
from extractor.modelo.hallazgo import Gravedad
from extractor.modelo.informe import Informe
from extractor.modelo.regimen import Regimen
from extractor.modelo.vista import Vista
from extractor.salidas.json_informes import linea
from extractor.salidas.observaciones import PapelObservaciones
from extractor.salidas.planilla import PlanillaHallazgos
from extractor.salidas.procedencia import Procedencia
from extractor.salidas.revision import PaginaRevision

ARCHIVOS = ("informes.jsonl", "hallazgos.xlsx", "revision.html", "observaciones.docx")


class CarpetaSalida:
    """A context manager that takes Informes. With None as its folder it writes nothing.

    Files are written beside their final names and renamed on leaving, so what is there is always whole; an exception
    leaves the files of an earlier run as they were. Raises ErrorUso when the folder cannot be written. ``regimenes``: gives
    those that tables may name, by id, for charts, formulas and thresholds; ``gravedad``: the least that is observed to the
    service; ``origen``: who made the working papers, with what and when.
    """

    def __init__(
        self,
        carpeta: Path | None,
        regimenes: Callable[[], Mapping[str, Regimen]] | None = None,
        gravedad: Gravedad = "aritmetica",
        origen: Procedencia | None = None,
    ) -> None:
        self._carpeta = carpeta
        self._regimenes = regimenes
        self._gravedad: Gravedad = gravedad
        self._origen = origen
        self._pila = ExitStack()
        self._lineas: TextIO | None = None
        self._planilla: PlanillaHallazgos | None = None
        self._pagina: PaginaRevision | None = None
        self._papel: PapelObservaciones | None = None

    def __enter__(self) -> CarpetaSalida:
        if self._carpeta is None:
            return self
        try:
            self._carpeta.mkdir(parents=True, exist_ok=True)
            jsonl, xlsx, html, docx = self._parciales()
            regimenes = self._regimenes() if self._regimenes else {}
            self._lineas = self._pila.enter_context(jsonl.open("w", encoding="utf-8", newline="\n"))
            self._planilla = self._pila.enter_context(PlanillaHallazgos(xlsx, regimenes, self._origen))
            self._pagina = self._pila.enter_context(PaginaRevision(html, regimenes))
            self._papel = self._pila.enter_context(PapelObservaciones(docx, regimenes, self._gravedad, self._origen))
        except OSError as error:
            self._pila.close()
            raise _no_se_puede(self._carpeta, error) from error
        return self

    def agregar(self, informe: Informe, fuente: Callable[[], Vista] | None = None, archivo: Path | None = None) -> None:
        """``fuente``: makes the view of its source, for the page; asked only where it is shown. ``archivo``: where the document
        is, for links to it."""
        if self._lineas is None or self._planilla is None or self._pagina is None or self._papel is None:
            return
        self._lineas.write(linea(informe) + "\n")
        self._planilla.agregar(informe, archivo)
        self._pagina.agregar(informe, fuente)
        self._papel.agregar(informe)

    def agregar_conjunto(self, conjunto: Conjunto | None) -> None:
        """What was found between the documents, after all of them; nothing for None."""
        if conjunto is None or self._lineas is None or self._planilla is None or self._pagina is None or self._papel is None:
            return
        self._lineas.write(linea(conjunto) + "\n")
        self._planilla.agregar_conjunto(conjunto)
        self._pagina.agregar_conjunto(conjunto)
        self._papel.agregar_conjunto(conjunto)

    def __exit__(self, clase: type[BaseException] | None, error: BaseException | None, traza: TracebackType | None) -> None:
        if self._carpeta is None:
            return
        entera = False
        try:
            self._pila.__exit__(clase, error, traza)
            if error is None:
                for parcial, nombre in zip(self._parciales(), ARCHIVOS, strict=True):
                    parcial.replace(self._carpeta / nombre)
                entera = True
        except OSError as falla:
            raise _no_se_puede(self._carpeta, falla) from falla
        finally:
            if not entera:
                self._quitar_parciales()

    def _quitar_parciales(self) -> None:
        """What could not be completed is of no use and may be what fills the disk."""
        for parcial in self._parciales():
            with suppress(OSError):
                parcial.unlink(missing_ok=True)

    def _parciales(self) -> list[Path]:
        carpeta = self._carpeta or Path()
        return [carpeta / f"{nombre}.parcial" for nombre in ARCHIVOS]


def _no_se_puede(carpeta: Path, error: OSError) -> ErrorUso:
    return ErrorUso(f"no se puede escribir en «{carpeta}»: {razon(error)}")
