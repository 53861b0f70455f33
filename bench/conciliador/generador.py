"""Clean reports of every family that weighs something, each from a seed: nothing in them can be told as a mismatch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from . import textos
from .auditor import CIEN, auditar, credito
from .cifras import UNIDAD, Cifra, cortar, decimales_de, entera, redondear
from .mesa import Mesa
from .modelo import CUMPLE, NARRADO, PARCIAL, PENDIENTE, PORCENTAJE, Cuadro, Fila, Partida, Reporte
from .piezas import clases_de, escrita, estado_de, estilo_de, partida_verbal, partir, pesos, porcentajes, suma_de, total_impreso

CLASES = ("apilado", "por_region", "por_region_propio", "anual_2009")


def generar(azar: Random, clase: str) -> Reporte:
    """A clean report of the family ``clase``."""
    hacer = {"apilado": _apilado, "por_region": _por_region, "por_region_propio": _por_region_propio, "anual_2009": _anual}
    return hacer[clase](azar)


def _apilado(azar: Random) -> Reporte:
    """Activities stacked in each row: blocks of one or several rows with their totals, or one programme without any."""
    estilo = estilo_de(azar, ["objetivo", "actividad", "ponderacion", "estado", "ponderacion_ganada"])
    cuantos = azar.randint(1, 4)
    totales = azar.choice(("ambos", "ambos", "pesos", "ninguno"))
    if totales == "ninguno":
        cuantos = 1
    signo, fracciones, nada = azar.choice(("", "", "%")), azar.random() < 0.05, azar.random() < 0.04
    narra = azar.choice((" ↵ ", " ¶ "))
    filas: list[Fila] = []
    usados = iter(textos.actividades(azar, 60))
    for bloque in range(cuantos):
        n = azar.randint(2, 8)
        propios = [replace(p, signo=signo) for p in pesos(azar, n, iguales=not fracciones)]
        clases = [PENDIENTE] * n if nada else clases_de(azar, n)
        if fracciones:
            propios = [Cifra((p.valor or 0) // 100, decimales_de((p.valor or 0) // 100)) for p in propios]
        cortes = sorted(azar.sample(range(1, n), min(n - 1, azar.choice((0, 0, 1, 2)))))
        partidas = [partida_verbal(azar, next(usados), p, c, narra) for p, c in zip(propios, clases, strict=True)]
        tramos = zip([0, *cortes], [*cortes, n], strict=True)
        nuevas = [Fila("", partidas[a:b], bloque=bloque) for a, b in tramos]
        _cerrar(azar, nuevas[-1], partidas, totales, entero=UNIDAD if fracciones else CIEN)
        filas += nuevas
    for fila, objetivo in zip(filas, textos.objetivos(azar, len(filas)), strict=True):
        fila.objetivo = objetivo
    modo = "sin_datos" if not any(p.ganada is not None for f in filas for p in f.partidas) else "por_actividad"
    cuadro = Cuadro(azar.choice(("Todas las regiones", "Todas", *textos.REGIONES_2007)), filas, modo)
    return Reporte("apilado", [cuadro], False, estilo)


def _cerrar(azar: Random, fila: Fila, partidas: list[Partida], totales: str, entero: int = CIEN) -> None:
    """The totals printed at the end of a block; those of equal shares were taken before rounding, or added as printed."""
    propios = [p.peso for p in partidas]
    suma, ganado = suma_de(list(propios)), suma_de([p.ganada for p in partidas])
    iguales = len({c.valor for c in propios}) == 1
    sumado = iguales and azar.random() < 0.3
    if totales in ("ambos", "pesos"):
        fila.total_peso = total_impreso(suma if sumado else entero, propios)
    if totales == "ambos":
        fila.total_ganada = total_impreso(entero if ganado == suma and iguales and not sumado else ganado, propios)


def _por_region(azar: Random) -> Reporte:
    """One table per region, fulfilment in per cent, what was earned as a running total."""
    columnas = ["objetivo", "actividad", "ponderacion", "estado", "ponderacion_ganada"]
    estilo = estilo_de(azar, columnas, objetivos_en_encabezado=azar.random() < 0.5)
    signo = azar.choice(("%", "%", ""))
    redondea, decimales = azar.choice((redondear, cortar)), azar.choice((1, 2))
    n, con_totales = azar.randint(3, 8), azar.random() < 0.2
    comunes, nombres = pesos(azar, n), textos.actividades(azar, n)
    cuadros: list[Cuadro] = []
    for region in azar.sample(textos.REGIONES_2007, azar.randint(4, 9)):
        while True:
            propios = comunes if azar.random() < 0.5 else pesos(azar, n)
            partidas, total = [], 0
            for texto, peso, cuota in zip(nombres, propios, porcentajes(azar, n), strict=True):
                partida = Partida(texto, replace(peso, signo=signo), estado_de(azar, PORCENTAJE, cuota), None)
                total += credito(partida, True) or 0
                partida.ganada = escrita(total, decimales, redondea, signo)
                partidas.append(partida)
            if _corrida(partidas):
                break
        filas = [Fila("", partidas)] if azar.random() < 0.8 else [Fila("", [p]) for p in partidas]
        if len(filas) == 1 and con_totales:
            filas[0].total_peso, filas[0].total_ganada = entera(100, signo), partidas[-1].ganada
        elif len(filas) == 1 and partidas[-1].estado is not None and partidas[-1].estado.porcentaje == 0 and azar.random() < 0.3:
            partidas[-1].ganada = None
        cuadros.append(Cuadro(region, filas, "acumulada"))
    _con_objetivos(azar, cuadros)
    return _sin_copias(azar, Reporte("por_region", cuadros, True, estilo), _por_region)


def _corrida(partidas: list[Partida]) -> bool:
    """Whether the column can only be read as running: more than half of the values exceed their own weight."""
    sobre = sum(1 for p in partidas if (p.ganada.valor or 0) > (p.peso.valor or 0)) if all(p.ganada for p in partidas) else 0
    return 2 * sobre > len(partidas)


def _por_region_propio(azar: Random) -> Reporte:
    """One table per region, fulfilment in per cent, each activity its own earned share, with or without totals."""
    estilo = estilo_de(azar, ["objetivo", "actividad", "ponderacion", "estado", "ponderacion_ganada"])
    redondea, decimales = azar.choice((redondear, cortar)), azar.choice((1, 2))
    totales = azar.choice(("ambos", "ninguno"))
    n = azar.randint(3, 7)
    nombres = textos.actividades(azar, n)
    cuadros = []
    for region in azar.sample(textos.REGIONES_2007, azar.randint(4, 8)):
        partidas = []
        for texto, peso, cuota in zip(nombres, pesos(azar, n), porcentajes(azar, n), strict=True):
            partida = Partida(texto, peso, estado_de(azar, PORCENTAJE, cuota), None)
            partida.ganada = escrita(credito(partida, True) or 0, decimales, redondea, "")
            partidas.append(partida)
        filas = [Fila("", partidas)] if azar.random() < 0.7 else [Fila("", [p]) for p in partidas]
        if len(filas) == 1:
            _cerrar(azar, filas[-1], partidas, totales)
        cuadros.append(Cuadro(region, filas))
    _con_objetivos(azar, cuadros)
    return _sin_copias(azar, Reporte("por_region", cuadros, True, estilo), _por_region_propio)


def _con_objetivos(azar: Random, cuadros: list[Cuadro]) -> None:
    for cuadro in cuadros:
        for fila, objetivo in zip(cuadro.filas, textos.objetivos(azar, len(cuadro.filas)), strict=True):
            fila.objetivo = objetivo


def _sin_copias(azar: Random, reporte: Reporte, otra_vez: Callable[[Random], Reporte]) -> Reporte:
    """Two regions with the same figures are a finding: such a report is made again."""
    return otra_vez(azar) if any(e.codigo == "TABLAS_IDENTICAS" for e in auditar(reporte)) else reporte


COLUMNAS_2009 = [
    "objetivo",
    "indicador",
    "resultado",
    "meta_o_actividades",
    "responsable",
    "medio",
    "ponderacion",
    "estado",
    "ponderacion_ganada",
]


def _anual(azar: Random) -> Reporte:
    """Nine columns, one row per objective; the region's performance; two more programmes, the third of a declared weight."""
    estilo = estilo_de(azar, COLUMNAS_2009)
    cuadros: list[Cuadro] = []
    informa, por_ciento = azar.random() < 0.9, azar.random() < 0.1
    usados = iter(textos.actividades(azar, 70))
    for region in azar.sample(textos.REGIONES_2009, azar.randint(1, 3)):
        for programa, tope in (("diseno_acceso", 8), ("complementariedad", 5)):
            if programa == "complementariedad" and azar.random() < 0.3:
                continue
            n = azar.randint(3, tope)
            filas = []
            for peso, clase in zip(pesos(azar, n), clases_de(azar, n), strict=True):
                clase = CUMPLE if clase == NARRADO else clase
                partida = partida_verbal(azar, next(usados), peso, clase, narra="")
                if por_ciento and partida.estado is not None and partida.ganada is not None and partida.ganada.valor is not None:
                    cuota = 100 if clase == CUMPLE else azar.choice((0, 50, 80)) if clase == PARCIAL else 0
                    partida.estado = estado_de(azar, PORCENTAJE, cuota)
                if not informa:
                    partida.estado, partida.ganada = None, None
                filas.append(Fila(partida.texto, [partida]))
            cuadro = Cuadro(region, filas, "por_actividad" if informa else "sin_datos", programa)
            if informa and azar.random() < 0.8:
                ganado = suma_de([p.ganada for p in cuadro.partidas])
                entero = ganado == suma_de([p.peso for p in cuadro.partidas])
                impreso = total_impreso(CIEN if entero and ganado == CIEN else ganado, [p.peso for p in cuadro.partidas])
                cuadro.desempeno = replace(impreso, signo=azar.choice(("", "%")))
            cuadros.append(cuadro)
    if azar.random() < 0.5:
        cuadros.append(_informacion(azar, cuadros[-1].region, [next(usados) for _ in range(3)]))
    reporte = Reporte("anual_2009", cuadros, False, estilo)
    _veredictos(reporte)
    return _sin_copias(azar, reporte, _anual)


def _informacion(azar: Random, region: str, nombres: list[str]) -> Cuadro:
    """The third programme: activities that make its declared weight, or all of it in per cents."""
    declarada = azar.choice((25, 30, 50, 100))  # tenths
    partes = partir(azar, declarada // 5, 3) if declarada >= 15 else [1, 1, 1]
    propios = [Cifra(p * 5 * UNIDAD // 10, decimales_de(p * 5 * UNIDAD // 10)) for p in partes]
    if azar.random() < 0.15:
        propios = [entera(50), entera(30), entera(20)]
    filas = [Fila(t, [Partida(t, p, None, None)]) for t, p in zip(nombres, propios, strict=True)]
    valor = declarada * UNIDAD // 10
    return Cuadro(region, filas, "sin_datos", "informacion", Cifra(valor, decimales_de(valor), signo="%"))


def _veredictos(reporte: Reporte) -> None:
    """The service's verdict, where one region is enough to know it."""
    for n, cuadro in enumerate(reporte.cuadros):
        mesa = Mesa(reporte, n, cuadro)
        corte = mesa.corte()
        if cuadro.desempeno is not None and corte is not None:
            bajas = [
                m
                for k, c in enumerate(reporte.cuadros)
                if c.programa == cuadro.programa
                and (m := Mesa(reporte, k, c)).corte() is not None
                and m.ganado()[1] < (m.corte() or 0)
            ]
            cuadro.servicio = "NO CUMPLE" if bajas else "CUMPLE"
