"""What a narration amounts to: its cues, its counts and its shape brought together into one proposed value."""

from __future__ import annotations

import re
from functools import cache

from extractor.modelo.valores import Estado, ValorEstado
from extractor.normalizadores.estado.antes_y_despues import del_compromiso
from extractor.normalizadores.estado.certeza import entendida
from extractor.normalizadores.estado.componentes import clausula, concesiva
from extractor.normalizadores.estado.decision import (
    decidir,
    en_un_plan,
    se_hara,
    sin_ajenos,
    sin_comienzos,
    sin_deshechos,
    sin_plazos,
    sin_postergar,
    solo_falta,
    solo_preparado,
)
from extractor.normalizadores.estado.en_nada import consecuencia, pero_ninguno, sin_fruto
from extractor.normalizadores.estado.fracciones import fraccion
from extractor.normalizadores.estado.nominales import hecho_nominal
from extractor.normalizadores.estado.oracion import Indicio, oracion_de
from extractor.normalizadores.estado.otros import queda_otro
from extractor.normalizadores.estado.verbos import empieza_como, lista
from extractor.vocabularios.base import plegar_frase


def _propuesto(texto: str, valor: ValorEstado, *, segura: bool) -> Estado:
    return Estado(texto=texto, valor=valor, porcentaje=None, declarado=False, certeza="aproximada" if segura else "dudosa")


def narrar(texto: str, limpio: str) -> tuple[Estado, tuple[str, ...]]:
    """The value a narration amounts to, proposed, and the words that decided it. ``limpio``: the text to keep."""
    from extractor.normalizadores.lengua import analizar

    plegado, doc = plegar_frase(texto), oracion_de(analizar(texto, "estado"))
    spans = doc.indicios
    principales = del_compromiso(doc, [s for s in spans if not concesiva(s[0])] if "," in doc.normas else spans)
    marcas = [(s.label_, clausula(s[0]), s.text) for s in principales or spans]
    anunciado = _compromiso().match(plegado)
    if anunciado is not None:
        marcas.append(("PLAN", -1, anunciado.group()))
    marcas = sin_ajenos(plegado, sin_comienzos(sin_postergar(marcas, plegado)))
    otro = queda_otro(doc, spans) if not any(clase in ("PARCIAL", "PLAN") for clase, _, _ in marcas) else None
    if otro is not None:
        marcas = [m for m in marcas if m[0] != "FRACASO" or m[2] not in otro[1]]
        marcas.append((otro[0], -1, otro[1]))
    if _FUERA_DE.match(plegado) and any(clase in ("HECHO", "HECHO_DEBIL") for clase, _, _ in marcas):
        marcas = [("PARCIAL" if clase == "FRACASO" else clase, frase, suyo) for clase, frase, suyo in marcas]
    previo = _concedido(spans, marcas)
    marcas = en_un_plan(plegado, sin_deshechos(sin_plazos(plegado, marcas)))
    hecho = any(clase in ("HECHO", "HECHO_DEBIL", "PARCIAL") for clase, _, _ in marcas)
    en_nada = consecuencia(plegado, marcas) or sin_fruto(plegado, marcas)
    parte = fraccion(texto, hecho=hecho)
    if parte is not None:
        marcas = [
            m for m in marcas if m[0] not in ("PLAN", "PLAN_DEBIL") or not re.fullmatch(r"\w+[oa]s", m[2])
        ]  # "de las 40 previstas"
        marcas.append((parte[0], -1, parte[1]))
    con_verbo = [frase for clase, frase, _ in marcas if clase != "TIEMPO"]
    marcas = [
        ("PLAN" if clase == "TIEMPO" and hecho and frase > max(con_verbo) else clase, frase, suyo)
        for clase, frase, suyo in marcas
    ]
    con_tiempo = {frase for clase, frase, _ in marcas if clase == "TIEMPO"}
    clases = ["PLAN" if clase == "HECHO_DEBIL" and frase in con_tiempo else clase for clase, frase, _ in marcas]
    valor, decisivas, segura = decidir(
        clases,
        preparado=solo_preparado(marcas) and not pero_ninguno(plegado),
        en_nada=en_nada,
        por_hacer=_ESPERA_A.search(plegado) is not None or se_hara(marcas),
        solo_falta=solo_falta(marcas),
    )
    if valor == "NO_CUMPLE" and previo:
        valor, segura = "PARCIAL", False
    if valor == "SIN_DATO" and _NO_HASTA_QUE.search(plegado):
        valor = "PENDIENTE"
    palabras = tuple(texto_marca for (_, _, texto_marca), clase in zip(marcas, clases, strict=True) if clase in decisivas)
    segura = (
        segura
        and len(principales) >= len([s for s in spans if s.label_ != "TIEMPO"])
        and entendida(doc, spans, valor, contada=parte is not None)
    )
    if valor == "SIN_DATO":
        dicho = next((v for v, forma in _ENTERAS if forma.fullmatch(plegado)), None)
        if dicho is not None:
            return _propuesto(limpio, dicho, segura=False), (limpio,)
    if valor == "SIN_DATO" and hecho_nominal(texto):
        return _propuesto(limpio, "CUMPLE", segura=False), (limpio,)
    return _propuesto(limpio, valor, segura=segura), palabras


def _concedido(spans: list[Indicio], marcas: list[tuple[str, int, str]]) -> bool:
    """Whether a clause that concedes tells a deed, not only its preparing ("Si bien se recolectaron los datos, ...")."""
    hechos = [s for s in spans if s.label_ == "HECHO" and s.end - s.start == 1 and concesiva(s[0])]
    return bool(marcas) and any(
        not empieza_como(s[0].norm_, "preparan") and s.doc[0].norm_ in ("si", "aunque") for s in hechos
    )


_FUERA_DE = re.compile(
    r"\W*(?:fuera|aparte|salvo|excepto|con\s+excepcion|a\s+excepcion)\s+(?:del?\s+)?(?:un|una|el|la|los|las|dos|tres)\b[^,.;]*,"
)
"""What it opens with is left out ("Fuera de un taller que se anuló, el ciclo se desarrolló")."""
_SOLO_CUANDO = re.compile(
    r"\W*(?:(?:el|al|en\s+el)\s+)?(?:primer|1\s*er|segundo|2\s*do|tercer|3\s*er|cuarto|4\s*to|[1-4]\s*[°º]|ultimo|i{1,3}|iv)\s*\.?\s*(?:bi|tri|cuatri|se)mestre"
    r"(?:\s+(?:del?\s+)?(?:ano\s+)?20\d\d)?\W*"
)
"""A whole cell that only says when."""
_ENTERAS: tuple[tuple[ValorEstado, re.Pattern[str]], ...] = (
    ("PENDIENTE", _SOLO_CUANDO),
    ("PENDIENTE", re.compile(r"\W*se\s+(?:requiere|necesita)n?\s[^.;]*\bpara\s+\w+r(?:se|l[oa]s?)?\b[^.;]*\W*")),
    ("PARCIAL", re.compile(r"\W*(?:solo|solamente|unicamente|apenas)\s+\w+(?:\s+\w+){0,3}\W*")),
    ("NO_CUMPLE", re.compile(r"\W*(?:cero|ningun[oa]?)\s+\w+\W*")),
)
"""Whole cells without a verb: only when, what is needed, a part, none."""
_NO_HASTA_QUE = re.compile(r"\bno\b.*\bhasta\s+que\b")
_ESPERA_A = re.compile(r"\bhasta\s+(?:que|entonces)\b|\bmientras\s+no\b")
"""What is not done waits for something else."""


@cache
def _compromiso() -> re.Pattern[str]:
    meses = "|".join(sorted(lista("meses")))
    nombres = r"(?:cumplimiento|ejecucion|realizacion|termino|entrega|inicio)"
    cuando = (
        r"(?:(?:primer|segundo|tercer|ultimo|proximo)\s+\w+mestre|(?:proximo|siguiente)\s+\w+"
        rf"|(?:{meses})\b|(?:ano\s+)?20[0-3]\d(?!\d))"
    )
    return re.compile(
        r"(?:compromisos?|metas?|actividad(?:es)?|tareas?)\s+(?:para\s+)?(?:el\s+|del\s+)?(?:ano\s+)?20[0-3]\d(?!\d)"
        rf"|compromisos?\s+(?:\w+[ai]dos?\s+)?(?:para|a)\s+(?:el\s+|la\s+)?{cuando}|(?:hay|existe)\s+compromiso\s+de\s+\w+[aei]r\b"
        rf"|\W*(?:el\s+|la\s+)?(?:compromiso|plazo|meta)\s+vence\s+(?:en|el|a)\s+(?:\w+\s+){{0,3}}?{cuando}"
        rf"|(?:fecha\s+(?:\w+a\s+)?de\s+{nombres}|{nombres}\s+(?:esperad|previst|estimad|programad|comprometid)[oa])\s*(?::|para|en)?\s*(?:el\s+)?{cuando}"
    )
