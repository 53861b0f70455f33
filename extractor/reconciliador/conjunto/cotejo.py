"""One programme of one region in two documents: what they say otherwise, and how it is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.modelo.conjunto import HallazgoConjunto, VerificacionConjunto
from extractor.reconciliador.conjunto.coleccion import Grupo
from extractor.reconciliador.conjunto.fabrica import de_quien, hallazgo, programa_y_region, verificacion
from extractor.reconciliador.conjunto.lados import Clave, Lado
from extractor.reconciliador.conjunto.parejas import Diferencia, Parejas, diferencias, emparejar, escala_entre
from extractor.reconciliador.redaccion import nombre_campo

ENTRE = "INCONSISTENCIA_ENTRE_TABLAS"
CONTADAS = 12
"""Differences told in a sentence; of more, how many."""


@dataclass(frozen=True)
class Cotejo:
    """One programme of one region in two documents."""

    clave: Clave
    a: Lado
    b: Lado
    parejas: Parejas
    distintas: tuple[Diferencia, ...]

    @property
    def igual(self) -> bool:
        """No sure difference, in the items or in what is printed as their result, and as many results in both."""
        parejas = self.parejas
        mismas = not self.distintas and not parejas.solo_a and not parejas.solo_b
        return mismas and resultados(self.a) == resultados(self.b) and not self.informados

    @property
    def informados(self) -> list[tuple[str, str]]:
        """What each document gives as earned by a table, the printed total or the performance, where that is not the same."""
        if len(self.a.tablas) != len(self.b.tablas):
            return []
        pares = [(x.informado, y.informado) for x, y in zip(self.a.tablas, self.b.tablas, strict=True)]
        return [(x, y) for x, y in pares if x is not None and y is not None and x != y]

    @property
    def cambia(self) -> bool:
        """Whether one reaches the threshold and the other does not, as recomputed or as reported."""
        pares = [(x.alcanza, y.alcanza) for x, y in zip(self.a.tablas, self.b.tablas, strict=False)]
        pares += [(x.alcanza_informado, y.alcanza_informado) for x, y in zip(self.a.tablas, self.b.tablas, strict=False)]
        return any(x is not None and y is not None and x != y for x, y in pares)


def resultados(lado: Lado) -> int:
    """Items with a result, as far as they were surely read."""
    return sum(1 for p in lado.partidas if p.segura and (p.ganada is not None or p.estado))


def cotejar(clave: Clave, a: Lado, b: Lado) -> Cotejo:
    parejas = emparejar(a.partidas, b.partidas)
    return Cotejo(clave, a, b, parejas, tuple(diferencias(parejas.pares, escala_entre(parejas.pares))))


def cotejo_dicho(
    grupo: Grupo, c: Cotejo, distintas: list[Diferencia], cuando: str
) -> Iterator[HallazgoConjunto | VerificacionConjunto]:
    """The differences of one programme of one region between two documents, as INCONSISTENCIA_ENTRE_TABLAS. ``cuando``
    says of which stages they are, where of two."""
    shas = (c.a.resumen.sha256, c.b.resumen.sha256)
    if not distintas:
        yield verificacion(ENTRE, "CUADRA", f"{len(c.parejas.pares)} compromisos coinciden{cuando}", shas)
        return
    frases = [frase_de(grupo, c, d) for d in distintas]
    lugares = [lugar for d in distintas for lugar in (c.a.lugar(d.a, d.campo), c.b.lugar(d.b, d.campo))]
    una = distintas[0] if len(distintas) == 1 else None
    hecho = hallazgo(
        ENTRE, "cambia_decision" if c.cambia else "logica",
        f"Dos documentos informan lo mismo{cuando} con cifras o estados distintos en {len(frases)} "
        f"{'lugar' if len(frases) == 1 else 'lugares'}: «{grupo.nombre(shas[0])}» y «{grupo.nombre(shas[1])}».",
        f"{lugar_de(c)}: {recortadas(frases)}.", documentos=shas, lugares=lugares,
        lugar=f"{de_quien(c.a.resumen)}, {lugar_de(c)}", campo=una.campo if una is not None else None,
        informado=una.dice_b if una is not None else None, recalculado=una.dice_a if una is not None else None,
        resumen=c.a.resumen, codigos=c.clave.codigos, programa=c.clave.programa, certeza=certeza_de(c),
    )
    yield hecho
    yield verificacion(ENTRE, "NO_CUADRA", f"diferencias: {len(frases)}", shas, lugares=lugares, hecho=hecho)


def certeza_de(c: Cotejo) -> str:
    """What was read from a scan is told with doubt."""
    return "dudosa" if c.a.resumen.escaneado or c.b.resumen.escaneado else "segura"


def frases_de(grupo: Grupo, c: Cotejo) -> Iterator[str]:
    for d in c.distintas:
        yield frase_de(grupo, c, d)
    for lado, otro, solas in ((c.a, c.b, c.parejas.solo_a), (c.b, c.a, c.parejas.solo_b)):
        for partida in solas:
            yield (
                f"«{grupo.nombre(lado.resumen.sha256)}» ({lado.en_palabras(partida)}) tiene un compromiso que no está en "
                f"«{grupo.nombre(otro.resumen.sha256)}»"
            )
    if not c.distintas:
        for de_a, de_b in c.informados:
            dichos = ((de_a, c.a), (de_b, c.b))
            cada = [f"{valor} en «{grupo.nombre(lado.resumen.sha256)}»" for valor, lado in dichos]
            yield f"{lugar_de(c)}: el resultado impreso es {' y '.join(cada)}"
    if resultados(c.a) != resultados(c.b):
        yield f"{lugar_de(c)}: {resultados(c.a)} y {resultados(c.b)} compromisos con resultado"


def frase_de(grupo: Grupo, c: Cotejo, d: Diferencia) -> str:
    return (
        f"{nombre_campo(d.campo)}: {d.dice_a} en «{grupo.nombre(c.a.resumen.sha256)}» ({c.a.en_palabras(d.a)}) y {d.dice_b} en "
        f"«{grupo.nombre(c.b.resumen.sha256)}» ({c.b.en_palabras(d.b)})"
    )


def recortadas(frases: list[str]) -> str:
    mas = f"; y {len(frases) - CONTADAS} más" if len(frases) > CONTADAS else ""
    return "; ".join(frases[:CONTADAS]) + mas


def lugar_de(c: Cotejo) -> str:
    return programa_y_region(c.clave, c.a.resumen)


def nombre_etapa(etapa: int | None) -> str:
    return "etapa no indicada" if etapa is None else f"Etapa {etapa}"
