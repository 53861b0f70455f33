"""Sheets of a workbook that hold no table but what someone wrote beside them: each is a section, so that its text is kept."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.formatos.piezas import Titulos
from extractor.modelo.crudo import SeccionCruda
from extractor.modelo.documento import NOMBRE_DE_HOJA, BloqueTabla, Documento, Parrafo

_DE_HOJAS = ("xlsx", "xls")


def con_hojas_de_texto(documento: Documento, secciones: Sequence[SeccionCruda], titulos: Titulos) -> list[SeccionCruda]:
    """The sections with one more for each sheet of text after the first table whose text stands in none of them. Lines that only
    state a context are of the report, and a cover has nothing else."""
    if documento.formato not in _DE_HOJAS:
        return list(secciones)
    hojas: dict[int | None, list[Parrafo]] = {}
    con_tabla: set[int | None] = set()
    for bloque in documento.bloques:
        if isinstance(bloque, BloqueTabla):
            con_tabla |= {f.origen.tabla for f in bloque.filas}
        elif isinstance(bloque, Parrafo) and con_tabla:
            hojas.setdefault(bloque.origen.tabla, []).append(bloque)
    guardados = {p.origen for s in secciones for p in (*s.parrafos, *(q for campo in s.campos.values() for q in campo))}
    hechas = list(secciones)
    for orden, parrafos in hojas.items():
        nombre = next((p for p in parrafos if p.estilo == NOMBRE_DE_HOJA), parrafos[0])
        propios = tuple(p for p in parrafos if p is not nombre and titulos.buscar(p.texto, p.origen) is None)
        if orden in con_tabla or not propios or any(p.origen in guardados for p in propios):
            continue
        identidad = f"s{len(hechas) + 1:03d}"
        hechas.append(SeccionCruda(identidad, "seccion", None, None, nombre.texto, nombre.origen, None, propios))
    return hechas
