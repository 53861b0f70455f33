"""The comparison of an Informe with a truth file, which ``extractor evaluar lectura`` makes too."""

from extractor.proceso.verdad import coincide, comparar, leer_verdad

__all__ = ["coincide", "comparar", "leer_verdad"]
