"""The page's templates: ours, with the parts of ``revision.html`` that show a source and a finding."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from extractor import __version__
from extractor.comun.texto import corto
from extractor.revision.seguridad import Sesion
from extractor.salidas.prosa import codigo_en_palabras, en_castellano, tabla_en_palabras
from extractor.salidas.revision.formato import NIVELES, campo_en_palabras, con_coma, miles, nombre_gravedad
from extractor.salidas.revision.plantilla import archivo, limpia

TIPOS_DE_DECISION = {
    "hallazgo": "Hallazgo",
    "lectura": "Lectura",
    "nombre": "Nombre",
    "emparejamiento": "Par",
    "documento": "Documento",
}


@cache
def entorno() -> Any:
    """The Jinja2 environment: escaping always on, an unknown name is an error."""
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    propias = PackageLoader("extractor.revision", "plantillas")
    partes = PackageLoader("extractor.salidas.revision", "plantillas")
    hecho = Environment(loader=ChoiceLoader([propias, partes]), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    hecho.globals.update(niveles=NIVELES, version=__version__, tipos_de_decision=TIPOS_DE_DECISION)
    hecho.filters.update(miles=miles, con_coma=con_coma, corto=corto, campo=campo_en_palabras)
    hecho.filters.update(tipo=codigo_en_palabras, castellano=en_castellano, tabla=tabla_en_palabras)
    hecho.globals.update(nombre_gravedad=nombre_gravedad)
    return hecho


@dataclass(frozen=True, slots=True)
class Dibujado:
    """The source of a document with its marks and its summary, as HTML; ``situados``: numbers of the findings whose place
    it shows; ``sin_fuente``: why there is no source (``hay``)."""

    fuente: str
    resumen: str
    sin_fuente: str | None
    situados: frozenset[int]
    hay: bool


def dibujar_parte(plantilla: str, **valores: Any) -> str:
    """A piece that is the same for everyone."""
    return limpia(str(entorno().get_template(plantilla).render(**valores)))


def dibujar(plantilla: str, sesion: Sesion, **valores: Any) -> str:
    """A template filled in, without the control characters that a document may hold and HTML may not."""
    return limpia(str(entorno().get_template(plantilla).render(sesion=sesion, **valores)))


@cache
def estatico(nombre: str) -> str:
    """One of the two static files, the style or the script, after what it shares with ``revision.html``."""
    propio = resources.files("extractor.revision").joinpath("estatico", nombre).read_text(encoding="utf-8")
    return archivo("estilo.css" if nombre.endswith(".css") else "marcas.js") + propio
