"""YAML files of ``patrones/`` into typed records: an unknown key or a bad value stops the run with file and line."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from extractor.errores import ErrorPatron

M = TypeVar("M", bound=BaseModel)


def carpeta_patrones() -> Path:
    """Where ``patrones/`` is: ``EXTRACTOR_PATRONES``, inside the installed package, or beside it in a checkout."""
    indicada = os.environ.get("EXTRACTOR_PATRONES")
    if indicada:
        return Path(indicada)
    paquete = Path(__file__).resolve().parent.parent
    for candidata in (paquete / "_patrones", paquete.parent / "patrones"):
        if candidata.is_dir():
            return candidata
    raise ErrorPatron("patrones/", None, "no se encuentra la carpeta de patrones; reinstale el programa")


def leer_yaml(archivo: Path) -> tuple[Any, dict[tuple[Any, ...], int]]:
    """The file's data and, for each path of keys and indexes in it, its line (from 1).

    Raises ErrorPatron for what is not YAML, for an empty file and for a key written twice.
    """
    try:
        nodo = yaml.compose(archivo.read_text("utf-8"), Loader=yaml.CSafeLoader)
    except UnicodeDecodeError as error:
        raise ErrorPatron(archivo.name, None, "no está escrito en UTF-8; guárdelo así y repita la orden") from error
    except yaml.YAMLError as error:
        marca = getattr(error, "problem_mark", None)
        raise ErrorPatron(archivo.name, marca.line + 1 if marca else None, _mal_escrito(marca)) from error
    if nodo is None:
        raise ErrorPatron(archivo.name, 1, "el archivo está vacío")
    lineas: dict[tuple[Any, ...], int] = {}
    for camino, linea in _lineas(nodo, (), archivo.name):
        lineas[camino] = linea
    constructor = yaml.CSafeLoader("")
    try:
        return constructor.construct_document(nodo), lineas
    except yaml.YAMLError as error:
        marca = getattr(error, "problem_mark", None)
        raise ErrorPatron(archivo.name, marca.line + 1 if marca else None, _mal_escrito(marca)) from error


def _mal_escrito(marca: yaml.Mark | None) -> str:
    """The library's own explanation is in English and of its grammar."""
    donde = f" (columna {marca.column + 1})" if marca is not None else ""
    return f"no es YAML válido{donde}; revise la sangría, los dos puntos y que se cierren corchetes y comillas"


def _lineas(nodo: yaml.Node, camino: tuple[Any, ...], nombre: str) -> Iterator[tuple[tuple[Any, ...], int]]:
    yield camino, nodo.start_mark.line + 1
    if isinstance(nodo, yaml.MappingNode):
        vistas: set[str] = set()
        for clave, valor in nodo.value:
            if clave.value in vistas:
                raise ErrorPatron(nombre, clave.start_mark.line + 1, f"la clave «{clave.value}» está repetida")
            vistas.add(clave.value)
            yield (*camino, clave.value), clave.start_mark.line + 1
            yield from _lineas(valor, (*camino, clave.value), nombre)
    elif isinstance(nodo, yaml.SequenceNode):
        for indice, valor in enumerate(nodo.value):
            yield from _lineas(valor, (*camino, indice), nombre)


def cargar(archivo: Path, modelo: type[M]) -> M:
    """A file of patterns as ``modelo``. Raises ErrorPatron naming the file, the line and, for an unknown key, the nearest one;
    also for a file that a folder copied from an older version lacks."""
    try:
        datos, lineas = leer_yaml(archivo)
    except FileNotFoundError as error:
        detalle = f"falta en «{archivo.parent.name}»; si los patrones son de otra versión, copie los de esta y agregue lo suyo"
        raise ErrorPatron(archivo.name, None, detalle) from error
    return validar(datos, lineas, modelo, archivo.name)


def validar(datos: Any, lineas: dict[tuple[Any, ...], int], modelo: type[M], nombre: str) -> M:
    """Data already read as ``modelo``; raises ErrorPatron for the first thing that does not fit."""
    try:
        return modelo.model_validate(datos)
    except ValidationError as error:
        # a key written wrong is also a key missing: the unknown one is the one to show
        falla = min(error.errors(), key=lambda f: f["type"] != "extra_forbidden")
        lugar = tuple(falla["loc"])
        raise ErrorPatron(nombre, _linea(lugar, lineas), _mensaje(falla, modelo)) from error


def _linea(lugar: tuple[Any, ...], lineas: dict[tuple[Any, ...], int]) -> int | None:
    for largo in range(len(lugar), -1, -1):
        if lugar[:largo] in lineas:
            return lineas[lugar[:largo]]
    return None


def _mensaje(falla: Any, modelo: type[BaseModel]) -> str:
    camino = " > ".join(str(parte) for parte in falla["loc"])
    if falla["type"] == "extra_forbidden":
        clave = str(falla["loc"][-1])
        conocidas = sorted(_campos(modelo))
        cercanas = difflib.get_close_matches(clave, conocidas, n=1)
        sugerencia = f"; ¿quiso decir «{cercanas[0]}»?" if cercanas else ""
        return f"clave desconocida «{camino}»{sugerencia}"
    if falla["type"] == "missing":
        return f"falta la clave «{camino}»"
    if falla["type"] == "literal_error":
        cercanas = difflib.get_close_matches(str(falla["input"]), str(falla["ctx"]["expected"]).replace("'", "").split(), n=1)
        sugerencia = f"; ¿quiso decir «{cercanas[0].rstrip(',')}»?" if cercanas else ""
        return f"valor no admitido en «{camino}»: {falla['input']!r} (se admite {falla['ctx']['expected']}){sugerencia}"
    debe = next((dicho for tipo, dicho in _DEBE.items() if falla["type"].startswith(tipo)), None)
    if debe is None:
        return f"valor no admitido en «{camino}»: {falla['msg']}"
    dicho = f"; aquí dice «{falla['input']}»" if isinstance(falla["input"], str | int | float) else ""
    donde = f"valor no admitido en «{camino}»: " if camino else "el archivo "
    return f"{donde}debe ser {debe.format(**falla.get('ctx', {}))}{dicho}"


_DEBE = {
    "int_": "un número entero", "float_": "un número", "decimal_": "un número", "string_type": "un texto",
    "bool_": "true o false",
    "list_type": "una lista", "tuple_type": "una lista",
    "dict_type": "un grupo de claves con sus valores",
    "model_type": "un grupo de claves con sus valores", "greater_than_equal": "{ge} o más", "greater_than": "más de {gt}",
    "less_than_equal": "{le} o menos", "less_than": "menos de {lt}",
}  # fmt: skip
"""By the beginning of the library's name of a failure, what the value has to be."""


def _campos(modelo: type[BaseModel]) -> set[str]:
    """Every field name reachable from ``modelo``, for suggestions."""
    vistos: set[type[BaseModel]] = set()
    pendientes: list[Any] = [modelo]
    nombres: set[str] = set()
    while pendientes:
        actual = pendientes.pop()
        if isinstance(actual, type) and issubclass(actual, BaseModel) and actual not in vistos:
            vistos.add(actual)
            nombres.update(actual.model_fields)
            pendientes.extend(campo.annotation for campo in actual.model_fields.values())
        pendientes.extend(getattr(actual, "__args__", ()))
    return nombres
