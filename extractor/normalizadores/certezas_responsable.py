"""How surely a stretch of a cell is the unit it is taken for. What rests on a guess is ``dudosa``, never sure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor.modelo.informe import Certeza
from extractor.normalizadores.aperturas_unidad import aperturas, frases_apertura
from extractor.normalizadores.celda import Celda
from extractor.normalizadores.menciones_servicio import menciones
from extractor.normalizadores.palabras_region import de_lugar_o_region
from extractor.normalizadores.personas_cargo import CONOCIDA, es_nombre, nombres, preposiciones
from extractor.normalizadores.pieza_responsable import Pieza, texto_de
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import formas_de_adjetivo, unidades

PALABRAS_DE_UNIDAD = 14
"""Most words of a unit's name; a longer stretch is rather prose."""
_DE_PROSA = re.compile(r"\b(?:que|se|quien|quienes|mediante|segun|debe|deben|hay|esta|estan|fue|fueron|son)\b|%")
_CABEZAS_DOBLES = frozenset({"secretaria", "secretarias"})
"""Without their accent they are a role too ("Secretaria Ejecutiva")."""


def certeza_de_unidad(doc: Celda, grupo: Sequence[Pieza], pieza: Pieza) -> Certeza:
    """``exacta`` for what opens as a unit or is a service, ``alias`` for an acronym; ``dudosa`` for anything else, and where the
    split of the cell is a guess: a short form that may be a role, a name run together with a unit, prose."""
    nombre = texto_de(doc, pieza)
    if pieza.tipo == "abreviado" or _de_dos_sentidos(doc, pieza) or _es_prosa(nombre) or _con_persona(doc, grupo, pieza):
        return "dudosa"
    return _por_su_forma(nombre)


def _por_su_forma(nombre: str) -> Certeza:
    plegado = plegar_frase(nombre)
    primera = plegado.split()[0].strip("().") if plegado else ""
    abre = primera in aperturas("fuertes") | aperturas("debiles") | aperturas("mandadas")
    abre = abre or any(plegado.startswith(" ".join(f)) for f in frases_apertura())
    if abre or plegado in _fijas() or any(m.inicio == 0 for m in menciones(nombre)):
        return "exacta"
    return "alias" if nombre.isupper() else "dudosa"


@cache
def _fijas() -> frozenset[str]:
    """Short forms and collective words that are units by themselves."""
    return frozenset(plegar_frase(f) for f in (*unidades().siglas_regionales, *unidades().colectivos))


def _de_dos_sentidos(doc: Celda, pieza: Pieza) -> bool:
    """ "Secretaria General": the accent would tell the office from who holds it."""
    if (
        doc.normas[pieza.inicio] not in _CABEZAS_DOBLES
        or "í" in doc[pieza.inicio].text.lower()
        or doc[pieza.inicio].text.isupper()
    ):
        return False
    resto = doc.normas[pieza.inicio + 1 : pieza.fin]
    return all(p in formas_de_adjetivo() for p in resto if p.isalpha())


def _es_prosa(nombre: str) -> bool:
    plegado = plegar_frase(nombre)
    return len(plegado.split()) > PALABRAS_DE_UNIDAD or _DE_PROSA.search(plegado) is not None


def _con_persona(doc: Celda, grupo: Sequence[Pieza], pieza: Pieza) -> bool:
    """Whether the unit and a person run on without a separator and no known given name tells where one ends: parted by a guess,
    or a person's name perhaps still inside the unit's."""
    conocidas = {t.start for t in doc.personas if t.label_ == CONOCIDA}
    pegadas = (p for p in grupo if p.tipo == "persona" and not p.tras and p.inicio not in conocidas)
    if any(p.inicio == pieza.fin or p.fin == pieza.inicio for p in pegadas):
        return True
    if doc.normas[pieza.inicio].rstrip(".") not in aperturas("internas"):
        return False  # "Universidad Arturo Prat" has a person's name of its own
    return any(_parece_persona(doc, i) for i in range(pieza.inicio + 2, pieza.fin - 1))


def _parece_persona(doc: Celda, indice: int) -> bool:
    """Whether a given name and a surname stand there, no place ("Juan Fernández") nor thing ("de Marina Mercante")."""
    nombre, apellido = doc[indice], doc[indice + 1]
    propio = nombre.norm_ in nombres() and nombre.text[:1].isupper() and es_nombre(apellido)
    lugar = de_lugar_o_region(nombre.norm_) and de_lugar_o_region(apellido.norm_)
    return propio and not lugar and doc[indice - 1].norm_ not in preposiciones()
