"""The body of a table in a stream, where only the column count tells its rows: which cells are its own and where it ends.

The last cell swallows the free text after the table, which is given back (``cola``). Rows of fewer cells than
the header (a total, an objective, a region across the table) would shift all that follows: they are told by their words and by
how the cells after them fall into the columns.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from extractor.formatos.columnas.encabezados import Encabezado
from extractor.formatos.flujo.bandas import Bandas
from extractor.formatos.flujo.celdas import (
    HUECO_TRAS_BLANCA,
    Roles,
    encaja,
    es_rotulo_de_total,
    nombra_region,
    roles_de,
)
from extractor.formatos.flujo.cola import cola_dudosa, sin_texto_libre
from extractor.formatos.flujo.tabla_nueva import empieza_otra
from extractor.formatos.flujo.titulos_en_fila import cabe_en_la_fila, objetivo_en_fila, region_en_banda
from extractor.formatos.flujo.totales_cortos import total_corto
from extractor.formatos.piezas import Pieza, Titulo, Titulos, con_parrafos
from extractor.formatos.regiones.en_titulo import es_nombre_de_region, es_titulo_de_region
from extractor.formatos.secciones.en_columna import es_fila
from extractor.formatos.tablas.cuerpo import Cuerpo
from extractor.modelo.campos import DE_CIFRAS
from extractor.modelo.documento import Celda, Parrafo
from extractor.vocabularios.filas import es_objetivo_rotulado

_SIN_NOMBRES = (*DE_CIFRAS, "estado")
_LARGO_BANDA = 40
"""Longest label that groups columns ("Control de Resultados")."""


class Flujo:
    """Reads bodies of tables in the streams of one document. ``encabezado``: the header that starts at a piece, if any;
    ``por_palabras``: the same by its words alone, whatever stands under it."""

    def __init__(
        self,
        piezas: Sequence[Pieza],
        titulos: Titulos,
        encabezado: Callable[[int], Encabezado | None],
        por_palabras: Callable[[int], Encabezado | None],
    ) -> None:
        self.piezas = piezas
        self.titulos = titulos
        self.encabezado = encabezado
        self.por_palabras = por_palabras
        self.bandas = Bandas(piezas)

    def cuerpo(self, siguiente: int, encabezado: Encabezado) -> Cuerpo:
        """The cells from a place on as rows of that header, up to a title, another header or free text."""
        roles = roles_de(encabezado)
        ancho = len(roles)
        celdas: list[Celda] = []
        cortada = False
        sueltas = 1 if encabezado.etiquetas[-1] and encabezado.etiquetas[-1].sobrante else 0
        tras_total = False
        self.bandas.abrir(siguiente, roles)
        while siguiente < len(self.piezas):
            pieza = self.piezas[siguiente]
            al_inicio = not sueltas and len(celdas) % ancho == 0
            titulo = self.titulos.de_pieza(pieza)
            sitio = (len(celdas) + sueltas) % ancho
            if pieza.clase != "celda" or (titulo and not self._es_de_la_fila(titulo, siguiente, sitio, roles)):
                cortada = pieza.clase == "celda"
                break
            repetido = self.encabezado(siguiente)
            if repetido and repetido.solo_por_raices() and (not al_inicio or repetido.deja_columnas()):
                # cells of a row that only use words of a header
                repetido = None
            if repetido and not ((len(celdas) + sueltas + 1) % ancho == 0 and self._abre_despues(siguiente, roles, repetido)):
                if not (al_inicio and celdas and encabezado.tabla.pesa and self._sigue(repetido, roles, celdas)):
                    cortada = True
                    break
                siguiente += repetido.piezas
                continue
            if al_inicio:
                banda, propia_de = self._banda_de_encabezado(siguiente, roles) if celdas else (0, False)
                if banda and not propia_de:
                    break
                if banda:
                    siguiente += banda
                    continue
                acaba = "ponderacion" in roles and celdas and self._acaba(celdas, siguiente, roles, tras_total)
                if acaba or self.es_banda_de_region(siguiente, encabezado):
                    break
                propia = self._fila_corta(siguiente, roles)
                if celdas and propia is None and empieza_otra(self.piezas, siguiente, roles, self.encabezado, self.titulos):
                    break
                tras_total = es_rotulo_de_total(pieza.celdas[0]) or propia is not None
                if propia:
                    celdas.extend(propia[0])
                    siguiente += propia[1]
                    continue
            celdas.append(pieza.celdas[0])
            siguiente += 1
        blancas = 0
        while celdas and not celdas[-1].parrafos and (len(celdas) + sueltas) % ancho:
            celdas.pop()
            blancas = 1
        entera = (len(celdas) + sueltas) % ancho == 0
        libres: tuple[Parrafo, ...] = ()
        if celdas and entera:
            celdas[-1], libres = sin_texto_libre(celdas, roles, 1 if tras_total else HUECO_TRAS_BLANCA)
        return Cuerpo(
            siguiente,
            celdas=tuple(celdas),
            cortada=cortada and not entera,
            libres=libres,
            descartadas=blancas,
            dudoso=cola_dudosa(celdas, roles) if entera and encabezado.tabla.pesa else None,
        )

    def _es_de_la_fila(self, titulo: Titulo, indice: int, sitio: int, roles: Roles) -> bool:
        """Whether a title's words are only what the cell ``sitio`` of a row says."""
        if es_fila(titulo.clase, roles):
            return True
        faltan = len(roles) - sitio
        enteras = self._cuantas(indice + 1, faltan - 1) == faltan - 1
        return enteras and cabe_en_la_fila(titulo, sitio, [p.celdas[0] for p in self.piezas[indice : indice + faltan]], roles)

    def es_banda_de_region(self, indice: int, encabezado: Encabezado) -> bool:
        """Whether a cell of a stream is a region, or an office of one, that heads what follows: rows, or a chapter's sections."""
        pieza = self.piezas[indice] if indice < len(self.piezas) else None
        roles = roles_de(encabezado)
        if pieza is None or pieza.clase != "celda" or len(pieza.parrafos) != 1 or "territorio" in roles:
            return False
        if encabezado.tabla.tipo == "seccion" and es_titulo_de_region(pieza.celdas[0].texto):
            return True
        hay = self._cuantas(indice + 1, 2 * len(roles) - 1)
        propias = [p.celdas[0] for p in self.piezas[indice : indice + hay + 1]]
        return nombra_region(propias[0]) or region_en_banda(propias, roles)

    def calce(self, indice: int, roles: Roles, maximo: int = 8) -> tuple[int, int]:
        """Of the first rows that the cells from a place on make under these columns, how many have a text for the activity
        and a figure for the weight, and how many there are before the table ends."""
        ancho = len(roles)
        buenas = filas = 0
        self.bandas.abrir(indice, roles)
        while filas < maximo and (cuantas := self._cuantas(indice, ancho)):
            corta = self._fila_corta(indice, roles)
            if corta is not None:
                indice += corta[1]
                continue
            if cuantas < ancho:
                break
            celdas = [p.celdas[0] for p in self.piezas[indice : indice + ancho]]
            cae = "ponderacion" in roles and encaja(celdas, roles, con_peso=True)
            buenas += cae
            filas += 1
            indice += ancho
            if cae and indice < len(self.piezas) and self._acaba(celdas, indice, roles, tras_total=False):
                break
        return buenas, filas

    def _abre_despues(self, indice: int, roles: Roles, leido: Encabezado) -> bool:
        """Whether this very header, or what was read but for its first label, which says nothing, opens at the cell after a
        place: the cell there, read as a label, ends a row."""
        despues = self.encabezado(indice + 1) if indice + 1 < len(self.piezas) else None
        if despues is None:
            return False
        primera, *otras = roles_de(leido)
        return roles_de(despues) == roles or (primera == "otro" and roles_de(despues) == tuple(otras))

    def _sigue(self, repetido: Encabezado, roles: Roles, celdas: Sequence[Celda]) -> bool:
        """Whether a header is the table's own again (a new page, a new block), with nothing said between."""
        if roles_de(repetido) != roles:
            return False
        return not sin_texto_libre(celdas, roles)[1]

    def _banda_de_encabezado(self, indice: int, roles: Roles) -> tuple[int, bool]:
        """How many cells before a header only group its columns, 0 when there are none; and whether it is the table's own,
        printed again. Those of another table's are few for it, short, and no sentence."""
        for n in range(1, len(roles)):
            if indice + n >= len(self.piezas) or self.piezas[indice + n].clase != "celda":
                return 0, False
            repetido = self.encabezado(indice + n)
            if repetido is not None:
                if n + 1 == len(roles) and self._abre_despues(indice + n, roles, repetido):
                    return 0, False
                propias = [p.celdas[0] for p in self.piezas[indice : indice + n]]
                if any(nombra_region(c) or any(ch.isdigit() for ch in c.texto) for c in propias):
                    return 0, False
                if roles_de(repetido) == tuple(roles):
                    return n, True
                breves = all(c.parrafos and len(c.texto) <= _LARGO_BANDA and c.texto[-1] not in ".;," for c in propias)
                return (n if breves and 2 * n <= len(repetido.etiquetas) else 0), False
        return 0, False

    def _cuantas(self, indice: int, maximo: int) -> int:
        """How many cells stand from a place on before a title, a header or free text; at most ``maximo``."""
        for n, pieza in enumerate(self.piezas[indice : indice + maximo]):
            if pieza.clase != "celda" or self.titulos.de_pieza(pieza) or self.por_palabras(indice + n):
                return n
        return min(maximo, max(0, len(self.piezas) - indice))

    def _acaba(self, celdas: Sequence[Celda], siguiente: int, roles: Roles, tras_total: bool) -> bool:
        """Whether a weighed table ended with its last whole row: free text follows in its last cell, or it printed a total,
        and what would be the next row does not fall into the columns; or both; or that text heads the rows of a region."""
        tras_blanca = 1 if tras_total else HUECO_TRAS_BLANCA
        libres = sin_texto_libre(celdas, roles, tras_blanca)[1]
        cola = bool(libres)
        # in a column of names an office is one more of them
        de_region = roles[-1] in _SIN_NOMBRES and any(
            es_titulo_de_region(p.texto) or es_nombre_de_region(p.texto) for p in libres
        )
        if (cola and tras_total) or de_region:
            return True
        if not cola and not tras_total:
            return False
        if self._cuantas(siguiente, len(roles)) < len(roles):
            return cola and self._fila_corta(siguiente, roles) is None
        proximas = [p.celdas[0] for p in self.piezas[siguiente : siguiente + len(roles)]]
        return not encaja(proximas, roles, con_peso=cola) and self._fila_corta(siguiente, roles) is None

    def _fila_corta(self, indice: int, roles: Roles) -> tuple[list[Celda], int] | None:
        """A row of fewer cells than the header, its cells with blanks in between, and how many pieces it takes."""
        primera = self.piezas[indice].celdas[0]
        celdas = [p.celdas[0] for p in self.piezas[indice : indice + len(roles) + 1]]
        if "ponderacion" in roles and es_objetivo_rotulado(primera.texto) and not objetivo_en_fila(celdas, roles):
            return [primera, *[con_parrafos(primera, ())] * (len(roles) - 1)], 1
        if self.bandas.es_banda(indice, roles):
            a_lo_ancho = replace(primera, ancho=len(roles))
            return [a_lo_ancho, *[con_parrafos(primera, ())] * (len(roles) - 1)], 1
        return total_corto(self.piezas, indice, roles, self._cuantas)
