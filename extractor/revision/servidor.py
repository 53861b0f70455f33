"""The page served: a database opened, a free port of this machine, an address with its token printed."""

from __future__ import annotations

import contextlib
import secrets
import socket
import threading
import webbrowser
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from extractor.almacen import abrir
from extractor.almacen.conexion import leer_url
from extractor.almacen.deposito import Deposito
from extractor.errores import ErrorExtractor, ErrorUso
from extractor.modelo.declarado import Declarado
from extractor.revision.mesa import Mesa
from extractor.revision.origenes import Origenes, carpetas_de
from extractor.revision.rehacer import Pendientes, Taller

ANFITRION = "127.0.0.1"
PUERTO = 8321


def servir(
    url: str,
    origenes: Sequence[Path] = (),
    declarado: Declarado | None = None,
    puerto: int = PUERTO,
    *,
    navegador: bool = True,
    verboso: bool = False,
    decir: Callable[[str], None] = print,
) -> None:
    """Serves the page over the database at ``url`` until the person stops it. ``decir`` takes the sentences for them.

    Raises ErrorUso when the database or a folder cannot be used, or the port is taken.
    """
    with abrir(url, crear=False) as deposito, _puerto(puerto) as enchufe:
        mesa = Mesa(deposito, Origenes(carpetas_de(origenes, _carpeta_de(url), _ordenes(deposito)), declarado or Declarado()))
        mesa.decisiones()  # contradictions are told now, not on some page
        numero: int = enchufe.getsockname()[1]
        token = secrets.token_urlsafe(24)
        direccion = f"http://{ANFITRION}:{numero}/?token={token}"
        decir(f"Página de revisión de «{deposito.nombre}», solo para este equipo:")
        decir(f"  {direccion}")
        decir("Deténgala con Ctrl+C. Cada decisión queda guardada en la base en cuanto se toma.")
        if navegador:
            threading.Thread(target=webbrowser.open, args=[direccion], daemon=True).start()
        _correr(mesa, enchufe, numero, token, verboso)


def _correr(mesa: Mesa, enchufe: socket.socket, puerto: int, token: str, verboso: bool) -> None:
    import uvicorn

    from extractor.revision.aplicacion import crear

    taller = Taller(mesa)
    pendientes = Pendientes(taller)
    try:
        opciones = uvicorn.Config(
            crear(mesa, taller, pendientes, puerto, token), log_level="warning" if verboso else "critical", access_log=False,
            server_header=False,
            h11_max_incomplete_event_size=32 * 1024, timeout_graceful_shutdown=3, lifespan="off",
        )  # fmt: skip
        with contextlib.suppress(KeyboardInterrupt):
            uvicorn.Server(opciones).run(sockets=[enchufe])
    finally:
        pendientes.cerrar()
        taller.cerrar()
        if mesa.catalogos_al_dia:
            from extractor.lote.carga import actualizar_conjunto

            with contextlib.suppress(ErrorExtractor):  # the next load compares them
                actualizar_conjunto(mesa.deposito)


@contextmanager
def _puerto(puerto: int) -> Iterator[socket.socket]:
    """A socket listening on this machine only; 0 takes any free port."""
    enchufe = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        enchufe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            enchufe.bind((ANFITRION, puerto))
            enchufe.listen(128)  # whoever takes the address before the page is ready waits for it
        except OSError as error:
            raise ErrorUso(f"el puerto {puerto} está ocupado; elija otro con --puerto, o 0 para uno libre") from error
        yield enchufe
    finally:
        enchufe.close()


def _carpeta_de(url: str) -> Path | None:
    """The folder of a SQLite file; None for other databases."""
    leida = leer_url(url)
    if leida.get_backend_name() != "sqlite" or leida.database in (None, "", ":memory:"):
        return None
    return Path(str(leida.database)).resolve().parent


def _ordenes(deposito: Deposito) -> list[str]:
    """The commands with which the database was loaded, as noted, each once."""
    return sorted({str(fila["orden"]) for fila in deposito.filas("corrida") if fila["orden"]})
