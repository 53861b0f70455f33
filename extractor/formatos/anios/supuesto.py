"""The year of a report that no title nor line of it prints as its own: by its date and its form, with what must be told of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractor.comun.citas import anios_dichos
from extractor.comun.meses import MESES
from extractor.formatos.anios.anio import ANIO_MAXIMO, ANIO_MINIMO, portada, sin_fechas
from extractor.formatos.anios.de_formas import estaba_en_uso
from extractor.formatos.anios.fechas_del_informe import Fecha, anio_de_fecha
from extractor.modelo.patron import Patron

_NADA_LO_DICE = "ningún título dice el año del programa"


@dataclass(frozen=True, slots=True)
class AnioLeido:
    """A report's year. ``supuesto``: nothing prints it as the report's, so that no rule may build on it; ``duda``: the sentence
    that tells where it comes from, or why there is none, where a person must know."""

    anio: int | None
    supuesto: bool = False
    duda: str | None = None


def anio_supuesto(lineas: Sequence[str], fechas: Sequence[Fecha], patron: Patron) -> AnioLeido:
    """The year by the dates of a document, the years of its cover, and those in which the form was in use; the family's own only
    where nothing speaks against it. ``lineas``: all of the document; ``fechas``: those that it bears."""
    if patron.tipo == "guia":
        return AnioLeido(None)
    propio = patron.anios.por_defecto
    de_fechas = {anio_de_fecha(f) for f in fechas}
    if fechas:
        deducido = next(iter(de_fechas)) if len(de_fechas) == 1 else None
        if deducido is not None and deducido == propio:
            return AnioLeido(propio)
        dichas = ", ".join(f"{MESES[mes - 1]} de {anio}" for anio, mes in fechas)
        if deducido is not None and _en_uso(patron, deducido):
            return AnioLeido(deducido, True, f"{_NADA_LO_DICE}; se supuso {deducido}, por la fecha del informe ({dichas})")
        return AnioLeido(None, True, f"{_NADA_LO_DICE}, y la fecha del informe ({dichas}) no basta para saberlo; indíquelo")
    en_portada = _anios(map(sin_fechas, portada(lineas)))
    if len(en_portada) == 1 and _en_uso(patron, anio := min(en_portada)):
        return AnioLeido(anio, True, f"{_NADA_LO_DICE}; se supuso {anio}, el único que nombra la portada")
    if propio is not None and max((propio, *_anios(lineas))) == propio:
        return AnioLeido(propio, True)
    razon = f"; se nombra alguno posterior a {propio}, el de su formulario" if propio is not None else ""
    return AnioLeido(None, True, f"{_NADA_LO_DICE}{razon}; indíquelo")


def _anios(lineas: Iterable[str]) -> set[int]:
    """The years that lines name, apart from those of norms."""
    dichos = {a for linea in lineas for a in anios_dichos(linea)}
    return {a for a in dichos if ANIO_MINIMO <= a <= ANIO_MAXIMO}


def _en_uso(patron: Patron, anio: int) -> bool:
    """Whether a form of the family was in use in a year; of those that weigh, where it has any."""
    pesadas = [t for t in patron.tablas if t.pesa]
    return any(estaba_en_uso(t, anio) for t in pesadas) if pesadas else True
