"""``documentos.csv``: what a person states about the files beside it.

Columns: ``ruta`` (relative to the folder of the csv), ``servicio``, ``anio``, ``region``, ``etapa``, and the archive's
own ``fondo``, ``serie``, ``caja``. Only ``ruta`` is obligatory; an empty cell states nothing. Spreadsheets set to Chile
write ``;`` between columns and often Windows-1252: both are read.
"""

from __future__ import annotations

import csv
import difflib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extractor.comun.texto import plegar
from extractor.errores import ErrorUso
from extractor.modelo.declarado import Declarado

NOMBRE = "documentos.csv"
COLUMNAS = ("ruta", "servicio", "anio", "region", "etapa", "fondo", "serie", "caja")
_ANIOS = range(1900, 2101)
_ETAPAS = range(1, 5)


@dataclass(frozen=True, slots=True)
class Archivado:
    """Where the archive keeps the paper: copied to the database, never interpreted."""

    fondo: str | None = None
    serie: str | None = None
    caja: str | None = None


@dataclass(frozen=True, slots=True)
class Ficha:
    declarado: Declarado
    archivado: Archivado
    linea: int


@dataclass(frozen=True, slots=True)
class Fichero:
    """One ``documentos.csv``: its folder and its records by folded relative path."""

    carpeta: Path
    fichas: Mapping[str, Ficha] = field(default_factory=dict)

    def de(self, archivo: Path) -> tuple[str, Ficha | None]:
        """The key under which ``archivo`` would stand here, and its record if it has one."""
        clave = clave_ruta(archivo.relative_to(self.carpeta).as_posix())
        return clave, self.fichas.get(clave)


def clave_ruta(texto: str) -> str:
    """A written path made comparable: "/" between folders, composed accents, no leading "./"."""
    clave = unicodedata.normalize("NFC", texto.strip().replace("\\", "/"))
    while clave.startswith("./"):
        clave = clave[2:]
    return clave


def leer_fichero(carpeta: Path) -> Fichero | None:
    """The ``documentos.csv`` of ``carpeta``, or None when there is none.

    Raises ErrorUso, naming file and line, for an unknown or missing column, a path written twice, and a year or stage
    that is none: what a person states wins over the program, so it is never half understood.
    """
    archivo = carpeta / NOMBRE
    return interpretar(archivo.read_bytes(), str(archivo), carpeta) if archivo.is_file() else None


def interpretar(crudo: bytes, archivo: str, carpeta: Path) -> Fichero:
    """The records of a ``documentos.csv`` already read; ``archivo`` names it. Raises ErrorUso as ``leer_fichero``."""
    lineas = _texto(crudo).splitlines()
    if not lineas:
        raise ErrorUso(f"{archivo}: el archivo está vacío; su primera línea debe ser: {','.join(COLUMNAS)}")
    separador = ";" if lineas[0].count(";") > lineas[0].count(",") else ","
    leidas = _leidas(lineas, separador, archivo)
    columnas = [celda.strip().lower() for celda in next(leidas)[1]]
    _revisar_columnas(archivo, columnas)
    fichas: dict[str, Ficha] = {}
    for linea, celdas in leidas:
        valores = {nombre: celda.strip() for nombre, celda in zip(columnas, celdas, strict=False)}
        if not any(valores.values()):
            continue
        if len(celdas) > len(columnas):
            raise ErrorUso(f"{archivo}:{linea}: la línea tiene más celdas que columnas el encabezado")
        clave = clave_ruta(valores["ruta"])
        if not clave:
            raise ErrorUso(f"{archivo}:{linea}: falta la ruta del documento")
        if clave in fichas:
            raise ErrorUso(f"{archivo}:{linea}: «{clave}» ya está en la línea {fichas[clave].linea}")
        fichas[clave] = _ficha(archivo, linea, valores)
    return Fichero(carpeta, fichas)


def _leidas(lineas: Sequence[str], separador: str, archivo: str) -> Iterator[tuple[int, list[str]]]:
    """Each line's number and cells. A record is one line: no column holds a line break, and a quote left open would take the
    lines after it for part of its cell. Raises ErrorUso for such a line."""
    for numero, linea in enumerate(lineas, 1):
        try:
            yield numero, next(csv.reader([linea], delimiter=separador, strict=True), [])
        except csv.Error as error:
            raise ErrorUso(
                f"{archivo}:{numero}: no es una línea de CSV: tiene una comilla sin cerrar o mal puesta, o una celda desmedida; "
                'cada documento va en una sola línea, y una comilla dentro de una celda entre comillas se escribe dos veces ("")'
            ) from error


def _texto(crudo: bytes) -> str:
    try:
        return crudo.decode("utf-8-sig")
    except UnicodeDecodeError:
        return crudo.decode("cp1252", errors="replace")


def _revisar_columnas(archivo: str, columnas: list[str]) -> None:
    for nombre in columnas:
        if nombre not in COLUMNAS:
            cercanas = difflib.get_close_matches(plegar(nombre), COLUMNAS, n=1)
            sugerencia = f"; ¿quiso decir «{cercanas[0]}»?" if cercanas else f" (se admiten: {', '.join(COLUMNAS)})"
            raise ErrorUso(f"{archivo}:1: columna desconocida «{nombre}»{sugerencia}")
        if columnas.count(nombre) > 1:
            raise ErrorUso(f"{archivo}:1: la columna «{nombre}» está repetida")
    if "ruta" not in columnas:
        raise ErrorUso(f"{archivo}:1: falta la columna «ruta»")


def _ficha(archivo: str, linea: int, valores: dict[str, str]) -> Ficha:
    def texto(nombre: str) -> str | None:
        return valores.get(nombre) or None

    def entero(nombre: str, admitidos: range) -> int | None:
        escrito = texto(nombre)
        if escrito is None:
            return None
        if not (escrito.isascii() and escrito.isdigit()) or int(escrito) not in admitidos:
            raise ErrorUso(f"{archivo}:{linea}: «{escrito}» no sirve como {'año' if nombre == 'anio' else nombre}")
        return int(escrito)

    declarado = Declarado(texto("servicio"), entero("anio", _ANIOS), texto("region"), entero("etapa", _ETAPAS))
    return Ficha(declarado, Archivado(texto("fondo"), texto("serie"), texto("caja")), linea)
