"""What of a run's formatting changes what is read: hidden text, and text that is struck out, by itself or by its style."""

from __future__ import annotations

from typing import Any

from extractor.lectores.docx.nombres import W, activo, valor

_HONDURA = 16
"""Styles that one may be based on, one after another."""
_OCULTO, _TACHADO = ("vanish",), ("strike", "dstrike")


class Apariencia:
    """Asks runs how they show; ``estilos`` is the root of the style part, or None."""

    def __init__(self, estilos: Any | None) -> None:
        self._estilos = {e.get(f"{W}styleId", ""): e for e in estilos.iter(f"{W}style")} if estilos is not None else {}
        self._memoria: dict[tuple[str, tuple[str, ...]], bool | None] = {}

    def oculta(self, corrida: Any, estilo_parrafo: str | None) -> bool:
        """Whether a run is hidden text."""
        return self._es(corrida, estilo_parrafo, _OCULTO)

    def tachada(self, corrida: Any, estilo_parrafo: str | None) -> bool:
        """Whether a run is struck out, with one stroke or two."""
        return self._es(corrida, estilo_parrafo, _TACHADO)

    def _es(self, corrida: Any, estilo_parrafo: str | None, propiedades: tuple[str, ...]) -> bool:
        dicho = _dice(corrida, propiedades)
        if dicho is None:
            dicho = self._de_estilo(valor(corrida, "rPr/rStyle"), propiedades)
        if dicho is None:
            dicho = self._de_estilo(estilo_parrafo, propiedades)
        return bool(dicho)

    def _de_estilo(self, nombre: str | None, propiedades: tuple[str, ...]) -> bool | None:
        if not nombre or nombre not in self._estilos:
            return None
        clave = nombre, propiedades
        if clave not in self._memoria:
            dicho: bool | None = None
            actual: str | None = nombre
            for _ in range(_HONDURA):
                estilo = self._estilos.get(actual) if actual else None
                if estilo is None or dicho is not None:
                    break
                dicho, actual = _dice(estilo, propiedades), valor(estilo, "basedOn")
            self._memoria[clave] = dicho
        return self._memoria[clave]


def _dice(elemento: Any, propiedades: tuple[str, ...]) -> bool | None:
    """Whether the element's own run properties turn one of these on; None where they say nothing."""
    dichas = [activo(elemento, f"rPr/{p}") for p in propiedades if elemento.find(f"{W}rPr/{W}{p}") is not None]
    return any(dichas) if dichas else None
