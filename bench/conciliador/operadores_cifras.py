"""Slips of the hand in one figure: digits, decimal mark, a neighbour's value, another total."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from random import Random

from .cifras import OTRA_MARCA, UNIDAD, Cifra, canonica, decimales_de
from .modelo import Reporte, Sitio, leer, sitios
from .tocar import (
    Donde,
    bien_escrita,
    correr,
    ganadas_de,
    reemplazar,
    una_cifra,
    valor_en,
)


def intercambio(azar: Random, reporte: Reporte) -> Donde | None:
    def deslices(cifra: Cifra) -> list[Cifra]:
        d = cifra.digitos
        pares = [d[:i] + d[i + 1] + d[i] + d[i + 2 :] for i in range(len(d) - 1) if d[i] != d[i + 1]]
        return [cifra.con_digitos(p) for p in pares if bien_escrita(p, cifra)]

    return una_cifra(azar, reporte, deslices)


def digito(azar: Random, reporte: Reporte) -> Donde | None:
    def deslices(cifra: Cifra) -> list[Cifra]:
        d = cifra.digitos
        otros = [d[:i] + x + d[i + 1 :] for i in range(len(d)) for x in "0123456789" if x != d[i]]
        return [cifra.con_digitos(o) for o in otros if bien_escrita(o, cifra)]

    return una_cifra(azar, reporte, deslices)


def coma_corrida(azar: Random, reporte: Reporte) -> Donde | None:
    def deslices(cifra: Cifra) -> list[Cifra]:
        assert cifra.valor is not None
        corridas = [(cifra.valor * 10, max(cifra.decimales - 1, 0))]
        if cifra.valor % 10 == 0:
            corridas.append((cifra.valor // 10, cifra.decimales + 1))
        return [
            Cifra(v, max(decimales_de(v), d if d < 3 else 0), cifra.marca, cifra.signo)
            for v, d in corridas
            if decimales_de(v) < 3
        ]

    return una_cifra(azar, reporte, deslices)


def fraccion(azar: Random, reporte: Reporte) -> Donde | None:
    """0,25 where 25 should stand."""

    def deslices(cifra: Cifra) -> list[Cifra]:
        assert cifra.valor is not None
        entera = cifra.decimales == 0 and 0 < cifra.valor < 100 * UNIDAD
        return [Cifra(cifra.valor // 100, 2, cifra.marca, cifra.signo)] if entera else []

    return una_cifra(azar, reporte, deslices)


def coma_por_punto(azar: Random, reporte: Reporte) -> Donde | None:
    """12.5 among figures written 12,5: another mark and the same figure."""
    con_marca = [s for s in sitios(reporte) if (c := leer(reporte, s)) is not None and c.decimales]
    if not con_marca:
        return None
    sitio = azar.choice(con_marca)
    cifra = leer(reporte, sitio)
    assert cifra is not None
    return reemplazar(reporte, sitio, Cifra(cifra.valor, cifra.decimales, OTRA_MARCA, cifra.signo))


def acumulado(arrastra: bool) -> Callable[[Random, Reporte], Donde | None]:
    """A slip of one digit in a running total, carried on by the later ones or not."""

    def aplicar(azar: Random, reporte: Reporte) -> Donde | None:
        pasos = ganadas_de(reporte, "acumulada")
        if not pasos:
            return None
        n, k, i, partida = azar.choice(pasos)
        cifra = partida.ganada
        assert cifra is not None and cifra.valor is not None
        d = cifra.digitos
        lugar = azar.randrange(len(d))
        nuevos = d[:lugar] + azar.choice([x for x in "0123456789" if x != d[lugar]]) + d[lugar + 1 :]
        nueva = cifra.con_digitos(nuevos)
        if not bien_escrita(nuevos, cifra) or nueva.valor is None:
            return None
        sitio, antes = Sitio(n, k, i, "ganada"), canonica(cifra.valor)
        if not arrastra:
            partida.ganada = nueva
            return sitio, antes
        siguientes = [p.ganada.valor for p in reporte.cuadros[n].partidas if p.ganada is not None and p.ganada.valor is not None]
        if nueva.valor < cifra.valor and min(siguientes) < cifra.valor - nueva.valor:
            return None
        correr(reporte.cuadros[n], partida, nueva.valor - cifra.valor, con_total=azar.random() < 0.5)
        return sitio, antes

    return aplicar


def subprograma(azar: Random, reporte: Reporte) -> Donde | None:
    lugares = [n for n, c in enumerate(reporte.cuadros) if c.declarada is not None]
    if not lugares:
        return None
    n = azar.choice(lugares)
    cifra = reporte.cuadros[n].declarada
    assert cifra is not None and cifra.valor is not None
    otra = azar.choice([v for v in (10, 15, 20, 25, 30, 40, 50, 60, 75, 100) if v * UNIDAD // 10 != cifra.valor])
    return reemplazar(reporte, Sitio(n, None, None, "declarada"), cifra.con(otra * UNIDAD // 10, 0))


def total_vecino(azar: Random, reporte: Reporte) -> Donde | None:
    """The total of the next block, or another region's performance, copied here."""
    grupos: dict[str, list[Sitio]] = {}
    for sitio in sitios(reporte):
        if sitio.campo in ("total_ganada", "desempeno"):
            grupos.setdefault(sitio.campo, []).append(sitio)
    pares = [(a, b) for g in grupos.values() for a in g for b in g if valor_en(reporte, a) != valor_en(reporte, b)]
    if not pares:
        return None
    aqui, alla = azar.choice(pares)
    otra = leer(reporte, alla)
    assert otra is not None
    return reemplazar(reporte, aqui, otra)


def vecino_copiado(azar: Random, reporte: Reporte) -> Donde | None:
    lugares = ganadas_de(reporte, "por_actividad")
    pares = [
        (x, y)
        for x, y in itertools.pairwise(lugares)
        if x[0] == y[0] and x[3].ganada is not None and y[3].ganada is not None and x[3].ganada.valor != y[3].ganada.valor
    ]
    if not pares:
        return None
    uno, otro = azar.choice(pares)
    if azar.random() < 0.5:
        uno, otro = otro, uno
    assert uno[3].ganada is not None
    return reemplazar(reporte, Sitio(otro[0], otro[1], otro[2], "ganada"), uno[3].ganada)
