"""The lines of a cell of responsibles made whole: bullets off, what goes on joined, words cut or run together mended."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor.comun.texto import blancos, sin_marcas_nota, sin_ordinal, sin_vineta
from extractor.normalizadores.aperturas_unidad import aperturas
from extractor.normalizadores.lineas_sin_nadie import sin_contacto, sin_nadie, solo_lugares
from extractor.normalizadores.menciones_region import acompanan, buscar_menciones
from extractor.normalizadores.palabras_region import palabras_de
from extractor.normalizadores.personas_cargo import no_son_nombre, nombres
from extractor.normalizadores.reparo_cargos import norma_reparada, sin_cortes
from extractor.vocabularios.base import plegar_con_lugares, plegar_frase
from extractor.vocabularios.responsables import cargos, formas_de_adjetivo, formas_de_cargo, unidades


def juntar(lineas: Sequence[str]) -> list[str]:
    """The lines without bullets, note marks or words that name nobody; those that go on are joined to the one before."""
    salida: list[str] = []
    for cruda in _partidas(lineas):
        marcada = sin_contacto(sin_vineta(sin_ordinal(sin_marcas_nota(cruda))))
        linea = _sin_preambulo(blancos(marcada))
        if not linea or sin_nadie(linea):
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
        apertura = bool(salida) and _queda_abierta(salida[-1], linea)
        if salida and (abierta or sigue or apertura) and not _abre_rol(linea):
            salida[-1] = f"{salida[-1]} {linea}"
        else:
            salida.append(linea)
    return salida


def _queda_abierta(previa: str, linea: str) -> bool:
    """Whether a narrow column cut the name there: the line before is only a unit's opening, or only a role and this one neither
    opens a unit or a role nor is a name ("Encargado", "PMG"); or this one is the place of the unit before."""
    sola = plegar_frase(previa).rstrip(".")
    primera = plegar_frase(linea).split()[0].rstrip(".")
    if sola in aperturas("fuertes") | aperturas("debiles") - frozenset({"oirs"}) or sola in ("nivel", "i", "gobierno"):
        return True
    abre = primera in aperturas("fuertes") | aperturas("debiles") - frozenset({"programa"}) or primera in formas_de_cargo()
    if sola in formas_de_cargo() or (sola.endswith(" programa") and sola.split()[0] in formas_de_cargo()):
        return not abre and primera not in nombres() and not any(c in linea for c in ",/;")
    unidad = sola.split()[0] in aperturas("fuertes") and not any(c in previa for c in ",;/.")
    return unidad and (solo_lugares(linea) or _es_region(linea))


def _es_region(linea: str) -> bool:
    palabras = palabras_de(linea)
    return any(m.clase == "nombre" and m.inicio == 0 and m.fin == len(palabras) for m in buscar_menciones(palabras, "2007"))


_JUNTO_A = re.compile(
    r"(?:,|(?<![\s,]))\s++(?:(?:presidid|encabezad|dirigid|liderad|integrad|representad|compuest|conformad)[oa]s?\s+por|con\s+(?:el\s+)?apoyo\s+de|en\s+conjunto\s+con|conjuntamente\s+con|junto\s+(?:a|con)|en\s+coordinaci[oó]n\s+con|apoyad[oa]\s+por)"
    r"(?:l|\s++(?:el|la|los|las))?\s++(?=[A-ZÁÉÍÓÚÑ])"
)
"""What joins two who answer together."""
_Y_O = re.compile(r"(?<!\s)\s++y\s*+/\s*+o\s++")
_NUMERAL = re.compile(r"(?<!\S)\d{1,2}\s?[.)](?:\s?-)?\s+(?=[A-ZÁÉÍÓÚÑ])")
_PEGADA = re.compile(
    r"(?<=[A-Za-zñáéíóú]\.)(?=[A-ZÑÁÉÍÓÚ][a-zñáéíóú]{2})|(?<=\sy)(?=[A-ZÑÁÉÍÓÚ][a-zñáéíóú]{2})|(?<=[a-zñáéíóú]{3})(?=(?:Direct|Direcc|Divisi|Oficin|Secci|Subdir|Gobier|Coordin|Encarg|Profes|Unidad|Depart|Asesor)[a-z])|(?<=[a-zñáéíóú];)(?=\S)"
)


def _partidas(lineas: Sequence[str]) -> list[str]:
    """The lines, parted where a number lists a second person inside one ("1) ... 2) ...")."""
    salida: list[str] = []
    for entera in lineas:
        linea = _JUNTO_A.sub("; ", _Y_O.sub(" y ", entera) if "/" in entera else entera)
        cortes = [m.start() for m in _NUMERAL.finditer(linea) if m.start() > 0]
        salida += [linea[i:j] for i, j in zip([0, *cortes], [*cortes, len(linea)], strict=True)]
    return salida


def _arreglada(linea: str) -> str:
    """The line with words run together parted, words cut in two joined, and a role told by its note in neutral form."""
    linea = _CORTADA.sub(_entera, _DOBLE.sub(_un_cargo, _EX.sub(r"\1 ", linea)))
    linea = _GUION.sub(_partir_guion, re.sub(r"(?<=[a-z])\|(?![^\W\d_])", "l", linea))
    cortada = _nombre_entero(sin_cortes(_CAMELLO.sub(_partir_nombre, _PEGADA.sub(" ", linea))))
    return _con_marca().sub(lambda m: f"{m.group(1)}io/a{m.group(2)}", cortada)


_CAMELLO = re.compile(r"\b([A-ZÁÉÍÓÚÑ][a-záéíóúñ]{2,})(?=([A-ZÁÉÍÓÚÑ][a-záéíóúñ]{2,}))")
_GUION = re.compile(r"(?<=[a-zñáéíóú])-(?=([A-ZÁÉÍÓÚÑ][a-záéíóúñ]+))")
_CORTADO = re.compile(r"\b(?:([A-ZÁÉÍÓÚÑ])|([A-ZÁÉÍÓÚÑ][a-záéíóúñ]+) ([A-ZÁÉÍÓÚÑ][a-záéíóúñ]+)) ([a-záéíóúñ]{2,})(?![\w.])")


def _partir_nombre(hallada: re.Match[str]) -> str:
    """ "AidaZepeda", "RegionalIrma": a known given name run into what follows or goes before."""
    return hallada.group() + (" " if {plegar_frase(hallada.group(1)), plegar_frase(hallada.group(2))} & nombres() else "")


_CORTADA = re.compile(r"\b([^\W\d_]{2,})-\s+([a-záéíóúñ]{3,})\b")


def _entera(hallada: re.Match[str]) -> str:
    """A word that a narrow column cut, its line since joined ("Adminis- tración"): the whole is known, the half is not."""
    junta = "".join(hallada.groups())
    conocida = norma_reparada(plegar_frase(junta)) in no_son_nombre() and plegar_frase(hallada.group(1)) not in no_son_nombre()
    return junta if conocida else hallada.group()


_EX = re.compile(r"\b([Ee]x)-\s?(?=[^\W\d_]{4})")
_DOBLE = re.compile(r"\b([^\W\d_]+)\s+[yo]\s+([^\W\d_]+)\b")


def _un_cargo(hallada: re.Match[str]) -> str:
    """ "Jefas y Jefes": one role said twice."""
    formas = [formas_de_cargo().get(plegar_frase(p)) for p in hallada.groups()]
    return hallada.group(2) if formas[0] is not None and formas[0] == formas[1] else hallada.group()


def _partir_guion(hallada: re.Match[str]) -> str:
    """The dash with spaces before what opens a unit or a role ("Dirección Regional-Unidad de Estudios")."""
    siguiente = plegar_frase(hallada.group(1))
    previa = plegar_frase(hallada.string[: hallada.start()].split()[-1])
    otra = siguiente in nombres() and previa not in nombres() and previa.isalpha()  # "Juan Soto-Ana Ríos"
    return " - " if otra or siguiente in aperturas("fuertes") or siguiente in formas_de_cargo() else "-"


def _nombre_entero(linea: str) -> str:
    """A surname that a reading cut in two joined again: "Aída Zepeda M uñoz", "Hernán Piza rro"."""

    def junta(hallada: re.Match[str]) -> str:
        resto = hallada.group(4)
        palabra = plegar_frase(resto)
        comun = (
            palabra in no_son_nombre() or palabra in nombres() or palabra in cargos().particulas or palabra in formas_de_cargo()
        )
        comun = comun or palabra in _de_enlace() or palabra in acompanan() or norma_reparada(palabra) != palabra
        letra_sola = hallada.group(1) is not None and len(resto) > 2
        de_nombre = hallada.group(2) is not None and plegar_frase(hallada.group(2)) in nombres() and len(resto) <= _RESTO
        if comun or not (letra_sola or de_nombre):
            return hallada.group()
        return hallada.group().removesuffix(f" {resto}") + resto

    return _CORTADO.sub(junta, linea) if any(plegar_frase(p) in nombres() for p in linea.split()) else linea


_RESTO = 4
"""Most letters of the second half of a surname cut in two."""


@cache
def _de_enlace() -> frozenset[str]:
    return frozenset(plegar_frase(e) for e in unidades().enlazan) | {
        "que",
        "se",
        "su",
        "sus",
        "con",
        "sin",
        "junto",
        "mas",
        "segun",
        "como",
        "desde",
    }


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
    primera = re.split(r"[\s/(.:]", plegar_frase(resto), maxsplit=1)[0]
    sigue = primera in ("de", "del") or primera in formas_de_adjetivo()
    if hallado.group().startswith("responsable") and ":" not in hallado.group() and sigue:
        return linea  # "Responsable de Compras" is a role
    articulo = hallado.group().split() and hallado.group().split()[0] in ("el", "la", "los", "las")
    conocida = primera in formas_de_cargo() or primera in aperturas("fuertes") | aperturas("debiles")
    return resto if conocida or not articulo else linea


def _sigue_nombre(previa: str, linea: str) -> bool:
    """Whether the line is the surname of the person whose name the one before is ("Gloria Ñancupil", "Rozas")."""
    palabras = plegar_frase(previa).split()
    nombre = (
        1 <= len(palabras) <= 4
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
