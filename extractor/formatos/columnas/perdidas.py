"""Columns that a weighed table prints under a label nobody knows, while one that it must have is not found: figures that may be
the earned values, texts that may be the activities, words that may be the states, counts that may be the results, names of units.

Nothing there was checked: that must be told, or the table would pass for one whose results all agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractor.comun.texto import palabras
from extractor.formatos.columnas.clases_de_celdas import (
    celdas_de_columna,
    de_cifras,
    de_cuentas,
    de_numerados,
    de_palabras,
    de_palabras_repetidas,
    de_porcentajes,
    de_textos,
    de_unidades,
)
from extractor.formatos.columnas.epocas import es_de_otra_epoca
from extractor.formatos.columnas.rotulos import rotulo, rotulos_de
from extractor.modelo.base import Origen
from extractor.modelo.crudo import ColumnaReconocida, TablaCruda
from extractor.modelo.documento import Celda
from extractor.vocabularios.textos import palabras_de

_DE_ACTIVIDADES = frozenset(("actividad", "meta", "meta_o_actividades"))
_DE_COMPROMISOS = (1, 2)
"""Stages whose programmes have no results yet."""
_DE_TEXTOS = {"objetivo": "el objetivo", "indicador": "el indicador", "medio": "el medio de verificación"}


_DEL_AVANCE = "trae textos y no se reconoce; si es el avance, no se comparó con las metas: ninguna otra lo es"


@dataclass(frozen=True, slots=True)
class _Clase:
    """What a column may be of, by what its cells are (``son``), in a table with none of the roles ``sin`` and some of ``con``, if
    any is asked for. ``dicha``: its label may be known as another column's; ``cumplida``: only where results are told."""

    sin: frozenset[str]
    con: frozenset[str]
    son: Callable[[Iterable[Celda]], bool]
    dicha: bool
    cumplida: bool
    frase: str


_CLASES = (
    _Clase(
        frozenset(("ponderacion_ganada",)), frozenset(), de_cifras, True, True,
        "trae cifras y no se reconoce; si es la ponderación ganada, no se revisó: ninguna otra lo es",
    ),
    _Clase(
        _DE_ACTIVIDADES, frozenset(), de_textos, False, False,
        "trae textos y no se reconoce; si son las metas o las actividades, no se leyeron: ninguna otra columna las trae",
    ),
    _Clase(
        frozenset(("estado",)), frozenset(), de_palabras_repetidas, False, True,
        "trae palabras que se repiten y no se reconoce; si son los estados, no se revisaron: ninguna otra columna los trae",
    ),
    _Clase(
        frozenset(("estado",)), frozenset(("ponderacion_ganada",)), de_porcentajes, True, True,
        "trae porcentajes y no se reconoce; si son los estados, no se revisaron: ninguna otra columna los trae",
    ),
    _Clase(
        frozenset(("resultado",)), _DE_ACTIVIDADES | {"indicador"}, de_cuentas, True, True,
        "trae cantidades y no se reconoce; si son los resultados, no se compararon con sus metas: ninguna otra columna los trae",
    ),
    _Clase(
        frozenset(("objetivo",)), _DE_ACTIVIDADES, de_numerados, False, False,
        "trae textos numerados y no se reconoce; si son los objetivos, no se leyeron: ninguna otra columna los trae",
    ),
    _Clase(
        frozenset(("responsable",)), frozenset(), de_unidades, False, False,
        "trae nombres de unidades y no se reconoce; si son las responsables, no se leyeron: ninguna otra columna las trae",
    ),
)  # fmt: skip


def avisos_de_columnas(tablas: Sequence[TablaCruda], anio: int | None) -> Iterator[tuple[str, str, Origen | None]]:
    """One notice per label and what it may be of, with the first table that has it; none for those that tell of another year than
    ``anio``, the report's."""
    dichas: dict[tuple[str, str], Origen] = {}
    veces: Counter[tuple[str, str]] = Counter()
    for tabla in tablas:
        if tabla.patron.pesa is not None and any(c.rol == "ponderacion" for c in tabla.columnas):
            for texto, frase in _de_tabla(tabla, anio):
                dichas.setdefault((texto, frase), tabla.origen)
                veces[texto, frase] += 1
        for texto in _del_analisis(tabla):
            yield "LECTURA_DUDOSA", f"la columna «{texto}» de un análisis {_DEL_AVANCE}", tabla.origen
    for (texto, frase), origen in dichas.items():
        cuantos = veces[texto, frase]
        de_quien = "un programa" if cuantos == 1 else f"{cuantos} programas"
        yield "LECTURA_DUDOSA", f"la columna «{texto or 'sin rótulo'}» de {de_quien} {frase}", origen


def _de_tabla(tabla: TablaCruda, anio: int | None) -> Iterator[tuple[str, str]]:
    """The labels of the columns that may be of a role that the table lacks, each with what is not known of it."""
    roles = {c.rol for c in tabla.columnas}
    dichas: set[int] = set()
    for clase in _CLASES:
        if clase.sin & roles or (clase.con and not clase.con & roles) or (clase.cumplida and tabla.etapa in _DE_COMPROMISOS):
            continue
        perdida = _primera(tabla, clase, anio)
        if perdida is not None:
            dichas.add(perdida)
            yield tabla.columnas[perdida].texto, clase.frase
    faltan = [como for rol, como in _DE_TEXTOS.items() if rol not in roles and any(c.rol == rol for c in tabla.patron.columnas)]
    if tabla.patron.pesa != "fila" or not faltan:
        return
    cual = " o ".join((", ".join(faltan[:-1]), faltan[-1])) if len(faltan) > 1 else faltan[0]
    for sitio, columna in enumerate(tabla.columnas):
        ignota = sitio not in dichas and sin_rol(columna, tabla) and not _conocida(columna, tabla)
        celdas = list(celdas_de_columna(tabla, sitio))
        # a means of verification may be no more than a word ("Actas")
        if ignota and (de_textos(celdas) or ("medio" not in roles and de_palabras(celdas))):
            yield columna.texto, f"trae textos y no se reconoce; si es {cual}, no se leyó: ninguna otra columna lo trae"


def _del_analisis(tabla: TablaCruda) -> Iterator[str]:
    """The labels of the texts that nobody knows of a table of analysis that lacks what came of each objective."""
    if tabla.patron.tipo != "analisis_avance" or any(c.rol in ("avance", "modificacion") for c in tabla.columnas):
        return
    for sitio, columna in enumerate(tabla.columnas):
        ignota = columna.rol == "otro" and columna.texto and not _conocida(columna, tabla)
        if ignota and de_textos(celdas_de_columna(tabla, sitio)):
            yield columna.texto


def _primera(tabla: TablaCruda, clase: _Clase, anio: int | None) -> int | None:
    """The first column without a role that may be of a kind."""
    sueltas = [i for i, c in enumerate(tabla.columnas) if sin_rol(c, tabla) and (clase.dicha or not _conocida(c, tabla))]
    if "resultado" in clase.sin:
        sueltas = [i for i in sueltas if not es_de_otra_epoca(tabla.columnas[i].texto, anio)]
    if "estado" in clase.sin:  # it comes after what it is told of
        que = min((i for i, c in enumerate(tabla.columnas) if c.rol in _DE_ACTIVIDADES), default=0)
        sueltas = [i for i in sueltas if i > que]
    return next((i for i in sueltas if clase.son(celdas_de_columna(tabla, i))), None)


def _conocida(columna: ColumnaReconocida, tabla: TablaCruda) -> bool:
    (rotulos,) = rotulos_de((tabla.patron,))
    return rotulos.rol(rotulo(columna.texto)) is not None


def sin_rol(columna: ColumnaReconocida, tabla: TablaCruda) -> bool:
    """Whether a column has no role though its label does not say that it has none: nobody knows it, or it says that of another
    column once more."""
    if columna.rol != "otro":
        return False
    (rotulos,) = rotulos_de((tabla.patron,))
    dicho = rotulos.rol(rotulo(columna.texto))
    if dicho is None:
        return not cuenta_cosas(columna.texto)
    return dicho[0] != "otro"


def cuenta_cosas(texto: str) -> bool:
    """Whether a label is that of counts, of people as a rule: nobody earns those.

    >>> [cuenta_cosas(x) for x in ("N° de participantes", "Hogares atendidos", "% de participantes", "N°")]
    [True, True, False, False]
    """
    dichas = palabras(texto).split()
    if any(p.startswith(palabras_de("de_peso")) for p in dichas) or "%" in texto:
        return False
    if len(dichas) > 1 and dichas[0] in palabras_de("abren_cuenta"):
        return True
    return any(p.startswith(palabras_de("se_cuentan")) for p in dichas)
