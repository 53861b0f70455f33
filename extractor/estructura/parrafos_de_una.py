"""Paragraphs of one activity that a blank line parts and nothing marks, in a table whose rows hold one activity each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.estructura.filas import FilaArmada
from extractor.estructura.items import EsVeredicto, cifras, estados, textos
from extractor.estructura.parrafos_seguidos import con_marca
from extractor.modelo.avisos import AvisoEstructura
from extractor.modelo.crudo import TablaCruda
from extractor.modelo.documento import Celda, Parrafo
from extractor.vocabularios.filas import nombra_total

_DETALLE = "la celda trae {n} párrafos sin número y la fila una sola ponderación: se leyeron como una actividad"


def de_una_actividad(
    armadas: Sequence[FilaArmada], cruda: TablaCruda, identidad: str, es_veredicto: EsVeredicto
) -> tuple[list[FilaArmada], list[AvisoEstructura]]:
    """The rows with such paragraphs as lines of one activity, and a notice for each, since there may be as many activities with
    one weight among them: another row has one activity and one weight, none weighs several, and whatever else the row prints
    counts one."""
    roles = [c.rol for c in cruda.columnas]
    pesos = [len(cifras(_de(a, roles, "ponderacion")).cifras) for a in armadas]
    if "actividad" not in roles or max(pesos, default=0) > 1:
        return list(armadas), []
    sitio = roles.index("actividad")
    solas = [a.celdas[sitio] for a, n in zip(armadas, pesos, strict=True) if n == 1 and len(a.celdas[sitio].parrafos) == 1]
    if all(nombra_total(celda.texto) for celda in solas):
        return list(armadas), []
    salida: list[FilaArmada] = []
    avisos: list[AvisoEstructura] = []
    for armada in armadas:
        celda = armada.celdas[sitio]
        if _es_una(celda, armada, roles, es_veredicto):
            avisos.append(
                AvisoEstructura(
                    "LECTURA_DUDOSA", identidad, None, None, "actividad", _DETALLE.format(n=len(celda.parrafos)), celda.origen
                )
            )
            seguidos = (celda.parrafos[0], *(replace(p, hueco=0) for p in celda.parrafos[1:]))
            celdas = (*armada.celdas[:sitio], replace(celda, parrafos=seguidos), *armada.celdas[sitio + 1 :])
            armada = replace(armada, celdas=celdas)
        salida.append(armada)
    return salida, avisos


def _es_una(celda: Celda, armada: FilaArmada, roles: Sequence[str], es_veredicto: EsVeredicto) -> bool:
    if len(celda.parrafos) < 2 or any(con_marca(p.texto) for p in celda.parrafos) or len(textos(celda.parrafos).items) < 2:
        return False
    otras = (
        len(cifras(_de(armada, roles, "ponderacion_ganada")).cifras), estados(_de(armada, roles, "estado"), es_veredicto).natural
    )  # fmt: skip
    return len(cifras(_de(armada, roles, "ponderacion")).cifras) == 1 and any(otras) and max(otras) == 1


def _de(armada: FilaArmada, roles: Sequence[str], rol: str) -> list[Parrafo]:
    return [p for c, k in zip(armada.celdas, roles, strict=True) if k == rol for p in c.parrafos]
