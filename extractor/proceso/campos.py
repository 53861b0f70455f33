"""What the names add to the sections of an evaluation or a guide: grades, institutions, legal references."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extractor.modelo.crudo import SeccionCruda
from extractor.modelo.informe import Seccion
from extractor.proceso.decisiones import DecisionesDelDocumento
from extractor.proceso.decisiones_nombres import instituciones


def con_nombres(
    secciones: Sequence[Seccion], crudas: Sequence[SeccionCruda], guia: bool, decisiones: DecisionesDelDocumento
) -> tuple[Seccion, ...]:
    """The sections with the fields that need vocabularies."""
    return tuple(_con_campos(s, c, guia, decisiones) for s, c in zip(secciones, crudas, strict=True))


def _con_campos(seccion: Seccion, cruda: SeccionCruda, guia: bool, decisiones: DecisionesDelDocumento) -> Seccion:
    from extractor.normalizadores.estados import buscar_grado
    from extractor.normalizadores.normas import buscar_normas

    campos: dict[str, Any] = dict(seccion.campos)
    if guia:
        normas: list[dict[str, str | int | None]] = []
        for parrafo in cruda.parrafos:
            normas.extend(n for n in buscar_normas(parrafo.texto) if n not in normas)
        if normas:
            campos["normas"] = normas
    elif "desarrollo" in campos:
        textos = [t for t in (campos.get("desarrollo"), campos.get("recomendaciones")) if t]
        grado, escritos = buscar_grado(textos)
        campos["grado_avance"] = grado
        campos["grados"] = list(escritos)
        campos["instituciones"] = list(instituciones(decisiones, "\n".join(textos)))
    return seccion.model_copy(update={"campos": campos})
