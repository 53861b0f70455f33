"""Whether the vocabularies and regimes of ``patrones/`` are well written, all of them or one file by itself."""

from __future__ import annotations

import difflib
from pathlib import Path

from pydantic import BaseModel

from extractor.comun.yaml_estricto import cargar, carpeta_patrones
from extractor.errores import ErrorPatron

CARPETAS = ("vocabularios", "regimenes")


def comprobar_esquemas(archivo: Path | None = None) -> None:
    """Reads every vocabulary and regime, or one, by the record its keys must fit. Raises ErrorPatron for the first that does
    not, naming file, line and the nearest key, and for a file that nothing reads."""
    carpeta = carpeta_patrones()
    archivos = [archivo] if archivo else [a for c in CARPETAS for a in sorted((carpeta / c).glob("*.yaml"))]
    for cada in archivos:
        cargar(cada, _modelo(cada.resolve()))


def _modelo(archivo: Path) -> type[BaseModel]:
    from extractor.modelo.regimen import Regimen
    from extractor.reconciliador.conjunto.palabras import PalabrasConjunto
    from extractor.reconciliador.lexico import PalabrasLogica

    if archivo.parent.name == "regimenes" and not archivo.stem.startswith("_"):
        return Regimen
    propias: dict[str, type[BaseModel]] = {"_logica": PalabrasLogica, "_conjunto": PalabrasConjunto}
    modelos = propias if archivo.parent.name == "regimenes" else _vocabularios()
    if archivo.stem not in modelos:
        cercanos = difflib.get_close_matches(archivo.stem, modelos, n=1)
        sugerencia = f"; ¿quiso decir «{cercanos[0]}.yaml»?" if cercanos else ""
        raise ErrorPatron(archivo.name, None, f"ningún vocabulario se llama así y nadie lo lee{sugerencia}")
    return modelos[archivo.stem]


def _vocabularios() -> dict[str, type[BaseModel]]:
    from extractor.vocabularios import (
        agrupacion_unidades,
        columnas,
        esquema_estados,
        esquema_filas,
        lugares,
        materias,
        opciones,
        programas,
        regiones,
        responsables,
        servicios,
        textos,
    )

    return {
        "agrupacion_unidades": agrupacion_unidades.VocabularioAgrupacion,
        "cargos": responsables.VocabularioCargos,
        "columnas": columnas.VocabularioColumnas,
        "estados": esquema_estados.VocabularioEstados,
        "filas": esquema_filas.VocabularioFilas,
        "lugares": lugares.VocabularioLugares,
        "materias": materias.VocabularioMaterias,
        "opciones": opciones.VocabularioOpciones,
        "programas": programas.VocabularioProgramas,
        "regiones": regiones.VocabularioRegiones,
        "servicios": servicios.VocabularioServicios,
        "textos": textos.VocabularioTextos,
        "unidades": responsables.VocabularioUnidades,
    }
