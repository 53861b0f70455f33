"""Logic findings and corrections on the real reports, each read against its source. Places and figures only."""

from __future__ import annotations

import functools
from pathlib import Path

from extractor.modelo.declarado import Declarado
from extractor.modelo.hallazgo import Hallazgo
from extractor.modelo.informe import Informe
from extractor.proceso import procesar


@functools.cache
def _leer(carpeta: Path, nombre: str) -> Informe:
    return procesar(carpeta / f"{nombre}.txt", f"{nombre}.txt", Declarado())


def _logica(informe: Informe) -> dict[str, list[list[tuple[str | None, int | None, int | None]]]]:
    """Code -> the places of each of its findings."""
    salida: dict[str, list[list[tuple[str | None, int | None, int | None]]]] = {}
    for h in informe.hallazgos:
        if h.gravedad == "logica" or h.codigo in ("CONTEO_NO_CUADRA", "REGLA_FALLIDA"):
            lugares = [(lugar.tabla, lugar.fila, lugar.actividad) for lugar in h.lugares]
            salida.setdefault(h.codigo, []).append(lugares or [(h.tabla, h.fila, h.actividad)])
    return salida


def _alternativas(hallazgo: Hallazgo) -> list[tuple[str, str | None, str | None]]:
    return [(c.campo, c.de, c.a) for c in hallazgo.alternativas]


def test_sernam_2007(informes_reales: Path) -> None:
    informe = _leer(informes_reales, "sernam_2007_etapa3")
    narradas = [(4, 0), (4, 3), (6, 0), (6, 2), (6, 4), (6, 5), (8, 0), (8, 1), (8, 2), (8, 3), (9, 0), (9, 1)]
    assert _logica(informe) == {
        "ESTADO_SIN_VEREDICTO": [[("t01", f, a) for f, a in narradas]],
        "EVIDENCIA_PARCIAL": [[("t01", 4, 0), ("t01", 4, 2)]],
        "COMPROMISO_FUERA_DE_PLAZO": [[("t01", 7, 1)]],
        "ESTADO_CONTRADICE_GANADA": [[("t01", 7, 3)]],
    }
    totales = [h.correccion_probable for h in informe.hallazgos if h.codigo == "TOTAL_GANADA_NO_CUADRA"]
    assert [(c.campo, c.de, c.a) for c in totales if c] == [("total_ganada", "100", "50"), ("total_ganada", "100", "85")]


def test_subtrabajo_2007(informes_reales: Path) -> None:
    informe = _leer(informes_reales, "subtrabajo_2007_etapas3y4")
    hallada = _logica(informe)
    assert set(hallada) == {"TABLAS_IDENTICAS", "INCONSISTENCIA_ENTRE_TABLAS"}
    iguales = [[tabla for tabla, _, _ in grupo] for grupo in hallada["TABLAS_IDENTICAS"]]
    assert iguales == [["t02", "t03", "t04", "t05", "t07", "t08", "t09", "t10", "t13"], ["t06", "t11"]]
    assert hallada["INCONSISTENCIA_ENTRE_TABLAS"][0][0] == ("t17", 2, None)
    assert hallada["INCONSISTENCIA_ENTRE_TABLAS"][0][1:] == [(f"t{n:02d}", 0, 6) for n in range(2, 14)]
    raices = [h for h in informe.hallazgos if h.codigo == "ACUMULADO_NO_CUADRA"]
    assert {tuple(_alternativas(h)) for h in raices if h.tabla != "t12"} == {
        (("ponderacion_ganada", "32.5", "37.5"), ("estado", "50", "30"))
    }
    undecima = next(h for h in raices if h.tabla == "t12")
    assert _alternativas(undecima) == [("ponderacion_ganada", "50", "37.5"), ("estado", "50", "100")]
    assert "lo ganado sería 65" in undecima.explicacion
    assert sum("está en 9 tablas" in h.explicacion for h in raices) == 9


def test_antofagasta_2009(informes_reales: Path) -> None:
    informe = _leer(informes_reales, "sernam_antofagasta_2009_etapa3")
    assert _logica(informe) == {
        "RESULTADO_REPITE_META": [
            [("t01", f, None) for f in (0, 1, 2, 3, 4, 5, 6, 7, 9)], [("t03", 0, None), ("t03", 1, None)],
        ],
        "META_CONTRADICTORIA": [[("t03", 5, None)]],
    }


def test_sence_2007_y_la_guia(informes_reales: Path) -> None:
    sence = _leer(informes_reales, "sence_2007_etapa4")
    ((tabla, _, _),) = _logica(sence)["GRADO_CONTRADICTORIO"][0]
    seccion = next(s for s in sence.secciones if s.id == tabla)
    assert (set(_logica(sence)), seccion.numero) == ({"GRADO_CONTRADICTORIO"}, "1.2")
    assert seccion.region is not None and seccion.campos["grado_avance"] == "MENOR"
    assert _logica(_leer(informes_reales, "sernam_2009_guia_genero")) == {}
