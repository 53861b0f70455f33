"""Whether a narration has one of the few shapes that are understood whole: only then is its value said with some certainty.

A list of dangers never ends: of cells nobody had tuned on, one in ten that held none of them was read wrong. So certainty is
granted by what a cell is, not by what it lacks: sentences of one clause each, whose verb is a known deed, its denial, a future
or a listed phrase; one quantity at most; and around it nothing but nouns, articles, adjectives, prepositions and dates. Any other
verb, limit, comparison, condition or relative clause leaves the value as it is, and doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from extractor.modelo.valores import ValorEstado
from extractor.normalizadores.estado.colas_abiertas import otro_tiempo
from extractor.normalizadores.estado.obras import de_obra
from extractor.normalizadores.estado.oracion import Indicio, Oracion, Palabra
from extractor.normalizadores.estado.presentes import es_presente, puede_ser_presente
from extractor.normalizadores.estado.turnos import es_turno
from extractor.normalizadores.estado.verbos import ALCANCE_TOTALES, CORTE_FRASE, INFINITIVO, empieza_como, lista
from extractor.vocabularios.base import alternativas, plegar_frase

_GERUNDIO = re.compile(r"\w{2,}(?:ando|iendo|yendo)(?:se|l[oa]s?)?")
_FINITO = re.compile(
    r"\w{2,}(?:ó|aron|ieron|yeron|rá|rán|remos|aría|ería|iría|arían|erían|irían|aba|aban)|[a-zñ]{3,}(?:amos|imos)"
    r"|(?:hac|dec|ten|pod|quer|deb|sab|ven|exist)ían?"
)
"""Endings that only a finite verb has."""
_COPULAS = frozenset(
    ("es", "son", "era", "eran", "fue", "fueron", "ser", "esta", "estan", "estaba", "hay", "habia", "ha", "han", "va", "van",
     "se", "debe", "deben", "puede", "pueden")
)  # fmt: skip
_ENLAZAN = frozenset(
    ("que", "quien", "quienes", "cual", "cuales", "cuyo", "cuya", "cuyos", "cuyas", "si", "mas", "menos", "respecto", "versus",
     "frente", "lo", "mientras",
     "aunque", "excepto", "salvo", "tampoco", "tambien", "total", "muestra", "universo", "resto", "restante",
     "restantes", "/")
)  # fmt: skip
"""Words that open another clause, a comparison, or name the whole of which a part is told."""
_HABITO = frozenset({"cada", "mensualmente", "siempre", "habitualmente"})
"""With these a present tells what is done again and again, not what is under way."""
_PLANEADO = re.compile(
    r"\b(?:en|al|a)\s+(?:el\s+|la\s+|su\s+)?(?:plan|programa|presupuesto|cartera|agenda|programacion)\b"
    r"|\b(?:plan|programa|presupuesto)\b[^.;,]*\b20\d\d\b"
)
"""What was put into a plan is still to be done."""
_LARGO = 40
"""Words: a longer cell tells more than one thing."""
_MINIMO_FRASE = 2
_NO_CANTIDAD = frozenset({"n", "nº", "n°", "no", "numero", "articulo", "ley", "anexo", "las", "hrs", "el", "dia"})


def entendida(doc: Oracion, marcas: Sequence[Indicio], valor: ValorEstado, *, contada: bool = False) -> bool:
    """Whether the whole narration has a shape that is understood. ``contada``: its value is that of a count of a count."""
    dentro = {i for m in marcas for i in range(m.start, m.end)}
    if len(doc) > _LARGO or "%" in doc.text or not marcas or not de_obra(marcas):
        return False
    if sin_sostener(plegar_frase(doc.text)):
        return False
    if any(es_turno(m) or (m.label_ == "PLAN" and _de_presente(doc, m)) for m in marcas):
        return False
    if valor in ("CUMPLE", "NO_CUMPLE") and _se_limita(doc, dentro):
        return False
    if valor == "CUMPLE" and (_PLANEADO.search(plegar_frase(doc.text)) or _para_hacer(doc)):
        return False
    if valor == "NO_CUMPLE" and _sin_terminar(marcas):
        return False
    if any(m.text.lower().startswith(("dej", "depend")) for m in marcas):
        return False  # "dejó de cobrarse" may be what was wanted; "depende del nivel central", not theirs
    if any(_esta_a_medias(doc, m) for m in marcas):
        return False
    if valor == "NO_CUMPLE" and por_causa_pasajera(plegar_frase(doc.text)):
        return False
    if not contada and _cantidades(doc) > 1:
        return False
    if valor == "PARCIAL" and any(t.norm_ in _HABITO or _cada_vez(doc, t.i) for t in doc):
        return False
    if valor in ("CUMPLE", "NO_CUMPLE") and _otro_sin_marca(doc, dentro):
        return False
    if not _cada_frase_con_marca(doc, dentro, tras_titulo=valor == "PARCIAL"):
        return False
    asoman = [t for t in doc if t.i not in dentro and not _inocua(t.lower_, t.norm_)]
    return all(_explicada(doc, t, dentro, contada=contada) for t in asoman)


@lru_cache(maxsize=16384)
def _inocua(escrita: str, norma: str) -> bool:
    """Whether the word is explained wherever it stands, as most are: it denies nothing, links nothing and is no verb."""
    if norma in lista("negaciones", "ninguno") or norma in _ENLAZAN | _COPULAS | {"sin", "sobre", "bajo"}:
        return False
    return not (_es_finito(escrita) or _es_gerundio(norma) or puede_ser_presente(escrita, norma))


_SIN_SOSTENER = re.compile(
    r"[?¿]|\b(?:aprob|acord|resolv|decid|autoriz|propus|solicit|pid)\w+\s+(?:que|no\s+)?(?!taller|lugar)\w+(?:ar|er|ir)(?:se|l[oa]s?)?\b"
    r"|\b(?:rectific|fe\s+de\s+erratas|dej\w+\s+de\s+\w+[aei]r(?:se)?\b)"
    r"|^\W*(?:de\s+\w+[aei]r(?:se)?\b|al\s+parecer\b|segun\s+(?:el|la|los|las)\s+[^.;]*,)"
    r"|\ben\s+teoria\b|,\s*segun\s+(?:la|el)\s+(?!acta|res|plan|program|calend|carta)\w+"
)
"""A question, what was only decided, a correction to come, a condition."""
_ABRE = re.compile(r"\W*(?:(?P<modo>[a-z]+mente)\b|(?P<rotulo>[a-z]+(?:\s+[a-z]+){0,4})\s*:(?!\d))")


def sin_sostener(plegado: str) -> bool:
    """Whether the folded cell asks, tells of another time, sets a condition, or opens with a label or an adverb that may leave
    what follows unsaid ("Meta: ...", "Supuestamente ...")."""
    abre = _ABRE.match(plegado)
    if abre is not None and abre["modo"] is not None and abre["modo"] not in lista("modos_de_abrir"):
        return True
    if abre is not None and abre["rotulo"] is not None and lista("rotulos_de_promesa") & set(abre["rotulo"].split()):
        return True
    return otro_tiempo(plegado) or _SIN_SOSTENER.search(plegado) is not None


def _esta_a_medias(doc: Oracion, marca: Indicio) -> bool:
    """Whether "se está" is all that tells it goes on, and no gerund or "en" says at what ("Se está a la espra")."""
    if len(marca) > 2 or marca[len(marca) - 1].norm_ not in ("esta", "estan", "estamos") or marca.end >= len(doc):
        return False
    despues = doc[marca.end].norm_
    return not (_es_gerundio(despues) or despues in ("en", "por", "ya"))


@lru_cache(maxsize=16384)
def _es_finito(escrita: str) -> bool:
    return _FINITO.fullmatch(escrita) is not None


@lru_cache(maxsize=16384)
def _es_gerundio(norma: str) -> bool:
    return _GERUNDIO.fullmatch(norma) is not None


@cache
def _pasajera() -> re.Pattern[str]:
    return re.compile(rf"\bpor\s+(?:el\s+|la\s+|las\s+|los\s+|ser\s+)?(?:{alternativas(lista('pasajeros'))})(?![a-z])")


def por_causa_pasajera(plegado: str) -> bool:
    """Whether it was stopped for a reason that passes ("Se suspende por feriado"): it may be held later."""
    return _pasajera().search(plegado) is not None


def _explicada(doc: Oracion, token: Palabra, dentro: set[int], *, contada: bool) -> bool:
    """Whether the word is a noun, an adjective, a preposition, a date or a harmless remark."""
    norma = token.norm_
    if norma in lista("negaciones", "ninguno") or norma == "sin":
        return any(t.norm_ in lista("no_importan") for t in doc[token.i + 1 : token.i + 1 + ALCANCE_TOTALES])
    if norma == "/" and token.i + 1 < len(doc) and doc[token.i + 1].norm_ in ("a", "o", "as", "os"):
        return True
    if norma == "que" and token.i + 1 < len(doc) and empieza_como(doc[token.i + 1].norm_, "de_finalidad"):
        return True
    if token.i and doc[token.i - 1].norm_ == "que" and empieza_como(norma, "de_finalidad"):
        return True  # "que permitirá ..."
    if norma in _ENLAZAN:
        return contada and norma in ("total", "muestra", "universo")
    if norma in ("sobre", "bajo"):
        return not any(t.text[0].isdigit() for t in doc[token.i + 1 : token.i + 3])
    if norma in _COPULAS:
        return bool({token.i + 1, token.i + 2, token.i + 3} & dentro)
    if _es_finito(token.lower_) or (_es_gerundio(norma) and token.i > 0):
        return token.is_title and token.i > 0
    return not es_presente(doc, token.i)


def _sin_terminar(marcas: Sequence[Indicio]) -> bool:
    """Whether only the end is denied: what "no ha terminado" was begun."""
    terminan = tuple(lista("terminan"))
    return any(palabra.startswith(terminan) for m in marcas for palabra in plegar_frase(m.text).split())


def _para_hacer(doc: Oracion) -> bool:
    """ "Se firmó el convenio para hacer el estudio": what was done is for what is still to be."""
    return "para" in doc.normas and any(t.norm_ == "para" and INFINITIVO.fullmatch(doc[t.i + 1].norm_) for t in doc[:-1])


def _cada_vez(doc: Oracion, lugar: int) -> bool:
    return doc[lugar].norm_ in ("todos", "todas") and any(
        t.norm_.startswith(("dia", "semana", "mes", "lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"))
        for t in doc[lugar + 1 : lugar + 3]
    )


def _de_presente(doc: Oracion, marca: Indicio) -> bool:
    """Whether the plan is told by a present and a date: it may as well be what is done each year."""
    return len(marca) == 1 and es_presente(doc, marca.start)


_DE_OTRO_SUJETO = frozenset({"el", "la", "los", "las", "un", "una", "otro", "otra", "otros", "otras", "al"})


def _otro_sin_marca(doc: Oracion, dentro: set[int]) -> bool:
    """Whether after a comma another subject follows, and no cue tells what became of it ("..., la de Cerrillos en formación")."""
    for coma in [t.i for t in doc[:-1] if t.norm_ == ","] if "," in doc.normas else ():
        fin = next((i for i in range(coma + 1, len(doc)) if doc[i].norm_ in CORTE_FRASE | {","}), len(doc))
        if doc[coma + 1].norm_ in _DE_OTRO_SUJETO and not dentro & set(range(coma + 1, fin)):
            return True
    return False


_FIN_DE_FRASE = CORTE_FRASE - {":"}


def _cada_frase_con_marca(doc: Oracion, dentro: set[int], *, tras_titulo: bool) -> bool:
    """Whether each sentence of more than a word holds a cue, of its own clause. ``tras_titulo``: those before the first cue may
    only say of what it goes on."""
    frases: list[list[int]] = [[]]
    for token in doc:
        if token.norm_ in _FIN_DE_FRASE or (token.is_space and "\n" in token.text):
            frases.append([])
        elif token.is_alpha:
            frases[-1].append(token.i)
    largas = [f for f in frases if len(f) >= _MINIMO_FRASE and (not tras_titulo or f[-1] >= min(dentro, default=0))]
    return all(dentro & set(f) for f in largas) if len(largas) > 1 else True


@cache
def _de_cuenta() -> frozenset[str]:
    return lista("cantidades") - {"una", "uno", "primera", "primer", "primero"}


_ANIO, _EN_CIFRAS = re.compile(r"(?:19|20)\d\d"), re.compile(r"\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?")


def _cantidades(doc: Oracion) -> int:
    """How many things are counted: dates, years, hours and numbers of documents are no quantities."""
    cuantas = 0
    de_cuenta = _de_cuenta()
    for token in doc:
        cifra = token.text[0].isdigit() and not token.text[-1].isalpha()
        if not cifra and token.norm_ not in de_cuenta:
            continue
        previa = doc[token.i - 1].norm_ if token.i else ""
        despues = [t.norm_ for t in doc[token.i + 1 : token.i + 4]]
        fecha = (
            any(d in lista("meses") for d in despues) or previa in lista("meses") or _ANIO.fullmatch(token.text)
        )
        hora = (bool(despues) and despues[0] in ("horas", "hrs", "hora")) or ":" in token.text
        if not (fecha or hora or previa in _NO_CANTIDAD or _EN_CIFRAS.fullmatch(token.text)):
            cuantas += 1
    return cuantas


def _se_limita(doc: Oracion, dentro: set[int]) -> bool:
    """Whether a word outside the cues may take something away from what was done."""
    palabras = lista("limitan", "son_pasos")
    limitan = [t.i for t in doc if t.norm_ in palabras or empieza_como(t.norm_, "empeoran")]
    return not dentro.issuperset(limitan)
