"""Words of fulfilment: the verdict that opens a cell, the word that stands where a figure should, what is still undefined.

No spaCy here: the cell splitter asks these thousands of times. A narration has no verdict; what it amounts to is proposed
by ``normalizadores.estados``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from extractor.modelo.valores import ValorEstado
from extractor.vocabularios.base import alternativas, leer_vocabulario, plegar_con_lugares, plegar_frase
from extractor.vocabularios.casillas import leer_casillas
from extractor.vocabularios.cuotas_veredicto import CUOTA, DE_META, de_otra_cosa
from extractor.vocabularios.esquema_estados import VocabularioEstados
from extractor.vocabularios.formas_veredicto import CUOTA_DELANTE, PALABRA, PARTICIPIO, formas
from extractor.vocabularios.giros_veredicto import (
    CON_EXCEPCION,
    CONDICION,
    DE_TANTOS,
    TODAVIA,
    YA_HECHO,
    compuesto,
    con_todo,
    de_una_cosa,
)
from extractor.vocabularios.guardas_veredicto import no_es_veredicto


@dataclass(frozen=True, slots=True)
class Veredicto:
    """The verdict that opens a text. ``palabras`` as written; ``fin`` the offset just after them; ``solo``: nothing but
    punctuation follows. ``porcentaje`` when the verdict states one ("Cumplido en un 80%"), canonical decimal text."""

    valor: ValorEstado
    palabras: str
    fin: int
    solo: bool
    porcentaje: str | None = None


@cache
def vocabulario() -> VocabularioEstados:
    return leer_vocabulario("estados", VocabularioEstados)


@cache
def _pasados() -> frozenset[str]:
    """The phrases that are a past tense themselves ("se logró")."""
    return frozenset(plegar_frase(f) for g in vocabulario().veredictos for f in (*g.fuertes, *g.solas) if f.endswith("ó"))


@cache
def _formas() -> tuple[re.Pattern[str], dict[str, ValorEstado], dict[str, ValorEstado]]:
    """See ``formas``."""
    return formas(vocabulario())


@cache
def _atenuantes() -> tuple[tuple[re.Pattern[str], ValorEstado], ...]:
    return tuple(
        (re.compile(rf"\s*[,(]?\s*(?:{alternativas(frases)}){PALABRA}"), valor)
        for valor, frases in sorted(vocabulario().atenuantes.items(), reverse=True)
    )


_SOLO = re.compile(r"[\W_]*")


@cache
def objetos_ajenos() -> str:
    """Nouns of what is fulfilled otherwise than a commitment, as an expression."""
    return alternativas(vocabulario().objetos_ajenos)


@cache
def _encargos() -> str:
    return "|".join(sorted({plegar_frase(e) for e in (*vocabulario().colas.encargos, *vocabulario().sujetos)}))


@cache
def _cortesias() -> str:
    return alternativas(vocabulario().cortesias)


@cache
def _medidas() -> str:
    return alternativas(("meta", "metas", *vocabulario().narracion.medidas))


@cache
def _todo() -> re.Pattern[str]:
    """What after a denied verdict makes it partial ("No se cumplió totalmente", "no se ha cumplido del todo")."""
    return re.compile(rf"\s*(?:{alternativas(vocabulario().atenuantes['CUMPLE'])}){PALABRA}")


def valor_de_porcentaje(porcentaje: Decimal) -> ValorEstado:
    """100 per cent (or more) CUMPLE, 0 NO_CUMPLE, between them PARCIAL."""
    if porcentaje >= 100:
        return "CUMPLE"
    return "NO_CUMPLE" if porcentaje <= 0 else "PARCIAL"


@lru_cache(maxsize=16384)
def veredicto_inicial(texto: str) -> Veredicto | None:
    """The verdict that opens ``texto``, or None for a narration.

    >>> veredicto_inicial("Cumplido. Se dispone de 3").valor, veredicto_inicial("Cumplimiento de metas") is None
    ('CUMPLE', True)
    """
    plegado, lugares = plegar_con_lugares(texto)
    casillas = leer_casillas(plegado)
    if casillas is not None and not _con_rotulo().fullmatch(plegado):
        if casillas.valor is None:
            return None
        return _veredicto(texto, plegado, lugares, casillas.inicio, len(plegado.rstrip()), casillas.valor, None)
    if CONDICION.match(plegado):
        return None
    delante = CUOTA_DELANTE.match(plegado) if "%" in plegado or "ciento" in plegado else None
    if delante is not None:
        numero = delante["numero"].replace(",", ".")
        cuota_valor = valor_de_porcentaje(Decimal(numero))
        return _veredicto(texto, plegado, lugares, delante.start("numero"), delante.end(), cuota_valor, numero)
    forma, fuertes, solas = _formas()
    encontrado = forma.match(plegado)
    if encontrado is None:
        dicho = compuesto(plegado)
        return _veredicto(texto, plegado, lugares, dicho[1], dicho[2], dicho[0], None) if dicho is not None else None
    grupo = next(g for g in ("fuerte", "sola", "negada", "ajena", "hecha") if encontrado[g])
    frase = " ".join(encontrado[grupo].split())
    valor = fuertes[frase] if grupo == "fuerte" else solas[frase]
    inicio, fin = encontrado.start(grupo), encontrado.end(grupo)
    porcentaje = None
    if no_es_veredicto(frase, plegado, fin, objetos_ajenos(), _cortesias()) or de_una_cosa(frase, plegado, fin, _encargos()):
        return None
    if texto[lugares[fin - 1]] in "óÓ" and not frase.endswith("do") and frase not in _pasados():
        return None  # "Completó la encuesta" is told; "completo" is the verdict
    if grupo != "fuerte" and _CONTADO.search(plegado[:inicio]) and (PARTICIPIO.search(frase) or frase.endswith("sin efecto")):
        return None  # "La actividad fue cancelada por ..." is told, as "se canceló" is; only what "fue cumplida" is a verdict
    if valor == "CUMPLE" and CUOTA.match(plegado, fin) is None:
        for atenuante, otro in _atenuantes():
            seguido = atenuante.match(plegado, fin)
            if seguido is not None:
                valor, fin = otro, seguido.end()
                break
    if valor == "CUMPLE" and CON_EXCEPCION.match(plegado, fin):
        valor = "PARCIAL"
    tantos = DE_TANTOS.match(plegado, fin) if valor == "CUMPLE" else None
    if tantos is not None and int(tantos.group(1)) < int(tantos.group(2)):
        valor, fin = "PARCIAL", tantos.end()
    if valor == "NO_CUMPLE" and "no" in frase.split() and (todo := _todo().match(plegado, fin)) is not None:
        valor, fin = "PARCIAL", todo.end()
    elif valor == "NO_CUMPLE" and frase.startswith("no ") and con_todo(plegado, fin):
        valor = "PARCIAL"
    elif valor == "NO_CUMPLE" and (todavia := TODAVIA.match(plegado, fin)) is not None:
        valor, fin = "PENDIENTE", todavia.end()
    if valor == "PENDIENTE" and YA_HECHO.match(plegado, fin):
        return None
    if valor in ("CUMPLE", "PARCIAL", "NO_CUMPLE"):
        cuota = CUOTA.match(plegado, fin) if not DE_META.match(f"{frase}{plegado[fin : fin + 5]}") else None
        if cuota is not None and not de_otra_cosa(_medidas()).match(plegado, cuota.start()):
            porcentaje, fin = cuota["numero"].replace(",", "."), cuota.end()
            valor = valor if valor in ("NO_CUMPLE", "PARCIAL") else valor_de_porcentaje(Decimal(porcentaje))
    return _veredicto(texto, plegado, lugares, inicio, fin, valor, porcentaje)


def _veredicto(
    texto: str, plegado: str, lugares: tuple[int, ...], inicio: int, fin: int, valor: ValorEstado, porcentaje: str | None
) -> Veredicto:
    desde, hasta = lugares[inicio], lugares[fin - 1] + 1
    return Veredicto(valor, texto[desde:hasta], hasta, _SOLO.fullmatch(plegado, fin) is not None, porcentaje)


def sin_marcar(texto: str) -> bool:
    """Whether the text is the form's own pair of boxes with none, or both, marked ("Cumple / No cumple")."""
    plegado = plegar_con_lugares(texto)[0]
    casillas = leer_casillas(plegado)
    return casillas is not None and casillas.valor is None and not _con_rotulo().fullmatch(plegado)


@cache
def _con_rotulo() -> re.Pattern[str]:
    """ "Cumple: No": the first word asks and the other answers; it is no pair of boxes."""
    return re.compile(rf"\W*(?:{alternativas(vocabulario().rotulos)})\s*\??\s*:\s*(?:si|no)\W*")


_CONTADO = re.compile(r"\b(?:fue|fueron|sido|qued(?:o|aron|an?))\b")
"""Before a word that closes the matter these tell it."""
_LARGO_PALABRA = 60
"""Characters: a cell of figures holds a word or a short remark, not a narration."""


def palabra_sin_valor(texto: str) -> ValorEstado | None:
    """What a word written in a figure's place says ("Pendiente", "No cumple"), or None for a figure, a dash or a blank."""
    encontrado = veredicto_inicial(texto)
    if encontrado is None or encontrado.porcentaje is not None:
        return None
    if encontrado.solo:
        return encontrado.valor
    breve = len(texto) <= _LARGO_PALABRA
    return encontrado.valor if breve and encontrado.valor in ("PENDIENTE", "NO_CUMPLE", "NO_APLICA") else None


@cache
def _por_definir() -> re.Pattern[str]:
    formas = vocabulario().por_definir
    return re.compile(
        rf"[\s\-–—•*(]*(?:(?:{alternativas(formas.comienzan)}){PALABRA}|(?:{alternativas(formas.enteras)})[\s.)]*$)"
    )


def por_definir(texto: str) -> bool:
    """Whether the text says that its content is still to be settled.

    >>> por_definir("Por definir según demanda"), por_definir("Se definieron 3 metas")
    (True, False)
    """
    return _por_definir().match(plegar_con_lugares(texto)[0]) is not None
