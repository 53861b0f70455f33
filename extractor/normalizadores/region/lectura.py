"""What was understood so far of a line that names regions."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from extractor.modelo.valores import Alcance, CandidatoRegion, Certeza, Division
from extractor.vocabularios.regiones import regiones_de

ORDEN: tuple[Certeza, ...] = ("exacta", "alias", "aproximada", "dudosa")


@dataclass
class Lectura:
    """What was understood so far of one line."""

    codigos: set[str] = field(default_factory=set)
    certeza: Certeza = "exacta"
    candidatos: dict[str, float] = field(default_factory=dict)
    porque: list[str] = field(default_factory=list)
    alcance: Alcance = "REGION"

    def rebajar(self, certeza: Certeza) -> None:
        if ORDEN.index(certeza) > ORDEN.index(self.certeza):
            self.certeza = certeza


def candidatos_de(lectura: Lectura, division: Division) -> tuple[CandidatoRegion, ...]:
    if lectura.alcance != "REGION":
        return ()
    puntajes = dict.fromkeys(lectura.codigos, 100.0) | lectura.candidatos
    orden = sorted(puntajes.items(), key=lambda par: (-par[1], par[0]))[:3]
    return tuple([_candidato(c, division, round(p, 1)) for c, p in orden])


@lru_cache(maxsize=4096)
def _candidato(codigo: str, division: Division, puntaje: float) -> CandidatoRegion:
    return CandidatoRegion(codigo=codigo, nombre=regiones_de(division)[codigo].nombre, puntaje=puntaje)
