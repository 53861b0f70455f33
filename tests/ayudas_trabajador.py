"""Readers that go wrong on purpose; a worker process imports them by name, so they cannot live inside a test."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from ayudas_salidas import informe

from extractor.comun.ajustes import limites
from extractor.errores import ErrorLectura, ErrorPatron
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe


def segun_el_texto(ruta: Path, relativa: str, declarado: Declarado) -> Informe:
    """Does what the file says; anything else is read well."""
    orden, _, resto = ruta.read_text("utf-8").partition(" ")
    if orden == "cuelga":
        time.sleep(600)
    elif orden == "cuelga_con_hijo":
        hijo = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        Path(resto).write_text(str(hijo.pid), "ascii")
        hijo.wait()
    elif orden == "cuelga_con_nota":
        time.sleep(1)  # what came before has been written when the note appears
        Path(resto).write_text(str(os.getpid()), "ascii")
        time.sleep(600)
    elif orden == "acapara":
        bytearray(int(resto) * 1024 * 1024)
    elif orden == "segmento":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif orden == "sin_memoria":
        os.kill(os.getpid(), signal.SIGKILL)
    elif orden == "sale":
        os._exit(7)
    elif orden == "hondo":
        return segun_el_texto(ruta, relativa, declarado) if relativa else informe(relativa, hallazgos=())
    elif orden == "patron":
        raise ErrorPatron("x.yaml", 7, "clave desconocida «rolle»")
    elif orden == "protegido":
        raise ErrorLectura("DOCUMENTO_PROTEGIDO", "el archivo pide una clave")
    elif orden == "falla":
        raise ZeroDivisionError("división por cero")
    elif orden == "lento":
        time.sleep(float(resto))
    elif orden == "lento_con_nota":
        segundos, _, nota = resto.partition(" ")
        time.sleep(1)  # the pool has heard by then that this document has begun; before that it would be taken back
        Path(nota).write_text(str(os.getpid()), "ascii")
        time.sleep(float(segundos))
    elif orden == "quien":
        return informe(f"{relativa} {os.getpid()}")
    elif orden == "paginas":
        return informe(f"{relativa} {limites().paginas}")
    elif orden == "variable":
        return informe(f"{relativa} {os.environ.get(resto)}")
    return informe(relativa, hallazgos=())


class Prohibido(BaseException):
    """Something a reader must never do; not an Exception, so that no reader takes it for a damaged file."""


PROGRAMAS = {"soffice", "libreoffice", "tesseract"}
RED = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.bind", "urllib.Request"}


def vigilado(ruta: Path, relativa: str, declarado: Declarado) -> Informe:
    """The real reading, under a watch that ends it if it uses the network, starts a program that is not ours to start, or
    opens a file outside the libraries whose name says that it is a secret."""
    from extractor.proceso import procesar

    def vigia(suceso: str, argumentos: tuple[object, ...]) -> None:
        if suceso in RED or suceso in {"os.system", "os.exec", "os.startfile", "webbrowser.open"}:
            raise Prohibido(f"{suceso} {argumentos}")
        if suceso == "subprocess.Popen" and Path(str(argumentos[0])).name not in PROGRAMAS:
            raise Prohibido(f"{suceso} {argumentos}")
        if suceso == "open" and "secreto" in str(argumentos[0]):
            raise Prohibido(f"{suceso} {argumentos}")

    sys.addaudithook(vigia)
    try:
        leido = procesar(ruta, relativa, declarado)
    except Prohibido as error:
        raise ZeroDivisionError(f"prohibido: {error}") from error
    return leido
