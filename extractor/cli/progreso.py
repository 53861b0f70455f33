"""A progress bar on standard error when a person looks at it; nothing, and no library loaded, on a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any

from extractor.cli.ritmo import Ritmo


class Progreso:
    """A context manager. ``avanzar`` after each document; write to standard output inside ``pausa``, which takes the
    bar away so that both do not meet on one terminal."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._barra: Any = None
        self._tarea: Any = None
        self._ritmo = Ritmo(total)

    def __enter__(self) -> Progreso:
        if self._total > 1 and sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

            columnas = (TextColumn("Leyendo"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[detalle]}"))
            self._barra = Progress(
                *columnas, console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False
            )
            self._tarea = self._barra.add_task("", total=self._total, detalle="")
            self._ritmo = Ritmo(self._total)
            self._barra.start()
        return self

    def __exit__(self, clase: type[BaseException] | None, error: BaseException | None, traza: TracebackType | None) -> None:
        if self._barra is not None:
            self._barra.stop()

    def avanzar(self, fallidos: int = 0, de_cache: bool = False) -> None:
        """One document more; ``fallidos``: those that could not be read so far. A kept result says nothing of the speed."""
        if self._barra is not None:
            self._ritmo.sumar(de_cache)
            self._barra.update(self._tarea, advance=1, detalle=self._ritmo.frase(fallidos))

    @contextmanager
    def pausa(self) -> Iterator[None]:
        if self._barra is None or not sys.stdout.isatty():
            yield
            return
        self._barra.stop()
        try:
            yield
        finally:
            sys.stdout.flush()
            self._barra.start()
