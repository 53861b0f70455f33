"""How surely a stretch of a cell is the unit it is taken for. What rests on a guess is ``dudosa``, never sure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor.modelo.valores import Certeza
from extractor.normalizadores.letras.aperturas_unidad import aperturas, de_cargos, frases_apertura
from extractor.normalizadores.responsable.celda import Celda
from extractor.normalizadores.responsable.certezas_palabras import de_lugar
from extractor.normalizadores.responsable.personas_cargo import CONOCIDA, es_nombre, no_son_nombre, nombres, preposiciones
from extractor.normalizadores.responsable.pieza import Pieza, texto_de
from extractor.normalizadores.servicio.menciones import menciones
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import formas_de_adjetivo, unidades

LARGO_SIGLA = 4
"""Most letters of a known word in capitals that is taken for an acronym; longer ones are common words as well."""
PALABRAS_DE_UNIDAD = 14
"""Most words of a unit's name; a longer stretch is rather prose."""
_PALABRA = re.compile(r"\w+")
_DE_PROSA = frozenset(
    ("que", "se", "quien", "quienes", "mediante", "segun", "debe", "deben", "hay", "esta", "estan", "fue", "fueron", "son")
)


def certeza_de_unidad(doc: Celda, grupo: Sequence[Pieza], pieza: Pieza) -> Certeza:
    """``exacta`` for what opens as a unit or is a service, ``alias`` for an acronym; ``dudosa`` for anything else, and where the
    split of the cell is a guess: a short form that may be a role, a name run together with a unit, prose."""
    nombre = texto_de(doc, pieza)
    if pieza.tipo == "abreviado" or _de_dos_sentidos(doc, pieza) or _es_prosa(nombre) or _con_persona(doc, grupo, pieza):
        return "dudosa"
    forma = _por_su_forma(nombre)
    if forma == "dudosa" and doc.normas[pieza.inicio] != doc[pieza.inicio].norm_ and doc.normas[pieza.inicio] in _comienzos():
        return "aproximada"  # "Departameto de Finanzas"
    return forma


def _por_su_forma(nombre: str) -> Certeza:
    plegado = plegar_frase(nombre)
    primera = plegado.split()[0].strip("().") if plegado else ""
    if primera == "u" and nombre[0] == "u":
        return "dudosa"  # "o", before a vowel
    if primera in _comienzos() or plegado in _fijas() or plegado.startswith(_frases()):
        return "exacta"
    if any(m.inicio == 0 for m in menciones(nombre)):
        return "exacta"
    return "alias" if _son_siglas(nombre) else "dudosa"


def _son_siglas(nombre: str) -> bool:
    """Whether every word is a known short word in capitals ("PMG/GT"): unknown capitals may be anything ("VARIOS")."""
    partes = re.findall(r"[^\W_]+", nombre)
    plegadas = [plegar_frase(p) for p in partes]
    cortas = (p in aperturas("siglas_unidad") or (len(p) <= LARGO_SIGLA and p in no_son_nombre()) for p in plegadas)
    return nombre.isupper() and all(cortas)


@cache
def _comienzos() -> frozenset[str]:
    return aperturas("fuertes", "debiles", "mandadas")


@cache
def _frases() -> tuple[str, ...]:
    return tuple(" ".join(f) for f in frases_apertura())


@cache
def _fijas() -> frozenset[str]:
    """Short forms and collective words that are units by themselves."""
    return frozenset(plegar_frase(f) for f in (*unidades().siglas_regionales, *unidades().colectivos))


def _de_dos_sentidos(doc: Celda, pieza: Pieza) -> bool:
    """ "Secretaria General": the accent would tell the office from who holds it."""
    norma = doc.normas[pieza.inicio]
    return norma in de_cargos("sin_tilde") and norma.startswith("secretari") and "í" not in doc[pieza.inicio].text.lower()


def _es_prosa(nombre: str) -> bool:
    plegado = plegar_frase(nombre)
    larga = plegado.count(" ") >= PALABRAS_DE_UNIDAD
    return larga or "%" in plegado or not _DE_PROSA.isdisjoint(_PALABRA.findall(plegado))


def _con_persona(doc: Celda, grupo: Sequence[Pieza], pieza: Pieza) -> bool:
    """Whether the unit and a person run on without a separator and no known given name tells where one ends: parted by a guess,
    or a person's name perhaps still inside the unit's."""
    pegadas = [p for p in grupo if p.tipo == "persona" and not p.tras and (p.inicio == pieza.fin or p.fin == pieza.inicio)]
    if any(p.inicio not in {t.start for t in doc.personas if t.label_ == CONOCIDA} for p in pegadas):
        return True
    if nombres().isdisjoint([t.norm_ for t in doc[pieza.inicio + 2 : pieza.fin - 1]]):
        return False
    if doc.normas[pieza.inicio].rstrip(".") not in aperturas("internas"):
        # "Universidad Arturo Prat" has a person's name of its own, "Gobernación de Limarí Ana Ríos" has not
        despues = range(pieza.inicio + 3, pieza.fin - 1)
        return any(_parece_persona(doc, i) and _es_lugar(doc, i - 1) for i in despues)
    return any(_parece_persona(doc, i) for i in range(pieza.inicio + 2, pieza.fin - 1))


def _es_lugar(doc: Celda, indice: int) -> bool:
    return de_lugar(doc[indice].norm_) and doc[indice].norm_ not in formas_de_adjetivo() and doc[indice].is_alpha


def _parece_persona(doc: Celda, indice: int) -> bool:
    """Whether a given name and a surname stand there, no place ("Juan Fernández") nor thing ("de Marina Mercante")."""
    nombre, apellido = doc[indice], doc[indice + 1]
    if nombre.norm_ not in nombres() or not nombre.text[:1].isupper() or not es_nombre(apellido):
        return False
    return not (de_lugar(nombre.norm_) and de_lugar(apellido.norm_)) and doc[indice - 1].norm_ not in preposiciones()
