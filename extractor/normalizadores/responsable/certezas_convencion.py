"""Divisions of a cell that rest on a convention: what they say is understood, but two careful readers could divide it otherwise,
so each is ``dudosa``, with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from extractor.normalizadores.letras.aperturas_unidad import aperturas, de_cargos, fin_apertura
from extractor.normalizadores.responsable.celda import Celda
from extractor.normalizadores.responsable.certezas_nombre import Duda
from extractor.normalizadores.responsable.certezas_palabras import conocidas, de_lugar
from extractor.normalizadores.responsable.oficios import oficio
from extractor.normalizadores.responsable.personas_cargo import CONOCIDA, preposiciones
from extractor.normalizadores.responsable.pieza import Pieza
from extractor.normalizadores.responsable.repartos import COMA_O_RAYA, JUNTAN_Y, con_la_misma_unidad, de_varios
from extractor.normalizadores.responsable.separadores import ARTICULOS, inicios_servicio, titulos
from extractor.normalizadores.servicio.siglas import sigla_de_materia
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import cargos, formas_de_adjetivo, formas_de_cargo, unidades


def dudas_de_convencion(doc: Celda, piezas: Sequence[Pieza], grupo: Sequence[Pieza]) -> Iterator[Duda]:
    """What of ``grupo`` could be divided otherwise, among all the stretches of the cell."""
    razones: list[str] = []
    con_persona = "persona" in [p.tipo for p in grupo]
    for pieza in grupo:
        if pieza.tipo == "cargo":
            razones += _de_cargo(doc, piezas, pieza, con_persona)
        elif pieza.tipo == "unidad":
            razones += _de_unidad(doc, pieza)
    for antes, pieza in pairwise(piezas):
        if antes in grupo or pieza in grupo:
            razones += _entre(doc, piezas, antes, pieza)
            if pieza.tras == "\n" and pieza.fin == pieza.inicio + 1 and sigla_de_materia(doc[pieza.inicio].text):
                razones.append(f"«{doc[pieza.inicio].text}» puede ser la materia de lo que precede")
    razones += de_varios(piezas)
    for razon in dict.fromkeys(razones):
        yield "dudosa", razon


def _de_cargo(doc: Celda, piezas: Sequence[Pieza], pieza: Pieza, con_persona: bool) -> Iterator[str]:
    """A short form that is an office's as well, an acronym or a place right after the role, a kind of office without a name."""
    cabeza = doc[pieza.inicio]
    norma = doc.normas[pieza.inicio]
    corta = cabeza.norm_.rstrip(".")
    abreviado = cabeza.text.endswith(".") or (pieza.inicio + 1 < len(doc) and doc[pieza.inicio + 1].text == ".")
    if abreviado and not con_persona and _abrevia_unidad(corta):
        yield f"«{cabeza.text}» puede ser también la oficina"
    if corta in ambiguas():
        yield f"«{cabeza.text}» abrevia más de un cargo"
    adjetivos = doc[pieza.inicio + 1 : pieza.rol_fin]
    doble = next((t for t in adjetivos if t.norm_.rstrip(".") in _adjetivos_dobles()), None) if adjetivos else None
    if doble is not None and not norma.startswith(("ingenier", "ing", "medic")):
        yield f"«{doble.text}» abrevia más de una palabra"
    if norma in aperturas("de_jefatura"):
        mandada = any(p.tipo == "unidad" and p.tras == "" and a is pieza for a, p in pairwise(piezas))
        if not mandada:
            yield f"«{cabeza.text}» puede ser la oficina o quien la dirige"
    if oficio(norma) is not None and norma not in formas_de_cargo():
        yield f"«{cabeza.text}» es un oficio solo por su terminación"
    if norma in de_cargos("sin_tilde") and not con_persona and "í" not in cabeza.text.lower():
        yield "sin su tilde, puede ser la oficina o quien la ocupa"
    if norma in _rotulos_de_cargo() and (not con_persona or pieza.fin == pieza.inicio + 1):
        yield f"«{cabeza.text}» puede ser el cargo o un rótulo"
    resto = [t for t in doc[pieza.rol_fin : pieza.fin] if not t.is_space]
    tema = next((t for t in resto if t.norm_ not in preposiciones() and t.norm_ not in ARTICULOS), None) if resto else None
    if tema is None:
        return
    ultima = tema is resto[-1]
    clase = doc.normas[tema.i].rstrip(".")
    if tema.text.isupper() and not doc.text.isupper() and len(tema.text) > 1 and clase in _siglas_de_dos():
        yield f"«{tema.text}» puede ser una unidad o la materia del cargo"
    if tema is resto[0] and ultima and de_lugar(tema.norm_) and pieza.rol_fin == pieza.inicio + 1:
        yield f"«{tema.text}» puede ser un lugar o el apellido de una persona"
    articulado = doc.normas[tema.i - 1] == "del" or doc.normas[tema.i - 1] in ARTICULOS
    if ultima and articulado and tema.text[:1].isupper() and not tema.text.isupper():
        yield f"«{tema.text}» puede ser la unidad o parte del cargo"
    abre = clase in aperturas("fuertes", "debiles")
    enlace = doc.normas[tema.i - 1]
    if ultima and abre and tema is not resto[0] and (enlace != "de" or clase not in _de_rango()):
        yield f"«{tema.text}» puede ser la unidad o parte del cargo"


@cache
def ambiguas() -> frozenset[str]:
    """Short forms of more than one role."""
    return frozenset(map(plegar_frase, cargos().abreviaturas_dobles))


@cache
def _adjetivos_dobles() -> frozenset[str]:
    """Short forms of more than one adjective."""
    return frozenset(map(plegar_frase, cargos().adjetivos_dobles))


@cache
def _rotulos_de_cargo() -> frozenset[str]:
    """Roles that are as often the label of a column or of a line."""
    return frozenset(map(plegar_frase, cargos().tambien_rotulos))


@cache
def _de_rango() -> frozenset[str]:
    """Kinds that after "de" only say of what rank a role is ("Jefe de Servicio", "Jefa de Unidad"; not "Abogada de Fiscalía")."""
    return (aperturas("internas") | frozenset(map(plegar_frase, unidades().rangos))) - {"fiscalia"}


@cache
def _abrevia_unidad(corta: str) -> bool:
    """Whether a short form is also the beginning of a word that opens units ("Coord.": coordination)."""
    return len(corta) > 1 and any(a.startswith(corta) and a != corta for a in aperturas("fuertes", "debiles"))


@cache
def _siglas_de_dos() -> frozenset[str]:
    """Acronyms of offices that are subjects as well."""
    return aperturas("siglas_unidad") | (aperturas("debiles") & frozenset(map(plegar_frase, unidades().materias)))


def _de_unidad(doc: Celda, pieza: Pieza) -> Iterator[str]:
    """A unit inside another's name, a programme as a unit, a "y" or a comma that may part two units."""
    primera = doc.normas[pieza.inicio].rstrip(".")
    propios = inicios_servicio(doc)[0]
    if primera in _no_siempre() and pieza.inicio not in propios:
        yield f"«{doc[pieza.inicio].text}» puede no ser una unidad"
    fichas = [t for t in doc[pieza.inicio : pieza.fin] if t.text != "."]
    for ficha in fichas[2:]:
        if ficha.is_lower and ficha.i not in propios:
            continue
        previa = doc.normas[ficha.i - 1]
        suya = ficha.text[:1].isupper() and (previa in preposiciones() or previa in ARTICULOS)
        fuerte = doc.normas[ficha.i].rstrip(".") in _contienen()
        unido = previa in JUNTAN_Y or previa in formas_de_adjetivo()  # "Dirección Regional CONAF"
        if (suya and fuerte) or (ficha.i in propios and not unido):
            yield f"«{ficha.text}» puede ser otra unidad, a la que pertenece la primera"
    if any(t.text in ("-", "–", "—") and t.whitespace_ and doc[t.i - 1].whitespace_ for t in fichas[1:]):
        yield "lo que sigue a la raya puede no ser de la unidad"
    for span in doc.personas:
        previa = doc[span.start - 1].norm_ if pieza.inicio < span.start < pieza.fin else ""
        unida = previa and doc[span.start].norm_ in JUNTAN_Y  # in capitals "Y" may be of the name
        if span.label_ == CONOCIDA and (unida or previa in (*JUNTAN_Y, ",", "-", "–")):
            yield f"«{doc.texto(span.start, span.end)}» puede ser una persona"
    comas = [t for t in fichas if t.text == ","]
    uniones = [t for t in fichas[1:] if t.norm_ in ("y", "e", "/", "&")]
    if comas and not any(u.i > comas[-1].i for u in uniones):
        yield "la coma puede separar dos unidades"
    for union in uniones:
        derecha = [t for t in doc[union.i + 1 : pieza.fin] if t.is_alpha]
        if derecha and _otra_a_medias(doc, pieza, union.norm_, [t.i for t in derecha]):
            yield f"«{union.text}» puede separar dos unidades"


def _otra_a_medias(doc: Celda, pieza: Pieza, union: str, derecha: Sequence[int]) -> bool:
    """Whether what "y" joins may be a second unit without its opening: an acronym, an adjective alone, or what opens a unit."""
    ficha = doc[derecha[0]]
    norma = doc.normas[derecha[0]]
    acronimo = ficha.text.isupper() and len(ficha.text) > 1 and not doc.text.isupper() and union != "/"
    primera = doc[pieza.inicio + 1] if pieza.inicio + 1 < pieza.fin else ficha
    nombrada = primera.norm_ in preposiciones()  # "Unidad de Riego y Jurídica", but "Unidad Técnica y Administrativa"
    adjetivo = len(derecha) == 1 and norma in formas_de_adjetivo() and nombrada
    plural = norma in formas_de_adjetivo() and norma.endswith("s") and not doc.normas[derecha[0] - 2].endswith("s")
    return acronimo or adjetivo or plural or (len(derecha) > 1 and norma in aperturas("fuertes", "debiles"))


def _con_nombre_de_persona(doc: Celda, pieza: Pieza) -> bool:
    """Whether all that follows the opening of an institution is a person's name ("Jardín Infantil Ana Soto")."""
    if doc.normas[pieza.inicio].rstrip(".") in aperturas("internas"):
        return False
    desde = fin_apertura(doc.normas, pieza.inicio)
    return any(t.start == desde and t.end == pieza.fin and t.label_ == CONOCIDA for t in doc.personas)


@cache
def _gente() -> frozenset[str]:
    """Who works in a unit, without being in its charge."""
    return frozenset(g for g in map(plegar_frase, unidades().gente) if not g.startswith("encargad"))


@cache
def _no_siempre() -> frozenset[str]:
    """Openings of what is as often a programme, a line of work or a place as who answers for it."""
    return frozenset(map(plegar_frase, unidades().no_siempre_unidad))


@cache
def _contienen() -> frozenset[str]:
    """Openings of units that hold others."""
    return aperturas("fuertes", "contienen")


@cache
def _tambien_a_cargo() -> frozenset[str]:
    """Kinds of unit that a person in charge of something else may have too ("Encargada de Personal y Oficina de Partes")."""
    return aperturas("debiles") | frozenset({"oficina", "ofic", "of", "secc"})


def _solo_de_una_clase(doc: Celda, pieza: Pieza) -> bool:
    """Whether the unit is only a kind in two words, which the one before may be about ("... y Auditoría Interna")."""
    fin = fin_apertura(doc.normas, pieza.inicio)
    de_todas = doc.normas[pieza.inicio].endswith("es")  # "Direcciones Regionales"
    return fin > pieza.inicio + 1 and fin == pieza.fin and not de_todas


def _entre(doc: Celda, piezas: Sequence[Pieza], antes: Pieza, pieza: Pieza) -> Iterator[str]:
    """Two stretches whose bond is a convention: a role and an acronym or a kind of office without a name, a role before a colon,
    two roles before one unit, a unit and the one it may belong to, a unit and a person that run on."""
    tipos = (antes.tipo, pieza.tipo)
    if tipos == ("cargo", "unidad"):
        escueto = antes.fin == antes.rol_fin
        nombre = [t for t in doc[pieza.inicio : pieza.fin] if t.is_alpha or any(map(str.isalpha, t.text))]
        if not pieza.tras and doc[pieza.inicio].text.isupper() and len(nombre) == 1 and not doc.text.isupper():
            yield f"«{nombre[0].text}» puede ser la unidad o la materia del cargo"
        elif not pieza.tras and len(nombre) == 1:
            yield f"«{nombre[0].text}» puede ser la unidad o parte del cargo"
        if escueto and not pieza.tras and doc.normas[antes.inicio] in _gente():
            yield "quienes trabajan en la unidad pueden no ser un cargo"
        if not pieza.tras and _con_nombre_de_persona(doc, pieza):
            yield "el nombre puede ser de la unidad o de quien tiene el cargo"
        if pieza.tras == ":":
            yield "lo que precede a los dos puntos puede ser solo un rótulo"
        if pieza.tras == "\n" and escueto and antes.rol_fin == antes.inicio + 1:
            yield "el cargo puede ser de la unidad de la línea que sigue"
        if con_la_misma_unidad(piezas, piezas.index(pieza)):
            yield "la unidad puede ser de ambos cargos"
        if pieza.tras in ("y", "e") and not escueto and doc.normas[pieza.inicio].rstrip(".") in _tambien_a_cargo():
            yield "lo que sigue a «y» puede estar también a su cargo"
    elif tipos == ("unidad", "cargo") and pieza.tras in ("y", "e"):
        if pieza.rol_fin == pieza.inicio + 1 and doc.normas[pieza.inicio] in formas_de_adjetivo():
            yield f"«{doc[pieza.inicio].text}» puede ser parte del nombre de la unidad"
    elif tipos == ("unidad", "unidad"):
        iguales = doc.normas[antes.inicio].rstrip(".") == doc.normas[pieza.inicio].rstrip(".")
        lista = any(p.tipo == "unidad" and p.tras in ("y", "e", ";", "\n", "/") for p in piezas)
        if pieza.tras in COMA_O_RAYA and not iguales and not lista:
            yield "la segunda unidad puede ser aquella a la que pertenece la primera"
        if pieza.tras in ("y", "e") and _solo_de_una_clase(doc, pieza):
            yield "lo que sigue a «y» puede ser de la primera unidad"
    elif tipos == ("unidad", "persona") and pieza.tras == ":" and piezas[0].tipo == "cargo":
        if antes.fin == antes.inicio + 1 and doc[antes.inicio].text.isupper():
            yield f"«{doc[antes.inicio].text}» puede ser la materia del cargo que precede"  # "Coordinadora BPL: ...; VIF: ..."
    elif tipos == ("unidad", "persona") and not pieza.tras:
        titulo = any(t.norm_.rstrip(".") in titulos() for t in doc[antes.fin : pieza.inicio])
        conocida = all(t.norm_ in conocidas() for t in doc[antes.inicio : antes.fin] if t.is_alpha)
        if not titulo and not conocida:
            yield "el nombre de la persona puede ser parte del de la unidad"
