"""A participle without auxiliary that tells something done: "Bases modificadas", "Inscritas 76 recolectoras".

Told from an adjective by agreement: it must agree in number and gender with the noun that heads its clause, not only with the one
beside it ("Nómina de personas capacitadas" tells nothing).
"""

from __future__ import annotations

from functools import lru_cache

from extractor.normalizadores.estado.oracion import Oracion
from extractor.normalizadores.estado.verbos import CORTE_CLAUSULA, INFINITIVO, es_participio, lista

_ARTICULOS = {"el": "o", "la": "a", "los": "os", "las": "as", "un": "o", "una": "a", "unos": "os", "unas": "as"}
_DETERMINAN = frozenset({*_ARTICULOS, "este", "esta", "estos", "estas", "su", "sus", "dicho", "dicha", "cada", "ambas", "ambos"})
_ATAN = _DETERMINAN | frozenset(
    [
        "lo",
        "de",
        "del",
        "a",
        "al",
        "en",
        "con",
        "por",
        "para",
        "sin",
        "que",
        "muy",
        "mas",
        "menos",
        "tan",
        "como",
        "segun",
        "cual",
        "quien",
        "cuyo",
        "cuya",
        "sobre",
        "entre",
        "hacia",
        "haber",
        "haberse",
        "habria",
        "habrian",
        "hubiera",
        "hubieran",
        "hubiese",
        "vez",
        "sido",
        "ser",
    ]
)
"""Words after which a participle is a noun or an adjective."""
_PARECEN_INFINITIVOS = frozenset(
    ("taller", "mujer", "lugar", "hogar", "lider", "titular", "circular", "auxiliar", "dossier", "poster", "placer")
)
_LARGO_ABREVIATURA = 4
_FEMENINOS = ("cion", "sion", "dad", "tad", "tud", "umbre")
_DUDOSOS = ("ma", "mas", "ta", "tas", "dia", "dias", "mano", "manos")
"""Endings that do not show the gender ("programa", "especialista")."""


def participios_solos(doc: Oracion, verbos: dict[int, str]) -> list[int]:
    """The places of the participles that tell something done by themselves. ``verbos``: the labels already known, by place."""
    salida: list[int] = []
    for token in doc:
        if not _regular(token.norm_) or token.i in verbos:
            continue
        inicio = _inicio(doc, token.i, {*verbos, *salida})
        if inicio is None or any(verbos.get(i) in ("HECHO", "PLAN", "FRACASO") for i in range(inicio, token.i)):
            continue
        if _concuerda(doc, inicio, token.i) and not _sujeto_de_otro(doc, token.i, verbos):
            salida.append(token.i)
    return salida


@lru_cache(maxsize=16384)
def _regular(norma: str) -> bool:
    planea = norma.rstrip("s")[:-1] in lista("participios_plan")
    return es_participio(norma) and norma not in lista("no_participios") and not planea


def _inicio(doc: Oracion, indice: int, previos: set[int]) -> int | None:
    """Where the clause of the participle starts; after "y" another participle lends it its own; None when a relative opens it."""
    if indice > 1 and doc[indice - 1].norm_ in ("y", "e") and indice - 2 in previos:
        indice -= 2
    lugar = indice
    while lugar > 0 and not _corta(doc, lugar - 1):
        lugar -= 1
        if doc[lugar].norm_ in lista("relativos") or doc[lugar].norm_ in lista("auxiliares_estado", "futuros_auxiliares"):
            return None
    return lugar


def _sujeto_de_otro(doc: Oracion, indice: int, verbos: dict[int, str]) -> bool:
    """ "La empresa contratada quebró": the participle tells which one, and the verb after it what became of it."""
    for lugar in range(indice + 1, len(doc)):
        if doc[lugar].norm_ in ("y", "e", "que") or _corta(doc, lugar):
            return False
        if verbos.get(lugar) in ("HECHO", "PLAN", "FRACASO") or doc[lugar].norm_ in ("depende", "dependen"):
            return True
    return False


def _corta(doc: Oracion, lugar: int) -> bool:
    """Whether a clause ends there; the dot of an abbreviation ("Oracion. enviado") ends none."""
    if doc[lugar].text == "." and lugar > 0 and doc[lugar - 1].is_alpha and len(doc[lugar - 1]) <= _LARGO_ABREVIATURA:
        return not (lugar + 1 < len(doc) and doc[lugar + 1].is_lower)
    return doc[lugar].norm_ in CORTE_CLAUSULA or doc[lugar].is_space


def _concuerda(doc: Oracion, inicio: int, indice: int) -> bool:
    if indice > inicio and (doc[indice - 1].norm_ in _ATAN or doc[indice - 1].norm_.startswith(("maxim", "minim"))):
        return False  # "Calado máximo autorizado"
    if indice == inicio:
        return _abre(doc, indice)
    primero = next(
        (
            i
            for i in range(inicio, indice)
            if doc[i].norm_ not in _DETERMINAN
            and doc[i].norm_ not in lista("cantidades")
            and any(c.isalpha() for c in doc[i].text)
        ),
        None,
    )
    if primero is None or doc[primero].norm_ in _ATAN or _infinitivo(doc[primero].norm_):
        return False
    if doc[indice - 1].norm_ in ("y", "e"):
        return True
    sigla = doc[primero].text.isupper() and not doc[indice].text.isupper()
    return sigla or acuerdan(doc[primero].norm_, doc[indice].norm_)


def _infinitivo(norma: str) -> bool:
    entero = norma.removesuffix("se")
    return INFINITIVO.fullmatch(norma) is not None and entero.endswith("r") and norma not in _PARECEN_INFINITIVOS


def _abre(doc: Oracion, indice: int) -> bool:
    """ "Suscrito el compromiso", "Inscritas 76", "Ingresado al sistema": what follows agrees, or is a circumstance."""
    siguiente = doc[indice + 1] if indice + 1 < len(doc) else None
    if siguiente is None or siguiente.norm_ in CORTE_CLAUSULA:
        return True
    articulo = _ARTICULOS.get(siguiente.norm_)
    if articulo is not None and doc[indice].norm_.endswith(articulo):
        return True
    if articulo is not None:
        return _con_su_sujeto(doc, indice)  # "Revisadas una a una las pensiones"
    if siguiente.is_digit or siguiente.norm_ in lista("cantidades"):
        return doc[indice].norm_.endswith("s")
    if _con_su_sujeto(doc, indice):
        return True
    return siguiente.norm_ in ("a", "al", "en", "por", "con", "segun", "mediante") or acuerdan(siguiente.norm_, doc[indice].norm_)


_GOBIERNAN = frozenset({"a", "de", "en", "con", "por", "para", "sin", "que", "y", "e", "entre", "segun", "sobre"})
_ALCANCE_SUJETO = 7


def _con_su_sujeto(doc: Oracion, indice: int) -> bool:
    """ "Recepcionadas sin observaciones las tres obras": past how it was done an article that agrees."""
    for lugar in range(indice + 2, min(len(doc) - 1, indice + _ALCANCE_SUJETO)):
        norma, previa = doc[lugar].norm_, doc[lugar - 1].norm_
        if _corta(doc, lugar) or norma in lista("relativos") or es_participio(norma):
            return False
        articulo = _ARTICULOS.get(norma)
        if articulo is not None and previa not in _GOBIERNAN and doc[indice].norm_.endswith(articulo):
            return True
    return False


def acuerdan(sustantivo: str, participio: str) -> bool:
    """Same number, and same gender as far as the noun's ending shows it."""
    if sustantivo.endswith("s") != participio.endswith("s"):
        return False
    raiz, femenino = (
        sustantivo.removesuffix("s").removesuffix("e") if sustantivo.endswith("nes") else sustantivo,
        participio.rstrip("s")[-1] == "a",
    )
    if raiz.removesuffix("es").endswith(_FEMENINOS) or raiz.endswith(_FEMENINOS):
        return femenino
    if sustantivo.endswith(_DUDOSOS):
        return True
    if sustantivo.endswith(("o", "os")):
        return not femenino
    return femenino if sustantivo.endswith(("a", "as")) else True
