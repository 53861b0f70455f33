"""Lists and ranges of regions that may be divided otherwise, or that leave one out: each check says why, or None.

As in ``otros_sentidos``, any of them leaves the line without an answer.
"""

from __future__ import annotations

from itertools import pairwise

from extractor.modelo.valores import Division
from extractor.normalizadores.region.cuentas import cardinal
from extractor.normalizadores.region.menciones import Mencion
from extractor.normalizadores.region.nombres import comunes, de_paso, llevan_numero, lugares_de, rotulos_lugar
from extractor.normalizadores.region.palabra import Palabra, numero_de
from extractor.normalizadores.region.palabras import palabras_de
from extractor.vocabularios import lugares

_SUMAN = frozenset({"incluye", "incluyen", "incluida", "incluyendo", "mas", "tambien", "ademas"})
"""What adds a region to those named."""
_UNEN_NUMEROS = frozenset({"y", "e", "de", "la"}) | _SUMAN
"""Words right before a number that may be one more of a list."""


def lista_dudosa(palabras: tuple[Palabra, ...], menciones: tuple[Mencion, ...], division: Division) -> str | None:
    """Why the regions of a list may not be those that its words make."""
    return (
        _entre_comunas(palabras, menciones, division)
        or _dos_por_raya(palabras, menciones)
        or _numero_sin_leer(palabras, menciones)
        or _una_u_otra(palabras)
        or _otro_numero(palabras, menciones)
        or _letras_sueltas(palabras, menciones)
        or _cuenta_tras_lugar(palabras, menciones)
    )


def _cuenta_tras_lugar(palabras: tuple[Palabra, ...], menciones: tuple[Mencion, ...]) -> str | None:
    """A figure right after a place of another region ("Talca 2")."""
    for previa, mencion in pairwise(menciones):
        cifra = palabras[mencion.inicio]
        seguida = previa.clase == "lugar" and mencion.inicio == previa.fin and not cifra.antes and mencion.codigo != previa.codigo
        if seguida and mencion.clase == "numero" and cifra.texto.isdigit() and not (cifra.ordinal or mencion.segura):
            return f"«{cifra.texto}» puede contar algo"
    return None


def _letras_sueltas(palabras: tuple[Palabra, ...], menciones: tuple[Mencion, ...]) -> str | None:
    """Single letters that make no list of Roman numbers ("A/V", "X I"), nor one after "N" or "R"."""
    if len(palabras) < 2 or any(len(p.texto) > 1 for p in palabras) or any(m.clase != "numero" for m in menciones):
        return None
    if len(palabras) == 2 and (palabras[0].texto in "nr" or palabras[1].texto == "r"):
        return None
    numeros = [numero_de(p) is not None for p in palabras]
    corridas = (a == b and not (a and palabra.antes) for a, b, palabra in zip(numeros, numeros[1:], palabras[1:], strict=False))
    mal = not numeros[0] or not numeros[-1] or any(corridas)
    return "las letras sueltas pueden ser de otra cosa" if mal else None


def _entre_comunas(palabras: tuple[Palabra, ...], menciones: tuple[Mencion, ...], division: Division) -> str | None:
    """A region's name that is a commune's of another region, listed with places of that one or called a commune ("Los Lagos y
    Valdivia")."""
    nombres = [m for m in menciones if m.clase == "nombre" and not m.segura and m.hasta is None]
    sitios = {m.codigo for m in menciones if m.clase == "lugar"}
    for mencion in nombres:
        otras = _de_la_comuna(palabras, mencion, division)
        detras = palabras[mencion.fin].texto if mencion.fin < len(palabras) else ""
        if otras and (detras in rotulos_lugar() or (len(nombres) == 1 and sitios & otras)):
            return "el nombre es también de una comuna de otra región"
    return None


def _de_la_comuna(palabras: tuple[Palabra, ...], mencion: Mencion, division: Division) -> set[str | None]:
    """The other regions that have a place of the name."""
    textos = tuple(p.texto for p in palabras[mencion.inicio : mencion.fin])
    suyas = (c for f, _, c, _ in lugares_de(True).get(textos[0], ()) if f == textos)
    return {lugares.region_de_lugar(c, division) for c in suyas} - {mencion.codigo, None}


def _dos_por_raya(palabras: tuple[Palabra, ...], menciones: tuple[Mencion, ...]) -> str | None:
    """Two names far apart joined by a dash ("Tarapacá - Coquimbo"): both, or from one to the other."""
    if len(menciones) != 2 or any(m.clase != "nombre" or m.hasta is not None for m in menciones):
        return None
    una, otra = menciones
    if una.fin == otra.inicio and palabras[otra.inicio].antes == "-" and abs(int(una.codigo) - int(otra.codigo)) > 1:
        return "el guion puede unir dos regiones o un tramo"
    return None


def _numero_sin_leer(palabras: tuple[Palabra, ...], menciones: tuple[Mencion, ...]) -> str | None:
    """A number that may be one more region's: what it is joined by, nothing tells ("IV a X además de la II")."""
    dichas = {i for m in menciones for i in range(m.inicio, m.fin)}
    for indice, palabra in enumerate(palabras):
        if indice in dichas or numero_de(palabra) is None:
            continue
        sigue = palabras[indice + 1] if indice + 1 < len(palabras) and indice + 1 not in dichas else None
        cuenta = sigue is not None and not sigue.antes and sigue.texto not in llevan_numero() and numero_de(sigue) is None
        previa = palabras[indice - 1].texto if indice else ""
        sigue_lista = sigue is not None and sigue.texto in ("a", "al", "y", "e", "hasta")
        unido = sigue_lista or previa in _UNEN_NUMEROS or (palabra.antes == "," and not palabra.texto.isdigit())
        if unido and not cuenta:
            return f"«{palabra.texto}» puede ser una región más"
    return None


def _una_u_otra(palabras: tuple[Palabra, ...]) -> str | None:
    """ "VII u VIII Región"."""
    for previa, palabra, otra in zip(palabras, palabras[1:], palabras[2:], strict=False):
        if palabra.texto in ("o", "u") and numero_de(previa) is not None and numero_de(otra) is not None:
            return "dice una región u otra"
    return None


def _otro_numero(palabras: tuple[Palabra, ...], menciones: tuple[Mencion, ...]) -> str | None:
    """A name that its brackets explain with its number and another's ("Los Lagos (X y XIV)")."""
    for previa, mencion in pairwise(menciones):
        abre = any(p.antes == "(" for p in palabras[previa.inicio + 1 : previa.fin])
        dentro = not any(p.antes in (")", "(") for p in palabras[previa.fin : mencion.inicio + 1])
        if abre and dentro and previa.clase == "nombre" and mencion.codigo != previa.codigo:
            return "los paréntesis nombran otra región además de la suya"
        entre = palabras[previa.fin : mencion.inicio]
        aparte = bool(entre) and entre[0].antes == "(" and mencion.codigo != previa.codigo
        if aparte and any(p.texto not in de_paso() | rotulos_lugar() | _SUMAN for p in entre):
            return "los paréntesis hablan de otra región, y no la suman"
    return None


def comun_apartada(palabras: tuple[Palabra, ...], cubiertas: frozenset[int], codigos: set[str], division: Division) -> str | None:
    """A place whose name is a common word, joined to regions that are others ("Región del Maule y Concepción"): in the list or
    not, it is not said."""
    for indice in range(1, len(palabras)):
        if indice in cubiertas or not (palabras[indice - 1].texto in ("y", "e") or palabras[indice].antes in (",", "-")):
            continue
        for frase, _, codigo, _ in lugares_de(True).get(palabras[indice].texto, ()):
            fin = indice + len(frase)
            entera = tuple(p.texto for p in palabras[indice:fin]) == frase and frase in comunes()
            cierra = fin >= len(palabras) or palabras[fin].antes == "," or palabras[fin].texto in ("y", "e")
            region = lugares.region_de_lugar(codigo, division)
            if entera and cierra and region is not None and region not in codigos:
                return f"«{' '.join(frase)}» puede ser otra de la lista"
    return None


def cuenta_del_rotulo(texto: str, propio: str, codigos: set[str]) -> str | None:
    """Why a label that counts ("Tres regiones: IV y V") does not fit what follows; None when it does."""
    if propio == texto:
        return None
    antes = palabras_de(texto.rpartition(":")[0], reparar=True)
    for previa, palabra in pairwise(antes):
        cuenta = None if previa.ordinal or palabra.texto != "regiones" else cardinal(previa)
        if cuenta is not None and cuenta != len(codigos):
            return f"dice {cuenta} regiones y nombra {len(codigos)}"
    return None
