"""The words of a region line and what each of them mentions: a name, a number, a range. No judgement here."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from extractor.comun.texto import romano, sin_marcas_nota
from extractor.modelo.informe import Division
from extractor.vocabularios import servicios
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.regiones import regiones_de, vocabulario

_PALABRA = re.compile(r"([a-z0-9]+)(#?)")
_ORDINAL_CIFRAS = re.compile(r"(\d{1,2})(?:a|o|ra|da|ta|era|va|na|ma|avo)?")
_MAYOR_NUMERO = 20
"""Numbers above name no region of any division, nor a slip of one."""


@dataclass(frozen=True, slots=True)
class Palabra:
    """A folded word of the line; ``antes`` is the separator that precedes it: one of ``,`` ``-`` or nothing."""

    texto: str
    antes: str
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class Mencion:
    """Words ``inicio`` to ``fin`` (excluded) mention region ``codigo``. ``clase``: nombre, debil, numero, ajena (a region of
    another division). ``hasta``: last code of a range. ``oficial``: the official name itself."""

    clase: str
    codigo: str
    inicio: int
    fin: int
    oficial: bool = False
    hasta: str | None = None


def palabras_de(texto: str) -> tuple[Palabra, ...]:
    """The words of ``texto`` without note marks.

    >>> [p.texto for p in palabras_de("IIª Región (1)")]
    ['ii', 'region']
    """
    sin_notas = re.sub(r"(?<=\w)\s?[ªº°]", "#", sin_marcas_nota(texto.replace("\n", " ; ").replace("\t", " ")))
    plegado = plegar_frase(sin_notas)
    salida: list[Palabra] = []
    cursor = 0
    for hallada in _PALABRA.finditer(plegado):
        entre = plegado[cursor : hallada.start()]
        separador = "," if re.search(r"[,;/|]", entre) else "-" if re.search(r"[-–—]", entre) else ""
        salida.append(Palabra(hallada.group(1), separador, bool(hallada.group(2))))
        cursor = hallada.end()
    return tuple(salida)


@cache
def _frases(division: Division) -> dict[str, tuple[tuple[tuple[str, ...], str, str, bool], ...]]:
    """By first word, the name phrases (words, class, code, official), the longest first."""
    vocab = vocabulario()
    de_aqui = regiones_de(division)
    todas: list[tuple[tuple[str, ...], str, str, bool]] = []
    for region in vocab.regiones:
        clase = "nombre" if region.codigo in de_aqui else "ajena"
        oficial = _nucleo(region.nombre)
        nombres = {tuple(p.texto for p in palabras_de(n.texto)) for n in region.fuertes} | {oficial}
        todas.extend((n, clase, region.codigo, n in (oficial, oficial[1:]) and bool(n)) for n in nombres)
    for debil in vocab.debiles:
        if division in debil.codigos:
            todas.append((tuple(p.texto for p in palabras_de(debil.texto)), "debil", debil.codigos[division], False))
    indice: dict[str, list[tuple[tuple[str, ...], str, str, bool]]] = {}
    for frase in sorted(todas, key=lambda f: (-len(f[0]), f)):
        indice.setdefault(frase[0][0], []).append(frase)
    return {clave: tuple(valor) for clave, valor in indice.items()}


def _nucleo(nombre: str) -> tuple[str, ...]:
    """The official name without "Región de"."""
    palabras = [p.texto for p in palabras_de(nombre)]
    while palabras[0] in ("region", "de", "del"):
        palabras = palabras[1:]
    return tuple(palabras)


@cache
def acompanan() -> frozenset[str]:
    """Words that may stand beside a region's name and say nothing of it."""
    vocab = vocabulario()
    propias = {p.texto for frase in (*vocab.acompanan, *vocab.rotulos) for p in palabras_de(frase)}
    siglas = {p.texto for s in servicios.vocabulario().servicios for sigla in s.siglas for p in palabras_de(sigla)}
    return frozenset(propias | siglas - {"a"})


@cache
def _ordinales() -> dict[tuple[str, ...], int]:
    return {tuple(plegar_frase(nombre).split()): numero for nombre, numero in vocabulario().ordinales.items()}


def numero_de(palabra: Palabra) -> int | None:
    """The number a word is ("ii", "2", "2da"), up to 20; None for anything else."""
    cifras = _ORDINAL_CIFRAS.fullmatch(palabra.texto)
    valor = int(cifras.group(1)) if cifras else romano(palabra.texto)
    return valor if valor is not None and 0 < valor <= _MAYOR_NUMERO else None


def buscar_menciones(palabras: tuple[Palabra, ...], division: Division) -> tuple[Mencion, ...]:
    """Every mention, in order, the longest reading first; numbers and names of one region are joined, ranges made one."""
    frases, menciones, indice = _frases(division), [], 0
    while indice < len(palabras):
        hallada = _nombre_en(palabras, indice, frases) or _numero_en(palabras, indice)
        if hallada is None:
            indice += 1
            continue
        menciones.append(hallada)
        indice = hallada.fin
    return _unir(palabras, _numeros_admisibles(palabras, menciones))


def _nombre_en(
    palabras: tuple[Palabra, ...], indice: int, frases: dict[str, tuple[tuple[tuple[str, ...], str, str, bool], ...]]
) -> Mencion | None:
    for frase, clase, codigo, oficial in frases.get(palabras[indice].texto, ()):
        fin = indice + len(frase)
        if tuple(p.texto for p in palabras[indice:fin]) == frase:
            return Mencion(clase, codigo, indice, fin, oficial)
    return None


def _numero_en(palabras: tuple[Palabra, ...], indice: int) -> Mencion | None:
    for largo in (2, 1):
        frase = tuple(p.texto for p in palabras[indice : indice + largo])
        if len(frase) == largo and frase in _ordinales():
            return Mencion("numero", f"{_ordinales()[frase]:02d}", indice, indice + largo)
    numero = numero_de(palabras[indice])
    return None if numero is None else Mencion("numero", f"{numero:02d}", indice, indice + 1)


def _numeros_admisibles(palabras: tuple[Palabra, ...], menciones: list[Mencion]) -> list[Mencion]:
    """Numbers count when nothing strange stands in the line, or when they stand beside "región" or a region's name."""
    cubiertas = {i for m in menciones for i in range(m.inicio, m.fin)}
    conocidas = acompanan() | _enlaces()
    if all(i in cubiertas or p.texto in conocidas for i, p in enumerate(palabras)):
        return menciones
    anclas = {i for i, p in enumerate(palabras) if p.texto.startswith("region") or p.texto == "reg"}
    anclas |= {i for m in menciones if m.clase != "numero" for i in range(m.inicio, m.fin)}
    return [m for m in menciones if m.clase != "numero" or _junto(m, anclas, palabras, menciones)]


def _junto(mencion: Mencion, anclas: set[int], palabras: tuple[Palabra, ...], menciones: list[Mencion]) -> bool:
    """Whether only link words and other numbers stand between the number and an anchor."""
    numeros = {i for m in menciones if m.clase == "numero" for i in range(m.inicio, m.fin)}
    for paso, desde in ((1, mencion.fin), (-1, mencion.inicio - 1)):
        lugar = desde
        while 0 <= lugar < len(palabras):
            if lugar in anclas:
                return True
            if lugar not in numeros and palabras[lugar].texto not in _enlaces():
                break
            lugar += paso
    return False


@cache
def _enlaces() -> frozenset[str]:
    return frozenset({"y", "e", "de", "del", "la", "las", "los", "el", "a", "al", "hasta"})


_UNEN = frozenset({"de", "del", "la", "las", "los", "el", "region", "reg", "n", "regional", "direccion"})


def _unir(palabras: tuple[Palabra, ...], menciones: list[Mencion]) -> tuple[Mencion, ...]:
    """Ranges of numbers made one mention; a number and the name it belongs to, likewise (their clash is kept as two)."""
    hasta = {plegar_frase(h) for h in vocabulario().hasta}
    unidas: list[Mencion] = []
    for mencion in menciones:
        previa = unidas[-1] if unidas else None
        if previa is not None and mencion.inicio > 0:
            entre = [p.texto for p in palabras[previa.fin : mencion.inicio]]
            separador = palabras[previa.fin].antes if previa.fin < len(palabras) else ""
            cortes = {p.antes for p in palabras[previa.fin : mencion.inicio + 1]}
            numeros = previa.clase == mencion.clase == "numero" and previa.hasta is None
            rango = bool(hasta & set(entre)) or (separador == "-" and not entre)
            if numeros and rango and set(entre) <= hasta | _UNEN and mencion.codigo > previa.codigo:
                unidas[-1] = replace(previa, fin=mencion.fin, hasta=mencion.codigo)
                continue
            mixtas = {previa.clase, mencion.clase} == {"numero", "nombre"}
            if mixtas and "," not in cortes and set(entre) <= _UNEN and previa.hasta is None:
                if previa.codigo == mencion.codigo:
                    unidas[-1] = Mencion("nombre", mencion.codigo, previa.inicio, mencion.fin, oficial=True)
                    continue
                unidas[-1] = replace(previa, clase="choque")
                mencion = replace(mencion, clase="choque")
        unidas.append(mencion)
    return tuple(unidas)
