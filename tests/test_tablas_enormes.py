"""Tables that no service wrote: the work they cost grows with their cells and no faster."""

from __future__ import annotations

import pytest

from extractor.estructura.continuaciones import ANCHO_MAXIMO, MAXIMO_LINEAS, unir_lineas
from extractor.formatos.carga import cargar_patrones
from extractor.formatos.columnas import rotulos as modulo_rotulos
from extractor.formatos.columnas.encabezados import leer_encabezado, rotulos_de
from extractor.modelo.base import Origen
from extractor.modelo.crudo import ColumnaReconocida
from extractor.modelo.documento import Celda, FilaCruda, Parrafo

LUGAR = Origen(texto="")


def _celda(texto: str, columna: int = 0) -> Celda:
    return Celda((Parrafo(texto, Origen(texto=texto)),) if texto else (), Origen(texto=texto), columna)


def _columnas(cuantas: int) -> tuple[ColumnaReconocida, ...]:
    return tuple(ColumnaReconocida(f"c{n}", "otro", 0.0, False) for n in range(cuantas))


def test_una_fila_que_sigue_sin_fin_se_corta_y_se_dice() -> None:
    filas = [FilaCruda(tuple(_celda(f"sigue {n} y", c) for c in range(3)), LUGAR) for n in range(1000)]
    unidas = unir_lineas(filas, _columnas(3), [])
    assert [len(u.lineas) for u in unidas] == [MAXIMO_LINEAS] * 3 + [1000 - 3 * MAXIMO_LINEAS]
    assert [u.dudosa is None for u in unidas] == [True, False, False, False]
    assert sorted(n for u in unidas for n in u.lineas) == list(range(1000))


def test_fila_mas_ancha_que_todo_formulario_va_celda_por_celda() -> None:
    ancho = ANCHO_MAXIMO + 5
    corta, larga = ([_celda(f"Dato {c}.", c) for c in range(n)] for n in (ancho - 2, ancho + 2))
    unidas = unir_lineas([FilaCruda(tuple(corta), LUGAR), FilaCruda(tuple(larga), LUGAR)], _columnas(ancho), [])
    assert [c.texto for c in unidas[0].celdas] == [*(f"Dato {c}." for c in range(ancho - 2)), "", ""]
    assert unidas[1].celdas[-1].texto == f"Dato {ancho - 1}. Dato {ancho}. Dato {ancho + 1}."
    assert unidas[1].dudosa is not None


def test_cada_celda_se_mira_una_vez_y_las_muy_anchas_ninguna(monkeypatch: pytest.MonkeyPatch) -> None:
    vistas: list[str] = []
    real = modulo_rotulos.rotulo
    monkeypatch.setattr(modulo_rotulos, "rotulo", lambda texto: (vistas.append(texto), real(texto))[1])
    rotulos = rotulos_de(tuple(t for p in cargar_patrones() for t in p.tablas))
    assert len(rotulos) > 5
    vistas.clear()
    assert leer_encabezado([_celda(f"dato {n}") for n in range(10)], rotulos, completo=True) is None
    assert len(vistas) == 10
    vistas.clear()
    assert leer_encabezado([_celda("Ponderación") for _ in range(61)], rotulos, completo=True) is None
    assert vistas == []
