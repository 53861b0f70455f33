"""What can be read on this machine: formats, the libraries and programs that read them, and what the system lacks.

Nothing is loaded to find out: versions come from what is installed, programs are asked for theirs.
"""

from __future__ import annotations

import importlib
import platform
from dataclasses import dataclass
from importlib import metadata

from extractor.comun import plataforma
from extractor.comun.ajustes import Ajustes, ajustes
from extractor.comun.herramientas import libreoffice, tesseract
from extractor.comun.herramientas.sonda import Sonda

BIBLIOTECAS: dict[str, tuple[str, ...]] = {
    "txt": (),
    "docx": ("lxml",),
    "doc": ("olefile",),
    "pdf": ("pdfplumber", "pdfminer.six"),
    "pdf_escaneado": ("pypdfium2", "numpy"),
    "rtf": (),
    "odt": ("lxml",),
    "html": ("lxml",),
    "xlsx": ("lxml",),
    "xls": ("xlrd",),
    "imagen": ("pillow", "numpy"),
}
"""What reads each format besides our own code. The keys are all formats of the contract."""
_NECESITAN = {"pdf_escaneado": "tesseract", "imagen": "tesseract"}
_OTRO_MODULO = {"pdf": "pdf", "pdf_escaneado": "escaneo"}
"""Formats whose module only shares pages out to the readers named here."""
_AYUDAN = {"doc": "LibreOffice"}
_SIRVE_PARA = {
    "LibreOffice": "abre los .doc que el lector propio rechaza (Word 6 y 95, archivos dañados)",
    "tesseract": "lee páginas escaneadas e imágenes (con los datos del español)",
}
_NUCLEO = ("spacy", "pandas", "rapidfuzz", "pydantic", "SQLAlchemy", "pebble")
_INSTALAR = {
    "LibreOffice": {
        "Darwin": "brew install --cask libreoffice",
        "Windows": "winget install TheDocumentFoundation.LibreOffice",
    },
    "tesseract": {
        "Darwin": "brew install tesseract tesseract-lang",
        "Windows": "winget install UB-Mannheim.TesseractOCR (marque «Spanish» entre los idiomas)",
    },
}


@dataclass(frozen=True, slots=True)
class Programa:
    """An optional program. ``falta``: why it cannot be used, None when it can; ``instalar``: the line that brings it."""

    nombre: str
    version: str | None
    falta: str | None
    instalar: str
    sirve_para: str


@dataclass(frozen=True, slots=True)
class Legible:
    """A format: whether it is read here, what reads it ("nombre versión") and, when not or not wholly, why."""

    formato: str
    se_lee: bool
    con: tuple[str, ...]
    nota: str | None


@dataclass(frozen=True, slots=True)
class Entorno:
    programa: tuple[tuple[str, str], ...]
    """Name and version of the program, Python, the system and the main libraries."""
    formatos: tuple[Legible, ...]
    programas: tuple[Programa, ...]
    perdidas: tuple[str, ...]
    ajustes: Ajustes


def mirar() -> Entorno:
    """What there is here. Never raises for what is missing."""
    from extractor import __version__
    from extractor.lectores import LECTORES

    programas = (_programa(libreoffice.SONDA, None), _programa(tesseract.SONDA, tesseract.falta()))
    modulos = {str(formato): lector.modulo for lector in LECTORES for formato in lector.formatos}
    return Entorno(
        programa=(
            ("extractor", __version__),
            ("Python", platform.python_version()),
            (platform.system() or "sistema", platform.release()),
            *((nombre, _version(nombre) or "no está") for nombre in _NUCLEO),
        ),
        formatos=tuple(_legible(formato, modulos, {p.nombre: p for p in programas}) for formato in BIBLIOTECAS),
        programas=programas,
        perdidas=plataforma.perdidas(),
        ajustes=ajustes(),
    )


def _programa(sonda: Sonda, falta: str | None) -> Programa:
    version = sonda.version()
    instalar = _INSTALAR[sonda.programa].get(plataforma.sistema(), sonda.instalar)
    if version is None:
        falta = "no está instalado" if sonda.ruta() is None else "no responde o su versión es demasiado antigua"
    elif falta is not None:
        falta = falta.partition(";")[0]
    return Programa(sonda.programa, version, falta, instalar, _SIRVE_PARA[sonda.programa])


def _legible(formato: str, modulos: dict[str, str], programas: dict[str, Programa]) -> Legible:
    con = [f"{nombre} {version}" for nombre in BIBLIOTECAS[formato] if (version := _version(nombre))]
    faltan = [nombre for nombre in BIBLIOTECAS[formato] if _version(nombre) is None]
    if formato not in modulos:
        return Legible(formato, False, (), "esta versión del programa no lo lee")
    if faltan:
        return Legible(formato, False, tuple(con), f"falta la biblioteca {', '.join(faltan)}; reinstale el programa")
    necesario = programas.get(_NECESITAN.get(formato, ""))
    if necesario is not None and necesario.falta is not None:
        return Legible(formato, False, tuple(con), f"{necesario.nombre}: {necesario.falta}; {necesario.instalar}")
    usados = [p for p in (necesario, programas.get(_AYUDAN.get(formato, ""))) if p is not None and p.falta is None]
    con += [f"{p.nombre} {p.version}" for p in usados]
    ayuda = programas.get(_AYUDAN.get(formato, ""))
    nota = f"sin {ayuda.nombre} no se leen los de Word 6 y 95: {ayuda.instalar}" if ayuda is not None and ayuda.falta else None
    return Legible(formato, True, (f"lector propio {_lector(formato, modulos[formato])}", *con), nota)


def _lector(formato: str, modulo: str) -> str:
    """Name and version of the reader, as documents record it."""
    cargado = importlib.import_module(f"extractor.lectores.{_OTRO_MODULO.get(formato, modulo)}")
    return str(getattr(cargado, f"NOMBRE_{formato.upper()}", None) or cargado.NOMBRE)


def _version(distribucion: str) -> str | None:
    try:
        return metadata.version(distribucion)
    except metadata.PackageNotFoundError:
        return None
