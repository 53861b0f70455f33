"""What a person's Ctrl-C does to a command: documents in hand end first, and an output left open is completed."""

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
def interrumpible(interruptor: Interruptor) -> Iterator[None]:
    """Inside it, the first Ctrl-C asks ``interruptor`` to stop and the second one stops at once."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def pedir(_numero: int, _marco: FrameType | None) -> None:
        signal.signal(signal.SIGINT, anterior)
        interruptor.pedir()

    anterior = signal.signal(signal.SIGINT, pedir)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, anterior)
