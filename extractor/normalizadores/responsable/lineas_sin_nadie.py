"""Lines of a cell of responsibles that name nobody: dates, means of verification, narrations, publics, places, titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from extractor.normalizadores.letras.aperturas_unidad import aperturas
from extractor.normalizadores.region.menciones import buscar_menciones, enlaces
from extractor.normalizadores.region.nombres import adornos_de, lugares_de, nombres_de, ordinales, palabras_hasta
from extractor.normalizadores.region.palabras import es_de_lugar, palabras_de
from extractor.normalizadores.responsable.personas_cargo import no_son_nombre, nombres
from extractor.normalizadores.responsable.reparo_cargos import norma_reparada
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import formas_de_cargo, unidades


@cache
def _nadie() -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    vocab = unidades()
    enteras = frozenset(plegar_frase(f) for f in vocab.sin_responsable)
    return enteras, tuple(plegar_frase(f) for f in vocab.aun_sin_nadie), frozenset(plegar_frase(f) for f in vocab.fechas)


def dice_que_nadie(linea: str) -> bool:
    """Whether the line says that nobody is named, or only gives a date or a figure."""
    enteras, comienzos, fechas = _nadie()
    plegada, palabras = _palabras(linea)
    contado = _CONTADO.match(linea)
    if contado is not None and norma_reparada(plegar_frase(contado.group(1))) not in _nombran() | aperturas("debiles"):
        return True
    if "$" in plegada and _DINERO.search(plegada) and not set(palabras) & _nombran():
        return True
    if _POR_HACER.fullmatch(plegada) or _aun_por(plegada) or _todos(plegada, palabras):
        return True
    if _REPETIDA.fullmatch(plegada.replace(" ", "")) or (plegada[:3] in _abren_nadie() and _desliz(plegada)):
        return True
    return not palabras or plegada in enteras or plegada.startswith(comienzos) or _es_fecha(palabras, fechas)


def de_otra_cosa(linea: str) -> bool:
    """Whether the line is a means of verification, a narration, a public, a place or the column's own title: of who answers it
    says nothing, unless it goes on with the line before."""
    return _habla_de_otra_cosa(*_palabras(linea)) or solo_lugares(linea)


_PALABRA = re.compile(r"[a-z]+")


@lru_cache(maxsize=64)
def _palabras(linea: str) -> tuple[str, tuple[str, ...]]:
    """The line folded, without the marks around it, and its words."""
    plegada = plegar_frase(linea).strip(" .()[]_-")
    return plegada, tuple(_PALABRA.findall(plegada))


_REPETIDA = re.compile(r"([a-z])\1{2,}")
"""One letter again and again ("xxx")."""
LARGO_DESLIZ = 10
"""Letters of a phrase that names nobody from which one may be wrong ("Sin infomación")."""


@lru_cache(maxsize=4096)
def _desliz(plegada: str) -> bool:
    from rapidfuzz.distance import OSA

    if len(plegada) < LARGO_DESLIZ - 1:
        return False
    return any(len(f) >= LARGO_DESLIZ and OSA.distance(plegada, f, score_cutoff=1) == 1 for f in _nadie()[0])


@cache
def _abren_nadie() -> frozenset[str]:
    """First letters of the phrases that say there is nobody in charge."""
    return frozenset(f[:3] for f in _nadie()[0] if f[:3] in ("no ", "sin", "por"))


_POR_HACER = re.compile(r"(?:sin|por|a) [a-z]{3,}(?:ar|er|ir)(?:se)?")
"""What is still to be done ("Por contratar")."""
_A_FUTURO = re.compile(r"[^,;:/]+ (?:a|por) ([a-z]{3,}(?:ar|er|ir))")


def _aun_por(plegada: str) -> bool:
    """Whether who is named is still to be found ("Profesional a contratar")."""
    hallado = _A_FUTURO.fullmatch(plegada) if " a " in plegada or " por " in plegada else None
    return hallado is not None and hallado.group(1) not in no_son_nombre() and not es_de_lugar(hallado.group(1))


def _todos(plegada: str, palabras: Sequence[str]) -> bool:
    """Whether the line says all who work somewhere, and of no unit ("Todos los profesionales del servicio")."""
    if not palabras or palabras[0] not in ("todo", "toda", "todos", "todas") or any(c in plegada for c in ",;:/"):
        return False
    resto = [p for p in palabras[1:] if p not in ("el", "la", "los", "las")]
    return bool(resto) and resto[0] in _gente() and not set(resto[1:]) & aperturas("fuertes")


@cache
def _gente() -> frozenset[str]:
    return frozenset(map(plegar_frase, unidades().gente))


_DINERO = re.compile(r"\$\s?\d")
_CONTADO = re.compile(r"\s*\d+\s+([a-záéíóúñ]{4,})")
"""A count of things ("12 talleres")."""


def _es_fecha(palabras: Sequence[str], fechas: frozenset[str]) -> bool:
    return fechas.issuperset(palabras) and not _SIN_FECHA.issuperset(palabras)


_SIN_FECHA = frozenset({"de", "del", "al", "a"})


def _habla_de_otra_cosa(plegada: str, palabras: Sequence[str]) -> bool:
    """Whether the line is a means of verification, a narration, a public or the column's own title, and names no unit or role."""
    if _HECHO.match(plegada) and not {"por", "cargo"} & set(palabras):
        return True
    otra, publico, titulo = _ajenas()
    suyas = [p for p in palabras if p not in ("acta", "informe")]
    # what is named with no slip is not looked for among slips
    if not _nombran().isdisjoint(suyas) or not _nombran().isdisjoint(map(norma_reparada, suyas)):
        return titulo.fullmatch(plegada) is not None
    return bool(_NARRA.match(plegada) or otra.match(plegada) or publico.fullmatch(plegada) or titulo.fullmatch(plegada))


_HECHO = re.compile(r"(?:no )?se (?:ha |han )?\w+(?:o|aron|ieron|ado|ido)\b")
_NARRA = re.compile(r"(?:no )?se (?:ha |han )?\w+(?:o|aron|ieron|ara|aran|ira|iran|era|eran|ado|ido|a|an|e|en)\b")


@cache
def _nombran() -> frozenset[str]:
    """Words that open a unit or are a role."""
    return aperturas("fuertes") | frozenset(formas_de_cargo())


@cache
def _ajenas() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What opens a line of another column; a public; the column's own title."""
    return (
        re.compile(rf"(?:{_alternan(unidades().no_nombran)})(?![a-z])"),
        re.compile(rf"(?:{_alternan(unidades().publicos)})(?:\s.*)?"),
        re.compile(rf"(?:{_alternan(unidades().titulos_columna)})(?:\s*\(?\d{{1,2}}\)?)?"),
    )


def _alternan(frases: tuple[str, ...]) -> str:
    return "|".join(re.escape(plegar_frase(f)) for f in sorted(frases, key=lambda f: (-len(f), f)))


def solo_lugares(linea: str) -> bool:
    """Whether the line only lists places ("Castro, Ancud y Quellón"): where, not who."""
    if not _puede_ser_lugar(linea):
        return False
    palabras = palabras_de(linea)
    menciones = buscar_menciones(palabras, "2007")
    lugares = [m for m in menciones if m.clase == "lugar"]
    cubiertas = {i for m in menciones for i in range(m.inicio, m.fin)}
    if len(palabras) > 1 and palabras[0].texto in nombres() and not any(p.antes for p in palabras[1:]):
        return False  # "Victoria Lagos"
    return bool(lugares) and all(i in cubiertas or p.texto in enlaces() | {"y", "e"} for i, p in enumerate(palabras))


_LARGO_PROPIO = 6
"""Letters of a word from which it stands in a place's name whole, or not at all."""


def _puede_ser_lugar(linea: str) -> bool:
    """Whether no long word of the line is foreign to every place's name: asked before places are searched for."""
    de_lugares = _de_lugares()
    for palabra in plegar_frase(linea).split():
        if len(palabra) >= _LARGO_PROPIO and palabra.isalpha() and palabra not in de_lugares and not palabra.startswith("region"):
            return False
    return True


@cache
def _de_lugares() -> frozenset[str]:
    """Every word that a mention of a place or a region may cover."""
    frases = (f for indice in (nombres_de("2007"), lugares_de(True)) for fs in indice.values() for f, *_ in fs)
    propias = {p for frase in (*frases, *ordinales(), *adornos_de().values()) for p in frase}
    return frozenset(propias | enlaces() | palabras_hasta() | {"direccion"})
