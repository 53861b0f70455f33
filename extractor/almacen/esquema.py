"""The tables. Keys are hashes of natural keys, so two loads of the same reports give equal rows.

Figures are stored as their canonical text: no database rounds what was printed. Every row that came from a place of a
document has its ``Origen`` as JSON and the coordinates one searches by.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

VERSION_ESQUEMA = 1

Json = dict[str, Any]


class Base(DeclarativeBase):
    type_annotation_map = {dict[str, Any]: JSON, list[Any]: JSON}  # noqa: RUF012  (SQLAlchemy reads it as a plain attribute)


class VersionEsquema(Base):
    __tablename__ = "version_esquema"
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class Documento(Base):
    """One content: the same file under two paths is one document. ``id`` is the sha256 of its content."""

    __tablename__ = "documento"
    id: Mapped[str] = mapped_column(primary_key=True)
    nombre: Mapped[str]
    bytes: Mapped[int]
    formato: Mapped[str | None]
    lector: Mapped[str | None]
    paginas: Mapped[int | None]
    tipo: Mapped[str]
    patron: Mapped[str | None]
    anio: Mapped[int | None] = mapped_column(index=True)
    etapas: Mapped[list[Any]]
    servicio_texto: Mapped[str | None]
    servicio_codigo: Mapped[str | None] = mapped_column(index=True)
    servicio_nombre: Mapped[str | None]
    estado: Mapped[str] = mapped_column(index=True)
    motivo: Mapped[str | None]
    cobertura: Mapped[Json]


class DocumentoRuta(Base):
    """Where a document was found, and where the archive keeps its paper."""

    __tablename__ = "documento_ruta"
    documento_id: Mapped[str] = mapped_column(ForeignKey("documento.id"), primary_key=True)
    ruta: Mapped[str] = mapped_column(primary_key=True)
    fondo: Mapped[str | None]
    serie: Mapped[str | None]
    caja: Mapped[str | None]


class Extraccion(Base):
    """The whole Informe of a document: JSON in UTF-8, compressed with zlib."""

    __tablename__ = "extraccion"
    documento_id: Mapped[str] = mapped_column(ForeignKey("documento.id"), primary_key=True)
    esquema: Mapped[str]
    version: Mapped[str]
    informe: Mapped[bytes] = mapped_column(LargeBinary)


class ConOrigen:
    """What every row that came from a place of a document carries."""

    id: Mapped[str] = mapped_column(primary_key=True)
    documento_id: Mapped[str] = mapped_column(ForeignKey("documento.id"), index=True)
    pagina: Mapped[int | None]
    linea_inicio: Mapped[int | None]
    tabla_origen: Mapped[int | None]
    fila_origen: Mapped[int | None]
    columna_origen: Mapped[int | None]
    parrafo: Mapped[int | None]
    origen: Mapped[Json | None] = mapped_column(JSON(none_as_null=True))


class Tabla(ConOrigen, Base):
    __tablename__ = "tabla"
    clave: Mapped[str]
    tipo: Mapped[str]
    programa: Mapped[str | None]
    titulo: Mapped[str | None]
    etapa: Mapped[int | None]
    region_texto: Mapped[str | None]
    region_nombre: Mapped[str | None]
    region_codigos: Mapped[list[Any]]
    region_division: Mapped[str]
    region_alcance: Mapped[str]
    region_certeza: Mapped[str]
    modo_ganada: Mapped[str | None]
    regimen: Mapped[str | None]
    desempeno_recalculado: Mapped[str | None]
    desempeno_servicio: Mapped[str | None]


class Fila(ConOrigen, Base):
    __tablename__ = "fila"
    tabla_id: Mapped[str] = mapped_column(ForeignKey("tabla.id"), index=True)
    indice: Mapped[int]
    programa: Mapped[str | None]
    objetivos: Mapped[list[Any]]
    celdas: Mapped[list[Any]]
    meta: Mapped[str | None]
    estado: Mapped[str | None]
    estado_porcentaje: Mapped[str | None]
    ganada_recalculada: Mapped[str | None]


class Actividad(ConOrigen, Base):
    __tablename__ = "actividad"
    fila_id: Mapped[str] = mapped_column(ForeignKey("fila.id"), index=True)
    indice: Mapped[int]
    texto: Mapped[str | None]
    estado: Mapped[str | None]
    estado_texto: Mapped[str | None]
    estado_porcentaje: Mapped[str | None]
    estado_declarado: Mapped[bool | None]
    ganada_recalculada: Mapped[str | None]
    acumulada_recalculada: Mapped[str | None]
    alineacion: Mapped[Json]


class Cifra(ConOrigen, Base):
    """A figure: printed text and canonical value as text. ``campo`` says what it is of its activity, row or table."""

    __tablename__ = "cifra"
    tabla_id: Mapped[str] = mapped_column(ForeignKey("tabla.id"), index=True)
    fila_id: Mapped[str | None] = mapped_column(ForeignKey("fila.id"))
    actividad_id: Mapped[str | None] = mapped_column(ForeignKey("actividad.id"))
    bloque: Mapped[int | None]
    campo: Mapped[str]
    texto: Mapped[str]
    valor: Mapped[str | None]
    decimales: Mapped[int]
    signo: Mapped[str | None]
    certeza: Mapped[str]


class Responsable(ConOrigen, Base):
    __tablename__ = "responsable"
    fila_id: Mapped[str] = mapped_column(ForeignKey("fila.id"), index=True)
    actividad_id: Mapped[str | None] = mapped_column(ForeignKey("actividad.id"))
    indice: Mapped[int]
    texto: Mapped[str]
    unidad: Mapped[str | None] = mapped_column(index=True)
    unidad_certeza: Mapped[str | None]
    cargo: Mapped[str | None]
    persona: Mapped[str | None]


class Seccion(ConOrigen, Base):
    __tablename__ = "seccion"
    clave: Mapped[str]
    nivel: Mapped[str]
    padre: Mapped[str | None]
    numero: Mapped[str | None]
    titulo: Mapped[str | None]
    region_nombre: Mapped[str | None]
    region_codigos: Mapped[list[Any]]
    texto: Mapped[str]
    campos: Mapped[Json]


class Verificacion(ConOrigen, Base):
    """``origen`` is that of the first operand; all operands stand in ``operandos``."""

    __tablename__ = "verificacion"
    numero: Mapped[int]
    regla: Mapped[str] = mapped_column(index=True)
    tabla: Mapped[str | None]
    fila: Mapped[int | None]
    actividad: Mapped[int | None]
    resultado: Mapped[str] = mapped_column(index=True)
    informado: Mapped[str | None]
    recalculado: Mapped[str | None]
    intervalo: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    operandos: Mapped[list[Any]]
    formula: Mapped[str]
    motivo: Mapped[str | None]
    causa: Mapped[str | None]


class Hallazgo(ConOrigen, Base):
    """A finding; ``tabla`` is the key of its table or section inside the Informe. ``datos`` is the whole record."""

    __tablename__ = "hallazgo"
    huella: Mapped[str] = mapped_column(index=True)
    huella_contenido: Mapped[str] = mapped_column(index=True)
    codigo: Mapped[str] = mapped_column(index=True)
    gravedad: Mapped[str] = mapped_column(index=True)
    tabla: Mapped[str | None]
    fila: Mapped[int | None]
    actividad: Mapped[int | None]
    campo: Mapped[str | None]
    lugar: Mapped[str]
    informado: Mapped[str | None]
    recalculado: Mapped[str | None]
    diferencia: Mapped[str | None]
    mensaje: Mapped[str]
    causa: Mapped[str | None]
    datos: Mapped[Json]


POR_BORRAR: tuple[type[Base], ...] = (
    Hallazgo,
    Verificacion,
    Seccion,
    Responsable,
    Cifra,
    Actividad,
    Fila,
    Tabla,
    Extraccion,
)
"""What belongs to one extraction of a document, children first. Paths are kept: they are facts about the archive."""
