"""What begins at a word of a cell of responsibles: a person, a role, a unit or nothing, by what is open and stands around it."""

from __future__ import annotations

from functools import cache

from extractor.normalizadores.letras.aperturas_unidad import aperturas, enlazan, fin_apertura
from extractor.normalizadores.responsable.celda import Celda, Tramo
from extractor.normalizadores.responsable.personas_cargo import CONOCIDA, INICIAL, nombres, preposiciones
from extractor.normalizadores.responsable.pieza import Pieza
from extractor.normalizadores.responsable.separadores import ARTICULOS, SEPARADORES, inicios_servicio
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import cargos, formas_de_adjetivo, formas_de_cargo


class Comienzos:
    """The stretches of a cell so far: ``piezas`` closed, ``abierta`` still open; ``previo``, the separator last met and where
    it begins."""

    def __init__(self, doc: Celda) -> None:
        self.doc = doc
        self.normas: list[str] = doc.normas
        self.roles = {s.start: s for s in doc.roles}
        self.personas = {s.start: s for s in doc.personas}
        self.propios, self.servicios = inicios_servicio(doc)
        self.piezas: list[Pieza] = []
        self.abierta: Pieza | None = None
        self.previo = ("", 0)

    def _piso(self) -> int:
        """Where what may part the next stretch from the open one begins."""
        return self.abierta.rol_fin if self.abierta is not None and self.abierta.tipo == "cargo" else 0

    def _es_persona(self, indice: int, separador: str, titulo: bool) -> bool:
        """Whether the run of name words is a person, by its label and what stands around it."""
        span, abierta = self.personas[indice], self.abierta
        if titulo:
            return True
        de_rol = abierta is not None and abierta.tipo in ("cargo", "abreviado")
        previa = self.normas[indice - 1] if indice else ""
        if span.label_ in (CONOCIDA, INICIAL):
            if abierta is None or separador or abierta.tipo == "persona":
                return span.label_ == CONOCIDA or abierta is None or self._entera(span, separador)
            if abierta.tipo == "unidad":
                return self._tras_unidad(abierta, indice, previa)
            complemento = de_rol and indice - abierta.rol_fin >= 2
            return (
                de_rol and (previa not in preposiciones() or complemento) and not (previa in preposiciones() and not complemento)
            )
        if not self._termina(span.end) or any(t.norm_ in ("de", "del") for t in self.doc[span.start : span.end]):
            return False  # of names no one knows, one with "de" is a thing's or a place's ("Valle del Choapa")
        if de_rol and abierta is not None:
            return (bool(separador) and separador not in ("y", "e")) or indice == abierta.rol_fin
        if abierta is None or separador:
            ante_rol = self._sigue(span.end) in self.roles and not self._con_titular(self._sigue(span.end))
            junto_a_persona = (
                bool(self.piezas or abierta) and self._ultima() == "persona" and separador in ("y", "e", "/", ",", "\n")
            )
            sola = abierta is None and not self.piezas and span.end - span.start >= 3 and self._sigue(span.end) >= len(self.doc)
            return ante_rol or junto_a_persona or sola
        return False

    def _tras_unidad(self, abierta: Pieza, indice: int, previa: str) -> bool:
        """Whether a known given name that runs on after a unit's name begins a person ("Unidad Jurídica Ana Soto")."""
        servicio = abierta.inicio in self.propios  # "DIRPLAN Mario Ruiz"
        abre = servicio or self.normas[abierta.inicio].rstrip(".") in aperturas("internas")
        propio = self.doc[indice].norm_ in nombres() and previa not in preposiciones() and previa not in cargos().particulas
        return abre and propio and indice > abierta.inicio + (0 if servicio else 1) and self._termina(self.personas[indice].end)

    def _con_titular(self, indice: int) -> bool:
        """Whether the role at ``indice`` tells after a colon who holds it: what stands before it is where ("Fomento - Jefa: Ana
        Ríos")."""
        fin = self.roles[indice].end
        dos_puntos = fin < len(self.doc) and self.doc[fin].text == ":"
        return dos_puntos and self._sigue(fin) in self.personas

    def _ultima(self) -> str:
        return self.abierta.tipo if self.abierta is not None else self.piezas[-1].tipo if self.piezas else ""

    def _entera(self, span: Tramo, separador: str) -> bool:
        return bool(separador) and self._termina(span.end)

    def _termina(self, fin: int) -> bool:
        """Whether the stretch ends there: a separator, a role or nothing follows."""
        if fin >= len(self.doc):
            return True
        return self.doc[fin].is_space or self.doc[fin].is_punct or self.normas[fin] in SEPARADORES or fin in self.roles

    def _sigue(self, fin: int) -> int:
        """The next token that is neither space nor separator."""
        while fin < len(self.doc) and (self.doc[fin].is_space or self.doc[fin].is_punct):
            fin += 1
        return fin

    def _corta_rol(self, indice: int, separador: str) -> bool:
        """A role in lower case inside a unit's name ("equipo asesor") does not cut, nor a word that is also an adjective
        ("Departamento Técnico"); after a separator or a person every one does."""
        if self.abierta is None or self.abierta.tipo == "persona":
            return True
        if separador:
            doble = self.roles[indice].end == indice + 1 and self.normas[indice] in _adjetivos()
            en_lista = doble and separador in ("y", "e", ",")
            return not (en_lista and (self.doc[indice].is_lower or self._concuerda(indice)))
        tras_apertura = self.abierta.tipo == "unidad" and indice == self.abierta.inicio + 1  # "Comité Consultor"
        tras_apertura = tras_apertura and self.abierta.inicio not in self.propios
        if self.abierta.tipo == "unidad" and self.normas[indice] != self.doc[indice].norm_ and not self._sigue_algo(indice):
            return False  # a word of the name that is near a role's ("Sociedad Gestar Limitada")
        if self._nombra_lugar(indice) or (self.abierta.tipo == "unidad" and self._es_de_la_unidad(indice)):
            return False
        if self.normas[indice] in _adjetivos() or tras_apertura or self._cualifica(indice):
            return False
        return self.doc[indice].text[:1].isupper()

    def _es_de_la_unidad(self, indice: int) -> bool:
        """Whether the role is whose office it is ("Oficina de la Directora"), or the second word for who works in it ("Equipo de
        Profesionales Asesores")."""
        previa, antes = self.normas[indice - 1], self.normas[indice - 2] if indice > 1 else ""
        suya = previa in ARTICULOS and antes == "de" and indice - 3 == (self.abierta.inicio if self.abierta else -1)
        return suya or (previa in formas_de_cargo() and previa.endswith("s") and self.normas[indice].endswith("s"))

    def _concuerda(self, indice: int) -> bool:
        """Whether the word agrees with the adjective before "y" that is the open unit's name ("Unidad Técnica y Administrativa"),
        and no person or subject of its own follows."""
        previo = indice - 2
        if self.abierta is None or self.abierta.tipo != "unidad" or previo <= self.abierta.inicio:
            return False
        nombre = self.normas[previo].rstrip("s")
        suelto = self.normas[previo - 1] not in preposiciones() | frozenset(ARTICULOS)
        fin = self.roles[indice].end
        propio = fin < len(self.doc) and (self.normas[fin] in preposiciones() or self._sigue(fin) in self.personas)
        return suelto and nombre[-1:] == self.normas[indice].rstrip("s")[-1:] and not propio

    def _nombra_lugar(self, indice: int) -> bool:
        """Whether the role at ``indice``, with a surname after it to the end, is the name of the place of an office that has no
        other ("Oficina Provincial Capitán Prat")."""
        if self.abierta is None or self.abierta.tipo != "unidad" or self.normas[indice] not in _nombran_lugares():
            return False
        sin_nombre = all(self.normas[i] in _adjetivos() for i in range(self.abierta.inicio + 1, indice))
        fin = self.roles[indice].end
        return sin_nombre and fin < len(self.doc) and self.doc[fin].text[:1].isupper() and self._termina(fin + 1)

    def _sigue_algo(self, indice: int) -> bool:
        """Whether the role at ``indice`` is alone to its end, or goes on with an adjective, a subject or a person."""
        fin = self.roles[indice].end
        if fin > indice + 1 or self._termina(fin):
            return True
        return self.normas[fin] in preposiciones() or fin in self.personas

    def _cualifica(self, indice: int) -> bool:
        """Whether a role that is also an adjective says of what kind the noun right before it is ("Unidad de Inspección
        Fiscal"): they agree in number, the noun is the unit's matter and no adjective ("Unidad Jurídica Fiscal"), and the
        role has neither holder nor complement."""
        rol = self.roles[indice]
        en_unidad = self.abierta is not None and self.abierta.tipo == "unidad"
        if not en_unidad or rol.end != indice + 1 or self._sigue(rol.end) in self.personas:
            return False
        norma, previa = self.normas[indice], self.normas[indice - 1]
        nombrado = indice >= 2 and self.normas[indice - 2] in preposiciones() | frozenset(ARTICULOS) and previa.isalpha()
        concuerda = previa.endswith("s") == norma.endswith("s")
        complemento = rol.end < len(self.doc) and self.normas[rol.end] in preposiciones()
        return norma in _tras_sustantivo() and nombrado and concuerda and not complemento

    def _corta_unidad(self, indice: int, separador: str) -> bool:
        """Whether a unit begins at ``indice``: always after a person or a line break, else by what opens it there."""
        abierta = self.abierta
        if abierta is None or abierta.tipo == "persona" or separador in ("\n", ";", "."):
            return True
        propia = self.doc[indice].text[:1].isupper()
        if not separador and not propia:
            return False
        norma, previa = self.normas[indice].rstrip("."), self.normas[indice - 1]
        fuerte = norma in aperturas("fuertes") or fin_apertura(self.normas, indice) > indice + 1
        if separador:
            if self._entre_parentesis(indice):
                return False  # "Unidad de Control (UCG)"
            if fuerte or indice in self.propios:
                return True
            if indice in self.servicios and abierta.tipo == "unidad" and abierta.inicio in self.servicios:
                return True
            suelta = separador == "/" and self.doc[indice - 1].is_space is False and self._barra_suelta(indice)
            if suelta and propia:
                return True
            debil = norma in aperturas("debiles")
            seguida = indice + 1 < len(self.doc) and not self.doc[indice + 1].is_punct
            plural = norma.endswith("s") and separador in ("y", "e")
            return debil and seguida and not plural and separador not in ("-", "(")
        enlaza = previa in enlazan()
        tras_rol = abierta.tipo in ("cargo", "abreviado") and indice == abierta.rol_fin
        tras_apertura = previa.rstrip(".") in _comienzan() and indice - 1 == abierta.inicio
        return fuerte and not (enlaza or tras_rol or tras_apertura)

    def _entre_parentesis(self, indice: int) -> bool:
        """Whether one acronym stands alone in brackets there, right after the open unit's name."""
        solo = 0 < indice < len(self.doc) - 1 and self.doc[indice - 1].text == "(" and self.doc[indice + 1].text == ")"
        return solo and self.doc[indice].text.isupper() and self.abierta is not None and self.abierta.tipo == "unidad"

    def _barra_suelta(self, indice: int) -> bool:
        """Whether the slash before ``indice`` has spaces on both sides ("Control de Gestión / DIPLAN")."""
        barra = next((t for t in reversed(self.doc[:indice]) if not t.is_space), None)
        return (
            barra is not None
            and barra.text == "/"
            and bool(barra.whitespace_)
            and barra.i > 0
            and bool(self.doc[barra.i - 1].whitespace_)
        )


@cache
def _comienzan() -> frozenset[str]:
    """What begins a unit's name, acronyms too ("DOM Municipalidad de Ránquil")."""
    return aperturas("fuertes", "debiles", "siglas_unidad")


@cache
def _adjetivos() -> frozenset[str]:
    return frozenset(formas_de_adjetivo()) - frozenset({"asesor", "asesora", "asesores", "asesoras"})


@cache
def _nombran_lugares() -> frozenset[str]:
    return frozenset(map(plegar_frase, cargos().nombran_lugares))


@cache
def _tras_sustantivo() -> frozenset[str]:
    return frozenset(map(plegar_frase, cargos().tras_sustantivo))
