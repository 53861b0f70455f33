"""Whether every word that follows a verdict, or a percentage, is accounted for: only then is it said as sure.

What officials append never ends ("en el papel", "salvo ...", "la etapa 1", "a juicio de ..."), so certainty is granted by what
a tail is: when, with what, why, the paper that proves it, how many there were, or a narration that comes to the same. Any other
word lowers the answer to ``aproximada``; a second verdict, or a narration of the same sentence that comes to something else, to
``dudosa``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from extractor.modelo.valores import ValorEstado
from extractor.normalizadores.estado.colas_abiertas import (
    cuenta,
    de_otro_o_de_antes,
    dice_de_que,
    dice_hecho,
    instruye,
    otro_tiempo,
    prueba_sana,
    solo_niega_el_modo,
    vuelve_atras,
)
from extractor.normalizadores.estado.complementos import acompana, complemento
from extractor.normalizadores.estado.narrados import narrar
from extractor.normalizadores.estado.obras import es_obra
from extractor.normalizadores.estado.resto import es_otra_frase, quita_algo
from extractor.normalizadores.estado.verbos import INFINITIVO, lista
from extractor.vocabularios.base import alternativas, plegar_frase
from extractor.vocabularios.estados import veredicto_inicial, vocabulario

Cola = Literal["explicada", "ajena", "toca"]


class Tramo(NamedTuple):
    """A stretch of the tail between two stops. ``pegado``: right after the verdict; ``aparte``: past the end of its sentence;
    ``tras``: the mark before it."""

    texto: str
    pegado: bool
    aparte: bool
    tras: str


_CORTE = re.compile(r"(?<!\d)[.,:]|[.,:](?!\d)|[;()\[\]/\n–—]|\s-\s")
_FIN_DE_FRASE = re.compile(r"[.\n]")
_ALGO = re.compile(r"\w")
_ABREVIADA = re.compile(r"(?:^|\s)[A-Za-zÀ-ÿ]{1,4}$")


def tramos(resto: str) -> list[Tramo]:
    """The stretches of ``resto``, without the blank ones."""
    salida: list[Tramo] = []
    desde, aparte, tras = 0, False, ""
    for corte in (*_CORTE.finditer(resto), None):
        texto = resto[desde : corte.start() if corte is not None else len(resto)]
        if _ALGO.search(texto):
            otra = desde == 0 and es_otra_frase(texto)  # "Cumplido Se dispone de informe"
            aparte = aparte or otra
            salida.append(Tramo(texto.strip(), desde == 0 and not otra, aparte, tras))
        if corte is not None:
            abrevia = corte.group() == "." and _ABREVIADA.search(texto) is not None and bool(salida)
            aparte = aparte or (_FIN_DE_FRASE.match(corte.group()) is not None and not abrevia)
            desde, tras = corte.end(), corte.group().strip()
    return salida


def leer_cola(valor: ValorEstado, resto: str, *, en_curso: bool = False, cuota: bool = False) -> Cola:
    """How far what follows a verdict of ``valor`` leaves it as it is. ``en_curso``: its words only tell how it goes, so that an
    end told after them undoes them; ``cuota``: it is, or holds, a percentage, beside which a goal may be what is meant."""
    if "?" in resto or (cuota and _PEDIDA.search(plegar_frase(resto)) is not None):
        return "toca"
    cada = [_clase(valor, tramo, en_curso=en_curso, cuota=cuota) for tramo in tramos(resto)]
    return "toca" if "toca" in cada else "ajena" if "ajena" in cada else "explicada"


_PEDIDA = re.compile(
    r"^\W*(?:metas?|program|esperad|comprometid|previst|proyectad|ponder|planificad)|[,;(:–-]\s*(?:la\s+)?metas?\b"
)


_UNE, _SIN_LETRAS = re.compile(r"[ouy]\s"), re.compile(r"[\W\d]+")


def _clase(valor: ValorEstado, tramo: Tramo, *, en_curso: bool, cuota: bool) -> Cola:
    plegado = plegar_frase(tramo.texto)
    unido = tramo.pegado and _UNE.match(plegado) is not None  # "Pendiente o anulado"
    if _dice_otra_cosa(valor, tramo, plegado, cuota=cuota) or (
        valor == "CUMPLE" and tramo.tras != "/" and de_otro_o_de_antes(plegado)
    ):
        return "toca"
    if unido or (cuota and "%" in plegado) or _otro_veredicto(valor, tramo, plegado, en_curso=en_curso):
        return "toca"
    repetido = _mismo(valor, tramo)
    if repetido is not None:
        return leer_cola(valor, repetido, en_curso=en_curso, cuota=cuota)
    if _quita().search(plegado) and valor not in ("NO_APLICA", "PENDIENTE"):
        return "toca" if not tramo.aparte else "ajena"
    if tramo.pegado and valor == "NO_CUMPLE" and not cuota and solo_niega_el_modo(plegado):
        return "toca"
    if otro_tiempo(plegado):
        return "ajena" if tramo.aparte else "toca"
    if acompana(plegado) and not (tramo.pegado and _SIN_LETRAS.fullmatch(plegado)):
        return "explicada"
    prueba = complemento().match(plegado)
    if prueba is not None and not prueba_sana(prueba["detalle"] or ""):
        return "ajena"  # "Cumplido, certificado vencido"
    if valor != "CUMPLE" and _causa().match(plegado):
        return "toca" if narrar(tramo.texto, tramo.texto)[0].valor == "CUMPLE" and _hay_obra(plegado) else "explicada"
    if tramo.pegado:
        if valor in _LIBRES and not cuota and dice_de_que(plegado, en_curso=en_curso):
            return "explicada"
        return "toca" if valor == "PENDIENTE" and dice_hecho(plegado) else "ajena"
    dicho = narrar(tramo.texto, tramo.texto)[0].valor
    if dicho == "CUMPLE" and valor in ("CUMPLE", "PARCIAL") and _HIZO.search(tramo.texto) and not _hay_obra(plegado):
        return "ajena"  # "Cumplido. Se devolvieron los fondos": a deed, but not the one promised
    if valor == "PARCIAL" and (dicho in ("CUMPLE", "NO_CUMPLE")) and _CIERRA.search(plegado):
        return "ajena"
    acordes = ("PARCIAL", "PENDIENTE") if en_curso else _ACORDES[valor]
    breve = valor == "CUMPLE" and len(plegado.split()) <= _BREVE and _repite().search(plegado) is None
    if dicho == "PENDIENTE" and tramo.aparte and breve:
        return "ajena"  # "Cumplido. Se hará en marzo": of the same thing
    if dicho in acordes or (dicho == "PENDIENTE" and tramo.aparte) or (valor == "CUMPLE" and _repite().search(plegado)):
        return "explicada"
    if valor == "NO_APLICA" and (
        dicho == "SIN_DATO" or not (_hay_obra(plegado) or (dicho == "CUMPLE" and _HIZO.search(tramo.texto)))
    ):  # whatever the reason, unless it is what does not apply ("..., pagar")
        return "ajena" if INFINITIVO.fullmatch(plegado.split()[-1]) else "explicada"
    if dicho != "SIN_DATO":
        return "ajena" if tramo.aparte and valor in ("CUMPLE", "PARCIAL") else "toca"
    reparo = quita_algo(plegado) or any(palabra in lista("no_importan") for palabra in plegado.split())
    return "explicada" if _detalle().match(plegado) and not reparo else "ajena"


def _dice_otra_cosa(valor: ValorEstado, tramo: Tramo, plegado: str, *, cuota: bool) -> bool:
    """Whether the stretch counts what the verdict names, tells how to fill in the form, or takes "no aplica" back."""
    if (tramo.tras == ":" and not cuota and cuenta(valor, plegado)) or (tramo.tras in ("(", "[") and instruye(plegado)):
        return True
    if "%" in plegado and (valor in ("NO_APLICA", "PENDIENTE") or (valor == "CUMPLE" and not cuota and _PARTE.match(plegado))):
        return True
    return valor == "NO_APLICA" and vuelve_atras(plegado)


_PARTE = re.compile(r"\W*(?:metas?\s*:?\s*(?:del?\s+)?|.*\b(?=\d[\d.,]*\s*%\s+de\s+las?\s+metas?\b))?\d{1,2}(?:[.,]\d{1,2})?\s*%")
_HIZO = re.compile(r"\w{2}(?:ó|aron|ieron)\b|^\W*\w+[ai]d[oa]s?\W*$")
_CIERRA = re.compile(r"\b(?:ya\s+\w+o|termin|finaliz|conclu|complet|anul|elimin|suspend|cancel|dej\w+\s+sin\s+efecto)")
"""What ends the whole of it, done or not: "Parcial" held until then."""
_BREVE = 5
"""Words: a plan so short names no other thing."""


def _hay_obra(plegado: str) -> bool:
    return any(es_obra(palabra) for palabra in plegado.split())


def _mismo(valor: ValorEstado, tramo: Tramo) -> str | None:
    """What follows the same verdict told again ("Sí, cumple", "a) Cumplido b) Cumplido"); None when the stretch is none."""
    texto = _LETRA_FINAL.sub("", tramo.texto)
    dicho = veredicto_inicial(texto) if len(texto) <= _LARGO_REPETIDO else None
    return texto[dicho.fin :] if dicho is not None and dicho.valor == valor and dicho.porcentaje is None else None


_LETRA_FINAL = re.compile(r"\W+[a-h]$")
_LARGO_REPETIDO = 80
"""Characters: a verdict told again is short."""
_LIBRES: tuple[ValorEstado, ...] = ("PENDIENTE", "PARCIAL", "NO_APLICA")
"""Of these what stands right after tells what is left, or of whom it is said."""
_ACORDES: dict[ValorEstado, tuple[ValorEstado, ...]] = {
    "CUMPLE": ("CUMPLE",),
    "NO_CUMPLE": ("NO_CUMPLE", "PENDIENTE"),
    "PARCIAL": ("PARCIAL", "CUMPLE", "NO_CUMPLE", "PENDIENTE"),
    "PENDIENTE": ("PENDIENTE", "PARCIAL"),
    "NO_APLICA": ("NO_APLICA", "NO_CUMPLE"),
    "SIN_DATO": ("SIN_DATO",),
}
"""What a narration may come to beside a verdict of the key: it tells the deed, the reason, or what will be done."""
_SI = re.compile(r"(?<!\bno )(?<!\bno se )(?<!\bno ha sido )(?<!\bsin )\b(?:cumplen?|cumplio|cumplieron|cumplid[oa]s?|ok)\b")
_NO = re.compile(
    r"\bno\s+(?:se\s+(?:ha\s+|han\s+)?|ha\s+sido\s+|han\s+sido\s+)?cumpl|\bincumpl|\bpendientes?\b|\bparcial(?:mente)?\b|\bno\s+aplica"
    r"|\b(?:en\s+(?:curso|tramite|proceso|ejecucion|desarrollo|obra)|por\s+\w+[aei]r(?:se)?|no|tampoco)\W*$|^(?:no|si)\s+\w"
    r"|^(?:aun|todavia)\b"
)
_LE_FALTA = re.compile(r"(?:sin|faltan?|faltando)\b")
_NADA_PENDIENTE = re.compile(r"\b(?:sin|nada|no\s+(?:hay|quedan?))\s+(?:\w+\s+)?pendientes?\b")


def _otro_veredicto(valor: ValorEstado, tramo: Tramo, plegado: str, *, en_curso: bool) -> bool:
    """Whether the stretch holds a verdict of its own that is not this one."""
    propio = veredicto_inicial(tramo.texto) if not tramo.pegado else None
    if propio is not None and propio.valor not in ("SIN_DATO", valor):
        libre = valor in ("PARCIAL", "PENDIENTE") and propio.valor in ("PARCIAL", "PENDIENTE", "NO_CUMPLE")
        plan = valor == "NO_CUMPLE" and propio.valor == "PENDIENTE"
        return en_curso or not (libre or plan)
    if valor == "CUMPLE":
        suyo = _inocuas().sub(" ", _NADA_PENDIENTE.sub(" ", plegado))
        return _NO.search(suyo) is not None or (not tramo.aparte and _LE_FALTA.match(suyo) is not None)
    return valor != "PARCIAL" and _SI.search(plegado) is not None


@cache
def _inocuas() -> re.Pattern[str]:
    inocuas = "|".join(sorted(lista("no_importan")))
    return re.compile(rf"\b(?:sin|no\s+\w+|ni)\s+(?:\w+\s+)?(?:{inocuas})\b")


@cache
def _quita() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternativas(vocabulario().colas.quitan)})\b")


@cache
def _repite() -> re.Pattern[str]:
    """What will be done besides or again takes nothing from what was fulfilled ("se repetirá en 2010")."""
    return re.compile(r"\b(?:repet|repit|replic|ademas\b|continuara|se\s+mantendra|mantendra|extra\b|adicional)")


@cache
def _causa() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{alternativas(vocabulario().colas.causas)})\s+(?!ahora\b|el\s+(?:momento|contrario)\b|hoy\b|\d|(?:tod|algun|vari|much|amb|otr)[oa]s\b|nosotros\b|poco\b|completo\b|parte\b)\w"
    )


@cache
def _detalle() -> re.Pattern[str]:
    """How many there were, or with what ("12 notas publicadas", "con 22 sesiones")."""
    letras = alternativas(p for p, n in vocabulario().narracion.cantidades.items() if n > 1)
    return re.compile(rf"(?:con\s+)?(?:un\s+total\s+de\s+)?(?:\d[\d.]*|{letras})\s+[a-z]{{3,}}")
