"""The whole document from its pages: tables joined over page ends, text in order, and every paragraph with its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractor.comun.texto import plegar
from extractor.lectores.arbol import Aviso
from extractor.lectores.pdf import flujo
from extractor.lectores.pdf.bordes import bordes_texto, extremos
from extractor.lectores.pdf.continuidad import continuar
from extractor.lectores.pdf.flujo import Texto
from extractor.lectores.pdf.lineas import Linea
from extractor.lectores.pdf.lugares import Lugares
from extractor.lectores.pdf.medidas import Medidas, medir
from extractor.lectores.pdf.muebles import quitar_muebles
from extractor.lectores.pdf.paginas import PaginaLeida
from extractor.lectores.pdf.palabras import Vocabulario, vocabulario_de
from extractor.lectores.pdf.parrafos import armar, cortes_seguros
from extractor.lectores.pdf.sin_rayas import TablaSinRayas
from extractor.lectores.pdf.sin_rayas_seguidas import primeras, pueden_seguir, seguir, ultima_pagina
from extractor.lectores.pdf.tablas import TablaPagina
from extractor.lectores.pdf.unidas import CeldaUnida, TablaUnida, abrir, misma_rejilla
from extractor.modelo.documento import Bloque, BloqueTabla, Celda, FilaCruda, NotaCruda

_INTERIOR = "hay una tabla dentro de una celda; se leyó como texto de esa celda"
_PEGADA = "hay una tabla sin líneas y no se distinguen todas sus columnas; sus celdas pueden estar juntas"
_JUNTAS = "la tabla no tiene líneas y esta fila puede ser varias, o seguir en otra página"
_CORTADA = "el salto de página puede haber cortado esta fila en dos, y no es seguro dónde acaba"
_SOBRE_TABLA = 60.0
"""How far above a table, beside another, a line may head it (points)."""
_CERCA_DEL_BORDE = 14.0
"""A table goes on from the page before only if it opens the page (points from where the body starts)."""


def armar_documento(paginas: Sequence[PaginaLeida]) -> tuple[tuple[Bloque, ...], tuple[NotaCruda, ...], int, tuple[Aviso, ...]]:
    """Blocks, footnotes, lines left out as page furniture, and what could not be read as it stands."""
    quitadas = quitar_muebles(paginas)
    celdas = [c.lineas for p in paginas for t in p.tablas for c in t.celdas if c.lineas]
    libres = [p.lineas for p in paginas]
    vocabulario = vocabulario_de([x.texto for x in grupo] for grupo in (*celdas, *libres))
    medidas = medir(celdas, vocabulario)
    partes = _en_orden(paginas, medidas)
    _aprender(partes, medidas, vocabulario)
    lugares = Lugares(paginas)
    bloques: list[Bloque] = []
    avisos: list[Aviso] = []
    medidas_texto = medir([p.lineas for p in partes if isinstance(p, Texto)], vocabulario)
    tablas = 0
    for parte in partes:
        if isinstance(parte, Texto):
            armados = armar(parte.lineas, parte.izquierda, parte.derecha, medidas_texto)
            bloques.extend(lugares.parrafo(a, None) for a in armados)
            continue
        if isinstance(parte, TablaUnida):
            bloque = _tabla(parte, tablas, medidas, lugares)
            if parte.con_interior:
                avisos.append(("LECTURA_DUDOSA", _INTERIOR, bloque.filas[0].origen))
        else:
            bloque = _sin_rayas(parte, tablas, medidas_texto, lugares)
            if parte.pegada:
                avisos.append(("LECTURA_DUDOSA", _PEGADA, bloque.filas[0].origen))
        bloques.append(bloque)
        tablas += 1
    repetidas = sum(p.repetidas for p in partes if isinstance(p, TablaUnida))
    notas = tuple(lugares.nota(n, medidas_texto) for p in paginas for n in p.notas)
    return tuple(bloques), notas, quitadas + repetidas, tuple(avisos)


Parte = Texto | TablaUnida | TablaSinRayas


def _en_orden(paginas: Sequence[PaginaLeida], medidas: Medidas) -> list[Parte]:
    """Text and tables of all pages in reading order, those that a page end parted put together."""
    cabezas = [y for p in paginas if (y := extremos(p)[0]) is not None]
    fondos = [y for p in paginas if (y := extremos(p)[1]) is not None]
    arriba, fondo = min(cabezas, default=0.0), max(fondos, default=0.0)
    bordes = bordes_texto(paginas)
    partes: list[Parte] = []
    for numero, pagina in enumerate(paginas):
        izquierda, derecha = bordes[round(pagina.ancho)]
        siguiente = flujo.letras_que_abren(paginas[numero + 1].lineas) if numero + 1 < len(paginas) else None
        primera = True
        pendientes = list(pagina.lineas)
        for sitio, tabla in enumerate(pagina.tablas):
            vecinas = [t for t in pagina.tablas[sitio + 1 :] if _al_lado(tabla, t)]
            antes = [x for x in pendientes if x.base <= tabla.ys[0] + 2 and not any(_encabeza(x, t, tabla) for t in vecinas)]
            tomadas = {id(x) for x in antes}
            pendientes = [x for x in pendientes if id(x) not in tomadas]
            abierta = _abierta(partes, pagina.numero) if primera else None
            for texto in flujo.ordenar(antes, pagina.reglas, pagina.ancho, izquierda, derecha, abierta):
                _sumar(partes, texto)
                primera = False
            previa = partes[-1] if partes else None
            dx = None
            if (
                primera
                and isinstance(previa, TablaUnida)
                and previa.ultima.pagina == pagina.numero - 1
                and tabla.ys[0] - arriba < _CERCA_DEL_BORDE
            ):
                dx = misma_rejilla(previa, tabla)
            if dx is not None and isinstance(previa, TablaUnida):
                continuar(previa, tabla, dx, fondo, medidas)
            else:
                partes.append(abrir(tabla))
            primera = False
        abierta = _abierta(partes, pagina.numero) if primera else None
        for texto in flujo.ordenar(pendientes, pagina.reglas, pagina.ancho, izquierda, derecha, abierta, siguiente):
            _sumar(partes, texto)
    return partes


def _abierta(partes: Sequence[Parte], pagina: int) -> TablaSinRayas | None:
    """The unruled table that ended the page before this one."""
    previa = partes[-1] if partes else None
    return previa if isinstance(previa, TablaSinRayas) and ultima_pagina(previa) == pagina - 1 else None


def _al_lado(una: TablaPagina, otra: TablaPagina) -> bool:
    """Whether two tables of a page stand side by side."""
    comun = min(una.ys[-1], otra.ys[-1]) - max(una.ys[0], otra.ys[0])
    return comun > 0 and (otra.xs[0] >= una.xs[-1] - 2 or otra.xs[-1] <= una.xs[0] + 2)


def _encabeza(linea: Linea, vecina: TablaPagina, propia: TablaPagina) -> bool:
    """Whether a line above two tables side by side is only over ``vecina``: it is read with it."""
    sobre = vecina.xs[0] - 5 <= linea.x0 and linea.x1 <= vecina.xs[-1] + 5
    return sobre and (linea.x0 >= propia.xs[-1] - 2 or linea.x1 <= propia.xs[0] + 2) and linea.base > vecina.ys[0] - _SOBRE_TABLA


def _sumar(partes: list[Parte], nueva: Texto | TablaSinRayas) -> None:
    """Text that goes on from the page before is one run with it when it runs between the same edges."""
    previa = partes[-1] if partes else None
    if isinstance(nueva, TablaSinRayas) and _seguir(partes, nueva):
        return
    if isinstance(nueva, Texto) and nueva.fila_suelta and isinstance(previa, TablaSinRayas):
        # a row that was placed in no table: the one before may not be whole
        partes[-1] = replace(previa, dudosas=previa.dudosas | {len(previa.filas) - 1})
    if (
        isinstance(previa, Texto)
        and isinstance(nueva, Texto)
        and (previa.izquierda, previa.derecha) == (nueva.izquierda, nueva.derecha)
    ):
        partes[-1] = Texto((*previa.lineas, *nueva.lineas), previa.izquierda, previa.derecha)
    else:
        partes.append(nueva)


def _seguir(partes: list[Parte], nueva: TablaSinRayas) -> bool:
    """Joins an unruled table to the one that the page before ends with; the lines over its header that are printed again with
    it go with them. Two that may be one and nothing tells so are doubtful where they part."""
    repetidas = 0
    if len(partes) > 2 and isinstance(partes[-1], Texto) and isinstance(partes[-3], Texto):
        de_antes = [x.texto for x in partes[-3].lineas[-len(partes[-1].lineas) :]]
        repetidas = int([x.texto for x in partes[-1].lineas] == de_antes)
    previa = partes[-1 - repetidas] if partes else None
    if not isinstance(previa, TablaSinRayas):
        return False
    unida = seguir(previa, nueva)
    if unida is not None:
        del partes[len(partes) - 1 - repetidas :]
        partes.append(unida)
    elif pueden_seguir(previa, nueva):
        partes[-1 - repetidas] = replace(previa, dudosas=previa.dudosas | {len(previa.filas) - 1})
        partes.append(replace(nueva, dudosas=nueva.dudosas | primeras(previa, nueva)))
    else:
        return False
    return True


def _aprender(partes: Iterable[Parte], medidas: Medidas, vocabulario: Vocabulario) -> None:
    """Learns how the document's paragraphs open, from those that surely do."""
    for parte in partes:
        if not isinstance(parte, TablaUnida):
            continue
        margenes = _margenes(parte)
        for fila in parte.filas:
            for celda in fila.celdas:
                izquierda, derecha = margenes[celda.columna, celda.ancho]
                inicios = cortes_seguros(celda.lineas, izquierda, derecha, medidas)
                vocabulario.aprender_inicios(celda.lineas[i].texto for i in inicios if celda.lineas[i].texto[:1].isupper())
                fines = {*inicios, len(celda.lineas)}
                vocabulario.cerrados.update(plegar(celda.lineas[i].texto) for i in inicios if i + 1 in fines)


def _margenes(tabla: TablaUnida) -> dict[tuple[int, int], tuple[float, float]]:
    """Between which edges the text of each kind of cell (first column, columns) runs: its padding is what its lines
    leave at the left, the same at the right unless a line goes further."""
    margenes: dict[tuple[int, int], tuple[float, float]] = {}
    celdas = [c for f in tabla.filas for c in f.celdas]
    sangrias = [x.x0 - tabla.xs[c.columna] for c in celdas for x in c.lineas]
    comun = max(0.0, sorted(sangrias)[len(sangrias) // 10]) if sangrias else 0.0
    for clave in {(c.columna, c.ancho) for c in celdas}:
        lineas = [x for c in celdas if (c.columna, c.ancho) == clave for x in c.lineas]
        x0, x1 = tabla.xs[clave[0]], tabla.xs[min(clave[0] + clave[1], len(tabla.xs) - 1)]
        sangria = min([comun, *(max(0.0, x.x0 - x0) for x in lineas)])
        margenes[clave] = (x0 + sangria, max([x1 - sangria, *(min(x.x1, x1) for x in lineas)]))
    return margenes


def _tabla(tabla: TablaUnida, indice: int, medidas: Medidas, lugares: Lugares) -> BloqueTabla:
    margenes = _margenes(tabla)
    propias = medir([c.lineas for f in tabla.filas for c in f.celdas], medidas.vocabulario, medidas)
    filas = []
    for numero, fila in enumerate(tabla.filas):
        celdas = [_celda(c, indice, numero, margenes[c.columna, c.ancho], propias, lugares) for c in fila.celdas]
        origen = lugares.de_fila(fila, tabla=indice, fila=numero)
        filas.append(FilaCruda(tuple(celdas), origen, fila.tras_corte, _CORTADA if fila.dudosa else None, fila.dudosa))
    return BloqueTabla(indice, tuple(filas), cuadricula=True)


def _celda(celda: CeldaUnida, tabla: int, fila: int, margen: tuple[float, float], medidas: Medidas, lugares: Lugares) -> Celda:
    lugar = {"tabla": tabla, "fila": fila, "columna": celda.columna}
    armados = armar(celda.lineas, *margen, medidas)
    parrafos = tuple(lugares.parrafo(a, n, **lugar) for n, a in enumerate(armados))
    origen = lugares.de_celda(celda, **lugar)
    return Celda(parrafos, origen, celda.columna, celda.ancho, celda.alto)


def _sin_rayas(tabla: TablaSinRayas, indice: int, medidas: Medidas, lugares: Lugares) -> BloqueTabla:
    filas = []
    for numero, fila in enumerate(tabla.filas):
        celdas = []
        cajas = [
            (
                p,
                min(x.caja[1] for c in fila for x in c if x.pagina == p),
                max(x.caja[3] for c in fila for x in c if x.pagina == p),
            )
            for p in sorted({x.pagina for c in fila for x in c})
        ]
        for columna, (lineas, (x0, x1)) in enumerate(zip(fila, tabla.bordes, strict=True)):
            partes = [(p, (x0, arriba, x1, abajo)) for p, arriba, abajo in cajas]
            celdas.append(_celda(CeldaUnida(columna, 1, 1, partes, list(lineas)), indice, numero, (x0, x1), medidas, lugares))
        texto = "\n".join(c.origen.texto for c in celdas)
        todas = [x for c in fila for x in c]
        origen = lugares.de_lineas(todas, texto, tabla=indice, fila=numero)
        dudosa = numero in tabla.dudosas
        filas.append(FilaCruda(tuple(celdas), origen, numero in tabla.cortes, _JUNTAS if dudosa else None, dudosa))
    return BloqueTabla(indice, tuple(filas), cuadricula=False)
