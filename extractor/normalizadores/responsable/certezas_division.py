"""How surely a cell is divided into units, roles and persons: sure only where every word of it is accounted for.

Each check gives the doubts of one group of stretches as (certainty, why in Spanish); the worst is the group's. What is accounted
for: a known role with its subject, a known opening of a unit with its name, a person by its given name or title, separators.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from extractor.modelo.valores import Certeza, Unidad
from extractor.normalizadores.letras.aperturas_unidad import aperturas, de_cargos
from extractor.normalizadores.responsable.celda import Celda, Ficha
from extractor.normalizadores.responsable.certezas_convencion import dudas_de_convencion
from extractor.normalizadores.responsable.certezas_nombre import Duda, abreviada_sabida, dudas_de_nombre
from extractor.normalizadores.responsable.certezas_palabras import abre_unidad, corre, de_lugar, propias, sabida
from extractor.normalizadores.responsable.certezas_persona import dudas_de_persona
from extractor.normalizadores.responsable.certezas_reparto import dudas_de_reparto
from extractor.normalizadores.responsable.personas_cargo import preposiciones
from extractor.normalizadores.responsable.pieza import Pieza
from extractor.normalizadores.responsable.separadores import ARTICULOS, SEPARADORES, inicios_servicio
from extractor.normalizadores.servicio.siglas import siglas
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import formas_de_cargo, unidades

ORDEN: tuple[Certeza, ...] = ("exacta", "alias", "aproximada", "dudosa")
LARGO_SIGLA = 4
"""Most letters of a known word in capitals that is taken for an acronym."""


def peor_certeza(certezas: Iterable[Certeza]) -> Certeza | None:
    """The least sure of several; None of none."""
    return max(certezas, key=ORDEN.index, default=None)


def certeza_de(unidad: Unidad | None, dudas: Sequence[Duda]) -> Certeza:
    """The worst of the doubts and of the unit's own certainty."""
    propia = [unidad.certeza] if unidad is not None else []
    return peor_certeza([*propia, *(certeza for certeza, _ in dudas)]) or "exacta"


def dudas_de_grupo(doc: Celda, piezas: Sequence[Pieza], grupo: Sequence[Pieza]) -> tuple[Duda, ...]:
    """What is not sure of how ``grupo`` was divided, among all the stretches of the cell."""
    dudas: list[Duda] = []
    for pieza in grupo:
        if pieza.tipo == "persona":
            dudas += dudas_de_persona(doc, piezas, pieza)
        elif pieza.tipo == "unidad":
            dudas += _de_unidad(doc, pieza)
        else:
            dudas += _de_cargo(doc, piezas, pieza)
    dudas += dudas_de_reparto(doc, piezas, grupo)
    dudas += dudas_de_convencion(doc, piezas, grupo)
    return tuple(dict.fromkeys(dudas))


def _de_cargo(doc: Celda, piezas: Sequence[Pieza], pieza: Pieza) -> Iterator[Duda]:
    """A role is its known head with adjectives, and a subject all of whose words are known."""
    cabeza = doc[pieza.inicio : pieza.rol_fin]
    if doc.normas[pieza.inicio : pieza.fin] != [t.norm_ for t in doc[pieza.inicio : pieza.fin]]:
        yield "aproximada", "el cargo tiene un desliz"
    elif pieza.tipo == "abreviado" or any(t.text.endswith(".") for t in cabeza):
        yield "alias", "el cargo está abreviado"
    if _dos_cargos(doc, piezas, pieza):
        yield "dudosa", f"«{cabeza[-1].text}» puede ser otro cargo"
    resto = [t for t in doc[pieza.rol_fin : pieza.fin] if not t.is_space]
    oficina = doc.normas[pieza.inicio].startswith("seremi") and bool(resto)
    mayuscula = cabeza[0].text.isupper() and doc.normas[pieza.inicio] == "secretaria"
    if len(piezas) == 1 and (oficina or mayuscula or (resto and _de_oficina(cabeza[0]))):
        yield "dudosa", "puede ser la oficina o quien la dirige"
    if not resto:
        return
    if resto[-1].norm_ in preposiciones():
        yield "dudosa", "el cargo queda abierto"  # "Encargada de Género con apoyo de | Luis Soto"
    if resto[0].norm_ in SEPARADORES:
        yield "dudosa", f"lo que sigue a «{resto[0].text}» puede ser otro responsable"
    sigla = next((t for t in resto if t.text.isupper() and len(t.text) > 1 and not doc.text.isupper() and not sabida(t)), None)
    ajena = next((t for t in resto if not sabida(t, doc.normas[t.i]) and not _de_programa(doc, pieza, t)), None)
    if sigla is not None or ajena is not None:
        yield "dudosa", f"no se sabe si «{(sigla or ajena or resto[0]).text}» es del cargo"
    tema = next((t for t in resto if t.norm_ not in preposiciones() and t.norm_ not in ARTICULOS), None)
    if tema is not None and tema.text[:1].isupper() and doc.normas[tema.i] not in propias() and _determinada(doc, tema):
        yield "dudosa", f"«{tema.text}» puede abrir el nombre de una unidad"
    if resto[0].norm_ not in preposiciones() and _concuerda(cabeza[0].norm_, resto[0]):
        yield "dudosa", f"«{resto[0].text}» puede ser un adjetivo del cargo"
    if any(t.text in ("(", ")") for t in resto):
        yield "dudosa", "lo que va entre paréntesis puede no ser del cargo"
    abren = [
        t
        for t in resto
        if abre_unidad(doc, t.i) and t.norm_ not in aperturas("de_programa") and (t is not resto[-1] or t is resto[0])
    ]
    abren = [t for t in abren if not (t.text.isupper() and t.norm_ in _siglas_de_tema() and not doc.text.isupper())]
    propios = inicios_servicio(doc)[0]
    if abren or any(t.text in siglas() or t.i in propios for t in resto):
        yield "dudosa", "puede haber una unidad en lo que sigue al cargo"
    yield from dudas_de_nombre(doc, pieza, pieza.rol_fin, "lo que sigue al cargo")


@cache
def _enlaces() -> frozenset[str]:
    return preposiciones() | SEPARADORES | ARTICULOS


def _de_unidades() -> frozenset[str]:
    return aperturas("siglas_unidad")


@cache
def _siglas_de_tema() -> frozenset[str]:
    """Subjects that may be acronyms, though they open units too ("OIRS")."""
    return frozenset(p for p in map(plegar_frase, unidades().materias) if len(p) <= LARGO_SIGLA)


def _dos_cargos(doc: Celda, piezas: Sequence[Pieza], pieza: Pieza) -> bool:
    """Whether the last adjective of a role is itself a role that what follows goes with: not right after the head, or not
    agreeing with it in number ("Directora Regional Asesora de Gabinete")."""
    cabeza = [t for t in doc[pieza.inicio : pieza.rol_fin] if t.is_alpha]
    if len(cabeza) < 2 or doc.normas[cabeza[-1].i] not in formas_de_cargo():
        return False
    if pieza.fin == pieza.rol_fin and not any(p.inicio == pieza.fin and p.tipo == "unidad" and not p.tras for p in piezas):
        return False
    return len(cabeza) > 2 or cabeza[0].norm_.endswith("s") != cabeza[-1].norm_.endswith("s")


def _determinada(doc: Celda, ficha: Ficha) -> bool:
    """Whether a definite article stands before the word ("Jefe de la Bodega Central")."""
    return doc[ficha.i - 1].norm_ == "del" or doc[ficha.i - 1].norm_ in ARTICULOS


def _de_oficina(ficha: Ficha) -> bool:
    """Whether the short form of a role is also that of the office ("Subdir. de Operaciones")."""
    return ficha.norm_.rstrip(".") in de_cargos("cortas_de_oficina")


def _de_programa(doc: Celda, pieza: Pieza, ficha: Ficha) -> bool:
    """Whether the word is of the proper name that the programme in charge bears: at most three words in capitals, to the end."""
    desde = next((i for i in range(pieza.rol_fin, pieza.fin) if doc.normas[i] in aperturas("de_programa")), None)
    if desde is None or ficha.i <= desde or not ficha.text[:1].isupper():
        return False
    return corre(doc, desde + 1, pieza.fin) <= 3


def _concuerda(cargo: str, ficha: Ficha) -> bool:
    """Whether the word right after a role agrees with it, as an adjective not known to be one would ("Asesora Marítima")."""
    palabra = ficha.norm_
    if not palabra.isalpha() or ficha.text.isupper() or palabra in aperturas("de_programa"):
        return False
    plural = cargo.endswith("s") and palabra.endswith("s")
    return plural or (cargo.endswith(("o", "or")) and palabra.endswith("o")) or (cargo[-1] == palabra[-1] == "a")


def _de_unidad(doc: Celda, pieza: Pieza) -> Iterator[Duda]:
    """A unit's name: two openings that run on, and, in a unit inside a service, an unknown word after what was whole."""
    dentro = doc.normas[pieza.inicio].rstrip(".") in aperturas("internas")
    sola = sum(t.is_alpha for t in doc[pieza.inicio : pieza.fin]) <= 1
    if sola and doc.normas[pieza.inicio] in aperturas("debiles") and doc.normas[pieza.inicio] not in aperturas("enteras_solas"):
        yield "dudosa", "la unidad queda sin nombre"
    fichas = [t for t in doc[pieza.inicio : pieza.fin] if t.text != "."]
    for previa, ficha in pairwise(fichas):
        if ficha.is_lower or not previa.is_alpha or previa.norm_ in _enlaces():
            continue
        if ficha.is_alpha and previa.i == pieza.inicio and abre_unidad(doc, previa.i) and abre_unidad(doc, ficha.i):
            yield "dudosa", "dos comienzos de unidad seguidos"
        suelta = ficha.is_alpha and previa.i > pieza.inicio and ficha.text[:1].isupper()
        acronimo = ficha.text.isupper() and len(ficha.text) > 1 and not doc.text.isupper()
        if ficha.text.isupper() and previa.i > pieza.inicio and ficha.norm_ in _de_unidades():
            yield "dudosa", f"«{ficha.text}» puede ser otra unidad"
        if suelta and dentro and not acronimo and doc.normas[ficha.i] not in propias() and not de_lugar(ficha.norm_):
            yield "dudosa", f"no se sabe si «{ficha.text}» es de la unidad"
    nombre = doc[pieza.inicio : pieza.fin]
    acronimos = [t for t in nombre if t.text.isupper() and (t.text in siglas() or t.norm_ in _de_unidades())]
    abre = next((n for n, t in enumerate(nombre) if t.text == "("), None)
    if abre is not None and not (abre + 3 == len(nombre) and nombre[abre + 1].text.isupper()):
        yield "dudosa", "lo que va entre paréntesis puede no ser de la unidad"
    if len(acronimos) > 1 and acronimos[0].i == pieza.inicio:
        yield "dudosa", "dos siglas seguidas"
    if not abreviada_sabida(doc, pieza.inicio):
        yield "dudosa", f"no se sabe qué abrevia «{doc[pieza.inicio].text}»"
    yield from dudas_de_nombre(doc, pieza, pieza.inicio + 1, "el nombre de la unidad")
