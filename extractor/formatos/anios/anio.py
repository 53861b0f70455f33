"""The programme's year: as the report's own title states it, else as its lines print it most."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from extractor.comun.citas import sin_citas
from extractor.comun.meses import MESES, OTRAS_GRAFIAS
from extractor.comun.texto import palabras, plegar
from extractor.formatos.columnas.rotulos import rotulo
from extractor.formatos.plantillas import casa
from extractor.modelo.patron import Patron, RolPatron
from extractor.vocabularios.columnas import palabras_de_columnas
from extractor.vocabularios.textos import palabras_de

ANIO_MINIMO, ANIO_MAXIMO = 2000, 2015
_LINEAS_DE_TITULO, _LARGO_TITULO = 30, 200
"""Lines among which a document's title stands, and characters of the longest."""
_MES = rf"(?:{'|'.join((*MESES, *OTRAS_GRAFIAS))})"
_FECHA = re.compile(
    rf"(?<!a )(?<!al )(?<!y )(?<!- )\b(?:\d{{1,2}} de )?{_MES},?(?: del?)?(?: ano)? \d{{4}}\b(?! ?[-–a])"
    r"|\b\d{1,2}\s?[-/.]\s?(?:\d{1,2}\s?[-/.]\s?)?\d{4}\b"
)
_VARIOS_ANIOS = re.compile(r"\b20\d\d\s?(?:[-–/]|al?|y|e)\s?(?:20)?\d\d\b")


def anio(lineas: Sequence[str], patrones: Iterable[Patron]) -> int | None:
    """The year by the titles of the report, which outrank the rest; else the one its own lines print most; else the year
    before the one announced as next."""
    familias = tuple(patrones)
    titulos = [t for linea in portada(lineas) if (t := _de_titulo(linea)) is not None]
    for patron in familias:
        hallado = _mas_impreso(patron.anios.titulo, titulos)
        if hallado is not None:
            return hallado
    propias = [linea for linea in lineas if not _es_para_despues(linea)]
    for patron in familias:
        for plantillas, resta, donde in ((patron.anios.de, 0, propias), (patron.anios.siguiente, 1, lineas)):
            hallado = _mas_impreso(plantillas, donde)
            if hallado is not None:
                return hallado - resta
    return None


def anio_de_titulo(linea: str, plantillas: Iterable[str]) -> int | None:
    """The year that a title of a report prints, by these templates; None for any other line."""
    titulo = _de_titulo(linea)
    return _mas_impreso(plantillas, [titulo]) if titulo is not None else None


def portada(lineas: Sequence[str]) -> Sequence[str]:
    """The first lines, up to the header of the first form: a report named in one of its cells is not this one."""
    cabeza = lineas[:_LINEAS_DE_TITULO]
    corte = next((i for i, linea in enumerate(cabeza) if rotulo(linea) in _rotulos_de_formulario()), len(cabeza))
    return cabeza[:corte]


@cache
def _rotulos_de_formulario() -> frozenset[str]:
    roles: tuple[RolPatron, ...] = ("actividad", "ponderacion", "ponderacion_ganada", "estado", "meta_o_actividades")
    return frozenset(rotulo(t) for rol in roles for t in palabras_de_columnas()[rol].textos)


def _mas_impreso(plantillas: Iterable[str], lineas: Sequence[str]) -> int | None:
    """The year that the first template to fit any line finds most often, the earlier one on a tie."""
    for plantilla in plantillas:
        cuenta: dict[int, int] = {}
        for linea in lineas:
            hallado = casa(plantilla, linea)
            if hallado and ANIO_MINIMO <= int(hallado["anio"]) <= ANIO_MAXIMO:
                cuenta[int(hallado["anio"])] = cuenta.get(int(hallado["anio"]), 0) + 1
        if cuenta:
            return max(sorted(cuenta), key=lambda a: cuenta[a])
    return None


def _es_para_despues(linea: str) -> bool:
    """Whether a line speaks of another year's programme."""
    return any(p.startswith(palabras_de("para_despues")) for p in palabras(linea).split())


def _de_titulo(linea: str) -> str | None:
    """A line as a title, without dates and references to norms; None when it is a sentence, names several years or speaks
    of what comes next. "Enero a diciembre de 2008" is a period, and stays."""
    limpia = sin_citas(linea).strip()
    if not limpia or len(limpia) > _LARGO_TITULO or limpia.endswith((".", ";")):
        return None
    plana = plegar(limpia)
    if _VARIOS_ANIOS.search(plana) or _es_para_despues(limpia):
        return None
    return sin_fechas(plana)


def sin_fechas(texto: str) -> str:
    """A text in plain letters without its dates."""
    return _FECHA.sub(" ", plegar(texto))
