"""Counts that tell a state: "3 de 10", "de 12, 9", a count against its goal, a share of what was to be done.

Figures are taken from the text as printed; none is computed from others.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from extractor.vocabularios.base import alternativas, plegar_con_lugares, plegar_frase
from extractor.vocabularios.estados import vocabulario

_ANIO_MINIMO = 1900
_CUOTA_DE = re.compile(
    r"\W*(?:(?:solo|solamente|cerca|casi|un|el|del|al|mas)\s+){0,3}(\d{1,2}(?:[.,]\d{1,2})?)\s*%\s+de\s+(?:los|las|la|el)\b"
)
"""A share of what was to be done, as the subject: "Un 50% de los talleres se realizó"."""
_SER_O_DECIR = r"(?:son|eran|fueron|dijo|dijeron|declar\w+|opin\w+|senal\w+|manifest\w+|viven?|represent\w+|pertenec\w+)"
_DE_PERSONAS = re.compile(rf"{_CUOTA_DE.pattern}\s+(?:\w+\s+){{1,8}}?{_SER_O_DECIR}\b(?!\s+\w+[ai]d[oa]s?\b)[^.;]*\.?\s*")
"""A whole cell that says what some of the people are or say ("El 30% de los asistentes fueron ..."): nothing of what was done."""
_CUOTA_HECHA = re.compile(
    r"\b(?!(?:represent|signific|correspond|constitu|baj|subi|dismin|aument)\w+\s)"
    r"(?:(?:se|ha|han)\s+\w+(?:o|ron|ado|ido)|(?!como|solo|cuando)\w{3,}(?:io|aron|ieron|o)(?=\s+(?:solo\s+)?(?:el|un)\s))\s+"
    r"(?:a\s+\w+\s+)?(?:solo\s+|solamente\s+)?(?:el|un|al|a un)?\s*(\d{1,2}(?:[.,]\d{1,2})?)\s*%\s+(?:de|del)\b"
)
"""The same as the object: "Se entregó el 50% de los equipos"."""


@cache
def _numero_o_letras() -> str:
    return rf"(\d{{1,3}}(?:\.\d{{3}})+|\d{{1,4}}|{alternativas(vocabulario().narracion.cantidades)})"


_TOTAL = r"(?:(?:los|las|un|una|total|de|el|meta|su|sus|primeros|primeras)\s+)*"


@cache
def _cantidades() -> re.Pattern[str]:
    """ "3 de 10", "6 inscritas de una meta de 9", "la cuarta de seis"; "un curso de cuatro" only where nothing follows."""
    numero = _numero_o_letras()
    enlace = rf"\s*(?:\S+\s+){{0,2}}?(?:de|sobre|/)\s*{_TOTAL}"
    letras = alternativas(p for p, n in vocabulario().narracion.cantidades.items() if n > 1)
    return re.compile(rf"\b{numero}{enlace}{numero}\b(?!\s*%)|\b(un)\s+\w+\s+de\s+(?:los\s+|las\s+)?({letras})(?=\s*(?:$|[.,;]))")


@cache
def _al_reves() -> re.Pattern[str]:
    """ "De 10 talleres se realizaron 6"; "8 programados, 3 ejecutados"; "20, de las que 8": the whole first."""
    numero = _numero_o_letras()
    solo = r"(?:a\s+)?(?:(?:solo|solamente|ya|apenas)\s+)?"
    de_tantos = (
        rf"\bde\s+(?:un\s+total\s+de\s+)?(?:(?:los|las)\s+)?{numero}\s+"
        rf"(?:[^.;]*?\bse\s+(?:ha\s+|han\s+)?\w+\s+|[^.;,]*,\s*){solo}{numero}\b(?!\s*(?:%|(?:son|eran|fueron|corresponden|pertenecen)\b))"
    )
    de_las_que = (
        rf"\b{numero}\s+[^.;,%]*,\s*de\s+l[oa]s\s+(?:que|cuales)\s+(?:se\s+(?:ha\s+|han\s+)?\w+\s+)?{solo}{numero}\b"
        r"(?!\s*(?:%|(?:son|eran|fueron|corresponden|pertenecen|viven|mujeres|hombres)\b))"
    )
    planes = r"(?:programad|comprometid|planificad|previst|agendad|contemplad)[oa]s?"
    hechos = r"(?:realizad|ejecutad|efectuad|cumplid|entregad|hech|lograd|terminad|implementad)[oa]s?"
    pares = rf"\b{numero}\s+(?:\w+\s+){{0,2}}{planes}\W+(?:y\s+)?(?:solo\s+)?{numero}\s+(?:\w+\s+){{0,2}}{hechos}"
    se_planeo = (
        r"\b(?:se\s+)?(?:programaron|comprometieron|planificaron|agendaron|contemplaron|convocaron|previeron|reprogramaron)"
    )
    se_hizo = (
        r"(?:realizaron|realizo|hicieron|hizo|efectuaron|efectuo|ejecutaron|ejecuto|concretaron|concreto|cumplieron|cumplio)"
    )
    verbos = rf"{se_planeo}\s+{numero}\b[^.;]*?\b(?:se\s+)?{se_hizo}\s+(?:solo\s+)?{numero}\b"
    titulos = rf"\b{planes}\s*:?\s*{numero}\W+(?:y\s+)?{hechos}\s*:?\s*(?:solo\s+)?{numero}\b"
    return re.compile(rf"{de_tantos}|{de_las_que}|{pares}|{verbos}|{titulos}")


@cache
def _contra_meta() -> re.Pattern[str]:
    """ "80 mujeres inscritas (meta 80)", "112 inscritas, meta era 100": what was done against the goal."""
    numero = _numero_o_letras()
    es = r"(?:\s*(?:de|era|es|fue|:|=|anual|comprometida|programada))*\s*(?:de\s+)?"
    return re.compile(rf"\b{numero}\b(?!\s*%)[^.;%]*?[(,;:\s–-]\s*(?:(?:la|una|su)\s+)?meta{es}{numero}\b(?!\s*%)")


@cache
def _apenas() -> re.Pattern[str]:
    """ "Sólo dos provincias ...": less than what was to be."""
    letras = alternativas(vocabulario().narracion.cantidades)
    solo = r"(?:tan\s+)?(?:solo|solamente|unicamente|apenas)"
    enlace = r"(?:(?:a|en|con|el|la|los|las|se\s+\w+)\s+)?"
    despues = rf"\b(?:se|fue|fueron|ha|han|esta|estan)\s+[^.;]*?(?<!\bno )(?<!\bun )(?<!\buna ){solo}\s+(?!que\b|se\b)"
    return re.compile(rf"(?:{despues}|^\W*{solo}\s+(?!se\b)|(?<!no )\b{solo}\s+{enlace}(?=\d|un\b|una\b|parte\b|(?:{letras})\b))")


_FRENTE_A = re.compile(
    r"\b(\d{1,3}(?:[.,]\d{1,2})?)\s*%[^.;%]*?\b(?:sobre|frente\s+a|versus|contra|de\s+una\s+meta\s+de)l?\s+(?:un|el|la)?\s*"
    r"(\d{1,3}(?:[.,]\d{1,2})?)\s*%\s+(?:compromet|program|planific|previst|esperad)"
)
"""A percentage against the one that was promised: "el 58% ..., sobre el 50% comprometido"."""
_PERSONAS = re.compile(
    r"\W*(?:\w+\s+)?(?:un|el)\s+\d{1,2}(?:[.,]\d{1,2})?\s*%\s+de\s+(?:los|las)\s+"
    r"(?:alumn|usuari|egresad|asistent|inscrit|participant|beneficiari|mujer|hombre|estudiant|trabajador|postulant)\w*\s*[^.;]*[.;]\s*\w"
)
"""A share of the people in a sentence of its own, and more after it."""


_UNOS_NO = re.compile(
    r"\W*(?:vari[oa]s|much[oa]s|algun[oa]s|ciert[oa]s|l[oa]s demas)\s+\w+\s+no\b(?!\s+(?:se\s+)?(?:inform|report))"
)
"""Some of several did not: "Varios municipios no firmaron"."""


def de_personas(texto: str) -> bool:
    """Whether the cell only tells what a share of the people is or says."""
    return _DE_PERSONAS.fullmatch(plegar_frase(texto)) is not None


def fraccion(texto: str, *, hecho: bool) -> tuple[str, str] | None:
    """ "3 de 10": PARCIAL, HECHO or FRACASO by comparing the two counts, with the words; None when no count of a count is told.

    ``hecho``: the text tells that something was done; a bare share of people ("El 60% de los asistentes ...") is no state.
    """
    plegado, lugares = plegar_con_lugares(texto)
    letras = {"un": 1} | {plegar_frase(k): v for k, v in vocabulario().narracion.cantidades.items()}
    frente = _FRENTE_A.search(plegado)
    if frente is not None:
        logrado, pedido = (Decimal(g.replace(",", ".")) for g in frente.groups())
        return "HECHO" if logrado >= pedido else "PARCIAL", texto[lugares[frente.start()] : lugares[frente.end() - 1] + 1]
    if hecho and _PERSONAS.match(plegado):
        return None  # what came of some people; the deed is told after it
    for forma, vale in ((_CUOTA_DE.match(plegado), hecho), (_CUOTA_HECHA.search(plegado), True)):
        if forma is not None and vale and Decimal(forma.group(1).replace(",", ".")) < 100:
            return "PARCIAL", texto[lugares[forma.start()] : lugares[forma.end() - 1] + 1]
    for patron in (_contra_meta(), _al_reves(), _cantidades()):
        for hallada in patron.finditer(plegado):
            parte, total = (letras[g] if g in letras else int(g.replace(".", "")) for g in hallada.groups() if g)
            if patron is _al_reves():
                parte, total = total, parte
            if patron is _contra_meta():
                parte = min(parte, total)  # beyond the goal
            if total < 2 or total >= _ANIO_MINIMO or parte > total:
                continue
            palabras = texto[lugares[hallada.start()] : lugares[hallada.end() - 1] + 1]
            return ("HECHO" if parte == total else "PARCIAL" if parte else "FRACASO"), palabras
    unos = _UNOS_NO.match(plegado)
    if unos is not None:
        return "PARCIAL", texto[lugares[unos.start()] : lugares[unos.end() - 1] + 1]
    apenas = _apenas().search(plegado)
    return ("PARCIAL", texto[lugares[apenas.start()] : lugares[apenas.end() - 1] + 1]) if apenas and hecho else None
