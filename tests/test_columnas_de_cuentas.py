"""A plan without an earned column: a column that counts people is none; one of figures that nobody knows is still told."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

from extractor.modelo.informe import Informe


def _leer(rotulo: str) -> Informe:
    filas = (
        ("Propósito", "Tareas", "Ponderación", "Medio de verificación", rotulo),
        ("Riego", "Abrir las compuertas", "55", "Actas", "35"),
        ("Huertos", "Repartir semillas", "45", "Guías", "28"),
    )
    cuerpo = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in f)}</tr>" for f in filas)
    titulo = "<p>ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007</p><p>Región: Maule</p>"
    return informe(f"<html><body>{titulo}<table border='1'>{cuerpo}</table></body></html>", "x.html")


@pytest.mark.parametrize(
    "rotulo",
    ["N° beneficiarios", "Nº de participantes", "Cantidad de hogares", "Número de visitas", "Mujeres capacitadas", "Cobertura (personas)"],
)
def test_una_columna_que_cuenta_no_es_la_ganada(rotulo: str) -> None:
    leido = _leer(rotulo)
    assert [c.rol for c in leido.tablas[0].columnas][-1] == "otro"
    assert "LECTURA_DUDOSA" not in {h.codigo for h in leido.hallazgos}
    assert leido.documento.estado == "ok"


@pytest.mark.parametrize("rotulo", ["Resultado del mes", "% de beneficiarios", "Puntos por participante", ""])
def test_otra_columna_de_cifras_se_dice(rotulo: str) -> None:
    leido = _leer(rotulo)
    assert [h.codigo for h in leido.hallazgos if h.codigo == "LECTURA_DUDOSA"] == ["LECTURA_DUDOSA"]


@pytest.mark.parametrize(("marca", "dicho"), [("{}. ", "textos numerados"), ("{}.- ", "textos numerados"), ("{} ", "cantidades")])
def test_el_numero_de_un_punto_no_cuenta_nada(marca: str, dicho: str) -> None:
    """A list of the unit's goals may be its objectives; "2 talleres" counts."""
    puntos = [marca.format(n) + texto for n, texto in enumerate(("Asegurar riego", "Sembrar huertos"), start=1)]
    filas = (
        ("Lo que persigue la unidad", "Tareas", "Ponderación", "Cumple", "Ponderación ganada"),
        (puntos[0], "Abrir las compuertas", "55", "Sí", "55"),
        (puntos[1], "Repartir semillas", "45", "Sí", "45"),
    )
    cuerpo = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in f)}</tr>" for f in filas)
    titulo = "<p>ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007</p><p>Región: Maule</p>"
    leido = informe(f"<html><body>{titulo}<table border='1'>{cuerpo}</table></body></html>", "x.html")
    (aviso,) = [h.mensaje for h in leido.hallazgos if h.codigo == "LECTURA_DUDOSA"]
    assert dicho in aviso
