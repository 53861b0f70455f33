"""Labels that tell of another year than the report's, or of a part of the year."""

from __future__ import annotations

from extractor.comun.citas import anios_dichos
from extractor.comun.meses import MESES, OTRAS_GRAFIAS
from extractor.comun.texto import palabras
from extractor.vocabularios.filas import habla_de_otro_anio
from extractor.vocabularios.textos import palabras_de

_INTERMEDIOS = frozenset((*MESES[:-1], *OTRAS_GRAFIAS))


def es_de_otra_epoca(texto: str, anio: int | None) -> bool:
    """Whether a label tells of another year than ``anio``, or of a part of a year that does not end with it.

    >>> [es_de_otra_epoca(t, 2007) for t in ("Peso ganado 2006", "Cumple al 30 de junio", "Cumple al 31 de diciembre de 2007")]
    [True, True, False]
    """
    dichos = anios_dichos(texto)
    return es_de_una_parte(texto) or habla_de_otro_anio(texto) or (anio is not None and bool(dichos) and anio not in dichos)


def es_de_una_parte(texto: str) -> bool:
    """Whether a label tells of a part of a year that does not end with it."""
    return any(_parte(p) for p in palabras(texto).split())


def corte(texto: str) -> frozenset[str]:
    """What a label says of the part of a year it tells of: its words for one, the word before each ("primer semestre"), and its
    figures."""
    dichas = palabras(texto).split()
    partes = [i for i, p in enumerate(dichas) if _parte(p)]
    antes = {dichas[i - 1] for i in partes if i}
    return frozenset((*(dichas[i] for i in partes), *antes, *(p for p in dichas if any(c.isdigit() for c in p))))


def _parte(palabra: str) -> bool:
    return palabra.startswith(palabras_de("partes_del_anio")) or palabra in _INTERMEDIOS


def nombra_epoca(texto: str) -> bool:
    """Whether a label tells of what year, or part of one, it is."""
    return bool(anios_dichos(texto)) or es_de_otra_epoca(texto, None)
