"""Whether what follows a verdict in its own sentence may take something away from it or undo it ("Cumplido, no así en Lebu")."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from extractor.modelo.valores import ValorEstado
from extractor.normalizadores.estado.verbos import es_participio, lista
from extractor.vocabularios.base import alternativas, plegar_frase
from extractor.vocabularios.estados import valor_de_porcentaje, vocabulario


@cache
def _toca() -> re.Pattern[str]:
    palabras = alternativas((*lista("limitan"), *lista("negaciones"), "sin"))
    peores = alternativas(lista("empeoran"))
    numero = rf"(?:\d+|{alternativas(lista('cantidades'))})"
    tantos = rf"\d\s*/\s*\d|{numero}\s+(?:\w+\s+)?(?:de|/)\s+(?:(?:l[oa]s|sus)\s+)?{numero}\b"
    return re.compile(rf"\b(?:{palabras})\b|\b(?:{peores})\w*|{tantos}|\d\s*%")


@cache
def _inocuo() -> re.Pattern[str]:
    inocuas = "|".join(sorted(lista("no_importan")))
    return re.compile(rf"\b(?:sin|no\s+\w+)\s+(?:\w+\s+)?(?:{inocuas})\b")


def quita_algo(plegado: str) -> bool:
    """Whether the folded words hold a denial, a limit, a part or a share."""
    return _toca().search(_inocuo().sub(" ", plegado)) is not None


_OTRA_FRASE = re.compile(r"\s+[A-ZÁÉÍÓÚÑ][a-záéíóúñ]")
_DICE_QUE_NO = re.compile(r"\bno\s+(?:se\s+)?(?:ha\s+|han\s+)?cumpl|\bno\s+asi\b|\bincumpl")
_PREGUNTA = re.compile(r"\?\W*$")


def es_otra_frase(resto: str) -> bool:
    """Whether a narration follows the verdict without a stop ("Cumplido Se dispone ..."), not a place and another of which
    it is denied ("Cumplido Iquique, no cumplido Lota")."""
    return _OTRA_FRASE.match(resto) is not None and _DICE_QUE_NO.search(_su_frase(resto)) is None


def _su_frase(resto: str) -> str:
    """The folded words up to the stop that ends the sentence of the verdict."""
    return plegar_frase(_FIN_DE_FRASE.split(resto, maxsplit=1)[0])


_FIN_DE_FRASE = re.compile(r"\.(?![\d-])|\n")


@cache
def _deja_abierto() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternativas(vocabulario().narracion.dejan_abierto)})\b")


_MODO = re.compile(r"\W*(\w+mente)\b")


def _en_cierto_modo(suyo: str) -> bool:
    """Whether an adverb right after the verdict may limit it ("Cumplido escasamente")."""
    adverbio = _MODO.match(suyo)
    return adverbio is not None and adverbio.group(1) not in _adverbios()


@cache
def _adverbios() -> frozenset[str]:
    """Adverbs that leave a verdict as it is."""
    return frozenset(plegar_frase(a) for a in (*vocabulario().adverbios, *vocabulario().siguen_a_participio))


_DICE_QUE_SI = r"(?<!\bno )(?<!\bno se )\b(?:cumplen?|cumplio|cumplieron|cumplid[oa]s?)\b"
"""Another verdict, affirmed, beside one that is not."""
_SOLO = r"\b(?:sol[oa]|solamente|unicamente|apenas|mitad|mayoria)\b|\b\d+\s+(?:\w+\s+)?de\s+(?:l[oa]s\s+)?\d"
"""What tells that the verdict is said of a part."""
_A_QUIEN = r"(?:a|al|en|para|por|este|esta|durante|dad[oa]|debido|ya\s+que|segun|porque|pues|como|y|el\s+ano)"
_DESDICEN: dict[ValorEstado, re.Pattern[str]] = {
    "NO_CUMPLE": re.compile(
        r"\b(?:reprogram|posterg|pospu|pero|parcial|avanz|salvo|excepto|aun|todavia|proxim|traslad|reagend)|\b\w+[aei]ran?\b|\b20[0-3]\d\b"
        rf"|{_SOLO}|{_DICE_QUE_SI}"
    ),
    "PENDIENTE": re.compile(
        rf"\b(?:realiz|hizo|hicieron|ejecut|efectu|entreg|cumplid|termin|finaliz|ya\b|parcial|pero|lo\s+demas|finalmente)|%|{_SOLO}"
    ),
    "NO_APLICA": re.compile(rf"^\s*(?!{_A_QUIEN}\b)\w|{_DICE_QUE_SI}"),  # "No aplica la encuesta"
    "PARCIAL": re.compile(
        r"\b(?:terminad|finaliz|ya\b|complet|concluid|suspend|cancel|no\s+se)"
        r"|(?<!no )(?<!ni )\b(?:totalmente|integramente|en\s+su\s+totalidad)\b"
        r"|\by\s+(?:el\s+resto|lo\s+demas|lo\s+restante|la\s+otra\s+mitad)\s+(?:en|el|a)\b"
    ),  # "Cumplido parcialmente en abril y totalmente en junio"
}
"""What in the sentence of a verdict may undo it, by its value; for CUMPLE see ``_toca``."""
_PASO = re.compile(r"\s*(?:(?:con|en|la|el|su|una)\s+){0,2}(?:primer[ao]?|segund[ao]|etapa|fase|cuando|siempre\s+que)\b")
_PRESENTE = re.compile(r"(?:.*\b)?(?:cumplen?|se\s+cumplen?|da\s+cumplimiento)$")


_CONTRASTA = re.compile(
    r"\b(?:no\s+asi|pero|salvo|excepto|menos\s+(?:el|la|los|las|en)|mientras|aunque|faltan?|faltando|quedan?\s+(?!todo)|pendientes?|a\s+medias|prorroga|aun\s+no|todavia\s+no)\b"
    r"|[,;]\s+[^,;]*\w\s+(?:no|tampoco)\W*$|(?:[,;]|\by)\s+(?:el|la|los|las)\s+(?:del?|otr[oa]s?|segund[oa]s?|tercer[oa]?|cuart[oa]|restantes?|demas)\b"
    r"|\d\s+de\s+(?:l[oa]s\s+)?\d+\b|\bde\s+un\s+total\b"
)
"""What tells of another thing, or of a part left, in the sentence of a verdict or of a percentage."""


_TRAS_PARADA = re.compile(r"[,;:(–—]|\s-\s")
_PLANEA = re.compile(
    r"\b(?:reprogram|posterg|pospo|proxim|traslad|reagend)|\b\w+[aei]ran?\b|\b(?:para|en)\s+(?:el\s+)?(?:ano\s+)?20[0-3]\d\b"
)
_MAS_QUE_PLAN = re.compile(
    r"\b(?:pero|aunque|parcial|avanz|salvo|excepto|aun\b|todavia|faltan?\b|(?:lo|los|las|el)\s+(?:demas|resto|otr[oa]s?)\b|restantes?|etapa|fase)"
    rf"|\b(?:segund|tercer|ultim)\w*\s+(?!semestre|trimestre)|\b\w+(?:aron|ieron)\b|\bse\s+\w+o\b|\bha[ns]?\s|{_SOLO}|{_DICE_QUE_SI}"
)
"""Besides a plan: a part, an exception or a deed."""


_PASADO, _PALABRA = re.compile(r"\w{2}ó\b"), re.compile(r"\w+")


def _solo_planea(resto: str) -> bool:
    """Whether what follows a denied verdict, past a stop, only tells what will be done ("No cumplido, se reprograma"): a plan
    does not undo a denial; a deed or a part may."""
    frase = _FIN_DE_FRASE.split(resto, maxsplit=1)[0]
    partes = _TRAS_PARADA.split(frase, maxsplit=1)
    antes, plan = plegar_frase(partes[0]), plegar_frase(partes[-1])
    if len(partes) < 2 or _DESDICEN["NO_CUMPLE"].search(antes) or "fecha" in antes or "ahora" in antes:
        return False
    if _PASADO.search(partes[-1]) or _MAS_QUE_PLAN.search(plan) or _PLANEA.search(plan) is None:
        return False
    palabras = _PALABRA.findall(plan)
    return not any(p in lista("pasados_irregulares") or (es_participio(p) and p not in _CAUSAN) for p in palabras)


_CAUSAN = frozenset({"debido", "dado", "dada", "dados", "dadas", "mercado", "estado", "jornada", "jornadas"})
"""Participles by their look that tell no deed."""


def contrasta(resto: str) -> bool:
    """Whether the sentence goes on to say that something else went otherwise ("100%, los de Lota aún no")."""
    return not es_otra_frase(resto) and _CONTRASTA.search(_su_frase(resto)) is not None


def contradice(valor: ValorEstado, porcentaje: str) -> bool:
    """Whether a verdict other than CUMPLE and its percentage say different things ("Parcialmente cumplido (100%)")."""
    dicho = valor_de_porcentaje(Decimal(porcentaje))
    return dicho == "CUMPLE" or (valor == "PARCIAL" and dicho != "PARCIAL")


_FECHA = re.compile(r"(?<![\d/.-])\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d\d(?![\d/-])")
"""A date in figures counts no parts."""


def sin_fechas(texto: str) -> str:
    """``texto`` without the dates in figures."""
    return _FECHA.sub(" ", texto)


_FUTURO, _PARADA = re.compile(r"\w+(?:rá|rán)\b"), re.compile(r"[.,;:\n]")


def resto_lo_toca(valor: ValorEstado, palabras: str, resto: str) -> bool:
    """Whether the rest of the sentence leaves the verdict in doubt."""
    if _PREGUNTA.search(resto):
        return True  # "Cumplido (?)"
    if es_otra_frase(resto):
        return False
    suyo = _FECHA.sub(" ", _inocuo().sub(" ", _su_frase(resto)))
    if valor == "NO_CUMPLE" and _solo_planea(resto):
        return False
    if valor != "CUMPLE":
        return valor in _DESDICEN and _DESDICEN[valor].search(suyo) is not None
    if _PRESENTE.match(plegar_frase(palabras)) and any(mes in suyo.split(",")[0].split() for mes in lista("meses")):
        return True  # "Se cumple en diciembre"
    if "rá" in resto and _FUTURO.search(_PARADA.split(resto, maxsplit=1)[0]):
        return True  # "Cumplido el trámite se firmará ..."
    if _deja_abierto().search(suyo) or _en_cierto_modo(suyo):
        return True
    return _toca().search(suyo) is not None or _PASO.match(suyo) is not None or _CONTRASTA.search(suyo) is not None
