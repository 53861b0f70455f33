"""Errors of who filled the form: what was not earned is counted, a row is left out, a region is copied."""

from __future__ import annotations

import copy
from random import Random

from .auditor import credito, es_cuota
from .cifras import UNIDAD, Cifra, canonica, decimales_de, redondear
from .modelo import CUMPLE, NO_CUMPLE, PARCIAL, PENDIENTE, PORCENTAJE, Reporte, Sitio, leer, sitios
from .tocar import (
    Donde,
    bloque_de,
    con_total_ganado,
    correr,
    ganadas_de,
    llevar_a_totales,
    reemplazar,
)


def total_viejo(azar: Random, reporte: Reporte) -> Donde | None:
    """An item turned out unfulfilled, its row was corrected and the total was not."""
    lugares = [(s, p) for s, ps in con_total_ganado(reporte) for p in ps if p.ganada is not None and (p.ganada.valor or 0) > 0]
    if not lugares:
        return None
    sitio, partida = azar.choice(lugares)
    partida.ganada = Cifra(0, signo=partida.peso.signo)
    assert partida.estado is not None
    partida.estado.clase, partida.estado.porcentaje = NO_CUMPLE, None
    partida.estado.texto = "No cumple"
    if reporte.proporcional:
        partida.estado.clase, partida.estado.porcentaje, partida.estado.texto = PORCENTAJE, 0, "0%"
    return sitio, ""


def pendiente_contado(azar: Random, reporte: Reporte) -> Donde | None:
    lugares = [
        (s, p)
        for s, ps in con_total_ganado(reporte)
        for p in ps
        if p.estado is not None and p.estado.clase in (PENDIENTE, NO_CUMPLE)
    ]
    if not lugares:
        return None
    sitio, partida = azar.choice(lugares)
    total = leer(reporte, sitio)
    assert total is not None and total.valor is not None and partida.peso.valor is not None
    return reemplazar(reporte, sitio, total.con(total.valor + partida.peso.valor))


def parcial_entero(azar: Random, reporte: Reporte) -> Donde | None:
    """What was done in part earns the whole weight; running totals and totals follow."""
    lugares = [
        (n, k, i, p)
        for modo in ("por_actividad", "acumulada")
        for n, k, i, p in ganadas_de(reporte, modo)
        if p.estado is not None and (p.estado.clase == PARCIAL or es_cuota(p))
    ]
    if not lugares:
        return None
    n, k, i, partida = azar.choice(lugares)
    cuadro = reporte.cuadros[n]
    propio = credito(partida, reporte.proporcional)
    if propio is None or partida.peso.valor is None or partida.ganada is None or partida.ganada.valor is None:
        return None
    sitio = Sitio(n, k, i, "ganada")
    if cuadro.modo == "acumulada":
        antes, diferencia = canonica(partida.ganada.valor), partida.peso.valor - propio
        if decimales_de(diferencia) > partida.ganada.decimales:
            return None
        correr(cuadro, partida, diferencia, con_total=azar.random() < 0.5)
        return sitio, antes
    diferencia = partida.peso.valor - partida.ganada.valor
    donde = reemplazar(reporte, sitio, partida.peso)
    if azar.random() < 0.5:
        llevar_a_totales(cuadro, cuadro.filas[k], diferencia)
    return donde


def suma_rota(azar: Random, reporte: Reporte) -> Donde | None:
    """A weight was changed by some points and what it earned with it; the other weights stayed as they were."""
    lugares = [s for s in sitios(reporte) if s.campo == "peso"]
    sitio = azar.choice(lugares)
    assert sitio.fila is not None and sitio.partida is not None
    cuadro = reporte.cuadros[sitio.cuadro]
    partida = cuadro.filas[sitio.fila].partidas[sitio.partida]
    assert partida.peso.valor is not None
    puntos = azar.choice((1, 2, 5, 10)) * azar.choice((1, -1)) * UNIDAD
    nuevo = partida.peso.valor + puntos
    if nuevo <= 0:
        return None
    antes, ganada = credito(partida, reporte.proporcional), partida.ganada
    viejo_peso = partida.peso.valor
    donde = reemplazar(reporte, sitio, partida.peso.con(nuevo))
    ahora = credito(partida, reporte.proporcional)
    if ganada is not None and ganada.valor is not None and cuadro.modo != "sin_datos":
        if antes is None or ahora is None:
            partida.ganada = partida.peso if ganada.valor == viejo_peso else ganada
            diferencia = (partida.ganada.valor or 0) - ganada.valor
        elif cuadro.modo == "acumulada":
            if decimales_de(ahora - antes) > ganada.decimales:
                return None
            correr(cuadro, partida, ahora - antes, con_total=True)
            diferencia = 0
        else:
            escrita = ahora if not es_cuota(partida) else redondear(ahora, max(ganada.decimales, 1))
            partida.ganada = ganada.con(escrita)
            diferencia = escrita - ganada.valor
        llevar_a_totales(cuadro, cuadro.filas[sitio.fila], diferencia)
    return donde


def fila_omitida(azar: Random, reporte: Reporte) -> Donde | None:
    """An item was left out when the table was typed; the totals are those of the whole."""
    lugares = [
        (n, k, i)
        for n, c in enumerate(reporte.cuadros)
        for k, f in enumerate(c.filas)
        for i in range(len(f.partidas))
        if len(bloque_de(c, f)) > 1 or len(f.partidas) > 1
    ]
    if not lugares:
        return None
    n, k, i = azar.choice(lugares)
    cuadro = reporte.cuadros[n]
    fila = cuadro.filas[k]
    if len(cuadro.partidas) < 3:
        return None
    fuera = fila.partidas.pop(i)
    if not fila.partidas:
        grupo = bloque_de(cuadro, fila)
        if grupo[-1] is fila:
            grupo[-2].total_peso, grupo[-2].total_ganada = fila.total_peso, fila.total_ganada
        del cuadro.filas[k]
    assert fuera.peso.valor is not None
    return Sitio(n, k, i, "peso"), canonica(fuera.peso.valor)


def estado_invertido(azar: Random, reporte: Reporte) -> Donde | None:
    lugares = [
        (n, k, i, p)
        for n, c in enumerate(reporte.cuadros)
        for k, f in enumerate(c.filas)
        for i, p in enumerate(f.partidas)
        if p.estado is not None and p.estado.clase in (CUMPLE, NO_CUMPLE, PENDIENTE, PORCENTAJE)
    ]
    if not lugares:
        return None
    n, k, i, partida = azar.choice(lugares)
    estado = partida.estado
    assert estado is not None
    antes = estado.texto
    if estado.clase == PORCENTAJE:
        estado.porcentaje = azar.choice([c for c in (100, 0, 50, 80) if c != estado.porcentaje])
        estado.texto = f"{estado.porcentaje}%"
    else:
        estado.clase = NO_CUMPLE if estado.clase == CUMPLE else CUMPLE
        estado.texto = "Cumplido" if estado.clase == CUMPLE else "No cumple"
    return Sitio(n, k, i, "estado"), antes


def region_copiada(azar: Random, reporte: Reporte) -> Donde | None:
    pares = [
        (a, b)
        for a, x in enumerate(reporte.cuadros)
        for b, y in enumerate(reporte.cuadros)
        if a != b and x.modo == y.modo != "sin_datos" and x.programa == y.programa and len(x.partidas) > 1
    ]
    if not pares:
        return None
    a, b = azar.choice(pares)
    copia = copy.deepcopy(reporte.cuadros[a])
    copia.region = reporte.cuadros[b].region
    reporte.cuadros[b] = copia
    return Sitio(min(a, b), None, None, "tabla"), ""


def servicio_cambiado(azar: Random, reporte: Reporte) -> Donde | None:
    lugares = [n for n, c in enumerate(reporte.cuadros) if c.servicio is not None]
    if not lugares:
        return None
    n = azar.choice(lugares)
    antes = reporte.cuadros[n].servicio or ""
    reporte.cuadros[n].servicio = "CUMPLE" if antes == "NO CUMPLE" else "NO CUMPLE"
    return Sitio(n, None, None, "servicio"), antes
