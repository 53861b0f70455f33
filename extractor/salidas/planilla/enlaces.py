"""Names of sheets and addresses of files, as a workbook admits them."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import quote

_PROHIBIDOS = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LARGO = 31


def nombre_de_hoja(numero: int, region: str) -> str:
    """ "R03 Maule": short, valid, and unique because of its number."""
    limpio = " ".join(_PROHIBIDOS.sub(" ", region).split())
    return f"R{numero:02d} {limpio}"[:_LARGO].strip(" '")


def relativo(archivo: Path | None, carpeta: Path, ruta: str) -> str | None:
    """Where ``archivo`` is as seen from ``carpeta``, as an address; ``ruta`` where that is not known, None for what is on no
    disk or on another one."""
    if archivo is None:
        camino = ruta
    else:
        try:
            camino = os.path.relpath(archivo.absolute(), carpeta.absolute())
        except ValueError:
            return None
    if "://" in camino or not camino:
        return None
    # what opens an anchor or an escape in an address, and what an address may not have
    return quote(camino.replace(os.sep, "/"), safe="/:!$&'()*+,;=@~-._ ") if re.search(r"[%#]", camino) else camino
