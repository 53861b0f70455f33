"""Findings and answers about several documents: fingerprints, places and names in one way for all rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.comun.huellas import huella
from extractor.comun.texto import plegar
from extractor.modelo.conjunto import HallazgoConjunto, LugarConjunto, Resumen, VerificacionConjunto
from extractor.modelo.hallazgo import Gravedad, Motivo, Resultado
from extractor.reconciliador.conjunto.lados import Clave
from extractor.reconciliador.fabrica import diferencia
from extractor.reconciliador.redaccion import lista
from extractor.vocabularios.programas import nombre_de_programa
from extractor.vocabularios.regiones import regiones_de


def hallazgo(
    codigo: str, gravedad: Gravedad, mensaje: str, explicacion: str, *, documentos: Iterable[str], lugar: str,
    lugares: Sequence[LugarConjunto] = (), campo: str | None = None, informado: str | None = None,
    recalculado: str | None = None, norma: str | None = None, certeza: str = "segura", resumen: Resumen | None = None,
    codigos: Sequence[str] = (), programa: str | None = None, texto: str = "", donde: Sequence[object] = (),
) -> HallazgoConjunto:
    """One finding. ``donde``: what it is about, as data, where no place says it. ``resumen``, ``codigos``, ``programa`` and
    ``texto`` make the fingerprint of its content: service, year, regions, programme and folded text."""
    shas = tuple(sorted(set(documentos)))
    sitios = [[sitio.documento, sitio.tabla, sitio.fila, sitio.actividad] for sitio in lugares]
    clave = None if resumen is None or resumen.servicio is None else resumen.servicio.codigo
    return HallazgoConjunto(
        huella=huella(list(shas), codigo, campo, list(donde), sitios),
        huella_contenido=huella(clave, resumen.anio if resumen else None, list(codigos), programa or None, plegar(texto), codigo),
        codigo=codigo, gravedad=gravedad, tabla=None, fila=None, actividad=None, campo=campo, informado=informado,
        recalculado=recalculado, diferencia=diferencia(informado, recalculado), lugar=lugar, mensaje=mensaje,
        explicacion=explicacion, norma=norma, norma_origen=None, correccion_probable=None, alternativas=(), causa=None,
        lugares=tuple(lugares), certeza=certeza, origen=None, documentos=shas,
    )


def verificacion(
    regla: str, resultado: Resultado, formula: str, documentos: Iterable[str], *, lugares: Sequence[LugarConjunto] = (),
    informado: str | None = None, recalculado: str | None = None, motivo: Motivo | None = None,
    hecho: HallazgoConjunto | None = None,
) -> VerificacionConjunto:
    """One answer; ``hecho`` is the finding it became."""
    return VerificacionConjunto(
        regla=regla, documentos=tuple(sorted(set(documentos))), resultado=resultado, lugares=tuple(lugares), informado=informado,
        recalculado=recalculado, formula=formula, motivo=motivo, hallazgo=hecho.huella if hecho is not None else None,
    )


def nombre_region(codigo: str, division: str) -> str:
    """ "Región del Maule", by the names of the division in force."""
    entrada = regiones_de(division).get(codigo)
    return entrada.nombre if entrada is not None else codigo


def nombres_regiones(codigos: Iterable[str], division: str) -> str:
    return lista([nombre_region(codigo, division) for codigo in sorted(codigos)])


def nombre_entero(programa: str) -> str:
    """ "programa de complementariedad"; a form of a single programme names none."""
    return f"programa de {nombre_de_programa(programa) if programa else 'trabajo'}"


def programa_y_region(clave: Clave, resumen: Resumen) -> str:
    """ "programa de complementariedad, Región del Maule"."""
    nombre = nombre_entero(clave.programa)
    if clave.alcance == "REGION":
        return f"{nombre}, {nombres_regiones(clave.codigos, resumen.division)}"
    return f"{nombre}, {'todas las regiones' if clave.alcance == 'TODAS' else 'Nivel Central'}"


def de_quien(resumen: Resumen) -> str:
    """ "SERNAM, 2009"."""
    partes = [resumen.servicio.nombre if resumen.servicio is not None else "Servicio no identificado"]
    return ", ".join([*partes, *([str(resumen.anio)] if resumen.anio is not None else [])])
