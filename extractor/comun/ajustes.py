"""The settings: one file shipped with the program, ``ajustes.yaml``, of which a person's file replaces some values.

Each process has its settings in force (``ajustes``); the command line and the start of a worker put others in place
(``usar``). Readers take their limits from there, so that one file rules them all.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import Field

from extractor.comun.razones import razon
from extractor.comun.yaml_estricto import leer_yaml, validar
from extractor.errores import ErrorLectura, ErrorPatron, ErrorUso
from extractor.modelo.base import Registro
from extractor.modelo.codigos import Codigo
from extractor.modelo.documento import BloqueTabla, Documento, FlujoCeldas
from extractor.modelo.hallazgo import GRAVEDADES, Gravedad

VARIABLE = "EXTRACTOR_AJUSTES"
MB = 1024 * 1024


class Limites(Registro):
    """What reading one document may cost. Sizes in megabytes (1024 x 1024), times in seconds of wall clock."""

    segundos: int = Field(ge=1)
    segundos_por_mb: int = Field(ge=0)
    memoria_mb: int = Field(ge=128)
    tamano_mb: int = Field(ge=1)
    paginas: int = Field(ge=1)
    celdas: int = Field(ge=1)
    expandido_mb: int = Field(ge=1)
    parte_mb: int = Field(ge=1)
    expansion: int = Field(ge=2)
    profundidad: int = Field(ge=1)
    grupos: int = Field(ge=1)

    def segundos_para(self, tamano: int) -> int:
        """Seconds given to a file of ``tamano`` bytes."""
        return self.segundos + self.segundos_por_mb * -(-tamano // MB)


class Procesos(Registro):
    """``trabajadores``: documents read at a time when nobody says; ``documentos``: how many one process reads."""

    trabajadores: int = Field(ge=1)
    documentos: int = Field(ge=1)


class Escala(Registro):
    """What an institution calls our severities, one by one; ``codigos``: the name of the findings of single codes, which
    wins. Shown beside ours to people; the JSON keeps ours."""

    cambia_decision: str | None = Field(default=None, min_length=1, max_length=40)
    aritmetica: str | None = Field(default=None, min_length=1, max_length=40)
    logica: str | None = Field(default=None, min_length=1, max_length=40)
    aviso: str | None = Field(default=None, min_length=1, max_length=40)
    codigos: dict[Codigo, str] = Field(default_factory=dict)

    @property
    def vacia(self) -> bool:
        """Whether it names nothing."""
        return not self.codigos and all(self.nombre(gravedad) is None for gravedad in GRAVEDADES)

    def nombre(self, gravedad: Gravedad, codigo: str | None = None) -> str | None:
        """The institution's name for a finding of that severity and code; None when it has none."""
        propio = next((nombre for suyo, nombre in self.codigos.items() if suyo == codigo), None)
        return propio or getattr(self, gravedad)

    def con(self, gravedad: Gravedad, codigo: str | None = None) -> str:
        """Our name with the institution's beside it: "cambia_decision (crítica)"."""
        suyo = self.nombre(gravedad, codigo)
        return gravedad if suyo is None else f"{gravedad} ({suyo})"


class Ajustes(Registro):
    limites: Limites
    procesos: Procesos
    escala: Escala = Field(default_factory=Escala)


_EN_USO: list[Ajustes] = []
"""The settings in force in this process; empty until ``usar`` or ``ajustes`` is called."""


def ajustes() -> Ajustes:
    """The settings in force. Raises ErrorUso when the file that ``EXTRACTOR_AJUSTES`` names cannot be used."""
    if not _EN_USO:
        _EN_USO.append(cargar_ajustes())
    return _EN_USO[0]


def usar(nuevos: Ajustes) -> None:
    """Puts ``nuevos`` in force in this process."""
    _EN_USO[:] = [nuevos]


def limites() -> Limites:
    """The limits in force, for readers."""
    return ajustes().limites


def escala() -> Escala:
    """The institution's scale of severities in force, for what people read."""
    return ajustes().escala


def cargar_ajustes(archivo: Path | None = None) -> Ajustes:
    """The shipped settings with the values that ``archivo`` states (else the one of ``EXTRACTOR_AJUSTES``) over them.

    Raises ErrorUso, naming file and line, for a file that is missing, is not YAML, or states an unknown key or a value
    that cannot be.
    """
    de_fabrica, lineas = _de_fabrica()
    indicado = archivo or (Path(os.environ[VARIABLE]) if os.environ.get(VARIABLE) else None)
    if indicado is None:
        return validar(de_fabrica, lineas, Ajustes, "ajustes.yaml")
    try:
        datos, suyas = leer_yaml(indicado)
        return validar(_sobre(de_fabrica, datos), suyas, Ajustes, indicado.name)
    except ErrorPatron as error:
        raise ErrorUso(f"archivo de ajustes: {error}") from error
    except OSError as error:
        raise ErrorUso(f"no se pudo leer el archivo de ajustes «{indicado}» ({razon(error)})") from error


@cache
def _de_fabrica() -> tuple[Any, dict[tuple[Any, ...], int]]:
    return leer_yaml(Path(__file__).resolve().parent.parent / "ajustes.yaml")


def _sobre(base: Any, cambios: Any) -> Any:
    """``base`` with ``cambios`` over it, mapping by mapping; what is not a mapping replaces."""
    if not isinstance(base, dict) or not isinstance(cambios, dict):
        return cambios
    return {**base, **{clave: _sobre(base.get(clave), valor) for clave, valor in cambios.items()}}


def exceso(limite: str, que: str, vigentes: Limites | None = None) -> ErrorLectura:
    """The error for a document beyond the limit of that name: what was found, and how to raise the limit.
    ``vigentes``: the limits it was read under, by default those in force."""
    valor = getattr(vigentes or limites(), limite)
    return ErrorLectura(
        "LIMITE_EXCEDIDO",
        f"{que}; si es un informe de verdad, divídalo, o suba «{limite}» de «limites» (ahora {valor}) en un archivo de "
        "ajustes y repita la orden con --ajustes ARCHIVO",
    )


def revisar_tamano(tamano: int) -> None:
    """Raises ErrorLectura(LIMITE_EXCEDIDO) for a file of more bytes than are read."""
    if tamano > limites().tamano_mb * MB:
        raise exceso("tamano_mb", f"el archivo mide {tamano // MB} MB, más de lo que se admite leer")


def revisar_medidas(documento: Documento) -> Documento:
    """The same document. Raises ErrorLectura(LIMITE_EXCEDIDO) when it has more pages or cells than are read."""
    tope = limites()
    if (documento.paginas or 0) > tope.paginas:
        raise exceso("paginas", f"el documento tiene {documento.paginas} páginas")
    celdas = 0
    for bloque in documento.bloques:
        if isinstance(bloque, BloqueTabla):
            celdas += sum(len(fila.celdas) for fila in bloque.filas)
        elif isinstance(bloque, FlujoCeldas):
            celdas += len(bloque.celdas)
    if celdas > tope.celdas:
        raise exceso("celdas", f"las tablas del documento tienen {celdas} celdas")
    return documento


def por_memoria_o_profundidad(error: BaseException) -> ErrorLectura | None:
    """The LIMITE_EXCEDIDO that ``error`` really is when it comes from a lack of memory or from too deep a nesting, which
    readers that take any exception for a damaged file would hide; else None."""
    visto: BaseException | None = error
    while visto is not None:
        if isinstance(visto, MemoryError):
            return exceso("memoria_mb", "su lectura pidió más memoria de la que se admite")
        if isinstance(visto, RecursionError):
            return exceso("profundidad", "sus partes están unas dentro de otras más de lo que se puede seguir")
        visto = visto.__cause__ or visto.__context__
    return None
