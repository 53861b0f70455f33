"""States against what was earned: a contradiction between two cells of one activity, or a weight earned without ground.

A number that is not what its declared state gives is GANADA_NO_CORRESPONDE, told elsewhere; here stand the words, the
narrations and what a state says of itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extractor.comun.numeros import canonico
from extractor.comun.texto import plegar
from extractor.modelo.hallazgo import Hallazgo
from extractor.modelo.valores import Estado
from extractor.reconciliador.agrupar import Caso, cuadra, lugares_dichos, responder, sin_respuesta
from extractor.reconciliador.contexto import Contexto
from extractor.reconciliador.ganado_propio import con_resultados, dudoso, escrito
from extractor.reconciliador.intervalos import CERO
from extractor.reconciliador.lexico import frases
from extractor.reconciliador.partidas import Partida
from extractor.reconciliador.plazos_de_compromisos import FUERA_DE_PLAZO, fuera_de_plazo
from extractor.reconciliador.redaccion import cita
from extractor.reconciliador.regimenes import pasos_dudosos
from extractor.reconciliador.regla import Regla, Respuesta
from extractor.reconciliador.textos import recorte

CONTRADICE, SIN_VEREDICTO = "ESTADO_CONTRADICE_GANADA", "ESTADO_SIN_VEREDICTO"


def estado_y_ganada_concuerdan(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """What the state says and what the earned column says do not exclude each other."""
    for mesa, propios in con_resultados(contexto):
        inciertos = pasos_dudosos(mesa.partidas, mesa.tabla.modo_ganada)
        casos = [c for p in mesa.partidas for c in _concuerda(contexto, p, propios.get(p.lugar), p.lugar in inciertos)]
        yield from responder(
            contexto, CONTRADICE, mesa, casos, campo="estado", norma="ganada",
            varios="En {n} actividades el estado escrito y la ponderación ganada se contradicen.",
        )


def _concuerda(contexto: Contexto, partida: Partida, propio: Decimal | None, incierto: bool) -> Iterator[Caso]:
    """``incierto``: what the item earned by itself was read with doubt."""
    estado = partida.estado
    if estado is None or not escrito(estado):
        return
    if partida.estado_mal_leido:
        yield sin_respuesta("lectura_dudosa", f"estado {cita(recorte(estado.texto, 60))}", partida)
        return
    interna = _contradice_su_porcentaje(estado)
    if interna is not None:
        yield Caso("NO_CUADRA", interna, f"{interna}.", partida, informado=recorte(estado.texto, 60))
        return
    if estado.declarado:
        yield from _palabra_contra_veredicto(partida, estado)
    elif estado.valor in ("PENDIENTE", "NO_CUMPLE") and propio is not None:
        yield from _narrado_contra_ganada(contexto, partida, estado, propio, incierto)


def _palabra_contra_veredicto(partida: Partida, estado: Estado) -> Iterator[Caso]:
    """A word where a figure should stand, against a verdict."""
    if not partida.palabra_ganada or partida.ganada is None:
        return
    dicho = f"estado {cita(recorte(estado.texto, 60))}, ponderación ganada {cita(partida.ganada)}"
    if dudoso(partida) or estado.certeza == "dudosa":
        yield sin_respuesta("emparejamiento_dudoso" if not partida.pareja_segura("estado", "ponderacion_ganada")
                            else "lectura_dudosa", dicho, partida)
    elif estado.valor == "CUMPLE" and _niega(partida.ganada.texto):
        detalle = f"El estado dice {cita(recorte(estado.texto, 60))} y la ponderación ganada dice {cita(partida.ganada)}."
        yield Caso("NO_CUADRA", dicho, detalle, partida, informado=partida.ganada, recalculado=partida.peso)


def _niega(texto: str) -> bool:
    """Whether the word says that nothing was earned."""
    from extractor.vocabularios.estados import palabra_sin_valor

    return palabra_sin_valor(texto) in ("PENDIENTE", "NO_CUMPLE")


def _narrado_contra_ganada(
    contexto: Contexto, partida: Partida, estado: Estado, propio: Decimal, incierto: bool
) -> Iterator[Caso]:
    """A plan or a failure told in words, against weight that was earned all the same."""
    dicho = f"estado {cita(recorte(estado.texto, 60))}, ganado {canonico(propio)}"
    if propio <= CERO:
        yield cuadra(dicho, partida)
    elif fuera_de_plazo(contexto, partida) is None:
        if estado.certeza == "dudosa":
            yield sin_respuesta("estado_sin_veredicto", dicho, partida)
        elif incierto:
            yield sin_respuesta("lectura_dudosa", dicho, partida)
        elif dudoso(partida):
            yield sin_respuesta("emparejamiento_dudoso", dicho, partida)
        else:
            que = "algo por hacer" if estado.valor == "PENDIENTE" else "algo que no se logró"
            detalle = f"El estado narra {que} ({cita(recorte(estado.texto, 60))}) y se ganaron {canonico(propio)}."
            yield Caso("NO_CUADRA", dicho, detalle, partida, informado=propio, recalculado=CERO)


def _contradice_su_porcentaje(estado: Estado) -> str | None:
    """A verdict and a percentage in one cell that exclude each other; None when they agree or only one is written."""
    if not estado.declarado:
        return None
    texto = plegar(estado.texto)
    dichos = [Decimal(n.replace(",", ".")) for n in _porcentajes_de_avance(texto)]
    if estado.porcentaje is not None and _empieza_negando(estado):
        dichos.append(Decimal(estado.porcentaje))
    niega = estado.valor in ("NO_CUMPLE", "PENDIENTE") or _empieza_negando(estado)
    if niega and any(n >= 100 for n in dichos):
        return f"el estado {cita(recorte(estado.texto, 60))} niega el cumplimiento y lo da por entero"
    bajos = [n for n in dichos if n < 100]
    if estado.valor == "CUMPLE" and estado.porcentaje is None and bajos and len(dichos) == len(bajos):
        return f"el estado {cita(recorte(estado.texto, 60))} declara cumplimiento y mide {canonico(min(bajos))} %"
    return None


def _empieza_negando(estado: Estado) -> bool:
    from extractor.vocabularios.estados import veredicto_inicial

    hallado = veredicto_inicial(estado.texto.strip())
    return hallado is not None and hallado.porcentaje is None and hallado.valor in ("NO_CUMPLE", "PENDIENTE")


def _porcentajes_de_avance(texto: str) -> list[str]:
    """Percentages of fulfilment in a folded text: "avance de 60%", "60% de cumplimiento"; also alone after the verdict."""
    medida = frases("medidas").pattern
    hallados = re.findall(rf"{medida}(?:\s+\S+){{0,2}}?\s+(\d{{1,3}}(?:[.,]\d+)?)\s*%", texto)
    hallados += re.findall(rf"(\d{{1,3}}(?:[.,]\d+)?)\s*%\s*(?:de\s+)?{medida}", texto)
    return hallados + re.findall(r"^\W*[a-z ]{2,14}[,.:(-]*\s*(\d{1,3}(?:[.,]\d+)?)\s*%\W*$", texto)


def ganado_con_veredicto(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """What earned points says whether it was fulfilled; a narration leaves that to the reader. One already judged by
    what it tells is not told again."""
    juzgadas = lugares_dichos(previos, FUERA_DE_PLAZO, CONTRADICE)
    for mesa, propios in con_resultados(contexto):
        casos = []
        inciertos = pasos_dudosos(mesa.partidas, mesa.tabla.modo_ganada)
        for partida in mesa.partidas:
            estado, propio = partida.estado, propios.get(partida.lugar)
            if estado is None or not escrito(estado) or propio is None or propio <= CERO:
                continue
            if (mesa.tabla.id, *partida.lugar) in juzgadas:
                continue
            dicho = f"estado {cita(recorte(estado.texto, 60))}, ganado {canonico(propio)}"
            if partida.lugar in inciertos:
                casos.append(sin_respuesta("lectura_dudosa", dicho, partida))
            elif not partida.pareja_segura("estado", "ponderacion_ganada"):
                casos.append(sin_respuesta("emparejamiento_dudoso", dicho, partida))
            elif estado.declarado:
                casos.append(cuadra(dicho, partida))
            else:
                narrado = cita(recorte(estado.texto, 60))
                detalle = f"Se ganaron {canonico(propio)} con un estado narrado, sin veredicto: {narrado}."
                casos.append(Caso("NO_CUADRA", dicho, detalle, partida, informado=propio))
        yield from responder(
            contexto, SIN_VEREDICTO, mesa, casos, campo="estado", norma="estado",
            varios="{n} actividades ganaron su ponderación con un estado narrado, sin decir si cumplen.",
            cierre="El formulario pide decir si cumple o no cumple.",
        )


REGLAS_LOGICA_ESTADOS = (
    Regla(
        (CONTRADICE,), "El estado y la ponderación ganada no se contradicen", "logica", ("estado", "ponderacion_ganada"),
        "ganada",
        "Si el estado dice cumplido y la otra celda pendiente, o se narra algo por hacer y se ganó, una de las dos está errada. "
        "Las cifras que no corresponden a un estado declarado son GANADA_NO_CORRESPONDE.",
        "Estado «Cumplido» y ponderación ganada «Pendiente».", estado_y_ganada_concuerdan,
    ),
    Regla(
        (SIN_VEREDICTO,), "Lo que ganó ponderación dice si cumple", "logica", ("estado", "ponderacion_ganada"), "estado",
        "Una narración no declara cumplimiento: quien revisa tendría que suponerlo.",
        "Estado «Los equipos visitaron los centros» con ponderación ganada 25.", ganado_con_veredicto,
    ),
)
