"""Goals against what is said of them: in the columns of one row, in its result, and in the progress table.

Only numbers of the same thing are compared, and only where it is sure what each one counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractor.comun.numeros import canonico
from extractor.comun.texto import plegar
from extractor.modelo.hallazgo import Hallazgo
from extractor.modelo.informe import Estado, Fila
from extractor.reconciliador.agrupar import Caso, cuadra, responder, sin_respuesta
from extractor.reconciliador.cantidades import Cantidad, cantidades, metas_de
from extractor.reconciliador.contexto import Contexto, Mesa
from extractor.reconciliador.lexico import comienzos, frases
from extractor.reconciliador.redaccion import cita
from extractor.reconciliador.regla import Regla, Respuesta
from extractor.reconciliador.textos import Indice, esencia, recorte

CONTRADICTORIA, MODIFICADA = "META_CONTRADICTORIA", "META_MODIFICADA"
REPITE, BAJO = "RESULTADO_REPITE_META", "AVANCE_BAJO_META"
CONTEXTO_COMUN = 2
"""Meaningful words that a goal without a noun must share with a number for both to count the same."""


def _programas(contexto: Contexto) -> list[Mesa]:
    return [mesa for mesa in contexto.mesas if mesa.tabla.tipo == "programa_trabajo"]


def _informado(fila: Fila) -> bool:
    """Whether the row reports its fulfilment, so that its result is one and not what is expected."""
    return _dice(fila.estado) or fila.ponderacion_ganada is not None or any(
        _dice(a.estado) or a.ponderacion_ganada is not None for a in fila.actividades
    )


def _dice(estado: Estado | None) -> bool:
    return estado is not None and estado.valor != "SIN_DATO"


def _metas(fila: Fila) -> tuple[Cantidad, ...]:
    """What the row commits itself to, as its indicator and its goal say."""
    return (*metas_de(fila.indicador or ""), *metas_de(fila.meta or ""))


def meta_igual_en_la_fila(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """The columns of a row state one goal: the same thing is not counted with different numbers."""
    for mesa in _programas(contexto):
        casos = []
        for fila in mesa.tabla.filas:
            columnas = _columnas(fila)
            metas = [(nombre, m) for nombre in ("indicador", "meta") for m in metas_de(columnas.get(nombre, ""))]
            if len(columnas) < 2 or not metas:
                continue
            choque = _choque(metas, columnas)
            if choque is not None:
                nombre, meta, otro, cantidad = choque
                detalle = (
                    f"La columna «{_NOMBRE[nombre]}» dice {cita(meta.texto)} y la columna «{_NOMBRE[otro]}» dice "
                    f"{cita(recorte(columnas[otro], 60))}."
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
            contexto, CONTRADICTORIA, mesa, casos, campo="indicador",
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


def _choque(metas: list[tuple[str, Cantidad]], columnas: dict[str, str]) -> Choque | None:
    """The first goal that another column counts otherwise. A column that also gives the goal's number agrees with it."""
    for nombre, meta in metas:
        for otro, texto in columnas.items():
            if otro == nombre:
                continue
            comparables = _comparables(meta, texto)
            if comparables and all(c.valor != meta.valor for c in comparables):
                propias = {m.valor for n, m in metas if n == nombre and m.cosa == meta.cosa}
                if not propias & {c.valor for c in comparables}:
                    return nombre, meta, otro, comparables[0]
    return None


def _hay_comparacion(metas: list[tuple[str, Cantidad]], columnas: dict[str, str]) -> bool:
    return any(_comparables(meta, texto) for nombre, meta in metas for otro, texto in columnas.items() if otro != nombre)


def _comparables(meta: Cantidad, texto: str) -> list[Cantidad]:
    """The numbers of ``texto`` that count what the goal counts."""
    todas = [*(m for m in metas_de(texto) if m.meta), *cantidades(texto)]
    if meta.porcentaje:
        return [c for c in todas if c.porcentaje and c.meta]
    mismas = [c for c in todas if not c.porcentaje and c.cosa is not None and c.cosa == meta.cosa]
    if mismas or not meta.prestada:
        return mismas
    sueltas = [c for c in cantidades(texto) if not c.porcentaje][:1]
    return [c for c in sueltas if len(c.contexto & meta.contexto) >= CONTEXTO_COMUN]


def resultado_no_es_la_meta(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """A result says what was reached. One that only restates the goal, in a row without verdict, reports nothing."""
    for mesa in _programas(contexto):
        casos = []
        for fila in mesa.tabla.filas:
            texto = fila.resultado or ""
            metas = _metas(fila)
            if not texto.strip() or (not metas and not fila.meta):
                continue
            formula = f"resultado {cita(recorte(texto, 60))}"
            if _informado(fila):
                casos.append(cuadra(f"{formula}, con su cumplimiento informado", fila=fila.indice))
            elif _repite(texto, fila, metas):
                detalle = f"El resultado ({cita(recorte(texto, 60))}) repite la meta y la fila no informa cumplimiento."
                casos.append(Caso("NO_CUADRA", formula, detalle, fila=fila.indice, informado=recorte(texto, 60)))
            else:
                casos.append(sin_respuesta("sin_resultados", formula, fila=fila.indice))
        yield from responder(
            contexto, REPITE, mesa, casos, campo="resultado", norma="estado",
            varios="En {n} filas el resultado repite la meta y no se informa cumplimiento.",
        )


def _repite(texto: str, fila: Fila, metas: Iterable[Cantidad]) -> bool:
    if frases("metas").search(plegar(texto)) is not None and any(c.valor == m.valor for c in cantidades(texto) for m in metas):
        return True
    if esencia(texto) and esencia(texto) in (esencia(fila.meta or ""), esencia(fila.indicador or "")):
        return True
    return any(c.valor == meta.valor for meta in metas for c in _comparables(meta, texto))


def avance_alcanza_la_meta(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """What is declared fulfilled reached its goal."""
    for mesa in _programas(contexto):
        casos = []
        for fila in mesa.tabla.filas:
            metas = [m for m in _metas(fila) if m.meta or fila.meta]
            if not metas or not (fila.resultado or "").strip() or fila.estado is None or not _dice(fila.estado):
                continue
            casos.append(_alcance(fila, metas))
        yield from responder(
            contexto, BAJO, mesa, casos, campo="resultado", norma="estado",
            varios="En {n} filas se declara cumplido un resultado menor que su meta.",
        )


def _alcance(fila: Fila, metas: list[Cantidad]) -> Caso:
    resultado = fila.resultado or ""
    escrito = cita(recorte(resultado, 60))
    if comienzos("menos_es_mejor").search(plegar(fila.indicador or "")) is not None:
        return sin_respuesta("regimen_no_aplica", f"{escrito}: el indicador mejora al bajar", fila=fila.indice)
    for meta in metas:
        logrados = _comparables(meta, resultado)
        if meta.porcentaje:
            logrados = [c for c in cantidades(resultado) if c.porcentaje]
        if len({c.valor for c in logrados}) != 1:
            continue
        logro = logrados[0].valor
        formula = f"logrado {canonico(logro)}, meta {canonico(meta.valor)}"
        bajo, cumple = logro < meta.valor, fila.estado is not None and fila.estado.valor == "CUMPLE"
        if bajo and cumple:
            detalle = f"Se declara cumplida una meta de {canonico(meta.valor)} con un resultado de {canonico(logro)} ({escrito})."
            return Caso("NO_CUADRA", formula, detalle, fila=fila.indice, informado=logro, recalculado=meta.valor)
        return cuadra(formula, fila=fila.indice)
    return sin_respuesta("regimen_no_aplica", f"{escrito}: no se sabe qué cifra mide la meta", fila=fila.indice)


def meta_no_cambia(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """The progress table speaks of the goal that the programme committed itself to."""
    comprometidas: dict[str, list[Cantidad]] = {}
    for programa in _programas(contexto):
        for fila in programa.tabla.filas:
            for objetivo in fila.objetivos:
                comprometidas.setdefault(objetivo, []).extend(_metas(fila))
    indice = Indice(comprometidas)
    for mesa in contexto.mesas:
        if mesa.tabla.tipo != "analisis_avance" or not comprometidas:
            continue
        casos = []
        for fila in mesa.tabla.filas:
            textos = " ".join(t for t in (fila.avance, fila.medidas, fila.recomendaciones, fila.compromisos) if t)
            suyos = [igual for o in fila.objetivos for igual in indice.iguales(o)]
            propias = [m for suyo in dict.fromkeys(suyos) for m in comprometidas[suyo]]
            for dicha in (c for c in cantidades(textos) if c.meta and c.cosa is not None and not c.porcentaje):
                mismas = [m for m in propias if m.cosa == dicha.cosa and not m.porcentaje]
                if not mismas:
                    continue
                valores = sorted({m.valor for m in mismas})
                formula = f"programa: {', '.join(map(canonico, valores))}; avance: {canonico(dicha.valor)}"
                if dicha.valor in valores:
                    casos.append(cuadra(formula, fila=fila.indice))
                else:
                    suya = f"La meta del programa es {canonico(valores[0])}"
                    detalle = f"{suya} y el análisis del avance habla de {canonico(dicha.valor)}."
                    casos.append(
                        Caso("NO_CUADRA", formula, detalle, fila=fila.indice, informado=dicha.valor, recalculado=valores[0])
                    )
                break
            else:
                if propias:
                    casos.append(sin_respuesta("regimen_no_aplica", "el avance no nombra la meta", fila=fila.indice))
        yield from responder(
            contexto, MODIFICADA, mesa, casos, campo="avance",
            varios="En {n} filas el análisis del avance cambia la meta del programa.",
        )


REGLAS_LOGICA_METAS = (
    Regla(
        (CONTRADICTORIA,), "Las columnas de una fila dicen la misma meta", "logica", ("indicador", "meta", "resultado", "medio"),
        None, "Dos metas para un mismo compromiso impiden decir si se cumplió.",
        "Indicador con meta 40 y medio de verificación «60 alumnos certificados».", meta_igual_en_la_fila,
    ),
    Regla(
        (MODIFICADA,), "El análisis del avance no cambia la meta del programa", "logica", ("objetivo", "avance"), None,
        "La meta es la comprometida; otra, escrita después, mediría un compromiso distinto.",
        "Programa con meta de 40 talleres y avance que habla de «30 talleres comprometidos».", meta_no_cambia,
    ),
    Regla(
        (REPITE,), "El resultado no repite la meta", "logica", ("resultado", "indicador"), "estado",
        "Un resultado igual a la meta, sin cumplimiento informado, es lo que se espera y no lo que se logró.",
        "Meta: 200; resultado «Meta: 200 personas», con estado y ponderación ganada en blanco.", resultado_no_es_la_meta,
    ),
    Regla(
        (BAJO,), "Lo que se declara cumplido alcanzó su meta", "logica", ("resultado", "indicador", "estado"), "estado",
        "Un resultado menor que la meta es un cumplimiento parcial.",
        "Meta: 5 talleres; resultado «3 talleres realizados»; estado «si».", avance_alcanza_la_meta,
    ),
)
