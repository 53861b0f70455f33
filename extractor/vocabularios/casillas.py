"""The form's own boxes in a cell: "Sí ( ) No (X)", "☒ Cumple ☐ No cumple", or the pair as printed ("Cumple / No cumple")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from extractor.modelo.valores import ValorEstado
from extractor.vocabularios.base import alternativas
from extractor.vocabularios.opciones import impresas, valores

_MARCAS = (
    r"(?P<marca>x(?![a-z0-9])|[☒☑✓✔■●])|(?P<vacia>[☐□○]|\(\s*\)|\[\s*\])|(?P<nota>\(\d{1,2}\)|[¹²³⁴-⁹])"
    r"|(?P<o>[ou](?![a-z0-9])|/)|(?P<punto>[.,;])|(?P<otro>[\s_()\[\]:\-–—|*])"
)


@cache
def _pieza() -> re.Pattern[str]:
    return re.compile(rf"(?P<opcion>(?:{alternativas(valores())})(?![a-z0-9]))|{_MARCAS}")


@dataclass(frozen=True, slots=True)
class Casillas:
    """Boxes that fill a whole cell. ``valor`` of the marked one and where its option stands; None when none or several are."""

    valor: ValorEstado | None
    inicio: int = 0
    fin: int = 0


@lru_cache(maxsize=8192)
def leer_casillas(plegado: str) -> Casillas | None:
    """The boxes that a folded text consists of; None when it is anything else.

    >>> leer_casillas("si ( ) no (x)").valor, leer_casillas("cumple / no cumple").valor, leer_casillas("si, cumple") is None
    ('NO_CUMPLE', None, True)
    """
    clases: list[tuple[str, int, int]] = []
    lugar = 0
    pieza = _pieza()
    while lugar < len(plegado):
        hallada = pieza.match(plegado, lugar)
        if hallada is None:
            return None
        clase = hallada.lastgroup or ""
        if clase not in ("otro", "nota"):
            clases.append((clase, hallada.start(), hallada.end()))
        lugar = hallada.end()
    opciones = [i for i, (clase, _, _) in enumerate(clases) if clase == "opcion"]
    dichas = [" ".join(plegado[clases[i][1] : clases[i][2]].split()) for i in opciones]
    dicen = {valores()[frase] for frase in dichas}
    if len(dicen) < 2:
        return None
    hay = {clase for clase, _, _ in clases}
    if not hay & {"marca", "vacia"}:
        # two options side by side are the form's; parted by a stop, or in words that forms do not print ("Cumplido No cumplido"),
        # they are someone's
        suyas = {"CUMPLE", "NO_CUMPLE"} <= dicen and "punto" not in hay and ("o" in hay or impresas().issuperset(dichas))
        return Casillas(None) if suyas else None
    delante = clases[0][0] in ("marca", "vacia")
    marcadas = [i for i in opciones if _marcada(clases, i, delante)]
    if len(marcadas) != 1:
        return Casillas(None)
    _, inicio, fin = clases[marcadas[0]]
    return Casillas(valores()[" ".join(plegado[inicio:fin].split())], inicio, fin)


def _marcada(clases: list[tuple[str, int, int]], indice: int, delante: bool) -> bool:
    """Whether the mark next to the option, on the side where the form puts it, is filled in."""
    paso = -1 if delante else 1
    lugar = indice + paso
    while 0 <= lugar < len(clases) and clases[lugar][0] in ("o", "punto"):
        lugar += paso
    return 0 <= lugar < len(clases) and clases[lugar][0] == "marca"
