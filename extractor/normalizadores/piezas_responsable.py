"""A cell of responsibles cut into stretches: units, roles, persons. Here it is decided what joins and what belongs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from extractor.comun.texto import blancos
from extractor.normalizadores.servicios import menciones
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import unidades

if TYPE_CHECKING:
    from spacy.tokens import Doc

Tipo = Literal["unidad", "cargo", "abreviado", "persona"]
_SEPARADORES = frozenset({",", ";", "/", "y", "e", "-", "–", "(", ":", "|", "•", "·", "&", ".-"})
_RECORTE = " \t\n,;:/-–|•·&"


@dataclass(frozen=True, slots=True)
class Pieza:
    """A stretch of the cell of one kind; ``tras`` is the separator before it ("" when none, "\\n" for a line break);
    ``rol_fin`` is where the head and adjectives of a role end."""

    tipo: Tipo
    inicio: int
    fin: int
    tras: str
    rol_fin: int = 0


@cache
def aperturas(clave: str) -> frozenset[str]:
    """Single words that open a unit."""
    return frozenset(p for p in map(plegar_frase, getattr(unidades(), clave)) if " " not in p)


@cache
def frases_apertura() -> tuple[tuple[str, ...], ...]:
    """Openings of several words ("Ilustre Municipalidad"), which are not cut inside."""
    todas = {tuple(plegar_frase(f).split()) for f in (*unidades().fuertes, *unidades().debiles)}
    return tuple(sorted((f for f in todas if len(f) > 1), key=lambda f: (-len(f), f)))


def piezas_de(doc: Doc) -> list[Pieza]:
    """The cell cut into stretches, in order; blank ones dropped."""
    from extractor.normalizadores.componentes_cargo import ABREVIADO, CARGO, PERSONA

    roles = {s.start: s for s in doc.spans[CARGO]}
    personas = {s.start: s for s in doc.spans[PERSONA]}
    servicios = _inicios_servicio(doc)
    piezas: list[Pieza] = []
    abierta: Pieza | None = None
    salto = 0
    for indice in range(len(doc) + 1):
        if indice < salto:
            continue
        tipo: Tipo | None = None
        separador, desde = _separador_antes(doc, indice)
        if indice == len(doc):
            pass
        elif indice in personas:
            tipo = "persona"
        elif indice in roles and _corta_rol(doc, indice, separador, abierta):
            tipo = "abreviado" if roles[indice].label_ == ABREVIADO else "cargo"
        elif doc[indice].is_space or doc[indice].norm_ in _SEPARADORES or doc[indice].is_punct:
            continue
        elif abierta is None or _corta_unidad(doc, indice, separador, abierta, servicios):
            tipo = "unidad"
        if tipo is None and indice < len(doc):
            salto = _fin_apertura(doc, indice)
            continue
        if abierta is not None:
            piezas.append(replace(abierta, fin=desde))
        if tipo is None:
            break
        span = personas.get(indice) if tipo == "persona" else roles.get(indice) if tipo in ("cargo", "abreviado") else None
        salto = span.end if span is not None else _fin_apertura(doc, indice)
        abierta = Pieza(tipo, indice, salto, separador, salto)
    return [p for p in piezas if texto_de(doc, p)]


def _fin_apertura(doc: Doc, indice: int) -> int:
    """Past an opening of several words, so that its second word does not cut."""
    for frase in frases_apertura():
        if tuple(t.norm_ for t in doc[indice : indice + len(frase)]) == frase:
            return indice + len(frase)
    return indice + 1


def _separador_antes(doc: Doc, indice: int) -> tuple[str, int]:
    """The separator just before ``indice`` ("\\n" wins over all) and where it begins; articles after it are skipped."""
    lugar, hallado = indice, ""
    while lugar > 0:
        previo = doc[lugar - 1]
        articulo = previo.norm_ in ("el", "la", "las", "los") and lugar > 1 and doc[lugar - 2].norm_ in _SEPARADORES
        if previo.is_space:
            hallado = "\n" if "\n" in previo.text else hallado
        elif previo.norm_ in _SEPARADORES:
            hallado = hallado if hallado == "\n" else previo.norm_
        elif not articulo:
            break
        lugar -= 1
    return hallado, lugar


def _inicios_servicio(doc: Doc) -> frozenset[int]:
    """Token indexes where a service's full name or acronym begins; a short name ("Tesorería") may as well be a unit's word."""
    palabras = [t.i for t in doc for _ in re.findall(r"[^\W_]+", plegar_frase(t.text))]
    propias = (m for m in menciones(doc.text) if m.clase == "sigla" or m.fin - m.inicio > 1)
    return frozenset(palabras[m.inicio] for m in propias if m.inicio < len(palabras))


def _corta_rol(doc: Doc, indice: int, separador: str, abierta: Pieza | None) -> bool:
    """A role in lower case inside a unit's name ("equipo asesor") does not cut; after a separator or a person it does."""
    if abierta is None or separador or abierta.tipo in ("persona",):
        return True
    return doc[indice].text[:1].isupper()


def _corta_unidad(doc: Doc, indice: int, separador: str, abierta: Pieza, servicios: frozenset[int]) -> bool:
    """Whether a unit begins at ``indice``: always after a person or a line break, else by what opens it there."""
    if abierta.tipo == "persona" or separador == "\n":
        return True
    norma, previa = doc[indice].norm_, doc[indice - 1].norm_
    fuerte = norma in aperturas("fuertes") or _fin_apertura(doc, indice) > indice + 1
    if separador:
        if fuerte or indice in servicios:
            return True
        if separador == ";":
            return True
        debil = norma in aperturas("debiles")
        seguida = indice + 1 < len(doc) and not doc[indice + 1].is_punct
        plural = norma.endswith("s") and separador in ("y", "e")
        return debil and seguida and not plural and separador not in ("-", "(")
    enlaza = previa in {plegar_frase(e) for e in unidades().enlazan}
    tras_rol = abierta.tipo in ("cargo", "abreviado") and indice == abierta.rol_fin
    tras_apertura = previa in aperturas("fuertes") | aperturas("debiles") and indice - 1 == abierta.inicio
    return fuerte and doc[indice].text[:1].isupper() and not (enlaza or tras_rol or tras_apertura)


def texto_de(doc: Doc, pieza: Pieza) -> str:
    return limpio(doc[pieza.inicio : pieza.fin].text)


def limpio(texto: str) -> str:
    """White space folded, separators trimmed; a lone closing parenthesis and the final stop of a phrase dropped."""
    corto = blancos(texto).strip(_RECORTE)
    corto = re.sub(r"\s+(?:y|e)$", "", corto).strip(_RECORTE)
    if corto.count("(") != corto.count(")"):
        corto = corto.replace("(", " ").replace(")", " ") if corto.count("(") + corto.count(")") == 1 else corto
    if corto.endswith(".") and not re.search(r"(?:^|\s)\w\.$", corto):
        corto = corto.rstrip(".")
    return blancos(corto)
