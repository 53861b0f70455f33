"""Headers of tables drawn with bars that the reader could not part from the row under them, since nothing fell blank between.

Once the labels of every column are whole, what comes in most of them and is no label's rest is a row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.formatos.columnas.encabezados import Encabezado, Rotulos, leer_encabezado
from extractor.formatos.columnas.rotulos import PUNTAJE_UNA_RAIZ, rotulo, rotulos_de
from extractor.formatos.piezas import con_parrafos
from extractor.modelo.documento import Bloque, BloqueTabla, Celda, Documento, FilaCruda

_LINEAS = 4
"""Lines that a header may take."""


def con_cabezas(documento: Documento, rotulos: Sequence[Rotulos]) -> Documento:
    """The document with such rows in two; the same one where there are none."""
    if documento.formato != "txt":
        return documento
    bloques: list[Bloque] = []
    for bloque in documento.bloques:
        if isinstance(bloque, BloqueTabla) and bloque.cuadricula:
            filas = tuple(parte for fila in bloque.filas for parte in _partes(fila, rotulos))
            bloques.append(bloque if len(filas) == len(bloque.filas) else replace(bloque, filas=filas))
        else:
            bloques.append(bloque)
    iguales = all(a is b for a, b in zip(bloques, documento.bloques, strict=True))
    return documento if iguales else replace(documento, bloques=tuple(bloques))


def _partes(fila: FilaCruda, rotulos: Sequence[Rotulos]) -> list[FilaCruda]:
    """The header and the row that one drawn row holds; the row itself where it holds no such thing."""
    numeros = sorted({p.origen.linea_inicio or 0 for c in fila.celdas for p in c.parrafos})
    for cuantas in range(1, min(len(numeros), _LINEAS + 1)):
        cabeza = [_entre(c, numeros[0], numeros[cuantas - 1]) for c in fila.celdas]
        siguiente = [_entre(c, numeros[cuantas], numeros[cuantas]) for c in fila.celdas]
        encabezado = _entero(cabeza, rotulos)
        if encabezado is None or not _es_fila(encabezado, cabeza, siguiente):
            continue
        resto = [_entre(c, numeros[cuantas], numeros[-1]) for c in fila.celdas]
        return [_fila(fila, cabeza, numeros[0], numeros[cuantas] - 1), _fila(fila, resto, numeros[cuantas], numeros[-1])]
    return [fila]


def _entre(celda: Celda, primera: int, ultima: int) -> Celda:
    return con_parrafos(celda, tuple(p for p in celda.parrafos if primera <= (p.origen.linea_inicio or 0) <= ultima))


def _entero(cabeza: Sequence[Celda], rotulos: Sequence[Rotulos]) -> Encabezado | None:
    """The header that cells are when each of them is a label."""
    encabezado = leer_encabezado(cabeza, rotulos, completo=True) if all(c.parrafos for c in cabeza) and len(cabeza) > 1 else None
    seguro = encabezado is not None and all(e is not None and e.puntaje >= PUNTAJE_UNA_RAIZ for e in encabezado.etiquetas)
    return encabezado if seguro else None


def _es_fila(encabezado: Encabezado, cabeza: Sequence[Celda], siguiente: Sequence[Celda]) -> bool:
    """Whether the line after a header begins a row: it fills the first of its columns and most of them, each with a beginning,
    and some of that makes a worse label with the one above."""
    llenas = [(c, s, e) for c, s, e in zip(cabeza, siguiente, encabezado.etiquetas, strict=True) if s.parrafos]
    if not siguiente[0].parrafos or 2 * len(llenas) <= len(cabeza):
        return False
    if any(s.texto[0].islower() or s.texto[0] in "(/" for _, s, _ in llenas):
        return False
    (propios,) = rotulos_de((encabezado.tabla,))
    juntos = ((propios.rol(rotulo(f"{c.texto} {s.texto}")), e.puntaje if e else 0.0) for c, s, e in llenas)
    return not all(dicho is not None and dicho[1] >= antes for dicho, antes in juntos)


def _fila(fila: FilaCruda, celdas: Sequence[Celda], primera: int, ultima: int) -> FilaCruda:
    """Those cells as a row of the lines ``primera``..``ultima`` of ``fila``."""
    desde = fila.origen.linea_inicio or primera
    texto = "\n".join(fila.origen.texto.split("\n")[primera - desde : ultima - desde + 1])
    origen = fila.origen.model_copy(update={"linea_inicio": primera, "linea_fin": ultima, "texto": texto})
    return replace(fila, celdas=tuple(celdas), origen=origen)
