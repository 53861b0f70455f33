"""Tables of sentences after a programme under labels that nobody knows: one of them may be the analysis of its progress.

They are kept as printed, and that must be told: nothing of the analysis was compared with the programme.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import corto, palabras
from extractor.formatos.columnas.rotulos import Rotulos, rotulo
from extractor.formatos.flujo.celdas import sin_cola
from extractor.formatos.flujo.celdas_sueltas import Suelta, es_titulo_suelto
from extractor.modelo.base import Origen, unir_origenes
from extractor.modelo.documento import Celda, FilaCruda, Parrafo
from extractor.vocabularios.textos import palabras_de

_ANCHOS = (3, 4, 5, 6)
_PALABRAS_DE_ROTULO, _PALABRAS_DE_FRASE = 10, 4
_COLUMNAS_DE_FRASES = 2
_HUECO = 2
_FINALES = 4
"""Cells with text after them where such a table may end, at most."""
_DEL_ANALISIS = frozenset(("objetivo", "avance", "medidas", "recomendaciones", "compromisos", "modificacion"))
_LARGO = 50


def tabla_de_textos(celdas: Sequence[Celda], rotulos: Sequence[Rotulos]) -> Suelta | None:
    """The table of sentences that cells of a stream are, up to free text after one of them or to the last one, titled or not.
    Of several widths, the one under which most labels speak of progress."""
    finales = itertools.islice((n for n, c in enumerate(celdas, start=1) if sin_cola(c, _HUECO)[1]), _FINALES)
    for fin in dict.fromkeys((*finales, len(celdas))):
        posibles = [_filas(celdas[:fin], rotulos), _filas(celdas[1:fin], rotulos) if es_titulo_suelto(celdas[0]) else None]
        senas = [_senas(p[0][0].celdas, rotulos) if p is not None else 0 for p in posibles]
        titulada = senas[1] > senas[0]
        hechas = posibles[titulada]
        if hechas is not None:
            return Suelta(tuple(hechas[0]), celdas[0].parrafos[0] if titulada else None, hechas[1], fin)
    return None


def _filas(celdas: Sequence[Celda], rotulos: Sequence[Rotulos]) -> tuple[list[FilaCruda], tuple[Parrafo, ...]] | None:
    if len(celdas) < 2 * _ANCHOS[0]:
        return None
    ultima, libres = sin_cola(celdas[-1], _HUECO)
    propias = [*celdas[:-1], ultima]
    posibles: list[tuple[int, int]] = []
    for ancho in _ANCHOS:
        if len(propias) % ancho == 0 and len(propias) > ancho:
            grupos = [propias[i : i + ancho] for i in range(0, len(propias), ancho)]
            if _son_de_textos(grupos, rotulos):
                posibles.append((_senas(grupos[0], rotulos), -ancho))
    if not posibles:
        return None
    ancho = -max(posibles)[1]
    filas = [propias[i : i + ancho] for i in range(0, len(propias), ancho)]
    return [FilaCruda(tuple(f), unir_origenes([c.origen for c in f])) for f in filas], libres


def aviso_de_textos(filas: Sequence[FilaCruda], rotulos: Sequence[Rotulos]) -> tuple[str, str, Origen] | None:
    """The notice of a table kept as printed that is such a table; None for any other."""
    # a row of one cell over the header only titles it
    propias = list(itertools.dropwhile(lambda f: len([c for c in f.celdas if c.parrafos]) < 2, filas))
    if not _son_de_textos([f.celdas for f in propias], rotulos):
        return None
    cabeza = "», «".join(corto(c.texto, _LARGO) for c in propias[0].celdas if c.parrafos)
    frase = (
        f"una tabla de textos que sigue a un programa tiene un encabezado que no se reconoce («{cabeza}»); si es el análisis del "
        "avance, no se comparó con el programa"
    )
    return "LECTURA_DUDOSA", frase, filas[0].origen


def _son_de_textos(filas: Sequence[Sequence[Celda]], rotulos: Sequence[Rotulos]) -> bool:
    """Whether short labels, some of which speak of progress, head columns that hold sentences and no figures."""
    if len(filas) < 2 or len([c for c in filas[0] if c.parrafos]) < _ANCHOS[0] or not all(map(_rotula, filas[0])):
        return False
    senas = _senas(filas[0], rotulos)
    if not senas:
        return False
    frases = 0
    for columna in range(len(filas[0])):
        llenas = [f[columna] for f in filas[1:] if columna < len(f) and f[columna].parrafos]
        if any(leer_numero(p.texto) is not None for c in llenas for p in c.parrafos):
            return False
        frases += bool(llenas) and sum(len(c.texto.split()) >= _PALABRAS_DE_FRASE for c in llenas) * 2 > len(llenas)
    return frases >= _COLUMNAS_DE_FRASES or (frases > 0 and senas > 1)


def _rotula(celda: Celda) -> bool:
    texto = celda.texto
    if not texto:
        return True
    breve = len(texto.split()) <= _PALABRAS_DE_ROTULO and texto[-1] not in ".;," and ": " not in texto
    return breve and leer_numero(texto) is None


def _senas(cabeza: Sequence[Celda], rotulos: Sequence[Rotulos]) -> int:
    """How many labels of a header speak of progress, by a word of theirs or as a column that is known."""
    return sum(_es_sena(c.texto, rotulos) for c in cabeza if c.parrafos)


def _es_sena(texto: str, rotulos: Sequence[Rotulos]) -> bool:
    if any(p.startswith(palabras_de("de_avance")) for p in palabras(texto).split()):
        return True
    dichos = (juego.rol(rotulo(texto)) for juego in rotulos)
    return any(d is not None and d[0] in _DEL_ANALISIS for d in dichos)
