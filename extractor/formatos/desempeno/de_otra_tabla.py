"""Whether a performance told in a line of its own may be of another table than the last one above it: told then, not taken."""

from __future__ import annotations

from typing import get_args

from extractor.comun.texto import palabras
from extractor.formatos.contexto import Hallado
from extractor.formatos.desempeno.en_frase import dice_en_frase
from extractor.formatos.piezas import Titulo
from extractor.formatos.regiones.en_frase import regiones_nombradas
from extractor.formatos.regiones.en_titulo import es_la_misma
from extractor.modelo.crudo import LineaRegion, TablaCruda
from extractor.modelo.valores import Division
from extractor.vocabularios.regiones_escritas import codigo_escrito

_DE_OTRA_REGION = "el desempeño que se escribe bajo la tabla puede ser de otra región que la suya; no se comparó con lo ganado"
_DE_VARIAS = "un desempeño escrito en una frase puede ser de más de una tabla; no se comparó con ninguna"
_YA_IMPRESO = "bajo la tabla se escribe un segundo desempeño en una frase; se tomó el primero"


def reparo_de(hallado: Hallado, titulo: Titulo, valor: str, region: LineaRegion | None) -> str | None:
    """Why the performance that a line prints (``valor``) is not given to the last weighed table; None where it is. ``region``:
    the one that holds where the line stands, after that table or the table's own."""
    pesadas = [t for t in hallado.tablas if t.patron.pesa]
    if not pesadas:
        return None
    ultima = pesadas[-1]
    en_frase = dice_en_frase(titulo.origen.texto)
    if titulo.clase == "desempeno_servicio":
        varios = len({(t.patron.id, t.etapa, t.programa) for t in pesadas}) > 1
        return _DE_VARIAS if en_frase and varios else _repetido(ultima.desempeno_servicio, valor) if en_frase else None
    dichas = [*regiones_nombradas(titulo.origen.texto), *([region.texto] if region is not None and region.texto else [])]
    propia = ultima.region.texto if ultima.region is not None else None
    if propia and any(_son_distintas(d, propia) for d in dichas):
        return _DE_OTRA_REGION
    if not en_frase:
        return None
    lejos = hallado.bajo_tabla <= 0 and len({palabras(_region(t)) for t in pesadas}) > 1
    return _DE_VARIAS if lejos and not (propia and dichas) else _repetido(ultima.desempeno_region, valor)


def _region(tabla: TablaCruda) -> str:
    return (tabla.region.texto or "") if tabla.region is not None else ""


def _repetido(previos: tuple[object, ...], valor: str) -> str | None:
    """What is told of a sentence below a table that printed its performance already; the same figure again is none."""
    previo = next((p for p in previos[1:] if p is not None), None)
    return _YA_IMPRESO if previo is not None and palabras(getattr(previo, "texto", "")) != palabras(valor) else None


def _son_distintas(una: str, otra: str) -> bool:
    """Whether two texts surely name two regions."""
    unas, otras = _codigos(una), _codigos(otra)
    return bool(unas and otras) and not unas & otras and not es_la_misma(una, otra)


def _codigos(texto: str) -> frozenset[str]:
    return frozenset(c for d in get_args(Division) if (c := codigo_escrito(texto, d)) is not None)
