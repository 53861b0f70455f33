"""Verb forms that tell, or may tell, that something came to nothing: each gives a label, ``NADA``, or None if not its own."""

from __future__ import annotations

from extractor.normalizadores.estado.forma import NADA, Forma
from extractor.normalizadores.estado.verbos import CORTE_FRASE, INFINITIVO, ante_cargas, empieza_como, lista

_ALCANCE_DECISION = 4


def hay_jurado(forma: Forma) -> bool:
    """Whether a jury or a court stands before: it "falló", that is, decided."""
    return any(t.norm_ in lista("jurados") for t in forma.doc[: forma.i])


def fracaso(forma: Forma) -> str | None:
    """A verb of failing, not its noun."""
    nombre = forma.previa in ("el", "un", "del", "al", "este", "ese", "su")  # "el fallo del tribunal"
    return "FRACASO" if forma.norma in lista("fracasan") and not nombre else None


def decision(forma: Forma) -> str | None:
    """What was decided or told, where that is that it is not done."""
    if forma.norma not in lista("deciden"):
        return None
    for lugar in range(forma.i + 1, min(len(forma.doc), forma.i + 1 + _ALCANCE_DECISION)):
        norma = forma.doc[lugar].norm_
        if norma in CORTE_FRASE:
            return None
        if norma in lista("deshacen") or (norma == "no" and forma.doc[lugar - 1].norm_ != ","):
            return "FRACASO"
    return None


def renuncia(forma: Forma) -> str | None:
    """ "Hubo que suspenderlo": what had to be undone."""
    if forma.norma not in lista("obligan"):
        return None
    for palabra in forma.doc[forma.i + 1 : forma.i + 1 + _ALCANCE_DECISION]:
        if palabra.norm_ not in ("que", "de", "a", "se") and INFINITIVO.fullmatch(palabra.norm_):
            deshace = empieza_como(palabra.norm_, "deshacen_raices") and not ante_cargas(forma.doc, palabra.i)
            return "FRACASO" if deshace else None
    return None


def devolucion(forma: Forma) -> str | None:
    """ "Se devolvieron por venir fallados": given back, with its reason."""
    if not forma.norma.startswith(("devolv", "devuelt")):
        return None
    return "FRACASO" if any(t.norm_ == "por" for t in forma.doc[forma.i + 1 : forma.i + 1 + _ALCANCE_DECISION]) else None


def archivo(forma: Forma) -> str | None:
    """An idea or a bill that was shelved; documents are archived when all is done."""
    return "FRACASO" if forma.norma.startswith("archivo") and any(t.norm_ in lista("ideas") for t in forma.doc) else None


def obligacion(forma: Forma) -> str | None:
    """What should have been, or had to be, is not what was."""
    debida = forma.norma in ("debio", "debieron", "debia", "debian")
    return NADA if debida or (forma.siguiente == "que" and forma.norma in ("hubo", "tuvo", "tuvieron")) else None
