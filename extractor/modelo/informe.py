"""``Informe``: what the program knows of one document. Field names are the contract's (CONTRACT.md section 2)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal

from pydantic import Field

from extractor.modelo.base import Origen, Registro
from extractor.modelo.decision import Decidible
from extractor.modelo.documento import Formato
from extractor.modelo.hallazgo import Hallazgo, Verificacion

ESQUEMA = "informe/1"

TipoDocumento = Literal["implementacion", "evaluacion", "guia", "desconocido"]
Certeza = Literal["exacta", "alias", "aproximada", "dudosa"]
CertezaCifra = Literal["segura", "ocr", "dudosa"]
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
Division = Literal["1974", "2007", "2018"]
Alcance = Literal["REGION", "TODAS", "NIVEL_CENTRAL", "SIN_DATO"]
ValorEstado = Literal["CUMPLE", "NO_CUMPLE", "PARCIAL", "PENDIENTE", "NO_APLICA", "SIN_DATO"]
Grado = Literal["MAYOR", "MENOR", "SIN_AVANCE", "NO_APLICA", "SIN_DATO"]
EstadoDocumento = Literal["ok", "parcial", "fallido"]


class Cifra(Decidible):
    """A figure: its printed text and what it is worth. ``valor`` is canonical decimal text with the printed
    decimals, or None where a word such as "Pendiente" stands."""

    texto: str
    valor: str | None
    decimales: int
    signo: Literal["%"] | None
    certeza: CertezaCifra
    origen: Origen

    @property
    def decimal(self) -> Decimal | None:
        """The exact value, or None for a word."""
        return None if self.valor is None else Decimal(self.valor)


class CandidatoRegion(Registro):
    codigo: str
    nombre: str
    puntaje: float


class Region(Decidible):
    """Whose region: codes of the division in force for the programme's year, not for the file's date."""

    texto: str | None
    codigos: tuple[str, ...]
    division: Division
    nombre: str | None
    alcance: Alcance
    heredada: bool
    certeza: Certeza
    candidatos: tuple[CandidatoRegion, ...]


class Unidad(Registro):
    nombre: str
    certeza: Certeza


class Responsable(Decidible):
    """Who answers for something: the written text split into unit, role and person, each None when not written.
    ``certeza``: how sure that split is; None where no cell was split (a record of an earlier version)."""

    texto: str
    unidad: Unidad | None
    cargo: str | None
    persona: str | None
    certeza: Certeza | None = None


class Estado(Decidible):
    """Fulfilment as written. ``declarado`` is false when it was read from a narration, which no rule counts as a
    verdict."""

    texto: str
    valor: ValorEstado
    porcentaje: str | None
    declarado: bool
    certeza: Certeza


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


class Servicio(Decidible):
    texto: str
    codigo: str | None
    nombre: str | None
    certeza: Certeza


class FichaDocumento(Registro):
    """The document's own record inside the Informe."""

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
    etapas: tuple[int, ...]
    servicio: Servicio | None
    notas: tuple[Nota, ...]
    estado: EstadoDocumento
    motivo: str | None


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
