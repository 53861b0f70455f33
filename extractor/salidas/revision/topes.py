"""How much of the sources one page may hold, so that a browser still opens it. What is left out is told."""

from __future__ import annotations

from dataclasses import dataclass

MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Topes:
    """Bytes of the whole file. While images take less than ``paginas_enteras`` the pages without findings of a paged source
    go too, if it has at most ``paginas_por_documento``; beyond ``imagenes`` no page image is put in; beyond ``textos`` no
    source at all. ``decisiones``, ``logros`` and ``fallidos``: lines of their lists in the summary."""

    paginas_enteras: int = 16 * MB
    paginas_por_documento: int = 40
    imagenes: int = 96 * MB
    textos: int = 48 * MB
    decisiones: int = 100
    logros: int = 40
    fallidos: int = 200


TOPES = Topes()
