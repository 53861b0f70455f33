"""What cells of a stream say of where they stand: figures or texts, a total's label, free text swallowed at their end."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import palabras
from extractor.formatos.columnas.encabezados import Encabezado
from extractor.formatos.lineas_de_nota import es_nota
from extractor.formatos.piezas import con_parrafos
from extractor.formatos.regiones.en_titulo import es_titulo_de_region
from extractor.modelo.campos import DE_CIFRAS
from extractor.modelo.documento import Celda, Parrafo
from extractor.vocabularios.filas import nombra_total

Roles = Sequence[str | None]
_CELDAS_CERCANAS = 60
"""Cells before the last one that tell how far its items stand apart."""
_PALABRAS_TOTAL = 7
HUECO_TRAS_BLANCA = 3
"""Blank lines after a cell's tab from which the text that follows is not the cell's, which is blank."""
_LARGO_PALABRA = 40


def roles_de(encabezado: Encabezado) -> tuple[str | None, ...]:
    """The roles of a header's columns, None where the label says nothing known."""
    return tuple(e.rol if e else None for e in encabezado.etiquetas)


def es_rotulo_de_total(celda: Celda) -> bool:
    """Whether a cell only labels a total."""
    texto = celda.texto
    return nombra_total(texto) and len(palabras(texto).split()) <= _PALABRAS_TOTAL and leer_numero(texto) is None


def nombra_region(celda: Celda) -> bool:
    """Whether a cell is a region's name with the word."""
    return palabras(celda.texto).startswith("region") and es_titulo_de_region(celda.texto)


def de_figuras(celda: Celda) -> bool:
    """Whether a cell holds weights: figures, none of them money; a total may have its label."""
    leidas = [leer_numero(p.texto.split(":")[-1]) for p in celda.parrafos]
    return any(leidas) and all(n is None or not n.moneda for n in leidas) and sum(n is None for n in leidas) * 2 <= len(leidas)


def acaba_en_texto(celda: Celda) -> bool:
    """Whether a cell of a row of totals swallowed free text, so that the row ends there: the text follows two blank lines, or one
    where the cell is blank or a figure that no brackets explain."""
    if sin_cola(celda, 2, 1)[0] is not celda:
        return True
    sigue = next((p for p in celda.parrafos[1:] if p.hueco), None)
    if sigue is None or not _abre_con_cifra(celda):
        return False
    return leer_numero(sigue.texto) is None and not sigue.texto.startswith(("(", "["))


def con_figuras(rotulo: Sequence[Celda], figuras: Sequence[Celda], blanca: Celda, roles: Roles) -> list[Celda]:
    """The cells of a row of totals, one per column: as many figures as columns of figures stand in these; else they are the last
    ones. ``rotulo``: what comes before them, which spans columns."""
    sitios = [i for i, r in enumerate(roles) if r in DE_CIFRAS]
    if len(figuras) != len(sitios) or sitios[0] < len(rotulo) or not all(map(_abre_con_cifra, figuras)):
        return [*rotulo, *[blanca] * (len(roles) - len(rotulo) - len(figuras)), *figuras]
    puestas = [*rotulo, *[blanca] * (len(roles) - len(rotulo))]
    for sitio, figura in zip(sitios, figuras, strict=True):
        puestas[sitio] = figura
    return puestas


def _abre_con_cifra(celda: Celda) -> bool:
    return bool(celda.parrafos) and leer_numero(celda.parrafos[0].texto) is not None


def encaja(celdas: Sequence[Celda], roles: Roles, con_peso: bool = False) -> bool:
    """Whether cells stand where their columns say: a weight is no text, an activity no figure. ``con_peso``: and there is a
    weight."""
    for celda, rol in zip(celdas, roles, strict=True):
        if not celda.parrafos and rol == "ponderacion" and con_peso:
            return False
        if not celda.parrafos:
            continue
        if rol == "ponderacion" and not de_figuras(celda):
            return False
        if rol == "ponderacion_ganada" and not de_figuras(celda) and any(len(p.texto) > _LARGO_PALABRA for p in celda.parrafos):
            return False
        if rol == "actividad" and all(leer_numero(p.texto) for p in celda.parrafos):
            return False
    return any(c.parrafos for c in celdas)


def hueco_de_cola(celdas: Sequence[Celda]) -> int:
    """From how many blank lines text is no longer the last cell's: two, or one more than parts the items of the cells
    before it where the converter left two between them."""
    huecos = [p.hueco for c in celdas[-1 - _CELDAS_CERCANAS : -1] for p in c.parrafos[1:]]
    anchos = [h for h in huecos if h >= 2]
    return 2 if len(anchos) * 2 < len(huecos) or not anchos else max(anchos) + 1


def sin_cola(celda: Celda, minimo: int, tras_blanca: int = HUECO_TRAS_BLANCA) -> tuple[Celda, tuple[Parrafo, ...]]:
    """The last cell of a stream table without the free text it swallowed: what follows ``minimo`` blank lines, or a
    footnote; ``tras_blanca`` of them where the cell itself is blank."""
    for indice, parrafo in enumerate(celda.parrafos):
        nota = es_nota(parrafo.texto) and parrafo.texto.startswith("\ufffd")
        if (indice and (parrafo.hueco >= minimo or nota)) or (not indice and parrafo.hueco >= tras_blanca):
            return con_parrafos(celda, celda.parrafos[:indice]), celda.parrafos[indice:]
    return celda, ()
