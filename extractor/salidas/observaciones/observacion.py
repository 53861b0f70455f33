"""One observation on paper: what is printed and where, the recalculation, what follows from it, and room for the answers."""

from __future__ import annotations

import re

from extractor.comun.texto import corto
from extractor.salidas.observaciones.grupos import Observacion
from extractor.salidas.observaciones.papel import Papel
from extractor.salidas.revision.detalle import CambioVisto, Detalle
from extractor.salidas.revision.formato import NIVELES, plural

LUGARES_DICHOS = 30
OPERANDOS_DICHOS = 25
_TEXTO = 1_500
_ES_CONSECUENCIA = re.compile(r"(?i)^si rig|ningún régimen admisible|rigiera|alcanza(?:ría)? el mínimo|podría cambiar")
"""Sentences of an explanation that say what follows for the decision, as the rules word them."""


def escribir_observacion(papel: Papel, numero: int, observacion: Observacion) -> None:
    d = observacion.principal
    veces = len(observacion.detalles)
    papel.titulo(f"Observación {numero}. {d.simbolo} {d.nivel}" + (f" · en {veces} lugares" if veces > 1 else ""), 2)
    papel.parrafo(corto(d.mensaje, _TEXTO), negrita=True, junto=True)
    papel.ficha(_ficha(d, veces))
    if veces > 1 or d.tambien:
        _lugares(papel, observacion)
    _recalculo(papel, d, veces)
    papel.dato("Consecuencia", _consecuencia(observacion))
    if d.correccion is not None:
        papel.dato("Corrección probable, si el servicio la confirma", _cambio(d.correccion))
    if d.alternativas:
        papel.parrafo("Hay más de una corrección posible y el documento no dice cuál:", negrita=True, junto=True)
        papel.lista([_cambio(cambio) for cambio in d.alternativas])
    papel.dato("Norma", d.norma or "el formulario no la imprime; se aplica el régimen indicado en la ficha del documento")
    papel.caja("Respuesta del servicio", "", 2.6, junto=True)
    papel.caja("Resolución del auditor", f"Decisión registrada: {d.decision}" if d.decision else "", 1.8)


def _ficha(d: Detalle, veces: int) -> list[tuple[str, str]]:
    renglones = [("Lugar" if veces == 1 else "Primer lugar", corto(d.lugar, _TEXTO))]
    if d.donde:
        renglones.append(("Dónde está", d.donde))
    if d.cita:
        renglones.append(("Está impreso", f"«{d.cita}»"))
    if d.informado is not None and d.recalculado is not None:
        renglones += [("Informado", d.informado), ("Recalculado", d.recalculado)]
        if d.diferencia is not None:
            renglones.append(("Diferencia", d.diferencia))
    return [*renglones, ("Tipo y huella", f"{d.tipo} · {d.codigo} · {d.huella}")]


def _lugares(papel: Papel, observacion: Observacion) -> None:
    escritos = [
        f"{corto(d.lugar, 200)}" + (f" ({d.donde})" if d.donde else "") + (f": «{corto(d.cita, 60)}»" if d.cita else "")
        for d in observacion.detalles
    ]
    if len(escritos) == 1:
        escritos = list(observacion.principal.tambien)
    papel.parrafo("Se repite en:" if len(observacion.detalles) > 1 else "También está en:", negrita=True, junto=True)
    papel.lista(escritos[:LUGARES_DICHOS])
    if len(escritos) > LUGARES_DICHOS:
        papel.parrafo(f"y en {len(escritos) - LUGARES_DICHOS} lugares más, que están en hallazgos.xlsx.", gris=True)


def _recalculo(papel: Papel, d: Detalle, veces: int) -> None:
    papel.parrafo("Recálculo" + (" (el del primer lugar)" if veces > 1 and d.pasos else ""), negrita=True, junto=True)
    for frase in _del_recalculo(d)[:12]:
        papel.parrafo(corto(f"{frase[:1].upper()}{frase[1:]}", _TEXTO))
    for paso in d.pasos[:3]:
        if paso.operandos:
            filas = [(o.letra, o.valor, o.que, o.lugar, f"«{o.cita}»") for o in paso.operandos[:OPERANDOS_DICHOS]]
            papel.tabla(("", "Valor", "Qué es", "Dónde está", "Impreso"), filas, (0.9, 2.0, 6.3, 3.8, 4.2))
            if len(paso.operandos) > OPERANDOS_DICHOS:
                papel.parrafo(f"y {len(paso.operandos) - OPERANDOS_DICHOS} operandos más.", gris=True)
        if paso.formula and not any(paso.formula in frase for frase in d.explicacion):
            papel.dato("Fórmula", corto(paso.formula, _TEXTO))
        if paso.intervalo is not None:
            papel.dato("Intervalo por los decimales impresos", f"de {paso.intervalo[0]} a {paso.intervalo[1]}")


def _del_recalculo(d: Detalle) -> list[str]:
    """The explanation without what the paper tells under a heading of its own: consequence and corrections."""
    aparte = ("Causa probable", "Causas posibles")
    return [f for f in d.explicacion if not _ES_CONSECUENCIA.search(f) and not f.startswith(aparte)]


def _consecuencia(observacion: Observacion) -> str:
    d = observacion.principal
    frases = [f for f in d.explicacion if _ES_CONSECUENCIA.search(f)] or [NIVELES[d.gravedad].significa]
    if d.arrastra:
        frases.append(f"{plural(d.arrastra, 'cifra posterior no cuadra', 'cifras posteriores no cuadran')} solo por esta causa")
    frases += [f"de aquí viene también: {corto(efecto.mensaje, 200)}" for efecto in observacion.efectos[:5]]
    return " ".join(f"{f[:1].upper()}{f[1:].rstrip('.')}." for f in frases)


def _cambio(cambio: CambioVisto) -> str:
    explica = plural(cambio.explica, "inconsistencia", "inconsistencias")
    return f"{cambio.campo}, {cambio.lugar}: «{cambio.a}» en vez de «{cambio.de}» (explica {explica})"
