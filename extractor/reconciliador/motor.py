"""Runs the rules in order and puts their answers into the report. A rule that crashes is a finding; the rest run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from extractor.comun.huellas import huella
from extractor.modelo.hallazgo import Hallazgo, Verificacion
from extractor.modelo.informe import Informe
from extractor.reconciliador.contexto import Contexto, preparar
from extractor.reconciliador.correcciones import con_correcciones
from extractor.reconciliador.enlaces import enlaces
from extractor.reconciliador.expectativas import Expectativas
from extractor.reconciliador.fabrica import hallazgo
from extractor.reconciliador.gravedad import heredar_gravedad
from extractor.reconciliador.otro_regimen import con_otro_regimen
from extractor.reconciliador.regla import Regla, Respuesta
from extractor.reconciliador.reglas import REGLAS


def reconciliar(informe: Informe, expectativas: Expectativas, reglas: Sequence[Regla] = REGLAS) -> Informe:
    """A new report with its recomputed fields, verifications, findings (by place, then code) and coverage filled."""
    contexto = preparar(informe, expectativas)
    verificaciones: list[Verificacion] = []
    hallazgos: list[Hallazgo] = []
    de_que_hallazgo: dict[int, int] = {}
    for regla in reglas:
        respuestas = _aplicar(regla, contexto, tuple(hallazgos))
        enlazadas, lugares = enlaces(respuestas), {}
        for posicion, respuesta in enumerate(respuestas):
            lista: list[Any] = verificaciones if isinstance(respuesta, Verificacion) else hallazgos
            lugares[posicion] = len(lista)
            lista.append(respuesta)
        de_que_hallazgo.update((lugares[verificacion], lugares[hecho]) for verificacion, hecho in enlazadas.items())
    unicos = _huellas_unicas(hallazgos)
    verificaciones = [
        v.model_copy(update={"hallazgo": unicos[de_que_hallazgo[n]].huella}) if n in de_que_hallazgo else v
        for n, v in enumerate(verificaciones)
    ]
    explicados = con_correcciones(contexto, con_otro_regimen(contexto, unicos))
    ordenados = _ordenar(contexto, heredar_gravedad(explicados))
    motivos = Counter(v.motivo for v in verificaciones if v.motivo is not None)
    cobertura = contexto.informe.cobertura.model_copy(update={
        "verificables": len(verificaciones),
        "verificadas": sum(1 for v in verificaciones if v.resultado != "NO_VERIFICABLE"),
        "no_verificables": {str(motivo): motivos[motivo] for motivo in sorted(motivos)},
    })
    return contexto.informe.model_copy(update={
        "verificaciones": tuple(verificaciones), "hallazgos": ordenados, "cobertura": cobertura,
    })


def _aplicar(regla: Regla, contexto: Contexto, previos: tuple[Hallazgo, ...]) -> tuple[Respuesta, ...]:
    """The rule's answers, or REGLA_FALLIDA naming it when it breaks. All of them or none: half a rule is no answer."""
    try:
        return tuple(regla.funcion(contexto, previos))
    except Exception as error:  # a bug in one rule must not hide what the others find
        return (
            hallazgo(
                contexto, "REGLA_FALLIDA", "aviso", f"La regla «{regla.nombre}» falló y no se aplicó a este documento.",
                f"Códigos que no se comprobaron: {', '.join(regla.codigos)}. Falla: {type(error).__name__}: {error}",
            ),
        )


def _huellas_unicas(hallazgos: Sequence[Hallazgo]) -> tuple[Hallazgo, ...]:
    """Two findings of one code at one very place get apart by their order."""
    vistas: Counter[str] = Counter()
    unicas = []
    for uno in hallazgos:
        vistas[uno.huella] += 1
        repetida = vistas[uno.huella]
        unicas.append(uno if repetida == 1 else uno.model_copy(update={"huella": huella(uno.huella, repetida)}))
    return tuple(unicas)


def _ordenar(contexto: Contexto, hallazgos: tuple[Hallazgo, ...]) -> tuple[Hallazgo, ...]:
    """By place (tables, then sections, then the document), row, activity, code."""
    lugares = [tabla.id for tabla in contexto.informe.tablas] + [seccion.id for seccion in contexto.informe.secciones]
    posicion = {donde: n for n, donde in reversed(list(enumerate(lugares)))}
    return tuple(sorted(hallazgos, key=lambda h: (
        posicion.get(h.tabla or "", len(lugares)), -1 if h.fila is None else h.fila, -1 if h.actividad is None else h.actividad,
        h.codigo, h.campo or "", h.huella,
    )))
