"""Docs that cannot lie: what the program has is in the manual, and what the manual shows the program has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import typer
from pydantic import BaseModel

from extractor.cli.aplicacion import aplicacion
from extractor.modelo.patron import Patron
from extractor.modelo.regimen import Regimen


def _ordenes(grupo: Any, camino: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command that does something, with the words that call it."""
    if not hasattr(grupo, "commands"):
        yield camino, grupo
        return
    for nombre, orden in sorted(grupo.commands.items()):
        yield from _ordenes(orden, (*camino, nombre))


@pytest.fixture(scope="module")
def ordenes() -> dict[tuple[str, ...], Any]:
    halladas = dict(_ordenes(typer.main.get_command(aplicacion)))
    assert ("auditar",) in halladas
    return halladas


@pytest.fixture(scope="module")
def leeme(raiz: Path) -> str:
    return (raiz / "README.md").read_text("utf-8")


def test_cada_orden_esta_en_el_leeme(ordenes: dict[tuple[str, ...], Any], leeme: str) -> None:
    faltan = [camino for camino in ordenes if not re.search(rf"extractor {' '.join(camino)}\b", leeme)]
    assert faltan == []


def test_el_leeme_solo_muestra_ordenes_y_opciones_que_existen(
    ordenes: dict[tuple[str, ...], Any], leeme: str
) -> None:
    ejemplos = re.findall(r"`extractor ([^`\n]+)`", leeme)
    assert len(ejemplos) >= len(ordenes)
    malos = []
    for ejemplo in ejemplos:
        palabras = ejemplo.split()
        camino = next((c for c in ordenes if tuple(palabras[: len(c)]) == c), None)
        if camino is None:
            if palabras not in (["--help"], ["--version"]):
                malos.append(ejemplo)
            continue
        conocidas = {opcion for parametro in ordenes[camino].params for opcion in parametro.opts} | {"--help"}
        malos += [f"{ejemplo}: {p}" for p in palabras if p.startswith("--") and p.split("=")[0] not in conocidas]
    assert malos == []


def test_los_dos_mandatos_del_leeme_son_los_que_se_prueban(raiz: Path, leeme: str) -> None:
    """The first one is pasted whole by a person, so it must be one line; the second is what ``.ci/run`` calls."""
    bloques = re.findall(r"```sh\n(.*?)\n```", leeme, re.DOTALL)
    auditar, probar = bloques[0], bloques[1]
    assert "\n" not in auditar + probar
    assert "extractor auditar corpus_muestra" in auditar
    assert probar == "sh tests/todo.sh"
    assert "\nsh tests/todo.sh" in (raiz / ".ci" / "run").read_text("utf-8")


def test_los_enlaces_del_leeme_llevan_a_algo(raiz: Path, leeme: str) -> None:
    enlaces = [e for e in re.findall(r"\]\(([^)#]+)[^)]*\)", leeme) if "://" not in e]
    assert enlaces
    assert [e for e in enlaces if not (raiz / e).exists()] == []


def _claves(anotacion: Any, vistos: set[type[BaseModel]]) -> Iterator[tuple[str, str]]:
    """(model, key) of every record reachable from the annotation, under the name it has in the YAML file."""
    if isinstance(anotacion, type) and issubclass(anotacion, BaseModel):
        if anotacion in vistos:
            return
        vistos.add(anotacion)
        for nombre, campo in anotacion.model_fields.items():
            yield anotacion.__name__, campo.alias or nombre
            yield from _claves(campo.annotation, vistos)
        return
    for parte in get_args(anotacion):
        yield from _claves(parte, vistos)


@pytest.mark.parametrize("esquema", [Patron, Regimen])
def test_cada_clave_de_los_patrones_esta_en_su_manual(raiz: Path, esquema: type[BaseModel]) -> None:
    manual = (raiz / "docs" / "patrones.md").read_text("utf-8")
    claves = list(_claves(esquema, set()))
    assert claves
    # In running text between backticks, or as a key of an example.
    contadas = set(re.findall(r"`(\w+):?`|^\s*(?:- )?(\w+):", manual, re.MULTILINE))
    nombradas = {nombre for pareja in contadas for nombre in pareja if nombre}
    assert [(modelo, clave) for modelo, clave in claves if clave not in nombradas] == []
