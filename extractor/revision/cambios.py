"""A document made anew told against what it was before: its facts, its figures, what was earned and its findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.modelo.hallazgo import Hallazgo
from extractor.modelo.informe import Informe
from extractor.modelo.regimen import Regimen
from extractor.modelo.tabla import Actividad, Fila
from extractor.revision.datos import ROTULOS, leidos_de
from extractor.salidas.prosa import en_castellano
from extractor.salidas.revision import logros_de
from extractor.salidas.revision.formato import NIVELES, campo_en_palabras, con_coma


@dataclass(frozen=True, slots=True)
class Cambio:
    """A line of before and after; "" where there is nothing. ``que``: "dato", "hallazgo", "cifra" or "logro"."""

    que: str
    titulo: str
    antes: str
    ahora: str


def cambios_entre(viejo: Informe, nuevo: Informe, regimenes: dict[str, Regimen]) -> Iterator[Cambio]:
    """What a person wants to see changed: facts, figures, what each region earned, findings gone, come and told otherwise."""
    propios, suyos = leidos_de(viejo), leidos_de(nuevo)
    yield from (Cambio("dato", ROTULOS[campo], dicho, suyos[campo]) for campo, dicho in propios.items() if dicho != suyos[campo])
    yield from _cifras(viejo, nuevo)
    antes = {(x.tabla, x.rotulo): x for x in logros_de(viejo, regimenes)}
    ahora = {(x.tabla, x.rotulo): x for x in logros_de(nuevo, regimenes)}
    for llave in dict.fromkeys([*antes, *ahora]):
        uno, otro = (_logro(lado.get(llave)) for lado in (antes, ahora))
        if uno != otro:
            yield Cambio("logro", llave[1], uno, otro)
    previos, nuevos = ({h.huella: h for h in lado.hallazgos} for lado in (viejo, nuevo))
    for huella in dict.fromkeys([*previos, *nuevos]):
        h, g = previos.get(huella), nuevos.get(huella)
        if h is None or g is None or (h.mensaje, h.gravedad) != (g.mensaje, g.gravedad):
            uno_solo = g or h
            assert uno_solo is not None
            yield Cambio("hallazgo", uno_solo.lugar, _hallazgo(h), _hallazgo(g))


def _hallazgo(hallazgo: Hallazgo | None) -> str:
    return "" if hallazgo is None else f"{NIVELES[hallazgo.gravedad].simbolo} {en_castellano(hallazgo.mensaje)}"


def _logro(logro: object) -> str:
    informado, recalculado = getattr(logro, "informado", None), getattr(logro, "recalculado", None)
    partes = [(n, v) for n, v in (("informado", informado), ("recalculado", recalculado)) if v is not None]
    return ", ".join(f"{nombre} {con_coma(str(valor))} %" for nombre, valor in partes)


def _cifras(viejo: Informe, nuevo: Informe) -> Iterator[Cambio]:
    antes, ahora = dict(_valores(viejo)), dict(_valores(nuevo))
    for llave in dict.fromkeys([*antes, *ahora]):
        uno, otro = antes.get(llave, ""), ahora.get(llave, "")
        if uno != otro:
            tabla, fila, actividad, campo = llave
            partes = [f"tabla {tabla}", f"fila {fila + 1}"] + ([f"{actividad + 1}ª actividad"] if actividad >= 0 else [])
            yield Cambio("cifra", f"{', '.join(partes)}: {campo_en_palabras(campo)}", uno, otro)


def _valores(informe: Informe) -> Iterator[tuple[tuple[str, int, int, str], str]]:
    """What is shown of every place that a decision may change, and what comes of it."""
    for tabla in informe.tablas:
        for fila in tabla.filas:
            cosas: list[tuple[int, Fila | Actividad]] = [(-1, fila), *((a.indice, a) for a in fila.actividades)]
            for actividad, cosa in cosas:
                for campo in ("ponderacion", "ponderacion_ganada", "total_ponderacion", "total_ganada"):
                    cifra = getattr(cosa, campo, None)
                    if cifra is not None:
                        yield (tabla.id, fila.indice, actividad, campo), con_coma(cifra.valor) or cifra.texto
                if cosa.estado is not None:
                    porcentaje = f" ({cosa.estado.porcentaje} %)" if cosa.estado.porcentaje else ""
                    yield (tabla.id, fila.indice, actividad, "estado"), f"{cosa.estado.valor}{porcentaje}"
                if cosa.ganada_recalculada is not None:
                    yield (tabla.id, fila.indice, actividad, "ganada recalculada"), con_coma(cosa.ganada_recalculada) or ""
