"""Footnotes and endnotes of a Word document, with the marks it prints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractor.lectores.docx.nombres import W, valor
from extractor.lectores.docx.tablas import Cuerpo
from extractor.lectores.notas import FINAL, PIE, nota_de
from extractor.lectores.rotulos import formatear
from extractor.modelo.documento import NotaCruda

_AJENAS = ("separator", "continuationSeparator", "continuationNotice")
_POR_OMISION = {"footnote": "decimal", "endnote": "lowerRoman"}


def leer_notas(raiz: Any, clase: str, cuerpo: Cuerpo, formato: str | None) -> Iterator[NotaCruda]:
    """The notes of one part ("footnote" or "endnote"), numbered as the body refers to them; those it does not refer to
    go on after the last one."""
    citadas = {c: propia for k, c, propia in dict.fromkeys(cuerpo.parrafos.notas) if k == clase}
    por_id = {n.get(f"{W}id", ""): n for n in raiz.findall(f"{W}{clase}") if n.get(f"{W}type") not in _AJENAS}
    orden = [*(c for c in citadas if c in por_id), *(c for c in por_id if c not in citadas)]
    numero = 0
    for lugar, clave in enumerate(orden):
        contenido = cuerpo.nodos(por_id[clave])
        propia = citadas.get(clave, False)
        numero += not propia
        marca = "*" if propia else formatear(numero, formato or _POR_OMISION[clase])
        nota = nota_de(marca, contenido, lugar, PIE if clase == "footnote" else FINAL)
        if nota is not None:
            yield nota


def formato_de(clase: str, ajustes: Any | None, documento: Any) -> str | None:
    """The numbering format of the notes: the settings', else the first section's that states one."""
    if ajustes is not None:
        propio = valor(ajustes, f"{clase}Pr/numFmt")
        if propio is not None:
            return propio
    for seccion in documento.iter(f"{W}sectPr"):
        propio = valor(seccion, f"{clase}Pr/numFmt")
        if propio is not None:
            return propio
    return None
