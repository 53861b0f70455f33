"""Columns whose label says nothing known by itself, but carries the mark of a note that says what they are: "Result. (2)", and
below the table "(2) Resultado ponderado"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from extractor.comun.texto import blancos
from extractor.formatos.columnas.perdidas import sin_rol
from extractor.formatos.columnas.rotulos import rotulo, rotulos_de
from extractor.formatos.columnas.supuestas import suposicion
from extractor.modelo.crudo import TablaCruda
from extractor.modelo.documento import BloqueTabla, Documento, FlujoCeldas, Parrafo

_MARCA = re.compile(r"(?:\((\w{1,2}|\*{1,3})\)|\^\{(\w{1,4})\})\s*$")
_NOTA = re.compile(r"^\s*\((\w{1,2}|\*{1,3})\)\s*:?\s*(\S.*)$", re.DOTALL)
_LO_QUE_ES = re.compile(r"[^.;:,(]*")
"""Where a note says what a column is: its first words, before any explanation."""


def con_notas(tablas: Sequence[TablaCruda], documento: Documento) -> Iterable[TablaCruda]:
    """The tables, with the roles that notes give to columns nobody knows; only roles that no other column of the table has, and
    none where two notes of one mark say different things."""
    notas: Mapping[str, str] | None = None
    for tabla in tablas:
        marcadas = {i: m[1] or m[2] for i, c in enumerate(tabla.columnas) if sin_rol(c, tabla) and (m := _MARCA.search(c.texto))}
        if tabla.patron.pesa is None or not marcadas:
            yield tabla
            continue
        notas = _notas(documento) if notas is None else notas
        yield _con_sus_notas(tabla, {i: notas[marca] for i, marca in marcadas.items() if marca in notas})


def _con_sus_notas(tabla: TablaCruda, dichas: Mapping[int, str]) -> TablaCruda:
    (rotulos,) = rotulos_de((tabla.patron,))
    columnas = list(tabla.columnas)
    for sitio, nota in dichas.items():
        hallado = rotulos.rol(rotulo(_LO_QUE_ES.match(nota)[0]))  # type: ignore[index]
        if hallado is not None and hallado[0] not in ("otro", *(c.rol for c in columnas)):
            propia = replace(columnas[sitio], rol=hallado[0], puntaje=hallado[1])
            dicha = replace(propia, texto=nota)
            columnas[sitio] = replace(propia, supuesta=suposicion(dicha, [*columnas[:sitio], dicha, *columnas[sitio + 1 :]]))
    return replace(tabla, columnas=tuple(columnas))


def _notas(documento: Documento) -> Mapping[str, str]:
    """The notes of a document by their mark, but those whose mark says two things."""
    dichas = [(n.marca, blancos(n.parrafo.texto)) for n in documento.notas]
    dichas += [(m[1], blancos(m[2])) for texto in _textos_sueltos(documento) if (m := _NOTA.match(texto))]
    por_marca: dict[str, set[str]] = {}
    for marca, texto in dichas:
        if marca:
            por_marca.setdefault(marca, set()).add(texto)
    return {marca: next(iter(textos)) for marca, textos in por_marca.items() if len(textos) == 1}


def _textos_sueltos(documento: Documento) -> Iterable[str]:
    for bloque in documento.bloques:
        if isinstance(bloque, Parrafo):
            yield bloque.texto
        elif isinstance(bloque, BloqueTabla):
            yield from (f.celdas[0].texto for f in bloque.filas if len(f.celdas) == 1)
        elif isinstance(bloque, FlujoCeldas):
            yield from (p.texto for c in bloque.celdas for p in c.parrafos)
