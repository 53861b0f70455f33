"""One table of a text whose rows only their tabs tell: from its header to the next one, a title or the end.

A row has as many tabs as columns less one, over as many lines as its cells take. Where the rows do not come out so, or a
column of figures then holds anything else, there is no table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import palabras
from extractor.formatos.flujo.cortes import Corte, Vecinas, cortar_al_final, cortar_entre_filas, es_cifra, numero_de
from extractor.formatos.flujo.encabezados_mezclados import Cabecera, celdas_de, con_celdas
from extractor.formatos.flujo.trozos import Pedazo, Renglon, Sitio, TablaSeparada, Trozo, celda_de, sin_marca
from extractor.formatos.piezas import CORTAN_CELDA, Titulos
from extractor.formatos.regiones.en_titulo import es_titulo_de_region
from extractor.modelo.base import unir_origenes
from extractor.modelo.campos import DE_CIFRAS
from extractor.modelo.documento import Bloque, FilaCruda

_DUDA = "no se sabe con certeza dónde termina la última celda de una fila y empieza la siguiente"


class Corrida:
    """A header and the stretches that may be its rows."""

    def __init__(
        self,
        trozos: Sequence[Trozo],
        lineas: Sequence[Renglon | Bloque],
        titulos: Titulos,
        cabecera: Cabecera,
        siguiente: Cabecera | None,
        salto: int,
    ) -> None:
        self.trozos = trozos
        self.lineas = lineas
        self.titulos = titulos
        self.cabecera = cabecera
        self.salto = salto
        self.celdas = celdas_de(cabecera, trozos)
        self.origen = unir_origenes([p.parrafo.origen for c in self.celdas for p in c])
        self.roles = [e.rol if e else "otro" for e in cabecera.encabezado.etiquetas]
        self.con_regiones = "territorio" in self.roles
        self.ultimo, self.hasta, self.limite = self._final(siguiente)

    def _final(self, siguiente: Cabecera | None) -> tuple[int, int, bool]:
        """The stretch where the table ends, how many of its lines may still be its own, and whether a heading ends it."""
        tope, quedan = self._antes_de(siguiente) if siguiente else (len(self.trozos) - 1, None)
        for indice in range(self.cabecera.ultimo, tope + 1):
            pedazos = self.trozos[indice].pedazos
            hasta = len(pedazos) if quedan is None or indice < tope else quedan
            desde = self.cabecera.resto if indice == self.cabecera.ultimo else 0
            for sitio in range(desde, hasta):
                if self._es_titulo(pedazos[sitio]):
                    return indice, sitio, True
        return tope, hasta, siguiente is not None

    def _antes_de(self, siguiente: Cabecera) -> tuple[int, int]:
        """The stretch where the next header begins, and how many of its lines come before."""
        banda = self._sobre(siguiente)
        if banda is not None and banda[0] >= self.cabecera.ultimo:
            return banda[0], banda[1]
        return siguiente.desde, len(self.trozos[siguiente.desde].pedazos) - siguiente.lineas

    def _sobre(self, cabecera: Cabecera) -> tuple[int, int, int] | None:
        """The line with tabs, after a blank one, that bands the columns of a header just below: its first stretch, how many
        lines of that come before, and which line it is."""
        pedazos = self.trozos[cabecera.desde].pedazos
        previo = pedazos[len(pedazos) - cabecera.lineas].renglon - 1
        banda = self.lineas[previo] if previo >= 0 else None
        if not isinstance(banda, Renglon) or banda.fila is None or not banda.celdas[0] or len(banda.celdas) >= cabecera.ancho:
            return None
        desde = cabecera.desde - len(banda.celdas) + 1
        sitios = [n for n, p in enumerate(self.trozos[desde].pedazos) if p.renglon == previo and p.hueco] if desde >= 0 else []
        return (desde, sitios[0], previo) if sitios else None

    def _es_titulo(self, pedazo: Pedazo) -> bool:
        texto = pedazo.parrafo.texto
        if len(self._celdas_de(pedazo.renglon)) > 2:
            return False
        titulo = self.titulos.buscar(texto, pedazo.parrafo.origen)
        if titulo is not None:
            de_otra_parte = titulo.clase in (*CORTAN_CELDA, "ponderacion_declarada")
            return de_otra_parte or (titulo.clase == "seccion" and pedazo.hueco > 0)
        return not self.con_regiones and palabras(texto).startswith("region") and es_titulo_de_region(texto)

    def partida(self) -> bool:
        """Whether the header takes several lines, or the first cell under it, or a line has some of a row's tabs and not
        all: a converter that keeps rows on lines leaves none of these."""
        primera = self.trozos[self.cabecera.ultimo].pedazos[self.cabecera.resto :]
        if self.cabecera.ultimo < self.ultimo and len(primera) > 1:
            return True
        propias = self._renglones(self.celdas)
        return len(propias) > 1 or any(len(self._celdas_de(r)) in range(2, self.cabecera.ancho) for r in self._bajo() - propias)

    def _bajo(self) -> set[int]:
        """The lines under the header up to the first blank one: after it, narrower lines may be another table's."""
        lineas: set[int] = set()
        for indice in range(self.cabecera.ultimo, self.ultimo):
            for sitio, pedazo in enumerate(self.trozos[indice].pedazos):
                if pedazo.hueco and (indice > self.cabecera.ultimo or sitio >= self.cabecera.resto):
                    return lineas
                lineas.add(pedazo.renglon)
        return lineas

    def _celdas_de(self, renglon: int) -> tuple[object, ...]:
        linea = self.lineas[renglon]
        return linea.celdas if isinstance(linea, Renglon) else ()

    def sencilla(self) -> bool:
        """Whether each row, the header too, is one line with all its tabs: such a table reads as it stands."""
        final = self.trozos[self.ultimo]
        if len(final.pedazos[: self.hasta]) > 1 and not final.pedazos[1].hueco and not final.al_margen:
            return False
        cuerpo = self._renglones(t.pedazos for t in self.trozos[self.cabecera.ultimo : self.ultimo])
        return not self.partida() and all(isinstance(f := self.lineas[r], Renglon) and f.fila is not None for r in cuerpo)

    @staticmethod
    def _renglones(celdas: Iterable[Sequence[Pedazo]]) -> set[int]:
        return {p.renglon for c in celdas for p in c}

    def _propios(self) -> list[Sequence[Pedazo]]:
        cuerpo = (t.pedazos for t in self.trozos[self.cabecera.ultimo : self.ultimo])
        return [*self.celdas, *cuerpo, self.trozos[self.ultimo].pedazos[: self.hasta]]

    def renglones(self) -> set[int]:
        """The lines of the header and of all that may be its rows."""
        return self._renglones(self._propios())

    def rota(self) -> bool:
        """Whether a line of the table was broken to a width where a tab may have stood."""
        return any(sin_marca(p.parrafo) for c in self._propios() for p in c)

    def sitios_de_cabecera(self) -> frozenset[Sitio]:
        """The places of the header, with what only bands its columns."""
        return self.sitios_de_banda() | {(p.renglon, p.celda) for c in self.celdas for p in c}

    def sitios_de_banda(self) -> frozenset[Sitio]:
        """The places of the line that bands the header's columns: it says nothing by itself."""
        banda = self._sobre(self.cabecera)
        return frozenset((banda[2], n) for n in range(len(self._celdas_de(banda[2])))) if banda else frozenset()

    def sigue_en(self, otra: Corrida) -> bool:
        """Whether ``otra`` prints this table's header again, with nothing but a row's last cell before it."""
        if otra.trozos is not self.trozos or self.ultimo != otra.cabecera.desde or self.cabecera.ultimo == self.ultimo:
            return False
        pedazos = self.trozos[self.ultimo].pedazos
        seguidas = self.hasta + otra.cabecera.lineas == len(pedazos) and not any(p.hueco for p in pedazos[1:])
        return seguidas and [[p.parrafo.texto for p in c] for c in self.celdas] == [
            [p.parrafo.texto for p in c] for c in otra.celdas
        ]

    def armar(self) -> TablaSeparada | None:
        """The table, or None when its rows do not come out."""
        ancho = self.cabecera.ancho
        filas: list[list[list[Pedazo]]] = []
        dudosas: set[int] = set()
        indice = self.cabecera.ultimo
        primera = self.trozos[indice].pedazos[self.cabecera.resto :]
        while indice + ancho - 1 <= self.ultimo:
            final = self.trozos[indice + ancho - 1]
            medias = [self.trozos[i].pedazos for i in range(indice + 1, indice + ancho - 1)]
            acaba = indice + ancho - 1 == self.ultimo
            if acaba:
                corte = cortar_al_final(final, self.hasta, self.limite, self.roles[-1])
            else:
                corte = cortar_entre_filas(final, self._vecinas(indice, primera, medias))
            fila = [list(primera), *medias, final.pedazos[: corte.lineas]]
            if not self._cuadra(fila, corte):
                break
            if not corte.seguro:
                dudosas.update((len(filas), len(filas) + 1) if not acaba else (len(filas),))
            filas.append(fila)
            primera, indice = final.pedazos[corte.lineas :], indice + ancho - 1
        else:
            if indice == self.ultimo:
                return self._tabla(filas, dudosas)
        return self._tabla(filas, dudosas) if filas and self._sobra_otra_tabla(indice, primera) else None

    def _vecinas(self, indice: int, primera: Sequence[Pedazo], medias: Sequence[Sequence[Pedazo]]) -> Vecinas:
        ancho = self.cabecera.ancho
        peso = self.roles.index("ponderacion") if "ponderacion" in self.roles[1:-1] else None
        siguientes = range(indice + ancho, indice + 2 * (ancho - 1))
        numeros = [numero_de(p.parrafo.texto) for p in primera]
        ultimo = next((n for n in reversed(numeros) if n is not None), None) if numeros and numeros[0] is not None else None
        return Vecinas(
            rol=self.roles[-1],
            cuentas=tuple(len(m) for m in medias),
            siguientes=tuple(len(self.trozos[i].pedazos) for i in siguientes if i < len(self.trozos)),
            pesos=len(medias[peso - 1]) if peso else None,
            ordinal=ultimo + 1 if ultimo is not None else None,
            banda=next((n for n, p in enumerate(self.trozos[indice + ancho - 1].pedazos) if self._es_banda(p)), None),
        )

    def _cuadra(self, fila: Sequence[Sequence[Pedazo]], corte: Corte) -> bool:
        """Whether columns of figures hold nothing else, and a doubtful cut leaves them alone."""
        if not corte.seguro and self.roles[-1] in (*DE_CIFRAS, "estado"):
            return False
        propias = [c for c, rol in zip(fila, self.roles, strict=True) if rol in DE_CIFRAS]
        return all(es_cifra(p.parrafo.texto) for c in propias for p in c)

    def _sobra_otra_tabla(self, indice: int, quedan: Sequence[Pedazo]) -> bool:
        """Whether what is left with tabs is no row of this table: it comes after a blank line, and is a small table of
        another width, one row a line, or has no figure beside a table that weighs."""
        if not any(p.hueco for p in quedan):
            return False
        trozos = self.trozos[indice + 1 : self.ultimo + 1]
        propios = [t.pedazos[: self.hasta] if i == len(trozos) - 1 else t.pedazos for i, t in enumerate(trozos)]
        filas = [f for r in sorted(self._renglones(propios)) if isinstance(f := self.lineas[r], Renglon) and f.fila is not None]
        anchos = {len(f.celdas) for f in filas}
        if len(filas) > 1 and len(anchos) == 1 and anchos != {self.cabecera.ancho}:
            return True
        sin_cifras = not any(leer_numero(p.parrafo.texto) for t in propios for p in t)
        return "ponderacion" in self.roles and sin_cifras

    def _es_banda(self, pedazo: Pedazo) -> bool:
        """Whether a line is a row of one wide cell: an objective, in a table without such column."""
        return "objetivo" not in self.roles and palabras(pedazo.parrafo.texto).startswith("objetivo")

    def _banda(self, primera: Sequence[Pedazo]) -> Sequence[Pedazo]:
        """The line above a row's first cell that bands it."""
        return primera[:1] if len(primera) > 1 and self._es_banda(primera[0]) else ()

    def _tabla(self, filas: Sequence[Sequence[Sequence[Pedazo]]], dudosas: set[int]) -> TablaSeparada:
        cabeza = con_celdas(self.celdas, self.salto)
        hechas = [FilaCruda(cabeza, unir_origenes([c.origen for c in cabeza]))]
        sitios = set(self.sitios_de_cabecera())
        for numero, fila in enumerate(filas):
            cerca = hechas[-1].origen
            celdas = []
            banda = self._banda(fila[0])
            for columna, pedazos in enumerate([fila[0][len(banda) :], *fila[1:]]):
                celdas.append(celda_de(pedazos, columna, cerca, self.salto))
                cerca = celdas[-1].origen
                sitios.update((p.renglon, p.celda) for p in pedazos)
            origen = unir_origenes([c.origen for c in celdas if c.parrafos] or [cerca])
            if banda:
                ancha = celda_de(banda, 0, cerca, self.salto)
                hechas.append(FilaCruda((replace(ancha, ancho=len(fila)),), ancha.origen))
                sitios.update((p.renglon, p.celda) for p in banda)
            hechas.append(FilaCruda(tuple(celdas), origen, dudosa=_DUDA if numero in dudosas else None))
        return TablaSeparada(tuple(hechas), frozenset(sitios))
