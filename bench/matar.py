"""Ends a load into a database in every bad way, at random moments, and checks that repeating it leaves what an undisturbed
run leaves.

    python bench/matar.py [--veces 50] [--documentos 60] [--semilla 1]

Each time, on an empty database and an empty cache, one to three runs are disturbed: the program killed (SIGKILL), it and all
its workers killed, one worker killed, or no file allowed to grow beyond a size (RLIMIT_FSIZE: a full disk). Then the same
command runs to its end, and every table must hold the same rows as the reference, what ``extractor exportar`` makes of both
databases (data package and workbook) must be the same bytes, the database must be sound, and no process may be left. A
disturbed run may only end well, by the signal, or with a sentence: a traceback counts as a failure too.
Ends with status 1 if anything differs. Only on Linux.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from bases import contenido, diferencias, entregado
from muestras import sembrar
from procesos import entorno, orden

FORMAS = ("programa", "todos", "trabajador", "disco")
_ESPERA_HUERFANOS = 15.0


class Banco:
    """The documents, the reference and how long an undisturbed run takes."""

    def __init__(self, base: Path, documentos: int) -> None:
        self.base = base
        sembrar(base / "informes", documentos, 0.0)
        inicio = time.perf_counter()
        hecho = self._lanzar("referencia")
        _, error = hecho.communicate()
        if hecho.returncode != 0:
            raise SystemExit(f"the undisturbed run ended with {hecho.returncode}: {error[-1500:]}")
        self.segundos = time.perf_counter() - inicio
        self.referencia = contenido(self.url("referencia"))
        if not self.referencia["documento"].startswith(f"{documentos} "):
            raise SystemExit(f"the undisturbed run left {self.referencia['documento']} documents")
        self.entrega = entregado(self.url("referencia"), base / "referencia")
        self.tamano = (base / "referencia.db").stat().st_size

    def url(self, nombre: str) -> str:
        return f"sqlite:///{self.base / nombre}.db"

    def probar(self, nombre: str, azar: random.Random) -> tuple[list[str], list[str]]:
        """The disturbances made and what was wrong afterwards."""
        hechas, fallas = [], []
        for _ in range(azar.randint(1, 3)):
            forma = azar.choice(FORMAS)
            hechas.append(forma)
            fallas += self._perturbar(nombre, forma, azar)
        proceso = self._lanzar(nombre)
        _, error = proceso.communicate()
        if proceso.returncode != 0:
            fallas.append(f"the repeated run ended with {proceso.returncode}: {error[-500:]}")
        fallas += [f"differs: {d}" for d in diferencias(self.referencia, contenido(self.url(nombre)))]
        entrega = entregado(self.url(nombre), self.base / nombre)
        fallas += [f"handed on otherwise: {d}" for d in diferencias(self.entrega, entrega)]
        shutil.rmtree(self.base / nombre)
        with contextlib.closing(sqlite3.connect(self.base / f"{nombre}.db")) as conexion:
            if conexion.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                fallas.append("the database is damaged")
            if conexion.execute("PRAGMA foreign_key_check").fetchall():
                fallas.append("rows without their parents")
        return hechas, fallas

    def _perturbar(self, nombre: str, forma: str, azar: random.Random) -> list[str]:
        tope = azar.randint(4096, max(8192, self.tamano)) if forma == "disco" else None
        proceso = self._lanzar(nombre, tope)
        limite = time.perf_counter() + azar.uniform(0.05, 1.0) * self.segundos
        while forma != "disco" and time.perf_counter() < limite and proceso.poll() is None:
            time.sleep(0.01)
        if proceso.poll() is None and forma != "disco":
            self._matar(proceso, forma, azar)
        _, error = proceso.communicate()
        fallas = [f"{forma}: a traceback: {error[-500:]}"] if "Traceback" in error else []
        if proceso.returncode not in (0, 2, 3, 4, -signal.SIGKILL):
            fallas.append(f"{forma}: ended with {proceso.returncode}: {error[-300:]}")
        return fallas + _huerfanos(proceso.pid)

    @staticmethod
    def _matar(proceso: subprocess.Popen[str], forma: str, azar: random.Random) -> None:
        with contextlib.suppress(ProcessLookupError):
            if forma == "programa":
                proceso.kill()
            elif forma == "todos":
                os.killpg(proceso.pid, signal.SIGKILL)
            else:
                otros = [pid for pid in _de_la_sesion(proceso.pid) if pid != proceso.pid and not _es_de_python(pid)]
                if otros:
                    os.kill(azar.choice(otros), signal.SIGKILL)

    def _lanzar(self, nombre: str, tope: int | None = None) -> subprocess.Popen[str]:
        def limitar() -> None:
            if tope is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (tope, tope))

        args = ["migrar", str(self.base / "informes"), "--db", self.url(nombre), "--cache", str(self.base / f"{nombre}.cache")]
        return subprocess.Popen(
            orden(*args, "--trabajadores", "2"), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8",
            env=entorno(), start_new_session=True, preexec_fn=limitar,
        )  # fmt: skip


def _de_la_sesion(sesion: int) -> list[int]:
    """Processes that run in that session; those that ended and nobody collected do not."""
    hallados = []
    for ficha in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, ValueError, IndexError):
            campos = ficha.read_text("utf-8", "replace").rpartition(")")[2].split()
            if int(campos[3]) == sesion and campos[0] not in "ZX":
                hallados.append(int(ficha.parent.name))
    return sorted(hallados)


def _es_de_python(pid: int) -> bool:
    """Whether it is the helper that Python itself starts, which says so in its own words when it is killed."""
    with contextlib.suppress(OSError):
        return b"resource_tracker" in Path(f"/proc/{pid}/cmdline").read_bytes()
    return False


def _huerfanos(sesion: int) -> list[str]:
    limite = time.monotonic() + _ESPERA_HUERFANOS
    while (quedan := _de_la_sesion(sesion)) and time.monotonic() < limite:
        time.sleep(0.1)
    return [f"{len(quedan)} processes were left running"] if quedan else []


def principal(args: argparse.Namespace) -> int:
    azar = random.Random(args.semilla)
    formas: Counter[str] = Counter()
    malas = 0
    with tempfile.TemporaryDirectory(prefix="bench-matar-") as nombre:
        banco = Banco(Path(nombre), args.documentos)
        print(
            f"undisturbed: {banco.segundos:.1f} s, {args.documentos} documents, database of {banco.tamano} bytes, "
            f"handed on as {len(banco.entrega)} files",
            flush=True,
        )
        for vez in range(args.veces):
            hechas, fallas = banco.probar(f"vez{vez}", azar)
            formas.update(hechas)
            malas += bool(fallas)
            print(f"{vez + 1:3} {', '.join(hechas):40} {'; '.join(fallas) or 'equal'}", flush=True)
    print(f"{args.veces - malas} of {args.veces} equal; {sum(formas.values())} disturbances: {dict(sorted(formas.items()))}")
    return 1 if malas else 0


if __name__ == "__main__":
    opciones = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    opciones.add_argument("--veces", type=int, default=50)
    opciones.add_argument("--documentos", type=int, default=60)
    opciones.add_argument("--semilla", type=int, default=1)
    sys.exit(principal(opciones.parse_args()))
