"""Corrected readings: what a person says is printed at a place, put where the program read something else.

The document is read once as it is, which tells which decisions find their place; then its paragraphs are corrected and it
is read again, so that everything that hangs on the text (pairs, totals, sums) is done anew. The place and the printed
text stay; only the value changes. What stands at no paragraph of its own is corrected in the finished tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from extractor.comun.decisiones_claves import CAMPOS_CIFRA, coordenadas
from extractor.comun.texto import blancos
from extractor.modelo.avisos import AvisoEstructura
from extractor.modelo.base import Origen
from extractor.modelo.campos import DE_TEXTO
from extractor.modelo.decision import Decision
from extractor.modelo.documento import BloqueTabla, Celda, Documento, FlujoCeldas, Parrafo
from extractor.modelo.normalizador import Normalizador
from extractor.modelo.tabla import Actividad, Desempeno, Fila, Tabla
from extractor.modelo.valores import Cifra, Estado
from extractor.proceso.decisiones import DecisionesDelDocumento

CAMPOS_ACTIVIDAD = ("texto", "ponderacion", "estado", "ponderacion_ganada")
_DE_FILA = ("ponderacion", "ponderacion_ganada", "total_ponderacion", "total_ganada")
Lugar = tuple[str, str]
"""(campo, coordinates)"""


def lugar_de_actividad(actividad: Actividad) -> Origen | None:
    """The place a pairing's key names: the activity's text, else the first of its figures."""
    return next((actividad.origen[campo] for campo in CAMPOS_ACTIVIDAD if campo in actividad.origen), None)


def lugar_de_campo(campo: str, tabla: Tabla, fila: Fila | None = None, actividad: Actividad | None = None) -> Origen | None:
    """The place a reading's key names: the field's own; where it is blank or a text of a row, its activity's, row's or
    table's. None for an activity that stands nowhere."""
    if actividad is not None:
        return actividad.origen.get(campo) or lugar_de_actividad(actividad)
    cifra: Cifra | None
    if fila is not None:
        cifra = getattr(fila, campo) if campo in _DE_FILA else None
        return cifra.origen if cifra is not None else fila.origen
    if campo == "desempeno_region":
        cifra = tabla.desempeno.region if tabla.desempeno is not None else None
    else:
        cifra = tabla.ponderacion_declarada
    return cifra.origen if cifra is not None else tabla.origen


def _recorrer(tablas: Sequence[Tabla]) -> Iterator[tuple[Lugar, str | None]]:
    """Every field a reading may name, with its printed text."""
    for tabla in tablas:
        for campo in ("ponderacion_declarada", "desempeno_region"):
            yield from _con_clave(campo, lugar_de_campo(campo, tabla), None)
        for fila in tabla.filas:
            for campo in (*_DE_FILA, "estado", *DE_TEXTO):
                yield from _con_clave(campo, lugar_de_campo(campo, tabla, fila), None)
            for actividad in fila.actividades:
                for campo in CAMPOS_ACTIVIDAD:
                    propio = actividad.origen.get(campo)
                    yield from _con_clave(
                        campo, lugar_de_campo(campo, tabla, fila, actividad), blancos(propio.texto) if propio else None
                    )


def _con_clave(campo: str, origen: Origen | None, texto: str | None) -> Iterator[tuple[Lugar, str | None]]:
    if origen is not None:
        yield (campo, coordenadas(origen)), texto


def halladas(tablas: Sequence[Tabla], decisiones: DecisionesDelDocumento) -> dict[Lugar, Decision]:
    """The readings whose place is in the tables; one place that holds different texts (two figures on a line whose parts have
    no place of their own) is nobody's."""
    textos: dict[Lugar, set[str | None]] = {}
    for lugar, texto in _recorrer(tablas):
        if decisiones.lectura(*lugar) is not None:
            textos.setdefault(lugar, set()).add(texto)
    unicas = [lugar for lugar, vistos in textos.items() if len(vistos) == 1]
    return {lugar: decision for lugar in unicas if (decision := decisiones.lectura(*lugar)) is not None}


def corregido(documento: Documento, lecturas: Mapping[Lugar, Decision], decisiones: DecisionesDelDocumento) -> Documento:
    """The document with the paragraphs of figures, states and activities that were corrected; the same one when there is none."""
    nuevos = {lugar: d for (campo, lugar), d in lecturas.items() if campo not in DE_TEXTO}
    if not nuevos:
        return documento

    def parrafos(propios: Sequence[Parrafo]) -> tuple[Parrafo, ...]:
        salida: list[Parrafo] = []
        for parrafo in propios:
            decision = nuevos.get(coordenadas(parrafo.origen))
            if decision is None:
                salida.append(parrafo)
                continue
            decisiones.usar(decision)
            if decision.valor:
                salida.append(replace(parrafo, texto=decision.valor, estilo=None))
        return tuple(salida)

    def celda(una: Celda) -> Celda:
        return replace(una, parrafos=parrafos(una.parrafos))

    bloques: list[Parrafo | BloqueTabla | FlujoCeldas] = []
    for bloque in documento.bloques:
        if isinstance(bloque, Parrafo):
            bloques.extend(parrafos([bloque]))
        elif isinstance(bloque, BloqueTabla):
            filas = tuple(replace(fila, celdas=tuple(celda(c) for c in fila.celdas)) for fila in bloque.filas)
            bloques.append(replace(bloque, filas=filas))
        else:
            bloques.append(replace(bloque, celdas=tuple(celda(c) for c in bloque.celdas)))
    return replace(documento, bloques=tuple(bloques))


def con_lecturas(tablas: Sequence[Tabla], decisiones: DecisionesDelDocumento, normal: Normalizador) -> tuple[Tabla, ...]:
    """The tables with every corrected reading in its place, marked with its decision."""
    taller = _Taller(halladas(tablas, decisiones), decisiones, normal)
    return tuple(taller.tabla(t) for t in tablas)


def sin_dudas_resueltas(
    avisos: Sequence[AvisoEstructura], lecturas: Mapping[Lugar, Decision]
) -> tuple[AvisoEstructura, ...]:
    """The notices without those about a figure whose reading a person settled."""
    resueltos = {lugar for campo, lugar in lecturas if campo in CAMPOS_CIFRA}
    return tuple(
        a
        for a in avisos
        if not (a.codigo == "LECTURA_DUDOSA" and a.campo and a.origen is not None and coordenadas(a.origen) in resueltos)
    )


class _Taller:
    """Puts the readings into tables, rows and activities."""

    def __init__(self, lecturas: Mapping[Lugar, Decision], decisiones: DecisionesDelDocumento, normal: Normalizador) -> None:
        self._lecturas, self._decisiones, self._normal = lecturas, decisiones, normal

    def _decision(self, campo: str, lugar: Origen | None) -> Decision | None:
        return None if lugar is None else self._lecturas.get((campo, coordenadas(lugar)))

    def _cifra(self, campo: str, actual: Cifra | None, lugar: Origen | None) -> Cifra | None:
        """The figure that a person read; the printed text stays beside it, except where the value is a word itself."""
        from extractor.estructura.items import cifra

        decision = self._decision(campo, lugar)
        if decision is None or lugar is None:
            return actual
        marca = self._decisiones.usar(decision)
        if not decision.valor:
            return None
        nueva = cifra(Parrafo(decision.valor, lugar))
        impreso = blancos(lugar.texto) if actual is not None and nueva.valor is not None else nueva.texto
        return nueva.model_copy(update={"texto": impreso, "certeza": "segura", "decision": marca})

    def _estado(self, actual: Estado | None, lugar: Origen | None) -> Estado | None:
        decision = self._decision("estado", lugar)
        if decision is None or lugar is None:
            return actual
        marca = self._decisiones.usar(decision)
        nuevo = self._normal.estado(decision.valor)
        if nuevo is None:
            return None
        return nuevo.model_copy(update={"texto": nuevo.texto if actual is None else actual.texto, "decision": marca})

    def tabla(self, tabla: Tabla) -> Tabla:
        cambios: dict[str, Any] = {"filas": tuple(self._fila(tabla, f) for f in tabla.filas)}
        declarada = lugar_de_campo("ponderacion_declarada", tabla)
        cambios["ponderacion_declarada"] = self._cifra("ponderacion_declarada", tabla.ponderacion_declarada, declarada)
        previo = tabla.desempeno
        actual = previo.region if previo is not None else None
        nueva = self._cifra("desempeno_region", actual, lugar_de_campo("desempeno_region", tabla))
        if nueva != actual:
            base = previo or Desempeno(region=None, region_recalculado=None, servicio=None)
            cambios["desempeno"] = base.model_copy(update={"region": nueva})
        return tabla.model_copy(update=cambios)

    def _fila(self, tabla: Tabla, fila: Fila) -> Fila:
        cambios: dict[str, Any] = {"actividades": tuple(self._actividad(tabla, fila, a) for a in fila.actividades)}
        for campo in _DE_FILA:
            cambios[campo] = self._cifra(campo, getattr(fila, campo), lugar_de_campo(campo, tabla, fila))
        cambios["estado"] = self._estado(fila.estado, fila.origen)
        for campo in DE_TEXTO:
            decision = self._decision(campo, fila.origen)
            if decision is not None:
                self._decisiones.usar(decision)
                cambios[campo] = decision.valor or None
        return fila.model_copy(update=cambios)

    def _actividad(self, tabla: Tabla, fila: Fila, actividad: Actividad) -> Actividad:
        origen, alineacion = dict(actividad.origen), dict(actividad.alineacion)
        cambios: dict[str, Any] = {}
        for campo in CAMPOS_ACTIVIDAD:
            lugar = lugar_de_campo(campo, tabla, fila, actividad)
            decision = self._decision(campo, lugar)
            if decision is None or lugar is None:
                continue
            if campo == "texto":
                self._decisiones.usar(decision)
                cambios[campo] = decision.valor or None
            elif campo == "estado":
                cambios[campo] = self._estado(actividad.estado, lugar)
            else:
                cambios[campo] = self._cifra(campo, getattr(actividad, campo), lugar)
            if cambios[campo] is None:
                origen.pop(campo, None)
                alineacion.pop(campo, None)
            elif campo not in origen:
                origen[campo] = lugar
                alineacion[campo] = "segura"
        if not cambios:
            return actividad
        return actividad.model_copy(update={**cambios, "origen": origen, "alineacion": cast(Any, alineacion)})
