"""What a title prints: its number, its group and its whole words; and what a line that may be one looks like."""

from __future__ import annotations

from extractor.comun.texto import romano
from extractor.formatos.lineas_de_nota import es_nota
from extractor.formatos.piezas import Titulo

_LETRAS = frozenset("abcdefgh")
_LARGO_ENCABEZADO = 120
"""Characters of the longest heading of a section that prints no number."""


def entero(numero: str | None) -> int | None:
    """A stage's number, in figures or Roman; None when it is neither."""
    if numero is None:
        return None
    limpio = numero.strip(" .°")
    return int(limpio) if limpio.isdigit() else romano(limpio)


def numero_impreso(numero: str | None) -> str | None:
    """A title's number as printed, without leading zeros or final punctuation."""
    if numero is None:
        return None
    limpio = numero.strip(" .°-").replace(" ", "")
    # a letter stays as it is; a Roman number may come folded
    return ".".join(str(int(p)) if p.isdigit() else p if p in _LETRAS else p.upper() for p in limpio.split("."))


def grupo(titulo: Titulo) -> str:
    """The activity whose notes a title announces ("III.1"), empty when it tells none."""
    return numero_impreso(titulo.numero) or ""


def con_valor(titulo: Titulo) -> str:
    """The title's words with what follows its label."""
    if titulo.valor and titulo.valor not in titulo.texto:
        return f"{titulo.texto} {titulo.valor}"
    return titulo.texto


def es_encabezado(texto: str) -> bool:
    """Whether a free line may head what stands under it: short, opened as a title is, and no sentence."""
    limpio = texto.strip()
    return len(limpio) <= _LARGO_ENCABEZADO and limpio[:1].isupper() and limpio[-1] not in ".;:," and es_nota(texto) is None
