"""The years in which each form of a programme was in use: of two forms that read a table alike, the one of its year; and under
which rules a table is judged whose columns are those of another year's form.

Asked only where no title names the report's family: a title says the form, whatever the year.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractor.modelo.crudo import TablaCruda
from extractor.modelo.patron import Patron, TablaPatron


def estaba_en_uso(tabla: TablaPatron, anio: int | None) -> bool:
    """Whether a form was in use in a year; any was in a year that is not known."""
    return anio is None or (tabla.desde or anio) <= anio <= (tabla.hasta or anio)


def las_del_anio_primero(tablas: Iterable[TablaPatron], anio: int | None) -> list[TablaPatron]:
    """The forms in their order, those of the year first: the first one that reads a header best is its own."""
    return sorted(tablas, key=lambda tabla: not estaba_en_uso(tabla, anio))


def familias_de_las_formas(
    formas: Sequence[TablaPatron], patrones: Sequence[Patron], anio: int | None
) -> list[tuple[Patron, str]]:
    """The families that have most of the weighed forms found, with one of them; of several, those whose form is of the year."""
    veces = Counter(forma.id for forma in formas if forma.pesa)
    halladas: list[tuple[int, bool, Patron, str]] = []
    for patron in patrones:
        propias = sorted((t for t in patron.tablas if veces[t.id]), key=lambda t: t.id)
        if propias:
            cuantas = sum(veces[t.id] for t in propias)
            halladas.append((cuantas, any(estaba_en_uso(t, anio) for t in propias), patron, propias[0].id))
    mejor = max(((cuantas, en_uso) for cuantas, en_uso, _, _ in halladas), default=None)
    return [(patron, forma) for cuantas, en_uso, patron, forma in halladas if (cuantas, en_uso) == mejor]


def con_reglas_del_anio(tablas: Iterable[TablaCruda], patrones: Sequence[Patron], anio: int | None) -> Iterable[TablaCruda]:
    """The tables, each weighed one whose form was not in use in the year under the rules of a form that was."""
    del_anio = [t for p in patrones for t in p.tablas if t.pesa and t.regimenes and estaba_en_uso(t, anio)]
    for tabla in tablas:
        if tabla.patron.pesa and del_anio and not estaba_en_uso(tabla.patron, anio):
            yield replace(tabla, patron=tabla.patron.model_copy(update={"regimenes": del_anio[0].regimenes}))
        else:
            yield tabla
