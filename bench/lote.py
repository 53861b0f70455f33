"""How the batch does over many documents: speed, use of two cores, memory of the parent, second run, several machines.

    python bench/lote.py [--documentos 10000] [--escaneos 0.01] [--trabajadores 2] [--dask] [--salida docs/escala.md]

Makes the documents out of ``corpus_muestra/`` (every format, each with bytes of its own), loads them into an SQLite database
with an empty cache, loads them again, takes them out again and hands the database on. It checks: the second run takes less than
2 % of the first, the parent stays below 300 MB and flat, the two cores are used at least 85 % of what is ideal, nothing failed
that does not fail by itself. ``--dask`` does the first run again through a dask cluster of this machine: every table of its
database and every file of its package must be equal. ``--salida`` writes what was measured, and the plan for ten million
documents that follows from it, into that file, between its marks. Ends with status 1 if a check fails.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from bases import contenido, diferencias, sumas
from costos import costos_de
from escala import MB, Corrida, Exigido, escribir, miles, numero, tabla_medida
from muestras import CARPETAS, RAIZ, sembrar
from plan import plan
from procesos import Medida, medir

TOPE_MEMORIA = 300
CRECIMIENTO = 24
"""Flat: the last tenth of the run holds at most this many megabytes more than the third tenth."""
USO = 85
SEGUNDA = 2


def principal(args: argparse.Namespace) -> int:
    inicio = time.perf_counter()
    if args.salida:
        escribir(Path(args.salida), {"medido": None, "plan": None})  # a file without marks is told now, not after an hour
    with tempfile.TemporaryDirectory(prefix="bench-lote-", dir=args.carpeta) as nombre:
        base = Path(nombre)
        sembrar(base / "informes", args.documentos, args.escaneos)
        print(f"documents           {args.documentos} made in {time.perf_counter() - inicio:.0f} s", flush=True)
        primera = correr("Primera carga (`migrar`)", base, args, *migrar(base, "local", args))
        segunda = correr("Segunda, sin cambios", base, args, *migrar(base, "local", args))
        corridas = [primera, segunda]
        orden = ["extraer", str(base / "informes"), "--cache", str(base / "local.cache")]
        corridas.append(correr("`extraer`, ya leídos", base, args, *orden, salida="todo.jsonl"))
        corridas.append(correr("`exportar`, paquete de datos", base, args, *exportar(base, "local")))
        exigidos = exigencias(base, args, primera.medida, segunda.medida)
        if args.dask:
            corridas.append(correr("Primera carga, `--motor dask`", base, args, *migrar(base, "dask", args), "--motor", "dask"))
            correr("exportar, dask", base, args, *exportar(base, "dask"))
            exigidos.append(iguales(base))
        costos = costos_de(base, args.documentos, primera.medida)
    medido = tabla_medida(args.documentos, args.escaneos, args.trabajadores, corridas, exigidos, costos)
    medido += ["", f"La medición completa tomó {numero((time.perf_counter() - inicio) / 60, 0)} minutos."]
    planeado = plan(costos)
    print("\n".join([*medido, "", *planeado]))
    if args.salida:
        escribir(Path(args.salida), {"medido": medido, "plan": planeado})
    return anunciar(exigidos)


def migrar(base: Path, motor: str, args: argparse.Namespace) -> list[str]:
    orden = ["migrar", str(base / "informes"), "--db", f"sqlite:///{base / motor}.db", "--cache", str(base / f"{motor}.cache")]
    return [*orden, "--trabajadores", str(args.trabajadores)]


def exportar(base: Path, motor: str) -> list[str]:
    return ["exportar", "--db", f"sqlite:///{base / motor}.db", "--salida", str(base / f"{motor}.paquete")]


def correr(nombre: str, base: Path, args: argparse.Namespace, *orden: str, salida: str = "salida.txt") -> Corrida:
    """Runs the command and tells how it went. Raises SystemExit when it ends in anything but success or unread documents."""
    corrida = Corrida(nombre, medir(list(orden), base / salida), args.documentos, args.trabajadores)
    medida = corrida.medida
    print(
        f"{nombre:32} {medida.segundos:8.1f} s, {corrida.ritmo:7.1f} documents/s, use of {args.trabajadores} cores "
        f"{corrida.uso:.0f}%, parent at most {medida.maxima / MB:.0f} MB (grows {corrida.crece:.0f}), readers at most "
        f"{medida.lector / MB:.0f} MB, status {medida.codigo}",
        flush=True,
    )
    if medida.codigo not in (0, 2):
        raise SystemExit(medida.salida[-2000:])
    return corrida


def exigencias(base: Path, args: argparse.Namespace, primera: Medida, segunda: Medida) -> list[Exigido]:
    una = Corrida("", primera, args.documentos, args.trabajadores)
    parte = 100 * segunda.segundos / primera.segundos
    maxima = primera.maxima / MB
    ajenas = sorted(fallidos(base / "local.db") - solos(base))
    lineas = sum(1 for linea in (base / "todo.jsonl").open("rb") if json.loads(linea)["esquema"] == "informe/1")
    return [
        Exigido(f"uso de {args.trabajadores} núcleos: al menos {USO} %", f"{numero(una.uso, 0)} %", una.uso >= USO),
        Exigido(f"memoria del proceso principal: menos de {TOPE_MEMORIA} MB", f"{numero(maxima, 0)} MB", maxima < TOPE_MEMORIA),
        Exigido(
            f"memoria plana: del tercer décimo de la corrida al último crece a lo más {CRECIMIENTO} MB",
            f"{numero(una.crece, 0)} MB", una.crece <= CRECIMIENTO,
        ),
        Exigido(f"segunda corrida: menos del {SEGUNDA} % de la primera", f"{numero(parte, 2)} %", parte < SEGUNDA),
        Exigido(
            "fallidos que leídos solos no fallan: ninguno", ", ".join(ajenas[:5]) + f" ({len(ajenas)})" if ajenas else "ninguno",
            not ajenas,
        ),
        Exigido(f"`extraer`: una línea por documento ({miles(args.documentos)})", miles(lineas), lineas == args.documentos),
    ]  # fmt: skip


def iguales(base: Path) -> Exigido:
    """Whether dask left the same tables and the same package."""
    tablas, otras = (contenido(f"sqlite:///{base / motor}.db") for motor in ("local", "dask"))
    archivos, otros = (sumas(base / f"{motor}.paquete") for motor in ("local", "dask"))
    for motor in ("local", "dask"):
        shutil.rmtree(base / f"{motor}.paquete")
    distintos = [*diferencias(tablas, otras), *diferencias(archivos, otros)]
    que = f"iguales {len(tablas)} tablas y {len(archivos)} archivos"
    return Exigido(
        "`--motor dask`: la misma base, fila por fila, y el mismo paquete exportado, byte por byte",
        "; ".join(distintos[:5]) if distintos else que, bool(archivos) and not distintos,
    )  # fmt: skip


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


def anunciar(exigidos: list[Exigido]) -> int:
    """The exit status."""
    for exigido in exigidos:
        if not exigido.cumple:
            print(f"NOT MET: {exigido.que}: {exigido.medido}")
    return 0 if all(exigido.cumple for exigido in exigidos) else 1


if __name__ == "__main__":
    opciones = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    opciones.add_argument("--documentos", type=int, default=10_000)
    opciones.add_argument("--escaneos", type=float, default=0.01)
    opciones.add_argument("--trabajadores", type=int, default=2)
    opciones.add_argument("--dask", action="store_true")
    opciones.add_argument("--carpeta", default=None)
    opciones.add_argument("--salida", default=None)
    sys.exit(principal(opciones.parse_args()))
