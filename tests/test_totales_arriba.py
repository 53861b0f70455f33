"""Totals printed above the rows they are of: under the header, or in the same table ahead of it with the performance."""

from __future__ import annotations

import pytest
from ayudas_partes import docx, html

from extractor.modelo.informe import Informe

TERCERA = ("Servicio de Faros y Boyas", "ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO 2009")
CABEZA = ("Objetivo", "Actividad", "Ponderación", "Cumple", "Ponderación ganada")
FILAS = (("Faros", "Encender la linterna", "40", "Sí", "40"), ("Boyas", "Fondear las nuevas", "60", "No", "0"))
FORMATOS = pytest.mark.parametrize("leer", [html, docx])


def _totales(leido: Informe, n: int = 0) -> list[tuple[str | None, str | None]]:
    pares = ((b.total_ponderacion, b.total_ganada) for b in leido.tablas[n].bloques)
    return [(p.valor if p else None, g.valor if g else None) for p, g in pares]


def _codigos(leido: Informe) -> list[str]:
    return [h.codigo for h in leido.hallazgos if "TOTAL" in h.codigo or "DESEMPENO" in h.codigo]


@FORMATOS
@pytest.mark.parametrize("rotulo", ["TOTAL REGIÓN", "Totales", "Total programa de trabajo", "Suma (%)"])
@pytest.mark.parametrize(("ganada", "codigos"), [("40", []), ("45", ["TOTAL_GANADA_NO_CUADRA"])])
def test_el_total_bajo_el_encabezado(leer, rotulo: str, ganada: str, codigos: list[str]) -> None:  # type: ignore[no-untyped-def]
    leido = leer(*TERCERA, "Región de Aysén", (CABEZA, (rotulo, "", "100", "", ganada), *FILAS))
    assert len(leido.tablas[0].filas) == 2 and _totales(leido) == [("100", ganada)]
    assert _codigos(leido) == codigos


@pytest.mark.parametrize(
    "primera",
    [
        ("Total de la caleta", "Contar todas las boyas", "10", "Sí", "10"),
        ("Total", "Sumar las balizas", "10", "Sí", "10"),
    ],
)
def test_una_actividad_que_abre_con_su_palabra_no_es_el_total(primera: tuple[str, ...]) -> None:
    leido = html(*TERCERA, "Región de Aysén", (CABEZA, primera, *FILAS))
    assert len(leido.tablas[0].filas) == 3


def test_con_otro_abajo_vale_el_de_abajo_y_se_avisa_el_que_difiere() -> None:
    abajo = ("Total", "", "100", "", "40")
    igual = html(*TERCERA, "Región de Aysén", (CABEZA, ("Total", "", "100", "", "40"), *FILAS, abajo))
    otro = html(*TERCERA, "Región de Aysén", (CABEZA, ("Total", "", "100", "", "90"), *FILAS, abajo))
    assert _totales(igual) == _totales(otro) == [("100", "40")] and not _codigos(igual) and not _codigos(otro)
    assert [any("sobre las filas" in h.mensaje for h in leido.hallazgos) for leido in (igual, otro)] == [False, True]


def test_los_de_cada_grupo_sobre_sus_filas_no_cierran_las_de_otro() -> None:
    segundo = (("Total", "", "30", "", "10"), ("Balizas", "Pintar las rojas", "10", "Sí", "10"), ("Muelles", "Medir", "20", "No", "0"))
    leido = html(*TERCERA, "Región de Aysén", (CABEZA, ("Total", "", "100", "", "40"), *FILAS, *segundo))
    assert not _codigos(leido) and any("sobre las filas" in h.mensaje for h in leido.hallazgos)


SOBRE = (("Total ponderación", "100%", "", "", ""), ("Desempeño Anual Región (%)", "45%", "", "", ""))


@FORMATOS
def test_el_total_y_el_desempeno_sobre_el_encabezado(leer) -> None:  # type: ignore[no-untyped-def]
    servicio = ("Desempeño Anual Servicio (CUMPLE / NO CUMPLE)", "CUMPLE", "", "", "")
    leido = leer(*TERCERA, (("Región", "Aysén", "", "", ""), *SOBRE, servicio, CABEZA, *FILAS))
    (tabla,) = leido.tablas
    assert tabla.region.codigos == ("11",) and _totales(leido) == [("100", None)]
    assert tabla.desempeno is not None and tabla.desempeno.region is not None
    assert (tabla.desempeno.region.valor, tabla.desempeno.servicio) == ("45", "CUMPLE")
    assert [c for c in _codigos(leido) if c != "TOTAL_AUSENTE"] == ["DESEMPENO_REGION_NO_CUADRA", "DESEMPENO_SERVICIO_NO_CUADRA"]


@FORMATOS
def test_lo_de_sobre_la_segunda_no_es_de_la_primera(leer) -> None:  # type: ignore[no-untyped-def]
    primera = (("Región", "Aysén", "", "", ""), CABEZA, *FILAS, ("Desempeño Anual Región (%)", "40%", "", "", ""))
    leido = leer(*TERCERA, primera, "Otra sede", (("Región", "Maule", "", "", ""), *SOBRE, CABEZA, *FILAS))
    valores = [t.desempeno.region.valor if t.desempeno and t.desempeno.region else None for t in leido.tablas]
    assert valores == ["40", "45"] and _totales(leido, 1) == [("100", None)]


def test_lo_que_ninguna_tabla_recoge_se_avisa() -> None:
    resumen = (("Desempeño Anual Región (%)", "45%"), ("Encargado", "Unidad de Señales"))
    leido = html(*TERCERA, "Región de Aysén", resumen, (CABEZA, *FILAS))
    assert leido.tablas[-1].desempeno is None and any("desempeño" in h.mensaje for h in leido.hallazgos)


def test_el_de_otro_anio_sobre_el_encabezado_no_es_suyo() -> None:
    leido = html(*TERCERA, "Región de Aysén", (("Desempeño Anual Región 2008 (%)", "45%", "", "", ""), CABEZA, *FILAS))
    assert leido.tablas[0].desempeno is None and not [c for c in _codigos(leido) if c.startswith("DESEMPENO")]
