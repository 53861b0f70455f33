"""A performance whose figure is explained on its line ("83,3% (75% sobre 90%)"): the figure is read, and one that is not read is told."""

from __future__ import annotations

import pytest
from ayudas_docx import hacer, p, tabla
from ayudas_reconciliador import auditar
from ayudas_reconciliador import tabla as hecha
from ayudas_texto import informe

from extractor.formatos.desempeno.rotulo import clase_de_desempeno
from extractor.lectores import leer_bytes
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe
from extractor.proceso import informe_de

CABEZA = "ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2008\n\nRegión: III Región de Atacama\n\n"
FILAS = (
    ("Objetivos", "Actividades", "Ponderación", "Cumple o No cumple", "Ponderación ganada"),
    ("Faros", "Encender la linterna", "75", "Cumple", "75"),
    ("Faros", "Pintar la torre", "15", "No cumple", "0"),
    ("Boyas", "Fondear las nuevas", "10", "No aplica", "-"),
    ("Total", "", "100", "", "75"),
)


def _texto(pie: str) -> Informe:
    return informe(CABEZA + "\n".join("\t".join(f) for f in FILAS) + f"\n\n{pie}\n")


def _docx(pie: str) -> Informe:
    cuerpo = "".join(map(p, CABEZA.strip().split("\n\n"))) + tabla(*FILAS) + p(pie)
    return informe_de(leer_bytes(hacer(cuerpo), "informe.docx"), Declarado())


def _valor(leido: Informe) -> str | None:
    desempeno = leido.tablas[0].desempeno
    return desempeno.region.valor if desempeno is not None and desempeno.region is not None else None


@pytest.mark.parametrize(("pie", "valor"), [
    ("Desempeño de la región: 75% (60% y 15% según actas)", "75"),
    ("Desempeño de la región: 83,3% (75% sobre 90%)", "83.3"),
    ("Desempeño de la Región: 83,3 % (75 de 90 puntos que aplican).", "83.3"),
    ("Desempeño de la región: 75 % (meta: 90 %)", "75"),
    ("Desempeño anual de la región 83,3 % (descontada la que no aplica)", "83.3"),
    ("Desempeño de la región: 83,3%, sin la actividad que no aplica", "83.3"),
    ("Rendimiento de la región: 83,3% (véase el acta)", "83.3"),
    ("Desempeño del nivel central: 75 %", "75"),
])  # fmt: skip
def test_la_cifra_que_un_parentesis_explica(pie: str, valor: str) -> None:
    for leido in (_texto(pie), _docx(pie)):
        assert _valor(leido) == valor
        assert leido.hallazgos == ()


def test_la_cifra_con_su_explicacion_en_otra_celda() -> None:
    leido = _texto("Desempeño de la región\t83,3% (75% sobre 90%)")
    assert _valor(leido) == "83.3"
    region = leido.tablas[0].desempeno.region  # type: ignore[union-attr]
    assert region is not None and region.origen.texto == "83,3%"


def test_el_lugar_es_el_de_la_cifra_y_no_el_de_la_explicacion() -> None:
    region = _texto("Desempeño de la región: 75% (75% de 100%)").tablas[0].desempeno.region  # type: ignore[union-attr]
    assert region is not None and region.origen.inicio == len("Desempeño de la región: ")


@pytest.mark.parametrize("pie", [
    "Desempeño de la región: 75% + 8,3% = 83,3%",
    "Desempeño de la región: entre el 75% y el 83%",
    "Desempeño de la región 2008 (83,3%)",
])  # fmt: skip
def test_la_que_no_se_lee_se_avisa(pie: str) -> None:
    leido = _texto(pie)
    assert _valor(leido) is None
    assert [h.codigo for h in leido.hallazgos] == ["LECTURA_DUDOSA"]


@pytest.mark.parametrize("pie", [
    "Desempeño de la región: se valida desde el 90%",
    "(11) Desempeño de la región: suma de lo ganado; el 100% es todo",
    "Desempeño de la región, programa de trabajo 2008 (11)",
])  # fmt: skip
def test_lo_que_no_es_un_valor_no_se_avisa(pie: str) -> None:
    leido = _texto(pie)
    assert _valor(leido) is None and leido.hallazgos == ()


@pytest.mark.parametrize(("impreso", "resultado"), [("83,3", "NO_VERIFICABLE"), ("75", "CUADRA"), ("84", "NO_CUADRA"), ("90", "NO_CUADRA")])
def test_el_todo_sin_lo_que_no_aplica_queda_abierto(impreso: str, resultado: str) -> None:
    """Over which whole the performance is taken is not printed in the table: a figure over the rest is neither right nor wrong."""
    leido = _texto(f"Desempeño de la región: {impreso}%")
    assert [v.resultado for v in leido.verificaciones if v.regla == "DESEMPENO_REGION_NO_CUADRA"] == [resultado]


def test_el_veredicto_que_se_explica() -> None:
    desempeno = _texto("Desempeño del servicio: NO CUMPLE, por hallarse la III Región bajo el 90 %").tablas[0].desempeno
    assert desempeno is not None and desempeno.servicio == "NO CUMPLE"


@pytest.mark.parametrize(("no_cumplida", "hay"), [("5", False), ("15", True)])
def test_el_veredicto_del_servicio_cuando_algo_no_aplica(no_cumplida: str, hay: bool) -> None:
    """85 of the 90 that apply reach the threshold, and 85 of 100 do not: nothing printed says which; 75 reach it in neither."""
    ganada = str(90 - int(no_cumplida))
    leida = hecha(
        f"{ganada} | cumple | {ganada}\n{no_cumplida} | no | 0\n10 | n/a | -\ntotal: 100 | {ganada}", desempeno=(None, "CUMPLE")
    )
    assert ("DESEMPENO_SERVICIO_NO_CUADRA" in {h.codigo for h in auditar(leida).hallazgos}) is hay


@pytest.mark.parametrize(("linea", "clase"), [
    ("Avance global del programa en la región: 77,85 %", "desempeno_region"),
    ("Avance final del programa de trabajo, Región de Atacama: 85%", "desempeno_region"),
    ("Avance logrado por el programa en la región (%): 75", "desempeno_region"),
    ("Avance global del programa en la región", None),
    ("Avance del programa en la región: 77 %", None),
    ("Avance global de la región: 77 %", None),
    ("Desempeño del Nivel Central: 100 %", "desempeno_region"),
    ("Desempeño anual del programa, nivel central (%): 85", "desempeno_region"),
    ("Desempeño del nivel central en calidad: 85 %", None),
    ("Avance global del programa de vivienda en la región: 77 %", None),
    ("Avance presupuestario final del programa en la región: 77 %", None),
])  # fmt: skip
def test_el_avance_del_programa_entero_es_su_desempeno(linea: str, clase: str | None) -> None:
    assert clase_de_desempeno(linea) == clase
