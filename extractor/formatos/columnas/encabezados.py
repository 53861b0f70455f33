"""Header rows: which cells name which roles, and how surely.

A header is told by its words, exact or near (rapidfuzz), or by groups of word beginnings; footnote marks are left out.
A cell may hold more than its label: the objectives of the whole table, or a first data cell whose tab was lost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import ordinal, plegar
from extractor.formatos.columnas.opciones import columnas_de_opciones
from extractor.formatos.columnas.por_su_titulo import lo_dira_el_titulo
from extractor.formatos.columnas.por_sus_celdas import lo_diran_las_celdas
from extractor.formatos.columnas.repetidas import se_distinguen
from extractor.formatos.columnas.rotulos import (
    PUNTAJE_CLAVE,
    PUNTAJE_DEBIL,
    PUNTAJE_UNA_RAIZ,
    Etiqueta,
    Rotulos,
    dice_ganar,
    rotulos_de,
)
from extractor.formatos.columnas.rotulos import opciones as opciones_de
from extractor.formatos.columnas.rotulos_juntos import con_las_demas, por_descarte
from extractor.modelo.documento import Celda
from extractor.modelo.patron import TablaPatron
from extractor.vocabularios.columnas import nombres_de
from extractor.vocabularios.filas import es_objetivo_rotulado, totales_en_frase

__all__ = ["Encabezado", "Etiqueta", "Rotulos", "leer_encabezado", "rotulos_de"]

_LLENAS_MAXIMO = 60
"""Filled cells of a row from which it cannot be a header: the widest forms have fourteen columns."""


_GUIONES = frozenset("-–—_. ")


@dataclass(frozen=True, slots=True)
class Encabezado:
    """A header. ``etiquetas`` has None where a column's label says nothing known. ``celdas``: its cells, one per column,
    where they are not simply those it opens with (a header of two rows); ``piezas``: how many of the document it takes."""

    tabla: TablaPatron
    etiquetas: tuple[Etiqueta | None, ...]
    puntaje: float
    celdas: tuple[Celda, ...] = ()
    piezas: int = 0

    def conocidas(self, rotulos: Collection[str]) -> list[tuple[str, str]]:
        """The roles of the columns under some of its labels, without those that are of none."""
        return [(e.rol, e.texto) for e in self.etiquetas if e and e.rol != "otro" and e.texto in rotulos]

    def solo_por_raices(self) -> bool:
        """Whether no label of it is one that the vocabulary lists, in a form that weighs nothing: a row of texts has such words
        too ("Fondo de desarrollo", "No incorpora la mejora")."""
        return self.tabla.pesa is None and all(e is None or e.rol == "otro" or e.puntaje <= PUNTAJE_CLAVE for e in self.etiquetas)

    def deja_columnas(self) -> bool:
        """Whether some column of it has a label that says nothing."""
        return any(e is None or e.rol == "otro" for e in self.etiquetas)


def leer_encabezado(celdas: Sequence[Celda], rotulos: Sequence[Rotulos], completo: bool) -> Encabezado | None:
    """The best header that ``celdas`` opens with. ``completo``: all of them are its columns (a marked row); else a
    stream, where the header ends at the first cell that is no label and is not followed by one."""
    llenas = sum(1 for c in celdas if c.parrafos)
    if completo and llenas > _LLENAS_MAXIMO:
        return None
    opciones: dict[int, list[tuple[str, str]]] = {}
    if not completo and celdas:
        # most cells of a stream are data, which open a header of no kind
        opciones[0] = opciones_de(celdas[0])
        rotulos = [juego for juego in rotulos if juego.etiqueta(opciones[0], celdas[0]) is not None]
        if not rotulos:
            return None
    de_estado = columnas_de_opciones(celdas)
    mejor: Encabezado | None = None
    for juego in rotulos:
        etiquetas = _tramo(celdas, opciones, de_estado, juego, completo)
        if etiquetas is None:
            continue
        etiquetas = por_descarte(con_las_demas(etiquetas), celdas, juego)
        presentes = {e.rol for e in etiquetas if e}
        faltan = [exigido for exigido in juego.tabla.requiere if not any(p in presentes for p in exigido.split("|"))]
        por_decir = completo and len(faltan) == 1
        otros = (lo_diran_las_celdas, lo_dira_el_titulo)
        if faltan and not (por_decir and any(dira(etiquetas, celdas, juego) for dira in otros)):
            continue
        reconocidas = [e for e in etiquetas if e and e.rol != "otro"]
        if len(reconocidas) < min(2, len(juego.tabla.columnas)):
            continue
        etiquetas = _en_su_columna(etiquetas, juego)
        if completo and len(reconocidas) * 2 < llenas and not _lo_exigido(reconocidas, juego):
            continue
        puntaje = sum(e.puntaje for e in reconocidas) - 40.0 * sum(e is None for e in etiquetas)
        if mejor is None or puntaje > mejor.puntaje:
            mejor = Encabezado(juego.tabla, tuple(etiquetas), puntaje)
    return mejor


def _lo_exigido(reconocidas: Sequence[Etiqueta], juego: Rotulos) -> bool:
    """Whether listed labels tell all that a programme's form must have, and some label whether it was fulfilled: so it is one,
    whatever more columns it has."""
    listadas = {e.rol for e in reconocidas if e.puntaje > PUNTAJE_CLAVE}
    exige = all(any(p in listadas for p in exigido.split("|")) for exigido in juego.tabla.requiere)
    return juego.tabla.pesa is not None and exige and any(e.rol == "estado" for e in reconocidas)


def _en_su_columna(etiquetas: list[Etiqueta | None], juego: Rotulos) -> list[Etiqueta | None]:
    """The labels with that of goals alone, or of activities alone, as the column that the form has for either: whichever its
    label says, its cells hold both. Two columns, one of each, stay what they say."""
    roles = [e.rol if e else None for e in etiquetas]
    sitios = [i for i, rol in enumerate(roles) if rol in ("meta", "actividad")]
    if juego.tabla.pesa != "fila" or "meta_o_actividades" in roles or len(sitios) != 1:
        return etiquetas
    if all(c.rol != "meta_o_actividades" for c in juego.tabla.columnas):
        return etiquetas
    return [replace(e, rol="meta_o_actividades") if e and i == sitios[0] else e for i, e in enumerate(etiquetas)]


def _tramo(
    celdas: Sequence[Celda],
    opciones: dict[int, list[tuple[str, str]]],
    de_estado: Mapping[int, str],
    juego: Rotulos,
    completo: bool,
) -> list[Etiqueta | None] | None:
    """The labels that ``celdas`` opens with, or None. ``opciones``: what each cell may say, filled as cells are looked at,
    so that every kind of table reads the same words; ``de_estado``: the answers that stand side by side."""

    def de(indice: int) -> Etiqueta | None:
        if indice not in opciones:
            opciones[indice] = opciones_de(celdas[indice])
        return juego.etiqueta(opciones[indice], celdas[indice])

    etiquetas: list[Etiqueta | None] = []
    usados: list[str] = []
    admite = Counter(c.rol for c in juego.tabla.columnas)
    respuestas = de_estado if admite["estado"] else {}
    for indice, celda in enumerate(celdas):
        if indice in respuestas and (completo or usados):
            etiquetas.append(Etiqueta("estado", 100.0, respuestas[indice], ()))
            usados.append("estado")
            continue
        if not completo and usados and es_objetivo_rotulado(celda.texto):
            # the objective of the first rows, in a line of its own
            break
        etiqueta = de(indice)
        if not completo and _es_dato(celda, etiqueta, usados, juego, numerado=ordinal(celdas[0].texto) is not None):
            break
        if etiqueta and etiqueta.rol == "ponderacion_ganada" and "ponderacion" not in usados:
            etiqueta = _con_su_par(etiquetas, usados, etiqueta)
        if etiqueta and etiqueta.rol != "otro" and usados.count(etiqueta.rol) >= max(1, admite[etiqueta.rol]):
            # the same role twice: a second column of it in a marked row, the first data cell in a stream
            anterior = _que_cede(etiquetas, etiqueta)
            if anterior is not None:
                etiquetas[anterior] = _de_otro(etiquetas[anterior] or etiqueta)
                usados.remove(etiqueta.rol)
            elif (
                not completo
                and not _es_otra_columna(etiquetas, etiqueta, juego)
                and (etiqueta.puntaje > PUNTAJE_CLAVE or _entero(usados, juego))
            ):
                break
            else:
                etiqueta = _de_otro(etiqueta)
        if etiqueta is None and not completo:
            siguiente = de(indice + 1) if 0 < indice < len(celdas) - 1 else None
            nueva = siguiente is not None and siguiente.rol not in (*usados, "otro")
            if not nueva or len(celda.texto) > 60 or not celda.parrafos:
                break
        if etiqueta:
            usados.append(etiqueta.rol)
        etiquetas.append(etiqueta)
        if not completo and etiqueta and etiqueta.sobrante and indice > 0:
            break
    return etiquetas if (any(etiquetas) and etiquetas[0] is not None) or (completo and any(etiquetas)) else None


def _con_su_par(etiquetas: list[Etiqueta | None], usados: list[str], nueva: Etiqueta) -> Etiqueta:
    """A label of what was earned, where another one stands before it: of points that were earned and bare points, the bare ones
    are what weighs ("Puntaje", "Puntaje ganado"), in place if they are the ones before."""
    sitio = next((i for i, e in enumerate(etiquetas) if e and e.rol == "ponderacion_ganada"), None)
    previa = etiquetas[sitio] if sitio is not None else None
    if previa is None or sitio is None or dice_ganar(previa.texto) == dice_ganar(nueva.texto):
        return nueva
    if dice_ganar(previa.texto):
        return replace(nueva, rol="ponderacion", puntaje=PUNTAJE_CLAVE)
    etiquetas[sitio] = replace(previa, rol="ponderacion", puntaje=PUNTAJE_CLAVE)
    usados[usados.index("ponderacion_ganada")] = "ponderacion"
    return nueva


def _que_cede(etiquetas: Sequence[Etiqueta | None], nueva: Etiqueta) -> int | None:
    """Where the column stands that gives its role up to a later one, whose label says it better: in listed words that open with
    the role's own name ("Importancia | ... | Ponderación", "Línea | Objetivos"); None where the first one keeps it."""
    propias = nombres_de(nueva.rol)
    debil = next((i for i, e in enumerate(etiquetas) if e and e.rol == nueva.rol and e.puntaje == PUNTAJE_DEBIL), None)
    if debil is not None and nueva.puntaje > PUNTAJE_DEBIL:
        return debil
    # "Criterio de cumplimiento" only has a word of the role that "Cumple" is
    de_una_raiz = next((i for i, e in enumerate(etiquetas) if e and e.rol == nueva.rol and e.puntaje == PUNTAJE_UNA_RAIZ), None)
    if de_una_raiz is not None and nueva.puntaje > PUNTAJE_CLAVE:
        return de_una_raiz
    if nueva.puntaje <= PUNTAJE_CLAVE or not plegar(nueva.texto).startswith(propias):
        return None
    for sitio, previa in enumerate(etiquetas):
        if previa is not None and previa.rol == nueva.rol and not plegar(previa.texto).startswith(propias):
            return sitio if previa.puntaje <= PUNTAJE_CLAVE or nueva.rol == "objetivo" else None
    return None


def _es_otra_columna(etiquetas: Sequence[Etiqueta | None], nueva: Etiqueta, juego: Rotulos) -> bool:
    """Whether a label that says the same as one before it is a column too ("Pond. ganada 2006", "Pond. ganada 2007")."""
    previas = [e.texto for e in etiquetas if e is not None and e.rol == nueva.rol]
    return juego.abre(nueva.texto) == nueva.rol and se_distinguen((*previas, nueva.texto), nueva.rol)


def _de_otro(etiqueta: Etiqueta) -> Etiqueta:
    return Etiqueta("otro", etiqueta.puntaje, etiqueta.texto, etiqueta.sobrante)


def _es_dato(celda: Celda, etiqueta: Etiqueta | None, usados: Sequence[str], juego: Rotulos, numerado: bool) -> bool:
    """Whether a cell of a stream (``numerado``: its first label has a number) already holds data: it opens with a figure or a
    dash in its place, or tells a table's total; or, once the header is whole, it is numbered as none of its labels is and only
    a word of it names a role, or it is read as one of the labels of no role ("Nº") though it has more lines, or says "No"."""
    primero = celda.parrafos[0].texto if celda.parrafos else ""
    if primero and (leer_numero(primero) is not None or set(primero) <= _GUIONES or totales_en_frase(primero)):
        return True
    if etiqueta is None or not _entero(usados, juego):
        return False
    if etiqueta.puntaje <= PUNTAJE_CLAVE and ordinal(primero) is not None and not numerado:
        return True
    if etiqueta.rol != "otro":
        return False
    return len(celda.parrafos) > 1 or celda.texto.strip(" .").lower() == "no"


def _entero(usados: Sequence[str], juego: Rotulos) -> bool:
    """Whether the labels met make the whole of a header: every role that its table requires is there."""
    return all(any(p in usados for p in exigido.split("|")) for exigido in juego.tabla.requiere)
