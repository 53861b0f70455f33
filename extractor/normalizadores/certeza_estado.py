"""Whether the whole of a narration is understood: only then is its value said with some certainty.

A cue found in a text says little of a text that says more. What is left over (a sentence without any cue, a limit, a denial, a
verb that nothing explains, a share) may turn it, so it leaves the value doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from extractor.modelo.informe import ValorEstado
from extractor.normalizadores.obras_estado import de_obra
from extractor.normalizadores.verbos_estado import ALCANCE_TOTALES, CORTE_CLAUSULA, CORTE_FRASE, lista
from extractor.vocabularios.base import plegar_frase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_ALCANCE = 4
"""Words after an auxiliary or "se" within which its verb must be a cue."""
_TRAS_EL_VERBO = re.compile(r"(?:siendo|quedando|faltando|restando|esperando|estando|debiendo)")
_HABITO = frozenset({"cada", "mensualmente", "siempre", "habitualmente"})
"""With these a present tells what is done again and again, not what is under way."""
_FUTURO = re.compile(r"\w+(?:rá|rán|ría|rían)")
_MINIMO_FRASE = 2
"""Words that make a sentence; fewer are a label, a date or an abbreviation."""


def entendida(doc: Doc, marcas: Sequence[Span], valor: ValorEstado) -> bool:
    """Whether nothing in the narration is left over beside the cues that gave ``valor``."""
    dentro = {i for m in marcas for i in range(m.start, m.end)}
    comienzos = {m.start for m in marcas}
    if _niega_aparte(doc, dentro) or not de_obra(marcas):
        return False
    if valor == "PARCIAL":
        return not any(t.norm_ in _HABITO for t in doc)  # what goes on, or a part of a count, is not undone by what else is told
    if _frase_muda(doc, dentro) or _verbo_suelto(doc, dentro, comienzos):
        return False
    if valor == "CUMPLE":
        previa = len(marcas) > 1 and any(_de_otro(m.text) for m in marcas)  # "se pidió ... y fue ...": what came of it?
        return not (previa or _se_limita(doc, dentro) or "%" in doc.text)
    if valor == "NO_CUMPLE":
        return "%" not in doc.text and not any(_de_otro(m.text) for m in marcas)
    return True


@cache
def _toca() -> re.Pattern[str]:
    palabras = "|".join(sorted({*lista("limitan"), *lista("negaciones"), "sin"}))
    peores = "|".join(sorted(lista("empeoran")))
    numero = rf"(?:\d+|{'|'.join(sorted(lista('cantidades')))})"
    tantos = rf"\d\s*/\s*\d|{numero}\s+(?:\w+\s+)?(?:de|/)\s+(?:l[oa]s\s+)?{numero}\b"
    return re.compile(rf"\b(?:{palabras})\b|\b(?:{peores})\w*|{tantos}|\d\s*%")


@cache
def _inocuo() -> re.Pattern[str]:
    inocuas = "|".join(sorted(lista("no_importan")))
    return re.compile(rf"\b(?:sin|no\s+\w+)\s+(?:\w+\s+)?(?:{inocuas})\b")


_OTRA_FRASE = re.compile(r"\s+[A-ZÁÉÍÓÚÑ][a-záéíóúñ]")


_A_QUIEN = r"(?:a|al|en|para|por|este|esta|durante|dad[oa]|debido|ya\s+que|segun|porque|pues|como|y|el\s+ano)"
_DESDICEN: dict[ValorEstado, re.Pattern[str]] = {
    "NO_CUMPLE": re.compile(
        r"\b(?:reprogram|posterg|pospu|pero|parcial|avanz|salvo|excepto|aun|todavia|proxim|traslad|reagend)|\b\w+[aei]ran?\b|\b20[0-3]\d\b"
    ),
    "PENDIENTE": re.compile(
        r"\b(?:realiz|hizo|hicieron|ejecut|efectu|entreg|cumplid|termin|finaliz|ya\b|parcial|pero|lo\s+demas|finalmente)|%|\d\s+de\s+\d"
    ),
    "NO_APLICA": re.compile(rf"^\s*(?!{_A_QUIEN}\b)\w"),  # "No aplica la encuesta"
    "PARCIAL": re.compile(r"\b(?:terminad|finaliz|ya\b|complet|concluid|suspend|cancel|no\s+se)"),
}
"""What in the sentence of a verdict may undo it, by its value; for CUMPLE see ``_toca``."""
_PASO = re.compile(r"\s*(?:(?:con|en|la|el|su|una)\s+){0,2}(?:primer[ao]?|segund[ao]|etapa|fase|cuando|siempre\s+que)\b")
_PRESENTE = re.compile(r"(?:.*\b)?(?:cumplen?|se\s+cumplen?|da\s+cumplimiento)$")


def resto_lo_toca(valor: ValorEstado, palabras: str, resto: str) -> bool:
    """Whether what follows a verdict in its own sentence may take something away or undo it ("Cumplido, no así en ...")."""
    if _OTRA_FRASE.match(resto):
        return False
    suyo = _inocuo().sub(" ", plegar_frase(re.split(r"[.\n]", resto, maxsplit=1)[0]))
    if valor != "CUMPLE":
        return valor in _DESDICEN and _DESDICEN[valor].search(suyo) is not None
    if _PRESENTE.match(plegar_frase(palabras)) and any(mes in suyo.split(",")[0].split() for mes in lista("meses")):
        return True  # "Se cumple en diciembre"
    if re.search(r"\w+(?:rá|rán)\b", re.split(r"[.,;:\n]", resto, maxsplit=1)[0]):
        return True  # "Cumplido el trámite se firmará ..."
    return _toca().search(suyo) is not None or _PASO.match(suyo) is not None


def _frase_muda(doc: Doc, dentro: set[int]) -> bool:
    """Whether some sentence of several holds no cue."""
    frases: list[list[int]] = [[]]
    for token in doc:
        if token.norm_ in CORTE_FRASE or (token.is_space and "\n" in token.text):
            frases.append([])
        elif token.is_alpha:
            frases[-1].append(token.i)
    largas = [f for f in frases if len(f) >= _MINIMO_FRASE]
    propias = {i for i in dentro if not _relativa(doc, i)}
    return len(largas) > 1 and any(not propias & set(f) for f in largas)


def _relativa(doc: Doc, indice: int) -> bool:
    """Whether the place stands in a relative clause ("..., cuyas directivas ya fueron contactadas"): it tells another thing."""
    lugar = indice
    while lugar > 0 and doc[lugar - 1].norm_ not in CORTE_CLAUSULA:
        lugar -= 1
    primeras = {t.norm_ for t in doc[lugar : min(lugar + 2, indice)]}
    return not primeras.isdisjoint({"que", "quien", "quienes", "donde", "cual", "cuales", "cuyo", "cuya", "cuyos", "cuyas"})


def _niega_aparte(doc: Doc, dentro: set[int]) -> bool:
    """Whether a denial stands outside the cues and is not of something harmless ("sin inconvenientes")."""
    for token in doc:
        if token.i in dentro or not (token.norm_ in lista("negaciones") | lista("ninguno") or token.norm_ == "sin"):
            continue
        if not any(t.norm_ in lista("no_importan") for t in doc[token.i + 1 : token.i + 1 + ALCANCE_TOTALES]):
            return True
    return False


def _verbo_suelto(doc: Doc, dentro: set[int], comienzos: set[int]) -> bool:
    """Whether a verb form is left that no cue explains: an auxiliary or "se" alone, a future, a gerund that adds something."""
    auxiliares = lista("auxiliares_estado") | lista("auxiliares_perfecto") | {"se"}
    for token in doc:
        if token.i in dentro:
            continue
        if _TRAS_EL_VERBO.fullmatch(token.norm_) or (_FUTURO.fullmatch(token.lower_) and len(token) > ALCANCE_TOTALES):
            return True
        if token.norm_ in auxiliares and not comienzos & set(range(token.i + 1, token.i + 1 + _ALCANCE)):
            return True
    return False


def _se_limita(doc: Doc, dentro: set[int]) -> bool:
    """Whether a word outside the cues may take something away from what was done."""
    palabras, comienzos = lista("limitan") | lista("son_pasos"), tuple(lista("empeoran"))
    return any(t.i not in dentro and (t.norm_ in palabras or t.norm_.startswith(comienzos)) for t in doc)


def _de_otro(marca: str) -> bool:
    """Whether it is of preparing or asking: denied ("no solicitó información"), the thing itself may not apply."""
    return any(palabra.startswith(tuple(lista("preparan"))) for palabra in plegar_frase(marca).split())
