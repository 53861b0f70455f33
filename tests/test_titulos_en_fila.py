"""Text of Word origin: an activity that opens with a title's words is a cell of its row; what the title announces still is not."""

from __future__ import annotations

import pytest
from ayudas_texto import celda, informe

from extractor.modelo.informe import Informe

CABEZA = "ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007\n\n\tRegión: Aysén\n\n"
ROTULOS = ("Propósito", "Tareas", "Peso (%)", "Cumplimiento", "Peso obtenido")
UNA = ("Huertos", "Repartir semillas", "55", "Sí", "55")


def _leer(*filas: tuple[str | tuple[str, ...], ...], rotulos: tuple[str, ...] = ROTULOS, final: str = "\n") -> Informe:
    celdas = (c if isinstance(c, tuple) else (c,) for f in (rotulos, *filas) for c in f)
    return informe(CABEZA + "".join(celda(*c) for c in celdas) + final)


def _tareas(leido: Informe) -> list[list[str | None]]:
    return [[a.texto for f in t.filas for a in f.actividades] for t in leido.tablas]


@pytest.mark.parametrize(
    "tarea",
    [
        "Desempeño de la región costera: medir a los equipos",
        "Desempeño región: publicar el boletín",
        "Desempeño del servicio en la feria",
        "Región: recorrer las islas",
        "Actividad 2.1: Recorrer las islas",
        "Etapa 1: diagnosticar",
    ],
)
@pytest.mark.parametrize("ganada", ["45", "Pendiente", ""])
def test_es_una_actividad(tarea: str, ganada: str) -> None:
    leido = _leer(UNA, ("Mar", tarea, "45", "Sí", ganada))
    assert _tareas(leido) == [["Repartir semillas", tarea]]
    assert leido.tablas[0].desempeno is None
    assert not {"TABLA_TRUNCADA", "PONDERACIONES_NO_SUMAN_100", "DESEMPENO_REGION_NO_CUADRA"} & {h.codigo for h in leido.hallazgos}


def test_apilada_en_su_celda() -> None:
    leido = _leer(UNA, ("Mar", ("Pintar", "Desempeño de la región costera: medir"), ("20", "25"), ("Sí", "Sí"), ("20", "25")))
    assert _tareas(leido) == [["Repartir semillas", "Pintar", "Desempeño de la región costera: medir"]]
    assert leido.hallazgos == ()


def test_en_la_primera_columna() -> None:
    leido = _leer(UNA[1:], ("Desempeño de la región costera: medir", "45", "Sí", "45"), rotulos=ROTULOS[1:])
    assert _tareas(leido) == [["Repartir semillas", "Desempeño de la región costera: medir"]]


@pytest.mark.parametrize(
    "final",
    [
        "\tDesempeño Anual Región (%)\n\t70\n\n",
        "\tDesempeño anual de la región de Aysén (suma de lo ganado)\n\t70\n\n",
        "Desempeño región 2007: 70\n",
        "\n\nDesempeño de la región según la nota 15: 70%\n",
    ],
)
def test_el_rotulo_de_un_desempeno_sigue_siendolo(final: str) -> None:
    leido = _leer(UNA, ("Mar", "Pintar", "45", "No", "0"), final=final)
    assert _tareas(leido) == [["Repartir semillas", "Pintar"]]
    desempeno = leido.tablas[0].desempeno
    assert desempeno is not None
    assert desempeno.region is not None or "nota 15" in final
    assert ("DESEMPENO_REGION_NO_CUADRA" in {h.codigo for h in leido.hallazgos}) == (desempeno.region is not None)


def test_un_titulo_a_media_fila_sin_pesos_donde_deben_corta_la_tabla() -> None:
    segunda = ("Actividad 2.1: Otra tabla", "Propósito", "Tareas", "Peso (%)", "Cumplimiento", "Peso obtenido", "Mar", "Pintar", "100", "Sí", "100")
    leido = _leer(UNA, ("Mar",), segunda)
    assert _tareas(leido) == [["Repartir semillas"], ["Pintar"]]
    assert [h.tabla for h in leido.hallazgos if h.codigo == "TABLA_TRUNCADA"] == ["t01"]
