"""Names of WordprocessingML and the few questions asked of its elements."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
ALTERNATIVA = f"{MC}AlternateContent"

_ESTRICTOS = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)
_ENVOLTORIOS = {f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag", f"{W}dir", f"{W}bdo", f"{W}hyperlink"}


def sin_variante_estricta(datos: bytes) -> bytes:
    """The part with the namespaces of the transitional variant, so that both are read alike."""
    for estricto, comun in _ESTRICTOS:
        datos = datos.replace(estricto, comun)
    return datos


@lru_cache(maxsize=256)
def _camino(camino: str) -> str:
    return "/".join(f"{W}{paso}" for paso in camino.split("/"))


def valor(elemento: Any, camino: str, atributo: str = "val") -> str | None:
    """An attribute of the descendant at ``camino`` ("pPr/pStyle"), or None when either is missing."""
    hallado = elemento.find(_camino(camino))
    return None if hallado is None else hallado.get(f"{W}{atributo}")


def entero(texto: str | None, si_falta: int) -> int:
    """The whole number an attribute holds; ``si_falta`` for a missing or malformed one."""
    try:
        return si_falta if texto is None else int(texto[:9])
    except ValueError:
        return si_falta


def activo(elemento: Any, camino: str) -> bool:
    """Whether an on/off property is there and on."""
    hallado = elemento.find(_camino(camino))
    return hallado is not None and hallado.get(f"{W}val", "1") not in ("0", "false", "off")


def eleccion(alternativa: Any) -> Any | None:
    """The branch of an AlternateContent that is read: the first choice, else the fallback; never both."""
    rama = alternativa.find(f"{MC}Choice")
    return rama if rama is not None else alternativa.find(f"{MC}Fallback")


def es_muestra(sdt: Any) -> bool:
    """Whether a content control shows only its prompt ("Haga clic aquí"): nobody wrote it."""
    return activo(sdt, "sdtPr/showingPlcHdr")


def hijos(elemento: Any) -> Iterator[tuple[Any, bool]]:
    """The children, those inside content controls, insertions and other wrappers included; with each, whether it is
    only the prompt of a content control."""
    for hijo in elemento:
        etiqueta = hijo.tag
        if etiqueta == f"{W}sdt":
            contenido = hijo.find(f"{W}sdtContent")
            if contenido is not None:
                muestra = es_muestra(hijo)
                yield from ((h, m or muestra) for h, m in hijos(contenido))
        elif etiqueta in _ENVOLTORIOS:
            yield from hijos(hijo)
        elif etiqueta == ALTERNATIVA:
            rama = eleccion(hijo)
            if rama is not None:
                yield from hijos(rama)
        elif isinstance(etiqueta, str):
            yield hijo, False
