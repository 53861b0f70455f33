"""Conditional formats that strike cells out: whether they do hangs on a formula that only the spreadsheet program evaluates, so
the cells are read as they stand and the range is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractor.lectores.hojas.textos import tacha

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_X14 = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}"
_XM = "{http://schemas.microsoft.com/office/excel/2006/main}"


def estilos_que_tachan(estilos: Any | None) -> list[bool]:
    """Whether each differential style of a workbook strikes text out. ``estilos``: the root of its styles, or None."""
    return [] if estilos is None else [_tacha(dxf) for dxf in estilos.iterfind(f"{_S}dxfs/{_S}dxf")]


def rangos_que_tachan(hoja: Any, estilos: list[bool]) -> Iterator[str]:
    """The ranges ("B2:B9") of a sheet's conditional formats one of whose rules strikes out."""
    for formato in hoja.iterfind(f"{_S}conditionalFormatting"):
        numeros = [regla.get("dxfId", "") for regla in formato.iterfind(f"{_S}cfRule")]
        if any(n.isdecimal() and len(n) < 7 and int(n) < len(estilos) and estilos[int(n)] for n in numeros):
            yield from formato.get("sqref", "").split()
    for formato in hoja.iter(f"{_X14}conditionalFormatting"):
        if any(_tacha(dxf) for dxf in formato.iterfind(f"{_X14}cfRule/{_X14}dxf")):
            yield from formato.findtext(f"{_XM}sqref", "").split()


def _tacha(dxf: Any) -> bool:
    letra = dxf.find(f"{_S}font")
    return letra is not None and tacha(letra)
