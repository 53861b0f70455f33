"""The recomputed figures of a table put in their places: rows, activities, blocks and the region's performance."""

from __future__ import annotations

from decimal import Decimal

from extractor.comun.numeros import canonico
from extractor.modelo.regimen import Regimen
from extractor.modelo.tabla import Fila, Tabla
from extractor.reconciliador.creditos import Credito
from extractor.reconciliador.sumas import Bloque, acumuladas, lo_ganado


def con_recalculados(
    tabla: Tabla, regimen: Regimen | None, creditos: dict[tuple[int, int | None], Credito], bloques: tuple[Bloque, ...],
    partida: bool,
) -> Tabla:
    """The table with what its regime and its sums give. ``creditos``: what each weighed item earned; ``partida``: the table may
    be a part of a larger one, and the region's performance is not told."""
    corridas: dict[tuple[int, int | None], Decimal | None] = {}
    if tabla.modo_ganada == "acumulada":
        for bloque in bloques:
            lugares = [partida.lugar for partida in bloque.partidas]
            corridas.update(zip(lugares, acumuladas(bloque.creditos), strict=True))
    filas = tuple(_llenar_fila(fila, creditos, corridas) for fila in tabla.filas)
    registros = tuple(
        bloque.registro.model_copy(update={
            "suma_ponderacion": _texto(bloque.pesos),
            "suma_ganada_informada": _texto(bloque.informada),
            "suma_ganada_recalculada": _texto(bloque.recalculada),
        })
        for bloque in bloques
    )
    cambios: dict[str, object] = {"filas": filas, "bloques": registros, "regimen": None if regimen is None else regimen.id}
    if tabla.desempeno is not None:
        ganado = None if partida else lo_ganado(bloques, tabla.modo_ganada)
        exacto = ganado.minimo if ganado is not None and ganado.minimo == ganado.maximo else None
        cambios["desempeno"] = tabla.desempeno.model_copy(update={"region_recalculado": _texto(exacto)})
    return tabla.model_copy(update=cambios)


def _llenar_fila(
    fila: Fila, creditos: dict[tuple[int, int | None], Credito], corridas: dict[tuple[int, int | None], Decimal | None]
) -> Fila:
    propio = creditos.get((fila.indice, None))
    actividades = []
    for actividad in fila.actividades:
        credito = creditos.get((fila.indice, actividad.indice))
        if credito is not None:
            corrida = corridas.get((fila.indice, actividad.indice))
            actividad = actividad.model_copy(
                update={"ganada_recalculada": _texto(credito.valor), "acumulada_recalculada": _texto(corrida)}
            )
        actividades.append(actividad)
    cambios: dict[str, object] = {"actividades": tuple(actividades)}
    if propio is not None:
        cambios["ganada_recalculada"] = _texto(propio.valor)
    return fila.model_copy(update=cambios)


def _texto(valor: Decimal | None) -> str | None:
    return None if valor is None else canonico(valor)
