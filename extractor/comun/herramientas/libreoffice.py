"""LibreOffice: converts a document it can open. Used for what our own readers refuse, never for what they read."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import tempfile
from pathlib import Path

from extractor.comun.herramientas.sonda import Sonda

SONDA = Sonda(
    programa="LibreOffice",
    nombres=("soffice", "libreoffice"),
    opcion="--version",
    patron=r"LibreOffice (\d+(?:\.\d+)+)",
    minimo=(6,),
    instalar="apt-get install libreoffice-writer-nogui",
)
SEGUNDOS = 60
MAX_BYTES = 256 * 1024 * 1024
_GUIONES = "/org.openoffice.Office.Common/Security/Scripting"
_RED = "/org.openoffice.Inet/Settings"
_NADIE = (("Name", "127.0.0.1"), ("Port", "9"))
"""A proxy where nobody answers."""
PERFIL = (
    (_GUIONES, "MacroSecurityLevel", "3"),
    (_GUIONES, "DisableMacrosExecution", "true"),
    (_GUIONES, "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    (_RED, "ooInetProxyType", "2"),
    *((_RED, f"ooInet{red}Proxy{dato}", valor) for red in ("HTTP", "HTTPS", "FTP") for dato, valor in _NADIE),
    ("/org.openoffice.Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments", "AutoCheckEnabled", "false"),
)
"""Settings (path, name, value) of every run: no macros, no pictures or sections fetched, no search for updates. As it is
installed, LibreOffice fetches the pictures that a document links to."""


class ErrorConversion(Exception):
    """LibreOffice is not installed, took too long or wrote nothing. The message says which."""


def convertir(datos: bytes, extension: str, destino: str, filtro: str | None = None, segundos: int = SEGUNDOS) -> bytes:
    """The bytes of a document converted to ``destino`` ("docx"). ``filtro`` names the import filter: without it a damaged
    file would be taken for plain text.

    Each call has a profile of its own, since two at once on one profile fail. The exit status says nothing (it is 0 when
    nothing was converted): only the file written counts. Raises ErrorConversion.
    """
    ruta = SONDA.ruta()
    if ruta is None:
        raise ErrorConversion(f"LibreOffice no está instalado ({SONDA.instalar})")
    with tempfile.TemporaryDirectory(prefix="extractor-") as nombre:
        carpeta = Path(nombre)
        entrada = carpeta / f"documento{extension}"
        entrada.write_bytes(datos)
        _preparar(carpeta / "perfil")
        orden = [
            ruta, f"-env:UserInstallation={(carpeta / 'perfil').as_uri()}", "--headless", "--norestore", "--nolockcheck",
            *([f"--infilter={filtro}"] if filtro else []), "--convert-to", destino,
            "--outdir", str(carpeta / "salida"), str(entrada),
        ]  # fmt: skip
        _correr(orden, segundos)
        salida = carpeta / "salida" / f"documento.{destino.split(':')[0]}"
        if not salida.is_file() or not 0 < salida.stat().st_size <= MAX_BYTES:
            raise ErrorConversion("LibreOffice no pudo convertir el documento")
        return salida.read_bytes()


def _preparar(perfil: Path) -> None:
    """Writes ``PERFIL`` where LibreOffice looks for the settings of a profile."""
    puestos = "".join(
        f'<item oor:path="{camino}"><prop oor:name="{nombre}" oor:op="fuse"><value>{valor}</value></prop></item>'
        for camino, nombre, valor in PERFIL
    )
    (perfil / "user").mkdir(parents=True)
    (perfil / "user" / "registrymodifications.xcu").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{puestos}</oor:items>',
        "utf-8",
    )


def _correr(orden: list[str], segundos: int) -> None:
    """Runs the program in a group of its own, so that its children end with it when it takes too long."""
    with subprocess.Popen(orden, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True) as proceso:
        try:
            proceso.wait(segundos)
        except subprocess.TimeoutExpired as error:
            if os.name == "posix":
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(proceso.pid, signal.SIGKILL)
            else:
                proceso.kill()
            raise ErrorConversion(f"LibreOffice no terminó en {segundos} segundos") from error
