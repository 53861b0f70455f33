"""What is told once and is of two: the unit after two roles ("Jefe y Profesionales Unidad de Riego"), the person between two
("Abogada Ana Ríos, Encargada de Compras")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.normalizadores.responsable.pieza import Pieza

JUNTAN_Y = ("y", "e", "/", "&")
"""Separators of two roles that may share what follows the second."""
COMA_O_RAYA = (",", "-", "–", "—", "(", ":")
"""Separators after which a second unit may be the one the first belongs to."""
_UNEN_ROLES = ("y", "e", "/", "&", ",")
_TRAS_PERSONA = (",", "-", "–", "—", "(")


def con_la_misma_unidad(piezas: Sequence[Pieza], lugar: int) -> list[int]:
    """Places of the bare roles of one word joined to the bare role right before the unit at ``lugar``, which is of them too;
    empty when the unit does not stand right after a role."""
    if piezas[lugar].tipo != "unidad" or piezas[lugar].tras or lugar < 2 or piezas[lugar - 1].tipo != "cargo":
        return []
    if not _escueto(piezas[lugar - 1], 9) and piezas[lugar - 1].tras not in ("y", "e"):
        return []
    salida: list[int] = []
    indice = lugar - 1
    while indice and piezas[indice].tras in _UNEN_ROLES and _escueto(piezas[indice - 1], 1):
        indice -= 1
        salida.append(indice)
    persona_antes = bool(salida) and indice > 0 and piezas[indice - 1].tipo == "persona"
    conjuncion = any(piezas[i + 1].tras != "," for i in salida)
    return salida if conjuncion and not persona_antes else []


def de_la_misma_unidad(piezas: Sequence[Pieza], lugar: int, ultimo: Sequence[Pieza]) -> bool:
    """Whether the role at ``lugar`` is another one of the unit that stands before a list of roles ("Unidad de Riego, Jefa Ana
    Ríos, Analista Luis Ruz"); after a colon, of who is in a committee, only when persons are told."""
    if piezas[lugar].tipo != "cargo" or not ultimo:
        return False
    tipos = [p.tipo for p in ultimo]
    if tipos[:2] != ["unidad", "cargo"] or ultimo[1].inicio < ultimo[0].inicio:
        return False
    if ultimo[1].tras not in (",", "(", ":") or (ultimo[1].tras == ":" and len(tipos) < 3):
        return False
    return piezas[lugar].tras == "," if len(tipos) > 2 else piezas[lugar].tras in (",", "y", "e", "/") and _sin_mas(piezas, lugar)


def _sin_mas(piezas: Sequence[Pieza], lugar: int) -> bool:
    """Whether the role has nothing of its own, and no person or unit follows it."""
    sigue = lugar + 1 < len(piezas) and piezas[lugar + 1].tipo != "cargo" and piezas[lugar + 1].tras != ";"
    return _escueto(piezas[lugar], 9) and not sigue


def _escueto(pieza: Pieza, palabras: int) -> bool:
    """Whether the stretch is a role without a subject, of at most that many words."""
    return pieza.tipo == "cargo" and pieza.fin == pieza.rol_fin and pieza.rol_fin - pieza.inicio <= palabras


def segundo_cargo(piezas: Sequence[Pieza], lugar: int) -> bool:
    """Whether the role at ``lugar`` is the second one of the cell's only person: the first one, a profession or a post, runs on
    into the name, or both follow it ("Ana Ríos, Jefa de Compras y Encargada de Género")."""
    if lugar < 2 or sum(p.tipo == "persona" for p in piezas) != 1 or piezas[lugar].tipo != "cargo":
        return False
    if piezas[0].tipo == "persona":
        return _otro_cargo_suyo(piezas, lugar)
    if lugar != 2:
        return False
    primero, persona, segundo = piezas[:3]
    return _escueto(primero, 9) and persona.tipo == "persona" and persona.tras == "" and segundo.tras in _TRAS_PERSONA


def _otro_cargo_suyo(piezas: Sequence[Pieza], lugar: int) -> bool:
    """Whether the role closes a cell that opens with a person and goes on with a role, or a role and its unit, joined by "y"."""
    tipos = [p.tipo for p in piezas]
    seguido = tipos in (["persona", "cargo", "cargo"], ["persona", "cargo", "unidad", "cargo"])
    return seguido and lugar == len(piezas) - 1 and piezas[1].tras in (*_TRAS_PERSONA, "") and piezas[lugar].tras in ("y", "e")


_EN_LINEA = ("", ",", "y", "e", "/", "&", "(", ":", "-", "–")


def de_varios(piezas: Sequence[Pieza]) -> Iterator[str]:
    """What may be of more than what is beside it: a unit before several roles, a unit after two roles with a subject, a role
    before two units. There is none of it in two stretches."""
    if len(piezas) < 3:
        return
    tipos = ["cargo" if p.tipo == "abreviado" else p.tipo for p in piezas]
    for lugar, pieza in enumerate(piezas):
        fin = next((i for i in range(lugar + 1, len(piezas)) if piezas[i].tras not in _EN_LINEA), len(piezas))
        siguen = tipos[lugar + 1 : fin]
        roles = siguen[: siguen.index("unidad")] if "unidad" in siguen else siguen
        nombrada = tipos[lugar] == "unidad" and (lugar == 0 or piezas[lugar].tras == "\n")
        if nombrada and roles.count("cargo") > 1 and siguen[0] == "cargo" and piezas[lugar + 1].tras in COMA_O_RAYA:
            yield "la unidad puede ser de todos los cargos que siguen"
        entre = 0 < lugar < len(piezas) - 1 and tipos[lugar] == "unidad" and tipos[lugar + 1] == "cargo"
        if entre and tipos[lugar - 1] != "unidad" and not pieza.tras and not piezas[lugar + 1].tras:
            yield "la unidad puede ser de quien la precede o del cargo que sigue"
        corrida = tipos[lugar] == "cargo" and siguen[:1] == ["unidad"] and not piezas[lugar + 1].tras
        anterior = lugar and tipos[lugar - 1] == "cargo" and pieza.tras in JUNTAN_Y
        if corrida and anterior and pieza.fin > pieza.rol_fin:
            yield "la unidad puede ser también del cargo que precede"
        if corrida and siguen[1:2] == ["unidad"] and piezas[lugar + 2].tras in (*JUNTAN_Y, ","):
            yield "el cargo puede ser también de la segunda unidad"
