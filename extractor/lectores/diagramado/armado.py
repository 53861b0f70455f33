"""The tables and the free text of a sheet as blocks: cells of paragraphs rebuilt as those of a PDF are, each with its place.

A character counts as six points, so that what measures a PDF's lines measures these.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extractor.comun.texto import ordinal, plegar, tiene_vineta
from extractor.lectores.diagramado.cortes import Franja
from extractor.lectores.diagramado.filas import Fila, en_filas
from extractor.lectores.diagramado.hoja import Renglon, Trozo
from extractor.lectores.diagramado.renglones import Linea, Renglones, es_cifra
from extractor.lectores.pdf.lineas import Linea as LineaImpresa
from extractor.lectores.pdf.medidas import Medidas, medir
from extractor.lectores.pdf.palabras import Vocabulario, vocabulario_de
from extractor.lectores.pdf.parrafos import armar, cortes_seguros
from extractor.modelo.base import Origen, unir_origenes
from extractor.modelo.documento import BloqueTabla, Celda, FilaCruda, Parrafo

_ANCHO, _ALTO, _TIPO = 6.0, 12.0, 10.0
_HOLGURA, _HOLGURA_ANGOSTA = 2.0, 0.15
"""Characters within which a line is taken as full, for letters are not of one width on paper; of a narrow column, part of it."""
_LARGO_ROTULO = 100
_CABECERA_CORTA = 3
"""Lines that a table of a header alone may take."""
_SIGUE = "la tabla sigue en otra página con columnas que no se pueden reconocer"


@dataclass(slots=True)
class Tabla:
    """A table over one page or several: its part in each. ``repetidas``: lines of its header printed again; ``sigue``: it goes on
    in a page whose columns are not told."""

    franjas: list[Franja] = field(default_factory=list)
    repetidas: int = 0
    sigue: bool = False

    @property
    def columnas(self) -> int:
        return self.franjas[0].columnas


def vocabulario(libres: Iterable[Renglon], tablas: Iterable[Tabla]) -> Vocabulario:
    """How the document writes, by its free lines and those of the cells of its tables."""
    sueltas = [[t.texto for t in r.trozos] for r in libres]
    celdas = [[c.texto for x in lineas_de(tabla) if (c := x.celdas[n])] for tabla in tablas for n in range(tabla.columnas)]
    return vocabulario_de([*sueltas, *celdas])


def lineas_de(tabla: Tabla) -> list[Linea]:
    """The lines of a table with their cells."""
    lineas: list[Linea] = []
    for numero, franja in enumerate(tabla.franjas):
        previa = None
        for renglon in franja.renglones:
            banda = renglon.linea in franja.bandas
            celdas: list[Trozo | None] = [None] * franja.columnas if banda else franja.celdas(renglon)
            vacias = renglon.y - previa.y - 1 if previa is not None else 0
            lineas.append(Linea(celdas, vacias, numero > 0 and previa is None, banda))
            previa = renglon
    return lineas


def bloque(tabla: Tabla, indice: int, palabras: Vocabulario) -> BloqueTabla:
    """The table as a block with a sure grid."""
    lineas = lineas_de(tabla)
    renglones = [r for f in tabla.franjas for r in f.renglones]
    franjas = [f for f in tabla.franjas for _ in f.renglones]
    sitios = {id(linea): n for n, linea in enumerate(lineas)}
    medida = Renglones(lineas, _anchos(tabla))
    columnas = [_Columna(tabla, lineas, franjas, c, medida) for c in range(tabla.columnas)]
    filas = en_filas(medida)
    if tabla.sigue:
        filas[-1].dudosa = filas[-1].dudosa or _SIGUE
    impresas = [[columnas[c].impresas([x for x in f.lineas if x.celdas[c]]) for c in range(tabla.columnas)] for f in filas]
    medidas = medir([list(c) for f in impresas for c in f if c], palabras)
    _aprender([(c, columnas[n].derecha) for f in impresas for n, c in enumerate(f) if c], medidas)
    crudas: list[FilaCruda] = []
    for numero, fila in enumerate(filas):
        propios = [renglones[sitios[id(x)]] for x in fila.lineas]
        if fila.lineas[0].banda:
            crudas.append(FilaCruda(_de_banda(tabla, propios, franjas[sitios[id(fila.lineas[0])]]), _origen(propios)))
            continue
        celdas = []
        for c in range(tabla.columnas):
            if c in fila.sigue_arriba:
                continue
            alto, trozos = _hacia_abajo(filas, numero, c)
            celda = _celda(columnas[c], trozos, medidas, c, alto, propios[0])
            celdas.append(_en_un_parrafo(celda) if numero == 0 and _es_cabecera(filas, medida) else celda)
        crudas.append(FilaCruda(tuple(celdas), _origen(propios), fila.lineas[0].abre_pagina, fila.dudosa, bool(fila.dudosa)))
    return BloqueTabla(indice, tuple(crudas), cuadricula=True)


def _es_cabecera(filas: Sequence[Fila], medida: Renglones) -> bool:
    """Whether the first row is surely the header: rows come below, or it is a line or two."""
    return bool(medida.de_cifras) or len(filas) > 1 or len(filas[0].lineas) <= _CABECERA_CORTA


def _en_un_parrafo(celda: Celda) -> Celda:
    """A label over several lines as one."""
    otros = [p.texto for p in celda.parrafos[1:]]
    if not otros or len(celda.texto) > _LARGO_ROTULO or any(ordinal(t) is not None or tiene_vineta(t) for t in otros):
        return celda
    return replace(celda, parrafos=(Parrafo(celda.texto, celda.origen, celda.parrafos[0].hueco),))


def _aprender(celdas: Sequence[tuple[Sequence[LineaImpresa], float]], medidas: Medidas) -> None:
    """Learns how the document's paragraphs open, from those that surely do."""
    for lineas, derecha in celdas:
        inicios = cortes_seguros(lineas, 0.0, derecha, medidas)
        medidas.vocabulario.aprender_inicios(lineas[i].texto for i in inicios if lineas[i].texto[:1].isupper())
        fines = {*inicios, len(lineas)}
        medidas.vocabulario.cerrados.update(plegar(lineas[i].texto) for i in inicios if i + 1 in fines)


def _hacia_abajo(filas: Sequence[Fila], numero: int, columna: int) -> tuple[int, list[Linea]]:
    """How many rows a cell takes, and its lines in all of them."""
    fin = numero + 1
    while fin < len(filas) and columna in filas[fin].sigue_arriba:
        fin += 1
    return fin - numero, [x for f in filas[numero:fin] for x in f.lineas if x.celdas[columna] is not None]


def _anchos(tabla: Tabla) -> list[int]:
    """How many characters each column has up to the next one; the last, what its longest text takes."""
    bordes = tabla.franjas[0].bordes
    return [b - a - 1 for a, b in pairwise(bordes)]


class _Columna:
    """A column over all pages: where it begins in each, and how wide its texts run."""

    def __init__(self, tabla: Tabla, lineas: Sequence[Linea], franjas: Sequence[Franja], columna: int, medida: Renglones) -> None:
        self.columna = columna
        self.de_cifras = columna in medida.de_cifras
        self.inicio = {}
        for franja in tabla.franjas:
            propias = [t.x0 for x, f in zip(lineas, franjas, strict=True) if f is franja and (t := x.celdas[columna])]
            self.inicio[franja.renglones[0].pagina] = min(propias, default=franja.bordes[columna])
        ancho = medida.anchos[columna]
        self.derecha = _ANCHO * max(ancho - _HOLGURA, ancho * (1 - _HOLGURA_ANGOSTA))

    def impresas(self, lineas: Sequence[Linea]) -> list[LineaImpresa]:
        return [impresa(t, self.inicio[t.pagina]) for x in lineas if (t := x.celdas[self.columna])]


def impresa(trozo: Trozo, inicio: int) -> LineaImpresa:
    """A stretch as a printed line, measured from where its column begins."""
    x0, base = (trozo.x0 - inicio) * _ANCHO, trozo.y * _ALTO
    caja = (x0, base - _TIPO, x0 + len(trozo.texto) * _ANCHO, base)
    return LineaImpresa(trozo.texto, trozo.pagina, caja, base, _TIPO, len(trozo.texto.split()[0]) * _ANCHO, _ANCHO, _ANCHO)


def _celda(columna: _Columna, lineas: Sequence[Linea], medidas: Medidas, sitio: int, alto: int, cerca: Renglon) -> Celda:
    trozos = [t for x in lineas if (t := x.celdas[columna.columna])]
    if not trozos:
        fin = min(len(cerca.crudo), max(0, columna.inicio.get(cerca.pagina, 0)))
        vacio = Origen(linea_inicio=cerca.linea, linea_fin=cerca.linea, inicio=fin, fin=fin, texto="")
        return Celda((), vacio, sitio, 1, alto)
    grupos = _por_cifras(trozos) if columna.de_cifras else [trozos]
    parrafos = tuple(
        replace(p, hueco=max(1, p.hueco)) if n and not i else p
        for n, grupo in enumerate(grupos)
        for i, p in enumerate(parrafos_de(grupo, [impresa(t, columna.inicio[t.pagina]) for t in grupo], columna.derecha, medidas))
    )
    return Celda(parrafos, unir_origenes([p.origen for p in parrafos]), sitio, 1, alto)


def _por_cifras(trozos: Sequence[Trozo]) -> list[list[Trozo]]:
    """The lines of a column of figures: each is an item, but for the rest of a sentence."""
    grupos: list[list[Trozo]] = []
    for n, trozo in enumerate(trozos):
        if not n or es_cifra(trozo) or es_cifra(trozos[n - 1]) or not trozo.texto[:1].islower():
            grupos.append([])
        grupos[-1].append(trozo)
    return grupos


def parrafos_de(
    trozos: Sequence[Trozo], impresas: Sequence[LineaImpresa], derecha: float, medidas: Medidas
) -> tuple[Parrafo, ...]:
    """The paragraphs that these lines make, each with the places of its own."""
    duenos = {id(linea): t for linea, t in zip(impresas, trozos, strict=True)}
    armados = armar(impresas, 0.0, derecha, medidas)
    return tuple(Parrafo(a.texto, unir_origenes([duenos[id(x)].origen for x in a.lineas]), a.hueco) for a in armados)


def _de_banda(tabla: Tabla, renglones: Sequence[Renglon], franja: Franja) -> tuple[Celda, ...]:
    """The cells of a line that crosses the columns, each over those that it stands on."""
    celdas = []
    for trozo in renglones[0].trozos:
        tocadas = [c for c in range(tabla.columnas) if trozo.x0 < franja.bordes[c + 1] and trozo.x1 > franja.bordes[c]]
        primera = min(tocadas, default=0)
        parrafo = Parrafo(trozo.texto, trozo.origen)
        celdas.append(Celda((parrafo,), trozo.origen, primera, max(1, len(tocadas))))
    return tuple(celdas)


def _origen(renglones: Sequence[Renglon]) -> Origen:
    """The place of whole lines: one for each run that nothing interrupts but blank lines."""
    corridas: list[list[Renglon]] = []
    for renglon in renglones:
        if corridas and renglon.pagina == corridas[-1][-1].pagina and renglon.linea - corridas[-1][-1].linea == 1:
            corridas[-1].append(renglon)
        else:
            corridas.append([renglon])
    origenes = [
        Origen(
            linea_inicio=c[0].linea,
            linea_fin=c[-1].linea,
            inicio=0,
            fin=len(c[0].original) if len(c) == 1 else None,
            texto="\n".join(r.original for r in c),
        )
        for c in corridas
    ]
    return unir_origenes(origenes)
