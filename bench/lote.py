"""How the batch does over many documents: speed, use of two cores, memory of the parent, second run, several machines.

    python bench/lote.py [--documentos 10000] [--escaneos 0.01] [--trabajadores 2] [--dask] [--salida docs/escala.md]

Makes the documents out of ``corpus_muestra/`` (every format, each with bytes of its own), loads them into an SQLite database
with an empty cache, loads them again, and checks: the second run takes less than 2 % of the first, the parent stays below
300 MB and flat, the two cores are used at least 85 % of what is ideal, nothing failed that does not fail by itself. ``--dask``
does the first run again through a dask cluster of this machine: its database must be equal. ``--salida`` writes the table
into that file, between its marks. Ends with status 1 if a check fails.
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from bases import contenido, diferencias
from muestras import CARPETAS, RAIZ, sembrar
from procesos import Medida, medir

MB = 1024 * 1024
TOPE_MEMORIA = 300 * MB
CRECIMIENTO = 24 * MB
"""Flat: the last tenth of the run holds at most this more than the third tenth."""
USO = 0.85
SEGUNDA = 0.02
COMIENZO, FIN = "<!-- bench/lote.py: comienzo -->", "<!-- bench/lote.py: fin -->"


def principal(args: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory(prefix="bench-lote-", dir=args.carpeta) as nombre:
        base = Path(nombre)
        inicio = time.perf_counter()
        sembrar(base / "informes", args.documentos, args.escaneos)
        sembrados = time.perf_counter() - inicio
        print(f"documents           {args.documentos} made in {sembrados:.0f} s, scans {args.escaneos:.1%}", flush=True)
        primera = migrar(base, "local.db", "cache", args)
        contar("first run", primera, args)
        segunda = migrar(base, "local.db", "cache", args)
        contar("second run", segunda, args)
        extraccion = medir(["extraer", str(base / "informes"), "--cache", str(base / "cache")], base / "todo.jsonl")
        contar("extraer, kept", extraccion, args)
        por_dask = None
        if args.dask:
            por_dask = migrar(base, "dask.db", "cache2", args, "--motor", "dask")
            contar("first run, dask", por_dask, args)
        fallas = revisar(base, args, primera, segunda, por_dask)
        filas = tabla(args, primera, segunda, extraccion, por_dask) + espacio(base, args) + por_formato()
    print("\n".join(filas))
    if args.salida:
        escribir(Path(args.salida), filas)
    for falla in fallas:
        print(f"NOT MET: {falla}")
    return 1 if fallas else 0


def migrar(base: Path, db: str, cache: str, args: argparse.Namespace, *mas: str) -> Medida:
    orden = ["migrar", str(base / "informes"), "--db", f"sqlite:///{base / db}", "--cache", str(base / cache)]
    return medir([*orden, "--trabajadores", str(args.trabajadores), *mas], base / f"{db}.txt")


def contar(que: str, medida: Medida, args: argparse.Namespace) -> None:
    uso = medida.procesador / (medida.segundos * args.trabajadores)
    tercero, ultimo = medida.media_entre(0.2, 0.3) / MB, medida.media_entre(0.9, 1) / MB
    print(
        f"{que:19} {medida.segundos:8.1f} s, {args.documentos / medida.segundos:7.1f} documents/s, "
        f"use of {args.trabajadores} cores {uso:.0%}, parent at most {medida.maxima / MB:.0f} MB "
        f"(third tenth {tercero:.0f}, last {ultimo:.0f}), status {medida.codigo}",
        flush=True,
    )
    if medida.codigo not in (0, 1):
        print(medida.salida[-2000:], file=sys.stderr)


def revisar(base: Path, args: argparse.Namespace, primera: Medida, segunda: Medida, por_dask: Medida | None) -> list[str]:
    fallas = []
    if segunda.segundos > SEGUNDA * primera.segundos:
        fallas.append(f"the second run takes {segunda.segundos / primera.segundos:.1%} of the first")
    if primera.maxima > TOPE_MEMORIA:
        fallas.append(f"the parent held {primera.maxima / MB:.0f} MB")
    if primera.media_entre(0.9, 1) - primera.media_entre(0.2, 0.3) > CRECIMIENTO:
        fallas.append("the parent's memory grows along the run")
    uso = primera.procesador / (primera.segundos * args.trabajadores)
    if uso < USO:
        fallas.append(f"only {uso:.0%} of the cores was used")
    ajenas = fallidos(base / "local.db") - solos(base)
    if ajenas:
        fallas.append(f"failed though the sample alone does not: {sorted(ajenas)[:5]}")
    lineas = sum(1 for linea in (base / "todo.jsonl").open("rb") if json.loads(linea)["esquema"] == "informe/1")
    if lineas != args.documentos:
        fallas.append(f"extraer gave {lineas} lines for {args.documentos} documents")
    if por_dask is not None:
        propia, ajena = (contenido(f"sqlite:///{base / nombre}") for nombre in ("local.db", "dask.db"))
        fallas += [f"dask differs in {diferencia}" for diferencia in diferencias(propia, ajena)]
    return fallas


def fallidos(archivo: Path) -> set[str]:
    """Sample and format of each document that could not be read."""
    with sqlite3.connect(archivo) as conexion:
        rutas = conexion.execute("SELECT ruta FROM documento WHERE estado = 'fallido'").fetchall()
    return {ruta.rpartition("/")[2].partition("_")[2] for (ruta,) in rutas}


def solos(base: Path) -> set[str]:
    """The samples that cannot be read by themselves."""
    carpetas = [str(RAIZ / "corpus_muestra" / c) for c in (*CARPETAS, "escaneado")]
    salida = base / "solos.jsonl"
    medir(["extraer", *carpetas, "--sin-cache"], salida)
    fichas = [json.loads(linea).get("documento") for linea in salida.open("rb")]
    return {f["nombre"] for f in fichas if f and f["estado"] == "fallido"}


def tabla(args: argparse.Namespace, primera: Medida, segunda: Medida, extraccion: Medida, por_dask: Medida | None) -> list[str]:
    corridas = [("Primera carga (`migrar`)", primera), ("Segunda, sin cambios", segunda), ("`extraer`, ya leídos", extraccion)]
    if por_dask is not None:
        corridas.append(("Primera carga, `--motor dask`", por_dask))
    medido = (
        f"Medido con {args.documentos} documentos de todos los formatos ({numero(args.escaneos * 100, 1)} % escaneados), "
        f"{args.trabajadores} procesos, {platform.system()} {platform.machine()}, Python {platform.python_version()}:"
    )
    filas = [
        medido,
        "",
        "| corrida | segundos | documentos por segundo | uso de los núcleos | memoria máxima del proceso principal |",
        "|---|---|---|---|---|",
    ]
    for nombre, medida in corridas:
        uso = medida.procesador / (medida.segundos * args.trabajadores)
        filas.append(
            f"| {nombre} | {numero(medida.segundos, 1)} | {numero(args.documentos / medida.segundos, 1)} | "
            f"{numero(100 * uso, 0)} % | {numero(medida.maxima / MB, 0)} MB |"
        )
    filas.append("")
    filas.append(
        f"Segundos de procesador por documento en la primera carga: {numero(primera.procesador / args.documentos, 3)}. "
        f"La segunda tarda el {numero(100 * segunda.segundos / primera.segundos, 2)} % de la primera."
    )
    return filas


def espacio(base: Path, args: argparse.Namespace) -> list[str]:
    """What a document takes on disk, in its several forms."""
    with sqlite3.connect(base / "local.db") as conexion:
        json_comprimido = conexion.execute("SELECT avg(length(informe)) FROM extraccion").fetchone()[0]
    cache = sum(ruta.stat().st_size for ruta in (base / "cache").rglob("*") if ruta.is_file()) / args.documentos
    base_de_datos = (base / "local.db").stat().st_size / args.documentos
    linea = (base / "todo.jsonl").stat().st_size / args.documentos
    medidas = (("Línea JSON", linea), ("Informe comprimido en la base", json_comprimido), ("Lectura guardada en la caché", cache))
    filas = ["", "| por documento | KB |", "|---|---|"]
    filas += [f"| {que} | {numero(bytes_ / 1024, 1)} |" for que, bytes_ in (*medidas, ("Base SQLite, con todo", base_de_datos))]
    return filas


def por_formato() -> list[str]:
    """Processor seconds of one reading, by format, programs it calls included; of scans, by page."""
    from extractor.modelo.declarado import Declarado
    from extractor.proceso import procesar

    procesar(RAIZ / "corpus_muestra" / "txt" / "fosis_2007_etapa3.txt", "x.txt", Declarado())
    filas = ["", "| formato | segundos de procesador por documento | por página |", "|---|---|---|"]
    for carpeta in (*CARPETAS, "escaneado"):
        rutas = sorted(ruta for ruta in (RAIZ / "corpus_muestra" / carpeta).iterdir() if ruta.is_file())
        inicio, paginas = procesador(), 0
        for ruta in rutas:
            paginas += procesar(ruta, ruta.name, Declarado()).documento.paginas or 0
        usado = procesador() - inicio
        pagina = numero(usado / paginas, 3) if paginas else "-"
        filas.append(f"| {carpeta} | {numero(usado / len(rutas), 3)} | {pagina} |")
    return filas


def procesador() -> float:
    """Processor seconds of this process and of the programs it waited for."""
    quienes = (resource.getrusage(quien) for quien in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(uso.ru_utime + uso.ru_stime for uso in quienes)


def numero(valor: float, decimales: int) -> str:
    return f"{valor:.{decimales}f}".replace(".", ",")


def escribir(archivo: Path, filas: list[str]) -> None:
    texto = archivo.read_text("utf-8")
    antes, _, resto = texto.partition(COMIENZO)
    _, marca, despues = resto.partition(FIN)
    if not marca:
        raise SystemExit(f"{archivo} has no marks {COMIENZO} and {FIN}")
    archivo.write_text(f"{antes}{COMIENZO}\n" + "\n".join(filas) + f"\n{FIN}{despues}", "utf-8")


if __name__ == "__main__":
    opciones = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    opciones.add_argument("--documentos", type=int, default=10_000)
    opciones.add_argument("--escaneos", type=float, default=0.01)
    opciones.add_argument("--trabajadores", type=int, default=2)
    opciones.add_argument("--dask", action="store_true")
    opciones.add_argument("--carpeta", default=None)
    opciones.add_argument("--salida", default=None)
    sys.exit(principal(opciones.parse_args()))
