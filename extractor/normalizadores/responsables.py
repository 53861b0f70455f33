"""The cell of who answers for something: one Responsable for each unit or person written in it.

What joins and what belongs: "y", "," and "/" part two only when the right-hand side opens a unit, a role, a person or a service;
a line break joins when the next line goes on in lower case or the previous one ends open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from extractor.comun.texto import blancos
from extractor.modelo.valores import Responsable, Unidad
from extractor.normalizadores.letras.aperturas_unidad import limpio
from extractor.normalizadores.letras.limites import limite
from extractor.normalizadores.responsable.cargo_neutro import neutro
from extractor.normalizadores.responsable.celda import Celda, celda_de
from extractor.normalizadores.responsable.certezas import certeza_de_unidad
from extractor.normalizadores.responsable.certezas_division import certeza_de, dudas_de_grupo, peor_certeza
from extractor.normalizadores.responsable.certezas_nombre import Duda
from extractor.normalizadores.responsable.certezas_pegadas import como_se_escribe
from extractor.normalizadores.responsable.componentes_cargo import marcar
from extractor.normalizadores.responsable.frases import sin_frases
from extractor.normalizadores.responsable.lineas import juntar
from extractor.normalizadores.responsable.pieza import Pieza, texto_de
from extractor.normalizadores.responsable.piezas import piezas_de
from extractor.normalizadores.responsable.repartos import con_la_misma_unidad, de_la_misma_unidad, segundo_cargo
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import cargos

_PALABRA = re.compile(r"[a-z0-9]+")
LARGO = 4000
"""Characters of a cell that is taken for a list of persons and units: no list of a report is that long, and the time to divide
one grows with its square."""

LARGO_DE_UNIDAD = 400
"""Characters of a unit's name: what is longer is prose, and no database indexes it as a name."""


def normalizar_responsables(lineas: Sequence[str]) -> tuple[Responsable, ...]:
    """Units, roles and persons of a cell given by its lines; empty for a blank cell or one still to be defined.

    >>> [r.unidad.nombre for r in normalizar_responsables(["Unidad de Jefas de Hogar y Direcciones Regionales"])]
    ['Unidad de Jefas de Hogar', 'Direcciones Regionales']
    """
    return tuple(leido for leido, _ in razonar_responsables(lineas))


def razonar_responsables(lineas: Sequence[str]) -> tuple[tuple[Responsable, tuple[str, ...]], ...]:
    """The same, each with the sentences that say what is not sure of it. A cell longer than ``LARGO`` is kept as it is written,
    one Responsable without unit, role or person."""
    if sum(map(len, lineas)) > LARGO:
        entera = blancos(" ".join(lineas))
        nadie = Responsable(texto=entera, unidad=None, cargo=None, persona=None, certeza="dudosa")
        return ((nadie, ("la celda es demasiado larga para ser una lista de responsables",)),)
    propias, dudas = sin_frases(lineas)
    juntas, de_lineas = juntar(propias)
    leidos = _razonar("\n".join(juntas))
    dudas += de_lineas
    acotada = limite(" ".join(lineas))
    if acotada is not None:
        dudas += (("dudosa", acotada),)
    return tuple(_con_dudas(*_como_se_escribe(lineas, leido, porques), dudas) for leido, porques in leidos)


def _como_se_escribe(
    lineas: Sequence[str], leido: Responsable, porques: tuple[str, ...]
) -> tuple[Responsable, tuple[str, ...]]:
    """The same with its unit's name as its cell has it."""
    if leido.unidad is None:
        return leido, porques
    nombre, duda = como_se_escribe(lineas, leido.unidad.nombre)
    if nombre != leido.unidad.nombre:
        leido = leido.model_copy(update={"unidad": leido.unidad.model_copy(update={"nombre": nombre})})
    return _con_dudas(leido, porques, [duda] if duda else [])


def _con_dudas(leido: Responsable, porques: tuple[str, ...], dudas: Sequence[Duda]) -> tuple[Responsable, tuple[str, ...]]:
    """The same with what its line leaves in doubt."""
    if not dudas:
        return leido, porques
    peor = peor_certeza([*([leido.certeza] if leido.certeza else []), *(certeza for certeza, _ in dudas)])
    return leido.model_copy(update={"certeza": peor}), (*porques, *(porque for _, porque in dudas))


@lru_cache(maxsize=8192)
def _razonar(texto: str) -> tuple[tuple[Responsable, tuple[str, ...]], ...]:
    if not texto:
        return ()
    doc = cortar(texto)
    piezas = piezas_de(doc)
    return tuple(leido for grupo in _agrupar(doc, piezas) if (leido := _responsable(doc, piezas, grupo)) is not None)


_JUNTO = frozenset({"", ",", "-", "–", "—", "(", ")", ":", ".-"})
"""Separators beside which a role, a unit and a person belong together."""
_COORDINA = frozenset({"y", "e", ",", "/", "&"})


def _agrupar(doc: Celda, piezas: list[Pieza]) -> list[list[Pieza]]:
    """Stretches into one group each Responsable: a person goes with the role that follows, or precedes where the cell begins with
    a role; a role or a person beside a unit belongs to it; persons listed together share what closes the list."""
    personales = [p.tipo for p in piezas if p.tipo in ("persona", "cargo", "abreviado")]
    rol_primero = personales[:1] == ["cargo"] and "persona" in personales
    grupos: list[list[Pieza]] = []
    for lugar, pieza in enumerate(piezas):
        ultimo = grupos[-1] if grupos else []
        tipos = {_clase(p) for p in ultimo}
        if pieza.tipo == "persona" and (_hereda(pieza, grupos) or _en_plural(doc, pieza, ultimo)):
            grupos.append([*ultimo[: [p.tipo for p in ultimo].index("persona")], pieza])
        elif segundo_cargo(piezas, lugar):
            grupos.append([next(p for p in piezas if p.tipo == "persona"), pieza])
        elif de_la_misma_unidad(piezas, lugar, ultimo):
            grupos.append([ultimo[0], pieza])
        elif _une(pieza, tipos, rol_primero, ultimo) and not _entre_roles(piezas, lugar):
            ultimo.append(pieza)
            if pieza.tipo != "persona":
                _compartir(grupos, pieza)
            for indice in con_la_misma_unidad(piezas, lugar):
                next(g for g in grupos if piezas[indice] in g).append(pieza)
        else:
            grupos.append([pieza])
    return grupos


def _entre_roles(piezas: list[Pieza], lugar: int) -> bool:
    """Whether a unit stands between two roles that run on without a separator: whose it is is not said, so it is no one's."""
    for unidad in (lugar, lugar - 1) if len(piezas) > 2 else ():
        if 0 < unidad < len(piezas) - 1 and piezas[unidad].tipo == "unidad":
            antes, despues = piezas[unidad - 1], piezas[unidad + 1]
            corrido = not piezas[unidad].tras and not despues.tras and antes.fin > antes.rol_fin
            if antes.tipo == despues.tipo == "cargo" and corrido:
                return True
    return False


def _clase(pieza: Pieza) -> str:
    return "cargo" if pieza.tipo == "abreviado" else pieza.tipo


def _une(pieza: Pieza, tipos: set[str], rol_primero: bool, ultimo: list[Pieza]) -> bool:
    """Whether the stretch belongs with the group before it."""
    clase = _clase(pieza)
    if not tipos or clase in tipos:
        return False
    junto = pieza.tras in _JUNTO
    if clase == "persona":
        if tipos == {"unidad"}:
            return junto or pieza.tras == "\n"
        return "cargo" in tipos and (rol_primero or junto)
    if clase == "cargo":
        if "persona" in tipos:
            return not rol_primero and pieza.tras not in ("y", "e", "/", ";")
        return pieza.tipo != "abreviado" and junto
    if "persona" in tipos:
        return junto or (pieza.tras in ("\n", ";", ".") and ultimo[0].tipo == "persona")
    return junto


def _hereda(pieza: Pieza, grupos: list[list[Pieza]]) -> bool:
    """Whether a second person of a list has the role or unit told before the first ("Asesores: Inés Soto, Raúl Vera"); after a
    unit and a colon other marks list as well ("Unidad de Riego: Inés Soto / Raúl Vera")."""
    ultimo = grupos[-1] if grupos else []
    tipos = [p.tipo for p in ultimo]
    de_unidad = tipos == ["unidad", "persona"] and any(g[0] is ultimo[0] and g[1].tras == ":" for g in grupos if len(g) > 1)
    separa = _COORDINA | {"-", "–", ";"} if de_unidad else _COORDINA - {"/"}
    return pieza.tras in separa and len(tipos) > 1 and tipos[-1] == "persona"


def _en_plural(doc: Celda, pieza: Pieza, ultimo: list[Pieza]) -> bool:
    """Whether a role in the plural stands before both ("Profesionales Asesores Ana Soto / Luis Vera")."""
    if pieza.tras != "/" or [p.tipo for p in ultimo] != ["cargo", "persona"]:
        return False
    return doc[ultimo[0].inicio].norm_.endswith("s")


def _compartir(grupos: list[list[Pieza]], pieza: Pieza) -> None:
    """Gives the role or unit that closes a list of persons to those before it in the list."""
    for indice in range(len(grupos) - 2, -1, -1):
        siguiente = grupos[indice + 1]
        persona = next((p for p in siguiente if p.tipo == "persona"), None)
        solo = [p.tipo for p in grupos[indice]] == ["persona"]
        if persona is None or persona.tras not in _COORDINA or siguiente[0].tipo != "persona" or not solo:
            return
        grupos[indice].append(pieza)


def _responsable(doc: Celda, piezas: list[Pieza], grupo: list[Pieza]) -> tuple[Responsable, tuple[str, ...]] | None:
    """Who a group names, and why that is not sure; None when it names nobody."""
    texto = _escrito(doc, grupo)
    unidad: Unidad | None = None
    cargo: str | None = None
    persona: str | None = None
    demasiado = False
    con_persona = "persona" in [p.tipo for p in grupo]
    for pieza in grupo:
        escrito = texto_de(doc, pieza)
        if pieza.tipo == "persona":
            persona = escrito
        elif pieza.tipo == "cargo" or (pieza.tipo == "abreviado" and con_persona):
            cabeza, resto = _reparados(doc, pieza.inicio, pieza.rol_fin), _reparados(doc, pieza.rol_fin, pieza.fin)
            cargo = neutro(cabeza.strip(), limpio(resto))
        elif len(escrito) > LARGO_DE_UNIDAD:
            demasiado = True
        else:
            unidad = Unidad(nombre=escrito, certeza=certeza_de_unidad(doc, grupo, pieza))
    if unidad is None and cargo is None and persona is None and not demasiado:
        return None
    dudas = dudas_de_grupo(doc, piezas, grupo)
    if demasiado:
        dudas = (*dudas, ("dudosa", "es demasiado largo para ser el nombre de una unidad"))
    if unidad is not None and unidad.certeza == "dudosa":
        dudas = (*dudas, ("dudosa", f"no se sabe si «{unidad.nombre}» es una unidad"))
    certeza = certeza_de(unidad, dudas)
    leido = Responsable(texto=texto, unidad=unidad, cargo=cargo, persona=persona, certeza=certeza)
    return leido, tuple(porque for _, porque in dudas)


@cache
def _enlaces() -> frozenset[str]:
    """Words between the pieces of a group that do not part what is written of it."""
    return frozenset({*map(plegar_frase, cargos().titulos), "de", "del", "la", "el", "los", "las", "y", "e"})


def _escrito(doc: Celda, grupo: list[Pieza]) -> str:
    """What is written of the group: one stretch when its pieces follow one another, else the pieces."""
    seguidas = all(a.inicio <= b.inicio for a, b in pairwise(grupo))
    entre = " ".join([doc.texto(a.fin, b.inicio) for a, b in pairwise(grupo)]) if seguidas else ""
    if seguidas and _enlaces().issuperset(_PALABRA.findall(plegar_frase(entre))):
        return limpio(doc.texto(grupo[0].inicio, grupo[-1].fin))
    return ", ".join(texto_de(doc, p) for p in grupo)


def _reparados(doc: Celda, inicio: int, fin: int) -> str:
    """The words of a role with their slips repaired, in the case they were written, each with the space after it."""
    salida: list[str] = []
    for token in doc[inicio:fin]:
        bien = doc.normas[token.i]
        if token.text == "." and token.i and doc.normas[token.i - 1] != doc[token.i - 1].norm_:
            continue  # of a short form put in full
        if bien == token.norm_:
            salida.append(token.text + token.whitespace_)
        else:
            salida.append((bien.capitalize() if token.text[:1].isupper() else bien) + token.whitespace_)
    return "".join(salida)


def cortar(texto: str) -> Celda:
    """The tokens of a cell with its roles and persons."""
    return marcar(celda_de(texto))
