"""The pieces that a document is walked by (free lines, stream cells, table rows), and the titles told among them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import sin_marcas_nota
from extractor.formatos.desempeno.en_frase import como_rotulo
from extractor.formatos.desempeno.peso_declarado import peso_declarado
from extractor.formatos.desempeno.rotulo import clase_de_desempeno
from extractor.formatos.etapa_dicha import etapa_dicha
from extractor.formatos.lineas_de_nota import es_nota
from extractor.formatos.plantillas import casa, en_mayusculas, valor_tras
from extractor.formatos.regiones.dichas import hasta_el_punto, son_regiones
from extractor.formatos.regiones.en_titulo import (
    es_nombre_de_region,
    es_titulo_de_region,
    nombra_ambito,
    region_de_oficina,
    region_de_titulo,
)
from extractor.formatos.secciones.patron import seccion_de
from extractor.modelo.base import Origen, unir_origenes
from extractor.modelo.documento import Celda, FilaCruda, Parrafo
from extractor.modelo.patron import ClaseTitulo, SeccionPatron, TituloPatron

_BANDA_DE_REGION = TituloPatron(clase="region", textos=())
"""A row whose only cell is a region ("REGIÓN DE LOS LAGOS"): it bands the rows after it."""
DIBUJO = "dibujo"
"""The style of a paragraph that stands in a text box: a flowchart's text is no section's."""
_LARGO_TITULO, _LARGO_ROTULO, _LARGO_SECCION = 400, 40, 60
_ENUMERADA = re.compile(
    r"^(?P<numero>(?:\d{1,2}|[ivx]{1,4})(?:\.\d{1,2})*|[a-h](?=\s?[.)\-–]))\s*(?:\.\s?-|[.)°\-–])?\s+(?P<titulo>\S.*)$",
    re.IGNORECASE,
)
_DEL_INDICE, _EN_INDICE = ("capitulo", "objetivo", "seccion"), re.compile(r"(?:\.\s?){4,}\d{1,3}$|…\s?…[.…\s]*\d{1,3}$")
"""What a line of the contents names, with its page after a row of dots, opens there nothing."""
DE_DESEMPENO = ("desempeno_region", "desempeno_servicio")
CORTAN_CELDA = ("etapa", "objetivo", "actividad", "capitulo", "notas", "servicio", "region", "fin", *DE_DESEMPENO)


@dataclass(frozen=True, slots=True)
class Pieza:
    """A free line, a cell of a stream, or a row of the table ``bloque``."""

    clase: Literal["linea", "celda", "fila"]
    celdas: tuple[Celda, ...]
    origen: Origen
    bloque: int = -1
    fila: FilaCruda | None = None
    cuadricula: bool = False

    @property
    def parrafos(self) -> tuple[Parrafo, ...]:
        return tuple(p for c in self.celdas for p in c.parrafos)

    @property
    def llenas(self) -> tuple[Celda, ...]:
        return tuple(c for c in self.celdas if c.parrafos)


@dataclass(frozen=True, slots=True)
class Titulo:
    """A line that states a context. ``valor``: what follows its label, None when nothing does."""

    clase: ClaseTitulo
    texto: str
    numero: str | None
    valor: str | None
    origen: Origen
    patron: TituloPatron


class Titulos:
    """Tells titles by the templates of the families at hand."""

    def __init__(self, patrones: tuple[TituloPatron, ...], secciones: tuple[SeccionPatron, ...] = ()) -> None:
        self.patrones, self.secciones = patrones, secciones
        self._calificadas = tuple(s for s in secciones if s.grado)
        self._memoria: dict[str, tuple[TituloPatron, str, str | None, str | None] | None] = {}

    def buscar(self, texto: str, origen: Origen) -> Titulo | None:
        """The title that a line is, or None."""
        if texto not in self._memoria:
            self._memoria[texto] = self._buscar(texto)
        hallado = self._memoria[texto]
        if hallado is None:
            return None
        patron, limpio, numero, valor = hallado
        return Titulo(patron.clase, limpio, numero, valor, origen, patron)

    def _buscar(self, texto: str) -> tuple[TituloPatron, str, str | None, str | None] | None:
        if len(texto) > _LARGO_TITULO:
            return None
        limpio = sin_marcas_nota(texto)
        if leer_numero(limpio) is not None:
            # "0.40" is a weight, not section 0.40
            return None
        etapa = etapa_dicha(limpio)
        de_etapa = self._de_clase("etapa") if etapa is not None else None
        for patron in self.patrones:
            # "II. Etapa 4: evaluación" is no section of another, nor is "II Región de Antofagasta"
            de_otra_cosa = patron.clase == "seccion" and (de_etapa is not None or es_titulo_de_region(limpio))
            de_otra_cosa = de_otra_cosa or (patron.clase in _DEL_INDICE and _EN_INDICE.search(limpio) is not None)
            if (patron.mayusculas and not en_mayusculas(limpio)) or de_otra_cosa:
                continue
            for plantilla in patron.textos:
                hallado = casa(plantilla, limpio)
                if hallado:
                    numero = hallado.groupdict().get("numero")
                    valor = valor_tras(plantilla, limpio) or None
                    # "(1) Región: ..." is a note on a column, unless it names one
                    solo_regiones = patron.solo_regiones or (patron.clase == "region" and valor and es_nota(texto))
                    if solo_regiones and not (valor and son_regiones(hasta_el_punto(valor).strip(" ."))):
                        continue
                    return patron, limpio, numero, hasta_el_punto(valor) if patron.clase == "region" and valor else valor
        if de_etapa is not None:
            return de_etapa, limpio, str(etapa), None
        if (de_seccion := self._seccion_de_la_forma(limpio)) is not None:
            return de_seccion
        peso = peso_declarado(limpio)
        dicho = como_rotulo(limpio) if not peso else limpio
        clase = "ponderacion_declarada" if peso else clase_de_desempeno(dicho)
        propio, limpio = self._de_clase(clase), dicho if clase else limpio
        return (propio, limpio, None, peso) if propio is not None else None

    def _seccion_de_la_forma(self, limpio: str) -> tuple[TituloPatron, str, str | None, str | None] | None:
        """A section that writes its grade, by its title with another number than the form's ("2. Articulación territorial")."""
        propio, hallado = self._de_clase("seccion"), _ENUMERADA.match(limpio)
        if propio is None or hallado is None or seccion_de(hallado["titulo"], self._calificadas) is None:
            return None
        return propio, limpio, hallado["numero"], hallado["titulo"]

    def _sin_numero(self, pieza: Pieza) -> Titulo | None:
        """A section that writes its grade, by its title alone in its line."""
        propio, parrafo = self._de_clase("seccion"), pieza.parrafos[0]
        if propio is None or pieza.clase != "linea" or len(parrafo.texto) > _LARGO_SECCION:
            return None
        limpio = sin_marcas_nota(parrafo.texto).strip(" .:")
        if seccion_de(limpio, self._calificadas) is None:
            return None
        return Titulo("seccion", limpio, None, limpio, parrafo.origen, propio)

    def _rotula_region(self, texto: str, valor: str) -> TituloPatron | None:
        """The form of a region's label that is one only where regions stand in the next cell ("Dirección Regional"), or None."""
        limpio = sin_marcas_nota(texto)
        propios = [p for p in self.patrones if p.solo_regiones and p.clase == "region"]
        for patron in propios if len(limpio) <= _LARGO_ROTULO else ():
            if any((h := casa(p, limpio)) and not (h.groupdict().get("texto") or "").strip() for p in patron.textos):
                return patron if son_regiones(sin_marcas_nota(valor)) else None
        return None

    def _de_clase(self, clase: ClaseTitulo | None) -> TituloPatron | None:
        """The form of a kind of title; None where the families at hand have none."""
        return next((p for p in self.patrones if p.clase == clase), None)

    def con_valor_al_lado(self, texto: str, valor: str) -> bool:
        """Whether a cell beside one with ``valor`` is the label of a performance or of a region, by words that say so only there;
        from then on it is a title."""
        propio = self._de_clase(clase_de_desempeno(sin_marcas_nota(texto), valor)) or self._rotula_region(texto, valor)
        if propio is None or len(texto) > _LARGO_TITULO:
            return False
        if self._memoria.setdefault(texto, self._buscar(texto)) is None:
            self._memoria[texto] = propio, sin_marcas_nota(texto), None, None
        return True

    def de_pieza(self, pieza: Pieza) -> Titulo | None:
        """The title that a piece is: a free line, a lone cell, or a row with one or two filled cells."""
        llenas = pieza.llenas
        if not llenas or (pieza.clase == "fila" and len(llenas) > 2):
            return None
        primero = llenas[0].parrafos[0]
        if len(llenas) == 2:
            self.con_valor_al_lado(llenas[0].texto, llenas[1].texto)
        titulo = self.buscar(primero.texto, primero.origen)
        if titulo is None and len(llenas[0].parrafos) > 1:
            titulo = self.buscar(llenas[0].texto, llenas[0].origen)
        if titulo is None and pieza.clase == "fila" and len(llenas) == 1 and _es_banda_de_region(pieza):
            return Titulo("region", llenas[0].texto, None, region_de_titulo(llenas[0].texto), llenas[0].origen, _BANDA_DE_REGION)
        if titulo is None:
            titulo = self._sin_numero(pieza)
        if titulo is None:
            return None
        valor = titulo.valor
        if len(llenas[0].parrafos) > 1 and titulo.clase in ("objetivo", "actividad", "capitulo", "seccion"):
            resto = " ".join(p.texto for p in llenas[0].parrafos[1:])
            valor = f"{valor} {resto}" if valor else resto
        if valor is None and len(llenas) == 2 and self.buscar(llenas[1].texto, llenas[1].origen) is None:
            valor = llenas[1].texto
        return Titulo(titulo.clase, titulo.texto, titulo.numero, valor, titulo.origen, titulo.patron)


def _es_banda_de_region(pieza: Pieza) -> bool:
    """Whether the only filled cell of a row is a region. An office or a scope may as well be the rest of a row above it, unless
    it opens its own."""
    llena = pieza.llenas[0]
    if pieza.cuadricula and pieza.celdas[0] is llena and es_nombre_de_region(llena.texto):
        return True
    if not es_titulo_de_region(llena.texto):
        return False
    return pieza.celdas[0] is llena or (region_de_oficina(llena.texto) is None and not nombra_ambito(llena.texto))


def con_parrafos(celda: Celda, parrafos: tuple[Parrafo, ...]) -> Celda:
    """The cell with only these of its paragraphs; its place shrinks to theirs."""
    if parrafos == celda.parrafos:
        return celda
    if not parrafos:
        vacio = celda.origen.model_copy(update={"texto": "", "fin": celda.origen.inicio, "linea_fin": celda.origen.linea_inicio})
        return Celda((), vacio, celda.columna, celda.ancho, celda.alto)
    return Celda(parrafos, unir_origenes([p.origen for p in parrafos]), celda.columna, celda.ancho, celda.alto)
