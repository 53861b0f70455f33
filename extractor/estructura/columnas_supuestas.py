"""What stands in columns that are of weights, states or earned values by a supposition: kept, and in doubt."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.estructura.celdas_dudosas import CeldaDudosa
from extractor.estructura.cierres import Cierre, cierre_dudoso
from extractor.modelo.avisos import AvisoEstructura
from extractor.modelo.crudo import TablaCruda
from extractor.modelo.tabla import Fila
from extractor.modelo.valores import Cifra, Estado

_FRASES = {
    "descarte": "se tomó por las ponderaciones porque ninguna otra lo es, y su rótulo no lo dice; no se juzga con sus cifras",
    "valor": "se tomó por la ponderación ganada, y su rótulo puede decir otra cosa; no se juzga con sus cifras",
    "ciento": "se tomó por la ponderación ganada, y puede ser el porcentaje de lo hecho; no se juzga con sus cifras",
    "final": "se tomó por la ponderación ganada, y puede ser la ponderación corregida; no se juzga con sus cifras",
    "sin_actividades": "está en una tabla donde ninguna otra trae metas ni actividades; no se juzga con sus cifras",
    "sin_pesos": "está en una tabla donde ninguna otra dice que trae ponderaciones; no se juzga con sus cifras",
    "cuenta": "trae cifras que pueden contar cosas y no medir lo cumplido; no se juzga con ellas",
    "corrido": "se tomó por la ponderación ganada hasta cada actividad, y su rótulo no lo dice; no se juzga con sus cifras",
    "epoca": "habla de una parte del año, o de otro, y ninguna dice lo mismo de todo el año; no se juzga con lo que trae",
}
_TOTALES = {"ponderacion": "total_ponderacion", "ponderacion_ganada": "total_ganada"}


def con_supuestas(
    filas: list[Fila], cierres: tuple[Cierre, ...], cruda: TablaCruda, identidad: str
) -> tuple[list[Fila], tuple[Cierre, ...], list[AvisoEstructura], set[CeldaDudosa]]:
    """The rows and totals with what stands in such columns in doubt, one notice for each column, and its cells."""
    supuestas = [c for c in cruda.columnas if c.supuesta]
    if not supuestas:
        return filas, cierres, [], set()
    roles = [c.rol for c in supuestas]
    avisos = [
        AvisoEstructura(
            "LECTURA_DUDOSA", identidad, None, None, c.rol,
            f"la columna «{c.texto}» {_FRASES[c.supuesta]}", cruda.origen,
        )
        for c in supuestas if c.supuesta is not None
    ]  # fmt: skip
    celdas: set[CeldaDudosa] = {(identidad, fila.indice, rol) for fila in filas for rol in roles}
    return [_en_duda(f, roles) for f in filas], tuple(map(cierre_dudoso, cierres)), avisos, celdas


def _en_duda(fila: Fila, roles: Sequence[str]) -> Fila:
    actividades = tuple(a.model_copy(update={rol: _dudoso(getattr(a, rol)) for rol in roles}) for a in fila.actividades)
    campos = [campo for rol in roles for campo in (rol, _TOTALES.get(rol)) if campo is not None]
    return fila.model_copy(update={"actividades": actividades, **{c: _dudoso(getattr(fila, c)) for c in campos}})


def _dudoso(leido: Cifra | Estado | None) -> Cifra | Estado | None:
    return leido.model_copy(update={"certeza": "dudosa"}) if leido is not None else None
