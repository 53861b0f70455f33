"""The column of states of a weighed table: found by its cells where its label says nothing known, and the short forms in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import palabras
from extractor.formatos.columnas.clases_de_celdas import celdas_de_columna
from extractor.formatos.columnas.perdidas import sin_rol
from extractor.formatos.columnas.rotulos import Rotulos, rotulo, rotulos_de
from extractor.formatos.columnas.supuestas import dice, suposicion
from extractor.modelo.crudo import TablaCruda
from extractor.modelo.documento import BloqueTabla, Documento, Parrafo
from extractor.modelo.patron import RolPatron
from extractor.vocabularios.claves_estado import Clave, abreviadas, clave_de_nota, clave_de_rotulo, valor_corto
from extractor.vocabularios.estados import veredicto_inicial
from extractor.vocabularios.textos import palabras_de

_POR_SUS_CELDAS = 50.0
"""What a role told by the cells of the column is worth: less than any that its label says."""
_PARTE = 0.6
_MINIMO = 2
_CIEN = Decimal(100)


@cache
def _supuesta() -> Clave:
    """What short forms would stand for where nothing in the document says so: fulfilled or not."""
    return {corta: valor for corta, valor in abreviadas().items() if valor in ("CUMPLE", "NO_CUMPLE")}


def con_estados(tablas: Sequence[TablaCruda], documento: Documento) -> Iterable[TablaCruda]:
    """The tables with their column of states told by what stands in it, where no label names one, and with what short forms
    stand for in it: by its label, else by a note of the document, else doubtfully."""
    de_notas = _de_las_notas(documento)
    for tabla in tablas:
        if tabla.patron.pesa is None:
            yield _evaluada(tabla, de_notas) if tabla.patron.tipo == "evaluacion_objetivos" else tabla
            continue
        sin_veredictos = _lo_ganado_sin_veredictos(tabla, de_notas)
        propia = _de_dos_la_de_veredictos(_por_sus_celdas(sin_veredictos, de_notas), de_notas)
        sitio = next((i for i, c in enumerate(propia.columnas) if c.rol == "estado"), None)
        if sitio is None:
            yield propia
            continue
        propia = _con_cuentas(propia, sitio)
        del_rotulo = clave_de_rotulo(propia.columnas[sitio].texto)
        clave = {**del_rotulo, **de_notas}
        if clave or not _con_cortas(propia, sitio):
            yield replace(propia, claves=clave)
        else:
            yield replace(propia, claves=_supuesta(), claves_dudosas=True)


def _evaluada(tabla: TablaCruda, de_notas: Clave) -> TablaCruda:
    """An evaluation of objectives whose results are told apart from their verdicts, which stand alone in the one column that
    nobody knows ("Conclusión": "Cumple"): it has their role."""
    roles = {c.rol for c in tabla.columnas}
    resultado = next((i for i, c in enumerate(tabla.columnas) if c.rol == "resultado"), None)
    if "estado" in roles or resultado is None or any(_es_veredicto(t, de_notas) for t in _textos(tabla, resultado)):
        return tabla
    suyas = [i for i, c in enumerate(tabla.columnas) if c.rol == "otro" and _son_todos_veredictos(_textos(tabla, i), de_notas)]
    if len(suyas) != 1:
        return tabla
    columnas = list(tabla.columnas)
    columnas[suyas[0]] = replace(columnas[suyas[0]], rol="estado", puntaje=_POR_SUS_CELDAS)
    return replace(tabla, columnas=tuple(columnas))


def _de_las_notas(documento: Documento) -> Clave:
    """The first key that a free line or a note of the document states."""
    notas = [n.parrafo.texto for n in documento.notas]
    libres = [b.texto for b in documento.bloques if isinstance(b, Parrafo)]
    filas = [f for b in documento.bloques if isinstance(b, BloqueTabla) for f in b.filas]
    solas = [f.celdas[0].texto for f in filas if len(f.celdas) == 1]
    return next((clave for t in (*notas, *libres, *solas) if (clave := clave_de_nota(t))), {})


def _lo_ganado_sin_veredictos(tabla: TablaCruda, de_notas: Clave) -> TablaCruda:
    """The table where a column that took the place of what was earned, or of an indicator's result, holds verdicts and no figure
    ("Logrado": S, N), under a label that says no measure: it is of states where no other is, and the one other column that says
    that it was earned has its place. Beside a column of states, and with no other that was earned, it keeps its own: "Pendiente"
    may stand there in every row."""
    columnas = list(tabla.columnas)
    for sitio, columna in enumerate(tabla.columnas):
        falta_estado = all(c.rol != "estado" for c in columnas)
        if not (columna.rol == "ponderacion_ganada" or (columna.rol == "resultado" and falta_estado)):
            continue
        if dice(columna.texto, "de_peso") or not _son_todos_veredictos(_textos(tabla, sitio), {**_supuesta(), **de_notas}):
            continue
        (rotulos,) = rotulos_de((tabla.patron,))
        otras = [i for i, c in enumerate(tabla.columnas) if c.rol == "otro" and _dice_lo_ganado(c.texto, rotulos)]
        if not falta_estado and not otras:
            continue
        propio: RolPatron = "estado" if falta_estado else "otro"
        columnas[sitio] = replace(columna, rol=propio, puntaje=_POR_SUS_CELDAS, supuesta=None, obligatoria=False)
        if columna.rol == "ponderacion_ganada" and len(otras) == 1:
            suya = replace(columnas[otras[0]], rol="ponderacion_ganada", obligatoria=columna.obligatoria)
            columnas[otras[0]] = suya
            columnas[otras[0]] = replace(suya, supuesta=suposicion(suya, columnas))
    return replace(tabla, columnas=tuple(columnas))


def _dice_lo_ganado(texto: str, rotulos: Rotulos) -> bool:
    return (rotulos.rol(rotulo(texto)) or ("",))[0] == "ponderacion_ganada"


def _son_todos_veredictos(textos: Sequence[str], clave: Clave) -> bool:
    return len(textos) >= _MINIMO and all(_es_veredicto(t, clave) and leer_numero(t) is None for t in textos)


def _por_sus_celdas(tabla: TablaCruda, de_notas: Clave) -> TablaCruda:
    """The table with the role of its states given to the only column that nobody knows and whose cells are verdicts."""
    if any(c.rol == "estado" for c in tabla.columnas) or all(c.rol != "estado" for c in tabla.patron.columnas):
        return tabla
    suyas = [
        i
        for i, c in enumerate(tabla.columnas)
        if sin_rol(c, tabla) and _de_veredictos(_textos(tabla, i), {**clave_de_rotulo(c.texto), **de_notas})
    ]
    if len(suyas) != 1:
        return tabla
    columnas = list(tabla.columnas)
    columnas[suyas[0]] = replace(columnas[suyas[0]], rol="estado", puntaje=_POR_SUS_CELDAS)
    return replace(tabla, columnas=tuple(columnas))


def _de_dos_la_de_veredictos(tabla: TablaCruda, de_notas: Clave) -> TablaCruda:
    """The table with the role of its states given to the one column of verdicts whose label names them too ("Cumple"), where
    the one that took it holds neither verdicts nor per cents."""
    sitio = next((i for i, c in enumerate(tabla.columnas) if c.rol == "estado"), None)
    if sitio is None or _dice_estados(tabla, sitio, de_notas):
        return tabla
    (rotulos,) = rotulos_de((tabla.patron,))
    iguales = [
        i for i, c in enumerate(tabla.columnas) if c.rol == "otro" and (rotulos.rol(rotulo(c.texto)) or ("",))[0] == "estado"
    ]
    suyas = [i for i in iguales if _solo_veredictos(tabla, i, de_notas)]
    if len(suyas) != 1:
        return tabla
    columnas = list(tabla.columnas)
    columnas[suyas[0]] = replace(columnas[suyas[0]], rol="estado", obligatoria=columnas[sitio].obligatoria)
    # what was fulfilled of a goal, beside it ("Meta: 8 cursos", "Realizado: 5 cursos")
    roles = {c.rol for c in tabla.columnas}
    mide = "meta" in roles and "resultado" not in roles and any(c.isdigit() for t in _textos(tabla, sitio) for c in t)
    columnas[sitio] = replace(columnas[sitio], rol="resultado" if mide else "otro", obligatoria=False, supuesta=None)
    return replace(tabla, columnas=tuple(columnas))


def _con_cuentas(tabla: TablaCruda, columna: int) -> TablaCruda:
    """The table with its states supposed where they are figures without a sign, under a label that says no measure of what was
    fulfilled: "10" under "Logro" may count what was done. In columns to mark any figure is one."""
    suyas = [i for i, c in enumerate(tabla.columnas) if c.rol == "estado"]
    cientos = False
    if len(suyas) > 1:
        cuentan = any(leer_numero(t) is not None for i in suyas for t in _textos(tabla, i))
    else:
        numeros = [leer_numero(t) for t in _textos(tabla, columna)]
        sin_signo = bool(numeros) and all(n and n.signo != "%" for n in numeros)
        cientos = sin_signo and _llegan_a_cien([n.decimal for n in numeros if n])
        cuentan = sin_signo and not cientos and not _mide(tabla.columnas[columna].texto)
    propias = list(tabla.columnas)
    for i in suyas if cuentan or cientos else ():
        propias[i] = replace(propias[i], supuesta="cuenta" if cuentan else propias[i].supuesta, en_cientos=cientos)
    return replace(tabla, columnas=tuple(propias))


def _llegan_a_cien(valores: Sequence[Decimal]) -> bool:
    """Whether figures stop at a hundred, and several reach it, as counts of things would not."""
    return sum(v == _CIEN for v in valores) > 1 and max(valores) == _CIEN


def _mide(rotulo: str) -> bool:
    """Whether a label says that its figures measure what was fulfilled."""
    return "%" in rotulo or any(p.startswith(palabras_de("miden_lo_hecho")) for p in palabras(rotulo).split())


def _dice_estados(tabla: TablaCruda, columna: int, de_notas: Clave) -> bool:
    """Whether a column has some per cent, by its label too, or some verdict."""
    textos = _textos(tabla, columna)
    con_signo = any("%" in t for t in textos)
    return (
        con_signo
        or _mide(tabla.columnas[columna].texto)
        or any(_es_veredicto(t, {**clave_de_rotulo(tabla.columnas[columna].texto), **de_notas}) for t in textos)
    )


def _solo_veredictos(tabla: TablaCruda, columna: int, de_notas: Clave) -> bool:
    textos = _textos(tabla, columna)
    return bool(textos) and all(_es_veredicto(t, {**clave_de_rotulo(tabla.columnas[columna].texto), **de_notas}) for t in textos)


def _es_veredicto(texto: str, clave: Clave) -> bool:
    """Whether a text is a verdict and nothing else, or opens with the short form of one."""
    dicho = veredicto_inicial(texto)
    return (dicho is not None and dicho.solo) or valor_corto(texto, clave) is not None


def _textos(tabla: TablaCruda, columna: int) -> list[str]:
    return [p.texto for c in celdas_de_columna(tabla, columna) for p in c.parrafos]


def _de_veredictos(textos: Sequence[str], clave: Clave) -> bool:
    cuantos = sum(_es_veredicto(t, clave) for t in textos)
    return cuantos >= _MINIMO and cuantos >= _PARTE * len(textos)


def _con_cortas(tabla: TablaCruda, columna: int) -> bool:
    """Whether a column of states holds short forms that are no verdict of themselves: several, or nothing else."""
    textos = _textos(tabla, columna)
    cortas = [t for t in textos if (v := valor_corto(t, _supuesta())) is not None and v[1] and veredicto_inicial(t) is None]
    return len(cortas) >= _MINIMO or (bool(cortas) and len(cortas) == len(textos))
