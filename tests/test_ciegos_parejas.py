"""What parts the items of a cell outranks the counts beside it; and whose objective an activity is."""

from __future__ import annotations

import pytest
from ayudas_texto import informe, programa_2007

from extractor.modelo.tabla import Fila
from extractor.vocabularios.filas import es_objetivo_rotulado

ETAPA = "<p>ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2007</p><p>Región de Aysén</p>"


def _textos(fila: Fila) -> list[str | None]:
    return [a.texto for a in fila.actividades]


@pytest.mark.parametrize(
    "actividades",
    [
        ("1. Sembrar un vivero", "2. Cercar el predio", "3. Podar los cercos"),
        ("a) Sembrar un vivero", "b) Cercar el predio", "c) Podar los cercos"),
        ("1.1 Sembrar un vivero", "1.2 Cercar el predio", "1.3 Podar los cercos"),
        ("Actividad 1: Sembrar un vivero", "Actividad 2: Cercar el predio", "Actividad 3: Podar los cercos"),
        ("Sembrar un vivero", "Cercar el predio", "Podar los cercos"),
    ],
)
def test_tres_actividades_y_dos_pesos_siguen_tres(actividades: tuple[str, ...]) -> None:
    leido = informe(programa_2007((("Forestar",), actividades, ("60", "40"), ("Cumple", "Cumple"), ("60", "40"))))
    assert _textos(leido.tablas[0].filas[0]) == list(actividades)
    assert [h.codigo for h in leido.hallazgos] == ["CONTEO_DESALINEADO"]


def test_una_actividad_numerada_no_se_parte_para_que_las_cuentas_cuadren() -> None:
    """The rest of a numbered line is no activity, though there is a weight too many."""
    actividades = "1. Sembrar un vivero\n2. Cercar\nel predio"
    leido = informe(programa_2007((("Forestar",), (actividades,), ("50", "30", "20"), ("Cumple",) * 3, ("50", "30", "20"))))
    assert _textos(leido.tablas[0].filas[0]) == ["1. Sembrar un vivero", "2. Cercar el predio", None]
    assert [h.codigo for h in leido.hallazgos] == ["CONTEO_DESALINEADO"]


def test_una_frase_cortada_por_una_linea_en_blanco_se_une() -> None:
    """Lower case, or a line that ends open, goes on with the one before."""
    partidas = (("Capacitar a los", "funcionarios"), ("Firmar un convenio con", "SERNAPESCA"), ("Capacitar", "(Coyhaique y Cisnes)"))
    for partida in partidas:
        leido = informe(programa_2007((("Formar",), partida, ("100",), ("Cumple",), ("100",))))
        assert _textos(leido.tablas[0].filas[0]) == [" ".join(partida)]


@pytest.mark.parametrize("marca", ["4.- ", "• ", "a) ", "2.3 ", "Actividad 4: "])
@pytest.mark.parametrize("resultados", [True, False])
def test_un_parrafo_sin_numero_sigue_a_la_actividad_que_lo_tiene(marca: str, resultados: bool) -> None:
    """Every other cell of the row counts one activity; a plan has no results."""
    otras = (("Cumple",), ("100",)) if resultados else ((), ())
    leido = informe(programa_2007((("Formar",), (f"{marca}Capacitar a los guías.", "Se hará en dos jornadas."), ("100",), *otras)))
    assert _textos(leido.tablas[0].filas[0]) == [f"{marca}Capacitar a los guías. Se hará en dos jornadas."]
    assert "CONTEO_DESALINEADO" not in {h.codigo for h in leido.hallazgos}


@pytest.mark.parametrize(
    ("actividades", "estados"),
    [
        (("Capacitar a los guías.", "Se hará en dos jornadas."), ("Cumple",)),
        (("1. Capacitar a los guías.", "Cercar el predio."), ("Cumple", "No cumple")),
        (("Primera etapa", "1. Capacitar a los guías."), ("Cumple",)),
    ],
)
def test_sin_numero_que_lo_diga_siguen_siendo_dos(actividades: tuple[str, ...], estados: tuple[str, ...]) -> None:
    """No mark tells them apart, or another cell counts two."""
    leido = informe(programa_2007((("Formar",), actividades, ("100",), estados, ("100",))))
    assert _textos(leido.tablas[0].filas[0]) == list(actividades)
    assert "CONTEO_DESALINEADO" in {h.codigo for h in leido.hallazgos}


def test_una_lista_que_la_actividad_anuncia_es_parte_de_ella() -> None:
    """One weight, one state, one earned value, and a colon before the list."""
    actividad = ("Hacer talleres en:", "1. Coyhaique", "2. Cisnes")
    leido = informe(programa_2007((("Formar",), actividad, ("100",), ("Cumple",), ("100",))))
    assert _textos(leido.tablas[0].filas[0]) == ["Hacer talleres en: 1. Coyhaique 2. Cisnes"]


def test_los_objetivos_numerados_no_se_pegan_a_la_actividad() -> None:
    """The activities go on by themselves: the objective's number is its own."""
    leido = informe(
        programa_2007(
            (("1. Regar",), ("1. Revisar canales", "2. Medir pozos"), ("30", "30"), ("Sí", "Sí"), ("30", "30")),
            (("2. Asociar",), ("3. Formar una junta",), ("40",), ("Sí",), ("40",)),
        )
    )
    assert [_textos(f) for f in leido.tablas[0].filas] == [["1. Revisar canales", "2. Medir pozos"], ["3. Formar una junta"]]
    assert [f.objetivos for f in leido.tablas[0].filas] == [("1. Regar",), ("2. Asociar",)]


def test_la_primera_fila_solo_se_completa_si_sobran_pesos() -> None:
    def textos(*pesos: str) -> list[str | None]:
        fila = (("1. Regar",), ("2. Revisar canales", "3. Medir pozos"), pesos, ("Sí",) * len(pesos), pesos)
        return _textos(informe(programa_2007(fila)).tablas[0].filas[0])

    assert textos("60", "40") == ["2. Revisar canales", "3. Medir pozos"]
    assert textos("30", "30", "40") == ["1. Regar", "2. Revisar canales", "3. Medir pozos"]


def test_la_actividad_que_perdio_su_tabulacion_vuelve_a_las_suyas() -> None:
    """The number missing between the row above and this one is the one that stands in the objectives' cell."""
    leido = informe(
        programa_2007(
            (("Regar",), ("1. Revisar canales",), ("30",), ("Sí",), ("30",)),
            (("2. Medir pozos",), ("3. Formar una junta",), ("30", "40"), ("Sí", "Sí"), ("30", "40")),
        )
    )
    assert _textos(leido.tablas[0].filas[1]) == ["2. Medir pozos", "3. Formar una junta"]


def _html(*filas: str, columnas: tuple[str, ...] = ("Acción", "Encargado", "Peso", "Cumple", "Peso ganado")) -> list[Fila]:
    cabeza = "<tr>" + "".join(f"<td>{c}</td>" for c in columnas) + "</tr>"
    (tabla,) = informe(f"<html><body>{ETAPA}<table border='1'>{cabeza}{''.join(filas)}</table></body></html>", "x.html").tablas
    return list(tabla.filas)


@pytest.mark.parametrize("rotulo", ["Objetivo N° {n}: ", "Línea de acción {n}.- ", "OE{n}. ", ""])
def test_fila_que_solo_dice_el_objetivo_de_las_que_siguen(rotulo: str) -> None:
    def banda(n: int, texto: str) -> str:
        return f"<tr><td colspan='5'>{rotulo.format(n=n)}{texto}</td></tr>"

    filas = _html(
        banda(1, "Cuidar el bosque"),
        "<tr><td>Cercar</td><td>Oficina</td><td>40</td><td>Sí</td><td>40</td></tr>",
        "<tr><td>Podar</td><td>Oficina</td><td>10</td><td>Sí</td><td>10</td></tr>",
        banda(2, "Cuidar el agua"),
        "<tr><td>Medir</td><td>Oficina</td><td>50</td><td>Sí</td><td>50</td></tr>",
    )
    assert [_textos(f) for f in filas] == [["Cercar"], ["Podar"], ["Medir"]]
    bosque, agua = rotulo.format(n=1) + "Cuidar el bosque", rotulo.format(n=2) + "Cuidar el agua"
    assert [f.objetivos for f in filas] == [(bosque,), (bosque,), (agua,)]


def test_una_nota_al_pie_de_la_tabla_no_es_objetivo() -> None:
    filas = _html(
        "<tr><td>Cercar</td><td>Oficina</td><td>100</td><td>Sí</td><td>100</td></tr>",
        "<tr><td colspan='5'>Nota: la cerca se revisa cada año.</td></tr>",
    )
    assert filas[0].objetivos == ()
    assert len(filas) == 1


def test_que_rotula_un_objetivo() -> None:
    for texto in ("Objetivo específico 2: Ordenar", "OBJETIVO 3.- ORDENAR", "Propósito: ordenar", "Eje II. Turismo rural"):
        assert es_objetivo_rotulado(texto)
    for texto in ("Objetivos específicos", "Objetivos 1.- Ordenar. 2.- Mejorar.", "Objetivo de la junta es ordenar", "Ejecutar: rondas"):
        assert not es_objetivo_rotulado(texto)
