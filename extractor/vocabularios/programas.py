"""The programmes of a form and the words and numbers each goes by (``patrones/vocabularios/programas.yaml``)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from extractor.comun.texto import palabras, plegar
from extractor.modelo.tabla import Programa
from extractor.vocabularios.base import Entrada, alternativas, leer_vocabulario, plegar_frase

Dicho = Annotated[str, Field(min_length=1)]

_PALABRAS_DE_ENCABEZADO = 20


class EntradaPrograma(Entrada):
    """One programme; the file itself says what each list is for."""

    valor: Programa
    nombre: Dicho
    titulos: tuple[Dicho, ...] = ()
    encabezados: tuple[Dicho, ...] = ()
    minimo: int | None = None
    numeros: tuple[Dicho, ...] = ()
    nombres: tuple[Dicho, ...] = ()
    palabras: tuple[Dicho, ...] = ()
    raices: tuple[Dicho, ...] = ()


class VocabularioProgramas(Entrada):
    """The file."""

    id: str
    rotulos: tuple[Dicho, ...]
    rotulan: tuple[Dicho, ...] = ()
    acompanan: tuple[Dicho, ...] = ()
    otros: tuple[Dicho, ...] = ()
    programas: tuple[EntradaPrograma, ...]

    @model_validator(mode="after")
    def _cada_cosa_dice_un_programa(self) -> Self:
        valores = [p.valor for p in self.programas]
        if len(set(valores)) != len(valores):
            raise ValueError("un programa está dos veces")
        for clase in ("titulos", "numeros", "nombres", "palabras"):
            dueno: dict[str, str] = {}
            for programa in self.programas:
                for frase in getattr(programa, clase):
                    if dueno.setdefault(plegar_frase(frase), programa.valor) != programa.valor:
                        raise ValueError(f"«{frase}» nombra dos programas en «{clase}»")
        return self


@cache
def vocabulario() -> VocabularioProgramas:
    return leer_vocabulario("programas", VocabularioProgramas)


@cache
def _de_titulo() -> tuple[tuple[re.Pattern[str], Programa], ...]:
    """What in a title says each programme, the phrases of all before any number."""
    formas = vocabulario()
    rotulos = alternativas(formas.rotulos)
    frases = [(re.compile(alternativas(p.titulos)), p.valor) for p in formas.programas]
    numeros = [
        (re.compile(rf"\A(?:{rotulos})\s+(?:{'|'.join(_numero(n) for n in p.numeros)})"), p.valor)
        for p in formas.programas
        if p.numeros
    ]
    return (*frases, *numeros)


def _numero(escrito: str) -> str:
    """A number as an expression: blanks may stand around its stops, and it ends where it ends (III.2 is not III.2.1)."""
    partes = [re.escape(parte.strip()) for parte in plegar_frase(escrito).rstrip(". ").split(".")]
    return r"\s?\.\s?".join(partes) + (r"(?!\s?\.?\s?\d)" if partes[-1][-1:].isdigit() else r"(?![a-z0-9]|\s?\.\s?\d)")


def programa_de_titulo(titulo: str | None) -> Programa | None:
    """The programme that a form's title names, by its words, else by its number.

    >>> programa_de_titulo("Actividad III. 2.1: Programa para proveer de información"), programa_de_titulo("Actividad III. 1")
    ('informacion', 'diseno_acceso')
    """
    plegado = plegar(titulo or "")
    return next((valor for forma, valor in _de_titulo() if forma.search(plegado)), None)


def programa_de_encabezado(texto: str) -> Programa | None:
    """The one programme that a heading in whatever words names; None for a sentence, or when it names none or several.

    >>> programa_de_encabezado("B. COMPLEMENTARIEDAD TERRITORIAL"), programa_de_encabezado("Información general")
    ('complementariedad', None)
    >>> programa_de_encabezado("Tercer programa: información"), programa_de_encabezado("Nota: diseño y acceso")
    ('informacion', None)
    """
    limpio = texto.strip()
    dichas = palabras(limpio).split()
    if not 0 < len(dichas) <= _PALABRAS_DE_ENCABEZADO or limpio[-1] in ".;," or not limpio[0].isalnum():
        return None
    if next((p for p in dichas if not p.isdigit()), "") in _juego("otros"):
        return None
    return programa_nombrado(limpio)


def rotula_programa(texto: str) -> bool:
    """Whether a text opens with the word for a programme, after its own number or ordinal.

    >>> [rotula_programa(t) for t in ("Programa de caminos", "2. Programa de riego", "El programa vence", "Programa cumplido.")]
    [True, True, False, False]
    """
    dichas = [p for p in palabras(texto).split() if not p.isdigit()]
    entero = 1 < len(dichas) <= _PALABRAS_DE_ENCABEZADO and texto.strip()[-1] not in ".;,"
    return entero and dichas[0] in _juego("rotulan")


def programa_nombrado(texto: str) -> Programa | None:
    """The one programme that some words name; None when they name none or several."""
    plegado, dichas = plegar(texto), palabras(texto).split()
    nombrados = [p.valor for p in vocabulario().programas if _nombrado(p, plegado, dichas)]
    return nombrados[0] if len(nombrados) == 1 else None


def _nombrado(programa: EntradaPrograma, plegado: str, dichas: Sequence[str]) -> bool:
    if any(plegar_frase(f) in plegado for f in (*programa.titulos, *programa.encabezados)):
        return True
    suyas = _palabras(programa.valor)
    raices = [tuple(map(palabras, raiz.split("|"))) for raiz in (programa.raices or programa.palabras)]
    if programa.minimo is not None and sum(any(d.startswith(raiz) for d in dichas) for raiz in raices) >= programa.minimo:
        return True
    rotulan, acompanan = _juego("rotulan"), _juego("acompanan")
    for sitio, dicha in enumerate(dichas):
        if dicha in rotulan:
            sigue = next((p for p in dichas[sitio + 1 :] if p not in acompanan and not p.isdigit()), None)
            if sigue in suyas and programa.minimo in (None, 1):
                return True
    return False


@cache
def _juego(lista: Literal["rotulan", "acompanan", "otros"]) -> frozenset[str]:
    return frozenset(palabras(p) for p in getattr(vocabulario(), lista))


def programa_de_fila(texto: str | None) -> Programa | None:
    """The programme that the words in a row's programme column name; None when they name none.

    >>> programa_de_fila("Diseño, acceso y distribución"), programa_de_fila("Otro")
    ('diseno_acceso', None)
    """
    dichas = set(palabras(texto or "").split())
    cuentas = [(len(dichas & _palabras(p.valor)), p.valor) for p in vocabulario().programas]
    mejor = max(cuentas, key=lambda cuenta: cuenta[0], default=(0, None))
    return mejor[1] if mejor[0] else None


@cache
def _palabras(valor: Programa) -> frozenset[str]:
    return frozenset(palabras(escrita) for p in vocabulario().programas if p.valor == valor for escrita in p.palabras)


@cache
def _nombres() -> dict[str, tuple[str, ...]]:
    return {p.valor: p.nombres for p in vocabulario().programas}


def nombres_escritos(valores: Sequence[str]) -> tuple[str, ...]:
    """What a table's ``valores_programa`` stand for: a programme's value for all its names, anything else for itself."""
    return tuple(nombre for valor in valores for nombre in _nombres().get(valor, (valor,)))


def nombre_de_programa(valor: str) -> str:
    """How people call it; the value itself when no list names it.

    >>> nombre_de_programa("diseno_acceso")
    'diseño y acceso'
    """
    return next((p.nombre for p in vocabulario().programas if p.valor == valor), valor)
