"""A cell of responsibles cut into stretches: units, roles, persons. Here it is decided what joins and what belongs."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from extractor.normalizadores.aperturas_unidad import aperturas, fin_apertura
from extractor.normalizadores.celda import Celda, Tramo
from extractor.normalizadores.componentes_cargo import ABREVIADO
from extractor.normalizadores.personas_cargo import CONOCIDA, INICIAL, es_nombre, nombres, preposiciones
from extractor.normalizadores.pieza_responsable import Pieza, Tipo, texto_de
from extractor.normalizadores.separadores_responsable import ARTICULOS, SEPARADORES, inicios_servicio, separador_antes, titulos
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import cargos, unidades


class _Corte:
    """The walk over the tokens of one cell: what is open, and where the next stretch begins."""

    def __init__(self, doc: Celda) -> None:
        self.doc = doc
        self.normas: list[str] = doc.normas
        self.roles = {s.start: s for s in doc.roles}
        self.personas = {s.start: s for s in doc.personas}
        self.propios, self.servicios = inicios_servicio(doc)
        self.piezas: list[Pieza] = []
        self.abierta: Pieza | None = None

    def andar(self) -> list[Pieza]:
        """The stretches in order; blank ones dropped."""
        salto, titulo = 0, False
        for indice in range(len(self.doc)):
            if indice < salto:
                continue
            token = self.doc[indice]
            if self._es_titulo(indice):
                self._cerrar(separador_antes(self.doc, indice, self._piso())[1])
                titulo = True
                continue
            if token.is_space or self.normas[indice] in SEPARADORES or (token.is_punct and indice not in self.roles):
                continue
            tipo = self._tipo_en(indice, titulo)
            if tipo is None:
                salto = fin_apertura(self.normas, indice)
                continue
            titulo = False
            salto = self._abrir(tipo, indice)
        self._cerrar(len(self.doc))
        return [p for p in self.piezas if texto_de(self.doc, p)]

    def _piso(self) -> int:
        """Where what may part the next stretch from the open one begins."""
        return self.abierta.rol_fin if self.abierta is not None and self.abierta.tipo == "cargo" else 0

    def _es_titulo(self, indice: int) -> bool:
        token = self.doc[indice]
        corta = token.norm_.rstrip(".")
        if corta not in titulos():
            return False
        siguiente = next((t for t in self.doc[indice + 1 : indice + 3] if t.text != "."), None)
        con_punto = token.text.endswith(".") or (indice + 1 < len(self.doc) and self.doc[indice + 1].text == ".")
        nombrado = siguiente is not None and siguiente.norm_ in nombres()
        return (
            siguiente is not None
            and (siguiente.text[:1].isupper() or nombrado)
            and (con_punto or nombrado or len(corta) > 2)
            and not (token.text.isupper() and len(token.text) == 2 and not nombrado)
        )

    def _cerrar(self, hasta: int) -> None:
        if self.abierta is not None:
            propia = [t.text for t in self.doc[self.abierta.inicio : hasta]]
            if hasta < len(self.doc) and self.doc[hasta].text == ")" and propia.count("(") > propia.count(")"):
                hasta += 1  # the bracket is of the name
            self.piezas.append(
                replace(self.abierta, fin=min(hasta, self.abierta.fin) if self.abierta.tipo == "persona" else hasta)
            )
            self.abierta = None

    def _abrir(self, tipo: Tipo, indice: int) -> int:
        """Closes what is open, opens a stretch of ``tipo`` at ``indice``; returns where the walk goes on."""
        separador, desde = separador_antes(self.doc, indice, self._piso())
        self._cerrar(desde)
        spans: dict[str, dict[int, Tramo]] = {"persona": self.personas, "cargo": self.roles, "abreviado": self.roles}
        span = spans[tipo].get(indice) if tipo in spans else None
        fin = span.end if span is not None else fin_apertura(self.normas, indice)
        self.abierta = Pieza(tipo, indice, fin, separador, fin)
        if tipo != "cargo":
            return fin
        mandada = self._mandada(fin)
        if mandada is None:
            return fin
        self.piezas.append(replace(self.abierta, fin=fin))
        salto = fin_apertura(self.normas, mandada)
        self.abierta = Pieza("unidad", mandada, salto, "", salto)
        return salto

    def _mandada(self, indice: int) -> int | None:
        """Where the unit that a role is in charge of begins, right after it ("Jefa (de la) Unidad de Riego"); None if none."""
        lugar = indice
        while lugar < len(self.doc) and self.normas[lugar] in ("de", "del", *ARTICULOS):
            lugar += 1
        if lugar >= len(self.doc):
            return None
        despues = fin_apertura(self.normas, lugar)
        if lugar in self.propios and self.doc[lugar].text[:1].isupper():
            return lugar
        abre = self.normas[lugar].rstrip(".") in aperturas("mandadas") or despues > lugar + 1
        entera = despues > lugar + 1
        if despues < len(self.doc) and self.doc[despues].text == ".":
            despues += 1
        if entera and (despues >= len(self.doc) or self.normas[despues] in SEPARADORES or self.doc[despues].is_space):
            return lugar  # "Direcciones Regionales" is whole
        sigue = despues < len(self.doc) and not self.doc[despues].is_space and not self.doc[despues].is_punct
        return lugar if abre and sigue and self.normas[despues] not in SEPARADORES else None

    def _tipo_en(self, indice: int, titulo: bool) -> Tipo | None:
        """The kind of the stretch that begins at ``indice``; None when what is open goes on."""
        separador, _ = separador_antes(self.doc, indice, self._piso())
        if indice in self.personas and self._es_persona(indice, separador, titulo):
            return "persona"
        if titulo and indice not in self.roles and es_nombre(self.doc[indice]):
            return "persona"  # "Sr. Troncoso"
        if indice in self.roles and self._corta_rol(indice, separador):
            return "abreviado" if self.roles[indice].label_ == ABREVIADO else "cargo"
        if self.abierta is None or self._corta_unidad(indice, separador):
            return "unidad"
        return None

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
            ante_rol = self._sigue(span.end) in self.roles
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
            return not (doble and separador in ("y", "e", ",") and self.doc[indice].is_lower)
        tras_apertura = self.abierta.tipo == "unidad" and indice == self.abierta.inicio + 1  # "Comité Consultor"
        if self.normas[indice] in _adjetivos() or tras_apertura or self._cualifica(indice):
            return False
        return self.doc[indice].text[:1].isupper()

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
        norma, previa = self.normas[indice].rstrip("."), self.normas[indice - 1]
        fuerte = norma in aperturas("fuertes") or fin_apertura(self.normas, indice) > indice + 1
        if separador:
            if fuerte or indice in self.propios:
                return True
            if indice in self.servicios and abierta.tipo == "unidad" and abierta.inicio in self.servicios:
                return True
            suelta = separador == "/" and self.doc[indice - 1].is_space is False and self._barra_suelta(indice)
            if suelta and self.doc[indice].text[:1].isupper():
                return True
            debil = norma in aperturas("debiles")
            seguida = indice + 1 < len(self.doc) and not self.doc[indice + 1].is_punct
            plural = norma.endswith("s") and separador in ("y", "e")
            return debil and seguida and not plural and separador not in ("-", "(")
        enlaza = previa in {plegar_frase(e) for e in unidades().enlazan}
        tras_rol = abierta.tipo in ("cargo", "abreviado") and indice == abierta.rol_fin
        tras_apertura = previa.rstrip(".") in aperturas("fuertes") | aperturas("debiles") and indice - 1 == abierta.inicio
        return fuerte and self.doc[indice].text[:1].isupper() and not (enlaza or tras_rol or tras_apertura)

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
def _adjetivos() -> frozenset[str]:
    from extractor.vocabularios.responsables import formas_de_adjetivo

    return frozenset(formas_de_adjetivo()) - frozenset({"asesor", "asesora", "asesores", "asesoras"})


@cache
def _tras_sustantivo() -> frozenset[str]:
    return frozenset(map(plegar_frase, cargos().tras_sustantivo))


def piezas_de(doc: Celda) -> list[Pieza]:
    """The cell cut into stretches, in order; blank ones dropped."""
    return _Corte(doc).andar()
