"""Reports given by their parts, a line or the rows of a table each, in three formats: one call to their Informe."""

from __future__ import annotations

import ayudas_docx
from ayudas_texto import celda, informe

from extractor.lectores import leer_bytes
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe
from extractor.proceso import informe_de

Filas = tuple[tuple[str, ...], ...]


def html(*partes: str | Filas) -> Informe:
    cuerpo = "".join(f"<p>{x}</p>" if isinstance(x, str) else tabla_html(x) for x in partes)
    return informe(f"<html><body>{cuerpo}</body></html>", "x.html")


def tabla_html(filas: Filas) -> str:
    return "<table border='1'>" + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in f) + "</tr>" for f in filas) + "</table>"


def docx(*partes: str | Filas) -> Informe:
    cuerpo = "".join(ayudas_docx.p(x) if isinstance(x, str) else ayudas_docx.tabla(*x) for x in partes)
    return informe_de(leer_bytes(ayudas_docx.hacer(cuerpo), "x.docx"), Declarado())


def texto(*partes: str | Filas) -> Informe:
    """Text of Word origin."""
    cuerpo = "".join(f"{x}\n\n\n" if isinstance(x, str) else "".join(celda(c) for f in x for c in f) + "\n\n" for x in partes)
    return informe(cuerpo)
