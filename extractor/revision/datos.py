"""The facts of a document that a person may state: service, year, region and stage, each with what holds now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.comun.decisiones_claves import CAMPOS_DOCUMENTO, clave_canonica, clave_documento
from extractor.modelo.decision import Decision
from extractor.modelo.informe import Informe
from extractor.revision.mesa import Mesa
from extractor.revision.nombres import Candidato, region_leida, regiones_para, servicios_para

ROTULOS = {"servicio": "Servicio", "anio": "Año", "region": "Región", "etapa": "Etapa"}
ETAPAS = (Candidato("3", "Etapa 3 (implementación)", None), Candidato("4", "Etapa 4 (evaluación)", None))


@dataclass(frozen=True, slots=True)
class Dato:
    """``leido``: what holds now, "" when nothing does; ``candidatos``: none where any value may be written."""

    campo: str
    rotulo: str
    leido: str
    candidatos: tuple[Candidato, ...]
    decision: Decision | None


def datos_de(mesa: Mesa, informe: Informe) -> list[Dato]:
    """The four facts of a document, in the order of the manual."""
    leidos, ofrecidos = leidos_de(informe), _candidatos(informe)
    sha256 = informe.documento.sha256
    return [
        Dato(
            campo,
            ROTULOS[campo],
            leidos[campo],
            tuple(ofrecidos.get(campo, ())),
            mesa.vigente("documento", clave_canonica("documento", clave_documento(sha256, campo))),
        )
        for campo in CAMPOS_DOCUMENTO
    ]


def leidos_de(informe: Informe) -> dict[str, str]:
    """What the document is taken to be, in words, by field; the region is that of the tables that do not say their own."""
    ficha = informe.documento
    heredadas = [region_leida(t.region.nombre, t.region.alcance) for t in informe.tablas if t.region.heredada]
    return {
        "servicio": (ficha.servicio.nombre or ficha.servicio.texto) if ficha.servicio is not None else "",
        "anio": "" if ficha.anio is None else str(ficha.anio),
        "region": ", ".join(dict.fromkeys(nombre for nombre in heredadas if nombre)),
        "etapa": " y ".join(str(etapa) for etapa in ficha.etapas),
    }


def es_region(texto: str, anio: int | None) -> bool:
    """Whether a text says a region of the year's division, all of them or the central level."""
    from extractor.normalizadores.regiones import razonar_region

    leida, _ = razonar_region(texto, anio)
    return bool(leida.codigos) or leida.alcance == "NIVEL_CENTRAL"


def _candidatos(informe: Informe) -> dict[str, Sequence[Candidato]]:
    ficha = informe.documento
    escrito = ficha.servicio.texto if ficha.servicio is not None else ""
    regiones = [
        # stated as a person writes it, so that it stays itself when the year, and with it the division, is stated too
        Candidato(c.nombre.rpartition(" · ")[2], c.nombre, None)
        for c in regiones_para("", ficha.anio)
        if c.valor != "SIN_DATO"
    ]
    return {"servicio": servicios_para(escrito), "region": regiones, "etapa": ETAPAS}
