"""The decisions of persons in a database: read as they were written, and added one at a time, never changed.

Two reviewers may decide at once: adding takes a lock for as long as it looks at what is in force and writes, so that of two
decisions that contradict each other the second is refused, with both named.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, insert, or_, select

from extractor.almacen import esquema as e
from extractor.comun.decisiones import COLUMNAS, Decisiones
from extractor.comun.decisiones_claves import ClaveMala, clave_canonica, tema
from extractor.errores import ErrorUso
from extractor.modelo.decision import Decision

CANDADO = "decisiones"
_COLUMNAS = [e.decision.c[columna] for columna in COLUMNAS]


def leer(conexion: Connection) -> tuple[Decision, ...]:
    """All of them, by id; those that were annulled too."""
    filas = conexion.execute(select(*_COLUMNAS).order_by(e.decision.c.id)).mappings()
    return tuple(sorted((Decision.model_validate(dict(fila)) for fila in filas), key=lambda d: d.id))


def agregar(conexion: Connection, nuevas: Iterable[Decision], esperada: str | None = None) -> int:
    """Adds those that are not there yet and returns how many they were. To be called under ``CANDADO``.

    Raises ErrorUso, and adds none, for an id that another decision has, for what the grammar of decisions refuses, for two
    in force that contradict each other (both named), and when ``esperada``, the id that the person saw in force, no longer
    is.
    """
    cuantas = 0
    for nueva in nuevas:
        sobre = _tema(nueva)
        cercanas = _cercanas(conexion, nueva, sobre)
        if any(d.id == nueva.id for d in cercanas):
            Decisiones.de([*cercanas, nueva])
            continue
        if esperada is not None:
            _exigir_vigente(esperada, cercanas)
        Decisiones.de([*cercanas, nueva])
        conexion.execute(insert(e.decision), [{**nueva.model_dump(), "anula": nueva.anula or None, "tema": sobre}])
        cuantas += 1
    return cuantas


def en_orden(decisiones: Iterable[Decision]) -> list[Decision]:
    """Each after the one it annuls, else by id. What annuls itself in a ring stays by id, and is refused when added."""
    pendientes = {x.id: x for x in sorted(decisiones, key=lambda x: x.id)}
    orden: list[Decision] = []
    while pendientes:
        libres = [x for x in pendientes.values() if x.anula not in pendientes] or list(pendientes.values())
        orden.extend(libres)
        for x in libres:
            del pendientes[x.id]
    return orden


def _tema(decision: Decision) -> str:
    """What it is about; "" when it says nothing (it only annuls) or its key is none, which is refused later."""
    try:
        return tema(decision.tipo, clave_canonica(decision.tipo, decision.clave)) if decision.clave.strip() else ""
    except ClaveMala:
        return ""


def _cercanas(conexion: Connection, nueva: Decision, sobre: str) -> list[Decision]:
    """The stored decisions that can bear on it: about the same thing, and all that annul or are annulled by these."""
    vistas: dict[str, Decision] = {}
    buscadas = or_(e.decision.c.id.in_([nueva.id, nueva.anula or nueva.id]), e.decision.c.anula == nueva.id)
    if sobre:
        buscadas = or_(buscadas, (e.decision.c.tipo == nueva.tipo) & (e.decision.c.tema == sobre))
    while True:
        filas = conexion.execute(select(*_COLUMNAS).where(buscadas)).mappings()
        halladas = [Decision.model_validate(dict(fila)) for fila in filas]
        recientes = {d.id: d for d in halladas if d.id not in vistas}
        if not recientes:
            return [vistas[i] for i in sorted(vistas)]
        vistas.update(recientes)
        anuladas = [d.anula for d in recientes.values() if d.anula]
        buscadas = or_(e.decision.c.id.in_(anuladas), e.decision.c.anula.in_(list(recientes)))


def _exigir_vigente(esperada: str, cercanas: list[Decision]) -> None:
    if any(d.id == esperada for d in Decisiones.de(cercanas).vigentes):
        return
    posterior = next((d for d in cercanas if d.anula == esperada), None)
    if posterior is None:
        raise ErrorUso(f"la decisión «{esperada}» no rige sobre esto; vuelva a abrir la página y decida otra vez")
    raise ErrorUso(
        f"la decisión «{esperada}» ya no rige: la reemplazó «{posterior.id}» de {posterior.quien} ({posterior.cuando}); "
        "revísela y decida otra vez"
    )
