"""Rows that may print a total under a label nobody knows ("Cómputo"): kept as they are read, and in doubt.

What tells them: a label as short as a total's, alone among the words of its row; no state, where every other row has one; and a
weight greater than every other's that is a whole, or little less, or the earned figure alone where every other row has a weight.
Beside a whole itself the label may be longer. It is never whether the others add up to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extractor.comun.texto import palabras
from extractor.estructura.celdas_dudosas import CeldaDudosa
from extractor.estructura.descalces import cifra_dudosa
from extractor.estructura.filas import FilaArmada
from extractor.modelo.avisos import AvisoEstructura
from extractor.modelo.campos import DE_CIFRAS
from extractor.modelo.crudo import TablaCruda
from extractor.modelo.tabla import Fila

_PALABRAS, _PALABRAS_DE_ENTERO = 3, 8
_INFINITIVOS = ("ar", "er", "ir")
"""What the first word of an activity ends in ("Publicar en la radio")."""
_OTRAS_FILAS = 2
_CASI_ENTERO = Decimal("0.75")
_SIN_PALABRAS = (*DE_CIFRAS, "estado", "otro")


def con_totales_dudosos(
    filas: list[Fila], armadas: Sequence[FilaArmada], cruda: TablaCruda, identidad: str, esperado: str
) -> tuple[list[Fila], list[AvisoEstructura], set[CeldaDudosa]]:
    """The rows with the figures of such ones in doubt, a notice for each, and their cells, of which nothing is missed."""
    roles = [c.rol for c in cruda.columnas]
    propias = _propias(armadas)
    rotulos = {f.indice: r for f in filas if (r := _rotulo(f, roles, propias.get(f.fila_origen, frozenset())))}
    suyas: dict[int, str] = {}
    for indice, rotulo in rotulos.items():
        otras = [f for f in filas if palabras(rotulos.get(f.indice, "")) != palabras(rotulo)]
        corto = len(palabras(rotulo).split()) <= _PALABRAS
        if _puede_cerrar(filas[indice], otras, roles, esperado, corto):
            suyas[indice] = rotulo
    avisos = [
        AvisoEstructura(
            "LECTURA_DUDOSA", identidad, i, None, None,
            f"la fila «{rotulo}» puede imprimir un total y no una actividad; no se juzga con sus cifras", filas[i].origen,
        )
        for i, rotulo in suyas.items()
    ]  # fmt: skip
    leidas = [_en_duda(f) if f.indice in suyas else f for f in filas]
    return leidas, avisos, {(identidad, i, rol) for i in suyas for rol in roles}


def _propias(armadas: Sequence[FilaArmada]) -> dict[int, frozenset[int]]:
    """The columns where each row of the source has words of its own, and no cell that spans down from the row above."""
    suyas: dict[int, frozenset[int]] = {}
    previas: Sequence[object] = ()
    for armada in armadas:
        llenas = (i for i, c in enumerate(armada.celdas) if c.parrafos and not (i < len(previas) and previas[i] is c))
        suyas[armada.fila_origen] = frozenset(llenas)
        previas = armada.celdas
    return suyas


def _rotulo(fila: Fila, roles: Sequence[str], propias: frozenset[int]) -> str | None:
    """The only words of a row that has neither state nor any other: short, and without a figure. ``propias``: its own cells."""
    if len(fila.actividades) > 1 or any(roles[i] == "estado" for i in propias):
        return None
    dichas = [fila.celdas[i].strip() for i in sorted(propias) if roles[i] not in _SIN_PALABRAS]
    if len(dichas) != 1 or any(ch.isdigit() for ch in dichas[0]):
        return None
    suyas = palabras(dichas[0]).split()
    return dichas[0] if 0 < len(suyas) <= _PALABRAS_DE_ENTERO and not suyas[0].endswith(_INFINITIVOS) else None


def _puede_cerrar(fila: Fila, otras: Sequence[Fila], roles: Sequence[str], esperado: str, corto: bool) -> bool:
    """Whether the weight of a row is that of a whole beside those of the others, which all tell their state; where no column
    does, or the label is not ``corto``, only the whole itself will do."""
    propio = next(iter(_pesos(fila)), None)
    pesos = [p for f in otras for p in _pesos(f)]
    con_estado = "estado" in roles
    completas = all(any(f.celdas[i].strip() for i, rol in enumerate(roles) if rol == "estado") for f in otras)
    if len(otras) < _OTRAS_FILAS or not pesos or (con_estado and not completas):
        return False
    if propio is None:
        return _solo_lo_ganado(fila) and all(_pesos(f) for f in otras)
    if max(pesos) >= propio:
        return False
    partes = propio / (Decimal(1) if propio <= 1 else Decimal(esperado))
    return partes >= _CASI_ENTERO if con_estado and corto else partes == 1


def _solo_lo_ganado(fila: Fila) -> bool:
    """Whether a row prints an earned figure and no weight, not even a word in its place."""
    pesos = [fila.ponderacion, *(a.ponderacion for a in fila.actividades)]
    ganadas = [fila.ponderacion_ganada, *(a.ponderacion_ganada for a in fila.actividades)]
    return not any(pesos) and any(g is not None and g.decimal is not None for g in ganadas)


def _pesos(fila: Fila) -> list[Decimal]:
    cifras = [fila.ponderacion, *(a.ponderacion for a in fila.actividades)]
    return [c.decimal for c in cifras if c is not None and c.decimal is not None]


def _en_duda(fila: Fila) -> Fila:
    campos = ("ponderacion", "ponderacion_ganada")
    actividades = tuple(a.model_copy(update={c: cifra_dudosa(getattr(a, c)) for c in campos}) for a in fila.actividades)
    return fila.model_copy(update={"actividades": actividades, **{c: cifra_dudosa(getattr(fila, c)) for c in campos}})
