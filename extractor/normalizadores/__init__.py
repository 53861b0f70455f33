"""Names made one: regions by date, services, units, roles and persons, states and grades, legal references.

Each takes a text and gives a value with its certainty, or none: an unknown stays unknown.
"""

from __future__ import annotations

from extractor.normalizadores.ejemplos import probar_ejemplos

__all__ = ["probar_ejemplos"]
