"""What is left for a later year against what it earned in this one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.comun.numeros import canonico
from extractor.comun.texto import plegar
from extractor.modelo.hallazgo import Hallazgo, Motivo
from extractor.reconciliador.agrupar import Caso, cuadra, responder, sin_respuesta
from extractor.reconciliador.contexto import Contexto
from extractor.reconciliador.ganado_propio import con_resultados, dudoso
from extractor.reconciliador.intervalos import CERO
from extractor.reconciliador.lexico import frases
from extractor.reconciliador.partidas import Partida
from extractor.reconciliador.redaccion import cita
from extractor.reconciliador.regimenes import pasos_dudosos
from extractor.reconciliador.regla import Regla, Respuesta
from extractor.reconciliador.textos import recorte

FUERA_DE_PLAZO = "COMPROMISO_FUERA_DE_PLAZO"
_ANIO = re.compile(r"(?<![\d.,])(20\d\d)(?![\d%])")


def compromisos_en_plazo(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """What is left for a later year earns nothing in this one."""
    anio = contexto.anio
    for mesa, propios in con_resultados(contexto):
        casos = []
        inciertos = pasos_dudosos(mesa.partidas, mesa.tabla.modo_ganada)
        for partida in mesa.partidas:
            propio = propios.get(partida.lugar)
            if propio is None or not _diferible(partida):
                continue
            if anio is None and _anios(partida):
                casos.append(sin_respuesta("regimen_no_aplica", "no se conoce el año del programa", partida))
                continue
            cuando = fuera_de_plazo(contexto, partida)
            dicho = f"programa de {anio}, compromiso para {cuando}, ganado {canonico(propio)}"
            if cuando is not None and propio > CERO and (partida.lugar in inciertos or dudoso(partida)):
                motivo: Motivo = "lectura_dudosa" if partida.lugar in inciertos else "emparejamiento_dudoso"
                casos.append(sin_respuesta(motivo, dicho, partida))
            elif cuando is not None and propio > CERO:
                texto = recorte(partida.estado.texto if partida.estado is not None else partida.fila.plazo or "", 60)
                detalle = f"Se ganaron {canonico(propio)} por un compromiso que se deja para {cuando} ({cita(texto)})."
                casos.append(Caso("NO_CUADRA", dicho, detalle, partida, informado=propio, recalculado=CERO))
            elif cuando is not None:
                casos.append(cuadra(dicho, partida))
        yield from responder(
            contexto, FUERA_DE_PLAZO, mesa, casos, campo="estado", norma="ganada", celdas=("plazo",),
            varios="{n} compromisos que se dejan para un año posterior ganaron ponderación.",
        )


def _diferible(partida: Partida) -> bool:
    """A state that tells a plan (nobody declared it fulfilled), or a deadline written for the row."""
    estado = partida.estado
    plan = estado is not None and not estado.declarado and estado.valor == "PENDIENTE"
    return plan or ((estado is None or not estado.declarado) and bool(partida.fila.plazo) and partida.actividad is None)


def _anios(partida: Partida) -> list[int]:
    textos = [partida.estado.texto if partida.estado is not None else "", partida.fila.plazo or ""]
    return [int(n) for texto in textos for n in _ANIO.findall(texto)]


def fuera_de_plazo(contexto: Contexto, partida: Partida) -> str | None:
    """The later time a deferred item is left for, as told; None when it is not deferred beyond the programme's year."""
    anio = contexto.anio
    if not _diferible(partida):
        return None
    anios = _anios(partida)
    if anios:
        return str(min(anios)) if anio is not None and min(anios) > anio else None
    texto = plegar(partida.estado.texto) if partida.estado is not None else ""
    siguiente = frases("anio_siguiente").search(texto)
    return None if siguiente is None else f"«{siguiente.group(0)}»"


REGLAS_PLAZOS = (
    Regla(
        (FUERA_DE_PLAZO,), "Lo que se deja para otro año no gana ponderación en este", "logica",
        ("estado", "ponderacion_ganada"), "ganada", "Un compromiso aplazado más allá del año del programa no se cumplió en él.",
        "Programa 2007, estado «Se hará en marzo de 2008» y ponderación ganada 20.", compromisos_en_plazo,
    ),
)
