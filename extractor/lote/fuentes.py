"""Documents that are not on a disk of this machine: addresses such as ``s3://bucket/folder``, through fsspec.

The program that runs the batch only lists them; each worker brings the content of the ones it reads.
"""

from __future__ import annotations

import importlib
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.comun.ajustes import MB, limites, revisar_tamano
from extractor.errores import ErrorLectura, ErrorUso

if TYPE_CHECKING:
    from extractor.lote.recorrido import Encargo

_DIRECCION = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_TROZO = 1 << 20
_SIN_FSSPEC = "para leer direcciones como «{}» falta una biblioteca: pip install extractor[distribuido]"


@dataclass(frozen=True, slots=True)
class Lejano:
    """A file found at an address. ``relativa``: its path below what was asked for; ``tamano`` in bytes, if known."""

    url: str
    relativa: str
    tamano: int | None


def es_direccion(texto: str) -> bool:
    """Whether ``texto`` is an address and not a path ("C:\\x" is a path)."""
    return _DIRECCION.match(texto) is not None


def listar(direccion: str) -> tuple[bool, list[Lejano]]:
    """The files at ``direccion``, sorted by path, and whether it is a folder.

    Raises ErrorUso when there is nothing, the library for that kind of address is missing, or the place does not answer.
    """
    sistema, raiz = _sistema(direccion)
    try:
        halladas: dict[str, dict[str, Any]] = sistema.find(raiz, detail=True)
        es_carpeta = set(halladas) != {raiz}
    except FileNotFoundError:
        halladas, es_carpeta = {}, False
    except Exception as error:  # each place raises its own library's errors
        raise ErrorUso(f"no se pudo leer la lista de «{direccion}» ({_primera(error)})") from error
    if not halladas:
        raise ErrorUso(f"no hay nada en «{direccion}»; revise cómo está escrita la dirección")
    base = raiz.rstrip("/") + "/" if es_carpeta else raiz.rpartition("/")[0] + "/"
    lejanos = [
        Lejano(str(sistema.unstrip_protocol(ruta)), ruta.removeprefix(base), datos.get("size"))
        for ruta, datos in halladas.items()
    ]
    return es_carpeta, sorted(lejanos, key=lambda lejano: lejano.relativa.split("/"))


def contenido(direccion: str) -> bytes:
    """The bytes at ``direccion``. Raises ErrorUso when they cannot be read."""
    sistema, ruta = _sistema(direccion)
    try:
        return bytes(sistema.cat_file(ruta))
    except Exception as error:  # each place raises its own library's errors
        raise ErrorUso(f"no se pudo leer «{direccion}» ({_primera(error)})") from error


@contextmanager
def traer(encargo: Encargo) -> Iterator[Encargo]:
    """The same document as a file of this machine, deleted on leaving.

    Raises ErrorLectura when it cannot be brought or is larger than is read, ErrorUso when a library is missing.
    """
    if encargo.url is None:
        yield encargo
        return
    if encargo.tamano is not None:
        revisar_tamano(encargo.tamano)
    sistema, origen = _sistema(encargo.url)
    with tempfile.TemporaryDirectory(prefix="extractor-") as carpeta:
        local = Path(carpeta) / "documento"
        try:
            with sistema.open(origen, "rb") as entrada, local.open("wb") as salida:
                traidos = 0
                while trozo := entrada.read(_TROZO):
                    traidos += len(trozo)
                    if traidos > limites().tamano_mb * MB:
                        break
                    salida.write(trozo)
        except Exception as error:  # each place raises its own library's errors
            frase = f"no se pudo traer «{encargo.url}» ({_primera(error)}); revise la conexión y los permisos"
            raise ErrorLectura("DOCUMENTO_ILEGIBLE", frase) from error
        revisar_tamano(traidos)
        yield replace(encargo, ruta=local, url=None, tamano=traidos)


def _sistema(direccion: str) -> tuple[Any, str]:
    try:
        fsspec: Any = importlib.import_module("fsspec.core")
    except ImportError as error:
        raise ErrorUso(_SIN_FSSPEC.format(direccion)) from error
    try:
        sistema, ruta = fsspec.url_to_fs(direccion)
    except ImportError as error:
        raise ErrorUso(f"{_SIN_FSSPEC.format(direccion)} ({_primera(error)})") from error
    except ValueError as error:
        raise ErrorUso(f"no se conoce esa clase de dirección: «{direccion}» (s3://, gcs://, sftp:// y otras)") from error
    except Exception as error:  # each place raises its own library's errors
        raise ErrorUso(f"no se pudo abrir «{direccion}» ({_primera(error)})") from error
    return sistema, str(ruta)


def _primera(error: BaseException) -> str:
    lineas = str(error).strip().splitlines()
    return f"{type(error).__name__}: {lineas[0][:200]}" if lineas else type(error).__name__
