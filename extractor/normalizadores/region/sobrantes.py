"""Words of a region line that what was read in it does not account for: an answer that leaves some is never sure."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from extractor.modelo.valores import Certeza, Division
from extractor.normalizadores.letras.aperturas_unidad import aperturas
from extractor.normalizadores.region.ambitos import codigos_de, es_de_otra_division, frases, primera_frase, sueltas
from extractor.normalizadores.region.menciones import Mencion, buscar_menciones
from extractor.normalizadores.region.nombres import enlaces
from extractor.normalizadores.region.palabra import Palabra, numero_de
from extractor.normalizadores.region.palabras import acompanan, palabras_de
from extractor.vocabularios.regiones import regiones_de, vocabulario

_CAPITAL = "13"
_HASTA_EL_NOMBRE = frozenset({"el", "la", "los", "las", "en", "a", "de", "del", "region"})
"""Words that may stand between what denies a region and its name ("no la del Maule")."""
_DE_AMBITO = ("todas", "todas_dentro", "nivel_central", "excepto", "incluyen", "nada_excluido", "rotulos")


@cache
def _de_ambito() -> frozenset[str]:
    """Words that say which regions a line is of without naming one, those beside them, and those of offices."""
    dichas = {p for clave in _DE_AMBITO for frase in frases(clave) for p in frase}
    numeros = {p.texto for n in vocabulario().numeros_en_letras for p in palabras_de(n)}
    return frozenset(dichas | numeros) | acompanan() | enlaces() | aperturas("internas") | sueltas("con_ambito")


def sobra_en_ambito(palabras: tuple[Palabra, ...], division: Division) -> tuple[Certeza, str] | None:
    """How sure a scope ("todas las regiones", "nivel central") still is with the words that it leaves over; None without any."""
    if palabras and palabras[0].texto in sueltas("niegan") and palabras[0].texto not in sueltas("excepto"):
        return "dudosa", f"«{palabras[0].texto}» no dice que lo sean"
    if "regional" in {p.texto for p in palabras} and "todas" not in {p.texto for p in palabras} and _unidas(palabras):
        return "dudosa", "«regional» puede decir que no son todas"  # "nivel nacional y regional"
    menciones = buscar_menciones(palabras, division)
    cubiertas = {i for m in menciones for i in range(m.inicio, m.fin)}
    sobra = [p.texto for i, p in enumerate(palabras) if i not in cubiertas and not _explicada(p)]
    solas = tuple(p.texto for p in palabras)
    excluye = any(frase == solas[i : i + len(frase)] for frase in frases("excepto") for i in range(len(solas)))
    nombradas = {c for m in menciones if m.clase in ("nombre", "numero") for c in codigos_de(m, division)}
    if any(m.clase == "ajena" or es_de_otra_division(m, division) for m in menciones):
        return "dudosa", "nombra una región que no es de esa división"
    if not excluye and (una := _de_una(palabras, menciones, division)) is not None:
        return "dudosa", una
    limite = _limite(palabras)
    if limite is not None and not excluye:
        return "dudosa", f"«{limite}» puede decir que no son todas"
    rango = any(m.hasta is not None and m.clase == "numero" for m in menciones)
    if rango and not excluye and len(nombradas) < len(regiones_de(division)):
        return "dudosa", "dice todas y nombra un tramo que no las cubre"
    return ("aproximada", f"no se explica «{' '.join(sobra)}»") if sobra else None


def _de_una(palabras: tuple[Palabra, ...], menciones: tuple[Mencion, ...], division: Division) -> str | None:
    """Why a line that says all of them may be of one ("todo el territorio de la región", "todo el país (Iquique)"); None when no
    phrase for all stands there, or nothing but what it includes."""
    solas = tuple(p.texto for p in palabras)
    dentro = primera_frase(solas, "todas_dentro")
    incluye = primera_frase(solas, "incluyen")
    if dentro is None or (incluye is not None and incluye[0] >= dentro[1]):
        return None
    despues = next((p for p in solas[dentro[1] :] if p in sueltas("de_una")), None)
    if despues is not None:
        return f"dice todas y «{despues}» puede decir que es una"
    nombradas = {c for m in menciones if not dentro[0] <= m.inicio < dentro[1] for c in codigos_de(m, division)}
    nombradas -= {_CAPITAL} if primera_frase(solas, "nivel_central", minimo=2) else set()
    return "dice todas y nombra una" if nombradas and len(nombradas) < len(regiones_de(division)) else None


_QUE = frozenset({"que", "donde", "con", "cuya", "cuyas", "cuyo", "cuyos"})


def _limite(palabras: tuple[Palabra, ...]) -> str | None:
    """What says of which regions a line speaks ("todas las regiones con oficina"): a relative, or a plural that nothing explains,
    right after the noun."""
    for previa, palabra, otra in zip(palabras, palabras[1:], (*palabras[2:], None), strict=False):
        if previa.texto != "regiones" or palabra.antes:
            continue
        abre = palabra.texto in _QUE and (otra is None or otra.texto not in ("inclusion", "nivel"))
        de_otra = palabra.texto.endswith("s") and palabra.texto not in sueltas("indefinidas") and not _explicada(palabra)
        if abre or de_otra:
            return palabra.texto
    return None


def _unidas(palabras: tuple[Palabra, ...]) -> bool:
    """Whether the line joins two things ("... y ...", ".../...")."""
    return any(p.texto in ("y", "e", "o", "u") or p.antes in (",", "/", "-") for p in palabras)


def _explicada(palabra: Palabra) -> bool:
    return palabra.texto in _de_ambito() or numero_de(palabra) is not None


def negada(palabras: tuple[Palabra, ...], menciones: tuple[Mencion, ...]) -> str | None:
    """Why a line that opens by denying or leaving out what it then names ("No es de la Región del Maule") names none; None when
    it does not. "No" before a number abbreviates "número"."""
    if not menciones or not palabras:
        return None
    primera, abre = menciones[0].inicio, palabras[0].texto
    numero = primera == 1 and menciones[0].clase == "numero" and abre in ("no", "n")
    solas = tuple([p.texto for p in palabras[:primera]])
    fuera = primera_frase(solas, "excepto")
    if primera > 0 and (fuera is not None or (abre in sueltas("niegan") and not numero)):
        return f"«{solas[fuera[0]] if fuera else abre}» no dice que sea la que nombra"
    for mencion in menciones[1:]:
        antes = [p.texto for p in palabras[: mencion.inicio] if p.texto not in _HASTA_EL_NOMBRE][-1:]
        if mencion.clase != "numero" and antes and antes[0] in sueltas("niegan"):
            return f"«{antes[0]}» niega una de las que nombra"
    return None


def contradice_al_rotulo(texto: str, propio: str, codigos: set[str], division: Division) -> str | None:
    """Why the region of the line is not the one that its label names ("Maule: 12"); None when the label names
    none, or the same."""
    if propio == texto or not codigos:
        return None
    palabras = palabras_de(texto.rpartition(":")[0], reparar=True)
    if any(p.texto == "regiones" for p in palabras):
        return None  # "2 regiones: Maule y Biobío"
    nombradas = {c for m in buscar_menciones(palabras, division) for c in codigos_de(m, division)}
    return "lo que sigue a los dos puntos no es la región que nombran" if nombradas and not nombradas & codigos else None


def sobra_en_rotulo(texto: str, propio: str) -> str | None:
    """The words of what precedes the label's colon that are no label's; None when there are none."""
    antes = texto[: len(texto) - len(propio)] if texto.endswith(propio) else texto.rpartition(":")[0]
    sobra = [
        p.texto for p in palabras_de(antes, reparar=True) if len(p.texto) > 1 and not _explicada(p) and not p.texto.isdigit()
    ]
    return " ".join(sobra) or None


def es_parte(palabras: tuple[Palabra, ...], menciones: tuple[Mencion, ...]) -> bool:
    """Whether the line may name less, or something else, than the region: a valley or a coast ("Valle del Maule"), a short name
    that is a person's as well ("Lagos"), a range told by names ("de Tarapacá a Magallanes")."""
    textos = {p.texto for p in palabras}
    if textos & {"region", "regiones", "reg"}:
        return False
    breve = any(tuple(p.texto for p in palabras[m.inicio : m.fin]) in frases("breves") for m in menciones if m.clase == "nombre")
    rango = any(m.hasta is not None and m.clase == "nombre" for m in menciones)
    return bool(textos & sueltas("accidentes")) or breve or rango


def una_con_region(palabras: tuple[Palabra, ...], menciones: tuple[Mencion, ...]) -> bool:
    """Whether only the second of two, after a comma, is said to be a region ("Oficina Valparaíso, Región Metropolitana"): the
    first may be where in it."""
    if len(menciones) != 2 or palabras[menciones[1].inicio - 1].texto in ("y", "e"):
        return False
    primera, segunda = menciones
    entre = palabras[primera.fin : segunda.inicio + 1]
    con_region = [p.texto for p in palabras[primera.fin : segunda.fin] if p.texto in ("region", "reg")]
    return bool(con_region) and not primera.segura and any(p.antes == "," for p in entre) and primera.clase == "nombre"


def de_otra_metropoli(palabras: tuple[Palabra, ...], menciones: tuple[Mencion, ...]) -> str | None:
    """Why "área metropolitana de Valparaíso" is not the capital's region; None when nothing of the kind stands there."""
    for previa, mencion in pairwise(menciones):
        corrida = not any(p.antes for p in palabras[previa.fin : mencion.inicio + 1])
        entre = [p.texto for p in palabras[previa.fin : mencion.inicio]] if corrida else []
        if previa.codigo == _CAPITAL and mencion.codigo != _CAPITAL and entre in (["de"], ["del"]):
            return "dice de qué otra ciudad es el área metropolitana"
    return None
