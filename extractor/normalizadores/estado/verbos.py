"""The words a narration is told with, by their endings and lists: what stops a clause, participles, auxiliaries, infinitives."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractor.normalizadores.estado.oracion import Oracion
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.estados import vocabulario

_PARTICIPIO = re.compile(r"\w{2,}[ai]d(?:o|a|os|as)")
INFINITIVO = re.compile(r"\w{2,}(?:ar|er|ir)(?:se|lo|la|los|las)?")
CORTE_FRASE = frozenset({".", ";", ":", "\n", "\n\n", "•", "·", "?", "!"})
CORTE_CLAUSULA = CORTE_FRASE | {",", "pero", "sino", "aunque", "mientras", "(", ")"}
ALCANCE_AUXILIAR = 3
ALCANCE_TOTALES = 3
"""Words after a denied verb within which "todos" makes it partial ("No se realizaron todos los talleres")."""


@cache
def lista(*claves: str) -> frozenset[str]:
    """The folded words of the lists of ``narracion`` in ``estados.yaml``."""
    return frozenset(plegar_frase(p) for clave in claves for p in getattr(vocabulario().narracion, clave))


@cache
def _raices(clave: str) -> tuple[str, ...]:
    return tuple(sorted(lista(clave)))


@lru_cache(maxsize=65536)
def empieza_como(norma: str, clave: str) -> bool:
    """Whether the word starts with one of the first letters that the list gives."""
    return norma.startswith(_raices(clave))


@lru_cache(maxsize=16384)
def es_participio(norma: str) -> bool:
    """Whether the folded word ends as a participle does, or is an irregular one."""
    return (len(norma) > 4 and _PARTICIPIO.fullmatch(norma) is not None) or con_raiz(norma, "participios_irregulares")


_FINAL = re.compile(r"(?:o|a|os|as)$")
"""Gender and number."""


@lru_cache(maxsize=32768)
def con_raiz(norma: str, clave: str) -> bool:
    """Whether the word without its gender and number stands in the list."""
    return _FINAL.sub("", norma) in lista(clave)


def auxiliar(doc: Oracion, indice: int) -> str | None:
    """The auxiliary that governs the participle at ``indice``, in its own clause."""
    for paso in range(1, ALCANCE_AUXILIAR + 1):
        if indice - paso < 0 or doc[indice - paso].norm_ in CORTE_CLAUSULA:
            return None
        norma = doc[indice - paso].norm_
        if norma == "fuera" and doc[indice - paso + 1].norm_ in ("de", "del"):
            return None  # "fuera del plazo comprometido"
        if norma in lista("auxiliares_perfecto") or norma in lista("auxiliares_estado"):
            return norma
    return None


def ante_cargas(doc: Oracion, indice: int) -> bool:
    """Whether what is undone was a burden ("se suspendió el cobro"): then nothing failed."""
    return any(t.norm_ in lista("cargas") for t in doc[indice + 1 : indice + 1 + ALCANCE_TOTALES])


_TRAS_QUITAR = 5


def quita_cosas(doc: Oracion, indice: int) -> bool:
    """ "Retiradas las antenas clandestinas", "se destruyeron los cueros": things were taken away, which is a deed; not "se
    eliminó el taller", nor "el programa fue retirado"."""
    if not empieza_como(doc[indice].norm_, "quitan_cosas"):
        return False
    for palabra in doc[indice + 1 : indice + _TRAS_QUITAR]:
        norma = palabra.norm_
        if norma in CORTE_CLAUSULA:
            return False
        del_que = norma in ("del", "de") or doc[palabra.i - 1].norm_ in ("del", "de")  # "se eliminó del formulario la pregunta"
        if del_que or norma in ("el", "la", "los", "las", "y", "e") or empieza_como(norma, "quitan_cosas"):
            continue
        return norma not in lista("nombres_de_obra", "comprometibles") and doc[palabra.i - 1].norm_ in (
            "el",
            "la",
            "los",
            "las",
        )
    return False


_ANTES = frozenset({"estaba", "estaban", "habia", "habian", "tenia", "tenian", "iba", "iban"})


def plan_pasado(doc: Oracion, inicio: int) -> bool:
    """ "Estaba prevista para julio", "se había programado": what was planned once says nothing of now."""
    return any(t.norm_ in _ANTES for t in doc[max(0, inicio - ALCANCE_AUXILIAR) : inicio])
