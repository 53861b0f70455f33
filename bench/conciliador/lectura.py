"""The whole path over one generated file, and its findings in the terms of ``auditor``: the only part that runs the program."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CODIGOS = frozenset(
    {
        "PONDERACIONES_NO_SUMAN_100",
        "TOTAL_PONDERACION_NO_CUADRA",
        "GANADA_NO_CORRESPONDE",
        "TOTAL_GANADA_NO_CUADRA",
        "ACUMULADO_NO_CUADRA",
        "DESEMPENO_REGION_NO_CUADRA",
        "DESEMPENO_SERVICIO_NO_CUADRA",
        "PROGRAMA_NO_CUADRA",
        "TABLAS_IDENTICAS",
        "ESTADO_CONTRADICE_GANADA",
    }
)
"""What is compared: what figures prove, a copy of a table, and a verdict against the word in the earned column."""
ARITMETICOS = CODIGOS - {"TABLAS_IDENTICAS", "ESTADO_CONTRADICE_GANADA"}


class ErrorCaso(Exception):
    """What was asked cannot be run: an unknown name, or a program that is missing. The message is a Spanish sentence."""


@dataclass(frozen=True)
class Hallado:
    """A finding of the program. ``cuadro`` counts the programme tables of the document, from 0."""

    codigo: str
    cuadro: int | None
    fila: int | None
    partida: int | None
    informado: str | None
    recalculado: str | None
    gravedad: str
    carga: bool
    correccion: tuple[str, str | None] | None
    alternativas: int


@dataclass(frozen=True)
class Leido:
    """What the program made of a file. ``otros``: the codes of the findings that are not compared, in order."""

    cuadros: int
    partidas: tuple[int, ...]
    hallados: tuple[Hallado, ...]
    otros: tuple[str, ...]


def leer(archivo: Path) -> Leido:
    from extractor.modelo.declarado import Declarado
    from extractor.proceso import procesar

    return de_json(json.loads(procesar(archivo, archivo.name, Declarado()).model_dump_json()))


def de_json(informe: dict[str, Any]) -> Leido:
    """An ``Informe`` of the contract, cut down to what is compared."""
    tablas = [t for t in informe["tablas"] if t["tipo"] == "programa_trabajo"]
    puesto = {t["id"]: n for n, t in enumerate(tablas)}
    hallados, otros = [], []
    for h in informe["hallazgos"]:
        if h["codigo"] not in CODIGOS:
            otros.append(h["codigo"])
            continue
        probable = h["correccion_probable"]
        hallados.append(
            Hallado(
                h["codigo"],
                puesto.get(h["tabla"]),
                h["fila"],
                h["actividad"],
                h["informado"],
                h["recalculado"],
                h["gravedad"],
                h["causa"] is not None,
                None if probable is None else (probable["campo"], probable["a"]),
                len(h["alternativas"]),
            )
        )
    partidas = tuple(sum(max(1, len(f["actividades"])) if t["columnas"] else 0 for f in t["filas"]) for t in tablas)
    return Leido(len(tablas), partidas, tuple(hallados), tuple(otros))


def a_doc(carpeta: Path, fuentes: list[Path]) -> list[Path]:
    """Word 97 copies of ``fuentes``, all in one call of LibreOffice; raises ErrorCaso when it is not there or made none."""

    programa = shutil.which("soffice")
    if programa is None:
        raise ErrorCaso("no está LibreOffice (soffice): sin él no se generan casos .doc; pida --formatos txt,docx")
    perfil = f"-env:UserInstallation={(carpeta / 'perfil').as_uri()}"
    orden = [programa, "--headless", perfil, "--convert-to", "doc:MS Word 97", "--outdir", str(carpeta), *map(str, fuentes)]
    subprocess.run(orden, check=True, capture_output=True, timeout=60 + 2 * len(fuentes))
    hechos = [carpeta / f"{f.stem}.doc" for f in fuentes]
    if faltan := [h.name for h in hechos if not h.exists()]:
        raise ErrorCaso(f"LibreOffice no convirtió {', '.join(faltan[:3])}")
    return hechos
