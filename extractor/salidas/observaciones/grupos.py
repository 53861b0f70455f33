"""Which findings become an observation to the service, and which are told together: the same slip in several places is one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractor.modelo.hallazgo import Gravedad, Hallazgo
from extractor.modelo.informe import Informe
from extractor.salidas.consola import alcanza
from extractor.salidas.revision.detalle import Detalle, detalles_de

DE_LECTURA = frozenset({
    "LECTURA_DUDOSA", "DOCUMENTO_ILEGIBLE", "DOCUMENTO_PROTEGIDO", "FORMATO_DESCONOCIDO", "PAGINA_SIN_TEXTO", "LIMITE_EXCEDIDO",
    "REGLA_FALLIDA",
})  # fmt: skip
"""Codes about how the document was read: never an observation of what it says."""


@dataclass
class Observacion:
    """Findings told as one: the first is told in full, of the others the places. ``efectos``: findings that only carry it."""

    detalles: list[Detalle] = field(default_factory=list)
    efectos: list[Detalle] = field(default_factory=list)

    @property
    def principal(self) -> Detalle:
        return self.detalles[0]


@dataclass(frozen=True, slots=True)
class Reparto:
    """The findings of one document: ``observaciones`` by consequence, ``dudosas`` to be confirmed with the source, and how
    many were left out for being slighter (``menores``, by severity) or dismissed by a person."""

    observaciones: tuple[Observacion, ...]
    dudosas: tuple[Detalle, ...]
    menores: dict[Gravedad, int]
    descartadas: int


def repartir(informe: Informe, minima: Gravedad) -> Reparto:
    """``minima``: the least severity that is observed."""
    por_huella = {h.huella: h for h in informe.hallazgos}
    vivos = [(d, por_huella[d.huella]) for d in detalles_de(informe) if not d.descartado]
    dudosas = tuple(d for d, h in vivos if _es_dudosa(h))
    firmes = [(d, h) for d, h in vivos if not _es_dudosa(h)]
    menores: dict[Gravedad, int] = {}
    for detalle, _ in firmes:
        if not alcanza(detalle.gravedad, minima):
            menores[detalle.gravedad] = menores.get(detalle.gravedad, 0) + 1
    elegidos = [(d, h) for d, h in firmes if alcanza(d.gravedad, minima)]
    return Reparto(tuple(_agrupar(elegidos)), dudosas, menores, len(informe.hallazgos) - len(vivos))


def _es_dudosa(hallazgo: Hallazgo) -> bool:
    return hallazgo.codigo in DE_LECTURA or hallazgo.certeza == "dudosa"


def _agrupar(elegidos: Sequence[tuple[Detalle, Hallazgo]]) -> Iterable[Observacion]:
    """In the order given, which is that of consequence."""
    huellas = {d.huella for d, _ in elegidos}
    efectos: dict[str, list[Detalle]] = {}
    for detalle, hallazgo in elegidos:
        if hallazgo.causa in huellas and hallazgo.causa is not None:
            efectos.setdefault(hallazgo.causa, []).append(detalle)
    grupos: dict[tuple[str | None, ...], Observacion] = {}
    for detalle, hallazgo in elegidos:
        if hallazgo.causa in huellas:
            continue
        grupo = grupos.setdefault(_clave(detalle, hallazgo), Observacion())
        grupo.detalles.append(detalle)
        grupo.efectos += efectos.get(detalle.huella, [])
    return grupos.values()


def _clave(detalle: Detalle, hallazgo: Hallazgo) -> tuple[str | None, ...]:
    """What makes two findings the same slip: the figures where there are two, else what is said of them."""
    comun = (hallazgo.codigo, hallazgo.gravedad, hallazgo.campo)
    if hallazgo.informado is not None and hallazgo.recalculado is not None:
        correccion = detalle.correccion
        return (*comun, hallazgo.informado, hallazgo.recalculado, correccion.campo if correccion is not None else None)
    return (*comun, hallazgo.mensaje)
