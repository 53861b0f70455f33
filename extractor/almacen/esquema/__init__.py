"""The tables of the database, one module per subject. docs/esquema.md is written from them."""

from __future__ import annotations

from extractor.almacen.esquema.base import LARGO_CLAVE, clave, metadatos, millonesimas
from extractor.almacen.esquema.catalogos import (
    archivo_patron,
    estado,
    regimen,
    region,
    region_alias,
    region_equivalencia,
    regla,
    servicio,
    servicio_alias,
    tabla_region,
    unidad,
    unidad_alias,
)
from extractor.almacen.esquema.contenido import (
    actividad,
    cifra,
    fila,
    hallazgo,
    nota,
    responsable,
    seccion,
    tabla,
    verificacion,
)
from extractor.almacen.esquema.documentos import (
    DE_CORRIDA,
    corrida,
    corrida_extraccion,
    documento,
    documento_ruta,
    extraccion,
    falla,
)
from extractor.almacen.esquema.revision import conjunto, decision, hallazgo_conjunto, hallazgo_conjunto_documento

__all__ = [
    "DE_CORRIDA",
    "LARGO_CLAVE",
    "actividad",
    "archivo_patron",
    "cifra",
    "clave",
    "conjunto",
    "corrida",
    "corrida_extraccion",
    "decision",
    "documento",
    "documento_ruta",
    "estado",
    "extraccion",
    "falla",
    "fila",
    "hallazgo",
    "hallazgo_conjunto",
    "hallazgo_conjunto_documento",
    "metadatos",
    "millonesimas",
    "nota",
    "regimen",
    "region",
    "region_alias",
    "region_equivalencia",
    "regla",
    "responsable",
    "seccion",
    "servicio",
    "servicio_alias",
    "tabla",
    "tabla_region",
    "unidad",
    "unidad_alias",
    "verificacion",
]
