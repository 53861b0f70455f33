"""What Ctrl-C, or the system's wish that we end, does to a command: documents in hand end first, and an output left open is
completed."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from extractor.lote import Interruptor


@contextmanager
def al_interrumpir(hacer: Callable[[], object]) -> Iterator[None]:
    """``hacer`` completes an output that an interruption would leave open (the end of a JSON array)."""
    try:
        yield
    except KeyboardInterrupt:
        hacer()
        raise


@contextmanager
def interrumpible(interruptor: Interruptor, al_pedir: Callable[[int], object] | None = None) -> Iterator[None]:
    """Inside it, the first Ctrl-C (or SIGTERM, as ``kill`` and ``timeout`` send it) asks ``interruptor`` to stop and the
    second one stops at once. ``al_pedir`` is told which signal it was."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def pedir(numero: int, _marco: FrameType | None) -> None:
        reponer()
        if al_pedir is not None:
            al_pedir(numero)
        interruptor.pedir()

    def reponer() -> None:
        for senal, anterior in anteriores.items():
            signal.signal(senal, anterior)

    anteriores = {senal: signal.signal(senal, pedir) for senal in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        reponer()
