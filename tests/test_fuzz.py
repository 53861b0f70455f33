"""A slice of bench/fuzz.py, in this process: damaged files of every format end in an Informe or in a reading code."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

from extractor.lectores import LECTORES
from extractor.modelo.informe import Informe

CASOS = 200
SEMILLA = 7
SEGUNDOS = 10.0


@pytest.fixture(scope="module")
def fuzz(raiz: Path) -> dict[str, Any]:
    return runpy.run_path(str(raiz / "bench" / "fuzz.py"))


@pytest.fixture(scope="module")
def muestras(fuzz: dict[str, Any]) -> dict[str, tuple[str, bytes]]:
    halladas, sin = fuzz["muestras"]()
    registrados = {str(formato) for lector in LECTORES for formato in lector.formatos}
    assert registrados <= set(halladas) | set(sin)
    return {formato: muestra for formato, muestra in halladas.items() if formato not in fuzz["LENTOS"]}


def test_las_muestras_sin_danar_se_leen(muestras: dict[str, tuple[str, bytes]]) -> None:
    """Otherwise every case would end at the door and show nothing."""
    from extractor.lectores import leer_bytes
    from extractor.modelo.declarado import Declarado
    from extractor.proceso import informe_de

    assert {"txt", "docx"} <= set(muestras)
    for nombre, datos in muestras.values():
        leido = informe_de(leer_bytes(datos, nombre), Declarado())
        assert isinstance(leido, Informe) and leido.cobertura.actividades > 0, nombre


def test_archivos_danados_nunca_terminan_mal(
    fuzz: dict[str, Any], muestras: dict[str, tuple[str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")  # LibreOffice takes a second for each file that our reader refuses
    codigos: dict[str, set[str]] = {}
    for formato, (nombre, datos) in muestras.items():
        for numero in range(-(-CASOS // len(muestras))):
            hecho = fuzz["caso"](formato, nombre, datos, SEMILLA, numero)
            assert hecho.traza is None, f"{formato} {numero}:\n{hecho.traza}"
            assert hecho.segundos < SEGUNDOS, f"{formato} {numero}"
            codigos.setdefault(formato, set()).add(hecho.codigo)
    # both ends are reached: some damage is survived and some is refused
    assert all("leido" in vistos for vistos in codigos.values())
    assert any(vistos != {"leido"} for vistos in codigos.values())


def test_un_caso_se_repite_igual(
    fuzz: dict[str, Any], muestras: dict[str, tuple[str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    import random
    import time

    for nombre, datos in muestras.values():
        monkeypatch.setattr(time, "time", lambda: 1_200_000_000.0)
        una = fuzz["danar"](datos, random.Random(f"{SEMILLA}:{nombre}:3"))
        monkeypatch.setattr(time, "time", lambda: 1_300_000_000.0)
        assert una == fuzz["danar"](datos, random.Random(f"{SEMILLA}:{nombre}:3")), nombre


def test_una_traza_se_cuenta_como_falla(fuzz: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    import extractor.lectores

    def roto(datos: bytes, ruta: str) -> None:
        raise ZeroDivisionError("división por cero")

    monkeypatch.setattr(extractor.lectores, "leer_bytes", roto)
    hecho = fuzz["caso"]("txt", "a.txt", b"texto", SEMILLA, 0)
    assert hecho.codigo == "TRAZA" and "ZeroDivisionError" in hecho.traza


def test_cada_dano_cambia_o_recorta(fuzz: dict[str, Any]) -> None:
    import random

    datos = b"<html><p>25%</p><p>Cumple</p></html>" * 50
    distintos = {fuzz["danar"](datos, random.Random(n)) for n in range(50)}
    assert len(distintos) > 45
