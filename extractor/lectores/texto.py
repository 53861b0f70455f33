"""Plain text in the dialects that converters leave.

``celdas`` (Word origin): a new line + tab opens a cell, its further paragraphs follow without tab, no row end is
marked. ``columnas`` (PDF origin): one tab-separated row per line, rules of dashes and blank lines at page ends, headers and
footers of pages (left out and counted), stray HTML marks. ``plegado``: the same with its lines broken to a width.
``diagramado``: columns kept by blanks (``pdftotext -layout``). The dialect is decided once per document and recorded in
``lector``. Rows drawn with ``|`` (antiword) are tables in the first two. Where tabs part the cells and rows take several
lines (catdoc), the lines are given as they are: only a header tells the rows (``formatos.mezcladas``); and so where nothing
marks the cells, one a line (``formatos.flujo.una_por_linea``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from extractor.lectores import barras
from extractor.lectores.comunes import celda_de_lineas, decodificar, lineas_de, parrafo_de_linea
from extractor.lectores.diagramado import esta_diagramado, leer_diagramado
from extractor.lectores.leido import Archivo, Leido
from extractor.lectores.membretes import lineas_de_membrete
from extractor.lectores.paginas_de_codigo import avisos_de_pagina
from extractor.lectores.pies_de_texto import pies
from extractor.lectores.plegadas import esta_plegado, leer_plegado
from extractor.modelo.base import Origen
from extractor.modelo.documento import Bloque, BloqueTabla, Celda, Documento, FilaCruda, FlujoCeldas, Parrafo

NOMBRE = "texto/1"
_ABRE_CELDA = re.compile(r"^[ \xa0]*\t")
_REGLA = re.compile(r"^[\s|+]*--[\s|+\-]*$")
_MARCA_HTML = re.compile(r"</?(?:p|ul|ol|li|br|b|i|em|strong|span|div)\b[^<>]*>", re.IGNORECASE)


def leer(datos: bytes, ruta: str, sha256: str) -> Documento:
    """The document of a text file. Raises ErrorLectura for binary data."""
    texto, codificacion = decodificar(datos)
    lineas = lineas_de(texto)
    dialecto = decidir_dialecto(lineas)
    if dialecto == "columnas" and esta_plegado(lineas):
        dialecto = "plegado"
    elif dialecto == "celdas" and esta_diagramado(lineas):
        dialecto = "diagramado"
    leido = leer_diagramado(lineas) if dialecto == "diagramado" else _por_lineas(lineas, dialecto)
    leido = replace(
        leido,
        avisos=(*leido.avisos, *avisos_de_pagina(datos, codificacion)),
        membretes=lineas_de_membrete(leido.membretes),
    )
    return Archivo(datos, ruta, sha256).documento("txt", f"{NOMBRE} ({codificacion}, {dialecto})", leido)


def _por_lineas(lineas: list[str], dialecto: str) -> Leido:
    """What the dialects hold whose lines are read one by one, without the furniture of a PDF's pages."""
    muebles = pies(lineas) if dialecto == "columnas" else frozenset()
    bloques = _LECTURAS[dialecto]([("" if n in muebles else linea) for n, linea in enumerate(lineas)])
    return Leido(tuple(bloques), descartadas=len(muebles), membretes=tuple(lineas[n] for n in sorted(muebles)))


def decidir_dialecto(lineas: list[str]) -> str:
    """``celdas`` when tabs mostly open a line and stand alone in it, else ``columnas``."""
    abren = sum(1 for linea in lineas if _ABRE_CELDA.match(linea) and linea.strip(" \xa0").count("\t") == 1)
    separan = sum(1 for linea in lineas if "\t" in linea.strip(" \xa0")[1:] and not _REGLA.match(linea))
    return "celdas" if abren >= separan else "columnas"


def _leer_celdas(lineas: list[str]) -> list[Bloque]:
    bloques: list[Bloque] = []
    celdas: list[Celda] = []
    abierta: tuple[int, int, list[Parrafo]] | None = None
    hueco = 0
    dibujadas = barras.tramos(lineas)
    numero = 0
    while numero < len(lineas):
        numero += 1
        linea = lineas[numero - 1]
        if numero in dibujadas:
            if abierta:
                celdas.append(celda_de_lineas(abierta[2], lineas, abierta[0], abierta[1]))
                abierta = None
            _cerrar(bloques, celdas)
            indice = sum(isinstance(b, BloqueTabla) for b in bloques)
            bloques.append(barras.leer(lineas, numero, dibujadas[numero], indice))
            numero, hueco = dibujadas[numero], 0
            continue
        if _ABRE_CELDA.match(linea):
            partes = [*re.finditer(r"\t([^\t]*)", linea)]
            for indice, parte in enumerate(partes):
                # a tab at the very end closes nothing; anywhere else it opens one more cell
                if indice and not parte.group(1).strip():
                    continue
                if abierta:
                    celdas.append(celda_de_lineas(abierta[2], lineas, abierta[0], abierta[1]))
                abierta = (numero, parte.start(1), [])
                parrafo = parrafo_de_linea(linea, numero, parte.start(1), parte.end(1), 0)
                if parrafo:
                    abierta[2].append(parrafo)
            hueco = 0
            continue
        if not linea.strip():
            hueco += 1
            continue
        if abierta:
            parrafo = parrafo_de_linea(linea, numero, 0, len(linea), hueco if abierta[2] or hueco > 1 else 0)
            if parrafo:
                abierta[2].append(parrafo)
        else:
            parrafo = parrafo_de_linea(linea, numero, 0, len(linea), hueco)
            if parrafo:
                bloques.append(parrafo)
        hueco = 0
    if abierta:
        celdas.append(celda_de_lineas(abierta[2], lineas, abierta[0], abierta[1]))
    _cerrar(bloques, celdas)
    return bloques


def _cerrar(bloques: list[Bloque], celdas: list[Celda]) -> None:
    if celdas:
        bloques.append(FlujoCeldas(tuple(celdas)))
        celdas.clear()


def _leer_columnas(lineas: list[str]) -> list[Bloque]:
    bloques: list[Bloque] = []
    filas: list[FilaCruda] = []
    corte = False
    hueco = 0
    dibujadas = barras.tramos(lineas)
    numero = 0

    def cerrar() -> None:
        if filas:
            indice = sum(isinstance(b, BloqueTabla) for b in bloques)
            bloques.append(BloqueTabla(indice, tuple(filas), cuadricula=False))
            filas.clear()

    while numero < len(lineas):
        numero += 1
        linea = lineas[numero - 1]
        if numero in dibujadas:
            cerrar()
            indice = sum(isinstance(b, BloqueTabla) for b in bloques)
            bloques.append(barras.leer(lineas, numero, dibujadas[numero], indice))
            numero, corte, hueco = dibujadas[numero], False, 0
        elif not linea.strip() and "\t" not in linea:
            corte, hueco = True, hueco + 1
        elif _REGLA.match(linea):
            corte = True
        elif "\t" in linea:
            filas.append(_fila(linea, lineas, numero, corte))
            corte, hueco = False, 0
        else:
            cerrar()
            bloques.extend(_parrafos(linea, numero, 0, len(linea), hueco))
            corte, hueco = False, 0
    cerrar()
    return bloques


def _fila(linea: str, lineas: list[str], numero: int, corte: bool) -> FilaCruda:
    celdas = []
    desde = 0
    for columna, trozo in enumerate(linea.split("\t")):
        parrafos = _parrafos(linea, numero, desde, desde + len(trozo), 0)
        celdas.append(celda_de_lineas(parrafos, lineas, numero, desde, columna))
        desde += len(trozo) + 1
    origen = Origen(linea_inicio=numero, linea_fin=numero, inicio=0, fin=len(linea), texto=linea)
    return FilaCruda(tuple(celdas), origen, corte)


def _parrafos(linea: str, numero: int, inicio: int, fin: int, hueco: int) -> list[Parrafo]:
    """The paragraphs of a stretch of a line, parted where stray HTML marks stand."""
    parrafos: list[Parrafo] = []
    desde = inicio
    cortes = [*_MARCA_HTML.finditer(linea, inicio, fin)]
    for hasta, siguiente in [*((m.start(), m.end()) for m in cortes), (fin, fin)]:
        parrafo = parrafo_de_linea(linea, numero, desde, hasta, 1 if parrafos else hueco)
        if parrafo:
            parrafos.append(parrafo)
        desde = siguiente
    return parrafos


_LECTURAS: dict[str, Callable[[list[str]], list[Bloque]]] = {
    "celdas": _leer_celdas,
    "columnas": _leer_columnas,
    "plegado": leer_plegado,
}
