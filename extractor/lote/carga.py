"""A document done, put into the database; a failure of ours while storing it does not stop the rest."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

from extractor.errores import ErrorExtractor
from extractor.lote.fallidos import informe_fallido, motivo_de_falla
from extractor.lote.trabajo import Hecho

if TYPE_CHECKING:
    from extractor.almacen.deposito import Deposito


def cargar(hecho: Hecho, deposito: Deposito) -> Hecho:
    """Stores ``hecho`` and returns it; if its rows cannot be stored, records it as failed and returns that.

    Raises ErrorExtractor when the database itself fails (full disk, lost connection): then no other document fits either.
    """
    archivado = hecho.encargo.archivado
    try:
        deposito.guardar(hecho.informe, fondo=archivado.fondo, serie=archivado.serie, caja=archivado.caja)
    except ErrorExtractor:
        raise
    except Exception as error:
        informe = informe_fallido(hecho.encargo.ruta, hecho.encargo.ruta_relativa, "DOCUMENTO_ILEGIBLE", motivo_de_falla(error))
        deposito.guardar(informe, fondo=archivado.fondo, serie=archivado.serie, caja=archivado.caja)
        return Hecho(hecho.encargo, informe, traceback.format_exc())
    return hecho
