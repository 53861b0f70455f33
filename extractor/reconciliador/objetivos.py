"""How a report names one of its objectives from one table to another: with its label, by its number alone, or with a noun for its
verb ("Objetivo 2: Vacunar en los puertos", "Objetivo N° 2", "Vacunación en los puertos")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from extractor.comun.texto import ordinal, plegar, sin_marcas_nota, sin_ordinal, sin_vineta
from extractor.modelo.tabla import Fila, Tabla
from extractor.reconciliador.lexico import conjunto, lexico, raiz
from extractor.reconciliador.textos import esencia
from extractor.vocabularios.base import alternativas
from extractor.vocabularios.estados import vocabulario
from extractor.vocabularios.filas import vocabulario as vocabulario_de_filas

_MINIMO = 4
"""Letters that a verb and its noun have in common; three where they are all of the verb's ("crear", "creación")."""
_DISTAN = 2
"""Letters beyond them, of each."""
_GLOSA = 40
"""Characters of what a number's objective is called in brackets."""
_MUCHOS = 100
"""More than the objectives of any programme."""


_VERBO = re.compile(r"([a-z]{3,})[aei]r(?:se|l[oae]s?)?")


@cache
def _en_letras() -> dict[str, int]:
    return {plegar(p): n for p, n in vocabulario().narracion.cantidades.items()}


@cache
def _numero() -> str:
    return rf"(?:\d{{1,2}}|{alternativas(_en_letras())}|[ivx]{{1,4}})(?![a-z0-9])"


@cache
def _palabra() -> str:
    return rf"(?:{alternativas((*vocabulario_de_filas().objetivos, *lexico().rotulos_de_objetivo))})"


@cache
def _rotulo() -> re.Pattern[str]:
    """The label before an objective: with its number, or with a mark after it."""
    marca = r"\s*[:.)°º\-–—]+\s*"
    return re.compile(rf"\W*{_palabra()}\s*(?:(?:n[°ºo]?\.?\s*|numero\s+)?{_numero()}(?:{marca}|\s+)|{marca})(?=\w)")


@cache
def _referencia() -> re.Pattern[str]:
    """Objectives by their numbers alone, or with what they are called in brackets ("Objetivos 1 a 3", "Objetivo 2 (riego)")."""
    numero = _numero()
    cita = rf"(?:n[°ºo]?s?\.?\s*|numeros?\s+)?{numero}[.)°º]*"
    return re.compile(
        rf"\W*(?:{_palabra()}\s*)?{cita}(?:\s*(?:[,;/]|y|e|al?|hasta(?:\s+el)?|[-–])\s*{cita})*\W*|\W*{numero}\s+{_palabra()}\W*"
        rf"|\W*{_palabra()}\s*{cita}\s*\([^()]{{1,{_GLOSA}}}\)\W*"
    )


@cache
def _todos() -> frozenset[str]:
    return frozenset(plegar(t) for t in lexico().todos_los_objetivos)


@lru_cache(maxsize=8192)
def sin_rotulo(texto: str) -> str:
    """An objective without its label; as it is where it has none, or is nothing else."""
    limpio = sin_vineta(sin_ordinal(sin_vineta(texto)))
    plegado = plegar(limpio)
    hallado = _rotulo().match(plegado)
    if hallado is None or _referencia().fullmatch(plegado):
        return texto
    return plegado[hallado.end() :]


@lru_cache(maxsize=8192)
def numeros_citados(texto: str) -> frozenset[int]:
    """The numbers of the objectives that a text names by nothing else ("Objetivos 1 y 3", "Primer objetivo"); every number for
    "Todos los objetivos"."""
    plegado = plegar(sin_marcas_nota(texto) or texto)
    if plegado.strip(" .-:") in _todos():
        return frozenset(range(1, _MUCHOS))
    if not plegado or _referencia().fullmatch(plegado) is None:
        return frozenset()
    sin_palabras = re.sub(rf"\b(?:{_palabra()})|\(.*", " ", plegado)
    dichos: set[int] = set()
    for desde, hasta in re.findall(rf"({_numero()})(?:[.)°º]*\s*(?:al?|hasta(?:\s+el)?|[-–])\s*({_numero()}))?", sin_palabras):
        primero, ultimo = _valor(desde), _valor(hasta or desde)
        if primero is not None and ultimo is not None:
            dichos.update(range(primero, ultimo + 1) if primero <= ultimo else (primero, ultimo))
    return frozenset(dichos)


def _valor(escrito: str) -> int | None:
    if escrito.isdigit():
        return int(escrito)
    romanos = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
    return _en_letras().get(escrito) or romanos.get(escrito)


def numero_propio(texto: str) -> int | None:
    """The number that opens an objective ("2. Ordenar la carga", "Objetivo 2: Ordenar la carga")."""
    propio = ordinal(sin_vineta(texto))
    hallado = _rotulo().match(plegar(texto)) if propio is None else None
    dicho = re.search(_numero(), hallado.group()) if hallado is not None else None
    return _valor(dicho.group()) if dicho is not None else propio


def citas_de(tabla: Tabla, fila: Fila) -> frozenset[int]:
    """The objectives that a row names by their numbers alone, in what was read of it or in its own cell."""
    celdas = [c for columna, c in zip(tabla.columnas, fila.celdas, strict=False) if columna.rol == "objetivo"]
    dichos = [o for o in fila.objetivos if esencia(o)] or celdas
    return frozenset(n for texto in dichos for n in numeros_citados(texto))


def de_contenido(texto: str) -> tuple[str, ...]:
    """The words and figures of an objective that carry meaning, folded."""
    return tuple(p for p in esencia(sin_rotulo(texto)).split() if p not in conjunto("vacias") and (len(p) > 2 or p.isdigit()))


def familiares(uno: str, otro: str) -> bool:
    """Whether two objectives say the same words, but for a verb and its noun ("Capacitar dirigentes", "Capacitación de los
    dirigentes"), or for the verb that opens one of them and the other leaves out ("Dirigentes")."""
    suyas, ajenas = sorted((de_contenido(uno), de_contenido(otro)), key=len)
    if len(suyas) > 1 and len(ajenas) == len(suyas) + 1 and _VERBO.fullmatch(ajenas[0]):
        ajenas = ajenas[1:]
    return bool(suyas) and len(suyas) == len(ajenas) and _mismas(suyas, list(ajenas))


def _mismas(suyas: tuple[str, ...], ajenas: list[str]) -> bool:
    for palabra in suyas:
        igual = next((a for a in ajenas if _de_una_familia(palabra, a)), None)
        if igual is None:
            return False
        ajenas.remove(igual)
    return True


def emparentados(uno: str, otros: Iterable[str]) -> str | None:
    """The first of ``otros`` that shares with this one half of the words of the shorter: perhaps the same, said otherwise."""
    suyas = de_contenido(uno)
    for otro in otros:
        ajenas = de_contenido(otro)
        comunes = sum(any(_de_una_familia(p, a) for a in ajenas) for p in suyas)
        if comunes and 2 * comunes >= min(len(suyas), len(ajenas)):
            return otro
    return None


@lru_cache(maxsize=32768)
def _de_una_familia(una: str, otra: str) -> bool:
    if una == otra or raiz(una) == raiz(otra):
        return True
    if {una, otra} in _parientes():
        return True
    for verbo, nombre in ((una, otra), (otra, una)):
        tema = _VERBO.fullmatch(verbo)
        if tema is not None and _comparten(tema[1], _sin_terminacion(nombre)):
            return True
    return False


@cache
def _parientes() -> list[set[str]]:
    return [{plegar(p) for p in par} for par in lexico().parientes]


def _sin_terminacion(nombre: str) -> str:
    finales = sorted((plegar(f) for f in lexico().terminan_nombres), key=len, reverse=True)
    return next((nombre[: -len(f)] for f in finales if nombre.endswith(f) and len(nombre) - len(f) >= 3), nombre)


def _comparten(tema: str, base: str) -> bool:
    comunes = next((n for n, (x, y) in enumerate(zip(tema, base, strict=False)) if x != y), min(len(tema), len(base)))
    sobran = max(len(tema), len(base)) - comunes
    return sobran <= _DISTAN if comunes >= _MINIMO else comunes == len(tema) == 3 and sobran <= 1
