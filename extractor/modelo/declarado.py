"""What a person states about a document: by an option of the command line or in ``documentos.csv``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Declarado:
    """Facts a person gives. What is None was not stated; what is stated wins over what the program reads.

    ``region`` is the text as the person wrote it; ``etapa`` is 3 or 4 in the reports seen.
    """

    servicio: str | None = None
    anio: int | None = None
    region: str | None = None
    etapa: int | None = None

    def con(self, otro: Declarado) -> Declarado:
        """These facts, with those that ``otro`` states put over them."""
        return Declarado(
            servicio=self.servicio if otro.servicio is None else otro.servicio,
            anio=self.anio if otro.anio is None else otro.anio,
            region=self.region if otro.region is None else otro.region,
            etapa=self.etapa if otro.etapa is None else otro.etapa,
        )
