"""The examples inside docstrings give what they say."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

import extractor

PAQUETE = Path(extractor.__file__).parent
MODULOS = sorted(
    ".".join(("extractor", *archivo.relative_to(PAQUETE).with_suffix("").parts))
    for archivo in PAQUETE.rglob("*.py")
    if ">>> " in archivo.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("modulo", MODULOS)
def test_los_ejemplos_dan_lo_que_dicen(modulo: str) -> None:
    hechos = doctest.testmod(importlib.import_module(modulo.removesuffix(".__init__")))
    assert hechos.attempted and not hechos.failed
