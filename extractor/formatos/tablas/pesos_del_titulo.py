"""A programme whose two columns of figures go by labels that say nothing of weights ("Magnitud", "Magnitud lograda"), told by the
official title of its form and by the form's own labels of the rest. Which figures are which is supposed, and no rules are
asked."""

from __future__ import annotations

from dataclasses import replace

from extractor.formatos.columnas.clases_de_celdas import celdas_de_columna, de_cifras
from extractor.formatos.columnas.por_su_titulo import OFICIALES, PESOS
from extractor.formatos.columnas.rotulos import PUNTAJE_CLAVE
from extractor.formatos.columnas.supuestas import POR_DESCARTE
from extractor.formatos.contexto import Hallado
from extractor.formatos.plantillas import casa
from extractor.formatos.tablas.filas_sueltas import OTRA
from extractor.modelo.crudo import ColumnaReconocida, TablaCruda


def con_pesos_del_titulo(hallado: Hallado) -> None:
    """Gives each such table its figures, the first column of them as the weights and the other as what was earned; one that no
    official title heads, or that has not two, is of no known form."""
    for sitio, tabla in enumerate(hallado.tablas):
        roles = {c.rol for c in tabla.columnas}
        if tabla.patron.pesa != "actividad" or PESOS & roles or not roles >= OFICIALES:
            continue
        sueltas = (i for i, c in enumerate(tabla.columnas) if c.puntaje <= PUNTAJE_CLAVE)
        cifras = [i for i in sueltas if de_cifras(celdas_de_columna(tabla, i))]
        if len(cifras) == len(PESOS) and any(casa(t, tabla.titulo or "") for t in tabla.patron.titulos):
            hallado.tablas[sitio] = _con_pesos(tabla, *cifras)
        else:
            columnas = tuple(replace(c, rol="otro", obligatoria=False) for c in tabla.columnas)
            hallado.tablas[sitio] = replace(tabla, patron=OTRA, columnas=columnas)
            hallado.no_reconocidas += 1


def _con_pesos(tabla: TablaCruda, pesos: int, ganada: int) -> TablaCruda:
    columnas: list[ColumnaReconocida] = list(tabla.columnas)
    columnas[pesos] = replace(columnas[pesos], rol="ponderacion", puntaje=POR_DESCARTE, supuesta="descarte")
    columnas[ganada] = replace(columnas[ganada], rol="ponderacion_ganada", puntaje=POR_DESCARTE, supuesta="descarte")
    return replace(tabla, columnas=tuple(columnas), patron=tabla.patron.model_copy(update={"regimenes": ()}))
