"""10,000 distinct mentions of names against the whole vocabulary, beside rapidfuzz's bare table of likenesses.

    python bench/nombres.py [--menciones 10000]

A quarter each of regions, services, states and cells of responsible persons, made from the vocabularies with prefixes,
slips and numbers from a fixed seed, no two alike. Baseline of the same run: ``rapidfuzz.process.cdist`` with ``ratio``, one
thread, of the same texts against every phrase of the vocabularies; it ranks spellings and understands nothing. Then the
units among them are brought together. Times are of the processor, so that other work on the machine counts little. Ends with
status 1 when naming takes 3 s or more after loading.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator

from extractor.comun.recoleccion import espaciar_recoleccion
from extractor.normalizadores.estados import normalizar_estado
from extractor.normalizadores.regiones import normalizar_region
from extractor.normalizadores.responsables import normalizar_responsables
from extractor.normalizadores.servicios import normalizar_servicio
from extractor.normalizadores.unidades import MencionUnidad, agrupar_unidades
from extractor.vocabularios import lugares, regiones, responsables, servicios

LIMITE = 3.0
PREFIJOS = ("", "Región de ", "REGIÓN: ", "Dirección Regional ", "DE ", "Provincia de ")
VERBOS = ("Cumplido", "Se realizó", "No se cumplió", "Se realizará", "En ejecución", "Pendiente de", "Se ejecutó en un 50%")


def frases() -> tuple[list[str], list[str], list[str], list[str]]:
    """Names of regions and places, of services, words of units, and of roles."""
    vocab = regiones.vocabulario()
    sitios = sorted({n.texto for r in vocab.regiones for n in r.fuertes} | {n for _, n in lugares.vocabulario().nombres()})
    de_servicio = sorted({n for s in servicios.vocabulario().servicios for n in (s.nombre, *s.siglas, *s.otros, *s.antes)})
    materias = sorted(responsables.unidades().materias)
    return sitios, de_servicio, materias, sorted(responsables.formas_de_cargo())


def desliz(texto: str, azar: random.Random) -> str:
    """The text with two neighbouring letters exchanged, or one left out, once in three times."""
    if len(texto) < 6 or azar.random() > 1 / 3:
        return texto
    i = azar.randrange(1, len(texto) - 2)
    return texto[:i] + (texto[i + 1] + texto[i] + texto[i + 2 :] if azar.random() < 0.5 else texto[i + 1 :])


def menciones(cuantas: int, semilla: str = "20070131") -> dict[str, Callable[[str], object]]:
    """Distinct texts with what names each of them."""
    azar = random.Random(semilla)
    sitios, de_servicio, materias, cargos = frases()

    def textos() -> Iterator[tuple[str, Callable[[str], object]]]:
        while True:
            anio = azar.choice((2007, 2008, 2009))
            sitio = desliz(azar.choice(sitios), azar)
            yield azar.choice(PREFIJOS) + sitio, lambda t, a=anio: normalizar_region(t, a)
            servicio = f"{desliz(azar.choice(de_servicio), azar)} {azar.choice(('', sitio, 'Regional', str(anio)))}"
            yield servicio.strip(), normalizar_servicio
            yield f"{azar.choice(VERBOS)} {azar.randint(1, 400)} {azar.choice(materias)} en {sitio}", normalizar_estado
            clase = azar.choice(("Unidad de", "Depto.", "Departamento de"))
            unidad = f"{clase} {azar.choice(materias)} y {azar.choice(materias)}"
            yield f"{azar.choice(cargos)} {desliz(unidad, azar)}", lambda t: normalizar_responsables([t])

    distintas: dict[str, Callable[[str], object]] = {}
    for texto, nombrar in textos():
        distintas.setdefault(texto, nombrar)
        if len(distintas) == cuantas:
            return distintas
    raise AssertionError("no se llega aquí")


def solo_rapidfuzz(textos: list[str]) -> float:
    """Seconds of processor of rapidfuzz's table of likenesses alone."""
    from rapidfuzz import fuzz, process

    vocabulario = [f for lista in frases() for f in lista]
    desde = time.process_time()
    process.cdist(textos, vocabulario, scorer=fuzz.ratio, workers=1)
    return time.process_time() - desde


def principal() -> int:
    lector = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    lector.add_argument("--menciones", type=int, default=10_000)
    cuantas = lector.parse_args().menciones
    espaciar_recoleccion()  # as the command and its workers do
    desde = time.process_time()
    for texto, nombrar in menciones(200, "carga").items():
        nombrar(texto)
    carga = time.process_time() - desde
    casos = menciones(cuantas)
    por_clase: dict[str, float] = {}
    unidades: list[MencionUnidad] = []
    for texto, nombrar in casos.items():
        desde = time.process_time()
        hallado = nombrar(texto)
        clase = getattr(nombrar, "__name__", "")
        clase = clase if clase != "<lambda>" else "normalizar_responsables" if isinstance(hallado, tuple) else "normalizar_region"
        por_clase[clase] = por_clase.get(clase, 0.0) + time.process_time() - desde
        if isinstance(hallado, tuple):
            unidades += [MencionUnidad(r.unidad.nombre, "d") for r in hallado if r.unidad is not None]
    total = sum(por_clase.values())
    base = solo_rapidfuzz(list(casos))
    desde = time.process_time()
    grupos = agrupar_unidades(unidades)
    agrupar = time.process_time() - desde
    print(f"vocabularies loaded in {carga:.2f} s; {len(casos)} distinct mentions")
    for clase, segundos in sorted(por_clase.items()):
        print(f"  {clase}: {segundos:.2f} s")
    print(f"named in {total:.2f} s: {total / base:.1f} times rapidfuzz's cdist alone ({base:.2f} s)")
    print(f"{len(unidades)} units into {len(grupos)} groups in {agrupar:.2f} s: {agrupar / base:.1f} times the same")
    return 0 if total < LIMITE else 1


if __name__ == "__main__":
    sys.exit(principal())
