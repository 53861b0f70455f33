"""The form of 2009 under other header words: the column of goals or activities is read, or told."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

from extractor.modelo.informe import Informe

TITULO = (
    "<p>FORMATOS DE LA ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2009</p>"
    "<p>Actividad III. 1. Programa de Trabajo de Gestión Territorial 2009</p><p>REGIÓN: Atacama</p>"
)


def _leer(*filas: tuple[str, ...], titulo: str = TITULO) -> Informe:
    cuerpo = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in f)}</tr>" for f in filas)
    return informe(f"<html><body>{titulo}<table border='1'>{cuerpo}</table></body></html>", "x.html")


def _nueve(rotulo: str, estado: str = "Cumple/no cumple (9)") -> Informe:
    return _leer(
        ("Objetivos específicos (2)", "Indicador (3)", "Resultado anual del indicador (4)", rotulo, "Unidad Responsable (6)",
         "Medio de verificación (7)", "Ponderación (%) (8)", estado, "Ponderación ganada (10)"),
        ("Acercar la posta", "N° de rondas", "9 rondas", "<p>- Comprar la camioneta</p><p>- Hacer 9 rondas</p>", "Unidad de Salud", "Bitácora", "65", "Cumple", "65"),
        ("Registrar usuarios", "Usuarios", "200 usuarios", "200 usuarios registrados", "Unidad de Salud", "Base de datos", "35", "Cumple", "35"),
    )  # fmt: skip


@pytest.mark.parametrize(
    "rotulo",
    ["Meta anual (5)", "Metas anuales", "Meta", "Meta programada (5)", "Metas del programa", "Actividad", "Actividades", "Actividades (5)",
     "Actividades programadas", "Actividades del programa", "Actividades por realizar", "Acciones comprometidas", "Compromisos",
     "Compromisos anuales", "Tareas", "Actividades y metas", "Metas/actividades"],
)  # fmt: skip
def test_la_columna_de_metas_o_actividades_bajo_otras_palabras(rotulo: str) -> None:
    leido = _nueve(rotulo)
    (tabla,) = leido.tablas
    assert [c.rol for c in tabla.columnas][3] == "meta_o_actividades"
    assert [len(f.actividades) for f in tabla.filas] == [2, 0]
    assert tabla.filas[1].meta == "200 usuarios registrados"
    assert leido.documento.estado == "ok"


def test_una_columna_de_metas_y_otra_de_actividades() -> None:
    leido = _leer(
        ("Objetivos", "Indicador", "Meta anual", "Actividades programadas", "Medio de verificación", "Ponderación (%)", "Cumple", "Ponderación ganada"),
        ("Acercar la posta", "N° de rondas", "9 rondas", "<p>- Comprar la camioneta</p><p>- Pedir permiso</p>", "Bitácora", "100", "Sí", "100"),
    )  # fmt: skip
    (tabla,) = leido.tablas
    assert [c.rol for c in tabla.columnas][2:4] == ["meta", "actividad"]
    assert tabla.filas[0].meta == "9 rondas" and len(tabla.filas[0].actividades) == 2


def test_el_programa_de_informacion_sigue_pesando_actividades() -> None:
    titulo = TITULO.replace("III. 1. Programa de Trabajo de Gestión Territorial", "III. 3. Programa de Trabajo para proveer de información")
    leido = _leer(
        ("Objetivos", "Actividades programadas", "Medio de verificación", "Ponderación (%)", "Cumple/no cumple", "Ponderación ganada"),
        ("Publicar", "Publicar el mapa", "Mapa", "100", "Sí", "100"),
        titulo=titulo,
    )
    (tabla,) = leido.tablas
    assert [c.rol for c in tabla.columnas][1] == "actividad"
    assert [a.ponderacion.valor for f in tabla.filas for a in f.actividades if a.ponderacion] == ["100"]


@pytest.mark.parametrize("rotulo", ["Concepto", "Rubros", "Nómina del año"])
def test_una_columna_de_textos_que_nadie_conoce_se_dice(rotulo: str) -> None:
    leido = _nueve(rotulo)
    assert [c.rol for c in leido.tablas[0].columnas][3] == "otro"
    assert leido.documento.estado == "parcial"
    assert [h.codigo for h in leido.hallazgos] == ["LECTURA_DUDOSA"]


def test_los_veredictos_de_una_columna_la_nombran() -> None:
    leido = _nueve("Actividades", "Resolución del comité")
    assert [c.rol for c in leido.tablas[0].columnas][7] == "estado"
    assert [f.estado.valor for f in leido.tablas[0].filas if f.estado] == ["CUMPLE", "CUMPLE"]


def test_palabras_que_se_repiten_bajo_un_rotulo_desconocido_se_dicen() -> None:
    leido = _leer(
        ("Objetivos", "Indicador", "Actividades", "Medio de verificación", "Ponderación (%)", "Resolución", "Ponderación ganada"),
        ("Acercar la posta", "N° de rondas", "- Comprar - Viajar", "Bitácora", "65", "Zafiro", "65"),
        ("Registrar", "Usuarios", "- Anotar - Archivar", "Base", "35", "Zafiro", "35"),
    )
    assert leido.documento.estado == "parcial"
    assert [h.codigo for h in leido.hallazgos if h.codigo == "LECTURA_DUDOSA"] == ["LECTURA_DUDOSA"]


def test_un_lugar_bajo_un_rotulo_desconocido_no_es_un_estado_perdido() -> None:
    leido = _leer(
        ("Objetivos", "Indicador", "Actividades", "Medio de verificación", "Ponderación (%)", "Sector", "Cumple", "Ponderación ganada"),
        ("Acercar la posta", "N° de rondas", "- Comprar - Viajar", "Bitácora", "65", "Norte", "Sí", "65"),
        ("Registrar", "Usuarios", "- Anotar - Archivar", "Base", "35", "Norte", "Sí", "35"),
    )
    assert leido.documento.estado == "ok"


@pytest.mark.parametrize(("rotulo", "en_la_actividad"), [("Ponderación actividad (%)", True), ("Ponderación (%)", False), ("Ponderación meta o actividad", False)])
def test_la_ponderacion_de_actividades_queda_en_la_actividad(rotulo: str, en_la_actividad: bool) -> None:
    leido = _leer(
        ("Objetivos", "Indicador", "Actividades comprometidas", "Medio de verificación", rotulo, "Cumple/no cumple", "Ponderación ganada"),
        ("Acercar la posta", "Rondas", "Comprar la camioneta", "Factura", "60", "Cumple", "60"),
        ("Registrar usuarios", "Usuarios", "Levantar la base de usuarios", "Base", "40", "No cumple", "40"),
    )
    filas = leido.tablas[0].filas
    assert [[a.ponderacion.valor for a in f.actividades if a.ponderacion] for f in filas] == ([["60"], ["40"]] if en_la_actividad else [[], []])
    assert [f.ponderacion is None for f in filas] == [en_la_actividad] * 2
    assert [(h.codigo, h.fila) for h in leido.hallazgos if h.codigo == "GANADA_NO_CORRESPONDE"] == [("GANADA_NO_CORRESPONDE", 1)]


@pytest.mark.parametrize("rotulo", ["Incidencia (%)", "% de relevancia", "Gravitación %"])
def test_el_peso_que_nadie_conoce_es_la_columna_de_porcentajes_que_queda(rotulo: str) -> None:
    leido = _leer(
        ("Objetivos", "Indicador", "Meta anual", "Medio de verificación", rotulo, "Cumple/no cumple", "Ponderación ganada"),
        ("Acercar la posta", "Rondas", "9 rondas", "Factura", "60", "Cumple", "60"),
        ("Registrar usuarios", "Usuarios", "200 usuarios", "Base", "30", "No cumple", "0"),
    )
    assert [c.rol for c in leido.tablas[0].columnas][4] == "ponderacion"
    assert [h.codigo for h in leido.hallazgos if h.gravedad != "aviso"] == ["PONDERACIONES_NO_SUMAN_100"]


def test_palabras_que_se_repiten_antes_de_las_actividades_no_son_estados() -> None:
    leido = _leer(
        ("Sector", "Objetivos", "Indicador", "Actividades", "Medio de verificación", "Ponderación (%)", "Ponderación ganada"),
        ("Norte", "Acercar la posta", "N° de rondas", "- Comprar - Viajar", "Bitácora", "65", "65"),
        ("Norte", "Registrar", "Usuarios", "- Anotar - Archivar", "Base", "35", "35"),
    )
    assert leido.documento.estado == "ok"
