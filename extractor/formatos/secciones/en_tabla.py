"""An evaluation told in tables whose rows are sections (one table per region), regions (one table per section), or both.

The other columns are the section's fields; a row whose first cell is blank goes on with the one before it, unless it says a grade
or a region of its own: then it tells of another thing, and two grades in two rows contradict nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.formatos.regiones.en_titulo import es_region
from extractor.formatos.secciones.con_grados import es_grado
from extractor.formatos.secciones.palabras_titulo import numero_impreso
from extractor.formatos.tablas.cuerpo import Cuerpo
from extractor.modelo.base import Origen
from extractor.modelo.crudo import ColumnaReconocida
from extractor.modelo.documento import Celda, Parrafo
from extractor.modelo.patron import RolPatron

_NUMERO = re.compile(r"^\s*(?P<numero>(?:\d{1,2}|[IVX]{1,4})(?:\s?\.\s?\d{1,2})*)\s*(?:\.-|[.)°\-–])?\s+(?=\S)")
_SOLO_NUMERO = re.compile(r"^\s*(?P<numero>\d{1,2}(?:\.\d{1,2})*)\s*(?:\.-|[.)°\-–])?\s*$")
_Fila = list[Celda | None]


class FilaSeccion:
    """A section read from rows: printed number, title, place, the cell of its region and paragraphs by role. ``sin_grado``: its
    cell is blank in a column where others say grades."""

    def __init__(self, numero: str | None, titulo: str, origen: Origen, roles: Sequence[str], region: Celda | None) -> None:
        self.numero = numero
        self.titulo = titulo
        self.origen = origen
        self.region = region
        self.campos: dict[str, tuple[Parrafo, ...]] = dict.fromkeys(roles, ())
        self.sin_grado = False

    def sumar(self, rol: str, celda: Celda) -> None:
        if rol in self.campos:
            self.campos[rol] = (*self.campos[rol], *celda.parrafos)


def secciones_de(columnas: Sequence[ColumnaReconocida], cuerpo: Cuerpo, clave: RolPatron | None) -> list[FilaSeccion]:
    """The sections of a table in order; a filled cell of the column of role ``clave`` (``seccion``, ``objetivo``, ``territorio``)
    opens one. None: each row that says a grade is one, by what a column of no role names in it."""
    filas = [_repartidas(celdas, cuerpo.tramos, len(columnas)) for celdas in _filas(columnas, cuerpo)]
    de_region, de_grado = (_sitio(columnas, rol) for rol in ("territorio", "grado"))
    propia = _sitio(columnas, clave)
    sujeto = _sujeto(columnas, filas, propia, de_grado) if clave in ("territorio", None) else propia
    roles = [c.rol for c in columnas if c.rol not in (clave, "territorio", "otro")]
    halladas: list[FilaSeccion] = []
    alta: tuple[int, Celda] | None = None
    for numero, fila in enumerate(filas):
        if de_grado is not None:
            alta = (numero, celda) if (celda := fila[de_grado]) is not None else alta
            if alta is not None and fila[de_grado] is None and numero < alta[0] + alta[1].alto:
                fila[de_grado] = alta[1]  # over several rows, it is the grade of each
        nombre, region = _llena(fila, sujeto), _llena(fila, de_region)
        nueva = (nombre if clave is None else _llena(fila, propia)) or (region if clave != "territorio" else None)
        previa = halladas[-1] if halladas else None
        if nueva is None and (previa is None or (_dice_grado(fila, de_grado) and previa.campos.get("grado"))):
            nueva = nombre or _llena(fila, de_grado)
        if nueva is not None:
            halladas.append(_abierta(nombre, nueva, region, previa, columnas, fila, roles))
            if cuerpo.tramos and not any(c is not None and i != sujeto for i, c in enumerate(fila)):
                halladas[-1].campos = {}
        if not halladas:
            continue
        for columna, celda in zip(columnas, fila, strict=True):
            if celda is not None:
                halladas[-1].sumar(columna.rol, celda)
        if de_grado is not None and nueva is not None:
            en_blanco = (celda := fila[de_grado]) is not None and not celda.parrafos
            halladas[-1].sin_grado = en_blanco and any(_dice_grado(f, de_grado) for f in filas)
    for hallada in halladas:
        hallada.sin_grado = hallada.sin_grado and not hallada.campos.get("grado")
    return halladas


def _sujeto(
    columnas: Sequence[ColumnaReconocida], filas: Sequence[_Fila], propia: int | None, de_grado: int | None
) -> int | None:
    """The column of no role that names what the rows of one region, or of one section, grade each by itself; None where each
    region has a single row."""
    nombres = [c.texto if (c := _llena(f, propia)) is not None else "" for f in filas if _dice_grado(f, de_grado)]
    if propia is not None and len(set(nombres)) == len(nombres) and "" not in nombres:
        return propia
    otras = (i for i, c in enumerate(columnas) if c.rol == "otro")
    return next((i for i in otras if all(_nombra(f, i) for f in filas if _dice_grado(f, de_grado))), propia)


def _nombra(fila: _Fila, sitio: int) -> bool:
    celda = _llena(fila, sitio)
    return celda is not None and any(ch.isalpha() for ch in celda.texto)


def _dice_grado(fila: _Fila, sitio: int | None) -> bool:
    celda = _llena(fila, sitio)
    return celda is not None and es_grado(celda.texto)


def _llena(fila: _Fila, sitio: int | None) -> Celda | None:
    celda = fila[sitio] if sitio is not None else None
    return celda if celda is not None and celda.parrafos else None


def _sitio(columnas: Sequence[ColumnaReconocida], rol: str | None) -> int | None:
    return next((i for i, c in enumerate(columnas) if c.rol == rol), None)


def _abierta(
    nombre: Celda | None, nueva: Celda, region: Celda | None, previa: FilaSeccion | None,
    columnas: Sequence[ColumnaReconocida], fila: _Fila, roles: Sequence[str],
) -> FilaSeccion:  # fmt: skip
    """The section that a row opens, with its number in its title or in a column of numbers. A row that names none is of the one
    before it, and so is one that names no region."""
    region = region or (previa.region if previa is not None else None)
    if nombre is None:
        numero, titulo = (previa.numero, previa.titulo) if previa is not None else (None, "")
        return FilaSeccion(numero, titulo, nueva.origen, roles, region)
    texto = nombre.texto
    hallado = _NUMERO.match(texto) if not es_region(texto, rotulada=True) else None
    if hallado is not None:
        return FilaSeccion(numero_impreso(hallado["numero"]), texto[hallado.end() :], nombre.origen, roles, region)
    # the number may be all that names it ("1.1"), or stand in a column of its own
    sueltas = (texto, *(c.texto for k, c in zip(columnas, fila, strict=True) if k.rol == "otro" and c is not None))
    numero = next((m["numero"] for t in sueltas if (m := _SOLO_NUMERO.match(t)) is not None), None)
    return FilaSeccion(numero_impreso(numero), texto, nombre.origen, roles, region)


def _filas(columnas: Sequence[ColumnaReconocida], cuerpo: Cuerpo) -> list[Sequence[Celda]]:
    if cuerpo.filas:
        return [f.celdas for f in cuerpo.filas]
    ancho = len(columnas)
    return [cuerpo.celdas[i : i + ancho] for i in range(0, len(cuerpo.celdas), ancho)]


def _repartidas(celdas: Sequence[Celda], tramos: Sequence[tuple[int, int]], ancho: int) -> _Fila:
    """The cell of each column: by the grid where the source has one, else by order."""
    if tramos:
        return [next((c for c in celdas if desde <= c.columna < hasta), None) for desde, hasta in tramos]
    return [celdas[i] if i < len(celdas) else None for i in range(ancho)]
