"""A surname alone right after the role of who bears it ("Alcalde Urrejola")."""

from __future__ import annotations

import re

from extractor.normalizadores.responsable.celda import Celda
from extractor.normalizadores.responsable.certezas_palabras import sabida
from extractor.normalizadores.responsable.oficios import oficio
from extractor.normalizadores.responsable.personas_cargo import es_nombre
from extractor.normalizadores.responsable.pieza import Pieza

_DE_MATERIA = re.compile(
    r".*(?:cion|sion|ia|dad|tad|aje|ismo|ura|ica|ico|encia|ancia|iento|ima|imo|iva|ivo|aria|ario|oria|orio|al|ar|ente|able|ada|ado|ida|ido|osa|oso|s)"
)
"""Endings of matters and adjectives; the surnames that end so are left in doubt."""


def apellido_suelto(doc: Celda, abierta: Pieza, indice: int) -> bool:
    """Whether an unknown word in capitals, without the ending of a matter or an adjective, stands alone between a short role
    and the end of the stretch."""
    if abierta.tipo != "cargo" or indice != abierta.rol_fin or abierta.rol_fin > abierta.inicio + 1:
        return False
    ficha = doc[indice]
    siguiente = doc[indice + 1] if indice + 1 < len(doc) else None
    acaba = siguiente is None or siguiente.is_space or (siguiente.is_punct and siguiente.text not in ("(", "-", "/", "."))
    acronimo = ficha.text.isupper() and not doc.text.isupper()
    if not acaba or acronimo or not es_nombre(ficha) or sabida(ficha, doc.normas[indice]):
        return False
    return _DE_MATERIA.fullmatch(ficha.norm_) is None and oficio(ficha.norm_) is None and len(ficha.norm_) > 3
