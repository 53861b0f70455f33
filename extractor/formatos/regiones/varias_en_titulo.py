"""Several regions that a heading ends in ("Resultados generales. Regiones de Coquimbo y Los Lagos")."""

from __future__ import annotations

import re

from extractor.comun.texto import sin_marcas_nota
from extractor.formatos.regiones.dichas import son_varias

_LARGO_TITULO = 200
_VARIAS = re.compile(r"(?:^|[.:(]\s*|\s[–—-]\s*)(?P<todas>regiones\s+(?:de(?:l|\s+la)?\s+)?(?P<una>\S.*))$", re.IGNORECASE)


def regiones_al_final(texto: str) -> str | None:
    """The regions that a heading names in the plural as a part of its own at its end; None when it names none so.

    >>> regiones_al_final("Resultados. Regiones de Aysén y Maule"), regiones_al_final("Viajes en las regiones de Aysén y Maule")
    ('Regiones de Aysén y Maule', None)
    """
    limpio = sin_marcas_nota(texto).strip()
    if len(limpio) > _LARGO_TITULO or not limpio[:1].isupper() or limpio.endswith((".", ";")):
        return None
    hallado = _VARIAS.search(limpio)
    return hallado["todas"].rstrip(" )") if hallado is not None and son_varias(hallado["una"].rstrip(" )")) else None
