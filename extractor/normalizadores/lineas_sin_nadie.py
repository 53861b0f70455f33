"""Lines of a cell of responsibles that name nobody: dates, means of verification, narrations, publics, places, titles."""

from __future__ import annotations

import re
from functools import cache

from extractor.normalizadores.aperturas_unidad import aperturas
from extractor.normalizadores.menciones_region import buscar_menciones, enlaces
from extractor.normalizadores.palabras_region import palabras_de
from extractor.normalizadores.reparo_cargos import norma_reparada
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import formas_de_cargo, unidades


@cache
def _nadie() -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    vocab = unidades()
    enteras = frozenset(plegar_frase(f) for f in vocab.sin_responsable)
    return enteras, tuple(plegar_frase(f) for f in vocab.aun_sin_nadie), frozenset(plegar_frase(f) for f in vocab.fechas)


def sin_nadie(linea: str) -> bool:
    """Whether the line says that nobody is named, or only gives a date or a figure."""
    enteras, comienzos, fechas = _nadie()
    plegada = plegar_frase(linea).strip(" .()[]_-")
    palabras = re.findall(r"[a-z]+", plegada)
    if not palabras or plegada in enteras or plegada.startswith(comienzos) or _es_fecha(palabras, fechas):
        return True
    return _habla_de_otra_cosa(plegada, palabras) or solo_lugares(linea)


def _es_fecha(palabras: list[str], fechas: frozenset[str]) -> bool:
    return all(p in fechas for p in palabras) and not all(p in ("de", "del", "al", "a") for p in palabras)


def _habla_de_otra_cosa(plegada: str, palabras: list[str]) -> bool:
    """Whether the line is a means of verification, a narration, a public or the column's own title, and names no unit or role."""
    if re.match(r"(?:no )?se (?:ha |han )?\w+(?:o|aron|ieron|ado|ido)\b", plegada) and not {"por", "cargo"} & set(palabras):
        return True
    conocidas = aperturas("fuertes") | frozenset(formas_de_cargo())
    if any(norma_reparada(p) in conocidas for p in palabras if p not in ("acta", "informe")):
        return re.fullmatch(rf"(?:{_alternan(unidades().titulos_columna)})(?:\s*\(?\d{{1,2}}\)?)?", plegada) is not None
    narra = re.match(r"(?:no )?se (?:ha |han )?\w+(?:o|aron|ieron|ara|aran|ira|iran|era|eran|ado|ido|a|an|e|en)\b", plegada)
    otra = re.match(rf"(?:{_alternan(unidades().no_nombran)})(?![a-z])", plegada)
    publico = re.fullmatch(rf"(?:{_alternan(unidades().publicos)})(?:\s.*)?", plegada)
    titulo = re.fullmatch(rf"(?:{_alternan(unidades().titulos_columna)})(?:\s*\(?\d{{1,2}}\)?)?", plegada)
    return any(m is not None for m in (narra, otra, publico, titulo))


def _alternan(frases: tuple[str, ...]) -> str:
    return "|".join(re.escape(plegar_frase(f)) for f in sorted(frases, key=lambda f: (-len(f), f)))


def solo_lugares(linea: str) -> bool:
    """Whether the line only lists places ("Castro, Ancud y Quellón"): where, not who."""
    palabras = palabras_de(linea)
    menciones = buscar_menciones(palabras, "2007")
    lugares = [m for m in menciones if m.clase == "lugar"]
    cubiertas = {i for m in menciones for i in range(m.inicio, m.fin)}
    return bool(lugares) and all(i in cubiertas or p.texto in enlaces() | {"y", "e"} for i, p in enumerate(palabras))
