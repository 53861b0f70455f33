"""Text as catdoc writes it: tabs part the cells, a line break is a paragraph or the row's end. Places and cells compared."""

from __future__ import annotations

from typing import Any

import pytest
from ayudas_texto import con_sus_lugares

from extractor.modelo.informe import Informe

CABEZA = (
    "ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007\n"
    "SERVICIO: Instituto de Desarrollo Agropecuario (INDAP)\n"
    "Actividad 1.1: Implementación de las actividades del Programa de Trabajo GT 2007\n"
)
PROGRAMA = "Objetivos\nEspecíficos\tActividades\tPond.\nactividad\tCumple o\nNo cumple\tPonderación\nganada\n"
ANALISIS = (
    "Actividad 1.2: Análisis del avance durante la implementación del Programa de Trabajo GT 2007\nRegión: Todas las regiones\n"
    "Modificaciones logradas en cada objetivo\tRecomendaciones para consolidar lo avanzado\t"
    "Compromisos a tener presente en fase que viene\tResponsable\n"
)


def _celdas(informe: Informe, tabla: int = 0) -> list[tuple[str, ...]]:
    return [fila.celdas for fila in informe.tablas[tabla].filas]


def _codigos(informe: Informe) -> list[str]:
    """Without the notice that the stage's programme is missing: some of these have the other form only."""
    return sorted(h.codigo for h in informe.hallazgos if "ninguna tabla del programa de trabajo" not in h.mensaje)


def _cifras(informe: Informe, tabla: int = 0) -> list[list[tuple[Any, Any]]]:
    return [
        [(a.ponderacion and a.ponderacion.valor, a.ponderacion_ganada and a.ponderacion_ganada.valor) for a in fila.actividades]
        for fila in informe.tablas[tabla].filas
    ]


def test_las_cifras_de_la_ultima_columna_cierran_la_fila() -> None:
    informe = con_sus_lugares(
        CABEZA
        + "Región: Todas las regiones\n"
        + PROGRAMA
        + "Acercar la oferta a las comunas\tLevantar el calendario\nDifundir las fechas\t60\n40\t"
        "Cumplido\nCumplido\t60\n40\n"
        "Sumar a los productores del secano\nCoordinar el riego con otros servicios\tDefinir los criterios\nFirmar el convenio\t70\n30\t"
        "Cumplido\nPendiente\t70\nPendiente\n\n"
    )
    assert _cifras(informe) == [[("60", "60"), ("40", "40")], [("70", "70"), ("30", None)]]
    assert informe.tablas[0].filas[1].objetivos == (
        "Sumar a los productores del secano",
        "Coordinar el riego con otros servicios",
    )
    assert "LECTURA_DUDOSA" not in _codigos(informe)


def test_cuatro_columnas_con_el_responsable_al_final() -> None:
    informe = con_sus_lugares(
        CABEZA + ANALISIS + "El crédito abre antes.\tRevisar las fechas.\tIncluir los frutales.\tDepartamento de Finanzas\n"
        "El riego llega al secano.\tFirmar el convenio.\tContar con el convenio.\tDivisión de Fomento\n\nTexto que sigue.\n"
    )
    assert _celdas(informe) == [
        ("El crédito abre antes.", "Revisar las fechas.", "Incluir los frutales.", "Departamento de Finanzas"),
        ("El riego llega al secano.", "Firmar el convenio.", "Contar con el convenio.", "División de Fomento"),
    ]
    assert "LECTURA_DUDOSA" not in _codigos(informe)


def test_donde_nada_decide_el_corte_es_dudoso() -> None:
    informe = con_sus_lugares(
        CABEZA
        + ANALISIS
        + "El crédito abre antes.\nHay más plazos.\tRevisar las fechas.\tIncluir los frutales.\tDepartamento de Finanzas\n"
        "División de Fomento\nEl riego llega al secano.\tFirmar el convenio.\tContar con el convenio.\tDivisión de Riego\n\n"
    )
    dudosos = [h for h in informe.hallazgos if h.codigo == "LECTURA_DUDOSA"]
    assert {lugar.fila for h in dudosos for lugar in h.lugares} == {0, 1}
    assert len(informe.tablas[0].filas) == 2


@pytest.mark.parametrize(
    ("entre", "ultima", "primera"),
    [
        # a lower-case line goes on with the one before it
        ("Departamento de Finanzas\ny sus oficinas\nEl riego llega", "Departamento de Finanzas y sus oficinas", "El riego llega"),
        # one blank line
        (
            "Departamento de Finanzas\nDivisión de Fomento\n\nEl riego llega",
            "Departamento de Finanzas División de Fomento",
            "El riego llega",
        ),
        # a list of bullets ends
        (
            "- Departamento de Finanzas\n- División de Fomento\nEl riego llega",
            "- Departamento de Finanzas - División de Fomento",
            "El riego llega",
        ),
    ],
)
def test_lo_que_decide_entre_dos_filas_de_texto(entre: str, ultima: str, primera: str) -> None:
    informe = con_sus_lugares(
        CABEZA
        + ANALISIS
        + f"El crédito abre antes.\nHay más plazos.\tRevisar.\tIncluir.\t{entre}\tFirmar.\tContar.\tDivisión de Riego\n\n"
    )
    filas = _celdas(informe)
    assert [filas[0][3], filas[1][0]] == [ultima, primera]
    assert "LECTURA_DUDOSA" not in _codigos(informe)


def test_la_ultima_celda_en_blanco_y_la_primera_en_blanco() -> None:
    # a blank last cell: line break, then the tab of the row's end; a blank first cell looks the same on its own row
    informe = con_sus_lugares(
        CABEZA
        + ANALISIS
        + "El crédito abre antes.\nHay más plazos.\tRevisar.\tIncluir.\n\tEl riego llega.\tFirmar.\tContar.\tDivisión de Riego\n\n"
    )
    assert _celdas(informe) == [
        ("El crédito abre antes. Hay más plazos.", "Revisar.", "Incluir.", ""),
        ("El riego llega.", "Firmar.", "Contar.", "División de Riego"),
    ]
    informe = con_sus_lugares(
        CABEZA
        + ANALISIS
        + "El crédito abre antes.\nHay más plazos.\tRevisar.\tIncluir.\tDivisión de Riego\n\tFirmar.\tContar.\tDivisión de Fomento\n\n"
    )
    assert _celdas(informe)[1] == ("", "Firmar.", "Contar.", "División de Fomento")


def test_dos_tablas_seguidas_y_regiones_entre_ellas() -> None:
    una = "Acercar la oferta\tLevantar el calendario\nDifundir las fechas\t60\n40\tCumplido\nCumplido\t60\n40\n\n"
    informe = con_sus_lugares(
        CABEZA
        + "Región: IV de Coquimbo\n"
        + PROGRAMA
        + una
        + "Región: VII del Maule\n"
        + PROGRAMA
        + una
        + ANALISIS
        + "El crédito abre antes.\tRevisar las fechas.\tIncluir los frutales.\tDivisión de Riego\n"
    )
    assert [(t.tipo, t.region.codigos, len(t.filas)) for t in informe.tablas] == [
        ("programa_trabajo", ("04",), 1),
        ("programa_trabajo", ("07",), 1),
        ("analisis_avance", ("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13"), 1),
    ]


def test_el_encabezado_repetido_sigue_la_misma_tabla() -> None:
    una = "Acercar la oferta\tLevantar el calendario\nDifundir las fechas\t30\n20\tCumplido\nCumplido\t30\n20\n"
    otra = "Sumar productores\tDefinir criterios\nFirmar el convenio\t25\n25\tCumplido\nCumplido\t25\n25\n"
    informe = con_sus_lugares(CABEZA + "Región: Todas las regiones\n" + PROGRAMA + una + PROGRAMA + otra + "\n")
    assert [len(t.filas) for t in informe.tablas] == [2]
    assert not informe.hallazgos


def test_los_objetivos_bajo_el_rotulo_son_de_toda_la_tabla() -> None:
    informe = con_sus_lugares(
        CABEZA + "Región: IV de Coquimbo\nObjetivos específicos\n1.- Acercar la oferta.\n2.- Sumar a los productores.\n"
        "\tActividades\tPeso de la\nactividad\tGrado de\ncumplimiento\tPonderación\nganada\n"
        "1.\n2.\n\t1.- Levantar el calendario\n2.- Difundir las fechas\t60%\n40%\t100%\n50%\t60%\n20%\n\n"
    )
    assert [o.numero for o in informe.tablas[0].objetivos] == ["1", "2"]
    assert _cifras(informe) == [[("60", "60"), ("40", "20")]]


def test_una_fila_con_celdas_en_blanco_al_medio_se_dice_y_no_se_adivina() -> None:
    # the blank state takes two tabs with it
    informe = con_sus_lugares(
        CABEZA
        + "Región: Todas las regiones\n"
        + PROGRAMA
        + "Acercar la oferta\tLevantar el calendario\t60\n60\nSumar a los productores\tFirmar el convenio\t40\tCumplido\t40\n\n"
    )
    assert [t.tipo for t in informe.tablas if t.tipo == "programa_trabajo"] == []
    assert _codigos(informe) == ["LECTURA_DUDOSA"]
    assert informe.documento.estado == "parcial"
    assert informe.documento.patron is not None


def test_lo_que_sigue_a_la_tabla_no_es_de_ella() -> None:
    informe = con_sus_lugares(
        CABEZA
        + "Región: Todas las regiones\n"
        + PROGRAMA
        + "Acercar la oferta\tLevantar el calendario\nDifundir las fechas\t60\n40\tCumplido\nCumplido\t60\n40\n\n"
        "El gasto del programa se resume aquí.\nContrato\tMonto\tEstado de pago\nRiego\t$ 100\tNº 1\nCaminos\t$ 200\tNº 2\n\n"
    )
    assert [(t.tipo, len(t.filas)) for t in informe.tablas] == [("programa_trabajo", 1), ("otra", 3)]
    assert "LECTURA_DUDOSA" not in _codigos(informe)


def test_las_filas_de_una_linea_con_todas_sus_columnas_se_leen_como_siempre() -> None:
    texto = (
        CABEZA + "Región: Todas las regiones\nObjetivo\tActividades\tPonderación\tCumple\tPonderación ganada\n"
        "Acercar la oferta\tLevantar el calendario\t60\tCumplido\t60\nSumar productores\tFirmar el convenio\t40\tCumplido\t40\n"
    )
    assert _cifras(con_sus_lugares(texto)) == [[("60", "60")], [("40", "40")]]


def test_cuesta_en_proporcion_al_texto() -> None:
    """Ten times the rows give ten times the rows: nothing is lost or joined on the way."""
    fila = "Acercar la oferta {}\tLevantar el calendario {}\nDifundir las fechas\t60\n40\tCumplido\nCumplido\t60\n40\n"
    for cuantas in (20, 200):
        filas = "".join(fila.format(n, n) for n in range(cuantas))
        informe = con_sus_lugares(CABEZA + "Región: Todas las regiones\n" + PROGRAMA + filas + "\n")
        assert [len(t.filas) for t in informe.tablas] == [cuantas]


def test_las_lineas_cortadas_a_un_ancho_se_vuelven_a_unir() -> None:
    informe = con_sus_lugares(
        "ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007\n\n"
        "SERVICIO: Instituto de Desarrollo Agropecuario (INDAP)\n\n"
        "Actividad 1.1: Implementación de las actividades del Programa de\nTrabajo GT 2007\n\n"
        "Región: Todas las regiones\n\nObjetivos\n\nEspecíficos\tActividades\tPond.\n\nactividad\tCumple o\n\nNo cumple\tPonderación\n\nganada\n\n"
        "Adecuar la oferta de créditos de corto plazo a los calendarios de\nsiembra de cada zona\tLevantar con las agencias de área el\n"
        "calendario de siembra por rubro\n\nDifundir las nuevas fechas entre los grupos de productores de la\nzona\t60\n\n40\t"
        "Cumplido\n\nCumplido\t60\n\n40\n\n\n"
    )
    assert informe.documento.lector == "texto/1 (utf-8, plegado)"
    assert informe.tablas[0].titulo == "Actividad 1.1: Implementación de las actividades del Programa de Trabajo GT 2007"
    assert [a.texto for a in informe.tablas[0].filas[0].actividades] == [
        "Levantar con las agencias de área el calendario de siembra por rubro",
        "Difundir las nuevas fechas entre los grupos de productores de la zona",
    ]
    assert _cifras(informe) == [[("60", "60"), ("40", "40")]]


def test_donde_un_corte_pudo_llevarse_un_tabulador_no_hay_tabla() -> None:
    # "Levantar" and "Departamento ..." are two cells, and nothing says that they are not one
    informe = con_sus_lugares(
        "ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007\n\n"
        "Actividad 1.1: Implementación de las actividades del Programa de\nTrabajo GT 2007\n\nRegión: Todas las regiones\n\n"
        "Objetivo\tActividades\tResponsable\tPonderación\tPonderación ganada\n\n"
        "Adecuar la oferta de créditos de corto plazo a los calendarios\tLevantar\nDepartamento de Finanzas y de Administración General del Servicio de\n"
        "Crédito\t100\t100\n\n\n"
        "Las direcciones regionales mantienen los respaldos a disposición de la\nentidad revisora.\n\n"
        "Los respaldos de cada región quedaron también en la oficina central y\nen la división de fomento.\n"
    )
    assert [t.tipo for t in informe.tablas if t.tipo == "programa_trabajo"] == []
    assert _codigos(informe) == ["LECTURA_DUDOSA"]


def test_una_narracion_tras_el_ultimo_estado_es_de_su_celda() -> None:
    informe = con_sus_lugares(
        CABEZA
        + "Región: Todas las regiones\nObjetivos\nEspecíficos\tActividades\tPond.\nactividad\tCumple o\nNo cumple\n"
        + "Acercar la oferta\tLevantar el calendario\t100\tCumplido\nSe publicó en mayo\n\nTexto que sigue.\n"
    )
    assert _celdas(informe) == [("Acercar la oferta", "Levantar el calendario", "100", "Cumplido Se publicó en mayo")]
