"""Texts of the cells of a workbook, run by run, as their fonts show them: what a person struck out is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from extractor.lectores.simbolos import en_fuente

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@dataclass(frozen=True, slots=True)
class TextoDeCelda:
    """A cell's text: its runs, each with whether it is struck out and its font; None where the cell's own font tells."""

    corridas: tuple[tuple[str, bool | None, str | None], ...]

    @staticmethod
    def de(elemento: Any) -> TextoDeCelda:
        """The runs of a string item; phonetic guides are left out."""
        corridas: list[tuple[str, bool | None, str | None]] = [(t.text or "", None, None) for t in elemento.iterfind(f"{_S}t")]
        for corrida in elemento.iterfind(f"{_S}r"):
            propia = corrida.find(f"{_S}rPr")
            tachada = tacha(propia) if propia is not None else None
            letra = nombre_de_letra(propia) if propia is not None else None
            corridas.extend((t.text or "", tachada, letra) for t in corrida.iterfind(f"{_S}t"))
        return TextoDeCelda(tuple(corridas))

    def sin_tachado(self, de_la_celda: bool, fuente: str | None = None) -> tuple[str, int]:
        """The text without its struck runs, and how many those are. ``de_la_celda`` and ``fuente``: whether the cell's font
        strikes out, and its name."""
        dichas = [(en_fuente(t, letra or fuente), de_la_celda if suya is None else suya) for t, suya, letra in self.corridas]
        texto = "".join(t for t, tachada in dichas if not tachada).replace("_x000D_", "")
        return texto.replace("\r\n", "\n").replace("\r", "\n"), sum(tachada and bool(t.strip()) for t, tachada in dichas)


def nombre_de_letra(letra: Any) -> str | None:
    """The name of a font, as a cell's or as a run's properties write it."""
    nombre = letra.find(f"{_S}name") if letra.find(f"{_S}name") is not None else letra.find(f"{_S}rFont")
    return None if nombre is None else nombre.get("val")


def tacha(letra: Any) -> bool:
    """Whether a font strikes out its text."""
    marca = letra.find(f"{_S}strike")
    return marca is not None and marca.get("val", "1") not in ("0", "false")
