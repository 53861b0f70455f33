"""Totals of objectives: which rows are one objective's, and one total printed for all of them.

What tells the objectives apart is their cells and the printed labels. Where nothing is printed, whether each of them is a whole
or a part is told as among printed totals: by how many wholes they make to the nearest one, so that a slip changes no block.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from extractor.estructura.cierres import Cierre, con_cierre
from extractor.estructura.columnas import PorRol
from extractor.estructura.items import cifra
from extractor.estructura.rotulos_de_total import cifras_de_varios, cifras_del_rotulo, rotula_total
from extractor.modelo.avisos import AvisoEstructura
from extractor.modelo.base import Origen
from extractor.modelo.tabla import Fila
from extractor.modelo.valores import Cifra
from extractor.vocabularios.filas import es_total_por_objetivo

_MEDIO, _CASI = Decimal("0.5"), Decimal("0.25")
"""How far from a whole an objective may weigh to be one, and how far most of them may."""
_SIN_REPARTO = "los totales impresos para todos los objetivos no se cotejan: no son uno, ni tantos como los objetivos leídos"


def grupos_de_objetivo(filas: Sequence[Fila]) -> list[list[Fila]]:
    """The rows of each objective, in order: those with a blank cell go on with the one above."""
    grupos: list[list[Fila]] = []
    ultimo: object = None
    for fila in filas:
        propio = fila.objetivos or tuple(dict.fromkeys(n for a in fila.actividades for n in a.objetivos))
        if grupos and (not propio or propio == ultimo):
            grupos[-1].append(fila)
        else:
            grupos.append([fila])
        ultimo = propio or ultimo
    return grupos if ultimo is not None else [list(filas)] if filas else []


def son_enteros(sumas: Sequence[Decimal], total: Decimal, *, de_varias: bool) -> bool:
    """Whether each of several objectives weighs a whole, to the nearest one, and so do all of them together. ``de_varias``: each
    has several activities; one alone that weighs 1 may be one per cent of a larger whole, not all of its own."""
    if len(sumas) < 2 or not total:
        return False
    unidad = Decimal(1) if de_varias and max(sumas) < 2 < total else total
    enteros = [s / unidad for s in sumas]
    todos = int(sum(enteros, Decimal(0)).to_integral_value(ROUND_HALF_UP))
    casi = sum(abs(e - 1) <= _CASI for e in enteros)
    return todos == len(sumas) and all(abs(e - 1) < _MEDIO for e in enteros) and casi * 2 > len(sumas)


def son_partes(grupos: Sequence[Sequence[Fila]], total: Decimal) -> bool:
    """Whether each of several groups of rows weighs a whole, to the nearest one; not where one of them has no sum."""
    pesos = [[pesos_de(f) for f in grupo] for grupo in grupos]
    sumas = [sum((p for p in suyos if p is not None), Decimal(0)) for suyos in pesos if None not in suyos]
    de_varias = all(sum(len(f.actividades) if f.ponderacion is None else 1 for f in grupo) > 1 for grupo in grupos)
    return len(sumas) == len(grupos) and son_enteros(sumas, total, de_varias=de_varias)


def pesos_de(fila: Fila) -> Decimal | None:
    """The sum of a row's weights; None when it has none or one of them is no figure."""
    cifras = [fila.ponderacion] if fila.ponderacion else [a.ponderacion for a in fila.actividades]
    valores = [c.decimal for c in cifras if c is not None]
    if not valores or len(valores) != len(cifras) or any(v is None for v in valores):
        return None
    return sum((v for v in valores if v is not None), Decimal(0))


@dataclass(frozen=True, slots=True)
class TotalDeTodos:
    """A total that is each objective's: the figure of all, or one figure each, in order."""

    cifras: tuple[Cifra, ...]
    origen: Origen


def total_de_todos(celdas: PorRol) -> TotalDeTodos | None:
    """What a row of totals prints for every objective at once; None where it is that of the rows above it alone."""
    rotulo = next((c for c in celdas.fila.celdas if c.parrafos and rotula_total(c.texto)), None)
    if rotulo is None:
        return None
    for parrafo in (p for c in celdas.fila.celdas for p in c.parrafos):
        varias = cifras_de_varios(parrafo)
        if varias:
            return TotalDeTodos(varias, celdas.fila.origen)
    if not es_total_por_objetivo(rotulo.texto):
        return None
    del_rotulo = cifras_del_rotulo(rotulo.parrafos).get("ponderacion")
    suyas = [cifra(p) for p in celdas.parrafos("ponderacion")]
    leidas = [c for c in (*suyas, del_rotulo) if c is not None and c.valor]
    return TotalDeTodos(tuple(leidas[:1]), celdas.fila.origen)


def repartir(filas: list[Fila], cierres: list[Cierre], total: TotalDeTodos) -> bool:
    """Gives each objective its printed total, in place, unless it has its own: an entry of ``cierres``, and its last row. False,
    and nothing changes, where the figures are not one for all nor as many as the objectives."""
    grupos = grupos_de_objetivo(filas)
    if len(total.cifras) not in (1, len(grupos)):
        return False
    cifras = total.cifras if len(total.cifras) == len(grupos) else total.cifras * len(grupos)
    for grupo, propia in zip(grupos, cifras, strict=True):
        sitio = grupo[-1].indice
        if filas[sitio].total_ponderacion is not None:
            continue
        cierres.append(Cierre(sitio, propia, None, de_cada=True))
        filas[sitio] = con_cierre(filas[sitio], cierres[-1])
    cierres.sort(key=lambda c: c.fila)
    return True


def sin_reparto(identidad: str, fila: int, total: TotalDeTodos) -> AvisoEstructura:
    """The notice for such a total that could not be given to the objectives."""
    return AvisoEstructura("LECTURA_DUDOSA", identidad, fila, None, "ponderacion", _SIN_REPARTO, total.origen)
