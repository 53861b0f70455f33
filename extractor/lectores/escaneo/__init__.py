"""Scans: pages and images without a text layer, read with tesseract."""

from __future__ import annotations

from extractor.lectores.escaneo.lectura import NOMBRE, armar, leer, leer_paginas

__all__ = ["NOMBRE", "armar", "leer", "leer_paginas"]
