"""The sheet Gráficos: native charts over the figures written beside them, each also readable as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from extractor.comun.texto import corto
from extractor.salidas.planilla.celdas import Celdas
from extractor.salidas.planilla.hojas import preparar_impresion
from extractor.salidas.prosa import codigo_en_palabras
from extractor.salidas.revision.desempenos import Logro

NOMBRE = "Gráficos"
MAXIMO_LOGROS = 40
"""Programmes in the chart; those whose result changes go first."""
_INFORMADO, _RECALCULADO, _UMBRAL = "#9DB4CE", "#1F3A5F", "#B22222"
_REJILLA = {"visible": True, "line": {"color": "#DDDDDD"}}
_ROTULO = 34
_ANIOS = ("#1F3A5F", "#9DB4CE", "#D98E04", "#5B8C5A", "#8B5E83", "#7F7F7F")


def escribir_graficos(
    libro: Any, hoja: Any, celdas: Celdas, logros: Sequence[Logro], fuera: int, tipos: Counter[tuple[str, str]]
) -> None:
    """``logros``: those shown, of which ``fuera`` more were left out; ``tipos``: findings by (code, year)."""
    preparar_impresion(hoja, NOMBRE)
    f = celdas.formatos
    hoja.hide_gridlines(2)
    hoja.set_column(0, 1, 34)
    hoja.set_column(2, 12, 13)
    celdas.texto(hoja, 0, 0, "Lo ganado por región, informado y recalculado (% del programa)", f.titulo)
    fila = 1
    if fuera:
        dicho = f"Se muestran {len(logros)} programas con mínimo exigido; otros {fuera}, o partes de ellos, están en Resultados."
        celdas.texto(hoja, fila, 0, dicho)
        fila += 1
    fila = _logros(libro, hoja, celdas, logros, fila)
    celdas.texto(hoja, fila, 0, "Hallazgos por tipo y año", f.titulo)
    hoja.set_h_pagebreaks([fila, _tipos(libro, hoja, celdas, tipos, fila + 1)])


def _logros(libro: Any, hoja: Any, celdas: Celdas, logros: Sequence[Logro], fila: int) -> int:
    """The figures, and the chart below them; the row after it. A document is named once, at the first of its programmes."""
    f = celdas.formatos
    if not logros:
        celdas.texto(hoja, fila, 0, "Ningún programa leído informa lo que ganó y tiene un mínimo exigido.")
        return fila + 2
    for columna, titulo in enumerate(("Documento", "Programa", "Informado", "Recalculado", "Mínimo")):
        celdas.texto(hoja, fila, columna, titulo, f.encabezado)
    primera, anterior = fila + 1, ""
    for numero, logro in enumerate(logros, start=primera):
        celdas.texto(hoja, numero, 0, logro.documento if logro.documento != anterior else None)
        anterior = logro.documento
        celdas.texto(hoja, numero, 1, corto(logro.rotulo, _ROTULO))
        for columna, valor in enumerate((logro.informado, logro.recalculado, logro.umbral), start=2):
            celdas.cifra(hoja, numero, columna, valor)
    ultima = primera + len(logros) - 1
    # one document needs no second line of names under its regions
    rotulos = 0 if len({logro.documento for logro in logros}) > 1 else 1
    barras, linea = libro.add_chart({"type": "column"}), libro.add_chart({"type": "line"})
    for columna, color, nombre in ((2, _INFORMADO, "Informado"), (3, _RECALCULADO, "Recalculado")):
        barras.add_series(_serie(primera, ultima, columna, nombre, (rotulos, 1)) | {"fill": {"color": color}, "gap": 60})
    minimo = logros[0].umbral
    nombre = f"Mínimo ({minimo} %)" if all(x.umbral == minimo for x in logros) else "Mínimo"
    trazo: dict[str, Any] = {"line": {"color": _UMBRAL, "width": 2, "dash_type": "dash"}}
    if len(logros) == 1:
        trazo["marker"] = {"type": "long_dash", "size": 14, "border": {"color": _UMBRAL}, "fill": {"color": _UMBRAL}}
    linea.add_series(_serie(primera, ultima, 4, nombre, (rotulos, 1)) | trazo)
    barras.combine(linea)
    _vestir(barras, "Lo ganado por región, informado y recalculado", 480)
    maximo = max(v for x in logros for v in (x.informado, x.recalculado, Decimal(100)) if v is not None)
    barras.set_x_axis({"num_font": {"rotation": -90 if len(logros) > 8 else 0, "size": 8}})
    barras.set_y_axis({"name": "% del programa", "min": 0, "max": maximo, "major_gridlines": _REJILLA})
    descripcion = "Barras: lo ganado informado y recalculado de cada programa, con el mínimo como línea"
    hoja.insert_chart(ultima + 2, 0, barras, {"description": descripcion})
    return ultima + 27


def _tipos(libro: Any, hoja: Any, celdas: Celdas, tipos: Counter[tuple[str, str]], fila: int) -> int:
    """The figures, and the chart below them; the row where the chart begins."""
    if not tipos:
        celdas.texto(hoja, fila, 0, "No hay hallazgos.")
        return fila + 1
    anios = sorted({anio for _, anio in tipos})
    totales = Counter({codigo: 0 for codigo, _ in tipos})
    for (codigo, _), cuantos in tipos.items():
        totales[codigo] += cuantos
    codigos = sorted(totales, key=lambda codigo: (-totales[codigo], codigo))
    for columna, titulo in enumerate(("Tipo", *anios)):
        celdas.texto(hoja, fila, columna, titulo, celdas.formatos.encabezado)
    primera = fila + 1
    for numero, codigo in enumerate(codigos, start=primera):
        celdas.texto(hoja, numero, 0, codigo_en_palabras(codigo))
        for columna, anio in enumerate(anios, start=1):
            celdas.cifra(hoja, numero, columna, tipos[codigo, anio])
    ultima = primera + len(codigos) - 1
    barras = libro.add_chart({"type": "bar", "subtype": "stacked"})
    for columna, anio in enumerate(anios, start=1):
        color = _ANIOS[(columna - 1) % len(_ANIOS)]
        barras.add_series(_serie(primera, ultima, columna, anio) | {"fill": {"color": color}, "gap": 40})
    _vestir(barras, "Hallazgos por tipo y año", max(360, 60 + 22 * len(codigos)))
    barras.set_y_axis({"reverse": True, "num_font": {"size": 8}})
    barras.set_x_axis({"name": "Hallazgos", "num_format": "#,##0", "major_gridlines": _REJILLA})
    hoja.insert_chart(ultima + 2, 0, barras, {"description": "Barras: cuántos hallazgos hay de cada tipo, por año"})
    return ultima + 2


def _serie(primera: int, ultima: int, columna: int, nombre: str, rotulos: tuple[int, int] = (0, 0)) -> dict[str, Any]:
    return {
        "name": nombre,
        "categories": [NOMBRE, primera, rotulos[0], ultima, rotulos[1]],
        "values": [NOMBRE, primera, columna, ultima, columna],
    }


def _vestir(grafico: Any, titulo: str, alto: int) -> None:
    grafico.set_title({"name": titulo, "name_font": {"size": 12}})
    grafico.set_legend({"position": "bottom"})
    grafico.set_size({"width": 980, "height": alto})
