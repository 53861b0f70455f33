"""The sheet of one programme table: the figures as printed and, beside them, formulas that anyone can follow and change."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from extractor.salidas.planilla.celdas import CIFRA, MAXIMO_FILAS, Celdas
from extractor.salidas.planilla.formulas import CREDITOS, ENTERO, EscritorFilas, Valor, conclusion, por_ciento, redondo
from extractor.salidas.planilla.hojas import alto_de, preparar_impresion, renglones_de
from extractor.salidas.planilla.recalculo import PRIMERA, HojaRecalculo
from extractor.salidas.planilla.renglones import Partida, alto
from extractor.salidas.revision.formato import RESULTADOS, con_coma

COLUMNAS = (
    ("numero", "Nº", 6), ("texto", "Actividad o meta", 40), ("peso_impreso", "Ponderación (impresa)", 11),
    ("peso", "Ponderación", 12), ("estado", "Estado (impreso)", 20), ("cumplimiento", "Cumplimiento aplicado (%)", 12),
    ("ganada_impresa", "Ganada (impresa)", 12), ("informada", "Ganada informada", 11), ("propia", "Ganada recalculada", 11),
    ("acumulada", "Acumulado recalculado", 12), ("debida", "Anterior impreso + lo ganado", 13),
    ("diferencia", "Diferencia", 11), ("del_total", "Diferencia con el acumulado recalculado", 14),
    ("tolerancia", "Redondeo admitido", 10), ("signo", "Signo", 7), ("programa", "Lo que concluyó el programa", 22),
    ("hallazgo", "Hallazgo", 30),
)  # fmt: skip
_SOLO_ACUMULADA = ("acumulada", "debida", "del_total")
LEYENDA = "✓ cuadra   ≈ cuadra por redondeo   ≠ no cuadra   ↓ solo arrastra una diferencia anterior   ? falta un dato"
_EDITABLE = {"bg_color": "#FFF8DC", "border": 1, "border_color": "#B8A76A"}
_PINTURA = (
    ("≠", {"bg_color": "#F8D7DA", "font_color": "#8B1A1A", "bold": True}),
    ("↓", {"bg_color": "#FCE8CF", "font_color": "#8A4B00"}),
    ("≈", {"bg_color": "#EAF3FB", "font_color": "#0B4F8A"}),
    ("?", {"font_color": "#666666", "italic": True}),
    ("✓", {"font_color": "#1B6B3A"}),
)
_PINTADAS = ("informada", "propia", "acumulada", "debida", "diferencia", "del_total", "signo")


def escribir_recalculo(libro: Any, celdas: Celdas, nombre: str, datos: HojaRecalculo, primer_hallazgo: int) -> None:
    """``primer_hallazgo``: row of the sheet Hallazgos (from 0) where the document's findings begin."""
    hoja = libro.add_worksheet(nombre)
    columnas = [c for c in COLUMNAS if datos.acumulada or c[0] not in _SOLO_ACUMULADA]
    titulo = f"Recálculo · {datos.region}"
    preparar_impresion(hoja, f"{titulo} · {datos.documento}"[:200])
    hoja.hide_gridlines(2)
    hoja.repeat_rows(PRIMERA - 1)
    hoja.freeze_panes(PRIMERA, 2)
    for lugar, (_, _, ancho) in enumerate(columnas):
        hoja.set_column(lugar, lugar, ancho)
    _cabecera(hoja, celdas, datos, titulo)
    hoja.set_row(PRIMERA - 1, 46)
    for lugar, (_, rotulo, _) in enumerate(columnas):
        celdas.texto(hoja, PRIMERA - 1, lugar, rotulo, celdas.formatos.encabezado)
    filas = EscritorFilas(hoja, celdas, datos, [clave for clave, _, _ in columnas])
    por_fila = _por_fila(datos, primer_hallazgo)
    numero = PRIMERA
    for renglon in datos.renglones:
        if isinstance(renglon, Partida):
            altos = (renglones_de(renglon.texto, 40), renglones_de(renglon.estado, 20), renglones_de(conclusion(renglon), 22))
            if max(altos) > 1:
                hoja.set_row(numero, alto_de(max(altos)))
            filas.partida(numero, renglon)
            _hallazgos(hoja, celdas, numero, len(columnas) - 1, por_fila.get(numero, []))
        else:
            filas.cierre(numero, renglon)
        numero += alto(renglon)
    _pintar(hoja, libro, filas.lugar, numero)
    _pie(hoja, celdas, datos, filas, numero + 1)


def _por_fila(datos: HojaRecalculo, primero: int) -> dict[int, list[tuple[str, int]]]:
    """By row of the sheet, the codes of the findings that belong there and their rows in Hallazgos."""
    salida: dict[int, list[tuple[str, int]]] = {}
    for indice, fila, actividad, codigo in datos.hallazgos:
        if fila is not None:
            salida.setdefault(datos.fila_de(fila, actividad), []).append((codigo, primero + indice))
    return salida


def _hallazgos(hoja: Any, celdas: Celdas, fila: int, columna: int, propios: Sequence[tuple[str, int]]) -> None:
    """The link goes to the first; all are named."""
    if propios and propios[0][1] < MAXIMO_FILAS:
        rotulo = ", ".join(dict.fromkeys(codigo for codigo, _ in propios))
        celdas.interno(hoja, fila, columna, "Hallazgos", f"A{propios[0][1] + 1}", rotulo)


def _cabecera(h: Any, c: Celdas, d: HojaRecalculo, titulo: str) -> None:
    f = c.formatos
    rotulo, nota, editable = f(bold=True), f(italic=True, font_color="#555555"), f(**_EDITABLE, num_format=CIFRA, align="left")
    c.texto(h, 0, 0, titulo, f.titulo)
    c.interno(h, 1, 0, "Índice", "A1", "← Índice")
    programa = "; ".join(x for x in (d.programa, f"Etapa {d.etapa}" if d.etapa is not None else "", f"tabla {d.tabla}") if x)
    for numero, (nombre, valor) in enumerate((("Documento", d.ruta), ("Programa", programa), ("Régimen", d.regimen)), start=2):
        c.texto(h, numero, 0, nombre, rotulo)
        c.texto(h, numero, 2, valor)
    c.texto(h, 5, 0, "Crédito de lo parcial", rotulo)
    c.texto(h, 5, 2, CREDITOS.get(d.credito or "", "sin régimen"), editable)
    h.data_validation(5, 2, 5, 2, {"validate": "list", "source": [*CREDITOS.values(), "sin régimen"]})
    c.texto(h, 5, 4, "Las celdas amarillas se pueden cambiar: las fórmulas responden.", nota)
    c.texto(h, 6, 0, "Mínimo (%)", rotulo)
    c.cifra(h, 6, 2, d.logro.umbral if d.logro is not None else None, editable)
    if d.logro is not None and d.logro.condicional:
        c.texto(h, 6, 4, f"Supuesto: lo concluido vale si rige el {d.logro.umbral} %.", nota)
    c.texto(h, 7, 0, "El 100 % del programa es", rotulo)
    c.cifra(h, 7, 2, d.entero, editable)
    c.texto(h, 8, 0, "Lectura", rotulo)
    c.texto(h, 8, 2, d.modo)
    c.texto(h, 9, 0, LEYENDA, f(font_size=9, font_color="#555555"))


def _pintar(hoja: Any, libro: Any, lugar: dict[str, int], hasta: int) -> None:
    """Colours that follow the sign, so that they change when a figure does; the sign itself is always written."""
    signo = _letra(lugar["signo"])
    for simbolo, propiedades in _PINTURA:
        formato = libro.add_format(propiedades)
        for clave in _PINTADAS:
            if clave in lugar:
                regla = {"type": "formula", "criteria": f'=${signo}{PRIMERA + 1}="{simbolo}"', "format": formato}
                hoja.conditional_format(PRIMERA, lugar[clave], max(hasta - 1, PRIMERA), lugar[clave], regla)


def _pie(h: Any, c: Celdas, d: HojaRecalculo, filas: EscritorFilas, n: int) -> None:
    """What the programme reached, and the checks of the whole table."""
    if d.logro is not None and d.entero is not None:
        c.texto(h, n, 0, "Resultado del programa", c.formatos.subtitulo)
        dicho = redondo(d.logro.informado)
        informado = next((v for v in filas.posibles_informados if por_ciento(v.valor, d.entero) == dicho), None)
        _alcanza(h, c, d, n + 1, ("Ganado según el informe (% del programa)", informado, d.logro.informado))
        _alcanza(h, c, d, n + 3, ("Ganado según el recálculo (% del programa)", filas.recalculado, d.logro.recalculado))
        n += 6
    if d.verificaciones:
        c.texto(h, n, 0, "Verificaciones de la tabla completa", c.formatos.subtitulo)
    for numero, v in enumerate(d.verificaciones, start=n + 1):
        simbolo, lectura = RESULTADOS[v.resultado]
        c.texto(h, numero, 0, simbolo)
        c.texto(h, numero, 1, v.regla)
        cifras = f"informado {con_coma(v.informado) or 'nada'}, recalculado {con_coma(v.recalculado) or 'nada'}"
        c.texto(h, numero, 2, f"{lectura}: {cifras}" + (f"; {v.formula}" if v.formula else ""))


def _alcanza(h: Any, c: Celdas, d: HojaRecalculo, n: int, dicho: tuple[str, Valor | None, Decimal | None]) -> None:
    """Two lines: a percentage of the programme, and whether it reaches the threshold. ``dicho``: its name, the cell it comes
    from if there is one, and its value."""
    nombre, origen, valor = dicho
    c.texto(h, n, 0, nombre)
    ciento = _escribir_ciento(h, c, n, origen, valor, d)
    alcanza = "no se puede saber"
    if ciento is not None and d.logro is not None and d.logro.umbral is not None:
        alcanza = "sí" if ciento >= d.logro.umbral else "no"
    c.texto(h, n + 1, 0, "   ¿alcanza el mínimo?")
    celda = f"$D${n + 1}"
    formula = f'=IF(OR({celda}="",$C$7=""),"no se puede saber",IF({celda}>=$C$7,"sí","no"))'
    c.formula(h, n + 1, 3, formula, alcanza, c.formatos(bold=True, align="right"))


def _escribir_ciento(h: Any, c: Celdas, n: int, origen: Valor | None, valor: Decimal | None, d: HojaRecalculo) -> Decimal | None:
    """A percentage of the programme: of a cell of the sheet where it comes from one, else as it is printed."""
    if origen is None or d.entero is None:
        c.cifra(h, n, 3, valor)
        return valor
    ciento = por_ciento(origen.valor, d.entero)
    formula = f'=IF(OR({origen.celda}="",{ENTERO}=""),"",ROUND({origen.celda}*100/{ENTERO},2))'
    c.formula(h, n, 3, formula, ciento)
    return ciento


def _letra(columna: int) -> str:
    return chr(ord("A") + columna)
