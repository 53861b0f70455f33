"""The grade of stage 4 written in prose: "avance mayor", "avance menor", no advance at all, or that it does not apply."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from extractor.comun.texto import blancos
from extractor.modelo.valores import Certeza, Grado
from extractor.normalizadores.estado.palabras_cortadas import eje_junto
from extractor.normalizadores.estado.reparo import reparado
from extractor.vocabularios.base import alternativas, plegar_frase
from extractor.vocabularios.estados import vocabulario
from extractor.vocabularios.grados_marcados import ORDEN_GRADO, el_menor, leer_opciones, partir_opciones

if TYPE_CHECKING:
    from spacy.tokens import Span

@cache
def _sin_aplicar() -> re.Pattern[str]:
    return re.compile(rf"[\W_]*(?:{alternativas(vocabulario().grados.enteras_no_aplica)})[\W_]*")


_LARGO_NO_APLICA = 80
_LARGO_PARTIDO = 14
_NO_PARTIDO = re.compile(r"n ?o ?a ?p ?l ?i ?c ?a")
"""A reading that parts the words ("No apl ica")."""


_ROTULO = re.compile(
    r"^\W*(?:grado|nivel|evaluacion|avance|calificacion|estado)(?:\s+(?:de|del|general|logrado|avance|cumplimiento|alcanzado))*\s*:\s*"
)
_SIN_EVALUAR = re.compile(
    r"\W*(?:no (?:corresponde|procede|aplica|cabe) (?:evaluar|calificar|medir|informar|asignar|consignar|pronunciarse)\b[^.;]*\W*"
    r"|no (?:es )?aplicables?\W*|no (?:es )?aplicables? (?:a|al|en|para)\b[^.;]*\W*)$"
)
"""The grade is not to be given here ("No corresponde evaluar avance en esta región")."""


def _no_aplica(texto: str) -> bool:
    """Whether the whole field is "No aplica", alone or with the reason after a stop or to whom ("No aplica a esta oficina")."""
    plegado = plegar_frase(texto)
    plegado = _ROTULO.sub("", plegado)
    if _sin_aplicar().fullmatch(plegado) or (_SIN_EVALUAR.match(plegado) is not None and len(plegado) <= _LARGO_NO_APLICA):
        return True
    if len(plegado) <= _LARGO_PARTIDO and _sin_aplicar().fullmatch(_NO_PARTIDO.sub("no aplica", plegado)):
        return True
    seguido = re.match(
        r"[\W_]*(?:no aplica(?:n|ble)?|n[/.]a|improcedente)\.?(?:\s*[.,;:(–-]|\s+(?:a|al|en|para|por)\s)"
        r"|[\W_]*no (?:corresponde|procede)(?:\s*[.,;:(–-]|\s+(?:a|en|para)\s+(?:est[ea]|la|el|nuestr[oa])\s)",
        plegado,
    )
    return seguido is not None and len(plegado) <= _LARGO_NO_APLICA and "avance" not in plegado


_GUION = re.compile(r"\.\s*-(?=\s|$)|(?<=[a-z])-$")
"""The dash that officials put after a full stop ("Avance menor.- Los compromisos ...")."""


def buscar_grado(textos: Sequence[str], anio: int | None = None) -> tuple[Grado, tuple[str, ...]]:
    """The grade written in the fields of a section and its phrases as written, in order; ("SIN_DATO", ()) when none is. ``anio``:
    the report's year; what is said of an earlier one is no grade of it.

    >>> buscar_grado(["El avance es menor. Taller para el adulto mayor"])
    ('MENOR', ('avance es menor',))
    """
    grado, frases, _ = razonar_grado(textos, anio)
    return grado, frases


def razonar_grado(textos: Sequence[str], anio: int | None = None) -> tuple[Grado, tuple[str, ...], Certeza]:
    """As ``buscar_grado``, with how sure the grade is: "dudosa" when a word of its sentence may make it another's, a wish or a
    thing taken back.

    >>> razonar_grado(["El avance es menor"])[2], razonar_grado(["Club Deportivo Avance Menor"])[2]
    ('alias', 'dudosa')
    """
    escritos = [_GUION.sub(". ", t) for t in textos if t.strip()]
    opciones = leer_opciones(escritos[0]) if len(escritos) == 1 else None
    if opciones is not None:
        return opciones.grado, opciones.escritos, "alias"
    partido = partir_opciones(escritos)
    if partido.listas:
        return _con_opciones([(o.grado, o.escritos) for o in partido.listas], _razonar_prosa(list(partido.prosa), anio))
    return _razonar_prosa(escritos, anio)


def _con_opciones(
    listas: Sequence[tuple[Grado, tuple[str, ...]]], prosa: tuple[Grado, tuple[str, ...], Certeza]
) -> tuple[Grado, tuple[str, ...], Certeza]:
    """The grade marked in the form's list together with the one that the prose writes: of two the lower."""
    marcados = [grado for grado, _ in listas if grado != "SIN_DATO"]
    frases = tuple(frase for _, escritas in listas for frase in escritas)
    if not marcados:
        return prosa
    dichos = [prosa[0]] if prosa[0] in ORDEN_GRADO else []
    return el_menor([*marcados, *dichos]), (*frases, *(prosa[1] if dichos else ())), "alias"


def _razonar_prosa(escritos: list[str], anio: int | None) -> tuple[Grado, tuple[str, ...], Certeza]:
    arreglados = [reparado(eje_junto(t), hasta=_PALABRAS_GRADO) if len(t) <= _LARGO_GRADO else t for t in escritos]
    leido = _buscar(escritos, anio)
    return leido if leido[0] != "SIN_DATO" or arreglados == escritos else _buscar(arreglados, anio)


_PALABRAS_GRADO, _LARGO_GRADO = 8, 60
"""Slips are repaired in the first words of a short cell, where nothing but the grade is written."""


def _buscar(escritos: list[str], anio: int | None = None) -> tuple[Grado, tuple[str, ...], Certeza]:
    if escritos and all(_no_aplica(t) for t in escritos):
        return "NO_APLICA", tuple(blancos(t) for t in escritos), "alias"
    sola = plegar_frase(" ".join(escritos)).strip(" .:;()")
    if sola in _solas():
        return _solas()[sola], (blancos(escritos[0]),), "alias"
    cada = [_grados_de(t) for t in escritos]
    hallados = [(g, frase) for grados, _ in cada for g, frase, suyo in grados if not (suyo and anio and suyo < anio)]
    if not hallados:
        return "SIN_DATO", (), "dudosa"
    presentes = {grado for grado, _ in hallados}
    certeza: Certeza = "alias" if all(explicado for _, explicado in cada) else "dudosa"
    return next(g for g in ORDEN_GRADO if g in presentes), tuple(frase for _, frase in hallados), certeza


@cache
def _solas() -> dict[str, Grado]:
    """The grade after its label, and nothing else; a bare "Mayor" is no grade."""
    propias = {f.grado: f.palabras[0] for f in vocabulario().grados.formas if f.grado in ("MAYOR", "MENOR")}
    return {
        f"{antes}{plegar_frase(p)}": grado for grado, p in propias.items() for antes in ("grado ", "grado: ", "nivel ", "nivel: ")
    }


@lru_cache(maxsize=4096)
def _grados_de(texto: str) -> tuple[tuple[tuple[Grado, str, int | None], ...], bool]:
    """The grades of a text, each with its words and the year that they are said of, if any, and whether all that is said of
    them is accounted for."""
    from extractor.normalizadores.estado.certeza_grado import grado_explicado
    from extractor.normalizadores.estado.componentes_grado import CLAVE
    from extractor.normalizadores.lengua import analizar

    if "avan" not in plegar_frase(texto):
        return (), True
    grados: dict[str, Grado] = {grado: grado for grado in ORDEN_GRADO}
    doc = analizar(texto, "grado")
    marcas = [s for s in doc.spans[CLAVE] if not _de_otra_vez(s)]
    dichos = tuple((grados[s.label_], blancos(s.text), _de_que_anio(s)) for s in marcas)
    return dichos, grado_explicado(doc, marcas)


def _de_otra_vez(marca: Span) -> bool:
    """ "En la evaluación anterior se indicó avance menor": the sentence opens with another time."""
    doc = marca.doc
    inicio = next((i + 1 for i in range(marca.start - 1, -1, -1) if doc[i].text in ".;" or "\n" in doc[i].text), 0)
    normas = [t.norm_ for t in doc[inicio : inicio + 4]]
    return normas[:1] == ["en"] and normas[3:] in (["anterior"], ["pasado"], ["pasada"]) and inicio + 3 < marca.start


_LIGAN_ANIO = frozenset({"en", "de", "del", "durante", "el", "ano"})
_ANIO = re.compile(r"(?:19|20)\d\d")
_PALABRAS_DE_ANIO = 3
"""Words between a grade and the year it is said of ("menor en el año 2006", "en 2006 el avance")."""


def _de_que_anio(marca: Span) -> int | None:
    """The year that a grade is said of, right before it or right after it."""
    doc = marca.doc
    despues = list(doc[marca.end : marca.end + _PALABRAS_DE_ANIO + 1])
    antes = list(doc[max(0, marca.start - _PALABRAS_DE_ANIO) : marca.start])[::-1]
    for vecinas in (despues, antes):
        ligadas = next((i for i, t in enumerate(vecinas) if t.norm_ not in _LIGAN_ANIO), 0)
        if ligadas and _ANIO.fullmatch(vecinas[ligadas].norm_):
            sitio = vecinas[ligadas].i
            varios = vecinas is despues and any(_ANIO.fullmatch(t.norm_) for t in doc[sitio + 1 : sitio + 3])
            return None if varios else int(vecinas[ligadas].norm_)
    return None
