"""Parts of a raw table: its columns as the header tells them, and the performance printed below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.formatos.columnas.encabezados import Encabezado
from extractor.formatos.columnas.repetidas import con_la_propia
from extractor.formatos.columnas.rotulos import rotulos_de
from extractor.formatos.columnas.supuestas import suposicion
from extractor.formatos.piezas import Titulo
from extractor.modelo.crudo import ColumnaReconocida, TablaCruda
from extractor.modelo.documento import Celda, Parrafo
from extractor.modelo.patron import ClaseTitulo, TablaPatron
from extractor.vocabularios.estados import palabra_sin_valor, veredicto_inicial


def columnas_de(encabezado: Encabezado, celdas: Sequence[Celda], anio: int | None) -> tuple[ColumnaReconocida, ...]:
    """The columns of a header, whose cells are ``celdas``: an unknown label keeps its words and no role. ``anio``: the report's
    year."""
    columnas = tuple(
        ColumnaReconocida(
            e.texto if e else c.texto,
            e.rol if e else "otro",
            e.puntaje if e else 0.0,
            _obligatoria(encabezado.tabla, e.rol if e else "otro"),
        )
        for e, c in zip(encabezado.etiquetas, celdas, strict=True)
    )
    if encabezado.tabla.pesa is None:
        return columnas
    propias = con_la_propia(columnas, rotulos_de((encabezado.tabla,))[0], anio)
    return tuple(replace(c, supuesta=c.supuesta or suposicion(c, propias)) for c in propias)


def _obligatoria(tabla: TablaPatron, rol: str) -> bool:
    return any(c.obligatoria for c in tabla.columnas if c.rol == rol)


def es_desempeno(clase: ClaseTitulo, texto: str) -> bool:
    """Whether a text may be the performance that its label announces: a region's is a figure, a verdict or a word for none."""
    if clase != "desempeno_region" or any(ch.isdigit() for ch in texto) or not any(ch.isalpha() for ch in texto):
        return True
    return veredicto_inicial(texto) is not None or palabra_sin_valor(texto) is not None


def anotar_desempeno(tablas: list[TablaCruda], titulo: Titulo, celda: Celda | None) -> None:
    """Gives a performance line, with the value in ``celda``, to the last weighed table, in place in the list; a label without a
    value takes none away."""
    valor = celda.parrafos[0] if celda and celda.parrafos else None
    etiqueta = Parrafo(titulo.texto, titulo.origen)
    ultima = next((i for i in reversed(range(len(tablas))) if tablas[i].patron.pesa), None)
    if ultima is None:
        return
    previos = tablas[ultima].desempeno_region if titulo.clase == "desempeno_region" else tablas[ultima].desempeno_servicio
    if valor is None and any(previos[1:]):
        return
    if titulo.clase == "desempeno_region":
        tablas[ultima] = replace(tablas[ultima], desempeno_region=(etiqueta, valor))
    else:
        tablas[ultima] = replace(tablas[ultima], desempeno_servicio=(etiqueta, valor))
