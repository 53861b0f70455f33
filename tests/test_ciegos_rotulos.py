"""Headers in words that no example holds: wordings, orders, added columns, two rows, boxes to mark."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

from extractor.formatos.carga import cargar_patrones
from extractor.formatos.columnas.encabezados import leer_encabezado, rotulos_de
from extractor.lectores import leer_bytes
from extractor.modelo.base import Origen
from extractor.modelo.declarado import Declarado
from extractor.modelo.documento import Celda, Parrafo
from extractor.modelo.tabla import Tabla
from extractor.proceso.documento import informe_de

ROTULOS = rotulos_de(tuple(t for p in cargar_patrones() for t in p.tablas))
TITULOS = "<p>ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007</p><p>Actividad 1.1: Implementación</p>"


def _celda(texto: str) -> Celda:
    return Celda((Parrafo(texto, Origen(texto=texto), 0),), Origen(texto=texto))


def _roles(*rotulos: str) -> list[str | None]:
    encabezado = leer_encabezado([_celda(r) for r in rotulos], ROTULOS, completo=True)
    assert encabezado is not None
    return [e.rol if e else None for e in encabezado.etiquetas]


@pytest.mark.parametrize(
    ("rotulos", "roles"),
    [
        (
            ("Nº", "Objetivo específico", "Actividad", "Responsable", "% asignado", "Cumple (SI/NO)", "% ganado"),
            ["otro", "objetivo", "actividad", "responsable", "ponderacion", "estado", "ponderacion_ganada"],
        ),
        (
            (
                "Fecha",
                "Tareas comprometidas",
                "Pond. (%)",
                "Pond. obtenida (%)",
                "Resultado (cumple / no cumple)",
                "Observaciones",
            ),
            ["plazo", "actividad", "ponderacion", "ponderacion_ganada", "estado", "otro"],
        ),
        (
            ("Acción", "Unidad a cargo", "Peso específico", "% de logro", "Peso alcanzado"),
            ["actividad", "responsable", "ponderacion", "estado", "ponderacion_ganada"],
        ),
        (
            ("Actividad", "Ponderación de la actividad (%)", "Grado de cumplimiento (%)", "Avance acumulado de la ponderación"),
            ["actividad", "ponderacion", "estado", "ponderacion_ganada"],
        ),
        (
            ("Objetivos", "Nombre del indicador", "Valor efectivo del indicador", "Meta o actividades", "Verificadores", "Pond."),
            ["objetivo", "indicador", "resultado", "meta_o_actividades", "medio", "ponderacion"],
        ),
        (
            (
                "Objetivo del programa",
                "Actividades y/o tareas",
                "Responsable de la tarea",
                "% de ponderación",
                "Situación a la fecha",
            ),
            ["objetivo", "actividad", "responsable", "ponderacion", "estado"],
        ),
        (
            ("Cambios logrados por objetivo", "Recomendaciones para afianzar lo logrado", "Compromisos para la próxima fase"),
            ["modificacion", "recomendaciones", "compromisos"],
        ),
    ],
)
def test_rotulos_que_nadie_anoto(rotulos: tuple[str, ...], roles: list[str]) -> None:
    assert _roles(*rotulos) == roles


@pytest.mark.parametrize(
    "fila",
    [
        ("Ítem", "Presupuesto (M$)", "Ejecutado (M$)", "%"),
        ("Nombre", "Institución", "Asistencia"),
        ("Actividad", "Presupuesto asignado (M$)", "Gasto ejecutado (M$)", "% de ejecución"),
        ("Tarea", "Recursos asignados", "Monto obtenido", "Responsable"),
        ("Encargado de Becas", "18 OMIL", "Actas", "Coordinar actividades con los municipios de la región"),
    ],
)
def test_lo_que_no_es_encabezado(fila: tuple[str, ...]) -> None:
    """A budget, a list of attendance and a row of data name no programme."""
    leido = leer_encabezado([_celda(r) for r in fila], ROTULOS, completo=True)
    assert leido is None or leido.tabla.pesa is None


def _tabla(cuerpo: str) -> Tabla:
    leido = informe(f"<html><body>{TITULOS}<p>Región: II Región</p><table border='1'>{cuerpo}</table></body></html>", "x.html")
    assert [t.tipo for t in leido.tablas] == ["programa_trabajo"]
    return leido.tablas[0]


def _tr(*celdas: str) -> str:
    return "<tr>" + "".join(c if c.startswith("<td") else f"<td>{c}</td>" for c in celdas) + "</tr>"


def test_encabezado_de_dos_filas_con_respuestas_que_se_marcan() -> None:
    tabla = _tabla(
        _tr(
            "<td rowspan='2'>Actividades</td>",
            "<td rowspan='2'>Pond.</td>",
            "<td colspan='2'>Cumple</td>",
            "<td rowspan='2'>Pond. ganada</td>",
        )
        + _tr("Sí", "No")
        + _tr("Capacitar", "60", "x", "", "60")
        + _tr("Difundir", "40", "", "X", "40")
    )
    assert [c.rol for c in tabla.columnas] == ["actividad", "ponderacion", "estado", "estado", "ponderacion_ganada"]
    hechas = [(a.texto, a.estado.valor if a.estado else None) for f in tabla.filas for a in f.actividades]
    assert hechas == [("Capacitar", "CUMPLE"), ("Difundir", "NO_CUMPLE")]


def test_respuestas_en_columnas_de_una_sola_fila() -> None:
    tabla = _tabla(_tr("Actividad", "Peso", "Cumple", "No cumple", "Peso ganado") + _tr("Abrir", "100", "", "x", "0"))
    (actividad,) = tabla.filas[0].actividades
    assert actividad.estado is not None and actividad.estado.valor == "NO_CUMPLE"
    assert actividad.origen["estado"].texto.strip() == "x"


def test_encabezado_de_dos_filas_que_parte_la_ponderacion() -> None:
    tabla = _tabla(
        _tr("<td colspan='4'>PROGRAMA DE TRABAJO 2007</td>")
        + _tr("<td rowspan='2'>Acciones</td>", "<td colspan='2'>Ponderación</td>", "<td rowspan='2'>Cumplimiento</td>")
        + _tr("Comprometida", "Lograda")
        + _tr("Licitar", "70", "70", "Cumplida")
        + _tr("Supervisar", "30", "0", "No cumplida")
    )
    assert [c.rol for c in tabla.columnas] == ["actividad", "ponderacion", "ponderacion_ganada", "estado"]
    assert [a.ponderacion_ganada.valor for f in tabla.filas for a in f.actividades if a.ponderacion_ganada] == ["70", "0"]


def test_dos_filas_de_encabezado_en_texto_de_word() -> None:
    """The cells that a label spans downwards come again as blanks."""
    texto = (
        "ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007\n\n\tActividad 1.1: Implementación\n\n\tRegión: II Región\n\n"
        "\tActividades\n\tPond. actividad\n\tCumple\n\tPond. ganada\n\n\t\n\t\n\tSí\n\tNo\n\t\n\n"
        "\tCapacitar\n\t60\n\tx\n\t\n\t60\n\n\tDifundir\n\t40\n\t\n\tx\n\t0\n\n"
    )
    (tabla,) = informe(texto).tablas
    hechas = [(a.texto, a.estado.valor if a.estado else None) for f in tabla.filas for a in f.actividades]
    assert hechas == [("Capacitar", "CUMPLE"), ("Difundir", "NO_CUMPLE")]


def test_cifra_sola_bajo_un_rotulo_en_por_ciento() -> None:
    tabla = _tabla(
        _tr("Actividad", "Ponderación", "Nivel de cumplimiento (%)", "Ponderación ganada") + _tr("Abrir", "100", "50", "50")
    )
    (actividad,) = tabla.filas[0].actividades
    assert actividad.estado is not None
    assert (actividad.estado.texto, actividad.estado.porcentaje, actividad.estado.valor) == ("50", "50", "PARCIAL")


def test_un_texto_que_termina_en_el_encabezado_se_lee() -> None:
    """Cut at the end of each of its first lines, a report of stacked cells never breaks the recogniser."""
    lineas = ["Etapa 3", "Programa de Trabajo 2007", "Región: II", "", "\tObjetivos", "\tActividades", "\tPonderación", "\tCumple/No cumple",
              "\tPonderación ganada", "\tCoordinar", "\tFirmar un convenio", "\t100", "\tCumple", "\t100"]
    for hasta in range(1, len(lineas) + 1):
        leido = informe_de(leer_bytes("\n".join(lineas[:hasta]).encode(), "cortado.txt"), Declarado())
        assert leido.documento.formato == "txt"
