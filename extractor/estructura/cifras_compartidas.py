"""Cells of figures merged over several rows. The grid gives such a cell to each row that it covers, which is right for an
objective and wrong for a figure: it prints one for all the rows, or one for each of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.comun.texto import blancos
from extractor.estructura.filas import FilaArmada, vacia
from extractor.estructura.items import cifras
from extractor.modelo.base import unir_origenes
from extractor.modelo.campos import DE_CIFRAS
from extractor.modelo.crudo import ColumnaReconocida
from extractor.modelo.documento import Celda, Parrafo

DUDA = "una celda de cifras abarca varias filas: no se sabe cuánto corresponde a cada una"


def repartir_cifras(filas: Sequence[FilaArmada], columnas: Sequence[ColumnaReconocida]) -> list[FilaArmada]:
    """The rows with each figure once. Rows that share their weight and what they earned, and say the same state, are one row of
    several activities; a shared cell of as many figures as rows gives one to each; in any other the rows are doubtful."""
    sitios = [i for i, c in enumerate(columnas) if c.rol in DE_CIFRAS]
    hechas: list[FilaArmada] = []
    for grupo in _grupos(filas, sitios):
        hechas.extend(grupo if len(grupo) == 1 else _repartido(grupo, columnas, sitios))
    return hechas


def _grupos(filas: Sequence[FilaArmada], sitios: Sequence[int]) -> Iterator[list[FilaArmada]]:
    """The rows in order, those joined by a cell of figures together."""
    grupo: list[FilaArmada] = []
    for fila in filas:
        if grupo and not any(fila.celdas[i] is grupo[-1].celdas[i] and fila.celdas[i].parrafos for i in sitios):
            yield grupo
            grupo = []
        grupo.append(fila)
    if grupo:
        yield grupo


def _repartido(grupo: list[FilaArmada], columnas: Sequence[ColumnaReconocida], sitios: Sequence[int]) -> list[FilaArmada]:
    comunes = [i for i in sitios if grupo[1].celdas[i] is grupo[0].celdas[i] and grupo[0].celdas[i].parrafos]
    if all(len(grupo[0].celdas[i].parrafos) == len(grupo) for i in comunes) and _todas(grupo, comunes):
        return [_con(f, {i: _de_una(f.celdas[i], n) for i in comunes}) for n, f in enumerate(grupo)]
    if _es_una(grupo, columnas, sitios):
        return [_unida(grupo, columnas)]
    return [_con(f, _sin_repetir(f, n, grupo, sitios), dudosa=DUDA, corrida=True) for n, f in enumerate(grupo)]


def _todas(grupo: Sequence[FilaArmada], comunes: Sequence[int]) -> bool:
    """Whether these cells cover every row of the group."""
    return all(f.celdas[i] is grupo[0].celdas[i] for f in grupo for i in comunes)


def _de_una(celda: Celda, numero: int) -> Celda:
    parrafo = replace(celda.parrafos[numero], hueco=0)
    return Celda((parrafo,), parrafo.origen, celda.columna, celda.ancho)


def _es_una(grupo: Sequence[FilaArmada], columnas: Sequence[ColumnaReconocida], sitios: Sequence[int]) -> bool:
    """Whether the rows are one for the form: one figure of each kind at most for all of them, and one state."""
    for sitio in sitios:
        distintas = [c for n, c in enumerate(_de(grupo, sitio)) if not n or c is not grupo[n - 1].celdas[sitio]]
        if len([c for c in distintas if c.parrafos]) > 1 or len(cifras(distintas[0].parrafos).cifras) > 1:
            return False
        if len(distintas) > 1 and distintas[0].parrafos:
            return False
    estados = [i for i, c in enumerate(columnas) if c.rol == "estado"]
    dichos = [{blancos(c.texto).casefold() for c in _de(grupo, i)} for i in estados]
    return all(len(d) == 1 for d in dichos) and any(columnas[i].rol == "ponderacion" for i in sitios)


def _de(grupo: Sequence[FilaArmada], sitio: int) -> list[Celda]:
    return [f.celdas[sitio] for f in grupo]


def _unida(grupo: Sequence[FilaArmada], columnas: Sequence[ColumnaReconocida]) -> FilaArmada:
    celdas: list[Celda] = []
    for sitio, columna in enumerate(columnas):
        propias = _de(grupo, sitio)
        sin_repetir = [c for n, c in enumerate(propias) if c.parrafos and not any(_repite(c, o, columna) for o in propias[:n])]
        parrafos: list[Parrafo] = []
        for celda in sin_repetir:
            primero, *resto = celda.parrafos
            parrafos += [replace(primero, hueco=max(primero.hueco, 1)) if parrafos else primero, *resto]
        primera = propias[0]
        origen = unir_origenes([c.origen for c in sin_repetir]) if sin_repetir else primera.origen
        celdas.append(Celda(tuple(parrafos), origen, primera.columna, primera.ancho))
    dudosa = next((f.dudosa for f in grupo if f.dudosa), None)
    origen = unir_origenes([f.origen for f in grupo])
    return FilaArmada(tuple(celdas), grupo[0].fila_origen, origen, dudosa, any(f.corrida for f in grupo), junta=True)


def _repite(celda: Celda, otra: Celda, columna: ColumnaReconocida) -> bool:
    """Whether a cell is the same one as another, or says the same and is no activity."""
    de_actividad = columna.rol in ("actividad", "meta_o_actividades")
    return celda is otra or (not de_actividad and blancos(celda.texto).casefold() == blancos(otra.texto).casefold())


def _sin_repetir(fila: FilaArmada, numero: int, grupo: Sequence[FilaArmada], sitios: Sequence[int]) -> dict[int, Celda]:
    repetidos = [i for i in sitios if numero and fila.celdas[i] is grupo[numero - 1].celdas[i]]
    return {i: vacia(fila.celdas[i].columna, fila.origen) for i in repetidos}


def _con(fila: FilaArmada, cambios: dict[int, Celda], dudosa: str | None = None, corrida: bool = False) -> FilaArmada:
    celdas = tuple(cambios.get(i, c) for i, c in enumerate(fila.celdas))
    return replace(fila, celdas=celdas, dudosa=dudosa or fila.dudosa, corrida=corrida or fila.corrida)
