"""One left out, another place, papers at another office: "menos Vichuquén", "hay acuerdo con dos; con los otros ...".

Each function gives places (start, end, label) in a narration, as ``clausulas`` does.
"""

from __future__ import annotations

from extractor.normalizadores.estado.oracion import Oracion
from extractor.normalizadores.estado.verbos import CORTE_CLAUSULA, empieza_como, lista

Marca = tuple[int, int, str]


def menos_uno(doc: Oracion) -> list[Marca]:
    """ "Todas las comunas firmaron, menos Vichuquén", "se firmó con Arica, no con Putre"."""
    return [
        (t.i, t.i + 2, "PARCIAL")
        for t in doc[1:-1]
        if t.norm_ in ("menos", "no")
        and doc[t.i - 1].norm_ == ","
        and (
            doc[t.i + 1].is_title
            if t.norm_ == "menos"
            else doc[t.i + 1].norm_ in _EN_O_CON and doc[t.i + 2 :] and doc[t.i + 2].is_title
        )
    ]


_EN_O_CON = frozenset({"en", "con", "para", "de"})


def _de_otro(doc: Oracion, lugar: int) -> bool:
    norma = doc[lugar].norm_
    return (
        norma in _EN_O_CON or norma == "no" or (norma in ("el", "la", "los", "las") and doc[lugar + 1].norm_ in lista("de_otro"))
    )


def para_tramite(doc: Oracion) -> list[Marca]:
    """ "Lo tiene la contraparte para su visación", "está en Jurídica para firma": papers at another office."""
    salida: list[Marca] = []
    for token in doc[1:-1]:
        if token.norm_ != "para":
            continue
        de_que = doc[min(token.i + 1 + (doc[token.i + 1].norm_ in ("su", "sus")), len(doc) - 1)].norm_
        inicio = max((t.i for t in doc[: token.i] if t.norm_ in CORTE_CLAUSULA), default=-1) + 1
        if empieza_como(de_que, "tramites") and not TIENEN.isdisjoint(t.norm_ for t in doc[inicio : token.i]):
            salida.append((token.i, token.i + 2, "PARCIAL"))
    return salida


TIENEN = frozenset({"tiene", "tienen", "esta", "estan", "encuentra", "encuentran"})


def hay_en_parte(doc: Oracion) -> list[Marca]:
    """ "Hay acuerdo con dos municipios; con los otros ...": something is there, and after the stop another place or body."""
    otro = any(t.norm_ == ";" and _de_otro(doc, t.i + 1) for t in doc[:-2])
    return [(0, 2, "HECHO_DEBIL")] if otro and len(doc) > 1 and doc[1].norm_ not in lista("no_importan") else []
