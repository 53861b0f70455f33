"""One run over many documents, as every command that reads needs it: plan, progress, counts and exit code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing
from pathlib import Path

from extractor.cli.escritura import decir
from extractor.cli.opciones import PREFERENCIAS
from extractor.cli.progreso import Progreso
from extractor.comun.ajustes import cargar_ajustes, usar
from extractor.errores import CODIGO_FALLA_PROPIA, CODIGO_HALLAZGOS, CODIGO_NO_LEIDO
from extractor.lote import Hecho, planear, procesar_lote
from extractor.modelo.declarado import Declarado
from extractor.modelo.hallazgo import Gravedad
from extractor.salidas import Balance
from extractor.salidas.consola import en_una_linea

_RAZONES = {
    "oculto": "ocultos",
    "bloqueo": "de bloqueo de otro programa",
    "no_es_informe": "no son informes",
    "salida": "salida de esta orden",
    "enlace": "enlaces a carpetas o rotos",
    "especial": "no son archivos",
    "ilegible": "carpetas que no se pudieron abrir",
}


class Corrida:
    """The documents of ``rutas``. Raises ErrorUso at once for a path that does not exist and for settings that cannot be
    used, which are put in force here."""

    def __init__(
        self,
        rutas: Sequence[Path],
        declarado: Declarado,
        excluir: Sequence[Path] = (),
        trabajadores: int | None = None,
        ajustes: Path | None = None,
    ) -> None:
        usar(cargar_ajustes(ajustes))
        self._trabajadores = trabajadores
        self.plan = planear(rutas, declarado, excluir)
        self.balance = Balance()
        self.fallas_propias = 0
        self._progreso = Progreso(len(self.plan.encargos))

    @property
    def varios(self) -> bool:
        return len(self.plan.encargos) != 1

    def hechos(self, despues: Callable[[Hecho], Hecho] | None = None) -> Iterator[Hecho]:
        """Each document done, counted and, if ``despues`` is given, passed through it (loading it somewhere)."""
        self._avisar()
        # closing: however the run ends, the workers end with it
        with self._progreso, closing(procesar_lote(self.plan, trabajadores=self._trabajadores)) as leidos:
            for hecho in leidos:
                final = hecho if despues is None else despues(hecho)
                self.balance.sumar(final.informe)
                if final.traza is not None:
                    self.fallas_propias += 1
                    if PREFERENCIAS.verboso:
                        decir(final.traza)
                yield final
                self._progreso.avanzar()

    def pausa(self) -> AbstractContextManager[None]:
        """Inside it, standard output may be written."""
        return self._progreso.pausa()

    def codigo(self, minima: Gravedad | None = None) -> int:
        """The exit code of the run; findings count only for a command that gives ``minima``."""
        if self.fallas_propias:
            return CODIGO_FALLA_PROPIA
        if self.balance.fallidos or self.plan.ilegibles:
            return CODIGO_NO_LEIDO
        return CODIGO_HALLAZGOS if minima is not None and self.balance.alcanza(minima) else 0

    def _avisar(self) -> None:
        for aviso in self.plan.avisos:
            decir(f"Aviso: {aviso}")
        cuentas: Counter[str] = Counter(omitido.razon for omitido in self.plan.omitidos)
        for razon, titulo in _RAZONES.items():
            if cuentas[razon]:
                nombres = en_una_linea(omitido.ruta for omitido in self.plan.omitidos if omitido.razon == razon)
                decir(f"Sin leer ({titulo}): {cuentas[razon]}: {nombres}")
        if not self.plan.encargos:
            decir("No hay ningún informe que leer en lo indicado.")
