"""What the names add to the sections of an evaluation or a guide: grades, institutions, legal references."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extractor.modelo.campos import GRADOS
from extractor.modelo.crudo import SeccionCruda
from extractor.modelo.informe import Seccion
from extractor.modelo.valores import Grado
from extractor.proceso.decisiones import DecisionesDelDocumento
from extractor.proceso.decisiones_nombres import instituciones
from extractor.vocabularios.grados_marcados import partir_opciones

_PALABRAS_DE_GRADO, _ETAPA_EVALUACION = 3, 4


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
    elif not campos and seccion.nivel == "seccion":
        # told in prose, with no form: what it writes, and nothing where it writes no grade
        dicho = buscar_grado([seccion.texto or ""], decisiones.anio)
        evalua = cruda.etapa == _ETAPA_EVALUACION
        # a list of grades to mark asks for one, whatever stands around it
        partido = partir_opciones([seccion.texto or ""])
        pide = evalua and bool(partido.listas)
        if pide and not partido.prosa:
            campos = {"desarrollo": None}
        if dicho[0] == "NO_APLICA" or pide or (dicho[0] != "SIN_DATO" and evalua):
            campos |= {"grado_avance": dicho[0], "grados": list(dicho[1]), "instituciones": []}
    elif "desarrollo" in campos or "grado" in campos:
        textos = [t for t in (campos.get("desarrollo"), campos.get("recomendaciones")) if t]
        de_su_parte = cruda.region.anio if cruda.region is not None else None
        grado, escritos = buscar_grado(textos, de_su_parte or decisiones.anio)
        columna = campos.pop("grado", None)
        if cruda.sin_grado:
            campos["grado"] = None  # there is a cell for it, and it is blank
        if columna:
            grado, escritos = con_columna(de_columna(columna), (grado, escritos))
        campos["grado_avance"] = grado
        campos["grados"] = list(escritos)
        campos["instituciones"] = list(instituciones(decisiones, "\n".join(textos)))
    return seccion.model_copy(update={"campos": campos})


def de_columna(texto: str) -> tuple[Grado, tuple[str, ...]]:
    """The grade in a cell of a column of grades, whose header says "avance" for a cell that says only "Mayor"."""
    from extractor.normalizadores.estados import buscar_grado

    hallado = buscar_grado([texto])
    if hallado[0] != "SIN_DATO" or len(texto.split()) > _PALABRAS_DE_GRADO:
        return hallado
    grado, _ = buscar_grado([f"Avance {texto.lower()}"])
    return (grado, (texto,)) if grado != "SIN_DATO" else hallado


def con_columna(columna: tuple[Grado, tuple[str, ...]], prosa: tuple[Grado, tuple[str, ...]]) -> tuple[Grado, tuple[str, ...]]:
    """The grade of a column of grades together with the one that the other columns write: of two the lower."""
    grados = [grado for grado, _ in (columna, prosa) if grado in GRADOS]
    return (min(grados, key=GRADOS.index) if grados else columna[0]), (*columna[1], *prosa[1])
