"""What a load into a database did, for the console."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.salidas.consola import Balance, cuantas, cuenta_de_documentos, en_una_linea, limpio

_MOSTRADAS = {
    "documento": ("documento", "documentos"), "tabla": ("tabla", "tablas"), "fila": ("fila", "filas"),
    "actividad": ("actividad", "actividades"), "cifra": ("cifra", "cifras"), "seccion": ("sección", "secciones"),
    "verificacion": ("verificación", "verificaciones"), "hallazgo": ("hallazgo", "hallazgos"),
    "hallazgo_conjunto": ("hallazgo entre documentos", "hallazgos entre documentos"), "decision": ("decisión", "decisiones"),
}  # fmt: skip


def carga_en_consola(balance: Balance, base: str, cuentas: Mapping[str, int]) -> list[str]:
    """Documents by state, what the database holds now, and the unread ones with their reasons."""
    lineas = [cuenta_de_documentos(balance), en_la_base(base, cuentas)]
    if balance.fallidos:
        lineas.append("No se pudieron leer (quedan registrados con su motivo):")
        lineas.extend(f"  {limpio(ruta)}: {limpio(motivo)}" for ruta, motivo in balance.fallidos)
    return lineas


def en_la_base(base: str, cuentas: Mapping[str, int]) -> str:
    return f"Base de datos {base}: " + ", ".join(cuantas(cuentas[tabla], *palabras) for tabla, palabras in _MOSTRADAS.items())


def de_otras_cargas(rutas: Sequence[str], cambiadas: Sequence[str]) -> list[str]:
    """What the database holds beyond the documents of this run: ``rutas``, and of them ``cambiadas``, which this run found
    with other content. They go on counting."""
    if not rutas:
        return []
    lineas = [f"En la base hay además {cuantas(len(rutas), 'documento', 'documentos')} de otras cargas: {en_una_linea(rutas, 5)}"]
    if cambiadas:
        es = cuantas(len(cambiadas), "es una versión anterior de un archivo", "son versiones anteriores de archivos")
        sigue = "Sigue contando; «extractor retirar» la" if len(cambiadas) == 1 else "Siguen contando; «extractor retirar» las"
        lineas.append(f"De ellos, {es} de esta carga: {en_una_linea(cambiadas, 5)}. {sigue} saca de la base.")
    return lineas
