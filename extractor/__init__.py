"""Reads legacy performance reports of Chilean public services and recomputes their arithmetic.

``extractor.marcos(informes)`` gives the pandas frames; the subpackage is loaded at its first use, pandas at the call.
``extractor.conjunto(informes)`` compares reports with each other and gives the ``Conjunto``.
"""

from __future__ import annotations

from typing import Any

__version__ = "0.1.0"


def __getattr__(nombre: str) -> Any:
    import importlib

    if nombre == "marcos":
        return importlib.import_module("extractor.marcos")
    if nombre == "conjunto":
        return importlib.import_module("extractor.reconciliador.conjunto").conjunto_de
    raise AttributeError(f"module {__name__!r} has no attribute {nombre!r}")
