"""An objective is the same one with its label, by its number alone, or with a noun for its verb; told otherwise it is told once."""

from __future__ import annotations

from typing import Any

import pytest
from ayudas_reconciliador import aplanar, auditar, fila, respuestas, tabla
from test_reconciliador_logica_tablas import SIN_SEGUIMIENTO, seguido

from extractor.modelo.tabla import Columna, Tabla
from extractor.reconciliador.objetivos import familiares, numero_propio, numeros_citados, sin_rotulo

VACUNAR, CAMINOS = "Vacunar en los puertos", "Reparar los caminos de la precordillera"
DEL_PROGRAMA: dict[str, Any] = {"id": "t1", "desde": 1, "tipo": "programa_trabajo"}


def _hallados(programa: tuple[str, ...], avance: tuple[str, ...]) -> list[str]:
    resultado = auditar(seguido(*programa, **DEL_PROGRAMA), seguido(*avance))
    return [str(h[1]) for h in aplanar(resultado, SIN_SEGUIMIENTO)]


@pytest.mark.parametrize("avance", [
    ("Objetivo 1: Vacunar en los puertos", CAMINOS), ("OBJETIVO N° 1: VACUNAR EN LOS PUERTOS", CAMINOS), ("Obj. 1) Vacunar en los puertos", CAMINOS),
    ("Objetivo específico Nº 1.- Vacunar en los puertos", CAMINOS), ("Objetivo específico: Vacunar en los puertos", CAMINOS),
    ("Vacunación en los puertos", CAMINOS), ("OE1 Vacunar en los puertos", f"OE2 {CAMINOS}"), ("Vacunar en los puertos", "Reparación de caminos de precordillera"),
    ("Objetivo N° 1", "Objetivo N° 2"), ("1", "2"), ("Objetivo uno", "Objetivo dos"), ("Primer objetivo", "Segundo objetivo"), ("Obj. 1 y 2",),
    ("Objetivos Nº 1 y Nº 2",), ("I", "II"), ("Objetivos 1 a 2",), ("1-2",), ("Todos los objetivos",), ("Objetivo 1 (vacunas)", "Objetivo 2 (caminos)"),
])  # fmt: skip
def test_el_mismo_objetivo_dicho_de_otro_modo(avance: tuple[str, ...]) -> None:
    assert _hallados((VACUNAR, CAMINOS), avance) == []


@pytest.mark.parametrize(("programa", "avance"), [
    (("Capacitar dirigentes", "Difundir becas"), ("Capacitación de los dirigentes", "Difusión de las becas")),
    (("Construcción de sedes sociales", "Atender a los temporeros"), ("Construir sedes sociales", "Atención a temporeros")),
    (("Mejorar el riego", "Mejorar el acceso"), ("Mejoramiento del riego", "Mejora del acceso")),
    (("Abrir oficina en Chonchi", "Crear un fondo rural"), ("Apertura de oficina en Chonchi", "Creación de un fondo rural")),
    (("Dotar de agua a las escuelas", "Asesorar a los comités de vivienda"), ("Agua para las escuelas", "Comités de vivienda")),
    (("Difundir becas", "Formar monitores de salud en los liceos"), ("Becas difundidas", "Formar monitores")),
])  # fmt: skip
def test_objetivos_breves_por_sus_palabras(programa: tuple[str, ...], avance: tuple[str, ...]) -> None:
    assert _hallados(programa, avance) == []


@pytest.mark.parametrize(("programa", "avance", "tablas"), [
    ((VACUNAR, CAMINOS), ("Objetivo 1", "Objetivo 3"), ["t1"]), ((VACUNAR, CAMINOS), ("Objetivo 1",), ["t1"]),
    ((VACUNAR, CAMINOS), ("Vacunar en las escuelas", CAMINOS), ["t1"]), ((VACUNAR, CAMINOS), ("Objetivo 1: Vacunar en las escuelas", CAMINOS), ["t1"]),
    (("Abrir oficina en Chonchi", "Difundir becas"), ("Abrir oficina en Quellón", "Difundir becas"), ["t1"]),
    (("Formar monitores", "Formar promotores"), ("Formar monitores",), ["t1"]),
    (("Entregar subsidios de agua", "Entregar subsidios de luz"), ("Entrega de subsidios de agua", "Entrega de subsidios de gas"), ["t1"]),
    ((VACUNAR, CAMINOS), (CAMINOS, "Comprar computadores"), ["t1", "t2"]),
    ((VACUNAR, CAMINOS), (VACUNAR, CAMINOS, "Vacunar en las escuelas"), ["t2"]),
])  # fmt: skip
def test_otro_objetivo_se_dice_una_vez(programa: tuple[str, ...], avance: tuple[str, ...], tablas: list[str]) -> None:
    assert _hallados(programa, avance) == tablas


def _por_numero(*numeros: str) -> Tabla:
    """A progress table whose cells of objectives only hold a number, so that the row has no text of one."""
    base = seguido(*(["x"] * len(numeros)))
    filas = tuple(f.model_copy(update={"objetivos": (), "celdas": (n, "Se hizo")}) for f, n in zip(base.filas, numeros, strict=True))
    return base.model_copy(update={"filas": filas})


def test_el_numero_puede_estar_solo_en_la_celda() -> None:
    programa = seguido(VACUNAR, CAMINOS, **DEL_PROGRAMA)
    assert aplanar(auditar(programa, _por_numero("1", "2")), SIN_SEGUIMIENTO) == []
    assert aplanar(auditar(programa, _por_numero("2")), SIN_SEGUIMIENTO) == [(SIN_SEGUIMIENTO, "t1", 0, None, "logica")]
    impresos = seguido(f"3. {VACUNAR}", f"4. {CAMINOS}", **DEL_PROGRAMA)
    assert aplanar(auditar(impresos, _por_numero("3", "4")), SIN_SEGUIMIENTO) == []


def test_un_programa_que_solo_da_numeros_no_prueba_una_ausencia() -> None:
    columnas = (Columna(texto="Objetivo", rol="objetivo"),)
    programa = tabla("", None, filas=(fila(0, 1, objetivos=(), celdas=("1",)),), bloques=(), columnas=columnas, tipo="programa_trabajo")
    assert respuestas(auditar(programa, seguido(VACUNAR)), SIN_SEGUIMIENTO) == [("NO_VERIFICABLE", "lectura_dudosa")]


@pytest.mark.parametrize(("texto", "limpio", "citados", "propio"), [
    ("Objetivo específico N° 2: Ordenar", "ordenar", (), 2), ("Objetivo N° 2", "Objetivo N° 2", (2,), None), ("2. Ordenar", "2. Ordenar", (), 2),
    ("Objetivos de los fondos", "Objetivos de los fondos", (), None), ("Objetivo a cargo del servicio", "Objetivo a cargo del servicio", (), None),
    ("2007", "2007", (), None), ("N° 4", "N° 4", (4,), None), ("Objetivo I: Ordenar", "ordenar", (), 1),
])  # fmt: skip
def test_rotulos_y_numeros(texto: str, limpio: str, citados: tuple[int, ...], propio: int | None) -> None:
    assert (sin_rotulo(texto), tuple(sorted(numeros_citados(texto))), numero_propio(texto)) == (limpio, citados, propio)


def test_un_verbo_y_su_nombre() -> None:
    assert familiares("Promover ferias", "Promoción de las ferias") and familiares("Crear 3 fondos", "Creación de 3 fondos")
    assert not familiares("Crear 3 fondos", "Crear 5 fondos") and not familiares("Formar comunas", "Formar comunidades")
