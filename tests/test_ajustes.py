"""The settings: what a person's file may change, how its mistakes are told, and that the limits are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.comun.ajustes import (
    cargar_ajustes,
    exceso,
    por_memoria_o_profundidad,
    revisar_medidas,
    revisar_tamano,
    usar,
)
from extractor.errores import ErrorLectura, ErrorUso
from extractor.modelo.base import Origen
from extractor.modelo.documento import BloqueTabla, Celda, Documento, FilaCruda, FlujoCeldas

LUGAR = Origen(texto="")


@pytest.fixture(autouse=True)
def _como_antes(monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.delenv("EXTRACTOR_AJUSTES", raising=False)
    usar(cargar_ajustes())
    yield
    usar(cargar_ajustes())


def archivo(carpeta: Path, texto: str) -> Path:
    ruta = carpeta / "mios.yaml"
    ruta.write_text(texto, "utf-8")
    return ruta


def test_solo_cambia_lo_que_se_dice(tmp_path: Path) -> None:
    de_fabrica, mios = cargar_ajustes(), cargar_ajustes(archivo(tmp_path, "limites:\n  paginas: 7\n"))
    assert mios.limites.paginas == 7
    assert mios.limites.model_copy(update={"paginas": de_fabrica.limites.paginas}) == de_fabrica.limites
    assert mios.procesos == de_fabrica.procesos


def test_el_archivo_nombrado_gana_a_la_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    otra = tmp_path / "otra.yaml"
    otra.write_text("limites: {celdas: 5}\n", "utf-8")
    monkeypatch.setenv("EXTRACTOR_AJUSTES", str(otra))
    assert cargar_ajustes().limites.celdas == 5
    assert cargar_ajustes(archivo(tmp_path, "limites: {celdas: 6}\n")).limites.celdas == 6


@pytest.mark.parametrize(
    ("texto", "dice"),
    [
        ("limites:\n  pajinas: 7\n", "mios.yaml:2: clave desconocida «limites > pajinas»; ¿quiso decir «paginas»?"),
        ("limites:\n  paginas: 0\n", "mios.yaml:2: valor no admitido en «limites > paginas»: debe ser 1 o más; aquí dice «0»"),
        ("limites:\n  paginas: muchas\n", "mios.yaml:2: valor no admitido en «limites > paginas»: debe ser un número entero; aquí dice «muchas»"),
        ("- a\n", "mios.yaml:1: el archivo debe ser un grupo de claves con sus valores"),
        ("limites: 7\n", "mios.yaml:1: valor no admitido en «limites»: debe ser un grupo de claves con sus valores; aquí dice «7»"),
        ("", "mios.yaml:1: el archivo está vacío"),
        ("a: [\n", "mios.yaml:2: no es YAML válido (columna 1); revise la sangría"),
    ],
)
def test_un_archivo_malo_es_mal_uso_con_su_linea(tmp_path: Path, texto: str, dice: str) -> None:
    with pytest.raises(ErrorUso) as error:
        cargar_ajustes(archivo(tmp_path, texto))
    assert dice in str(error.value)


def test_un_archivo_que_no_existe(tmp_path: Path) -> None:
    with pytest.raises(ErrorUso, match="no se pudo leer el archivo de ajustes"):
        cargar_ajustes(tmp_path / "nada.yaml")


def test_tiempo_segun_el_tamano(tmp_path: Path) -> None:
    limites = cargar_ajustes(archivo(tmp_path, "limites: {segundos: 10, segundos_por_mb: 3}\n")).limites
    assert [limites.segundos_para(n) for n in (0, 1, 1024 * 1024, 1024 * 1024 + 1)] == [10, 13, 13, 16]


def test_tamano_justo_y_de_mas(tmp_path: Path) -> None:
    usar(cargar_ajustes(archivo(tmp_path, "limites: {tamano_mb: 2}\n")))
    revisar_tamano(2 * 1024 * 1024)
    with pytest.raises(ErrorLectura) as error:
        revisar_tamano(2 * 1024 * 1024 + 1)
    assert error.value.codigo == "LIMITE_EXCEDIDO"


def documento(celdas: int, en_flujo: int = 0, paginas: int | None = None) -> Documento:
    fila = FilaCruda(tuple(Celda((), LUGAR) for _ in range(celdas)), LUGAR)
    flujo = FlujoCeldas(tuple(Celda((), LUGAR) for _ in range(en_flujo)))
    return Documento("a", "a", "0", 1, "docx", "x/1", (BloqueTabla(0, (fila,), True), flujo), paginas=paginas)


@pytest.mark.parametrize(
    ("leido", "cabe"),
    [
        (documento(4, 6), True), (documento(4, 7), False), (documento(11), False),
        (documento(1, paginas=3), True), (documento(1, paginas=4), False), (documento(1, paginas=None), True),
    ],
)  # fmt: skip
def test_celdas_y_paginas(tmp_path: Path, leido: Documento, cabe: bool) -> None:
    usar(cargar_ajustes(archivo(tmp_path, "limites: {celdas: 10, paginas: 3}\n")))
    if cabe:
        assert revisar_medidas(leido) is leido
    else:
        with pytest.raises(ErrorLectura) as error:
            revisar_medidas(leido)
        assert error.value.codigo == "LIMITE_EXCEDIDO"


def test_la_frase_dice_que_ajuste_subir() -> None:
    frase = str(exceso("celdas", "las tablas tienen 9 celdas"))
    assert frase.startswith("las tablas tienen 9 celdas; ")
    assert "«celdas»" in frase and "500000" in frase and "--ajustes" in frase


def test_falta_de_memoria_y_anidacion_se_reconocen_bajo_otro_error() -> None:
    def envuelto(causa: BaseException) -> BaseException:
        try:
            try:
                raise causa
            except BaseException as error:
                raise ErrorLectura("DOCUMENTO_ILEGIBLE", "dañado") from error
        except ErrorLectura as error:
            return error

    codigos = [getattr(por_memoria_o_profundidad(envuelto(c)), "codigo", None) for c in (MemoryError(), RecursionError(), KeyError())]
    assert codigos == ["LIMITE_EXCEDIDO", "LIMITE_EXCEDIDO", None]
