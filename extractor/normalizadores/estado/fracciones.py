"""Counts that tell a state: "3 de 10", "de 12, 9", a count against its goal, a share of what was to be done.

Figures are taken from the text as printed; none is computed from others.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache

from extractor.vocabularios.base import alternativas, plegar_con_lugares, plegar_frase
from extractor.vocabularios.estados import vocabulario

_ANIO = re.compile(r"(?:19|20)\d\d")
_CUOTA_DE = re.compile(
    r"\W*(?:(?:solo|solamente|cerca|casi|un|el|del|al|mas)\s+){0,3}(\d{1,2}(?:[.,]\d{1,2})?)\s*%\s+de\s+(?:los|las|la|el)\b"
)
"""A share of what was to be done, as the subject: "Un 50% de los talleres se realizó"."""
_CUOTA_HECHA = re.compile(
    r"\b(?!(?:represent|signific|correspond|constitu|baj|subi|dismin|aument)\w+\s)"
    r"(?:(?:se|ha|han)\s+\w+(?:o|ron|ado|ido)|(?!como|solo|cuando)\w{3,}(?:io|aron|ieron|o)(?=\s+(?:solo\s+)?(?:el|un)\s))\s+"
    r"(?:a\s+\w+\s+)?(?:solo\s+|solamente\s+)?(?:el|un|al|a un)?\s*(\d{1,2}(?:[.,]\d{1,2})?)\s*%\s+(?:de|del)\b"
)
"""The same as the object: "Se entregó el 50% de los equipos"."""


@cache
def _numero_o_letras() -> str:
    return rf"(\d{{1,3}}(?:\.\d{{3}})+|\d{{1,4}}|{alternativas(vocabulario().narracion.cantidades)})"


@cache
def _cuantos() -> str:
    return rf"{_numero_o_letras()}\b{_NO_CUENTA}"


_TOTAL = r"(?:(?:cada|los|las|un|una|total|de|el|meta|su|sus|primeros|primeras)\s+)*"
_MES = r"(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)"
_UNIDAD = r"(?:horas?|dias?|minutos?|mes|meses|semanas?|anos?|pesos|metros|km|hectareas|kilos|mil|millones|mm)"
_NO_CUENTA = rf"(?!\s*(?:%|[ªº°]|{_UNIDAD}\b|de\s+{_MES}\b))"
"""After a figure of days, money or lengths, or of a date: it counts no parts."""


@cache
def _cantidades() -> re.Pattern[str]:
    """ "3 de 10", "6 inscritas de una meta de 9", "la cuarta de seis"; "un curso de cuatro" only where nothing follows."""
    numero = _numero_o_letras()
    enlace = rf"\s*(?:\S+\s+){{0,2}}?(?:de|sobre|/)\s*{_TOTAL}"
    lejos = rf"\s+(?:\S+\s+){{0,3}}?(?:de|sobre|entre)\s+(?:una?\s+\w+\s+(?:\w+\s+)?de\s+)?{_TOTAL}"
    letras = alternativas(p for p, n in vocabulario().narracion.cantidades.items() if n > 1)
    return re.compile(
        rf"(?<!cada )(?<!\bel )(?<!fecha )(?<!dia )\b{numero}{enlace}(?!una?\b|uno\b){numero}\b(?!\s*%|\s+de\s+{_MES}\b)"
        rf"|(?<!cada )\b{_cuantos()}{lejos}{_cuantos()}"
        rf"|\b(un)\s+\w+\s+de\s+(?:los\s+|las\s+)?({letras})(?=\s*(?:$|[.,;]))"
    )


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
    hechos = rf"(?!{planes})(?:\w{{3,}}[ai]d|hech|impres|inscrit|abiert|puest)[oa]s?"
    pares = rf"\b{numero}\s+(?:\w+\s+){{0,2}}{planes}\W+(?:y\s+)?(?:solo\s+)?{numero}\s+(?:\w+\s+){{0,2}}{hechos}"
    se_planeo = r"\b(?:se\s+)?(?:program|compromet|planific|agend|contempl|convoc|previe|previ|reprogram)\w*"
    se_hizo = r"(?!(?:program|compromet|planific|agend|contempl|convoc)\w*)\w+(?:aron|ieron|amos|imos|o)"
    verbos = rf"{se_planeo}\s+(?:a\s+)?{numero}\b[^.;]*?\b(?:se\s+)?{se_hizo}\s+(?:solo\s+)?{numero}\b"
    titulos = rf"\b{planes}\s*:?\s*{numero}\W+(?:y\s+)?{hechos}\s*:?\s*(?:solo\s+)?{numero}\b"
    cuantos = _cuantos()
    son = r"(?!\s+(?:son|eran|fueron|mujeres|hombres|corresponden)\b)"
    de_entrada = rf"^\W*de\s+(?:un\s+total\s+de\s+)?(?:(?:los|las)\s+)?{cuantos}\s+[^.;:%\d]*?\b{cuantos}{son}"
    vinieron = r"(?:\w+(?:aron|ieron)|(?!ano)\w{3,}o|\w+[ai]d[oa]s|\w+ndo\s+en)"
    acudieron = rf"\b{cuantos}\s[^%]{{,160}}?(?:[,;.]|\by)\s+(?:solo\s+)?{vinieron}\s+(?:solo\s+|en\s+)?{cuantos}\s*(?:$|[.,;])"
    tras_rotulo = (
        rf"^[^.;:]*:\s*{cuantos}\s+\w+(?:[ai]d|it|st|rt|ch)[oa]s\s*,\s*(?:y\s+)?{cuantos}\s+\w+(?:[ai]d|it|st|rt|ch)[oa]s\W*$"
    )
    return re.compile(rf"{de_tantos}|{de_las_que}|{pares}|{verbos}|{titulos}|{de_entrada}|{tras_rotulo}|{acudieron}")


@cache
def _contra_meta() -> re.Pattern[str]:
    """ "80 mujeres inscritas (meta 80)", "112 inscritas, meta era 100": what was done against the goal."""
    numero = _numero_o_letras()
    cual = r"del\s+(?:ano|semestre|trimestre|periodo)|anual|comprometida|programada"
    es = rf"(?:\s*(?:{cual}|de|eran?|es|son|fue|fueron|:|=))*\s*(?:de\s+)?"
    hechos = r"(?:\w{3,}[ai]d|hech|impres|inscrit|abiert|puest)[oa]s?"
    planes = r"(?:program|compromet|planific|previst|conveni|pactad|acordad|solicitad)\w*"
    titulos = rf"\b{hechos}\s*:\s*{numero}\W+(?:y\s+)?{planes}\s*:\s*{numero}\b(?!\s*%)"
    lejos = r"(?:inferior|superior|menor|mayor|debajo|encima)\s+(?:al?|de)"
    cifra = rf"\b{numero}\b(?!\s*%)[^.;%]*?\b{lejos}\s+(?:los|las)\s+{numero}\s+(?:\w+\s+)?{planes}"
    meta = rf"\b{numero}\b(?!\s*%)[^.;%]*?[(,;.:\s–-]\s*(?:(?:la|una|su)\s+)?metas?{es}{numero}\b(?!\s*%)"
    pide = rf"(?:{alternativas(vocabulario().narracion.piden_tanto)})"
    quien = rf"(?:el|la)\s+(?:{alternativas(vocabulario().narracion.comprometibles)}|objetivo|contrato)"
    frase = rf"\b{numero}\b(?!\s*%)[^.;%]*?[.;]\s+{quien}\s+{pide}\s+(?:a\s+|de\s+)?{numero}(?=\W*$)"
    return re.compile(rf"{meta}|{titulos}|{cifra}|{frase}")


_SOLO = ("solo", "solamente", "unicamente", "apenas")
_LO_MAS = "mas"


@cache
def _apenas() -> re.Pattern[str]:
    """ "Sólo dos provincias ...": less than what was to be."""
    letras = alternativas(vocabulario().narracion.cantidades)
    solo = rf"(?:tan\s+)?(?:{'|'.join(_SOLO)})"
    enlace = r"(?:(?:a|en|con|el|la|los|las|se\s+\w+)\s+)?"
    despues = rf"\b(?:se|fue|fueron|ha|han|esta|estan)\s+[^.;]*?(?<!\bno )(?<!\bun )(?<!\buna ){solo}\s+(?!que\b|se\b)"
    lo_mas = rf"^\W*lo\s+{_LO_MAS}\s+(?:esta|estan|fue|se|quedo|ya|del?)\b"
    return re.compile(
        rf"(?:{lo_mas}|{despues}|^\W*{solo}\s+(?!se\b)|(?<!no )\b{solo}\s+{enlace}(?=\d|un\b|una\b|parte\b|(?:{letras})\b))"
    )


_PIDEN = ("compromet", "program", "planific", "previst", "esperad", "pactad")
_PEDIDO = rf"(?:{'|'.join(_PIDEN)})\w*"
_A_LO_PEDIDO = re.compile(
    rf"(?P<antes>[^.;%]*?)\b(?P<logrado>\d++(?:[.,]\d++)?)\s*(?:\w++\s*){{0,2}},?\s*(?:sobre|frente\s+a|contra|versus|menos\s+de|mas\s+de|bajo|en\s+(?:vez|lugar)\s+de)\s+"
    rf"(?:los|las)\s+(?P<pedido>\d+(?:[.,]\d+)?)\s+(?:\w+\s+)?{_PEDIDO}"
)
"""A measure against the one that was promised: "el plazo subió a 18 días, sobre los 10 comprometidos"."""
_MENOS_ES_MAS = re.compile(
    r"\b(?:tiempo|plazo|espera|demora|costo|desercion|accident\w*|reclamos?|mora|atraso|error\w*|tasa|dias|brecha)\b"
)
"""What it is an achievement to make less."""
_ES_MENOS = re.compile(r"\b(?:no|sin|solo|solamente|apenas|nunca|ni|falt\w+|menos|parte|mitad)\b")


@cache
def _era_lo_pedido() -> re.Pattern[str]:
    """ "Trece familias declaradas idóneas, que era lo ofrecido": what was got is told to be what was undertaken."""
    encargo = rf"(?:{'|'.join(sorted(plegar_frase(e) for e in vocabulario().colas.encargos))}|ofrecid|esperad)[a-z]*"
    articulo = r"(?:lo|la|las|los|el)\s+"
    que_era = rf"que\s+(?:era|eran|es|son|fue)\s+{articulo}{encargo}"
    como = rf"(?:tal\s+)?(?:como|cual)\s+(?:se\s+(?:habia\s+)?|estaba\s+|fue\s+){encargo}"
    return re.compile(rf".*\S\s*,\s*(?:{que_era}|{como})(?:\s+(?:para|en|por|con)\s+[^.;,]*|\s+del?\s+[^.;,]*)?\W*$")


@lru_cache(maxsize=4096)
def frente_a_lo_pedido(texto: str) -> bool | None:
    """Whether a measure told beside the one promised reaches it; None when the cell tells no two measures."""
    plegado = plegar_frase(texto)
    if "," in plegado and _era_lo_pedido().match(plegado) and not _ES_MENOS.search(plegado):
        return True
    hallada = _A_LO_PEDIDO.match(plegado) if any(map(plegado.__contains__, _PIDEN)) else None
    if hallada is None:
        return None
    logrado, pedido = (Decimal(hallada[g].replace(",", ".")) for g in ("logrado", "pedido"))
    return logrado <= pedido if _MENOS_ES_MAS.search(hallada["antes"]) else logrado >= pedido


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


@cache
def _una_parte() -> re.Pattern[str]:
    """A whole cell that tells one part of several done ("Primera fase terminada")."""
    partes = alternativas(vocabulario().narracion.partes)
    ordinal = r"(?:primer[oa]?|1\s*[ª°º]|1\s*(?:er|era|ra)|segund[oa]|2\s*(?:[ª°º]|da|do)|tercer[oa]?|cuart[oa])"
    return re.compile(
        rf"\W*(?:(?:la|el)\s+)?{ordinal}\s+(?:{partes})\s+(?:(?:ya\s+)?(?:fue|esta|quedo)\s+)?(?!no\b)[a-z]+[aiu]?[dst][oa]\W*$"
    )


_UNOS_NO = re.compile(
    r"\W*(?:vari[oa]s|much[oa]s|algun[oa]s|ciert[oa]s|l[oa]s demas)\s+\w+\s+no\b(?!\s+(?:se\s+)?(?:inform|report))"
)
"""Some of several did not: "Varios municipios no firmaron"."""


_PALABRA = re.compile(r"\d+|[a-zñ]+")


@cache
def _letras() -> dict[str, int]:
    return {"un": 1} | {plegar_frase(k): v for k, v in vocabulario().narracion.cantidades.items()}


_DE_META = (":", ".", ";", "meta", "ferior", "superior", "menor", "mayor", "debajo", "encima")
_DE_TOTAL = ("de", ":", ",", ";", ".", "y", "program", "compromet", "planific", "previ", "agend", "contempl", "convoc")
_DE_PARTES = ("de", "sobre", "/", "entre")
"""One of each stands before the last number of what its expression finds."""


def _patrones(antes: str) -> list[re.Pattern[str]]:
    """Those of a count of a count that may stand in a text, by what it tells before its last number."""
    senales = ((_contra_meta, _DE_META), (_al_reves, _DE_TOTAL), (_cantidades, _DE_PARTES))
    return [patron() for patron, suyas in senales if any(map(antes.__contains__, suyas))]


def fraccion(texto: str, *, hecho: bool) -> tuple[str, str] | None:
    """ "3 de 10": PARCIAL, HECHO or FRACASO by comparing the two counts, with the words; None when no count of a count is told.

    ``hecho``: the text tells that something was done; a bare share of people ("El 60% de los asistentes ...") is no state.
    """
    plegado, lugares = plegar_con_lugares(texto)
    letras = _letras()
    numeros = [palabra for palabra in _PALABRA.findall(plegado) if palabra in letras or palabra[0].isdigit()]
    antes = plegado[: plegado.rfind(numeros[-1])] if len(numeros) > 1 else ""  # a count of a count needs two
    porcentual = "%" in plegado
    frente = _FRENTE_A.search(plegado) if porcentual else None
    if frente is not None:
        logrado, pedido = (Decimal(g.replace(",", ".")) for g in frente.groups())
        return "HECHO" if logrado >= pedido else "PARCIAL", texto[lugares[frente.start()] : lugares[frente.end() - 1] + 1]
    if porcentual and hecho and _PERSONAS.match(plegado):
        return None  # what came of some people; the deed is told after it
    for forma, vale in ((_CUOTA_DE.match(plegado), hecho), (_CUOTA_HECHA.search(plegado), True)) if porcentual else ():
        if forma is not None and vale and Decimal(forma.group(1).replace(",", ".")) < 100:
            return "PARCIAL", texto[lugares[forma.start()] : lugares[forma.end() - 1] + 1]
    for patron in _patrones(antes):
        for hallada in patron.finditer(plegado):
            if any(palabra in hallada.group() for palabra in (" todas ", " todos ", " ni un")):
                continue  # "De las 210 familias, todas tienen a una mujer", "de los 10 no se dictó ni uno"
            escritas = [g for g in hallada.groups() if g]
            parte, total = (letras[g] if g in letras else int(g.replace(".", "")) for g in escritas)
            if patron is _al_reves():
                parte, total = total, parte
            if patron is _contra_meta():
                parte = min(parte, total)  # beyond the goal
            if total < 2 or any(_ANIO.fullmatch(g) for g in escritas) or parte > total:
                continue
            palabras = texto[lugares[hallada.start()] : lugares[hallada.end() - 1] + 1]
            return ("HECHO" if parte == total else "PARCIAL" if parte else "FRACASO"), palabras
    de_las_partes = _una_parte().match(plegado)
    if de_las_partes is not None and not porcentual:
        return "PARCIAL", texto
    unos = _UNOS_NO.match(plegado)
    if unos is not None:
        return "PARCIAL", texto[lugares[unos.start()] : lugares[unos.end() - 1] + 1]
    apenas = _apenas().search(plegado) if any(map(plegado.__contains__, (*_SOLO, _LO_MAS))) else None
    return ("PARCIAL", texto[lugares[apenas.start()] : lugares[apenas.end() - 1] + 1]) if apenas and hecho else None
