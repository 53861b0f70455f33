"""Every sample report in every format it is kept in, against what a person says it holds."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractor.comun.texto import blancos
from extractor.errores import ErrorUso
from extractor.modelo.declarado import Declarado
from extractor.proceso.documento import procesar

ESCANEADO = "escaneado"
FORMATOS = ("docx", "doc", "rtf", "odt", "html", "pdf", "txt", ESCANEADO)


@dataclass(slots=True)
class MedidaLectura:
    """What one format gave. ``cuenta``: see ``verdad.cuentas.contar``; ``diferencias``: (file, difference) of every sample."""

    formato: str
    documentos: int = 0
    sin_diferencias: int = 0
    cuenta: Counter[str] = field(default_factory=Counter)
    diferencias: list[tuple[str, str]] = field(default_factory=list)

    def como_dato(self) -> dict[str, Any]:
        que = ("cifras", "filas", "pares")
        cuentas = {clave: self.cuenta[clave] for uno in que for clave in (uno, f"{uno}_bien")}
        return {
            "formato": self.formato,
            "documentos": self.documentos,
            "sin_diferencias": self.sin_diferencias,
            **cuentas,
            "diferencias": [{"archivo": archivo, "que": frase} for archivo, frase in self.diferencias],
        }


def evaluar_lectura(carpeta: Path, formatos: Sequence[str]) -> Iterator[MedidaLectura]:
    """One measure for each format, in the order given. Raises ErrorUso for a folder that holds no samples with their truth."""
    if not (carpeta / "verdad").is_dir():
        raise ErrorUso(f"en «{carpeta}» no hay muestras con su verdad; indique la carpeta con --muestras")
    muestras = _muestras_convertidas(carpeta)
    for formato in formatos:
        medida = MedidaLectura(formato)
        for archivo in sorted((carpeta / formato).glob("*.*")):
            _medir(medida, archivo, f"{formato}/{archivo.name}", muestras, carpeta)
        yield medida


def _medir(medida: MedidaLectura, archivo: Path, relativa: str, muestras: dict[str, str], carpeta: Path) -> None:
    from extractor.proceso.verdad import comparar, leer_verdad
    from extractor.proceso.verdad.cuentas import contar

    verdad = carpeta / "verdad" / f"{muestras.get(relativa, archivo.stem)}.yaml"
    if not verdad.is_file():
        return
    debido = leer_verdad(verdad)
    leido = json.loads(procesar(archivo, relativa, Declarado()).model_dump_json())
    diferencias = comparar(leido, debido)
    medida.documentos += 1
    medida.sin_diferencias += not diferencias
    medida.cuenta.update(contar(leido, debido))
    medida.diferencias.extend((relativa, blancos(frase)) for frase in diferencias)


def _muestras_convertidas(carpeta: Path) -> dict[str, str]:
    """Files that others' converters made, each with the name of the sample it comes from."""
    from extractor.comun.yaml_estricto import leer_yaml

    indice = carpeta / "convertidos.yaml"
    datos = leer_yaml(indice)[0] if indice.is_file() else []
    return {uno["archivo"]: uno["muestra"] for uno in datos or []}
