"""The groups of columns that several tables share: figure, state, place, what a table earned."""

from __future__ import annotations

from typing import Any

from extractor.almacen.esquema import millonesimas
from extractor.modelo.conjunto import TablaResumida
from extractor.modelo.valores import Estado

Renglon = dict[str, Any]


def de_desempeno(medida: TablaResumida | None) -> Renglon:
    """What the table weighs, what was earned as reported and as recomputed, and what either means for the threshold."""
    minimo, maximo = (None, None) if medida is None or medida.ganado is None else medida.ganado
    recalculado = minimo if minimo == maximo else None
    return {
        **con_exacto("ponderacion", medida.pesos if medida else None),
        **con_exacto("ganada_informada", medida.informado if medida else None),
        **con_exacto("ganada_recalculada", recalculado),
        "ganada_intervalo": None if minimo is None else [minimo, maximo],
        **con_exacto("exigido", medida.minimo if medida else None),
        "exigido_supuesto": medida.condicional if medida is not None and medida.minimo is not None else None,
        "veredicto_informado": _veredicto(medida.alcanza_informado if medida else None),
        "veredicto_recalculado": _veredicto(medida.alcanza if medida else None),
    }


def _veredicto(alcanza: bool | None) -> str | None:
    return None if alcanza is None else "CUMPLE" if alcanza else "NO_CUMPLE"


def con_exacto(nombre: str, valor: str | None) -> Renglon:
    return {nombre: valor, f"{nombre}_millonesimas": millonesimas(valor)}


def de_estado(estado: Estado | None) -> Renglon:
    return {
        "estado": estado.valor if estado else None,
        "estado_texto": estado.texto if estado else None,
        "estado_porcentaje": estado.porcentaje if estado else None,
        "estado_declarado": estado.declarado if estado else None,
    }


def de_lugar(origen: dict[str, Any] | None) -> Renglon:
    """The columns of a place; ``origen`` as JSON data."""
    lugar = origen or {}
    return {
        "pagina": lugar.get("pagina"),
        "linea_inicio": lugar.get("linea_inicio"),
        "tabla_origen": lugar.get("tabla"),
        "fila_origen": lugar.get("fila"),
        "columna_origen": lugar.get("columna"),
        "parrafo": lugar.get("parrafo"),
        "origen": origen,
    }
