"""The grammar of a decision's ``valor``: what may stand there for each ``tipo``. docs/decisiones.md is its manual."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import get_args

from extractor.comun.decisiones_claves import ClaveMala, anio_canonico, lugar_canonico, o_bien
from extractor.comun.texto import blancos, plegar
from extractor.modelo.valores import ValorEstado

CONFIRMADO, DESCARTADO = "confirmado", "descartado"
NARRADO = "narrado"
"""Third part of a decided state: what the text tells is a narration, which no rule counts as a verdict."""
ALCANCES = ("TODAS", "NIVEL_CENTRAL", "SIN_DATO")
_PORCENTAJE = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*%?")


def valor_canonico(tipo: str, clave: str, valor: str) -> str:
    """The value in its one form for a canonical ``clave``. Raises ClaveMala saying what may stand there."""
    return _VALORES[tipo](clave, valor.strip())


def _valor_nombre(clave: str, valor: str) -> str:
    que = clave.split("|", 1)[0]
    if que == "region":
        return _valor_region(valor)
    if que == "estado":
        return _valor_estado(valor)
    if que == "servicio" and not valor:
        raise ClaveMala("falta el valor: el código o el nombre del servicio")
    return blancos(valor)


def _valor_region(valor: str) -> str:
    if valor.upper() in ALCANCES:
        return valor.upper()
    codigos = [c for c in re.split(r"[\s,;]+", valor) if c]
    if not codigos or not all(re.fullmatch(r"\d\d", c) for c in codigos):
        raise ClaveMala(f"el valor de una región es su código de dos cifras («02», o «01;15» si son varias) o {o_bien(ALCANCES)}")
    return ";".join(sorted(set(codigos)))


def _valor_estado(valor: str) -> str:
    cabeza, *resto = [parte.strip() for parte in valor.split(";")]
    estados = get_args(ValorEstado)
    porcentajes = [p[1] for parte in resto if (p := _PORCENTAJE.fullmatch(parte.replace(",", ".")))]
    narrado = [NARRADO] * (NARRADO in resto)
    if cabeza.upper() not in estados or len(porcentajes) > 1 or len(porcentajes) + len(narrado) != len(resto):
        raise ClaveMala(f"el valor de un estado es {o_bien(estados)}, y detrás, si hace falta, «;50» (porcentaje) y «;{NARRADO}»")
    return ";".join([cabeza.upper(), *porcentajes, *narrado])


def _valor_lugar(_: str, valor: str) -> str:
    return lugar_canonico(valor) if valor else ""


def _valor_hallazgo(_: str, valor: str) -> str:
    if plegar(valor) not in (CONFIRMADO, DESCARTADO):
        raise ClaveMala(f"el valor de un hallazgo es «{CONFIRMADO}» o «{DESCARTADO}», y aquí dice «{valor}»")
    return plegar(valor)


def _valor_documento(clave: str, valor: str) -> str:
    campo = clave.rsplit("|", 1)[-1]
    if campo == "anio":
        return anio_canonico(valor)
    if campo == "etapa" and not re.fullmatch(r"[1-9]", valor):
        raise ClaveMala(f"la etapa es un número del 1 al 9, y aquí dice «{valor}»")
    if not valor:
        raise ClaveMala(f"falta el valor: el dato «{campo}» del documento")
    return blancos(valor)


_VALORES: dict[str, Callable[[str, str], str]] = {
    "nombre": _valor_nombre,
    "lectura": lambda _, valor: blancos(valor),
    "emparejamiento": _valor_lugar,
    "hallazgo": _valor_hallazgo,
    "documento": _valor_documento,
}
