"""A disk that takes no more: told in a sentence wherever it happens, and never a second time when Python lets files go."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.comun.razones import razon

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

_DISCO = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO})


def no_se_pudo_escribir(error: BaseException) -> str | None:
    """The sentence when ``error`` comes from a disk that refused to be written, even wrapped in a library's own exception;
    None for any other."""
    for visto in _cadena(error):
        if isinstance(visto, OSError) and visto.errno in _DISCO:
            donde = f" en «{visto.filename}»" if isinstance(visto.filename, str) else ""
            return f"no se pudo escribir{donde}: {razon(visto)}; lo que falta no quedó escrito: repita la orden cuando haya lugar"
    return None


def callar_lo_ya_dicho() -> None:
    """A file left open by a full disk complains again, with a traceback, when it is forgotten: that was told already."""
    sys.unraisablehook = _sin_los_del_disco


def _sin_los_del_disco(caso: UnraisableHookArgs) -> None:
    if not (isinstance(caso.exc_value, OSError) and caso.exc_value.errno in _DISCO):
        sys.__unraisablehook__(caso)


def _cadena(error: BaseException) -> Iterator[BaseException]:
    """The exception, those it wraps and those it came from."""
    vistos: list[BaseException] = []
    cola: list[object] = [error]
    while cola:
        este = cola.pop(0)
        if isinstance(este, BaseException) and not any(este is otro for otro in vistos):
            vistos.append(este)
            yield este
            cola.extend((*este.args, este.__cause__, este.__context__))
