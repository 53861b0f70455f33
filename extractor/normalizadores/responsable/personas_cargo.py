"""Runs of words that could be a person's name, by given names, initials, particles and capitals."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractor.normalizadores.letras.aperturas_unidad import aperturas, frases_apertura
from extractor.normalizadores.region.palabras import de_lugar_o_region
from extractor.normalizadores.responsable.celda import Celda, Ficha, Tramo
from extractor.normalizadores.responsable.separadores import titulos
from extractor.vocabularios import servicios
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import cargos, formas_de_adjetivo, formas_de_cargo, unidades

CONOCIDA, INICIAL, POSIBLE = "CONOCIDA", "INICIAL", "POSIBLE"
_DOS_INICIALES = re.compile(r"[A-ZÑ]\.[A-ZÑ]\.?")
PALABRAS_PERSONA = (2, 6)
"""Least and most words of a person's name, initials included."""


@cache
def preposiciones() -> frozenset[str]:
    return frozenset({"de", "del", "con", "por", "para", "a", "en", "al"})


@cache
def no_son_nombre() -> frozenset[str]:
    """Words that are no one's name: what opens a unit, its subjects, roles, acronyms."""
    vocab = unidades()
    abren = (*vocab.fuertes, *vocab.debiles, *vocab.siglas_unidad)
    frases = (*abren, *vocab.materias, *formas_de_cargo(), *formas_de_adjetivo(), *cargos().titulos)
    siglas = (sigla for s in servicios.vocabulario().servicios for sigla in s.siglas)
    palabras = {p for frase in (*frases, *siglas, *vocab.fechas) for p in plegar_frase(frase).split() if len(p) > 1}
    return frozenset(palabras - set(cargos().particulas) - nombres())


@cache
def nombres() -> frozenset[str]:
    """Given names, folded."""
    return frozenset(plegar_frase(n) for n in cargos().nombres_propios)


def _es_inicial(token: Ficha) -> bool:
    return _abrevia_nombre(token.text)


@lru_cache(maxsize=16384)
def _abrevia_nombre(escrita: str) -> bool:
    letras = escrita.rstrip(".")
    corta = len(letras) == 1 or letras in ("Ch", "Ll", "Th", "Ma", "Fco", "Fca", "Gmo")
    if "." in letras and _DOS_INICIALES.fullmatch(escrita):
        return True
    return corta and letras.isalpha() and (letras[0].isupper() or escrita.endswith("."))


def _norma_de_nombre(escrita: str, norma: str) -> str:
    """The folded word, an "I" read as "l" put right when it gives a known name ("lrene")."""
    leida = "i" + norma[1:]
    return leida if escrita[:1] == "l" and leida in nombres() and norma not in nombres() else norma


def es_nombre(token: Ficha) -> bool:
    return _nombra(token.text, token.norm_)


@lru_cache(maxsize=16384)
def _nombra(escrita: str, norma: str) -> bool:
    if _norma_de_nombre(escrita, norma) != norma:
        return True
    letras = escrita.replace("'", "").replace("’", "").replace("´", "").replace("-", "")
    return escrita[:1].isupper() and letras.isalpha() and len(escrita) > 1 and norma not in no_son_nombre()


@cache
def _nombres_en_minusculas() -> frozenset[str]:
    """The words in lower case that a person's name may begin with; "lrene" is "Irene"."""
    return nombres() | {f"l{n[1:]}" for n in nombres() if n[0] == "i"}


def personas_en(doc: Celda, roles: list[Tramo]) -> list[Tramo]:
    """Runs of name words that could be a person's name."""
    ocupadas = {i for rol in roles for i in range(rol.start, rol.end)}
    personas: list[Tramo] = []
    indice = 0
    while indice < len(doc):
        if doc[indice].is_lower and doc[indice].norm_ not in _nombres_en_minusculas():
            indice += 1
            continue
        abre = es_nombre(doc[indice]) or _inicial_delante(doc, indice)
        if indice in ocupadas or not abre or (_es_inicial(doc[indice]) and not _inicial_delante(doc, indice)):
            minuscula = doc[indice].is_lower and indice not in ocupadas and _en_minusculas(doc, indice, ocupadas)
            if minuscula:
                personas.append(Tramo(indice, minuscula, CONOCIDA))
            indice = minuscula or indice + 1
            continue
        fin = _fin_corrida(doc, indice, ocupadas)
        invertido = _apellidos_primero(doc, indice, fin, ocupadas)
        if invertido:
            personas.append(Tramo(indice, invertido, CONOCIDA))
            indice = invertido
            continue
        indice = _tras_sigla(doc, _primer_conocido(doc, indice, fin), fin)
        palabras = [t for t in doc[indice:fin] if t.norm_ not in cargos().particulas and t.text != "."]
        if PALABRAS_PERSONA[0] <= len(palabras) <= PALABRAS_PERSONA[1]:
            personas.append(Tramo(indice, fin, _etiqueta(doc, indice, fin)))
        indice = fin
    return personas


def _apellidos_primero(doc: Celda, inicio: int, fin: int, ocupadas: set[int]) -> int:
    """End of a name written surnames first ("SOTO PINO, RENATO"), alone on its line: one or two surnames, a comma, one or two
    given names; 0 when it is none."""
    sola = (inicio == 0 or doc[inicio - 1].is_space) and fin < len(doc) and doc[fin].text == ","
    if not sola or fin - inicio > 2 or any(t.norm_ in nombres() for t in doc[inicio:fin]):
        return 0
    ultimo = fin + 1
    while ultimo < len(doc) and ultimo not in ocupadas and doc[ultimo].norm_ in nombres() and ultimo - fin <= 2:
        ultimo += 1
    return ultimo if ultimo > fin + 1 and (ultimo == len(doc) or doc[ultimo].is_space) else 0


def _etiqueta(doc: Celda, inicio: int, fin: int) -> str:
    if any(_norma_de_nombre(t.text, t.norm_) in nombres() for t in doc[inicio : inicio + 2] if es_nombre(t)):
        return CONOCIDA
    return INICIAL if _es_inicial(doc[fin - 1]) or doc[fin - 1].text == "." or _es_inicial(doc[inicio]) else POSIBLE


def _inicial_delante(doc: Celda, indice: int) -> bool:
    """ "M. Soledad": an initial that opens a name; before a word that is no known given name, only with its stop."""
    if not _es_inicial(doc[indice]) or not doc[indice].text[0].isupper():
        return False
    siguiente = _tras_inicial(doc, indice)
    con_punto = doc[indice].text.endswith(".") or siguiente > indice + 1
    previa = doc[indice - 1]
    abre = indice == 0 or previa.is_space or previa.is_punct or previa.norm_ in ("y", "e") or _no_es_de_nombre(previa)
    if con_punto and abre and siguiente + 1 < len(doc) and _es_inicial(doc[siguiente]):
        segunda = _tras_inicial(doc, siguiente)
        siguiente = segunda if doc[segunda - 1].text.endswith(".") else siguiente  # "J. C. Miranda"
    if _DOS_INICIALES.fullmatch(doc[indice].text) and (siguiente == len(doc) or de_lugar_o_region(doc[siguiente].norm_)):
        return False  # "D.R. Maule"
    return siguiente < len(doc) and es_nombre(doc[siguiente]) and (doc[siguiente].norm_ in nombres() or (con_punto and abre))


def _tras_inicial(doc: Celda, indice: int) -> int:
    """Past the initial at ``indice`` and its stop."""
    return indice + 2 if indice + 1 < len(doc) and doc[indice + 1].text == "." else indice + 1


def _no_es_de_nombre(token: Ficha) -> bool:
    """Whether the word is a unit's, a role's or a title: what follows it begins something else ("Enc. PMG R. Olave")."""
    palabra = token.norm_.rstrip(".")
    return palabra in no_son_nombre() or palabra in cargos().abreviaturas


def _en_minusculas(doc: Celda, inicio: int, ocupadas: set[int]) -> int:
    """End of a name all in lower case at the start of a line or after a title: a known given name and one to three words; 0 when
    none."""
    previa = inicio - 2 if inicio > 1 and doc[inicio - 1].text == "." else inicio - 1
    abre = inicio == 0 or doc[inicio - 1].is_space or doc[previa].norm_.rstrip(".") in titulos()
    tras_marca = not abre and doc[inicio - 1].text in (":", ",", "-", "–", "(", "/", "y")
    if not (abre or tras_marca) or doc[inicio].norm_ not in nombres() or not doc[inicio].is_lower:
        return 0
    fin = inicio
    while (
        fin < len(doc)
        and doc[fin].is_alpha
        and doc[fin].is_lower
        and doc[fin].text not in ("y", "e")
        and fin not in ocupadas
        and doc[fin].norm_ not in no_son_nombre()
    ):
        fin += 1
    corta = fin == len(doc) or doc[fin].text in (",", "-", "–", "/", "(", ")", ":", "y") or doc[fin].is_space
    if tras_marca and any(t.norm_ in _de_temas() for t in doc[inicio:fin]):
        return 0  # "..., marina mercante"
    return fin if corta and 2 <= fin - inicio <= 4 else 0


@cache
def _de_temas() -> frozenset[str]:
    return frozenset(p for tema in unidades().temas for p in plegar_frase(tema).split())


def _primer_conocido(doc: Celda, inicio: int, fin: int) -> int:
    """Where a person begins in a run right after a preposition ("Encargado de Riego Ana Soto"): at its first given name."""
    if inicio < 2 or doc[inicio - 1].norm_ not in preposiciones() | {"programa"} or doc[inicio].norm_ in nombres():
        return inicio
    return next((i for i in range(inicio + 1, fin - 1) if doc[i].norm_ in nombres()), inicio)


def _tras_sigla(doc: Celda, inicio: int, fin: int) -> int:
    """Where a person begins in a run that opens with an acronym ("Encargada CIDEM Rebeca Toro"): capitals before a word that has
    lower case, and no given name."""
    sigla = doc[inicio]
    sola = sigla.text.isupper() and sigla.is_alpha and len(sigla.text) > 2 and sigla.norm_ not in nombres()
    siguiente = doc[inicio + 1].text if inicio + 1 < fin else ""
    return inicio + 1 if sola and siguiente[:1].isupper() and siguiente[1:].islower() else inicio


def _fin_corrida(doc: Celda, inicio: int, ocupadas: set[int]) -> int:
    """Where a run of name words, initials and inner particles ends; a name word after a closing initial begins another run."""
    fin = inicio + 1
    while fin < len(doc) and fin not in ocupadas:
        token = doc[fin]
        if es_nombre(token):
            cerrada = _es_inicial(doc[fin - 1]) or (doc[fin - 1].text == "." and _es_inicial(doc[fin - 2]))
            enteros = sum(es_nombre(t) and not _es_inicial(t) for t in doc[inicio : fin - 1])
            if cerrada and enteros + _es_inicial(doc[inicio]) > 1 and enteros:
                break
            fin += 1
        elif _es_inicial(token) and token.norm_ not in ("y", "e", "a", "o"):
            fin += 1
            if fin < len(doc) and doc[fin].text == ".":
                fin += 1
        elif token.text == "." and _es_inicial(doc[fin - 1]) and fin - 1 <= inicio + 2:
            fin += 1
        elif (paso := _particulas(doc, fin, ocupadas)) and (fin > inicio + 0):
            fin += paso
        elif token.text[:1].isupper() and doc[fin - 1].norm_ in nombres() and fin == inicio + 1 and apellido_comun(doc, fin):
            fin += 1
        else:
            break
    return fin


def apellido_comun(doc: Celda, indice: int) -> bool:
    """Whether a word of the vocabulary is a surname there: a name word comes after it ("Luz Alcalde Montes"), or it opens units,
    which nothing follows here to be one ("Patricia Salas, Unidad de Riego")."""
    if not doc[indice].is_alpha:
        return False
    if indice + 1 < len(doc) and es_nombre(doc[indice + 1]):
        return True
    ficha = doc[indice]
    abre = ficha.norm_ in _aperturas_sueltas()
    sola = indice + 1 == len(doc) or doc[indice + 1].is_space or doc[indice + 1].is_punct
    return abre and sola and not ficha.text.isupper() and ficha.norm_ not in aperturas("enteras")


@cache
def _aperturas_sueltas() -> frozenset[str]:
    """Words that open a unit, alone or in an opening of several ("salas cuna")."""
    de_frases = frozenset(p for frase in frases_apertura() for p in frase if p not in formas_de_adjetivo())
    return de_frases | aperturas("fuertes", "debiles", "mandadas")


def _particulas(doc: Celda, indice: int, ocupadas: set[int]) -> int:
    """How many tokens the particles at ``indice`` and the name word after them take ("de la Cuadra"); 0 when none do."""
    fin = indice
    while fin < len(doc) and fin - indice < 2 and doc[fin].norm_ in cargos().particulas and doc[fin].norm_ != "y":
        fin += 1
    seguida = fin > indice and fin < len(doc) and fin not in ocupadas and es_nombre(doc[fin])
    return fin + 1 - indice if seguida else 0
