"""The names of one document: its year, the words of its family and what a person stated are known here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.comun.texto import blancos, plegar
from extractor.modelo.crudo import LineaRegion
from extractor.modelo.informe import Estado, Region, Responsable, ValorEstado


class NombresDelDocumento:
    """The ``Normalizador`` that ``estructura`` is given."""

    def __init__(self, anio: int | None, estados: Mapping[str, Sequence[str]], region: str | None = None) -> None:
        self.anio = anio
        self.region_declarada = region
        self._propios: list[tuple[str, ValorEstado]] = sorted(
            ((plegar(texto), valor) for valor, textos in estados.items() for texto in textos),  # type: ignore[misc]
            key=lambda par: (-len(par[0]), par),
        )

    def region(self, linea: LineaRegion | None) -> Region:
        """The region of a line; without one, what a person stated, else unknown and inherited."""
        from extractor.normalizadores.regiones import normalizar_region

        if linea is None or (linea.texto is None and self.region_declarada):
            return normalizar_region(self.region_declarada, self.anio, heredada=True)
        return normalizar_region(linea.texto, self.anio, heredada=linea.heredada)

    def estado(self, texto: str | None) -> Estado | None:
        """A state by the family's own words first, then by the common ones; None for a blank."""
        from extractor.normalizadores.estados import normalizar_estado

        if texto is None or not texto.strip():
            return None
        propio = self._propio(texto)
        if propio:
            return Estado(texto=blancos(texto), valor=propio[0], porcentaje=None, declarado=True, certeza="alias")
        return normalizar_estado(blancos(texto))

    def responsables(self, lineas: Sequence[str]) -> tuple[Responsable, ...]:
        from extractor.normalizadores.responsables import normalizar_responsables

        return normalizar_responsables([blancos(linea) for linea in lineas]) if lineas else ()

    def es_veredicto(self, texto: str) -> str | None:
        """Whether a line opens with a verdict: "solo", "con_texto" or None."""
        from extractor.vocabularios.estados import veredicto_inicial

        propio = self._propio(texto)
        if propio:
            return "solo" if len(plegar(texto).strip(" .;:")) <= propio[1] else "con_texto"
        veredicto = veredicto_inicial(texto)
        if veredicto is None:
            return None
        return "solo" if veredicto.solo else "con_texto"

    def _propio(self, texto: str) -> tuple[ValorEstado, int] | None:
        plano = plegar(texto)
        for palabras, valor in self._propios:
            if plano.startswith(palabras) and (len(plano) == len(palabras) or not plano[len(palabras)].isalnum()):
                return valor, len(palabras)
        return None
