"""Figures that only describe: what a share of the people is, how many there are, what money was spent.

Such a cell says nothing of what was done, whatever its figure. Decided by what the figure is said of and by its verb, before any
cue is looked for.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.normalizadores.estado.nominales import abre_con_obra
from extractor.normalizadores.estado.verbos import lista
from extractor.vocabularios.base import alternativas, plegar_frase
from extractor.vocabularios.estados import objetos_ajenos, vocabulario
from extractor.vocabularios.guardas_veredicto import otro_objeto

_CIFRA = r"\d{1,3}(?:[.,]\d{1,2})?"
_SHARE = (
    rf"(?:(?:solo|casi|cerca\s+de|mas\s+de|el|un|una|las|los|la)\s+){{0,3}}(?:{_CIFRA}\s*(?:%|por\s+ciento)|mitad|mayoria|mayor\s+parte|resto|tercio|dos\s+tercios|"
    rf"cuarto|tres\s+cuartos|tercera\s+parte|cuarta\s+parte)\s+(?:de\s+(?:quienes|los|las|la|el|\w+)|del)\b"
)
_SER_O_DECIR = (
    r"(?:son|es|eran|era|fueron|fue|ser|dijo|dijeron|declar\w+|opin\w+|senal\w+|manifest\w+|viven?|represent\w+|pertenec\w+|tenian?|tienen?|provien\w+|reside\w*"
    r"|correspond\w+|trabajan?|estudian?|percib\w+|cuentan?)"
)
_DE_PERSONAS = re.compile(
    rf"\W*{_SHARE}\s+(?:\w+\s+){{0,8}}?{_SER_O_DECIR}\b(?!\s+(?:\w+mente\s+)?\w+[ai]d[oa]s?\b)(?:(?!\by\s+(?:el|la|los|las|se)\b)[^.;])*\.?\s*"
)
"""A share as the subject of what people are or say ("El 30% de los asistentes fueron ..."); "fueron capacitados" is a deed."""
_REPRESENTAN = re.compile(
    rf"[^.;]*\b(?:represent|constitu|signific|equival|hacen)\w*\s+(?:a\s+|al\s+|el\s+|un\s+|casi\s+){{0,3}}{_CIFRA}\s*%[^;]*"
)
"""What makes a share of something ("Las mujeres representan el 78% de ...")."""


@cache
def _gente() -> str:
    """First letters of groups of people, as an expression."""
    return rf"(?:{'|'.join(sorted(lista('gente')))}|tasa\b)"


_DE_OTRA = r"(?:de\s+(?:l[oa]s\s+|un\s+total\s+de\s+)?\d[\d.]*)?\s*"


@cache
def _rotulo() -> re.Pattern[str]:
    """The name of a group of people and its figure, and nothing else ("Empresas de mujeres: 12 de 40", "Hogares: 44,7%")."""
    return re.compile(
        rf"\W*(?P<rotulo>[^.;:%\d]*\b{_gente()}[^.;:%\d]*?)(?:\s*[:=]?\s*{_CIFRA}\s*%"
        rf"|\s*[:=]\s*\d[\d.]*\s*{_DE_OTRA}(?:\(\s*{_CIFRA}\s*%\s*\))?)\W*"
    )


_DINERO = re.compile(
    r"\W*(?:gasto|presupuesto|monto|inversion|fondos?|recursos|ejecucion\s+presupuestaria)\b[^.;]*\$[^;]*"
    r"|\W*(?:el|los|la)\s+(?:gasto|presupuesto|monto|inversion|fondos?|recursos)\b[^.;]*\$\s*[\d.,]+\W*(?:(?:mil|mm|millones)\W*)?(?:(?:se\s+)?(?:ha\s+)?(?:gast|ejecut|invirt|rind)\w*[^.;]*)?\W*"
)


_CUENTA_DE_PERSONAS = re.compile(
    r"\W*(?:\d[\d.]*|un[oa]?|dos|tres|cuatro)\s+de\s+(?:l[oa]s\s+|cada\s+)?(?:\d[\d.]*|dos|tres|cuatro|cinco|diez)\s+(?:[a-z]+\s+){1,4}?(?:son|eran|es|pertenec\w+|viven)\b(?!\s+\w+[ai]d[oa]s?\b)[^.;]*\.?"
)
""" "23 de 140 consejeros son mujeres"."""


@cache
def _mas_que() -> re.Pattern[str]:
    """ "Postularon más mujeres que hombres"."""
    return re.compile(rf"[^.;]*\b(?:mas|menos)\s+{_gente()}\w*\s+que\s+\w+\W*$")


_SE_ESTIMA = re.compile(
    r"\W*se\s+(?:estima|calcula|presume|sabe|cree)\s+que\b[^.;]*\b(?:hay|existen?|son|tienen?|viven?|habitan?)\b[^;]*$"
)
_LUGAR_DE_PAGINA = re.compile(r"\W*(?:pag|pagina|hoja|folio|lamina|carilla|foja)\w*\W{0,2}\s*\d+\s*(?:de|/)\s*\d+\W*$")


@cache
def _gasto() -> re.Pattern[str]:
    """How much of the money was spent, whatever it is called ("Gasto devengado 96% del marco")."""
    dinero = rf"(?:{'|'.join(sorted(lista('dinero'), reverse=True))})"
    return re.compile(
        rf"\W*(?:(?:el|la|los)\s+)?{dinero}\w*\s*(?:[a-z]+\s+){{0,6}}(?:al?\s+[\d/.-]+\s*)?[:=]?\s*(?:de\s+|del\s+|un\s+|el\s+)*{_CIFRA}\s*%"
        rf"(?:\s+del?\s+[^.;%]*)?\W*$"
    )


@cache
def _indicador() -> re.Pattern[str]:
    """What is measured of a place or of its people ("Humedad relativa 55%", "la cobertura de vacunación llega al 91%")."""
    nombres = "|".join(sorted(plegar_frase(n) for n in vocabulario().narracion.indicadores))
    return re.compile(
        rf"\W*(?:(?:el|la|los|las)\s+)?(?:[a-z]+\s+){{0,2}}?(?:{nombres})[a-z]*(?:\s+(?!meta|comprometid|lograd|alcanzad|cumplid|realizad)[a-z]+){{0,5}}\s*[:=]?\s*(?:del?\s+|un\s+|el\s+|al\s+|es\s+)*{_CIFRA}"
        rf"\s*(?:%|°|º)[^.;]{{0,40}}\.?$|\W*(?:el|la|los|las)\s+(?:{_gente()}|alumn|aspirant|inscrit|socias|estudiant)\w*\s+(?:[a-z]+\s+){{0,2}}"
        rf"(?:alcanzan?|llegan?|suman?)\s+(?:a\s+|al\s+|un\s+|el\s+)*{_CIFRA}\s*%[^.;]*\.?$"
    )


@cache
def _de_otro_cumplir() -> re.Pattern[str]:
    """A term, an age or a duty that was fulfilled, and nothing else ("Se cumplió el plazo")."""
    objeto = otro_objeto(objetos_ajenos()).pattern
    nadie = r"(?:(?:el|la|los|las|un|una)\s+(?!compromiso|meta|objetivo|actividad)(?:[a-z]+\s+){1,4}?)?"
    return re.compile(rf"\W*{nadie}(?:ya\s+)?(?:se\s+)?(?:(?:ha|han)\s+)?cumpl\w+{objeto}(?:(?!\by\s+se\b)[^.;,:])*\W*")


@cache
def _de_que_trata() -> re.Pattern[str]:
    """What the commitment is, or is for ("Este compromiso busca mejorar ...", "El programa está dirigido a jefas de hogar")."""
    nombres = alternativas((*vocabulario().narracion.comprometibles, "objetivo", "objetivos"))
    persigue = alternativas(vocabulario().narracion.persiguen)
    return re.compile(
        rf"\W*(?:el|la|los|las|este|esta|estos|estas|dicho|dicha)\s+(?:{nombres})(?:\s+(?:del?\s+)?[a-z]+){{0,3}}?\s+(?:{persigue})(?![a-z])"
    )


@cache
def _rotulo_de_texto() -> re.Pattern[str]:
    """ "Texto del compromiso: ...", "Nudo crítico: ...": what was promised, or is in the way, behind its label."""
    return re.compile(rf"\W*(?:{alternativas(vocabulario().narracion.rotulos_de_texto)})\s*:")


@cache
def _remite() -> re.Pattern[str]:
    """ "Ver informe de la región": only where it is told."""
    return re.compile(
        rf"(?:ver|vease|vea)\s+(?:(?:el|la|los|las)\s+)?(?:{alternativas(vocabulario().colas.papeles)})(?![a-z])[^.;,:]*\W*"
    )


_OBRADO = re.compile(r"\b(?:se\s+(?:ha\s+|han\s+)?\w+(?:o|aron|ieron|ado|ido)|fue|fueron|no\s+se|sera|seran)\b")


@cache
def _nivel_de() -> re.Pattern[str]:
    """A label that measures something else than the fulfilment, and its figure ("Grado de discapacidad: 67%")."""
    medidas = alternativas((*vocabulario().narracion.medidas, "meta", "metas"))
    de_que = rf"(?!(?:{medidas})\b)[a-z]+(?:\s+[a-z]+){{0,3}}"
    return re.compile(rf"\W*(?:grado|nivel|indice|tasa|factor)\s+de\s+{de_que}\s*[:=]\s*{_CIFRA}\s*%\W*$")


@cache
def _cumplimiento() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternativas((*vocabulario().narracion.medidas, 'meta', 'metas'))})\b")


def describe(texto: str) -> bool:
    """Whether the cell only tells what some of the people, or the money, are."""
    plegado = plegar_frase(texto)
    if _CUENTA_DE_PERSONAS.match(plegado) or (" que " in plegado and _mas_que().match(plegado)) or _SE_ESTIMA.match(plegado):
        return True
    if ":" in plegado and _rotulo_de_texto().match(plegado):
        return True
    if plegado.startswith("ve") and _remite().fullmatch(plegado):
        return True
    if _de_que_trata().match(plegado) and not _OBRADO.search(plegado):
        return True
    if _DE_PERSONAS.fullmatch(plegado) or ("cumpl" in plegado and _de_otro_cumplir().fullmatch(plegado)):
        return True
    if not any(c.isdigit() for c in plegado):
        return False
    if "%" in plegado and _nivel_de().match(plegado):
        return True
    if _LUGAR_DE_PAGINA.match(plegado) or ("%" in plegado and _REPRESENTAN.fullmatch(plegado)) or _DINERO.fullmatch(plegado):
        return True
    if ("%" in plegado or "°" in plegado or "º" in plegado) and (_gasto().match(plegado) or _indicador().match(plegado)):
        return True
    rotulo = _rotulo().fullmatch(plegado) if any(map(plegado.__contains__, "%:=")) else None
    return rotulo is not None and not _cumplimiento().search(rotulo["rotulo"]) and not abre_con_obra(plegado, con_numero=False)
