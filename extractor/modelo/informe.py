"""``Informe``: what the program knows of one document. Field names are the contract's (CONTRACT.md section 2)."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from extractor.modelo.base import Origen, Registro
from extractor.modelo.documento import Formato
from extractor.modelo.hallazgo import Hallazgo, Verificacion
from extractor.modelo.tabla import Tabla
from extractor.modelo.valores import Region, Servicio

ESQUEMA = "informe/1"

TipoDocumento = Literal["implementacion", "evaluacion", "guia", "desconocido"]
EstadoDocumento = Literal["ok", "parcial", "fallido"]


class Seccion(Registro):
    id: str
    nivel: Literal["capitulo", "objetivo", "seccion"]
    padre: str | None
    numero: str | None
    titulo: str | None
    region: Region | None
    texto: str | None
    campos: dict[str, Any]
    origen: Origen


class Nota(Registro):
    marca: str
    texto: str
    origen: Origen


class Metadatos(Registro):
    autor: str | None = None
    creado: str | None = None
    modificado: str | None = None
    titulo: str | None = None


class FichaDocumento(Registro):
    """The document's own record inside the Informe. ``anio_supuesto`` is there only where it is true: nothing prints the year as
    the report's own, or it is that of one of its parts, and no finding builds on it."""

    ruta: str
    nombre: str
    sha256: str
    bytes: int
    formato: Formato | None
    lector: str | None
    paginas: int | None
    paginas_ocr: tuple[int, ...]
    metadatos: Metadatos
    tipo: TipoDocumento
    patron: str | None
    anio: int | None
    anio_supuesto: bool = False
    etapas: tuple[int, ...]
    servicio: Servicio | None
    notas: tuple[Nota, ...]
    estado: EstadoDocumento
    motivo: str | None

    @model_serializer(mode="wrap")
    def _sin_lo_que_no_se_supone(self, serializar: SerializerFunctionWrapHandler) -> dict[str, Any]:
        datos: dict[str, Any] = serializar(self)
        if not self.anio_supuesto:
            datos.pop("anio_supuesto", None)
        return datos


class Cobertura(Registro):
    """What was checked and what was not; always printed beside the findings."""

    tablas: int
    tablas_reconocidas: int
    actividades: int
    cifras: int
    verificables: int
    verificadas: int
    no_verificables: dict[str, int]
    descartadas: int


class Informe(Registro):
    """``decisiones``: ids of the persons' decisions that were applied to this document, sorted."""

    esquema: Literal["informe/1"] = Field(default="informe/1")
    documento: FichaDocumento
    tablas: tuple[Tabla, ...]
    secciones: tuple[Seccion, ...]
    verificaciones: tuple[Verificacion, ...]
    hallazgos: tuple[Hallazgo, ...]
    cobertura: Cobertura
    decisiones: tuple[str, ...] = ()
