"""What the results of a run depend on besides the documents, hashed once per run: the parts of ``ClaveLectura``."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from functools import cached_property
from importlib import metadata
from pathlib import Path

import extractor
from extractor.comun.ajustes import Ajustes
from extractor.comun.decisiones import SIN_DECISIONES, Decisiones
from extractor.comun.decisiones_claves import documento_de
from extractor.comun.herramientas import libreoffice, tesseract
from extractor.comun.huellas import huella, suma_de_carpeta
from extractor.comun.yaml_estricto import carpeta_patrones
from extractor.modelo.clave import ClaveLectura
from extractor.modelo.declarado import Declarado

_BIBLIOTECAS = (
    "lxml", "numpy", "olefile", "pdfminer.six", "pdfplumber", "pillow", "pydantic", "pypdfium2", "rapidfuzz", "spacy", "xlrd",
)  # fmt: skip
"""Libraries whose version may change what is read."""


@dataclass(frozen=True)
class Circunstancias:
    """``programa``, ``patrones`` and ``ajustes`` as ``ClaveLectura`` has them, and the decisions of the run."""

    programa: str
    patrones: str
    ajustes: str
    decisiones: Decisiones = SIN_DECISIONES

    @staticmethod
    def actuales(ajustes: Ajustes, decisiones: Decisiones = SIN_DECISIONES) -> Circunstancias:
        """Those of this machine now. Raises ErrorPatron when ``patrones/`` is missing."""
        patrones = suma_de_carpeta(carpeta_patrones(), ".yaml")
        return Circunstancias(_programa(), patrones, huella(ajustes.limites.model_dump()), decisiones)

    def clave(self, sha256: str, nombre: str, declarado: Declarado) -> ClaveLectura:
        """The key of one document, without its external programs."""
        dicho = (declarado.servicio, declarado.anio, declarado.region, declarado.etapa)
        return ClaveLectura(
            sha256=sha256,
            nombre=nombre,
            programa=self.programa,
            patrones=self.patrones,
            ajustes=self.ajustes,
            declarado="" if declarado == Declarado() else huella(*dicho),
            decisiones=self._de_sus_decisiones(sha256),
        )

    def _de_sus_decisiones(self, sha256: str) -> str:
        """The decisions in force may be many and those of one document few: all others share one hash, and where none may
        touch them they are as without decisions."""
        return _suma(self.decisiones.aplicables(sha256)) if sha256 in self._con_decisiones else self._de_los_nombres

    @cached_property
    def _con_decisiones(self) -> frozenset[str]:
        propios = (documento_de(d.tipo, d.clave) for d in self.decisiones.vigentes)
        return frozenset(sha256 for sha256 in propios if sha256 is not None)

    @cached_property
    def _de_los_nombres(self) -> str:
        return _suma(self.decisiones.aplicables(""))


def _suma(decisiones: Decisiones) -> str:
    return decisiones.huella() if decisiones.vigentes else ""


def version_externa(programa: str) -> str:
    """What the external program is on this machine: its version, or why it cannot be used. Asked once per run."""
    if programa == tesseract.SONDA.programa:
        return tesseract.falta() or tesseract.SONDA.version() or ""
    if programa == libreoffice.SONDA.programa:
        return libreoffice.SONDA.version() or "no está"
    return "desconocido"


def _programa() -> str:
    """The version alone would lie in a checkout, where the code changes under it, and does not name the libraries."""
    suma = hashlib.sha256(suma_de_carpeta(Path(extractor.__file__).parent, ".py").encode())
    suma.update(repr(sys.version_info[:2]).encode())
    for nombre in _BIBLIOTECAS:
        suma.update(f"{nombre} {_version(nombre)}\n".encode())
    return f"{extractor.__version__}+{suma.hexdigest()[:12]}"


def _version(distribucion: str) -> str:
    try:
        return metadata.version(distribucion)
    except metadata.PackageNotFoundError:
        return ""
