"""The folder an export goes to: written beside it and put in its place when whole, over an earlier export only.

That takes two renames (no system-independent call exchanges two folders): what a program killed between them left aside is
put back by the next one.

A folder is an export when ``exportacion.json`` says so and names all that is in it: nobody's own files are ever removed.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from pathlib import Path
from types import TracebackType

from extractor.comun.razones import razon
from extractor.errores import ErrorUso

SENA = "exportacion.json"
_ESQUEMA = "exportacion/1"
_SIN_REEMPLAZO = (errno.EBUSY, errno.EXDEV)
"""What the system answers for a folder that is a disk's own."""


class CarpetaNueva:
    """A context manager; ``lugar`` is where to write. Leaving it puts the folder in place, leaving it by an exception
    removes it and leaves what was there. Raises ErrorUso when it may not be replaced or cannot be written."""

    def __init__(self, carpeta: Path, formato: str) -> None:
        self._final = Path(os.path.abspath(carpeta))  # noqa: PTH100 (resolve() would write through a link's name)
        self._formato = formato
        self._anterior = self._final.with_name(f".{self._final.name}.anterior")
        self.lugar = self._final.with_name(f".{self._final.name}.parcial-{os.getpid()}")

    def __enter__(self) -> CarpetaNueva:
        try:
            self._recuperar()
            _exigir_propia(self._final)
            self._final.parent.mkdir(parents=True, exist_ok=True)
            _quitar(self.lugar)
            self.lugar.mkdir()
        except OSError as error:
            raise self._no_se_puede(error) from error
        return self

    def __exit__(self, clase: type[BaseException] | None, error: BaseException | None, traza: TracebackType | None) -> None:
        try:
            if error is None:
                self._senalar()
                self._poner()
        except OSError as falla:
            raise self._no_se_puede(falla) from falla
        finally:
            shutil.rmtree(self.lugar, ignore_errors=True)
        if isinstance(error, OSError):
            raise self._no_se_puede(error) from error

    def _poner(self) -> None:
        """Renames; should the second one fail, the earlier export comes back."""
        _exigir_propia(self._final)
        if self._final.exists():
            self._final.rename(self._anterior)
        try:
            self.lugar.rename(self._final)
        except OSError:
            if self._anterior.exists():
                self._anterior.rename(self._final)
            raise
        _quitar(self._anterior)

    def _recuperar(self) -> None:
        """What a program killed between the two renames left behind."""
        if not self._anterior.exists():
            return
        if self._final.exists():
            _quitar(self._anterior)
        else:
            self._anterior.rename(self._final)

    def _senalar(self) -> None:
        archivos = {}
        for ruta in sorted(self.lugar.rglob("*")):
            if ruta.is_file():
                archivos[ruta.relative_to(self.lugar).as_posix()] = {"bytes": ruta.stat().st_size, "sha256": sha256(ruta)}
        sena = {"esquema": _ESQUEMA, "formato": self._formato, "archivos": archivos}
        texto = json.dumps(sena, ensure_ascii=False, indent=2) + "\n"
        (self.lugar / SENA).write_text(texto, encoding="utf-8", newline="\n")

    def _no_se_puede(self, error: OSError) -> ErrorUso:
        por_que = razon(error)
        if error.errno in _SIN_REEMPLAZO:
            por_que = "el sistema no deja reemplazarla; indique una carpeta nueva dentro de ella"
        return ErrorUso(f"no se puede escribir en «{self._final}»: {por_que}")


def sha256(archivo: Path) -> str:
    with archivo.open("rb") as flujo:
        return hashlib.file_digest(flujo, "sha256").hexdigest()


def _exigir_propia(carpeta: Path) -> None:
    """Raises ErrorUso unless ``carpeta`` does not exist, is empty, or holds an export and nothing else."""
    if not carpeta.exists() and not carpeta.is_symlink():
        return
    if carpeta.is_symlink() or not carpeta.is_dir():
        raise ErrorUso(f"«{carpeta}» no es una carpeta; indique otra en --salida")
    hay = {ruta.relative_to(carpeta).as_posix() for ruta in carpeta.rglob("*") if not ruta.is_dir() or ruta.is_symlink()}
    ajenos = sorted(hay - _propios(carpeta))
    if ajenos:
        mas = f" y {len(ajenos) - 1} más" if len(ajenos) > 1 else ""
        raise ErrorUso(
            f"«{carpeta}» contiene archivos que no son de una exportación ({ajenos[0]}{mas}); indique otra carpeta en --salida"
        )


def _propios(carpeta: Path) -> set[str]:
    try:
        sena = json.loads((carpeta / SENA).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    if not isinstance(sena, dict) or sena.get("esquema") != _ESQUEMA or not isinstance(sena.get("archivos"), dict):
        return set()
    return {SENA, *sena["archivos"]}


def _quitar(carpeta: Path) -> None:
    if carpeta.exists():
        shutil.rmtree(carpeta)
