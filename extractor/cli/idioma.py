"""The command-line library's own words in Spanish: headings of the help and messages of wrong use."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from typer.core import TyperCommand, TyperGroup

_AYUDA: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(patron, re.MULTILINE), reemplazo)
    for patron, reemplazo in (
        (r"^(\s*)Usage: ", r"\1Uso: "),
        (r"^Arguments:$", "Argumentos:"),
        (r"^Options:$", "Opciones:"),
        (r"^Commands:$", "Órdenes:"),
        (r"\[default:(\s)", r"[por omisión:\1"),
        (r"\[OPTIONS\]", "[OPCIONES]"),
        (r"; required\]", "; obligatorio]"),
        (r"\[required\]", "[obligatorio]"),
        (r"Show this message and exit\.", "Muestra esta ayuda y termina."),
    )
)

_TIPOS = {"int": "un número entero", "float": "un número", "bool": "sí o no", "integer": "un número entero"}


def _de_tipo(encontrado: re.Match[str]) -> str:
    return f"«{encontrado[1]}» no es {_TIPOS.get(encontrado[2], 'un valor admitido')}."


def _opciones(encontrado: re.Match[str]) -> str:
    return f"«{encontrado[1]}» no es uno de los valores admitidos: {encontrado[2].replace(chr(39), '')}."


def _parecidas(encontrado: re.Match[str]) -> str:
    nombres = re.sub(r"'([^']*)'", r"«\1»", encontrado[1]).replace(" or ", " o ")
    return f"¿Quiso decir {nombres}?"


_ERRORES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(patron), reemplazo)
    for patron, reemplazo in (
        (r"^Missing argument '([^']*)'\.?", r"Falta el argumento «\1»."),
        (r"^Missing option '([^']*)'\.?", r"Falta la opción «\1»."),
        (r"^Missing command\.?", "Falta la orden."),
        (r"^No such command '([^']*)'", r"No existe la orden «\1»"),
        (r"^No such option: (\S+)", r"No existe la opción «\1»"),
        (r"\(Possible options?: ([^)]*)\)", r"(¿quiso decir \1?)"),
        (r"Did you mean (.*)\?$", _parecidas),
        (r"^Invalid value for '([^']*)': ", r"Valor no admitido en «\1»: "),
        (r"^Invalid value: ", "Valor no admitido: "),
        (r"Value error, ", ""),
        (r"Input should be a valid integer.*", "debe ser un número entero"),
        (r"Input should be a valid number.*", "debe ser un número"),
        (r"Input should be greater than or equal to (\S+)", r"debe ser \1 o más"),
        (r"Input should be less than or equal to (\S+)", r"debe ser \1 o menos"),
        (r"'([^']*)' is not one of ([^.]*)\.", _opciones),
        (r"^((?:Valor no admitido[^:]*: )?)Value '([^']*)' is not a valid (\w+)\.", r"\1'\2' is not a valid \3."),
        (r"'([^']*)' is not a valid (\w+)\.", _de_tipo),
        (r"Value must be an iterable\.", "Se esperaba una lista de valores."),
        (r"^Option '([^']*)' requires an argument\.?", r"Falta el valor de la opción «\1»."),
        (r"^Option '([^']*)' requires (\d+) arguments\.?", r"La opción «\1» necesita \2 valores."),
        (r"^Option '([^']*)' does not take a value\.?", r"La opción «\1» no lleva valor."),
        (r"^Got unexpected extra arguments?(?:\(s\))? \((.*)\)", r"Sobran argumentos: \1"),
        (r"Choose from:\s*", "Se admite: "),
    )
)


_TIPO_PYTHON = re.compile(r" <(?:list\[\w+\]|str|int|path|Path)>")


def ayuda_en_castellano(ayuda: str) -> str:
    """A help page with the library's headings in Spanish and without Python's type names (their width stays blank, so
    that the columns still meet)."""
    ayuda = _TIPO_PYTHON.sub(lambda tipo: " " * len(tipo[0]), ayuda)
    for patron, reemplazo in _AYUDA:
        ayuda = patron.sub(reemplazo, ayuda)
    return ayuda


def error_en_castellano(mensaje: str) -> str:
    """A message of wrong use in Spanish; one we do not know stays as it is, since it still names the culprit."""
    for patron, reemplazo in _ERRORES:
        mensaje = patron.sub(reemplazo, mensaje)
    return mensaje


class Orden(TyperCommand):
    def get_help(self, ctx: Any) -> str:
        return ayuda_en_castellano(super().get_help(ctx))


class Grupo(TyperGroup):
    def get_help(self, ctx: Any) -> str:
        return ayuda_en_castellano(super().get_help(ctx))
