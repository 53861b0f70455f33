"""The cell of who answers for something: one Responsable for each unit or person written in it.

What joins and what belongs: "y", "," and "/" part two only when the right-hand side opens a unit, a role, a person or a service;
a line break joins when the next line goes on in lower case or the previous one ends open.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.comun.texto import blancos, sin_marcas_nota, sin_ordinal, sin_vineta
from extractor.modelo.informe import Certeza, Responsable, Unidad
from extractor.normalizadores.piezas_responsable import Pieza, aperturas, frases_apertura, limpio, piezas_de, texto_de
from extractor.normalizadores.servicios import menciones
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import cargos, formas_de_adjetivo, formas_de_cargo, unidades

if TYPE_CHECKING:
    from spacy.tokens import Doc

def normalizar_responsables(lineas: Sequence[str]) -> tuple[Responsable, ...]:
    """Units, roles and persons of a cell given by its lines; empty for a blank cell or one still to be defined.

    >>> [r.unidad.nombre for r in normalizar_responsables(["Unidad de Jefas de Hogar y Direcciones Regionales"])]
    ['Unidad de Jefas de Hogar', 'Direcciones Regionales']
    """
    return _normalizar("\n".join(_juntar(lineas)))


def _juntar(lineas: Sequence[str]) -> list[str]:
    """The lines without bullets or note marks; those that go on are joined to the one before."""
    salida: list[str] = []
    sin_nadie = {plegar_frase(f) for f in unidades().sin_responsable}
    for cruda in lineas:
        marcada = sin_vineta(sin_ordinal(sin_marcas_nota(cruda)))
        linea = blancos(marcada)
        if not linea or plegar_frase(linea).strip(" .") in sin_nadie:
            continue
        con_vineta = blancos(sin_marcas_nota(cruda)) != linea
        abierta = salida and plegar_frase(salida[-1]).split()[-1] in {plegar_frase(e) for e in unidades().enlazan}
        adjetivo = plegar_frase(linea).split()[0] in formas_de_adjetivo()
        pegada = salida and salida[-1].endswith((",", "/", "-")) and not _abre_linea(linea)
        sigue = salida and not con_vineta and (linea[0].islower() or adjetivo or pegada)
        if salida and (abierta or sigue) and not _abre_rol(linea):
            salida[-1] = f"{salida[-1]} {linea}"
        else:
            salida.append(linea)
    return salida


def _abre_rol(linea: str) -> bool:
    palabra = plegar_frase(linea).split()[0]
    return palabra in formas_de_cargo() and linea[0].islower() and len(palabra) > 3


def _abre_linea(linea: str) -> bool:
    return plegar_frase(linea).split()[0] in aperturas("fuertes")


@lru_cache(maxsize=8192)
def _normalizar(texto: str) -> tuple[Responsable, ...]:
    from extractor.normalizadores.lengua import analizar

    if not texto:
        return ()
    doc = analizar(texto)
    return _emparejar(doc, piezas_de(doc))


def _emparejar(doc: Doc, piezas: list[Pieza]) -> tuple[Responsable, ...]:
    """Stretches into Responsables: a person goes with the role that follows, or precedes where the cell begins with a role."""
    personales = [p.tipo for p in piezas if p.tipo in ("persona", "cargo")]
    rol_primero = personales[:2] == ["cargo", "persona"]
    grupos: list[list[Pieza]] = []
    for pieza in piezas:
        ultimo = grupos[-1] if grupos else []
        tipos = {p.tipo for p in ultimo}
        une = False
        if pieza.tipo == "persona":
            de_la_unidad = tipos == {"unidad"} and pieza.tras in (",", ":", "(", "-", "–")
            une = de_la_unidad or (rol_primero and "cargo" in tipos and "persona" not in tipos)
        elif pieza.tipo in ("cargo", "abreviado"):
            une = "persona" in tipos and not tipos & {"cargo", "abreviado"} and not rol_primero
        elif tipos:
            une = "persona" in tipos and "unidad" not in tipos and pieza.tras in (",", "(", "-", "–")
        if une:
            ultimo.append(pieza)
        else:
            grupos.append([pieza])
    return tuple(r for grupo in grupos if (r := _responsable(doc, grupo)) is not None)


def _responsable(doc: Doc, grupo: list[Pieza]) -> Responsable | None:
    texto = limpio(doc[grupo[0].inicio : grupo[-1].fin].text)
    unidad: Unidad | None = None
    cargo: str | None = None
    persona: str | None = None
    con_persona = any(p.tipo == "persona" for p in grupo)
    for pieza in grupo:
        escrito = texto_de(doc, pieza)
        if pieza.tipo == "persona":
            persona = escrito
        elif pieza.tipo == "cargo" or (pieza.tipo == "abreviado" and con_persona):
            cargo = neutro(doc[pieza.inicio : pieza.rol_fin].text, limpio(doc[pieza.rol_fin : pieza.fin].text))
        else:
            unidad = Unidad(nombre=escrito, certeza=_certeza(escrito))
    if unidad is None and cargo is None and persona is None:
        return None
    return Responsable(texto=texto, unidad=unidad, cargo=cargo, persona=persona)


def neutro(rol: str, complemento: str) -> str:
    """The role in its neutral form with its complement as written.

    >>> neutro("Coordinadora Regional", "programa VIF")
    'Coordinador/a Regional programa VIF'
    """
    plegado = plegar_frase(rol)
    for canonico, formas in cargos().abreviados.items():
        if plegado in {plegar_frase(f) for f in formas}:
            return f"{canonico} {complemento}".strip()
    cabeza = max((f for f in formas_de_cargo() if plegado == f or plegado.startswith(f + " ")), key=len, default="")
    canonico = formas_de_cargo().get(cabeza, rol)
    adjetivos = [formas_de_adjetivo().get(p, p) for p in plegado[len(cabeza) :].split()]
    return " ".join([canonico, *adjetivos, *([complemento] if complemento else [])])


def _certeza(nombre: str) -> Certeza:
    """How surely the text is a unit: it opens as one or is a service; an acronym; anything else."""
    plegado = plegar_frase(nombre)
    primera = plegado.split()[0].strip("().") if plegado else ""
    abre = primera in aperturas("fuertes") | aperturas("debiles")
    abre = abre or any(plegado.startswith(" ".join(f)) for f in frases_apertura())
    fija = {plegar_frase(f) for f in (*unidades().siglas_regionales, *unidades().colectivos)}
    if abre or plegado in fija or any(m.inicio == 0 for m in menciones(nombre)):
        return "exacta"
    return "alias" if nombre.isupper() else "dudosa"
