"""The expression of a verdict that opens a text: what may stand before it, its phrases, what must follow them."""

from __future__ import annotations

import re

from extractor.modelo.valores import ValorEstado
from extractor.vocabularios.base import alternativas, plegar_frase
from extractor.vocabularios.cuotas_veredicto import PORCENTAJE
from extractor.vocabularios.esquema_estados import VocabularioEstados

_APERTURA = r"""[\s✓✔√☑\-–—•*·(\["'«“”.:_]*(?:\d{1,2}\s*(?:\.\s*-|[.)°º]\s*-?|-)(?!\s*\d)[\s\-–—]*)?(?:[a-h]\)\s*)?"""
_PARADA = r"(?=\s*(?:$|[.,;:()\[\]\"'»”/*\n–—-]))"
PALABRA = r"(?![0-9a-z])"
_CAUSA = (
    r"(?=\s+(?:hasta\s+(?:nuev|otr|proxim)\w*\s+(?:aviso|orden|fecha)|por|debido|dad[oa]|ya\s+que|porque|a\s+causa"
    r"|del\s+(?:programa|plan|listado|compromiso))\b)"
)
_A_QUE = r"(?=\s+(?:este|esta|durante|hasta|por|para\s+(?:el|la|est[ea])|(?:a|en)\s+(?:el|la|est[ea]|l[oa]s|nuestr[oa]))\b)"
"""After "n/a" or "no procede": for whom, when or why."""


CUOTA_DELANTE = re.compile(
    rf"{_APERTURA}(?:(?:solo|solamente|apenas)\s+)?(?:(?:con|en)\s+)?(?:un\s+)?{PORCENTAJE}\s*(?:de\s+)?(?:cumplid[oa]s?|cumplimiento|realizad[oa]s?|lograd[oa]s?|logro|ejecutad[oa]s?|ejecucion|"
    rf"avance)(?![0-9a-z])(?!\s+(?:del?\s+)?(?:presupuest|financier|gasto))"
)
PARTICIPIO = re.compile(r"^(?:no |parcialmente )?(?:\w{4,}[ai]d[oa]s?|hech[oa]s?)$")


def formas(vocab: VocabularioEstados) -> tuple[re.Pattern[str], dict[str, ValorEstado], dict[str, ValorEstado]]:
    """The expression of an opening verdict, and the value of each strong and each lone phrase."""
    fuertes = {plegar_frase(f): g.valor for g in vocab.veredictos for f in g.fuertes}
    solas = {plegar_frase(f): g.valor for g in vocab.veredictos for f in g.solas}
    sujeto = (
        rf"(?:tod[oa]s?\s+(?=l[oa]s?\s))?(?:(?:el|la|los|las|su|este|esta|estos|estas|dicho|dicha)\s+)?(?:{alternativas(vocab.sujetos)})(?:\s*\d{{1,2}})?\s*(?::|\s)\s*"
        rf"(?:(?:{alternativas(vocab.nexos)})\s+)?"
    )
    negadas = [
        f
        for f, valor in solas.items()
        if valor in ("NO_CUMPLE", "PARCIAL") and (PARTICIPIO.search(f) or f.endswith("sin efecto"))
    ]
    ajenas = [f for f, valor in solas.items() if valor == "NO_APLICA"]
    texto = (
        rf"{_APERTURA}(?:(?:{alternativas(vocab.rotulos)})\s*\??\s*:\s*)?(?:(?:{alternativas(vocab.preambulos)})\s*,?\s*)?(?:{sujeto}|(?:{alternativas(vocab.nexos)})\s+)?"
        rf"(?:(?:{alternativas(vocab.adverbios)})\s+)?(?:(?P<fuerte>{alternativas(fuertes)}){PALABRA}|(?P<sola>{alternativas(solas)}){PALABRA}{_PARADA}"
        rf"|(?P<negada>{alternativas(negadas)}){PALABRA}{_CAUSA}|(?P<ajena>{alternativas(ajenas)}){PALABRA}{_A_QUE}"
        rf"|(?P<hecha>{alternativas(f for f in solas if PARTICIPIO.search(f))}){PALABRA}(?=\s+(?:{_sigue(vocab)})))"
    )
    return re.compile(texto), fuertes, solas


def _sigue(vocab: VocabularioEstados) -> str:
    """What may follow a participle that is a verdict: when, how or how much of it ("Realizado en agosto", "Ejecutada al 50%")."""
    cuanto = (f for frases in vocab.atenuantes.values() for f in frases)
    cuando = rf"{alternativas((*vocab.siguen_a_participio, *cuanto))}{PALABRA}|el\s+(?:dia\s+)?\d{{1,2}}(?![0-9a-z°])"
    fecha = r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}"
    tantos = rf"\d{{1,3}}\s+de\s+(?:los\s+|las\s+)?\d+{_PARADA}"
    return rf"{cuando}|al?\s+\d|(?:un\s+)?\d{{1,3}}(?:[.,]\d{{1,2}})?\s*%|{tantos}|{fecha}"
