"""Runs the program in a process of its own and watches it: time, memory of the parent and of those below it, processor."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

RAIZ = Path(__file__).resolve().parent.parent
_PASO = 0.05
_TICS = os.sysconf("SC_CLK_TCK")
_PAGINA = os.sysconf("SC_PAGE_SIZE")


@dataclass
class Medida:
    """``memoria``: (seconds since the start, bytes of the parent), in order; ``lector``: the most that a process below it held.
    ``procesador``: seconds of all processes, ``propio`` those of the parent."""

    segundos: float = 0.0
    codigo: int = 0
    procesador: float = 0.0
    propio: float = 0.0
    lector: int = 0
    memoria: list[tuple[float, int]] = field(default_factory=list)
    salida: str = ""

    @property
    def maxima(self) -> int:
        return max((bytes_ for _, bytes_ in self.memoria), default=0)

    def media_entre(self, desde: float, hasta: float) -> float:
        """Mean memory of the parent between two shares of the run (0 to 1)."""
        vistos = [b for s, b in self.memoria if desde * self.segundos <= s <= hasta * self.segundos]
        return sum(vistos) / len(vistos) if vistos else 0.0


def orden(*args: str) -> list[str]:
    return [sys.executable, "-m", "extractor", *args]


def entorno() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(RAIZ)}


def medir(args: list[str], salida: Path | None = None) -> Medida:
    """Runs ``extractor args`` to its end. ``salida``: where its standard output goes."""
    medida = Medida()
    usado: dict[int, float] = {}
    inicio = time.perf_counter()
    with (salida or Path(os.devnull)).open("wb") as hacia:
        proceso = subprocess.Popen(orden(*args), stdout=hacia, stderr=subprocess.PIPE, env=entorno(), start_new_session=True)
        while proceso.poll() is None:
            medida.memoria.append((time.perf_counter() - inicio, _residente(proceso.pid)))
            for pid in _con_los_de_abajo(proceso.pid):
                usado[pid] = max(usado.get(pid, 0.0), _procesador(pid))
                if pid != proceso.pid:
                    medida.lector = max(medida.lector, _residente(pid))
            time.sleep(_PASO)
    medida.segundos = time.perf_counter() - inicio
    medida.codigo = proceso.returncode
    medida.procesador = sum(usado.values())
    medida.propio = usado.get(proceso.pid, 0.0)
    medida.salida = proceso.stderr.read().decode("utf-8", "replace") if proceso.stderr else ""
    if proceso.stderr:
        proceso.stderr.close()
    return medida


def _residente(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * _PAGINA
    except (OSError, IndexError):
        return 0


def _procesador(pid: int) -> float:
    try:
        campos = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        return (int(campos[11]) + int(campos[12])) / _TICS
    except (OSError, IndexError):
        return 0.0


def _con_los_de_abajo(raiz: int) -> list[int]:
    hallados, pendientes = [], [raiz]
    while pendientes:
        pid = pendientes.pop()
        hallados.append(pid)
        for lista in Path(f"/proc/{pid}/task").glob("*/children"):
            try:
                pendientes += [int(hijo) for hijo in lista.read_text("ascii").split()]
            except OSError:
                continue
    return hallados
