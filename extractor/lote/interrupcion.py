"""A person's wish to stop: documents in hand are finished, no other is begun, and waiting has an end."""

from __future__ import annotations

import time

ESPERA = 10.0
"""Seconds that documents already being read are given after the wish; a scan may take minutes and is read again later."""


class Interruptor:
    """``pedir`` may be called from a signal handler; the loop over the documents looks at the rest."""

    def __init__(self, espera: float = ESPERA) -> None:
        self._espera = espera
        self._desde: float | None = None

    def pedir(self) -> None:
        if self._desde is None:
            self._desde = time.monotonic()

    @property
    def pedida(self) -> bool:
        return self._desde is not None

    @property
    def vencida(self) -> bool:
        """Whether what is in hand has had its time."""
        return self._desde is not None and time.monotonic() - self._desde > self._espera
