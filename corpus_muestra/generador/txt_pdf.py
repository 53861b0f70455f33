"""Text as the 2009 PDF reports gave it: one row a line, tabs between cells, rows broken by page ends.

A row whose cells carry ``‖`` comes out as several lines; between them the page end leaves a blank line, a rule of
dashes, both, or the table's header printed again.
"""

from __future__ import annotations

import re

from .descripcion import Fila, Muestra, Tabla


def escribir(muestra: Muestra) -> bytes:
    """The file's bytes, UTF-8."""
    partes: list[str] = ["\n\n"]
    for bloque in muestra.bloques:
        partes.append(_tabla(bloque) if isinstance(bloque, Tabla) else _plano(bloque) + "\n\n")
    partes += [f"ⁱ {nota}\n\n" for nota in muestra.notas_pie]
    return "".join(partes).encode("utf-8")


def _plano(texto: str) -> str:
    limpio = re.sub(r"\[n:(\w+)\]", r" ^{\1}", texto).replace("[nota]", " ⁱ")
    return " ".join(limpio.replace("¶", " ").replace("↵", " ").split())


def _tabla(tabla: Tabla) -> str:
    lineas: list[str] = []
    encabezado = [f for f in tabla.filas if f.encabezado]
    for fila in tabla.filas:
        lineas += _salto(fila.salto, tabla.columnas, encabezado)
        if not fila.celdas:
            continue
        marcas = None if fila.encabezado else tabla.marcas
        trozos = [[_marcado(t, marcas) for t in celda.split("‖")] for celda in fila.celdas]
        trozos += [[""]] * (tabla.columnas - len(trozos))
        for paso in range(max(len(t) for t in trozos)):
            if paso:
                lineas += _salto(fila.corte, tabla.columnas, encabezado)
            celdas = [t[paso] if paso < len(t) else "" for t in trozos]
            lineas.append("\t".join(celdas))
    return "\n".join(lineas) + "\n\n"


def _marcado(trozo: str, marcas: str | None) -> str:
    """A cell's text as the conversion left it: ``p`` wraps each paragraph, ``ul`` opens a list that nothing closes."""
    if trozo.strip() == "<":
        return ""
    if marcas == "p":
        return " ".join(f"<p>{_plano(parrafo)}</p>" for parrafo in trozo.split("¶") if parrafo.strip())
    if marcas == "ul" and trozo.lstrip().startswith("▪"):
        return f'<ul style="list-style-type: none"> {_plano(trozo)} '
    return _plano(trozo)


def _salto(cual: str | None, columnas: int, encabezado: list[Fila]) -> list[str]:
    guiones = "\t".join("-" * (2 + n % 3) for n in range(columnas))
    if cual is None:
        return []
    if cual == "blanco":
        return [""]
    if cual == "guiones":
        return [guiones]
    if cual == "guiones_blanco":
        return [guiones, ""]
    if cual == "encabezado":
        return ["", *("\t".join(_plano(c) for c in f.celdas) for f in encabezado), guiones]
    raise ValueError(f"salto desconocido: {cual}")
