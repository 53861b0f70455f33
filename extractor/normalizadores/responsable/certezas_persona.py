"""How surely a stretch is a person's name: by a known given name or a title; by an initial or its place only, less so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.normalizadores.responsable.celda import Celda
from extractor.normalizadores.responsable.certezas_nombre import Duda
from extractor.normalizadores.responsable.certezas_palabras import de_lugar, parece_cargo
from extractor.normalizadores.responsable.personas_cargo import CONOCIDA, INICIAL, no_son_nombre, nombres
from extractor.normalizadores.responsable.pieza import Pieza
from extractor.normalizadores.responsable.separadores import ARTICULOS, titulos
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import cargos

LARGO_APELLIDO = 4
"""Least letters of the second surname of two joined by a dash; a shorter word may be anything."""
PALABRAS_NOMBRE = 4
"""Most words of a person's name, initials and particles aside; in more, two persons may run on."""


def dudas_de_persona(doc: Celda, piezas: Sequence[Pieza], pieza: Pieza) -> Iterator[Duda]:
    """What is not sure of a person among all the stretches of the cell."""
    etiqueta = next((t.label_ for t in doc.personas if t.start == pieza.inicio), "")
    fichas = [t for t in doc[pieza.inicio : pieza.fin] if t.text != "." and t.norm_ not in cargos().particulas]
    con_titulo = any(t.norm_.rstrip(".") in titulos() for t in doc[max(0, pieza.inicio - 2) : pieza.inicio])
    if not fichas:
        yield "dudosa", "no se reconoce a la persona"
        return
    apartada = _apartada(piezas, pieza)
    if etiqueta == INICIAL and apartada and not con_titulo:
        yield "alias", "persona reconocida por su inicial"
    elif etiqueta != CONOCIDA and not con_titulo:
        separada = apartada and (pieza.tras or piezas[0] is pieza)
        yield "aproximada" if separada else "dudosa", "persona reconocida solo por su lugar y sus mayúsculas"
    elif fichas[0].norm_ not in nombres() and len(fichas[0].text.rstrip(".")) > 1 and not con_titulo:
        yield "dudosa", "lo que precede al nombre de pila puede no ser de la persona"
    if doc[pieza.fin - 1].norm_ in ARTICULOS:
        yield "dudosa", "el nombre de la persona queda abierto"
    if fichas[0].text.islower() and not con_titulo:
        yield "aproximada", "persona escrita en minúsculas"
    enteras = [t for t in fichas if len(t.text.rstrip(".")) > 1]
    if any(t.norm_ in nombres() for t in enteras[2:-1]) or len(enteras) > PALABRAS_NOMBRE:
        yield "dudosa", "puede ser más de una persona"
    partes = [p for t in enteras if "-" in t.text for p in t.text.split("-")]
    if any(plegar_frase(p) in no_son_nombre() or len(p) < LARGO_APELLIDO for p in partes):
        yield "dudosa", "el nombre de la persona puede llevar una unidad"
    if any(parece_cargo(t.norm_) and t.norm_ not in nombres() for t in enteras):
        yield "dudosa", "el nombre de la persona puede llevar un cargo"
    ajeno = next((t for t in enteras[1:] if t.norm_ in no_son_nombre() and t.norm_ not in nombres()), None)
    if ajeno is not None and not con_titulo:
        dos = len(enteras) == 2 and len(piezas) > 1
        yield "aproximada" if dos else "dudosa", f"«{ajeno.text}» puede no ser un apellido"
    if len(piezas) == 1 and not con_titulo and all(de_lugar(t.norm_) or t.norm_ in no_son_nombre() for t in fichas):
        yield "dudosa", "puede ser un lugar y no una persona"
    elif len(piezas) == 1 and not con_titulo and len(fichas) == len(enteras) == 2 and de_lugar(enteras[1].norm_):
        yield "aproximada", f"«{enteras[1].text}» es también un lugar"


def _apartada(piezas: Sequence[Pieza], pieza: Pieza) -> bool:
    """Whether separators, the ends of the cell or a bare role stand on both sides of a person."""
    lugar = piezas.index(pieza)
    previa, siguiente = piezas[lugar - 1] if lugar else None, piezas[lugar + 1] if lugar + 1 < len(piezas) else None
    antes = previa is None or bool(pieza.tras) or (previa.tipo == "cargo" and previa.fin == previa.rol_fin)
    return antes and (siguiente is None or bool(siguiente.tras) or siguiente.tipo in ("cargo", "abreviado"))
