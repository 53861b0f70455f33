"""Columns that write their figures in more than one way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.modelo.hallazgo import Hallazgo, Lugar
from extractor.modelo.valores import Cifra
from extractor.reconciliador.contexto import Contexto
from extractor.reconciliador.escaneo import de_escaneo
from extractor.reconciliador.fabrica import hallazgo, lugar_de
from extractor.reconciliador.redaccion import nombre_campo
from extractor.reconciliador.regla import Respuesta

_DECIMAL = re.compile(r"\d([.,])\d")


def formato_de_numeros(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """A column of figures uses one decimal mark, and the per cent sign always or never. The places are the fewer ones. Nothing is
    said of what was read from an image, where a comma and a point are the same speck, nor of rows that may be shifted."""
    dudas, imagenes = contexto.dudas, contexto.dudas.escaneadas
    for mesa in contexto.pesadas:
        minorias: list[tuple[str, Lugar, str]] = []
        for campo in ("ponderacion", "ponderacion_ganada"):
            escritas = [(p, p.ponderacion if campo == "ponderacion" else p.ganada) for p in mesa.partidas]
            leidas = [(p, c) for p, c in escritas if c is not None and dudas.de_celda(mesa.tabla.id, p.fila.indice) is None]
            cifras = [(p, c) for p, c in leidas if c.valor is not None and not de_escaneo(c.origen, imagenes)]
            for forma in (_marca, _signo):
                pocas = _minoria([(forma(c), n) for n, (_, c) in enumerate(cifras)])
                elegidas = [cifras[n] for n in pocas]
                minorias.extend((campo, lugar_de(mesa, p, origen=c.origen), c.texto) for p, c in elegidas)
        if minorias:
            campo, primero, escrito = minorias[0]
            lugares = list(dict.fromkeys(lugar for _, lugar, _ in minorias))
            yield hallazgo(
                contexto, "FORMATO_NUMERO_MIXTO", "aviso",
                f"La columna «{nombre_campo(campo)}» mezcla formas de escribir los números.",
                "Conviven coma y punto decimal, o cifras con y sin «%». Se leyeron como el mismo tipo de cifra.", mesa=mesa,
                fila=primero.fila, actividad=primero.actividad, campo=campo, origen=primero.origen,
                informado=escrito, lugares=lugares,
            )


def _marca(cifra: Cifra) -> str | None:
    hallada = _DECIMAL.search(cifra.texto)
    return hallada.group(1) if hallada and cifra.decimales else None


def _signo(cifra: Cifra) -> str | None:
    return cifra.signo or "sin signo"


def _minoria(formas: list[tuple[str | None, int]]) -> list[int]:
    """The positions of the less used form; of two equally used, the one that appears later."""
    grupos: dict[str, list[int]] = {}
    for forma, posicion in formas:
        if forma is not None:
            grupos.setdefault(forma, []).append(posicion)
    if len(grupos) < 2:
        return []
    principal = max(grupos, key=lambda forma: (len(grupos[forma]), -grupos[forma][0]))
    return sorted(p for forma, posiciones in grupos.items() if forma != principal for p in posiciones)
