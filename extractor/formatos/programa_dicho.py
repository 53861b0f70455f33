"""Which of a form's programmes the headings before a table name, where no title of the form does."""

from __future__ import annotations

from extractor.comun.texto import palabras
from extractor.formatos.regiones.en_titulo import es_la_misma
from extractor.modelo.crudo import LineaRegion
from extractor.modelo.documento import Parrafo
from extractor.modelo.tabla import Programa
from extractor.vocabularios.programas import programa_de_encabezado, programa_nombrado
from extractor.vocabularios.textos import palabras_de

_LARGO_ORACION = 400


class ProgramaDicho:
    """The programme that the last heading with one in it names. Two such headings with nothing between are a list of them, and
    name none. It is of the tables after it, as many as of other regions: a second one of a region may be of another."""

    def __init__(self) -> None:
        self.valor: Programa | None = None
        self._regiones: list[str | None] = []
        self._seguido = False

    def cerrar(self) -> None:
        """A title of the form was met: what it says holds."""
        self.valor, self._regiones, self._seguido = None, [], False

    def seguir(self) -> None:
        """Something that is no heading was met."""
        self._seguido = False

    def linea(self, parrafo: Parrafo) -> None:
        """A line that is no title of the form."""
        dicho = programa_de_encabezado(parrafo.texto)
        if dicho is None and (anunciado := _anunciado(parrafo.texto)) is not None:
            self.valor, self._regiones, self._seguido = anunciado, [], False
            return
        if dicho is None:
            self._seguido = False
            return
        en_lista = self._seguido and self.valor != dicho
        self.valor, self._regiones, self._seguido = None if en_lista else dicho, [], True

    def de_tabla(self, region: LineaRegion | None) -> Programa | None:
        """That of a weighed table of ``region`` that stands here."""
        self.seguir()
        texto = region.texto if region is not None else None
        previas = self._regiones
        if previas and (texto is None or any(p is None or es_la_misma(p, texto) for p in previas)):
            self.cerrar()
            return None
        self._regiones.append(texto)
        return self.valor


def _anunciado(texto: str) -> Programa | None:
    """The programme that a sentence announcing a table names ("El programa de complementariedad comprometió lo siguiente")."""
    if len(texto) > _LARGO_ORACION:
        return None
    oracion = texto.partition(". ")[0]
    plana = palabras(oracion)
    dichas = plana.split()
    presenta = plana.startswith(palabras_de("abren_anuncio")) and any(p.startswith(palabras_de("informado")) for p in dichas)
    if not presenta and ("programa" not in dichas or not any(p.startswith(palabras_de("anuncian")) for p in dichas)):
        return None
    return programa_nombrado(oracion)


def abre_con_programa(texto: str) -> bool:
    """Whether a cell of a stream, which may be of any table, says that it is a programme's title."""
    return palabras(texto).startswith("programa ")
