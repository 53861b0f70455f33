"""What every operator needs: finding cells of a report, rewriting one, and carrying a difference on."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from .cifras import Cifra, canonica
from .modelo import Cuadro, Fila, Partida, Reporte, Sitio, escribir, leer, sitios

Donde = tuple[Sitio, str]
"""The cell first touched, and what stood there, canonical."""


def reemplazar(reporte: Reporte, sitio: Sitio, nueva: Cifra) -> Donde:
    antes = leer(reporte, sitio)
    assert antes is not None and antes.valor is not None
    escribir(reporte, sitio, nueva)
    return sitio, canonica(antes.valor)


def una_cifra(azar: Random, reporte: Reporte, deslices: Callable[[Cifra], list[Cifra]]) -> Donde | None:
    """One figure of any column rewritten by one of its possible slips; what is half of the cells, the weights, is not
    chosen more than the rest."""
    posibles: dict[str, list[tuple[Sitio, list[Cifra]]]] = {}
    for sitio in sitios(reporte):
        cifra = leer(reporte, sitio)
        nuevas = [] if cifra is None else [n for n in deslices(cifra) if n.valor != cifra.valor]
        if nuevas:
            posibles.setdefault(sitio.campo, []).append((sitio, nuevas))
    if not posibles:
        return None
    sitio, nuevas = azar.choice(posibles[azar.choice(sorted(posibles))])
    return reemplazar(reporte, sitio, azar.choice(nuevas))


def bien_escrita(digitos: str, cifra: Cifra) -> bool:
    """Whether nobody would notice the figure by its mere looks: no zero in front."""
    return len(digitos) == cifra.decimales + 1 or digitos[0] != "0"


def bloque_de(cuadro: Cuadro, fila: Fila) -> list[Fila]:
    return next(b for b in cuadro.bloques if any(f is fila for f in b))


def ganadas_de(reporte: Reporte, modo: str) -> list[tuple[int, int, int, Partida]]:
    """Every item with a printed earned figure in tables of that reading: table, row, item."""
    return [
        (n, k, i, p)
        for n, cuadro in enumerate(reporte.cuadros)
        if cuadro.modo == modo
        for k, fila in enumerate(cuadro.filas)
        for i, p in enumerate(fila.partidas)
        if p.ganada is not None and p.ganada.valor is not None
    ]


def con_total_ganado(reporte: Reporte) -> list[tuple[Sitio, list[Partida]]]:
    """Each printed total of earned values, and a region's performance, with the items it adds up."""
    hallados: list[tuple[Sitio, list[Partida]]] = []
    for n, cuadro in enumerate(reporte.cuadros):
        if cuadro.modo != "por_actividad":
            continue
        for k, fila in enumerate(cuadro.filas):
            if fila.total_ganada is not None:
                hallados.append((Sitio(n, k, None, "total_ganada"), [p for f in bloque_de(cuadro, fila) for p in f.partidas]))
        if cuadro.desempeno is not None:
            hallados.append((Sitio(n, None, None, "desempeno"), cuadro.partidas))
    return hallados


def correr(cuadro: Cuadro, desde: Partida, diferencia: int, con_total: bool) -> None:
    """Adds the difference to a running total and to all the later ones, and to the total that copies the last one."""
    final = cuadro.filas[-1]
    if con_total and final.total_ganada is not None and final.total_ganada.valor is not None:
        final.total_ganada = final.total_ganada.con(final.total_ganada.valor + diferencia)
    visto = False
    for partida in cuadro.partidas:
        visto = visto or partida is desde
        if visto and partida.ganada is not None and partida.ganada.valor is not None:
            partida.ganada = partida.ganada.con(partida.ganada.valor + diferencia)


def llevar_a_totales(cuadro: Cuadro, fila: Fila, diferencia: int) -> None:
    ultima = bloque_de(cuadro, fila)[-1]
    if ultima.total_ganada is not None and ultima.total_ganada.valor is not None:
        ultima.total_ganada = ultima.total_ganada.con(ultima.total_ganada.valor + diferencia)
    if cuadro.desempeno is not None and cuadro.desempeno.valor is not None:
        cuadro.desempeno = cuadro.desempeno.con(cuadro.desempeno.valor + diferencia)


def valor_en(reporte: Reporte, sitio: Sitio) -> int | None:
    cifra = leer(reporte, sitio)
    return None if cifra is None else cifra.valor
