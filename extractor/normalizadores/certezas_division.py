"""How surely a cell is divided into units, roles and persons: sure only where every word of it is accounted for.

Each check gives the doubts of one group of stretches as (certainty, why in Spanish); the worst is the group's. What is accounted
for: a known role with its subject, a known opening of a unit with its name, a person by its given name or title, separators.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from extractor.modelo.informe import Certeza, Unidad
from extractor.normalizadores.aperturas_unidad import aperturas
from extractor.normalizadores.celda import Celda, Ficha
from extractor.normalizadores.certezas_palabras import abre_unidad, de_lugar, parece_cargo, parece_hecho, sabida, une_sabida
from extractor.normalizadores.personas_cargo import CONOCIDA, INICIAL, es_nombre, no_son_nombre, nombres, preposiciones
from extractor.normalizadores.pieza_responsable import Pieza
from extractor.normalizadores.separadores_responsable import SEPARADORES, titulos
from extractor.normalizadores.siglas import siglas
from extractor.vocabularios.responsables import cargos, formas_de_adjetivo

ORDEN: tuple[Certeza, ...] = ("exacta", "alias", "aproximada", "dudosa")
Duda = tuple[Certeza, str]
PALABRAS_NOMBRE = 4
"""Most words of a person's name, initials and particles aside; in more, two persons may run on."""
_PROGRAMA = frozenset({"programa", "programas"})
_ANTES_DE_NOMBRE = _PROGRAMA | {"la", "el"}
"""Words that the proper name of a programme or of a thing follows."""
_ENTERAS = frozenset({"oirs", "jefatura", "coordinacion"})
"""Openings that name a unit by themselves."""
_DE_FRASE = frozenset({"por", "que", "quien", "con", "sin", "mediante", "segun", "cuando", "donde", "debe", "sera"})
"""Words that go on as a sentence rather than as a name."""


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
            dudas += _de_persona(doc, piezas, pieza)
        elif pieza.tipo == "unidad":
            dudas += _de_unidad(doc, pieza)
        else:
            dudas += _de_cargo(doc, piezas, pieza)
    dudas += _de_reparto(doc, piezas, grupo)
    return tuple(dict.fromkeys(dudas))


def _de_persona(doc: Celda, piezas: Sequence[Pieza], pieza: Pieza) -> Iterator[Duda]:
    """A person is known by a given name or a title; one told by an initial or by its place only is near, or doubtful."""
    etiqueta = next((t.label_ for t in doc.personas if t.start == pieza.inicio), "")
    fichas = [t for t in doc[pieza.inicio : pieza.fin] if t.text != "." and t.norm_ not in cargos().particulas]
    con_titulo = any(t.norm_.rstrip(".") in titulos() for t in doc[max(0, pieza.inicio - 2) : pieza.inicio])
    if not fichas:
        yield "dudosa", "no se reconoce a la persona"
        return
    apartada = _apartada(piezas, pieza)
    if etiqueta == INICIAL and apartada and not con_titulo:
        yield "alias", "persona reconocida por su inicial"
    elif etiqueta != CONOCIDA and not con_titulo:
        yield "aproximada" if apartada else "dudosa", "persona reconocida solo por su lugar y sus mayúsculas"
    elif fichas[0].norm_ not in nombres() and len(fichas[0].text.rstrip(".")) > 1 and not con_titulo:
        yield "aproximada" if apartada else "dudosa", "lo que precede al nombre de pila puede no ser de la persona"
    if fichas[0].text.islower() and not con_titulo:
        yield "aproximada", "persona escrita en minúsculas"
    enteras = [t for t in fichas if len(t.text.rstrip(".")) > 1]
    if any(t.norm_ in nombres() for t in enteras[2:-1]) or len(enteras) > PALABRAS_NOMBRE:
        yield "dudosa", "puede ser más de una persona"
    if any(parece_cargo(t.norm_) for t in enteras):
        yield "dudosa", "el nombre de la persona puede llevar un cargo"
    if len(piezas) == 1 and not con_titulo and all(de_lugar(t.norm_) or t.norm_ in no_son_nombre() for t in fichas):
        yield "dudosa", "puede ser un lugar y no una persona"


def _apartada(piezas: Sequence[Pieza], pieza: Pieza) -> bool:
    """Whether separators, the ends of the cell or a bare role stand on both sides of a person."""
    lugar = piezas.index(pieza)
    previa, siguiente = piezas[lugar - 1] if lugar else None, piezas[lugar + 1] if lugar + 1 < len(piezas) else None
    antes = previa is None or bool(pieza.tras) or (previa.tipo == "cargo" and previa.fin == previa.rol_fin)
    return antes and (siguiente is None or bool(siguiente.tras) or siguiente.tipo in ("cargo", "abreviado"))


def _de_cargo(doc: Celda, piezas: Sequence[Pieza], pieza: Pieza) -> Iterator[Duda]:
    """A role is its known head with adjectives, and a subject that a preposition opens or whose words are all known."""
    cabeza = doc[pieza.inicio : pieza.rol_fin]
    if any(doc.normas[t.i] != t.norm_ for t in doc[pieza.inicio : pieza.fin]):
        yield "aproximada", "el cargo tiene un desliz"
    elif pieza.tipo == "abreviado" or any(t.text.endswith(".") for t in cabeza):
        yield "alias", "el cargo está abreviado"
    resto = [t for t in doc[pieza.rol_fin : pieza.fin] if not t.is_space]
    oficina = doc.normas[pieza.inicio].startswith("seremi") and bool(resto)
    if len(piezas) == 1 and (oficina or (cabeza[0].text.isupper() and doc.normas[pieza.inicio] == "secretaria")):
        yield "dudosa", "puede ser la oficina o quien la dirige"
    if not resto:
        return
    if resto[0].norm_ in SEPARADORES and resto[0].text not in ("(", ")"):
        yield "dudosa", f"lo que sigue a «{resto[0].text}» puede ser otro responsable"
    desconocidas = [t for t in resto if not sabida(doc, t)]
    primera = desconocidas[0] if desconocidas else None
    con_preposicion = resto[0].norm_ in preposiciones()
    if primera is not None and not con_preposicion and resto[0].norm_ not in _PROGRAMA:
        yield "dudosa", f"no se sabe si «{primera.text}» es del cargo"
    elif primera is not None and primera.text[:1].isupper() and doc[primera.i - 1].norm_ in ("la", "los", "las", "el", "del"):
        yield "dudosa", f"«{primera.text}» puede abrir el nombre de una unidad"
    if not con_preposicion and _concuerda(cabeza[0].norm_, resto[0]):
        yield "aproximada", f"«{resto[0].text}» puede ser un adjetivo del cargo"
    siguiente = next((p for p in piezas if p.inicio >= pieza.fin), None)
    if desconocidas and siguiente is not None and not siguiente.tras and siguiente.tipo == "persona":
        yield "dudosa", "no hay separador entre el cargo y la persona"
    if any(t.text in siglas() for t in resto) or any(abre_unidad(doc, t.i) and t.norm_ not in _PROGRAMA for t in resto[:-1]):
        yield "dudosa", "puede haber una unidad en lo que sigue al cargo"
    yield from _de_nombre(doc, pieza, pieza.rol_fin, "lo que sigue al cargo")


def _concuerda(cargo: str, ficha: Ficha) -> bool:
    """Whether the word right after a role agrees with it, as an adjective not known to be one would ("Asesora Marítima")."""
    palabra = ficha.norm_
    if not palabra.isalpha() or ficha.text.isupper() or palabra in _PROGRAMA:
        return False
    plural = cargo.endswith("s") and palabra.endswith("s")
    return plural or (cargo.endswith(("o", "or")) and palabra.endswith("o")) or (cargo[-1] == palabra[-1] == "a")


def _de_unidad(doc: Celda, pieza: Pieza) -> Iterator[Duda]:
    """A unit's name: two openings that run on, and, in a unit inside a service, an unknown word after what was whole."""
    dentro = doc.normas[pieza.inicio].rstrip(".") in aperturas("internas")
    if _sola(doc, pieza) and doc.normas[pieza.inicio] in aperturas("debiles") and doc.normas[pieza.inicio] not in _ENTERAS:
        yield "dudosa", "la unidad queda sin nombre"
    for previa, ficha in pairwise([t for t in doc[pieza.inicio : pieza.fin] if t.text != "."]):
        corrida = previa.norm_ not in _enlaces() and previa.is_alpha and ficha.is_alpha
        if corrida and previa.i == pieza.inicio and abre_unidad(doc, previa.i) and abre_unidad(doc, ficha.i):
            yield "dudosa", "dos comienzos de unidad seguidos"
        suelta = corrida and previa.i > pieza.inicio and ficha.text[:1].isupper()
        if suelta and dentro and not sabida(doc, ficha) and not de_lugar(ficha.norm_):
            yield "dudosa", f"no se sabe si «{ficha.text}» es de la unidad"
    yield from _de_nombre(doc, pieza, pieza.inicio + 1, "el nombre de la unidad")


@cache
def _enlaces() -> frozenset[str]:
    return preposiciones() | SEPARADORES | {"la", "las", "los", "el"}


def _de_nombre(doc: Celda, pieza: Pieza, desde: int, que: str) -> Iterator[Duda]:
    """The words of a name: a role or a person inside it, figures, a sentence, and joins whose right side is unknown."""
    roles = {r.start for r in doc.roles}
    for indice in range(max(desde, pieza.inicio + 1), pieza.fin):
        ficha, previa = doc[indice], doc.normas[indice - 1]
        propia = ficha.text[:1].isupper() and previa not in preposiciones()
        if ficha.norm_ in SEPARADORES and not une_sabida(doc, indice, pieza.fin):
            yield "dudosa", f"«{ficha.text}» puede separar, o ser de {que}".replace("de el ", "del ")
        elif len(ficha.text) > 2 and re.search(r"\d|@", ficha.text):
            yield "dudosa", f"hay cifras o una dirección en {que}"
        elif previa not in preposiciones() and (
            (propia and parece_cargo(ficha.norm_))
            or (indice in roles and (propia or pieza.tipo == "cargo") and ficha.norm_ not in formas_de_adjetivo())
        ):
            yield "dudosa", f"puede haber un cargo en {que}"
        elif propia and pieza.tipo != "unidad" and indice + 1 < pieza.fin and _persona_en(doc, indice):
            yield "dudosa", f"puede haber una persona en {que}"
        elif ficha.is_lower and indice > desde and _cortada(doc, indice):
            yield "dudosa", f"«{doc[indice - 1].text} {ficha.text}» puede ser una palabra cortada"
        elif ficha.norm_ in _DE_FRASE or parece_hecho(ficha):
            yield "dudosa", f"{que} sigue como una frase"


def _cortada(doc: Celda, indice: int) -> bool:
    """Whether an unknown word may be the rest of the unknown one in capitals before it ("Zarzap arrilla")."""
    previa = doc[indice - 1]
    abre = previa.text[:1].isupper() and not previa.norm_.endswith("s")
    return abre and not sabida(doc, previa) and not sabida(doc, doc[indice])


def _persona_en(doc: Celda, indice: int) -> bool:
    """Whether a given name, or two unknown words in capitals, run on there ("de fomento Yamilet Sotomayor"), and no place."""
    siguiente = doc[indice + 1]
    if not es_nombre(siguiente) or de_lugar(siguiente.norm_):
        return False
    desconocidas = not sabida(doc, doc[indice]) and not sabida(doc, siguiente)
    return doc[indice].norm_ in nombres() or (desconocidas and doc.normas[indice - 1] not in _ANTES_DE_NOMBRE)


def _de_reparto(doc: Celda, piezas: Sequence[Pieza], grupo: Sequence[Pieza]) -> Iterator[Duda]:
    """Whose role it is: doubtful where roles and persons that run on are not as many; and where two units run on."""
    personas = [p for p in piezas if p.tipo == "persona"]
    roles = [p for p in piezas if p.tipo in ("cargo", "abreviado")]
    corridas = any(p.tras in ("", "\n", ",", "-", "–") for p in piezas[1:])
    de_todos = len(roles) == 1 and (doc.normas[roles[0].inicio].endswith("s") or piezas[0] is roles[0])
    if personas and roles and len(personas) != len(roles) and corridas and not de_todos:
        yield "dudosa", "no hay tantos cargos como personas"
    for antes, pieza in pairwise(piezas):
        if pieza.tras not in ("", ".") or not (pieza in grupo or antes in grupo):
            continue
        if pieza.tipo == antes.tipo and not pieza.tras:
            yield "dudosa", f"dos {_PLURAL[pieza.tipo]} sin nada que los separe"
        elif antes.tipo == "unidad" and doc.normas[antes.inicio].rstrip(".") in aperturas("internas") and _sola(doc, antes):
            yield "dudosa", "la unidad queda sin nombre"


_PLURAL = {"unidad": "nombres de unidad", "cargo": "cargos", "abreviado": "cargos", "persona": "nombres de persona"}


def _sola(doc: Celda, pieza: Pieza) -> bool:
    return sum(t.is_alpha for t in doc[pieza.inicio : pieza.fin]) <= 1
