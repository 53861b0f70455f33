"""What a command over several documents tells of them together, at its end."""

from __future__ import annotations

from extractor.comun.decisiones import SIN_DECISIONES, Decisiones
from extractor.comun.huellas import SIN_CONTENIDO
from extractor.lote import Hecho
from extractor.modelo.conjunto import Conjunto
from extractor.salidas.derivacion import FichaRegla


class EntreDocumentos:
    """Takes each document done and, at the end, compares them. With fewer than two documents there is nothing to tell."""

    def __init__(self) -> None:
        from extractor.reconciliador.conjunto import Acumulador

        self._acumulador = Acumulador()
        self._vistos: set[str] = set()

    def agregar(self, hecho: Hecho) -> None:
        """One more document. The same file named twice is one. What is empty or could not be opened is left out: all of it
        shares the hash of nothing, and would pass for copies of one document."""
        lugar = hecho.encargo.lugar
        if lugar in self._vistos:
            return
        self._vistos.add(lugar)
        if hecho.sha256 != SIN_CONTENIDO:
            self._acumulador.agregar(hecho.encargo.ruta_relativa, hecho.paquete)

    def cerrar(self, decisiones: Decisiones = SIN_DECISIONES) -> Conjunto | None:
        """The comparison, with what persons decided of its findings; None for fewer than two documents."""
        from extractor.reconciliador.conjunto import con_decisiones, revisar

        return con_decisiones(revisar(self._acumulador), decisiones) if len(self._vistos) > 1 else None

    @property
    def rutas(self) -> dict[str, tuple[str, ...]]:
        """The paths of each document, by content hash."""
        return {sha: ficha.rutas for sha, ficha in self._acumulador.fichas.items()}


def ficha_de(codigo: str, entre_documentos: bool = False) -> FichaRegla | None:
    """The record of the rule that gives a code; None for what no rule gives (a reading that failed)."""
    from extractor.reconciliador import REGLAS
    from extractor.reconciliador.conjunto import REGLAS_CONJUNTO

    if entre_documentos:
        return next((ficha for ficha in REGLAS_CONJUNTO if codigo in ficha.codigos), None)
    return next((regla for regla in REGLAS if codigo in regla.codigos), None)
