"""A real Chromium, headless, for the tests that drive a page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

ARGUMENTOS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def chromium(ejecutable: str) -> Iterator[Any]:
    """The browser; closed on leaving."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as juego:
        navegador = juego.chromium.launch(executable_path=ejecutable, args=ARGUMENTOS)
        try:
            yield navegador
        finally:
            navegador.close()
