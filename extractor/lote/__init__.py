"""Many documents: which ones the arguments name, what a person stated about each, and reading them, each in a worker
process under limits.

Nothing is skipped in silence: what the walk leaves out is kept by name with its reason, and a document that fails is
an ``Informe`` whose state is ``fallido``.
"""

from extractor.lote.carga import cargar
from extractor.lote.fichas import Archivado
from extractor.lote.hecho import Hecho
from extractor.lote.interrupcion import Interruptor
from extractor.lote.manifiesto import Manifiesto
from extractor.lote.motor import NombreMotor, PedidoMotor
from extractor.lote.recorrido import Encargo, Omitido, Plan, planear
from extractor.lote.trabajo import Modo, Procesador, procesar_lote

__all__ = [
    "Archivado",
    "Encargo",
    "Hecho",
    "Interruptor",
    "Manifiesto",
    "Modo",
    "NombreMotor",
    "Omitido",
    "PedidoMotor",
    "Plan",
    "Procesador",
    "cargar",
    "planear",
    "procesar_lote",
]
