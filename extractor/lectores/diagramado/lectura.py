"""A text that keeps its columns by blanks, read: its tables joined over page ends, its free text in paragraphs.

Told by evidence: no tab nor drawn bar, and several lines whose blanks fall under each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.lectores import barras
from extractor.lectores.arbol import Aviso
from extractor.lectores.diagramado.armado import Tabla, bloque, vocabulario
from extractor.lectores.diagramado.continuacion import bajo_su_cabeza, cabeza_repetida, continuar, de_una_columna, parece_seguir
from extractor.lectores.diagramado.cortes import Franja, huecos
from extractor.lectores.diagramado.franjas import hallar
from extractor.lectores.diagramado.hoja import Hoja, Renglon, hojas
from extractor.lectores.diagramado.libres import parrafos_libres
from extractor.lectores.leido import Leido
from extractor.modelo.base import Origen, unir_origenes
from extractor.modelo.documento import Bloque, NotaCruda, Parrafo

_SENAS_MINIMO = 3
"""Lines of one table that must show the same columns for a text to be of this kind."""
_HUECO_CLARO = 4
"""Blanks that no sentence and no list leaves between two words."""
_MARCA = re.compile(r"^(\d{1,2}|\*{1,3})\s+(?=\S)")


Parte = Renglon | Tabla
_OTRAS_COLUMNAS = (
    "la tabla sigue en otra página con columnas que no se pueden reconocer; esa parte no se leyó; use el archivo original"
)


def esta_diagramado(lineas: Sequence[str]) -> bool:
    """Whether a text keeps its columns by blanks."""
    if any("\t" in x for x in lineas) or barras.tramos(list(lineas)):
        return False
    return any(_es_sena(p) for hoja in hojas(lineas) for p in _partes(hoja.renglones))


def _es_sena(parte: Renglon | Franja) -> bool:
    if isinstance(parte, Renglon):
        return False
    return sum(any(b - a >= _HUECO_CLARO for a, b in huecos(r)) for r in parte.renglones) >= _SENAS_MINIMO


def leer_diagramado(lineas: Sequence[str]) -> Leido:
    """What such a text holds; ``descartadas``: lines of its pages' furniture, which ``membretes`` are the texts of."""
    paginas = hojas(lineas)
    partes: list[Parte] = []
    notas: list[list[Renglon]] = []
    avisos: list[Aviso] = []
    for hoja in paginas:
        notas.extend(_sin_notas(hoja))
        avisos.extend(_sumar(partes, hoja))
    palabras = vocabulario([x for x in partes if isinstance(x, Renglon)], [x for x in partes if isinstance(x, Tabla)])
    bloques: list[Bloque] = []
    sueltas: list[Renglon] = []
    tablas = 0

    def cerrar() -> None:
        bloques.extend(parrafos_libres(sueltas))
        sueltas.clear()

    for parte in partes:
        if isinstance(parte, Renglon):
            sueltas.append(parte)
            continue
        cerrar()
        bloques.append(bloque(parte, tablas, palabras))
        tablas += 1
    cerrar()
    muebles = [r.texto for p in paginas for r in p.muebles]
    repetidas = sum(p.repetidas for p in partes if isinstance(p, Tabla))
    return Leido(tuple(bloques), tuple(avisos), tuple(map(_nota, notas)), len(muebles) + repetidas, tuple(muebles))


def _partes(renglones: Sequence[Renglon]) -> list[Renglon | Franja]:
    """The lines of a page, those of each table together."""
    partes: list[Renglon | Franja] = []
    sitio = 0
    while sitio < len(renglones):
        franja, fin = hallar(renglones, sitio)
        partes.extend([franja] if franja is not None else renglones[sitio:fin])
        sitio = fin
    return partes


def _sumar(partes: list[Parte], hoja: Hoja) -> list[Aviso]:
    """Adds a page; the table that ended the page before goes on when this one opens with its columns. A notice where it seems to
    go on and its columns are not the same."""
    avisos: list[Aviso] = []
    renglones = hoja.renglones
    previa = partes[-1] if partes and isinstance(partes[-1], Tabla) else None
    if previa is not None and renglones and previa.franjas[-1].renglones[0].pagina == hoja.numero - 1:
        saltados = cabeza_repetida(partes, previa, renglones)
        previa.repetidas += saltados
        renglones = renglones[saltados:]
        tomados = continuar(previa, renglones) or de_una_columna(previa, renglones) if renglones else 0
        if not tomados and renglones and saltados:
            tomados = bajo_su_cabeza(previa, hoja.renglones, saltados)
        if not tomados and renglones and (saltados or parece_seguir(renglones)):
            previa.sigue = True
            avisos.append(("LECTURA_DUDOSA", _OTRAS_COLUMNAS, renglones[0].trozos[0].origen))
        renglones = renglones[tomados:]
    partes.extend(x if isinstance(x, Renglon) else Tabla([x]) for x in _partes(renglones))
    return avisos


def _sin_notas(hoja: Hoja) -> list[list[Renglon]]:
    """Takes the footnotes out of a page and gives them: what stands at its foot after a blank line, opening with a mark."""
    renglones = hoja.renglones
    inicio = len(renglones)
    while inicio > 1 and renglones[inicio - 1].y - renglones[inicio - 2].y == 1:
        inicio -= 1
    pie = renglones[inicio - 1 :] if inicio else []
    marca = _MARCA.match(pie[0].texto) if inicio > 1 and pie else None
    if marca is None or any(len(r.trozos) > 1 for r in pie) or pie[-1].texto[-1] not in ".)":
        return []
    if not any(_llama(t.texto, marca.group(1)) for r in renglones[: inicio - 1] for t in r.trozos):
        # "8 Resultados" heads a section
        return []
    hoja.renglones = renglones[: inicio - 1]
    notas: list[list[Renglon]] = []
    for renglon in pie:
        if not notas or _MARCA.match(renglon.texto):
            notas.append([])
        notas[-1].append(renglon)
    return notas


def _llama(texto: str, marca: str) -> bool:
    """Whether a stretch ends calling a footnote: by its mark after a word."""
    antes = texto.removesuffix(marca)
    return antes != texto and bool(antes.strip()) and not antes[-1].isdigit()


def _nota(renglones: Sequence[Renglon]) -> NotaCruda:
    lugares: list[Origen] = []
    marca = _MARCA.match(renglones[0].texto)
    for renglon in renglones:
        trozo = renglon.cortado(0, len(renglon.crudo))
        if trozo is not None:
            lugares.append(trozo.origen)
    texto = " ".join(o.texto for o in lugares)
    return NotaCruda(marca.group(1) if marca else "", Parrafo(texto[marca.end() if marca else 0 :], unir_origenes(lugares)))
