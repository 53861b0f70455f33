"""A stored day number as its format shows it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal
from functools import lru_cache

from extractor.comun.meses import MESES

_DIAS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
_AJENO = re.compile(r'"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|_.|\*.', re.IGNORECASE)
_PARTE = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|(AM/PM|A/P)|(y+|a+|m+|d+|h+|s+)|(.)', re.IGNORECASE | re.DOTALL)
_LOCALES = {"mm-dd-yy": "dd-mm-yyyy", "m/d/yy": "dd-mm-yyyy", "m/d/yyyy": "dd-mm-yyyy", "m/d/yy h:mm": "dd-mm-yyyy h:mm"}
"""Built-in formats that a spreadsheet shows in the order of the country, not as written."""
_ULTIMO_DIA = 2_958_465


@lru_cache(maxsize=1024)
def es_fecha(codigo: str) -> bool:
    """Whether a number format shows dates or hours."""
    primera = _AJENO.sub("", codigo.split(";")[0])
    cifras = re.search(r"(?<!\.)[0#?](?!\d*$)|general|estándar", primera.replace(".0", ""), re.IGNORECASE)
    return bool(re.search(r"[ymdhs]", primera, re.IGNORECASE)) and cifras is None


def mostrar_fecha(valor: Decimal, codigo: str, base_1904: bool) -> str | None:
    """The date as its format shows it; None when the number is no date."""
    if not 0 <= valor <= _ULTIMO_DIA:
        return None
    # the day 1900-02-29 that spreadsheets count never was
    desde_1900 = datetime(1899, 12, 30) if valor >= 60 else datetime(1899, 12, 31)
    cero = datetime(1904, 1, 1) if base_1904 else desde_1900
    segundos = int((valor * 86400).to_integral_value())
    try:
        momento = cero + timedelta(seconds=segundos)
    except OverflowError:
        return None
    formato = _LOCALES.get(codigo.split(";")[0].strip().casefold(), codigo.split(";")[0])
    doce = bool(re.search(r"AM/PM|A/P", formato, re.IGNORECASE))
    texto, hora_antes = "", False
    partes = [*_PARTE.finditer(formato)]
    for indice, parte in enumerate(partes):
        literal, escapado, manana, campo, otro = parte.groups()
        if campo is None:
            texto += literal or escapado or otro or ""
            texto += ("AM" if momento.hour < 12 else "PM") if manana else ""
            continue
        letra = campo[0].lower()
        siguiente = next((p[4][0].lower() for p in partes[indice + 1 :] if p[4]), "")
        if letra == "m" and (hora_antes or siguiente == "s") and len(campo) <= 2:
            letra = "minuto"
        texto += _campo(momento, letra, len(campo), doce)
        hora_antes = letra == "h"
    return texto.strip()


def _campo(momento: datetime, letra: str, largo: int, doce: bool) -> str:
    if letra in ("y", "a"):
        return f"{momento.year:04d}" if largo > 2 else f"{momento.year % 100:02d}"
    if letra == "m" and largo >= 3:
        return MESES[momento.month - 1][: None if largo > 3 else 3]
    if letra == "d" and largo >= 3:
        return _DIAS[momento.weekday()][: None if largo > 3 else 3]
    hora = (momento.hour - 1) % 12 + 1 if doce else momento.hour
    numero = {"m": momento.month, "d": momento.day, "h": hora, "minuto": momento.minute, "s": momento.second}[letra]
    return f"{numero:02d}" if largo > 1 else str(numero)
