"""What else a line that mentions a region may mean: another's number or name, a part told apart, a count that does not fit.

Each check says in Spanish why the reading could be another, or None; any of them leaves the line without an answer.
"""

from __future__ import annotations

from functools import cache

from extractor.modelo.valores import Division
from extractor.normalizadores.letras.aperturas_unidad import aperturas
from extractor.normalizadores.region.ambitos import codigos_de, sueltas
from extractor.normalizadores.region.listas import lista_dudosa
from extractor.normalizadores.region.menciones import Mencion, acompanan
from extractor.normalizadores.region.nombres import comunes, llevan_numero, nombres_de, rotulos_lugar
from extractor.normalizadores.region.palabra import Palabra, numero_de
from extractor.normalizadores.region.palabras import palabras_de
from extractor.normalizadores.region.parecido import en_una_pieza
from extractor.vocabularios import lugares, servicios
from extractor.vocabularios.regiones import regiones_de

_REGION = ("region", "reg")
_DE_LOS = frozenset({"la", "los", "las", "de", "del"})
_ANTE_NOMBRE = frozenset({"el", "y", *_DE_LOS, *_REGION})
_RESPECTO = frozenset({"a", "al", "con", "que", "hacia"})
"""Links of what bears on a place without being in it."""
_LARGO_PROVINCIA = 3
"""Figures of a province's code; a commune's has five."""


def otro_sentido(palabras: tuple[Palabra, ...], menciones: tuple[Mencion, ...], division: Division) -> str | None:
    """Why the regions mentioned may not be the ones meant."""
    if not menciones:
        return None
    if len(menciones) == 1 and (menciones[0].inicio, menciones[0].fin) == (0, len(palabras)):
        return lista_dudosa(palabras, menciones, division)  # the others ask about the words around a mention
    return (
        _de_antes(palabras, menciones, division)
        or _region_de_lugar(palabras, menciones, division)
        or _region_de_otra_cosa(palabras, menciones)
        or _lugar_aparte(palabras, menciones, division)
        or _otra_clase_de_lugar(palabras, menciones, division)
        or lista_dudosa(palabras, menciones, division)
        or _llamado(palabras, menciones, division)
        or _respecto_de(palabras, menciones)
    )


def _antes_de(palabras: tuple[Palabra, ...], mencion: Mencion, saltando: frozenset[str]) -> tuple[int, str]:
    """Index and text of the word before a mention but for those ``saltando``; (-1, "") when there is none."""
    lugar = mencion.inicio - 1
    while lugar >= 0 and palabras[lugar].texto in saltando:
        lugar -= 1
    return lugar, palabras[lugar].texto if lugar >= 0 else ""


def _de_antes(palabras: tuple[Palabra, ...], menciones: tuple[Mencion, ...], division: Division) -> str | None:
    """A region as it was once ("ex X Región", "X Región, hoy XIV"), unless the line names it as it is as well."""
    ahora = next((p.texto for p in palabras[menciones[0].fin :] if p.texto in sueltas("actuales")), None)
    if ahora is not None:
        return f"«{ahora}» dice que es otra la de ahora"
    for mencion in menciones:
        _, previa = _antes_de(palabras, mencion, _ANTE_NOMBRE)
        if previa not in sueltas("antiguas"):
            continue
        otras = {c for m in menciones if m is not mencion for c in codigos_de(m, division)}
        if not set(codigos_de(mencion, division)) <= otras:
            return f"«{previa}» dice que es la de antes"
    return None


def _region_de_lugar(palabras: tuple[Palabra, ...], menciones: tuple[Mencion, ...], division: Division) -> str | None:
    """ "Región de" a city or a province: no region bears that name."""
    for mencion in menciones:
        if mencion.clase != "lugar":
            continue
        lugar, previa = _antes_de(palabras, mencion, _DE_LOS)
        if previa not in _REGION:
            continue
        con_de = {p.texto for p in palabras[lugar + 1 : mencion.inicio]} & {"de", "del"}
        suyo = [p.texto for p in palabras_de(regiones_de(division)[mencion.codigo].nombre)]
        propio = {p.texto for p in palabras[mencion.inicio : mencion.fin]} <= set(suyo)
        if con_de and not propio:
            return "ninguna región se llama así: puede ser otra"
    return None


def _lugar_aparte(palabras: tuple[Palabra, ...], menciones: tuple[Mencion, ...], division: Division) -> str | None:
    """A place, or a name after a comma, and the only region told, which is another ("Talca, V Región", "Región 10, Los Ríos")."""
    dichas = [m for m in menciones if m.clase in ("nombre", "numero") and _en_singular(palabras, m)]
    otras = [m for m in menciones if m not in dichas]
    if len(dichas) != 1 or not otras or any(m.clase == "ajena" for m in otras):
        return None
    unidos = any(palabras[m.inicio - 1].texto in ("y", "e") for m in menciones if m.inicio)
    sitios = all(m.clase == "lugar" for m in otras)
    nombre = len(otras) == 1 and otras[0].clase == "nombre" and any(p.antes == "," for p in palabras)
    if not unidos and (sitios or nombre) and not any(m.codigo in codigos_de(dichas[0], division) for m in otras):
        return "el lugar no es de la región que se dice"
    return None


def _region_de_otra_cosa(palabras: tuple[Palabra, ...], menciones: tuple[Mencion, ...]) -> str | None:
    """A number, "Región" and an adjective of those that divide the country otherwise ("VIII Región Militar")."""
    for mencion in menciones:
        detras = palabras[mencion.fin : mencion.fin + 2]
        corre = mencion.clase == "numero" and len(detras) == 2 and detras[0].texto in _REGION and not detras[1].antes
        if corre and detras[1].texto in sueltas("otras_divisiones"):
            return f"«{detras[1].texto}» dice que es otra división del país"
    return None


def _llamado(palabras: tuple[Palabra, ...], menciones: tuple[Mencion, ...], division: Division) -> str | None:
    """A word that nothing explains run on with the name, before or after it: what is called after the place ("Plan Aysén",
    "Deportes Antofagasta", "Coquimbo Unido")."""
    dichas = {i for m in menciones for i in range(m.inicio, m.fin)}
    for mencion in menciones:
        if mencion.clase not in ("nombre", "lugar") or mencion.segura:
            continue
        antes, fin = mencion.inicio - 1, mencion.fin
        corre = antes >= 0 and antes not in dichas and not palabras[mencion.inicio].antes
        if corre and _ajena(palabras, antes) and not _partida(palabras[antes:fin], division):
            return f"«{palabras[antes].texto}» puede llevar el nombre de un lugar"
        corre = mencion.clase == "nombre" and fin < len(palabras) and fin not in dichas and not palabras[fin].antes
        if corre and _ajena(palabras, fin) and not _partida(palabras[mencion.inicio : fin + 1], division):
            return f"«{palabras[fin].texto}» puede ser parte de otro nombre"
        _, previa = _antes_de(palabras, mencion, frozenset({"de", "la"}))
        if mencion.clase == "nombre" and previa in sueltas("sitios_menores"):
            return f"«{previa}» puede llevar el nombre de una región donde no está"
    return None


def _partida(palabras: tuple[Palabra, ...], division: Division) -> bool:
    """Whether the words are one name written with other spaces ("Magal lanes")."""
    return en_una_pieza(" ".join(p.escrita or p.texto for p in palabras), division) is not None


def _ajena(palabras: tuple[Palabra, ...], indice: int) -> bool:
    """Whether nothing explains the word: it is of no office, no label, no link, no number, of no service's name begun before."""
    palabra = palabras[indice]
    texto = palabra.texto
    if not texto.isalpha() or len(texto) < 2 or texto.startswith("region") or numero_de(palabra) is not None:
        return False
    return texto not in _sabidas() and not (indice and texto in de_servicios())


@cache
def _sabidas() -> frozenset[str]:
    """Words that may stand right beside a region's name."""
    propias = acompanan() | llevan_numero() | rotulos_lugar() | aperturas("internas")
    return propias | sueltas("partes") | sueltas("con_ambito")


@cache
def de_servicios() -> frozenset[str]:
    """Words of the names of services."""
    nombres = (n for s in servicios.vocabulario().servicios for n in (s.nombre, *s.otros, *s.antes))
    return frozenset(p.texto for n in nombres for p in palabras_de(n))


def _respecto_de(palabras: tuple[Palabra, ...], menciones: tuple[Mencion, ...]) -> str | None:
    """What is told by its bearing on a region, and is not there ("Vuelo a Punta Arenas", "Similar a la Región de Los Lagos")."""
    primera = menciones[0]
    desde = max((i for i in range(1, primera.inicio + 1) if palabras[i].antes == ","), default=0)
    previas = palabras[desde : primera.inicio]
    ajenas = [i for i, p in enumerate(previas) if _ajena(palabras, desde + i) and p.texto not in _RESPECTO]
    tras = {p.texto for p in previas[ajenas[0] + 1 :]} if ajenas else set()
    return f"«{previas[ajenas[0]].texto}» no dice que sea ahí" if tras & _RESPECTO else None


def _en_singular(palabras: tuple[Palabra, ...], mencion: Mencion) -> bool:
    """Whether the line says of the mention that it is the region, or the regional office's: "V Región", "Dirección Regional de
    Valparaíso"."""
    previas = [p.texto for p in palabras[: mencion.inicio] if p.texto not in ("de", "del", "la", "los", "n")][-1:]
    detras = [p.texto for p in palabras[mencion.fin : mencion.fin + 1]]
    return any(t in (*_REGION, "regional") for t in (*previas, *detras))


def _de_region(previas: tuple[Palabra, ...]) -> bool:
    """Whether a word of regions, or an office of which each has one, comes before."""
    return any(p.texto in ("regional", "regionales", "regiones", "seremi", "seremia", "intendencia", "gore") for p in previas)


def _fue_region(palabras: tuple[Palabra, ...], mencion: Mencion, division: Division) -> bool:
    """Whether the place's name is that of a region of another division ("Dirección Regional de Ñuble" in 2009)."""
    propias = tuple(p.texto for p in palabras[mencion.inicio : mencion.fin])
    return any(f == propias and clase == "ajena" for f, clase, _, _ in nombres_de(division).get(propias[0], ()))


def _otra_clase_de_lugar(palabras: tuple[Palabra, ...], menciones: tuple[Mencion, ...], division: Division) -> str | None:
    """A province told where only a commune bears the name ("Provincia de O'Higgins"), an island as a commune far from it."""
    for mencion in menciones:
        if mencion.clase != "lugar" or mencion.lugar is None:
            continue
        lugar, previa = _antes_de(palabras, mencion, _DE_LOS)
        comuna = len(mencion.lugar) > _LARGO_PROVINCIA
        if _de_region(palabras[: mencion.inicio]) and _fue_region(palabras, mencion, division):
            return "entonces no era una región"
        if previa in ("provincia", "prov") and comuna and mencion.lugar in lugares.vocabulario().con_rotulo:
            return "ninguna provincia se llama así"
        if previa == "cordillera" and not any(m.fin == lugar + 1 for m in menciones):
            return "una cordillera no es de un lugar solo"
        if previa == "isla" and tuple(p.texto for p in palabras[mencion.inicio : mencion.fin]) in comunes():
            return "la isla puede ser otra que la comuna de ese nombre"
    return None
