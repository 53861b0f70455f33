"""Two columns whose labels name one role: which of them is the table's own, whichever comes first.

That of another year, or of a part of it, is not; nor are points beside weights, the weights of the objectives beside those of the
activities, nor what "final" or "accumulated" weights say beside those that were earned.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.comun.texto import palabras
from extractor.formatos.columnas.epocas import corte, es_de_otra_epoca, es_de_una_parte, nombra_epoca
from extractor.formatos.columnas.rotulos import Rotulos, rotulo
from extractor.modelo.crudo import ColumnaReconocida
from extractor.modelo.patron import RolPatron
from extractor.vocabularios.textos import palabras_de

_ROLES: tuple[RolPatron, ...] = ("ponderacion", "estado", "ponderacion_ganada")
_DE_METAS: tuple[RolPatron, ...] = ("resultado", "meta")


def con_la_propia(columnas: tuple[ColumnaReconocida, ...], rotulos: Rotulos, anio: int | None) -> tuple[ColumnaReconocida, ...]:
    """The columns with each role given to the table's own, where the label that took it is another's and one other that says the
    same is not. Where none is, or the year is told only in part, what stands there is supposed; a goal or a result of another
    year is none of the table's. ``anio``: the report's."""
    salida = list(columnas)
    for rol in (*_ROLES, *_DE_METAS):
        sitio = next((i for i, c in enumerate(columnas) if c.rol == rol), None)
        if sitio is None or not _es_de_otra(columnas[sitio].texto, rol, anio):
            continue
        iguales = _que_dicen(columnas, rol, rotulos)
        propias = [i for i in iguales if not _es_de_otra(columnas[i].texto, rol, anio)]
        if len(propias) == 1:
            salida[propias[0]] = replace(columnas[propias[0]], rol=rol, obligatoria=columnas[sitio].obligatoria)
            salida[sitio] = replace(columnas[sitio], rol="otro", obligatoria=False)
        elif rol in _DE_METAS:
            salida[sitio] = replace(columnas[sitio], rol="otro", obligatoria=False)
        elif es_de_otra_epoca(columnas[sitio].texto, anio) and (
            iguales or (es_de_una_parte(columnas[sitio].texto) and not _un_solo_corte(columnas))
        ):
            salida[sitio] = replace(columnas[sitio], supuesta="epoca")
    return tuple(salida)


def _un_solo_corte(columnas: Sequence[ColumnaReconocida]) -> bool:
    """Whether states and earned values both tell of one part of the year, so that they answer each other."""
    cortes = [corte(c.texto) for c in columnas if c.rol in ("estado", "ponderacion_ganada")]
    return len(cortes) > 1 and len(set(cortes)) == 1


def se_distinguen(textos: Sequence[str], rol: str) -> bool:
    """Whether of labels of one role some may be another's: both are then columns."""
    return rol in _ROLES and any(nombra_epoca(t) or _de_otra_cosa(t, rol) for t in textos)


def _es_de_otra(texto: str, rol: str, anio: int | None) -> bool:
    return es_de_otra_epoca(texto, anio) or _de_otra_cosa(texto, rol)


def _de_otra_cosa(texto: str, rol: str) -> bool:
    """Whether a label is of points or of the weights of something larger than an activity, or does not say that they were
    earned."""
    dichas = palabras(texto).split()
    if rol == "ponderacion":
        ajenas = (*palabras_de("de_nivel_mayor"), *palabras_de("hasta_ahora"))
        return any(p.startswith(ajenas) for p in dichas) or son_puntos(texto)
    return rol == "ponderacion_ganada" and not any(p.startswith(palabras_de("dicen_ganar")) for p in dichas)


def son_puntos(texto: str) -> bool:
    """Whether a label is of points, which beside weights are another thing, and does not say that they were earned."""
    dichas = palabras(texto).split()
    return not any(p.startswith(palabras_de("dicen_ganar")) for p in dichas) and any(
        p.startswith(palabras_de("de_puntos")) for p in dichas
    )


def _que_dicen(columnas: Sequence[ColumnaReconocida], rol: str, rotulos: Rotulos) -> list[int]:
    """Where the columns without a role stand whose labels name this one."""
    sueltas = [i for i, c in enumerate(columnas) if c.rol == "otro" and c.texto]
    return [i for i in sueltas if (dicho := rotulos.rol(rotulo(columnas[i].texto))) is not None and dicho[0] == rol]
