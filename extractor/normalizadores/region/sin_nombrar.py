"""Words of a region line that no mention covers: a name written with other spaces is added, the rest lowers the certainty."""

from __future__ import annotations

from extractor.modelo.valores import Division
from extractor.normalizadores.region.lectura import Lectura
from extractor.normalizadores.region.mencion import Mencion
from extractor.normalizadores.region.nombres import de_paso
from extractor.normalizadores.region.palabra import Palabra
from extractor.normalizadores.region.parecido import LARGO_PARECIDO, en_una_pieza, puntajes_de
from extractor.vocabularios.regiones import regiones_de

_RESIDUO_TOLERADO = 2
"""Unknown words beside a name ("Antofagasta Calama Tocopilla") up to which the name still stands."""


def cubiertas_por(menciones: tuple[Mencion, ...]) -> frozenset[int]:
    """The indexes of the words that the mentions cover."""
    return frozenset(i for m in menciones for i in range(m.inicio, m.fin))


def sumar_parecidos(
    menciones: tuple[Mencion, ...],
    palabras: tuple[Palabra, ...],
    apartadas: frozenset[int],
    division: Division,
    lectura: Lectura,
) -> None:
    """Words that nothing explains: a name cut or run together is taken as approximate, the rest lowers the certainty. The words
    ``apartadas`` are of something that is no place."""
    cubiertas = cubiertas_por(menciones) | apartadas
    if apartadas:
        lectura.rebajar("aproximada")
    tramo: list[int] = []
    desconocidas = 0
    for indice in range(len(palabras) + 1):
        suelta = indice < len(palabras) and indice not in cubiertas and palabras[indice].texto not in de_paso()
        if suelta and not (tramo and palabras[indice].antes == ","):
            tramo.append(indice)
            continue
        if tramo:
            desconocidas += _parecido(tramo, palabras, division, lectura)
        tramo = [indice] if suelta else []
    if desconocidas and lectura.codigos:
        firme = any(m.segura for m in menciones)
        lectura.rebajar("aproximada" if firme or desconocidas <= _RESIDUO_TOLERADO else "dudosa")


def _parecido(tramo: list[int], palabras: tuple[Palabra, ...], division: Division, lectura: Lectura) -> int:
    """Reads the run of words in one piece; returns how many of its words stay unexplained."""
    escrito = " ".join(palabras[i].escrita or palabras[i].texto for i in tramo)
    variantes = [escrito]
    if tramo[0] > 0:
        variantes.append(f"{palabras[tramo[0] - 1].texto} {escrito}")
    for variante in variantes:
        codigo = en_una_pieza(variante, division)
        if codigo is not None:
            lectura.codigos.add(codigo)
            lectura.rebajar("aproximada")
            lectura.candidatos[codigo] = 100.0
            lectura.porque.append(f"«{variante}» es {regiones_de(division)[codigo].nombre} escrito con otros espacios")
            return 0
    orden = puntajes_de(variantes, division) if len(escrito) >= LARGO_PARECIDO else []
    lectura.candidatos.update({c: round(p, 1) for c, p in orden[:3] if c not in lectura.candidatos})
    lectura.porque.append(f"«{escrito}» no nombra ninguna región conocida")
    return sum(not palabras[i].texto.isdigit() for i in tramo)
