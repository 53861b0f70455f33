"""Names of OpenDocument and the whole numbers its attributes hold."""

from __future__ import annotations

from typing import Any

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{{{_BASE}office:1.0}}"
TEXT = f"{{{_BASE}text:1.0}}"
TABLE = f"{{{_BASE}table:1.0}}"
DRAW = f"{{{_BASE}drawing:1.0}}"
STYLE = f"{{{_BASE}style:1.0}}"
META = f"{{{_BASE}meta:1.0}}"
FO = f"{{{_BASE}xsl-fo-compatible:1.0}}"
SVG = f"{{{_BASE}svg-compatible:1.0}}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def entero(elemento: Any, atributo: str, maximo: int = 10_000) -> int:
    """A whole number from 0 to ``maximo``; 1 when it is missing or malformed."""
    try:
        return min(max(0, int(str(elemento.get(atributo, 1))[:9])), maximo)
    except ValueError:
        return 1
