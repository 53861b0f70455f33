"""What stands after a verdict that leaves something open, or out: of what it is said, what denies it again, what it only counts.

"Pendiente de firma" tells what is left; "Pendiente resuelto" nothing of the kind. So these tails too are granted by what they
are: a preposition or an article, and nouns.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractor.modelo.valores import ValorEstado
from extractor.normalizadores.estado.verbos import INFINITIVO, es_participio, lista
from extractor.vocabularios.base import alternativas
from extractor.vocabularios.estados import vocabulario

_ABREN = re.compile(r"(?:de|del|de\s+l[oa]s?|para|por|en|a|al|hasta|desde|con|el|la|los|las|su|sus|este|esta)\s+\w")
_ABREN_EN_CURSO = re.compile(r"(?:para|por|hasta|desde|con|del?|en)\s+\w")
"""What follows what only tells how it goes ("Postergado para marzo"); an article opens what was done ("Traspasada la sede")."""
_LIMITA = re.compile(r"\b(?:solo|solamente|unicamente|apenas|ningun[oa]?|cero)\b|\b\d+\s+de\s+\d|^\d+\W*$")
"""Right after a verdict that leaves something open: that it is said of one thing only, or how many."""
_PALABRA = re.compile(r"[a-z]+")


def dice_de_que(plegado: str, *, en_curso: bool) -> bool:
    """Whether the folded words right after a verdict that leaves something open tell of what, or for when, and no more."""
    palabras = _PALABRA.findall(plegado)
    cuantos = bool(palabras) and palabras[0] in lista("cantidades") and not en_curso
    if _LIMITA.search(plegado) is not None or not (cuantos or (_ABREN_EN_CURSO if en_curso else _ABREN).match(plegado)):
        return False
    return not any(_de_hecho(p) for p in palabras) and "no" not in palabras


def dice_hecho(plegado: str) -> bool:
    """Whether the words tell what was done ("Pendiente resuelto")."""
    return any(_de_hecho(p) for p in _PALABRA.findall(plegado))


def _de_hecho(palabra: str) -> bool:
    """Whether the word tells what was done, not of what."""
    return (es_participio(palabra) and palabra not in lista("no_participios")) or palabra in lista("pasados_irregulares")


def vuelve_atras(plegado: str) -> bool:
    """Whether words after "no aplica" take it back, or leave it to some, or to now ("aunque se hizo", "a todas")."""
    return _desmienten().search(plegado) is not None


@cache
def _desmienten() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternativas(vocabulario().colas.desmienten)})\b")


_DE_OTRO = re.compile(
    r"(?:en\s+|durante\s+|el\s+|ano\s+)*(?:19|20)\d\d\W*$|.*\b(?:pasad[oa]|anterior|previ[oa])\W*$|por\s+(?:el|la|los|las|otr[oa]s?)\s+(?!que\b)\w+"
    r"|.*\b(?:otr[oa]s?|demas)\b"
)


_DE_QUIEN = ("19", "20", "pasad", "anterior", "previ", "por", "otr", "demas")


def de_otro_o_de_antes(plegado: str) -> bool:
    """Whether the words tell another year, or who else fulfilled it ("en 2006", "el año pasado", "por la Municipalidad")."""
    return any(map(plegado.__contains__, _DE_QUIEN)) and _DE_OTRO.match(plegado) is not None


_OTRO_TIEMPO = re.compile(
    r"\b(?:ano|periodo|semestre|informe)\s+(?:pasado|anterior|previo)\b"
    r"|\b(?:19\d\d|200[0-6])\b(?!\s*(?:-|/|al?\b|y\b))"
)


def otro_tiempo(plegado: str) -> bool:
    """Whether the words tell a time before that of the report ("el año pasado", "en 2005"); a span of years is of data."""
    return _OTRO_TIEMPO.search(plegado) is not None


_CUENTA = re.compile(r"(?:\d{1,3}|cero|no|ningun[oa]?|no\s+hay)(?P<de>(?:\s+(?!de\b|por\b)[a-z]+){1,2})?")


def cuenta(valor: ValorEstado, plegado: str) -> bool:
    """Whether the words after a colon only count what the verdict names ("Cumplidas: 3", "Incumplimiento: no"); what a deed was
    made of ("Logrado: 8 clubes") is its detail."""
    hallada = _CUENTA.fullmatch(plegado)
    return hallada is not None and (valor != "CUMPLE" or not hallada["de"])


_ROTULA = re.compile(r"\W*(?P<palabra>[a-z]+)\s*[:=]\s*\d")


def rotula_cifra(plegado: str) -> bool:
    """Whether the cell is an adjective, a colon and a figure: a label and what was counted ("Positivo: 3 casos")."""
    hallada = _ROTULA.match(plegado)
    palabra = hallada["palabra"] if hallada is not None else "cumple"
    return "cumpl" not in palabra and not es_participio(palabra) and palabra not in ("si", "no", "x", "ok")


_UN_INFINITIVO = re.compile(r"([a-z]+)(?:\s+[a-z]+){0,4}|s\s*/\s*n")


def instruye(plegado: str) -> bool:
    """Whether the words in brackets tell whoever fills in the form what to do ("(justificar)", "(S/N)")."""
    hallada = _UN_INFINITIVO.fullmatch(plegado)
    return hallada is not None and (hallada.group(1) is None or INFINITIVO.fullmatch(hallada.group(1)) is not None)


_YA_NO = re.compile(r"\W*(?:(?:ya|antes)\s+(?:no|pendiente)|n/c)\b|\W*en\s+(?:terminos\s+generales|general|lo\s+\w+)\b")


def no_del_todo(plegado: str) -> bool:
    """Whether the cell opens with what no longer holds ("Ya no aplica"), with what holds on the whole ("En general cumplido"), or
    with a short form of several words ("N/C": no cumple, no corresponde, no contesta)."""
    return _YA_NO.match(plegado) is not None


_RESPONDEN = re.compile(r"(?:si|x|ok|(?:si\s+)?(?:se\s+)?(?:ha\s+|han\s+)?cumpl\w+|sobre\s*cumplid\w+|incumplimiento)\b")
"""Words that a percentage of nothing contradicts; "Ejecutado 0%" is how far it was carried out."""


def choca_con_cero(valor: ValorEstado, palabras: str) -> bool:
    """Whether a yes stands beside 0 % ("Sí, 0%")."""
    return valor == "NO_CUMPLE" and _RESPONDEN.match(palabras) is not None


@cache
def _a_esta_casa() -> re.Pattern[str]:
    casas = alternativas(vocabulario().colas.casas)
    return re.compile(rf"\W*(?:a\s+|en\s+|para\s+)?(?:est[ea]|nuestr[oa]|(?:la|el)\s+(?:{casas}))(?![a-z])")


def se_aplica_a_otros(palabras: str, resto: str) -> bool:
    """Whether "no se aplica a ..." may be said of what is done to somebody ("No se aplica a los postulantes la ficha")."""
    return palabras.startswith("no se aplica ") and _a_esta_casa().match(resto) is None


def solo_niega_el_modo(plegado: str) -> bool:
    """Whether the words right after a denied verdict may be all that it denies: when or how it was fulfilled ("No cumplido en
    plazo")."""
    return _modo_o_fecha().match(plegado) is not None and _HASTA_HOY.match(plegado) is None


@cache
def _modo_o_fecha() -> re.Pattern[str]:
    voc = vocabulario()
    meses = alternativas(voc.narracion.meses)
    modo = rf"(?:{alternativas((*voc.colas.oportunidad, *voc.colas.modos, *voc.adverbios))})(?![a-z])"
    fecha = rf"(?:en|durante|el|a)\s+(?:el\s+)?(?:mes\s+de\s+)?(?:\d{{1,2}}\s+de\s+)?(?:{meses})\b"
    return re.compile(rf"{modo}|{fecha}")


_HASTA_HOY = re.compile(
    r"(?:a\s+la\s+fecha|al\s+(?:dia|cierre|termino)|este\s+ano|(?:en|durante)\s+(?:el|este)\s+(?:ano|periodo))\b"
)
"""When is now: it denies all of it."""
_EN_OBRA = re.compile(r"\b(?:en\s+\w+cion|se\s+\w|ser[ai]n?\b|anterior(?:es)?\b)")


@lru_cache(maxsize=4096)
def prueba_sana(detalle: str) -> bool:
    """Whether what is said of a paper leaves it the proof that it is: its number, of what, from whom; not what is wrong with it
    ("acta extraviada", "informe en elaboración")."""
    palabras = _PALABRA.findall(detalle)
    if not palabras:
        return True
    if _EN_OBRA.search(detalle) or any(
        p.endswith(("ara", "era", "ira", "aran", "eran", "iran")) and len(p) > _LARGO_FUTURO for p in palabras
    ):
        return False
    buenas = vocabulario().colas.buenas
    dudosas = [p for p in palabras if es_participio(p) and p not in lista("no_participios") and not p.startswith(buenas)]
    primera = palabras[0]
    califica = (
        len(primera) > _LARGO_ENLACE
        and not primera.startswith(buenas)
        and detalle.strip()[:1].isalpha()
        and "-" not in detalle.split()[0]
    )
    return not (
        dudosas
        or (califica and len(palabras) == 1)
        or (primera == "de" and " ".join(palabras[1:2]) in vocabulario().colas.no_prueban)
    )


_LARGO_FUTURO, _LARGO_ENLACE = 6, 3
