"""PDF tables without strokes with a narrow first column: closing rows whose label runs over several, and what stands under them."""

from __future__ import annotations

import pytest
from pdf_de_prueba import Hoja, pdf

from extractor.lectores import leer_bytes
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe
from extractor.proceso import informe_de

XS = (40.0, 62.0, 190.0, 350.0, 420.0, 480.0)
CABEZA = (("N°", "Objetivos", "Actividades", "Ponderación", "Cumple", "Ponderación"), ("", "", "", "", "", "ganada"))
TITULO = ("Servicio Nacional de Turismo", "Etapa 3: Implementación del Programa de Trabajo GT 2008")
Lineas = tuple[tuple[str, ...], ...]


def _fila(n: int, estado: str = "Si", obra: str = "Pintar el muelle") -> Lineas:
    return (
        (str(n), "Ordenar la costanera", f"{obra} {n}", "25", estado, "25" if estado == "Si" else "0"),
        ("", "de la caleta", "con los vecinos", "", "", ""),
    )


FILAS = [_fila(1), _fila(2), _fila(3, "No"), _fila(4)]


def _cierre(rotulo: str, peso: str = "100", ganada: str = "75") -> Lineas:
    return ((rotulo, "", "", peso, "", ganada),)


def _poner(hoja: Hoja, y: float, filas: list[Lineas], xs: tuple[float, ...] = XS) -> float:
    for fila in filas:
        for n, linea in enumerate(fila):
            for x, texto in zip(xs, linea, strict=True):
                if texto:
                    hoja.texto(x, y + n * 9, texto, 7)
        y += (len(fila) - 1) * 9 + 15
    return y


def _abrir(region: str) -> Hoja:
    hoja = Hoja()
    for n, linea in enumerate((*TITULO, region)):
        hoja.texto(40, 60 + 20 * n, linea, 9)
    return hoja


def _leer(*hojas: Hoja) -> Informe:
    return informe_de(leer_bytes(pdf(*hojas), "a.pdf"), Declarado())


def _graves(leido: Informe) -> list[str]:
    return [h.codigo for h in leido.hallazgos if h.gravedad != "aviso"]


def _totales(leido: Informe, tabla: int) -> set[tuple[str, str]]:
    dichos = (*leido.tablas[tabla].filas, *leido.tablas[tabla].bloques)
    return {(str(x.total_ponderacion.valor), str(x.total_ganada.valor)) for x in dichos if x.total_ponderacion and x.total_ganada}


@pytest.mark.parametrize("rotulo", ["Total", "TOTAL REGIONAL", "Totales (%)"])
def test_el_total_sobre_dos_columnas_y_otra_region_debajo(rotulo: str) -> None:
    hoja = _abrir("Región del Maule")
    y = _poner(hoja, 130, [CABEZA, *FILAS, _cierre(rotulo)])
    hoja.texto(36, y + 10, "Desempeño de la región: 75%", 9).texto(36, y + 34, "Región de Los Lagos", 9)
    otras = [_fila(n, "No" if n == 2 else "Si", "Podar la plaza") for n in (1, 2, 3, 4)]
    y = _poner(hoja, y + 58, [CABEZA, *otras, _cierre(rotulo)], tuple(x if n < 2 else x - 12 for n, x in enumerate(XS)))
    leido = _leer(hoja.texto(36, y + 10, "Desempeño de la región: 75%", 9))
    assert [t.region.codigos for t in leido.tablas] == [("07",), ("10",)]
    assert [len(t.filas) for t in leido.tablas] == [4, 4] and _graves(leido) == []
    assert [_totales(leido, n) for n in (0, 1)] == [{("100", "75")}] * 2


def test_un_total_que_no_suma_se_halla() -> None:
    hoja = _abrir("Región del Maule")
    _poner(hoja, 130, [CABEZA, *FILAS, _cierre("Total", "95")])
    assert "TOTAL_PONDERACION_NO_CUADRA" in _graves(_leer(hoja))


def test_el_total_solo_en_otra_pagina() -> None:
    hoja, otra = _abrir("Región del Maule"), Hoja()
    _poner(hoja, 130, [CABEZA, *FILAS])
    y = _poner(otra, 60, [_cierre("Total")])
    leido = _leer(hoja, otra.texto(36, y + 10, "Desempeño de la región: 75%", 9))
    assert len(leido.tablas) == 1 and _totales(leido, 0) == {("100", "75")} and _graves(leido) == []


def test_un_subtotal_entre_las_filas() -> None:
    hoja = _abrir("Región del Maule")
    _poner(
        hoja,
        130,
        [
            CABEZA,
            *FILAS[:2],
            _cierre("Subtotal primera", "50", "50"),
            *FILAS[2:],
            _cierre("Subtotal segunda", "50", "25"),
            _cierre("Total"),
        ],
    )
    leido = _leer(hoja)
    (tabla,) = leido.tablas
    assert [a.texto for f in tabla.filas for a in f.actividades] == [
        f"Pintar el muelle {n} con los vecinos" for n in (1, 2, 3, 4)
    ]
    assert ("100", "75") in _totales(leido, 0) and _graves(leido) == []


def test_otra_tabla_mas_lejos_no_es_de_la_de_arriba() -> None:
    hoja = Hoja()
    for n, linea in enumerate((*TITULO, "Análisis del avance. Región del Maule")):
        hoja.texto(40, 60 + 20 * n, linea, 9)
    cabeza: Lineas = (("Objetivos", "Avance", "Recomendaciones", "Responsable"),)
    filas: list[Lineas] = [
        (
            (f"Ordenar la costanera {n} de la bahía", "Se hizo la obra", "Seguir en verano", "Alcaldía"),
            ("mayor", "completa", "y en otoño", "Obras"),
        )
        for n in (1, 2)
    ]
    y = _poner(hoja, 130, [cabeza, *filas], (40, 260, 360, 500))
    hoja.texto(36, y + 14, "Anexo: personas", 9)
    _poner(
        hoja,
        y + 38,
        [(("Región", "Planta", "Contrata", "Otros"),), (("Maule", "18", "41", "9"),), (("Aysén", "22", "57", "14"),)],
        (40, 165, 290, 405),
    )
    leido = _leer(hoja)
    assert [len(t.filas) for t in leido.tablas if t.tipo == "analisis_avance"] == [2]
    assert "18" in [c for t in leido.tablas if t.tipo != "analisis_avance" for f in t.filas for c in f.celdas]
