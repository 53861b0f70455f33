"""Who reads the documents: processes of this machine, or of several. One interface, so that nothing else differs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Protocol

from extractor.comun.ajustes import Ajustes
from extractor.errores import ErrorUso
from extractor.lote.claves import Circunstancias
from extractor.lote.recorrido import Encargo
from extractor.lote.trabajador import Oficio, Respuesta
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe

NombreMotor = Literal["local", "dask"]
Procesador = Callable[[Path, str, Declarado], Informe]


class Boleto(Protocol):
    """A document sent: what one gets back to ask for its answer."""

    encargo: Encargo


class Motor(Protocol):
    """``ventana``: documents that may be in hand at a time, so that a slow one at the head does not leave the rest idle.
    ``lleno``: answers that wait already take as much memory as they may."""

    ventana: int

    @property
    def lleno(self) -> bool: ...

    def enviar(self, encargo: Encargo) -> Any:
        """Gives the document to the workers; returns its ``Boleto``."""

    def esperar(self, boleto: Any, segundos: float) -> Respuesta | None:
        """The answer, or None when there is none yet after ``segundos``. Never raises for what a document does; raises
        ErrorExtractor when the workers cannot go on."""

    def retirar(self, boleto: Any) -> bool:
        """Takes back a document whose reading has not begun; False when it has."""

    def cerrar(self) -> None:
        """Ends the workers, whatever they are doing, and waits for them."""


@dataclass(frozen=True, slots=True)
class PedidoMotor:
    """Which engine: ``trabajadores`` None: as many as suit the documents; ``planificador``: address of dask's scheduler,
    None for a cluster on this machine."""

    nombre: NombreMotor = "local"
    trabajadores: int | None = None
    planificador: str | None = None

    def revisar(self) -> None:
        """Raises ErrorUso for options that contradict each other or cannot be."""
        if self.trabajadores is not None and self.trabajadores < 1:
            raise ErrorUso("--trabajadores debe ser 1 o más")
        if self.planificador is not None and self.nombre != "dask":
            raise ErrorUso("--planificador solo se usa con --motor dask")
        if self.planificador is not None and self.trabajadores is not None:
            raise ErrorUso("con --planificador los trabajadores son los de ese planificador: quite --trabajadores")


@dataclass(frozen=True)
class Taller:
    """What an engine needs to be started: it is made when the first document has to be read, not before."""

    pedido: PedidoMotor
    ajustes: Ajustes
    encargos: tuple[Encargo, ...]
    circunstancias: Circunstancias | None = None
    cache: Path | None = None
    procesador: Procesador | None = field(default=None)

    def abrir(self) -> Motor:
        """Raises ErrorUso when the engine's packages are missing or its scheduler does not answer."""
        from extractor.lote.seguro import MotorLocal, trabajadores_que_convienen

        oficio = Oficio(self.ajustes, self.circunstancias, self.cache, self.procesador)
        if self.pedido.nombre == "dask":
            from extractor.lote.motor_dask import MotorDask

            return MotorDask(oficio, self.pedido.trabajadores, self.pedido.planificador)
        cuantos = self.pedido.trabajadores or trabajadores_que_convienen(self.encargos, self.ajustes)
        return MotorLocal(oficio, min(cuantos, len(self.encargos)))
