"""A cell of responsibles cut into stretches: the walk over its words that opens and closes units, roles and persons."""

from __future__ import annotations

from extractor.normalizadores.letras.aperturas_unidad import aperturas, fin_apertura
from extractor.normalizadores.responsable.apellido_suelto import apellido_suelto
from extractor.normalizadores.responsable.celda import Celda, Tramo
from extractor.normalizadores.responsable.comienzos import Comienzos
from extractor.normalizadores.responsable.componentes_cargo import ABREVIADO
from extractor.normalizadores.responsable.mandadas import unidad_mandada
from extractor.normalizadores.responsable.personas_cargo import es_nombre, nombres
from extractor.normalizadores.responsable.pieza import Pieza, Tipo, vacia
from extractor.normalizadores.responsable.separadores import ARTICULOS, SEPARADORES, separador_antes, titulos


class _Corte(Comienzos):
    """The walk over the tokens of one cell."""

    def andar(self) -> list[Pieza]:
        """The stretches in order; blank ones dropped."""
        salto, titulo = 0, False
        for indice in range(len(self.doc)):
            if indice < salto:
                continue
            token = self.doc[indice]
            if self._es_titulo(indice) and not self._de_la_casa(indice):
                self._cerrar(separador_antes(self.doc, indice, self._piso())[1])
                titulo = True
                continue
            if self._enlaza_persona(indice):
                self._cerrar(indice)
                salto = self._sin_articulo(indice + 1)
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
        return self._con_parentesis([p for p in self.piezas if not vacia(self.doc, p)])

    def _con_parentesis(self, piezas: list[Pieza]) -> list[Pieza]:
        """The stretches with what brackets say of a unit ("Unidad de Control (UCG)", "SERNAM (Dirección Regional)") made part of
        it."""
        salida: list[Pieza] = []
        for pieza in piezas:
            previa = salida[-1] if salida else None
            cierre = self._cierre(pieza) if previa is not None and previa.tipo == "unidad" else None
            if cierre is None or previa is None:
                salida.append(pieza)
                continue
            salida[-1] = previa._replace(fin=cierre + 1)
        return salida

    def _cierre(self, pieza: Pieza) -> int | None:
        """Where the bracket closes that holds this unit alone; None when none does."""
        if pieza.tipo != "unidad" or pieza.tras != "(":
            return None
        fin = pieza.fin - 1 if self.doc[pieza.fin - 1].text == ")" else pieza.fin
        cierra = fin < len(self.doc) and self.doc[fin].text == ")" and self.doc[pieza.inicio - 1].text == "("
        return fin if cierra else None

    def _enlaza_persona(self, indice: int) -> bool:
        """Whether "de" stands there between a person and the unit it is of ("Ana Ríos del Depto. Jurídico")."""
        abierta = self.abierta
        if abierta is None or abierta.tipo != "persona" or indice < abierta.fin or self.normas[indice] not in ("de", "del"):
            return False
        lugar = self._sin_articulo(indice + 1)
        norma = self.normas[lugar].rstrip(".") if lugar < len(self.doc) else ""
        return lugar in self.propios or norma in aperturas("mandadas", "fuertes")

    def _sin_articulo(self, indice: int) -> int:
        return indice + 1 if indice < len(self.doc) and self.normas[indice] in ARTICULOS else indice

    def _de_la_casa(self, indice: int) -> bool:
        """Whether the title right after an institution is of whom it is called after ("Hospital Dr. Hernán Pizarro")."""
        abierta = self.abierta
        if self.piezas or self.normas[indice].rstrip(".") not in ("dr", "dra"):
            return False
        corrida = abierta is not None and abierta.tipo == "unidad" and abierta.fin == indice
        return abierta is not None and corrida and self.normas[abierta.inicio] in aperturas("debiles") - aperturas("internas")

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
            propia = [t.text for t in self.doc[self.abierta.inicio : hasta]] if ")" in self.doc.text else []
            if hasta < len(self.doc) and self.doc[hasta].text == ")" and propia.count("(") > propia.count(")"):
                hasta += 1  # the bracket is of the name
            while self.doc[hasta - 1].text == ")" and propia.count(")") > propia.count("("):
                hasta, propia = hasta - 1, propia[:-1]
            tipo, inicio, fin, tras, rol_fin = self.abierta
            self.piezas.append(Pieza(tipo, inicio, min(hasta, fin) if tipo == "persona" else hasta, tras, rol_fin))
            self.abierta = None

    def _abrir(self, tipo: Tipo, indice: int) -> int:
        """Closes what is open, opens a stretch of ``tipo`` at ``indice``; returns where the walk goes on."""
        separador, desde = self.previo
        self._cerrar(desde)
        spans: dict[str, dict[int, Tramo]] = {"persona": self.personas, "cargo": self.roles, "abreviado": self.roles}
        span = spans[tipo].get(indice) if tipo in spans else None
        fin = span.end if span is not None else fin_apertura(self.normas, indice)
        self.abierta = Pieza(tipo, indice, fin, separador, fin)
        if tipo != "cargo":
            return fin
        mandada = unidad_mandada(self.doc, self.propios, fin)
        if mandada is None:
            return fin
        self.piezas.append(self.abierta._replace(fin=fin))
        salto = fin_apertura(self.normas, mandada)
        self.abierta = Pieza("unidad", mandada, salto, "", salto)
        return salto

    def _tipo_en(self, indice: int, titulo: bool) -> Tipo | None:
        """The kind of the stretch that begins at ``indice``; None when what is open goes on."""
        separador, _ = self.previo = separador_antes(self.doc, indice, self._piso())
        if indice in self.personas and self._es_persona(indice, separador, titulo):
            return "persona"
        if titulo and indice not in self.roles and es_nombre(self.doc[indice]):
            return "persona"  # "Sr. Troncoso"
        if separador == "" and self.abierta is not None and apellido_suelto(self.doc, self.abierta, indice):
            return "persona"
        if indice in self.roles and self._corta_rol(indice, separador):
            return "abreviado" if self.roles[indice].label_ == ABREVIADO else "cargo"
        if self.abierta is None or self._corta_unidad(indice, separador):
            return "unidad"
        return None


def piezas_de(doc: Celda) -> list[Pieza]:
    """The cell cut into stretches, in order; blank ones dropped."""
    return _Corte(doc).andar()
