"""Rows that print totals: which they are, and whether they close a part or the whole.

A subtotal closes some rows of a whole; a grand total comes after the last of them. Which is which is told by the label and
by what stands between: two totals with no row between them are the last part's and the whole's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import palabras, plegar
from extractor.estructura.columnas import PorRol
from extractor.estructura.descalces import cifra_dudosa
from extractor.estructura.filas import FilaArmada
from extractor.estructura.items import cifra, cifras
from extractor.estructura.lineas import trozo_de
from extractor.estructura.rotulos_de_total import cifras_de_varios, cifras_del_rotulo, rotula_total
from extractor.modelo.base import Origen
from extractor.modelo.campos import DE_CIFRAS
from extractor.modelo.documento import Celda, Parrafo
from extractor.modelo.tabla import Fila, Tabla
from extractor.modelo.valores import Cifra
from extractor.vocabularios.cierres import nombra_cierre
from extractor.vocabularios.estados import veredicto_inicial
from extractor.vocabularios.filas import nombra_total, totales_en_frase

_PALABRAS_DE_PIE = 2
_PALABRAS_DE_FALLO = 2
_PARCIAL = re.compile(r"^(?:sub\s?total|total(?:es)? parcial)")
_AL_MARGEN = ("otro", "medio", "plazo", "responsable", "avance", "medidas", "recomendaciones", "compromisos")
"""Columns where a row of totals may carry a figure or a remark of its own ("10.640.000", "Suma según planilla")."""


@dataclass(frozen=True, slots=True)
class Cierre:
    """A printed total after the row ``fila``. ``parcial``: it closes a part; ``general``: the whole, after a part's;
    ``de_cada``: it says what each objective must weigh, and has no earned total beside it."""

    fila: int
    ponderacion: Cifra | None
    ganada: Cifra | None
    parcial: bool = False
    general: bool = False
    de_cada: bool = False


def es_fila_de_total(celdas: PorRol, anterior: FilaArmada | None) -> bool:
    """A row whose only words label a total ("Total", "Suma") beside its figures, in whatever cell the label stands. A cell
    that spans down from the row ``anterior``, a region's name, what stands at the margin, and the verdict of the whole beside a
    label that is only a total's, are no words of its own."""
    propias = [
        (c, k.rol)
        for i, (c, k) in enumerate(zip(celdas.fila.celdas, celdas.columnas, strict=True))
        if c.parrafos
        and k.rol not in DE_CIFRAS
        and (k.rol != "territorio" or nombra_total(c.texto))
        and (anterior is None or anterior.celdas[i] is not c)
    ]
    rotulos = [c for c, _ in propias if rotula_total(c.texto)]
    puros = all(nombra_cierre(c.texto) for c in rotulos)
    listas = [p for c in celdas.fila.celdas for p in c.parrafos if cifras_de_varios(p)]
    otras = [
        c
        for c, rol in propias
        if not (rotula_total(c.texto) or _al_margen(c.texto, rol) or set(c.parrafos) <= set(listas))
        and not (puros and _es_fallo(c, rol))
    ]
    if not rotulos or otras:
        return False
    if any(c.valor for rol in DE_CIFRAS for c in cifras(celdas.parrafos(rol)).cifras):
        return True
    return any(cifras_del_rotulo(c.parrafos) for c in rotulos) or bool(listas)


def sin_totales_en_blanco(armadas: list[FilaArmada]) -> list[FilaArmada]:
    """The rows without those that only label a total that nobody wrote ("Total" and nothing else): no activity of anyone."""
    llenas = [[c for c in armada.celdas if c.parrafos] for armada in armadas]
    return [a for a, suyas in zip(armadas, llenas, strict=True) if not (len(suyas) == 1 and _solo_rotula_total(suyas[0].texto))]


def _solo_rotula_total(texto: str) -> bool:
    return nombra_total(texto) and len(palabras(texto).split()) <= _PALABRAS_DE_PIE and not any(ch.isdigit() for ch in texto)


def sin_rotulo_de_total(parrafos: Sequence[Parrafo]) -> Sequence[Parrafo]:
    """A cell's texts without the label of the total that stands under them ("Total")."""
    ultimo = parrafos[-1].texto if len(parrafos) > 1 else ""
    return parrafos[:-1] if nombra_total(ultimo) and len(palabras(ultimo).split()) <= _PALABRAS_DE_PIE else parrafos


def _es_fallo(celda: Celda, rol: str) -> bool:
    """Whether a cell of the column of states is a bare verdict: that of the whole, beside a label that is only a total's."""
    breve = len(palabras(celda.texto).split()) <= _PALABRAS_DE_FALLO
    return rol == "estado" and breve and veredicto_inicial(celda.texto) is not None


def _al_margen(texto: str, rol: str) -> bool:
    """Whether a cell beside a total's label may be there: a remark at the margin, a figure, a dash."""
    return rol in _AL_MARGEN or leer_numero(texto) is not None or not palabras(texto)


def cierre_de(celdas: PorRol, fila: Fila, previos: Sequence[Cierre]) -> Cierre:
    """The total that a row prints, which comes after ``fila``. ``previos``: the totals met before it."""
    rotulo = next((c.texto for c in celdas.fila.celdas if c.parrafos and rotula_total(c.texto)), "")
    pesos, logros = (cifras(celdas.parrafos(rol)).cifras for rol in DE_CIFRAS)
    parcial = bool(_PARCIAL.match(plegar(rotulo)))
    peso, logro = next((c for c in pesos if c.valor), None), next(iter(logros), None)
    if peso is None and logro is None:
        dichas = next((h for c in celdas.fila.celdas if rotula_total(c.texto) and (h := cifras_del_rotulo(c.parrafos))), {})
        peso, logro = dichas.get("ponderacion"), dichas.get("ponderacion_ganada")
    return _tras(fila, previos, peso, logro, parcial)


def cierre_dudoso(cierre: Cierre) -> Cierre:
    """The total of a row whose columns may be shifted."""
    return replace(cierre, ponderacion=cifra_dudosa(cierre.ponderacion), ganada=cifra_dudosa(cierre.ganada))


def cierre_escrito(parrafos: Sequence[Parrafo], fila: Fila, previos: Sequence[Cierre]) -> Cierre | None:
    """The total that a row says in a sentence ("Total ponderación ganada: 85%", in one cell as wide as the table); None when
    it says none."""
    impresos: dict[str, Cifra] = {}
    for parrafo in parrafos:
        for campo, (desde, hasta) in totales_en_frase(parrafo.texto).items():
            trozo = trozo_de(parrafo, desde, hasta)
            if trozo is not None:
                impresos.setdefault(campo, cifra(trozo))
    return _tras(fila, previos, impresos.get("ponderacion"), impresos.get("ponderacion_ganada")) if impresos else None


def _tras(
    fila: Fila, previos: Sequence[Cierre], ponderacion: Cifra | None, ganada: Cifra | None, parcial: bool = False
) -> Cierre:
    tras_otro = any(p.fila == fila.indice for p in previos) or fila.total_ponderacion is not None or fila.total_ganada is not None
    general = not parcial and (tras_otro or any(p.parcial for p in previos))
    return Cierre(fila.indice, ponderacion, ganada, parcial, general)


def con_cierre(fila: Fila, cierre: Cierre) -> Fila:
    """The row with the total that closes it; the whole's stands in its block, unless the row has none of its own."""
    if cierre.general and (fila.total_ponderacion or fila.total_ganada):
        return fila
    return fila.model_copy(
        update={
            "total_ponderacion": fila.total_ponderacion or cierre.ponderacion,
            "total_ganada": fila.total_ganada or cierre.ganada,
        }
    )


def por_enteros(cierres: Sequence[Cierre], esperado: str) -> tuple[tuple[Cierre, ...], tuple[Cierre, ...]]:
    """The totals with each one told a part's or a whole's, and those that belong to no rows that can be told. A label decides
    first: subtotals are parts, and a grand total closes those since the whole before it. Where none is labelled, how many
    wholes the totals print, to the nearest one, so that a slip in one of them does not turn parts into wholes."""
    entero = Decimal(esperado)
    salida: list[Cierre] = []
    sueltos: list[Cierre] = []
    tramo: list[Cierre] = []
    for cierre in cierres:
        if not cierre.general:
            tramo.append(cierre)
            continue
        if len(tramo) > 1 and _cuantos_enteros(tramo, entero) == len(tramo):
            salida += _enteros(tramo)
            sueltos.append(cierre)
        else:
            primera = next((i for i, c in enumerate(tramo) if c.parcial), 0)
            salida += [*tramo[:primera], *(replace(c, parcial=True) for c in tramo[primera:]), cierre]
        tramo = []
    rotulados = sum(c.parcial for c in tramo) > 1
    enteros = _cuantos_enteros(tramo, entero)
    partes = len(tramo) > 1 and enteros != len(tramo) and (rotulados or enteros == 1)
    salida += [replace(c, parcial=True) for c in tramo] if partes else _enteros(tramo)
    return tuple(salida), tuple(sueltos)


def _enteros(tramo: Sequence[Cierre]) -> list[Cierre]:
    return [replace(c, parcial=False) for c in tramo]


def _cuantos_enteros(tramo: Sequence[Cierre], entero: Decimal) -> int | None:
    """How many wholes the printed totals make, to the nearest; None when one prints no weight. A table of fractions of 1
    prints no total above it."""
    valores = [c.ponderacion.decimal for c in tramo if c.ponderacion is not None and c.ponderacion.decimal is not None]
    if not valores or len(valores) < len(tramo):
        return None
    unidad = Decimal(1) if max(valores) <= 1 else entero
    return int((sum(valores, Decimal(0)) / unidad).to_integral_value(ROUND_HALF_UP))


def con_frase(
    filas: list[Fila], cierres: tuple[Cierre, ...], frase: Mapping[str, Parrafo]
) -> tuple[list[Fila], tuple[Cierre, ...]]:
    """The rows and totals with those that a sentence below the table prints, where no row of the table closes all of it."""
    if not filas or not frase:
        return filas, cierres
    impresos = {campo: cifra(parrafo) for campo, parrafo in frase.items()}
    return con_dicho(filas, cierres, Cierre(filas[-1].indice, impresos.get("ponderacion"), impresos.get("ponderacion_ganada")))


def con_dicho(filas: list[Fila], cierres: tuple[Cierre, ...], dicho: Cierre) -> tuple[list[Fila], tuple[Cierre, ...]]:
    """The same with a total that is of all the rows, wherever it stands."""
    if any(not c.parcial and c.fila == dicho.fila for c in cierres):
        return filas, cierres
    if any(c.parcial for c in cierres):
        general = Cierre(dicho.fila, dicho.ponderacion, dicho.ganada, general=True)
        return [*filas[:-1], con_cierre(filas[-1], general)], (*cierres, general)
    if any(f.total_ponderacion or f.total_ganada for f in filas[:-1]):
        # every whole has its own total, and this one is of none of them
        return filas, cierres
    return [*filas[:-1], con_cierre(filas[-1], dicho)], (*cierres, dicho)


def cierres_leidos(tabla: Tabla) -> tuple[Cierre, ...]:
    """The totals of a finished table, as its rows and blocks hold them. A figure is the same one where its place is, whatever
    a person corrected in it."""
    cierres: list[Cierre] = []
    for bloque in tabla.bloques:
        ultima = max(bloque.filas)
        propio = False
        for indice in bloque.filas:
            fila = tabla.filas[indice]
            if fila.total_ponderacion is None and fila.total_ganada is None:
                continue
            pares = ((fila.total_ponderacion, bloque.total_ponderacion), (fila.total_ganada, bloque.total_ganada))
            cierra = indice == ultima and any(a is not None and b is not None and a.origen == b.origen for a, b in pares)
            propio = propio or cierra
            cierres.append(Cierre(indice, fila.total_ponderacion, fila.total_ganada, parcial=not cierra))
        ajenos = _de_actividades(tabla.filas[indice] for indice in bloque.filas)
        suyos = (bloque.total_ponderacion, bloque.total_ganada)
        ponderacion, ganada = (t if t is not None and t.origen not in ajenos else None for t in suyos)
        if (ponderacion or ganada) and not propio:
            cierres.append(Cierre(ultima, ponderacion, ganada, general=True))
    return tuple(cierres)


def _de_actividades(filas: Iterable[Fila]) -> list[Origen]:
    """Where the activities' figures stand: a person may have given one of them what was read as the total."""
    cifras = (c for fila in filas for a in fila.actividades for c in (a.ponderacion, a.ponderacion_ganada))
    return [c.origen for c in cifras if c is not None]
