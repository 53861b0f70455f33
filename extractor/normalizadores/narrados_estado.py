"""What a narration amounts to: its cues, its counts and its shape brought together into one proposed value."""

from __future__ import annotations

import re
from functools import cache

from extractor.modelo.valores import Estado, ValorEstado
from extractor.normalizadores.antes_y_despues_estado import del_compromiso
from extractor.normalizadores.certeza_estado import entendida
from extractor.normalizadores.decision_estado import (
    consecuencia,
    decidir,
    en_un_plan,
    pero_ninguno,
    se_hara,
    sin_ajenos,
    sin_comienzos,
    sin_deshechos,
    sin_fruto,
    sin_plazos,
    sin_postergar,
    solo_falta,
    solo_preparado,
)
from extractor.normalizadores.fracciones_estado import fraccion
from extractor.normalizadores.nominales_estado import hecho_nominal
from extractor.normalizadores.oracion_estado import Indicio, oracion_de
from extractor.normalizadores.otros_estado import queda_otro
from extractor.normalizadores.verbos_estado import lista
from extractor.vocabularios.base import plegar_frase


def _propuesto(texto: str, valor: ValorEstado, *, segura: bool) -> Estado:
    return Estado(texto=texto, valor=valor, porcentaje=None, declarado=False, certeza="aproximada" if segura else "dudosa")


def narrar(texto: str, limpio: str) -> tuple[Estado, tuple[str, ...]]:
    """The value a narration amounts to, proposed, and the words that decided it. ``limpio``: the text to keep."""
    from extractor.normalizadores.componentes_estado import clausula, concesiva
    from extractor.normalizadores.lengua import analizar

    doc = oracion_de(analizar(texto, "estado"))
    spans = doc.indicios
    principales = del_compromiso(doc, [s for s in spans if not concesiva(s[0])])
    marcas = [(s.label_, clausula(s[0]), s.text) for s in principales or spans]
    anunciado = _compromiso().match(plegar_frase(texto))
    if anunciado is not None:
        marcas.append(("PLAN", -1, anunciado.group()))
    marcas = sin_ajenos(plegar_frase(texto), sin_comienzos(sin_postergar(marcas, plegar_frase(texto))))
    otro = queda_otro(doc, spans) if not any(clase in ("PARCIAL", "PLAN") for clase, _, _ in marcas) else None
    if otro is not None:
        marcas = [m for m in marcas if m[0] != "FRACASO" or m[2] not in otro[1]]
        marcas.append((otro[0], -1, otro[1]))
    if _FUERA_DE.match(plegar_frase(texto)) and any(clase in ("HECHO", "HECHO_DEBIL") for clase, _, _ in marcas):
        marcas = [("PARCIAL" if clase == "FRACASO" else clase, frase, suyo) for clase, frase, suyo in marcas]
    previo = _concedido(spans, marcas)
    marcas = en_un_plan(plegar_frase(texto), sin_deshechos(sin_plazos(plegar_frase(texto), marcas)))
    hecho = any(clase in ("HECHO", "HECHO_DEBIL", "PARCIAL") for clase, _, _ in marcas)
    en_nada = consecuencia(plegar_frase(texto), marcas) or sin_fruto(plegar_frase(texto), marcas)
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
        preparado=solo_preparado(marcas) and not pero_ninguno(plegar_frase(texto)),
        en_nada=en_nada,
        por_hacer=_ESPERA_A.search(plegar_frase(texto)) is not None or se_hara(marcas),
        solo_falta=solo_falta(marcas),
    )
    if valor == "NO_CUMPLE" and previo:
        valor, segura = "PARCIAL", False
    if valor == "SIN_DATO" and re.search(r"\bno\b.*\bhasta\s+que\b", plegar_frase(texto)):
        valor = "PENDIENTE"
    palabras = tuple(texto_marca for (_, _, texto_marca), clase in zip(marcas, clases, strict=True) if clase in decisivas)
    segura = segura and entendida(doc, spans, valor, contada=parte is not None)
    if valor == "SIN_DATO" and _SOLO_CUANDO.fullmatch(plegar_frase(texto)):
        return _propuesto(limpio, "PENDIENTE", segura=False), (limpio,)
    if valor == "SIN_DATO" and hecho_nominal(texto):
        return _propuesto(limpio, "CUMPLE", segura=False), (limpio,)
    return _propuesto(limpio, valor, segura=segura), palabras


def _concedido(spans: list[Indicio], marcas: list[tuple[str, int, str]]) -> bool:
    """Whether a clause that concedes tells a deed, not only its preparing ("Si bien se recolectaron los datos, ...")."""
    from extractor.normalizadores.componentes_estado import concesiva

    hechos = [s for s in spans if s.label_ == "HECHO" and s.end - s.start == 1 and concesiva(s[0])]
    preparan = tuple(lista("preparan"))
    return bool(marcas) and any(not s[0].norm_.startswith(preparan) and s.doc[0].norm_ in ("si", "aunque") for s in hechos)


_FUERA_DE = re.compile(
    r"\W*(?:fuera|aparte|salvo|excepto|con\s+excepcion|a\s+excepcion)\s+(?:del?\s+)?(?:un|una|el|la|los|las|dos|tres)\b[^,.;]*,"
)
"""What it opens with is left out ("Fuera de un taller que se anuló, el ciclo se desarrolló")."""
_SOLO_CUANDO = re.compile(
    r"\W*(?:(?:el|al|en\s+el)\s+)?(?:primer|1\s*er|segundo|2\s*do|tercer|3\s*er|cuarto|4\s*to|[1-4]\s*[°º]|ultimo|i{1,3}|iv)\s*\.?\s*(?:bi|tri|cuatri|se)mestre"
    r"(?:\s+(?:del?\s+)?(?:ano\s+)?20\d\d)?\W*"
)
"""A whole cell that only says when."""
_ESPERA_A = re.compile(r"\bhasta\s+que\b|\bmientras\s+no\b")
"""What is not done waits for something else."""


@cache
def _compromiso() -> re.Pattern[str]:
    return re.compile(
        r"(?:compromisos?|metas?|actividad(?:es)?|tareas?)\s+(?:para\s+)?(?:el\s+|del\s+)?(?:ano\s+)?20[0-3]\d(?!\d)"
    )
