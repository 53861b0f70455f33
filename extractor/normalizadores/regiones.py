"""Whose region a line names: codes of the division in force for the programme's year, with certainty and candidates."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache

from extractor.comun.texto import blancos, sin_marcas_nota
from extractor.modelo.informe import Alcance, CandidatoRegion, Certeza, Division, Region
from extractor.normalizadores.menciones_region import Mencion, Palabra, acompanan, buscar_menciones, palabras_de
from extractor.normalizadores.parecido_regiones import (
    LARGO_PARECIDO,
    MARGEN_PARECIDO,
    PISO_CANDIDATO,
    UMBRAL_PARECIDO,
    puntajes_de,
)
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.regiones import antes_de, codigos_que_cambiaron, division_de, regiones_de, vocabulario

_ORDEN: tuple[Certeza, ...] = ("exacta", "alias", "aproximada", "dudosa")
_RESIDUO_TOLERADO = 2
"""Unknown words beside a name ("Antofagasta Calama Tocopilla") up to which the name still stands."""


@dataclass
class _Lectura:
    """What was understood so far of one line."""

    codigos: set[str] = field(default_factory=set)
    certeza: Certeza = "exacta"
    candidatos: dict[str, float] = field(default_factory=dict)
    porque: list[str] = field(default_factory=list)
    alcance: Alcance = "REGION"

    def rebajar(self, certeza: Certeza) -> None:
        self.certeza = max(self.certeza, certeza, key=_ORDEN.index)


def normalizar_region(texto: str | None, anio: int | None, *, heredada: bool = False) -> Region:
    """The region that ``texto`` names for a programme of ``anio``.

    A blank line is SIN_DATO; an unknown or contradictory one keeps no codes, certainty "dudosa" and its candidates.

    >>> normalizar_region("X Región", 2007).codigos, normalizar_region("Los Ríos", 2009).codigos
    (('10',), ('14',))
    """
    region, _ = razonar_region(texto or "", anio)
    return region.model_copy(update={"heredada": True}) if heredada else region


@lru_cache(maxsize=8192)
def razonar_region(texto: str, anio: int | None) -> tuple[Region, tuple[str, ...]]:
    """The region and the sentences that say why."""
    division = division_de(anio)
    nombre_division = next(d.nombre for d in vocabulario().divisiones if d.id == division)
    lectura = _leer(texto, anio, division)
    limpio = blancos(texto) or None
    codigos = tuple(sorted(lectura.codigos))
    nombre: str | None = None
    if lectura.alcance == "TODAS":
        nombre = "Todas las regiones"
    elif lectura.alcance == "NIVEL_CENTRAL":
        nombre = "Nivel Central"
    elif codigos:
        nombre = ", ".join(regiones_de(division)[c].nombre for c in codigos)
    if anio is None:
        lectura.porque.append(f"sin año declarado se usa la división de {nombre_division}")
    else:
        lectura.porque.append(f"un programa de {anio} usa la división de {nombre_division}")
    region = Region(
        texto=limpio,
        codigos=codigos,
        division=division,
        nombre=nombre,
        alcance=lectura.alcance,
        heredada=False,
        certeza=lectura.certeza,
        candidatos=_candidatos(lectura, division),
    )
    return region, tuple(lectura.porque)


def _candidatos(lectura: _Lectura, division: Division) -> tuple[CandidatoRegion, ...]:
    if lectura.alcance != "REGION":
        return ()
    puntajes = {**lectura.candidatos, **{c: lectura.candidatos.get(c, 100.0) for c in lectura.codigos}}
    orden = sorted(puntajes.items(), key=lambda par: (-par[1], par[0]))[:3]
    return tuple(CandidatoRegion(codigo=c, nombre=regiones_de(division)[c].nombre, puntaje=round(p, 1)) for c, p in orden)


@cache
def _frases(clave: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(p.texto for p in palabras_de(f)) for f in getattr(vocabulario(), clave))


_MARCA_ROMANA = re.compile(r"\s*(?:i{1,3}|iv|vi{0,3}|ix|x)(?=\s+\S|\s*$)")


def _sin_rotulo(texto: str) -> str:
    """What follows the label's colon, without the lower-case Roman mark of a footnote; empty when nothing does.

    Only a label whose words are those of ``rotulos`` and ``acompanan`` is cut.
    """
    antes, dos_puntos, despues = sin_marcas_nota(texto).rpartition(":")
    if not dos_puntos:
        return texto
    if not blancos(despues):
        return "" if all(p.texto in acompanan() for p in palabras_de(antes)) else antes
    marca = _MARCA_ROMANA.match(despues)
    if marca is not None and re.search(r"instituci", antes, re.IGNORECASE):
        return despues[marca.end() :]
    return despues


def _leer(texto: str, anio: int | None, division: Division) -> _Lectura:
    lectura = _Lectura()
    palabras = palabras_de(_sin_rotulo(texto))
    solas = tuple(p.texto for p in palabras)
    if plegar_frase(_sin_rotulo(texto)).strip(" .") in {plegar_frase(f) for f in vocabulario().sin_dato}:
        lectura.alcance = "SIN_DATO"
        lectura.porque.append("el texto dice que no hay dato")
        return lectura
    if _ambito(solas, division, lectura):
        return lectura
    menciones = buscar_menciones(palabras, division)
    if not menciones and all(p in acompanan() for p in solas):
        lectura.alcance = "SIN_DATO"
        lectura.porque.append("la línea no trae región")
        return lectura
    _sumar_menciones(menciones, palabras, anio, division, lectura)
    _sumar_parecidos(menciones, palabras, division, lectura)
    if not lectura.codigos:
        lectura.rebajar("dudosa")
    return lectura


def _contiene(palabras: tuple[str, ...], frase: tuple[str, ...]) -> int | None:
    for inicio in range(len(palabras) - len(frase) + 1):
        if palabras[inicio : inicio + len(frase)] == frase:
            return inicio
    return None


def _ambito(palabras: tuple[str, ...], division: Division, lectura: _Lectura) -> bool:
    """Whether the line speaks of all regions (perhaps but some), or of the central level. Fills ``lectura``."""
    regiones = regiones_de(division)
    excluir = [(i, f) for f in _frases("excepto") if (i := _contiene(palabras, f)) is not None]
    centrales = [f for f in _frases("nivel_central") if len(f) > 1 and _contiene(palabras, f) is not None]
    cabeza = palabras[: excluir[0][0]] if excluir else palabras
    resto = _quitar(cabeza, centrales[0]) if centrales else cabeza
    todas = resto in _frases("todas") or _contiene(resto, ("todas", "las", "regiones")) is not None
    cuenta = _cuenta(resto)
    if todas or cuenta is not None:
        lectura.codigos = set(regiones)
        lectura.alcance = "TODAS"
        lectura.rebajar("alias" if resto not in (("todas", "las", "regiones"), ("todas",)) else "exacta")
        lectura.porque.append("se refiere a todas las regiones")
        if cuenta is not None and cuenta != len(regiones):
            lectura.rebajar("dudosa")
            lectura.porque.append(f"dice {cuenta} regiones y la división tiene {len(regiones)}")
        if excluir:
            fuera = {m.codigo for m in buscar_menciones(palabras_de(" ".join(palabras[excluir[0][0] :])), division)}
            lectura.codigos -= fuera
            lectura.alcance = "REGION"
            lectura.rebajar("alias" if fuera else "dudosa")
            lectura.porque.append("menos las que excluye: " + ", ".join(sorted(fuera)))
        return True
    if palabras in _frases("nivel_central"):
        return _central(lectura, "exacta" if palabras == ("nivel", "central") else "alias")
    solo_central = palabras[-1:] == ("central",) and not set(palabras) & {plegar_frase(p) for p in vocabulario().no_es_central}
    if (centrales and all(p in acompanan() for p in resto)) or (solo_central and all(p in acompanan() for p in palabras[:-1])):
        return _central(lectura, "alias")
    return False


def _central(lectura: _Lectura, certeza: Certeza) -> bool:
    lectura.alcance = "NIVEL_CENTRAL"
    lectura.rebajar(certeza)
    lectura.porque.append("nombra el nivel central, que no es una región")
    return True


def _quitar(palabras: tuple[str, ...], frase: tuple[str, ...]) -> tuple[str, ...]:
    inicio = _contiene(palabras, frase) or 0
    resto = [*palabras[:inicio], *palabras[inicio + len(frase) :]]
    while resto and resto[0] in ("y", "e"):
        resto = resto[1:]
    while resto and resto[-1] in ("y", "e"):
        resto = resto[:-1]
    return tuple(resto)


def _cuenta(palabras: tuple[str, ...]) -> int | None:
    """The count of "las 13 regiones (del país)", when it is the size of some division; None otherwise."""
    nucleo = [p for p in palabras if p not in ("las", "del", "pais", "de", "chile", "en")]
    if len(nucleo) != 2 or nucleo[1] != "regiones":
        return None
    letras = {plegar_frase(k): v for k, v in vocabulario().numeros_en_letras.items()}
    numero = int(nucleo[0]) if nucleo[0].isdigit() else letras.get(nucleo[0])
    return numero if numero in {len(regiones_de(d.id)) for d in vocabulario().divisiones} else None


def _sumar_menciones(
    menciones: tuple[Mencion, ...], palabras: tuple[Palabra, ...], anio: int | None, division: Division, lectura: _Lectura
) -> None:
    regiones = regiones_de(division)
    hay_nombre = any(m.clase == "nombre" for m in menciones)
    for mencion in menciones:
        escrito = " ".join(p.texto for p in palabras[mencion.inicio : mencion.fin])
        ultimo = mencion.hasta or mencion.codigo
        codigos = [c for c in regiones if mencion.codigo <= c <= ultimo]
        if mencion.clase == "choque":
            lectura.candidatos.update(dict.fromkeys(codigos, 50.0))
            lectura.rebajar("dudosa")
            lectura.porque.append(f"«{escrito}» contradice al nombre o número que lo acompaña")
        elif not codigos:
            previo = antes_de(mencion.codigo, division)
            lectura.rebajar("dudosa")
            lectura.candidatos.update({previo: 100.0} if previo else {})
            antes = f"; era parte de la {previo}" if previo else ""
            lectura.porque.append(f"«{escrito}» no es una región de esa división{antes}")
        elif mencion.clase == "debil":
            if not hay_nombre:
                lectura.codigos.update(codigos)
                lectura.rebajar("aproximada")
                lectura.porque.append(f"«{escrito}» es un lugar de la región {codigos[0]}, no su nombre")
        else:
            lectura.codigos.update(codigos)
            lectura.candidatos.update(dict.fromkeys(codigos, 100.0))
            lectura.rebajar("exacta" if mencion.oficial else "alias")
            if mencion.clase == "numero" and anio is None and set(codigos) & codigos_que_cambiaron():
                lectura.rebajar("dudosa")
                lectura.porque.append(f"el número «{escrito}» cambió de territorio y falta el año")
            lectura.porque.append(f"«{escrito}» es {' a '.join(dict.fromkeys((codigos[0], codigos[-1])))}")
    if any(m.clase == "choque" for m in menciones):
        lectura.codigos.clear()


def _sumar_parecidos(
    menciones: tuple[Mencion, ...], palabras: tuple[Palabra, ...], division: Division, lectura: _Lectura
) -> None:
    """Words that nothing explains: near spellings of a name are taken as approximate, the rest lowers the certainty."""
    cubiertas = {i for m in menciones for i in range(m.inicio, m.fin)}
    tramo: list[int] = []
    desconocidas = 0
    for indice in range(len(palabras) + 1):
        suelta = indice < len(palabras) and indice not in cubiertas and palabras[indice].texto not in acompanan()
        if suelta and not (tramo and palabras[indice].antes == ","):
            tramo.append(indice)
            continue
        if tramo:
            desconocidas += _parecido(tramo, palabras, division, lectura)
        tramo = [indice] if suelta else []
    if desconocidas and lectura.codigos:
        lectura.rebajar("aproximada" if desconocidas <= _RESIDUO_TOLERADO else "dudosa")


def _parecido(tramo: list[int], palabras: tuple[Palabra, ...], division: Division, lectura: _Lectura) -> int:
    """Ranks the regions by likeness to the run of words; returns how many of its words stay unexplained."""
    escrito = " ".join(palabras[i].texto for i in tramo)
    variantes = [escrito]
    if tramo[0] > 0:
        variantes.append(f"{palabras[tramo[0] - 1].texto} {escrito}")
    orden = puntajes_de(variantes, division)
    if len(escrito) < LARGO_PARECIDO or not orden:
        return len(tramo)
    (codigo, puntaje), *otros = orden
    if puntaje >= UMBRAL_PARECIDO and (not otros or puntaje - otros[0][1] >= MARGEN_PARECIDO):
        lectura.codigos.add(codigo)
        lectura.rebajar("aproximada")
        lectura.candidatos[codigo] = puntaje
        lectura.porque.append(f"«{escrito}» se parece a {regiones_de(division)[codigo].nombre} ({puntaje:.1f} de 100)")
        return 0
    lectura.candidatos.update({c: p for c, p in orden[:3] if p >= PISO_CANDIDATO and c not in lectura.candidatos})
    lectura.porque.append(f"«{escrito}» no nombra ninguna región conocida")
    return len(tramo)
