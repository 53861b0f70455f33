"""How one text, figure or region of an Informe is compared with what a truth file says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

Dato = dict[str, Any]


def coincide(patron: str | None, texto: str | None) -> bool:
    """Whether ``texto`` is what ``patron`` says. Item numbers, bullets and footnote marks that open or close it do not count."""
    if patron is None or texto is None:
        return patron is texto
    partes = [_suelto(p) for p in patron.split("…")]
    leido = _suelto(texto)
    if len(partes) == 1:
        return partes[0] == leido
    return leido.startswith(partes[0]) and leido.endswith(partes[-1]) and len(leido) >= sum(map(len, partes))


def _suelto(texto: str) -> str:
    plano = " ".join(texto.split())
    plano = re.sub(r"^(?:\d{1,2}\s*(?:\.-|\.|\)|-)\s*(?=\D)|[-·▪•_]\s*)", "", plano)
    return re.sub(r"\s*[\ufffdⁱ]$", "", plano)


def igual(dicho: str | None, leido: str | None) -> bool:
    """Equal as numbers ("100" and "100.0"); a blank only equals a blank."""
    if dicho is None or leido is None:
        return dicho is leido
    try:
        return Decimal(dicho) == Decimal(leido)
    except InvalidOperation:
        return dicho == leido


def cifra(dicha: str | None, leida: Dato | None) -> bool:
    """A figure as printed (its decimals too), or a word where a figure should stand."""
    if dicha is None or leida is None:
        return dicha is None and leida is None
    if re.fullmatch(r"\d+(\.\d+)?", dicha):
        return bool(leida["valor"] == dicha)
    return leida["valor"] is None and coincide(dicha.casefold(), leida["texto"].casefold())


def region_distinta(donde: str, leida: Dato | None, dicha: Dato) -> Iterator[str]:
    leida = leida or {"alcance": None, "codigos": []}
    if leida["alcance"] != dicha["alcance"]:
        yield f"{donde}.region: {leida['alcance']}, debe ser {dicha['alcance']}"
    elif "codigos" in dicha and list(leida["codigos"]) != dicha["codigos"]:
        yield f"{donde}.region: {leida['codigos']}, debe ser {dicha['codigos']}"
    elif "cuantos" in dicha and len(leida["codigos"]) != dicha["cuantos"]:
        yield f"{donde}.region: {len(leida['codigos'])} códigos, deben ser {dicha['cuantos']}"


def lista(patrones: list[str], textos: list[str]) -> bool:
    return len(patrones) == len(textos) and all(map(coincide, patrones, textos))
