"""The column of states of a weighed table: found by its cells where its label says nothing known, and the short forms in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractor.formatos.columnas_perdidas import celdas_de_columna, sin_rol
from extractor.modelo.crudo import TablaCruda
from extractor.modelo.documento import BloqueTabla, Documento, Parrafo
from extractor.vocabularios.claves_estado import Clave, clave_de_nota, clave_de_rotulo, valor_corto
from extractor.vocabularios.estados import veredicto_inicial

_POR_SUS_CELDAS = 50.0
"""What a role told by the cells of the column is worth: less than any that its label says."""
_PARTE = 0.6
_MINIMO = 2
_SUPUESTA: Clave = clave_de_rotulo("Cumple / No cumple")
"""What "C" and "NC" would stand for where nothing in the document says so."""


def con_estados(tablas: Sequence[TablaCruda], documento: Documento) -> Iterable[TablaCruda]:
    """The tables with their column of states told by what stands in it, where no label names one, and with what short forms
    stand for in it: by its label, else by a note of the document, else doubtfully."""
    de_notas = _de_las_notas(documento)
    for tabla in tablas:
        if tabla.patron.pesa is None:
            yield tabla
            continue
        propia = _por_sus_celdas(tabla, de_notas)
        sitio = next((i for i, c in enumerate(propia.columnas) if c.rol == "estado"), None)
        if sitio is None:
            yield propia
            continue
        del_rotulo = clave_de_rotulo(propia.columnas[sitio].texto)
        clave = {**del_rotulo, **de_notas}
        if clave or not _solo_cortas(propia, sitio):
            yield replace(propia, claves=clave)
        else:
            yield replace(propia, claves=_SUPUESTA, claves_dudosas=True)


def _de_las_notas(documento: Documento) -> Clave:
    """The first key that a free line or a note of the document states."""
    notas = [n.parrafo.texto for n in documento.notas]
    libres = [b.texto for b in documento.bloques if isinstance(b, Parrafo)]
    filas = [f for b in documento.bloques if isinstance(b, BloqueTabla) for f in b.filas]
    solas = [f.celdas[0].texto for f in filas if len(f.celdas) == 1]
    return next((clave for t in (*notas, *libres, *solas) if (clave := clave_de_nota(t))), {})


def _por_sus_celdas(tabla: TablaCruda, de_notas: Clave) -> TablaCruda:
    """The table with the role of its states given to the only column that nobody knows and whose cells are verdicts."""
    if any(c.rol == "estado" for c in tabla.columnas) or all(c.rol != "estado" for c in tabla.patron.columnas):
        return tabla
    suyas = [
        i
        for i, c in enumerate(tabla.columnas)
        if sin_rol(c, tabla) and _de_veredictos(_textos(tabla, i), {**clave_de_rotulo(c.texto), **de_notas})
    ]
    if len(suyas) != 1:
        return tabla
    columnas = list(tabla.columnas)
    columnas[suyas[0]] = replace(columnas[suyas[0]], rol="estado", puntaje=_POR_SUS_CELDAS)
    return replace(tabla, columnas=tuple(columnas))


def _textos(tabla: TablaCruda, columna: int) -> list[str]:
    return [p.texto for c in celdas_de_columna(tabla, columna) for p in c.parrafos]


def _de_veredictos(textos: Sequence[str], clave: Clave) -> bool:
    cuantos = sum(((v := veredicto_inicial(t)) is not None and v.solo) or valor_corto(t, clave) is not None for t in textos)
    return cuantos >= _MINIMO and cuantos >= _PARTE * len(textos)


def _solo_cortas(tabla: TablaCruda, columna: int) -> bool:
    """Whether a column of states holds short forms, one against among them, and nothing else."""
    dichas = [valor_corto(t, _SUPUESTA) for t in _textos(tabla, columna)]
    return bool(dichas) and None not in dichas and any(d is not None and d[0] == "NO_CUMPLE" for d in dichas)
