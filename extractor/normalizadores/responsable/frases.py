"""Lines of a cell of responsibles that say more than who answers: a sentence ("Se coordinará con la Unidad de Riego"), who else
works there, till when; and what that leaves in doubt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor.normalizadores.letras.aperturas_unidad import aperturas, frases_apertura
from extractor.normalizadores.responsable.certezas_nombre import Duda
from extractor.normalizadores.responsable.personas_cargo import nombres
from extractor.vocabularios.base import alternativas, plegar_con_lugares, plegar_frase
from extractor.vocabularios.responsables import cargos, formas_de_cargo, unidades

_ARTICULO = r"(?:(?:el|la|los|las)\s++)?"
_CON_QUIEN = (
    rf"(?:(?:tambien|en conjunto|conjuntamente)\s++)?"
    rf"(?:(?:con|por|a|a traves de|mediante)\s++{_ARTICULO}|(?:al|a traves del|del)\s++|(?:el|la|los|las)\s++)"
)
_PARTICIPIO = r"\w{3,}[ai]d[oa]s?"
_HACERSE = r"(?:sera|seran|debe ser|deben ser)\s++"
_SE_HARA = re.compile(
    rf"(?:se\s++\w{{2,}}[ae]n?|(?:(?:lo|la|los|las)\s++)?(\w{{2,}}(?:ra|ran))|{_HACERSE}{_PARTICIPIO}|{_PARTICIPIO}(?=\s++por\s))"
    rf"\s++{_CON_QUIEN}|lo\s++\w{{1,}}[ae]n?\s++{_ARTICULO}"
)
"""A sentence to come up to who does it; a verb without "se" must bear its accent, which is looked for in the text as written."""
_A_CARGO = re.compile(r"(?:^|[\s,(]\s*+)a\s++cargo\s++de(?:l\s++|\s++(?:(?:el|la|los|las)\s++)?)(?=\S)")


@cache
def _hace() -> re.Pattern[str]:
    """ "Participa también la ..."."""
    verbos = rf"(?:la\s++)?(?:{alternativas(cargos().rotulos_verbo)})n?\s++(?:tambien\s++)?(?:el|la|los|las)\s++"
    return re.compile(rf"{verbos}|(?:{alternativas(cargos().rotulos_frase)})(?:l\s++|\s++{_ARTICULO})")


@cache
def _cola() -> re.Pattern[str]:
    """ "... y su equipo", "..., con todo el personal": whoever works there, after who answers."""
    gente = alternativas(unidades().gente)
    todos = r"tod[oa]s?\s++(?:(?:su|sus|el|la|los|las)\s++)?|sus?\s++"
    unen = r"(?<!\s)\s*+(?:,?\s*+(?<![a-z])(?:y|e|con)|,)\s++"
    dichos = rf"(?:{todos})(?:{gente})(?![a-z])(?:\s++(?:del?|a|en|que|regional|regionales)(?![a-z])[a-z ]*+)?"
    de_unidad = alternativas(unidades().gente_de_unidad)
    return re.compile(rf"{unen}(?:{dichos}|(?:{de_unidad})\s++(?:{alternativas(unidades().de_su_gente)}))$")


@cache
def _abren_cola() -> frozenset[str]:
    """Words without one of which ``_cola`` finds nothing."""
    de_unidad = {plegar_frase(gente).split()[0] for gente in unidades().gente_de_unidad}
    return frozenset({"todo", "toda", "todos", "todas", "su", "sus"} | de_unidad)


@cache
def _alcance() -> re.Pattern[str]:
    return re.compile(rf"(?<!\s)\s++(?:{alternativas(unidades().alcances)}|(?:de|en)\s++las\s++\d{{1,2}}\s++regiones)\s*+$")


@cache
def _adorno() -> re.Pattern[str]:
    """From when or till when, who stands in, how many they are: it names nobody."""
    meses = alternativas(f for f in unidades().fechas if len(f) > 4)
    fecha = rf"(?:(?:el\s++)?\d{{1,2}}\s++de\s++)?(?:{meses}|\d{{4}})(?:\s++(?:de\s++|del\s++)?\d{{4}})?"
    vigencia = rf"(?:desde|hasta|a contar de|a partir de)\s++{fecha}"
    suplencia = r"[ou]\s++quien(?:es)?\s++[a-z ]{4,40}"
    cuenta = r"\(\s?\d{1,3}\s++[a-z]{4,20}\s?\)"
    sueltos = rf"(?<![a-z]){vigencia}(?![a-z\d])|(?<![a-z]){suplencia}$|(?<![a-z])y\s++otr[oa]s?$"
    return re.compile(rf"(?<!\s)\s*+(?:\(\s?{vigencia}\s?\)|{sueltos}|{cuenta})")


_DE_ADORNO = ("desde", "hasta", "contar", "partir", "quien", "otro", "otra")
_CUENTA = re.compile(r"\(\s?\d")
"""Without it, or one of ``_DE_ADORNO``, there is no ``_adorno``."""


@cache
def _marca_ajena() -> re.Pattern[str]:
    """How ``_no_responde`` begins, from its mark on: asked first, for few lines hold it."""
    return re.compile(rf"[,.;(–-]\s*+(?:{alternativas(cargos().no_responden)})(?![a-z])")


@cache
def _no_responde() -> re.Pattern[str]:
    """Who gets a copy, signs or does not answer, to the end of the line ("..., con copia a Fiscalía", "... no la Directora")."""
    return re.compile(rf"\s*+[,.;(–-]\s*+(?:{alternativas(cargos().no_responden)})(?![a-z]).*$")


@cache
def _gente_de() -> re.Pattern[str]:
    """ "Personal de la Unidad ..."; "equipo" needs the article ("Equipo de Género" is a unit)."""
    gente, *con_articulo = unidades().gente_de_unidad
    articulo = rf"(?:{alternativas(con_articulo)})\s++de(?:l|\s++la)\s++"
    return re.compile(rf"(?:todo\s++el\s++)?(?:{plegar_frase(gente)}\s++de(?:l\s++|\s++(?:(?:el|la|los|las)\s++)?)|{articulo})")


_CADA = re.compile(r"(?:(?:cada|todo)\s++(?:un[oa]\s++de\s++)?|tod[oa]s\s++)(?:(?:los|las)\s++)?(?=[a-z])")
"""Every one of those of a role ("Cada Director Regional")."""
_DOS_ARTICULOS = re.compile(r"(?:el|la|los|las)(?:\s?/\s?|\s?\(|\s++[oy]\s++)(?:el|la|los|las|as?|os?)\)?\s++(?=\S)")
"""Both genders of the article, as in "El o la"."""


@cache
def _rotulo() -> re.Pattern[str]:
    rotulos = [r for r in cargos().tambien_rotulos if r not in cargos().preambulos]
    return re.compile(rf"(?:{alternativas(rotulos)})\s*+:\s*+{_ARTICULO}")


def _puede(linea: str) -> bool:
    """Whether the line may say more than who answers: asked of each before it is folded, so it costs little."""
    baja = linea.lower()
    comienzos, dentro = _senales()
    return baja.startswith(comienzos) or any(map(baja.__contains__, dentro))


@cache
def _senales() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """How such a line may begin, and what it may hold: pieces of the words of the patterns, with and without their accents."""
    frases = (*cargos().rotulos_frase, *cargos().rotulos_verbo, *cargos().tambien_rotulos, *unidades().gente_de_unidad, "todo")
    abren = {f.split()[0][:4] for f in frases}
    comienzos = {*abren, *map(plegar_frase, abren), "el", "la", "lo", "se", "ser", "deb", "cada", "tod"}
    cierran = {f.split()[-1][-4:] for f in unidades().alcances} | {g[-6:] for g in unidades().gente}
    sueltas = (
        " cargo ",
        "desde ",
        "hasta ",
        "quien",
        " contar",
        " partir",
        " y otr",
        "do por ",
        "da por ",
        "os por ",
        "as por ",
        "rá ",
        "án ",
        "(",
    )
    return tuple(sorted(comienzos)), tuple(sorted({*cierran, *map(plegar_frase, cierran), *sueltas, *cargos().no_responden}))


def sin_frases(lineas: Sequence[str]) -> tuple[list[str], tuple[Duda, ...]]:
    """The lines with only who answers where a sentence, or a label that may be a role, opens them; and what is not sure of it."""
    salida: list[str] = []
    dudas: list[Duda] = []
    for linea in lineas:
        resto, duda = _sin_frase(linea)
        salida.append(resto)
        dudas += [duda] if duda is not None else []
    return salida, tuple(dict.fromkeys(dudas))


def _sin_frase(linea: str) -> tuple[str, Duda | None]:
    linea = linea.strip()
    if not _puede(linea):
        return linea, None
    plegada, lugares = plegar_con_lugares(linea)
    articulos = _DOS_ARTICULOS.match(plegada)
    if articulos is not None:
        linea = linea[lugares[articulos.end()] :]
    cada = _CADA.match(plegada)
    if cada is not None and _de_cargo(plegada[cada.end() :]):
        return linea[lugares[cada.end()] :], ("dudosa", "puede ser uno de los que tienen el cargo")
    if not _abren_cola().isdisjoint(plegada.split()):
        linea = _sin(_cola(), linea)
    if any(map(plegada.__contains__, _DE_ADORNO)) or _CUENTA.search(plegada):
        linea = _sin(_adorno(), linea)
    plegada, lugares = plegar_con_lugares(linea)
    ajeno = _no_responde().search(plegada) if _marca_ajena().search(plegada) else None
    if ajeno is not None and abre(plegada[: ajeno.start()].strip()) != (_primera(plegada) in nombres()):
        fuera = linea[lugares[ajeno.start()] :].strip(" ,.;")
        return linea[: lugares[ajeno.start()]], ("dudosa", f"«{fuera}» puede no responder")
    alcance = _alcance().search(plegada) if plegada.split(" ", 1)[0].endswith("s") else None
    if alcance is not None:
        cola = linea[lugares[alcance.start()] :].strip()
        return linea[: lugares[alcance.start()]], ("aproximada", f"«{cola}» puede ser solo hasta dónde llega")
    gente = _gente_de().match(plegada)
    if gente is not None and abre(plegada[gente.end() :]):
        return linea[lugares[gente.end()] :], ("aproximada", "quienes trabajan en la unidad pueden no ser la unidad")
    sentencia = _SE_HARA.match(plegada)
    if sentencia is not None and sentencia.group(1) is not None and not _acentuada(linea, lugares, sentencia):
        sentencia = None  # "La enfermera ..."
    sentencia = sentencia or _hace().match(plegada)
    if sentencia is not None and (abre(resto := plegada[sentencia.end() :]) or _primera(resto) in nombres()):
        return linea[lugares[sentencia.end()] :], ("dudosa", "lo dice una frase, que puede no nombrar a quien responde")
    rotulo = _rotulo().match(plegada) if ":" in plegada else None
    if rotulo is not None and _abre_unidad(plegada[rotulo.end() :]):
        return linea[lugares[rotulo.end()] :], ("aproximada", "lo que precede a los dos puntos puede ser el cargo o un rótulo")
    return _a_cargo(linea, plegada, lugares) if " cargo " in plegada else (linea, None)


def _sin(patron: re.Pattern[str], linea: str) -> str:
    """The line without what the pattern finds in its folded text, except at its head."""
    plegada, lugares = plegar_con_lugares(linea)
    salida, cursor = "", 0
    for hallado in patron.finditer(plegada):
        if hallado.start():
            salida += linea[cursor : lugares[hallado.start()]]
            cursor = lugares[hallado.end() - 1] + 1
    return salida + linea[cursor:]


def _acentuada(linea: str, lugares: Sequence[int], frase: re.Match[str]) -> bool:
    """Whether the verb of the sentence is written with the accent of the future."""
    return "á" in linea[lugares[frase.end(1) - 2] : lugares[frase.end(1) - 1] + 1].lower()


def _a_cargo(linea: str, plegada: str, lugares: Sequence[int]) -> tuple[str, Duda | None]:
    """ "Unidad de Riego, a cargo de Ana Ríos" is a unit and who heads it; "Taller a cargo del Depto. de Riego", what is done and
    who answers."""
    hallado = _A_CARGO.search(plegada)
    if hallado is None or hallado.start() == 0:
        return linea, None
    antes, despues = linea[: lugares[hallado.start()]], linea[lugares[hallado.end()] :]
    if abre(plegada[: hallado.start()]):
        return f"{antes}, {despues}", None
    nombra = abre(plegada[hallado.end() :]) or despues[:1].isupper()
    return (despues, ("aproximada", f"«{antes.strip()}» puede no ser solo lo que se hace")) if nombra else (linea, None)


def abre(resto: str) -> bool:
    """Whether a unit or a role opens the folded text."""
    return _primera(resto) in formas_de_cargo() or _abre_unidad(resto)


def _abre_unidad(resto: str) -> bool:
    primera = _primera(resto)
    return primera in aperturas("fuertes", "debiles") or resto.startswith(_frases())


def _de_cargo(resto: str) -> bool:
    """Whether a role opens the folded text that is not of whoever works there ("todos los funcionarios")."""
    primera = _primera(resto)
    return primera in formas_de_cargo() and primera not in map(plegar_frase, unidades().gente)


@cache
def _frases() -> tuple[str, ...]:
    """Openings of several words, and collective ones ("nivel central")."""
    return (*(" ".join(frase) for frase in frases_apertura()), *map(plegar_frase, unidades().colectivos))


def _primera(resto: str) -> str:
    palabras = re.findall(r"[a-z]+", resto[:60])
    if palabras and palabras[0] in ("el", "la", "los", "las"):
        del palabras[0]
    return plegar_frase(palabras[0]) if palabras else ""
