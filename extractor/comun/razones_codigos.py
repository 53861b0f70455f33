"""What the codes of the program say, in a few Spanish words: why a document was not read, why a rule could not answer."""

from __future__ import annotations

from collections.abc import Mapping

NO_LEIDOS: dict[str, str] = {
    "DOCUMENTO_ILEGIBLE": "por archivo dañado, vacío o que no se puede abrir",
    "DOCUMENTO_PROTEGIDO": "por estar protegido con clave",
    "FORMATO_DESCONOCIDO": "por formato desconocido",
    "LIMITE_EXCEDIDO": "por pasar un límite de tiempo, memoria o tamaño",
    "PAGINA_SIN_TEXTO": "por no tener texto que leer",
}
"""Codes under which a document is refused."""

MOTIVOS: dict[str, str] = {
    "falta_ponderacion": "no hay ponderación escrita",
    "falta_ganada": "no hay ponderación ganada escrita",
    "falta_estado": "no hay estado escrito",
    "falta_total": "no hay total con qué comparar",
    "estado_sin_veredicto": "el estado se narra y nadie lo declara",
    "sin_resultados": "no se informan resultados",
    "emparejamiento_dudoso": "no es seguro qué celda corresponde a cuál",
    "lectura_dudosa": "la celda se leyó con dudas",
    "modo_indeciso": "la columna admite más de una lectura",
    "regimen_no_aplica": "la regla no corresponde ahí",
    "parcial_sin_porcentaje": "el cumplimiento es parcial y no dice cuánto",
    "sin_umbral": "el régimen no fija umbral",
    "tabla_partida": "la tabla puede seguir en otra que no se pudo unir",
}
"""Reasons for NO_VERIFICABLE, after "porque"."""


def cuentas_por_codigo(cuentas: Mapping[str, int], palabras: Mapping[str, str], antes: str = "") -> str:
    """Counts by code for a line of a summary, sorted by code, each with its words and its code in brackets. ``antes``: a word
    between the count and the words.

    >>> cuentas_por_codigo({"sin_umbral": 2}, MOTIVOS, "porque ")
    '2 porque el régimen no fija umbral [sin_umbral]'
    """
    return ", ".join(
        f"{cuantas} {antes}{palabras[codigo]} [{codigo}]" if codigo in palabras else f"{cuantas} [{codigo}]"
        for codigo, cuantas in sorted(cuentas.items())
    )
