"""Which tables nothing was checked of: a count alone sends nobody to look at them."""

from __future__ import annotations

from extractor.modelo.informe import Informe
from extractor.modelo.tabla import Tabla
from extractor.salidas.prosa import limpio, tabla_en_palabras

_DICHAS = 4
_LARGO = 60


def sin_reconocer(informe: Informe) -> str:
    """ " (sin reconocer: tabla 6 «Región, Cumplimiento (%)»; y 1 más)"; "" when there is none. Those of which nothing could be
    made are only counted."""
    faltan = informe.cobertura.tablas - informe.cobertura.tablas_reconocidas
    if faltan <= 0:
        return ""
    dichas = [_nombre(tabla) for tabla in informe.tablas if tabla.tipo == "otra"][:_DICHAS]
    resto = faltan - len(dichas)
    if not dichas:
        return f" (sin reconocer: {resto})"
    return f" (sin reconocer: {'; '.join(dichas)}{f'; y {resto} más' if resto else ''})"


def _nombre(tabla: Tabla) -> str:
    """By what people find it: its number, and the words of its header or else its title."""
    palabras = ", ".join(columna.texto for columna in tabla.columnas if columna.texto.strip()) or tabla.titulo or ""
    cita = limpio(palabras, _LARGO)
    return f"tabla {tabla_en_palabras(tabla.id)}" + (f" «{cita}»" if cita else "")
