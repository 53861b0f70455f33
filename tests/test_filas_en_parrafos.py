"""Text with a row a line, blank cells kept (Word's "save as text"), where a cell of several paragraphs breaks its row's line."""

from __future__ import annotations

from ayudas_texto import con_sus_lugares

from extractor.modelo.informe import Informe

CABEZA = (
    "ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007\n"
    "SERVICIO: Instituto de Desarrollo Agropecuario (INDAP)\n"
    "Actividad 1.1: Implementación de las actividades del Programa de Trabajo GT 2007\n"
)
ROTULOS = "Objetivos Específicos\tActividades\tPond. actividad\tCumple o No cumple\tPonderación ganada\n"
ENTERA = "Acercar la oferta a las comunas\tLevantar el calendario\t60\tCumplido\t60\n\tDifundir las fechas\t40\tCumplido\t40\n"
TOTAL = "Total\t\t100\t\t100\n"


def _cifras(informe: Informe, tabla: int) -> list[tuple[str | None, str | None, str | None]]:
    return [
        (a.texto, a.ponderacion and a.ponderacion.valor, a.ponderacion_ganada and a.ponderacion_ganada.valor)
        for fila in informe.tablas[tabla].filas
        for a in fila.actividades
    ]


def _de_dos_regiones(filas: str) -> Informe:
    return con_sus_lugares(CABEZA + "Región: Maule\n" + ROTULOS + ENTERA + TOTAL + "\n\nRegión: Magallanes\n" + ROTULOS + filas)


def test_los_parrafos_de_una_fila_se_juntan_por_sus_tabulaciones() -> None:
    informe = _de_dos_regiones(
        "Sumar a los productores del secano\tDefinir los criterios\n\nFirmar el convenio\t50\n\n25\tCumplido\n\nCumplido\t50\n\n25\n"
        "Coordinar el riego con otros servicios\tAbrir la mesa\t25\tCumplido\t25\n" + TOTAL
    )
    assert _cifras(informe, 0) == [("Levantar el calendario", "60", "60"), ("Difundir las fechas", "40", "40")]
    assert _cifras(informe, 1) == [("Definir los criterios", "50", "50"), ("Firmar el convenio", "25", "25"), ("Abrir la mesa", "25", "25")]
    assert [f.objetivos for f in informe.tablas[1].filas] == [
        ("Sumar a los productores del secano",),
        ("Coordinar el riego con otros servicios",),
    ]
    assert [t.filas[-1].total_ponderacion is not None for t in informe.tablas] == [True, True]
    assert "LECTURA_DUDOSA" not in [h.codigo for h in informe.hallazgos] and informe.documento.estado == "ok"


def test_sin_lineas_en_blanco_entre_los_parrafos() -> None:
    informe = _de_dos_regiones(
        "Sumar a los productores del secano\tDefinir los criterios\nFirmar el convenio\t50\n50\tCumplido\nNo cumplido\t50\n0\n"
        "Total\t\t100\t\t50\n"
    )
    assert _cifras(informe, 1) == [("Definir los criterios", "50", "50"), ("Firmar el convenio", "50", "0")]


def test_una_fila_a_la_que_le_falta_una_tabulacion_no_se_arma() -> None:
    filas = (
        "Sumar a los productores del secano\tDefinir los criterios\n\nFirmar el convenio\t50\n\n25\tCumplido\n\nCumplido\n\n"
        "Coordinar el riego con otros servicios\tAbrir la mesa\t25\tCumplido\t25\n" + TOTAL
    )
    informe = _de_dos_regiones(filas)
    assert ("Definir los criterios", "50", "50") not in _cifras(informe, 1)
    assert informe.documento.estado == "parcial"


def test_una_linea_que_sigue_en_otra_columna_no_es_un_parrafo() -> None:
    """A page end in a row: what goes on stands under its own columns, its tabs before it."""
    informe = _de_dos_regiones(
        "Sumar a los productores del secano\tDefinir\n\t\tlos criterios\t\n"
        "Coordinar el riego\tAbrir la mesa\t100\tCumplido\t100\n" + TOTAL
    )
    assert _cifras(informe, 1)[-1] == ("Abrir la mesa", "100", "100")


def test_una_tabla_menor_tras_una_linea_en_blanco_es_otra() -> None:
    """Its lines have together the tabs of a row of the one above."""
    informe = con_sus_lugares(
        CABEZA.replace("1.1: Implementación de las actividades", "1.2: Análisis del avance")
        + "Región: Maule\nModificaciones logradas en cada objetivo\tRecomendaciones para consolidar lo avanzado\t"
        "Compromisos a tener presente en fase que viene\tPlazo\tResponsable\n"
        "El crédito abre antes.\tRevisar las fechas.\tIncluir los frutales.\tmarzo\tFinanzas\n"
        "El riego llega al secano.\tFirmar el convenio.\t\t\tFomento\n"
        "\nAnexo: superficie por comuna\n\nComuna\t2006\t2007\nTalca\t120\t140\nLinares\t80\t85\nCauquenes\t15\t12\n"
    )
    assert [len(t.filas) for t in informe.tablas][:1] == [2]
    assert "LECTURA_DUDOSA" not in [h.codigo for h in informe.hallazgos]
