"""Roles and persons of a cell: ``celda.roles`` (heads with their adjectives) and ``celda.personas``.

Abbreviated roles ("D. Regional") are labelled ABREVIADO: beside a person they are a role, alone a unit. Persons are
candidates, labelled by what speaks for them: CONOCIDA (a known given name first), INICIAL (an initial), POSIBLE (capitals).
"""

from __future__ import annotations

from functools import cache, lru_cache

from extractor.normalizadores.letras.aperturas_unidad import aperturas, de_cargos
from extractor.normalizadores.responsable.celda import Celda, Tramo
from extractor.normalizadores.responsable.empresas import de_empresas
from extractor.normalizadores.responsable.oficios import oficio, por_su_final
from extractor.normalizadores.responsable.personas_cargo import es_nombre, nombres, personas_en, preposiciones
from extractor.normalizadores.responsable.reparo_cargos import norma_reparada, rol_abreviado
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import cargos, formas_de_adjetivo, formas_de_cargo

ABREVIADO = "ABREVIADO"
_TOKENS_CABEZA = 7
_LARGO_CORTO = 4
"""Letters of a role too short to be repaired anywhere ("Jefe")."""


@cache
def _cabezas() -> tuple[dict[str, str], frozenset[str]]:
    """Every written head without its spaces, with its label, and all that they begin with."""
    formas = {forma.replace(" ", ""): "CABEZA" for forma in formas_de_cargo()}
    formas |= {plegar_frase(f).replace(" ", ""): ABREVIADO for lista in cargos().abreviados.values() for f in lista}
    return formas, frozenset(f[:n] for f in formas for n in range(1, len(f) + 1))


def marcar(doc: Celda) -> Celda:
    """Fills the repaired forms, the roles and the persons of the cell, and returns it."""
    normas = [norma_reparada(t.norm_) for t in doc]
    for token in doc if "." in doc.text else ():
        if (entera := _abreviada(doc, token.i)) is not None:
            normas[token.i] = entera
    mandadas = aperturas("mandadas")
    for token, siguiente in zip(doc, normas[1:], strict=False):
        manda = siguiente in mandadas or (token.i == 0 and siguiente in ("de", "del"))
        if manda and abs(len(token.norm_) - _LARGO_CORTO) < 2 and token.norm_ not in nombres():
            normas[token.i] = _corta_reparada(normas[token.i])
    doc.normas = normas
    empresas = de_empresas(doc)
    roles: list[Tramo] = []
    for indice in [token.i for token, bien in zip(doc, normas, strict=True) if _puede_abrir(bien, token.norm_)]:
        if indice in empresas or (roles and indice < roles[-1].end):
            continue
        suelta = not roles or indice > roles[-1].end + 1
        hallada = _cabeza_en(doc, normas, indice) or (_rotulo_en(doc, indice) if suelta else None)
        if hallada is None:
            continue
        fin, etiqueta = hallada
        while (paso := _adjetivo_en(doc, normas, fin)) and (etiqueta != ABREVIADO or doc[fin].text == "("):
            fin += paso
        if fin == hallada[0] and _sin_nada_propio(doc, normas, fin):
            fin += 1
        roles.append(Tramo(indice, fin, etiqueta))
    doc.roles = roles
    doc.personas = [p for p in personas_en(doc, roles) if p.start not in empresas]
    return doc


@cache
def _corta_reparada(norma: str) -> str:
    """The one role of four letters that the word is a slip of, right before what a role is in charge of ("Jeje Unidad ..."); the
    word itself when there is none."""
    from rapidfuzz.distance import OSA

    if not norma.isalpha() or norma in formas_de_cargo() or norma in preposiciones():
        return norma
    iniciales = {norma[0], "j" if norma[0] == "g" else norma[0]}
    cortas = [f for f in formas_de_cargo() if len(f) == _LARGO_CORTO and f[0] in iniciales and f.isalpha()]
    cerca = {formas_de_cargo()[f] for f in cortas if OSA.distance(norma, f, score_cutoff=1) == 1}
    hallada = next((f for f in cortas if OSA.distance(norma, f, score_cutoff=1) == 1), norma)
    return hallada if len(cerca) == 1 and norma not in formas_de_cargo() else norma


@cache
def _rotulos() -> frozenset[str]:
    return frozenset(plegar_frase(f) for formas in cargos().rotulos_cargo.values() for f in formas)


def _abreviada(doc: Celda, indice: int) -> str | None:
    """The head of a role that the word with a stop at ``indice`` shortens ("Encdo.", "Superv."); None when it shortens none, or
    when it is a title, a unit's word or a vocabulary's own short form."""
    token = doc[indice]
    if not token.text.endswith(".") and (indice + 1 == len(doc) or doc[indice + 1].text != "." or token.whitespace_):
        return None
    corta = token.norm_.rstrip(".")
    de_algo = indice > 0 and doc[indice - 1].norm_ in preposiciones()
    return rol_abreviado(corta) if token.text[:1].isupper() and corta.isalpha() and not de_algo else None


def _rotulo_en(doc: Celda, indice: int) -> tuple[int, str] | None:
    """A noun that is a role only before a colon or alone in brackets, and no part of the role before it ("Suplente: ...")."""
    if doc[indice].norm_ not in _rotulos() or indice + 1 == len(doc):
        return None
    previa = doc[indice - 1] if indice else None
    if previa is not None and (previa.norm_ in preposiciones() or previa.norm_ in aperturas("fuertes", "debiles")):
        return None
    entre = previa is not None and previa.text == "(" and doc[indice + 1].text == ")"
    return (indice + 1, "CABEZA") if entre or doc[indice + 1].text == ":" else None


def _adjetivo_en(doc: Celda, normas: list[str], indice: int) -> int:
    """How many tokens the adjective at ``indice`` takes ("Regional", "(S)"); 0 when none stands there."""
    formas = formas_de_adjetivo()
    for largo in range(min(4, len(doc) - indice), 0, -1):
        if "".join(normas[indice : indice + largo]) in formas:
            return largo
    return 0


def _sin_nada_propio(doc: Celda, normas: list[str], indice: int) -> bool:
    """Whether "Jefe" stands there, right after a profession, and a separator, a person or nothing follows it."""
    if indice >= len(doc) or normas[indice] not in _tras_profesion():
        return False
    if indice + 1 == len(doc):
        return True
    siguiente = doc[indice + 1]
    return siguiente.is_space or (siguiente.is_punct and siguiente.text != "/") or siguiente.norm_ in nombres()


@cache
def _tras_profesion() -> frozenset[str]:
    return frozenset(map(plegar_frase, cargos().tras_profesion))


@lru_cache(maxsize=16384)
def _puede_abrir(reparada: str, norma: str) -> bool:
    """Whether a head may begin with the word, or be it: most are nouns of units and small words, and are not asked about."""
    if reparada in _cabezas()[1] or reparada == "ex" or norma.rstrip(".") in cargos().abreviaturas:
        return True
    return norma in _rotulos() or oficio(norma) is not None


def _cabeza_en(doc: Celda, normas: list[str], indice: int) -> tuple[int, str] | None:
    """End and label of the longest head that begins at ``indice``; None when none does, or when it is something else's word."""
    previa = normas[indice - 1] if indice else ""
    if previa in preposiciones() or not doc[indice].text[:1].isalpha() or _no_es_cargo(normas, indice):
        return None
    if normas[indice] == "ex" and indice + 1 < len(doc):
        siguiente = _cabeza_en(doc, normas, indice + 1)
        return siguiente if siguiente is not None and siguiente[1] != ABREVIADO else None
    formas, comienzos = _cabezas()
    junta, mejor = "", None
    for fin in range(indice + 1, min(len(doc), indice + _TOKENS_CABEZA) + 1):
        if doc[fin - 1].is_space:
            break
        junta += normas[fin - 1]
        if junta not in comienzos:
            break
        if junta in formas and (len(junta) > 2 or fin > indice + 1):
            mejor = (fin, formas[junta])
    if mejor is None and _es_oficio(doc, indice):
        return indice + 1, "CABEZA"
    if mejor is None:
        if doc[indice].norm_.rstrip(".") not in cargos().abreviaturas:
            return None
        con_punto = doc[indice].text.endswith(".") or (indice + 1 < len(doc) and doc[indice + 1].text == ".")
        if not con_punto or not doc[indice].text[:1].isupper() or _de_unidad(doc, indice):
            return None
        mejor = (indice + 1 if doc[indice].text.endswith(".") else indice + 2, "CABEZA")
    fin = mejor[0]
    if fin < len(doc) and doc[fin].text == "." and normas[indice] != doc[indice].norm_ and fin == indice + 1:
        sigue = fin + 1 < len(doc) and normas[fin + 1] in ("de", "del")
        mejor = (fin + 1 if sigue or _abreviada(doc, indice) else fin, mejor[1])  # the stop of "Encdo."
    return None if _es_unidad(doc, normas, indice, mejor[0]) or _es_apellido(doc, indice, mejor[0]) else mejor


def _es_oficio(doc: Celda, indice: int) -> bool:
    """Whether an unlisted profession stands there: by an ending that no other word has, or at the head of a stretch that goes on
    with no name ("Tasador de turno", but "Amador Ruiz")."""
    norma = doc[indice].norm_
    if doc.normas and doc.normas[indice] != norma:
        return False
    if por_su_final(norma):
        return True
    abre = indice == 0 or doc[indice - 1].is_space or doc[indice - 1].is_punct or doc[indice - 1].norm_ in ("y", "e")
    if not abre or oficio(norma) is None:
        return False
    siguiente = doc[indice + 1] if indice + 1 < len(doc) else None
    return siguiente is None or not es_nombre(siguiente) or siguiente.norm_ in formas_de_adjetivo()


def _de_unidad(doc: Celda, indice: int) -> bool:
    """Whether a short form belongs to a unit's name ("Depto. Adm. y Finanzas"): after its opening, or before "y"."""
    previa = next((t for t in reversed(doc[:indice]) if t.text != "."), None)
    siguiente = next((t for t in doc[indice + 1 :] if t.text != "."), None)
    abre = previa is not None and not previa.is_space and previa.norm_.rstrip(".") in aperturas("fuertes", "debiles")
    return abre or (siguiente is not None and siguiente.norm_ in ("y", "e"))


def _no_es_cargo(normas: list[str], indice: int) -> bool:
    """Whether a phrase that only looks like a role stands there ("Jefas de Hogar")."""
    falsas = _falsos().get(normas[indice])
    return falsas is not None and any(tuple(normas[indice : indice + len(f)]) == f for f in falsas)


@cache
def _falsos() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases by their first word."""
    indice: dict[str, tuple[tuple[str, ...], ...]] = {}
    for frase in (tuple(plegar_frase(f).split()) for f in cargos().no_son_cargo):
        indice[frase[0]] = (*indice.get(frase[0], ()), frase)
    return indice


def _es_unidad(doc: Celda, normas: list[str], inicio: int, fin: int) -> bool:
    """Whether the head is a unit's name written with or without its accent ("Secretaría Ejecutiva", "Subsecretaria del ...")."""
    siguiente = normas[fin] if fin < len(doc) else ""
    if normas[inicio] == "seremi" and siguiente in ("de", "del") and doc[inicio].text.isupper() and not doc.text.isupper():
        return True  # the acronym of the office
    if normas[inicio] == "seremi" and fin < len(doc) and doc[fin].text.isupper() and siguiente not in formas_de_adjetivo():
        return doc[inicio].text.isupper() and len(siguiente) > 2  # "SEREMI MINVU"
    escrita = doc[inicio].text
    if normas[inicio] in de_cargos("sin_tilde") and "".join(normas[inicio:fin]).endswith(tuple(de_cargos("de_ministerio"))):
        return "í" in escrita.lower() or escrita.isupper() or not _con_tildes(doc)
    if normas[inicio] not in de_cargos("sin_tilde") or fin > inicio + 1:
        return False
    despues = normas[fin + 1] if fin + 1 < len(doc) else ""
    if (
        siguiente in de_cargos("tras_sin_tilde_cargo")
        and despues not in de_cargos("de_ministerio")
        and not escrita.isupper()
        and "í" not in escrita.lower()
    ):
        return False  # "Secretaria Regional" is who, "Secretaria Regional Ministerial de Obras" where
    return (
        "í" in escrita.lower()
        or escrita.isupper()
        or normas[inicio].startswith("sub")
        or siguiente in de_cargos("tras_sin_tilde_unidad")
    )


def _con_tildes(doc: Celda) -> bool:
    """Whether the cell's other words bear their accents: a missing one then means something."""
    return any(c in "áéíóúÁÉÍÓÚ" for c in doc.text)


def _es_apellido(doc: Celda, inicio: int, fin: int) -> bool:
    """Whether the word is a surname: right after one given name, and another name word after it ("Pilar Fiscal Urbina")."""
    previa = doc[inicio - 1] if inicio else None
    if previa is None or previa.norm_ not in nombres() or (inicio > 1 and es_nombre(doc[inicio - 2])):
        return False
    return fin < len(doc) and es_nombre(doc[fin]) and fin == inicio + 1
