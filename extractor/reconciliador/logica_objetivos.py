"""Objectives from one table to another: followed up in the progress table, evaluated as the programme says."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.modelo.hallazgo import Hallazgo, Lugar, Motivo
from extractor.modelo.tabla import Fila
from extractor.reconciliador.agrupar import Caso, cuadra, responder, sin_respuesta
from extractor.reconciliador.contexto import Contexto, Mesa
from extractor.reconciliador.fabrica import lugar_de
from extractor.reconciliador.objetivos import sin_rotulo
from extractor.reconciliador.partidas import Partida
from extractor.reconciliador.redaccion import cita, lista
from extractor.reconciliador.regla import Regla, Respuesta
from extractor.reconciliador.seguimiento import SIN_SEGUIMIENTO, objetivos_con_seguimiento
from extractor.reconciliador.textos import mismo_texto, recorte

ENTRE_TABLAS = "INCONSISTENCIA_ENTRE_TABLAS"


def evaluacion_sigue_al_programa(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """What an evaluation says of an objective is not the contrary of what the programme says of its activities."""
    programas = [m for m in contexto.pesadas if m.tabla.tipo == "programa_trabajo"]
    for mesa in contexto.mesas:
        if mesa.tabla.tipo != "evaluacion_objetivos":
            continue
        casos: list[Caso] = []
        lugares: list[Lugar] = []
        for fila in mesa.tabla.filas:
            estado = fila.estado
            if estado is None or not estado.declarado or estado.valor not in ("CUMPLE", "NO_CUMPLE", "PARCIAL"):
                continue
            propias = [(m, p) for m in programas for p in m.partidas if _sirve(m, p, fila)]
            declaradas = [(m, p) for m, p in propias if p.estado is not None and p.estado.declarado and p.pareja_segura("estado")]
            dicho = f"evaluación {cita(recorte(estado.texto, 40))}; actividades del objetivo: {len(declaradas)}"
            if not declaradas:
                casos.append(sin_respuesta("falta_estado", dicho, fila=fila.indice))
                continue
            contrarias = _contrarias(estado.valor, declaradas)
            if contrarias and (motivo := _duda(contexto, fila, contrarias)) is not None:
                casos.append(sin_respuesta(motivo, dicho, fila=fila.indice))
            elif contrarias:
                dice = _dice_el_programa(contrarias)
                detalle = f"La evaluación dice {cita(recorte(estado.texto, 40))} y el programa informa {dice}."
                casos.append(Caso("NO_CUADRA", dicho, detalle, fila=fila.indice, informado=recorte(estado.texto, 40)))
                lugares += [lugar_de(mesa, fila=fila.indice, origen=fila.origen), *(lugar_de(m, p) for m, p in contrarias)]
            else:
                casos.append(cuadra(dicho, fila=fila.indice))
        for respuesta in responder(contexto, ENTRE_TABLAS, mesa, casos, campo="estado",
                                   varios="En {n} objetivos la evaluación y el programa se contradicen."):
            yield respuesta.model_copy(update={"lugares": tuple(lugares)}) if isinstance(respuesta, Hallazgo) else respuesta


def _sirve(mesa: Mesa, partida: Partida, fila: Fila) -> bool:
    """Whether the activity serves the evaluated objective: by the objective's text, or by a number that stands for that
    same text in the programme."""
    for evaluado in map(sin_rotulo, fila.objetivos):
        if not mesa.tabla.objetivos and any(mismo_texto(evaluado, sin_rotulo(o)) for o in partida.fila.objetivos):
            return True
        numeros = {o.numero for o in mesa.tabla.objetivos if o.numero and mismo_texto(evaluado, sin_rotulo(o.texto))}
        if partida.actividad is not None and numeros & set(partida.actividad.objetivos):
            return True
    return False


def _contrarias(valor: str, declaradas: list[tuple[Mesa, Partida]]) -> list[tuple[Mesa, Partida]]:
    valores = [p.estado.valor for _, p in declaradas if p.estado is not None]
    if valor == "CUMPLE":
        peores = [(m, p) for m, p in declaradas if p.estado is not None and p.estado.valor in ("NO_CUMPLE", "PENDIENTE")]
        return [(m, p) for m, p in peores if p.estado is not None and p.estado.certeza != "dudosa"] or peores
    return declaradas if valor == "NO_CUMPLE" and set(valores) == {"CUMPLE"} else []


def _duda(contexto: Contexto, fila: Fila, contrarias: list[tuple[Mesa, Partida]]) -> Motivo | None:
    """Why a contradiction may be the reading's: a state that a scan gave is not sure, or may limit itself ("en parte"), or, of
    a failure beside what was all done, the table that tells it done is not whole."""
    motivo = contexto.dudas.de_estado(fila)
    suya = fila.estado is not None and fila.estado.certeza in ("exacta", "alias")
    if motivo is None and not (suya and all(p.estado is None or p.estado.certeza != "dudosa" for _, p in contrarias)):
        return "estado_sin_veredicto"
    if motivo is None and any(p.estado_mal_leido for _, p in contrarias):
        motivo = "lectura_dudosa"
    if motivo is None and fila.estado is not None and fila.estado.valor == "NO_CUMPLE":
        motivo = next((m for mesa, _ in contrarias if (m := contexto.dudas.de_ausencia(mesa.tabla)) is not None), None)
    return motivo


def _dice_el_programa(contrarias: list[tuple[Mesa, Partida]]) -> str:
    estados = list(dict.fromkeys(recorte(p.estado.texto, 30) for _, p in contrarias if p.estado is not None))
    cuantas = len(contrarias)
    donde = "una actividad" if cuantas == 1 else f"{cuantas} actividades"
    return f"{lista([cita(e) for e in estados[:3]])} en {donde} de ese objetivo"


REGLAS_LOGICA_OBJETIVOS = (
    Regla(
        (ENTRE_TABLAS,), "La evaluación de un objetivo no contradice lo que el programa informa de sus actividades", "logica",
        ("objetivo", "estado"), None,
        "Un objetivo no está cumplido si una de sus actividades no se hizo, ni incumplido si todas se hicieron.",
        "«Se cumple el objetivo», con una de sus actividades en 0 %.", evaluacion_sigue_al_programa,
    ),
    Regla(
        (SIN_SEGUIMIENTO,), "Cada objetivo tiene su seguimiento, y cada seguimiento su objetivo", "logica", ("objetivo",), None,
        "El análisis del avance recorre los objetivos comprometidos, por su texto o por su número. El que solo cambia de "
        "palabras se dice una vez, en el programa. Al análisis de una región no se le piden los objetivos de otra.",
        "Un objetivo del programa que el análisis del avance no nombra.",
        objetivos_con_seguimiento,
    ),
)
