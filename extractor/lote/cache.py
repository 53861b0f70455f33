"""Results kept between runs: one file per document and circumstances, whole or absent.

An entry is found by the file's content and everything its reading depended on (``ClaveLectura.base``), and serves while
the external programs that the reading asked for are the same. Entries may be deleted at any time, and several runs may
share a folder: they only ever put whole files in place.
"""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import json
import os
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from extractor.comun.razones import razon
from extractor.errores import ErrorUso
from extractor.lote.claves import Circunstancias, version_externa
from extractor.lote.resultado import Resultado
from extractor.modelo.clave import ClaveLectura
from extractor.modelo.conjunto import Paquete

_MARCA = b"extractor-cache/1 "
_DIAS_SIN_USO = 90
"""Results of a version, patterns or limits that nobody has used for so long are deleted."""


class Cache:
    """The folder ``carpeta`` for the results of ``circunstancias``. ``avisar`` takes Spanish sentences.

    Raises ErrorUso when the folder cannot be made or written.
    """

    def __init__(self, carpeta: Path, circunstancias: Circunstancias, avisar: Callable[[str], None]) -> None:
        self.carpeta = carpeta
        self._avisar = avisar
        self._averiada = False
        self._danadas = 0
        self._serie = itertools.count()
        partes = (circunstancias.programa, circunstancias.patrones, circunstancias.ajustes)
        self._propia = carpeta / hashlib.sha256("|".join(partes).encode()).hexdigest()[:16]
        try:
            self._propia.mkdir(parents=True, exist_ok=True)
            os.utime(self._propia)
        except OSError as error:
            frase = f"no se puede usar la carpeta de caché «{carpeta}» ({razon(error)}); use otra con --cache, o --sin-cache"
            raise ErrorUso(frase) from error
        self._olvidar_viejas()

    def buscar(self, clave: ClaveLectura) -> tuple[Resultado, ClaveLectura] | None:
        """What was kept under ``clave`` and the whole key, with its external programs; None when there is nothing that
        serves. A damaged entry is told and counts as none."""
        ruta = self._ruta(clave)
        try:
            crudo = ruta.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            self._averiar(f"no se pudo leer de la caché ({razon(error)})")
            return None
        try:
            resultado, externos = _abrir(crudo, clave)
        except (ValueError, KeyError, TypeError):
            self._danadas += 1
            if self._danadas == 1:
                self._avisar(f"hay resultados guardados dañados en la caché «{self.carpeta}»; se leen de nuevo esos documentos")
            return None
        if any(version_vigente(nombre) != version for nombre, version in externos):
            return None
        return resultado, replace(clave, externos=externos)

    def guardar(self, clave: ClaveLectura, resultado: Resultado) -> ClaveLectura:
        """Keeps ``resultado`` if it may be used again; returns the whole key. A folder that cannot be written is told
        once and not tried again: the run goes on."""
        completa = con_externos(clave, resultado)
        if resultado.pasajero or self._averiada or resultado.sha256 != clave.sha256:
            return completa
        ruta = self._ruta(clave)
        parcial = ruta.with_name(f"{ruta.name}.{os.getpid()}.{next(self._serie)}")
        try:
            ruta.parent.mkdir(exist_ok=True)
            parcial.write_bytes(_cerrar(resultado, completa))
            parcial.replace(ruta)
        except OSError as error:
            with contextlib.suppress(OSError):
                parcial.unlink(missing_ok=True)
            self._averiar(f"no se pudo guardar en la caché «{self.carpeta}» ({razon(error)})")
        return completa

    def _ruta(self, clave: ClaveLectura) -> Path:
        base = clave.base
        return self._propia / base[:2] / base[2:]

    def _averiar(self, frase: str) -> None:
        if not self._averiada:
            self._averiada = True
            self._avisar(f"{frase}; la corrida sigue sin guardar resultados")

    def _olvidar_viejas(self) -> None:
        limite = time.time() - _DIAS_SIN_USO * 24 * 3600
        with contextlib.suppress(OSError):
            for otra in self.carpeta.iterdir():
                if len(otra.name) == 16 and otra.is_dir() and otra.stat().st_mtime < limite:
                    shutil.rmtree(otra, ignore_errors=True)


def con_externos(clave: ClaveLectura, resultado: Resultado) -> ClaveLectura:
    """The whole key of a result just read on this machine."""
    return replace(clave, externos=tuple((nombre, version_vigente(nombre)) for nombre in resultado.externos))


@cache
def version_vigente(programa: str) -> str:
    """``version_externa``, asked once per process."""
    return version_externa(programa)


def _cerrar(resultado: Resultado, clave: ClaveLectura) -> bytes:
    """An entry: mark and sum of the rest, a line of JSON, then the bytes of the summary and of the body, both compressed."""
    cabecera = {
        "sha256": resultado.sha256, "estado": resultado.estado, "balance": resultado.balance, "externos": clave.externos,
        "paquete": [*resultado.paquete[:-1], len(resultado.paquete.datos)],
    }  # fmt: skip
    linea = json.dumps(cabecera, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    resto = b"".join((linea, b"\n", resultado.paquete.datos, resultado.cuerpo))
    return _MARCA + hashlib.sha256(resto).hexdigest().encode() + b"\n" + resto


def _abrir(crudo: bytes, clave: ClaveLectura) -> tuple[Resultado, tuple[tuple[str, str], ...]]:
    """Raises ValueError, KeyError or TypeError for what is no whole entry of that content."""
    primera, _, resto = crudo.partition(b"\n")
    if primera != _MARCA + hashlib.sha256(resto).hexdigest().encode():
        raise ValueError("entrada dañada")
    linea, _, bytes_ = resto.partition(b"\n")
    cabecera = json.loads(linea)
    if cabecera["sha256"] != clave.sha256:
        raise ValueError("entrada dañada")
    externos = tuple((str(nombre), str(version)) for nombre, version in cabecera["externos"])
    nombres = tuple(nombre for nombre, _ in externos)
    *conocido, largo = cabecera["paquete"]
    paquete = Paquete._make([*conocido, bytes_[:largo]])
    return Resultado(cabecera["sha256"], cabecera["estado"], bytes_[largo:], cabecera["balance"], paquete, nombres), externos
