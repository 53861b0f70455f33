"""Copies: tables of two regions with the same results, rows and activities that repeat another one."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.comun.texto import palabras
from extractor.modelo.hallazgo import Hallazgo
from extractor.modelo.tabla import Fila
from extractor.reconciliador.agrupar import Caso, cuadra, responder, sin_respuesta
from extractor.reconciliador.contexto import Contexto, Mesa
from extractor.reconciliador.copias_de_tabla import es_repeticion, misma_tabla, que_difiere
from extractor.reconciliador.fabrica import hallazgo, lugar_de, no_verificable, verificacion
from extractor.reconciliador.filas_iguales import CIFRAS, columnas_que_callan, filas_de_encabezado, texto_fila
from extractor.reconciliador.metas import CELDAS_DE_META
from extractor.reconciliador.partidas import Partida, partidas_por_fila, segura
from extractor.reconciliador.redaccion import cita, lista, texto_region
from extractor.reconciliador.regla import Regla, Respuesta
from extractor.reconciliador.textos import esencia

IDENTICAS, REPETIDAS = "TABLAS_IDENTICAS", "FILAS_REPETIDAS"
DE_TEXTO_COMPARADO = ("objetivo", "actividad", *CELDAS_DE_META)
MINIMO_FILA = 30
"""Characters of text in the cells of a row; two shorter rows may well be equal."""


def tablas_distintas(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """Regions fill their own programme: two tables never agree in every activity, weight, state and earned value, and in what
    they say of their objectives, goals and results."""
    por_cifras: dict[tuple[object, ...], list[list[Mesa]]] = {}
    for mesa in contexto.pesadas:
        if not _comparable(contexto, mesa):
            continue
        parecidas = por_cifras.setdefault((*(_cifras(p) for p in mesa.partidas), _sin_rol(mesa)), [])
        propio = next((g for g in parecidas if misma_tabla(g[0], mesa)), None)
        if propio is None:
            parecidas.append([mesa])
        elif (otra := next((m for m in propio if es_repeticion(m, mesa)), None)) is not None:
            formula = f"la tabla {mesa.numero} repite a la {otra.numero}, del mismo programa y región"
            yield no_verificable(IDENTICAS, mesa, "regimen_no_aplica", formula)
        else:
            propio.append(mesa)
    for grupo in sorted((g for grupos in por_cifras.values() for g in grupos), key=lambda g: g[0].numero):
        primera = grupo[0]
        yield verificacion(
            IDENTICAS, primera, "CUADRA" if len(grupo) == 1 else "NO_CUADRA",
            f"tablas con las mismas cifras y estados: {len(grupo)}", recalculado=str(len(grupo)),
        )
        if len(grupo) > 1:
            nombres = lista([texto_region(m.tabla.region) or f"tabla {m.numero}" for m in grupo])
            yield hallazgo(
                contexto, IDENTICAS, "logica", f"{len(grupo)} tablas son idénticas en cifras y estados: {nombres}.",
                f"Coinciden las {len(primera.partidas)} actividades o metas, con su ponderación, estado y ponderación ganada. "
                f"{que_difiere(grupo)}", mesa=primera, recalculado=str(len(grupo)), origen=primera.tabla.origen,
                lugares=[lugar_de(m, origen=m.tabla.origen) for m in grupo],
            )


def _comparable(contexto: Contexto, mesa: Mesa) -> bool:
    """At least two items, and results reported: equal plans say nothing. Nor do tables not read whole, or read with doubt."""
    informa = any(p.ganada is not None for p in mesa.partidas) or ("ponderacion_ganada" not in mesa.roles and _informan(mesa))
    ganada_segura = all(segura(p.ganada) for p in mesa.partidas) or (_de_columna_supuesta(mesa) and _informan(mesa))
    segura_ = ganada_segura and all(segura(p.ponderacion) and not p.estado_mal_leido for p in mesa.partidas)
    dudas, tabla = contexto.dudas, mesa.tabla
    dudosa = dudas.de_ausencia(tabla) or any(dudas.de_celda(tabla.id, f.indice, *DE_TEXTO_COMPARADO) for f in tabla.filas)
    return len(mesa.partidas) > 1 and informa and segura_ and not dudosa


def _informan(mesa: Mesa) -> bool:
    """Whether each state declares how far it was fulfilled."""
    estados = [p.estado for p in mesa.partidas]
    return all(e is not None and e.declarado and e.valor in ("CUMPLE", "NO_CUMPLE", "PARCIAL") for e in estados)


def _de_columna_supuesta(mesa: Mesa) -> bool:
    """Whether the doubt of the earned values is of their column, whatever it is, and not of any of its figures."""
    return not any(p.escaneada or segura(p.ganada) for p in mesa.partidas if p.ganada is not None)


def _sin_rol(mesa: Mesa) -> tuple[tuple[str, ...], ...]:
    """What stands under labels of no role, one of which may be the earned values: nothing where these were read."""
    if "ponderacion_ganada" in mesa.roles:
        return ()
    sitios = [i for i, columna in enumerate(mesa.tabla.columnas) if columna.rol == "otro"]
    return tuple(tuple(palabras(f.celdas[i]) for i in sitios if i < len(f.celdas)) for f in mesa.tabla.filas)


def _cifras(partida: Partida) -> tuple[object, ...]:
    estado, ganada = partida.estado, partida.ganada
    return (
        partida.peso, partida.valor_ganado, palabras(ganada.texto) if partida.palabra_ganada and ganada is not None else None,
        None if estado is None else (estado.valor, estado.porcentaje),
    )


def filas_distintas(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """No row of a table, and no activity of a row, says the same as another one."""
    for mesa in contexto.mesas:
        casos = [*_filas(contexto, mesa), *_actividades(mesa)]
        if len(mesa.tabla.filas) > 1 and not casos:
            casos = [cuadra(f"{len(mesa.tabla.filas)} filas distintas")]
        yield from responder(
            contexto, REPETIDAS, mesa, casos, campo="objetivo",
            varios="{n} filas o actividades repiten a otra de la misma tabla.", celdas=("actividad", "meta_o_actividades"),
        )


def _filas(contexto: Contexto, mesa: Mesa) -> Iterator[Caso]:
    vistas: dict[tuple[str, ...], Fila] = {}
    calladas = columnas_que_callan(mesa.tabla)
    encabezan = {texto_fila(mesa.tabla, mesa.tabla.filas[i], calladas) for i in filas_de_encabezado(mesa.tabla)}
    for fila in mesa.tabla.filas:
        textos = texto_fila(mesa.tabla, fila, calladas)
        escritos = [t for t in textos if t]
        if textos in encabezan or len(escritos) < 2 or sum(map(len, escritos)) < MINIMO_FILA:
            continue
        antes = vistas.setdefault(textos, fila)
        if antes is not fila:
            celdas = zip(mesa.tabla.columnas, antes.celdas, fila.celdas, strict=False)
            difieren = [columna.texto or columna.rol for columna, a, b in celdas if palabras(a) != palabras(b)]
            cola = f"; difiere en {lista([cita(d) for d in difieren])}" if difieren else ""
            detalle = f"La fila {fila.indice + 1} repite a la fila {antes.indice + 1}{cola}."
            textos_de = [c.rol for c in mesa.tabla.columnas if c.rol not in CIFRAS]
            if any(contexto.dudas.de_celda(mesa.tabla.id, una.indice, *textos_de) for una in (antes, fila)):
                yield sin_respuesta("lectura_dudosa", f"filas {antes.indice + 1} y {fila.indice + 1}", fila=fila.indice)
                continue
            yield Caso("NO_CUADRA", f"filas {antes.indice + 1} y {fila.indice + 1}", detalle, fila=fila.indice)


def _actividades(mesa: Mesa) -> Iterator[Caso]:
    partidas = partidas_por_fila(mesa.partidas)
    for fila in mesa.tabla.filas:
        vistas: dict[str, int] = {}
        for partida in partidas.get(fila.indice, ()):
            if partida.actividad is None:
                continue
            texto = esencia(partida.actividad.texto or "")
            if len(texto) < MINIMO_FILA or not partida.pareja_segura("texto"):
                continue
            antes = vistas.setdefault(texto, partida.actividad.indice)
            if antes != partida.actividad.indice:
                formula = f"{antes + 1}ª y {partida.actividad.indice + 1}ª actividad"
                detalle = f"La {partida.actividad.indice + 1}ª actividad repite a la {antes + 1}ª de la misma fila."
                yield Caso("NO_CUADRA", formula, detalle, partida)


REGLAS_LOGICA_TABLAS = (
    Regla(
        (IDENTICAS,), "Cada región informa sus propios resultados", "logica", CIFRAS, None,
        "Dos regiones con las mismas actividades, metas, resultados, cifras y estados suelen ser una copia; una tabla que solo "
        "repite la de su región, como la de un anexo, no lo es.",
        "Dos regiones con las mismas siete actividades, porcentajes y acumulados.", tablas_distintas,
    ),
    Regla(
        (REPETIDAS,), "Ninguna fila repite a otra", "logica", ("objetivo", "actividad"), None,
        "Una fila repetida cuenta dos veces lo mismo; un número de orden o un porcentaje ajeno no la distingue.",
        "La fila 5 repite a la fila 3; difiere en la ponderación.", filas_distintas,
    ),
)
