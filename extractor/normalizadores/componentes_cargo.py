"""spaCy component for roles and persons: ``doc.spans["cargo"]`` (heads with their adjectives) and ``doc.spans["persona"]``.

Abbreviated roles ("D. Regional") are labelled ABREVIADO: beside a person they are a role, alone a unit. Persons are
candidates, labelled by what speaks for them: CONOCIDA (a known given name first), INICIAL (an initial), POSIBLE (capitals).
``doc.user_data["normas"]`` holds each token's folded form with its slips repaired.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from extractor.normalizadores.reparo_cargos import norma_reparada
from extractor.vocabularios import servicios
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import cargos, formas_de_adjetivo, formas_de_cargo, unidades

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

CARGO, PERSONA, ABREVIADO, NORMAS = "cargo", "persona", "ABREVIADO", "normas"
CONOCIDA, INICIAL, POSIBLE = "CONOCIDA", "INICIAL", "POSIBLE"
PALABRAS_PERSONA = (2, 6)
"""Least and most words of a person's name, initials included."""
_TOKENS_CABEZA = 7
_UNIDAD_SIN_TILDE = frozenset({"secretaria", "secretarias", "subsecretaria", "subsecretarias"})
"""Heads that without their accent are also the unit's name ("Secretaria General")."""
_SIGUE_UNIDAD = frozenset({"regional", "general", "comunal", "municipal", "regionales"})


@cache
def preposiciones() -> frozenset[str]:
    return frozenset({"de", "del", "con", "por", "para", "a", "en", "al"})


@cache
def no_son_nombre() -> frozenset[str]:
    """Words that are no one's name: what opens a unit, its subjects, roles, acronyms."""
    vocab = unidades()
    frases = (*vocab.fuertes, *vocab.debiles, *vocab.materias, *formas_de_cargo(), *formas_de_adjetivo(), *cargos().titulos)
    siglas = (sigla for s in servicios.vocabulario().servicios for sigla in s.siglas)
    palabras = {p for frase in (*frases, *siglas, *vocab.fechas) for p in plegar_frase(frase).split() if len(p) > 1}
    return frozenset(palabras - set(cargos().particulas) - nombres())


@cache
def nombres() -> frozenset[str]:
    """Given names, folded."""
    return frozenset(plegar_frase(n) for n in cargos().nombres_propios)


@cache
def _cabezas() -> tuple[dict[str, str], int]:
    """Every written head without its spaces, with its label, and the length of the longest."""
    formas = {forma.replace(" ", ""): "CABEZA" for forma in formas_de_cargo()}
    formas |= {plegar_frase(f).replace(" ", ""): ABREVIADO for lista in cargos().abreviados.values() for f in lista}
    return formas, max(map(len, formas))


def componente_cargos(nlp: Language) -> Callable[[Doc], Doc]:
    """The component."""
    return _marcar


def _marcar(doc: Doc) -> Doc:
    from spacy.tokens import Span

    normas = [norma_reparada(t.norm_) for t in doc]
    doc.user_data[NORMAS] = normas
    roles: list[Span] = []
    indice = 0
    while indice < len(doc):
        hallada = _cabeza_en(doc, normas, indice)
        if hallada is None:
            indice += 1
            continue
        fin, etiqueta = hallada
        while etiqueta != ABREVIADO and (paso := _adjetivo_en(doc, normas, fin)):
            fin += paso
        roles.append(Span(doc, indice, fin, label=etiqueta))
        indice = fin
    doc.spans[CARGO] = roles
    doc.spans[PERSONA] = _personas(doc, roles)
    return doc


def _adjetivo_en(doc: Doc, normas: list[str], indice: int) -> int:
    """How many tokens the adjective at ``indice`` takes ("Regional", "(S)"); 0 when none stands there."""
    for largo in (3, 1):
        if indice + largo <= len(doc) and "".join(normas[indice : indice + largo]) in formas_de_adjetivo():
            return largo
    return 0


def _cabeza_en(doc: Doc, normas: list[str], indice: int) -> tuple[int, str] | None:
    """End and label of the longest head that begins at ``indice``; None when none does, or when it is something else's word."""
    previa = normas[indice - 1] if indice else ""
    if previa in preposiciones() or not doc[indice].text[:1].isalpha() or _no_es_cargo(normas, indice):
        return None
    formas, maximo = _cabezas()
    junta, mejor = "", None
    for fin in range(indice + 1, min(len(doc), indice + _TOKENS_CABEZA) + 1):
        if doc[fin - 1].is_space:
            break
        junta += normas[fin - 1]
        if len(junta) > maximo:
            break
        if junta in formas and (len(junta) > 2 or fin > indice + 1):
            mejor = (fin, formas[junta])
    if mejor is None:
        corta = doc[indice].norm_.rstrip(".")
        con_punto = doc[indice].text.endswith(".") or (indice + 1 < len(doc) and doc[indice + 1].text == ".")
        if corta not in cargos().abreviaturas or not con_punto or not doc[indice].text[:1].isupper():
            return None
        mejor = (indice + 1 if doc[indice].text.endswith(".") else indice + 2, "CABEZA")
    return None if _es_unidad(doc, normas, indice, mejor[0]) or _es_apellido(doc, indice, mejor[0]) else mejor


def _no_es_cargo(normas: list[str], indice: int) -> bool:
    """Whether a phrase that only looks like a role stands there ("Jefas de Hogar")."""
    return any(tuple(normas[indice : indice + len(f)]) == f for f in _falsos())


@cache
def _falsos() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(plegar_frase(f).split()) for f in cargos().no_son_cargo)


def _es_unidad(doc: Doc, normas: list[str], inicio: int, fin: int) -> bool:
    """Whether the head is a unit's name written with or without its accent ("Secretaría Ejecutiva", "Subsecretaria del ...")."""
    siguiente = normas[fin] if fin < len(doc) else ""
    if normas[inicio] == "seremi" and fin < len(doc) and doc[fin].text.isupper() and siguiente not in formas_de_adjetivo():
        return doc[inicio].text.isupper() and len(siguiente) > 2  # "SEREMI MINVU"
    if normas[inicio] not in _UNIDAD_SIN_TILDE or fin > inicio + 1:
        return False
    escrita = doc[inicio].text
    return "í" in escrita.lower() or escrita.isupper() or normas[inicio].startswith("sub") or siguiente in _SIGUE_UNIDAD


def _es_apellido(doc: Doc, inicio: int, fin: int) -> bool:
    """Whether the word is a surname: right after one given name, and another name word after it ("Pilar Fiscal Urbina")."""
    previa = doc[inicio - 1] if inicio else None
    if previa is None or previa.norm_ not in nombres() or (inicio > 1 and _es_nombre(doc[inicio - 2])):
        return False
    return fin < len(doc) and _es_nombre(doc[fin]) and fin == inicio + 1


def _es_inicial(token: Token) -> bool:
    letras = token.text.rstrip(".")
    corta = len(letras) == 1 or letras in ("Ch", "Ll", "Th")
    return corta and letras.isalpha() and (letras[0].isupper() or token.text.endswith("."))


def _es_nombre(token: Token) -> bool:
    letras = token.text.replace("'", "").replace("’", "").replace("´", "").replace("-", "")
    return token.text[:1].isupper() and letras.isalpha() and len(token) > 1 and token.norm_ not in no_son_nombre()


def _personas(doc: Doc, roles: list[Span]) -> list[Span]:
    """Runs of name words that could be a person's name."""
    from spacy.tokens import Span

    ocupadas = {i for rol in roles for i in range(rol.start, rol.end)}
    personas: list[Span] = []
    indice = 0
    while indice < len(doc):
        abre = _es_nombre(doc[indice]) or _inicial_delante(doc, indice)
        if indice in ocupadas or not abre or (_es_inicial(doc[indice]) and not _inicial_delante(doc, indice)):
            minuscula = indice not in ocupadas and _en_minusculas(doc, indice, ocupadas)
            if minuscula:
                personas.append(Span(doc, indice, minuscula, label=CONOCIDA))
            indice = minuscula or indice + 1
            continue
        fin = _fin_corrida(doc, indice, ocupadas)
        indice = _primer_conocido(doc, indice, fin)
        palabras = [t for t in doc[indice:fin] if t.norm_ not in cargos().particulas and t.text != "."]
        if PALABRAS_PERSONA[0] <= len(palabras) <= PALABRAS_PERSONA[1]:
            personas.append(Span(doc, indice, fin, label=_etiqueta(doc, indice, fin)))
        indice = fin
    return personas


def _etiqueta(doc: Doc, inicio: int, fin: int) -> str:
    if any(t.norm_ in nombres() for t in doc[inicio : inicio + 2] if _es_nombre(t)):
        return CONOCIDA
    return INICIAL if _es_inicial(doc[fin - 1]) or doc[fin - 1].text == "." or _es_inicial(doc[inicio]) else POSIBLE


def _inicial_delante(doc: Doc, indice: int) -> bool:
    """ "M. Soledad": an initial that opens a name; before a word that is no known given name, only with its stop."""
    if not _es_inicial(doc[indice]) or not doc[indice].text[0].isupper():
        return False
    siguiente = indice + 1
    if siguiente < len(doc) and doc[siguiente].text == ".":
        siguiente += 1
    con_punto = doc[indice].text.endswith(".") or siguiente > indice + 1
    abre = indice == 0 or doc[indice - 1].is_space or doc[indice - 1].is_punct
    return siguiente < len(doc) and _es_nombre(doc[siguiente]) and (doc[siguiente].norm_ in nombres() or (con_punto and abre))


def _en_minusculas(doc: Doc, inicio: int, ocupadas: set[int]) -> int:
    """End of a name all in lower case at the start of a line: a known given name and one to three words; 0 when none."""
    abre = inicio == 0 or doc[inicio - 1].is_space
    if not abre or doc[inicio].norm_ not in nombres() or not doc[inicio].is_lower:
        return 0
    fin = inicio
    while (
        fin < len(doc)
        and doc[fin].is_alpha
        and doc[fin].is_lower
        and fin not in ocupadas
        and doc[fin].norm_ not in no_son_nombre()
    ):
        fin += 1
    corta = fin == len(doc) or doc[fin].text in (",", "-", "/", "(", ":") or doc[fin].is_space
    return fin if corta and 2 <= fin - inicio <= 4 else 0


def _primer_conocido(doc: Doc, inicio: int, fin: int) -> int:
    """Where a person begins in a run right after a preposition ("Encargado de Riego Ana Soto"): at its first given name."""
    if inicio < 2 or doc[inicio - 1].norm_ not in preposiciones() or doc[inicio].norm_ in nombres():
        return inicio
    return next((i for i in range(inicio + 1, fin - 1) if doc[i].norm_ in nombres()), inicio)


def _fin_corrida(doc: Doc, inicio: int, ocupadas: set[int]) -> int:
    """Where a run of name words, initials and inner particles ends; a name word after a closing initial begins another run."""
    fin = inicio + 1
    while fin < len(doc) and fin not in ocupadas:
        token = doc[fin]
        if _es_nombre(token):
            cerrada = _es_inicial(doc[fin - 1]) or (doc[fin - 1].text == "." and _es_inicial(doc[fin - 2]))
            if cerrada and fin - inicio > 2:
                break
            fin += 1
        elif _es_inicial(token) and token.norm_ not in ("y", "e", "a", "o"):
            fin += 1
            if fin < len(doc) and doc[fin].text == ".":
                fin += 1
        elif token.text == "." and _es_inicial(doc[fin - 1]) and fin - 1 == inicio:
            fin += 1
        elif (paso := _particulas(doc, fin, ocupadas)) and (fin > inicio + 0):
            fin += paso
        elif token.text[:1].isupper() and doc[fin - 1].norm_ in nombres() and fin == inicio + 1 and _apellido_comun(doc, fin):
            fin += 1
        else:
            break
    return fin


def _apellido_comun(doc: Doc, indice: int) -> bool:
    """Whether a word of the vocabulary is a surname there: a name word comes after it ("Luz Alcalde Montes")."""
    return doc[indice].is_alpha and indice + 1 < len(doc) and _es_nombre(doc[indice + 1])


def _particulas(doc: Doc, indice: int, ocupadas: set[int]) -> int:
    """How many tokens the particles at ``indice`` and the name word after them take ("de la Cuadra"); 0 when none do."""
    fin = indice
    while fin < len(doc) and fin - indice < 2 and doc[fin].norm_ in cargos().particulas and doc[fin].norm_ != "y":
        fin += 1
    seguida = fin > indice and fin < len(doc) and fin not in ocupadas and _es_nombre(doc[fin])
    return fin + 1 - indice if seguida else 0
