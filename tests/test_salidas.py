"""Console, JSON and the derivation of one finding."""

from __future__ import annotations

import json
from typing import Any

import pytest
from ayudas_salidas import hallazgo, informe, origen

from extractor.errores import ErrorUso
from extractor.modelo.base import unir_origenes
from extractor.modelo.hallazgo import Hallazgo
from extractor.modelo.informe import Informe
from extractor.salidas import (
    ArregloJson,
    Balance,
    derivacion,
    documento_en_consola,
    esquema_json,
    indentado,
    linea,
    totales_en_consola,
)
from extractor.salidas.busqueda import elegir, hallados
from extractor.salidas.consola import limpio


def test_hallazgo_en_consola_y_resto_contado() -> None:
    lineas = documento_en_consola(informe(), "aritmetica")
    assert lineas[0].startswith("a.txt: IX Región, tabla 1, 2ª actividad, Ponderación ganada: aritmetica ACUMULADO_NO_CUADRA ")
    assert "además" in lineas[1] and "1 aviso" in lineas[1] and "--gravedad aviso" in lineas[1]
    assert lineas[2] == (
        "a.txt: cobertura: 1 de 2 verificaciones hechas; 1 de 2 tablas reconocidas (sin reconocer: 1); 2 actividades; 6 cifras; "
        "1 sección; 3 partes en blanco o sueltas descartadas; sin verificar: 1 porque no hay total con qué comparar [falta_total]"
    )
    assert len(lineas) == 3


@pytest.mark.parametrize(("minima", "mostrados"), [("cambia_decision", 0), ("aritmetica", 1), ("logica", 1), ("aviso", 2)])
def test_gravedad_minima(minima: Any, mostrados: int) -> None:
    lineas = documento_en_consola(informe(), minima)
    assert sum("_NO_CUADRA" in fila or "TOTAL_AUSENTE" in fila for fila in lineas) == mostrados
    assert any("cobertura:" in fila for fila in lineas)


def test_cobertura_aunque_no_haya_hallazgos() -> None:
    assert len(documento_en_consola(informe(hallazgos=()), "aviso")) == 1
    balance = Balance()
    balance.sumar(informe(hallazgos=()))
    lineas = totales_en_consola(balance, "aritmetica")
    assert lineas[1] == "Hallazgos desde «aritmetica»: 0"
    assert lineas[2].startswith("Cobertura: 1 de 2 verificaciones hechas; 1 de 2 tablas")


def test_un_documento_no_gobierna_la_terminal() -> None:
    assert limpio("a\x1b[31mrojo\x07\n b") == "a?[31mrojo? b"
    malo = informe(hallazgos=(hallazgo("cccc000000000003", "X", "aviso", mensaje="\x1b]0;título\x07"),))
    assert "\x1b" not in "".join(documento_en_consola(malo, "aviso"))


def test_jsonl_es_una_linea_que_vuelve_igual() -> None:
    texto = linea(informe())
    assert "\n" not in texto and "Región" in texto
    assert Informe.model_validate_json(texto) == informe()
    assert texto == linea(informe())


def test_partes_solo_cuando_las_hay() -> None:
    datos = json.loads(linea(informe()))
    assert "partes" not in datos["tablas"][0]["origen"]
    junto = informe(hallazgos=(hallazgo("d" * 16, "X", "aviso", origen=unir_origenes([origen(1, "a"), origen(2, "b")])),))
    lugar = json.loads(linea(junto))["hallazgos"][0]["origen"]
    assert [parte["texto"] for parte in lugar["partes"]] == ["a", "b"] and lugar["texto"] == "a b"


def test_orden_de_claves_del_contrato() -> None:
    datos = json.loads(linea(informe()))
    assert list(datos) == ["esquema", "documento", "tablas", "secciones", "verificaciones", "hallazgos", "cobertura", "decisiones"]
    assert list(datos["documento"])[:5] == ["ruta", "nombre", "sha256", "bytes", "formato"]


@pytest.mark.parametrize("cuantos", [0, 1, 2, 3])
def test_arreglo_json(cuantos: int) -> None:
    arreglo = ArregloJson(varios=cuantos != 1)
    texto = "".join(arreglo.agregar(informe()) for _ in range(cuantos)) + arreglo.cerrar()
    assert texto.endswith("\n")
    esperado: Any = json.loads(indentado(informe()))
    assert json.loads(texto) == (esperado if cuantos == 1 else [esperado] * cuantos)


def _revisar(dato: Any, esquema: dict[str, Any], definiciones: dict[str, Any], lugar: str) -> int:
    """Checks required and known keys of ``dato`` against the schema, recursively; returns how many objects it saw."""
    if "$ref" in esquema:
        return _revisar(dato, definiciones[esquema["$ref"].rpartition("/")[2]], definiciones, lugar)
    if "anyOf" in esquema:
        if dato is None:
            assert {"type": "null"} in esquema["anyOf"], lugar
            return 0
        otras = [parte for parte in esquema["anyOf"] if parte != {"type": "null"}]
        return _revisar(dato, otras[0], definiciones, lugar)
    if isinstance(dato, dict) and "properties" in esquema:
        assert set(esquema["required"]) <= set(dato) <= set(esquema["properties"]), lugar
        return 1 + sum(_revisar(v, esquema["properties"][c], definiciones, f"{lugar}.{c}") for c, v in dato.items())
    if isinstance(dato, dict):
        interior = esquema.get("additionalProperties")
        hijos = [_revisar(v, interior, definiciones, lugar) for v in dato.values()] if isinstance(interior, dict) else []
        return sum(hijos)
    if isinstance(dato, list) and isinstance(esquema.get("items"), dict):
        return sum(_revisar(v, esquema["items"], definiciones, f"{lugar}[]") for v in dato)
    return 0


def test_el_esquema_describe_lo_que_se_escribe() -> None:
    esquema = json.loads(esquema_json())
    vistos = _revisar(json.loads(linea(informe())), esquema, esquema["$defs"], "informe")
    assert vistos > 40
    assert "partes" not in esquema["$defs"]["Origen"]["required"]
    assert "ganada_recalculada" in esquema["$defs"]["Actividad"]["required"]
    assert esquema["$defs"]["Hallazgo"]["properties"]["gravedad"]["enum"] == ["cambia_decision", "aritmetica", "logica", "aviso"]


def test_buscar_por_comienzo_de_huella() -> None:
    def buscar(huella: str, informes: list[Informe]) -> tuple[Informe, Hallazgo]:
        return elegir(huella, hallados(huella, informes))

    assert buscar("AAAA", [informe()])[1].codigo == "ACUMULADO_NO_CUADRA"
    for huella in ("aa", "ffff"):
        with pytest.raises(ErrorUso):
            buscar(huella, [informe()])
    dos = informe(hallazgos=(hallazgo("abcd1", "X", "aviso"), hallazgo("abcd2", "Y", "aviso")))
    with pytest.raises(ErrorUso, match="varios"):
        buscar("abcd", [dos])
    assert buscar("abcd2", [dos])[1].codigo == "Y"


def test_derivacion_con_operandos_formula_y_regimen() -> None:
    leido = informe()
    texto = "\n".join(derivacion(leido, leido.hallazgos[0]))
    for parte in (
        "ACUMULADO_NO_CUADRA (aritmetica) [aaaa000000000001]",
        "Dónde: línea 8: «32,5»",
        "Fórmula: 25 + 50 % de 25 = 37,5",
        "Operando 25 (ponderación ganada, 1ª actividad): línea 7: «25»",
        "Operando 50,0 (ponderación, 2ª actividad): línea 6: «50,0»",
        "de 37,45 a 37,55",
        "Régimen: gt_2007_porcentaje",
        "Corrección probable: ponderación ganada: de 32,5 a 37,5 (explica 3 inconsistencias); línea 8",
    ):
        assert parte in texto
    assert "También en tabla 1, fila 2" in "\n".join(derivacion(leido, leido.hallazgos[1]))
