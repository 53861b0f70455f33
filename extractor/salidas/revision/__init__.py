"""``revision.html``, the findings beside their source in one file, and the parts it is made of.

The parts serve any page that shows a source: ``Marcas`` places findings on a ``Vista``, ``detalles_de`` tells a finding in
words, ``recalculos_de`` gives the recomputed tables, ``logros_de`` what each region earned, ``graficos`` draws; the macros
of ``plantillas/`` (``fuente.html``, ``hallazgo.html``, ``recalculo.html``) turn them into HTML.
"""

from extractor.salidas.revision.desempenos import Logro, logros_de
from extractor.salidas.revision.detalle import Detalle, detalles_de
from extractor.salidas.revision.marcas import Marcas, Pedido
from extractor.salidas.revision.pagina import PaginaRevision, PedirVista
from extractor.salidas.revision.recalculo import TablaRecalculada, recalculos_de
from extractor.salidas.revision.topes import TOPES, Topes

__all__ = [
    "TOPES",
    "Detalle",
    "Logro",
    "Marcas",
    "PaginaRevision",
    "Pedido",
    "PedirVista",
    "TablaRecalculada",
    "Topes",
    "detalles_de",
    "logros_de",
    "recalculos_de",
]
