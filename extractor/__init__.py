"""Reads legacy performance reports of Chilean public services and recomputes their arithmetic.

``extractor.marcos(informes)`` gives the pandas frames; the subpackage is loaded at its first use, pandas at the call.
"""

from __future__ import annotations

from typing import Any

__version__ = "0.1.0"


def __getattr__(nombre: str) -> Any:
    if nombre == "marcos":
        import importlib

        return importlib.import_module("extractor.marcos")
    raise AttributeError(f"module {__name__!r} has no attribute {nombre!r}")
