"""What a result says was reached, against the goal of its row: counts with counts, percentages with percentages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from extractor.comun.numeros import canonico, leer_numero, media_unidad
from extractor.comun.texto import plegar
from extractor.modelo.hallazgo import Hallazgo
from extractor.modelo.tabla import Fila
from extractor.modelo.valores import Estado
from extractor.reconciliador.agrupar import Caso, cuadra, responder, sin_respuesta
from extractor.reconciliador.cantidades import Cantidad, cantidades, es_anio
from extractor.reconciliador.contexto import Contexto
from extractor.reconciliador.lexico import comienzos, conjunto, frases, raices
from extractor.reconciliador.metas import CELDAS_DE_META, comparables, con_metas, dice, metas_de_fila
from extractor.reconciliador.redaccion import cita
from extractor.reconciliador.regla import Regla, Respuesta
from extractor.reconciliador.textos import recorte

BAJO = "AVANCE_BAJO_META"
CIEN = Decimal(100)


@dataclass(frozen=True, slots=True)
class Parte:
    """``valor`` reached out of ``total`` ("12 de 20 sindicatos", "60% de 20"); ``cosas``: stems of the words that say of what."""

    valor: Decimal
    total: Decimal
    porcentaje: bool
    cosas: frozenset[str]


_N = r"\d{1,3}(?:\.\d{3})+|\d+"
_ANTES = r"(?<![0-9a-z.,/°º$#-])"
_DEL_TOTAL = r"de\s++(?:(?:los|las|un|total|el|de)\s++)*+"


@cache
def _parte() -> re.Pattern[str]:
    """A part and its total. Between them, words only where "de los", "de las" or "de un total de" makes the second number the
    total: "12 talleres de 2 horas" is no part of two."""
    no_parte = "".join(rf"(?<!\s{re.escape(palabra)})" for palabra in sorted(conjunto("sin_parte")))
    return re.compile(
        rf"{_ANTES}(?P<parte>{_N})(?P<cien>\s*%)?(?:\s+(?:{_DEL_TOTAL})|\s*(?P<barra>/)\s*|(?P<medio>(?:\s+[a-z]+){{1,3}}?){no_parte}"
        rf"\s+de\s+(?:l[oa]s|un\s+total\s+de)\s+)(?P<total>{_N})(?![\d/%]|[.,]\d|\s*%)(?P<cosas>(?:\s+[a-z]+){{0,3}})"
    )


@cache
def _del_mes() -> re.Pattern[str]:
    return re.compile(rf"\sde\s{frases('meses').pattern}")


def partes_de(texto: str) -> tuple[tuple[Parte, ...], str]:
    """The parts of a total that a text states, in order, and the folded text without them. A part above its total, and
    figures that may be a date ("12/7", "15 de 2007"), are none: they stay in the text."""
    plegado = plegar(texto)
    halladas, resto, cursor = [], [], 0
    hora_o_dinero = frases("horas_o_dinero")
    for hallada in _parte().finditer(plegado):
        parte = Decimal(hallada["parte"].replace(".", ""))
        total = Decimal(hallada["total"].replace(".", ""))
        cosas = raices(f"{hallada['medio'] or ''} {hallada['cosas']}")
        de_anio = es_anio(total) and not cosas
        suyas = hallada["cosas"].lstrip()
        if hallada["medio"] and hora_o_dinero.match(suyas) and hora_o_dinero.search(hallada["medio"]) is None:
            continue  # of other things than the part is
        if _del_mes().match(hallada["cosas"]):
            continue
        if total == 0 or parte > (CIEN if hallada["cien"] else total) or (hallada["barra"] and not cosas) or de_anio:
            continue
        halladas.append(Parte(parte, total, bool(hallada["cien"]), cosas))
        resto += [plegado[cursor : hallada.start()], " . "]
        cursor = hallada.end()
    return tuple(halladas), "".join([*resto, plegado[cursor:]])


def _cuenta_lo_mismo(meta: Cantidad, parte: Parte) -> bool:
    """Whether a part is counted in what the goal counts: it names it, or its total is the goal itself and it names nothing
    else. Of a percentage goal, whether it names what the indicator does, or nothing."""
    de_lo_suyo = not parte.cosas or bool(parte.cosas & meta.contexto)
    if meta.porcentaje:
        return de_lo_suyo
    return (meta.cosa is not None and meta.cosa in parte.cosas) or (parte.total == meta.valor and de_lo_suyo)


def _logros(meta: Cantidad, texto: str) -> frozenset[Decimal]:
    """The amounts that ``texto`` says were reached of what ``meta`` counts, in its unit; only one is an answer."""
    partes, resto = partes_de(texto)
    suyas = [p for p in partes if _cuenta_lo_mismo(meta, p)]
    if len({*suyas, *(p for p in partes if not p.cosas)}) > 1:
        return frozenset()  # of several groups, none is the whole
    if meta.porcentaje:
        dichos = {c.valor for c in cantidades(resto) if c.porcentaje} | {p.valor for p in suyas if p.porcentaje}
        return frozenset(dichos or {p.valor * CIEN / p.total for p in suyas})
    contados = {p.valor * p.total / CIEN if p.porcentaje else p.valor for p in suyas}
    return frozenset(contados or {c.valor for c in comparables(meta, resto)})


def _unidades(metas: list[Cantidad]) -> Iterator[Cantidad]:
    """Each goal in the ways it was written: "100% de 20" is twenty, and also all of them."""
    yield from metas
    for meta in metas:
        if meta.del_todo:
            yield replace(meta, valor=CIEN, cosa=None, porcentaje=True)


def avance_alcanza_la_meta(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """What is declared fulfilled reached its goal."""
    for mesa in con_metas(contexto):
        casos = []
        for fila in mesa.tabla.filas:
            metas = [m for m in metas_de_fila(fila) if m.meta or fila.meta]
            estado = _estado(fila)
            if not (fila.resultado or "").strip() or estado is None or not dice(estado):
                continue
            en_cifras = _en_cifras(fila, estado)
            if not metas and en_cifras is None:
                continue
            caso, motivo = en_cifras or _alcance(fila, metas, estado), contexto.dudas.de_estado(fila)
            if caso.resultado == "NO_CUADRA" and motivo is not None:
                caso = sin_respuesta(motivo, caso.formula, fila=fila.indice)
            casos.append(caso)
        yield from responder(
            contexto, BAJO, mesa, casos, campo="resultado", norma="estado", celdas=CELDAS_DE_META,
            varios="En {n} filas se declara cumplido un resultado menor que su meta.",
        )


def _estado(fila: Fila) -> Estado | None:
    """What a row says of its goal: its own state, or that of its only activity, where it is sure."""
    if fila.estado is not None or len(fila.actividades) != 1:
        return fila.estado
    estado = fila.actividades[0].estado
    return estado if estado is not None and estado.certeza != "dudosa" else None


def _en_cifras(fila: Fila, estado: Estado) -> Caso | None:
    """A row whose goal and result are a figure each, in one unit and with one reading: both measure its indicator. The result
    was measured, so that what its printed decimals may stand for must fall short too. None where they are anything else."""
    meta, logro = leer_numero(fila.meta or ""), leer_numero(fila.resultado or "")
    if meta is None or logro is None or (meta.signo, meta.moneda) != (logro.signo, logro.moneda) or es_anio(meta.decimal):
        return None
    formula = f"logrado {canonico(logro.decimal)}{logro.signo or ''}, meta {canonico(meta.decimal)}{meta.signo or ''}"
    if meta.ambiguo or logro.ambiguo:
        return sin_respuesta("lectura_dudosa", formula, fila=fila.indice)
    objetivos = plegar(" ".join(fila.objetivos))
    mide_lo_que_baja = comienzos("menos_es_mejor").search(plegar(fila.indicador or "") or objetivos)
    if mide_lo_que_baja is not None or comienzos("por_bajar").search(objetivos) is not None:
        return sin_respuesta("regimen_no_aplica", f"{formula}: el indicador mejora al bajar", fila=fila.indice)
    entero = logro.signo is None and logro.decimales == 0
    tope = logro.decimal if entero else logro.decimal + media_unidad(logro.decimales)
    if estado.valor != "CUMPLE" or tope >= meta.decimal:
        return cuadra(formula, fila=fila.indice)
    pedido, dicho = cita(recorte(fila.meta or "", 60)), cita(recorte(fila.resultado or "", 60))
    detalle = f"Se declara cumplida una meta de {pedido} con un resultado de {dicho}."
    return Caso("NO_CUADRA", formula, detalle, fila=fila.indice, informado=logro.decimal, recalculado=meta.decimal)


def _alcance(fila: Fila, metas: list[Cantidad], estado: Estado) -> Caso:
    resultado = fila.resultado or ""
    escrito = cita(recorte(resultado, 60))
    if comienzos("menos_es_mejor").search(plegar(fila.indicador or "")) is not None:
        return sin_respuesta("regimen_no_aplica", f"{escrito}: el indicador mejora al bajar", fila=fila.indice)
    for meta in _unidades(metas):
        logrados = _logros(meta, resultado)
        if len(logrados) != 1:
            continue
        (logro,) = logrados
        signo = "%" if meta.porcentaje else ""
        corto = _corto(logro, meta.valor)
        dicho, pedido = f"{canonico(corto)}{signo}", f"{canonico(meta.valor)}{signo}"
        formula = f"logrado {dicho}, meta {pedido}"
        if logro < meta.valor and estado.valor == "CUMPLE":
            detalle = f"Se declara cumplida una meta de {pedido} con un resultado de {dicho} ({escrito})."
            return Caso("NO_CUADRA", formula, detalle, fila=fila.indice, informado=corto, recalculado=meta.valor)
        return cuadra(formula, fila=fila.indice)
    return sin_respuesta("regimen_no_aplica", f"{escrito}: {_por_que(metas, resultado)}", fila=fila.indice)


def _corto(valor: Decimal, meta: Decimal) -> Decimal:
    """A share that does not end ("1 de 3") with two decimals, or as many as keep it on its side of the goal."""
    for decimales in range(2, 12):
        corto = round(valor, decimales)
        if valor == corto or (corto != meta and (corto < meta) == (valor < meta)):
            return corto if valor != corto else valor
    return valor


def _por_que(metas: list[Cantidad], resultado: str) -> str:
    """Why a result is not set against its goal."""
    partes, resto = partes_de(resultado)
    sueltas = cantidades(resto)
    if not partes and sueltas and len({c.porcentaje for c in (*sueltas, *metas)}) > 1:
        if all(c.porcentaje for c in sueltas):
            return "el resultado está en porcentaje y la meta en cantidad"
        if all(m.porcentaje for m in metas) and not any(c.porcentaje for c in sueltas):
            return "el resultado está en cantidad y la meta en porcentaje"
    return "no se sabe qué cifra mide la meta"


REGLAS_LOGICA_ALCANCE = (
    Regla(
        (BAJO,), "Lo que se declara cumplido alcanzó su meta", "logica", ("resultado", "indicador", "estado"), "estado",
        "Un resultado menor que la meta es un cumplimiento parcial.",
        "Meta: 5 talleres; resultado «3 talleres realizados»; estado «si».", avance_alcanza_la_meta,
    ),
)
