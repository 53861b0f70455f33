"""How well a family of reports fits a document's lines, and what keeps it from being the document's."""

from __future__ import annotations

from extractor.formatos.plantillas import casan
from extractor.modelo.crudo import Candidato
from extractor.modelo.patron import Patron


def puntuar(patron: Patron, lineas: list[str]) -> Candidato:
    """How well a family fits: 60 points for what it requires, 40 for what helps; 0 when something excludes it."""
    porque: list[str] = []
    faltan = 0
    for plantilla in patron.reconoce.requiere:
        linea = next((hallada for parte in plantilla.split("|") if (hallada := _primera(parte, lineas))), None)
        porque.append(f"tiene «{linea[:60]}»" if linea else f"falta «{plantilla}»")
        faltan += linea is None
    impedimento = impedimento_de(patron, lineas)
    if impedimento:
        return Candidato(patron.id, 0.0, (*porque, impedimento))
    if faltan:
        return Candidato(
            patron.id, 20.0 * (len(patron.reconoce.requiere) - faltan) / len(patron.reconoce.requiere), tuple(porque)
        )
    ayudan = [p for p in patron.reconoce.ayuda if _primera(p, lineas)]
    parte = len(ayudan) / len(patron.reconoce.ayuda) if patron.reconoce.ayuda else 1.0
    porque.append(f"{len(ayudan)} de {len(patron.reconoce.ayuda)} líneas de apoyo")
    return Candidato(patron.id, round(60.0 + 40.0 * parte, 1), tuple(porque))


def impedimento_de(patron: Patron, lineas: list[str], con_formulario: bool = False) -> str | None:
    """Why a family cannot be this document's, or None: an excluding line, or a line too often or too seldom. ``con_formulario``:
    if its programme's form is in it."""
    excluyen = patron.reconoce.excluye if con_formulario else (*patron.reconoce.excluye, *patron.reconoce.excluye_sin_formulario)
    for plantilla in excluyen:
        linea = _primera(plantilla, lineas)
        if linea:
            return f"la excluye «{linea[:60]}»"
    for plantilla, minimo in patron.reconoce.minimo.items():
        veces = sum(1 for _ in casan(plantilla, lineas))
        if veces < minimo:
            return f"«{plantilla}» está {veces} veces y se esperan {minimo}"
    for plantilla, maximo in patron.reconoce.maximo.items():
        veces = sum(1 for _ in casan(plantilla, lineas))
        if veces > maximo:
            return f"«{plantilla}» está {veces} veces y se admiten {maximo}"
    return None


def _primera(plantilla: str, lineas: list[str]) -> str | None:
    return next(casan(plantilla, lineas), None)
