"""A source made ready to be looked at: page images for PDF, scans and images; paragraphs and tables for the rest.

With its ``Informe`` at hand a paged source is not read again (reading a scan takes seconds a page): the boxes that the
Informe keeps are those of what was read. Other formats are read again, which takes milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from extractor.comun.razones import razon
from extractor.errores import ErrorLectura
from extractor.modelo.base import Origen
from extractor.modelo.documento import BloqueTabla, Celda, Documento, FlujoCeldas, Parrafo
from extractor.modelo.informe import Informe
from extractor.modelo.regimen import Regimen
from extractor.modelo.valores import Cifra
from extractor.modelo.vista import (
    BloqueVisto,
    Caja,
    CajaVista,
    CeldaVista,
    FilaVista,
    PaginaVista,
    ParrafoVisto,
    TablaVista,
    Vista,
)

PAGINADOS = ("pdf", "pdf_escaneado", "imagen")
"""Formats whose places are boxes on pages."""


def vista_de(fuente: Path | bytes, ruta_relativa: str, informe: Informe | None = None) -> Vista:
    """The view of a file, or of its bytes.

    ``informe``: what was extracted from it. Raises ErrorLectura when the source cannot be read, or is no longer the file
    that ``informe`` was made from.
    """
    try:
        datos = fuente if isinstance(fuente, bytes) else fuente.read_bytes()
    except OSError as error:
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", f"no se pudo abrir ({razon(error)}); revise si sigue ahí") from error
    huella = sha256(datos).hexdigest()
    if informe is not None and huella != informe.documento.sha256:
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", "el archivo cambió después de leerlo; repita la orden")
    if informe is not None and informe.documento.formato in PAGINADOS:
        return _por_paginas(datos, ruta_relativa, huella, informe.documento.formato == "imagen", _cajas_del_informe(informe))
    from extractor.lectores import leer_bytes

    documento = leer_bytes(datos, ruta_relativa)
    if documento.formato in PAGINADOS:
        return _por_paginas(datos, ruta_relativa, huella, documento.formato == "imagen", _cajas_del_documento(documento))
    return vista_de_documento(documento, informe)


def vista_de_documento(documento: Documento, informe: Informe | None = None) -> Vista:
    """The text and tables of a document already read, whatever its format. With ``informe``, cells whose row ends the source
    lost are laid out in the rows that were found."""
    armador = _Armador(informe)
    bloques = tuple(b for bloque in documento.bloques for b in armador.bloque(bloque))
    notas = tuple((nota.marca, armador.parrafo(nota.parrafo)) for nota in documento.notas)
    return Vista(documento.ruta, documento.sha256, bloques, notas)


def regimenes_conocidos() -> dict[str, Regimen]:
    """Every regime that an Informe may name, by id: those of ``patrones/regimenes`` and those that families bring."""
    from extractor.formatos.carga import regimenes_propios
    from extractor.reconciliador import cargar_regimenes

    return {**cargar_regimenes(), **regimenes_propios()}


class _Armador:
    """Gives each element its id, in the order of the document."""

    def __init__(self, informe: Informe | None) -> None:
        from extractor.proceso.vista_flujo import Renglones

        self._renglones = Renglones(informe)
        self._cuentas = dict.fromkeys("pcft", 0)

    def _id(self, clase: str) -> str:
        self._cuentas[clase] += 1
        return f"{clase}{self._cuentas[clase]}"

    def bloque(self, bloque: Parrafo | BloqueTabla | FlujoCeldas) -> Iterator[BloqueVisto]:
        if isinstance(bloque, Parrafo):
            yield self.parrafo(bloque)
        elif isinstance(bloque, BloqueTabla):
            filas = tuple(self._fila(fila.celdas, fila.origen) for fila in bloque.filas)
            yield TablaVista(self._id("t"), filas, bloque.indice)
        else:
            for tramo in self._renglones.tramos(bloque):
                if tramo.sueltos:
                    yield from (self.parrafo(p) for p in tramo.sueltos)
                else:
                    filas = tuple(self._fila(f, None, n < tramo.encabezado) for n, f in enumerate(tramo.filas))
                    yield TablaVista(self._id("t"), filas)

    def parrafo(self, parrafo: Parrafo) -> ParrafoVisto:
        return ParrafoVisto(self._id("p"), parrafo.texto, parrafo.origen, parrafo.hueco)

    def _fila(self, celdas: tuple[Celda, ...], origen: Origen | None, encabezado: bool = False) -> FilaVista:
        return FilaVista(self._id("f"), tuple(map(self._celda, celdas)), origen, encabezado)

    def _celda(self, celda: Celda) -> CeldaVista:
        parrafos = tuple(map(self.parrafo, celda.parrafos))
        return CeldaVista(self._id("c"), parrafos, celda.origen, celda.columna, celda.ancho, celda.alto)


def _por_paginas(datos: bytes, ruta: str, huella: str, es_imagen: bool, cajas: Iterator[Origen]) -> Vista:
    from extractor.proceso.vista_paginas import Laminas

    laminas = Laminas(datos, es_imagen)
    por_pagina: dict[int, dict[Caja, str]] = {}
    for lugar in cajas:
        if lugar.pagina is not None and lugar.caja is not None:
            por_pagina.setdefault(lugar.pagina, {}).setdefault(lugar.caja, " ".join(lugar.texto.split()))
    paginas = tuple(
        PaginaVista(numero, ancho, alto, tuple(CajaVista(c, t) for c, t in sorted(por_pagina.get(numero, {}).items())))
        for numero, (ancho, alto) in enumerate(laminas.medidas, start=1)
    )
    return Vista(ruta, huella, paginas=paginas, imagenes=laminas)


def _cajas_del_documento(documento: Documento) -> Iterator[Origen]:
    for bloque in documento.bloques:
        if isinstance(bloque, BloqueTabla):
            yield from (lugar for fila in bloque.filas for celda in fila.celdas for lugar in celda.origen.lugares)


def _cajas_del_informe(informe: Informe) -> Iterator[Origen]:
    """The place of every figure, and of every text of an activity: what was taken from the page."""
    for tabla in informe.tablas:
        sueltas: list[Cifra | None] = [tabla.ponderacion_declarada, tabla.desempeno.region if tabla.desempeno else None]
        for fila in tabla.filas:
            sueltas += [fila.ponderacion, fila.ponderacion_ganada, fila.total_ponderacion, fila.total_ganada]
            for actividad in fila.actividades:
                sueltas += [actividad.ponderacion, actividad.ponderacion_ganada]
                yield from (lugar for origen in actividad.origen.values() for lugar in origen.lugares)
        yield from (lugar for cifra in sueltas if cifra is not None for lugar in cifra.origen.lugares)
