"""Goals against what is said of them: in the columns of one row, in a result that repeats it, and in the progress table.

Only numbers of the same thing are compared, and only where it is sure what each one counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from extractor.comun.numeros import canonico
from extractor.comun.texto import plegar
from extractor.modelo.hallazgo import Hallazgo, Motivo
from extractor.modelo.tabla import Fila
from extractor.reconciliador.agrupar import Caso, cuadra, responder, sin_respuesta
from extractor.reconciliador.cantidades import Cantidad, cantidades, metas_de
from extractor.reconciliador.contexto import Contexto
from extractor.reconciliador.lexico import comienzos, frases, lexico, raiz
from extractor.reconciliador.metas import CELDAS_DE_META, comparables, dice, metas_de_fila, programas
from extractor.reconciliador.metas_dichas import metas_dichas
from extractor.reconciliador.objetivos import sin_rotulo
from extractor.reconciliador.redaccion import cita
from extractor.reconciliador.regla import Regla, Respuesta
from extractor.reconciliador.textos import Indice, esencia, recorte

CONTRADICTORIA, MODIFICADA = "META_CONTRADICTORIA", "META_MODIFICADA"
REPITE = "RESULTADO_REPITE_META"
CELDAS_DE_AVANCE = ("avance", "medidas")
"""What was done; recommendations and commitments are of the time to come."""


def _informado(fila: Fila) -> bool:
    """Whether the row reports its fulfilment, so that its result is one and not what is expected."""
    return dice(fila.estado) or fila.ponderacion_ganada is not None or any(
        dice(a.estado) or a.ponderacion_ganada is not None for a in fila.actividades
    )


def meta_igual_en_la_fila(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """The columns of a row state one goal: the same thing is not counted with different numbers."""
    for mesa in programas(contexto):
        casos = []
        for fila in mesa.tabla.filas:
            columnas = _columnas(fila)
            metas = [(nombre, m) for nombre in ("indicador", "meta") for m in metas_de(columnas.get(nombre, ""))]
            choque = _choque(metas, columnas) or _medio_de_mas(metas, fila)
            if not metas or (len(columnas) < 2 and choque is None):
                continue
            if choque is not None:
                nombre, meta, otro, cantidad = choque
                detalle = (
                    f"La columna «{_NOMBRE[nombre]}» dice {cita(meta.texto)} y la columna «{_NOMBRE[otro]}» dice "
                    f"{cita(recorte(columnas.get(otro) or fila.medio or '', 60))}."
                )
                formula = f"{_NOMBRE[nombre]}: {canonico(meta.valor)}; {_NOMBRE[otro]}: {canonico(cantidad.valor)}"
                casos.append(
                    Caso("NO_CUADRA", formula, detalle, fila=fila.indice, informado=cantidad.valor, recalculado=meta.valor)
                )
            elif _hay_comparacion(metas, columnas):
                casos.append(cuadra("; ".join(f"{_NOMBRE[n]}: {canonico(m.valor)}" for n, m in metas), fila=fila.indice))
            else:
                casos.append(sin_respuesta("regimen_no_aplica", "no hay otra cifra de lo mismo", fila=fila.indice))
        yield from responder(
            contexto, CONTRADICTORIA, mesa, casos, campo="indicador", celdas=CELDAS_DE_META,
            varios="En {n} filas las columnas no dicen la misma meta.",
        )


_NOMBRE = {"indicador": "Indicador", "meta": "Meta", "resultado": "Resultado", "medio": "Medio de verificación"}


def _columnas(fila: Fila) -> dict[str, str]:
    """The cells that may state the goal. What was achieved may differ from it: result and means of a row that reports
    its fulfilment are left out."""
    textos = {"indicador": fila.indicador, "meta": fila.meta}
    if not _informado(fila):
        textos |= {"resultado": fila.resultado, "medio": fila.medio}
    return {nombre: texto for nombre, texto in textos.items() if texto and texto.strip()}


Choque = tuple[str, Cantidad, str, Cantidad]


def _medio_de_mas(metas: list[tuple[str, Cantidad]], fila: Fila) -> Choque | None:
    """In a row that reports its fulfilment, a means of verification that counts more of what the goal counts than the goal and
    the result do: neither explains it. One that counts less may show a part of them."""
    if not _informado(fila) or not fila.medio or not fila.resultado:
        return None
    for nombre, meta in metas:
        logrados = [c.valor for c in comparables(meta, fila.resultado)]
        ajeno = frases("otra_meta").search(plegar(fila.medio)) is not None  # "certificados en años anteriores"
        sirve = bool(logrados) and not meta.porcentaje and not ajeno
        dichos = comparables(meta, fila.medio) if sirve else []
        probados = [c for c in dichos if _de_lo_mismo(c, meta) or _lo_muestra(c, fila.medio)]
        tope = max([m.valor for _, m in metas if m.cosa == meta.cosa] + logrados)
        if probados and all(c.valor > tope for c in probados):
            return nombre, meta, "medio", probados[0]
    return None


def _choque(metas: list[tuple[str, Cantidad]], columnas: dict[str, str]) -> Choque | None:
    """The first goal that another column counts otherwise. A column that also gives the goal's number agrees with it."""
    for nombre, meta in metas:
        for otro, texto in columnas.items():
            if otro == nombre:
                continue
            mismas = comparables(meta, texto)
            if mismas and all(c.valor != meta.valor for c in mismas):
                propias = {m.valor for n, m in metas if n == nombre and m.cosa == meta.cosa}
                if not propias & {c.valor for c in mismas}:
                    return nombre, meta, otro, mismas[0]
    return None


def _de_lo_mismo(cantidad: Cantidad, meta: Cantidad) -> bool:
    """Whether what is said of the things counted is said of the goal's: "60 enrolled" are no "40 certified", and a roll of 60 of
    which nothing is said may be of all there are. But who is certified was trained, of whom nothing else is said."""
    suyo, pedido = cantidad.contexto - {cantidad.cosa}, meta.contexto - {meta.cosa}
    return bool(suyo & meta.contexto) or any(_llegan(suyo, pedido, grados) for grados in _alcanzados())


def _lo_muestra(cantidad: Cantidad, medio: str) -> bool:
    """Whether a means shows, one by one, so many things of which nothing else is said ("Fotografías de 9 paneles"): each is one
    that was done, as no roll or register says."""
    if cantidad.contexto - {cantidad.cosa}:
        return False
    forma = rf"{comienzos('muestran_lo_hecho').pattern}\s+(?:de|a)\s+(?:l[oa]s\s+)?{re.escape(cantidad.texto)}\b"
    return re.search(forma, plegar(medio)) is not None


def _llegan(suyo: frozenset[str | None], pedido: frozenset[str | None], grados: tuple[frozenset[str], ...]) -> bool:
    """Whether both say nothing but how far it went, the first no less far than the second. ``grados``: the words of each step."""
    pasos = [{n for n, grado in enumerate(grados) for p in dichos if p in grado} for dichos in (suyo, pedido)]
    conocidos = all(p is not None and any(p in grado for grado in grados) for p in suyo | pedido)
    return bool(suyo) and conocidos and min(pasos[0]) >= max(pasos[1], default=0)


@cache
def _alcanzados() -> tuple[tuple[frozenset[str], ...], ...]:
    return tuple(tuple(frozenset(map(raiz, paso)) for paso in grados) for grados in lexico().alcanzados)


def _hay_comparacion(metas: list[tuple[str, Cantidad]], columnas: dict[str, str]) -> bool:
    return any(comparables(meta, texto) for nombre, meta in metas for otro, texto in columnas.items() if otro != nombre)


def resultado_no_es_la_meta(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """A result says what was reached. One that only restates the goal, in a row without verdict, reports nothing."""
    for mesa in programas(contexto):
        casos = []
        for fila in mesa.tabla.filas:
            texto = fila.resultado or ""
            metas = metas_de_fila(fila)
            if not texto.strip() or (not metas and not fila.meta):
                continue
            formula = f"resultado {cita(recorte(texto, 60))}"
            if _informado(fila):
                casos.append(cuadra(f"{formula}, con su cumplimiento informado", fila=fila.indice))
            elif not _repite(texto, fila, metas):
                casos.append(sin_respuesta("sin_resultados", formula, fila=fila.indice))
            elif (motivo := contexto.dudas.de_estado(fila) or contexto.dudas.de_blanco(mesa.tabla, fila)) is not None:
                casos.append(sin_respuesta(motivo, formula, fila=fila.indice))
            else:
                detalle = f"El resultado ({cita(recorte(texto, 60))}) repite la meta y la fila no informa cumplimiento."
                casos.append(Caso("NO_CUADRA", formula, detalle, fila=fila.indice, informado=recorte(texto, 60)))
        yield from responder(
            contexto, REPITE, mesa, casos, campo="resultado", norma="estado", celdas=CELDAS_DE_META,
            varios="En {n} filas el resultado repite la meta y no se informa cumplimiento.",
        )


def _repite(texto: str, fila: Fila, metas: Iterable[Cantidad]) -> bool:
    if frases("metas").search(plegar(texto)) is not None and any(c.valor == m.valor for c in cantidades(texto) for m in metas):
        return True
    if esencia(texto) and esencia(texto) in (esencia(fila.meta or ""), esencia(fila.indicador or "")):
        return True
    return any(c.valor == meta.valor for meta in metas for c in comparables(meta, texto))


def meta_no_cambia(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """The progress table speaks of the goal that the programme committed itself to."""
    comprometidas: dict[str, list[Cantidad]] = {}
    dudosas: dict[str, Motivo | None] = {}
    for programa in programas(contexto):
        for fila in programa.tabla.filas:
            motivo = contexto.dudas.de_celda(programa.tabla.id, fila.indice, "objetivo", *CELDAS_DE_META)
            for objetivo in map(sin_rotulo, fila.objetivos):
                comprometidas.setdefault(objetivo, []).extend(metas_de_fila(fila))
                dudosas[objetivo] = dudosas.get(objetivo) or motivo
    perdidas = next((m for p in programas(contexto) if (m := contexto.dudas.de_ausencia(p.tabla)) is not None), None)
    indice = Indice(comprometidas)
    for mesa in contexto.mesas:
        if mesa.tabla.tipo != "analisis_avance" or not comprometidas:
            continue
        casos = []
        for fila in mesa.tabla.filas:
            textos = "\n".join(t for campo in CELDAS_DE_AVANCE if (t := getattr(fila, campo)))
            suyos = [igual for o in fila.objetivos for igual in indice.iguales(sin_rotulo(o))]
            propias = [m for suyo in dict.fromkeys(suyos) for m in comprometidas[suyo]]
            dichas, otras = metas_dichas(textos, contexto.anio)
            for dicha in dichas:
                mismas = [m for m in propias if m.cosa == dicha.cosa and not m.porcentaje]
                if not mismas:
                    continue
                valores = sorted({m.valor for m in mismas})
                formula = f"programa: {', '.join(map(canonico, valores))}; avance: {canonico(dicha.valor)}"
                duda = next((m for suyo in suyos if (m := dudosas[suyo]) is not None), perdidas)
                if dicha.valor in valores:
                    casos.append(cuadra(formula, fila=fila.indice))
                elif duda is not None:
                    casos.append(sin_respuesta(duda, formula, fila=fila.indice))
                else:
                    suya = f"La meta del programa es {canonico(valores[0])}"
                    detalle = f"{suya} y el análisis del avance habla de {canonico(dicha.valor)}."
                    casos.append(
                        Caso("NO_CUADRA", formula, detalle, fila=fila.indice, informado=dicha.valor, recalculado=valores[0])
                    )
                break
            else:
                if propias:
                    nada = "el avance habla de otra meta, o no dice de cuál" if otras else "el avance no nombra la meta"
                    casos.append(sin_respuesta("regimen_no_aplica", nada, fila=fila.indice))
        yield from responder(
            contexto, MODIFICADA, mesa, casos, campo="avance", celdas=("objetivo", *CELDAS_DE_AVANCE),
            varios="En {n} filas el análisis del avance cambia la meta del programa.",
        )


REGLAS_LOGICA_METAS = (
    Regla(
        (CONTRADICTORIA,), "Las columnas de una fila dicen la misma meta", "logica", ("indicador", "meta", "resultado", "medio"),
        None, "Dos metas para un mismo compromiso impiden decir si se cumplió. En una fila cumplida solo choca un medio que "
        "cuenta más que la meta y que el resultado.",
        "Indicador con meta 40 y medio de verificación «60 alumnos certificados».", meta_igual_en_la_fila,
    ),
    Regla(
        (MODIFICADA,), "El análisis del avance no cambia la meta del programa", "logica", ("objetivo", "avance"), None,
        "La meta es la comprometida; otra, escrita después, mediría un compromiso distinto. La de otro año, de una parte del año "
        "o de otro organismo no es la suya.",
        "Programa con meta de 40 talleres y avance que habla de «30 talleres comprometidos».", meta_no_cambia,
    ),
    Regla(
        (REPITE,), "El resultado no repite la meta", "logica", ("resultado", "indicador"), "estado",
        "Un resultado igual a la meta, sin cumplimiento informado, es lo que se espera y no lo que se logró.",
        "Meta: 200; resultado «Meta: 200 personas», con estado y ponderación ganada en blanco.", resultado_no_es_la_meta,
    ),
)
