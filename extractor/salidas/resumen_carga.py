"""What a load into a database did, for the console."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.salidas.consola import Balance, cuenta_de_documentos, limpio

_MOSTRADAS = (
    "documento", "tabla", "fila", "actividad", "cifra", "seccion", "verificacion", "hallazgo", "hallazgo_conjunto", "decision",
)  # fmt: skip


def carga_en_consola(balance: Balance, base: str, cuentas: Mapping[str, int]) -> list[str]:
    """Documents by state, what the database holds now, and the unread ones with their reasons."""
    lineas = [
        cuenta_de_documentos(balance),
        f"Base de datos {base}: " + ", ".join(f"{tabla} {cuentas[tabla]}" for tabla in _MOSTRADAS),
    ]
    if balance.fallidos:
        lineas.append("No se pudieron leer (quedan registrados con su motivo):")
        lineas.extend(f"  {limpio(ruta)}: {limpio(motivo)}" for ruta, motivo in balance.fallidos)
    return lineas
