"""The loop over the documents: what is kept is taken from the cache, the rest goes to the engine, answers come in order.

A window of documents is in hand at a time, so memory stays flat however many there are and a slow one at its head does not
leave the workers idle.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from extractor.errores import ErrorExtractor
from extractor.lote.estante import Estante
from extractor.lote.hecho import Hecho
from extractor.lote.interrupcion import Interruptor
from extractor.lote.motor import Motor, Taller
from extractor.lote.recorrido import Encargo
from extractor.lote.trabajador import Respuesta
from extractor.modelo.clave import ClaveLectura

_VENTANA_SIN_MOTOR = 64
_PASO = 0.5
"""Seconds between two looks at whether the person wants to stop."""


@dataclass(slots=True, eq=False)
class _Turno:
    """A document in the window: done already, or sent (``boleto``) under ``clave``."""

    encargo: Encargo
    hecho: Hecho | None = None
    boleto: Any = None
    clave: ClaveLectura | None = None


def en_orden(
    encargos: Iterable[Encargo],
    taller: Taller,
    estante: Estante | None = None,
    interruptor: Interruptor | None = None,
    al_enviar: Callable[[Encargo], None] | None = None,
) -> Generator[Hecho, None, None]:
    """Each document, in order. ``estante``: the cache and keys of documents opened by this process; ``al_enviar`` is told
    of each one about to be read.

    After the interruptor's wish the documents being read are given back when done, and then KeyboardInterrupt is raised.
    Raises ErrorExtractor for what makes the whole run senseless. Closing the generator ends the workers.
    """
    linea = _Linea(taller, estante, interruptor or Interruptor(), al_enviar)
    try:
        yield from linea.recorrer(iter(encargos))
    finally:
        linea.cerrar()


class _Linea:
    """The window and the engine, which is started for the first document that has to be read."""

    def __init__(
        self,
        taller: Taller,
        estante: Estante | None,
        interruptor: Interruptor,
        al_enviar: Callable[[Encargo], None] | None,
    ) -> None:
        self._taller = taller
        self._estante = estante
        self._interruptor = interruptor
        self._al_enviar = al_enviar
        self._motor: Motor | None = None
        self._turnos: deque[_Turno] = deque()

    def recorrer(self, pendientes: Iterator[Encargo]) -> Generator[Hecho, None, None]:
        while not self._interruptor.pedida:
            self._llenar(pendientes)
            if not self._turnos:
                return
            hecho = self._esperar(self._turnos[0])
            if hecho is None:
                continue
            self._turnos.popleft()
            yield hecho
        yield from self._terminar_lo_empezado()
        raise KeyboardInterrupt

    def cerrar(self) -> None:
        if self._motor is not None:
            self._motor.cerrar()

    def _llenar(self, pendientes: Iterator[Encargo]) -> None:
        while len(self._turnos) < (self._motor.ventana if self._motor else _VENTANA_SIN_MOTOR):
            # the one at the head is given back before more is looked for: those kept flow without filling the window
            if self._turnos and (self._turnos[0].hecho is not None or (self._motor is not None and self._motor.lleno)):
                return
            encargo = next(pendientes, None)
            if encargo is None:
                return
            self._turnos.append(self._turno(encargo))

    def _turno(self, encargo: Encargo) -> _Turno:
        aqui = encargo.url is None and self._taller.pedido.nombre == "local"
        clave = self._estante.clave(encargo) if self._estante is not None and aqui else None
        hallado = self._estante.buscar(encargo, clave) if self._estante is not None else None
        if hallado is not None:
            resultado, completa = hallado
            return _Turno(encargo, Hecho(encargo, resultado=resultado, clave=completa, de_cache=True))
        if self._motor is None:
            self._motor = self._taller.abrir()
        if self._al_enviar is not None:
            self._al_enviar(encargo)
        return _Turno(encargo, boleto=self._motor.enviar(encargo), clave=clave)

    def _esperar(self, turno: _Turno) -> Hecho | None:
        """The document done, or None when the person wants to stop."""
        while turno.hecho is None:
            respuesta = self._motor.esperar(turno.boleto, _PASO) if self._motor is not None else None
            if respuesta is not None and self._perdida(respuesta):
                self._turnos.remove(turno)
                return None
            if respuesta is not None:
                turno.hecho = self._hecho(turno, respuesta)
            elif self._interruptor.pedida:
                return None
        return turno.hecho

    def _hecho(self, turno: _Turno, respuesta: Respuesta) -> Hecho:
        if respuesta.detencion is not None:
            raise respuesta.detencion.error()
        if respuesta.resultado is None:
            raise ErrorExtractor("un proceso respondió sin resultado; repita la orden")
        clave = respuesta.clave
        if clave is None and self._estante is not None:
            clave = self._estante.guardar(turno.clave, respuesta.resultado, respuesta.traza)
        resultado, de_cache = respuesta.resultado, respuesta.de_cache
        return Hecho(turno.encargo, None, respuesta.traza, resultado=resultado, clave=clave, de_cache=de_cache)

    def _perdida(self, respuesta: Respuesta) -> bool:
        """Whether its worker ended because the whole group was asked to (``timeout``, a service that stops): the document was
        not read, and nothing is known against it."""
        return self._interruptor.pedida and respuesta.resultado is not None and respuesta.resultado.pasajero

    def _terminar_lo_empezado(self) -> Generator[Hecho, None, None]:
        """Those already done and those being read, until their time is over; the others are taken back."""
        quedan = [t for t in self._turnos if t.hecho is not None or (self._motor and not self._motor.retirar(t.boleto))]
        for turno in quedan:
            while turno.hecho is None and not self._interruptor.vencida:
                respuesta = self._motor.esperar(turno.boleto, _PASO) if self._motor is not None else None
                if respuesta is not None and self._perdida(respuesta):
                    break
                if respuesta is not None:
                    turno.hecho = self._hecho(turno, respuesta)
            if turno.hecho is not None:
                yield turno.hecho
