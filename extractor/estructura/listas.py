"""Tables that weigh nothing: a row whose cells stack n items each becomes n rows when the counts agree."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.estructura.columnas import PorRol, limpiar, lineas_de_nombres
from extractor.estructura.filas import FilaArmada
from extractor.estructura.items import COSTO_ADMISIBLE, Apilado, Item, textos
from extractor.modelo.avisos import AvisoEstructura
from extractor.modelo.base import Origen, unir_origenes
from extractor.modelo.campos import DE_TEXTO
from extractor.modelo.crudo import TablaCruda
from extractor.modelo.documento import Celda, Parrafo
from extractor.modelo.normalizador import Normalizador
from extractor.modelo.tabla import Fila

_NO_APILAN = ("responsable", "programa", "plazo")
"""Columns whose several lines are several units or dates of one row, not items of several rows."""


def leer_lista(
    armadas: Sequence[FilaArmada], tabla: TablaCruda, identidad: str, normal: Normalizador
) -> tuple[list[Fila], list[AvisoEstructura]]:
    """The rows of the table and the counts that disagreed."""
    filas: list[Fila] = []
    avisos: list[AvisoEstructura] = []
    programa: str | None = None
    for armada in armadas:
        celdas = PorRol(armada, tabla.columnas)
        programa = celdas.texto("programa") or programa
        if armada.dudosa:
            avisos.append(AvisoEstructura("LECTURA_DUDOSA", identidad, len(filas), None, None, armada.dudosa, armada.origen))
        apilados = _acordes([c.parrafos for c in armada.celdas], tabla)
        partes = _partes(armada, tabla, apilados)
        if partes is None:
            detalle = _cuentas([(k.rol, len(a.items)) for a, k in zip(apilados, tabla.columnas, strict=True) if a.items])
            avisos.append(AvisoEstructura("CONTEO_DESALINEADO", identidad, len(filas), None, None, detalle, armada.origen))
        for textos_fila, origen in partes or [(celdas.textos(), armada.origen)]:
            filas.append(_fila(len(filas), armada, textos_fila, origen, tabla, programa, normal))
    return filas, avisos


def _cuentas(dichas: Sequence[tuple[str, int]]) -> str:
    """What the counts of a row's cells are. Lists of one kind in two columns (the means for the users and those for the staff)
    owe each other nothing: that they were not paired is all there is to say."""
    if dichas[0][0] != "otro" and len({rol for rol, _ in dichas}) == 1:
        cuantos = " y ".join(str(n) for _, n in dichas)
        return f"las listas de la fila traen {cuantos} elementos: se leen enteras, sin emparejar uno con otro"
    return f"las celdas de la fila apilan cantidades distintas ({', '.join(f'{_en_palabras(rol)} {n}' for rol, n in dichas)})"


def _en_palabras(rol: str) -> str:
    """A column's role as people write it: "modificación", "logro comprometido"."""
    return re.sub(r"ion\b", "ión", rol.replace("_", " "))


def _acordes(celdas: Sequence[Sequence[Parrafo]], tabla: TablaCruda) -> list[Apilado]:
    """The items of each cell. One that makes fewer than the fullest is cut again at its line breaks when that gives as
    many in a single way: a break inside a cell says less than the count of the cells beside it."""
    apilados = [textos(c) for c in celdas]
    paralelas = [len(a.items) for a, k in zip(apilados, tabla.columnas, strict=True) if k.rol not in _NO_APILAN]
    n = max(paralelas, default=0)
    for sitio, (apilado, parrafos) in enumerate(zip(apilados, celdas, strict=True)):
        falta = n - len(apilado.items)
        if apilado.items and falta > 0 and tabla.columnas[sitio].rol not in _NO_APILAN:
            otro = textos(parrafos, n)
            if len(otro.items) == n and otro.exacto and otro.costo <= COSTO_ADMISIBLE * falta:
                apilados[sitio] = otro
    return apilados


def _partes(armada: FilaArmada, tabla: TablaCruda, apilados: Sequence[Apilado]) -> list[tuple[tuple[str, ...], Origen]] | None:
    """The row as n rows; [] keeps it whole without remark, None keeps it whole because its counts disagree."""
    if tabla.patron.tipo in ("otra", "instancias"):
        return []
    paralelas = [
        (a, c) for a, c, k in zip(apilados, armada.celdas, tabla.columnas, strict=True) if k.rol not in _NO_APILAN and c.parrafos
    ]
    cuentas = {len(a.items) for a, _ in paralelas}
    if len(paralelas) < 2 or cuentas == {1}:
        return []
    if len(cuentas) > 1:
        varias = sum(len(a.items) > 1 for a, _ in paralelas)
        return None if varias > 1 else []
    n = cuentas.pop()
    columnas: list[Sequence[Item | Celda]] = []
    for apilado, celda in zip(apilados, armada.celdas, strict=True):
        columnas.append(apilado.items if len(apilado.items) == n else [celda] * n)
    partes = []
    for i in range(n):
        cosas = [c[i] for c in columnas]
        origenes = [c.origen for c in cosas if c.texto]
        partes.append((tuple(limpiar(c.texto) for c in cosas), unir_origenes(origenes)))
    return partes


def _fila(
    indice: int,
    armada: FilaArmada,
    celdas: tuple[str, ...],
    origen: Origen,
    tabla: TablaCruda,
    programa: str | None,
    normal: Normalizador,
) -> Fila:
    por_rol: dict[str, str | None] = {}
    for texto, columna in zip(celdas, tabla.columnas, strict=True):
        por_rol.setdefault(columna.rol, texto or None)
    responsable = next((c for c, k in zip(armada.celdas, tabla.columnas, strict=True) if k.rol == "responsable"), None)
    lineas = [por_rol["responsable"]] if responsable and por_rol.get("responsable") != limpiar(responsable.texto) else None
    dichos = [linea for linea in lineas or (lineas_de_nombres(responsable.parrafos) if responsable else []) if linea]
    objetivo = por_rol.get("objetivo")
    estado = por_rol.get("estado") or (por_rol.get("resultado") if tabla.patron.tipo == "evaluacion_objetivos" else None)
    return Fila.model_validate(
        {
            "indice": indice,
            "fila_origen": armada.fila_origen,
            "programa": programa,
            "objetivos": (objetivo,) if objetivo else (),
            "celdas": celdas,
            "actividades": (),
            "responsables": normal.responsables(dichos),
            **{campo: por_rol.get(campo) for campo in DE_TEXTO},
            "ponderacion": None,
            "ponderacion_ganada": None,
            "estado": normal.estado(estado),
            "total_ponderacion": None,
            "total_ganada": None,
            "origen": origen,
        }
    )
