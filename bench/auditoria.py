"""How long the audit of one report takes once the program has started, against merely reading its lines.

    python bench/auditoria.py [LINES]

The report is generated (a five-column table per region, cells as Word's text export leaves them), about 1,500 lines
unless told otherwise, with one slip in every third region. The first audit also loads the patterns and the libraries
that are imported late; it is printed apart. Ends with status 1 if the audit missed the slips, so that what is timed
is a real audit.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

VECES = 5
ACTIVIDADES = 10
REGIONES = (
    "1ª Región", "2ª Región", "3ª Región", "4ª Región", "5ª Región", "6ª Región", "7ª Región", "8ª Región", "9ª Región",
    "10ª Región", "11ª Región", "12ª Región", "Región Metropolitana",
)  # fmt: skip
CODIGO_ESPERADO = "GANADA_NO_CORRESPONDE"


def _celda(parrafos: list[str]) -> list[str]:
    """A cell as Word's text export leaves it: a new line and a tab, its paragraphs parted by blank lines."""
    return ["\t" + parrafos[0], *[linea for parrafo in parrafos[1:] for linea in ("", parrafo)]]


def _tabla(region: str, con_error: bool) -> list[str]:
    textos = [f"{n}.- Capacitar a los equipos comunales en atención rural, grupo {n}" for n in range(1, ACTIVIDADES + 1)]
    ganadas = ["9%" if con_error and n == 4 else "10%" for n in range(1, ACTIVIDADES + 1)]
    return [
        "", "\tActividad 1.1: Implementación de las actividades del Programa de Trabajo GT 2007", "", f"\tRegión: {region}", "",
        *_celda(["Objetivos", "Específicos"]), *_celda(["Actividades"]), *_celda(["Ponderación", "por actividad"]),
        *_celda(["Cumple o", "No cumple"]), *_celda(["Ponderación", "ganada"]), "",
        *_celda(["Acercar los servicios a las comunas rurales"]), *_celda(textos), *_celda(["10%"] * ACTIVIDADES),
        *_celda(["Cumple"] * ACTIVIDADES), *_celda(ganadas), "", "",
    ]  # fmt: skip


def informe(minimo: int) -> tuple[str, int]:
    """A report of at least ``minimo`` lines, and how many slips it holds."""
    lineas = ["ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007", ""]
    errores = tablas = 0
    while len(lineas) < minimo:
        con_error = tablas % 3 == 0
        lineas += _tabla(REGIONES[tablas % len(REGIONES)], con_error)
        errores += con_error
        tablas += 1
    return "\n".join(lineas) + "\n", errores


def segundos(hacer: Callable[[], object]) -> float:
    inicio = time.perf_counter()
    hacer()
    return time.perf_counter() - inicio


def principal(minimo: int) -> int:
    from extractor.modelo.declarado import Declarado
    from extractor.proceso import procesar

    texto, errores = informe(minimo)
    with tempfile.TemporaryDirectory() as carpeta:
        ruta = Path(carpeta) / "informe.txt"
        ruta.write_text(texto, "utf-8")
        primera = segundos(lambda: procesar(ruta, ruta.name, Declarado()))
        auditorias = [segundos(lambda: procesar(ruta, ruta.name, Declarado())) for _ in range(VECES)]
        lecturas = [segundos(lambda: ruta.read_text("utf-8").splitlines()) for _ in range(VECES)]
        leido = procesar(ruta, ruta.name, Declarado())
    auditar, leer = statistics.median(auditorias), statistics.median(lecturas)
    # One finding may tell the same slip of several tables together, with its places.
    hallados = sum(max(1, len(h.lugares)) for h in leido.hallazgos if h.codigo == CODIGO_ESPERADO)
    cobertura = leido.cobertura
    leidas = f"{cobertura.tablas} tables, {cobertura.actividades} activities read"
    print(f"report              {len(texto.splitlines())} lines, {leidas}")
    print(f"verifications       {cobertura.verificadas} made of {cobertura.verificables}; {hallados} of {errores} slips found")
    print(f"first audit         {primera:8.4f} s  (with patterns and late imports)")
    print(f"audit               {auditar:8.4f} s  (median of {VECES}: {', '.join(f'{s:.4f}' for s in auditorias)})")
    print(f"reading + splitting {leer:8.5f} s  (median of {VECES}); the audit takes {auditar / leer:.0f} times that")
    return 0 if hallados == errores else 1


if __name__ == "__main__":
    sys.exit(principal(int(sys.argv[1]) if len(sys.argv) > 1 else 1500))
