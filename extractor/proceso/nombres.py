"""The names of one document: its year, the words of its family and what a person stated are known here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.comun.texto import blancos, plegar
from extractor.modelo.campos import CERTEZAS
from extractor.modelo.crudo import LineaRegion
from extractor.modelo.valores import Estado, Region, Responsable, ValorEstado
from extractor.proceso.decisiones import DecisionesDelDocumento
from extractor.proceso.decisiones_nombres import estado_decidido, region_decidida, responsable_decidido


class NombresDelDocumento:
    """The ``Normalizador`` that ``estructura`` is given. What a person decided of a name wins over every vocabulary."""

    def __init__(
        self,
        anio: int | None,
        estados: Mapping[str, Sequence[str]],
        decisiones: DecisionesDelDocumento,
        region: str | None = None,
        anio_declarado: bool = False,
        anio_supuesto: bool = False,
    ) -> None:
        self.anio = anio
        self.anio_supuesto = anio_supuesto
        self.decisiones = decisiones
        self.region_declarada = region
        self.anio_declarado = anio_declarado
        self._propios: list[tuple[str, ValorEstado]] = sorted(
            ((plegar(texto), valor) for valor, textos in estados.items() for texto in textos),  # type: ignore[misc]
            key=lambda par: (-len(par[0]), par),
        )

    def region(self, linea: LineaRegion | None) -> Region:
        """The region of a line; without one, what a person stated, else unknown and inherited."""
        from extractor.normalizadores.regiones import normalizar_region

        heredada = True if linea is None else linea.heredada
        texto = linea.texto if linea is not None else None
        if linea is None or (texto is None and self.region_declarada):
            texto, heredada = self.region_declarada, True
        decidida = region_decidida(self.decisiones, texto, heredada)
        if decidida is not None:
            return decidida
        del_lugar = linea.anio if linea is not None and not self.anio_declarado else None
        leida = normalizar_region(texto, del_lugar or self.anio, heredada=heredada)
        if self.anio_supuesto and leida.alcance == "REGION" and not leida.codigos:
            # it may be a region that a year which is only supposed did not have yet
            leida = max(leida, normalizar_region(texto, None, heredada=heredada), key=lambda r: bool(r.codigos))
        tope = linea.certeza if linea is not None else "exacta"
        return leida.model_copy(update={"certeza": max(leida.certeza, tope, key=CERTEZAS.index)})

    def estado(self, texto: str | None) -> Estado | None:
        """A state by the family's own words first, then by the common ones; None for a blank."""
        from extractor.normalizadores.estados import normalizar_estado

        if texto is None or not texto.strip():
            return None
        decidido = estado_decidido(self.decisiones, texto)
        if decidido is not None:
            return decidido
        propio = self._propio(texto)
        if propio:
            return Estado(texto=blancos(texto), valor=propio[0], porcentaje=None, declarado=True, certeza="alias")
        return normalizar_estado(blancos(texto))

    def responsables(self, lineas: Sequence[str]) -> tuple[Responsable, ...]:
        from extractor.normalizadores.responsables import normalizar_responsables

        leidos = normalizar_responsables([blancos(linea) for linea in lineas]) if lineas else ()
        return tuple(responsable_decidido(self.decisiones, leido) for leido in leidos)

    def es_veredicto(self, texto: str) -> str | None:
        """Whether a line opens with a verdict: "solo", "con_texto" or None."""
        from extractor.vocabularios.estados import veredicto_inicial

        if self.decisiones.nombre("estado", texto) is not None:
            return "solo"
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
