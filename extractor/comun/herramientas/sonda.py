"""How to find an external program and its version, said once per program."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache

SEGUNDOS = 30
_CONSULTADOS: set[str] = set()


def empezar_a_anotar() -> None:
    """From here on ``consultados`` tells which programs this process asked for: before each document."""
    _CONSULTADOS.clear()


def consultados() -> frozenset[str]:
    """The programs looked for since ``empezar_a_anotar``, found or not: a result that may differ where they differ."""
    return frozenset(_CONSULTADOS)


@dataclass(frozen=True, slots=True)
class Sonda:
    """A program: its possible names, how it tells its version, the least one that serves, and how to install it."""

    programa: str
    nombres: tuple[str, ...]
    opcion: str
    patron: str
    minimo: tuple[int, ...]
    instalar: str

    def ruta(self) -> str | None:
        """Full path of the program, or None when it is not installed."""
        _CONSULTADOS.add(self.programa)
        return next((ruta for nombre in self.nombres if (ruta := shutil.which(nombre))), None)

    def version(self) -> str | None:
        """The installed version ("7.4.7"), or None when it is absent, does not answer or is older than the least."""
        ruta = self.ruta()
        return _version(ruta, self) if ruta else None


@cache
def _version(ruta: str, sonda: Sonda) -> str | None:
    try:
        salida = subprocess.run(
            [ruta, sonda.opcion], capture_output=True, text=True, errors="replace", timeout=SEGUNDOS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    hallada = re.search(sonda.patron, salida.stdout + salida.stderr)
    if hallada is None:
        return None
    numeros = tuple(int(n) for n in re.findall(r"\d+", hallada.group(1)))
    return hallada.group(1) if numeros >= sonda.minimo else None
