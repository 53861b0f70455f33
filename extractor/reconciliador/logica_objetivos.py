"""Objectives from one table to another: followed up in the progress table, evaluated as the programme says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractor.modelo.hallazgo import Hallazgo, Lugar, Motivo
from extractor.modelo.tabla import Fila
from extractor.reconciliador.agrupar import Caso, cuadra, responder, sin_respuesta
from extractor.reconciliador.contexto import Contexto, Mesa
from extractor.reconciliador.fabrica import lugar_de
from extractor.reconciliador.partidas import Partida
from extractor.reconciliador.redaccion import cita, lista
from extractor.reconciliador.regla import Regla, Respuesta
from extractor.reconciliador.textos import Indice, esencia, mismo_texto, recorte
from extractor.vocabularios.programas import programa_de_fila

SIN_SEGUIMIENTO, ENTRE_TABLAS = "OBJETIVO_SIN_SEGUIMIENTO", "INCONSISTENCIA_ENTRE_TABLAS"


def objetivos_con_seguimiento(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """Each objective of a programme has its row in the progress table, and each of these rows its objective.

    The programme for informing regional governments has objectives that the form itself prints: none are demanded of it.
    """
    avances = [m for m in contexto.mesas if m.tabla.tipo == "analisis_avance" and "objetivo" in m.roles]
    programas = [m for m in contexto.mesas if m.tabla.tipo == "programa_trabajo" and "objetivo" in m.roles]
    if not avances:
        return
    if not programas:
        for mesa in avances:
            casos = [sin_respuesta("falta_total", "el documento no trae el programa")]
            yield from responder(contexto, SIN_SEGUIMIENTO, mesa, casos, campo="objetivo")
        return
    seguidos = Indice(o for m in avances for o in _objetivos(m.tabla.filas))
    propios = Indice(o for m in programas for o in (*_objetivos(m.tabla.filas), *(b.texto for b in m.tabla.objetivos)))
    sin_avances, sin_programas = _perdidos(contexto, avances), _perdidos(contexto, programas)
    for mesa in programas:
        if mesa.tabla.programa == "informacion":
            continue
        yield from _sin_pareja(
            contexto, mesa, mesa.tabla.filas, (seguidos, propios), sin_avances, "no tiene fila en el análisis del avance",
            "{n} objetivos del programa no tienen fila en el análisis del avance.",
        )
    presentes = {m.tabla.programa for m in programas}
    for mesa in avances:
        filas = [f for f in mesa.tabla.filas if programa_de_fila(f.programa) in presentes - {"informacion"} or not f.programa]
        yield from _sin_pareja(
            contexto, mesa, filas, (propios, seguidos), sin_programas, "no es un objetivo del programa",
            "{n} filas del análisis del avance no corresponden a un objetivo del programa.",
        )


def _objetivos(filas: Iterable[Fila]) -> list[str]:
    return [o for fila in filas for o in fila.objetivos if esencia(o)]


def _perdidos(contexto: Contexto, mesas: list[Mesa]) -> Motivo | None:
    """Why an objective that is in none of these tables may still be in the report: one is not whole, a row of it was left out or
    an objective was read with doubt, or something that stands in no table was not read."""
    dudas = contexto.dudas
    motivos = [dudas.de_ausencia(m.tabla) for m in mesas]
    if any(motivos):
        return next(m for m in motivos if m is not None)
    tocada = any(m.tabla.id in dudas.tocadas for m in mesas)
    borrosa = any(dudas.de_celda(m.tabla.id, f.indice, "objetivo") for m in mesas for f in m.tabla.filas)
    return "lectura_dudosa" if tocada or borrosa or dudas.sueltas else None


def _sin_pareja(
    contexto: Contexto, mesa: Mesa, filas: Iterable[Fila], textos: tuple[Indice, Indice], perdidos: Motivo | None, falta: str,
    varios: str,
) -> Iterator[Respuesta]:
    """``textos``: those of the other tables, and those of tables like this one. An objective cited by its first words is that
    one. ``perdidos``: why what has no pair may have one that was not read. Nor is the objective of a table that is not whole
    looked for: its text may be cut."""
    perdidos = perdidos or contexto.dudas.de_ausencia(mesa.tabla)
    casos: list[Caso] = []
    otros, propios = textos
    vistos: set[str] = set()
    for fila in filas:
        nuevos = [o for o in fila.objetivos if esencia(o) and esencia(o) not in vistos]
        vistos.update(esencia(o) for o in nuevos)
        for objetivo in nuevos[:1]:
            if otros.iguales(objetivo) or otros.abreviados(objetivo, propios):
                casos.append(cuadra(f"objetivo {cita(recorte(objetivo, 60))}", fila=fila.indice))
            elif perdidos is not None:
                casos.append(sin_respuesta(perdidos, f"objetivo {cita(recorte(objetivo, 60))}", fila=fila.indice))
            else:
                detalle = f"El objetivo {cita(recorte(objetivo))} {falta}."
                casos.append(Caso("NO_CUADRA", f"objetivo {cita(recorte(objetivo, 60))}", detalle, fila=fila.indice))
    yield from responder(contexto, SIN_SEGUIMIENTO, mesa, casos, campo="objetivo", varios=varios, celdas=("objetivo",))


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
    for evaluado in fila.objetivos:
        if not mesa.tabla.objetivos and any(mismo_texto(evaluado, o) for o in partida.fila.objetivos):
            return True
        numeros = {o.numero for o in mesa.tabla.objetivos if o.numero and mismo_texto(evaluado, o.texto)}
        if partida.actividad is not None and numeros & set(partida.actividad.objetivos):
            return True
    return False


def _contrarias(valor: str, declaradas: list[tuple[Mesa, Partida]]) -> list[tuple[Mesa, Partida]]:
    valores = [p.estado.valor for _, p in declaradas if p.estado is not None]
    if valor == "CUMPLE":
        return [(m, p) for m, p in declaradas if p.estado is not None and p.estado.valor in ("NO_CUMPLE", "PENDIENTE")]
    return declaradas if valor == "NO_CUMPLE" and set(valores) == {"CUMPLE"} else []


def _duda(contexto: Contexto, fila: Fila, contrarias: list[tuple[Mesa, Partida]]) -> Motivo | None:
    """Why a contradiction may be the reading's: a state that a scan gave is not sure, or, of a failure beside what was all done,
    the table that tells it done is not whole."""
    motivo = contexto.dudas.de_estado(fila)
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
        "El análisis del avance recorre los objetivos comprometidos.",
        "Un objetivo del programa que el análisis del avance no nombra.",
        objetivos_con_seguimiento,
    ),
)
