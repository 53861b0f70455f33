"""What OpenDocument styles say of how text shows, where it changes what is read: hidden text, and text that is struck out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from extractor.lectores.odt.nombres import FO, LOEXT, STYLE, SVG, TABLE, TEXT

_HONDURA = 16
"""Styles that one may inherit from, one after another."""
_DE_TABLA = (
    "table", "table-row", "table-cell", "covered-table-cell", "table-rows", "table-header-rows", "table-row-group",
    "table-column", "table-columns", "table-header-columns", "table-column-group",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Aspecto:
    """How a stretch of text shows."""

    oculto: bool = False
    tachado: bool = False
    fuente: str | None = None


@dataclass(frozen=True, slots=True)
class _Propio:
    """What one style says itself; None where it leaves it to the one it inherits from."""

    padre: str | None
    oculto: bool | None
    tachado: bool | None
    fuente: str | None


class Apariencia:
    """The styles of text and paragraphs, by family and name."""

    def __init__(self, raices: list[Any]) -> None:
        self._estilos: dict[tuple[str, str], _Propio] = {}
        fuentes = {
            f.get(f"{STYLE}name", ""): f.get(f"{SVG}font-family", "") for raiz in raices for f in raiz.iter(f"{STYLE}font-face")
        }
        for raiz in raices:
            for estilo in raiz.iter(f"{STYLE}style", f"{STYLE}default-style"):
                clave = estilo.get(f"{STYLE}family", ""), estilo.get(f"{STYLE}name", "")
                if clave[0] in ("text", "paragraph"):
                    self._estilos[clave] = _propio(estilo, fuentes)

    def de(self, familia: str, nombre: str | None, base: Aspecto) -> Aspecto:
        """How text of a style shows inside text that shows as ``base``: what neither it nor those it inherits from say is as
        around it."""
        oculto: bool | None = None
        tachado: bool | None = None
        fuente: str | None = None
        for _ in range(_HONDURA):
            propio = self._estilos.get((familia, nombre)) if nombre else None
            if propio is None:
                break
            oculto = propio.oculto if oculto is None else oculto
            tachado = propio.tachado if tachado is None else tachado
            fuente = propio.fuente if fuente is None else fuente
            nombre = propio.padre
        if oculto is not None:
            base = replace(base, oculto=oculto)
        if fuente is not None:
            base = replace(base, fuente=fuente)
        return base if tachado is None else replace(base, tachado=tachado)


def _propio(estilo: Any, fuentes: Mapping[str, str]) -> _Propio:
    letras = estilo.find(f"{STYLE}text-properties")
    if letras is None:
        return _Propio(estilo.get(f"{STYLE}parent-style-name"), None, None, None)
    muestra = letras.get(f"{TEXT}display")
    letra = letras.get(f"{STYLE}font-name")
    fuente = letras.get(f"{FO}font-family") if letra is None else fuentes.get(letra) or letra
    rayas = [letras.get(f"{STYLE}text-line-through-{parte}") for parte in ("style", "type")]
    dichas = [r for r in rayas if r is not None]
    return _Propio(
        estilo.get(f"{STYLE}parent-style-name"),
        None if muestra is None else muestra == "none",
        all(r != "none" for r in dichas) if dichas else None,
        fuente.strip(" '\"") if fuente else None,
    )


def esta_oculto(elemento: Any) -> bool:
    """Whether a section, or a field that hides text, says that it is not shown now: always, or by its condition."""
    return bool(elemento.get(f"{TEXT}display") == "none" or elemento.get(f"{TEXT}is-hidden") == "true")


def sin_tablas_de_extension(raiz: Any) -> None:
    """Gives tables inside shapes, which LibreOffice writes under a name of its own, the name of every table; in place."""
    for nombre in _DE_TABLA:
        for elemento in raiz.iter(f"{LOEXT}{nombre}"):
            elemento.tag = f"{TABLE}{nombre}"
