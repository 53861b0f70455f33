"""Sections as records: their own text, and the fields their family gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from extractor.comun.texto import blancos, ordinal, sin_ordinal, sin_vineta, tiene_vineta
from extractor.modelo.base import unir_origenes
from extractor.modelo.crudo import SeccionCruda
from extractor.modelo.documento import Parrafo
from extractor.modelo.informe import Seccion
from extractor.modelo.normalizador import Normalizador
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import formas_de_cargo, unidades
from extractor.vocabularios.textos import Lista, palabras_de

_DEFINICION = re.compile(r"^(?P<termino>[^:.;]{1,80}?)\s*:\s+(?P<definicion>\S.*)$")
_LETRA = re.compile(r"^\s*\(?[a-z]\s?[.)]-?\s+")
_ROL = re.compile(r"^(?P<rol>[^:.;]{3,90}?)\s*:\s+(?P<texto>\S.*)$")
_ARTICULO = re.compile(r"^(?:(?:el|la|los|las)(?:\s*/\s*(?:el|la|los|las|as|os|a))?)\s+", re.IGNORECASE)


def armar_secciones(crudas: Sequence[SeccionCruda], normal: Normalizador, guia: bool) -> tuple[Seccion, ...]:
    """The sections in order. Names and grades are added by who knows them; here is what the text itself says."""
    return tuple(_seccion(c, normal, guia) for c in crudas)


def _seccion(cruda: SeccionCruda, normal: Normalizador, guia: bool) -> Seccion:
    parrafos = _rehacer(cruda.parrafos) if guia else list(cruda.parrafos)
    campos: dict[str, Any] = {}
    if guia:
        campos = _campos_guia(cruda, parrafos)
    else:
        for rol, propios in cruda.campos.items():
            campos[rol] = "\n".join(blancos(p.texto) for p in propios) or None
    return Seccion(
        id=cruda.id,
        nivel=cruda.nivel,
        padre=cruda.padre,
        numero=cruda.numero,
        titulo=blancos(cruda.titulo) or None,
        region=normal.region(cruda.region) if cruda.region else None,
        texto="\n".join(blancos(p.texto) for p in parrafos) or None,
        campos=campos,
        origen=cruda.origen,
    )


def _rehacer(parrafos: Sequence[Parrafo]) -> list[Parrafo]:
    """A paragraph that a footnote mark broke in two is one again: its rest opens in lower case or with a comma."""
    rehechos: list[Parrafo] = []
    for parrafo in parrafos:
        previo = rehechos[-1] if rehechos else None
        sigue = parrafo.texto[0] in ",;." or (parrafo.texto[0].islower() and not tiene_vineta(parrafo.texto))
        if previo and sigue and previo.texto[-1] not in ".;:" and parrafo.hueco == 0:
            union = f"{previo.texto}{'' if parrafo.texto[0] in ',;.' else ' '}{parrafo.texto}"
            rehechos[-1] = Parrafo(union, unir_origenes([previo.origen, parrafo.origen]), previo.hueco)
        else:
            rehechos.append(parrafo)
    return rehechos


def _campos_guia(cruda: SeccionCruda, parrafos: Sequence[Parrafo]) -> dict[str, Any]:
    campos: dict[str, Any] = {}
    clase = cruda.patron.campo if cruda.patron else None
    if clase == "definiciones":
        definiciones = []
        for parrafo in parrafos:
            hallado = _DEFINICION.match(sin_vineta(parrafo.texto) if tiene_vineta(parrafo.texto) else parrafo.texto)
            if hallado:
                definiciones.append({"termino": blancos(hallado["termino"]), "definicion": blancos(hallado["definicion"])})
            elif definiciones:
                definiciones[-1]["definicion"] += f" {blancos(parrafo.texto)}"
        campos["definiciones"] = definiciones
    if clase == "registros":
        propios = _registros(parrafos)
        campos["registros"] = [blancos(sin_vineta(p.texto) if tiene_vineta(p.texto) else p.texto) for p in propios]
    responsabilidad = _responsabilidad(parrafos)
    por_rol = _por_rol(parrafos) if clase == "responsabilidades" else []
    if por_rol:
        campos["responsabilidades"] = por_rol
    elif responsabilidad and (clase == "responsabilidades" or (cruda.numero or "").count(".") == 1):
        campos["responsabilidades"] = [responsabilidad]
    if clase is None:
        actividades = [blancos(sin_ordinal(p.texto)) for p in parrafos if ordinal(p.texto) is not None]
        if not actividades and "." in (cruda.numero or ""):
            actividades = [blancos(_LETRA.sub("", p.texto)) for p in parrafos if _LETRA.match(p.texto)]
        if not actividades and (cruda.numero or "").count(".") == 2:
            # a stage of the process (6.2.1) may list its activities with bullets
            actividades = [blancos(sin_vineta(p.texto)) for p in parrafos if tiene_vineta(p.texto)]
        if actividades:
            campos["actividades"] = actividades
    return campos


def _registros(parrafos: Sequence[Parrafo]) -> list[Parrafo]:
    """The records listed: the free lines; in a table of them, the first column without its header."""
    libres = [p for p in parrafos if p.origen.tabla is None]
    en_tabla = [p for p in parrafos if p.origen.tabla is not None]
    return libres or [p for p in en_tabla if p.origen.columna == 0 and p.origen.fila != 0]


def _por_rol(parrafos: Sequence[Parrafo]) -> list[dict[str, str]]:
    """Who answers for what, where every line opens with a role and a colon ("El Jefe de Servicio: aprueba el plan."); a line
    without one goes on with the role before it. Nothing when the first line is no such one."""
    halladas: list[dict[str, str]] = []
    for parrafo in parrafos:
        texto = blancos(sin_vineta(parrafo.texto) if tiene_vineta(parrafo.texto) else parrafo.texto)
        hallado = _ROL.match(texto)
        rol = _ARTICULO.sub("", hallado["rol"]) if hallado else ""
        if hallado and rol and _abre_rol(rol.split()[0]):
            halladas.append({"rol": rol, "texto": texto})
        elif halladas:
            halladas[-1]["texto"] += f"\n{texto}"
        elif not texto.endswith(":"):
            return []
    return halladas


def _abre_rol(palabra: str) -> bool:
    """Whether a role may open with the word: one with a capital, or a known role or body; "las siguientes etapas" are no one."""
    return palabra[:1].isupper() or plegar_frase(palabra.strip(",;:.")) in _cuerpos() | formas_de_cargo().keys()


@cache
def _cuerpos() -> frozenset[str]:
    return frozenset(plegar_frase(u) for u in (*unidades().fuertes, *unidades().debiles))


def _responsabilidad(parrafos: Sequence[Parrafo]) -> dict[str, str] | None:
    """Who answers, and for what: a first paragraph that opens with a role and goes on with what it does. The role
    ends at a verb of duty, or at a word in lower case that nothing ties to it."""
    if not parrafos:
        return None
    original = re.sub(r"\s*\([^)]*\)", "", blancos(parrafos[0].texto))
    articulo = _ARTICULO.match(original)
    if articulo is None:
        return None
    palabras = original[articulo.end() :].split()
    if not palabras or not _abre_rol(palabras[0]):
        return None
    rol: list[str] = []
    for palabra, siguiente in zip(palabras, [*palabras[1:], ""], strict=True):
        limpia = palabra.strip(",;:.")
        suelta = rol and limpia[:1].islower() and not _es(limpia, "enlaces_de_rol") and not _es(rol[-1], "enlaces_de_rol")
        if _es(limpia, "deber") or suelta:
            break
        rol.append(limpia)
        if palabra != limpia and palabra[-1:] == "," and _es(siguiente, "deber"):
            break  # "Los Encargados de Centros (...), son los responsables de"
        if palabra != limpia:
            return None
    else:
        return None
    while rol and _es(rol[-1], "enlaces_de_rol"):
        rol.pop()
    if not rol:
        return None
    return {"rol": " ".join(rol), "texto": "\n".join(blancos(p.texto) for p in parrafos)}


def _es(palabra: str, lista: Lista) -> bool:
    return plegar_frase(palabra) in palabras_de(lista)
