"""Whether the cells under a label of grades are grades: "Avance" or "Evaluación" may head anything.

A form whose rows are objectives is one of sections only where they are: else its columns are those of another table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from extractor.comun.texto import palabras, plegar
from extractor.formatos.columnas.encabezados import Encabezado
from extractor.formatos.piezas import Pieza
from extractor.modelo.crudo import ColumnaReconocida
from extractor.modelo.documento import Celda
from extractor.modelo.patron import TablaPatron
from extractor.vocabularios.estados import vocabulario


def exige_grados(tabla: TablaPatron) -> bool:
    """Whether a form is told by the grades of its rows, which are objectives."""
    return tabla.tipo == "seccion" and {"objetivo", "grado"} <= set(tabla.requiere)


def es_grado(texto: str) -> bool:
    """Whether a cell says a grade and nothing else ("Mayor", "Avance menor", "Sin avance", "No aplica").

    >>> [es_grado(t) for t in ("Mayor", "Grado de avance: menor", "Mayor cobertura", "80%", "")]
    [True, True, False, False, False]
    """
    return palabras(texto) in _enteras() or _califica(texto)


def _califica(texto: str) -> bool:
    dichas = set(palabras(texto).split())
    return bool(dichas & _formas() and dichas <= _formas() | _ligan())


def fuera_de_su_columna(columnas: Sequence[ColumnaReconocida], celdas: Sequence[Celda]) -> Celda | None:
    """The first cell of a stream that says a grade in another column than theirs: the form has one more than its header told."""
    sitio = next((i for i, c in enumerate(columnas) if c.rol == "grado"), None)
    if sitio is None:
        return None
    return next((c for i, c in enumerate(celdas) if i % len(columnas) != sitio and _califica(c.texto)), None)


def tiene_grados(encabezado: Encabezado, piezas: Sequence[Pieza], indice: int) -> bool:
    """Whether what stands under the column of grades of a header, in the piece ``indice``, is grades: half of what is written
    there at least, or nothing is and the label asks for one by its name."""
    sitio = next((i for i, e in enumerate(encabezado.etiquetas) if e is not None and e.rol == "grado"), None)
    if sitio is None:
        return True
    escritos = [c.texto for c in _bajo(encabezado, piezas, indice, sitio) if c.parrafos]
    if not escritos:
        etiqueta = encabezado.etiquetas[sitio]
        return etiqueta is not None and "grado" in palabras(etiqueta.texto).split()
    return 2 * sum(map(es_grado, escritos)) >= len(escritos)


def _bajo(encabezado: Encabezado, piezas: Sequence[Pieza], indice: int, sitio: int) -> Iterable[Celda]:
    """The cells of a column, by the grid where the source has one."""
    cabeza, desde = piezas[indice], indice + encabezado.piezas
    if cabeza.clase != "fila":
        ancho = len(encabezado.etiquetas)
        for lugar in range(desde + sitio, len(piezas), ancho):
            if any(p.clase != "celda" for p in piezas[lugar - sitio : lugar + 1]):
                return
            yield piezas[lugar].celdas[0]
        return
    propias = encabezado.celdas or cabeza.celdas
    desde_columna = propias[sitio].columna
    for pieza in piezas[desde:]:
        if pieza.bloque != cabeza.bloque:
            return
        if cabeza.cuadricula:
            yield from (c for c in pieza.celdas if c.columna == desde_columna)
        elif len(pieza.celdas) == len(propias):
            yield pieza.celdas[sitio]


@cache
def _formas() -> frozenset[str]:
    return frozenset(plegar(p) for forma in vocabulario().grados.formas for p in forma.palabras)


@cache
def _ligan() -> frozenset[str]:
    grados = vocabulario().grados
    return frozenset(plegar(p) for p in (*grados.ejes, *grados.puentes, "con", "en"))


@cache
def _enteras() -> frozenset[str]:
    grados = vocabulario().grados
    return frozenset(palabras(p) for p in (*grados.frases_sin_avance, *grados.enteras_no_aplica))
