"""What of a document was not read surely: absences and oddities there are the reading's, never the report's.

A row that is missing may stand on a page that nobody could read, or in the part of a table that was lost at a break; a word that
no vocabulary knows may be what a scan made of a known one. The rules ask here before they say that something is not there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from extractor.comun.numeros import leer_numero
from extractor.modelo.base import Origen
from extractor.modelo.hallazgo import Motivo
from extractor.modelo.informe import Informe, Seccion
from extractor.modelo.tabla import Fila, Tabla
from extractor.reconciliador.escaneo import de_escaneo, estado_incierto
from extractor.reconciliador.expectativas import Expectativas
from extractor.vocabularios.estados import veredicto_inicial

Celda = tuple[str, int | None, str]
"""A table or section, a row of it (None: of the whole), a column role or field."""
TODA_LA_FILA = "*"
"""Instead of a role: the columns of the row may be shifted, so that what any of its cells says may be of another."""


@dataclass(frozen=True)
class Dudas:
    """``incompletas``: tables cut short or split, whose rows are not all; ``partidas``: the split ones, and sections whose form
    is cut. ``filas``: rows whose columns are not sure; ``tocadas``: tables some row of which was left out or is not sure.
    ``celdas``: what a scan read with doubt. ``paginas``: pages of which something, or all, was not read; ``escaneadas``: those
    read from images. ``sueltas``: something that stands in no table of the report was not read. ``parcial``: the document was
    not read whole."""

    partidas: frozenset[str] = frozenset()
    incompletas: frozenset[str] = frozenset()
    filas: frozenset[tuple[str | None, int | None]] = frozenset()
    tocadas: frozenset[str | None] = frozenset()
    celdas: frozenset[Celda] = frozenset()
    paginas: frozenset[int] = frozenset()
    escaneadas: frozenset[int] = frozenset()
    sueltas: bool = False
    parcial: bool = False
    _extremas: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def de_celda(self, donde: str, fila: int | None, *campos: str) -> Motivo | None:
        """Why nothing can be said of these cells: one of them was read with doubt, or all of its row."""
        return "lectura_dudosa" if any((donde, fila, campo) in self.celdas for campo in (*campos, TODA_LA_FILA)) else None

    def de_estado(self, fila: Fila) -> Motivo | None:
        """Why nothing can be said because of the state of a row: a scan's reading of it is not sure."""
        estados = (fila.estado, *(a.estado for a in fila.actividades))
        return "lectura_dudosa" if de_escaneo(fila.origen, self.escaneadas) and any(map(estado_incierto, estados)) else None

    def de_ausencia(self, tabla: Tabla) -> Motivo | None:
        """Why a row, or a column, that is not in a table may still be in the report."""
        if tabla.id in self.incompletas:
            return "tabla_partida"
        return self._de_sus_filas(tabla)

    def de_total(self, tabla: Tabla) -> Motivo | None:
        """Why a total that a table does not print may have been lost: with other rows, or in one that was left out."""
        return self.de_ausencia(tabla) or ("lectura_dudosa" if tabla.id in self.tocadas else None)

    def de_columna(self, tabla: Tabla) -> Motivo | None:
        """Why a column that is blank in all the rows read may not be in the report: the other rows were not."""
        if tabla.id in self.partidas:
            return "tabla_partida"
        return self._de_sus_filas(tabla)

    def _de_sus_filas(self, tabla: Tabla) -> Motivo | None:
        """Why more may stand in a table than its rows say: a page of it was not all read, or some figure or verdict of a row may
        be of a column that it leaves blank."""
        corrida = any(_con_resultados(f) for f in tabla.filas if (tabla.id, f.indice, TODA_LA_FILA) in self.celdas)
        return "lectura_dudosa" if corrida or self._sin_leer(tabla.origen, *(f.origen for f in tabla.filas)) else None

    def de_blanco(self, tabla: Tabla, fila: Fila) -> Motivo | None:
        """Why a blank cell of a row may be none: the row stands next to a break, or its page was not all read."""
        if tabla.id in self.incompletas and fila.indice in self._extremas.get(tabla.id, ()):
            return "tabla_partida"
        return "lectura_dudosa" if self._sin_leer(fila.origen) else None

    def de_seccion(self, seccion: Seccion) -> Motivo | None:
        """Why what a section does not say may have been lost: a line cut its form in two, or its page was not all read."""
        if seccion.id in self.partidas:
            return "tabla_partida"
        return "lectura_dudosa" if self._sin_leer(seccion.origen) else None

    def _sin_leer(self, *lugares: Origen) -> bool:
        return any(parte.pagina in self.paginas for lugar in lugares for parte in lugar.lugares)


def con_perdidas(informe: Informe, expectativas: Expectativas) -> Expectativas:
    """The same, with the tables that lost rows among the split ones: those cut short; those next to a page that nobody read,
    unless their own total closed them before it, or their own region line opened them after it; and those with a blank beside a
    figure on a page with ink that could not be read."""
    cortadas = set(_truncadas(expectativas))
    extremos = [(_sitios(*(f.origen for f in t.filas)), t) for t in informe.tablas if t.filas]
    lugares = [lugar for codigo, _, lugar in expectativas.avisos_lectura if codigo in DE_PAGINA and lugar is not None]
    for pagina in sorted({o.pagina for o in lugares if o.pagina is not None and _es_pagina(o)}):
        antes = max(((max(s), n) for n, (s, _) in enumerate(extremos) if max(s)[0] == pagina - 1), default=None)
        despues = min(((min(s), n) for n, (s, _) in enumerate(extremos) if min(s)[0] == pagina + 1), default=None)
        if antes is not None and not _cerrada(extremos[antes[1]][1]):
            cortadas.add(extremos[antes[1]][1].id)
        if despues is not None and extremos[despues[1]][1].region.heredada:
            cortadas.add(extremos[despues[1]][1].id)
    tinta = {o.pagina for codigo, _, o in expectativas.avisos_lectura if codigo == "LECTURA_DUDOSA" and o and _es_pagina(o)}
    huecos = ((t.id, parte) for t in informe.tablas for f in t.filas if _con_hueco(f) for parte in f.origen.lugares)
    cortadas |= {donde for donde, parte in huecos if parte.pagina in tinta}
    return replace(expectativas, partidas=expectativas.partidas | cortadas) if cortadas else expectativas


def _con_hueco(fila: Fila) -> bool:
    """Whether a weight stands without its earned value, or the other way round."""
    pares = [(fila.ponderacion, fila.ponderacion_ganada), *((a.ponderacion, a.ponderacion_ganada) for a in fila.actividades)]
    return any((peso is None) != (ganada is None) for peso, ganada in pares)


def _con_resultados(fila: Fila) -> bool:
    """Whether a figure or a verdict stands in some cell of a row, under whatever label."""
    pares = [(fila.ponderacion, fila.ponderacion_ganada), *((a.ponderacion, a.ponderacion_ganada) for a in fila.actividades)]
    return any(map(any, pares)) or any(leer_numero(c) is not None or veredicto_inicial(c) is not None for c in fila.celdas)


def _truncadas(expectativas: Expectativas) -> frozenset[str]:
    return frozenset(a.tabla for a in expectativas.avisos if a.codigo == "TABLA_TRUNCADA" and a.tabla is not None)


DE_PAGINA = ("PAGINA_SIN_TEXTO", "LIMITE_EXCEDIDO", "DOCUMENTO_ILEGIBLE")


def _es_pagina(lugar: Origen) -> bool:
    return lugar.pagina is not None and lugar.caja is None and lugar.partes is None


def _cerrada(tabla: Tabla) -> bool:
    """Whether a printed total closes the last row."""
    ultima = tabla.filas[-1]
    return ultima.total_ponderacion is not None or ultima.total_ganada is not None


def dudas_de(informe: Informe, expectativas: Expectativas) -> Dudas:
    """What the earlier stages told, ordered by what it keeps the rules from saying."""
    filas: dict[tuple[str | None, int | None], Origen] = {(t.id, f.indice): f.origen for t in informe.tablas for f in t.filas}
    dudosos = [a for a in expectativas.avisos if a.codigo == "LECTURA_DUDOSA" and a.campo is None and a.actividad is None]
    cortadas = _truncadas(expectativas)
    lecturas = [lugar for _, _, lugar in expectativas.avisos_lectura]
    tramos = [(min(s), max(s), t.id) for t in informe.tablas for s in [_sitios(t.origen, *(f.origen for f in t.filas))]]
    return Dudas(
        partidas=expectativas.partidas - cortadas,
        incompletas=expectativas.partidas | cortadas,
        filas=frozenset((a.tabla, a.fila) for a in dudosos if (a.tabla, a.fila) in filas and filas[a.tabla, a.fila] == a.origen),
        tocadas=frozenset(a.tabla for a in dudosos),
        celdas=expectativas.celdas_dudosas,
        escaneadas=frozenset(informe.documento.paginas_ocr),
        paginas=frozenset(o.pagina for o in lecturas if o is not None and o.pagina is not None and o.caja is None),
        sueltas=any(o is None or not _de_alguna(o, tramos, expectativas.partidas) for o in lecturas),
        parcial=informe.documento.estado != "ok",
        _extremas={t.id: _extremas(t.filas) for t in informe.tablas},
    )


def _extremas(filas: Iterable[Fila]) -> tuple[int, ...]:
    indices = [f.indice for f in filas]
    return (indices[0], indices[-1]) if indices else ()


Sitio = tuple[float, ...]


def _de_alguna(lugar: Origen, tramos: Sequence[tuple[Sitio, Sitio, str]], partidas: frozenset[str]) -> bool:
    """Whether a place stands in a table of the report, or next to a split one, whose rest it then is. ``tramos``: where each
    table begins and ends."""
    if _es_pagina(lugar):
        return False
    aqui = _sitio(lugar.lugares[0])
    antes = [(fin, donde) for inicio, fin, donde in tramos if inicio <= aqui]
    despues = [(inicio, donde) for inicio, _, donde in tramos if inicio > aqui]
    vecinas = {max(antes)[1]} if antes else set()
    if antes and max(antes)[0] >= aqui:
        return True
    return bool((vecinas | ({min(despues)[1]} if despues else set())) & partidas)


def _sitios(*lugares: Origen) -> list[Sitio]:
    return [_sitio(parte) for lugar in lugares for parte in lugar.lugares]


def _sitio(lugar: Origen) -> Sitio:
    """Where a place stands in the order of reading: its page and height, its table and row, or its last line."""
    alto = lugar.caja[1] if lugar.caja is not None else 0.0
    return (lugar.pagina or 0, alto, lugar.tabla or 0, lugar.fila or 0, lugar.linea_fin or lugar.linea_inicio or 0)
