"""What a text says of itself: two grades in one section, too few activities for an objective, a count and its list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.comun.texto import palabras, plegar, sin_ordinal, sin_vineta
from extractor.modelo.base import Origen
from extractor.modelo.hallazgo import Hallazgo, Motivo, Verificacion
from extractor.modelo.informe import Seccion
from extractor.modelo.tabla import Fila
from extractor.reconciliador.agrupar import Caso, cuadra, responder, sin_respuesta
from extractor.reconciliador.cantidades import metas_de
from extractor.reconciliador.contexto import Contexto, Mesa
from extractor.reconciliador.fabrica import hallazgo, sin_juicio
from extractor.reconciliador.lexico import lexico
from extractor.reconciliador.listas_contadas import Lista, listas_contadas
from extractor.reconciliador.metas import CELDAS_DE_META
from extractor.reconciliador.redaccion import cita, lista
from extractor.reconciliador.regla import Regla, Respuesta
from extractor.reconciliador.textos import esencia, recorte

GRADO, POCAS, CONTEO = "GRADO_CONTRADICTORIO", "MENOS_DE_DOS_ACTIVIDADES", "CONTEO_NO_CUADRA"
CAMPOS_DE_TEXTO = ("desarrollo", "recomendaciones")
"""The fields of an evaluation's section that are prose."""
_MARCA = re.compile(r"(?<![^\W_])[xX](?![^\W_])|[☒☑✓✔✗✘■●]")
"""A box filled in: of the form's grades, which it prints whole, one of no words of its own ("Sin avance _X_")."""
LARGO_ACTIVIDAD = 140
"""Characters: a longer single cell may hold several activities that nobody marked."""


def grado_unico(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """A section writes one grade of progress."""
    for seccion in contexto.informe.secciones:
        escritos = [str(g) for g in seccion.campos.get("grados") or ()]
        grados = {grado for texto in escritos for grado in _grados(texto)}
        if "grado_avance" not in seccion.campos:
            continue
        if len(grados) > 1 and (duda := contexto.dudas.de_celda(seccion.id, None, "desarrollo", "recomendaciones", "grado")):
            yield sin_juicio(GRADO, duda, seccion, f"grados escritos: {len(escritos)}")
            continue
        yield _de_seccion(GRADO, seccion, "NO_CUADRA" if len(grados) > 1 else "CUADRA" if grados else "NO_VERIFICABLE", escritos)
        if len(grados) > 1:
            yield hallazgo(
                contexto, GRADO, "logica", f"La sección escribe dos grados de avance: {lista([cita(e) for e in escritos])}.",
                "El formulario pide un grado por sección; se conserva el menor.", seccion=seccion, campo="grado_avance",
                informado=", ".join(sorted(grados)), origen=seccion.origen,
            )


def _grados(texto: str) -> set[str]:
    from extractor.vocabularios.estados import vocabulario

    dichas = set(palabras(texto).split())
    escritos: set[str] = {forma.grado for forma in vocabulario().grados.formas if dichas & {plegar(p) for p in forma.palabras}}
    if not escritos and _MARCA.search(texto):
        escritos = {"NO_APLICA" if "aplica" in dichas else "SIN_AVANCE"}
    return escritos


def _de_seccion(regla: str, seccion: Seccion, resultado: str, escritos: list[str]) -> Verificacion:
    return Verificacion.model_validate({
        "regla": regla, "tabla": seccion.id, "fila": None, "actividad": None, "resultado": resultado,
        "informado": ", ".join(escritos) or None, "recalculado": None, "intervalo": None, "operandos": (),
        "formula": f"grados escritos: {len(escritos)}", "motivo": None if resultado != "NO_VERIFICABLE" else "falta_estado",
        "causa": None,
    })


def actividades_suficientes(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """An objective has as many activities as its regime demands, unless a goal measures it.

    Only where an objective's row lists its own activities: the programme for informing regional governments prints one.
    """
    for mesa in contexto.pesadas:
        minimo = mesa.regimen.minimo_actividades if mesa.regimen is not None else None
        if minimo is None or mesa.tabla.programa == "informacion":
            continue
        casos = [_si_estan_todas(contexto, mesa, filas, _cuenta(filas, minimo)) for filas in _por_objetivo(mesa)]
        yield from responder(
            contexto, POCAS, mesa, casos, campo="actividad", norma="minimo_actividades",
            varios=f"{{n}} objetivos tienen menos de {minimo} actividades y no los mide una meta.",
        )


def _si_estan_todas(contexto: Contexto, mesa: Mesa, filas: list[Fila], caso: Caso) -> Caso:
    """The answer, unless some activity of the objective may not have been read."""
    if caso.resultado != "NO_CUADRA":
        return caso
    dudas, tabla = contexto.dudas, mesa.tabla
    motivo = dudas.de_ausencia(tabla)
    for fila in filas:
        motivo = motivo or dudas.de_celda(tabla.id, fila.indice, "actividad", "objetivo", *CELDAS_DE_META)
        motivo = motivo or ("lectura_dudosa" if (tabla.id, fila.indice) in dudas.filas else None)
    return caso if motivo is None else sin_respuesta(motivo, caso.formula, fila=caso.fila)


def _por_objetivo(mesa: Mesa) -> list[list[Fila]]:
    """The rows of each objective, in order. A row without one may be of the objective printed above it, once for several rows,
    and is counted there; with none above it stands alone."""
    grupos: dict[str, list[Fila]] = {}
    dicha = ""
    for fila in mesa.tabla.filas:
        dicha = esencia(" ".join(fila.objetivos)) or dicha
        grupos.setdefault(dicha or f"fila {fila.indice}", []).append(fila)
    return list(grupos.values())


def _cuenta(filas: list[Fila], minimo: int) -> Caso:
    primera = filas[0].indice
    textos = [a.texto or "" for fila in filas for a in fila.actividades]
    dicho = f"actividades del objetivo: {len(textos)}; mínimo {minimo}"
    if any(fila.meta or metas_de(fila.indicador or "") for fila in filas):
        return cuadra(f"{dicho}; lo mide una meta", fila=primera)
    if len(textos) >= minimo:
        return cuadra(dicho, fila=primera)
    if not textos or any(not _una_sola(texto) for texto in textos):
        return sin_respuesta("lectura_dudosa", f"{dicho}; no se sabe cuántas hay en la celda", fila=primera)
    cuantas = "una actividad" if len(textos) == 1 else f"{len(textos)} actividades"
    detalle = f"El objetivo tiene {cuantas} ({cita(recorte(textos[0], 60))}) y se exigen al menos {minimo}, o una meta."
    return Caso("NO_CUADRA", dicho, detalle, fila=primera, informado=str(len(textos)), recalculado=str(minimo))


def _una_sola(texto: str) -> bool:
    """Whether the cell surely holds one activity: short, one sentence, opening as an action and not as a goal reached."""
    limpio = sin_ordinal(sin_vineta(texto)).strip()
    primera = palabras(limpio).split(" ")[0]
    accion = any(primera.endswith(plegar(final)) for final in lexico().acciones)
    varias = re.search(r"[.;:]\s+\S|\s[-•▪·]\s?\S|\n", limpio) is not None
    return bool(limpio) and len(limpio) <= LARGO_ACTIVIDAD and accion and not varias


def conteos_en_palabras(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """A count written before a list of names is the number of names."""
    for mesa in contexto.mesas:
        casos = [
            _conteo(listado, fila.indice, fila.origen, contexto.dudas.de_celda(mesa.tabla.id, fila.indice, columna.rol))
            for fila in mesa.tabla.filas for columna, celda in zip(mesa.tabla.columnas, fila.celdas, strict=False)
            for listado in listas_contadas(celda)
        ]
        yield from responder(contexto, CONTEO, mesa, casos, campo="otro", gravedad="aritmetica",
                             varios="En {n} textos el número escrito no es el de los nombres que siguen.")
    for seccion in contexto.informe.secciones:
        for campo, listado in _contadas_en(seccion):
            cuadra_ = listado.cuenta == len(listado.cosas)
            if not cuadra_ and (duda := contexto.dudas.de_celda(seccion.id, None, campo)):
                yield sin_juicio(CONTEO, duda, seccion)
                continue
            yield _de_seccion(CONTEO, seccion, "CUADRA" if cuadra_ else "NO_CUADRA", list(listado.cosas))
            if not cuadra_:
                yield hallazgo(
                    contexto, CONTEO, "aritmetica", _mensaje(listado), f"Se nombran: {lista(list(listado.cosas))}.",
                    seccion=seccion, rotulo=campo if campo != "texto" else None, informado=str(listado.cuenta),
                    recalculado=str(len(listado.cosas)), origen=seccion.origen,
                )


def _contadas_en(seccion: Seccion) -> Iterator[tuple[str, Lista]]:
    """The counted lists of a section, each with the field it stands in ("texto" for its own text)."""
    textos = {"texto": seccion.texto, **{campo: seccion.campos.get(campo) for campo in CAMPOS_DE_TEXTO}}
    for campo, texto in textos.items():
        if isinstance(texto, str):
            yield from ((campo, listado) for listado in listas_contadas(texto))


def _conteo(listado: Lista, fila: int, origen: Origen, duda: Motivo | None) -> Caso:
    formula = f"dice {listado.cuenta} y nombra {len(listado.cosas)}"
    if listado.cuenta == len(listado.cosas):
        return cuadra(formula, fila=fila)
    if duda is not None:
        return sin_respuesta(duda, formula, fila=fila)
    return Caso(
        "NO_CUADRA", formula, _mensaje(listado), fila=fila, informado=str(listado.cuenta), recalculado=str(len(listado.cosas)),
        origen=origen,
    )


def _mensaje(listado: Lista) -> str:
    return f"El texto dice {listado.cuenta} y nombra {len(listado.cosas)}: {cita(recorte(listado.texto))}."


REGLAS_LOGICA_TEXTOS = (
    Regla(
        (GRADO,), "Una sección escribe un solo grado de avance", "logica", ("grado_avance",), None,
        "Con dos grados escritos no se sabe cuál es la calificación.", "«Avance mayor en la costa y avance menor en el valle».",
        grado_unico,
    ),
    Regla(
        (POCAS,), "Un objetivo tiene al menos las actividades que exige su régimen, o una meta", "logica",
        ("actividad", "indicador"), "minimo_actividades", "Con una sola actividad el objetivo se cumple o no de una vez.",
        "Un objetivo con la única actividad «Realizar reuniones» y un indicador sin meta.", actividades_suficientes,
        regimenes="los que fijan un mínimo de actividades",
    ),
    Regla(
        (CONTEO,), "Lo que se cuenta en palabras es lo que se nombra", "aritmetica", (), None,
        "Un número que no es el de los nombres que lo siguen delata algo omitido o de más.",
        "«Cuatro instituciones socias (Alfa, Beta y Gama)».", conteos_en_palabras,
    ),
)
