"""Whose region a line names: codes of the division in force for the programme's year, with certainty and candidates."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractor.comun.texto import blancos
from extractor.modelo.valores import Alcance, Division, Region
from extractor.normalizadores.letras.limites import limite
from extractor.normalizadores.letras.trazos import con_letras
from extractor.normalizadores.region.ajenos import rango_con_guion, reparo_de_numeros, sin_ajenas
from extractor.normalizadores.region.ambitos import ambito_de, codigos_de, es_de_otra_division
from extractor.normalizadores.region.lectura import ORDEN, Lectura, candidatos_de
from extractor.normalizadores.region.listas import comun_apartada, cuenta_del_rotulo
from extractor.normalizadores.region.menciones import Mencion, buscar_menciones
from extractor.normalizadores.region.otros_sentidos import otro_sentido
from extractor.normalizadores.region.palabra import Palabra, numero_de, romano_mal_leido
from extractor.normalizadores.region.palabras import palabras_de
from extractor.normalizadores.region.parecido import en_una_pieza
from extractor.normalizadores.region.rotulo import de_rotulo, dice_sin_dato, sin_rotulo
from extractor.normalizadores.region.sin_nombrar import cubiertas_por, sumar_parecidos
from extractor.normalizadores.region.sobrantes import (
    contradice_al_rotulo,
    de_otra_metropoli,
    es_parte,
    negada,
    sobra_en_ambito,
    sobra_en_rotulo,
    una_con_region,
)
from extractor.normalizadores.region.tramos_abiertos import otra_cuenta, queda_abierta, tramo_abierto, y_o
from extractor.vocabularios.lugares import cambio_de_region
from extractor.vocabularios.regiones import antes_de, codigos_que_cambiaron, division_de, regiones_de, vocabulario

_ANIO = re.compile(r"\b(?:19|20)\d\d\b")
_ALGO = re.compile(r"[^\W_]")
LARGO = 4000
"""Characters of a line that are read for its region: none is that long, and the time to read one grows
with its square."""


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
    texto = texto.strip()
    if len(texto) > LARGO:
        region, porque = razonar_region(texto[:LARGO].rsplit(maxsplit=1)[0], anio)
        return region.model_copy(update={"texto": blancos(texto), "certeza": "dudosa"}), porque
    division = division_de(anio)
    nombre_division = _nombre_de(division)
    lectura = _leer(texto, anio, division)
    if lectura.alcance != "SIN_DATO" and (acotada := limite(texto)) is not None:
        lectura.rebajar("dudosa")
        lectura.porque.append(acotada)
    elif anio is not None and (otro := next((a for a in _ANIO.findall(texto) if int(a) != anio), None)) is not None:
        lectura.rebajar("aproximada")
        lectura.porque.append(f"«{otro}» es otro año")
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
        candidatos=candidatos_de(lectura, division),
    )
    return region, tuple(lectura.porque)


@cache
def _nombre_de(division: Division) -> str:
    return next(d.nombre for d in vocabulario().divisiones if d.id == division)


def _leer(texto: str, anio: int | None, division: Division) -> Lectura:
    lectura = Lectura()
    propio = sin_rotulo(texto)
    palabras = palabras_de(propio, reparar=True)
    if dice_sin_dato(propio) or _ALGO.search(propio) is None:
        lectura.alcance = "SIN_DATO"
        lectura.porque.append("el texto dice que no hay dato" if propio.strip() else "la línea no trae región")
        return lectura
    ambito = ambito_de(palabras, division)
    if ambito is not None:
        alcances: dict[str, Alcance] = {"TODAS": "TODAS", "NIVEL_CENTRAL": "NIVEL_CENTRAL"}
        lectura.alcance = alcances.get(ambito.alcance, "REGION")
        lectura.codigos = set(ambito.codigos)
        lectura.certeza = next(c for c in ORDEN if c == ambito.certeza)
        lectura.porque.append(ambito.porque)
        sobra = sobra_en_ambito(palabras, division)
        cuenta = otra_cuenta(texto, division) if ambito.alcance == "TODAS" else None
        if cuenta is not None:
            sobra = ("dudosa", cuenta)
        if (propio != texto and sobra_en_rotulo(texto, propio)) or (anio is None and lectura.codigos):
            lectura.rebajar("aproximada")  # without a year it is not known how many "all" are
        if sobra is not None:
            lectura.rebajar(sobra[0])
            lectura.porque.append(sobra[1])
        return lectura
    menciones = buscar_menciones(palabras, division)
    entera = en_una_pieza(" ".join(p.escrita or p.texto for p in palabras), division) if not menciones else None
    if not menciones and entera is None and all(p.texto in de_rotulo() for p in palabras):
        lectura.alcance = "SIN_DATO"
        lectura.porque.append("la línea no trae región")
        return lectura
    menciones, apartadas, ajena = sin_ajenas(palabras, menciones)
    _sumar_menciones(menciones, palabras, anio, division, lectura)
    sumar_parecidos(menciones, palabras, apartadas, division, lectura)
    numeros = reparo_de_numeros(propio, palabras, menciones, propio != texto)
    guion = rango_con_guion(palabras, menciones)
    if guion is not None and numeros is None:
        numeros = ("aproximada", guion)
    if ajena is not None:
        numeros = ("dudosa", ajena)
    if numeros is not None:
        lectura.rebajar(numeros[0])
        lectura.porque.append(numeros[1])
    if (
        y_o(palabras)
        or es_parte(palabras, menciones)
        or una_con_region(palabras, menciones)
        or con_letras(propio) != propio
        or (propio != texto and sobra_en_rotulo(texto, propio))
    ):
        lectura.rebajar("aproximada")
    abierta = queda_abierta(propio) or tramo_abierto(palabras, menciones) if menciones else None
    abierta = (
        abierta
        or negada(palabras, menciones)
        or de_otra_metropoli(palabras, menciones)
        or contradice_al_rotulo(texto, propio, lectura.codigos, division)
        or cuenta_del_rotulo(texto, propio, lectura.codigos)
        or otro_sentido(palabras, menciones, division)
        or comun_apartada(palabras, cubiertas_por(menciones) | apartadas, lectura.codigos, division)
    )
    if abierta is not None:
        lectura.rebajar("dudosa")
        lectura.porque.append(abierta)
    if entera is not None:
        lectura.codigos.add(entera)
        lectura.rebajar("aproximada")
    if not lectura.codigos:
        lectura.rebajar("dudosa")
    if len(lectura.codigos) == len(regiones_de(division)):
        lectura.alcance = "TODAS"
    return lectura


def _sumar_menciones(
    menciones: tuple[Mencion, ...], palabras: tuple[Palabra, ...], anio: int | None, division: Division, lectura: Lectura
) -> None:
    from rapidfuzz.fuzz import ratio

    for mencion in menciones:
        propias = palabras[mencion.inicio : mencion.fin]
        escrito = " ".join(p.escrita or p.texto for p in propias)
        codigos = codigos_de(mencion, division)
        if mencion.clase == "choque":
            lectura.candidatos.update(dict.fromkeys(codigos, 50.0))
            lectura.rebajar("dudosa")
            lectura.porque.append(f"«{escrito}» contradice al nombre o número que lo acompaña")
        elif not codigos or es_de_otra_division(mencion, division):
            previo = antes_de(mencion.codigo, division)
            lectura.rebajar("dudosa")
            lectura.candidatos.update({previo: 100.0} if previo else {})
            antes = f"; era parte de la {previo}" if previo else ""
            lectura.porque.append(f"«{escrito}» no es una región de esa división{antes}")
        elif mencion.clase == "lugar":
            lectura.codigos.update(codigos)
            lectura.rebajar("aproximada")
            lectura.porque.append(f"«{escrito}» es un lugar de la región {codigos[0]}, no su nombre")
            if anio is None and mencion.lugar and cambio_de_region(mencion.lugar):
                lectura.rebajar("dudosa")
                lectura.porque.append(f"«{escrito}» cambió de región y falta el año")
        else:
            lectura.codigos.update(codigos)
            puntaje = ratio(escrito, " ".join(p.texto for p in propias))
            lectura.candidatos.update({c: max(puntaje, lectura.candidatos.get(c, 0.0)) for c in codigos})
            lectura.rebajar("exacta" if mencion.oficial else "alias")
            lectura.rebajar("aproximada" if any(p.reparada for p in propias) or _mal_leida(mencion, propias) else "exacta")
            if mencion.clase == "numero" and anio is None and set(codigos) & codigos_que_cambiaron():
                lectura.rebajar("aproximada")
                lectura.porque.append(f"el número «{escrito}» cambió de territorio y falta el año")
            lectura.porque.append(f"«{escrito}» es {' a '.join(dict.fromkeys((codigos[0], codigos[-1])))}")
    if any(m.clase == "choque" for m in menciones):
        lectura.codigos.clear()


def _mal_leida(mencion: Mencion, propias: tuple[Palabra, ...]) -> bool:
    """Whether the number only is one with its strokes taken for "I" ("lV")."""
    return mencion.clase == "numero" and any(numero_de(p) is None and romano_mal_leido(p) is not None for p in propias)
