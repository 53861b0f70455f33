"""Cells too long to be what their column says: kept whole, doubtful, and read in no time worth noticing."""

from __future__ import annotations

import time

import pytest

from extractor.normalizadores import estados, regiones, responsables


def test_de_un_estado_larguisimo_cuenta_lo_que_lo_abre_y_se_duda() -> None:
    texto = "Cumplido. " + "se no se aún " * 20_000
    estado = estados.normalizar_estado(texto)
    assert estado is not None
    assert (estado.valor, estado.certeza, estado.texto) == ("CUMPLE", "dudosa", texto.strip())


def test_un_texto_sin_blancos_no_se_relee_sin_fin() -> None:
    estado = estados.normalizar_estado("a" * (2 * estados.LARGO))
    assert estado is not None
    assert (estado.valor, estado.certeza) == ("SIN_DATO", "dudosa")


def test_una_celda_larguisima_no_es_una_lista_de_responsables() -> None:
    lineas = ["Unidad de Estudios de la provincia y de la"] * 2_000
    (leido,) = responsables.normalizar_responsables(lineas)
    assert (leido.texto, leido.certeza) == (" ".join(lineas), "dudosa")
    assert (leido.unidad, leido.cargo, leido.persona) == (None, None, None)


def test_una_lista_de_muchas_personas_si_lo_es() -> None:
    lineas = [f"Unidad de Estudios {n}" for n in range(100)]
    assert sum(map(len, lineas)) < responsables.LARGO
    assert len(responsables.normalizar_responsables(lineas)) == 100


def test_una_prosa_larga_no_es_el_nombre_de_una_unidad() -> None:
    (leido,) = responsables.normalizar_responsables(["Unidad de " + "palabra " * 100])
    assert leido.texto.startswith("Unidad de palabra")
    assert (leido.unidad, leido.certeza) == (None, "dudosa")


@pytest.mark.parametrize(
    "texto",
    ["Se realizó el taller -\n3 asistentes", "Taller de riego -\n\n2 en Lota", "-\n la meta", "avance menor -\n5 talleres"],
)
def test_un_guion_que_no_corta_ninguna_palabra_se_lee(texto: str) -> None:
    estado = estados.normalizar_estado(texto)
    assert estado is not None and estado.texto is not None


@pytest.mark.parametrize("texto", ["a" * 20_000, "I a IV, " * 3_000])
def test_una_linea_de_region_larguisima_se_lee_en_poco_tiempo_y_se_duda(texto: str) -> None:
    antes = time.process_time()
    region = regiones.normalizar_region(texto, 2009)
    assert (region.texto, region.certeza) == (texto.strip(), "dudosa")
    assert time.process_time() - antes < 20  # a guard against time without end, not a measure


@pytest.mark.parametrize("blancos", ["\n" * 5_000, " " * (regiones.LARGO + 1)])
def test_un_mar_de_blancos_no_nombra_region(blancos: str) -> None:
    leida = regiones.normalizar_region(blancos, 2008)
    assert (leida.alcance, leida.codigos, leida.texto) == ("SIN_DATO", (), None)
    assert regiones.normalizar_region(f"{blancos}V Región", 2008).codigos == ("05",)
