"""Runs of ink in a page of pixels: long straight ones make rulings, runs of columns make glyphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from extractor.lectores.escaneo.imagenes import Mascara


def tramos_largos(tinta: NDArray[np.bool_], largo: int) -> list[tuple[int, int, int]]:
    """Runs of at least ``largo`` inked pixels along the rows, as (row, first, past the last), sorted."""
    import numpy as np

    alto, ancho = tinta.shape
    bordes = np.zeros((alto, ancho + 2), dtype=np.int8)
    bordes[:, 1:-1] = tinta
    cambios = np.diff(bordes, axis=1)
    filas, inicios = np.nonzero(cambios == 1)
    _, finales = np.nonzero(cambios == -1)
    largos = (finales - inicios) >= largo
    return [(int(f), int(a), int(b)) for f, a, b in zip(filas[largos], inicios[largos], finales[largos], strict=True)]


def cerrar_cortes(tinta: NDArray[np.bool_], corte: int) -> NDArray[np.bool_]:
    """Ink with the gaps of at most ``corte`` pixels along each row filled in (a scan eats dots out of thin lines)."""
    import numpy as np

    alto, ancho = tinta.shape
    margen = np.zeros((alto, ancho + 2 * corte), dtype=bool)
    margen[:, corte : corte + ancho] = tinta
    crecida = margen.copy()
    for n in range(1, corte + 1):
        crecida[:, n:] |= margen[:, :-n]
    cerrada = crecida.copy()
    for n in range(1, corte + 1):
        cerrada[:, :-n] &= crecida[:, n:]
        cerrada[:, -n:] = False
    return cerrada[:, corte : corte + ancho] | tinta


def glifos(trozo: Mascara) -> list[tuple[int, int]]:
    """First and past-the-last column of each run of inked columns: the letters of a word, those that touch as one."""
    hallados: list[tuple[int, int]] = []
    inicio: int | None = None
    for x in range(trozo.shape[1] + 1):
        lleno = x < trozo.shape[1] and bool(trozo[:, x].any())
        if lleno and inicio is None:
            inicio = x
        elif not lleno and inicio is not None:
            hallados.append((inicio, x))
            inicio = None
    return hallados


def extremos(trozo: Mascara, glifo: tuple[int, int]) -> tuple[int, int]:
    """First and past-the-last inked row of a glyph."""
    import numpy as np

    filas = np.flatnonzero(trozo[:, glifo[0] : glifo[1]].any(axis=1))
    return int(filas[0]), int(filas[-1]) + 1
