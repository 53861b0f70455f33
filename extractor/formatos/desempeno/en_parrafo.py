"""The performance that one sentence of a paragraph right below a table tells, among others of something else."""

from __future__ import annotations

import re

from extractor.comun.citas import anios_dichos
from extractor.formatos.contexto import Hallado
from extractor.formatos.desempeno.impreso import tomar_desempeno
from extractor.formatos.desempeno.lineas_dudosas import es_regla
from extractor.formatos.desempeno.rotulo import nombra_desempeno, partir
from extractor.formatos.lineas_de_nota import es_nota
from extractor.formatos.piezas import DE_DESEMPENO, Pieza, Titulo, Titulos
from extractor.formatos.tablas.totales_bajo_tabla import es_de_otro_anio
from extractor.modelo.crudo import LineaRegion
from extractor.modelo.documento import Celda, Parrafo

_ORACION = re.compile(r"[A-ZÁÉÍÓÚÑ].*?(?:(?:[^\W\d]{3}|%|\d{4})\.(?=\s+[A-ZÁÉÍÓÚÑ]|\s*$)|$)", re.DOTALL)
_LARGO = 800
_VARIOS = "un párrafo bajo la tabla dice más de un desempeño; no se comparó ninguno con lo ganado"


def tomar_del_parrafo(hallado: Hallado, titulos: Titulos, parrafo: Parrafo, region: LineaRegion | None) -> bool:
    """Gives the last weighed table the performance that a sentence of a paragraph below it tells: the only one that does, in a
    paragraph that speaks of no other year and states no rule. Whether such a sentence is there, which is then given or told."""
    texto = parrafo.texto
    if hallado.bajo_tabla <= 0 or len(texto) > _LARGO or es_nota(texto) is not None:
        return False
    oraciones = list(_ORACION.finditer(texto))
    if len(oraciones) < 2:
        return False
    dichas = [t for m in oraciones if (t := _titulo(titulos, parrafo, m)) is not None]
    if not dichas or es_regla(texto) or es_de_otro_anio(dichas[0].texto, hallado.anio) or anios_dichos(texto) - {hallado.anio}:
        return False
    if sum(nombra_desempeno(m[0]) for m in oraciones) > 1:
        hallado.avisos.append(("LECTURA_DUDOSA", _VARIOS, parrafo.origen))
        return True
    titulo = dichas[0]
    pieza = Pieza("linea", (Celda((parrafo,), parrafo.origen),), parrafo.origen)
    tomar_desempeno(hallado, titulo, pieza, None, region)
    return True


def _titulo(titulos: Titulos, parrafo: Parrafo, hallada: re.Match[str]) -> Titulo | None:
    """The performance that one sentence tells with its value, at its place; None for any other."""
    texto, origen = hallada[0], parrafo.origen
    if origen.inicio is not None and not origen.partes:
        desde, hasta = (origen.inicio + hallada.start(), origen.inicio + hallada.end())
        origen = origen.model_copy(update={"inicio": desde, "fin": hasta, "texto": texto})
    titulo = titulos.buscar(texto, origen)
    return titulo if titulo is not None and titulo.clase in DE_DESEMPENO and partir(titulo.texto)[1] else None
