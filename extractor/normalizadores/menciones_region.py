"""What the words of a region line mention: a region's name, a number, a place, a range. No judgement here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from extractor.modelo.informe import Division
from extractor.normalizadores.palabras_region import Palabra, acompanan, numero_de, palabras_de, romano_mal_leido
from extractor.vocabularios import lugares
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.regiones import regiones_de, vocabulario

__all__ = ["Mencion", "acompanan", "buscar_menciones", "enlaces"]


@dataclass(frozen=True, slots=True)
class Mencion:
    """Words ``inicio`` to ``fin`` (excluded) mention region ``codigo``. ``clase``: nombre, lugar, numero, ajena (a region of
    another division), choque (a number and a name that disagree, a range that runs backwards). ``hasta``: last code of a range.
    ``oficial``: the official name itself. ``lugar``: official code of the province or commune. ``segura``: the line says that
    it is a region, or a commune ("Región del Maule", "comuna de Lota"), so that strange words beside it do not undo it."""

    clase: str
    codigo: str
    inicio: int
    fin: int
    oficial: bool = False
    hasta: str | None = None
    lugar: str | None = None
    segura: bool = False


Frase = tuple[tuple[str, ...], str, str, bool]
"""Words, class, code and whether it is the official name."""


def _indexar(frases: Iterable[Frase]) -> dict[str, tuple[Frase, ...]]:
    indice: dict[str, list[Frase]] = {}
    for frase in sorted(frases, key=lambda f: (-len(f[0]), f)):
        indice.setdefault(frase[0][0], []).append(frase)
    return {clave: tuple(valor) for clave, valor in indice.items()}


def _solas(texto: str) -> tuple[str, ...]:
    return tuple(p.texto for p in palabras_de(texto))


@cache
def _nombres(division: Division) -> dict[str, tuple[Frase, ...]]:
    """By first word, the names of regions, the longest first."""
    de_aqui = regiones_de(division)
    todas: list[Frase] = []
    for region in vocabulario().regiones:
        clase = "nombre" if region.codigo in de_aqui else "ajena"
        oficial = _nucleo(region.nombre)
        for nombre in {_solas(n.texto) for n in region.fuertes} | {oficial}:
            todas.append((nombre, clase, region.codigo, nombre in (oficial, oficial[1:]) and bool(nombre)))
    return _indexar(todas)


@cache
def _lugares(con_rotulo: bool) -> dict[str, tuple[Frase, ...]]:
    """By first word, the names of provinces and communes; those that only count after a label, when ``con_rotulo``."""
    vocab = lugares.vocabulario()
    pares = {(_solas(n), c) for c, n in vocab.nombres() if con_rotulo or c not in vocab.con_rotulo}
    return _indexar((nombre, "lugar", codigo, False) for nombre, codigo in pares)


@cache
def _comunes() -> frozenset[tuple[str, ...]]:
    return frozenset(_solas(n) for n in lugares.vocabulario().comunes)


@cache
def _rotulos_lugar() -> frozenset[str]:
    return frozenset(plegar_frase(r) for r in lugares.vocabulario().rotulos if " " not in r)


@cache
def _adornos() -> dict[str, frozenset[str]]:
    return {codigo: frozenset(plegar_frase(a) for a in lista) for codigo, lista in vocabulario().adornos.items()}


@cache
def _calles() -> frozenset[str]:
    return frozenset(plegar_frase(c) for c in lugares.vocabulario().calles)


@cache
def _hasta() -> frozenset[str]:
    return frozenset(plegar_frase(h) for h in vocabulario().hasta)


def _nucleo(nombre: str) -> tuple[str, ...]:
    """The official name without "Región de"."""
    palabras = list(_solas(nombre))
    while palabras[0] in ("region", "de", "del"):
        palabras = palabras[1:]
    return tuple(palabras)


@cache
def _ordinales() -> dict[tuple[str, ...], int]:
    return {tuple(plegar_frase(nombre).split()): numero for nombre, numero in vocabulario().ordinales.items()}


@cache
def enlaces() -> frozenset[str]:
    """Words that link what is listed, and sides of a range."""
    return frozenset({"y", "e", "de", "del", "la", "las", "los", "el", "a", "al", "hasta", "desde"})


@lru_cache(maxsize=4096)
def buscar_menciones(palabras: tuple[Palabra, ...], division: Division) -> tuple[Mencion, ...]:
    """Every mention, in order, the longest reading first; numbers and names of one region are joined, ranges made one."""
    menciones: list[Mencion] = []
    indice, rotulado = 0, False
    while indice < len(palabras):
        texto = palabras[indice].texto
        if texto in _rotulos_lugar():
            rotulado = True
        elif texto.startswith("region") and texto not in ("regional", "regionales"):
            rotulado = False
        hallada = _nombre_en(palabras, indice, division, rotulado) or _numero_en(palabras, indice)
        if hallada is None or _es_calle(palabras, hallada.inicio):
            rotulado = rotulado and (texto in enlaces() or texto in acompanan())
            indice = indice + 1 if hallada is None else hallada.fin
            continue
        menciones.append(hallada)
        indice = hallada.fin
    return _unir(palabras, _admisibles(palabras, menciones))


def _nombre_en(palabras: tuple[Palabra, ...], indice: int, division: Division, rotulado: bool) -> Mencion | None:
    primera = palabras[indice].texto
    opciones = [
        (frase, clase, codigo, oficial)
        for frase, clase, codigo, oficial in (*_nombres(division).get(primera, ()), *_lugares(True).get(primera, ()))
        if tuple(p.texto for p in palabras[indice : indice + len(frase)]) == frase
    ]
    mejor: Mencion | None = None
    for frase, clase, codigo, oficial in opciones:
        fin = indice + len(frase)
        detras = fin == len(palabras) - 1 and palabras[fin].antes == "(" and palabras[fin].texto in _rotulos_lugar()
        con_rotulo = rotulado or detras
        if clase == "lugar":
            if codigo in lugares.vocabulario().con_rotulo and not con_rotulo:
                continue
            region = lugares.region_de_lugar(codigo, division)
            if region is None:
                continue
            nueva = Mencion("lugar", region, indice, fin, lugar=codigo, segura=con_rotulo)
        else:
            nueva = Mencion(clase, codigo, indice, fin, oficial, segura=_dice_region(palabras, indice))
            if _dice_lugar(palabras, indice):
                nueva = replace(nueva, clase="choque", oficial=False)  # "comuna de" a name that no commune has
        gana = mejor is None or nueva.fin > mejor.fin
        if mejor is not None and nueva.fin == mejor.fin:
            gana = con_rotulo and mejor.clase != "lugar" and nueva.clase == "lugar"
            gana = gana or (
                con_rotulo and nueva.clase == mejor.clase == "lugar" and len(nueva.lugar or "") > len(mejor.lugar or "")
            )
        if gana:
            mejor = nueva
    if mejor is None or mejor.clase == "lugar":
        return mejor
    adornos = _adornos().get(mejor.codigo, frozenset())
    fin = mejor.fin
    while fin < len(palabras) and palabras[fin].texto in adornos and palabras[fin].antes in ("", "-"):
        fin += 1
    while fin > mejor.fin and palabras[fin - 1].texto in ("y", "de", "del", "la"):
        fin -= 1
    inicio = mejor.inicio
    while inicio > 0 and palabras[inicio - 1].texto in adornos - {"y", "de", "la"} and palabras[inicio].antes != ",":
        inicio -= 1
    return replace(mejor, inicio=inicio, fin=fin, segura=mejor.segura or _dice_region(palabras, inicio))


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
    sueltas = frozenset({"de", "del", "la", "los", "las"}).union(*_adornos().values())
    lugar = inicio - 1
    while lugar >= 0 and palabras[lugar].texto in sueltas:
        lugar -= 1
    return lugar >= 0 and palabras[lugar].texto in _calles()


_REGION = frozenset({"region", "regiones", "reg"})


@cache
def _plurales() -> frozenset[str]:
    """What a figure before it counts ("9 comunas")."""
    return frozenset(p for p in acompanan() if p.endswith("s") and len(p) > 4 and p != "regiones")


def _numero_en(palabras: tuple[Palabra, ...], indice: int) -> Mencion | None:
    siguiente = palabras[indice + 1].texto if indice + 1 < len(palabras) else ""
    if palabras[indice].texto == "i" and siguiente in _rotulos_lugar():
        return None  # "I. Municipalidad"
    previa = palabras[indice - 1].texto if indice else ""
    if previa in _rotulos_lugar() or previa in _calles():
        return None
    for largo in (2, 1):
        frase = tuple(p.texto for p in palabras[indice : indice + largo])
        if len(frase) == largo and frase in _ordinales():
            return Mencion("numero", f"{_ordinales()[frase]:02d}", indice, indice + largo, segura=siguiente.startswith("region"))
    numero = numero_de(palabras[indice])
    de_region = siguiente in _REGION or previa in _REGION
    if numero is None and de_region:
        numero = romano_mal_leido(palabras[indice])
    cuenta = palabras[indice].texto.isdigit() and not palabras[indice].ordinal and siguiente in _plurales()
    if numero is None or cuenta:
        return None
    segura = siguiente in ("region", "reg") or previa in ("region", "reg")
    return Mencion("numero", f"{numero:02d}", indice, indice + 1, segura=segura)


def _admisibles(palabras: tuple[Palabra, ...], menciones: list[Mencion]) -> list[Mencion]:
    """Numbers count when nothing strange stands in the line, or when they stand beside "región" or a region's name; a place
    whose name is a common word ("Victoria"), when nothing strange does, or after a label."""
    cubiertas = {i for m in menciones for i in range(m.inicio, m.fin)}
    conocidas = acompanan() | enlaces()
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


def _comun(mencion: Mencion, palabras: tuple[Palabra, ...]) -> bool:
    """Whether the place's name is also a common word ("Victoria")."""
    return tuple(p.texto for p in palabras[mencion.inicio : mencion.fin]) in _comunes()


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


_UNEN = frozenset({"de", "del", "la", "las", "los", "el", "region", "regiones", "reg", "n", "regional", "direccion"})


def _unir(palabras: tuple[Palabra, ...], menciones: list[Mencion]) -> tuple[Mencion, ...]:
    """Ranges made one mention; a number and the name it belongs to, likewise (their clash is kept as two)."""
    hasta = _hasta()
    unidas: list[Mencion] = []
    for mencion in menciones:
        previa = unidas[-1] if unidas else None
        if previa is not None and mencion.inicio > 0:
            intermedias = palabras[previa.fin : mencion.inicio]
            entre = [p.texto for p in intermedias]
            cortes = {p.antes for p in palabras[previa.fin : mencion.inicio + 1]}
            adornos = _adornos().get(mencion.codigo, frozenset())
            if _contradice(previa, mencion, palabras):
                unidas[-1] = replace(previa, clase="choque")
                unidas.append(replace(mencion, clase="choque"))
                continue
            de_region = {previa.clase, mencion.clase} <= {"numero", "nombre"} and previa.hasta is None
            numeros = previa.clase == mencion.clase == "numero"
            guion = numeros and "-" in cortes and not entre and not _entre_guiones(palabras, menciones, mencion)
            if de_region and "," not in cortes and (hasta & set(entre) or guion) and set(entre) <= hasta | _UNEN:
                if mencion.codigo > previa.codigo:
                    unidas[-1] = replace(previa, fin=mencion.fin, hasta=mencion.codigo, oficial=False)
                    continue
                if not guion:
                    unidas[-1] = replace(previa, clase="choque")
                    mencion = replace(mencion, clase="choque")
            mixtas = {previa.clase, mencion.clase} == {"numero", "nombre"}
            if mixtas and "," not in cortes and set(entre) <= _UNEN | adornos and previa.hasta is None:
                if previa.codigo == mencion.codigo:
                    unidas[-1] = Mencion("nombre", mencion.codigo, previa.inicio, mencion.fin, oficial=True, segura=True)
                    continue
                unidas[-1] = replace(previa, clase="choque")
                mencion = replace(mencion, clase="choque")
        unidas.append(mencion)
    return tuple(unidas)


def _contradice(previa: Mencion, mencion: Mencion, palabras: tuple[Palabra, ...]) -> bool:
    """Whether ``mencion`` stands in brackets to explain ``previa`` and is of another region ("Valparaíso (RM)")."""
    entre = palabras[previa.fin : mencion.inicio + 1]
    sueltas = enlaces() | acompanan()
    abre = any(p.antes == "(" for p in entre) and all(p.texto in sueltas for p in entre[:-1])
    rango = previa.codigo <= mencion.codigo <= (previa.hasta or previa.codigo)
    return abre and not rango and not any(p.antes == "," for p in entre)


def _entre_guiones(palabras: tuple[Palabra, ...], menciones: list[Mencion], mencion: Mencion) -> bool:
    """Whether three or more numbers are joined by dashes ("I-II-III"): a list, not ranges."""
    guiones = [m for m in menciones if m.clase == "numero" and m.inicio > 0 and palabras[m.inicio].antes == "-"]
    return len(guiones) > 1 and mencion in guiones
