"""A table as read: rows, their weighted activities, and the blocks whose weights make one whole.

Field names are the contract's (CONTRACT.md section 2).
"""

from __future__ import annotations

from typing import Literal

from extractor.modelo.base import Origen, Registro
from extractor.modelo.valores import Cifra, Estado, Region, Responsable

TipoTabla = Literal[
    "programa_trabajo",
    "instancias",
    "analisis_avance",
    "evaluacion_objetivos",
    "evaluacion_productos",
    "brechas",
    "contribucion",
    "sistema_informacion",
    "difusion",
    "otra",
]
Rol = Literal[
    "programa",
    "objetivo",
    "indicador",
    "resultado",
    "meta",
    "actividad",
    "meta_o_actividades",
    "ponderacion",
    "estado",
    "ponderacion_ganada",
    "responsable",
    "medio",
    "avance",
    "medidas",
    "recomendaciones",
    "compromisos",
    "plazo",
    "producto",
    "modificacion",
    "brecha",
    "logro_comprometido",
    "logro_efectivo",
    "instancia",
    "problema",
    "territorio",
    "instituciones",
    "contribucion",
    "dificultades",
    "medios_difusion",
    "otro",
]
Programa = Literal["diseno_acceso", "complementariedad", "informacion"]
ModoGanada = Literal["por_actividad", "acumulada", "sin_datos"]


class ObjetivoTabla(Registro):
    numero: str | None
    texto: str
    origen: Origen


class Columna(Registro):
    texto: str
    rol: Rol


class Actividad(Registro):
    """One weighted commitment. ``ganada_recalculada`` is always the activity's own; ``acumulada_recalculada`` only
    exists under running totals. ``alineacion`` says, per field, whether its pairing is sure."""

    indice: int
    texto: str | None
    objetivos: tuple[str, ...]
    ponderacion: Cifra | None
    ponderacion_ganada: Cifra | None
    estado: Estado | None
    ganada_recalculada: str | None = None
    acumulada_recalculada: str | None = None
    responsables: tuple[Responsable, ...]
    alineacion: dict[str, Literal["segura", "dudosa"]]
    motivo_alineacion: str
    origen: dict[str, Origen]


class Fila(Registro):
    """A row of a table. Where the form weighs the row the figures stand here and the activities carry none."""

    indice: int
    fila_origen: int
    programa: str | None
    objetivos: tuple[str, ...]
    celdas: tuple[str, ...]
    actividades: tuple[Actividad, ...]
    responsables: tuple[Responsable, ...]
    indicador: str | None
    meta: str | None
    resultado: str | None
    medio: str | None
    avance: str | None
    medidas: str | None
    recomendaciones: str | None
    compromisos: str | None
    plazo: str | None
    ponderacion: Cifra | None
    ponderacion_ganada: Cifra | None
    estado: Estado | None
    ganada_recalculada: str | None = None
    total_ponderacion: Cifra | None
    total_ganada: Cifra | None
    origen: Origen


class BloqueFilas(Registro):
    """The rows whose weights make one whole, whether or not a total is printed."""

    filas: tuple[int, ...]
    suma_ponderacion: str | None
    total_ponderacion: Cifra | None
    suma_ganada_informada: str | None
    suma_ganada_recalculada: str | None
    total_ganada: Cifra | None


class Desempeno(Registro):
    """The region's and the service's performance printed below a table."""

    region: Cifra | None
    region_recalculado: str | None
    servicio: str | None


class Tabla(Registro):
    id: str
    tipo: TipoTabla
    programa: Programa | None
    titulo: str | None
    objetivo_institucional: str | None
    etapa: int | None
    region: Region
    columnas: tuple[Columna, ...]
    objetivos: tuple[ObjetivoTabla, ...]
    modo_ganada: ModoGanada | None
    regimen: str | None
    ponderacion_declarada: Cifra | None
    filas: tuple[Fila, ...]
    bloques: tuple[BloqueFilas, ...]
    desempeno: Desempeno | None
    origen: Origen
