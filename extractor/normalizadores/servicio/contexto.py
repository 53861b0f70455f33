"""Whose a line is among the services it names: who reports, whom it is for or who helps, and the words that make it another's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from extractor.normalizadores.region.palabras import es_de_lugar
from extractor.normalizadores.servicio.linea import Linea, linea_de
from extractor.normalizadores.servicio.menciones import MencionServicio
from extractor.normalizadores.servicio.palabras import (
    VACIAS,
    abren,
    casi_su_sigla,
    de_oficina,
    de_sus_nombres,
    explica,
    frases,
    internas,
    solo_de_su_nombre,
    sueltas,
)
from extractor.normalizadores.servicio.siglas import palabras_leidas
from extractor.vocabularios.servicios import por_codigo

RESIDUO_NOMBRE, RESIDUO_SIGLA, RESIDUO_TRAS_CORTE = 3, 1, 6
"""Unexplained words up to which a line is about the service it names: beside its full name, beside its lone acronym, and
behind the separator that follows it when it opens the line ("SAG - Laboratorio Lo Aguirre")."""
_COMUNAL = re.compile(r"comunal(?:es)?")


class LineaSituada(NamedTuple):
    """``halladas``: the mentions the line is about, empty when ``motivo`` tells why it is about none. ``resto``: words of it that
    nothing explains. ``aparta``: whether others it names were set aside."""

    halladas: tuple[MencionServicio, ...]
    resto: tuple[str, ...] = ()
    aparta: bool = False
    motivo: str = ""


def situar(texto: str, palabras: Sequence[str], todas: Sequence[MencionServicio]) -> LineaSituada:
    """What the line says of the services it mentions. ``palabras``: the folded words of ``texto``.

    >>> from extractor.normalizadores.servicio.menciones import menciones
    >>> linea = "SAG con INDAP"
    >>> [m.codigo for m in situar(linea, linea.casefold().split(), list(menciones(linea))).halladas]
    ['sag']
    """
    linea = linea_de(texto, palabras)
    emisoras = _con_las_unidas(linea, todas, [m for m in todas if _informa(linea, m, todas)])
    if emisoras and len({m.codigo for m in _precisas(linea, emisoras)}) == 1:
        return _del_que_informa(linea, _precisas(linea, emisoras), todas)
    ajenas = _ajenas(linea, todas)
    propias = [m for m in todas if m not in ajenas]
    if not propias:
        return LineaSituada((), motivo="lo nombra para decir a quién se dirige, quién ayuda o a quién se cita")
    halladas = _precisas(linea, propias)
    apartadas = _apartadas(linea, ajenas, propias)
    motivo, resto = _juzgar(linea, halladas[0], todas, apartadas, (0, len(palabras)))
    otras = bool(apartadas) and {m.codigo for m in ajenas} != {halladas[0].codigo}
    return LineaSituada((), motivo=motivo) if motivo else LineaSituada(tuple(halladas), resto, otras)


def _precisas(linea: Linea, todas: Sequence[MencionServicio]) -> list[MencionServicio]:
    """The mentions without ministries, when something more precise is named beside them and not as one more ("MOP y SAG")."""
    if len(todas) == 1:
        return list(todas)
    ministerios = [m for m in todas if por_codigo()[m.codigo].nombre.startswith("Ministerio")]
    precisas = [m for m in todas if m not in ministerios]
    for uno, otro in pairwise(todas):
        if (uno in ministerios) != (otro in ministerios) and set(linea.palabras[uno.fin : otro.inicio]) in ({"y"}, {"e"}):
            return list(todas)
    return precisas or list(todas)


def _precede(linea: Linea, mencion: MencionServicio, todas: Sequence[MencionServicio], clave: str) -> int:
    """How many words just before a mention are a phrase of the list ``clave``; 0 when none is."""
    if not mencion.inicio:
        return 0
    desde = max((m.fin for m in todas if m.fin <= mencion.inicio), default=0)
    hasta = mencion.inicio
    if clave == "emisores":  # "lo emite la Dirección Regional de SENCE"
        while hasta > desde and linea.palabras[hasta - 1] in de_oficina():
            hasta -= 1
        hasta = hasta if tuple(linea.palabras[hasta - 1 : hasta]) in frases(clave) else mencion.inicio
    frase = linea.palabras[desde:hasta]
    largo = max((len(frase) - i for i in range(len(frase)) if tuple(frase[i:]) in frases(clave)), default=0)
    if clave == "ajenos" and not largo and _AYUDA.fullmatch(" ".join(frase[-LARGO_AYUDA:])):
        largo = LARGO_AYUDA
    return largo + mencion.inicio - hasta if largo else 0


_AYUDA = re.compile(r"con (?:el|la) [a-z]{4,} del?")
"""What help a service gives, whose line it is not ("FOSIS, con la colaboración de SENCE")."""
LARGO_AYUDA = 4


def _es_de_ahora(linea: Linea, mencion: MencionServicio) -> bool:
    """Whether "hoy", or since what year, stands right before the mention ("ahora la Subsecretaría ...", "desde 2009 IPS")."""
    lugar = mencion.inicio - 1
    while lugar > 0 and linea.palabras[lugar] in VACIAS:
        lugar -= 1
    desde = linea.palabras[lugar].isdigit() and lugar > 0 and linea.palabras[lugar - 1] == "desde"
    return desde or linea.palabras[lugar] in sueltas("ahora")


def _de_antes(linea: Linea, todas: Sequence[MencionServicio]) -> list[MencionServicio]:
    """The mentions before the one that the line says it is now ("INP, hoy Instituto de Previsión Social")."""
    hoy = next((m for m in todas[1:] if _es_de_ahora(linea, m)), None)
    return [m for m in todas if hoy is not None and m.fin <= hoy.inicio]


def _informa(linea: Linea, mencion: MencionServicio, todas: Sequence[MencionServicio]) -> bool:
    """Whether the line says that the service reports ("informa SERVIU", "De: INJUV", "JUNJI presenta ...")."""
    largo = _precede(linea, mencion, todas, "emisores")
    if largo:
        return largo >= _precede(linea, mencion, todas, "ajenos")  # "Según informó la Dirección del Trabajo"
    con_dos_puntos = _precede(linea, mencion, todas, "emisores_con_dos_puntos")
    if con_dos_puntos and mencion.inicio in linea.dos_puntos and mencion.inicio - con_dos_puntos in linea.cortes | {0}:
        return True
    fin = linea.tramo(mencion.inicio)[1]
    for palabra in linea.palabras[mencion.fin : fin]:
        if palabra in sueltas("verbos_de_emisor"):
            return True
        if not explica(palabra, mencion.codigo):
            return False
    return False


def _del_que_informa(linea: Linea, halladas: list[MencionServicio], todas: Sequence[MencionServicio]) -> LineaSituada:
    """The line is of the one that reports; what stands in other parts of it is said of others."""
    elegida = halladas[0]
    tramo = linea.tramo(elegida.inicio)
    otras = any(m.codigo != elegida.codigo for m in todas)
    if not otras:
        tramo = (tramo[0], len(linea.palabras))
    entre_otras = {i for m in todas if m.codigo != elegida.codigo for i in range(m.fin, linea.tramo(m.inicio)[1])}
    fuera = frozenset(entre_otras if elegida.inicio not in entre_otras else ())
    largo = _precede(linea, elegida, todas, "emisores")
    emisor = frozenset(range(elegida.inicio - largo, elegida.inicio))
    motivo, resto = _juzgar(linea, elegida, todas, fuera | emisor, (tramo[0], tramo[1]), informa=True)
    return LineaSituada((), motivo=motivo) if motivo else LineaSituada(tuple(halladas), resto, otras or tramo[0] > 0)


def _ajenas(linea: Linea, todas: Sequence[MencionServicio]) -> list[MencionServicio]:
    """The mentions set aside by what stands before them, and those joined to one."""
    antes = _de_antes(linea, todas)
    return _con_las_unidas(linea, todas, [m for m in todas if m in antes or _precede(linea, m, todas, "ajenos")])


def _con_las_unidas(linea: Linea, todas: Sequence[MencionServicio], algunas: Sequence[MencionServicio]) -> list[MencionServicio]:
    """``algunas`` of the mentions, those that "y" joins to one of them ("con INDAP y FOSIS") and its other name right after."""
    salida: list[MencionServicio] = []
    for previa, mencion in zip((None, *todas), todas, strict=False) if algunas else ():
        unida = previa is not None and previa in salida and tuple(linea.palabras[previa.fin : mencion.inicio]) in (("y",), ("e",))
        repetida = previa is not None and previa in salida and (previa.codigo, previa.fin) == (mencion.codigo, mencion.inicio)
        if unida or repetida or mencion in algunas:
            salida.append(mencion)
    return salida


def _apartadas(linea: Linea, ajenas: Sequence[MencionServicio], propias: Sequence[MencionServicio]) -> frozenset[int]:
    """The indexes of the words that say whom the line is for or who helps, up to the next cut."""
    desde = {m.inicio - max(1, _precede(linea, m, ajenas, "ajenos")): linea.tramo(m.inicio)[1] for m in ajenas}
    for indice in range(max(m.fin for m in propias[:1]), len(linea.palabras)):
        for largo in (5, 4, 3, 2) if linea.palabras[indice] in abren("ajenos") else ():
            if tuple(linea.palabras[indice : indice + largo]) in frases("ajenos"):
                desde.setdefault(indice, linea.tramo(indice)[1])
    dichas = {i for m in propias for i in range(m.inicio, m.fin)}
    return frozenset(i for uno, otro in desde.items() for i in range(uno, otro)) - dichas


def _juzgar(
    linea: Linea,
    elegida: MencionServicio,
    todas: Sequence[MencionServicio],
    apartadas: frozenset[int],
    entre: tuple[int, int],
    *,
    informa: bool = False,
) -> tuple[str, tuple[str, ...]]:
    """Why the words ``entre`` two indexes make the line another's (empty when they do not), and those that nothing explains."""
    dichas = {i for m in todas for i in range(m.inicio, m.fin)} | apartadas
    quedan = [i for i in range(*entre) if i not in dichas]
    cierran = elegida.inicio == 0 and any(m.fin == len(linea.palabras) and m.codigo == elegida.codigo for m in todas[1:])
    otro = "" if cierran else _de_otros(linea, quedan, elegida.codigo)
    if otro:
        return f"«{otro}» nombra otra entidad", ()
    sin_explicar = [i for i in quedan if not explica(linea.palabras[i], elegida.codigo)]
    resto = tuple(linea.palabras[i] for i in sin_explicar)
    if not resto and elegida.clase == "sigla":
        cabeza = next((linea.palabras[i] for i in quedan if i < elegida.inicio and linea.palabras[i] not in VACIAS), "")
        resto = (cabeza,) if cabeza and solo_de_su_nombre(cabeza, elegida.codigo) else ()  # "Capacitación SENCE"
    if informa:
        return "", resto
    ajena = _cabeza_ajena(linea, elegida, todas, quedan)
    if ajena is not None:
        return f"«{linea.palabras[ajena]}» dice que la línea trata de otra cosa", ()
    oficina = any(linea.palabras[desde] in internas() for desde, _ in linea.tramos() if desde in quedan)
    abre = all(i > elegida.inicio for i in sin_explicar)
    fin = linea.tramo(elegida.fin - 1)[1]
    unica = len({i for m in todas for i in range(m.inicio, m.fin)}) == 1
    pegadas = [i for i in sin_explicar if linea.tramo(elegida.inicio)[0] <= i < fin]
    mucho = len(pegadas) > (RESIDUO_SIGLA if unica else RESIDUO_NOMBRE) and not oficina
    if mucho or len(resto) > (RESIDUO_TRAS_CORTE if abre or oficina else RESIDUO_NOMBRE):
        return "menciona un servicio dentro de otro texto", ()
    return "", resto


def _de_otros(linea: Linea, quedan: Sequence[int], codigo: str) -> str:
    """The first word or phrase that names a body that is not a service's, if any."""
    for indice in quedan:
        if _COMUNAL.fullmatch(linea.palabras[indice]) and indice - 1 in linea.cortes and linea.palabras[indice - 1] in internas():
            continue  # a service's own office in a commune: "INDAP, Oficina Comunal Lebu"
        for largo in (4, 3, 2, 1) if linea.palabras[indice] in abren("de_otros") else ():
            frase = tuple(linea.palabras[indice : indice + largo])
            if frase in frases("de_otros") and not set(frase) <= de_sus_nombres(codigo):
                return " ".join(frase)
    return ""


def _cabeza_ajena(linea: Linea, elegida: MencionServicio, todas: Sequence[MencionServicio], quedan: Sequence[int]) -> int | None:
    """The index of the word that opens a part of the line up to the service's name and is no office's, title's, role's or
    place's ("Beneficiarios de INDAP"); None when there is none."""
    for desde, hasta in linea.tramos() if elegida.inicio else ():
        if desde > elegida.inicio:
            return None
        suya = desde <= elegida.inicio < hasta
        if not suya and any(desde <= m.inicio < hasta for m in todas):
            continue
        antes = [i for i in quedan if desde <= i < min(hasta, elegida.inicio) and linea.palabras[i] not in VACIAS]
        if antes and not _puede_encabezar(linea, antes, elegida):
            return antes[0]
    return None


def _puede_encabezar(linea: Linea, antes: Sequence[int], elegida: MencionServicio) -> bool:
    primera = linea.palabras[antes[0]]
    if primera in de_sus_nombres(elegida.codigo) or casi_su_sigla(primera, elegida.codigo):
        return True
    if any(tuple(linea.palabras[antes[0] : antes[0] + largo]) in frases("dependencias") for largo in (1, 2, 3)):
        return True
    if primera in sueltas("no_encabezan"):
        siguiente = linea.palabras[antes[0] + 1]
        return (es_de_lugar(primera) and len(antes) > 1) or siguiente.isdigit()
    return explica(primera, elegida.codigo) or any(explica(v, elegida.codigo) for v in palabras_leidas().de(primera))
