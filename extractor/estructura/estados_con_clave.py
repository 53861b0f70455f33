"""States written in short forms that their column, or a note, explains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.comun.texto import blancos
from extractor.estructura.items import EsVeredicto
from extractor.modelo.avisos import AvisoEstructura
from extractor.modelo.campos import CERTEZAS
from extractor.modelo.crudo import LineaRegion, TablaCruda
from extractor.modelo.normalizador import Normalizador
from extractor.modelo.tabla import Fila
from extractor.modelo.valores import Estado, Region, Responsable
from extractor.vocabularios.claves_estado import desarrollado, valor_corto


@dataclass(frozen=True, slots=True)
class ConClave:
    """A ``Normalizador`` that also reads the short forms of one table. What a person decided of a state wins."""

    base: Normalizador
    tabla: TablaCruda

    def region(self, linea: LineaRegion | None) -> Region:
        return self.base.region(linea)

    def responsables(self, lineas: Sequence[str]) -> tuple[Responsable, ...]:
        return self.base.responsables(lineas)

    def estado(self, texto: str | None) -> Estado | None:
        leido = self.base.estado(texto)
        corto = valor_corto(texto, self.tabla.claves) if texto is not None else None
        if corto is None or leido is None or leido.decision is not None:
            return leido
        entero = desarrollado(texto or "", self.tabla.claves)
        dicho = self.base.estado(entero) if entero is not None else None
        certeza = "dudosa" if self.tabla.claves_dudosas else "alias"
        if dicho is not None and dicho.decision is None:  # "C (50%)" says more than "C"
            propia = max((certeza, dicho.certeza), key=CERTEZAS.index)
            return dicho.model_copy(update={"texto": blancos(texto or ""), "certeza": propia})
        return Estado.model_validate(
            {"texto": blancos(texto or ""), "valor": corto[0], "porcentaje": None, "declarado": True, "certeza": certeza}
        )


def es_veredicto_de(tabla: TablaCruda, base: EsVeredicto) -> EsVeredicto:
    """``base`` with the table's short forms: one alone is a verdict, one before a stop opens with it."""

    def es_veredicto(texto: str) -> str | None:
        corto = valor_corto(texto, tabla.claves)
        return base(texto) or (("solo" if corto[1] else "con_texto") if corto is not None else None)

    return es_veredicto


def cortos_dudosos(filas: Sequence[Fila], tabla: TablaCruda, identidad: str) -> list[AvisoEstructura]:
    """One notice for a table whose short forms nothing explains."""
    if not tabla.claves_dudosas:
        return []
    estados = [e for f in filas for e in (f.estado, *(a.estado for a in f.actividades)) if e is not None]
    dichos = sorted({e.texto for e in estados if e.certeza == "dudosa"})
    lugar = next((a.origen["estado"] for f in filas for a in f.actividades if "estado" in a.origen), tabla.origen)
    detalle = f"nada en el documento dice qué significan {' y '.join(f'«{d}»' for d in dichos)}; no se juzga con esos estados"
    return [AvisoEstructura("LECTURA_DUDOSA", identidad, None, None, "estado", detalle, lugar)] if dichos else []
