"""What sentences around a table say: the region of the table they announce, and the total of the table they follow."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

from extractor.formatos.regiones.en_frase import region_anunciada
from extractor.modelo.informe import Informe

ETAPA = "<p>ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2007</p><p>Actividad 1.1. Programa de Trabajo</p>"


def _tabla(*filas: tuple[str, str, str, str]) -> str:
    cabeza = ("Actividad", "Ponderación", "Cumple", "Ponderación ganada")
    return "<table border='1'>" + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in f) + "</tr>" for f in (cabeza, *filas)) + "</table>"


BUENA = _tabla(("Abrir la caleta", "60", "Sí", "60"), ("Pintar boyas", "40", "Sí", "40"))
MEDIA = _tabla(("Marcar senderos", "70", "Sí", "70"), ("Cercar el vivero", "30", "No", "0"))


def _informe(cuerpo: str) -> Informe:
    return informe(f"<html><body>{ETAPA}{cuerpo}</body></html>", "x.html")


@pytest.mark.parametrize(
    ("texto", "region"),
    [
        ("A continuación se detalla lo ejecutado en la Región de Tarapacá, por la oficina de Iquique.", "Región de Tarapacá"),
        ("En la IX Región de la Araucanía la oficina expone lo siguiente.", "IX Región de la Araucanía"),
        ("Región del Maule (encargada: Ana Rojas)", "Región del Maule"),
        ("Cumplimiento del plan en la XII Región.", "XII Región"),
        ("Se viajó a la Región de Aysén.", None),
        ("Se presenta el programa de todas salvo la Región de Aysén.", None),
        ("Se informa la Región de Aysén y la Región del Maule.", None),
        ("Informe de las regiones de Aysén y del Maule.", None),
        ("Se informa la labor de la regional.", None),
    ],
)
def test_la_region_que_anuncia_una_frase(texto: str, region: str | None) -> None:
    assert region_anunciada(texto) == region


def test_la_frase_que_anuncia_la_tabla_da_su_region() -> None:
    leido = _informe(
        f"<p>Se informa el cumplimiento en la Región de Tarapacá.</p>{BUENA}"
        f"<p>En la Región del Maule, oficina de Talca, el resultado es este.</p>{MEDIA}"
    )
    assert [(t.region.codigos, t.region.certeza) for t in leido.tablas] == [(("01",), "aproximada"), (("07",), "aproximada")]
    assert "REGION_NO_INDICADA" not in {h.codigo for h in leido.hallazgos}


def test_una_linea_de_region_anterior_no_gana_a_la_frase_de_la_tabla() -> None:
    leido = _informe(f"<p>Región: Tarapacá</p>{BUENA}<p>La Región del Maule informa lo siguiente.</p>{MEDIA}")
    assert [t.region.codigos for t in leido.tablas] == [("01",), ("07",)]


@pytest.mark.parametrize(
    "antes",
    [
        "<p>Programa de Trabajo GT 2007. Todas las regiones</p>",
        "<p>TODAS LAS REGIONES</p>",
        "<table border='1'><tr><td>Todas las regiones</td></tr></table>",
    ],
)
def test_todas_las_regiones(antes: str) -> None:
    avance = (
        "<p>Actividad 1.2: Análisis del avance</p><table border='1'><tr><td>Objetivo</td><td>Avance</td><td>Recomendaciones</td>"
        "<td>Responsable</td></tr><tr><td>Abrir</td><td>Se abrió</td><td>Seguir</td><td>Flota</td></tr></table>"
    )
    assert [t.region.alcance for t in _informe(antes + BUENA + avance).tablas] == ["TODAS", "TODAS"]


def _totales(leido: Informe) -> list[tuple[str | None, str | None, str | None]]:
    return [(h.tabla, h.informado, h.recalculado) for h in leido.hallazgos if h.codigo == "TOTAL_GANADA_NO_CUADRA"]


def test_el_total_dicho_bajo_cada_tabla_es_de_ella() -> None:
    frase = "<p>Total ganado por la oficina: {} puntos.</p>"
    leido = _informe("<p>Región: Maule</p>" + BUENA + frase.format(100) + "<p>Región: Aysén</p>" + MEDIA + frase.format(90))
    assert _totales(leido) == [("t02", "90", "70")]
    assert not [h for h in leido.hallazgos if h.codigo == "LECTURA_DUDOSA"]


def test_si_nada_distingue_las_tablas_el_total_dicho_queda_en_duda() -> None:
    """The second may be of both: whether the weights of each add up to a whole is what is audited, and tells nothing here."""
    frase = "<p>Total ganado por la oficina: {} puntos.</p>"
    leido = _informe(BUENA + frase.format(100) + MEDIA + frase.format(90))
    assert _totales(leido) == []
    assert "LECTURA_DUDOSA" in {h.codigo for h in leido.hallazgos}


def test_un_solo_total_tras_dos_tablas_sigue_en_duda() -> None:
    leido = _informe(BUENA + "<p>Segunda parte del año</p>" + MEDIA + "<p>Total ganado: 90 puntos.</p>")
    assert _totales(leido) == []
    assert "LECTURA_DUDOSA" in {h.codigo for h in leido.hallazgos}


def test_el_total_bajo_el_ultimo_bloque_de_un_entero_puede_ser_de_todos() -> None:
    """Each table has half of the weights: 100 below the second is what both earned."""
    mitades = [_tabla((f"{v} caletas", "30", "Sí", "30"), (f"{v} boyas", "20", "Sí", "20")) for v in ("Abrir", "Pintar")]
    leido = _informe(f"<p>Región: Maule</p>{mitades[0]}<p>Total ganado: 50</p>{mitades[1]}<p>Total ganado: 100</p>")
    assert _totales(leido) == []
    assert "LECTURA_DUDOSA" in {h.codigo for h in leido.hallazgos}


@pytest.mark.parametrize(
    "frase",
    [
        "Se coordinó la ejecución del programa con la Región de Magallanes.",
        "La actividad 2 se ejecuta en conjunto con la Región de Magallanes",
        "El programa de difusión se replicó en la Región de Magallanes.",
        "El taller de Coyhaique se hizo en el verano con los profesionales de la oficina de Puerto Natales, Región de Magallanes",
    ],
)
def test_una_frase_que_solo_menciona_otra_region_no_cambia_la_de_la_tabla(frase: str) -> None:
    leido = _informe(f"<p>Región: Aysén</p>{BUENA}<p>{frase}</p>{MEDIA}")
    assert [t.region.codigos for t in leido.tablas] == [("11",), ("11",)]


@pytest.mark.parametrize(
    ("antes", "titulo", "codigos"),
    [
        ("Región de Los Lagos", "Programa de Trabajo - Región de Los Ríos", ("10", "14")),
        ("Región de Los Ríos", "Programa de Trabajo de la Región de Los Lagos", ("14", "10")),
    ],
)
def test_dos_regiones_con_una_palabra_en_comun_son_dos(antes: str, titulo: str, codigos: tuple[str, str]) -> None:
    etapa = ETAPA.replace("2007", "2009")
    leido = informe(f"<html><body>{etapa}<p>{antes}</p>{BUENA}<p>{titulo}</p>{MEDIA}</body></html>", "x.html")
    assert [t.region.codigos for t in leido.tablas] == [(c,) for c in codigos]
