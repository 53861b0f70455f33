"""A whole weight earned by what its own state tells as done in part."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from extractor.comun.numeros import canonico
from extractor.comun.texto import plegar
from extractor.modelo.hallazgo import Hallazgo
from extractor.modelo.valores import Estado
from extractor.reconciliador.agrupar import Caso, cuadra, lugares_dichos, responder, sin_respuesta
from extractor.reconciliador.contexto import Contexto
from extractor.reconciliador.ganado_propio import con_resultados, dudoso, escrito
from extractor.reconciliador.lexico import comienzos, conjunto, frases, raices, raiz
from extractor.reconciliador.partidas import Partida, segura
from extractor.reconciliador.redaccion import cita
from extractor.reconciliador.regimenes import pasos_dudosos
from extractor.reconciliador.regla import Regla, Respuesta
from extractor.reconciliador.textos import esencia, recorte

PARCIAL = "EVIDENCIA_PARCIAL"
_CUENTA = re.compile(r"(?<![\d.,])(?!0+\b|(?:19|20)\d\d\b)\d+(?![\d%]|\s*%)")
"""A number of things: no decimal, no per cent, no year, not none."""
_PRETERITO = re.compile(r"\b\w+(?:ó|aron|ieron)\b")
_PARTICIPIO = re.compile(r"[a-z]{2}[ai]d[oa]s?\b")


def evidencia_completa(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """What earned its whole weight is not told as done in part."""
    for mesa, propios in con_resultados(contexto):
        casos = []
        inciertos = pasos_dudosos(mesa.partidas, mesa.tabla.modo_ganada)
        juzgadas = lugares_dichos(previos, "GANADA_NO_CORRESPONDE")
        for partida in mesa.partidas:
            estado, propio = partida.estado, propios.get(partida.lugar)
            if estado is None or not escrito(estado) or propio is None or partida.peso is None or propio != partida.peso:
                continue
            if (mesa.tabla.id, *partida.lugar) in juzgadas:
                continue  # what it earned is already said not to be what its state gives
            parte = _parte(partida, estado)
            dicho = f"ponderación {canonico(partida.peso)} ganada entera, estado {cita(recorte(estado.texto, 60))}"
            if parte is None:
                casos.append(cuadra(dicho, partida))
            elif partida.lugar in inciertos or not segura(partida.ponderacion):
                casos.append(sin_respuesta("lectura_dudosa", dicho, partida))
            elif dudoso(partida) or (estado.certeza == "dudosa" and not _dice_el_resto(partida, estado)):
                casos.append(sin_respuesta("estado_sin_veredicto", dicho, partida))
            else:
                entera = f"Se ganó la ponderación entera ({canonico(propio)})"
                detalle = f"{entera} y el estado da cuenta de una parte ({cita(parte)})."
                casos.append(Caso("NO_CUADRA", dicho, detalle, partida, informado=propio))
        yield from responder(
            contexto, PARCIAL, mesa, casos, campo="estado", norma="estado",
            varios="{n} actividades ganaron su ponderación entera y su estado da cuenta solo de una parte.",
        )


def _parte(partida: Partida, estado: Estado) -> str | None:
    """The words that tell a part; None when the state tells none, or its own verdict already says partial."""
    if estado.porcentaje is not None:
        return None
    if estado.valor == "PARCIAL":
        return recorte(estado.texto, 60)
    return _resto(estado, esencia(partida.texto)) if estado.declarado and estado.valor == "CUMPLE" else None


def _dice_el_resto(partida: Partida, estado: Estado) -> bool:
    """Whether the state is in doubt for the rest that it counts and nothing else: fulfilled or in part, it earned no whole."""
    return not partida.escaneada and estado.valor == "CUMPLE" and _parte(partida, estado) is not None


def _resto(estado: Estado, actividad: str) -> str | None:
    """In a declared fulfilment, a sentence that counts what is still to come: "los otros 2 quedan pendientes"."""
    for oracion in re.split(r"(?<=[.;])\s+", estado.texto):
        plegada = plegar(oracion)
        quedan = frases("resto").search(plegada) or _CUENTA.search(plegada)
        plan = _plan(oracion)
        ya_pedido = plan is not None and plan[:6] in actividad
        pendiente = frases("pendientes").search(plegada) is not None or (plan is not None and not ya_pedido)
        if frases("nada_queda").search(plegada):
            pendiente = False
        elif _quedan_nombrados(oracion, estado.texto, actividad):
            return recorte(oracion, 60)
        if (frases("resto").search(plegada) or _quedan_contadas(plegada)) and pendiente:
            return recorte(oracion, 60)
        if frases("faltan").search(plegada) and quedan is not None and not conjunto("faltan") & set(actividad.split()):
            return recorte(oracion, 60)
    return None


_NOMBRES = r"[A-Z]\w+(?:\s+(?:(?:de|del|la|las|los)\s+)*[A-Z]\w+)*"
_DE_ALLI = rf"(?:[Ll][oa]s|[Ee]l|[Ll]a)\s+(?:(?P<cosa>\w+)\s+)?del?\s+(?:la\s+)?{_NOMBRES}(?:(?:\s*,\s*|\s+[ye]\s+){_NOMBRES})*"


@cache
def _nombrados() -> tuple[re.Pattern[str], ...]:
    """Things told by their places, said to be left: "los de Lota quedan pendientes", "faltan los de Lota"."""
    quedan, pendientes, faltan = (frases(clave).pattern for clave in ("quedan", "pendientes", "faltan"))
    return (
        re.compile(rf"(?<!\w){_DE_ALLI}\s+(?i:{quedan}\s+{pendientes})(?!\s+de\b)"),
        re.compile(rf"(?<![Nn]o )(?i:(?:{quedan}\s+{pendientes}|{faltan}))\s+{_DE_ALLI}"),
    )


def _quedan_nombrados(oracion: str, texto: str, actividad: str) -> bool:
    """Whether a sentence names by their places some of the things that the activity, or what stands before it, is about."""
    sin_tildes = "".join(c for c in unicodedata.normalize("NFD", oracion) if not unicodedata.combining(c))
    for forma in _nombrados():
        hallado = forma.search(sin_tildes)
        if hallado is not None:
            antes = f"{actividad} {texto[: texto.find(oracion)]}"
            return hallado["cosa"] is None or raiz(hallado["cosa"]) in raices(antes)
    return False


def _plan(oracion: str) -> str | None:
    """The word by which a sentence says that something is still planned, folded; "las mesas previstas se instalaron" says that
    what was planned is done."""
    for trozo in re.split(r"[,;:.()]| y ", oracion.lower()):
        dicho = comienzos("planes").search(plegar(trozo))
        hechas = (plegar(p) for p in _PRETERITO.findall(trozo))
        hecho = any(p not in conjunto("no_es_hacer") and comienzos("planes").fullmatch(p) is None for p in hechas)
        if dicho is not None and (not hecho or "no" in trozo.split()):
            return dicho.group(0)
    return None


def _quedan_contadas(plegada: str) -> bool:
    """Whether a folded sentence says in one clause that a number of things are left; "quedaron instaladas 5 mesas" says what was
    done with them."""
    for trozo in re.split(r"[,;:.()]", plegada):
        queda = frases("quedan").search(trozo)
        if queda is None or _CUENTA.search(trozo) is None:
            continue
        detras = trozo[queda.end() :]
        sitios = [m.start() for m in (_CUENTA.search(detras), frases("pendientes").search(detras)) if m is not None]
        if sitios and _PARTICIPIO.search(detras[: min(sitios)]) is None:
            return True
    return False


REGLAS_LOGICA_EVIDENCIA = (
    Regla(
        (PARCIAL,), "Lo que ganó su ponderación entera no se cuenta hecho en parte", "logica",
        ("ponderacion", "estado", "ponderacion_ganada"), "estado",
        "Lo hecho en parte gana su parte, o nada, según el régimen; nunca todo.",
        "«Cumplido. Se dictaron 6 cursos; otros 2 quedan pendientes», con la ponderación entera.", evidencia_completa,
    ),
)
