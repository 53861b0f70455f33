"""The page's templates, style and script, loaded once. Every text is escaped; the two inline pieces are allowed by hash."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import Any

_CARPETA = "plantillas"


@cache
def entorno() -> Any:
    """The Jinja2 environment of ``plantillas/``: escaping always on, an unknown name is an error."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("extractor.salidas.revision", _CARPETA),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )


def dibujar(plantilla: str, **valores: Any) -> str:
    """A template filled in. What a document may hold and HTML may not (control characters) becomes a space."""
    return limpia(str(entorno().get_template(plantilla).render(**valores)))


def limpia(texto: str) -> str:
    """Without control characters and lone surrogates, which no HTML file may hold.

    >>> limpia("a\\x00b\\nc")
    'a b\\nc'
    """
    sin_sueltos = texto.encode("utf-8", errors="replace").decode("utf-8")
    return sin_sueltos.translate(_CONTROLES)


_CONTROLES = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160), 0xFFFE, 0xFFFF), " ")


@cache
def archivo(nombre: str) -> str:
    """The text of a file beside the templates."""
    return resources.files("extractor.salidas.revision").joinpath(_CARPETA, nombre).read_text(encoding="utf-8")


def huella_csp(texto: str) -> str:
    """How a content security policy names an inline piece."""
    suma = base64.b64encode(hashlib.sha256(texto.encode("utf-8")).digest()).decode("ascii")
    return f"sha256-{suma}"
