"""What one document costs, measured: processor to read and to write it, disk, memory while it waits."""

from __future__ import annotations

import resource
import sqlite3
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from muestras import CARPETAS, RAIZ
from procesos import Medida

from extractor.almacen import abrir
from extractor.lote import planear


@dataclass(frozen=True, slots=True)
class Costos:
    """``lectura``: by format, processor seconds of a document and of a page (None without pages). ``escritura``: processor
    seconds of the parent. Bytes of a document: ``linea`` of JSON, ``informe`` compressed, ``cache``, ``base`` with everything;
    ``comparar`` in memory while documents are compared, ``lista`` while they wait to be read; ``lector``, of the largest worker.
    ``verificaciones``: rows."""

    lectura: dict[str, tuple[float, float | None]]
    total: float
    escritura: float
    linea: float
    informe: float
    cache: float
    base: float
    comparar: float
    lista: float
    lector: float
    verificaciones: float


def costos_de(base: Path, documentos: int, primera: Medida) -> Costos:
    """Of the database, the cache and the JSON lines that the runs left in ``base``."""
    with sqlite3.connect(base / "local.db") as conexion:
        informe = conexion.execute("SELECT avg(length(informe)) FROM extraccion").fetchone()[0]
        verificaciones = conexion.execute("SELECT count(*) FROM verificacion").fetchone()[0]
    return Costos(
        lectura=por_formato(),
        total=primera.procesador / documentos,
        escritura=primera.propio / documentos,
        linea=(base / "todo.jsonl").stat().st_size / documentos,
        informe=informe,
        cache=sum(ruta.stat().st_size for ruta in (base / "local.cache").rglob("*") if ruta.is_file()) / documentos,
        base=(base / "local.db").stat().st_size / documentos,
        comparar=_en_memoria(lambda: _acumulados(f"sqlite:///{base / 'local.db'}")) / documentos,
        lista=_en_memoria(lambda: planear([base / "informes"])) / documentos,
        lector=primera.lector,
        verificaciones=verificaciones / documentos,
    )


def por_formato() -> dict[str, tuple[float, float | None]]:
    """Processor seconds of one reading and of one page, by format; programs it calls included."""
    from extractor.modelo.declarado import Declarado
    from extractor.proceso import procesar

    procesar(RAIZ / "corpus_muestra" / "txt" / "fosis_2007_etapa3.txt", "x.txt", Declarado())
    medidos: dict[str, tuple[float, float | None]] = {}
    for carpeta in (*CARPETAS, "escaneado"):
        rutas = sorted(ruta for ruta in (RAIZ / "corpus_muestra" / carpeta).iterdir() if ruta.is_file())
        inicio, paginas = _procesador(), 0
        for ruta in rutas:
            paginas += procesar(ruta, ruta.name, Declarado()).documento.paginas or 0
        usado = _procesador() - inicio
        medidos[carpeta] = (usado / len(rutas), usado / paginas if paginas else None)
    return medidos


def _procesador() -> float:
    """Processor seconds of this process and of the programs it waited for."""
    quienes = (resource.getrusage(quien) for quien in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(uso.ru_utime + uso.ru_stime for uso in quienes)


def _acumulados(url: str) -> object:
    from extractor.reconciliador.conjunto import Acumulador

    acumulador = Acumulador()
    with abrir(url, crear=False) as deposito:
        for ruta, paquete in deposito.paquetes():
            acumulador.agregar(ruta, paquete)
    return acumulador


def _en_memoria(hacer: Callable[[], object]) -> int:
    """Bytes that what ``hacer`` returns keeps."""
    hacer()  # libraries and their tables are loaded before
    tracemalloc.start()
    try:
        guardado = hacer()
        actual, _ = tracemalloc.get_traced_memory()
        del guardado
        return actual
    finally:
        tracemalloc.stop()
