"""Loaded once by the process from which workers are copied: the libraries that any document needs.

Importing it is its whole use. Nothing here may start a thread or read ``patrones/``: a copied process has no threads, and
a malformed pattern must be told by the document that meets it.
"""

from __future__ import annotations

from extractor.lote.trabajador import un_hilo

un_hilo()

import spacy.lang.es  # noqa: E402, F401

import extractor.estructura.tablas  # noqa: E402
import extractor.formatos.reconocedor  # noqa: E402
import extractor.normalizadores.estados  # noqa: E402
import extractor.proceso  # noqa: E402, F401
