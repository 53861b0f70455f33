"""Sheets as blocks: titles above a table as free lines, the table with its spans, sheet by sheet.

Place of a cell: ``tabla`` the sheet's order, ``fila`` and ``columna`` those of the sheet, all from 0.
"""

from __future__ import annotations

import bisect
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractor.comun.ajustes import exceso, limites
from extractor.errores import ErrorLectura
from extractor.lectores.arbol import Aviso, Linea, lineas_de
from extractor.lectores.armador import TACHADA, aviso_de_tachados
from extractor.modelo.base import Origen
from extractor.modelo.documento import NOMBRE_DE_HOJA, Bloque, BloqueTabla, Celda, FilaCruda, Parrafo

MAXIMO_LETRAS = 40_000_000
"""Shown letters of a workbook: one long text that many cells share must not grow without bound."""
_RANGOS_MAXIMO = 1000
"""Ranges of one sheet that are looked at for cells; no form has as many."""
_NOMBRE_POR_OMISION = re.compile(r"^(?:hoja|sheet|planilla|folha)\s*\d*$", re.IGNORECASE)

Union = tuple[int, int, int, int]
"""A merged range: first row, last row, first column, last column."""


@dataclass(slots=True)
class Hoja:
    """A sheet as shown: the text of each filled cell by row and column, and its merged ranges. ``tachadas``: how many struck
    stretches each cell leaves out; ``quiza_tachadas``: ranges whose cells a condition, which is not evaluated, may strike out."""

    orden: int
    nombre: str
    celdas: dict[tuple[int, int], str] = field(default_factory=dict)
    uniones: list[Union] = field(default_factory=list)
    oculta: bool = False
    filas_ocultas: set[int] = field(default_factory=set)
    columnas_ocultas: set[int] = field(default_factory=set)
    sin_resultado: int = 0
    tachadas: dict[tuple[int, int], int] = field(default_factory=dict)
    quiza_tachadas: list[Union] = field(default_factory=list)

    def llenar(self, lugar: tuple[int, int], texto: str, tachados: int) -> None:
        """Gives a cell its text, if any, without the stretches that were struck out."""
        if texto.strip():
            self.celdas[lugar] = texto
        if tachados:
            self.tachadas[lugar] = tachados

    def con_dudosas(self) -> bool:
        """Whether a condition may strike out a cell that is shown."""
        rangos = self.quiza_tachadas[:_RANGOS_MAXIMO]
        vistas = (lugar for lugar, texto in self.celdas.items() if rangos and texto.strip() and self.a_la_vista(lugar))
        return any(f0 <= f <= f1 and c0 <= c <= c1 for f, c in vistas for f0, f1, c0, c1 in rangos)

    def a_la_vista(self, lugar: tuple[int, int]) -> bool:
        return lugar[0] not in self.filas_ocultas and lugar[1] not in self.columnas_ocultas


def en_bloques(hojas: Sequence[Hoja]) -> tuple[tuple[Bloque, ...], list[Aviso]]:
    """The blocks of the sheets shown, in order, and what was left out."""
    avisos: list[Aviso] = []
    bloques: list[Bloque] = []
    letras = sum(len(t) for h in hojas for t in h.celdas.values())
    if letras > MAXIMO_LETRAS:
        raise ErrorLectura("LIMITE_EXCEDIDO", "la planilla tiene más texto de lo admitido; no parece un informe")
    if any(max(len(h.celdas), len(h.uniones)) > limites().celdas for h in hojas):
        raise exceso("celdas", "la planilla tiene más celdas de las admitidas")
    llenas = [h for h in hojas if any(t.strip() for t in h.celdas.values())]
    vistas = [h for h in llenas if not h.oculta]
    indice = 0
    for hoja in llenas:
        origen = Origen(tabla=hoja.orden, texto=hoja.nombre)
        if hoja.oculta:
            avisos.append(("LECTURA_DUDOSA", f"la hoja «{hoja.nombre}» está oculta; no se leyó", origen))
            continue
        if len(vistas) > 1 and not _NOMBRE_POR_OMISION.match(hoja.nombre.strip()):
            bloques.append(Parrafo(hoja.nombre.strip(), origen, 1, NOMBRE_DE_HOJA))
        if any(f in hoja.filas_ocultas or c in hoja.columnas_ocultas for (f, c), t in hoja.celdas.items() if t.strip()):
            frase = f"la hoja «{hoja.nombre}» tiene filas o columnas ocultas; no se leyeron"
            avisos.append(("LECTURA_DUDOSA", frase, origen))
        if hoja.con_dudosas():
            frase = (
                f"la hoja «{hoja.nombre}» tacha celdas según una condición que no se evalúa; se leyeron como vigentes: "
                "compruebe en la planilla cuáles se ven tachadas"
            )
            avisos.append(("LECTURA_DUDOSA", frase, origen))
        if hoja.sin_resultado:
            frase = (
                f"la hoja «{hoja.nombre}» tiene {hoja.sin_resultado} fórmulas sin resultado guardado; ábrala y guárdela de nuevo"
            )
            avisos.append(("LECTURA_DUDOSA", frase, origen))
        for bloque in _de_hoja(hoja, indice):
            indice += isinstance(bloque, BloqueTabla)
            bloques.append(bloque)
    avisos.extend(
        aviso_de_tachados(sum(n for h in hojas if not h.oculta for lugar, n in h.tachadas.items() if h.a_la_vista(lugar)))
    )
    return tuple(bloques), avisos


def _de_hoja(hoja: Hoja, indice: int) -> Iterator[Bloque]:
    visibles = {lugar: t for lugar, t in hoja.celdas.items() if t.strip() and hoja.a_la_vista(lugar)}
    por_fila: dict[int, dict[int, str]] = {}
    for (fila, columna), texto in sorted(visibles.items()):
        por_fila.setdefault(fila, {})[columna] = texto
    tabla: list[int] = []
    cubiertas = _cubiertas(hoja)
    previa = -1
    for fila, celdas in por_fila.items():
        # a lone cell after a blank row opens another part of the sheet; within a table it is one more row
        suelta = len(celdas) == 1 and (not tabla or fila > previa + 1) and not _dentro(cubiertas, fila)
        if suelta:
            if tabla:
                yield _tabla(hoja, tabla, por_fila, indice)
                indice, tabla = indice + 1, []
            ((columna, texto),) = celdas.items()
            lugar = {"tabla": hoja.orden, "fila": fila, "columna": columna, "parrafo": 0}
            yield from lineas_de(Linea(texto), fila - previa if previa >= 0 else 1, lugar)[0]
        else:
            tabla.append(fila)
        previa = fila
    if tabla:
        yield _tabla(hoja, tabla, por_fila, indice)


def _cubiertas(hoja: Hoja) -> list[tuple[int, int]]:
    """The stretches of rows (first, last) that a merged cell of a row above reaches, in order and apart."""
    tramos: list[tuple[int, int]] = []
    for f0, f1, _, _ in sorted(u for u in hoja.uniones if u[1] > u[0]):
        if tramos and f0 + 1 <= tramos[-1][1] + 1:
            tramos[-1] = (tramos[-1][0], max(tramos[-1][1], f1))
        else:
            tramos.append((f0 + 1, f1))
    return tramos


def _dentro(tramos: list[tuple[int, int]], fila: int) -> bool:
    indice = bisect.bisect_right(tramos, (fila, sys.maxsize)) - 1
    return indice >= 0 and tramos[indice][0] <= fila <= tramos[indice][1]


def _tabla(hoja: Hoja, numeros: list[int], por_fila: dict[int, dict[int, str]], indice: int) -> BloqueTabla:
    propias = set(numeros)
    uniones = [u for u in hoja.uniones if u[0] in propias]
    columnas = {c for n in numeros for c in por_fila[n]}
    limite = max(columnas)
    # a merged cell may reach past the last filled column of the table
    limite = max([limite, *(c1 for _, _, c0, c1 in uniones if c0 <= limite)])
    muestra = [c for c in range(min(columnas), limite + 1) if c not in hoja.columnas_ocultas]
    maximo = limites().celdas
    if len(muestra) * len(numeros) > maximo:
        raise exceso("celdas", f"la hoja «{hoja.nombre}» tiene más celdas de las admitidas")
    inicios = {(f0, c0): (f1, c1) for f0, f1, c0, c1 in uniones}
    tapadas: set[tuple[int, int]] = set()
    extension: dict[tuple[int, int], tuple[int, int]] = {}
    total = 0
    for (f0, c0), (f1, c1) in inicios.items():
        columnas_suyas = muestra[bisect.bisect_left(muestra, c0) : bisect.bisect_right(muestra, c1)]
        filas_suyas = numeros[bisect.bisect_left(numeros, f0) : bisect.bisect_right(numeros, f1)]
        total += len(columnas_suyas) * len(filas_suyas)
        if total > maximo:
            raise exceso("celdas", f"la hoja «{hoja.nombre}» une más celdas de las admitidas")
        extension[(f0, c0)] = (max(1, len(columnas_suyas)), max(1, len(filas_suyas)))
        tapadas.update((f, c) for f in filas_suyas for c in columnas_suyas if (f, c) != (f0, c0))
    filas = []
    for fila in numeros:
        celdas = []
        for columna in muestra:
            if (fila, columna) in tapadas:
                continue
            ancho, alto = extension.get((fila, columna), (1, 1))
            celdas.append(_celda(hoja, fila, columna, por_fila[fila].get(columna, ""), ancho, alto))
        texto = "\n".join(c.origen.texto for c in celdas)
        borrada = any((fila, c) in hoja.tachadas and c not in por_fila[fila] for c in muestra)
        filas.append(
            FilaCruda(tuple(celdas), Origen(tabla=hoja.orden, fila=fila, texto=texto), dudosa=TACHADA if borrada else None)
        )
    return BloqueTabla(indice, tuple(filas), cuadricula=True)


def _celda(hoja: Hoja, fila: int, columna: int, texto: str, ancho: int, alto: int) -> Celda:
    lugar = {"tabla": hoja.orden, "fila": fila, "columna": columna}
    parrafos, _ = lineas_de(Linea(texto), 0, {**lugar, "parrafo": 0})
    return Celda(tuple(parrafos), Origen(**lugar, texto=texto), columna, ancho, alto)
