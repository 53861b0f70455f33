"""Objectives that are each a whole: rows that print their totals, one by one or all at once, close blocks and are no activities."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

from extractor.modelo.informe import Informe
from extractor.modelo.tabla import Tabla

ETAPA = "<p>ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2007</p><p>Región de Atacama</p>"
ROTULOS = ("Propósito", "Tareas", "Peso", "Cumple", "Peso obtenido")


def _fila(*celdas: str) -> str:
    return "<tr>" + "".join(c if c.startswith("<td") else f"<td>{c}</td>" for c in celdas) + "</tr>"


def _leer(*filas: str) -> Informe:
    return informe(f"<html><body>{ETAPA}<table border='1'>{_fila(*ROTULOS)}{''.join(filas)}</table></body></html>", "x.html")


def _objetivo(nombre: str, *pesos: str) -> str:
    pilas = ["".join(f"<p>{x}</p>" for x in cosas) for cosas in ([f"{n}) Tarea de {nombre}" for n in range(1, len(pesos) + 1)], pesos, ["Sí"] * len(pesos), pesos)]
    return _fila(nombre, *pilas)


def _bloques(tabla: Tabla) -> list[tuple[tuple[int, ...], str | None]]:
    return [(b.filas, b.total_ponderacion.valor if b.total_ponderacion else None) for b in tabla.bloques]


RIEGO, HUERTOS, CERCOS = _objetivo("Riego", "70", "30"), _objetivo("Huertos", "55", "45"), _objetivo("Cercos", "20", "20", "60")


@pytest.mark.parametrize(
    "total",
    [
        _fila("", "Total por objetivo: 100%", "", "", ""),
        _fila("", "Total por objetivo", "100%", "", ""),
        _fila("<td colspan='5'>Total por cada propósito = 100</td>"),
        _fila("", "Total por objetivo", "1: 100 / 2: 100 / 3: 100", "", ""),
        _fila("Total por objetivo", "1: 100 / 2: 100 / 3: 100", "", "", ""),
        _fila("Total de cada objetivo", "", "100", "", ""),
    ],
)
def test_un_total_de_todos_los_objetivos_cierra_cada_uno(total: str) -> None:
    leido = _leer(RIEGO, HUERTOS, CERCOS, total)
    (tabla,) = leido.tablas
    assert [len(f.actividades) for f in tabla.filas] == [2, 2, 3]
    assert _bloques(tabla) == [((0,), "100"), ((1,), "100"), ((2,), "100")]
    assert leido.hallazgos == ()


def test_el_objetivo_que_no_llega_al_total_de_cada_uno_se_dice() -> None:
    leido = _leer(RIEGO, _objetivo("Huertos", "55", "35"), CERCOS, _fila("", "Total por objetivo: 100%", "", "", ""))
    assert [(h.codigo, h.fila, h.informado, h.recalculado) for h in leido.hallazgos if h.gravedad != "aviso"] == [
        ("TOTAL_PONDERACION_NO_CUADRA", 1, "100", "90")
    ]


@pytest.mark.parametrize("rotulo", ["Subtotal objetivo {}", "Total Objetivo N° {}", "Total propósito {}", "Sub-total obj. {}"])
@pytest.mark.parametrize("en_la_celda", [False, True])
def test_un_total_tras_cada_objetivo_cierra_el_suyo(rotulo: str, en_la_celda: bool) -> None:
    def total(n: int) -> str:
        dicho = rotulo.format(n)
        return _fila("", f"{dicho}: 100%", "", "", "") if en_la_celda else _fila("", dicho, "100%", "", "100%")

    leido = _leer(RIEGO, total(1), HUERTOS, total(2), CERCOS, total(3))
    (tabla,) = leido.tablas
    assert _bloques(tabla) == [((0,), "100"), ((1,), "100"), ((2,), "100")]
    assert [h.codigo for h in leido.hallazgos if h.gravedad != "aviso"] == []


def test_totales_de_objetivos_que_son_partes_de_un_entero() -> None:
    filas = (_objetivo("Riego", "40", "20"), _fila("", "Subtotal objetivo 1: 60%", "", "", ""), _objetivo("Huertos", "25", "15"))
    leido = _leer(*filas, _fila("", "Subtotal objetivo 2: 40%", "", "", ""))
    assert [b.filas for b in leido.tablas[0].bloques] == [(0, 1)]
    assert [h.codigo for h in leido.hallazgos if h.gravedad != "aviso"] == []


def test_sin_totales_el_objetivo_que_no_suma_se_nombra() -> None:
    leido = _leer(RIEGO, HUERTOS, _objetivo("Cercos", "20", "20", "50"))
    assert [b.filas for b in leido.tablas[0].bloques] == [(0,), (1,), (2,)]
    assert [(h.codigo, h.fila, h.informado, h.recalculado) for h in leido.hallazgos if h.gravedad != "aviso"] == [
        ("PONDERACIONES_NO_SUMAN_100", 2, "100", "90")
    ]


@pytest.mark.parametrize(
    ("uno", "otro"),
    [
        (("40", "20"), ("25", "15")),
        (("40", "20"), ("25", "30")),
        (("30", "20"), ("25", "20")),
        (("80", "20"), ("30", "20")),
        (("80", "20"), ("40", "20")),
    ],
)
def test_sin_totales_los_objetivos_que_son_partes_siguen_juntos(uno: tuple[str, ...], otro: tuple[str, ...]) -> None:
    assert [b.filas for b in _leer(_objetivo("Riego", *uno), _objetivo("Huertos", *otro)).tablas[0].bloques] == [(0, 1)]


def test_un_solo_objetivo_con_el_total_por_objetivo() -> None:
    leido = _leer(RIEGO, _fila("", "Total por objetivo: 100%", "", "", ""))
    assert _bloques(leido.tablas[0]) == [((0,), "100")]


def test_totales_que_no_calzan_con_los_objetivos_se_avisan() -> None:
    leido = _leer(RIEGO, HUERTOS, _fila("", "Total por objetivo", "1: 100 / 2: 100 / 3: 100", "", ""))
    assert [len(f.actividades) for f in leido.tablas[0].filas] == [2, 2]
    assert [b.total_ponderacion for b in leido.tablas[0].bloques] == [None, None]
    assert "LECTURA_DUDOSA" in {h.codigo for h in leido.hallazgos}


def test_una_actividad_que_habla_del_total_por_objetivo_sigue_siendolo() -> None:
    fila = _fila("Cercos", "Total por objetivo informado a los vecinos", "100", "Sí", "100")
    assert [len(f.actividades) for f in _leer(RIEGO, fila).tablas[0].filas] == [2, 1]


def test_objetivos_de_varias_filas_unidas_hacia_abajo() -> None:
    """One activity per row, the objective's cell spans its rows; the one that misses its whole is named."""

    def grupo(nombre: str, *pesos: str) -> list[str]:
        primera = f"<td rowspan='{len(pesos)}'>{nombre}</td>"
        return [_fila(*((primera,) if i == 0 else ()), f"Tarea {i} de {nombre}", p, "Sí", p) for i, p in enumerate(pesos)]

    filas = [*grupo("Riego", "70", "30"), *grupo("Huertos", "50", "35"), *grupo("Cercos", "20", "20", "60")]
    leido = _leer(*filas)
    assert [b.filas for b in leido.tablas[0].bloques] == [(0, 1), (2, 3), (4, 5, 6)]
    assert [(h.codigo, h.informado, h.recalculado) for h in leido.hallazgos if h.gravedad != "aviso"] == [("PONDERACIONES_NO_SUMAN_100", "100", "85")]
    assert "«Huertos»" in leido.hallazgos[0].explicacion


def test_pesos_de_a_uno_de_un_entero_mayor_no_son_un_entero_por_objetivo() -> None:
    filas = (_objetivo("Riego", "0,5"), _objetivo("Huertos", "1"), _objetivo("Cercos", "1"))
    assert [b.filas for b in _leer(*filas).tablas[0].bloques] == [(0, 1, 2)]


def test_fracciones_de_uno_por_objetivo() -> None:
    filas = (_objetivo("Riego", "0,5", "0,5"), _objetivo("Huertos", "0,6", "0,3"), _objetivo("Cercos", "0,25", "0,75"))
    assert [b.filas for b in _leer(*filas).tablas[0].bloques] == [(0,), (1,), (2,)]


@pytest.mark.parametrize("total", [("", "Total por objetivo: 100%", "", "", ""), ("Total de cada propósito", "", "100", "", "")])
@pytest.mark.parametrize("cuantos", [1, 2])
def test_el_total_de_cada_objetivo_no_pide_el_de_lo_ganado(total: tuple[str, ...], cuantos: int) -> None:
    """Not over a single objective either: it says what each must weigh."""
    assert "TOTAL_AUSENTE" not in {h.codigo for h in _leer(*(RIEGO, HUERTOS)[:cuantos], _fila(*total)).hallazgos}


def test_el_total_de_un_objetivo_sin_el_de_lo_ganado_se_dice() -> None:
    assert [h.codigo for h in _leer(RIEGO, _fila("Total", "", "100", "", "")).hallazgos] == ["TOTAL_AUSENTE"]
