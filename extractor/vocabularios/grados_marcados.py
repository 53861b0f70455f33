"""The form's own list of grades, to be marked ("Mayor _X_ Menor ___ Sin avance ___"): in a line, in several, or after prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extractor.comun.texto import blancos
from extractor.modelo.valores import Grado
from extractor.vocabularios.base import alternativas, plegar_frase
from extractor.vocabularios.estados import vocabulario

ORDEN_GRADO: tuple[Grado, ...] = ("SIN_AVANCE", "MENOR", "MAYOR")
"""From the lower up: of two written grades the lower stands."""
_LINEAS = 8
"""Lines that a list of grades may take, one each, under its label."""
_LARGO = 400
"""Characters of the longest list, with its label."""
_DE_CUALQUIERA = 2
"""Grades that prose may name side by side."""
_CORTE = re.compile(r"(?<=[.;:)?!\n–—])\s*(?=[^\s_])|(?<=\s)-\s+")
"""Where the list may begin in a line of prose."""
_SOLO_MARCA = re.compile(r"[\W_]*[xX]?[\W_]*")
"""A mark, or the blank for one, with no grade beside it: which one it is of, only columns say."""


@dataclass(frozen=True, slots=True)
class Opciones:
    """A list of grades as read. ``grado``: the one marked, the lower of several, SIN_DATO when none is; ``escritos``: each mark
    with its grade, as printed; ``dibujada``: whether marks, or the blanks for them, stand in it; ``cuantas``: grades in it."""

    grado: Grado
    escritos: tuple[str, ...]
    dibujada: bool
    cuantas: int

    @property
    def del_formulario(self) -> bool:
        """Whether it is surely one that a form prints: "mayor o menor" may be anybody's words."""
        return self.dibujada or self.cuantas > _DE_CUALQUIERA


@cache
def _pieza() -> re.Pattern[str]:
    return re.compile(
        r"(?P<opcion>(?:(?:con )?avances? )?(?:mayor|menor)|sin avances?|avances? nulo|no aplica)(?![a-z])"
        rf"|(?P<rotulo>{alternativas(vocabulario().grados.rotulan_opciones)}(?![a-z]))"
        r"|(?P<marca>[(\[]\s*[_.]*x[_.]*\s*[)\]]|[_.]*x(?![a-z0-9])[_.]*|[☒☑✓✔✗✘■●])|(?P<vacia>[☐□○]|\(\s*\)|\[\s*\]|_{2,}|\.{3,}|…+)|(?P<o>(?:o|u)(?![a-z])|/)"
        r"|(?P<otro>[\W_])"
    )


def leer_opciones(texto: str) -> Opciones | None:
    """The list of grades that a text consists of, with nothing else; None for any other text.

    >>> [o.grado for t in ("Mayor _X_ Menor ___", "Grado: Mayor [ ] Menor [ ]", "Mayor (x) Menor (x)") if (o := leer_opciones(t))]
    ['MAYOR', 'SIN_DATO', 'MENOR']
    """
    if len(texto) > _LARGO:
        return None
    impreso = blancos(texto)
    plegado, lugar = plegar_frase(impreso), 0
    impreso = impreso if len(impreso) == len(plegado) else plegado
    clases: list[tuple[str, int, int]] = []
    while lugar < len(plegado):
        hallada = _pieza().match(plegado, lugar)
        if hallada is None:
            return None
        if hallada.lastgroup not in ("otro", "rotulo"):
            clases.append((str(hallada.lastgroup), hallada.start(), hallada.end()))
        lugar = hallada.end()
    opciones = {plegado[i:f].removeprefix("con ").removeprefix("avance ") for clase, i, f in clases if clase == "opcion"}
    marcas = [sitio for sitio, (clase, _, _) in enumerate(clases) if clase == "marca"]
    if not opciones or (len(opciones) < 2 and not marcas):
        return None
    dibujada = any(clase in ("marca", "vacia") for clase, _, _ in clases)
    if not marcas:
        huecas = any(clase in ("o", "vacia") for clase, _, _ in clases)
        return Opciones("SIN_DATO", (), dibujada, len(opciones)) if huecas or len(opciones) > 2 else None
    delante = clases[0][0] in ("marca", "vacia")
    pares = [_con_su_opcion(clases, sitio, delante=delante) for sitio in marcas]
    elegidas = [p for p in pares if p is not None]
    if len(elegidas) < len(pares):
        return Opciones("SIN_DATO", (), dibujada, len(opciones))
    grados = [_de_opcion(plegado[inicio:fin]) for inicio, fin in elegidas]
    return Opciones(el_menor(grados), tuple(impreso[i:f] for i, f in elegidas), dibujada, len(opciones))


def _con_su_opcion(clases: Sequence[tuple[str, int, int]], sitio: int, *, delante: bool) -> tuple[int, int] | None:
    """From where to where a mark and the grade that it marks stand: on the side where the form puts it, past the blanks that it
    was drawn in; None where no grade is there."""
    paso = 1 if delante else -1
    vecina = sitio + paso
    while 0 <= vecina < len(clases) and clases[vecina][0] == "vacia" and _rodea(clases, vecina, sitio):
        vecina += paso
    if not 0 <= vecina < len(clases) or clases[vecina][0] != "opcion":
        return None
    return min(clases[sitio][1], clases[vecina][1]), max(clases[sitio][2], clases[vecina][2])


def _rodea(clases: Sequence[tuple[str, int, int]], vacia: int, marca: int) -> bool:
    """Whether a blank is the one a mark was written in: nothing parts them ("___ X ___")."""
    return abs(clases[marca][1] - clases[vacia][2]) <= 1 or abs(clases[vacia][1] - clases[marca][2]) <= 1


def _de_opcion(escrita: str) -> Grado:
    if "aplica" in escrita:
        return "NO_APLICA"
    return "MAYOR" if "mayor" in escrita else "MENOR" if "menor" in escrita else "SIN_AVANCE"


def el_menor(grados: Sequence[Grado]) -> Grado:
    """Of several grades the lower; one that does not apply counts where there is no other."""
    return next((g for g in ORDEN_GRADO if g in grados), grados[0] if grados else "SIN_DATO")


@dataclass(frozen=True, slots=True)
class Partido:
    """A section's text in two: the lists of grades that its form prints, and the prose without them."""

    listas: tuple[Opciones, ...]
    prosa: tuple[str, ...]


def partir_opciones(textos: Sequence[str]) -> Partido:
    """The lists of grades drawn among the lines of a section's text, and what is left of each text."""
    listas: list[Opciones] = []
    prosa: list[str] = []
    for texto in textos:
        lineas = [linea for linea in texto.split("\n") if linea.strip()]
        quedan: list[str] = []
        sitio = 0
        while sitio < len(lineas):
            tomadas, hallada = _en_lineas(lineas, sitio)
            if hallada is None:
                resto, hallada = _al_final(lineas[sitio])
                quedan.append(resto)
                tomadas = 1
            if hallada is not None:
                listas.append(hallada)
            sitio += tomadas
        prosa.append("\n".join(q for q in quedan if q.strip()))
    return Partido(tuple(listas), tuple(p for p in prosa if p))


def _en_lineas(lineas: Sequence[str], sitio: int) -> tuple[int, Opciones | None]:
    """The longest list that whole lines make from a place on, and how many they are."""
    if len(lineas[sitio]) > _LARGO:
        return 1, None
    for fin in range(min(len(lineas), sitio + _LINEAS), sitio, -1):
        juntas = lineas[sitio:fin]
        if len(juntas) > 1 and any(_SOLO_MARCA.fullmatch(linea.strip()) for linea in juntas):
            continue
        hallada = leer_opciones(" ".join(juntas))
        if hallada is not None and hallada.del_formulario:
            return fin - sitio, hallada
    return 1, None


def opciones_en_fila(celdas: Sequence[str]) -> str | None:
    """The line that the cells of a row make which are a form's list of grades, its label with them or not ("Grado | Mayor X |
    Menor"); None where they are none, or where cells to mark stand before their grades, which no line tells from those after."""
    if _SOLO_MARCA.fullmatch(celdas[0].strip()):
        return None
    aparte = any(_SOLO_MARCA.fullmatch(c.strip()) for c in celdas)
    return _junta(celdas) if not aparte or _SOLO_MARCA.fullmatch(celdas[-1].strip()) else None


def opciones_en_columnas(rotulos: Sequence[str], marcas: Sequence[str]) -> str | None:
    """The line that two rows make, grades over the cells to mark, each with what stands under it; None where they are no such."""
    if len(rotulos) != len(marcas) or not all(_SOLO_MARCA.fullmatch(m.strip()) for m in marcas):
        return None
    return _junta([parte for par in zip(rotulos, marcas, strict=True) for parte in par])


def _junta(partes: Sequence[str]) -> str | None:
    linea = blancos(" ".join(partes))
    hallada = leer_opciones(linea)
    return linea if hallada is not None and hallada.cuantas > 1 and hallada.del_formulario else None


def _al_final(linea: str) -> tuple[str, Opciones | None]:
    """What a line says before the list that closes it, and the list."""
    for corte in _CORTE.finditer(linea, max(0, len(linea) - _LARGO)):
        hallada = leer_opciones(linea[corte.end() :])
        if hallada is not None and hallada.dibujada and hallada.cuantas > 1:
            return linea[: corte.start()], hallada
    return linea, None
