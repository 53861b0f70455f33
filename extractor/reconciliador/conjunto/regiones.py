"""Regions that a service's files leave out, where they cover nearly all (REGION_FALTANTE)."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.modelo.conjunto import HallazgoConjunto, Resumen, VerificacionConjunto
from extractor.reconciliador.conjunto.coleccion import Grupo
from extractor.reconciliador.conjunto.fabrica import de_quien, hallazgo, nombres_regiones, verificacion
from extractor.vocabularios.regiones import regiones_de

FALTANTE = "REGION_FALTANTE"
POCAS = 5
"""One region in so many may be missing from a folder that is meant to be whole; of a folder that lacks more nothing is said."""


def regiones_faltantes(grupo: Grupo) -> Iterator[HallazgoConjunto | VerificacionConjunto]:
    """By year and stage: against the division of the year, and against the stage before. One file alone says nothing of
    what the others hold, unless it is the service's report of several regions and an earlier stage had more."""
    por_anio: dict[int, dict[int, list[Resumen]]] = {}
    for resumen in grupo.resumenes:
        if resumen.servicio is None or not resumen.servicio.nacional or resumen.anio is None:
            continue
        for escrita in filter(None, resumen.regiones):
            por_anio.setdefault(resumen.anio, {}).setdefault(int(escrita), []).append(resumen)
    sin_anio = any(r.anio is None and r.regiones for r in grupo.resumenes)
    for anio in sorted(por_anio):
        anterior: tuple[int, list[Resumen]] | None = None
        for etapa, resumenes in sorted(por_anio[anio].items()):
            dichas: set[str] = set()
            perdidas = bool(grupo.sin_leer) or sin_anio or any(map(_puede_tener_otras, resumenes))
            for respuesta in _de_la_division(etapa, resumenes, perdidas):
                if isinstance(respuesta, HallazgoConjunto):
                    dichas = set((respuesta.recalculado or "").split(", "))
                yield respuesta
            if anterior is not None:
                yield from _de_la_etapa_anterior(anterior, (etapa, resumenes), dichas, perdidas)
            anterior = (etapa, resumenes)


def _puede_tener_otras(resumen: Resumen) -> bool:
    """Whether a region that was not read may be in a document: it was not read whole, and is of several regions or of none."""
    return resumen.estado == "parcial" and len({c for codigos in resumen.regiones.values() for c in codigos}) != 1


def _cubren(resumenes: list[Resumen], etapa: int) -> set[str]:
    return {codigo for r in resumenes for codigo in r.regiones.get(str(etapa), ())}


def _de_la_division(
    etapa: int, resumenes: list[Resumen], perdidas: bool
) -> Iterator[HallazgoConjunto | VerificacionConjunto]:
    """``perdidas``: what is missing may stand in what was not read."""
    todas = set(regiones_de(resumenes[0].division))
    cubiertas = _cubren(resumenes, etapa)
    faltan = todas - cubiertas
    shas = [r.sha256 for r in resumenes]
    formula = f"{de_quien(resumenes[0])}, Etapa {etapa}: {len(cubiertas & todas)} de {len(todas)} regiones"
    if not faltan:
        yield verificacion(FALTANTE, "CUADRA", formula, shas)
    elif len(resumenes) < 2 or len(faltan) * POCAS > len(todas):
        yield verificacion(FALTANTE, "NO_VERIFICABLE", formula, shas, motivo="falta_total")
    elif perdidas:
        yield verificacion(FALTANTE, "NO_VERIFICABLE", formula, shas, motivo="lectura_dudosa")
    else:
        yield from _hallazgo(
            resumenes[0], etapa, faltan, shas,
            f"sus archivos cubren {len(cubiertas & todas)} de las {len(todas)} regiones del año", formula,
        )


def _de_la_etapa_anterior(
    anterior: tuple[int, list[Resumen]], actual: tuple[int, list[Resumen]], dichas: set[str], perdidas: bool
) -> Iterator[HallazgoConjunto | VerificacionConjunto]:
    antes, previos = anterior
    etapa, resumenes = actual
    comprometidas, cubiertas = _cubren(previos, antes), _cubren(resumenes, etapa)
    faltan = comprometidas - cubiertas
    shas = sorted({r.sha256 for r in (*previos, *resumenes)})
    formula = (
        f"{de_quien(resumenes[0])}: {len(comprometidas)} regiones en la Etapa {antes}, de ellas {len(comprometidas & cubiertas)} "
        f"en la Etapa {etapa}"
    )
    if not faltan:
        yield verificacion(FALTANTE, "CUADRA", formula, shas)
        return
    de_varias = any(len(r.regiones.get(str(etapa), ())) > 1 for r in resumenes)
    if not (comprometidas & cubiertas) or not (de_varias or len(faltan) * POCAS <= len(comprometidas)):
        yield verificacion(FALTANTE, "NO_VERIFICABLE", formula, shas, motivo="falta_total")
    elif perdidas:
        yield verificacion(FALTANTE, "NO_VERIFICABLE", formula, shas, motivo="lectura_dudosa")
    elif faltan - dichas:
        yield from _hallazgo(
            resumenes[0], etapa, faltan - dichas, shas, f"están en la Etapa {antes} y no en la Etapa {etapa}", formula
        )


def _hallazgo(
    resumen: Resumen, etapa: int, faltan: set[str], shas: list[str], por_que: str, formula: str
) -> Iterator[HallazgoConjunto | VerificacionConjunto]:
    nombres = nombres_regiones(faltan, resumen.division)
    hecho = hallazgo(
        FALTANTE, "aviso", f"{de_quien(resumen)}, Etapa {etapa}: no hay informe de {nombres}; {por_que}.",
        f"{formula}. Si el servicio no tenía programa ahí, no falta nada; si lo tenía, el resultado del servicio no puede "
        "comprobarse.", documentos=shas, lugar=f"{de_quien(resumen)}, Etapa {etapa}", campo="region",
        recalculado=", ".join(sorted(faltan)), resumen=resumen, codigos=sorted(faltan),
        donde=(resumen.anio, etapa, sorted(faltan)),
    )
    yield hecho
    yield verificacion(FALTANTE, "NO_CUADRA", formula, shas, recalculado=hecho.recalculado, hecho=hecho)
