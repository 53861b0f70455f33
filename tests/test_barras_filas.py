"""Tables drawn with bars whose rows take one line each: nothing falls blank between a header and its rows."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

from extractor.lectores import leer_bytes
from extractor.modelo.documento import BloqueTabla

ANCHOS = (34, 34, 34, 20)
ROTULOS = ("Modificaciones logradas", "Recomendaciones", "Compromisos", "Responsable")
LARGOS = ("Modificaciones logradas", "Recomendaciones para lo que viene", "Compromisos para la fase siguiente", "Responsable")
UNA = ("Las ferias duran dos días.", "Adelantar las bases.", "Llegar a Palena.", "Unidad de Ferias")
DOS = ("El catálogo está en línea.", "Traducirlo.", "Sumar a los artesanos.", "Unidad de Difusión")


def _lineas(*filas: tuple[str, ...], anchos: tuple[int, ...] = ANCHOS) -> list[str]:
    return ["|" + "|".join(c.ljust(a) for c, a in zip(f, anchos, strict=True)) + "|" for f in filas]


def _filas(*lineas: str) -> list[list[str]]:
    (tabla,) = [b for b in leer_bytes("\n".join(lineas).encode(), "a.txt").bloques if isinstance(b, BloqueTabla)]
    return [[c.texto for c in f.celdas] for f in tabla.filas]


@pytest.mark.parametrize("rotulos", [ROTULOS, LARGOS])
def test_el_encabezado_acaba_donde_empiezan_todas_las_celdas(rotulos: tuple[str, ...]) -> None:
    assert _filas(*_lineas(rotulos, UNA, DOS)) == [list(rotulos), list(UNA), list(DOS)]


def test_un_encabezado_de_varias_lineas_y_filas_de_una() -> None:
    partido = (("Modificaciones", "Recomendaciones", "Compromisos", "Responsable"), ("logradas", "para lo que viene", "", "directo"))
    assert _filas(*_lineas(*partido, UNA, DOS))[1:] == [list(UNA), list(DOS)]


def test_el_informe_lee_las_filas() -> None:
    titulo = "ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007\n\nActividad 1.2: Análisis del avance\n\n"
    leido = informe(titulo + "\n".join(_lineas(LARGOS, UNA, DOS)) + "\n")
    (tabla,) = leido.tablas
    assert (tabla.tipo, [tuple(f.celdas) for f in tabla.filas]) == ("analisis_avance", [UNA, DOS])


def test_una_lista_de_figuras_de_una_linea() -> None:
    anchos = (18, 18, 12)
    filas = (("Feria", "Comuna", "Puestos"), ("Otoño", "Hualaihué", "14"), ("Primavera", "Chonchi", "22"))
    assert _filas(*_lineas(*filas, anchos=anchos)) == [list(f) for f in filas]


@pytest.mark.parametrize(
    "segunda",
    [
        # goes on in lower case, or in brackets
        ("de artesanía", "Otra cosa.", "Otra más.", "Otra unidad"),
        ("(dos por año)", "Otra cosa.", "Otra más.", "Otra unidad"),
    ],
)
def test_lo_que_sigue_en_una_celda_no_abre_fila(segunda: tuple[str, ...]) -> None:
    assert len(_filas(*_lineas(ROTULOS, ("Las ferias duran dos días", *UNA[1:]), segunda))) == 2


def test_una_linea_que_queda_abierta_sigue_en_la_otra() -> None:
    primera = ("Se hizo la feria de invierno en", "Adelantar.", "Llegar.", "Ferias")
    segunda = ("Hualaihué", "Traducir.", "Sumar.", "Difusión")
    assert len(_filas(*_lineas(ROTULOS, primera, segunda))) == 2


def test_lo_apilado_en_una_fila_sigue_junto() -> None:
    anchos = (14, 30, 12, 12)
    lineas = _lineas(
        ("Objetivo", "Actividad", "Ponderación", "Cumple"),
        ("1.", "1.- Montar la feria", "60%", "100%"),
        ("2.", "2.- Editar el catálogo", "40%", "50%"),
        ("", "3.- Repartirlo en las comunas", "", ""),
        anchos=anchos,
    )
    assert [len(f) for f in _filas(*lineas)] == [4, 4]


DOBLE = (("Modificaciones logradas", "Recomendaciones para", "Compromisos", "Responsable"), ("en cada objetivo", "mejorar", "", ""))


@pytest.mark.parametrize("cabeza", [(LARGOS,), DOBLE])
def test_una_celda_en_blanco_en_la_primera_fila_no_la_pierde(cabeza: tuple[tuple[str, ...], ...]) -> None:
    titulo = "ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007\n\nActividad 1.2: Análisis del avance\n\n"
    sin_compromiso = (UNA[0], UNA[1], "", UNA[3])
    (tabla,) = informe(titulo + "\n".join(_lineas(*cabeza, sin_compromiso)) + "\n").tablas
    assert [tuple(f.celdas) for f in tabla.filas] == [sin_compromiso]
    assert (tabla.columnas[0].rol, tabla.filas[0].origen.linea_inicio) == ("modificacion", 5 + len(cabeza))


def test_los_objetivos_de_la_cabeza_no_son_una_fila() -> None:
    anchos = (34, 30, 14, 14, 14)
    lineas = _lineas(
        ("Objetivos", "Actividades", "Ponderación", "Cumple o", "Ponderación"),
        ("Específicos", "", "por actividad", "No cumple", "ganada"),
        ("1.- Ordenar las ferias", "", "", "", ""),
        ("1.", "1.- Montar la feria", "100%", "100%", "100%"),
        anchos=anchos,
    )
    titulo = "ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007\n\nActividad 1.1: Implementación\n\nRegión: Atacama\n\n"
    (tabla,) = informe(titulo + "\n".join(lineas) + "\n").tablas
    assert [o.texto for o in tabla.objetivos] == ["Ordenar las ferias"]
    assert [a.texto for f in tabla.filas for a in f.actividades] == ["1.- Montar la feria"]
