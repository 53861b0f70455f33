"""The words of one line of a cell of responsibles mended: run together, cut in two, or one role said twice."""

from __future__ import annotations

import re
from functools import cache

from extractor.normalizadores.letras.aperturas_unidad import aperturas
from extractor.normalizadores.region.menciones import acompanan
from extractor.normalizadores.responsable.personas_cargo import no_son_nombre, nombres
from extractor.normalizadores.responsable.reparo_cargos import norma_reparada, sin_cortes
from extractor.normalizadores.servicio.siglas import siglas
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import cargos, formas_de_adjetivo, formas_de_cargo, unidades

_PEGADA = re.compile(
    r"(?<=[A-Za-zñáéíóú]\.)(?=[A-ZÑÁÉÍÓÚ][a-zñáéíóú]{2})|(?<=\sy)(?=[A-ZÑÁÉÍÓÚ][a-zñáéíóú]{2})|(?<=[a-zñáéíóú]{3})(?=(?:Direct|Direcc|Divisi|Oficin|Secci|Subdir|Gobier|Coordin|Encarg|Profes|Unidad|Depart|Asesor)[a-z])|(?<=[a-zñáéíóú];)(?=\S)"
)


def arreglada(linea: str) -> str:
    """The line with words run together parted, words cut in two joined, and a role told by its note in neutral form."""
    if not linea.isascii():
        linea = _BLANDO.sub("", linea)
    if "):" in linea:
        linea = linea.replace("):", ") :")  # no face
    if _DE_Y_MAYUSCULA.search(linea):
        linea = _DE_PEGADO.sub(r"\1 ", linea)
    if "/ " in linea:
        linea = _BARRA.sub(_con_espacio, linea)
    if "rog." in linea and _de_cargo(linea):
        linea = _PROGRAMA.sub("Programa ", linea)
    if " y " in linea or " o " in linea:
        linea = _DOBLE.sub(_un_cargo, linea)
    if "-" in linea:
        linea = _CORTADA.sub(_entera, _EX.sub(r"\1 ", linea))
    if "|" in linea:
        linea = _L_DE_BARRA.sub("l", linea)
    if "-" in linea:
        linea = _SIGLAS_UNIDAS.sub(_partir_siglas, _GUION.sub(_partir_guion, linea))
    if "autoridad)" in linea:
        linea = _AUTORIDAD.sub("", linea) if _secretaria(linea) is None else linea
    if _TRAS_OTRA.search(linea) or ";" in linea:
        linea = _CAMELLO.sub(_partir_nombre, _PEGADA.sub(" ", linea))
    cortada = _nombre_entero(sin_cortes(linea))
    marcada = "(" in cortada and "ecretar" in cortada.lower()
    return _con_marca().sub(lambda m: f"{m.group(1)}io/a{m.group(2)}", cortada) if marcada else cortada


_SIGLAS_UNIDAS = re.compile(r"(?<![^\W_])[A-ZÑ]{2,}(?:-[A-ZÑ]{2,})+(?![^\W_])")
_AUTORIDAD = re.compile(r"\s*\((?:la )?autoridad\)")


def _secretaria(linea: str) -> re.Match[str] | None:
    """What is told to be who heads it and not the office ("Subsecretaria del Trabajo (autoridad)")."""
    return _con_marca().search(linea)


def _partir_siglas(hallada: re.Match[str]) -> str:
    """Services told by their acronyms in one word ("INDAP-SAG")."""
    partes = hallada.group().split("-")
    return " - ".join(partes) if all(p in siglas() for p in partes) else hallada.group()


_L_DE_BARRA = re.compile(r"(?<=[a-z])\|(?![^\W\d_])")
_PROGRAMA = re.compile(r"(?<=\s)[Pp]rog\.\s?")


def _de_cargo(linea: str) -> bool:
    """Whether a role opens the line and no unit stands in it."""
    palabras = [plegar_frase(p).rstrip(".") for p in linea.split()]
    es_cargo = palabras[0] in formas_de_cargo() or palabras[0] in cargos().abreviaturas
    return es_cargo and not set(palabras) & aperturas("fuertes")


_BLANDO = re.compile(r"(?<=[^\W\d_])[\u00ad¬](?=[^\W\d_])")
"""The soft hyphen, or the sign it is read as, inside a word."""
_DE_Y_MAYUSCULA = re.compile(r"del?[A-ZÁÉÍÓÚÑ]")
"""Where ``_DE_PEGADO`` may stand: asked first, for few lines hold it."""
_DE_PEGADO = re.compile(r"(?<!\S)(del?)(?=[A-ZÁÉÍÓÚÑ][a-záéíóúñ]{3})")
_BARRA = re.compile(r"(?<![^\W\d_])([^\W\d_]++)/(?=\s)")


def _con_espacio(hallada: re.Match[str]) -> str:
    """The slash parted from the role before it ("asesor/ Unidad Jurídica")."""
    norma = plegar_frase(hallada.group(1))
    return f"{hallada.group(1)} /" if norma in formas_de_cargo() or norma in formas_de_adjetivo() else hallada.group()


_TRAS_OTRA = re.compile(r"[A-ZÑÁÉÍÓÚ](?<=[.a-zñáéíóú].)")
"""A capital right after a letter or a stop: without one, and without a semicolon, there is no ``_PEGADA`` nor ``_CAMELLO``."""
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
_DOBLE = re.compile(r"\b([^\W\d_]++)\s++[yo]\s++([^\W\d_]++)\b")


def _un_cargo(hallada: re.Match[str]) -> str:
    """ "Jefas y Jefes": one role said twice."""
    una = plegar_frase(hallada.group(1))
    cargo = formas_de_cargo().get(una)
    if cargo is None:
        return hallada.group()
    otra = plegar_frase(hallada.group(2))  # the same is not twice: "Profesional Asesora y Asesora Jurídica"
    return hallada.group(2) if una != otra and cargo == formas_de_cargo().get(otra) else hallada.group()


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

    return linea if nombres().isdisjoint(map(plegar_frase, linea.split())) else _CORTADO.sub(junta, linea)


_RESTO = 4
"""Most letters of the second half of a surname cut in two."""


@cache
def _de_enlace() -> frozenset[str]:
    """Words that link what stands on both sides: never the rest of a surname."""
    return frozenset(map(plegar_frase, (*unidades().enlazan, *unidades().no_son_de_nombre)))


@cache
def _con_marca() -> re.Pattern[str]:
    marcas = "|".join(re.escape(m) for m in cargos().marcas_de_cargo)
    return re.compile(rf"\b((?:sub)?secretar)[ií]a\b([^()]*?)\s*\((?:{marcas})\)", re.IGNORECASE)
