"""Verb forms of a narration by their endings: done, planned, failed; nothing of scope is decided here."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.estados import vocabulario

if TYPE_CHECKING:
    from spacy.tokens import Doc


CLAVE = "estado"


_PARTICIPIO = re.compile(r"\w{2,}[ai]d(?:o|a|os|as)")


_PRETERITO_PLURAL = re.compile(r"\w{2,}(?:aron|ieron|yeron)")


_FUTURO = re.compile(r"\w+(?:rá|rán|remos)")


_CONDICIONAL = re.compile(r"\w{3,}[aei]rían?")


_ERIA = re.compile(r"(?!ser|deb|pod|ten|hab)\w+erian?$")
"""Trades ("carpintería") more often than conditionals, unless a pronoun stands before."""


_FUTURO_SIN_TILDE = re.compile(r"\w{3,}[aei]ran?")


INFINITIVO = re.compile(r"\w{2,}(?:ar|er|ir)(?:se|lo|la|los|las)?")


_DE_NOSOTROS = re.compile(r"[a-zñü]{2,}(?:[ai]mos|[cdn]emos)")


_ANTE_NOMBRE = frozenset(
    {"los", "las", "de", "del", "con", "en", "por", "para", "a", "estos", "sus", "y", "cuatro", "tres", "dos"}
)


_SIGUEN = frozenset({"sigue", "siguen", "continua", "continuan", "permanece", "permanecen", "mantiene", "mantienen"})


CORTE_FRASE = frozenset({".", ";", ":", "\n", "\n\n", "•", "·", "?", "!"})


CORTE_CLAUSULA = CORTE_FRASE | {",", "pero", "sino", "aunque", "mientras", "(", ")"}


ALCANCE_AUXILIAR = 3


ALCANCE_DECISION = 4


ALCANCE_TOTALES = 3
"""Words after a denied verb within which "todos" makes it partial ("No se realizaron todos los talleres")."""


@cache
def lista(clave: str) -> frozenset[str]:
    return frozenset(plegar_frase(p) for p in getattr(vocabulario().narracion, clave))


def es_participio(norma: str) -> bool:
    return (len(norma) > 4 and _PARTICIPIO.fullmatch(norma) is not None) or _con_raiz(norma, "participios_irregulares")


def _con_raiz(norma: str, clave: str) -> bool:
    return re.sub(r"(?:o|a|os|as)$", "", norma) in lista(clave)


def auxiliar(doc: Doc, indice: int) -> str | None:
    """The auxiliary that governs the participle at ``indice``, in its own clause."""
    for paso in range(1, ALCANCE_AUXILIAR + 1):
        if indice - paso < 0 or doc[indice - paso].norm_ in CORTE_CLAUSULA:
            return None
        norma = doc[indice - paso].norm_
        if norma in lista("auxiliares_perfecto") or norma in lista("auxiliares_estado"):
            return norma
    return None


def _es_futuro(doc: Doc, indice: int) -> bool:
    """A future that is the sentence's own: not one of purpose or of a relative clause ("que permitirá")."""
    token = doc[indice]
    previa = doc[indice - 1].norm_ if indice else ""
    con_tilde = len(token.lower_) > 2 and _FUTURO.fullmatch(token.lower_) is not None and token.lower_ != token.norm_
    sin_tilde = token.norm_ in lista("futuros_sin_tilde") and token.norm_ == token.lower_
    condicional = _CONDICIONAL.fullmatch(token.lower_) is not None and (
        previa in ("se", "que", "lo") or not _ERIA.match(token.norm_)
    )
    reflexivo = previa == "se" and _FUTURO_SIN_TILDE.fullmatch(token.norm_) is not None
    plural = token.lower_.endswith("remos") and len(token) > 6
    if token.norm_ in lista("no_futuros") or not (con_tilde or condicional or sin_tilde or reflexivo or plural):
        return False
    if token.norm_.startswith(tuple(lista("de_finalidad"))):
        return False
    return not any(t.norm_ in lista("relativos") for t in doc[max(0, indice - 2) : indice])


def _sin_efecto(doc: Doc, indice: int) -> bool:
    """Whether what was decided or told is that it is not done ("se decidió no realizar", "informó que no se realizará")."""
    for lugar in range(indice + 1, min(len(doc), indice + 1 + ALCANCE_DECISION)):
        if doc[lugar].norm_ in CORTE_FRASE:
            return False
        if doc[lugar].norm_ in lista("deshacen") or (doc[lugar].norm_ == "no" and doc[lugar - 1].norm_ != ","):
            return True
    return False


def _de_tropiezo(doc: Doc, indice: int) -> bool:
    """ "Hubo dificultades", "tuvo problemas": nothing done is told."""
    if doc[indice].norm_ not in ("hubo", "hubieron", "tuvo", "tuvieron", "existio", "existieron", "surgio", "surgieron"):
        return False
    return any(t.norm_ in lista("no_importan") for t in doc[indice + 1 : indice + 1 + ALCANCE_TOTALES])


def _ante_cargas(doc: Doc, indice: int) -> bool:
    """Whether what is undone was a burden ("se suspendió el cobro"): then nothing failed."""
    return any(t.norm_ in lista("cargas") for t in doc[indice + 1 : indice + 1 + ALCANCE_TOTALES])


def verbo(doc: Doc, indice: int) -> str | None:
    """The label of the verb form at ``indice``, or None."""
    token, norma = doc[indice], doc[indice].norm_
    previa = doc[indice - 1].norm_ if indice else ""
    if norma in lista("auxiliares_estado") or (norma in lista("varian") and previa != "se") or _de_tropiezo(doc, indice):
        return None
    if norma in lista("fracasan"):
        return "FRACASO"
    if norma.startswith("compromet") and not es_participio(norma):
        return "PLAN" if indice + 1 < len(doc) and doc[indice + 1].norm_ == "a" else "HECHO_DEBIL"
    if norma in lista("deciden") and _sin_efecto(doc, indice):
        return "FRACASO"
    que = indice + 1 < len(doc) and doc[indice + 1].norm_ == "que"
    if norma in ("debio", "debieron", "debia", "debian") or (que and norma in ("hubo", "tuvo", "tuvieron")):
        return None  # what should have been, or had to be
    if (
        _con_raiz(norma, "participios_fracaso")
        and not _ante_cargas(doc, indice)
        and (auxiliar(doc, indice) is not None or indice == 0 or len(doc) <= 3)
    ):
        return "FRACASO"
    if es_participio(norma):
        if previa == "lo":
            return None  # "según lo programado"
        if previa in ("haber", "haberse", "habria", "habrian", "hubiera", "hubiese"):
            return None  # what should or would have been
        if previa == "vez" or (previa == "sido" and indice > 1 and doc[indice - 2].norm_ == "vez"):
            return None  # "una vez aprobado"
        if any(t.norm_ in lista("futuros_auxiliares") for t in doc[max(0, indice - ALCANCE_AUXILIAR) : indice]):
            return None  # "será firmado": the future says it
        if _con_raiz(norma, "participios_plan") and plan_pasado(doc, indice):
            return None
        frena = _con_raiz(norma, "participios_freno") and auxiliar(doc, indice) is not None
        if frena or (previa in _SIGUEN and (norma.startswith("cerrad") or _con_raiz(norma, "participios_freno"))):
            return "FRACASO" if previa in _SIGUEN else "PARCIAL"  # "sigue cerrado", "está atrasada"
        if auxiliar(doc, indice) is not None:
            if norma.startswith(tuple(lista("fallan_raices"))) and not _ante_cargas(doc, indice):
                return "FRACASO"
            return "PLAN" if _con_raiz(norma, "participios_plan") else "HECHO"
        if _con_raiz(norma, "participios_plan"):
            return "PLAN_DEBIL"
        return None  # by itself: ``participios_estado``
    if _es_futuro(doc, indice):
        return "PLAN"
    propio = indice > 0 and token.is_title and doc[indice - 1].norm_ not in CORTE_FRASE  # a place ("Curicó")
    agudo = token.lower_.endswith("ó") and len(token) > 3 and not propio
    sin_tilde = previa == "se" and norma.endswith("o") and len(norma) > 4
    if agudo or sin_tilde or norma in lista("pasados_irregulares") or (_PRETERITO_PLURAL.fullmatch(norma) and len(norma) > 5):
        falla = norma.startswith(tuple(lista("fallan_raices"))) and not _ante_cargas(doc, indice)
        return "FRACASO" if falla else "HECHO"
    return de_nosotros(doc, indice)


def de_nosotros(doc: Doc, indice: int) -> str | None:
    """ "Publicamos dos estudios", "expusimos": its past and its present may end alike; "los tramos" and "próximos" are none."""
    token = doc[indice]
    if not _DE_NOSOTROS.fullmatch(token.lower_) or token.norm_ in lista("no_nosotros"):
        return None
    previas = {t.norm_ for t in doc[max(0, indice - 2) : indice]}
    if previas & lista("relativos") or (indice and (doc[indice - 1].norm_ in _ANTE_NOMBRE or doc[indice - 1].is_digit)):
        return None
    return "PLAN" if token.norm_.startswith(tuple(lista("presentes_de_plan"))) else "HECHO_DEBIL"


def plan_pasado(doc: Doc, inicio: int) -> bool:
    """ "Estaba prevista para julio", "se había programado": what was planned once says nothing of now."""
    return any(t.norm_ in ("estaba", "estaban", "habia", "habian") for t in doc[max(0, inicio - ALCANCE_AUXILIAR) : inicio])
