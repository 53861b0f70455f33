"""Rows of a table whose cells stand one a line with no mark: only the columns' kinds tell where each row ends.

A weighed table has columns of figures between columns of words, so that a cell more or less shifts figures under words and is
seen: rows are taken where all of them fall into the columns in one way only, up to a line after which no figure stands alone.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from extractor.comun.numeros import leer_numero
from extractor.formatos.flujo.celdas import Roles, es_rotulo_de_total
from extractor.formatos.flujo.lo_de_cada_columna import caen, es_peso, son_totales
from extractor.formatos.flujo.textos_por_linea import Fila, Linea, filas_de_textos
from extractor.modelo.base import unir_origenes
from extractor.modelo.campos import DE_CIFRAS
from extractor.modelo.documento import Celda, Parrafo
from extractor.vocabularios.filas import es_objetivo_rotulado

_COSTO_DE_TOTAL = 3
"""What a total told as a row of the table costs: one under a label over several columns comes first."""
_APILADAS = 15
"""Most items that a cell of a row is looked at for."""
_DE_CADA_UNA = ("actividad", "ponderacion", "estado", "ponderacion_ganada")
_DE_MAS, _COSTO_DE_DUDA = 3, 10


@dataclass(frozen=True, slots=True)
class _Camino:
    """The rows from a line on: how many lines they leave over, how far from plain they are, whether another way is as good."""

    quedan: int
    costo: int
    filas: tuple[Fila, ...]
    otras: bool = False


class FilasPorLinea:
    """The rows under one header. ``corta``: whether a line says that something else begins; ``abre``: the same of one
    set apart, which no cell then is."""

    def __init__(
        self, lineas: Sequence[Linea], roles: Roles, corta: Callable[[Celda], bool], abre: Callable[[Celda], bool]
    ) -> None:
        self.apiladas = True
        self.con_dudas = False
        """Whether rows may have lines more than cells, whose place among the words of the row is not sure."""
        self.abre = abre
        self.lineas = lineas
        self.roles = tuple(roles)
        self.ancho = len(self.roles)
        self.corta = corta
        self._caminos: dict[int, _Camino] = {}

    def leer(self, con_dudas: bool = False, apiladas: bool = True) -> tuple[Fila, ...]:
        """The rows; none where they do not come out, or in more than one way. ``apiladas``: whether cells may stack values."""
        self.con_dudas, self.apiladas = con_dudas, apiladas
        return self._pesadas() if "ponderacion" in self.roles else filas_de_textos(self.lineas, self.roles, self.corta)

    @cached_property
    def numerada(self) -> bool:
        """Whether the first column only numbers the rows."""
        primera = next((p for p in self.lineas if p is not None), None)
        return self.roles[0] in ("otro", None) and primera is not None and primera.texto.strip(" .)-°º").isdigit()

    # tables that weigh

    def _pesadas(self) -> tuple[Fila, ...]:
        posibles: dict[int, list[Fila]] = {}
        alcanzados = {0}
        for sitio in range(len(self.lineas) + 1):
            if sitio in alcanzados:
                posibles[sitio] = list(self._filas(sitio))
                alcanzados.update(f.hasta for f in posibles[sitio])
                if sitio < len(self.lineas) and self.lineas[sitio] is None:
                    alcanzados.add(sitio + 1)
        # from the end on, since each line's way is that of a later one
        for sitio in sorted(posibles, reverse=True):
            self._caminos[sitio] = self._camino(sitio, posibles[sitio])
        camino = self._caminos[0]
        propias = [f for f in camino.filas if f.ancha == 1]
        peso = self.roles.index("ponderacion")
        con_peso = sum(bool(f.celdas[peso]) for f in propias)
        # a line more in most rows is a column more, and the header is misread
        dudosas = sum(f.dudosa for f in propias)
        sirven = con_peso * 2 > len(propias) >= dudosas * 2
        return camino.filas if sirven and not camino.otras and self._en_orden(propias) else ()

    def _en_orden(self, filas: Sequence[Fila]) -> bool:
        """Whether the rows' numbers, if they have them, go up or begin again."""
        primeras = (c.texto.strip(" .)-°º") for f in filas for c in f.celdas[0]) if self.numerada else ()
        numeros = [int(t) for t in primeras if t.isdigit()]
        return all(b > a or b == 1 for a, b in itertools.pairwise(numeros))

    def _camino(self, sitio: int, filas: Sequence[Fila]) -> _Camino:
        """The best rows from a line on, where one may begin."""
        posibles = [self._caminos[sitio + 1]] if sitio < len(self.lineas) and self.lineas[sitio] is None else []
        if self._puede_acabar(sitio):
            posibles.append(_Camino(len(self.lineas) - sitio, 0, ()))
        for fila in filas:
            resto = self._caminos[fila.hasta]
            posibles.append(_Camino(resto.quedan, resto.costo + fila.costo, (fila, *resto.filas), resto.otras))
        if not posibles:
            return _Camino(len(self.lineas) + 1, 0, (), True)
        mejor = min(posibles, key=lambda c: (c.quedan, c.costo))
        iguales = [c for c in posibles if (c.quedan, c.costo) == (mejor.quedan, mejor.costo) and c.filas != mejor.filas]
        return _Camino(mejor.quedan, mejor.costo, mejor.filas, mejor.otras or bool(iguales))

    @cached_property
    def _sin_mas_filas(self) -> list[bool]:
        """Whether no row can stand from each line on: no figure stands alone there before a line set apart that begins something
        else."""
        nada = [True]
        for sitio in range(len(self.lineas) - 1, -1, -1):
            linea = self.lineas[sitio]
            aparte = sitio == 0 or self.lineas[sitio - 1] is None
            otra = linea is not None and aparte and self.abre(linea)
            nada.append(otra or (nada[-1] and (linea is None or not es_peso(linea.texto))))
        return nada[::-1]

    def _puede_acabar(self, sitio: int) -> bool:
        linea = self.lineas[sitio] if sitio < len(self.lineas) else None
        return self._sin_mas_filas[sitio] or (linea is not None and self.corta(linea))

    def _filas(self, sitio: int) -> Iterator[Fila]:
        """The rows that may begin at a line."""
        primera = self.lineas[sitio] if sitio < len(self.lineas) else None
        if sitio >= len(self.lineas) or (primera is not None and self.corta(primera)):
            return
        if primera is not None and es_rotulo_de_total(primera):
            yield from self._totales(sitio, primera)
            return
        simple = self.lineas[sitio : sitio + self.ancho]
        sola = tuple(() if p is None else (p,) for p in simple)
        if len(sola) == self.ancho <= 2 * sum(map(len, sola)) and self._cae(sola):
            de_total = any(es_rotulo_de_total(c) for celda in sola for c in celda)
            yield Fila(sola, sitio + self.ancho, costo=_COSTO_DE_TOTAL * de_total)
        if primera is None:
            return
        if self.apiladas:
            yield from self._apiladas(sitio)
        if self.con_dudas:
            yield from self._con_lineas_de_mas(sitio)
        if es_objetivo_rotulado(primera.texto):
            yield Fila(((primera,),), sitio + 1, ancha=self.ancho, costo=1)

    def _apiladas(self, sitio: int) -> Iterator[Fila]:
        """Rows whose cells stack one value for each activity; the weights may close with their total, and so what was earned. A
        blank line parts the values of a cell."""
        tope = min(len(self.lineas), sitio + self.ancho * _APILADAS * 2)
        llenas = [i for i in range(sitio, tope) if self.lineas[i] is not None]
        suyas = [i for i, rol in enumerate(self.roles) if rol in _DE_CADA_UNA]
        cifras = [i for i in suyas if self.roles[i] in DE_CIFRAS]
        if len(suyas) < 2 or not any(self.roles[i] == "actividad" for i in suyas):
            return
        for cuantas in range(2, _APILADAS + 1):
            for con_total in ((), tuple(cifras[:1]), tuple(cifras)):
                cuentas = [(cuantas + (i in con_total)) if i in suyas else 1 for i in range(self.ancho)]
                if sum(cuentas) > len(llenas):
                    return
                celdas: list[tuple[Celda, ...]] = []
                desde = 0
                for cuenta in cuentas:
                    celdas.append(tuple(p for i in llenas[desde : desde + cuenta] if (p := self.lineas[i]) is not None))
                    desde += cuenta
                if self._cae(celdas):
                    yield Fila(tuple(celdas), llenas[desde - 1] + 1, costo=2 + len(con_total))

    def _con_lineas_de_mas(self, sitio: int) -> Iterator[Fila]:
        """Rows with lines more than cells, all of words: they are put with what was done, where the figures are not of another
        cell wherever they belong."""
        que = next((i for i, rol in enumerate(self.roles) if rol in ("actividad", "meta_o_actividades")), None)
        peso = self.roles.index("ponderacion")
        if que is None or que > peso or any(rol in DE_CIFRAS or rol == "estado" for rol in self.roles[: que + 1]):
            return
        for de_mas in range(1, _DE_MAS + 1):
            lineas = self.lineas[sitio : sitio + self.ancho + de_mas]
            if len(lineas) < self.ancho + de_mas:
                return
            juntas = [p for p in lineas[que : que + de_mas + 1] if p is not None]
            if len(juntas) <= de_mas or any(leer_numero(p.texto) is not None for p in juntas):
                return
            sueltas = [*lineas[:que], _unir(juntas), *lineas[que + de_mas + 1 :]]
            celdas = tuple(() if p is None else (p,) for p in sueltas)
            if self._cae(celdas) and celdas[peso]:
                yield Fila(celdas, sitio + self.ancho + de_mas, costo=_COSTO_DE_DUDA * de_mas, dudosa=True)

    def _totales(self, sitio: int, rotulo: Celda) -> Iterator[Fila]:
        """Rows of totals: as wide as the header, or with a label over several columns."""
        for tras in range(self.ancho - 1, 0, -1):
            figuras = self.lineas[sitio + 1 : sitio + 1 + tras]
            if len(figuras) < tras:
                continue
            llenas = [p for p in figuras if p is not None]
            al_final = self.roles[self.ancho - tras :]
            if llenas and son_totales(figuras, al_final):
                celdas = ((rotulo,), *((p,) if p else () for p in figuras))
                dichas = sum(p is not None and rol in DE_CIFRAS for p, rol in zip(figuras, al_final, strict=True))
                sin_decir = sum(rol in DE_CIFRAS for rol in self.roles) - dichas
                yield Fila(celdas, sitio + 1 + tras, ancha=self.ancho - tras, costo=_COSTO_DE_TOTAL * sin_decir)
            sitios = [i for i, rol in enumerate(self.roles) if i and rol in DE_CIFRAS]
            aparte = tras == len(sitios) == len(llenas) and al_final != tuple(self.roles[i] for i in sitios)
            if aparte and all(leer_numero(p.texto) is not None for p in llenas):
                puestas = dict(zip(sitios, llenas, strict=True))
                medias = tuple((puestas[i],) if i in puestas else () for i in range(sitios[0], self.ancho))
                yield Fila(((rotulo,), *medias), sitio + 1 + tras, ancha=sitios[0], costo=1)

    @cached_property
    def _de_otra_cosa(self) -> frozenset[int]:
        """The lines set apart that begin something else, which are cells of no row."""
        apartes = (i for i, c in enumerate(self.lineas) if c is not None and (i == 0 or self.lineas[i - 1] is None))
        return frozenset(id(c) for i in apartes if (c := self.lineas[i]) is not None and self.abre(c))

    def _cae(self, celdas: Sequence[Sequence[Celda]]) -> bool:
        """Whether cells are what their columns hold, none of them a line that begins something else."""
        if any(id(c) in self._de_otra_cosa for celda in celdas for c in celda):
            return False
        return caen(celdas, self.roles, self.numerada)


def _unir(lineas: Sequence[Celda]) -> Celda:
    """Lines as one paragraph."""
    origen = unir_origenes([c.origen for c in lineas])
    return Celda((Parrafo(" ".join(c.texto for c in lineas), origen),), origen)
