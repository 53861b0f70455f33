"""Lines that are notes of the form, or of a mark in a table, by the mark that they open with."""

from __future__ import annotations

import re

_NOTA = re.compile(
    r"^\s*[-–•]?\s*(\(\d{1,2}\)|\(\*{1,4}\)|\^\{[^}]{1,6}\}|\^[ivxlc]+\b|[\u2070\u2071\u00b9\u00b2\u00b3\u2074-\u2079]+|\ufffd)\s*(\S.*)$"
)


def es_nota(texto: str) -> tuple[str, str] | None:
    """Mark and text of a note line: "(3) ...", "- (3) ...", "(*) ...", "ⁱⁱ ...", "^{iv} ...", the replacement character."""
    hallado = _NOTA.match(texto)
    return (hallado[1], hallado[2].strip()) if hallado else None
