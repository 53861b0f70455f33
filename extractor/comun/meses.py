"""The months' names, as dates write them."""

from __future__ import annotations

MESES = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip
OTRAS_GRAFIAS = ("setiembre",)
"""How people also spell one of them."""
