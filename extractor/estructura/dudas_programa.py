"""What a person must look at in a row already read: doubtful figures and states, parallel cells whose counts disagree."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.estructura.contexto_programa import ContextoPrograma
from extractor.estructura.emparejamiento import Emparejada
from extractor.estructura.items import OCR
from extractor.modelo.avisos import AvisoEstructura
from extractor.modelo.documento import OCR_DUDOSA, Parrafo
from extractor.modelo.tabla import Fila
from extractor.modelo.valores import Cifra, Estado

_CORTO = 3
"""Words: a longer state that says nothing known is a narration, and no misread verdict."""


def cifras_dudosas(fila: Fila, contexto: ContextoPrograma) -> list[AvisoEstructura]:
    """Figures with another possible reading ("12.500") or whose readings on a scan disagree."""
    lugares: list[tuple[int | None, str, Cifra | None]] = [
        (None, "ponderacion", fila.ponderacion),
        (None, "ponderacion_ganada", fila.ponderacion_ganada),
        (None, "ponderacion", fila.total_ponderacion),
        (None, "ponderacion_ganada", fila.total_ganada),
    ]
    for actividad in fila.actividades:
        lugares.append((actividad.indice, "ponderacion", actividad.ponderacion))
        lugares.append((actividad.indice, "ponderacion_ganada", actividad.ponderacion_ganada))
    return [
        AvisoEstructura(
            "LECTURA_DUDOSA",
            contexto.id,
            fila.indice,
            indice,
            campo,
            f"la cifra «{cifra.texto}» admite otra lectura",
            cifra.origen,
        )
        for indice, campo, cifra in lugares
        if cifra is not None and cifra.certeza == "dudosa"
    ]


def estados_dudosos(fila: Fila, parrafos: Sequence[Parrafo], contexto: ContextoPrograma) -> list[AvisoEstructura]:
    """States that a scan may have read wrong: a verdict or a percentage whose reads disagree, and a word or two that are no known
    state ("Ss")."""
    leidos = [p for p in parrafos if p.estilo in (OCR, OCR_DUDOSA)]
    if not leidos:
        return []
    borrosos = [p for p in leidos if p.estilo == OCR_DUDOSA]
    primero = (borrosos or leidos)[0].origen
    dichos = [(a.indice, a.estado, a.origen.get("estado", primero)) for a in fila.actividades]
    return [
        AvisoEstructura(
            "LECTURA_DUDOSA", contexto.id, fila.indice, indice, "estado", f"el estado «{dicho.texto}» admite otra lectura", lugar
        )
        for indice, dicho, lugar in [(None, fila.estado, primero), *dichos]
        if dicho is not None and dicho.certeza == "dudosa" and _admite_otra(dicho, borroso=bool(borrosos))
    ]


def _admite_otra(dicho: Estado, *, borroso: bool) -> bool:
    corto = dicho.valor == "SIN_DATO" and len(dicho.texto.split()) <= _CORTO and any(map(str.isalnum, dicho.texto))
    return corto or (borroso and (dicho.declarado or dicho.porcentaje is not None))


_COLUMNAS = {"ponderacion": "ponderación", "ponderacion_ganada": "ponderación ganada", "estado": "estado"}


def _cuenta_dispareja(campo: str, cuenta: int, actividades: int) -> str:
    """ "la columna ponderación ganada trae 6 elementos y las actividades son 7"."""
    if campo == "actividad":
        textos = "1 texto de actividad" if cuenta == 1 else f"{cuenta} textos de actividad"
        return f"la fila trae {textos} y sus otras columnas son de {actividades}"
    elementos = "1 elemento" if cuenta == 1 else f"{cuenta} elementos"
    return f"la columna {_COLUMNAS.get(campo, campo)} trae {elementos} y las actividades son {actividades}"


def desalineadas(pareja: Emparejada, fila: Fila, contexto: ContextoPrograma) -> list[AvisoEstructura]:
    """Parallel cells whose counts disagree; fewer earned values than activities is told by the reconciler when they
    are running totals, so it is only told here with its field."""
    return [
        AvisoEstructura(
            "CONTEO_DESALINEADO",
            contexto.id,
            fila.indice,
            None,
            campo,
            _cuenta_dispareja(campo, cuenta, pareja.n),
            next(
                (a.origen[k] for a in fila.actividades for k in ("texto" if campo == "actividad" else campo,) if k in a.origen),
                fila.origen,
            ),
        )
        for campo, cuenta in pareja.desalineadas
    ]
