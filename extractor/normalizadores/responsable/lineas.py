"""The lines of a cell of responsibles made whole: bullets off, what goes on joined, words cut or run together mended."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor.comun.texto import blancos, sin_marcas_nota, sin_ordinal, sin_vineta
from extractor.normalizadores.letras.aperturas_unidad import aperturas, enlazan, frases_apertura
from extractor.normalizadores.region.menciones import buscar_menciones
from extractor.normalizadores.region.palabras import palabras_de
from extractor.normalizadores.responsable.arreglos import arreglada
from extractor.normalizadores.responsable.certezas_nombre import Duda
from extractor.normalizadores.responsable.contacto import sin_contacto
from extractor.normalizadores.responsable.lineas_sin_nadie import de_otra_cosa, dice_que_nadie, solo_lugares
from extractor.normalizadores.responsable.personas_cargo import no_son_nombre, nombres
from extractor.normalizadores.responsable.reparo_cargos import norma_reparada, sin_cortes
from extractor.normalizadores.responsable.rotulos import con_cortes
from extractor.normalizadores.servicio.siglas import sigla_de_materia, siglas
from extractor.vocabularios.base import alternativas, plegar_con_lugares, plegar_frase
from extractor.vocabularios.responsables import cargos, formas_de_adjetivo, formas_de_cargo


def juntar(lineas: Sequence[str]) -> tuple[list[str], tuple[Duda, ...]]:
    """The lines without bullets, note marks or words that name nobody; those that go on are joined to the one before. With them,
    what is in doubt because a line was left out, or joined, that could have been otherwise."""
    salida: list[str] = []
    dudas: list[Duda] = []
    for cruda in _partidas(lineas):
        marcada = sin_contacto(sin_vineta(sin_ordinal(sin_marcas_nota(cruda))))
        linea = _sin_preambulo(blancos(marcada))
        previa = salida[-1] if salida else ""
        abierta = bool(previa) and (plegar_frase(previa).split()[-1] in enlazan() or _sin_su_numero(previa, linea))
        if previa and _SUPLENTE.fullmatch(cruda):
            salida[-1] = f"{previa} {cruda.strip()}"  # no bullet
            continue
        if not linea or (dice_que_nadie(linea) and not abierta):
            continue
        otra = de_otra_cosa(linea)
        linea = arreglada(linea)
        if previa.endswith(("-", "¬", "\u00ad")) and previa[-2:-1].isalpha() and linea[0].islower():
            salida[-1] = previa[:-1] + linea
        elif previa and (abierta or _sigue(previa, linea, _con_vineta(cruda, marcada), otra)) and not _abre_rol(linea):
            salida[-1] = sin_cortes(f"{previa} {linea}")
            if otra and not abierta:
                dudas.append(("dudosa", f"«{linea}» puede no seguir a la línea anterior"))
        elif otra:
            dudas.append(("dudosa", f"no se sabe si «{linea}» es de quien responde"))
        else:
            salida.append(linea)
    return salida, tuple(dudas)


def _con_vineta(cruda: str, marcada: str) -> bool:
    """Whether a bullet, a number or contact data were taken off the line."""
    return blancos(sin_marcas_nota(cruda)) != blancos(marcada)


_SUPLENTE = re.compile(r"\s*\(\s?[sS]\s?\)\s*")
_NUMERO = re.compile(r"\d{1,2}|[IVX]{1,4}")


def _sin_su_numero(previa: str, linea: str) -> bool:
    """Whether the line is the number of the unit whose kind alone the one before is ("Departamento", "III")."""
    return _NUMERO.fullmatch(linea) is not None and plegar_frase(previa) in aperturas("internas") - aperturas("enteras")


def _sigue(previa: str, linea: str, con_vineta: bool, otra: bool) -> bool:
    """Whether the line goes on with the one before; ``otra``: it looks like something else, so only an open one takes it."""
    if _queda_abierta(previa, linea):
        return True
    if con_vineta:
        return False
    if otra:
        return _sigue_nombre(previa, linea) or (linea.startswith(("de ", "del ")) and solo_lugares(linea))
    adjetivo = plegar_frase(linea).split()[0] in formas_de_adjetivo() and not _otro_cargo(previa, linea)
    pegada = previa.endswith((",", "/", "-")) and not _abre_linea(linea)
    return linea[0].islower() or adjetivo or pegada or _sigue_nombre(previa, linea) or _adjetivo_de(previa, linea)


_ADJETIVO = re.compile(r"[a-z]{2,}(?:al|ales|ari[oa]s?|iv[oa]s?|ic[oa]s?|an[oa]s?)")


def _adjetivo_de(previa: str, linea: str) -> bool:
    """Whether the line begins with an adjective, of no one's role, of the unit in the line before ("Unidad de Desarrollo",
    "Rural")."""
    palabra, *resto = plegar_frase(linea).split()
    if _ADJETIVO.fullmatch(palabra) is None or resto[:1] not in ([], ["de"], ["del"], ["y"]):
        return False
    if plegar_frase(previa).split()[0] not in aperturas("fuertes"):
        return False
    ajena = palabra in formas_de_cargo() or palabra in nombres() or palabra in aperturas("fuertes", "debiles")
    return " " in previa and not ajena and not any(c in previa for c in ",;/")


def _otro_cargo(previa: str, linea: str) -> bool:
    """Whether an adjective that is a role too begins another one ("Directora Regional", "Asesora Jurídica"): in capitals, unless
    it stands alone, or before a name, after a bare role ("Profesional", "Asesora" is one)."""
    primera, *resto = plegar_frase(linea).split()
    sola = plegar_frase(previa) in formas_de_cargo() and (not resto or resto[0] in nombres())
    return linea[0].isupper() and primera in formas_de_cargo() and not sola


def _queda_abierta(previa: str, linea: str) -> bool:
    """Whether a narrow column cut the name there: the line before is only a unit's opening, or only a role and this one neither
    opens a unit or a role nor is a name ("Encargado", "PMG"); or this one is the place of the unit before."""
    sola = plegar_frase(previa).rstrip(".")
    primera = plegar_frase(linea).split()[0].rstrip(".")
    nombrada = primera in nombres() and len(linea.split()) > 1 and sola in aperturas("internas", "enteras")
    if nombrada or (sola in aperturas("enteras") and primera in formas_de_cargo()):
        return False  # "Fiscalía", "Ana Ríos"
    if sola in aperturas("fuertes", "debiles") - frozenset({"oirs"}) or sola in ("nivel", "i", "gobierno"):
        return True
    abre = primera in aperturas("fuertes", "debiles") - frozenset({"programa"}) or primera in formas_de_cargo()
    if sola in formas_de_cargo() or (sola.endswith(" programa") and sola.split()[0] in formas_de_cargo()):
        return not abre and primera not in nombres() and not any(c in linea for c in ",/;")
    palabras = sola.split()
    de_cargo = palabras[0] in formas_de_cargo()
    if de_cargo and palabras[-1] in aperturas("internas") - aperturas("enteras"):
        return not abre and primera not in nombres()  # "Jefe Depto.", "Finanzas"
    sin_tema = (de_cargo or palabras[0] in aperturas("debiles")) and all(p in formas_de_adjetivo() for p in palabras[1:])
    if sin_tema and sigla_de_materia(linea):
        return True  # "Encargada Regional", "PMG"
    de_unidad = sola.split()[0] in aperturas("fuertes", "debiles") or sola.startswith(_frases()) or previa in siglas()
    unidad = de_unidad and not any(c in previa for c in ",;/.")
    return unidad and (solo_lugares(linea) or _es_region(linea))


@cache
def _frases() -> tuple[str, ...]:
    """Openings of several words ("gobierno regional")."""
    return tuple(" ".join(frase) for frase in frases_apertura())


def _es_region(linea: str) -> bool:
    palabras = palabras_de(linea)
    return any(m.clase == "nombre" and m.inicio == 0 and m.fin == len(palabras) for m in buscar_menciones(palabras, "2007"))


_NUMERAL = re.compile(r"(?<!\S)(?:\d{1,2}\s?[.)]|[a-h]\))(?:\s?-)?\s+(?=[A-ZÁÉÍÓÚÑ])")


def _partidas(lineas: Sequence[str]) -> list[str]:
    """The lines, parted where a number lists a second person inside one ("1) ... 2) ...")."""
    salida: list[str] = []
    for entera in lineas:
        linea = con_cortes(entera)
        cortes = [m.start() for m in _NUMERAL.finditer(linea) if m.start() > 0] if ")" in linea or "." in linea else []
        salida += [linea[i:j] for i, j in zip([0, *cortes], [*cortes, len(linea)], strict=True)] if cortes else [linea]
    return salida


@cache
def _preambulo() -> re.Pattern[str]:
    frases = "|".join(re.escape(plegar_frase(p)) for p in sorted(cargos().preambulos, key=lambda p: (-len(p), p)))
    return re.compile(rf"(?:(?:{frases})(?![a-z])\s*[.:]*\s*)?(?:(?:el|la|los|las)\s+)?")


@cache
def _rotulo() -> re.Pattern[str]:
    """ "Institución: ", "Responsable del informe: "."""
    return re.compile(rf"\s*+(?:{alternativas(cargos().rotulos_linea)}|responsables?\s++del?\s[^:;,/()]{{2,60}})\s*+:\s*+(?=\S)")


_FIN_DE_PALABRA = re.compile(r"[\s/(.:]")


def _sin_preambulo(linea: str) -> str:
    """The line without "Responsable:" and the article that opens it, when a role or a unit follows."""
    plegada, lugares = plegar_con_lugares(linea)
    rotulo = _rotulo().match(plegada) if ":" in plegada else None
    if rotulo is not None:
        return linea[lugares[rotulo.end()] :]
    hallado = _preambulo().match(plegada)
    if hallado is None or hallado.end() == 0 or hallado.end() >= len(lugares):
        return linea
    resto = linea[lugares[hallado.end()] :]
    primera = _FIN_DE_PALABRA.split(plegar_frase(resto), maxsplit=1)[0]
    sigue = primera in ("de", "del") or primera in formas_de_adjetivo()
    if hallado.group().startswith("resp") and ":" not in hallado.group() and sigue:
        return linea  # "Responsable de Compras" is a role
    articulo = hallado.group().split() and hallado.group().split()[0] in ("el", "la", "los", "las")
    conocida = primera in formas_de_cargo() or primera in aperturas("fuertes", "debiles")
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
    norma = plegar_frase(linea)
    sola = linea.isalpha() and linea[0].isupper() and norma not in no_son_nombre() and norma not in nombres()
    return nombre and sola and norma_reparada(norma) == norma


def _abre_rol(linea: str) -> bool:
    palabra = plegar_frase(linea).split()[0]
    return palabra in formas_de_cargo() and linea[0].islower() and len(palabra) > 3


def _abre_linea(linea: str) -> bool:
    return plegar_frase(linea).split()[0] in aperturas("fuertes")
