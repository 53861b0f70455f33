"""The goals that a progress table tells: only the programme's own one can have been changed; and a means that counts more."""

from __future__ import annotations

import pytest
from ayudas_reconciliador import aplanar, auditar, respuestas, uno
from test_reconciliador_logica_metas import CONTRADICTORIA, MODIFICADA, avance, programa

from extractor.reconciliador.metas_dichas import metas_dichas

OBJETIVO = "Vacunar en los puertos"


def _con_avance(texto: str, campo: str = "avance") -> list[str]:
    base = programa({"objetivos": (OBJETIVO,), "indicador": "Dosis aplicadas. Meta: 3.500 dosis", "cumple": "cumple"})
    resultado = auditar(base, avance({"objetivos": (OBJETIVO,), campo: texto}))
    return [h[0] for h in aplanar(resultado, MODIFICADA)]


@pytest.mark.parametrize("texto", [
    "El año pasado la meta fue de 2.000 dosis", "La meta del año anterior era de 3.000 dosis y se superó", "La meta 2006 eran 2.800 dosis",
    "En 2008 la meta subirá a 4.000 dosis", "Para el próximo año la meta es de 5.000 dosis", "La meta del segundo semestre es de 1.700 dosis",
    "La meta al mes de agosto era de 2.100 dosis", "La meta mensual es de 300 dosis", "Meta parcial a junio: 1.500 dosis",
    "La meta nacional es de 90.000 dosis", "La meta del municipio es de 600 dosis", "La meta fijada por la OMS es de 4.500 dosis",
    "La meta del hospital de Rengo es de 800 dosis", "Como meta intermedia se fijaron 1.000 dosis", "La meta por comuna es de 250 dosis",
    "El convenio con la universidad tiene una meta de 1.200 dosis", "La meta del programa de salud escolar es de 9.000 dosis",
    "La meta era de 3.500 dosis y la del año 2008 será de 4.000 dosis", "Se habían puesto 2.400 dosis de la meta de 3.500 dosis",
    "Las 1.200 dosis comprometidas por la Municipalidad de Rengo llegaron tarde", "Las 900 dosis comprometidas para 2008 se compraron",
    "En Rengo la meta era de 700 dosis", "Se superó la meta en 112 dosis", "La meta es 7 dosis por trabajador", "La meta restante es de 600 dosis",
    "El equipo se puso la meta de 5.000 dosis", "La meta de cobertura es de 80%", "Faltan 300 dosis para la meta",
])  # fmt: skip
def test_la_meta_de_otro_o_de_otra_parte_no_es_la_comprometida(texto: str) -> None:
    assert _con_avance(texto) == []


@pytest.mark.parametrize("texto", [
    "La meta cambió a 3.000 dosis", "Se rebajó la meta a 2.500 dosis", "La nueva meta es de 3.000 dosis", "Meta 2007: 3.000 dosis",
    "La meta anual es de 3.000 dosis", "3.000 dosis comprometidas", "En agosto se redujo la meta a 3.000 dosis",
    "La meta comprometida en el programa es de 3.000 dosis", "Se dejaron 3.000 dosis como meta",
])  # fmt: skip
def test_la_meta_propia_con_otro_numero(texto: str) -> None:
    assert _con_avance(texto) == [MODIFICADA]


def test_lo_que_se_recomienda_es_del_anio_que_viene() -> None:
    assert _con_avance("Fijar la meta en 5.000 dosis", "recomendaciones") == []


def test_sin_el_anio_del_programa_cualquier_anio_puede_ser_otro() -> None:
    assert [m.valor for m in metas_dichas("Meta 2007: 30 talleres", 2007)[0]] == [30]
    assert metas_dichas("Meta 2007: 30 talleres", None) == ((), True)
    assert metas_dichas("Sin novedades", 2007) == ((), False)


def test_cada_celda_dice_lo_suyo() -> None:
    base = programa({"objetivos": (OBJETIVO,), "indicador": "Dosis aplicadas. Meta: 3.500 dosis", "cumple": "cumple"})
    celdas = {"avance": "La meta es de 3.000 dosis", "medidas": "La municipalidad prestó una sala"}
    assert uno(auditar(base, avance({"objetivos": (OBJETIVO,), **celdas})), MODIFICADA).informado == "3000"


def test_se_dice_que_la_meta_del_avance_puede_ser_otra() -> None:
    base = programa({"objetivos": (OBJETIVO,), "indicador": "Dosis aplicadas. Meta: 3.500 dosis", "cumple": "cumple"})
    resultado = auditar(base, avance({"objetivos": (OBJETIVO,), "avance": "La meta mensual es de 300 dosis"}))
    assert respuestas(resultado, MODIFICADA) == [("NO_VERIFICABLE", "regimen_no_aplica")]
    assert any("otra meta" in (v.formula or "") for v in resultado.verificaciones if v.regla == MODIFICADA)


def test_un_rotulo_no_separa_el_objetivo_de_su_meta() -> None:
    base = programa({"objetivos": (OBJETIVO,), "indicador": "Dosis aplicadas. Meta: 3.500 dosis", "cumple": "cumple"})
    resultado = auditar(base, avance({"objetivos": (f"Objetivo 1: {OBJETIVO}",), "avance": "Se rebajó la meta a 2.500 dosis"}))
    assert uno(resultado, MODIFICADA).informado == "2500"


@pytest.mark.parametrize(("indicador", "logrado", "medio", "choca"), [
    ("Alumnos formados. Meta: 40 alumnos", "40 alumnos", "Nómina de 60 alumnos certificados", True),
    ("Dirigentes capacitados. Meta: 30 dirigentes", "30 dirigentes", "Diplomas de 45 dirigentes aprobados", True),
    ("Visitas efectuadas. Meta: 30 visitas", "30 visitas", "Actas de 45 visitas realizadas", True),
    ("Alumnos formados. Meta: 40 alumnos", "40 alumnos", "Nómina de 60 alumnos matriculados", False),
    ("Alumnos certificados. Meta: 40 alumnos", "40 alumnos certificados", "Lista de 60 alumnos formados", False),
    ("Alumnos rurales formados. Meta: 40 alumnos", "40 alumnos rurales", "60 alumnos certificados", False),
    ("Alumnos formados. Meta: 40 alumnos", "40 alumnos", "60 alumnos formados en años anteriores", False),
    ("Alumnos formados. Meta: 40 alumnos", "40 alumnos", "60 alumnos certificados por otros servicios", False),
    ("Obras terminadas. Meta: 3 obras", "3 obras", "Actas de 5 obras ejecutadas", False),
    ("Cursos realizados. Meta: 4 cursos", "4 cursos", "Resolución de 6 cursos aprobados", False),
    ("Sedes equipadas. Meta: 3 sedes", "3 sedes", "Catastro de 12 sedes", False),
])  # fmt: skip
def test_un_medio_que_llega_mas_lejos_que_la_meta(indicador: str, logrado: str, medio: str, choca: bool) -> None:
    """Who is certified was trained; who was trained may not be certified."""
    resultado = auditar(programa({"indicador": indicador, "resultado": logrado, "medio": medio, "cumple": "cumple"}))
    assert [h[0] for h in aplanar(resultado, CONTRADICTORIA)] == ([CONTRADICTORIA] if choca else [])
