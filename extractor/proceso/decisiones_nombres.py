"""Decided names as the records of the model: regions, states, services, units, roles and persons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from extractor.comun.decisiones_valores import NARRADO
from extractor.comun.texto import blancos, plegar
from extractor.modelo.decision import Decision
from extractor.modelo.declarado import Declarado
from extractor.modelo.valores import Estado, Region, Responsable, Servicio, Unidad
from extractor.proceso.decisiones import DecisionesDelDocumento

_NOMBRES = {"TODAS": "Todas las regiones", "NIVEL_CENTRAL": "Nivel Central"}
_PIEZAS = ("unidad", "cargo", "persona")


def region_decidida(decisiones: DecisionesDelDocumento, texto: str | None, heredada: bool) -> Region | None:
    """The region that was decided for a line, with or without its label ("Región: ..."); None when nothing was decided, or
    its codes are of another division than that of the document's year."""
    from extractor.vocabularios.regiones import division_de, regiones_de

    for escrito in dict.fromkeys((texto or "", (texto or "").rpartition(":")[2])):
        decision = decisiones.nombre("region", escrito) if escrito.strip() else None
        if decision is None:
            continue
        division = division_de(decisiones.anio)
        existen = regiones_de(division)
        alcance = decision.valor if decision.valor in (*_NOMBRES, "SIN_DATO") else "REGION"
        codigos = tuple(existen) if alcance == "TODAS" else tuple(decision.valor.split(";")) if alcance == "REGION" else ()
        if all(c in existen for c in codigos):
            nombre = _NOMBRES.get(alcance) or ", ".join(existen[c].nombre for c in codigos) or None
            return Region.model_validate({
                "texto": blancos(texto or ""), "codigos": codigos, "division": division, "nombre": nombre, "alcance": alcance,
                "heredada": heredada, "certeza": "exacta", "candidatos": (), "decision": decisiones.usar(decision),
            })
    return None


def estado_decidido(decisiones: DecisionesDelDocumento, texto: str) -> Estado | None:
    """The state that was decided for a text, counted as declared unless the decision says it is a narration."""
    decision = decisiones.nombre("estado", texto)
    if decision is None:
        return None
    valor, *resto = decision.valor.split(";")
    return Estado.model_validate({
        "texto": blancos(texto), "valor": valor, "porcentaje": next((p for p in resto if p != NARRADO), None),
        "declarado": NARRADO not in resto, "certeza": "exacta", "decision": decisiones.usar(decision),
    })


def responsable_decidido(decisiones: DecisionesDelDocumento, leido: Responsable) -> Responsable:
    """The same with the decided unit, role and person. A decision of another kind than the one read moves the name there
    ("it is a unit, not a person"); an empty value says that it is no such name."""
    escritos = {
        "unidad": leido.unidad.nombre if leido.unidad is not None else None, "cargo": leido.cargo, "persona": leido.persona,
    }
    cambios: dict[str, Any] = {}
    for que in _PIEZAS:
        hallada = _de_pieza(decisiones, que, escritos, leido.texto)
        if hallada is None:
            continue
        decision, leida_como = hallada
        if leida_como not in (None, que):
            cambios.setdefault(str(leida_como), None)
        if que == "unidad":
            cambios[que] = Unidad(nombre=decision.valor, certeza="exacta") if decision.valor else None
        else:
            cambios[que] = decision.valor or None
        cambios["decision"] = decisiones.usar(decision)
    if cambios and all(que in cambios or not escrito for que, escrito in escritos.items()):
        cambios["certeza"] = "exacta"  # nothing of it is the program's own reading any more
    return leido.model_copy(update=cambios) if cambios else leido


def _de_pieza(
    decisiones: DecisionesDelDocumento, que: str, escritos: dict[str, str | None], entero: str
) -> tuple[Decision, str | None] | None:
    """What was decided to be a ``que`` among the names read, its own first, and what that name was read as; of the whole text
    (None) last."""
    orden = [(que, escritos[que]), *((otra, escritos[otra]) for otra in _PIEZAS if otra != que), (None, entero)]
    for leida_como, escrito in orden:
        decision = decisiones.nombre(que, escrito) if escrito else None
        if decision is not None:
            return decision, leida_como
    return None


def servicio_decidido(decisiones: DecisionesDelDocumento, textos: Sequence[str]) -> Servicio | None:
    """The service decided for the first of the texts that has one, with or without its label."""
    for texto in textos:
        for escrito in dict.fromkeys((texto, texto.rpartition(":")[2])):
            decision = decisiones.nombre("servicio", escrito) if escrito.strip() else None
            if decision is not None:
                return servicio_de(decision, blancos(texto), decisiones.usar(decision))
    return None


def servicio_de(decision: Decision, texto: str, marca: str) -> Servicio:
    """The service whose code or name the decision gives; a name that is not in the vocabulary stands by itself."""
    codigo, nombre = codigo_y_nombre(decision.valor)
    return Servicio(texto=texto, codigo=codigo, nombre=nombre, certeza="exacta", decision=marca)


def servicio_declarado(declarado: Declarado, decisiones: DecisionesDelDocumento) -> Servicio | None:
    """The service that a person stated, or decided, of the document; None when nobody did."""
    if declarado.servicio is None:
        return None
    codigo, nombre = codigo_y_nombre(declarado.servicio)
    decision = decisiones.de_documento("servicio")
    marca = decision.id if decision is not None else None
    return Servicio(texto=declarado.servicio, codigo=codigo, nombre=nombre, certeza="exacta", decision=marca)


def codigo_y_nombre(valor: str) -> tuple[str | None, str]:
    """Code and name of the service a person wrote, by code or by name."""
    from extractor.normalizadores.servicios import normalizar_servicio
    from extractor.vocabularios.servicios import por_codigo

    entrada = por_codigo().get(plegar(valor))
    if entrada is not None:
        return entrada.codigo, entrada.nombre
    hallado = normalizar_servicio(valor)
    if hallado is None or hallado.codigo is None or hallado.certeza == "dudosa":
        return None, valor
    return hallado.codigo, hallado.nombre or valor


def instituciones(decisiones: DecisionesDelDocumento, texto: str) -> tuple[str, ...]:
    """Codes of the services a text mentions, in order of first mention, with the decided names over the program's reading."""
    from extractor.normalizadores.servicios import buscar_instituciones

    codigos: list[str] = []
    cursor = 0
    for desde, hasta, decision in _decididas(decisiones, texto):
        if desde < cursor:
            continue
        decisiones.usar(decision)
        codigo, _ = codigo_y_nombre(decision.valor)
        codigos += [*buscar_instituciones(texto[cursor:desde]), *([codigo] if codigo is not None else [])]
        cursor = hasta
    return tuple(dict.fromkeys([*codigos, *buscar_instituciones(texto[cursor:])]))


def _decididas(decisiones: DecisionesDelDocumento, texto: str) -> list[tuple[int, int, Decision]]:
    """Where decided names of services stand in the text, in order, the longest first."""
    from extractor.vocabularios.base import plegar_con_lugares

    llano, lugares = plegar_con_lugares(texto)
    halladas = []
    for plegado, decision in decisiones.de_servicios().items():
        patron = r"(?<!\w)" + r"\s+".join(re.escape(p) for p in plegado.split()) + r"(?!\w)"
        for hallado in re.finditer(patron, llano):
            halladas.append((lugares[hallado.start()], lugares[hallado.end() - 1] + 1, decision))
    return sorted(halladas, key=lambda h: (h[0], -h[1], h[2].id))
