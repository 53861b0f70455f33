"""The one place that knows the operating system: what POSIX alone has, and what is lost elsewhere.

``resource`` and the like exist only on POSIX. Everything here can be called anywhere; where the system cannot do it, it
says so (False, None) and ``perdidas`` tells the person.
"""

from __future__ import annotations

import contextlib
import importlib
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import wait
from pathlib import Path
from types import ModuleType
from typing import Any

_PROC = Path("/proc")


def _modulo(nombre: str) -> ModuleType | None:
    try:
        return importlib.import_module(nombre)
    except ImportError:
        return None


_RESOURCE: Any = _modulo("resource")


def limitar_memoria(mas_bytes: int) -> bool:
    """Lets this process, and the programs it starts, ask for ``mas_bytes`` beyond what it has now; past that an
    allocation fails. False where the system has no such limit or does not keep it (Windows, macOS)."""
    ahora = memoria_pedida()
    if _RESOURCE is None or ahora is None:
        return False
    _, duro = _RESOURCE.getrlimit(_RESOURCE.RLIMIT_AS)
    tope = ahora + mas_bytes
    if duro != _RESOURCE.RLIM_INFINITY:
        tope = min(tope, duro)
    _RESOURCE.setrlimit(_RESOURCE.RLIMIT_AS, (tope, duro))
    return True


def memoria_pedida() -> int | None:
    """Bytes of address space of this process, or None where that cannot be known."""
    return _statm(0)


def memoria_residente() -> int | None:
    """Bytes of memory this process holds now, or None where that cannot be known."""
    return _statm(1)


def _statm(campo: int) -> int | None:
    try:
        return int((_PROC / "self" / "statm").read_text("ascii").split()[campo]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, AttributeError, IndexError):
        return None


def nucleos() -> int:
    """Cores this process may use; at least 1."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


def al_ser_terminado(antes: Callable[[], None]) -> None:
    """When this process is asked to end, ``antes`` runs and it ends at once. Nothing where there are no signals."""

    def terminar(_numero: int, _marco: Any) -> None:
        antes()
        os._exit(1)

    with contextlib.suppress(ValueError, OSError, AttributeError):
        signal.signal(signal.SIGTERM, terminar)


def morir_con_el_padre() -> None:
    """Ends this worker, and what it started, when the process that runs the batch is gone: a reading that hangs would
    otherwise stay for ever, since nobody is left to count its seconds."""
    padre = multiprocessing.parent_process()
    if padre is None:
        return
    vigia = padre.sentinel

    def vigilar() -> None:
        wait([vigia])
        terminar_descendientes()
        os._exit(1)

    threading.Thread(target=vigilar, daemon=True).start()


def terminar_descendientes() -> None:
    """Ends the programs this process started (LibreOffice, tesseract) and those that they started: a killed worker must
    leave nothing running. Only where the system lists processes as files (Linux)."""
    matar = getattr(signal, "SIGKILL", None)
    if matar is None:
        return
    for pid in reversed(_descendientes(os.getpid())):
        with contextlib.suppress(OSError):
            os.kill(pid, matar)


def _descendientes(raiz: int) -> list[int]:
    """Ids of the processes below ``raiz``, parents before children."""
    hijos: dict[int, list[int]] = {}
    for ficha in _PROC.glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, ValueError, IndexError):
            # the name, in parentheses, may hold anything: the fields are counted from its end
            campos = ficha.read_text("utf-8", "replace").rpartition(")")[2].split()
            hijos.setdefault(int(campos[1]), []).append(int(ficha.parent.name))
    hallados: list[int] = []
    pendientes = [raiz]
    while pendientes:
        propios = hijos.get(pendientes.pop(), [])
        hallados += propios
        pendientes += propios
    return hallados


def carpeta_de_cache() -> Path:
    """Where this user's programs keep what may be made again; it may not exist yet. Raises RuntimeError when the user has
    no folder of their own."""
    return _carpeta_del_usuario("XDG_CACHE_HOME", Path(".cache"), Path("Library", "Caches"), "Cache")


def carpeta_de_datos() -> Path:
    """Where this user's programs keep what must last. As ``carpeta_de_cache``."""
    return _carpeta_del_usuario("XDG_DATA_HOME", Path(".local", "share"), Path("Library", "Application Support"), "Data")


def _carpeta_del_usuario(variable: str, en_linux: Path, en_mac: Path, en_windows: str) -> Path:
    if sistema() == "Windows":
        base = os.environ.get("LOCALAPPDATA")
        return (Path(base) if base else Path.home() / "AppData" / "Local") / "extractor" / en_windows
    if sistema() == "Darwin":
        return Path.home() / en_mac / "extractor"
    indicada = os.environ.get(variable, "")
    # a relative path in these variables counts as none
    return (Path(indicada) if Path(indicada).is_absolute() else Path.home() / en_linux) / "extractor"


def sistema() -> str:
    """"Linux", "Darwin" or "Windows"."""
    if sys.platform == "win32":
        return "Windows"
    return "Darwin" if sys.platform == "darwin" else "Linux"


def perdidas() -> tuple[str, ...]:
    """Spanish sentences telling what the program cannot do on this system."""
    frases = []
    if _RESOURCE is None or memoria_pedida() is None:
        frases.append(
            "no se puede limitar la memoria de cada lectura: un documento dañado puede ocuparla toda (los demás límites rigen)"
        )
    if not _PROC.is_dir():
        frases.append(
            "si una lectura pasa de su tiempo mientras usa LibreOffice o tesseract, ese programa puede seguir abierto un rato"
        )
    return tuple(frases)
