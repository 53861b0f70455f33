"""Long straight runs of ink in a page of pixels: what rulings are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


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
