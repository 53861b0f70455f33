"""Tables whose rows only their tabs tell (text of catdoc): found by their headers, cut into rows, given back as rows.

A row has as many tabs as columns less one, over as many lines as its cells take. A table that does not come out so, or
whose weights then are no figures, is named and its lines are left as they came. In a text that keeps blank cells (Word) only the
tables with a cell of several paragraphs are so (``filas_en_parrafos``).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.formatos.columnas.encabezados import Rotulos
from extractor.formatos.flujo.corridas import Corrida
from extractor.formatos.flujo.encabezados_mezclados import buscar_cabeceras
from extractor.formatos.flujo.filas_en_parrafos import hay_filas_en_parrafos
from extractor.formatos.flujo.trozos import Renglon, TablaSeparada, Trozo, en_trozos, es_mezclado, renglones, salto_de
from extractor.formatos.piezas import Titulos
from extractor.modelo.base import Origen
from extractor.modelo.documento import Bloque, BloqueTabla, Documento, FilaCruda, Parrafo
from extractor.modelo.patron import TablaPatron

Aviso = tuple[str, str, Origen | None]
_SIN_FILAS = "no se puede saber dónde termina cada fila de una tabla, porque el texto no lo marca; use el archivo original"


@dataclass(frozen=True, slots=True)
class Separado:
    """The document with such tables as rows; what could not be settled; the kinds of the tables left without rows."""

    documento: Documento
    avisos: tuple[Aviso, ...] = ()
    perdidas: tuple[TablaPatron, ...] = ()


def separar(documento: Documento, titulos: Titulos, rotulos: Sequence[Rotulos]) -> Separado:
    """The tables of such a text; the same document when it is none."""
    if documento.formato != "txt":
        return Separado(documento)
    lineas = renglones(documento.bloques)
    salto = salto_de(lineas)
    corridas = [c for trozos in en_trozos(lineas) for c in _corridas(trozos, lineas, titulos, rotulos, salto)]
    if not es_mezclado(documento):
        return _con_filas_en_parrafos(documento, lineas, corridas, titulos)
    rotas = {id(c) for c in corridas if c.rota()}
    avisos = _sin_encabezado(lineas, corridas)
    if not rotas and not any(c.partida() for c in corridas):
        return Separado(documento, tuple(avisos))
    tablas: list[TablaSeparada] = []
    perdidas: list[TablaPatron] = []
    for grupo in _por_encabezado(corridas):
        entera = not any(id(c) in rotas for c in grupo)
        if entera and all(c.sencilla() for c in grupo):
            tablas.extend(TablaSeparada((), c.sitios_de_banda()) for c in grupo)
            continue
        hechas = [c.armar() if entera else None for c in grupo]
        listas = [t for t in hechas if t is not None]
        if len(listas) == len(hechas):
            filas = tuple(f for t in listas for f in t.filas)
            tablas.append(TablaSeparada(filas, frozenset(s for t in listas for s in t.sitios)))
            if grupo[0].cabecera.encabezado.tabla.tipo == "seccion":
                # the fields of a section carry no doubt of their own
                avisos.extend(("LECTURA_DUDOSA", f.dudosa, f.origen) for f in filas if f.dudosa)
        else:
            avisos.append(("LECTURA_DUDOSA", _SIN_FILAS, grupo[0].origen))
            perdidas.append(grupo[0].cabecera.encabezado.tabla)
            tablas.extend(TablaSeparada((), c.sitios_de_cabecera()) for c in grupo)
    bloques = tuple(_reponer(lineas, [t for t in tablas if t.sitios], titulos))
    return Separado(replace(documento, bloques=bloques), tuple(avisos), tuple(perdidas))


def _con_filas_en_parrafos(
    documento: Documento, lineas: Sequence[Renglon | Bloque], corridas: Sequence[Corrida], titulos: Titulos
) -> Separado:
    """A text that keeps each row on its line but for cells of several paragraphs: only the tables with such rows are put
    together, and where that cannot be done for sure they stay as they came."""
    hechas = [c.armar() for c in corridas if hay_filas_en_parrafos(c)]
    tablas = [t for t in hechas if t is not None and t.filas]
    return Separado(replace(documento, bloques=tuple(_reponer(lineas, tablas, titulos))) if tablas else documento)


def _sin_encabezado(lineas: Sequence[Renglon | Bloque], corridas: Sequence[Corrida]) -> list[Aviso]:
    """A notice of rows broken to a width whose header, broken too, is not recognised."""
    propias = {numero for c in corridas for numero in c.renglones()}
    rotas = [
        linea.fila
        for numero, linea in enumerate(lineas)
        if isinstance(linea, Renglon) and linea.fila and len(linea.celdas) > 2 and numero not in propias and linea.quebrada()
    ]
    return [("LECTURA_DUDOSA", _SIN_FILAS, rotas[0].origen)] if len(rotas) > 1 else []


def _por_encabezado(corridas: Sequence[Corrida]) -> list[list[Corrida]]:
    """The runs of rows by table: a header printed again right after a row goes on with the same one."""
    grupos: list[list[Corrida]] = []
    for corrida in corridas:
        previa = grupos[-1][-1] if grupos else None
        if previa is not None and previa.sigue_en(corrida):
            grupos[-1].append(corrida)
        else:
            grupos.append([corrida])
    return grupos


def _corridas(
    trozos: Sequence[Trozo], lineas: Sequence[Renglon | Bloque], titulos: Titulos, rotulos: Sequence[Rotulos], salto: int
) -> Iterator[Corrida]:
    cabeceras = buscar_cabeceras(trozos, rotulos)
    for cabecera, siguiente in itertools.zip_longest(cabeceras, cabeceras[1:]):
        yield Corrida(trozos, lineas, titulos, cabecera, siguiente, salto)


def _reponer(lineas: Sequence[Renglon | Bloque], tablas: Sequence[TablaSeparada], titulos: Titulos) -> Iterator[Bloque]:
    """The blocks of the document, each table where its header stands and the other lines as they came; a line that is a
    title goes on with no table."""
    duenas = {sitio: tabla for tabla in tablas for sitio in tabla.sitios}
    puestas: set[int] = set()
    filas: list[FilaCruda] = []
    indice = 0

    def cerrar() -> Iterator[Bloque]:
        nonlocal indice
        if filas:
            yield BloqueTabla(indice, tuple(filas), cuadricula=False)
            indice += 1
            filas.clear()

    for numero, linea in enumerate(lineas):
        if not isinstance(linea, Renglon):
            yield from cerrar()
            yield replace(linea, indice=indice) if isinstance(linea, BloqueTabla) else linea
            indice += isinstance(linea, BloqueTabla)
            continue
        libres: list[int] = []
        tomadas = 0
        for celda in range(len(linea.celdas)):
            tabla = duenas.get((numero, celda))
            if tabla is None:
                libres.append(celda)
                continue
            tomadas += 1
            if id(tabla) not in puestas and tabla.filas:
                yield from cerrar()
                yield BloqueTabla(indice, tabla.filas, cuadricula=True)
                indice += 1
            puestas.add(id(tabla))
        if linea.fila is None and not tomadas:
            yield from cerrar()
            yield from linea.celdas[0]
        elif not tomadas and linea.fila is not None:
            primero = next((p for c in linea.celdas for p in c), None)
            if primero is not None and titulos.buscar(primero.texto, primero.origen):
                yield from cerrar()
            filas.append(linea.fila)
        else:
            sueltas = [p for c in libres for p in linea.celdas[c]]
            if sueltas:
                yield from cerrar()
                yield from _sueltas(sueltas)
    yield from cerrar()


def _sueltas(parrafos: Sequence[Parrafo]) -> Iterator[Parrafo]:
    for parrafo in parrafos:
        yield replace(parrafo, hueco=1)
