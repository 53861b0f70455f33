"""A scratch PostgreSQL for the tests, started from the server's own programs and gone when they end.

It listens on a socket in a folder of its own and on no network port. The server refuses to run as root, so then another
user of the system runs it.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

USUARIOS = ("postgres", "nobody")
SEGUNDOS = 60


def carpeta_de_programas() -> Path | None:
    """Where ``initdb`` and ``postgres`` are: in the path, or where Debian keeps each version's, the newest first."""
    hallado = shutil.which("initdb")
    candidatas = [Path(hallado).resolve().parent] if hallado else []
    versiones = Path("/usr/lib/postgresql")
    if versiones.is_dir():
        numeradas = [v for v in versiones.iterdir() if v.name.isdigit()]
        candidatas += [v / "bin" for v in sorted(numeradas, key=lambda v: -int(v.name))]
    return next((c for c in candidatas if (c / "initdb").is_file() and (c / "postgres").is_file()), None)


class Servidor:
    """A running server. ``url`` gives the address of a new, empty database."""

    def __init__(self, programas: Path) -> None:
        # Not below pytest's own folder: the other user may not enter that one; and a socket's path must be short.
        self.carpeta = Path(tempfile.mkdtemp(prefix="pg-"))
        self._como = _otro_usuario()
        self._bases = 0
        try:
            if self._como:
                os.chown(self.carpeta, self._como["user"], self._como["group"])
            datos = self.carpeta / "datos"
            orden = [programas / "initdb", "-D", datos, "-U", "pruebas", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
            hecho = subprocess.run(orden, capture_output=True, text=True, cwd=self.carpeta, timeout=SEGUNDOS * 2, **self._como)
            if hecho.returncode:
                raise RuntimeError(f"initdb: {hecho.stdout[-500:]}{hecho.stderr[-1000:]}")
            ajustes = ("listen_addresses=", f"unix_socket_directories={self.carpeta}", "fsync=off", "full_page_writes=off")
            opciones = [parte for ajuste in ajustes for parte in ("-c", ajuste)]
            with (self.carpeta / "registro.txt").open("wb") as registro:
                self._proceso = subprocess.Popen(
                    [programas / "postgres", "-D", datos, *opciones],
                    stdout=registro, stderr=registro, stdin=subprocess.DEVNULL, cwd=self.carpeta, **self._como,
                )  # fmt: skip
            self._esperar()
        except BaseException:
            self.parar()
            raise

    def url(self) -> str:
        """A database nobody has used."""
        self._bases += 1
        nombre = f"prueba_{self._bases}"
        with self._conexion() as conexion:
            conexion.execute(f"CREATE DATABASE {nombre}")
        return f"postgresql+psycopg://pruebas@/{nombre}?host={self.carpeta}"

    def quitar(self, url: str) -> None:
        """Drops a database that ``url`` gave."""
        nombre = url.partition("@/")[2].partition("?")[0]
        with self._conexion() as conexion:
            conexion.execute(f"DROP DATABASE {nombre} WITH (FORCE)")

    def parar(self) -> None:
        proceso = getattr(self, "_proceso", None)
        if proceso is not None and proceso.poll() is None:
            proceso.send_signal(signal.SIGQUIT)  # at once: nothing of it is kept
            try:
                proceso.wait(SEGUNDOS)
            except subprocess.TimeoutExpired:
                proceso.kill()
                proceso.wait()
        shutil.rmtree(self.carpeta, ignore_errors=True)

    def _conexion(self) -> Any:
        import psycopg

        return psycopg.connect(f"host={self.carpeta} user=pruebas dbname=postgres", autocommit=True)

    def _esperar(self) -> None:
        import psycopg

        for _ in range(SEGUNDOS * 10):
            if self._proceso.poll() is not None:
                break
            try:
                self._conexion().close()
                return
            except psycopg.OperationalError:
                time.sleep(0.1)
        raise RuntimeError("PostgreSQL did not start: " + (self.carpeta / "registro.txt").read_text("utf-8", "replace")[-1000:])


def _otro_usuario() -> dict[str, Any]:
    """What ``subprocess`` needs to run the server as somebody who is not root; nothing when we already are."""
    if os.geteuid() != 0:
        return {}
    import pwd  # not on Windows

    conocidos = {entrada.pw_name: entrada for entrada in pwd.getpwall()}
    elegido = next((conocidos[nombre] for nombre in USUARIOS if nombre in conocidos), None)
    if elegido is None:
        raise RuntimeError("no user of the system can run PostgreSQL: " + ", ".join(USUARIOS))
    return {"user": elegido.pw_uid, "group": elegido.pw_gid, "extra_groups": []}
