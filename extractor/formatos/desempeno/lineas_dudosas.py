"""Lines below a programme, or poured into it, that may tell its performance or its weight in words nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import corto, palabras, sin_marcas_nota
from extractor.formatos.contexto import Hallado
from extractor.formatos.desempeno.en_frase import como_rotulo
from extractor.formatos.desempeno.peso_declarado import parece_peso_declarado
from extractor.formatos.desempeno.rotulo import abre_desempeno, es_de_porcentajes, es_valor, parece_fraccion, partir
from extractor.formatos.lineas_de_nota import es_nota
from extractor.formatos.piezas import Pieza, Titulo, Titulos
from extractor.formatos.regiones.en_titulo import es_region
from extractor.modelo.base import Origen
from extractor.modelo.documento import Celda, Parrafo
from extractor.vocabularios.estados import veredicto_inicial
from extractor.vocabularios.filas import nombra_total, totales_en_frase, vocabulario

Aviso = tuple[str, str, Origen | None]
_PALABRAS = 14
"""A longer line is a sentence."""
_PALABRAS_DE_FRASE = 25
_LARGO = 140
_PORCENTAJE = re.compile(r"\d\s?%")
_PARENTESIS = re.compile(r"\((?!\s*\d{1,3}(?:[.,]\d+)?\s?%\s*\))[^()]*\)")
"""A bracket, but for one of a percentage alone."""


@cache
def _sospechosas() -> tuple[str, ...]:
    return tuple(palabras(p) for p in vocabulario().desempeno.sospechosas)


@cache
def _reglas() -> frozenset[str]:
    return frozenset(palabras(p) for p in vocabulario().desempeno.reglas)


def es_regla(texto: str) -> bool:
    """Whether a text states what a performance must be."""
    return bool(_reglas().intersection(palabras(texto).split()))


def aviso_de_desempeno(parrafo: Parrafo, al_lado: Parrafo | None = None) -> Aviso | None:
    """The notice of a line right below a programme that may be the label of a performance, with its value in it or in the next
    cell (``al_lado``); None for any other. Whoever calls knows that it is none in known words."""
    texto = sin_marcas_nota(parrafo.texto)
    rotulo, valor = (texto, al_lado.texto) if al_lado is not None else _partida(texto)
    if not valor and _es_frase_de_desempeno(texto) and not es_regla(texto) and es_nota(parrafo.texto) is None:
        return _aviso(texto, parrafo)
    if not valor or not _es_valor_impreso(valor, texto) or es_nota(parrafo.texto) or totales_en_frase(texto):
        return None
    dichas = palabras(rotulo).split()
    if len(dichas) > _PALABRAS or (al_lado is None and nombra_total(rotulo)) or es_region(rotulo, rotulada=True):
        return None
    if not any(f" {s}" in f" {' '.join(dichas)}" for s in _sospechosas()) or _reglas().intersection(dichas):
        return None
    return _aviso(f"{texto} {al_lado.texto}" if al_lado is not None else texto, parrafo)


def _aviso(texto: str, parrafo: Parrafo) -> Aviso:
    frase = f"bajo un programa hay una línea que puede decir su desempeño y no se reconoce: «{corto(texto, _LARGO)}»"
    return "LECTURA_DUDOSA", frase, parrafo.origen


def _es_frase_de_desempeno(texto: str) -> bool:
    """Whether a sentence opens with the performance of a region or a service, and has one percentage in it."""
    dicho = como_rotulo(texto)
    abre = abre_desempeno(dicho[:1].upper() + dicho[1:]) or abre_desempeno(dicho.partition(" ")[2].capitalize())
    formas = vocabulario().desempeno
    de_quien = {palabras(p) for p in (*formas.region, *formas.servicio)}.intersection(palabras(dicho).split())
    una = len(_PORCENTAJE.findall(texto)) == 1 and len(texto.split()) <= _PALABRAS_DE_FRASE
    return abre and bool(de_quien) and una


def trae_cifra_sin_leer(titulo: Titulo) -> bool:
    """Whether the label of a performance, whose value was not read, has a percentage on its own line that is not the rule's."""
    texto = _PARENTESIS.sub(" ", titulo.texto)
    dichas = palabras(texto).split()
    larga = ":" not in texto and len(dichas) > _PALABRAS
    if larga or es_nota(titulo.origen.texto) is not None or _reglas().intersection(dichas):
        return False
    return _PORCENTAJE.search(texto.partition(":")[2] if ":" in texto else texto) is not None


def avisos_de_vertidas(hallado: Hallado, titulos: Titulos) -> Iterator[Aviso]:
    """One notice per row of a weighed table that is only such a label and its value, or per such pair in the cells that its last
    row has too few of: it was read as a part of the table."""
    for tabla in hallado.tablas:
        ancho = len(tabla.columnas)
        if tabla.patron.pesa is None or ancho == 2:
            continue
        grupos: list[Sequence[Celda]] = [[c for c in fila.celdas if c.parrafos] for fila in tabla.filas]
        resto = tabla.celdas[len(tabla.celdas) - len(tabla.celdas) % ancho :]
        grupos.extend(resto[i : i + 2] for i in range(0, len(resto), 2))
        for llenas in grupos:
            if len(llenas) != 2 or any(len(c.parrafos) != 1 for c in llenas) or nombra_total(llenas[0].texto):
                continue
            aviso = aviso_de_desempeno(llenas[0].parrafos[0], llenas[1].parrafos[0])
            if aviso is not None and titulos.buscar(llenas[0].texto, llenas[0].origen) is None:
                yield aviso


def avisos_de_pesos(piezas: Sequence[Pieza], titulos: Titulos) -> Iterator[Aviso]:
    """One notice per line that may be the declared weight of a programme and is not read as such."""
    for pieza in piezas:
        for parrafo in pieza.parrafos:
            if parece_peso_declarado(parrafo.texto) and titulos.buscar(parrafo.texto, parrafo.origen) is None:
                frase = f"una línea puede decir cuánto pesa un programa y no se reconoce: «{corto(parrafo.texto, _LARGO)}»"
                yield "LECTURA_DUDOSA", frase, parrafo.origen


def _partida(texto: str) -> tuple[str, str]:
    """A line's label and the value that it ends in: as a performance's, or a verdict after a dash or an equals sign."""
    rotulo, valor = partir(texto)
    if valor:
        return rotulo, valor
    for signo in ("=", "–", "—", " - "):
        cabeza, hay, cola = texto.rpartition(signo)
        if hay and es_valor(cola):
            return cabeza, cola.strip()
    return texto, ""


def _es_valor_impreso(valor: str, texto: str) -> bool:
    """Whether a value is a percentage, by its own sign or the label's, a part of 1 or a verdict."""
    if veredicto_inicial(valor) is not None and leer_numero(valor) is None:
        return True
    medida = es_de_porcentajes(f"{valor} {texto}") or parece_fraccion(valor)
    return leer_numero(valor) is not None and medida and es_valor(valor)
