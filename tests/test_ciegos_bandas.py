"""Text of Word origin: cells that only group the columns of the next header, and tables that no family knows."""

from __future__ import annotations

import pytest
from ayudas_texto import celda, informe

from extractor.modelo.informe import Informe

CABEZA = (
    "FORMATOS DE LA ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2009\n\nActividad III. 2: Programa de Complementariedad 2009\n\n"
    "\tREGIÓN (1)\n\tAYSÉN\n\n"
)
INSTANCIA = (
    "Identificación de la instancia", "Principal problema a resolver", "Territorio en el que opera", "Instituciones participantes",
    "Mesa del borde costero", "Concesiones sin plano", "Provincia de Aysén", "Armada, Sernapesca",
)  # fmt: skip
ROTULOS = ("Objetivos específicos", "Indicador", "Meta anual o actividades comprometidas", "Pond. (%)", "Cumple / no cumple", "Pond. ganada")
FILAS = ("Abrir", "Nº de rondas", "Meta: 4 rondas", "60", "sí", "60", "Cerrar", "Nº de actas", "Meta: 8 actas", "40", "no", "0")


def _celdas(*textos: str) -> str:
    return "".join(celda(t) for t in textos)


def _informe(cuerpo: str) -> Informe:
    return informe(CABEZA + cuerpo)


@pytest.mark.parametrize("banda", [("Compromiso del año", "Resultado"), ("Lo comprometido",), ("Planificación", "Logros", "Cierre")])
@pytest.mark.parametrize("entre", ["", "\n\n\n"])
def test_lo_que_agrupa_columnas_no_es_fila_de_la_tabla_anterior(banda: tuple[str, ...], entre: str) -> None:
    leido = _informe(_celdas(*INSTANCIA) + entre + _celdas(*banda) + _celdas(*ROTULOS, *FILAS))
    instancias, programa = leido.tablas
    assert [f.celdas[0] for f in instancias.filas] == ["Mesa del borde costero"]
    assert len(programa.filas) == 2
    assert "TABLA_TRUNCADA" not in {h.codigo for h in leido.hallazgos}


def test_una_fila_a_medias_con_cifras_o_frases_sigue_siendo_de_su_tabla() -> None:
    for cortada in (("Mesa de 2 comunas", "Falta agua"), ("Se creó la mesa del agua.", "Falta agua")):
        leido = _informe(_celdas(*INSTANCIA, *cortada) + _celdas(*ROTULOS, *FILAS))
        assert len(leido.tablas[0].filas) == 2
        assert "TABLA_TRUNCADA" in {h.codigo for h in leido.hallazgos}


def test_una_tabla_que_nadie_conoce_no_desaparece() -> None:
    ajena = _celdas("Provincia", "Damas", "Varones", "Capitán Prat", "12", "15", "General Carrera", "8", "4")
    leido = _informe(_celdas(*ROTULOS, *FILAS) + "\n\nAtenciones por provincia\n\n" + ajena + "\n\n\nFin del informe.\n")
    programa, otra = leido.tablas
    assert len(programa.filas) == 2
    assert otra.tipo == "otra"
    assert [f.celdas for f in otra.filas][1:] == [("Capitán Prat", "12", "15"), ("General Carrera", "8", "4")]


def test_celdas_sueltas_sin_cifras_no_son_tabla() -> None:
    leido = _informe(_celdas(*ROTULOS, *FILAS) + "\n\nRevisado por\n\n" + _celdas("Nombre", "Cargo", "Ana Soto", "Jefa", "Luis Paz", "Jefe"))
    assert len(leido.tablas) == 1
