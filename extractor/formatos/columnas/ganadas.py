"""The column of what was earned, where its label leaves it open: never what counts things, and perhaps what rises to the end.

"Valor alcanzado" over "4 sesiones" is what was reached of a goal; "Puntos a la fecha" over figures that only grow, beside weights
and what was fulfilled of each, may be what was earned so far. Whether they add up is never asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import palabras
from extractor.formatos.columnas.clases_de_celdas import celdas_de_columna, de_cifras
from extractor.formatos.columnas.rotulos import rotulo, rotulos_de
from extractor.formatos.columnas.supuestas import POR_DESCARTE, dice, suposicion
from extractor.modelo.crudo import TablaCruda
from extractor.modelo.documento import Celda
from extractor.vocabularios.columnas import palabras_que_enlazan
from extractor.vocabularios.textos import palabras_de

_DE_METAS = frozenset(("indicador", "meta", "meta_o_actividades"))
_PARTE = 0.6
_LETRAS = 3
_PASOS = 3
"""Different figures that a running column has, at least."""


def con_lo_ganado(tablas: Iterable[TablaCruda]) -> Iterable[TablaCruda]:
    """The tables, each weighed one with its earned values told by what stands in its columns too."""
    return [_con_lo_corrido(_sin_cuentas(t)) if t.patron.pesa is not None else t for t in tablas]


def _sin_cuentas(tabla: TablaCruda) -> TablaCruda:
    """The table where the one column that may be the earned one, by a label that names no weights, counts things: it is of
    results, and where it had taken the place of what was earned, the one other column of figures that says so has it."""
    (rotulos,) = rotulos_de((tabla.patron,))
    roles_dichos = [c.rol if c.rol != "otro" else (rotulos.rol(rotulo(c.texto)) or ("",))[0] for c in tabla.columnas]
    dicen = [i for i, rol in enumerate(roles_dichos) if rol == "ponderacion_ganada"]
    sin_peso = [i for i in dicen if not dice(tabla.columnas[i].texto, "de_pesos")]
    cuentan = [i for i in sin_peso if _miden_cosas(list(celdas_de_columna(tabla, i)))]
    roles = {c.rol for c in tabla.columnas}
    if len(cuentan) != 1:
        return tabla
    sitio = cuentan[0]
    otras = [i for i in dicen if i != sitio and tabla.columnas[i].rol == "otro" and de_cifras(celdas_de_columna(tabla, i))]
    propia = tabla.columnas[sitio]
    cede = propia.rol == "ponderacion_ganada" and len(otras) == 1
    if not cede and not _DE_METAS & roles:
        return tabla
    columnas = list(tabla.columnas)
    es_resultado = "resultado" not in roles and bool(_DE_METAS & roles)
    columnas[sitio] = replace(propia, rol="resultado" if es_resultado else "otro", supuesta=None, obligatoria=False)
    if cede:
        suya = replace(columnas[otras[0]], rol="ponderacion_ganada", obligatoria=propia.obligatoria)
        columnas[otras[0]] = suya
        columnas[otras[0]] = replace(suya, supuesta=suposicion(suya, columnas))
    return replace(tabla, columnas=tuple(columnas))


def _miden_cosas(celdas: Sequence[Celda]) -> bool:
    """Whether cells hold a figure with the name of what it counts, as a rule, and never one alone."""
    llenas = [c.texto for c in celdas if any(ch.isalnum() for ch in c.texto)]
    if any(leer_numero(p.texto) is not None for c in celdas for p in c.parrafos):
        return False
    con_cifra = (t for t in llenas if any(ch.isdigit() for ch in t))
    miden = sum(any(len(p) >= _LETRAS and p.isalpha() for p in palabras(t).split()) for t in con_cifra)
    return bool(miden) and miden >= _PARTE * len(llenas)


def _con_lo_corrido(tabla: TablaCruda) -> TablaCruda:
    """The table where nothing else was earned, and one column without a role says a measure up to now over figures that only
    grow, with that column supposed to be it."""
    roles = {c.rol for c in tabla.columnas}
    if "ponderacion_ganada" in roles or not {"ponderacion", "estado"} <= roles:
        return tabla
    dicen = [i for i, c in enumerate(tabla.columnas) if c.rol == "otro" and _dice_lo_corrido(c.texto)]
    suyas = [i for i in dicen if _crece(celdas_de_columna(tabla, i))]
    if len(suyas) != 1:
        return tabla
    columnas = list(tabla.columnas)
    columnas[suyas[0]] = replace(columnas[suyas[0]], rol="ponderacion_ganada", puntaje=POR_DESCARTE, supuesta="corrido")
    return replace(tabla, columnas=tuple(columnas))


def _dice_lo_corrido(texto: str) -> bool:
    """Whether a label says a measure, or a sum, that runs up to now, and nothing else ("Suma a la fecha")."""
    enlaces = palabras_que_enlazan().union(palabras_de("hasta_ahora_enlazan"))
    dichas = [p for p in palabras(texto).split() if p not in enlaces]
    hasta_ahora = palabras_de("hasta_ahora")
    conocidas = (*hasta_ahora, *palabras_de("de_peso"), *palabras_de("de_pesos"), *palabras_de("suman"))
    return any(p.startswith(hasta_ahora) for p in dichas) and all(p == "%" or p.startswith(conocidas) for p in dichas)


def _crece(celdas: Iterable[Celda]) -> bool:
    """Whether cells hold figures of a hundred that never fall."""
    propias = list(celdas)
    leidas = [n.decimal for c in propias for p in c.parrafos if (n := leer_numero(p.texto)) is not None]
    return de_cifras(propias) and len(set(leidas)) >= _PASOS and max(leidas) <= 100 and all(a <= b for a, b in pairwise(leidas))
