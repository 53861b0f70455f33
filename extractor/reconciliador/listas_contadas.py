"""Counts in words or figures with the names of what they count listed after them ("cuatro comunas: Talca, Maule y Pelarco")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor.comun.texto import palabras, plegar
from extractor.reconciliador.lexico import lexico

_NOMBRE_PROPIO = r"[A-ZÁÉÍÓÚÑ][\w.áéíóúñÁÉÍÓÚÑ]*(?:\s+(?:de|del|la|los|las|El|La|[A-ZÁÉÍÓÚÑ][\w.áéíóúñ]*)){0,4}"
_LISTA = rf"(?P<lista>{_NOMBRE_PROPIO}(?:\s*[,;]\s*{_NOMBRE_PROPIO})*\s*,?\s+[ye]\s+{_NOMBRE_PROPIO})"
_SEPARA = re.compile(r"\s*[,;]\s*(?:y\s+|e\s+)?|\s+(?:y|e)\s+")
_DOS_ULTIMOS = re.compile(r"[^,;]+$")


@dataclass(frozen=True, slots=True)
class Lista:
    """A count in words or figures and the things listed after it."""

    cuenta: int
    cosas: tuple[str, ...]
    texto: str


def listas_contadas(texto: str) -> tuple[Lista, ...]:
    """Counts followed by "a saber", by a parenthesis, or by a colon where what is counted goes by names of its own, with nothing
    but proper names up to the end of the sentence.

    >>> listas_contadas("cuatro socias (Alfa, Beta y Gama)")[0].cuenta
    4
    """
    halladas: list[Lista] = []
    for forma in _formas():
        for hallado in forma.finditer(texto):
            numero = _numeros().get(plegar(hallado["n"])) or (int(hallado["n"]) if hallado["n"].isdigit() else 0)
            # "la etapa 2 ..." counts nothing
            anterior = palabras(texto[: hallado.start()]).split()[-1:]
            if numero > 1 and not (hallado["n"].isdigit() and set(anterior) & set(map(plegar, lexico().antes_de_ordinal))):
                halladas.append(Lista(numero, _cosas(hallado["lista"]), hallado.group(0)))
    return tuple(halladas)


@cache
def _numeros() -> dict[str, int]:
    from extractor.vocabularios.estados import vocabulario

    return {plegar(p): n for p, n in vocabulario().narracion.cantidades.items()}


@cache
def _formas() -> tuple[re.Pattern[str], ...]:
    """What may part a count from its list. Before a bare colon ("tres talleres: Talca y Maule" may be three in two places) only
    what is named one by one is counted, and nothing else that might be stands between."""
    from extractor.vocabularios.estados import vocabulario

    numeros = "|".join(sorted(vocabulario().narracion.cantidades))
    anuncio = "|".join(re.escape(frase) for frase in lexico().anuncian)
    nombradas = "|".join(re.escape(n) for n in lexico().con_nombre_propio)
    ajenas = "|".join((*map(re.escape, lexico().cambian_lo_contado), numeros, nombradas))
    cuenta = rf"(?<![\w.,/%])(?P<n>\d{{1,2}}|(?i:{numeros}))\s+"
    cosa = rf"{cuenta}(?P<cosa>(?:[a-záéíóúñ]+\s+){{0,5}}?[a-záéíóúñ]+)\s*"
    una_a_una = rf"{cuenta}(?P<cosa>(?:{nombradas})(?:\s+(?!(?:{ajenas})\b)[a-záéíóúñ]+){{0,4}})\s*"
    fin = r"\s*(?:[.)]|$)"
    return tuple(
        re.compile(forma)
        for forma in (
            rf"{cosa}\({_LISTA}\)", rf"{cosa}[,;]?\s*(?i:{anuncio})\s*[:;,]?\s*{_LISTA}{fin}", rf"{una_a_una}:\s*{_LISTA}{fin}",
        )
    )  # fmt: skip


def _cosas(lista: str) -> tuple[str, ...]:
    """The names of a list; that of a region that holds "y" is one ("Arica y Parinacota")."""
    cosas = [c for c in _SEPARA.split(lista) if c.strip()]
    ultimos = _DOS_ULTIMOS.search(lista)
    if ultimos is not None and palabras(ultimos.group()) in _regiones_con_y():
        cosas[-2:] = [ultimos.group().strip()]
    return tuple(cosas)


@cache
def _regiones_con_y() -> frozenset[str]:
    from extractor.vocabularios.regiones import vocabulario

    nombres = {palabras(n) for r in vocabulario().regiones for n in (r.nombre, *(f.texto for f in r.fuertes))}
    return frozenset(n for n in nombres if " y " in n)
