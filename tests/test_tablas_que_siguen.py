"""Tables of other matters right after one of the form, where nothing but their own header and columns parts them."""

from __future__ import annotations

import pytest
from ayudas_texto import celda, informe

from extractor.modelo.informe import Informe

ETAPA = "ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007\n\n\tActividad 1.1: Implementación\n\n"
CABEZA = ("Objetivo", "Actividad", "Ponderación", "Cumple", "Ponderación ganada")
ATACAMA = ("Pescar", "Abrir la caleta", "60", "Sí", "60", "Navegar", "Pintar las boyas", "40", "Sí", "40")
MAULE = ("Caminar", "Marcar senderos", "70", "Sí", "70", "Plantar", "Cercar el vivero", "30", "No", "0")
AVANCE = ("Modificaciones logradas", "Recomendaciones", "Compromisos", "Responsable")
FILA_DE_AVANCE = ("Las caletas tienen horario.", "Publicarlo antes.", "Sumar a Taltal.", "Unidad de Pesca")
OTRA_DE_AVANCE = ("Las boyas se ven de noche.", "Revisarlas en julio.", "Pintar las de Huasco.", "Unidad de Faros")
GASTOS = ("Concepto", "Gasto", "Pintura marina", "$1.200", "Combustible", "$900", "Suma", "$2.100")
REUNION = ("Nombre", "Caleta", "Firma", "Dirigente uno", "Hornos", "", "Dirigente dos", "Obispito", "")


def _celdas(*textos: str) -> str:
    return "".join(celda(t) for t in textos)


def _programas(entre: str = "") -> str:
    tablas = (("Atacama", ATACAMA), ("VII del Maule", MAULE))
    return "".join(f"\tRegión: {r}\n\n{_celdas(*CABEZA, *c)}{entre}\n\n" for r, c in tablas)


def _formas(leido: Informe) -> list[tuple[str, int, int]]:
    return [(t.tipo, len(t.columnas), len(t.filas)) for t in leido.tablas]


def _hallados(leido: Informe) -> list[tuple[str, str | None, str | None]]:
    return [(h.codigo, h.informado, h.recalculado) for h in leido.hallazgos]


def _de_las_tablas(leido: Informe) -> list[str]:
    """Without the notice that the stage's programme is missing."""
    return [h.mensaje for h in leido.hallazgos if "ninguna tabla del programa de trabajo" not in h.mensaje]


RESUMEN = ("III Región de Atacama", "100", "Maule", "90")


@pytest.mark.parametrize("titulo", ["", "Resumen por región\n\n", "\tResumen del programa de trabajo por cada una de las regiones\n\n"])
@pytest.mark.parametrize("rotulo", ["Cumplimiento", "Cumplimiento final", "% de cumplimiento", "Porcentaje de cumplimiento"])
def test_el_resumen_bajo_las_palabras_del_cumplimiento(titulo: str, rotulo: str) -> None:
    leido = informe(ETAPA + _programas() + titulo + _celdas("Región", rotulo, *RESUMEN) + "\n\nFin.\n")
    assert _formas(leido) == [("programa_trabajo", 5, 2), ("programa_trabajo", 5, 2), ("otra", 2, 2)]
    assert _hallados(leido) == [("DESEMPENO_REGION_NO_CUADRA", "90", "70")]


@pytest.mark.parametrize("titulo", ["", "Resumen por región\n\n", "\tResumen por región\n\n"])
@pytest.mark.parametrize("rotulo", ["Balanza regional", "Desenlace del año"])
def test_el_resumen_de_rotulo_desconocido_se_avisa(titulo: str, rotulo: str) -> None:
    leido = informe(ETAPA + _programas() + titulo + _celdas("Región", rotulo, *RESUMEN) + "\n\nFin.\n")
    assert _formas(leido) == [("programa_trabajo", 5, 2), ("programa_trabajo", 5, 2), ("otra", 2, 3)]
    assert [c for c, _, _ in _hallados(leido)] == ["LECTURA_DUDOSA"]


def test_el_resumen_desconocido_en_filas_se_avisa_igual() -> None:
    filas = "\n".join(f"{r}\t{n}" for r, n in (("Región", "Balanza regional"), ("Región de Atacama", "100"), ("Región del Maule", "90")))
    cuerpo = "\n".join("\t".join(ATACAMA[i : i + 5]) for i in (0, 5))
    leido = informe(ETAPA.replace("\t", "") + "Región: Atacama\n\n" + "\t".join(CABEZA) + f"\n{cuerpo}\n\nResumen\n\n{filas}\n")
    assert _formas(leido) == [("programa_trabajo", 5, 2), ("otra", 2, 3)]
    assert [c for c, _, _ in _hallados(leido)] == ["LECTURA_DUDOSA"]


@pytest.mark.parametrize(
    ("rotulo", "valores"),
    [("N° de beneficiarios", ("80", "75")), ("Monto", ("$80", "$75")), ("Visitas", ("1.480", "1.275")), ("Fiscal", ("Ana", "Eva"))],
)
def test_lo_que_se_cuenta_o_se_gasta_por_region_no_se_avisa(rotulo: str, valores: tuple[str, str]) -> None:
    leido = informe(ETAPA + _programas() + "Detalle\n\n" + _celdas("Región", rotulo, "Atacama", valores[0], "Maule", valores[1]))
    assert _hallados(leido) == []


@pytest.mark.parametrize("titulo", ["", "\n\nGastos del programa (miles de pesos)\n\n", "\n\n\tGastos del programa\n\n"])
@pytest.mark.parametrize("antes", ["programa", "avance"])
def test_una_tabla_de_gastos_tras_otra_del_formulario(titulo: str, antes: str) -> None:
    previa = ("Región: Atacama\n\n" + _celdas(*CABEZA, *ATACAMA)) if antes == "programa" else _celdas(*AVANCE, *FILA_DE_AVANCE, *OTRA_DE_AVANCE)
    leido = informe(ETAPA + "\t" * (antes == "programa") + previa + titulo + _celdas(*GASTOS) + "\n\nFin.\n")
    tipo = ("programa_trabajo", 5, 2) if antes == "programa" else ("analisis_avance", 4, 2)
    assert _formas(leido) == [tipo, ("otra", 2, 4)]
    assert _de_las_tablas(leido) == []


@pytest.mark.parametrize("titulo", ["", "\n\n\n\tAsistencia al cierre\n\n", "\n\n\nAsistencia al cierre\n\n"])
def test_una_lista_de_asistencia_por_firmar(titulo: str) -> None:
    leido = informe(ETAPA + _celdas(*AVANCE, *FILA_DE_AVANCE, *OTRA_DE_AVANCE) + titulo + _celdas(*REUNION) + "\n\nFin.\n")
    assert _formas(leido) == [("analisis_avance", 4, 2), ("otra", 3, 3)]
    assert _de_las_tablas(leido) == []


def test_dos_tablas_ajenas_seguidas() -> None:
    cola = _celdas(*GASTOS) + "\n\nAsistencia al cierre\n\n" + _celdas(*REUNION)
    leido = informe(ETAPA + _celdas(*AVANCE, *FILA_DE_AVANCE, *OTRA_DE_AVANCE) + "\n\nGastos\n\n" + cola + "\n\nFin.\n")
    assert _formas(leido) == [("analisis_avance", 4, 2), ("otra", 2, 4), ("otra", 3, 3)]


def test_el_resumen_con_una_columna_de_veredictos() -> None:
    filas = ("III Región", "100", "Cumple", "VII Región", "90", "Cumple")
    leido = informe(ETAPA + _programas() + "Resumen\n\n" + _celdas("Región", "Cumplimiento (%)", "Cumple / No cumple", *filas) + "\n\nFin.\n")
    assert _formas(leido)[2:] == [("otra", 3, 2)]
    assert _hallados(leido) == [("DESEMPENO_REGION_NO_CUADRA", "90", "70")]


def test_las_filas_propias_no_son_otra_tabla() -> None:
    plazos = (*AVANCE, "Plazo")
    fila = (*FILA_DE_AVANCE, "2008")
    leido = informe(ETAPA + _celdas(*plazos, *fila * 4) + "\n\nFin.\n")
    assert _formas(leido) == [("analisis_avance", 5, 4)]
    blancas = ("Las caletas tienen horario.", "Publicarlo antes.", "", "")
    assert _formas(informe(ETAPA + _celdas(*AVANCE, *blancas * 4) + "\n\nFin.\n")) == [("analisis_avance", 4, 4)]


_PDF = ETAPA.replace("\t", "") + "Región: Atacama\n\n" + "\t".join(CABEZA) + "\n"
_FILAS = ["\t".join(ATACAMA[i : i + 5]) for i in (0, 5)]


@pytest.mark.parametrize("entre", ["\n", "Desempeño anual de la región\t100\n\n", "\n---\t---\n\n"])
@pytest.mark.parametrize("otra", [("Visita\tDía\tInvitados", "Caleta de Hornos\t3 de mayo\t22", "Chañaral\t7 de julio\t16")])
def test_una_tabla_de_reuniones_en_filas_de_texto(entre: str, otra: tuple[str, ...]) -> None:
    leido = informe(_PDF + "\n".join(_FILAS) + f"\n{entre}" + "\n".join(otra) + "\n\nFin.\n")
    assert _formas(leido) == [("programa_trabajo", 5, 2), ("otra", 3, 3)]
    assert [c for c, _, _ in _hallados(leido)] == []


@pytest.mark.parametrize(
    "resto",
    [
        # the rest of a row over a page's end, whose cells came short
        "\n---\t---\n\ny limpiarla\tde redes\n",
        "\nNavegar de noche\tPintar las balizas\t\t\n",
    ],
)
def test_una_fila_con_menos_celdas_no_encabeza_nada(resto: str) -> None:
    leido = informe(_PDF + _FILAS[0] + resto + _FILAS[1] + "\n\nFin.\n")
    assert {t.tipo for t in leido.tablas} == {"programa_trabajo"}
