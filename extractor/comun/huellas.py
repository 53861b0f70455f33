"""Ids that are hashes of content and place, so that two runs give the same bytes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

SIN_CONTENIDO = hashlib.sha256(b"").hexdigest()
"""The SHA-256 of nothing: that of an empty file, and what stands for the hash of one whose content is not known."""


def huella(*partes: Any) -> str:
    """A 16-character fingerprint of ``partes`` (anything JSON can hold, in order)."""
    crudo = json.dumps(partes, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(crudo.encode("utf-8")).hexdigest()[:16]


def suma_de_carpeta(carpeta: Path, *extensiones: str) -> str:
    """A hash of the names and contents of the files below ``carpeta`` with these extensions."""
    suma = hashlib.sha256()
    for ruta in sorted(r for r in carpeta.rglob("*") if r.suffix in extensiones):
        datos = ruta.read_bytes()
        suma.update(f"{ruta.relative_to(carpeta).as_posix()}\0{len(datos)}\0".encode())
        suma.update(datos)
    return suma.hexdigest()[:16]
