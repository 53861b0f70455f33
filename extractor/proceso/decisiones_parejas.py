"""Pairings that a person settled: which weight, state or earned value of a table belongs to which activity.

Figures never get lost: what a decision takes from one activity and gives to another changes places with what the other
had; what finds no place is kept in an activity of its own without text. Only what was decided is sure afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extractor.comun.decisiones_claves import CAMPOS_EMPAREJAMIENTO, coordenadas
from extractor.errores import ErrorUso
from extractor.modelo.base import Origen
from extractor.modelo.decision import Decision
from extractor.modelo.tabla import Actividad, Fila, Tabla
from extractor.modelo.valores import Cifra, Estado
from extractor.proceso.decisiones import DecisionesDelDocumento
from extractor.proceso.decisiones_lecturas import lugar_de_actividad

Sitio = tuple[int, int | None, str]
"""Row, activity (None for the row's printed total) and field, by position."""
_TOTALES = {"ponderacion": "total_ponderacion", "ponderacion_ganada": "total_ganada"}
Cosa = tuple[Cifra | Estado, Origen]


def con_parejas(tablas: Sequence[Tabla], decisiones: DecisionesDelDocumento) -> tuple[Tabla, ...]:
    """The tables with the decided pairs. Raises ErrorUso, naming both, when one figure is given to two activities."""
    return tuple(_tabla(t, decisiones) for t in tablas)


def _tabla(tabla: Tabla, decisiones: DecisionesDelDocumento) -> Tabla:
    pedidas: dict[Sitio, Decision] = {}
    for f, fila in enumerate(tabla.filas):
        for a, actividad in enumerate(fila.actividades):
            lugar = lugar_de_actividad(actividad)
            for campo in CAMPOS_EMPAREJAMIENTO:
                decision = decisiones.pareja(campo, coordenadas(lugar)) if lugar is not None else None
                if decision is not None:
                    pedidas[f, a, campo] = decision
    if not pedidas:
        return tabla
    return _Reparto(tabla, pedidas, decisiones).tabla()


class _Reparto:
    """Who has what in one table, before and after the decisions."""

    def __init__(self, tabla: Tabla, pedidas: dict[Sitio, Decision], decisiones: DecisionesDelDocumento) -> None:
        self._tabla = tabla
        self._antes: dict[Sitio, Cosa] = dict(_cosas(tabla))
        self._tiene = dict(self._antes)
        self._seguras: dict[Sitio, str] = {}
        self._dudosas: set[Sitio] = set()
        self._sobrantes: list[tuple[int, str, Cosa]] = []
        self._aplicar(pedidas, decisiones)

    def _aplicar(self, pedidas: dict[Sitio, Decision], decisiones: DecisionesDelDocumento) -> None:
        antes = self._antes
        donde = {(_clase(sitio[2]), coordenadas(cosa[1])): sitio for sitio, cosa in reversed(list(antes.items()))}
        fuentes: dict[Sitio, Sitio | None] = {}
        duenos: dict[Sitio, Decision] = {}
        for sitio, decision in pedidas.items():
            fuente = donde.get((_clase(sitio[2]), decision.valor)) if decision.valor else None
            if decision.valor and fuente is None:
                continue
            if fuente is not None and fuente in duenos:
                raise ErrorUso(f"las decisiones «{duenos[fuente].id}» y «{decision.id}» dan la misma cifra a dos actividades")
            if fuente is not None:
                duenos[fuente] = decision
            fuentes[sitio] = fuente
            self._seguras[sitio] = decisiones.usar(decision)
        libres = [fuente for fuente in duenos if fuente not in fuentes]
        for fuente in libres:
            del self._tiene[fuente]
        for sitio, fuente in fuentes.items():
            self._tiene.pop(sitio, None)
            if fuente is not None:
                self._tiene[sitio] = antes[fuente]
        for sitio in fuentes:
            if sitio in antes and sitio not in duenos:
                self._acomodar(sitio, antes[sitio], libres)

    def _acomodar(self, sitio: Sitio, cosa: Cosa, libres: list[Sitio]) -> None:
        """Gives what lost its place to the first activity that lost the like, else to one of its own."""
        for libre in libres:
            if libre[1] is not None and libre[2] == sitio[2] and libre not in self._tiene:
                self._tiene[libre] = cosa
                self._dudosas.add(libre)
                return
        self._sobrantes.append((sitio[0], sitio[2], cosa))

    def tabla(self) -> Tabla:
        return self._tabla.model_copy(update={"filas": tuple(self._fila(f, fila) for f, fila in enumerate(self._tabla.filas))})

    def _fila(self, f: int, fila: Fila) -> Fila:
        actividades = [self._actividad(f, a, actividad) for a, actividad in enumerate(fila.actividades)]
        for _, campo, cosa in (s for s in self._sobrantes if s[0] == f):
            actividades.append(_suelta(len(actividades), campo, cosa))
        idos = {_TOTALES[c]: None for c in _TOTALES if (f, None, c) in self._antes and (f, None, c) not in self._tiene}
        return fila.model_copy(update={"actividades": tuple(actividades), **idos})

    def _actividad(self, f: int, a: int, actividad: Actividad) -> Actividad:
        origen, alineacion, motivos = dict(actividad.origen), dict(actividad.alineacion), [actividad.motivo_alineacion]
        valores: dict[str, Any] = {}
        for campo in CAMPOS_EMPAREJAMIENTO:
            sitio = (f, a, campo)
            if sitio in self._tiene:
                valores[campo], origen[campo] = self._tiene[sitio]
            elif sitio in self._antes:
                valores[campo] = None
                del origen[campo]
            if sitio in self._seguras:
                alineacion[campo] = "segura"
                motivos.append(f"{campo}: lo decidió una persona ({self._seguras[sitio]})")
            elif sitio in self._dudosas:
                alineacion[campo] = "dudosa"
                motivos.append(f"{campo}: quedó al cambiar de lugar otra cifra")
        motivo = "; ".join(m for m in motivos if m)
        return actividad.model_copy(
            update={**valores, "origen": origen, "alineacion": alineacion, "motivo_alineacion": motivo}
        )


def _clase(campo: str) -> str:
    return "estado" if campo == "estado" else "cifra"


def _cosas(tabla: Tabla) -> list[tuple[Sitio, Cosa]]:
    """What every activity has of each field, and the printed totals."""
    cosas: list[tuple[Sitio, Cosa]] = []
    for f, fila in enumerate(tabla.filas):
        for a, actividad in enumerate(fila.actividades):
            for campo in CAMPOS_EMPAREJAMIENTO:
                valor = getattr(actividad, campo)
                if valor is not None and campo in actividad.origen:
                    cosas.append(((f, a, campo), (valor, actividad.origen[campo])))
        for campo, total in _TOTALES.items():
            cifra: Cifra | None = getattr(fila, total)
            if cifra is not None:
                cosas.append(((f, None, campo), (cifra, cifra.origen)))
    return cosas


def _suelta(indice: int, campo: str, cosa: Cosa) -> Actividad:
    """A figure that stands without an activity's text."""
    valores: dict[str, Any] = {"ponderacion": None, "ponderacion_ganada": None, "estado": None, campo: cosa[0]}
    return Actividad(
        indice=indice,
        texto=None,
        objetivos=(),
        responsables=(),
        alineacion={campo: "dudosa"},
        motivo_alineacion=f"{campo}: quedó sin actividad al decidir una persona los pares de la fila",
        origen={campo: cosa[1]},
        **valores,
    )
