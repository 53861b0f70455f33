"""``observaciones.docx``: the working paper that goes to the service, one part per document. The same input gives the same
bytes. Word cannot be written as documents come, so the paper is bounded and what does not fit is told in it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType

from extractor.modelo.conjunto import Conjunto
from extractor.modelo.decision import Decision
from extractor.modelo.hallazgo import Gravedad
from extractor.modelo.informe import Informe
from extractor.modelo.regimen import Regimen
from extractor.salidas.observaciones.documento import escribir_conjunto, escribir_documento
from extractor.salidas.observaciones.grupos import repartir
from extractor.salidas.observaciones.papel import Papel
from extractor.salidas.procedencia import Procedencia, fecha_escrita, procedencia
from extractor.salidas.revision.formato import plural

__all__ = ["MAXIMO_DOCUMENTOS", "MAXIMO_OBSERVACIONES", "PapelObservaciones", "escribir_observaciones"]

MAXIMO_DOCUMENTOS = 150
MAXIMO_OBSERVACIONES = 500
_TITULO = "Observaciones al informe de desempeño"


class PapelObservaciones:
    """A context manager that takes Informes. Leaving it writes the file; leaving it by an exception writes none.
    ``gravedad``: the least that is observed."""

    def __init__(
        self, archivo: Path, regimenes: Mapping[str, Regimen] | None = None, gravedad: Gravedad = "aritmetica",
        origen: Procedencia | None = None,
    ) -> None:  # fmt: skip
        self._archivo = archivo
        self._regimenes = regimenes or {}
        self._gravedad: Gravedad = gravedad
        self._origen = origen or procedencia()
        self._papel: Papel | None = None
        self._documentos = 0
        self._escritos = 0
        self._observaciones = 0
        self._fuera = 0
        self._rutas: dict[str, str] = {}
        self._conjunto: Conjunto | None = None

    def __enter__(self) -> PapelObservaciones:
        self._papel = Papel(_TITULO, self._origen.autor or "extractor", self._origen.creado)
        return self

    def __exit__(self, clase: type[BaseException] | None, error: BaseException | None, traza: TracebackType | None) -> None:
        papel, self._papel = self._papel, None
        if error is not None or papel is None:
            return
        if not self._escritos:
            papel.seccion(f"{_TITULO} · extractor {self._origen.version}", nueva=False)
            self._portada(papel)
            papel.parrafo("No se leyó ningún documento.")
        if self._conjunto is not None:
            papel.seccion(f"{_TITULO} · entre documentos", nueva=True)
            escribir_conjunto(papel, self._conjunto, self._gravedad, self._rutas)
        self._cerrar(papel)
        papel.guardar(self._archivo)

    def agregar(self, informe: Informe) -> None:
        """The part of one document, while the paper has room."""
        if self._papel is None:
            raise ValueError("el papel de observaciones no está abierto")
        self._documentos += 1
        self._rutas.setdefault(informe.documento.sha256, informe.documento.ruta)
        if self._escritos >= MAXIMO_DOCUMENTOS or self._observaciones >= MAXIMO_OBSERVACIONES:
            self._fuera += len(repartir(informe, self._gravedad).observaciones)
            return
        ficha = informe.documento
        self._papel.seccion(f"{_TITULO} · {ficha.nombre} · sha256 {ficha.sha256[:16]}…", nueva=self._escritos > 0)
        if not self._escritos:
            self._portada(self._papel)
        libres = MAXIMO_OBSERVACIONES - self._observaciones
        fuera = escribir_documento(self._papel, informe, self._gravedad, self._regimenes, self._origen, libres)
        self._escritos += 1
        self._fuera += fuera
        self._observaciones += min(len(repartir(informe, self._gravedad).observaciones), libres)

    def agregar_conjunto(self, conjunto: Conjunto) -> None:
        """The observations about several documents, which close the paper."""
        self._conjunto = conjunto

    def _portada(self, papel: Papel) -> None:
        papel.titulo(_TITULO, 0)
        firma = [f"Preparado por {self._origen.autor}"] if self._origen.autor else []
        firma += [fecha_escrita(self._origen.fecha)] if self._origen.fecha is not None else []
        if firma:
            papel.parrafo(", ".join(firma) + ".")
        papel.parrafo(
            "Cada observación cita lo que está impreso y muestra cómo se recalculó. Describe inconsistencias entre cifras y "
            "textos del documento; no juzga su causa. El servicio puede responder en el recuadro de cada una.",
            gris=True,
        )

    def _cerrar(self, papel: Papel) -> None:
        sin_parte = self._documentos - self._escritos
        if sin_parte or self._fuera:
            papel.titulo("Lo que no cabe en este papel", 1)
            observaciones = plural(self._fuera, "observación", "observaciones")
            papel.parrafo(
                f"{plural(sin_parte, 'documento', 'documentos')} sin parte propia y {observaciones} más: "
                "están completos en hallazgos.xlsx. Para tenerlos en papel, audite menos documentos a la vez."
            )
        if self._origen.decisiones:
            papel.titulo("Decisiones registradas", 1)
            filas = [(d.id, d.tipo, d.valor, d.quien, d.cuando, d.porque) for d in self._origen.decisiones[:500]]
            papel.tabla(("Id", "Tipo", "Valor", "Quién", "Cuándo", "Por qué"), filas, (2.2, 2.4, 3.2, 2.4, 2.6, 4.4))
            fuera = len(self._origen.decisiones) - len(filas)
            if fuera:
                papel.parrafo(f"y {fuera} decisiones más, que están en hallazgos.xlsx.", gris=True)


def escribir_observaciones(
    archivo: Path,
    informes: Iterable[Informe],
    *,
    conjunto: Conjunto | None = None,
    regimenes: Mapping[str, Regimen] | None = None,
    gravedad: Gravedad = "aritmetica",
    autor: str | None = None,
    fecha: dt.date | None = None,
    decisiones: Iterable[Decision] = (),
) -> None:
    """The whole paper at once. ``autor``, ``fecha`` and ``decisiones`` are told in it where given."""
    with PapelObservaciones(archivo, regimenes, gravedad, procedencia(autor, fecha, decisiones)) as papel:
        for informe in informes:
            papel.agregar(informe)
        if conjunto is not None:
            papel.agregar_conjunto(conjunto)
