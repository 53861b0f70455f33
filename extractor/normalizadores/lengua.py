"""The one spaCy pipeline: ``blank("es")`` with our own tokeniser rules and components, built once and loaded late.

No trained model: the reports are full of fragments that none was trained on, and every answer must be explainable.
Figures never pass through it; whoever needs one reads it from the text itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from extractor.normalizadores.estado.componentes import componente_senales, marcar_verbos
from extractor.normalizadores.estado.componentes_grado import componente_grados
from extractor.normalizadores.estado.oracion import TEXTO
from extractor.normalizadores.letras.cortes import en_blanco
from extractor.vocabularios.base import plegar_frase

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


_normas: dict[int, int] = {}
"""The folded form of each word, by spaCy's numbers for both: it makes a new string whenever it is asked for one. It holds no more
words than spaCy's own store, where it is set as the word's own, so that only a form of the tokeniser's is set again."""


def _plegar(doc: Doc) -> Doc:
    """Sets every token's norm to its folded form, which all vocabularies are compared with."""
    for token in doc:
        norma = _normas.get(token.orth)
        if norma is None:
            token.norm_ = token.lex.norm_ = plegar_frase(token.text) or token.text
            _normas[token.orth] = token.norm
        elif token.norm != norma:
            token.norm_ = doc.vocab.strings[norma]
    return doc


@cache
def nlp() -> Language:
    """The pipeline: plegado, verbos, senales, grados. Responsibles need its tokeniser alone (``letras.cortes``)."""
    from spacy.language import Language

    lengua = en_blanco()

    def registrar(nombre: str, fabrica: Callable[[Language], Callable[[Doc], Doc]]) -> None:
        if not Language.has_factory(nombre):
            Language.factory(nombre, func=lambda nlp, name: fabrica(nlp))
        lengua.add_pipe(nombre)

    registrar("extractor_plegado", lambda _: _plegar)
    registrar("extractor_verbos", lambda _: marcar_verbos)
    registrar("extractor_senales", componente_senales)
    registrar("extractor_grados", componente_grados)
    return lengua


Para = Literal["estado", "grado"]
_SOBRAN: dict[Para, tuple[str, ...]] = {
    "estado": ("extractor_grados",),
    "grado": ("extractor_verbos", "extractor_senales"),
}
"""Components that leave nothing that is asked for."""


@cache
def _componentes(para: Para | None) -> tuple[Callable[[Doc], Doc], ...]:
    """The components that are asked for, in the order of the pipeline: ``Language`` looks them up again for every text."""
    return tuple(paso for nombre, paso in nlp().pipeline if para is None or nombre not in _SOBRAN[para])


@lru_cache(maxsize=4096)
def analizar(texto: str, para: Para | None = None) -> Doc:
    """``texto`` through the pipeline; offsets of its spans are offsets in ``texto``. ``para``: the only spans needed."""
    doc = nlp().make_doc(texto)
    doc.user_data[TEXTO] = texto
    for componente in _componentes(para):
        doc = componente(doc)
    return doc
