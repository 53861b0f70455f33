"""The further places of a finding: of which region and table, where in the document, and what is printed there."""

from __future__ import annotations

from ayudas_salidas import informe

from extractor.modelo.base import Origen
from extractor.modelo.hallazgo import Lugar
from extractor.salidas.revision import detalles_de


def test_cada_lugar_dice_su_region_y_su_tabla() -> None:
    leido = informe()
    lugares = (
        Lugar(tabla="t1", fila=1, actividad=2, origen=Origen(linea_inicio=9, linea_fin=9, texto="10%")),
        Lugar(tabla=None, fila=None, actividad=None, origen=Origen(pagina=2, texto="Anexo")),
        Lugar(tabla="t1", fila=0, actividad=None, origen=None),
    )
    primero, segundo = leido.hallazgos
    cambiado = leido.model_copy(update={"hallazgos": (primero, segundo.model_copy(update={"lugares": lugares}))})
    assert detalles_de(cambiado)[1].tambien == (
        "La Araucanía, tabla 1, fila 2, 3ª actividad, línea 9: «10%»",
        "página 2: «Anexo»",
    )
