"""Two grades told of one "avance": the form's own pair, one denied and the other told, one for each thing."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.estados import vocabulario

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

ALCANCE_OTRO = 14
"""Words after a grade in which another one of the same "avance" is looked for."""
ALCANCE_ANULA = 6
"""Words before "avance" where a purpose or a denial ("para lograr un avance mayor") undoes the grade."""


@cache
def lista_de_grado(clave: str) -> frozenset[str]:
    return frozenset(plegar_frase(p) for p in getattr(vocabulario().grados, clave))


@cache
def formas() -> dict[str, str]:
    return {plegar_frase(p): f.grado for f in vocabulario().grados.formas for p in f.palabras}


def par_del_formulario(doc: Doc, lugar: int) -> bool:
    """ "Avance mayor / Avance menor": the form's own two, none of them chosen."""
    vecinas = [t.norm_ for t in doc[lugar + 1 : lugar + 4]], [t.norm_ for t in doc[max(0, lugar - 4) : max(0, lugar - 1)]]
    despues = (
        len(vecinas[0]) > 2
        and vecinas[0][0] in ("/", "o", "u")
        and vecinas[0][1] in lista_de_grado("ejes")
        and vecinas[0][2] in formas()
    )
    antes = (
        len(vecinas[1]) > 2
        and vecinas[1][2] in ("/", "o", "u")
        and vecinas[1][1] in formas()
        and vecinas[1][0] in lista_de_grado("ejes")
    )
    return despues or antes


def sino(doc: Doc, eje: int) -> Span | None:
    """ "El avance no es menor, es mayor", "no alcanza un avance mayor, sino menor": one is denied and the other one told."""
    from spacy.tokens import Span

    hasta = next((i for i in range(eje, len(doc)) if _cierra(doc, i)), len(doc))
    grados = [i for i in range(eje + 1, hasta) if doc[i].norm_ in formas()]
    if len(grados) != 2 or formas()[doc[grados[0]].norm_] == formas()[doc[grados[1]].norm_]:
        return None
    niega = any(t.norm_ == "no" for t in doc[max(0, eje - ALCANCE_ANULA) : grados[0]])
    entre = [
        t.norm_
        for t in doc[grados[0] + 1 : grados[1]]
        if t.norm_ not in ("un", "una", "mas", "bien", "que", "pero", ",", ":", ";")
    ]
    otro = (
        bool(entre)
        and set(entre) <= {"sino", "si", "es", "fue", "avance", "ha", "sido"}
        and ("sino" in entre or entre[0] in ("es", "fue", "si"))
    )
    return Span(doc, grados[1], grados[1] + 1, label=formas()[doc[grados[1]].norm_]) if niega and otro else None


def _cierra(doc: Doc, lugar: int) -> bool:
    """Whether a sentence ends there; a semicolon before "es" goes on to tell the other grade."""
    if doc[lugar].text == ";":
        return not (lugar + 1 < len(doc) and doc[lugar + 1].norm_ in ("es", "fue", "sino"))
    return doc[lugar].text == "." or doc[lugar].is_space


def ni_uno_ni_otro(doc: Doc, eje: int) -> Span | None:
    """ "No hubo avance mayor ni menor": neither, so none."""
    from spacy.tokens import Span

    despues = [t.norm_ for t in doc[eje + 1 : eje + 5]]
    if despues[:1] == ["ni"]:
        despues = despues[1:]
    ambos = len(despues) > 2 and despues[1] == "ni" and {despues[0], despues[2]} <= set(formas()) and despues[0] != despues[2]
    antes = [t.norm_ for t in doc[max(0, eje - ALCANCE_ANULA) : eje]]
    if not ambos or "no" not in antes:
        return None
    verbo = " ".join(antes[antes.index("no") + 1 :])
    return Span(doc, eje, min(len(doc), eje + 4), label="SIN_AVANCE") if verbo in lista_de_grado("verbos_sin_avance") else None


def _en_otro(doc: Doc, lugar: int) -> bool:
    return doc[lugar].norm_ in ("en", "con", "para") or [t.norm_ for t in doc[lugar : lugar + 2]] in (["el", "de"], ["el", "del"])


def en_otra_parte(doc: Doc, desde: int) -> list[Span]:
    """ "...; en Quellón, menor": after a stop, where else or with whom, a comma and the grade that closes the clause."""
    from spacy.tokens import Span

    corte = next((i for i in range(desde, min(len(doc), desde + ALCANCE_OTRO)) if doc[i].text in (";", ".")), None)
    if corte is None or corte + 1 >= len(doc) or doc[corte].text == "." or not _en_otro(doc, corte + 1):
        return []
    coma = next((i for i in range(corte + 2, min(len(doc), corte + ALCANCE_OTRO)) if doc[i].text in (",", ".", ";")), None)
    if coma is None or doc[coma].text != "," or coma + 1 >= len(doc) or doc[coma + 1].norm_ not in formas():
        return []
    cierra = coma + 2 >= len(doc) or doc[coma + 2].is_punct or doc[coma + 2].is_space
    return [Span(doc, coma + 1, coma + 2, label=formas()[doc[coma + 1].norm_])] if cierra else []


def otros_grados(doc: Doc, desde: int) -> list[Span]:
    """Further grades told of the same "avance" in its sentence ("mayor con los municipios y menor con la agencia")."""
    from spacy.tokens import Span

    salida: list[Span] = []
    for lugar in range(desde, min(len(doc), desde + ALCANCE_OTRO)):
        token = doc[lugar]
        if token.text in (".", ";") or token.norm_ in lista_de_grado("ejes"):
            break
        previa = doc[lugar - 1].norm_
        siguiente = doc[lugar + 1].norm_ if lugar + 1 < len(doc) else "."
        suelta = siguiente in {"con", "en", "para", "respecto", ".", ","}
        enlaza = any(t.norm_ in {"y", "e", "pero", ",", "aunque", "mientras"} for t in doc[desde:lugar])
        afirma = previa in {"es", "fue", "resulta", "ha"} and enlaza and not any(t.norm_ == "no" for t in doc[desde:lugar])
        if token.norm_ in formas() and (
            (previa in {"y", "e", "pero", ",", "aunque"} and suelta) or afirma or _del_otro(doc, lugar)
        ):
            salida.append(Span(doc, lugar, lugar + 1, label=formas()[token.norm_]))
        donde = doc[lugar + 2].norm_ if lugar + 2 < len(doc) else "."
        niega = token.norm_ == "no" and siguiente in lista_de_grado("verbos_sin_avance")
        if niega and previa in {"y", "e", "pero", ","} and donde in {"en", "con", "para"}:
            salida.append(Span(doc, lugar, lugar + 2, label="SIN_AVANCE"))  # "... es mayor en Talca y no existe en Curicó"
    return salida


def _del_otro(doc: Doc, lugar: int) -> bool:
    """ "Y el menor en Parinacota": a further grade with its article, and of where."""
    antes = [t.norm_ for t in doc[max(0, lugar - 2) : lugar]]
    return (
        antes in (["y", "el"], [",", "el"], ["y", "un"])
        and lugar + 1 < len(doc)
        and doc[lugar + 1].norm_ in {"en", "con", "para"}
    )
