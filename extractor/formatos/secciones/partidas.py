"""Forms of the evaluation that a line of text cuts in the middle of a row, in text whose pages no mark tells.

The rest of the row is no cell of that form any more: what the section does not say may stand there, so that it is told as a doubt
of the reading and never said of the report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.formatos.piezas import Titulos
from extractor.modelo.base import Origen
from extractor.modelo.crudo import SeccionCruda
from extractor.modelo.documento import Bloque, BloqueTabla, Documento, FilaCruda, Parrafo

Aviso = tuple[str, str, Origen | None]
_PARRAFOS_ENTRE = 3
_COLUMNAS = 4
"""Widest form of the evaluation."""
_CORTADA = (
    "una fila de la evaluación parece seguir después de una línea de texto que la corta; lo que sigue quedó como texto de la "
    "sección, y no se sabe si dice el grado de avance; revise el documento"
)


def con_partidas(
    documento: Documento, secciones: Sequence[SeccionCruda], titulos: Titulos
) -> tuple[list[SeccionCruda], tuple[Aviso, ...]]:
    """The sections with those marked whose form is cut, and a notice for each cut."""
    cortes = _cortes(documento.bloques, titulos)
    abiertas = {_lugar(fila): resto for fila, resto in cortes}
    restos = {_lugar(resto) for _, resto in cortes}
    if not cortes:
        return list(secciones), ()
    marcadas: list[SeccionCruda] = []
    avisos: list[Aviso] = []
    for seccion in secciones:
        suyos = dict.fromkeys(_lugar(p.origen) for parrafos in seccion.campos.values() for p in parrafos)
        hallados = [abiertas[lugar] for lugar in suyos if lugar in abiertas]
        cortada = bool(hallados) or any(lugar in restos for lugar in suyos)
        marcadas.append(replace(seccion, partida=True) if cortada else seccion)
        avisos.extend(("LECTURA_DUDOSA", _CORTADA, origen) for origen in hallados)
    return marcadas, tuple(avisos)


def _lugar(origen: Origen) -> tuple[int | None, ...]:
    """The row that a place is of."""
    return origen.pagina, origen.linea_inicio, origen.tabla, origen.fila


def _cortes(bloques: Sequence[Bloque], titulos: Titulos) -> list[tuple[Origen, Origen]]:
    """The rows that something cuts, each with the row that seems to be its rest."""
    hallados: list[tuple[Origen, Origen]] = []
    for indice, bloque in enumerate(bloques):
        if not isinstance(bloque, BloqueTabla) or bloque.cuadricula:
            continue
        entre = indice + 1
        while entre < min(len(bloques), indice + 1 + _PARRAFOS_ENTRE) and _es_texto(bloques[entre], titulos):
            entre += 1
        otra = bloques[entre] if indice + 1 < entre < len(bloques) else None
        resto = _primera(bloque, otra) if isinstance(otra, BloqueTabla) and not otra.cuadricula else None
        if resto is not None and _sigue(bloque.filas[-1], resto):
            hallados.append((bloque.filas[-1].origen, resto.origen))
    return hallados


def _primera(bloque: BloqueTabla, otra: BloqueTabla) -> FilaCruda | None:
    """The first row of a table after another, past the header that it may print again."""
    repite = [c.texto for c in otra.filas[0].celdas] in [[c.texto for c in f.celdas] for f in bloque.filas]
    return otra.filas[0] if not repite else otra.filas[1] if len(otra.filas) > 1 else None


def _es_texto(bloque: Bloque, titulos: Titulos) -> bool:
    return isinstance(bloque, Parrafo) and titulos.buscar(bloque.texto, bloque.origen) is None


def _sigue(fila: FilaCruda, otra: FilaCruda) -> bool:
    """Whether a cell of the second row goes on, in lower case, with the one above it, which no stop ends."""
    if len(fila.celdas) != len(otra.celdas) or not 1 < len(otra.celdas) <= _COLUMNAS:
        return False
    pares = zip((c.texto for c in fila.celdas), (c.texto for c in otra.celdas), strict=True)
    return any(arriba and arriba[-1] not in ".:;" and abajo[:1].islower() for arriba, abajo in pares)
