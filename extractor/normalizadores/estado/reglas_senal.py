"""Where a listed phrase does not say what it is listed for: "no sólo se", "por parte del municipio", "Lista de asistencia".

A table of exceptions in the order they are asked; the first that holds takes the phrase away, or keeps it for good.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from extractor.normalizadores.estado.oracion import Oracion
from extractor.normalizadores.estado.reglas_verbo import verbo
from extractor.normalizadores.estado.verbos import ALCANCE_TOTALES, INFINITIVO, empieza_como, es_participio, lista, quita_cosas

_ALCANCE_COPULA = 4


class Frase(NamedTuple):
    """A listed phrase at ``inicio`` to ``fin``: its first and last word and the word before it."""

    doc: Oracion
    inicio: int
    fin: int
    primera: str
    ultima: str
    previa: str

    def despues(self, cuantas: int) -> list[str]:
        """The folded words that follow."""
        return [t.norm_ for t in self.doc[self.fin : self.fin + cuantas]]

    def antes(self, cuantas: int) -> list[str]:
        """The folded words that stand before."""
        return [t.norm_ for t in self.doc[max(0, self.inicio - cuantas) : self.inicio]]


class Excepcion(NamedTuple):
    """``empiezan``: first words, or first letters of them, that it is asked of (none: of any); ``quita``: whether it is not said
    here."""

    nombre: str
    empiezan: tuple[str, ...]
    quita: Callable[[Frase], bool]


def vale(doc: Oracion, inicio: int, fin: int) -> bool:
    """Whether the phrase says it here."""
    frase = Frase(doc, inicio, fin, doc[inicio].norm_, doc[fin - 1].norm_, doc[inicio - 1].norm_ if inicio else "")
    return not any(e.quita(frase) for e in EXCEPCIONES if not e.empiezan or frase.primera.startswith(e.empiezan))


def _hay(normas: list[str], clave: str) -> bool:
    return not lista(clave).isdisjoint(normas)


def _en_futuro(f: Frase) -> bool:
    if f.primera == "en" and f.inicio and f.doc[f.inicio - 1].lower_.endswith(("rá", "rán")):
        return True  # "se pondrá en producción"
    sola = f.fin == f.inicio + 1 or f.primera.startswith("disponible")
    return sola and any(n in lista("futuros_auxiliares") or n in ("estar", "quedar") for n in f.antes(2))


def _de_carga(f: Frase) -> bool:
    if f.primera != "se" and not es_participio(f.primera):
        return False
    return any(n in lista("cargas") for n in f.despues(3)) or (
        f.despues(1) in (["del"], ["de"]) and quita_cosas(f.doc, f.fin - 1)
    )


def _ya_en_uso(f: Frase) -> bool:
    despues = f.despues(2)
    return len(despues) > 1 and despues[0] == "a" and (empieza_como(despues[1], "en_regimen") or despues[1].startswith(_USOS))


def _hecho_antes(f: Frase) -> bool:
    """ "Atendidas una por una las solicitudes pendientes": a deed before, or a participle of it that opens the text."""
    abre = es_participio(f.doc[0].norm_) and f.doc[0].norm_ not in lista("no_participios")
    return abre or any(verbo(f.doc, i) == "HECHO" for i in range(f.inicio))


def _recien_hecho(f: Frase) -> bool:
    return any(verbo(f.doc, i) == "HECHO" for i in range(f.fin, min(len(f.doc), f.fin + _ALCANCE_COPULA)))


_USOS = ("recib", "emit", "transmit", "circul", "prest", "reg")


def _de_lista(f: Frase) -> bool:
    return f.fin == f.inicio + 1 and f.primera in ("lista", "listas") and f.despues(1)[:1] in (["de"], [":"])


_ANTE_NOMBRE = frozenset({"", "el", "los", "un", "unos", "dos", "tres", "cuatro", "cinco", "seis", "de", "del", "en"})
_DE_ESTADO = ("pendiente", "pendientes", "lista", "listas")


def _de_otro(f: Frase) -> bool:
    """ "Pendiente" or "lista" said of what something was done to, or denied."""
    pendiente_de = (
        f.fin == f.inicio + 2 and f.primera.startswith("pendiente") and not any(INFINITIVO.fullmatch(n) for n in f.despues(1))
    )
    if f.primera not in _DE_ESTADO or not (pendiente_de or f.fin == f.inicio + 1):
        return False
    if any(n in ("sin", "no", "nada") or n in lista("ninguno") for n in f.antes(ALCANCE_TOTALES)):
        return True
    if f.despues(1) and f.despues(1)[0] in ("fue", "fueron", "ha", "han"):
        return True  # "la actividad pendiente fue ejecutada"
    copula = f.previa in lista("auxiliares_estado") or f.previa in ("", "aun", "todavia", "sigue", "siguen", "ya")
    if copula or not f.doc[f.inicio - 1].is_alpha:
        return False
    return not f.primera.startswith("pendiente") or _hecho_antes(f)


def _baja_de_cosas(f: Frase) -> bool:
    """Whether a thing was written off, and nothing undertaken."""
    return f.ultima == "baja" and not any(t.norm_ in lista("comprometibles", "nombres_de_obra") for t in f.doc)


def _aun_por_venir(f: Frase) -> bool:
    """What is said of a place where it was done."""
    return f.ultima.startswith("proxim") and f.despues(1) == ["a"]


def _proximo_a_empezar(f: Frase) -> bool:
    """ "Está próximo a cumplirse": still to be done, where "próximo a terminar" has begun."""
    return f.ultima == "a" and not any(empieza_como(n, "terminan") for n in f.despues(1))


EXCEPCIONES: tuple[Excepcion, ...] = (
    Excepcion('"ninguna quedó fuera"', (), lambda f: f.previa in lista("ninguno")),
    Excepcion('"sin actividades pendientes"', ("sin",), lambda f: _hay(f.despues(1), "no_importan")),
    Excepcion('"lo comprometido para 2008"', ("compromet", "previst", "programad"), lambda f: f.previa == "lo"),
    Excepcion(
        '"va a medio camino"',
        ("va",),
        lambda f: f.ultima == "a" and not any(n == "ser" or INFINITIVO.fullmatch(n) for n in f.despues(1)),
    ),
    Excepcion('"recién en agosto se firmó"', ("recien",), _recien_hecho),
    Excepcion('"debiera haberse hecho"', ("debier",), lambda f: f.despues(1) in (["haber"], ["haberse"])),
    Excepcion('"nunca faltaron"', ("falt",), lambda f: f.previa in lista("negaciones")),
    Excepcion('"estará operativo": the future says it', (), _en_futuro),
    Excepcion('"se suspendió el cobro": done, not undone', (), _de_carga),
    Excepcion('"no queda pendiente"', ("queda", "esta", "siguen"), lambda f: f.previa in ("no", "nada")),
    Excepcion('"no hubo problemas"', ("no",), lambda f: f.primera == "no" and _hay(f.despues(ALCANCE_TOTALES), "no_importan")),
    Excepcion(
        '"a la fecha se han dictado todos"',
        (),
        lambda f: f.ultima in ("han", "ha") and any(n in ("todos", "todas", "totalidad") for n in f.despues(_ALCANCE_COPULA)),
    ),
    Excepcion(
        '"con más de la mitad de empresarias"',
        ("la", "gran", "un", "dos", "tres"),
        lambda f: f.primera in ("la", "gran", "un", "dos", "tres") and "con" in f.antes(3),
    ),
    Excepcion('"en la avanzada", a place', ("avanzad",), lambda f: f.previa in ("la", "esta", "una", "el", "esa")),
    Excepcion('"se hizo lo imposible"', ("imposible",), lambda f: f.previa == "lo"),
    Excepcion('"empezó a recibir público": in use', ("empez", "comenz", "inici"), _ya_en_uso),
    Excepcion('"cada una de las diez"', ("un",), lambda f: f.previa == "cada"),
    Excepcion('"al menos la mitad"', ("menos",), lambda f: f.previa in ("al", "lo", "o", "mas")),
    Excepcion('"es una de las brechas": what it is', ("un",), lambda f: f.previa in ("es", "son", "era", "como", "constituye")),
    Excepcion(
        '"se ensayará en coordinación con Onemi": with whom',
        ("en",),
        lambda f: f.ultima == "coordinacion" and f.despues(1) == ["con"] and any(verbo(f.doc, i) for i in range(f.inicio)),
    ),
    Excepcion('"se dio de baja el vehículo": a thing, not what was undertaken', ("se", "de"), _baja_de_cosas),
    Excepcion('"la próxima a inaugurarse biblioteca": which one', ("en",), _aun_por_venir),
    Excepcion('"está próximo a cumplirse": to come', ("proxim",), _proximo_a_empezar),
    Excepcion('"por parte del municipio"', ("parte",), lambda f: f.previa in ("por", "de", "forma", "forman", "la", "mayor")),
    Excepcion('"puesta en marcha"', ("en",), lambda f: f.ultima == "marcha" and f.previa.startswith(("pu", "pon"))),
    Excepcion(
        '"la mayor parte de las asistentes fueron mujeres"',
        ("la", "gran", "parte"),
        lambda f: f.primera in ("la", "gran", "parte") and not {"son", "fueron", "eran"}.isdisjoint(f.despues(_ALCANCE_COPULA)),
    ),
    Excepcion('"Operativos de pago": a noun', ("operativo",), lambda f: f.previa in _ANTE_NOMBRE and f.despues(1)[:1] != ["."]),
    Excepcion('"Lista de asistencia"', ("lista",), _de_lista),
    Excepcion('"no sólo se"', ("solo", "solamente", "unicamente"), lambda f: f.previa == "no"),
    Excepcion('"sin tareas pendientes"', ("pendiente", "lista"), _de_otro),
)
