"""The project as it is handed on: what it declares, what it ships, and what must never be inside it."""

from __future__ import annotations

import ast
import re
import runpy
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import extractor

# Written so that no pattern matches its own text in this file.
PROHIBIDOS = {
    "path of one machine": re.compile(r"(?<![\w.$}])/(?:work|farm|root|home|opt|tmp)/\w"),
    "registry host": re.compile(r"pypi\.(?:org|python)|python[h]osted|registry\.npm|conda\.(?:org|io)"),
    "registry address": re.compile(r"https?://\S+/simple\b"),
    "index or link option": re.compile(r"^\s*(?:-i|-f|--(?:extra-)?index-url|--find-links|--trusted-host)[ =]", re.MULTILINE),
}
CANDADOS = {"uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "pylock.toml", "package-lock.json"}


def _proyecto(raiz: Path) -> dict[str, Any]:
    datos: dict[str, Any] = tomllib.loads((raiz / "pyproject.toml").read_text("utf-8"))["project"]
    return datos


def _nombres(requisitos: list[str]) -> set[str]:
    return {canonicalize_name(Requirement(r).name) for r in requisitos}


def _fijados(archivo: Path) -> dict[str, str]:
    """Name to pinned version; fails if an entry has no hash."""
    fijados: dict[str, str] = {}
    for entrada in re.split(r"\n(?=[A-Za-z0-9])", archivo.read_text("utf-8")):
        encontrado = re.match(r"([A-Za-z0-9._-]+)==(\S+)", entrada)
        if encontrado is None:
            assert entrada.startswith("#"), f"{archivo.name}: not a pinned requirement: {entrada[:60]!r}"
            continue
        assert "--hash=sha256:" in entrada, f"{archivo.name}: {encontrado[1]} has no hash"
        fijados[canonicalize_name(encontrado[1])] = encontrado[2]
    assert fijados, f"{archivo.name} pins nothing"
    return fijados


def _importados(raiz: Path) -> set[str]:
    """Top-level modules imported anywhere in the package, also inside functions."""
    modulos: set[str] = set()
    archivos = sorted((raiz / "extractor").rglob("*.py"))
    assert archivos
    for archivo in archivos:
        for nodo in ast.walk(ast.parse(archivo.read_text("utf-8"))):
            if isinstance(nodo, ast.Import):
                modulos.update(alias.name.split(".")[0] for alias in nodo.names)
            elif isinstance(nodo, ast.ImportFrom) and nodo.level == 0 and nodo.module:
                modulos.add(nodo.module.split(".")[0])
    return modulos - set(sys.stdlib_module_names) - {"extractor"}


def _distribuciones(modulos: set[str]) -> set[str]:
    """The distributions that give those modules; a module nobody gives stands under its own name."""
    donde = packages_distributions()
    return {canonicalize_name(d) for m in modulos for d in donde.get(m, [m])}


LA_CARGA_OTRA = {"psycopg": "sqlalchemy", "python-multipart": "fastapi"}
"""Loaded by another dependency, by the address of a database or when a form arrives."""
VIENE_CON = {"pydantic-core": "pydantic", "starlette": "fastapi"}
"""A part of another dependency, under its own name."""


def test_cada_dependencia_se_importa(raiz: Path) -> None:
    importadas = _distribuciones(_importados(raiz))
    assert _nombres(_proyecto(raiz)["dependencies"]) - importadas - LA_CARGA_OTRA.keys() == set()
    assert set(LA_CARGA_OTRA.values()) <= importadas


def test_cada_importacion_ajena_se_declara(raiz: Path) -> None:
    proyecto = _proyecto(raiz)
    declaradas = _nombres(proyecto["dependencies"]) | _nombres(proyecto["optional-dependencies"]["distribuido"])
    ajenas = {VIENE_CON.get(nombre, nombre) for nombre in _distribuciones(_importados(raiz))}
    assert ajenas - declaradas == set()


def test_lo_fijado_cumple_lo_declarado(raiz: Path) -> None:
    uso, pruebas = _fijados(raiz / "requirements.txt"), _fijados(raiz / "requirements-dev.txt")
    for requisitos, fijados in (
        (_proyecto(raiz)["dependencies"], uso),
        (_proyecto(raiz)["optional-dependencies"]["dev"], uso | pruebas),
    ):
        for requisito in map(Requirement, requisitos):
            nombre = canonicalize_name(requisito.name)
            assert nombre in fijados, f"{nombre} is not pinned"
            assert requisito.specifier.contains(fijados[nombre]), f"{nombre}=={fijados[nombre]} is outside {requisito.specifier}"


def test_los_dos_archivos_fijan_las_mismas_versiones(raiz: Path) -> None:
    uso, pruebas = _fijados(raiz / "requirements.txt"), _fijados(raiz / "requirements-dev.txt")
    distintos = {n for n in uso.keys() & pruebas.keys() if uso[n] != pruebas[n]}
    assert distintos == set()


def _versionados(raiz: Path, git: str) -> list[Path]:
    """Tracked files, and new ones that git does not ignore: what the next commit could hold."""
    orden = [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    salida = subprocess.run(orden, cwd=raiz, capture_output=True, check=True, text=True).stdout
    archivos = [raiz / nombre for nombre in salida.split("\0") if nombre]
    assert raiz / "pyproject.toml" in archivos
    return [a for a in archivos if a.is_file()]


def test_ningun_archivo_nombra_esta_maquina_ni_un_registro(raiz: Path, programa: Callable[[str], str]) -> None:
    hallados = []
    for archivo in _versionados(raiz, programa("git")):
        assert archivo.name not in CANDADOS, f"{archivo.name} records registry addresses"
        try:
            texto = archivo.read_text("utf-8")
        except UnicodeDecodeError:
            continue  # docx samples and texts in other encodings; their sources are checked
        for que, patron in PROHIBIDOS.items():
            hallados += [f"{archivo.relative_to(raiz)}: {que}: {m[0]!r}" for m in patron.finditer(texto)]
    assert hallados == []


@pytest.mark.parametrize(
    ("que", "texto"),
    [
        ("path of one machine", "open('" + "/".join(["", "work", "main", "x.txt"]) + "')"),
        ("registry host", ".".join(["https://pypi", "org"])),
        ("registry address", "https://example.invalid/" + "simple"),
        ("index or link option", "--index" + "-url x"),
    ],
)
def test_lo_prohibido_se_reconoce(que: str, texto: str) -> None:
    assert PROHIBIDOS[que].search(texto)


def test_el_registro_de_cambios_empieza_por_esta_version(raiz: Path) -> None:
    versiones = re.findall(r"^## \[([^\]]+)\]", (raiz / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert versiones[0] == extractor.__version__


def test_la_rueda_lleva_todos_los_patrones(raiz: Path, tmp_path: Path) -> None:
    """The wheel is built from the source archive, so both are shown to carry them."""
    orden = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(tmp_path), str(raiz)]
    hecho = subprocess.run(orden, capture_output=True, text=True)
    assert hecho.returncode == 0, hecho.stdout + hecho.stderr
    (rueda,) = tmp_path.glob("*.whl")
    esperados = {a.relative_to(raiz / "patrones").as_posix(): a.read_bytes() for a in (raiz / "patrones").rglob("*.yaml")}
    assert esperados
    with zipfile.ZipFile(rueda) as contenido:
        nombres = contenido.namelist()
        carpeta = "extractor/_patrones/"
        dentro = {n.removeprefix(carpeta): contenido.read(n) for n in nombres if n.startswith(carpeta) and n.endswith(".yaml")}
        assert dentro == esperados
        assert f"extractor-{extractor.__version__}.dist-info/licenses/LICENSE" in nombres
        assert not [n for n in nombres if n.split("/")[0] not in {"extractor", f"extractor-{extractor.__version__}.dist-info"}]


def test_la_ayuda_no_carga_lo_pesado(raiz: Path) -> None:
    medida = runpy.run_path(str(raiz / "bench" / "arranque.py"))
    cargados = medida["modulos_de_la_ayuda"]()
    assert "extractor.cli" in cargados
    assert cargados & medida["PESADOS"] == set()
