"""Quantities in running text: a number with the thing it counts ("21 liceos visitados"), and the goals stated.

Years, dates, ordinals, item numbers and percentages of nothing are no quantities. What is not surely read is left out:
the rules that compare goals must not accuse a report of what its typist abbreviated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import plegar
from extractor.reconciliador.lexico import comienzos, conjunto, frases, raices, raiz


@dataclass(frozen=True, slots=True)
class Cantidad:
    """``valor`` of ``cosa`` (the stem of what is counted; None when the number stands alone), as written in ``texto``.
    ``contexto``: stems of the words after it in its sentence. ``meta``: the text says it is a goal or a commitment;
    ``prestada``: it has no thing of its own and took that of the indicator's head; ``del_todo``: it is written as all of so
    many ("100% de 12")."""

    valor: Decimal
    texto: str
    cosa: str | None
    contexto: frozenset[str]
    meta: bool = False
    porcentaje: bool = False
    prestada: bool = False
    del_todo: bool = False


_NUMERO = re.compile(r"(?<![0-9a-z.,/°º$#-])(\d+(?:[.,]\d+)*)(\s*%)?(?![0-9]*\s*(?:[°ºª]|\.-|/\d))")
_ENUMERA = re.compile(r"^\s*(?:[.)]\s|-\s?\d|\)\s*$)")
_PALABRA = re.compile(r"\s*([a-z]+)")
_ORACION = re.compile(r"(?<=[.;:])\s+|\s(?=[-•▪·_]\s?[a-z])|\n")


@lru_cache(maxsize=4096)
def cantidades(texto: str) -> tuple[Cantidad, ...]:
    """The quantities of ``texto``, in order."""
    return tuple(c for oracion in _ORACION.split(plegar(texto)) for c in _de_oracion(oracion))


def _de_oracion(oracion: str) -> Iterator[Cantidad]:
    meta = frases("metas").search(oracion) is not None
    for hallado in _NUMERO.finditer(oracion):
        antes, despues = oracion[: hallado.start()], oracion[hallado.end():]
        numero = leer_numero(hallado.group(1))
        if numero is None or (numero.ambiguo and "." not in hallado.group(1)):
            continue
        valor = _miles(hallado.group(1)) or numero.decimal
        if _no_cuenta(valor, antes, despues, meta):
            continue
        if hallado.group(2):
            yield Cantidad(valor, hallado.group(0).strip(), None, raices(despues), meta or _es_compromiso(despues), True)
        else:
            cosa = _cosa(despues)
            yield Cantidad(valor, hallado.group(0).strip(), cosa, raices(despues), meta or _es_compromiso(despues))


def _miles(escrito: str) -> Decimal | None:
    """Counts of things are whole: "50.000" is fifty thousand."""
    return Decimal(escrito.replace(".", "")) if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", escrito) else None


def _no_cuenta(valor: Decimal, antes: str, despues: str, meta: bool) -> bool:
    """Whether the number is a year, a date, an item's number or the number of something."""
    previas = re.findall(r"[a-z0-9°º]+", antes)
    anterior = previas[-1] if previas else ""
    if any(anterior in conjunto(clave) for clave in ("antes_de_ordinal", "antes_de_anio", "meses")):
        return True
    if not antes.strip(" -•*(") and _ENUMERA.match(despues):
        return True
    mes = re.match(r"\s*(?:de\s+)?([a-z]+)", despues)
    if mes is not None and mes.group(1) in conjunto("meses"):
        return True
    if re.match(r"\s*[-–]\s*\d", despues) or re.search(r"\d\s*[-–]\s*$", antes):
        return True
    return es_anio(valor) and (_cosa(despues) is None or not meta)


def es_anio(valor: Decimal) -> bool:
    """Whether a number may be the year of a report, or one near it."""
    return 1990 <= valor <= 2035 and valor == int(valor)


def _cosa(despues: str) -> str | None:
    """The stem of the first meaningful word after the number, before any punctuation; None when there is none."""
    resto = despues
    for _ in range(4):
        hallada = _PALABRA.match(resto)
        if hallada is None:
            return None
        palabra = hallada.group(1)
        if palabra not in conjunto("vacias") and len(palabra) > 2:
            return raiz(palabra)
        if palabra in conjunto("cierran_cantidad"):
            return None
        resto = resto[hallada.end():]
    return None


def _es_compromiso(despues: str) -> bool:
    """A participle of commitment within three words of the number: "30 talleres comprometidos"."""
    return comienzos("comprometidos").search(" ".join(despues.split()[:3])) is not None


@lru_cache(maxsize=4096)
def metas_de(texto: str) -> tuple[Cantidad, ...]:
    """The goals an indicator or a goal cell states: after "meta", alone at its end, or what the text itself counts.

    A goal without a thing of its own takes that of the indicator's head ("Nº de liceos visitados. Meta: 20"). "100% de
    12" is a goal of 12.
    """
    plegado = plegar(texto)
    cabeza = cabeza_de(plegado)
    senal = re.search(rf"{frases('metas').pattern}\s*", plegado)
    if senal is not None:
        cola = re.sub(rf"^(?:\s*(?:{frases('calificativos_meta').pattern})|[\s:;=.])*", "", plegado[senal.end():])
        return _meta_escrita(cola, cabeza)
    propias = [c for c in cantidades(texto) if not c.porcentaje and c.cosa is not None]
    sola = re.search(r"(?<![\d.,/%-])\s(\d{1,6})\s*(?:\.?$|\(|%?\s*$)", plegado)
    if sola is not None and cabeza and not plegado.rstrip(". ").endswith("%") and not es_anio(Decimal(sola.group(1))):
        return (Cantidad(Decimal(sola.group(1)), sola.group(1), cabeza[0], frozenset(cabeza), True, prestada=True),)
    return tuple(propias)


def _meta_escrita(cola: str, cabeza: tuple[str, ...]) -> tuple[Cantidad, ...]:
    parte = re.match(r"100\s*%\s*(?:/|de|del?\s+total\s+de)?\s*(\d+)?(.*)", cola)
    del_todo = parte is not None and bool(parte.group(1))
    if parte is not None and del_todo:
        cola = f"{parte.group(1)}{parte.group(2)}"
    hallado = re.match(r"(\d+(?:[.,]\d+)*)\s*(%)?(.*)", cola)
    if hallado is None:
        return ()
    numero = leer_numero(hallado.group(1))
    if numero is None:
        return ()
    valor = _miles(hallado.group(1)) or numero.decimal
    if hallado.group(2):
        return (Cantidad(valor, f"{hallado.group(1)}%", None, frozenset(cabeza), True, True),)
    propia = _cosa(hallado.group(3))
    cosa = propia or (cabeza[0] if cabeza else None)
    contexto = frozenset(cabeza) | raices(hallado.group(3))
    return (Cantidad(valor, hallado.group(1), cosa, contexto, True, prestada=propia is None, del_todo=del_todo),)


def cabeza_de(texto: str) -> tuple[str, ...]:
    """The stems of what an indicator measures, its head first; empty when it does not open as one."""
    plegado = plegar(texto)
    hallada = re.match(rf"\W*{frases('cabezas_indicador').pattern}\s*", plegado) or re.match(r"\W*%\s*de\s+", plegado)
    resto = plegado[hallada.end():] if hallada is not None else plegado
    corte = re.split(r"[.;:]|\bmeta", resto)[0]
    vistas: list[str] = []
    for palabra in re.findall(r"[a-z]+", corte):
        if palabra not in conjunto("vacias") and len(palabra) > 2 and raiz(palabra) not in vistas:
            vistas.append(raiz(palabra))
    return tuple(vistas)
