"""A programme table as its recalculation sheet shows it: figures as printed, what our arithmetic gives, and in which row of
the sheet each stands. Formulas are written elsewhere; here is what their results must be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from extractor.modelo.hallazgo import Verificacion
from extractor.modelo.informe import Informe
from extractor.modelo.regimen import Regimen
from extractor.modelo.tabla import Tabla
from extractor.salidas.planilla.partidas import renglones_de
from extractor.salidas.planilla.renglones import Cierre, Partida, alto
from extractor.salidas.revision.desempenos import Logro, entero_de, logros_de
from extractor.salidas.revision.formato import programa_en_palabras, region_en_palabras

PRIMERA = 11
"""First row of items in a recalculation sheet, from 0; above it stand the title, the regime and the header."""


@dataclass(frozen=True, slots=True)
class HojaRecalculo:
    """All of one table. ``renglones``: items, and the closing of each block after its last item."""

    documento: str
    ruta: str
    tabla: str
    region: str
    programa: str
    etapa: int | None
    regimen: str
    credito: str | None
    acumulada: bool
    modo: str
    renglones: tuple[Partida | Cierre, ...]
    entero: Decimal | None
    logro: Logro | None
    verificaciones: tuple[Verificacion, ...]
    hallazgos: tuple[tuple[int, int | None, int | None, str], ...]
    """(index among the document's findings, row, activity, code) of those of the table."""

    def fila_de(self, fila: int | None, actividad: int | None) -> int:
        """The row of the sheet (from 0) where an item stands; that of its block's first item for a row, else the first."""
        numero = PRIMERA
        primera_de_fila = None
        for renglon in self.renglones:
            if isinstance(renglon, Partida):
                if (renglon.fila, renglon.actividad) == (fila, actividad):
                    return numero
                if renglon.fila == fila and primera_de_fila is None:
                    primera_de_fila = numero
            numero += alto(renglon)
        return PRIMERA if primera_de_fila is None else primera_de_fila


def hojas_de(informe: Informe, regimenes: Mapping[str, Regimen]) -> Iterator[HojaRecalculo]:
    """One for each table that weighs something, in order."""
    logros = {logro.tabla: logro for logro in logros_de(informe, regimenes) if logro.umbral is not None}
    for tabla in informe.tablas:
        hechas = [v for v in informe.verificaciones if v.tabla == tabla.id]
        renglones = tuple(renglones_de(tabla, hechas, regimenes.get(tabla.regimen or "")))
        if not any(isinstance(r, Partida) and (r.peso_impreso or r.ganada_impresa) for r in renglones):
            continue
        regimen = regimenes.get(tabla.regimen or "")
        bloques = [b for b in tabla.bloques if b.suma_ponderacion is not None]
        yield HojaRecalculo(
            documento=informe.documento.nombre,
            ruta=informe.documento.ruta,
            tabla=tabla.id,
            region=region_en_palabras(tabla.region),
            programa=programa_en_palabras(tabla.programa) if tabla.programa is not None else "",
            etapa=tabla.etapa,
            regimen=_regimen(tabla, regimen),
            credito=regimen.credito if regimen is not None else None,
            acumulada=tabla.modo_ganada == "acumulada",
            modo=_MODOS.get(tabla.modo_ganada or "", "la columna admite más de una lectura"),
            renglones=renglones,
            entero=entero_de(tabla, bloques[0]) if len(bloques) == 1 else None,
            logro=logros.get(tabla.id),
            verificaciones=tuple(v for v in hechas if v.actividad is None and v.fila is None),
            hallazgos=tuple(
                (indice, h.fila, h.actividad, h.codigo)
                for indice, h in enumerate(informe.hallazgos)
                if h.tabla == tabla.id and not h.descartado
            ),
        )


_MODOS = {
    "por_actividad": "cada valor ganado es de su actividad",
    "acumulada": "los valores ganados son un total que se acumula",
    "sin_datos": "no hay valores ganados",
}
_FUENTES = {"impresa": "impreso en el formulario", "norma_externa": "de una norma externa", "supuesta": "supuesto"}


def _regimen(tabla: Tabla, regimen: Regimen | None) -> str:
    if regimen is None:
        return tabla.regimen or "sin régimen conocido"
    return f"{regimen.nombre} ({_FUENTES[regimen.fuente]})"
