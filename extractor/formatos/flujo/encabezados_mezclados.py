"""Headers of tables among stretches between tabs: the first label is the end of a stretch, the last one the beginning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import ordinal
from extractor.formatos.columnas.encabezados import Encabezado, Rotulos, leer_encabezado
from extractor.formatos.columnas.rotulos import PUNTAJE_CLAVE, Etiqueta, opciones
from extractor.formatos.flujo.trozos import Pedazo, Trozo, celda_de
from extractor.modelo.base import unir_origenes
from extractor.modelo.documento import Celda, Parrafo

_LINEAS_ROTULO = 4
_LARGO_MAXIMO = 140
_EXACTO = 100.0
_LARGO_DESCONOCIDO = 60
_COLUMNAS_MAXIMO = 14


@dataclass(frozen=True, slots=True)
class Cabecera:
    """A header found: ``desde`` the stretch whose last ``lineas`` lines are its first label; ``resto``: how many lines of
    the stretch ``desde + ancho - 1`` its last label takes."""

    encabezado: Encabezado
    desde: int
    lineas: int
    resto: int

    @property
    def ancho(self) -> int:
        return len(self.encabezado.etiquetas)

    @property
    def ultimo(self) -> int:
        return self.desde + self.ancho - 1


def buscar_cabeceras(trozos: Sequence[Trozo], rotulos: Sequence[Rotulos]) -> list[Cabecera]:
    """The headers, in order; none shares a label with another."""
    halladas: list[Cabecera] = []
    indice = 0
    while indice + 1 < len(trozos):
        usadas = halladas[-1].resto if halladas and halladas[-1].ultimo == indice else 0
        mejor = _mejor(trozos, indice, usadas, rotulos)
        bajo_banda = _mejor(trozos, indice + 1, 0, rotulos) if mejor and mejor.ancho > 2 else None
        if mejor and bajo_banda and bajo_banda.ultimo == mejor.ultimo and _roles(mejor) <= _roles(bajo_banda):
            # a line that only bands the columns stands above the header
            mejor = bajo_banda
        if mejor:
            halladas.append(mejor)
            indice = mejor.ultimo
        else:
            indice += 1
    return halladas


def _roles(cabecera: Cabecera) -> set[str]:
    return {str(e.rol) for e in cabecera.encabezado.etiquetas if e} - {"otro"}


def _mejor(trozos: Sequence[Trozo], desde: int, usadas: int, rotulos: Sequence[Rotulos]) -> Cabecera | None:
    mejor: Cabecera | None = None
    for juego in rotulos:
        primera = _al_final(trozos[desde].pedazos[usadas:], juego)
        if primera is None:
            continue
        lineas, rotulo = primera
        celdas = [_una(trozos[desde].pedazos[-lineas:][:rotulo], 0)]
        for indice in range(desde + 1, min(len(trozos), desde + _COLUMNAS_MAXIMO)):
            if not trozos[indice].seguido:
                break
            ultima = _al_principio(trozos[indice].pedazos, juego)
            if ultima is None and _sin_saber(trozos, indice):
                ultima = 1
            if ultima and _acaba(trozos, indice, ultima):
                puesta = _una(trozos[indice].pedazos[:ultima], len(celdas))
                leido = leer_encabezado([*celdas, puesta], (juego,), completo=True)
                if leido and leido.etiquetas[0] and (mejor is None or leido.puntaje > mejor.encabezado.puntaje):
                    mejor = Cabecera(leido, desde, lineas, ultima)
            if not _puede_ser_de_medio(trozos[indice], ultima, juego):
                break
            celdas.append(_una(trozos[indice].pedazos, len(celdas)))
    return mejor


def _una(pedazos: Sequence[Pedazo], columna: int) -> Celda:
    """The lines as one paragraph: a label is what all of them say, or nothing is."""
    texto = " ".join(p.parrafo.texto for p in pedazos)
    origen = unir_origenes([p.parrafo.origen for p in pedazos])
    return Celda((Parrafo(texto, origen),), origen, columna)


def _etiqueta(pedazos: Sequence[Pedazo], juego: Rotulos) -> Etiqueta | None:
    """The label that these lines are, read as one, or None."""
    if leer_numero(pedazos[0].parrafo.texto) is not None:
        return None
    celda = _una(pedazos, 0)
    return juego.etiqueta(opciones(celda), celda) if len(celda.texto) <= _LARGO_MAXIMO else None


def _al_final(pedazos: Sequence[Pedazo], juego: Rotulos) -> tuple[int, int] | None:
    """How many of the last lines read best as a label with the numbered objectives under it, and how many of these are
    the label."""
    listadas = 0
    while listadas < len(pedazos) and ordinal(pedazos[-1 - listadas].parrafo.texto) is not None:
        listadas += 1
    if listadas and ordinal(pedazos[-listadas].parrafo.texto) != 1:
        listadas = 0
    hasta = len(pedazos) - listadas
    rotulo = _cuantas([pedazos[hasta - n : hasta] for n in range(1, min(_LINEAS_ROTULO, hasta) + 1)], juego)
    return (rotulo + listadas, rotulo) if rotulo else None


def _al_principio(pedazos: Sequence[Pedazo], juego: Rotulos) -> int | None:
    """How many of the first lines read best as a label; a numbered line is the first row's."""
    tope = next((n for n, p in enumerate(pedazos) if n and (p.hueco or ordinal(p.parrafo.texto) is not None)), len(pedazos))
    return _cuantas([pedazos[:n] for n in range(1, min(_LINEAS_ROTULO, tope) + 1)], juego)


def _cuantas(tramos: Sequence[Sequence[Pedazo]], juego: Rotulos) -> int | None:
    """How many lines read best as a label, of a few, more and more. More of them must read better, or as surely as can be,
    or name another role: "Peso" and "Peso / obtenido"."""
    mejor: Etiqueta | None = None
    cuantas = None
    for tramo in tramos:
        leida = _etiqueta(tramo, juego)
        if leida is None:
            continue
        otra = mejor is not None and leida.rol != mejor.rol and leida.puntaje >= PUNTAJE_CLAVE
        if mejor is None or leida.puntaje > mejor.puntaje or leida.puntaje == _EXACTO or otra:
            mejor, cuantas = leida, len(tramo)
    return cuantas


def _acaba(trozos: Sequence[Trozo], indice: int, rotulo: int) -> bool:
    """Whether a header may end with the first ``rotulo`` lines of a stretch: the first row begins in it, or is blank there."""
    return rotulo < len(trozos[indice].pedazos) or indice + 1 == len(trozos) or trozos[indice + 1].al_margen


def _sin_saber(trozos: Sequence[Trozo], indice: int) -> bool:
    """Whether an unknown label must stand here: the stretch before it is all label, so the header's line goes on."""
    texto = trozos[indice].textos[0]
    return len(trozos[indice].pedazos) > 1 and len(texto) <= _LARGO_DESCONOCIDO and leer_numero(texto) is None


def _puede_ser_de_medio(trozo: Trozo, rotulo: int | None, juego: Rotulos) -> bool:
    """Whether a whole stretch may be a header's cell between two others: a label no worse than its first ``rotulo`` lines
    are, or a few words that say nothing known."""
    pedazos = trozo.pedazos
    if len(pedazos) > _LINEAS_ROTULO or any(p.hueco for p in pedazos[1:]):
        return False
    entera = _etiqueta(pedazos, juego)
    if rotulo is not None and rotulo < len(pedazos):
        parte = _etiqueta(pedazos[:rotulo], juego)
        return entera is not None and (parte is None or entera.puntaje >= parte.puntaje)
    texto = " ".join(trozo.textos)
    return entera is not None or (len(texto) <= _LARGO_DESCONOCIDO and leer_numero(trozo.textos[0]) is None)


def celdas_de(cabecera: Cabecera, trozos: Sequence[Trozo]) -> list[list[Pedazo]]:
    """The lines of each cell of a header."""
    medio = [trozos[i].pedazos for i in range(cabecera.desde + 1, cabecera.ultimo)]
    return [trozos[cabecera.desde].pedazos[-cabecera.lineas :], *medio, trozos[cabecera.ultimo].pedazos[: cabecera.resto]]


def con_celdas(celdas: Sequence[Sequence[Pedazo]], salto: int) -> tuple[Celda, ...]:
    """Cells of these lines, one per column."""
    cerca = next(p.parrafo.origen for c in celdas for p in c)
    hechas: list[Celda] = []
    for columna, pedazos in enumerate(celdas):
        hecha = celda_de(pedazos, columna, cerca, salto)
        hechas.append(replace(hecha, columna=columna))
        cerca = hecha.origen if hecha.parrafos else cerca
    return tuple(hechas)
