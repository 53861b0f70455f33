"""Tables that their file holds in two parts: a paragraph, a page or nothing at all stands between them.

A person sees one table: the second part has the columns of the first, which did not close with its total, and no line says
that something else begins. What may be a second part and cannot be joined surely leaves both without sums.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.formatos.columnas.encabezados import Rotulos
from extractor.formatos.piezas import Titulos
from extractor.formatos.regiones.en_titulo import es_titulo_de_region
from extractor.formatos.tablas.cortadas_por_pagina import fondo_de, hasta_el_pie, solo_muebles
from extractor.formatos.tablas.encabezado_solo import filas_que_le_faltan
from extractor.formatos.tablas.lector_de_partes import SIN_UNIR, Entre, LectorDePartes
from extractor.modelo.base import Origen
from extractor.modelo.crudo import TablaCruda
from extractor.modelo.documento import Bloque, BloqueTabla, Documento, FilaCruda, Parrafo
from extractor.vocabularios.filas import dice_que_continua

Aviso = tuple[str, str, Origen | None]
_DE_HOJAS = ("xlsx", "xls")
_ROCE = 3.0
"""How far two rows one below the other may overlap (points)."""
_PARTES = 6
"""Parts of one table that are looked at for the total that closes them."""
_PARRAFOS_ENTRE = 3
"""Lines of text between two tables beyond which they are not taken for parts of one."""


@dataclass(frozen=True, slots=True)
class Unidas:
    """The document with such parts as one table; the notices; and the rows next to each break that was left open."""

    documento: Documento
    avisos: tuple[Aviso, ...] = ()
    abiertas: tuple[Origen, ...] = ()


def unir_partidas(documento: Documento, titulos: Titulos, rotulos: tuple[Rotulos, ...]) -> Unidas:
    """The parts of split tables put together, whatever reader gave them; the same document where there are none."""
    bloques = list(documento.bloques)
    if not any(_siguiente(bloques, i) for i in range(len(bloques))):
        return Unidas(documento)
    lector = LectorDePartes(titulos, rotulos)
    fondo = fondo_de(bloques)
    hechos: list[Bloque] = []
    avisos: list[Aviso] = []
    abiertas: list[Origen] = []
    indice = 0
    while indice < len(bloques):
        bloque = bloques[indice]
        indice += 1
        if not isinstance(bloque, BloqueTabla):
            hechos.append(bloque)
            continue
        sitio = _siguiente(bloques, indice - 1)
        if sitio is not None and isinstance(otra := bloques[sitio], BloqueTabla) and otra.filas and bloque.filas:
            aparte = _aparte(documento, bloque.filas[-1].origen, otra.filas[0].origen)
            suyas = None if aparte else filas_que_le_faltan(bloque, otra, bloques[indice:sitio], titulos, rotulos)
            if suyas is not None:
                # what stood between the header and its rows is of the page
                hechos += bloques[indice:sitio]
                bloque = bloques[sitio] = replace(bloque, filas=(*bloque.filas, *suyas))
                indice = sitio + 1
        filas = list(bloque.filas)
        abierta = lector.abierta(bloque) if _siguiente(bloques, indice - 1) is not None else None
        # the parts of a table follow one another: what was joined may go on in the next one
        while abierta is not None and (hallado := _siguiente(bloques, indice - 1)) is not None:
            otra = bloques[hallado]
            assert isinstance(otra, BloqueTabla)
            if _aparte(documento, filas[-1].origen, otra.filas[0].origen):
                break
            medio = bloques[indice:hallado]
            entre = _entre(medio, filas[-1].origen, otra.filas[0].origen)
            nuevas = lector.juntar(abierta, otra, entre) if bloque.cuadricula else lector.rota(abierta, otra, medio)
            if nuevas is None and hasta_el_pie(filas[-1].origen, otra, fondo) and solo_muebles(medio, titulos):
                nuevas = SIN_UNIR if lector.misma_cabeza(abierta, otra) else None
            if nuevas is None:
                break
            if isinstance(nuevas, str):
                avisos.append(("LECTURA_DUDOSA", nuevas, otra.filas[0].origen))
                abiertas += [*lector.ultimas(abierta), *lector.primeras(otra)]
                break
            duda = lector.duda(abierta, [otra, *_que_siguen(bloques, hallado)], entre) if bloque.cuadricula else None
            if duda is not None:
                avisos.append(("LECTURA_DUDOSA", duda, otra.filas[0].origen))
                abiertas += [*lector.ultimas(abierta), *lector.primeras(otra)]
            filas += nuevas
            abierta, indice = lector.tras(abierta, otra), hallado + 1
        hechos.append(replace(bloque, filas=tuple(filas)))
    return Unidas(replace(documento, bloques=tuple(hechos)), tuple(avisos), tuple(abiertas))


def con_abiertas(tablas: Sequence[TablaCruda], abiertas: Sequence[Origen]) -> list[TablaCruda]:
    """The raw tables with those marked that have rows next to a break left open, or whose own figures are not sure."""
    lugares = {(o.pagina, o.caja, o.linea_inicio, o.tabla, o.fila) for o in abiertas}

    def toca(fila: FilaCruda) -> bool:
        return any((o.pagina, o.caja, o.linea_inicio, o.tabla, o.fila) in lugares for o in fila.origen.lugares)

    return [replace(t, partida=True) if any(f.corrida or toca(f) for f in t.filas) else t for t in tablas]


def _aparte(documento: Documento, antes: Origen, despues: Origen) -> bool:
    """Whether two rows surely stand in tables apart: on sheets of their own, or side by side on a page."""
    if documento.formato in _DE_HOJAS:
        return antes.tabla != despues.tabla
    una, otra = antes.lugares[-1], despues.lugares[0]
    return una.pagina == otra.pagina and una.caja is not None and otra.caja is not None and otra.caja[1] < una.caja[3] - _ROCE


def _siguiente(bloques: Sequence[Bloque], indice: int) -> int | None:
    """The table that may go on with the one at ``indice``: the next block but for few lines, none of which names a region."""
    if not isinstance(bloques[indice], BloqueTabla):
        return None
    for sitio in range(indice + 1, min(len(bloques), indice + 2 + _PARRAFOS_ENTRE)):
        bloque = bloques[sitio]
        if isinstance(bloque, BloqueTabla):
            return sitio
        if not isinstance(bloque, Parrafo) or es_titulo_de_region(bloque.texto):
            return None
    return None


def _que_siguen(bloques: Sequence[Bloque], indice: int) -> list[BloqueTabla]:
    """The tables after the one at ``indice``, with nothing between them but what says that they go on."""
    hallados: list[BloqueTabla] = []
    while (sitio := _siguiente(bloques, indice)) is not None and len(hallados) < _PARTES:
        una, otra = bloques[indice], bloques[sitio]
        assert isinstance(una, BloqueTabla) and isinstance(otra, BloqueTabla)
        if _entre(bloques[indice + 1 : sitio], una.filas[-1].origen, otra.filas[0].origen) == "texto":
            break
        hallados.append(otra)
        indice = sitio
    return hallados


def _entre(bloques: Sequence[Bloque], antes: Origen, despues: Origen) -> Entre:
    textos = [b.texto for b in bloques if isinstance(b, Parrafo) and b.texto.strip()]
    if not all(map(dice_que_continua, textos)):
        return "texto"
    return "continua" if textos or antes.lugares[-1].pagina != despues.lugares[0].pagina else "nada"
