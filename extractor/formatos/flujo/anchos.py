"""How wide the header of a stream is: labels nobody listed are told from data by how the cells under them fall into columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile

from extractor.comun.numeros import leer_numero
from extractor.formatos.columnas.encabezados import Encabezado
from extractor.formatos.columnas.rotulos import PUNTAJE_CLAVE
from extractor.formatos.flujo.celdas import es_rotulo_de_total, roles_de
from extractor.formatos.flujo.cuerpos import Flujo
from extractor.formatos.flujo.hijas import con_hijas
from extractor.formatos.piezas import Pieza, Titulos
from extractor.formatos.regiones.en_titulo import es_titulo_de_region
from extractor.modelo.documento import Celda
from extractor.vocabularios.estados import veredicto_inicial
from extractor.vocabularios.filas import es_objetivo_rotulado

_LARGO_ROTULO = 60
_CELDAS_DE_CABEZA = 40
"""Cells of the two rows of a header, at most."""
_ROTULOS_MINIMO = 3
"""Labels known beside one that is not, for a stream to be a header."""


class Anchos:
    """Settles the width of headers in the streams of one document. ``encabezado``: the header that starts at a piece, if any;
    ``por_palabras``: the same by its words alone, whatever stands under it."""

    def __init__(
        self,
        piezas: Sequence[Pieza],
        titulos: Titulos,
        flujo: Flujo,
        encabezado: Callable[[int], Encabezado | None],
        por_palabras: Callable[[int], Encabezado | None],
        leer: Callable[[Sequence[Celda]], Encabezado | None],
    ) -> None:
        self.piezas = piezas
        self.titulos = titulos
        self.flujo = flujo
        self.encabezado = encabezado
        self.por_palabras = por_palabras
        self.leer = leer

    def segun_datos(self, indice: int, propio: Encabezado | None) -> Encabezado | None:
        """The header of a stream as wide as what stands under it needs: with a label more, that says nothing known, before
        those of ``propio`` or after them, or without its last ones, where so do texts and figures fall into their columns."""
        if self.piezas[indice].clase != "celda" or self.titulos.de_pieza(self.piezas[indice]):
            return propio
        if propio is not None and not propio.tabla.pesa:
            return self._con_veredictos(indice, propio) or propio
        angosto = next((e for e in _mas_angostos(propio) if self._calza(indice, e)), None) if propio is not None else None
        calza = self._calza(indice, propio) if propio is not None and angosto is None else None
        if propio is not None and angosto is None and not calza and (doble := self._de_dos_filas(indice, propio)) is not None:
            return doble
        if propio is not None and (angosto is not None or calza is not False):
            return angosto or propio
        resto = self.por_palabras(indice + 1) if indice + 1 < len(self.piezas) else None
        conocidas = sum(e is not None for e in resto.etiquetas) if resto is not None and resto.tabla.pesa else 0
        despues = self._mas_anchos(indice + 1, resto) if resto is not None and conocidas >= _ROTULOS_MINIMO else []
        if propio is not None:
            if despues and conocidas >= len(propio.etiquetas) and self._calza(indice + 1, despues[0]):
                # the first cell only bands columns of the header that opens after it
                return None
            return next((e for e in self._mas_anchos(indice, propio)[1:] if self._calza(indice, e)), propio)
        if not despues or not self._es_rotulo(indice) or self._calza(indice + 1, despues[0]) is not False:
            return None
        if self.encabezado(indice + 1) is None:
            return None
        for sin_primera in despues:
            primera = (self.piezas[indice].celdas[0],) if sin_primera.celdas else ()
            con_primera = replace(
                sin_primera,
                etiquetas=(None, *sin_primera.etiquetas),
                piezas=sin_primera.piezas + 1,
                celdas=(*primera, *sin_primera.celdas),
            )
            if sin_primera is not despues[0] and self._calza(indice + 1, sin_primera):
                return None
            if self._calza(indice, con_primera):
                return con_primera
        return None

    def _con_veredictos(self, indice: int, propio: Encabezado) -> Encabezado | None:
        """The header of evaluated objectives with a label more, that nobody listed, where each row so wide ends in a verdict."""
        if propio.tabla.tipo != "evaluacion_objetivos" or any(e is not None and e.rol == "estado" for e in propio.etiquetas):
            return None
        for ancho in self._mas_anchos(indice, propio)[1:2]:
            desde = indice + ancho.piezas
            suyas = list(takewhile(self._es_celda_libre, range(desde, len(self.piezas))))
            ultimas = [self.piezas[i].parrafos for i in suyas[len(ancho.etiquetas) - 1 :: len(ancho.etiquetas)]]
            dichos = [veredicto_inicial(p[0].texto) if p else None for p in ultimas]
            if dichos and all(d is not None and d.solo for d in dichos):
                return ancho
        return None

    def _es_celda_libre(self, indice: int) -> bool:
        pieza = self.piezas[indice]
        return pieza.clase == "celda" and self.titulos.de_pieza(pieza) is None and self.por_palabras(indice) is None

    def _de_dos_filas(self, indice: int, propio: Encabezado) -> Encabezado | None:
        """The header with the labels that one of its own groups in a second row, where the rows below fall into the columns."""
        if propio.celdas:
            return None
        celdas = [p.celdas[0] for p in takewhile(lambda p: p.clase == "celda", self.piezas[indice : indice + _CELDAS_DE_CABEZA])]
        for primera in self._mas_anchos(indice, propio):
            ancho = len(primera.etiquetas)
            madres = [i for i, e in enumerate(primera.etiquetas) if i and (e is None or e.rol == "otro")]
            for unidas, piezas in con_hijas(celdas, ancho, madres):
                leido = self.leer(unidas)
                if leido is not None and leido.tabla.pesa:
                    doble = replace(leido, celdas=tuple(unidas), piezas=piezas)
                    if self._calza(indice, doble):
                        return doble
        return None

    def _mas_anchos(self, indice: int, encabezado: Encabezado) -> list[Encabezado]:
        """The header, and the same with one or two labels nobody listed after it."""
        anchos = [encabezado]
        final = encabezado.etiquetas[-1]
        while final is not None and not final.sobrante and len(anchos) < 3:
            ultimo = anchos[-1]
            sitio = indice + ultimo.piezas
            if not self._es_rotulo(sitio):
                break
            celdas = (*ultimo.celdas, self.piezas[sitio].celdas[0]) if ultimo.celdas else ()
            anchos.append(replace(ultimo, etiquetas=(*ultimo.etiquetas, None), piezas=ultimo.piezas + 1, celdas=celdas))
        return anchos

    def _es_rotulo(self, indice: int) -> bool:
        """Whether a piece of a stream may be a label nobody listed: short words without figures, not a sentence."""
        pieza = self.piezas[indice] if indice < len(self.piezas) else None
        if pieza is None or pieza.clase != "celda" or not pieza.parrafos:
            return False
        texto = pieza.celdas[0].texto
        if es_objetivo_rotulado(texto) or es_rotulo_de_total(pieza.celdas[0]) or es_titulo_de_region(texto):
            return False
        return len(texto) <= _LARGO_ROTULO and texto[-1] not in ".;" and leer_numero(texto) is None

    def _calza(self, indice: int, encabezado: Encabezado) -> bool | None:
        """Whether every row under a header that opens at a place falls into its columns: False where most do not, None where
        the rows do not settle it."""
        buenas, filas = self.flujo.calce(indice + encabezado.piezas, roles_de(encabezado))
        if filas == 0 or (buenas < filas and buenas * 2 >= filas):
            return None
        return buenas == filas


def _mas_angostos(encabezado: Encabezado) -> list[Encabezado]:
    """The header without its last label, without its last two and so on, as long as each is told by a word among others: the
    first row's data may use that word too. What its table requires stays."""
    angostos: list[Encabezado] = []
    etiquetas = encabezado.etiquetas
    while not encabezado.celdas and (etiquetas[-1] is None or etiquetas[-1].puntaje <= PUNTAJE_CLAVE):
        etiquetas = etiquetas[:-1]
        roles = {e.rol for e in etiquetas if e}
        if any(not roles.intersection(exigido.split("|")) for exigido in encabezado.tabla.requiere):
            break
        angostos.append(replace(encabezado, etiquetas=etiquetas, piezas=len(etiquetas)))
    return angostos
