"""Damaged files of every format the program reads: none may end in a traceback, hang, or make the process grow.

    python bench/fuzz.py [--casos 20000] [--semilla 1] [--formatos doc,pdf] [--segundos 20] [--memoria 1500]

Each case is one sample with some damage (bytes flipped, the end or a piece cut, chunks repeated or swapped, runs of
zeros; inside the parts of zipped documents too), decided by the seed, the format and the number of the case alone, so a
case can be repeated: `--formatos doc --caso 1234`. Read, recognised, checked: the whole chain runs. LibreOffice is kept
out of it (a second per case, and its faults are not ours). Formats read by tesseract get a fiftieth of the cases.
Ends with status 1 on any traceback, any case over the time limit, any worker that died, or growth beyond the limit.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import re
import shutil
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from danos import danar

RAIZ = Path(__file__).resolve().parent.parent
CORPUS = RAIZ / "corpus_muestra"
CARPETAS = {"txt": "txt", "docx": "docx", "doc": "doc", "pdf": "pdf", "rtf": "rtf", "odt": "odt", "html": "html"}
LENTOS = {"imagen", "pdf_escaneado"}
PARTE_LENTA = 50


@dataclass(frozen=True, slots=True)
class Caso:
    """``codigo``: how it ended ("leido" or a reading code); ``traza`` when it ended badly. ``residente``: bytes held after."""

    codigo: str
    segundos: float
    residente: int
    proceso: int
    traza: str | None = None


def muestras() -> tuple[dict[str, tuple[str, bytes]], dict[str, str]]:
    """Name and bytes of one sample per registered format (and of a scanned PDF, and of each Word 97 file of kinds that
    LibreOffice does not write), and why a format has none."""
    from extractor.lectores import LECTORES

    hallados: dict[str, tuple[str, bytes]] = {}
    sin: dict[str, str] = {}
    for formato in [str(formato) for lector in LECTORES for formato in lector.formatos]:
        if formato in LENTOS and shutil.which("tesseract") is None:
            sin[formato] = "tesseract is not installed"
        elif formato == "xlsx":
            hallados[formato] = ("muestra.xlsx", _xlsx())
        elif formato == "imagen":
            hallados[formato] = ("muestra.png", _png())
        elif formato == "xls":
            datos = _xls()
            if datos is None:
                sin[formato] = "LibreOffice, which makes the sample, is not installed"
            else:
                hallados[formato] = ("muestra.xls", datos)
        else:
            carpeta = CORPUS / CARPETAS.get(formato, "escaneado")
            archivos = sorted(carpeta.glob("*"), key=lambda ruta: (ruta.stat().st_size, ruta.name))
            # the smallest one that holds a programme: more cases per minute, and all stages run
            archivos = [ruta for ruta in archivos if "guia" not in ruta.name and "etapa4" not in ruta.name]
            if not archivos:
                raise SystemExit(f"no sample of {formato} in {carpeta}")
            hallados[formato] = (archivos[0].name, archivos[0].read_bytes())
    for ruta in sorted((CORPUS / "word97").glob("*.doc")):
        hallados[ruta.stem.rpartition(".")[2]] = (ruta.name, ruta.read_bytes())
    return hallados, sin


def _xlsx() -> bytes:
    import openpyxl

    libro = openpyxl.Workbook()
    hoja = libro.active
    hoja.append(["Actividad 1.1: Implementación del Programa de Trabajo GT 2007"])
    hoja.append(["Objetivos Específicos", "Actividades", "Ponderación por actividad", "Cumple o No cumple", "Ponderación ganada"])
    for numero in range(1, 11):
        hoja.append(["Atender zonas rurales", f"Visitar la comuna {numero}", 0.1, "Cumple", 0.1])
        hoja.cell(hoja.max_row, 3).number_format = hoja.cell(hoja.max_row, 5).number_format = "0%"
    hoja.merge_cells("A3:A12")
    salida = io.BytesIO()
    libro.save(salida)
    return _sin_fechas(salida.getvalue())


def _sin_fechas(datos: bytes) -> bytes:
    """A zipped document without the moment it was made, so that a case is the same on every day."""
    salida = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(datos)) as viejo, zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as nuevo:
        for nombre in viejo.namelist():
            parte = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2007-12-31T00:00:00Z", viejo.read(nombre))
            nuevo.writestr(zipfile.ZipInfo(nombre, (2007, 12, 31, 0, 0, 0)), parte, zipfile.ZIP_DEFLATED)
    return salida.getvalue()


def _xls() -> bytes | None:
    from extractor.comun.herramientas.libreoffice import SONDA, convertir

    return None if SONDA.ruta() is None else convertir(_xlsx(), ".xlsx", "xls")


def _png() -> bytes:
    from PIL import Image, ImageDraw

    imagen = Image.new("L", (700, 260), 255)
    trazo = ImageDraw.Draw(imagen)
    for y in range(20, 241, 44):
        trazo.line((20, y, 680, y), fill=0, width=2)
    for x in (20, 240, 460, 680):
        trazo.line((x, 20, x, 240), fill=0, width=2)
    for fila in range(5):
        for columna, texto in enumerate(("Actividad", "12,5%", "Cumple")):
            trazo.text((40 + 220 * columna, 32 + 44 * fila), texto, fill=0)
    salida = io.BytesIO()
    imagen.save(salida, "PNG")
    return salida.getvalue()


def caso(formato: str, nombre: str, datos: bytes, semilla: int, numero: int) -> Caso:
    """One damaged sample through the whole chain, in this process."""
    from extractor.comun.plataforma import memoria_residente
    from extractor.errores import ErrorLectura
    from extractor.lectores import leer_bytes
    from extractor.modelo.declarado import Declarado
    from extractor.proceso import informe_de

    roto = danar(datos, random.Random(f"{semilla}:{formato}:{numero}"))
    inicio = time.perf_counter()
    traza = None
    try:
        informe_de(leer_bytes(roto, nombre), Declarado())
        codigo = "leido"
    except ErrorLectura as error:
        codigo = error.codigo
    except BaseException:
        codigo, traza = "TRAZA", traceback.format_exc()
    return Caso(codigo, time.perf_counter() - inicio, memoria_residente() or 0, os.getpid(), traza)


def _preparar(memoria_mb: int, camino: str) -> None:
    from extractor.comun.plataforma import limitar_memoria

    os.environ["PATH"] = camino
    limitar_memoria(memoria_mb * 1024 * 1024)


def _reparto(formatos: list[str], casos: int) -> list[tuple[str, int]]:
    """Which cases run, the formats in turn."""
    lentos = [f for f in formatos if f in LENTOS]
    rapidos = [f for f in formatos if f not in LENTOS]
    por_lento = max(1, casos // PARTE_LENTA // len(lentos)) if lentos and rapidos else casos
    cuotas = dict.fromkeys(lentos, por_lento)
    for puesto, formato in enumerate(rapidos):
        quedan = casos - por_lento * len(lentos)
        cuotas[formato] = quedan // len(rapidos) + (puesto < quedan % len(rapidos))
    return [(f, n) for n in range(max(cuotas.values())) for f in formatos if n < cuotas[f]]


def correr(
    hechos: list[tuple[str, int]], datos: dict[str, tuple[str, bytes]], opciones: argparse.Namespace, camino: str
) -> Iterator[tuple[str, int, Caso | str]]:
    """Each case with its outcome, or with why its worker ended."""
    import multiprocessing

    from pebble import ProcessExpired, ProcessPool

    contexto = multiprocessing.get_context("spawn")
    with ProcessPool(opciones.trabajadores, 0, _preparar, (opciones.memoria, camino), context=contexto) as grupo:  # type: ignore[arg-type]
        en_vuelo: list[tuple[str, int, object]] = []
        pendientes = iter(hechos)
        while True:
            while len(en_vuelo) < 8 * opciones.trabajadores and (siguiente := next(pendientes, None)) is not None:
                formato, numero = siguiente
                futuro = grupo.schedule(caso, (formato, *datos[formato], opciones.semilla, numero), timeout=opciones.segundos * 3)
                en_vuelo.append((formato, numero, futuro))
            if not en_vuelo:
                return
            formato, numero, futuro = en_vuelo.pop(0)
            try:
                yield formato, numero, futuro.result()  # type: ignore[attr-defined]
            except TimeoutError:
                yield formato, numero, "hang"
            except ProcessExpired as error:
                yield formato, numero, f"worker died (exit code {error.exitcode})"


def principal(args: list[str]) -> int:
    lector = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    lector.add_argument("--casos", type=int, default=20000)
    lector.add_argument("--semilla", type=int, default=1)
    lector.add_argument("--formatos", default="")
    lector.add_argument("--caso", type=int, default=None, help="only this case number, with its damaged file written out")
    lector.add_argument("--segundos", type=float, default=20, help="limit of one case")
    lector.add_argument("--memoria", type=int, default=1500, help="MB a worker may ask for")
    lector.add_argument("--crecimiento", type=int, default=300, help="MB a worker may hold more at its end than after 100 cases")
    lector.add_argument("--trabajadores", type=int, default=2)
    opciones = lector.parse_args(args)
    datos, sin = muestras()
    formatos = [f for f in opciones.formatos.split(",") if f] or list(datos)
    if opciones.caso is not None:
        return _uno(formatos[0], datos[formatos[0]], opciones)
    with tempfile.TemporaryDirectory() as carpeta:
        tesseract = shutil.which("tesseract")
        if tesseract is not None:
            (Path(carpeta) / "tesseract").symlink_to(tesseract)
        malos, cuentas, peores, crecimiento = _contar(opciones, formatos, datos, carpeta)
    for formato in formatos:
        tiempo, numero = peores[formato]
        codigos = ", ".join(f"{codigo} {n}" for codigo, n in sorted(cuentas[formato].items()))
        total = sum(cuentas[formato].values())
        print(f"{formato:<14} {total:6d} cases; slowest {tiempo:6.2f} s (case {numero}); {codigos}")
    for formato, razon in sin.items():
        print(f"{formato:<14} not tried: {razon}")
    print(f"growth of a worker after its first 100 cases: {crecimiento / 1e6:.0f} MB (limit {opciones.crecimiento})")
    # the same fault found many times is shown once, with its first case
    clases: dict[str, list[str]] = {}
    for malo in malos:
        clases.setdefault("\n".join(malo.strip().splitlines()[1:][-4:]) or malo.rpartition(": ")[2], []).append(malo)
    for iguales in clases.values():
        print(f"\n{len(iguales)} like this one, {iguales[0]}")
    print(f"\n{sum(sum(c.values()) for c in cuentas.values())} cases, {len(malos)} failures")
    return 1 if malos else 0


def _contar(
    opciones: argparse.Namespace, formatos: list[str], datos: dict[str, tuple[str, bytes]], camino: str
) -> tuple[list[str], dict[str, Counter[str]], dict[str, tuple[float, int]], int]:
    malos: list[str] = []
    cuentas: dict[str, Counter[str]] = {f: Counter() for f in formatos}
    peores = dict.fromkeys(formatos, (0.0, 0))
    vistos: Counter[int] = Counter()
    base: dict[int, int] = {}
    antes: dict[int, int] = {}
    crecimiento, salto = 0, (0, "")
    for formato, numero, hecho in correr(_reparto(formatos, opciones.casos), datos, opciones, camino):
        donde = f"--formatos {formato} --semilla {opciones.semilla} --caso {numero}"
        if isinstance(hecho, str):
            cuentas[formato]["MAL"] += 1
            malos.append(f"{donde}: {hecho}")
            continue
        cuentas[formato][hecho.codigo] += 1
        peores[formato] = max(peores[formato], (hecho.segundos, numero))
        vistos[hecho.proceso] += 1
        if vistos[hecho.proceso] == 100:
            base[hecho.proceso] = hecho.residente
        salto = max(salto, (hecho.residente - antes.get(hecho.proceso, hecho.residente), donde))
        antes[hecho.proceso] = hecho.residente
        crecimiento = max(crecimiento, hecho.residente - base.get(hecho.proceso, hecho.residente))
        if hecho.traza is not None:
            malos.append(f"{donde}:\n{hecho.traza}")
        elif hecho.segundos > opciones.segundos:
            malos.append(f"{donde}: took {hecho.segundos:.1f} s")
    if crecimiento > opciones.crecimiento * 1e6:
        malos.append(f"{salto[1]}: growth beyond the limit; this case left {salto[0] / 1e6:.0f} MB more")
    return malos, cuentas, peores, crecimiento


def _uno(formato: str, muestra: tuple[str, bytes], opciones: argparse.Namespace) -> int:
    nombre, datos = muestra
    ruta = Path(tempfile.gettempdir()) / f"caso_{opciones.caso}_{nombre}"
    ruta.write_bytes(danar(datos, random.Random(f"{opciones.semilla}:{formato}:{opciones.caso}")))
    hecho = caso(formato, nombre, datos, opciones.semilla, opciones.caso)
    print(f"{ruta}: {hecho.codigo} in {hecho.segundos:.2f} s\n{hecho.traza or ''}")
    return 1 if hecho.traza else 0


if __name__ == "__main__":
    sys.exit(principal(sys.argv[1:]))
