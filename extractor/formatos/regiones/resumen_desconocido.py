"""Tables that give one figure for each region under a label nobody knows: they may tell what each region fulfilled.

They are kept as printed; that nothing was compared with the regions' own tables is told, or the summary would pass for read.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extractor.comun.numeros import leer_numero
from extractor.formatos.columnas.perdidas import cuenta_cosas
from extractor.formatos.columnas.rotulos import Rotulos, rotulo
from extractor.formatos.regiones.en_titulo import es_region
from extractor.modelo.base import Origen, unir_origenes
from extractor.modelo.documento import Celda, FilaCruda
from extractor.vocabularios.filas import nombra_total

_REGIONES = 2
"""Regions that a table must name, at least."""
FILAS_QUE_DICEN = 1 + _REGIONES
"""Rows, header included, that tell such a table."""
_ANCHOS = (2, 3)
_LARGO = 90
_CIEN = Decimal(100)
_SABIDAS = ("ponderacion", "otro")
"""Roles of a figure beside a region that say that it is not what the region fulfilled."""


def filas_de_resumen(celdas: Sequence[Celda]) -> list[FilaCruda] | None:
    """The rows, header first, that cells of a stream open with as such a table; None where they do not."""
    for ancho in _ANCHOS:
        grupos = [celdas[:ancho]]
        for desde in range(ancho, len(celdas) - ancho + 1, ancho):
            grupo = celdas[desde : desde + ancho]
            if not _es_fila(grupo):
                break
            grupos.append(grupo)
        if len(grupos) <= _REGIONES or not _rotula(grupos[0]):
            continue
        if sum(es_region(g[0].texto, rotulada=True) for g in grupos) >= _REGIONES:
            return [FilaCruda(tuple(g), unir_origenes([c.origen for c in g])) for g in grupos]
    return None


def aviso_de_resumen(filas: Sequence[FilaCruda], rotulos: Sequence[Rotulos]) -> tuple[str, str, Origen] | None:
    """The notice of a table kept as printed whose rows are regions with one figure each; None for any other."""
    llenas = [[c for c in f.celdas if c.parrafos] for f in filas]
    llenas = [f for f in llenas if len(f) > 1]
    if len(llenas) <= _REGIONES or len(llenas[0]) not in _ANCHOS or any(len(f) > len(llenas[0]) for f in llenas):
        return None
    cabeza, cuerpo = llenas[0], llenas[1:]
    regiones = [f for f in cuerpo if es_region(f[0].texto, rotulada=True)]
    if len(regiones) < _REGIONES or not all(_es_fila(f) for f in cuerpo) or not _rotula(cabeza):
        return None
    sitios = [i for i in range(1, len(cabeza)) if all(i < len(f) and _figura(f[i]) for f in regiones)]
    if len(sitios) != 1 or cuenta_cosas(cabeza[sitios[0]].texto) or _sabida(cabeza[sitios[0]].texto, rotulos):
        return None
    frase = (
        f"una tabla da una cifra por región bajo el rótulo «{cabeza[sitios[0]].texto}», que no se conoce; si es lo que cumplió "
        "cada región, no se comparó con la tabla de cada una"
    )
    return "LECTURA_DUDOSA", frase, filas[0].origen


def _es_fila(celdas: Sequence[Celda]) -> bool:
    """Whether cells are a region, or the total of all, with a figure."""
    if not celdas or not celdas[0].parrafos:
        return False
    primera = celdas[0].texto
    return (es_region(primera, rotulada=True) or nombra_total(primera)) and any(map(_figura, celdas[1:]))


def _rotula(celdas: Sequence[Celda]) -> bool:
    """Whether cells may be labels of columns: short, without a figure of their own, and no region."""
    if not all(c.parrafos and len(c.texto) <= _LARGO for c in celdas):
        return False
    return not any(leer_numero(c.texto) for c in celdas) and not es_region(celdas[0].texto)


def _figura(celda: Celda) -> bool:
    numero = leer_numero(celda.parrafos[0].texto) if celda.parrafos else None
    return numero is not None and not numero.moneda and not numero.ambiguo and 0 <= numero.decimal <= _CIEN


def _sabida(texto: str, rotulos: Sequence[Rotulos]) -> bool:
    plano = rotulo(texto)
    return any((dicho := juego.rol(plano)) is not None and dicho[0] in _SABIDAS for juego in rotulos)
