"""What a cell was understood to say, with its printed text: figures, regions, responsible persons, states, services.

Field names are the contract's (CONTRACT.md section 2).
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from extractor.modelo.base import Origen, Registro
from extractor.modelo.decision import Decidible

Certeza = Literal["exacta", "alias", "aproximada", "dudosa"]
CertezaCifra = Literal["segura", "ocr", "dudosa"]
Division = Literal["1974", "2007", "2018"]
Alcance = Literal["REGION", "TODAS", "NIVEL_CENTRAL", "SIN_DATO"]
ValorEstado = Literal["CUMPLE", "NO_CUMPLE", "PARCIAL", "PENDIENTE", "NO_APLICA", "SIN_DATO"]
Grado = Literal["MAYOR", "MENOR", "SIN_AVANCE", "NO_APLICA", "SIN_DATO"]


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


class Servicio(Decidible):
    texto: str
    codigo: str | None
    nombre: str | None
    certeza: Certeza
