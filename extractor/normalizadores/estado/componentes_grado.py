"""spaCy component for the grade of stage 4: "mayor" or "menor" said of "avance", and the ways to say there was none.

It leaves in ``doc.spans["grado"]`` spans labelled with the grade.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from extractor.normalizadores.estado.alternativas_grado import (
    ALCANCE_ANULA,
    ALCANCE_OTRO,
    en_otra_parte,
    formas,
    lista_de_grado,
    ni_uno_ni_otro,
    otros_grados,
    par_del_formulario,
    sino,
)
from extractor.normalizadores.estado.escala_de_grados import sin_escala
from extractor.normalizadores.estado.verbos import es_participio
from extractor.vocabularios.estados import vocabulario

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

CLAVE = "grado"
ALCANCE = 8
"""Words between "avance" and its grade, all of them bridges."""


def componente_grados(nlp: Language) -> Callable[[Doc], Doc]:
    """The component, with its phrases compiled."""
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Span
    from spacy.util import filter_spans

    sin_avance = PhraseMatcher(nlp.vocab, attr="NORM")
    sin_avance.add("SIN_AVANCE", [nlp(frase) for frase in _frases_sin_avance()])

    def grados(doc: Doc) -> Doc:
        marcas = [
            Span(doc, i, f, label="SIN_AVANCE") for _, i, f in sin_avance(doc) if not (_calificado(doc, f) or _tras_barra(doc, i))
        ]
        for token in doc:
            if token.norm_ in lista_de_grado("ejes"):
                ninguno = ni_uno_ni_otro(doc, token.i)
                hallada = ninguno or _grado_de(doc, token.i) or _grado_delante(doc, token.i)
                if ninguno is not None:
                    marcas.append(ninguno)
                elif hallada is not None:
                    marcas += [hallada, *otros_grados(doc, hallada.end), *en_otra_parte(doc, hallada.end)]
        doc.spans[CLAVE] = sin_escala(doc, sorted(filter_spans(marcas), key=lambda s: s.start))
        return doc

    return grados


def _frases_sin_avance() -> list[str]:
    """The phrases of the file and each "no" + verb + object ("no se aprecia grado alguno de avance")."""
    grados = vocabulario().grados
    compuestas = (f"no {v} {o}" for v in grados.verbos_sin_avance for o in grados.objetos_sin_avance)
    return sorted({*grados.frases_sin_avance, *compuestas})


def _grado_delante(doc: Doc, eje: int) -> Span | None:
    """The grade written before "avance": "Mayor avance" that is a whole phrase which opens the text, "grado menor de avance",
    "se considera mayor el avance"."""
    from spacy.tokens import Span

    previas = [t for t in doc[:eje] if not t.is_space]
    normas = [t.norm_ for t in previas]
    despues = doc[eje + 1] if eje + 1 < len(doc) else None
    sola = despues is None or despues.is_punct or despues.is_space
    rotulo = max((i + 1 for i, n in enumerate(normas) if n in (":", ",")), default=0)  # "Evaluación: menor avance"
    if sola and rotulo:
        previas, normas = previas[rotulo:], normas[rotulo:]
    if sola and normas and (normas[0] in formas()) and normas[1:] in ([], ["grado", "de"], ["nivel", "de"]):
        return Span(doc, previas[0].i, eje + 1, label=formas()[normas[0]])
    if len(normas) > 2 and normas[-3] in ("grado", "nivel") and normas[-2] in formas() and normas[-1] == "de":
        return Span(doc, previas[-3].i, eje + 1, label=formas()[normas[-2]])
    constata = len(normas) > 4 and normas[-4] in ("un", "el") and normas[-5] in lista_de_grado("constatan")
    if constata and normas[-3] in formas() and normas[-2] in ("grado", "nivel") and normas[-1] == "de":
        return Span(doc, previas[-3].i, eje + 1, label=formas()[normas[-3]])  # "se aprecia un menor grado de avance"
    compara = any(t.norm_ in lista_de_grado("comparan") for t in doc[eje + 1 : eje + 1 + ALCANCE])
    copula = (
        len(normas) > 2
        and normas[-1] in ("el", "su", "este")
        and normas[-2] in formas()
        and normas[-3] in lista_de_grado("afirman")
    )
    niega = "no" in normas[-5:-2]
    return Span(doc, previas[-2].i, eje + 1, label=formas()[normas[-2]]) if copula and not compara and not niega else None


def _tras_inciso(doc: Doc, eje: int) -> Span | None:
    """ "Nuestro avance, en cuanto a los convenios, es menor": the grade after a copula, past what stands between two commas."""
    from spacy.tokens import Span

    if eje + 1 >= len(doc) or doc[eje + 1].text != ",":
        return None
    if doc[eje + 2 : eje + 4] and doc[eje + 2].norm_ in ("pero", "aunque") and doc[min(eje + 3, len(doc) - 1)].norm_ in formas():
        return Span(doc, eje, eje + 4, label=formas()[doc[eje + 3].norm_])  # "Hay un avance, pero menor"
    cierre = next((i for i in range(eje + 2, min(len(doc), eje + 2 + ALCANCE_OTRO)) if doc[i].text in (",", ".", ";")), None)
    if cierre is None or doc[cierre].text != "," or cierre + 2 >= len(doc):
        return None
    return _tras_copula(doc, eje, cierre) if doc[cierre + 1].norm_ in ("es", "fue", "resulta", "resulto") else None


_OTRA_CLAUSULA = frozenset({"que", "donde", "cuando", "cuyo", "cuya", "si", "pero", "aunque"})


def _tras_copula(doc: Doc, eje: int, desde: int) -> Span | None:
    """ "El avance en la coordinación es mayor": the grade right after a copula, in the same sentence and without a comma."""
    from spacy.tokens import Span

    for lugar in range(desde + 1, min(len(doc), desde + ALCANCE_OTRO)):
        if doc[lugar].is_punct or doc[lugar].norm_ in lista_de_grado("ejes") or doc[lugar].norm_ in _OTRA_CLAUSULA:
            return None
        if doc[lugar].norm_ in formas() and doc[lugar - 1].norm_ in {
            "es",
            "son",
            "fue",
            "fueron",
            "sido",
            "como",
            "resulta",
            "resulto",
        }:
            return (
                None
                if _descartado(doc, eje, lugar, doc[lugar - 1].norm_)
                else Span(doc, eje, lugar + 1, label=formas()[doc[lugar].norm_])
            )
    return None


def _calificado(doc: Doc, fin: int) -> bool:
    """ "Sin avances significativos" is some advance."""
    if fin >= len(doc):
        return False
    adjetivo = (
        doc[fin].is_alpha
        and doc[fin].is_lower
        and doc[fin].norm_.endswith(_ADJETIVO)
        and doc[fin].norm_ not in ("total", "totales")
    )
    return adjetivo or doc[fin].norm_ in lista_de_grado("califican")


_ADJETIVO = ("icos", "icas", "ico", "ica", "ales", "al", "ivos", "ivas")
""""Sin avances tecnológicos": of which kind."""


def _tras_barra(doc: Doc, inicio: int) -> bool:
    """The last of the form's own grades ("... / avance menor / sin avance")."""
    return inicio > 1 and doc[inicio - 1].text == "/" and doc[inicio - 2].norm_ in formas()


def _grado_de(doc: Doc, eje: int) -> Span | None:
    from spacy.tokens import Span

    ultimo = ""
    aparte = sino(doc, eje) or _tras_inciso(doc, eje)
    if aparte is not None:
        return aparte
    for lugar in range(eje + 1, min(len(doc), eje + 1 + ALCANCE)):
        norma = doc[lugar].norm_
        if norma in formas():
            if _descartado(doc, eje, lugar, ultimo):
                return None
            inicio = eje - 2 if eje > 1 and doc[eje - 1].norm_ == "de" and doc[eje - 2].norm_ == "grado" else eje
            return Span(doc, inicio, lugar + 1, label=formas()[norma])
        despues = doc[lugar + 1].norm_ if lugar + 1 < len(doc) else ""
        copula = _tras_copula(doc, eje, lugar) if norma in _DE_QUE or es_participio(norma) else None
        if copula is not None:
            return copula
        en_grado = norma == "en" and despues in {"un", "grado", "nivel", "su", "categoria"}
        en_grado = en_grado or (norma == "a" and ultimo in {"corresponde", "corresponden", "equivale"})
        if norma not in lista_de_grado("puentes") and not doc[lugar].is_space and not en_grado:
            return None
        ultimo = ultimo if doc[lugar].is_space else norma
    return None


_DE_QUE = ("en", "de", "del", "con", "respecto")


def _descartado(doc: Doc, eje: int, lugar: int, puente: str) -> bool:
    """A comparison, the form's own two alternatives, a wish or a denial, or "mayor" opening another phrase."""
    previas = doc[max(0, eje - ALCANCE_ANULA) : eje]
    corte = max((t.i + 1 for t in previas if t.text in ".;:," or t.is_space), default=previas.start)
    anula = [t for t in doc[corte:eje] if t.norm_ in lista_de_grado("anulan")]
    if puente in lista_de_grado("afirman"):
        # "para los menores el avance es mayor", "por falta de personal el avance es menor"
        anula = [t for t in anula if t.norm_ not in ("para", "falta") and not _se_dice(doc, t.i)]
    if anula or par_del_formulario(doc, lugar):
        return True
    siguiente = next((t for t in doc[lugar + 1 :] if not t.is_space), None)
    if siguiente is None:
        return False
    if siguiente.norm_ in ("parte", "cantidad", "numero", "proporcion"):
        return True  # "el avance que la mayor parte ha tenido"
    despues = doc[siguiente.i + 1].norm_ if siguiente.i + 1 < len(doc) else ""
    causa = siguiente.norm_ == "al" and (despues == "no" or despues.endswith(("ar", "er", "ir", "arse", "erse", "irse")))
    paso = siguiente.norm_ == "a" and despues in lista_de_grado("ejes")  # "de avance menor a avance mayor": both are told
    if paso:
        return False
    if siguiente.norm_ == "respecto" and not any(
        t.norm_ in lista_de_grado("otro_tiempo") or t.is_digit for t in doc[siguiente.i : siguiente.i + ALCANCE]
    ):
        return False  # "avance menor respecto de los acuerdos": of what
    if siguiente.norm_ in lista_de_grado("comparan") and not causa:
        return True
    if siguiente.norm_ in lista_de_grado("alternan") and despues in formas():
        return True
    otra_linea = siguiente.i > lugar + 1 and "\n" in doc[lugar + 1].text
    dicho = eje > 0 and doc[eje - 1].norm_ in lista_de_grado("afirman")  # "consideramos avance mayor la firma"
    enlace = eje > 1 and doc[eje - 1].norm_ in ("con", "como", "de", "un")
    if dicho or (enlace and doc[eje - 2].norm_ in lista_de_grado("afirman")):
        return False  # "se califica con avance mayor la incorporación"
    abierta = puente == "" or puente in lista_de_grado("puentes_abiertos")
    suelta = siguiente.is_alpha and siguiente.is_lower and siguiente.norm_ not in lista_de_grado("siguen")
    return abierta and suelta and not otra_linea and not _ya_dicho(doc, eje, lugar, siguiente.norm_, despues)


def _se_dice(doc: Doc, lugar: int) -> bool:
    """ "Se puede afirmar que ...": it can be said, so it is."""
    return doc[lugar].norm_ in ("puede", "podria") and lugar + 2 < len(doc) and doc[lugar + 2].norm_ == "que"


def _ya_dicho(doc: Doc, eje: int, lugar: int, siguiente: str, despues: str) -> bool:
    """ "El avance menor de los acuerdos": with the article that opens its sentence the grade is stated as a fact, and what
    follows "de" only tells of what; "de lo esperado" compares."""
    if lugar != eje + 1 or eje < 1 or doc[eje - 1].norm_ not in ("el", "este", "ese", "dicho"):
        return False
    abre = eje == 1 or doc[eje - 2].is_punct or doc[eje - 2].is_space
    return abre and siguiente in ("de", "del") and despues not in ("lo", "esperado", "previsto", "programado")
