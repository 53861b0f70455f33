"""How fast a run goes, how long it will still take and what failed so far, in a few words."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

_MUESTRAS = 200
"""The speed is that of the last documents read: a folder of scans after one of texts must not be told by the texts."""


class Ritmo:
    """``reloj`` gives seconds, for tests."""

    def __init__(self, total: int, reloj: Callable[[], float] = time.monotonic) -> None:
        self._total = total
        self._reloj = reloj
        self._hechos = 0
        self._instantes: deque[float] = deque([reloj()], maxlen=_MUESTRAS)

    def sumar(self, de_cache: bool = False) -> None:
        self._hechos += 1
        if de_cache:
            # kept results come all at once: the time they took must not count for those still to be read
            self._instantes.append(self._reloj())
            while len(self._instantes) > 1:
                self._instantes.popleft()
        else:
            self._instantes.append(self._reloj())

    @property
    def por_segundo(self) -> float | None:
        """Documents per second, None while it is not known."""
        pasos, transcurrido = len(self._instantes) - 1, self._instantes[-1] - self._instantes[0]
        return pasos / transcurrido if pasos > 0 and transcurrido > 0 else None

    def frase(self, fallidos: int) -> str:
        """"12,5 por segundo, faltan 3 min 20 s, 2 sin leer"; parts that are not known are left out."""
        partes = []
        ritmo = self.por_segundo
        if ritmo is not None:
            partes.append(f"{ritmo:.1f}".replace(".", ",") + " por segundo")
            partes.append("faltan " + _duracion((self._total - self._hechos) / ritmo))
        if fallidos:
            partes.append(f"{fallidos} sin leer")
        return ", ".join(partes)


def _duracion(segundos: float) -> str:
    minutos, resto = divmod(round(segundos), 60)
    horas, minutos = divmod(minutos, 60)
    if horas:
        return f"{horas} h {minutos} min"
    return f"{minutos} min {resto} s" if minutos else f"{resto} s"
