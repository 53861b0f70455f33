"""Tables of a text that has lost every mark of its cells: each stands in a line of its own, a blank one for an empty cell.

Word saves a table so as plain text, and so do programs that write a document's paragraphs one after another, these with a blank
line after each. A header is told by three labels or more in lines that follow one another; the rows are taken only where they
come out whole (``filas_por_linea``): else the lines stay as they came, and the header is told.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.comun.numeros import leer_numero
from extractor.formatos.columnas.encabezados import Encabezado, Rotulos, leer_encabezado
from extractor.formatos.columnas.rotulos import PUNTAJE_CLAVE
from extractor.formatos.flujo.celdas import roles_de
from extractor.formatos.flujo.celdas_por_linea import en_columnas, fila_cruda, juntas
from extractor.formatos.flujo.cortes_por_linea import CortesPorLinea
from extractor.formatos.flujo.filas_por_linea import FilasPorLinea
from extractor.formatos.flujo.rotulos_de_dos_lineas import con_rotulos_unidos
from extractor.formatos.flujo.textos_por_linea import Linea
from extractor.formatos.piezas import DE_DESEMPENO, Titulos
from extractor.formatos.regiones.dichas import son_regiones
from extractor.modelo.base import unir_origenes
from extractor.modelo.documento import Bloque, BloqueTabla, Celda, Documento, FilaCruda, FlujoCeldas, Parrafo

_ROTULOS_MINIMO, _ROTULOS_MAXIMO, _LARGO_ROTULO = 3, 20, 60
_DE_MAS = 2
"""Labels more, or fewer, than those told by their words that a header is looked at with."""


@dataclass(frozen=True, slots=True)
class _Cabeza:
    """A header: its cells, the roles of its columns and how many lines it takes; ``propia``: whether its words alone tell it."""

    celdas: tuple[Celda, ...]
    roles: tuple[str | None, ...]
    lineas: int
    propia: bool


def con_una_por_linea(documento: Documento, titulos: Titulos, rotulos: Sequence[Rotulos]) -> Documento:
    """The document with such tables as rows; the same one where there are none, or its cells are marked."""
    if documento.formato != "txt" or any(map(_marcado, documento.bloques)):
        return documento
    hechos: list[Bloque] = []
    for son_lineas, grupo in itertools.groupby(documento.bloques, key=lambda b: isinstance(b, Parrafo)):
        if son_lineas:
            hechos.extend(_Tramo([b for b in grupo if isinstance(b, Parrafo)], titulos, rotulos).bloques())
        else:
            hechos.extend(grupo)
    if len(hechos) == len(documento.bloques):
        return documento
    numeros = itertools.count()
    return replace(
        documento, bloques=tuple(replace(b, indice=next(numeros)) if isinstance(b, BloqueTabla) else b for b in hechos)
    )


def _marcado(bloque: Bloque) -> bool:
    """Whether a block shows that the text marks its cells."""
    return isinstance(bloque, FlujoCeldas) or (isinstance(bloque, BloqueTabla) and any(len(f.celdas) > 2 for f in bloque.filas))


class _Tramo:
    """Lines that follow one another with nothing else between."""

    def __init__(self, parrafos: Sequence[Parrafo], titulos: Titulos, rotulos: Sequence[Rotulos]) -> None:
        self.parrafos = parrafos
        self.titulos = titulos
        self.cortes = CortesPorLinea(titulos)
        self.rotulos = rotulos
        self.vigente: _Cabeza | None = None
        self.finales: set[int] = set()
        """Where a table ended: what comes next goes on with no label."""
        self.salto = 0
        self._cabeceras: dict[int, Encabezado | None] = {}
        if not any(self._encabezado(i) for i in range(len(parrafos))):
            return
        for uno, otro in itertools.pairwise(parrafos):
            if uno.hueco and not otro.hueco and leer_numero(otro.texto) is not None:
                titulos.con_valor_al_lado(uno.texto, otro.texto)

    def bloques(self) -> Iterator[Bloque]:
        """The lines, with each table where its header stands."""
        indice = 0
        abre = False
        while indice < len(self.parrafos):
            hecha = self._tabla(indice)
            if hecha is None and abre:
                # the rows of another region, under the columns of the table before
                hecha = self._sin_cabeza(indice)
            abre = False
            if hecha is None:
                parrafo = self.parrafos[indice]
                if (par := self._par(indice)) is not None:
                    yield par
                    indice += 2
                    continue
                abre = self.vigente is not None and self.cortes.es_region(parrafo)
                if not abre and self.cortes.corta(parrafo):
                    self.vigente = None
                yield parrafo
                indice += 1
            else:
                filas, indice = hecha
                self.finales.add(indice)
                yield BloqueTabla(0, filas, cuadricula=True)

    def _tabla(self, indice: int) -> tuple[tuple[FilaCruda, ...], int] | None:
        cabezas = list(self._cabezas(indice))
        for cabeza, con_dudas in [*((c, False) for c in cabezas), *((c, True) for c in cabezas if c.propia)]:
            filas, hasta = self._filas(cabeza, indice + cabeza.lineas, con_dudas)
            if filas:
                self.vigente = cabeza
                return (FilaCruda(cabeza.celdas, unir_origenes([c.origen for c in cabeza.celdas])), *filas), hasta
        return None

    def _sin_cabeza(self, indice: int) -> tuple[tuple[FilaCruda, ...], int] | None:
        if self.vigente is None or "ponderacion" not in self.vigente.roles:
            return None
        filas, hasta = self._filas(self.vigente, indice, con_dudas=False)
        return (filas, hasta) if filas else None

    def _par(self, indice: int) -> BloqueTabla | None:
        """A label and what it tells, each in its line: a region above a table, a performance below one."""
        par = self.parrafos[indice : indice + 2]
        titulo = self.titulos.buscar(par[0].texto, par[0].origen) if len(par) > 1 and not par[1].hueco else None
        if titulo is None or titulo.valor is not None:
            return None
        cifra = titulo.clase in DE_DESEMPENO and bool(self.finales) and leer_numero(par[1].texto) is not None
        if not cifra and not (titulo.clase == "region" and any(self._cabeceras.values()) and son_regiones(par[1].texto)):
            return None
        if titulo.clase == "region":
            self.vigente = None
        celdas = tuple(en_columnas([Celda((replace(p, hueco=0),), p.origen) for p in par]))
        return BloqueTabla(0, (FilaCruda(celdas, unir_origenes([p.origen for p in par])),), cuadricula=True)

    # headers

    def _cabezas(self, indice: int) -> Iterator[_Cabeza]:
        """The headers that may open at a line, the likeliest first."""
        leido = self._encabezado(indice)
        if leido is None:
            return
        self.salto = self.parrafos[indice + 1].hueco
        celdas = self._rotulos_desde(indice)
        propio = len(leido.etiquetas)
        anunciada = self._esta_anunciada(indice)
        for ancho in sorted(range(propio - _DE_MAS, propio + _DE_MAS + 1), key=lambda n: (abs(n - propio), n)):
            if _ROTULOS_MINIMO <= ancho <= len(celdas):
                entero = leer_encabezado(celdas[:ancho], self.rotulos, completo=True)
                if entero is None or any(e is None or e.puntaje > PUNTAJE_CLAVE for e in leido.etiquetas[ancho:]):
                    continue
                # only figures show that a label less, or more, is right, or that labels are no list
                if "ponderacion" in roles_de(entero) or (ancho == propio and not anunciada):
                    yield _Cabeza(tuple(en_columnas(celdas[:ancho])), roles_de(entero), ancho, ancho == propio)
        for unidas in con_rotulos_unidos(celdas, self.rotulos):
            leido = leer_encabezado(unidas, self.rotulos, completo=False)
            propias = unidas[: len(leido.etiquetas)] if leido is not None else []
            entero = leer_encabezado(propias, self.rotulos, completo=True) if len(propias) >= _ROTULOS_MINIMO else None
            if entero is not None and all(entero.etiquetas) and ("ponderacion" in roles_de(entero) or not anunciada):
                yield _Cabeza(tuple(en_columnas(propias)), roles_de(entero), sum(len(c.parrafos) for c in propias), True)

    def _encabezado(self, indice: int) -> Encabezado | None:
        """The header that lines from a place on open with by their words."""
        if indice not in self._cabeceras:
            self._cabeceras[indice] = self._por_sus_palabras(indice)
        return self._cabeceras[indice]

    def _por_sus_palabras(self, indice: int) -> Encabezado | None:
        celdas = self._rotulos_desde(indice)
        if len(celdas) < _ROTULOS_MINIMO or self._sigue_a_otro(indice):
            return None
        leido = leer_encabezado(celdas, self.rotulos, completo=False)
        return leido if leido is not None and len(leido.etiquetas) >= _ROTULOS_MINIMO else None

    def _sigue_a_otro(self, indice: int) -> bool:
        """Whether the line right before one may be a label too, so that no header opens here."""
        previa = self.parrafos[indice - 1] if indice else None
        if previa is None or indice in self.finales or self.parrafos[indice].hueco != self.parrafos[indice + 1].hueco:
            return False
        texto = previa.texto
        larga = len(texto) > _LARGO_ROTULO or texto[-1] in ".:;" or any(c.isdigit() for c in texto)
        return not larga and not self.cortes.corta(previa) and self.titulos.buscar(texto, previa.origen) is None

    def _esta_anunciada(self, indice: int) -> bool:
        """Whether the line right before ends in a colon: labels after it may be a list of them."""
        previa = self.parrafos[indice - 1] if indice else None
        junta = self.parrafos[indice].hueco == self.parrafos[indice + 1].hueco
        return previa is not None and junta and previa.texto.endswith(":") and not self.cortes.corta(previa)

    def _rotulos_desde(self, indice: int) -> list[Celda]:
        """Lines from a place on that may be labels: as far apart all of them, by one blank line at most."""
        propias = self.parrafos[indice : indice + _ROTULOS_MAXIMO]
        if len(propias) < 2 or propias[1].hueco > 1:
            return []
        seguidas = itertools.takewhile(lambda p: p.hueco == propias[1].hueco, propias[1:])
        celdas = [Celda((replace(p, hueco=0),), p.origen) for p in (propias[0], *seguidas)]
        return [] if self.cortes.corta(propias[0]) and not self.cortes.rotula(propias[0]) else celdas

    # rows

    def _filas(self, cabeza: _Cabeza, desde: int, con_dudas: bool) -> tuple[tuple[FilaCruda, ...], int]:
        """The rows of a header from a line on, and the line after them; none where they do not come out."""
        hasta = next((i for i in range(desde, len(self.parrafos)) if self._encabezado(i) is not None), len(self.parrafos))
        corta = self.cortes.corta_celda if "territorio" not in cabeza.roles else self.cortes.corta_sin_region

        def abre(celda: Celda) -> bool:
            return corta(celda) or self.cortes.es_titulo(celda)

        for unidas in (True,) if con_dudas else (False, True):
            lineas, sitios = self._lineas(desde, hasta, unidas)
            filas = FilasPorLinea(lineas, cabeza.roles, corta, abre).leer(con_dudas, cabeza.propia)
            if filas:
                cerca = self.parrafos[desde - 1].origen
                hechas: list[FilaCruda] = []
                for fila in filas:
                    hechas.append(fila_cruda(fila, cerca))
                    cerca = hechas[-1].origen
                return tuple(hechas), next((s for s in sitios[filas[-1].hasta :] if s is not None), hasta)
        return (), desde

    def _lineas(self, desde: int, hasta: int, unidas: bool) -> tuple[list[Linea], list[int | None]]:
        """The lines with the blank ones that are cells or part what is around them, and which paragraph each is. ``unidas``:
        those that go on in lower case with the one before them, and the items of a list, are of one cell."""
        lineas: list[Linea] = []
        sitios: list[int | None] = []
        for sitio in range(desde, hasta):
            parrafo = self.parrafos[sitio]
            previa = lineas[-1] if lineas else None
            blancas = max(0, parrafo.hueco - self.salto) // (1 + self.salto)
            if unidas and previa is not None and not blancas and (dos := juntas(previa, parrafo)) is not None:
                lineas[-1] = dos
                continue
            lineas += [None] * blancas
            sitios += [None] * blancas
            lineas.append(Celda((replace(parrafo, hueco=0),), parrafo.origen))
            sitios.append(sitio)
        if hasta == len(self.parrafos) or self.parrafos[hasta].hueco > self.salto:
            # a blank last cell leaves nothing at the end of the text
            lineas.append(None)
            sitios.append(None)
        return lineas, sitios
