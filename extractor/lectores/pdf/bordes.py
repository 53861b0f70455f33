"""Where the body of a page and its free text run."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.lectores.pdf.paginas import PaginaLeida


def extremos(pagina: PaginaLeida) -> tuple[float | None, float | None]:
    """Where the body of a page starts and ends."""
    cajas = [(x.caja[1], x.caja[3]) for x in pagina.lineas] + [(t.ys[0], t.ys[-1]) for t in pagina.tablas]
    return (min(a for a, _ in cajas), max(b for _, b in cajas)) if cajas else (None, None)


def bordes_texto(paginas: Sequence[PaginaLeida]) -> dict[int, tuple[float, float]]:
    """Left and right edge of the free text, by page width: the margins are taken as alike on both sides."""
    bordes: dict[int, tuple[float, float]] = {}
    for ancho in {round(p.ancho) for p in paginas}:
        iguales = [p for p in paginas if round(p.ancho) == ancho]
        lineas = [x for p in iguales for x in p.lineas]
        x0 = min((x.x0 for x in lineas), default=0.0)
        x1 = max([ancho - x0, *(x.x1 for x in lineas)])
        bordes[ancho] = (x0, x1)
    return bordes
