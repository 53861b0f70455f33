"""The small numbers that officials repeat in words beside a figure ("15% (quince por ciento)")."""

from __future__ import annotations

import re
from decimal import Decimal

_DE_CERO_A_29 = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho "
    "diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve"
)
_DE_DIEZ_EN_DIEZ = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_MENORES = {palabra: valor for valor, palabra in enumerate(_DE_CERO_A_29.split())} | {"un": 1, "una": 1, "veintiun": 21}
_DECENAS = {palabra: 30 + 10 * n for n, palabra in enumerate(_DE_DIEZ_EN_DIEZ.split())}
_FINAL = re.compile(r"\s+(?:por\s+ciento|puntos?)$")
_SIN_TILDE = str.maketrans("áéíóú", "aeiou")


def en_letras(texto: str) -> Decimal | None:
    """The number that words say, up to 199 with decimals, or None when they cannot be read.

    >>> en_letras("veinte por ciento"), en_letras("treinta y dos coma cinco"), en_letras("uno coma cero cinco"), en_letras("y")
    (Decimal('20'), Decimal('32.5'), Decimal('1.05'), None)
    """
    dicho = _FINAL.sub("", " ".join(texto.lower().translate(_SIN_TILDE).split()))
    entero, coma, fraccion = dicho.partition(" coma ")
    if not coma:
        entero, coma, fraccion = dicho.partition(" punto ")
    unidades = _entero(entero.split())
    if unidades is None or not coma:
        return None if unidades is None else Decimal(unidades)
    palabras = fraccion.split()
    ceros = next((i for i, p in enumerate(palabras) if p != "cero"), len(palabras))
    resto = _entero(palabras[ceros:]) if palabras[ceros:] else None
    if resto is None and (ceros == 0 or palabras[ceros:]):
        return None
    return Decimal(f"{unidades}.{'0' * ceros}{'' if resto is None else resto}")


def _entero(palabras: list[str]) -> int | None:
    if palabras[:1] == ["ciento"]:
        resto = _entero(palabras[1:]) if palabras[1:] else 0
        return None if resto is None or resto >= 100 else 100 + resto
    if palabras == ["cien"]:
        return 100
    if len(palabras) == 1:
        return _MENORES.get(palabras[0], _DECENAS.get(palabras[0]))
    if len(palabras) == 3 and palabras[1] == "y" and palabras[0] in _DECENAS:
        unidad = _MENORES.get(palabras[2])
        return _DECENAS[palabras[0]] + unidad if unidad is not None and 0 < unidad < 10 else None
    return None
