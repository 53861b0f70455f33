"""Names of services and regions as a bad scan gives them: one stroke misread or one word cut, by a fixed seed; never sure and wrong."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from extractor.normalizadores.letras.trazos import Lecturas, con_letras
from extractor.normalizadores.regiones import normalizar_region
from extractor.normalizadores.servicios import normalizar_servicio
from extractor.vocabularios.regiones import regiones_de
from extractor.vocabularios.servicios import vocabulario

SEMILLA, CASOS = 20071015, 400
# fmt: off
LEIDO_COMO = [
    ("o", "0"), ("O", "0"), ("l", "1"), ("i", "1"), ("i", "l"), ("I", "l"), ("I", "1"), ("e", "c"), ("E", "3"), ("s", "5"), ("S", "5"), ("b", "8"), ("B", "8"), ("m", "rn"),
    ("rn", "m"), ("cl", "d"), ("n", "ri"), ("u", "ii"), ("a", "o"), ("í", "¡"), ("i", "¡"), ("G", "6"), ("A", "4"), ("I", "|"), ("D", "0"), ("h", "b"), ("T", "7"), ("Z", "2"),
]
# fmt: on


def _mal_leido(texto: str, azar: random.Random) -> str:
    """One stroke of ``texto`` misread or, once in seven, the text cut in two."""
    if azar.random() < 1 / 7:
        lugar = azar.randrange(2, len(texto) - 2)
        return texto[:lugar] + azar.choice((" ", "-\n", "\n")) + texto[lugar:]
    escrito, leido = azar.choice([par for par in LEIDO_COMO if par[0] in texto])
    lugar = azar.choice([i for i in range(len(texto)) if texto.startswith(escrito, i)])
    return texto[:lugar] + leido + texto[lugar + len(escrito) :]


def test_servicios_mal_leidos() -> None:
    azar, cuenta, mal = random.Random(SEMILLA), Counter[str](), []
    servicios = [s for s in vocabulario().servicios if not s.sin_informe]
    for _ in range(CASOS):
        servicio = azar.choice(servicios)
        largas = [s for s in servicio.siglas if len(s) > 4]
        texto = _mal_leido(azar.choice((servicio.nombre, servicio.nombre.upper(), *largas)), azar)
        hallado = normalizar_servicio(f"{texto}{azar.choice(('', ', Región del Maule'))}")
        cuenta["bien"] += hallado is not None and hallado.codigo == servicio.codigo and hallado.certeza != "dudosa"
        if hallado is not None and hallado.codigo not in (None, servicio.codigo) and hallado.certeza in ("exacta", "alias"):
            mal.append((texto, hallado.codigo))
    assert mal == []
    assert cuenta["bien"] * 100 >= CASOS * 96


def test_regiones_mal_leidas() -> None:
    azar, cuenta, mal = random.Random(SEMILLA), Counter[str](), []
    for _ in range(CASOS):
        region = azar.choice(list(regiones_de("2007").values()))
        texto = _mal_leido(azar.choice((region.nombre, region.nombre.upper())), azar)
        hallada = normalizar_region(texto, 2009)
        cuenta["bien"] += hallada.codigos == (region.codigo,) and hallada.certeza != "dudosa"
        if hallada.codigos != (region.codigo,) and hallada.certeza in ("exacta", "alias"):
            mal.append((texto, hallada.codigos))
    assert mal == []
    assert cuenta["bien"] * 100 >= CASOS * 98


@pytest.mark.parametrize(
    ("leida", "escritas"),
    [("senam3", {"sename"}), ("gobiemo", {"gobierno"}), ("sename", set()), ("1np", {"inp"}), ("s3rn4m", {"sernam"}), ("000", set())],
)
def test_lecturas(leida: str, escritas: set[str]) -> None:
    assert Lecturas(frozenset({"sename", "gobierno", "inp", "sernam"})).de(leida) == escritas


def test_los_signos_que_separan_no_son_letras() -> None:
    for texto in ("Maule|Aysén", "¡Listo!", "SENCE | FOSIS", "$42.000", "Meta: 5 $"):
        assert con_letras(texto) == texto
    assert normalizar_region("Maule|Aysén", 2009).codigos == ("07", "11")
