"""Columns that a weighed table prints under a label nobody knows, while one that it must have is not found: figures that may be
the earned values, texts that may be the activities, words that may be the states.

Nothing there was checked: that must be told, or the table would pass for one whose results all agree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import palabras
from extractor.formatos.rotulos import rotulo, rotulos_de
from extractor.modelo.base import Origen
from extractor.modelo.crudo import ColumnaReconocida, TablaCruda
from extractor.modelo.documento import Celda
from extractor.vocabularios.textos import palabras_de

_MINIMO = 2
_PARTE = 0.6
"""The part of a column's filled cells that hold figures, from which it is a column of figures."""
_CIEN = Decimal(100)
_PALABRAS_DE_TEXTO = 3
_DE_ACTIVIDADES = {"actividad", "meta", "meta_o_actividades"}
_DE_COMPROMISOS = (1, 2)
"""Stages whose programmes have no results yet."""


_FRASES = {
    "ponderacion_ganada": "trae cifras y no se reconoce; si es la ponderación ganada, no se revisó: ninguna otra lo es",
    "actividad": "trae textos y no se reconoce; si son las metas o las actividades, no se leyeron: ninguna otra columna las trae",
    "estado": "trae palabras que se repiten y no se reconoce; si son los estados, no se revisaron: ninguna otra columna los trae",
}


def avisos_de_columnas(tablas: Sequence[TablaCruda]) -> Iterator[tuple[str, str, Origen | None]]:
    """One notice per table and role that has such a column."""
    for tabla in tablas:
        roles = {c.rol for c in tabla.columnas}
        if tabla.patron.pesa is None or "ponderacion" not in roles:
            continue
        de_compromisos = tabla.etapa in _DE_COMPROMISOS
        for rol, perdida in (
            ("ponderacion_ganada", None if de_compromisos else _primera(tabla, "ponderacion_ganada", de_cifras, dicha=True)),
            ("actividad", None if roles & _DE_ACTIVIDADES else _primera(tabla, "actividad", de_textos)),
            ("estado", None if de_compromisos else _primera(tabla, "estado", _de_palabras_repetidas)),
        ):
            if perdida is not None:
                texto = tabla.columnas[perdida].texto or "sin rótulo"
                yield "LECTURA_DUDOSA", f"la columna «{texto}» de un programa {_FRASES[rol]}", tabla.origen


def _primera(tabla: TablaCruda, rol: str, son: Callable[[Iterable[Celda]], bool], *, dicha: bool = False) -> int | None:
    """The first column without a role whose cells ``son`` accepts, in a table with no column of ``rol``. ``dicha``: its label may
    be known as that of another column."""
    if any(c.rol == rol for c in tabla.columnas):
        return None
    sueltas = [i for i, c in enumerate(tabla.columnas) if sin_rol(c, tabla) and (dicha or not _conocida(c, tabla))]
    if rol == "estado":  # it comes after what it is told of
        que = min((i for i, c in enumerate(tabla.columnas) if c.rol in _DE_ACTIVIDADES), default=0)
        sueltas = [i for i in sueltas if i > que]
    return next((i for i in sueltas if son(celdas_de_columna(tabla, i))), None)


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


def celdas_de_columna(tabla: TablaCruda, columna: int) -> Iterable[Celda]:
    """The cells under a header's column, whatever marks the rows."""
    if tabla.celdas:
        return tabla.celdas[columna :: len(tabla.columnas)]
    if not tabla.tramos:
        return [f.celdas[columna] for f in tabla.filas if len(f.celdas) == len(tabla.columnas)]
    desde, hasta = tabla.tramos[columna]
    return [c for f in tabla.filas for c in f.celdas if c.columna >= desde and c.columna + c.ancho <= hasta]


def de_cifras(celdas: Iterable[Celda]) -> bool:
    """Whether what stands there is figures that may be weights or points, as a rule."""
    parrafos = [p.texto for c in celdas for p in c.parrafos]
    leidos = [leer_numero(t) for t in parrafos]
    cifras = sum(n is not None and not n.moneda and 0 <= n.decimal <= _CIEN for n in leidos)
    return cifras >= _MINIMO and cifras >= _PARTE * len(parrafos)


def de_textos(celdas: Iterable[Celda]) -> bool:
    """Whether what stands there is as long as a goal or an activity, as a rule."""
    llenas = [c.texto for c in celdas if c.parrafos]
    return bool(llenas) and sum(len(palabras(t).split()) >= _PALABRAS_DE_TEXTO for t in llenas) >= _PARTE * len(llenas)


def _de_palabras_repetidas(celdas: Iterable[Celda]) -> bool:
    """Whether few words come again and again, as verdicts do."""
    dichas = [palabras(p.texto) for c in celdas for p in c.parrafos]
    if len(dichas) < _MINIMO or len(set(dichas)) == len(dichas):
        return False
    return all(d and len(d.split()) < _PALABRAS_DE_TEXTO and not any(ch.isdigit() for ch in d) for d in dichas)
