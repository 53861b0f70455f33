"""The cell of who answers for something: one Responsable for each unit or person written in it.

What joins and what belongs: "y", "," and "/" part two only when the right-hand side opens a unit, a role, a person or a service;
a line break joins when the next line goes on in lower case or the previous one ends open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.comun.texto import blancos, sin_marcas_nota, sin_ordinal, sin_vineta
from extractor.modelo.informe import Certeza, Responsable, Unidad
from extractor.normalizadores.componentes_cargo import NORMAS
from extractor.normalizadores.piezas_responsable import Pieza, aperturas, frases_apertura, limpio, piezas_de, texto_de
from extractor.normalizadores.reparo_cargos import norma_reparada, sin_cortes
from extractor.normalizadores.servicios import menciones
from extractor.vocabularios.base import plegar_con_lugares, plegar_frase
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
    """The lines without bullets, note marks or words that name nobody; those that go on are joined to the one before."""
    salida: list[str] = []
    for cruda in _partidas(lineas):
        marcada = sin_vineta(sin_ordinal(sin_marcas_nota(cruda)))
        linea = _sin_preambulo(blancos(marcada))
        if not linea or _sin_nadie(linea):
            continue
        con_vineta = blancos(sin_marcas_nota(cruda)) != blancos(marcada)
        linea = _arreglada(linea)
        if salida and salida[-1].endswith("-") and salida[-1][-2:-1].isalpha() and linea[0].islower():
            salida[-1] = salida[-1][:-1] + linea
            continue
        abierta = salida and plegar_frase(salida[-1]).split()[-1] in {plegar_frase(e) for e in unidades().enlazan}
        adjetivo = plegar_frase(linea).split()[0] in formas_de_adjetivo()
        pegada = salida and salida[-1].endswith((",", "/", "-")) and not _abre_linea(linea)
        de_nombre = bool(salida) and _sigue_nombre(salida[-1], linea)
        sigue = salida and not con_vineta and (linea[0].islower() or adjetivo or pegada or de_nombre)
        if salida and (abierta or sigue) and not _abre_rol(linea):
            salida[-1] = f"{salida[-1]} {linea}"
        else:
            salida.append(linea)
    return salida


_NUMERAL = re.compile(r"(?<!\S)\d{1,2}\s?[.)](?:\s?-)?\s+(?=[A-ZÁÉÍÓÚÑ])")
_PEGADA = re.compile(
    r"(?<=[A-Za-zñáéíóú]\.)(?=[A-ZÑÁÉÍÓÚ][a-zñáéíóú]{2})|(?<=\sy)(?=[A-ZÑÁÉÍÓÚ][a-zñáéíóú]{2})|(?<=[a-zñáéíóú]{3})(?=(?:Direct|Coordin|Encarg|Profes|Unidad|Depart|Asesor)[a-z])"
)


def _partidas(lineas: Sequence[str]) -> list[str]:
    """The lines, parted where a number lists a second person inside one ("1) ... 2) ...")."""
    salida: list[str] = []
    for linea in lineas:
        cortes = [m.start() for m in _NUMERAL.finditer(linea) if m.start() > 0]
        salida += [linea[i:j] for i, j in zip([0, *cortes], [*cortes, len(linea)], strict=True)]
    return salida


def _arreglada(linea: str) -> str:
    """The line with words run together parted, words cut in two joined, and a role told by its note in neutral form."""
    cortada = sin_cortes(_PEGADA.sub(" ", linea))
    return _con_marca().sub(lambda m: f"{m.group(1)}io/a{m.group(2)}", cortada)


@cache
def _con_marca() -> re.Pattern[str]:
    marcas = "|".join(re.escape(m) for m in cargos().marcas_de_cargo)
    return re.compile(rf"\b((?:sub)?secretar)[ií]a\b([^()]*?)\s*\((?:{marcas})\)", re.IGNORECASE)


@cache
def _preambulo() -> re.Pattern[str]:
    frases = "|".join(re.escape(plegar_frase(p)) for p in sorted(cargos().preambulos, key=lambda p: (-len(p), p)))
    return re.compile(rf"(?:(?:{frases})(?![a-z])\s*[.:]*\s*)?(?:(?:el|la|los|las)\s+)?")


def _sin_preambulo(linea: str) -> str:
    """The line without "Responsable:" and the article that opens it, when a role or a unit follows."""
    plegada, lugares = plegar_con_lugares(linea)
    hallado = _preambulo().match(plegada)
    if hallado is None or hallado.end() == 0 or hallado.end() >= len(lugares):
        return linea
    resto = linea[lugares[hallado.end()] :]
    primera = re.split(r"[\s/(.]", plegar_frase(resto), maxsplit=1)[0]
    articulo = hallado.group().split() and hallado.group().split()[0] in ("el", "la", "los", "las")
    conocida = primera in formas_de_cargo() or primera in aperturas("fuertes") | aperturas("debiles")
    return resto if conocida or not articulo else linea


@cache
def _nadie() -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    vocab = unidades()
    enteras = frozenset(plegar_frase(f) for f in vocab.sin_responsable)
    return enteras, tuple(plegar_frase(f) for f in vocab.aun_sin_nadie), frozenset(plegar_frase(f) for f in vocab.fechas)


def _sin_nadie(linea: str) -> bool:
    """Whether the line says that nobody is named, or only gives a date or a figure."""
    enteras, comienzos, fechas = _nadie()
    plegada = plegar_frase(linea).strip(" .()[]_-")
    palabras = re.findall(r"[a-z]+", plegada)
    return not palabras or plegada in enteras or plegada.startswith(comienzos) or all(p in fechas for p in palabras)


def _sigue_nombre(previa: str, linea: str) -> bool:
    """Whether the line is the surname of the person whose name the one before is ("Gloria Ñancupil", "Rozas")."""
    from extractor.normalizadores.componentes_cargo import no_son_nombre, nombres

    palabras = plegar_frase(previa).split()
    nombre = (
        1 < len(palabras) <= 4
        and palabras[0] in nombres()
        and not set(palabras) & no_son_nombre()
        and all(p.isalpha() for p in palabras)
    )
    sola = linea.isalpha() and linea[0].isupper() and plegar_frase(linea) not in no_son_nombre() | nombres()
    return nombre and sola and norma_reparada(plegar_frase(linea)) == plegar_frase(linea)


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
    return tuple(r for grupo in _agrupar(doc, piezas_de(doc)) if (r := _responsable(doc, grupo)) is not None)


_JUNTO = frozenset({"", ",", "-", "–", "—", "(", ")", ":", ".-"})
"""Separators beside which a role, a unit and a person belong together."""
_COORDINA = frozenset({"y", "e", ",", "/", "&"})


def _agrupar(doc: Doc, piezas: list[Pieza]) -> list[list[Pieza]]:
    """Stretches into one group each Responsable: a person goes with the role that follows, or precedes where the cell begins with
    a role; a role or a person beside a unit belongs to it; persons listed together share what closes the list."""
    personales = [p.tipo for p in piezas if p.tipo in ("persona", "cargo", "abreviado")]
    rol_primero = personales[:1] == ["cargo"] and "persona" in personales
    grupos: list[list[Pieza]] = []
    for lugar, pieza in enumerate(piezas):
        ultimo = grupos[-1] if grupos else []
        tipos = {_clase(p) for p in ultimo}
        if pieza.tipo == "persona" and _hereda(pieza, ultimo):
            grupos.append([*ultimo[: [p.tipo for p in ultimo].index("persona")], pieza])
        elif _une(pieza, tipos, rol_primero, ultimo) and not _entre_roles(piezas, lugar):
            ultimo.append(pieza)
            if pieza.tipo != "persona":
                _compartir(grupos, pieza)
        else:
            grupos.append([pieza])
    return grupos


def _entre_roles(piezas: list[Pieza], lugar: int) -> bool:
    """Whether a unit stands between two roles that run on without a separator: whose it is is not said, so it is no one's."""
    for unidad in (lugar, lugar - 1):
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
            return not rol_primero and pieza.tras not in ("y", "e", "/")
        return pieza.tipo != "abreviado" and junto
    if "persona" in tipos:
        return junto or (pieza.tras in ("\n", ";", ".") and ultimo[0].tipo == "persona")
    return junto


def _hereda(pieza: Pieza, ultimo: list[Pieza]) -> bool:
    """Whether a second person of a list has the role or unit told before the first ("Asesores: Inés Soto, Raúl Vera")."""
    tipos = [p.tipo for p in ultimo]
    return pieza.tras in _COORDINA - {"/"} and len(tipos) > 1 and tipos[-1] == "persona"


def _compartir(grupos: list[list[Pieza]], pieza: Pieza) -> None:
    """Gives the role or unit that closes a list of persons to those before it in the list."""
    for indice in range(len(grupos) - 2, -1, -1):
        siguiente = grupos[indice + 1]
        persona = next((p for p in siguiente if p.tipo == "persona"), None)
        solo = [p.tipo for p in grupos[indice]] == ["persona"]
        if persona is None or persona.tras not in _COORDINA or siguiente[0].tipo != "persona" or not solo:
            return
        grupos[indice].append(pieza)


def _responsable(doc: Doc, grupo: list[Pieza]) -> Responsable | None:
    texto = _escrito(doc, grupo)
    unidad: Unidad | None = None
    cargo: str | None = None
    persona: str | None = None
    con_persona = any(p.tipo == "persona" for p in grupo)
    for pieza in grupo:
        escrito = texto_de(doc, pieza)
        if pieza.tipo == "persona":
            persona = escrito
        elif pieza.tipo == "cargo" or (pieza.tipo == "abreviado" and con_persona):
            cabeza = "".join(t + e for t, e in _reparados(doc, pieza.inicio, pieza.rol_fin)).strip()
            resto = "".join(t + e for t, e in _reparados(doc, pieza.rol_fin, pieza.fin))
            cargo = neutro(cabeza, limpio(resto))
        else:
            unidad = Unidad(nombre=escrito, certeza=_certeza(escrito))
    if unidad is None and cargo is None and persona is None:
        return None
    return Responsable(texto=texto, unidad=unidad, cargo=cargo, persona=persona)


def _escrito(doc: Doc, grupo: list[Pieza]) -> str:
    """What is written of the group: one stretch when its pieces follow one another, else the pieces."""
    orden = sorted(grupo, key=lambda p: p.inicio)
    enlaces = {*(plegar_frase(t) for t in cargos().titulos), "de", "del", "la", "el", "los", "las", "y", "e"}
    entre = " ".join(doc[a.fin : b.inicio].text for a, b in pairwise(orden))
    if orden == grupo and all(p in enlaces for p in re.findall(r"[a-z0-9]+", plegar_frase(entre))):
        return limpio(doc[orden[0].inicio : orden[-1].fin].text)
    return ", ".join(texto_de(doc, p) for p in grupo)


def _reparados(doc: Doc, inicio: int, fin: int) -> list[tuple[str, str]]:
    """The words of a role with their slips repaired, in the case they were written, each with the space after it."""
    normas: list[str] = doc.user_data[NORMAS]
    salida: list[tuple[str, str]] = []
    for token in doc[inicio:fin]:
        bien = normas[token.i]
        if bien == token.norm_:
            salida.append((token.text, token.whitespace_))
        else:
            salida.append((bien.capitalize() if token.text[:1].isupper() else bien, token.whitespace_))
    return salida


def neutro(rol: str, complemento: str) -> str:
    """The role in its neutral form with its complement as written.

    >>> neutro("Coordinadora Regional", "programa VIF")
    'Coordinador/a Regional programa VIF'
    """
    plegado = plegar_frase(rol).replace(" ", "")
    for canonico, formas in cargos().abreviados.items():
        if plegado in {plegar_frase(f).replace(" ", "") for f in formas}:
            return f"{canonico} {complemento}".strip()
    cabeza = max((f for f in _formas_juntas() if plegado.startswith(f)), key=len, default="")
    canonico = _formas_juntas().get(cabeza, rol)
    return " ".join([canonico, *_adjetivos(plegado[len(cabeza) :]), *([complemento] if complemento else [])])


@cache
def _formas_juntas() -> dict[str, str]:
    cortas = {f"{plegar_frase(corta)}.": canonico for corta, canonico in cargos().abreviaturas.items()}
    return {forma.replace(" ", ""): canonico for forma, canonico in formas_de_cargo().items()} | cortas


def _adjetivos(junto: str) -> list[str]:
    """The neutral forms of the adjectives that were written one after another, without spaces."""
    salida: list[str] = []
    while junto:
        forma = max((f for f in formas_de_adjetivo() if junto.startswith(f)), key=len, default="")
        if not forma:
            return [*salida, junto]
        salida.append(formas_de_adjetivo()[forma])
        junto = junto[len(forma) :]
    return salida


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
