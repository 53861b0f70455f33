"""Performance lines at the end of text of Word origin, whose last cell swallows what follows."""

from __future__ import annotations

import pytest
from ayudas_texto import celda, informe

from extractor.formatos.desempeno.rotulo import clase_de_desempeno
from extractor.modelo.informe import Informe

CABEZA = (
    "FORMATOS DE LA ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2009\n\nActividad III. 1. Programa de Trabajo 2009\n\n"
    "\tREGIÓN (1)\n\tAYSÉN\n\n"
)
ROTULOS = ("Objetivos específicos", "Indicador", "Meta anual o actividades comprometidas", "Pond. (%)", "Cumple / no cumple", "Pond. ganada")
FILAS = ("Abrir", "Nº de rondas", "Meta: 4 rondas", "60", "sí", "60", "Cerrar", "Nº de actas", "Meta: 8 actas", "40", "no", "0")


def _informe(cola: str) -> Informe:
    filas = "".join(celda(t) for t in (*ROTULOS, *FILAS))
    lineas = f"\n\tDesempeño Anual Región 2009 (%)\n\t60%\n\n\tDesempeño Anual Servicio 2009 (CUMPLE / NO CUMPLE)\n\tCUMPLE\n{cola}"
    return informe(CABEZA + filas + lineas)


@pytest.mark.parametrize(
    "cola",
    [
        "\n",
        "\n\nNotas\n\nSe suma lo ganado.\n\nRosa Ilabaca Soto\n\nDirectora Regional\n",
        "\n\nAtenciones por provincia\n\n\tProvincia\n\tDamas\n\tVarones\n\n\tAysén\n\t3\n\t4\n",
        "\nSe adjunta el detalle de las rondas.\n",
        "Se adjunta el detalle de las rondas.\n",
    ],
)
def test_desempeno_del_servicio_con_lo_que_sigue(cola: str) -> None:
    leido = _informe(cola)
    (tabla,) = [t for t in leido.tablas if t.tipo == "programa_trabajo"]
    assert tabla.desempeno is not None
    unido = cola.startswith("Se")
    assert tabla.desempeno.servicio == (None if unido else "CUMPLE")
    assert tabla.desempeno.region is not None and tabla.desempeno.region.valor == "60"
    malos = [(h.informado, h.recalculado) for h in leido.hallazgos if h.codigo == "DESEMPENO_SERVICIO_NO_CUADRA"]
    assert ("LECTURA_DUDOSA" in {h.codigo for h in leido.hallazgos}) is unido
    assert malos == ([] if unido else [("CUMPLE", "NO CUMPLE")])


def test_desempeno_en_la_misma_linea_de_su_rotulo() -> None:
    filas = "".join(celda(t) for t in (*ROTULOS, *FILAS))
    leido = informe(f"{CABEZA}{filas}\n\n\nDesempeño Anual Región 2009 (%): 95%\n\nDesempeño Anual Servicio (CUMPLE / NO CUMPLE): CUMPLE\n")
    (tabla,) = leido.tablas
    assert tabla.desempeno is not None and tabla.desempeno.region is not None
    assert (tabla.desempeno.region.valor, tabla.desempeno.region.origen.texto, tabla.desempeno.servicio) == ("95", "95%", "CUMPLE")
    hallados = {(h.codigo, h.informado, h.recalculado) for h in leido.hallazgos if h.gravedad != "aviso"}
    assert ("DESEMPENO_REGION_NO_CUADRA", "95", "60") in hallados
    assert any(codigo == "DESEMPENO_SERVICIO_NO_CUADRA" for codigo, _, _ in hallados)


@pytest.mark.parametrize(
    "linea",
    ["Desempeño Anual Región 2006: 80%", "Desempeño de la región en el objetivo 1: 80%", "Desempeño del servicio en calidad: CUMPLE"],
)
def test_un_desempeno_de_otra_cosa_no_es_el_de_la_tabla(linea: str) -> None:
    """Another year, an objective, another system: the line is none of the form."""
    filas = "".join(celda(t) for t in (*ROTULOS, *FILAS))
    leido = informe(f"{CABEZA}{filas}\n\n\n{linea}\n")
    assert not {h.codigo for h in leido.hallazgos if h.codigo.startswith("DESEMPENO")}


@pytest.mark.parametrize("rotulo", ["Desempeño Anual Región 2009 (%)", "Desempeño anual de la región de Aysén"])
def test_el_rotulo_con_su_anio_o_su_region_es_el_de_la_tabla(rotulo: str) -> None:
    filas = "".join(celda(t) for t in (*ROTULOS, *FILAS))
    leido = informe(f"{CABEZA}{filas}\n\n\n{rotulo}: 80%\n")
    assert [(h.informado, h.recalculado) for h in leido.hallazgos if h.codigo == "DESEMPENO_REGION_NO_CUADRA"] == [("80", "60")]


LARGAS = [
    "Desempeño Anual Región Programa de Trabajo 2009: 95%",
    "Desempeño Anual Región Programa de Trabajo (diseño, acceso y distribución) 2009 (%) (11): 95%",
    "Desempeño anual de la región, programa de trabajo de gestión territorial 2009: 95 %",
    "Desempeño del Programa de Trabajo 2009, Región de Aysén: 95%",
    "Desempeño Programa de Trabajo GT Región 95%",
    "Desempeño regional anual es de 95%",
    "Desempeño Anual Región del Programa de Trabajo 2009 = 95",
]


@pytest.mark.parametrize("linea", LARGAS)
def test_el_rotulo_largo_del_formulario_y_sus_palabras_en_otro_orden(linea: str) -> None:
    filas = "".join(celda(t) for t in (*ROTULOS, *FILAS))
    leido = informe(f"{CABEZA}{filas}\n\n\n{linea}\n\nDesempeño del Servicio Programa de Trabajo 2009 (CUMPLE / NO CUMPLE): CUMPLE\n")
    (tabla,) = leido.tablas
    assert tabla.desempeno is not None and tabla.desempeno.region is not None
    assert (tabla.desempeno.region.valor, tabla.desempeno.servicio) == ("95", "CUMPLE")
    assert "DESEMPENO_REGION_NO_CUADRA" in {h.codigo for h in leido.hallazgos}


@pytest.mark.parametrize(
    "linea",
    ["Desempeño de los monitores de la región: 95%", "Desempeño de la región en el objetivo 2, programa de trabajo: 95%", "Desempeño del servicio en la región: 95%",
     "Desempeño regional del programa de becas: 95%"],
)  # fmt: skip
def test_lo_que_dice_mas_que_el_rotulo_no_es_el_desempeno(linea: str) -> None:
    filas = "".join(celda(t) for t in (*ROTULOS, *FILAS))
    (tabla,) = informe(f"{CABEZA}{filas}\n\n\n{linea}\n").tablas
    assert tabla.desempeno is None or tabla.desempeno.region is None


@pytest.mark.parametrize(
    ("texto", "clase"),
    [
        ("Rendimiento regional: 12", None),
        ("Rendimiento regional: 12%", "desempeno_region"),
        ("Porcentaje de la región: 12%", None),
        ("Porcentaje anual de la región: 12%", None),
        ("Porcentaje del programa en la región 2007: 12%", None),
        ("Balance total de la región: 12%", None),
        ("Porcentaje final de la región: 95%", "desempeno_region"),
        ("Porcentaje anual de cumplimiento de la región: 95%", "desempeno_region"),
        ("Resultado final de la región: 12", None),
        ("Resultado del programa en la región 2009: NO CUMPLE", "desempeno_region"),
        ("Cumplimiento de la región: 40", None),
    ],
)
def test_las_palabras_de_otras_cosas_piden_su_signo_y_de_que_son(texto: str, clase: str | None) -> None:
    assert clase_de_desempeno(texto) == clase


def test_un_porcentaje_que_no_dice_de_que_es_se_avisa() -> None:
    filas = "".join(celda(t) for t in (*ROTULOS, *FILAS))
    leido = informe(f"{CABEZA}{filas}\n\n\nPorcentaje anual de la región: 12%\n")
    assert all(t.desempeno is None or t.desempeno.region is None for t in leido.tablas)
    assert [h.codigo for h in leido.hallazgos if "Porcentaje anual" in h.mensaje] == ["LECTURA_DUDOSA"]
    assert "DESEMPENO_REGION_NO_CUADRA" not in {h.codigo for h in leido.hallazgos}


@pytest.mark.parametrize("rotulo", ["Desempeño anual región 2006", "Resultado anual de la región, año 2006", "Desempeño región año anterior"])
@pytest.mark.parametrize("propio", [None, "Desempeño anual región"])
def test_el_desempeno_de_otro_anio_no_es_de_la_tabla(rotulo: str, propio: str | None) -> None:
    """In its line or in the next cell; the year's own, told before it, stays."""
    filas = "".join(celda(t) for t in (*ROTULOS, *FILAS))
    antes = celda(propio) + celda("95%") if propio else ""
    for dicho in (celda(rotulo) + celda("31%"), f"{rotulo}: 31%\n"):
        leido = informe(f"{CABEZA}{filas}\n\n{antes}\n{dicho}\n")
        assert [t.desempeno.region.valor for t in leido.tablas if t.desempeno and t.desempeno.region] == (["95"] if propio else [])
        assert "31" not in {h.informado for h in leido.hallazgos}


@pytest.mark.parametrize(("dicho", "motivo"), [("0,95", "lectura_dudosa"), ("1", "lectura_dudosa"), ("1%", None), ("0", None)])
def test_un_desempeno_que_puede_ser_una_fraccion_no_se_compara_con_puntos(dicho: str, motivo: str | None) -> None:
    filas = "".join(celda(t) for t in (*ROTULOS, *FILAS))
    leido = informe(f"{CABEZA}{filas}\n\n{celda('Desempeño anual región')}{celda(dicho)}\n")
    respuestas = [v for v in leido.verificaciones if v.regla == "DESEMPENO_REGION_NO_CUADRA"]
    assert [(v.resultado, v.motivo) for v in respuestas] == [("NO_VERIFICABLE", motivo) if motivo else ("NO_CUADRA", None)]
