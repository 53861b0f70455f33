"""A row of totals may also say whether the region fulfilled, or label each total: it is no activity, and its figures are totals."""

from __future__ import annotations

import pytest
from ayudas_texto import informe, programa_2007

ACTIVIDADES = (
    (("Salares",), ("Medir la salmuera",), ("40",), ("Cumplido",), ("40",)),
    (("Bofedales",), ("Cercar las vegas",), ("30",), ("Cumplido",), ("30",)),
    (("Costa",), ("Censar caletas",), ("30",), ("No cumplido",), ("0",)),
)
CABEZA = ("Objetivos específicos", "Actividades", "Ponderación actividad", "Cumple o No cumple", "Ponderación ganada")


def en_html(*filas: tuple[tuple[str, ...], ...]) -> str:
    cuerpo = "".join("<tr>" + "".join(f"<td>{' '.join(c)}</td>" for c in f) + "</tr>" for f in filas)
    cabeza = "".join(f"<td>{c}</td>" for c in CABEZA)
    return (
        "<html><body><p>ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007</p><p>Región: I de Tarapacá</p>"
        f"<table border='1'><tr>{cabeza}</tr>{cuerpo}</table></body></html>"
    )


@pytest.mark.parametrize("total", [
    (("TOTAL REGIÓN",), ("",), ("100",), ("NO CUMPLE",), ("70",)),
    (("Total",), ("",), ("100%",), ("No cumple",), ("70%",)),
    (("",), ("Total del programa",), ("100",), ("Cumple",), ("70",)),
    (("",), ("Total ponderación",), ("100",), ("Total ganado",), ("70",)),
    (("Total",), ("",), ("100",), ("70%",), ("70",)),
    (("Total",), ("",), ("100",), ("",), ("70",)),
])  # fmt: skip
@pytest.mark.parametrize("formato", ["txt", "html"])
def test_es_un_total(total: tuple[tuple[str, ...], ...], formato: str) -> None:
    filas = (*ACTIVIDADES, total)
    leido = informe(programa_2007(*filas, region="I de Tarapacá")) if formato == "txt" else informe(en_html(*filas), "x.html")
    (bloque,) = leido.tablas[0].bloques
    assert bloque.total_ponderacion is not None and bloque.total_ponderacion.valor == "100"
    assert bloque.total_ganada is not None and bloque.total_ganada.valor == "70"
    assert leido.cobertura.actividades == 3 and not [h for h in leido.hallazgos if h.gravedad != "aviso"]


@pytest.mark.parametrize("texto", ["Total de talleres realizados en la costa", "Total de horas cumplidas"])
@pytest.mark.parametrize("formato", ["txt", "html"])
def test_una_actividad_que_abre_con_total_sigue_siendo_actividad(texto: str, formato: str) -> None:
    filas = (*ACTIVIDADES[:2], (("Costa",), (texto,), ("30",), ("No cumplido",), ("0",)))
    leido = informe(programa_2007(*filas, region="I de Tarapacá")) if formato == "txt" else informe(en_html(*filas), "x.html")
    assert leido.cobertura.actividades == 3 and leido.tablas[0].bloques[0].suma_ponderacion == "100"
