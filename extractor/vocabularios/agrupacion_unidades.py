"""Words by which written names of units are compared: ``agrupacion_unidades.yaml``."""

from __future__ import annotations

from functools import cache

from extractor.vocabularios.base import Entrada, leer_vocabulario, plegar_frase


class VocabularioAgrupacion(Entrada):
    id: str
    vacias: tuple[str, ...]
    abreviaturas: dict[str, str]


@cache
def vocabulario() -> VocabularioAgrupacion:
    return leer_vocabulario("agrupacion_unidades", VocabularioAgrupacion)


@cache
def vacias() -> frozenset[str]:
    return frozenset(plegar_frase(p) for p in vocabulario().vacias)


@cache
def abreviaturas() -> dict[str, tuple[str, ...]]:
    """Folded short form, without its stop, to the folded words it stands for."""
    return {plegar_frase(corta): tuple(plegar_frase(larga).split()) for corta, larga in vocabulario().abreviaturas.items()}
