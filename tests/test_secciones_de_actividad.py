"""The prose under an activity of an evaluation is a section of its own, of the region at hand, with its grade."""

from __future__ import annotations

import pytest
from ayudas_partes import Filas, docx, html, texto

from extractor.modelo.informe import Informe

CUARTA = ("Servicio de Faros y Boyas", "Gestión Territorial 2009", "Etapa 4: evaluación")
OBJETIVOS: Filas = (
    ("Objetivo Específico", "Indicador", "Resultado de la medición del indicador"),
    ("Pintar los faros", "N° de faros", "Cumple"),
    ("Fondear las boyas", "N° de boyas", "No cumple"),
)
BRECHAS: Filas = (
    ("Logros comprometidos", "Logros efectivos", "Identificación de brechas"),
    ("Pintar 9 faros", "Se pintaron 9 faros", "Sin brecha"),
)
FORMATOS = pytest.mark.parametrize("leer", [html, docx, texto])
MAYOR, MENOR = "Todos los faros alumbran. Se logra un avance mayor.", "Dos boyas se perdieron y corresponde un avance menor."


def _secciones(leido: Informe) -> list[tuple[str | None, str, tuple[str, ...] | None, object]]:
    return [
        (s.numero, s.titulo or "", tuple(s.region.codigos) if s.region else None, s.campos.get("grado_avance"))
        for s in leido.secciones
        if s.nivel == "seccion"
    ]


def _codigos(leido: Informe) -> list[str]:
    return [h.codigo for h in leido.hallazgos]


@FORMATOS
@pytest.mark.parametrize("rotulos", [
    ("REGIÓN POLICIAL DE COQUIMBO", "REGIÓN POLICIAL DE LOS LAGOS"), ("Región: Coquimbo", "Región: Los Lagos"),
    ("REGIÓN DE COQUIMBO", "REGIÓN DE LOS LAGOS"),
])  # fmt: skip
@pytest.mark.parametrize("numero", ["IV.4", "1.4"])
def test_el_grado_de_cada_region(leer, rotulos: tuple[str, str], numero: str) -> None:  # type: ignore[no-untyped-def]
    """All of it was put into the section open before, whose grades then contradicted one another."""
    una, otra = rotulos
    leido = leer(
        *CUARTA, "II. EVALUACIÓN DE LAS REGIONES",
        una, "Actividad 1.1 Objetivos", OBJETIVOS, f"Actividad {numero} Grado de avance alcanzado", MAYOR,
        otra, "Actividad 1.1 Objetivos", OBJETIVOS, f"Actividad {numero} Grado de avance alcanzado", MENOR,
        "III. CONCLUSIONES", "El servicio agradece a las gobernaciones.",
    )  # fmt: skip
    assert [s for s in _secciones(leido) if s[0] == numero] == [
        (numero, "Grado de avance alcanzado", ("04",), "MAYOR"),
        (numero, "Grado de avance alcanzado", ("10",), "MENOR"),
    ]
    assert [s.texto for s in leido.secciones if s.numero == numero] == [MAYOR, MENOR]
    assert "GRADO_CONTRADICTORIO" not in _codigos(leido)
    assert [t.region.codigos for t in leido.tablas] == [("04",), ("10",)]


@FORMATOS
def test_las_regiones_bajo_la_actividad(leer) -> None:  # type: ignore[no-untyped-def]
    leido = leer(*CUARTA, "Actividad 1.4 Grado de avance", "REGIÓN DE COQUIMBO", MAYOR, "REGIÓN DE LOS LAGOS", MENOR)
    assert [s[0::2] for s in _secciones(leido) if s[0]] == [("1.4", ("04",)), ("1.4", ("10",))]
    assert [s[3] for s in _secciones(leido) if s[0]] == ["MAYOR", "MENOR"]
    assert [s.texto for s in leido.secciones if s.numero] == [MAYOR, MENOR]


@FORMATOS
def test_un_grado_sin_punto_final(leer) -> None:  # type: ignore[no-untyped-def]
    leido = leer(*CUARTA, "REGIÓN DE COQUIMBO", "Actividad 1.1 Objetivos", OBJETIVOS, "Actividad 1.4", "Grado de avance", "Avance mayor",
                 "REGIÓN DE LOS LAGOS", "Actividad 1.4", "Grado de avance", "Avance menor")  # fmt: skip
    assert _secciones(leido)[-2:] == [("1.4", "Grado de avance", ("04",), "MAYOR"), ("1.4", "Grado de avance", ("10",), "MENOR")]


@FORMATOS
def test_lo_que_encabeza_una_tabla_no_abre_ninguna(leer) -> None:  # type: ignore[no-untyped-def]
    leido = leer(*CUARTA, "Región: Coquimbo", "Actividad 1.1", "Descripción del cumplimiento", OBJETIVOS, "Actividad 1.3", "Brechas halladas", BRECHAS)
    assert [s for s in _secciones(leido) if s[0]] == []
    assert len(leido.tablas) == 2


@FORMATOS
def test_la_prosa_tras_la_tabla_es_de_su_actividad(leer) -> None:  # type: ignore[no-untyped-def]
    leido = leer(
        *CUARTA, "REGIÓN DE COQUIMBO", "Actividad 1.4 Grado", MAYOR, "REGIÓN DE LOS LAGOS", "Actividad 1.1 Objetivos", OBJETIVOS,
        "Lo anterior se resume en que el avance fue menor.",
    )  # fmt: skip
    assert _secciones(leido)[-2:] == [("1.4", "Grado", ("04",), "MAYOR"), ("1.1", "Objetivos", ("10",), "MENOR")]


@FORMATOS
def test_el_titulo_bajo_el_numero_aunque_acabe_en_punto(leer) -> None:  # type: ignore[no-untyped-def]
    titulo = "Descripción del estado en que quedó cada uno de los faros."
    leido = leer(*CUARTA, "Región: Coquimbo", "Actividad 1.1", titulo, OBJETIVOS)
    assert [s for s in _secciones(leido) if s[0]] == []
    leido = leer(*CUARTA, "Región: Coquimbo", "Actividad 1.4", titulo, MAYOR)
    assert _secciones(leido)[-1] == ("1.4", titulo.rstrip("."), ("04",), "MAYOR")


@FORMATOS
def test_un_grado_con_punto_final_y_nada_mas(leer) -> None:  # type: ignore[no-untyped-def]
    leido = leer(*CUARTA, "Región: Coquimbo", "Actividad 1.4", "Avance mayor.")
    assert [(s[0], s[2], s[3]) for s in _secciones(leido)] == [("1.4", ("04",), "MAYOR")]
    assert leido.secciones[-1].texto == "Avance mayor."


@pytest.mark.parametrize("leer", [html, docx])
@pytest.mark.parametrize("firma", ["Elaboró: Unidad de Planificación y Control de Gestión. Revisó: Rosa Vidal Pino.", "Revisado por: Rosa Vidal."])
def test_quien_hizo_el_informe_tampoco(leer, firma: str) -> None:  # type: ignore[no-untyped-def]
    leido = leer(*CUARTA, "Región: Coquimbo", "Actividad 1.1 Objetivos", OBJETIVOS, firma)
    assert [s for s in _secciones(leido) if s[0]] == []


@pytest.mark.parametrize("leer", [html, docx])
def test_la_firma_tras_una_tabla_no_es_de_ninguna(leer) -> None:  # type: ignore[no-untyped-def]
    leido = leer(*CUARTA, "Región: Coquimbo", "Actividad 1.1 Objetivos", OBJETIVOS, "Rosa Vidal Pino", "Jefa de Planificación")
    assert [s for s in _secciones(leido) if s[0]] == []


def test_en_la_implementacion_no_se_abren() -> None:
    leido = html("ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO 2008", "Actividad 1.4 Grado de avance", MAYOR)
    assert [s for s in _secciones(leido) if s[0]] == []
