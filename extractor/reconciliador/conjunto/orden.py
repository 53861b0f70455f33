"""Which of several versions of a report is the latest, and how that is known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from extractor.modelo.conjunto import Resumen
from extractor.reconciliador.conjunto.palabras import leer_nombre


def cual_es_posterior(documentos: Sequence[Resumen]) -> tuple[Resumen | None, str]:
    """The latest version, by when the file says it was modified, else by its name, and how that is known; None when they
    do not say it, or not the same."""
    # the date of a scan is the day the paper was scanned
    por_fecha = _unico_mayor([(None if r.escaneado else _fecha(r.modificado), r) for r in documentos])
    por_nombre = _unico_mayor([(leer_nombre(r.nombre).orden, r) for r in documentos])
    if por_fecha is not None and por_nombre is not None and por_fecha is not por_nombre:
        return None, "la fecha de modificación y el nombre del archivo no dicen lo mismo"
    if por_fecha is not None:
        return por_fecha, f"modificado el {(por_fecha.modificado or '')[:16].replace('T', ' a las ')}"
    if por_nombre is not None:
        dicho = leer_nombre(por_nombre.nombre).dicho
        return por_nombre, f"su nombre dice «{dicho}»" if dicho else "el nombre de las otras dice que son anteriores"
    return None, "ni la fecha de modificación ni el nombre lo dicen"


def _unico_mayor(pares: list[tuple[datetime | int | None, Resumen]]) -> Resumen | None:
    if any(valor is None for valor, _ in pares):
        return None
    mayor = max(valor for valor, _ in pares)  # type: ignore[type-var]
    primeros = [resumen for valor, resumen in pares if valor == mayor]
    return primeros[0] if len(primeros) == 1 else None


def _fecha(texto: str | None) -> datetime | None:
    if texto is None:
        return None
    try:
        fecha = datetime.fromisoformat(texto)
    except ValueError:
        return None
    return fecha if fecha.tzinfo is not None else fecha.replace(tzinfo=UTC)
