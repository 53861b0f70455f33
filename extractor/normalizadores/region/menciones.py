"""What the words of a region line mention: a region's name, a number, a place, a range. No judgement here."""

from __future__ import annotations

from functools import cache, lru_cache

from extractor.modelo.valores import Division
from extractor.normalizadores.region.mencion import Mencion
from extractor.normalizadores.region.nombres import (
    abren_ordinal,
    adornos_de,
    calles,
    comunes,
    conocidos,
    de_paso,
    enlaces,
    llevan_numero,
    ordinales,
    rotulos_lugar,
)
from extractor.normalizadores.region.palabra import Palabra, numero_de, romano_mal_leido
from extractor.normalizadores.region.palabras import acompanan
from extractor.normalizadores.region.union_menciones import unir
from extractor.vocabularios import lugares
from extractor.vocabularios.regiones import vocabulario

__all__ = ["Mencion", "acompanan", "buscar_menciones", "enlaces"]


@lru_cache(maxsize=4096)
def buscar_menciones(palabras: tuple[Palabra, ...], division: Division) -> tuple[Mencion, ...]:
    """Every mention, in order, the longest reading first; numbers and names of one region are joined, ranges made one."""
    menciones: list[Mencion] = []
    rotulos, paso = rotulos_lugar(), de_paso()
    indice, rotulado = 0, False
    while indice < len(palabras):
        texto = palabras[indice].texto
        if texto in rotulos:
            rotulado = True
        elif texto.startswith("region") and texto not in ("regional", "regionales"):
            rotulado = False
        hallada = _nombre_en(palabras, indice, division, rotulado) or _numero_en(palabras, indice)
        if hallada is None or _es_calle(palabras, hallada.inicio):
            rotulado = rotulado and texto in paso
            indice = indice + 1 if hallada is None else hallada.fin
            continue
        menciones.append(hallada)
        indice = hallada.fin
    return unir(palabras, _admisibles(palabras, menciones))


def _nombre_en(palabras: tuple[Palabra, ...], indice: int, division: Division, rotulado: bool) -> Mencion | None:
    largo, conocidas = conocidos(division).get(palabras[indice].texto, (0, ()))
    if not conocidas:
        return None
    siguen = tuple([p.texto for p in palabras[indice : indice + largo]])
    opciones = [opcion for opcion in conocidas if siguen[: len(opcion[0])] == opcion[0]]
    mejor: Mencion | None = None
    for frase, clase, codigo, oficial in opciones:
        fin = indice + len(frase)
        detras = fin == len(palabras) - 1 and palabras[fin].antes == "(" and palabras[fin].texto in rotulos_lugar()
        con_rotulo = rotulado or detras
        if clase == "lugar":
            sin_region = any(c == "ajena" and f == frase for f, c, _, _ in opciones) and not _dice_region(palabras, indice)
            if codigo in lugares.vocabulario().con_rotulo and not con_rotulo and not sin_region:
                continue
            region = lugares.region_de_lugar(codigo, division)
            if region is None or codigo in _acabadas(division):
                continue
            nueva = Mencion("lugar", region, indice, fin, lugar=codigo, segura=con_rotulo)
        else:
            nueva = Mencion(clase, codigo, indice, fin, oficial, segura=_dice_region(palabras, indice))
            if _dice_lugar(palabras, indice):
                nueva = nueva._replace(clase="choque", oficial=False)  # "comuna de" a name that no commune has
        gana = mejor is None or nueva.fin > mejor.fin
        if mejor is not None and nueva.fin == mejor.fin:
            gana = con_rotulo and mejor.clase != "lugar" and nueva.clase == "lugar"
            gana = gana or (
                con_rotulo and nueva.clase == mejor.clase == "lugar" and len(nueva.lugar or "") > len(mejor.lugar or "")
            )
        # before the region existed its name can only be the province's ("Ñuble" until 2018)
        ajena = mejor is not None and mejor.clase == "ajena" and nueva.clase == "lugar" and nueva.fin == mejor.fin
        if gana or (ajena and mejor is not None and not mejor.segura):
            mejor = nueva
    if mejor is None or mejor.clase == "lugar":
        return mejor
    adornos = adornos_de().get(mejor.codigo, frozenset())
    fin = mejor.fin
    while fin < len(palabras) and palabras[fin].texto in adornos and palabras[fin].antes in ("", "-"):
        fin += 1
    while fin > mejor.fin and palabras[fin - 1].texto in ("y", "de", "del", "la"):
        fin -= 1
    inicio = mejor.inicio
    while inicio > 0 and palabras[inicio - 1].texto in adornos - {"y", "a", "de", "la"} and palabras[inicio].antes != ",":
        inicio -= 1
    return mejor._replace(inicio=inicio, fin=fin, segura=mejor.segura or _dice_region(palabras, inicio))


def _dice_region(palabras: tuple[Palabra, ...], indice: int) -> bool:
    """Whether "región (de)" stands just before."""
    lugar = indice - 1
    while lugar >= 0 and palabras[lugar].texto in ("de", "del", "la", "los", "las"):
        lugar -= 1
    return lugar >= 0 and palabras[lugar].texto in ("region", "reg", "regiones")


def _dice_lugar(palabras: tuple[Palabra, ...], indice: int) -> bool:
    """Whether "comuna de" or "provincia de" stands just before."""
    lugar = indice - 1
    while lugar >= 0 and palabras[lugar].texto in ("de", "del", "la"):
        lugar -= 1
    return lugar >= 0 and palabras[lugar].texto in ("comuna", "provincia", "prov")


def _es_calle(palabras: tuple[Palabra, ...], inicio: int) -> bool:
    """Whether the name is a street's ("Av. Libertador ...")."""
    lugar = inicio - 1
    while lugar >= 0 and palabras[lugar].texto in _entre_calle_y_nombre():
        lugar -= 1
    return lugar >= 0 and palabras[lugar].texto in calles()


@cache
def _entre_calle_y_nombre() -> frozenset[str]:
    return frozenset({"de", "del", "la", "los", "las", "a"}).union(*adornos_de().values())


@cache
def _acabadas(division: Division) -> frozenset[str]:
    """Provinces that ended before a division began."""
    desde = next(d.desde for d in vocabulario().divisiones if d.id == division)
    return frozenset(p.codigo for p in lugares.vocabulario().provincias if p.hasta is not None and p.hasta <= desde)


_ROMANO_SOLO = 3
"""Letters of a misread Roman number that is the whole line ("lll", "XlI")."""
_REGION = frozenset({"region", "regiones", "reg"})


@cache
def _plurales() -> frozenset[str]:
    """What a figure before it counts ("9 comunas")."""
    return frozenset(p for p in acompanan() if p.endswith("s") and len(p) > 4 and p != "regiones")


def _numero_en(palabras: tuple[Palabra, ...], indice: int) -> Mencion | None:
    siguiente = palabras[indice + 1].texto if indice + 1 < len(palabras) else ""
    if palabras[indice].texto == "i" and siguiente in rotulos_lugar():
        return None  # "I. Municipalidad"
    previa = palabras[indice - 1].texto if indice else ""
    if previa in rotulos_lugar() or previa in calles():
        return None
    for largo in (2, 1) if palabras[indice].texto in abren_ordinal() else ():
        frase = tuple(p.texto for p in palabras[indice : indice + largo])
        corrida = largo == 1 or (len(frase) == largo and palabras[indice + 1].antes in ("", "-"))
        if corrida and frase in ordinales():
            return Mencion("numero", f"{ordinales()[frase]:02d}", indice, indice + largo, segura=siguiente.startswith("region"))
    numero = numero_de(palabras[indice])
    de_region = siguiente in _REGION or previa in _REGION
    inicial = palabras[indice].texto == "l" and siguiente not in _REGION  # "Región L. G. B. O'Higgins"
    if numero is None and not inicial and (de_region or (len(palabras) == 1 and len(palabras[0].texto) >= _ROMANO_SOLO)):
        numero = romano_mal_leido(palabras[indice])
    cuenta = palabras[indice].texto.isdigit() and not palabras[indice].ordinal and siguiente in _plurales()
    cuenta = cuenta or (palabras[indice].texto == "1" and siguiente == "de")  # "1 de la V Región"
    if numero is None or cuenta:
        return None
    segura = siguiente in ("region", "reg") or previa in ("region", "reg")
    return Mencion("numero", f"{numero:02d}", indice, indice + 1, segura=segura)


def _admisibles(palabras: tuple[Palabra, ...], menciones: list[Mencion]) -> list[Mencion]:
    """Numbers count when nothing strange stands in the line, or when they stand beside "región" or a region's name; a place
    whose name is a common word ("Victoria"), when nothing strange does, or after a label."""
    menciones = [m for m in menciones if not _de_otra_cosa(palabras, m, menciones)]
    cubiertas = {i for m in menciones for i in range(m.inicio, m.fin)}
    conocidas = de_paso()
    firmes = {m.codigo for m in menciones if m.segura and m.clase in ("nombre", "numero")}
    if firmes:
        menciones = [m for m in menciones if m.codigo in firmes or m.segura or m.clase != "lugar" or not _comun(m, palabras)]
    if all(i in cubiertas or p.texto in conocidas for i, p in enumerate(palabras)):
        return menciones
    anclas = {i for i, p in enumerate(palabras) if p.texto in ("region", "regiones", "reg")}
    anclas |= {i for m in menciones if m.clase != "numero" for i in range(m.inicio, m.fin)}
    salida: list[Mencion] = []
    for mencion in menciones:
        if mencion.clase == "numero" and not _junto(mencion, anclas, palabras, menciones):
            continue
        if mencion.clase == "lugar" and not mencion.segura and _comun(mencion, palabras):
            continue
        salida.append(mencion)
    return salida


def _de_otra_cosa(palabras: tuple[Palabra, ...], mencion: Mencion, menciones: list[Mencion]) -> bool:
    """Whether the number is that of the word before it, when another mention is said to be a region ("Etapa III, Región de
    Coquimbo")."""
    if mencion.clase != "numero":
        return False
    otras = [m for m in menciones if m is not mencion and (m.segura or m.clase in ("nombre", "lugar"))]
    if not otras:
        return False
    if mencion.segura and not any(m.clase == "nombre" and m.segura and m.inicio > mencion.fin for m in otras):
        return False  # "Sala III Región", but not "Etapa III, Región de Coquimbo"
    lugar = mencion.inicio - 1
    while lugar >= 0 and palabras[lugar].texto in ("n", "no", "nro", "numero"):
        lugar -= 1
    dichas = {i for m in menciones for i in range(m.inicio, m.fin)}
    corrida = not any(p.antes for p in palabras[lugar + 1 : mencion.inicio + 1])
    return lugar >= 0 and lugar not in dichas and corrida and palabras[lugar].texto not in _sin_numero()


def _comun(mencion: Mencion, palabras: tuple[Palabra, ...]) -> bool:
    """Whether the place's name is also a common word ("Victoria")."""
    return tuple(p.texto for p in palabras[mencion.inicio : mencion.fin]) in comunes()


def _junto(mencion: Mencion, anclas: set[int], palabras: tuple[Palabra, ...], menciones: list[Mencion]) -> bool:
    """Whether only link words and other numbers stand between the number and an anchor."""
    numeros = {i for m in menciones if m.clase == "numero" for i in range(m.inicio, m.fin)}
    for paso, desde in ((1, mencion.fin), (-1, mencion.inicio - 1)):
        lugar = desde
        while 0 <= lugar < len(palabras):
            if lugar in anclas:
                return True
            if lugar not in numeros and palabras[lugar].texto not in enlaces():
                break
            lugar += paso
    return False


@cache
def _sin_numero() -> frozenset[str]:
    return llevan_numero() | acompanan()
