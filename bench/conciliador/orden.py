"""``python -m bench.conciliador``, which is what ``extractor evaluar conciliador`` runs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from .generador import CLASES
from .lectura import ErrorCaso, leer
from .medida import LIMPIO, Encargo, encargos, formato_de, guardar, medir
from .operadores import OPERADORES
from .resumen import en_consola, en_markdown, fallos, incumplidas

__all__ = ["ErrorCaso", "evaluar", "principal", "repetir"]
FORMATOS = ("txt", "docx", "doc")


def evaluar(
    casos: int,
    tablas: int,
    semilla: int,
    formatos: Sequence[str],
    trabajadores: int,
    salida: Path | None,
    operadores: Sequence[str] = (),
    progreso: bool = False,
) -> tuple[list[str], bool]:
    """The lines to show and whether every goal is met; with ``salida``, the page is written too. Raises ErrorCaso for an
    unknown operator or format, and where LibreOffice is needed and missing."""
    conocidos = [o.nombre for o in OPERADORES]
    if not formatos:
        raise ErrorCaso(f"falta decir en qué formatos se escriben los casos: {', '.join(FORMATOS)}")
    if ajenos := [o for o in operadores if o not in conocidos] + [f for f in formatos if f not in FORMATOS]:
        raise ErrorCaso(
            f"no se conoce «{ajenos[0]}»; hay los operadores {', '.join(conocidos)} y los formatos {', '.join(FORMATOS)}"
        )
    pedidos = encargos(casos, tablas, semilla, formatos, operadores or conocidos)
    medicion = medir(pedidos, trabajadores, _avisar if progreso else None)
    if salida is not None:
        salida.write_text(en_markdown(medicion, casos, semilla, formatos), "utf-8")
    return [*en_consola(medicion), *fallos(medicion)], not incumplidas(medicion)


def repetir(caso: str, semilla: int, formatos: Sequence[str], carpeta: Path) -> list[str]:
    """One case again, its file left in ``carpeta``. Raises ErrorCaso for a name that is none."""
    operador, _, numero = caso.rpartition("/")
    conocido = operador in {*(o.nombre for o in OPERADORES), *(f"{LIMPIO}/{clase}" for clase in CLASES)}
    if not conocido or not numero.isdecimal():
        raise ErrorCaso(f"«{caso}» no es un caso: se escribe OPERADOR/NÚMERO, como digito/12")
    encargo = Encargo(operador, semilla, int(numero), formato_de(int(numero), formatos))
    medicion = medir([encargo])
    archivo = guardar(encargo, carpeta)
    detalles = [r.detalle for r in (*medicion.veredictos, *medicion.aparte, *medicion.limpios)]
    otros = sorted(set(leer(archivo).otros))
    return [f"archivo: {archivo}", *detalles, f"otros códigos: {', '.join(otros) or 'ninguno'}"]


def _avisar(hechos: int, total: int) -> None:
    if hechos % 50 == 0 or hechos == total:
        print(f"\r{hechos} de {total} casos", end="\n" if hechos == total else "", file=sys.stderr, flush=True)


def principal(argumentos: Sequence[str] | None = None) -> int:
    opciones = argparse.ArgumentParser(description=__doc__)
    opciones.add_argument("--casos", type=int, default=200)
    opciones.add_argument("--tablas", type=int, default=3000)
    opciones.add_argument("--semilla", type=int, default=1)
    opciones.add_argument("--formatos", default="txt,docx,doc")
    opciones.add_argument("--trabajadores", type=int, default=1)
    opciones.add_argument("--operador", action="append", default=[])
    opciones.add_argument("--caso")
    opciones.add_argument("--salida", type=Path)
    dadas = opciones.parse_args(argumentos)
    formatos = dadas.formatos.split(",")
    if dadas.caso:
        print("\n".join(repetir(dadas.caso, dadas.semilla, formatos, dadas.salida or Path.cwd())))
        return 0
    lineas, bien = evaluar(
        dadas.casos, dadas.tablas, dadas.semilla, formatos, dadas.trabajadores, dadas.salida, dadas.operador, progreso=True
    )
    print("\n".join(lineas))
    return 0 if bien else 1
