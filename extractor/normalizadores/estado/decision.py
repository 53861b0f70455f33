"""What the cues of a narration amount to together: which of them undo others, and the value that decides."""

from __future__ import annotations

import re
from functools import cache

from extractor.modelo.valores import ValorEstado
from extractor.normalizadores.estado.verbos import empieza_como, lista
from extractor.vocabularios.base import alternativas, plegar_frase

_MOVIDO = re.compile(
    r"(?:se|fue|debio|tuvo).*(?:posterg|program|agend|aplaz|pospus)|(?:adelant|anticip|reprogramo|postergo|aplazo|reagendo)"
)
_AL_FIN = re.compile(
    r"\b(?:finalmente|posteriormente|luego)\b|\b(?:cuando|(?:mes|fecha|dia|oportunidad)\s+en\s+(?:el\s+|la\s+)?que)\s+(?:se\s+\w+o|tuvo\s+lugar)\b|\by\s+se\s+\w+o\s*(?:en|el\s+\d|durante|$|[.,;])"
)


def sin_postergar(marcas: list[tuple[str, int, str]], plegado: str) -> list[tuple[str, int, str]]:
    """The cues without a postponement that what was then done undoes ("Se postergó y finalmente se realizó")."""
    posterga = [i for i, m in enumerate(marcas) if m[0] == "PLAN" and _MOVIDO.match(plegar_frase(m[2]))]
    if not posterga or not any(m[0] == "HECHO" for m in marcas[posterga[-1] :]) or not _AL_FIN.search(plegado):
        return marcas
    return [m for i, m in enumerate(marcas) if i not in posterga]


def sin_comienzos(marcas: list[tuple[str, int, str]]) -> list[tuple[str, int, str]]:
    """The cues without the beginning of what is then told to have ended ("comenzó en abril y terminó en junio")."""
    if not any(m[0] == "PARCIAL" for m in marcas):
        return marcas
    fin = max((i for i, m in enumerate(marcas) if m[0] == "HECHO" and empieza_como(plegar_frase(m[2]), "terminan")), default=-1)
    return [
        m
        for i, m in enumerate(marcas)
        if i > fin or m[0] != "PARCIAL" or not empieza_como(plegar_frase(m[2]).removeprefix("se "), "comienzan")
    ]


@cache
def _se_preve() -> re.Pattern[str]:
    return re.compile(rf"\bse\s+(?:{alternativas(lista('preven'))})\s+que\b")


_QUIEN_HARA = re.compile(r"\b(?:que|quien|quienes)\s+(?:lo\s+|la\s+|se\s+)?\w+(?:ra|ran)\b")


def sin_supuestos(plegado: str, marcas: list[tuple[str, int, str]]) -> list[tuple[str, int, str]]:
    """The cues without what is only foreseen ("Se prevé que el módulo entre en operación"); what is in the hands of whoever will
    decide is a plan."""
    if "en manos" in plegado and _QUIEN_HARA.search(plegado):
        marcas = [("PLAN" if m[0] == "PARCIAL" and m[2].lower().startswith("en manos") else m[0], m[1], m[2]) for m in marcas]
    preve = _se_preve().search(plegado)
    if preve is None:
        return marcas
    previstas = {m[1] for m in marcas if m[0] == "PLAN" and plegar_frase(m[2]).startswith(preve.group().rsplit(" ", 1)[0])}
    return [m for m in marcas if m[1] not in previstas or m[0] not in ("HECHO", "HECHO_DEBIL", "PARCIAL")]


_PARA_EMPEZAR = re.compile(
    r"(?:resta\s+que\b|(?:falta|resta)n?\s[^.;,]*\bpara\s+(?:comenz|inici|empez|part)\w*r(?:se|l[oa]s?)?\b)"
)
"""What is missing so that it may begin ("Falta la firma para comenzar", "Resta que la Prefectura designe ...")."""


def sin_plazos(plegado: str, marcas: list[tuple[str, int, str]]) -> list[tuple[str, int, str]]:
    """The cues with what only tells until when or for what it waits turned into the plan that it is: "Falta que la junta acepte"
    where nothing was told done, "la veda termina en abril, ahí se podrá muestrear"."""
    marcas = sin_supuestos(plegado, marcas)
    empieza = bool(marcas) and plegar_frase(marcas[0][2]).startswith(("falta que", "faltan que"))
    empieza = empieza or (plegado.startswith(("falta", "resta")) and _PARA_EMPEZAR.match(plegado) is not None)
    if not empieza and any(clase in ("HECHO", "HECHO_DEBIL") for clase, _, _ in marcas):
        return marcas
    if empieza:
        return [("PLAN" if clase in ("PARCIAL", "HECHO_DEBIL") else clase, frase, texto) for clase, frase, texto in marcas]
    plan = any(clase == "PLAN" for clase, _, _ in marcas)
    salida = []
    for clase, frase, texto in marcas:
        plegado = plegar_frase(texto)
        espera = plan and plegado.split()[0] in lista("presentes_de_termino")
        salida.append(("PLAN" if clase == "PARCIAL" and espera else clase, frase, texto))
    return salida


def sin_deshechos(marcas: list[tuple[str, int, str]]) -> list[tuple[str, int, str]]:
    """The cues without a past of undoing beside a failure: "fue clausurado y no hubo clases" tells nothing done."""
    if not any(clase == "FRACASO" for clase, _, _ in marcas):
        return marcas
    return [
        m
        for m in marcas
        if m[0] not in ("HECHO", "HECHO_DEBIL", "PARCIAL")
        or " " in m[2]
        or not empieza_como(plegar_frase(m[2]), "deshacen_raices")
    ]


_EN_UN_PLAN = re.compile(
    r"\b(?:inclu|incorpor|consider|agreg|qued|fij|puso)\w*\s+(?:\w+\s+){0,2}?en\s+(?:el|la|su)\s+(?:plan|presupuesto|programa|cartera|ley)\b[^.;,]*\b20[0-3]\d\b"
)


def en_un_plan(plegado: str, marcas: list[tuple[str, int, str]]) -> list[tuple[str, int, str]]:
    """The cues with what was put into the plan of a year turned into what it is: still to be done."""
    if _EN_UN_PLAN.search(plegado) is None:
        return marcas
    entran = ("inclu", "incorpor", "consider", "agreg", "qued", "fij", "puso")
    return [
        ("PLAN" if clase == "HECHO" and plegar_frase(texto).removeprefix("se ").startswith(entran) else clase, frase, texto)
        for clase, frase, texto in marcas
    ]


def sin_ajenos(plegado: str, marcas: list[tuple[str, int, str]]) -> list[tuple[str, int, str]]:
    """The cues without what goes on elsewhere: what the thing depends on ("sujeto a la toma de razón"), or what those it was done
    for are at ("se capacitó a las algueras en trámite de inscripción")."""
    salida: list[tuple[str, int, str]] = []
    for clase, frase, texto in marcas:
        previa = salida[-1] if salida else ("", -2, "")
        depende = previa[0] == "PLAN" and empieza_como(plegar_frase(previa[2]), "dependen")
        ajena = previa[0] == "HECHO" and plegar_frase(texto).startswith("en ") and previa[1] == frase
        ajena = (
            ajena
            and re.search(
                rf"(?:\bsiguen?|\best\w+|\bencuentran?|\bqued\w+|\by|,)\s+(?:\d+\s+)?{re.escape(plegar_frase(texto))}", plegado
            )
            is None
        )
        if clase == "PARCIAL" and (depende or ajena):
            continue
        salida.append((clase, frase, texto))
    return salida


def se_hara(marcas: list[tuple[str, int, str]]) -> bool:
    """Whether what was not done is then told to be done ("No se ha hecho, se hará en 2010")."""
    fallo = next((i for i, m in enumerate(marcas) if m[0] == "FRACASO"), len(marcas))
    return any(m[0] == "PLAN" and plegar_frase(m[2]).split()[0] not in lista("negaciones") for m in marcas[fallo:])


def solo_falta(marcas: list[tuple[str, int, str]]) -> bool:
    """Whether only "falta ..." tells that it is done in part."""
    partes = [plegar_frase(t) for clase, _, t in marcas if clase == "PARCIAL"]
    return bool(partes) and all(t.startswith(("falt", "aun falta", "todavia falta")) for t in partes)


_SIN_HACER = re.compile(r"sin \w+r(?:se)?")
"""Something left to do, not the end of it ("licitado, sin adjudicar"); a bare "no" tells of another thing than the one done."""


_ESPERA_RESPUESTA = re.compile(r"\brespuesta\b|\b(?:contest|respond|pronunci)\w+")
"""Beside an answer that has not come, what was sent only prepared it."""


def solo_preparado(marcas: list[tuple[str, int, str]]) -> bool:
    """Whether all that is told done only prepared the thing itself ("se solicitó", "cursos licitados")."""
    hechos = [plegar_frase(t) for clase, _, t in marcas if clase in ("HECHO", "HECHO_DEBIL")]
    if not hechos:
        return False
    preparan = tuple(lista("preparan"))
    if any(clase == "PLAN" and _ESPERA_RESPUESTA.search(plegar_frase(t)) for clase, _, t in marcas):
        preparan += tuple(lista("mandan"))
    sin_hacer = any(
        c == "FRACASO" and (_SIN_HACER.fullmatch(plegar_frase(t)) or t.lower() in ("no", "tampoco")) for c, _, t in marcas
    )
    return not sin_hacer and all(t.removeprefix("se ").startswith(preparan) for t in hechos)


def decidir(
    clases: list[str], *, preparado: bool = False, en_nada: bool = False, solo_falta: bool = False, por_hacer: bool = False
) -> tuple[ValorEstado, set[str], bool]:
    """The value of the cues together, which of them decided, and whether they all say one thing.

    ``preparado``: what was done only prepared the thing; ``en_nada``: the failure is the outcome of the rest; ``solo_falta``: no
    more is told of the part done than that something is missing, which may be all of it; ``por_hacer``: what was
    not done waits, or is to be done.
    """
    hay = set(clases)
    hecho = hay & {"HECHO", "HECHO_DEBIL"}
    unanime = len(hay - {"TIEMPO"}) == 1
    if "FRACASO" in hay:
        antes = min((clases.index(c) for c in hecho), default=len(clases))
        if not hecho and "PARCIAL" not in hay and por_hacer:
            return "PENDIENTE", {"FRACASO", "PLAN"}, False
        if not hecho and solo_falta:
            return "NO_CUMPLE", {"FRACASO"}, False
        if (hecho or "PARCIAL" in hay) and (en_nada or (preparado and "PARCIAL" not in hay)):
            return "NO_CUMPLE", {"FRACASO"}, False
        if "PARCIAL" in hay or antes < clases.index("FRACASO"):
            return "PARCIAL", {"FRACASO", "PARCIAL", *hecho}, False
        return "NO_CUMPLE", {"FRACASO"}, unanime
    if "PARCIAL" in hay:
        return "PARCIAL", {"PARCIAL"}, unanime and not solo_falta
    if "PLAN" in hay:
        if hecho and preparado:
            return "PENDIENTE", {"PLAN"}, False
        return ("PARCIAL", {"PLAN", *hecho}, False) if hecho else ("PENDIENTE", {"PLAN"}, unanime)
    if hecho:
        return "CUMPLE", hecho, unanime and "HECHO" in hay
    if hay & {"PLAN_DEBIL", "TIEMPO"}:
        return "PENDIENTE", {"PLAN_DEBIL", "TIEMPO"}, False
    return "SIN_DATO", set(), False
