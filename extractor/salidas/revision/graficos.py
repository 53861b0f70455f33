"""Two small charts as inline SVG: earned as reported against recomputed, and findings by code and year.

Fixed coordinates, no style attributes, figures written beside each bar: a chart read in grey or by a screen reader says
the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from html import escape

from extractor.comun.texto import corto
from extractor.modelo.hallazgo import GRAVEDADES, Gravedad
from extractor.salidas.prosa import codigo_en_palabras
from extractor.salidas.revision.desempenos import Logro
from extractor.salidas.revision.formato import NIVELES, con_coma

ANCHO = 640
_ROTULO, _BARRAS = 224, 336
_FILA, _BARRA = 38, 11
_MAXIMO_FILAS = 40


def grafico_logros(logros: Sequence[Logro], titulo: str) -> str:
    """Two bars a row, as reported (outlined) and as recomputed (filled), over 0 to 100 %, with the line of the threshold."""
    filas = list(logros[:_MAXIMO_FILAS])
    if not filas:
        return ""
    tope = max([Decimal(100), *(v for f in filas for v in (f.informado, f.recalculado) if v is not None)])
    alto = 26 + _FILA * len(filas) + 22

    def largo(valor: Decimal) -> str:
        return str(max(Decimal(0), valor * _BARRAS / tope).quantize(Decimal("0.1")))

    trozos = [_abrir(alto, titulo, [_en_frase(f) for f in filas])]
    umbrales = sorted({f.umbral for f in filas if f.umbral is not None})
    for fila, logro in enumerate(filas):
        y = 24 + fila * _FILA
        signo = "▲ " if logro.cambia else ""
        rotulo = signo + _t(logro.rotulo, 30)
        dy = 11 if logro.documento else 17
        trozos.append(f'<text class="rotulo" x="{_ROTULO - 10}" y="{y + dy}" text-anchor="end">{rotulo}</text>')
        if logro.documento:
            documento = _t(logro.documento, 36)
            trozos.append(f'<text class="menor" x="{_ROTULO - 10}" y="{y + 24}" text-anchor="end">{documento}</text>')
        for clase, valor, dy in (("inf", logro.informado, 0), ("rec", logro.recalculado, _BARRA + 3)):
            if valor is None:
                trozos.append(f'<text class="falta" x="{_ROTULO + 4}" y="{y + dy + 10}">sin dato</text>')
                continue
            ancho = largo(valor)
            trozos.append(f'<rect class="{clase}" x="{_ROTULO}" y="{y + dy}" width="{ancho}" height="{_BARRA}"/>')
            x = Decimal(ancho) + _ROTULO + 5
            trozos.append(f'<text class="cifra" x="{x}" y="{y + dy + 10}">{con_coma(str(valor))} %</text>')
    fondo = 24 + _FILA * len(filas)
    for umbral in umbrales:
        x = Decimal(largo(umbral)) + _ROTULO
        trozos.append(f'<line class="umbral" x1="{x}" y1="14" x2="{x}" y2="{fondo}"/>')
        trozos.append(f'<text class="umbral" x="{x}" y="11" text-anchor="middle">{con_coma(str(umbral))} %</text>')
    trozos.append(f'<rect class="inf" x="{_ROTULO}" y="{fondo + 6}" width="12" height="9"/>')
    trozos.append(f'<text class="cifra" x="{_ROTULO + 17}" y="{fondo + 14}">informado</text>')
    trozos.append(f'<rect class="rec" x="{_ROTULO + 90}" y="{fondo + 6}" width="12" height="9"/>')
    trozos.append(f'<text class="cifra" x="{_ROTULO + 107}" y="{fondo + 14}">recalculado</text>')
    if len(logros) > len(filas):
        trozos.append(f'<text class="falta" x="0" y="{fondo + 14}">y {len(logros) - len(filas)} más en la tabla</text>')
    return "".join([*trozos, "</svg>"])


def grafico_codigos(cuentas: Mapping[tuple[str, Gravedad, int | None], int], titulo: str) -> str:
    """One row a finding code, one column a year, a bar for how many: by severity, then by count."""
    if not cuentas:
        return ""
    anios = sorted({anio for _, _, anio in cuentas}, key=lambda a: (a is None, a or 0))
    totales: dict[tuple[Gravedad, str], int] = {}
    for (codigo, gravedad, _), n in cuentas.items():
        totales[gravedad, codigo] = totales.get((gravedad, codigo), 0) + n
    orden = sorted(totales, key=lambda c: (GRAVEDADES.index(c[0]), -totales[c], c[1]))[:_MAXIMO_FILAS]
    ancho_col = (ANCHO - 280) // len(anios)
    mayor = max(cuentas.values())
    alto = 24 + 20 * len(orden) + 6
    frases = [
        f"{codigo_en_palabras(codigo)}: "
        + ", ".join(f"{anio or 'sin año'} {cuentas.get((codigo, gravedad, anio), 0)}" for anio in anios)
        for gravedad, codigo in orden
    ]
    trozos = [_abrir(alto, titulo, frases)]
    for columna, anio in enumerate(anios):
        trozos.append(f'<text class="umbral" x="{280 + columna * ancho_col}" y="12">{anio or "sin año"}</text>')
    for fila, (gravedad, codigo) in enumerate(orden):
        y = 22 + fila * 20
        rotulo = f"{NIVELES[gravedad].simbolo} {_t(codigo_en_palabras(codigo), 40)}"
        trozos.append(f'<text class="rotulo" x="270" y="{y + 11}" text-anchor="end">{rotulo}</text>')
        for columna, anio in enumerate(anios):
            cuantos = cuentas.get((codigo, gravedad, anio), 0)
            if cuantos:
                x, ancho = 280 + columna * ancho_col, max(3, (ancho_col - 44) * cuantos // mayor)
                trozos.append(f'<rect class="g-{gravedad}" x="{x}" y="{y}" width="{ancho}" height="13"/>')
                trozos.append(f'<text class="cifra" x="{x + ancho + 5}" y="{y + 11}">{cuantos}</text>')
    return "".join([*trozos, "</svg>"])


def _abrir(alto: int, titulo: str, frases: Sequence[str]) -> str:
    descripcion = escape("; ".join(frases))
    return (
        f'<svg class="grafico" viewBox="0 0 {ANCHO} {alto}" width="{ANCHO}" height="{alto}" role="img" '
        f'aria-label="{escape(titulo, quote=True)}"><desc>{descripcion}</desc>'
    )


def _en_frase(logro: Logro) -> str:
    informado = "sin dato" if logro.informado is None else f"{con_coma(str(logro.informado))} %"
    recalculado = "sin dato" if logro.recalculado is None else f"{con_coma(str(logro.recalculado))} %"
    return f"{logro.rotulo}: informado {informado}, recalculado {recalculado}"


def _t(texto: str, largo: int) -> str:
    return escape(corto(texto, largo))
