"""What each verb form of a narration speaks for: done, planned, failed. Rules in a table; the first that knows the form says it.

Nothing of scope is decided here (``negaciones``), nor participles alone (``participios``) or presents
(``presentes``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from extractor.normalizadores.estado.forma import NADA, Forma
from extractor.normalizadores.estado.oracion import Oracion
from extractor.normalizadores.estado.reglas_fracaso import (
    archivo,
    decision,
    devolucion,
    fracaso,
    hay_jurado,
    obligacion,
    renuncia,
)
from extractor.normalizadores.estado.verbos import (
    ALCANCE_AUXILIAR,
    ALCANCE_TOTALES,
    CORTE_FRASE,
    INFINITIVO,
    ante_cargas,
    auxiliar,
    con_raiz,
    empieza_como,
    es_participio,
    lista,
    plan_pasado,
    quita_cosas,
)

_PRETERITO_PLURAL = re.compile(r"\w{2,}(?:aron|ieron|yeron)")
_FUTURO = re.compile(r"\w+(?:rá|rán|remos)")
_CONDICIONAL = re.compile(r"\w{3,}[aei]rían?")
_ERIA = re.compile(r"(?!ser|deb|pod|ten|hab)\w+erian?$")
"""Trades ("carpintería") more often than conditionals, unless a pronoun stands before."""
_FUTURO_SIN_TILDE = re.compile(r"\w{3,}[aei]ran?")
_DE_NOSOTROS = re.compile(r"[a-zñü]{2,}(?:[ai]mos|[cdn]emos)")
_ANTE_NOMBRE = frozenset(
    {"los", "las", "de", "del", "con", "en", "por", "para", "a", "estos", "sus", "y", "cuatro", "tres", "dos"}
)
_SIGUEN = frozenset(
    {
        "sigue",
        "siguen",
        "continua",
        "continuan",
        "permanece",
        "permanecen",
        "mantiene",
        "mantienen",
        "permanecio",
        "permanecieron",
        "mantuvo",
        "mantuvieron",
        "estuvo",
        "estuvieron",
        "siguio",
        "siguieron",
    }
)


class ReglaVerbo(NamedTuple):
    """One kind of form: its label, ``NADA``, or None for a form that is not of its kind."""

    nombre: str
    porque: str
    etiqueta: Callable[[Forma], str | None]


def verbo(doc: Oracion, indice: int) -> str | None:
    """The label of the verb form at ``indice``, or None."""
    palabra = doc[indice]
    if not puede_ser_verbo(palabra.lower_, palabra.norm_):
        return None
    forma = Forma(doc, indice, palabra.norm_, doc[indice - 1].norm_ if indice else "")
    for regla in REGLAS:
        etiqueta = regla.etiqueta(forma)
        if etiqueta is not None:
            return etiqueta or None
    return None


@lru_cache(maxsize=16384)
def puede_ser_verbo(escrita: str, norma: str) -> bool:
    """Whether any rule could know the word: most are nouns and small words, and are not asked about."""
    listas = ("fracasan", "deciden", "pasados_irregulares", "futuros_sin_tilde")
    return (
        es_participio(norma)
        or con_raiz(norma, "participios_fracaso")
        or any(norma in lista(clave) for clave in listas)
        or norma.startswith("compromet")
        or escrita.endswith("ó")
        or norma.endswith(("o", "remos"))
        or any(f.fullmatch(escrita) for f in (_FUTURO, _CONDICIONAL, _DE_NOSOTROS))
        or any(f.fullmatch(norma) for f in (_FUTURO_SIN_TILDE, _PRETERITO_PLURAL))
    )


def _muda(forma: Forma) -> str | None:
    norma = forma.norma
    return NADA if norma in lista("auxiliares_estado") or (norma in lista("varian") and forma.previa != "se") else None


def _tropiezo(forma: Forma) -> str | None:
    if forma.norma not in ("hubo", "hubieron", "tuvo", "tuvieron", "existio", "existieron", "surgio", "surgieron"):
        return None
    despues = forma.doc[forma.i + 1 : forma.i + 1 + ALCANCE_TOTALES]
    return NADA if any(t.norm_ in lista("no_importan") for t in despues) else None


def _compromiso(forma: Forma) -> str | None:
    if not forma.norma.startswith("compromet") or es_participio(forma.norma) or INFINITIVO.fullmatch(forma.norma):
        return None
    return "PLAN" if forma.siguiente == "a" else "HECHO_DEBIL"


def _participio_de_fracaso(forma: Forma) -> str | None:
    if not con_raiz(forma.norma, "participios_fracaso") or ante_cargas(forma.doc, forma.i) or quita_cosas(forma.doc, forma.i):
        return None
    dicho = auxiliar(forma.doc, forma.i) is not None or forma.i == 0 or len(forma.doc) <= 3
    return "FRACASO" if dicho else None


def _participio_mudo(forma: Forma) -> str | None:
    """One that tells which, after what, or what should have been; one whose auxiliary is a future says nothing itself."""
    if not es_participio(forma.norma):
        return None
    doc, i, previa = forma.doc, forma.i, forma.previa
    irreal = previa in ("lo", "haber", "haberse", "habria", "habrian", "hubiera", "hubiese")
    tras = previa == "vez" or (previa == "sido" and i > 1 and doc[i - 2].norm_ == "vez")
    futuro = any(t.norm_ in lista("futuros_auxiliares") for t in doc[max(0, i - ALCANCE_AUXILIAR) : i])
    caduco = con_raiz(forma.norma, "participios_plan") and plan_pasado(doc, i)
    return NADA if irreal or tras or futuro or caduco else None


def _participio_de_freno(forma: Forma) -> str | None:
    if not es_participio(forma.norma):
        return None
    frena = con_raiz(forma.norma, "participios_freno")
    if forma.previa in _SIGUEN and (frena or forma.norma.startswith("cerrad")):
        return "FRACASO"
    return "PARCIAL" if frena and auxiliar(forma.doc, forma.i) is not None else None


def _participio_con_auxiliar(forma: Forma) -> str | None:
    if not es_participio(forma.norma):
        return None
    planea = con_raiz(forma.norma, "participios_plan")
    if auxiliar(forma.doc, forma.i) is None:
        return "PLAN_DEBIL" if planea else NADA
    if empieza_como(forma.norma, "fallan_raices") and not ante_cargas(forma.doc, forma.i):
        return "FRACASO"
    return "PLAN" if planea else "HECHO"


def _futuro(forma: Forma) -> str | None:
    """A future that is the sentence's own: not one of purpose or of a relative clause ("que permitirá")."""
    token, norma, previa = forma.doc[forma.i], forma.norma, forma.previa
    if token.is_title and forma.i > 0 and previa not in CORTE_FRASE:
        return None  # a place ("Chungará")
    con_tilde = len(token.lower_) > 2 and _FUTURO.fullmatch(token.lower_) is not None and token.lower_ != norma
    sin_tilde = norma in lista("futuros_sin_tilde") and norma == token.lower_
    condicional = _CONDICIONAL.fullmatch(token.lower_) is not None and (previa in ("se", "que", "lo") or not _ERIA.match(norma))
    reflexivo = previa == "se" and _FUTURO_SIN_TILDE.fullmatch(norma) is not None
    plural = token.lower_.endswith("remos") and len(token) > 6
    if norma in lista("no_futuros") or not (con_tilde or condicional or sin_tilde or reflexivo or plural):
        return None
    de_otra = any(t.norm_ in lista("relativos") for t in forma.doc[max(0, forma.i - 2) : forma.i])
    return None if de_otra or empieza_como(norma, "de_finalidad") else "PLAN"


def _pasado(forma: Forma) -> str | None:
    token, norma = forma.doc[forma.i], forma.norma
    propio = forma.i > 0 and token.is_title and forma.previa not in CORTE_FRASE  # a place ("Curicó")
    agudo = token.lower_.endswith("ó") and len(token) > 3 and not propio
    sin_tilde = forma.previa == "se" and norma.endswith("o") and (len(norma) > 4 or norma == "iso")
    plural = _PRETERITO_PLURAL.fullmatch(norma) is not None and len(norma) > 5
    if not (agudo or sin_tilde or plural or norma in lista("pasados_irregulares")):
        return None
    lo_deshizo = forma.previa in ("lo", "la", "los", "las") and empieza_como(norma, "deshacen_raices")  # "... lo suspendió"
    falla = lo_deshizo or empieza_como(norma, "fallan_raices") or norma.startswith("destru")
    return "FRACASO" if falla and not (ante_cargas(forma.doc, forma.i) or quita_cosas(forma.doc, forma.i)) else "HECHO"


def _de_nosotros(forma: Forma) -> str | None:
    """ "Publicamos dos estudios", "expusimos": its past and its present may end alike; "los tramos" and "próximos" are none."""
    token = forma.doc[forma.i]
    if not _DE_NOSOTROS.fullmatch(token.lower_) or forma.norma in lista("no_nosotros"):
        return None
    previas = {t.norm_ for t in forma.doc[max(0, forma.i - 2) : forma.i]}
    if previas & lista("relativos") or (forma.i and (forma.previa in _ANTE_NOMBRE or forma.doc[forma.i - 1].is_digit)):
        return None
    if empieza_como(forma.norma, "deshacen_raices") and not (ante_cargas(forma.doc, forma.i) or quita_cosas(forma.doc, forma.i)):
        return "FRACASO"  # "Suspendimos el seminario"
    return "PLAN" if empieza_como(forma.norma, "presentes_de_plan") else "HECHO_DEBIL"


REGLAS: tuple[ReglaVerbo, ...] = (
    ReglaVerbo("muda", "an auxiliary, or a figure that rose or fell, tells nothing by itself", _muda),
    ReglaVerbo("tropiezo", '"hubo dificultades" tells nothing done', _tropiezo),
    ReglaVerbo(
        "fallo", 'a jury that "falló" decided', lambda f: "HECHO" if f.norma.startswith("fallo") and hay_jurado(f) else None
    ),
    ReglaVerbo("fracaso", "the verb itself is one of failing", fracaso),
    ReglaVerbo("compromiso", '"se comprometió a" promises', _compromiso),
    ReglaVerbo("renuncia obligada", '"hubo que suspenderlo": what had to be undone', renuncia),
    ReglaVerbo("devolucion", '"se devolvieron por ...": what was given back, with its reason', devolucion),
    ReglaVerbo("archivo", "an idea, a bill that was shelved", archivo),
    ReglaVerbo("decision", "what was decided or told is that it is not done", decision),
    ReglaVerbo("obligacion", "what should have been, or had to be, is not what was", obligacion),
    ReglaVerbo("participio de fracaso", '"fue rechazado", "Anulada"', _participio_de_fracaso),
    ReglaVerbo("participio mudo", '"lo programado", "una vez aprobado", "será firmado"', _participio_mudo),
    ReglaVerbo("participio de freno", '"está atrasada", "sigue cerrado"', _participio_de_freno),
    ReglaVerbo("participio", "with its auxiliary it is done or planned", _participio_con_auxiliar),
    ReglaVerbo("futuro", "to come", _futuro),
    ReglaVerbo("pasado", "done, unless its root is one of coming to nothing", _pasado),
    ReglaVerbo("nosotros", "done by us", _de_nosotros),
)
