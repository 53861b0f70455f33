"""spaCy component for the grade of stage 4: "mayor" or "menor" said of "avance", and the ways to say there was none.

It leaves in ``doc.spans["grado"]`` spans labelled with the grade.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.estados import vocabulario

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

CLAVE = "grado"
ALCANCE = 8
"""Words between "avance" and its grade, all of them bridges."""
ALCANCE_ANULA = 4
"""Words before "avance" where a purpose or a denial ("para lograr un avance mayor") undoes the grade."""


@cache
def _lista(clave: str) -> frozenset[str]:
    return frozenset(plegar_frase(p) for p in getattr(vocabulario().grados, clave))


@cache
def _formas() -> dict[str, str]:
    return {plegar_frase(p): f.grado for f in vocabulario().grados.formas for p in f.palabras}


def componente_grados(nlp: Language) -> Callable[[Doc], Doc]:
    """The component, with its phrases compiled."""
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Span
    from spacy.util import filter_spans

    sin_avance = PhraseMatcher(nlp.vocab, attr="NORM")
    sin_avance.add("SIN_AVANCE", [nlp(frase) for frase in vocabulario().grados.frases_sin_avance])

    def grados(doc: Doc) -> Doc:
        marcas = [Span(doc, i, f, label="SIN_AVANCE") for _, i, f in sin_avance(doc) if not _calificado(doc, f)]
        for token in doc:
            if token.norm_ in _lista("ejes"):
                hallada = _grado_de(doc, token.i)
                if hallada is not None:
                    marcas.append(hallada)
        doc.spans[CLAVE] = sorted(filter_spans(marcas), key=lambda s: s.start)
        return doc

    return grados


def _calificado(doc: Doc, fin: int) -> bool:
    """ "Sin avances significativos" is some advance."""
    return fin < len(doc) and doc[fin].norm_ in _lista("califican")


def _grado_de(doc: Doc, eje: int) -> Span | None:
    from spacy.tokens import Span

    ultimo = ""
    for lugar in range(eje + 1, min(len(doc), eje + 1 + ALCANCE)):
        norma = doc[lugar].norm_
        if norma in _formas():
            if _descartado(doc, eje, lugar, ultimo):
                return None
            inicio = eje - 2 if eje > 1 and doc[eje - 1].norm_ == "de" and doc[eje - 2].norm_ == "grado" else eje
            return Span(doc, inicio, lugar + 1, label=_formas()[norma])
        if norma not in _lista("puentes") and not doc[lugar].is_space:
            return None
        ultimo = ultimo if doc[lugar].is_space else norma
    return None


def _descartado(doc: Doc, eje: int, lugar: int, puente: str) -> bool:
    """A comparison, the form's own two alternatives, a wish or a denial, or "mayor" opening another phrase."""
    if any(t.norm_ in _lista("anulan") for t in doc[max(0, eje - ALCANCE_ANULA) : eje]):
        return True
    siguiente = next((t for t in doc[lugar + 1 :] if not t.is_space), None)
    if siguiente is None:
        return False
    if siguiente.norm_ in _lista("comparan"):
        return True
    despues = doc[siguiente.i + 1].norm_ if siguiente.i + 1 < len(doc) else ""
    if siguiente.norm_ in _lista("alternan") and despues in _formas():
        return True
    otra_linea = siguiente.i > lugar + 1 and "\n" in doc[lugar + 1].text
    abierta = puente == "" or puente in _lista("puentes_abiertos")
    suelta = siguiente.is_alpha and siguiente.is_lower and siguiente.norm_ not in _lista("siguen")
    return abierta and suelta and not otra_linea
