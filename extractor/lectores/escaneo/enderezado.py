"""A page turned upright and straight, and the way back from its pixels to points of the page as it came."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.lectores.escaneo.imagenes import PUNTOS_POR_PULGADA, Pagina
from extractor.lectores.escaneo.trazos import tramos_largos

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from extractor.lectores.escaneo.imagenes import Grises

MAX_INCLINACION = 5.0
MIN_INCLINACION = 0.08
LADO_REDUCIDO = 1000
VENTAJA_VERTICAL = 1.3
"""How much sharper the lines must be along the other axis before a page is taken as lying on its side."""
MUESTRA = 150_000

Caja = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Hoja:
    """A page set upright: first turned by ``cuartos`` quarter turns to the left, then by ``angulo`` degrees."""

    numero: int
    pixeles: Grises
    ppp: float
    cuartos: int
    angulo: float

    def a_puntos(self, caja: Caja) -> Caja:
        """A box of this sheet in pixels -> points from the top left of the page as it came."""
        alto, ancho = self.pixeles.shape
        cx, cy = ancho / 2, alto / 2
        coseno, seno = math.cos(math.radians(self.angulo)), math.sin(math.radians(self.angulo))
        xs, ys = [], []
        for x, y in ((caja[0], caja[1]), (caja[2], caja[1]), (caja[0], caja[3]), (caja[2], caja[3])):
            dx, dy = x - cx, y - cy
            x, y = cx + dx * coseno - dy * seno, cy + dx * seno + dy * coseno
            if self.cuartos == 1:
                x, y = alto - y, x
            elif self.cuartos == 2:
                x, y = ancho - x, alto - y
            elif self.cuartos == 3:
                x, y = y, ancho - x
            xs.append(x)
            ys.append(y)
        escala = PUNTOS_POR_PULGADA / self.ppp
        return (
            round(max(min(xs), 0) * escala, 2),
            round(max(min(ys), 0) * escala, 2),
            round(max(xs) * escala, 2),
            round(max(ys) * escala, 2),
        )


def enderezar(pagina: Pagina, cuartos: int | None = None) -> Hoja:
    """The page with its lines of text level, turned by ``cuartos`` (0 or 1) quarter turns, or by whichever makes its
    lines sharper. Which of the two ways up it then stands is for who reads it to see."""
    import numpy as np

    tinta = _tinta_reducida(pagina.pixeles)
    niveles = [_inclinacion(np.rot90(tinta, k)) for k in (0, 1)]
    if cuartos is None:
        cuartos = int(niveles[1][0] > VENTAJA_VERTICAL * niveles[0][0])
    return _girada(pagina.numero, np.rot90(pagina.pixeles, cuartos), pagina.ppp, cuartos, niveles[cuartos][1])


def dada_vuelta(hoja: Hoja) -> Hoja:
    """The same sheet upside down."""
    import numpy as np

    return replace(hoja, pixeles=np.rot90(hoja.pixeles, 2), cuartos=(hoja.cuartos + 2) % 4)


def _girada(numero: int, pixeles: Grises, ppp: float, cuartos: int, angulo: float) -> Hoja:
    import numpy as np
    from PIL import Image

    derecha = np.ascontiguousarray(pixeles)
    if abs(angulo) < MIN_INCLINACION:
        return Hoja(numero, derecha, ppp, cuartos, 0.0)
    papel = int(np.percentile(derecha, 90))
    imagen = Image.fromarray(derecha).rotate(angulo, Image.Resampling.BICUBIC, fillcolor=papel)
    return Hoja(numero, np.array(imagen, dtype=np.uint8), ppp, cuartos, angulo)


def _tinta_reducida(pixeles: Grises) -> NDArray[np.bool_]:
    """Where there is text, on a reduced page: rulings would tell nothing of how text lies, and are left out."""
    import numpy as np

    paso = max(1, round(max(pixeles.shape) / LADO_REDUCIDO))
    alto, ancho = (n // paso * paso for n in pixeles.shape)
    bloques = pixeles[:alto, :ancho].reshape(alto // paso, paso, ancho // paso, paso)
    medias = bloques.mean(axis=(1, 3))
    tinta: NDArray[np.bool_] = medias < np.percentile(medias, 90) - 45
    largo = max(20, max(tinta.shape) // 25)
    for y, x0, x1 in tramos_largos(tinta, largo):
        tinta[y, x0:x1] = False
    for x, y0, y1 in tramos_largos(tinta.T, largo):
        tinta[y0:y1, x] = False
    return tinta


def _inclinacion(tinta: NDArray[np.bool_]) -> tuple[float, float]:
    """How sharply the ink falls into level lines at the best angle, and that angle (degrees to turn to the left)."""
    import numpy as np

    ys, xs = np.nonzero(tinta)
    if len(ys) < 50:
        return 0.0, 0.0
    if len(ys) > MUESTRA:
        salto = len(ys) // MUESTRA + 1
        ys, xs = ys[::salto], xs[::salto]
    alto = tinta.shape[0]

    def nitidez(angulo: float) -> float:
        filas = np.rint(ys - (xs - tinta.shape[1] / 2) * math.tan(math.radians(angulo))).astype(np.int64)
        perfil = np.bincount(np.clip(filas, 0, alto - 1), minlength=alto).astype(np.float64)
        return float(np.square(np.diff(perfil)).sum() / len(ys))

    gruesos = [n * 0.5 for n in range(int(-MAX_INCLINACION * 2), int(MAX_INCLINACION * 2) + 1)]
    mejor = max(gruesos, key=lambda a: (nitidez(a), -abs(a)))
    for paso in (0.1, 0.02):
        cercanos = [mejor + n * paso for n in range(-5, 6)]
        mejor = max(cercanos, key=lambda a: (nitidez(a), -abs(a)))
    return nitidez(mejor), round(mejor, 2)
