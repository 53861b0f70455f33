"""The ``Origen`` of what a PDF shows: its page and a box, in points from the top left of the page as it is shown.

The text of a place is what its box prints, one line under the other. What a page end broke keeps a place for each part.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.comun.texto import blancos
from extractor.lectores.pdf.lineas import Caja, Linea, unir_cajas
from extractor.lectores.pdf.medidas import Medidas
from extractor.lectores.pdf.paginas import PaginaLeida
from extractor.lectores.pdf.parrafos import ParrafoArmado, armar
from extractor.lectores.pdf.unidas import CeldaUnida, FilaUnida
from extractor.modelo.base import Origen, unir_origenes
from extractor.modelo.documento import NotaCruda, Parrafo


class Lugares:
    """Makes places on the pages of one document."""

    def __init__(self, paginas: Sequence[PaginaLeida]) -> None:
        self._paginas = {p.numero: p for p in paginas}

    def _caja(self, pagina: int, caja: Caja) -> Caja:
        return self._paginas[pagina].caja_mostrada(caja)

    def de_lineas(self, lineas: Sequence[Linea], texto: str | None, **lugar: int | None) -> Origen:
        """The place of these lines; ``texto`` when it is not simply theirs. Raises ValueError when there are none."""
        origenes = []
        for tramo in _tramos(lineas):
            crudo = "\n".join(x.texto for x in tramo) if texto is None or len(tramo) < len(lineas) else texto
            caja = self._caja(tramo[0].pagina, unir_cajas([x.caja for x in tramo]))
            origenes.append(Origen(pagina=tramo[0].pagina, caja=caja, texto=crudo, **lugar))
        return unir_origenes(origenes)

    def de_fila(self, propia: FilaUnida, **lugar: int | None) -> Origen:
        """The place of a row: whole, with what its cells print; or in parts, each with what they print on its page."""
        cortada = len(propia.partes) > 1
        origenes = []
        for pagina, caja in propia.partes:
            de_celdas = [[x.texto for x in c.lineas if not cortada or x.pagina == pagina] for c in propia.celdas]
            texto = "\n".join("\n".join(lineas) for lineas in de_celdas if lineas or not cortada)
            origenes.append(Origen(pagina=pagina, caja=self._caja(pagina, caja), texto=texto, **lugar))
        return unir_origenes(origenes)

    def de_celda(self, celda: CeldaUnida, **lugar: int | None) -> Origen:
        """The place of a cell: the box of each of its parts that prints something, or its first one."""
        origenes = []
        for pagina, caja in celda.partes:
            propias = [x for x in celda.lineas if x.pagina == pagina]
            if propias or (pagina, caja) == celda.partes[0]:
                llena = unir_cajas([caja, *(x.caja for x in propias)])
                origenes.append(
                    Origen(pagina=pagina, caja=self._caja(pagina, llena), texto="\n".join(x.texto for x in propias), **lugar)
                )
        llenos = [o for o in origenes if o.texto]
        return unir_origenes(llenos or origenes[:1])

    def parrafo(self, armado: ParrafoArmado, indice: int | None, **lugar: int | None) -> Parrafo:
        """A rebuilt paragraph. Offsets within it are given where its text is its lines' one after the other."""
        texto = blancos(armado.texto)
        origen = self.de_lineas(armado.lineas, None, parrafo=indice, **lugar)
        if origen.partes is None and origen.texto.replace("\n", " ") == texto:
            origen = origen.model_copy(update={"inicio": 0, "fin": len(texto)})
        return Parrafo(texto, origen, armado.hueco)

    def nota(self, lineas: Sequence[Linea], medidas: Medidas) -> NotaCruda:
        """A footnote: its mark, and the rest of its text."""
        x0, x1 = min(x.x0 for x in lineas), max(x.x1 for x in lineas)
        texto = " ".join(a.texto for a in armar(lineas, x0, x1, medidas))
        marca, _, resto = texto.partition(" ")
        corte = next((i for i, c in enumerate(marca) if not (c.isdigit() or c == "*")), len(marca))
        if corte and resto is not None and marca[:1].isdigit():
            marca, resto = marca[:corte], f"{marca[corte:]} {resto}"
        return NotaCruda(marca, Parrafo(blancos(resto), self.de_lineas(lineas, None)))


def _tramos(lineas: Sequence[Linea]) -> list[list[Linea]]:
    """Lines that one box may hold: of one page, and of one column of it."""
    tramos: list[list[Linea]] = []
    for linea in lineas:
        if tramos and (tramos[-1][-1].pagina, tramos[-1][-1].dx) == (linea.pagina, linea.dx):
            tramos[-1].append(linea)
        else:
            tramos.append([linea])
    return tramos
