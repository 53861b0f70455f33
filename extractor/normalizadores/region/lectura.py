"""What was understood so far of a line that names regions."""

from __future__ import annotations

from dataclasses import dataclass, field

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
        self.certeza = max(self.certeza, certeza, key=ORDEN.index)


def candidatos_de(lectura: Lectura, division: Division) -> tuple[CandidatoRegion, ...]:
    if lectura.alcance != "REGION":
        return ()
    puntajes = {**lectura.candidatos, **{c: lectura.candidatos.get(c, 100.0) for c in lectura.codigos}}
    orden = sorted(puntajes.items(), key=lambda par: (-par[1], par[0]))[:3]
    return tuple(CandidatoRegion(codigo=c, nombre=regiones_de(division)[c].nombre, puntaje=round(p, 1)) for c, p in orden)
