"""Which column holds the states, where two labels may name them; and figures in it that may count what was done."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

from extractor.modelo.informe import Informe

TITULOS = "<p>ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007</p><p>Actividad 1.1: Implementación</p><p>Región: Aysén</p>"


def _leer(*filas: tuple[str, ...]) -> Informe:
    cuerpo = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in f)}</tr>" for f in filas)
    return informe(f"<html><body>{TITULOS}<table border='1'>{cuerpo}</table></body></html>", "x.html")


def _estados(leido: Informe) -> list[str]:
    return [a.estado.valor for f in leido.tablas[0].filas for a in f.actividades if a.estado]


def _graves(leido: Informe) -> list[tuple[str, str | None]]:
    return [(h.codigo, h.informado) for h in leido.hallazgos if h.gravedad != "aviso"]


@pytest.mark.parametrize(("rotulo", "hechos"), [("Logro", ("9", "4")), ("Resultado", ("9 botes", "4 redes")), ("Ejecución", ("nueve", "cuatro"))])
def test_la_de_veredictos_gana_a_la_de_cuentas(rotulo: str, hechos: tuple[str, str]) -> None:
    cabeza = ("Tareas", "Meta", rotulo, "Peso", "Cumple", "Peso ganado")
    leido = _leer(cabeza, ("Reparar botes", "9", hechos[0], "55", "Sí", "55"), ("Tejer redes", "6", hechos[1], "45", "No", "45"))
    assert _estados(leido) == ["CUMPLE", "NO_CUMPLE"]
    assert _graves(leido) == [("GANADA_NO_CORRESPONDE", "45")]


@pytest.mark.parametrize("hechos", [("100%", "60%"), ("Cumplido", "No cumplido")])
def test_la_primera_que_dice_estados_se_queda(hechos: tuple[str, str]) -> None:
    leido = _leer(("Tareas", "Avance", "Peso", "Cumple", "Peso ganado"), ("Reparar botes", hechos[0], "55", "Sí", "55"), ("Tejer redes", hechos[1], "45", "No", "0"))
    assert [c.rol for c in leido.tablas[0].columnas][1] == "estado"


@pytest.mark.parametrize("rotulo", ["Logro", "Avance", "Resultados"])
def test_cifras_sin_signo_que_pueden_contar_cosas(rotulo: str) -> None:
    """Nine of nine is no nine per cent."""
    leido = _leer(("Tareas", "Meta", rotulo, "Peso", "Peso ganado"), ("Reparar botes", "9", "9", "55", "55"), ("Tejer redes", "60", "60", "45", "45"))
    assert _graves(leido) == []
    assert [(h.codigo, h.campo) for h in leido.hallazgos] == [("LECTURA_DUDOSA", "estado")]


@pytest.mark.parametrize(("rotulo", "hechos"), [("Grado de avance", ("100", "60")), ("Logro (%)", ("100", "60")), ("Logro", ("100%", "60%"))])
def test_porcentajes_que_lo_dicen(rotulo: str, hechos: tuple[str, str]) -> None:
    leido = _leer(("Tareas", rotulo, "Peso", "Peso ganado"), ("Reparar botes", hechos[0], "55", "55"), ("Tejer redes", hechos[1], "45", "27"))
    assert _estados(leido) == ["CUMPLE", "PARCIAL"]
    assert "LECTURA_DUDOSA" not in {h.codigo for h in leido.hallazgos}
