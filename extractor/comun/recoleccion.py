"""How often the process looks for objects that only point at one another.

The vocabularies are some hundred thousand objects that live as long as the process. Python's default looks again after every 700
new ones, and now and then through all of them: a seventh of the time of naming 10,000 mentions went there (bench/nombres.py).
"""

from __future__ import annotations

import gc

UMBRALES = (50_000, 20, 50)
"""New objects before the youngest are looked through, and rounds of each generation before the next: some megabytes are kept
a little longer."""


def espaciar_recoleccion() -> None:
    """Looks less often from now on, in this process."""
    gc.set_threshold(*UMBRALES)
