"""What the stage that builds tables could not settle, told under its own codes."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.modelo.avisos import AvisoEstructura
from extractor.modelo.hallazgo import Hallazgo, Lugar
from extractor.reconciliador.contexto import Contexto, Mesa
from extractor.reconciliador.fabrica import hallazgo
from extractor.reconciliador.regla import Respuesta


def tabla_truncada(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """A table reaches its end. Told once per table; a region without figures says it better."""
    yield from _de_estructura(contexto, "TABLA_TRUNCADA", tablas_con(previos, "REGION_SIN_DATOS"))


def conteos_alineados(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """Parallel cells hold the same number of items. Short running totals are told by their own code."""
    yield from _de_estructura(contexto, "CONTEO_DESALINEADO", frozenset())


def otros_avisos(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """Whatever else the stage that builds tables could not settle, under its own code, unless a rule told it already."""
    conocidos = {"TABLA_TRUNCADA", "CONTEO_DESALINEADO"}
    for codigo in sorted({aviso.codigo for aviso in contexto.expectativas.avisos} - conocidos):
        yield from _de_estructura(contexto, codigo, tablas_con(previos, codigo))


def tablas_con(previos: tuple[Hallazgo, ...], *codigos: str) -> frozenset[str | None]:
    """The tables of which one of the codes was told."""
    return frozenset(h.tabla for h in previos if h.codigo in codigos)


def _de_estructura(contexto: Contexto, codigo: str, callan: frozenset[str | None]) -> Iterator[Respuesta]:
    """One finding per table (per row where the code is a row's) for the structure's notices of one code, with all their
    places; what is said of one column of several tables is said once."""
    avisos = [a for a in contexto.expectativas.avisos if a.codigo == codigo and a.tabla not in callan]
    grupos: dict[tuple[str | None, int | None], list[AvisoEstructura]] = {}
    primeras: dict[tuple[str, str], str | None] = {}
    for uno in avisos:
        de_columna = codigo == "LECTURA_DUDOSA" and uno.campo is not None and uno.fila is None
        tabla = primeras.setdefault((uno.campo or "", uno.detalle), uno.tabla) if de_columna else uno.tabla
        grupos.setdefault((tabla, uno.fila if codigo == "FILA_INCOMPLETA" else None), []).append(uno)
    for (tabla, _), grupo in grupos.items():
        mesa = contexto.mesa(tabla)
        propios = [a for a in grupo if not _corto_al_final(mesa, a.codigo, a.campo)]
        if not propios:
            continue
        primero = propios[0]
        lugares = [Lugar(tabla=a.tabla, fila=a.fila, actividad=a.actividad, origen=a.origen) for a in propios]
        tablas = len({a.tabla for a in propios if a.detalle == primero.detalle})
        # of the document itself everything is said, of a table what comes first
        dicho = "; ".join(dict.fromkeys(a.detalle.rstrip(".") for a in propios)) if tabla is None else primero.detalle.rstrip(".")
        dicho = f"{dicho[:1].upper()}{dicho[1:]}{f' (en {tablas} tablas)' if tablas > 1 else ''}."
        # each with its row where they are of several
        filas = {a.fila for a in propios}
        donde = [f"fila {a.fila + 1}: " if a.fila is not None and len(filas) > 1 else "" for a in propios]
        detalles = list(dict.fromkeys(f"{d}{a.detalle.rstrip('.')}" for d, a in zip(donde, propios, strict=True)))
        explicacion = "; ".join(detalles)
        yield hallazgo(
            contexto, codigo, "aviso", dicho, f"{explicacion[:1].upper()}{explicacion[1:]}.", mesa=mesa, fila=primero.fila,
            actividad=primero.actividad, campo=primero.campo, origen=primero.origen, lugares=lugares if len(lugares) > 1 else (),
        )


def _corto_al_final(mesa: Mesa | None, codigo: str, campo: str | None) -> bool:
    acumulada = mesa is not None and mesa.tabla.modo_ganada == "acumulada"
    return acumulada and codigo == "CONTEO_DESALINEADO" and campo == "ponderacion_ganada"
