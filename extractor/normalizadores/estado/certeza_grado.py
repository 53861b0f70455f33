"""How sure a written grade is: its sentence must be one whose every word has a role, or the grade is doubtful.

Before the grade stand what leads to it ("se estima un", "grado de"), who has it ("la mesa rural presenta"), or where and in what
("en la provincia de Arauco"); after it a reason, or of what it is said. A word that is none of these may as well make it
another's ("Club Deportivo Avance Mayor"), a wish, a rule of the form or a thing taken back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from extractor.normalizadores.estado.alternativas_grado import formas, lista_de_grado
from extractor.normalizadores.estado.verbos import INFINITIVO
from extractor.vocabularios.base import plegar_frase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_ARTICULOS = frozenset(
    ("el", "la", "los", "las", "un", "una", "unos", "unas", "su", "sus", "nuestro", "nuestra", "este", "esta", "estos", "estas",
     "ese", "esa", "dicho", "dicha", "cada", "ambas", "ambos", "todas", "todos", "al", "del")
)  # fmt: skip
_PREPOSICIONES = frozenset(("en", "con", "de", "del", "para", "por", "sobre", "durante", "a", "al", "respecto", "pese"))
_LIGAN = frozenset({"y", "e", "que", "como", "o"})
_NIEGAN = frozenset({"no", "ni", "nunca", "ningun", "ninguna", "tampoco", "nadie", "jamas"})
_PARADAS = frozenset({",", ":", "-", "–", "—", "(", ")", "/", '"', "“", "”", "«", "»", ".-", "="})
_FINITO = re.compile(r"\w{2,}(?:ó|aron|ieron|yeron|aba|aban|ía|ían|rá|rán|ría|rían)")
_ANIO = re.compile(r"(?:19|20)\d\d")
_LARGO_FRASE = 4
"""Words of a noun phrase after its preposition ("en los productos de alimentación escolar")."""


@cache
def _de_listas(*claves: str) -> frozenset[str]:
    return frozenset(palabra for clave in claves for palabra in lista_de_grado(clave))


@cache
def _desdicen() -> re.Pattern[str]:
    return re.compile(rf"[?¿]|\b(?:{'|'.join(map(re.escape, sorted(lista_de_grado('desdicen'))))})")


def grado_explicado(doc: Doc, marcas: Sequence[Span]) -> bool:
    """Whether every sentence of ``doc`` that holds one of its grades has a role for each of its words."""
    if _desdicen().search(plegar_frase(doc.text)):
        return False
    if len({m.label_ for m in marcas}) > 1 and all(doc[m.end : m.end + 1].text == ":" for m in marcas):
        return False  # "Avance mayor: se cumplen todas. Avance menor: ...": what each means
    previa = 0
    for marca in marcas:
        inicio = max(previa, _principio(doc, marca.start))
        if not _suyo(marca) or not _lleva(doc, inicio, marca, tras_otra=inicio == previa and previa > 0):
            return False
        siguiente = next((m.start for m in marcas if m.start >= marca.end), len(doc))
        if not _sigue(doc, marca, min(_final(doc, marca.end), siguiente), otra=siguiente < _final(doc, marca.end)):
            return False
        previa = marca.end
    return True


def _suyo(marca: Span) -> bool:
    """Whether what stands between "avance" and its grade does not tell of what, or of whom, the advance is ("de las obras")."""
    normas = [t.norm_ for t in marca]
    donde = next((i for i, p in enumerate(normas) if p in lista_de_grado("ejes")), len(normas))
    if normas[donde + 1 : donde + 2] not in (["de"], ["del"]):
        return True
    primera = next((p for p in normas[donde + 2 :] if p not in _ARTICULOS), "")
    return primera in _de_listas("propios", "marco", "puentes", "tareas") or primera in formas()


def _principio(doc: Doc, lugar: int) -> int:
    for i in range(lugar - 1, -1, -1):
        salto = "\n" in doc[i].text and not (i and doc[i - 1].text == ":")
        if doc[i].text in (".", ";", "!", "?", "•") or salto:
            return i + 1
    return 0


def _final(doc: Doc, lugar: int) -> int:
    return next((i for i in range(lugar, len(doc)) if doc[i].text in (".", ";", "!", ".-") or "\n" in doc[i].text), len(doc))


def _lleva(doc: Doc, inicio: int, marca: Span, *, tras_otra: bool) -> bool:
    """Whether what stands before the grade in its sentence leads to it."""
    partes: list[list[Token]] = [[]]
    for token in doc[inicio : marca.start]:
        if token.text in _PARADAS:
            partes.append([])
        elif not token.is_space and not token.is_punct:
            partes[-1].append(token)
    todas = [t.norm_ for parte in partes for t in parte]
    if any(_ANIO.fullmatch(p) or (p in lista_de_grado("otros_tiempos") and todas[i - 1] != "lo") for i, p in enumerate(todas)):
        return False
    if not _de_la_casa(todas):
        return False
    ultima = [t.norm_ for t in partes[-1]]
    niega = "sino" not in ultima and "ni" not in {t.norm_ for t in marca} and bool(_NIEGAN & set(ultima))
    if niega or not _conduce(ultima, con_verbo=marca[0].norm_ == "no"):
        return False
    concluye = tras_otra or ultima[:1] in (["por"], ["asi"], ["entonces"])
    return all(concluye or _conduce([t.norm_ for t in p], con_verbo=False) or _narra(p) for p in partes[:-1] if p)


def _de_la_casa(palabras: Sequence[str]) -> bool:
    """Whether whoever judges, if anybody is said to, is the office itself: named by a word of offices, or by none."""
    donde = next((i for i, p in enumerate(palabras) if p in lista_de_grado("opinan")), None)
    if donde is None or palabras[max(0, donde - 1)] == "se":
        return True
    nombre = palabras[donde] in ("juicio", "criterio", "entender", "opinion")
    quien = palabras[donde + 1 :] if nombre else palabras[:donde]
    quien = [p for p in quien if p not in _ARTICULOS | _PREPOSICIONES | lista_de_grado("marco")]
    return not quien or quien[0] in lista_de_grado("propios")


@cache
def _marco() -> frozenset[str]:
    """Words that lead to a grade, and may stand before it on their own."""
    return _de_listas("marco", "opinan", "constatan", "puentes", "tienen") | _ARTICULOS


def _conduce(palabras: Sequence[str], *, con_verbo: bool) -> bool:
    """Whether a stretch holds only what leads to a grade, who has it, and phrases of where and in what. ``con_verbo``: the verb
    of who has it is the grade's own ("la mesa | no presenta avance")."""
    if palabras[:1] and palabras[0] in lista_de_grado("lugares_de_grado"):
        return True  # "Territorio norte avance mayor"
    sujeto, i = False, 0
    while i < len(palabras):
        palabra = palabras[i]
        if palabra in _PREPOSICIONES:
            i = _fin_de_frase(palabras, i + 1)
            continue
        if palabra in _marco() or palabra.isdigit():
            sujeto = sujeto and palabra not in _de_listas("constatan", "opinan", "afirman", "tienen")
        elif (i > 1 and not sujeto and palabras[i - 1] not in _ARTICULOS) or palabra in _NIEGAN - {"no"}:
            return False
        else:
            sujeto = palabra not in _NIEGAN
        i += 1
    return con_verbo or not sujeto


def _fin_de_frase(palabras: Sequence[str], desde: int) -> int:
    """The index after the noun phrase that a preposition before ``desde`` opens, and after another one joined to it."""
    i = desde
    while i < len(palabras) and palabras[i] in _ARTICULOS | {"lo", "que"}:
        i += 1
    i = _nombres(palabras, i)
    if palabras[i : i + 1] and palabras[i] in _LIGAN and i + 1 < len(palabras) and palabras[i + 1] not in _marco() - _ARTICULOS:
        i += 2 if palabras[i + 1] in _ARTICULOS else 1
        i = _nombres(palabras, i)
    return i


def _nombres(palabras: Sequence[str], desde: int) -> int:
    tope = min(len(palabras), desde + _LARGO_FRASE)
    return next((i for i in range(desde, tope) if palabras[i] in _PREPOSICIONES | _marco()), tope)


def _narra(fichas: Sequence[Token]) -> bool:
    """Whether a stretch before the last one tells what was done: it has a verb of its own, and sets no condition."""
    primera = fichas[0].norm_
    if primera in ("si", "cuando", "segun", "aunque", "comparado", "comparada", "como"):
        return False
    abre = primera in _PREPOSICIONES | lista_de_grado("lugares_de_grado") | {"no", "se", "dado", "dada", "atendido"}
    return abre or any(_FINITO.fullmatch(t.lower_) for t in fichas)


def _sigue(doc: Doc, marca: Span, hasta: int, *, otra: bool) -> bool:
    """Whether what stands after the grade, up to the end of its sentence or the next grade (``otra``), is a reason or of what it
    is said."""
    fichas = [t for t in doc[marca.end : hasta] if not t.is_space]
    while fichas and fichas[0].text in ('"', "”", "»", ")"):
        fichas.pop(0)
    sueltas = [t.norm_ for t in fichas if t.is_alpha]
    if not sueltas:
        return not any(t.is_digit for t in fichas)
    if otra and fichas[0].norm_ in ("y", ",", "e", "pero", "/", "-", "a", "("):
        return True
    por_hacer = sueltas[0] == "por" and len(sueltas) > 1 and INFINITIVO.fullmatch(sueltas[1]) is not None
    if por_hacer or set(sueltas) & lista_de_grado("recortan"):
        return False
    if fichas[0].is_punct or fichas[0].text in _PARADAS:
        return _explica(fichas, sueltas)
    if sueltas[0] == "que":
        return sueltas[1:2] in (["informar"], ["reportar"])
    if sueltas[0] in lista_de_grado("dan_razon") | {"alguno", "y", "e", "se", "es", "fue", "alcanzado", "logrado"}:
        return not _ANIO.fullmatch(fichas[-1].norm_) or sueltas[0] in ("en", "durante")
    articulo = sueltas[0] in ("el", "la", "los", "las", "lo")
    return articulo and any(t.norm_ in lista_de_grado("opinan") for t in doc[: marca.start])


def _explica(fichas: Sequence[Token], sueltas: Sequence[str]) -> bool:
    """Whether the words after a mark tell a reason, or what was done: they begin as one does, or hold a verb."""
    primera = sueltas[0]
    if primera in ("ver", "vease", "x", "justificacion"):
        return True
    con_verbo = any(_FINITO.fullmatch(t.lower_) or t.norm_ in lista_de_grado("verbos_de_razon") for t in fichas)
    if primera in ("aunque", "pero"):
        return con_verbo or sueltas[1:2] == ["con"]
    if primera in formas():
        return False
    largo = len(sueltas) > _CORTA and primera in lista_de_grado("dan_razon") | {"el", "la", "los", "las"}
    return con_verbo or largo


_CORTA = 2
"""Words that are no reason yet ("en revisión", "por confirmar")."""
