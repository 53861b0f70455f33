"""Lines that name no region one by one: all of them, all but some, a count of them, the central level."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extractor.modelo.valores import Division
from extractor.normalizadores.region.cuentas import cuenta_de, otro_numero, sin_una
from extractor.normalizadores.region.menciones import Mencion, buscar_menciones
from extractor.normalizadores.region.nombres import codigos_entre, de_paso
from extractor.normalizadores.region.palabra import Palabra
from extractor.normalizadores.region.palabras import acompanan, palabras_de
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.regiones import regiones_de, vocabulario

_CAPITAL = "13"
"""Region of the capital: "nivel central (Santiago)" is still the central level."""


_NACIONAL = frozenset({"a", "nivel", "nacional", "ambito", "alcance"})
"""Words of what may be the whole country or its central level."""


@dataclass(frozen=True, slots=True)
class Ambito:
    """The scope of a line: ``alcance`` TODAS, NIVEL_CENTRAL or REGION (all but some, or undecided, when ``codigos`` is empty)."""

    alcance: str
    codigos: tuple[str, ...]
    certeza: str
    porque: str


@cache
def frases(clave: str) -> frozenset[tuple[str, ...]]:
    """The phrases of a list of the vocabulary, as words."""
    return frozenset(tuple(p.texto for p in palabras_de(f)) for f in getattr(vocabulario(), clave))


@cache
def _por_primera(clave: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of a list by their first word, the longest first."""
    indice: dict[str, list[tuple[str, ...]]] = {}
    for frase in sorted(frases(clave), key=lambda f: (-len(f), f)):
        indice.setdefault(frase[0], []).append(frase)
    return {clave: tuple(valor) for clave, valor in indice.items()}


@cache
def sueltas(clave: str) -> frozenset[str]:
    """A list of single words of the vocabulary, folded."""
    return frozenset(plegar_frase(p) for p in getattr(vocabulario(), clave))


def primera_frase(palabras: tuple[str, ...], clave: str, minimo: int = 1) -> tuple[int, int] | None:
    """Where the first, longest phrase of a list stands: start and end; None when none does."""
    indice = _por_primera(clave)
    if indice.keys().isdisjoint(palabras):
        return None
    for inicio, palabra in enumerate(palabras):
        for frase in indice.get(palabra, ()):
            if len(frase) >= minimo and palabras[inicio : inicio + len(frase)] == frase:
                return inicio, inicio + len(frase)
    return None


def ambito_de(palabras: tuple[Palabra, ...], division: Division) -> Ambito | None:
    """The scope of the line, or None when it is to be read region by region."""
    completas = tuple([p.texto for p in palabras])
    nada = primera_frase(completas, "nada_excluido")
    if nada is not None:
        palabras = palabras[: nada[0]] + palabras[nada[1] :]
    solas = tuple([p.texto for p in palabras])
    reparada = any(p.reparada for p in palabras)
    incluye = primera_frase(solas, "incluyen")
    if incluye is not None and _sin_central(solas[: incluye[0]]) in frases("todas"):
        if _nombra_otra(buscar_menciones(palabras[incluye[1] :], division), division):
            return Ambito("REGION", (), "dudosa", "incluye una región que no es de esa división")
        palabras, solas = palabras[: incluye[0]], solas[: incluye[0]]
    corte = primera_frase(solas, "excepto") or sin_una(palabras, division)
    cabeza, cola = (palabras[: corte[0]], palabras[corte[1] :]) if corte else (palabras, ())
    total = _todas(cabeza, division, cola if corte else None)
    if total is not None:
        return _sin(total, cola, division) if corte else _rebajado(total, reparada)
    if corte and cola:
        return _solo_lo_exceptuado(cabeza, cola, division) or _region_salvo(cabeza, cola, division)
    central = _central(palabras, division)
    if central is not None:
        return _rebajado(central, reparada)
    return _indefinida(palabras, division)


def _rebajado(ambito: Ambito, reparada: bool) -> Ambito:
    if not reparada or ambito.certeza == "dudosa":
        return ambito
    return Ambito(ambito.alcance, ambito.codigos, "aproximada", ambito.porque)


def _todas(cabeza: tuple[Palabra, ...], division: Division, excluye: tuple[Palabra, ...] | None) -> Ambito | None:
    """All of them, or a count that comes to all; ``excluye``: the words after what leaves some out, None without it."""
    regiones = tuple(regiones_de(division))
    solas = tuple([p.texto for p in cabeza])
    resto = _sin_central(solas)
    cuenta = cuenta_de(cabeza)
    if cuenta is not None:
        numero, inicio, fin = cuenta
        seguro = "alias" if resto == solas else "aproximada"
        nombradas = {c for m in buscar_menciones(cabeza[:inicio] + cabeza[fin:], division) for c in codigos_de(m, division)}
        if numero == len(nombradas) and numero < len(regiones):
            return Ambito("REGION", tuple(sorted(nombradas)), "alias", f"nombra las {numero} regiones que cuenta")
        excluidas = {c for m in buscar_menciones(excluye or (), division) if m.clase != "lugar" for c in codigos_de(m, division)}
        suman = excluidas and not nombradas and numero + len(excluidas) == len(regiones)  # "14 regiones (sin la Metropolitana)"
        en_lista = any(p.antes in ("(", "-", ",") for p in (cabeza[fin:] if nombradas else ()))
        if numero != len(nombradas) and (en_lista or otro_numero(cabeza, inicio, fin)) and not excluidas:
            return Ambito("REGION", (), "dudosa", f"dice {numero} regiones y nombra otras")
        if suman or numero + len(nombradas) == len(regiones) or (numero == len(regiones) and not nombradas):
            return Ambito("TODAS", regiones, seguro, f"las {numero} regiones son todas las de la división")
        otra = numero in {len(regiones_de(d.id)) for d in vocabulario().divisiones}
        motivo = f"dice {numero} regiones y la división tiene {len(regiones)}"
        return Ambito("TODAS", regiones, "dudosa", motivo) if otra else Ambito("REGION", (), "dudosa", motivo)
    solo_regiones = excluye is not None and "regiones" in solas and all(p in acompanan() for p in solas)
    dentro = primera_frase(solas, "todas_dentro")
    central = primera_frase(solas, "nivel_central", minimo=2) is not None
    if central and (dentro is not None or resto in frases("todas")):
        return Ambito("TODAS", regiones, "aproximada", "se refiere a todas las regiones y al nivel central")
    if resto in frases("todas") or solo_regiones:
        exacta = resto in (("todas", "las", "regiones"), ("todas",))
        if set(resto) <= _NACIONAL:
            return Ambito("TODAS", regiones, "aproximada", "«nacional» puede ser todas las regiones o el nivel central")
        return Ambito("TODAS", regiones, "exacta" if exacta else "alias", "se refiere a todas las regiones")
    if dentro is None:
        return None
    vagas = sueltas("indefinidas")
    fuera = [p for p in (*solas[: dentro[0]], *solas[dentro[1] :]) if p not in de_paso()]
    dudosa = any(p in vagas for p in fuera)
    return Ambito("TODAS", regiones, "dudosa" if dudosa else "alias", "se refiere a todas las regiones")


def _sin_central(palabras: tuple[str, ...]) -> tuple[str, ...]:
    """Without a phrase of the central level and the links beside it."""
    lugar = primera_frase(palabras, "nivel_central", minimo=2)
    resto = [*palabras[: lugar[0]], *palabras[lugar[1] :]] if lugar else list(palabras)
    while resto and resto[0] in ("y", "e", "en", "a"):
        resto = resto[1:]
    while resto and resto[-1] in ("y", "e", "en"):
        resto = resto[:-1]
    return tuple(resto)


def _sin(total: Ambito, cola: tuple[Palabra, ...], division: Division) -> Ambito:
    """All but the ones that ``cola`` names; undecided when it names none, or words that nothing explains."""
    menciones = buscar_menciones(cola, division)
    fuera = {c for m in menciones for c in codigos_de(m, division) if m.clase in ("nombre", "numero")}
    quedan = tuple(c for c in total.codigos if c not in fuera)
    cubiertas = {i for m in menciones for i in range(m.inicio, m.fin)}
    extranas = [p for i, p in enumerate(cola) if i not in cubiertas and p.texto not in de_paso()]
    partes = any(m.clase == "lugar" for m in menciones)
    if total.certeza == "dudosa" or (not fuera and not partes) or _nombra_otra(menciones, division):
        return Ambito("REGION", quedan if fuera else (), "dudosa", "excluye algo que no se reconoce")
    if partes:
        return Ambito("REGION", quedan, "dudosa", "excluye un lugar, que puede estar por su región")
    rango = any(m.hasta is not None and any(p.antes == "-" for p in cola[m.inicio : m.fin]) for m in menciones)
    if rango:
        return Ambito("REGION", quedan, "dudosa", "el guion puede unir dos regiones y no un tramo")
    floja = extranas or any(p.reparada for p in cola)
    return Ambito(
        "REGION", quedan, "aproximada" if floja else "alias", "todas menos las que excluye: " + ", ".join(sorted(fuera))
    )


_NINGUNA = frozenset({"ninguna", "region", "regiones", "de", "las"})


def _solo_lo_exceptuado(cabeza: tuple[Palabra, ...], cola: tuple[Palabra, ...], division: Division) -> Ambito | None:
    """ "Ninguna región, salvo la III" is that one; None when something else is told before."""
    if not cabeza or cabeza[0].texto != "ninguna" or any(p.texto not in _NINGUNA for p in cabeza):
        return None
    todas = tuple(regiones_de(division))
    quedan = _sin(Ambito("TODAS", todas, "alias", ""), cola, division)
    codigos = tuple(c for c in todas if c not in quedan.codigos)
    return Ambito("REGION", codigos, "aproximada", "ninguna sino esa") if quedan.certeza == "alias" else None


def _region_salvo(cabeza: tuple[Palabra, ...], cola: tuple[Palabra, ...], division: Division) -> Ambito | None:
    """Regions named one by one, but for a part of them or one of a range; None when nothing is named before."""
    nombradas, excluidas = buscar_menciones(cabeza, division), buscar_menciones(cola, division)
    dentro = [c for m in nombradas if m.clase in ("nombre", "numero") for c in codigos_de(m, division)]
    if not dentro:
        return None
    fuera = {c for m in excluidas if m.clase in ("nombre", "numero") for c in codigos_de(m, division)}
    if _nombra_otra(nombradas, division) or any(es_de_otra_division(m, division) for m in excluidas):
        return Ambito("REGION", (), "dudosa", "nombra una región que no es de esa división")
    if any(m.clase == "lugar" for m in nombradas):
        return Ambito("REGION", (), "dudosa", "nombra regiones y un lugar, y excluye algo")
    quedan = tuple(sorted(set(dentro) - fuera))
    if not quedan:
        return Ambito("REGION", (), "dudosa", "excluye todo lo que nombra")
    if fuera - set(dentro):
        parte = {e.antes for e in vocabulario().equivalencias if e.codigo in fuera} & set(dentro)  # "Biobío (sin Ñuble)"
        return Ambito("REGION", quedan if parte else (), "aproximada" if parte else "dudosa", "excluye otra que las que nombra")
    return Ambito("REGION", quedan, "alias" if fuera else "aproximada", "sin lo que excluye")


def codigos_de(mencion: Mencion, division: Division) -> tuple[str, ...]:
    """The codes of the division that a mention covers."""
    return codigos_entre(mencion.codigo, mencion.hasta or mencion.codigo, division)


def es_de_otra_division(mencion: Mencion, division: Division) -> bool:
    """Whether the region, or the end of a range, did not exist in the division ("I a XV" in 2007)."""
    extremos = {mencion.codigo, mencion.hasta or mencion.codigo}
    return mencion.clase in ("nombre", "numero") and not extremos <= regiones_de(division).keys()


def _nombra_otra(menciones: tuple[Mencion, ...], division: Division) -> bool:
    """Whether one of them is no region of the division, or contradicts what stands beside it."""
    return any(m.clase in ("ajena", "choque") or es_de_otra_division(m, division) for m in menciones)


def _central(palabras: tuple[Palabra, ...], division: Division) -> Ambito | None:
    solas = tuple([p.texto for p in palabras])
    if solas in frases("nivel_central"):
        certeza = "exacta" if solas == ("nivel", "central") else "alias"
        return Ambito("NIVEL_CENTRAL", (), certeza, "nombra el nivel central, que no es una región")
    lugar = primera_frase(solas, "nivel_central", minimo=2)
    al_final = (
        solas[-1:] == ("central",) and not set(solas) & sueltas("no_es_central") and all(p in acompanan() for p in solas[:-1])
    )
    if lugar is None and not al_final:
        return None
    if any(m.codigo != _CAPITAL or m.clase != "lugar" for m in buscar_menciones(palabras, division)):
        if lugar is not None:
            return Ambito("REGION", (), "dudosa", "nombra el nivel central y también una región")
        return None
    if any(p in ("regiones", "regionales") for p in solas):
        return Ambito("REGION", (), "dudosa", "habla del nivel central y también de regiones")
    unidas = any(p.texto in ("y", "e", "o") or p.antes in (",", "/", "-") for p in palabras)
    if unidas and any(p in ("region", "regional") for p in solas):
        return Ambito("REGION", (), "dudosa", "habla del nivel central y también de la región")
    return Ambito("NIVEL_CENTRAL", (), "alias", "nombra el nivel central, que no es una región")


def _indefinida(palabras: tuple[Palabra, ...], division: Division) -> Ambito | None:
    """ "Varias regiones", "regiones del norte": which ones is not said."""
    solas = [p.texto for p in palabras]
    if "regiones" in solas and sueltas("indefinidas") & set(solas) and not buscar_menciones(palabras, division):
        return Ambito("REGION", (), "dudosa", "no dice qué regiones")
    return None
