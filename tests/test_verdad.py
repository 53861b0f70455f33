"""The comparison itself: it accepts an Informe that says what the truth says and refuses it once anything is changed."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from verdad import comparar


def _cifra(valor: str) -> dict[str, Any]:
    return {"texto": valor, "valor": valor}


VERDAD: dict[str, Any] = {
    "documento": {"tipo": "implementacion", "anio": 2007, "etapas": [3], "servicio": "conaf"},
    "tablas": [
        {
            "tipo": "programa_trabajo",
            "region": {"alcance": "REGION", "codigos": ["08"]},
            "modo_ganada": "por_actividad",
            "filas": [
                {"objetivos": ["Cuidar … bosque"], "actividades": [["Plantar … árboles", "100", "90", "PARCIAL 80", True]]}
            ],
            "bloques": [{"filas": [0], "suma": "100", "informada": "90", "recalculada": "80"}],
        }
    ],
    "hallazgos": [
        {
            "codigo": "GANADA_NO_CORRESPONDE",
            "gravedad": "cambia_decision",
            "tabla": 0,
            "fila": 0,
            "actividad": 0,
            "informado": "90",
            "recalculado": "80",
        }
    ],
}

ACTIVIDAD: dict[str, Any] = {
    "texto": "1.- Plantar los árboles",
    "objetivos": [],
    "ponderacion": _cifra("100"),
    "ponderacion_ganada": _cifra("90"),
    "estado": {"valor": "PARCIAL", "porcentaje": "80", "declarado": True},
    "acumulada_recalculada": None,
}
BLOQUE = {"filas": [0], "suma_ponderacion": "100", "suma_ganada_informada": "90", "suma_ganada_recalculada": "80.0"}
HALLAZGO = {
    "codigo": "GANADA_NO_CORRESPONDE",
    "gravedad": "cambia_decision",
    "tabla": "t1",
    "fila": 0,
    "actividad": 0,
    "informado": "90",
    "recalculado": "80",
    "causa": None,
    "lugar": "1ª actividad",
    "lugares": [],
}
INFORME: dict[str, Any] = {
    "documento": {"tipo": "implementacion", "anio": 2007, "etapas": [3], "servicio": {"codigo": "conaf"}},
    "tablas": [
        {
            "id": "t1",
            "tipo": "programa_trabajo",
            "region": {"alcance": "REGION", "codigos": ["08"]},
            "modo_ganada": "por_actividad",
            "filas": [{"objetivos": ["Cuidar el bosque"], "actividades": [ACTIVIDAD], "responsables": []}],
            "bloques": [BLOQUE],
        }
    ],
    "secciones": [],
    "hallazgos": [HALLAZGO],
}


def test_lo_que_coincide_no_da_diferencias() -> None:
    assert comparar(INFORME, VERDAD) == []


@pytest.mark.parametrize(
    ("camino", "valor", "donde"),
    [
        (("documento", "anio"), 2008, "documento.anio"),
        (("documento", "servicio"), None, "documento.servicio"),
        (("tablas", 0, "tipo"), "otra", "tablas"),
        (("tablas", 0, "region", "codigos"), ["09"], "tabla 0.region"),
        (("tablas", 0, "modo_ganada"), "acumulada", "tabla 0.modo_ganada"),
        (("tablas", 0, "filas"), [], "tabla 0"),
        (("tablas", 0, "filas", 0, "objetivos"), [], "tabla 0, fila 0.objetivos"),
        (
            ("tablas", 0, "filas", 0, "actividades", 0, "texto"),
            "Plantar los árboles y regar",
            "tabla 0, fila 0, actividad 0.texto",
        ),
        (("tablas", 0, "filas", 0, "actividades", 0, "ponderacion"), _cifra("10"), "tabla 0, fila 0, actividad 0.ponderacion"),
        (
            ("tablas", 0, "filas", 0, "actividades", 0, "ponderacion_ganada"),
            None,
            "tabla 0, fila 0, actividad 0.ponderacion_ganada",
        ),
        (("tablas", 0, "filas", 0, "actividades", 0, "estado", "porcentaje"), "8", "tabla 0, fila 0, actividad 0.estado"),
        (
            ("tablas", 0, "filas", 0, "actividades", 0, "estado", "declarado"),
            False,
            "tabla 0, fila 0, actividad 0.estado.declarado",
        ),
        (("tablas", 0, "bloques", 0, "suma_ganada_recalculada"), "90", "tabla 0, bloque [0].suma_ganada_recalculada"),
        (("hallazgos",), [], "falta el hallazgo"),
        (("hallazgos", 0, "gravedad"), "aritmetica", "falta el hallazgo"),
        (("hallazgos", 0, "recalculado"), "81", "falta el hallazgo"),
        (("hallazgos",), [HALLAZGO, HALLAZGO], "sobra el hallazgo"),
        (("hallazgos",), [HALLAZGO, {**HALLAZGO, "codigo": "SIN_RESULTADOS", "gravedad": "aviso"}], "sobra el hallazgo"),
    ],
)
def test_cada_cambio_se_dice_con_su_lugar(camino: tuple[Any, ...], valor: Any, donde: str) -> None:
    informe = copy.deepcopy(INFORME)
    nodo: Any = informe
    for clave in camino[:-1]:
        nodo = nodo[clave]
    nodo[camino[-1]] = valor
    diferencias = comparar(informe, VERDAD)
    assert diferencias
    assert diferencias[0].startswith(donde)


def test_lo_que_otro_hallazgo_causa_no_sobra() -> None:
    llevado = {**HALLAZGO, "codigo": "TOTAL_GANADA_NO_CUADRA", "causa": "huella de la raíz"}
    assert comparar({**INFORME, "hallazgos": [HALLAZGO, llevado]}, VERDAD) == []
