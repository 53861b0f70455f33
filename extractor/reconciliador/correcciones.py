"""Probable corrections: the smallest single change that makes mismatches disappear and brings none.

Each hypothesis is applied to the table and the arithmetic rules run again on it; nothing is assumed about what would
happen. Those of least cost stand; a single one is the probable correction, several stay alternatives.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.modelo.hallazgo import Correccion, Hallazgo, Verificacion
from extractor.modelo.informe import Tabla
from extractor.reconciliador.acumuladas import acumulado_cuadra
from extractor.reconciliador.cambios import Cambio, aplicar
from extractor.reconciliador.contexto import Contexto, Mesa, preparar
from extractor.reconciliador.desempeno import desempeno_region
from extractor.reconciliador.deslices import DEL_ESTADO, PALABRAS, costo
from extractor.reconciliador.ganadas import ganada_corresponde
from extractor.reconciliador.hipotesis import Hipotesis, hipotesis_de
from extractor.reconciliador.pesos import peso_declarado, suman_el_total, total_de_ponderaciones
from extractor.reconciliador.redaccion import cita, lista, nombre_campo, texto_region
from extractor.reconciliador.totales import total_de_ganadas

ARITMETICAS = (
    total_de_ponderaciones, suman_el_total, peso_declarado, ganada_corresponde, acumulado_cuadra, total_de_ganadas,
    desempeno_region,
)
TOPE = 60
"""Hypotheses tried per finding."""
PRESUPUESTO = 4000
"""Items recomputed per document, over all hypotheses (less than a second): a badly read table of hundreds of rows must
not stop a batch. What comes after has no correction, and the first ones are always the same."""
Sitio = tuple[str, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Cuentas:
    """What does not agree in a table, and how many answers could not be given."""

    malas: frozenset[Sitio]
    calladas: int


@dataclass(frozen=True, slots=True)
class Probada:
    """A hypothesis that holds, and how many mismatches it removes."""

    hipotesis: Hipotesis
    explica: int


def con_correcciones(contexto: Contexto, hallazgos: Sequence[Hallazgo]) -> tuple[Hallazgo, ...]:
    """The findings with their corrections, and the same slip in several tables told together."""
    cuentas: dict[str, Cuentas] = {}
    corregidos = []
    gastado = 0
    for hallazgo in hallazgos:
        mesa = contexto.mesa(hallazgo.tabla)
        if mesa is None or hallazgo.causa is not None or hallazgo.gravedad not in ("aritmetica", "cambia_decision"):
            corregidos.append(hallazgo)
            continue
        hipotesis = list(hipotesis_de(mesa, hallazgo))[:TOPE]
        gastado += (len(hipotesis) + 1) * len(mesa.partidas)
        if gastado > PRESUPUESTO:
            corregidos.append(hallazgo)
            continue
        antes = cuentas.get(mesa.tabla.id) or _cuentas(contexto, mesa.tabla)
        cuentas[mesa.tabla.id] = antes
        corregidos.append(_con_hipotesis(hallazgo, _probar(contexto, mesa, hallazgo, hipotesis, antes)))
    return _contadas_juntas(contexto, _encadenar(corregidos))


def _encadenar(hallazgos: list[Hallazgo]) -> list[Hallazgo]:
    """Findings of one table that the same correction of the same cell explains are one: the first that looks at that
    cell is the root, and the others carry its cause."""
    raices: dict[tuple[object, ...], Hallazgo] = {}
    for hallazgo in sorted(hallazgos, key=lambda h: not _mira(h)):
        if hallazgo.correccion_probable is not None:
            raices.setdefault(_celda(hallazgo), hallazgo)
    encadenados = []
    for hallazgo in hallazgos:
        raiz = raices.get(_celda(hallazgo)) if hallazgo.correccion_probable is not None else None
        if raiz is not None and raiz.huella != hallazgo.huella:
            hallazgo = hallazgo.model_copy(update={"causa": raiz.huella, "explicacion": f"{hallazgo.explicacion} {_MISMA}"})
        encadenados.append(hallazgo)
    return encadenados


_MISMA = "Es la misma inconsistencia que ya se informa en esa celda."


def _celda(hallazgo: Hallazgo) -> tuple[object, ...]:
    correccion = hallazgo.correccion_probable
    assert correccion is not None
    origen = correccion.origen
    return hallazgo.tabla, correccion.campo, correccion.a, origen.model_dump_json()


def _mira(hallazgo: Hallazgo) -> bool:
    """Whether the finding is about the very column that its correction rewrites."""
    correccion = hallazgo.correccion_probable
    return correccion is not None and correccion.campo in (hallazgo.campo, f"total_{(hallazgo.campo or '').rsplit('_', 1)[-1]}")


def _cuentas(contexto: Contexto, tabla: Tabla) -> Cuentas:
    """The arithmetic rules on this table alone."""
    solo = preparar(contexto.informe.model_copy(update={"tablas": (tabla,)}), contexto.expectativas)
    malas, calladas = set(), 0
    previos: list[Hallazgo] = []
    for regla in ARITMETICAS:
        for respuesta in list(regla(solo, tuple(previos))):
            if isinstance(respuesta, Hallazgo):
                previos.append(respuesta)
            elif isinstance(respuesta, Verificacion):
                calladas += respuesta.resultado == "NO_VERIFICABLE"
                if respuesta.resultado == "NO_CUADRA":
                    malas.add((respuesta.regla, respuesta.fila, respuesta.actividad))
    return Cuentas(frozenset(malas), calladas)


def _probar(
    contexto: Contexto, mesa: Mesa, hallazgo: Hallazgo, candidatas: list[Hipotesis], antes: Cuentas
) -> list[Probada]:
    """The hypotheses that remove the finding's mismatch and add none, of least cost."""
    propio: Sitio = (hallazgo.codigo, hallazgo.fila, hallazgo.actividad)
    mejores: dict[Cambio, Probada] = {}
    for hipotesis in candidatas:
        despues = _cuentas(contexto, aplicar(mesa.tabla, (hipotesis.cambio, *hipotesis.siguen)))
        quita = propio in antes.malas and propio not in despues.malas and not _sigue_mal(hipotesis.cambio, despues)
        if quita and despues.malas <= antes.malas and despues.calladas <= antes.calladas:
            explica = len(antes.malas) - len(despues.malas)
            ya = mejores.get(hipotesis.cambio)
            if ya is None or explica > ya.explica:
                mejores[hipotesis.cambio] = Probada(hipotesis, explica)
    if not mejores:
        return []
    de_cifras = [costo(p.hipotesis.clase) for c, p in mejores.items() if c.campo == "ponderacion_ganada"]
    orden = {cambio: (_costo(p.hipotesis, de_cifras), -p.explica) for cambio, p in mejores.items()}
    menor = min(orden.values())
    return [p for cambio, p in mejores.items() if orden[cambio] == menor]


def _costo(hipotesis: Hipotesis, de_cifras: list[int]) -> int:
    """A state never costs less than the figure that contradicts it: nothing in the table says which of both is wrong."""
    propio = costo(hipotesis.clase)
    if hipotesis.cambio.campo != "estado" or not de_cifras:
        return propio
    return min(de_cifras) if hipotesis.clase in DEL_ESTADO else max(propio, min(de_cifras))


def _sigue_mal(cambio: Cambio, despues: Cuentas) -> bool:
    """Whether the item that was rewritten does not agree with itself even so."""
    return cambio.campo in ("ponderacion", "ponderacion_ganada", "estado") and any(s[1:] == cambio.donde for s in despues.malas)


def _con_hipotesis(hallazgo: Hallazgo, probadas: list[Probada]) -> Hallazgo:
    if not probadas:
        return hallazgo
    correcciones = tuple(_correccion(p) for p in probadas)
    frases = [_frase(p) for p in probadas]
    if len(correcciones) == 1:
        explicacion = f"{hallazgo.explicacion} Causa probable: {frases[0]}."
        return hallazgo.model_copy(update={"correccion_probable": correcciones[0], "explicacion": explicacion})
    explicacion = f"{hallazgo.explicacion} Causas posibles, sin que el documento diga cuál: {'; o '.join(frases)}."
    return hallazgo.model_copy(update={"alternativas": correcciones, "explicacion": explicacion})


def _correccion(probada: Probada) -> Correccion:
    cambio = probada.hipotesis.cambio
    a = {"CUMPLE": "Cumple", "NO_CUMPLE": "No cumple"}.get(cambio.a, cambio.a)
    return Correccion(
        origen=probada.hipotesis.origen, campo=cambio.campo, de=probada.hipotesis.de, a=a, explica=probada.explica
    )


def _frase(probada: Probada) -> str:
    hipotesis, correccion = probada.hipotesis, _correccion(probada)
    sigue = ", llevado a los siguientes" if hipotesis.arrastra else ""
    que = f"{nombre_campo(correccion.campo)} {cita(correccion.de)} en vez de {cita(correccion.a)}"
    return (
        f"{que} ({PALABRAS[hipotesis.clase]}{sigue}; "
        f"explica {probada.explica} {'descuadre' if probada.explica == 1 else 'descuadres'})"
    )


def _contadas_juntas(contexto: Contexto, hallazgos: list[Hallazgo]) -> tuple[Hallazgo, ...]:
    """The same slip (code, activity, printed and due figures) in several tables is said so in each of them."""
    grupos: dict[tuple[object, ...], list[str]] = {}
    for hallazgo in hallazgos:
        mesa = contexto.mesa(hallazgo.tabla)
        if mesa is not None and _repetible(hallazgo):
            nombre = texto_region(mesa.tabla.region) or f"tabla {mesa.numero}"
            grupos.setdefault(_clave(hallazgo), []).append(nombre)
    contados = []
    for hallazgo in hallazgos:
        nombres = list(dict.fromkeys(grupos.get(_clave(hallazgo), []))) if _repetible(hallazgo) else []
        if len(nombres) > 1:
            desliz = f"{cita(hallazgo.informado)} donde corresponde {hallazgo.recalculado}"
            frase = f"El mismo desliz ({desliz}) está en {len(nombres)} tablas: {lista(nombres)}."
            hallazgo = hallazgo.model_copy(update={"explicacion": f"{hallazgo.explicacion} {frase}"})
        contados.append(hallazgo)
    return tuple(contados)


def _repetible(hallazgo: Hallazgo) -> bool:
    return hallazgo.causa is None and hallazgo.gravedad in ("aritmetica", "cambia_decision") and hallazgo.tabla is not None


def _clave(hallazgo: Hallazgo) -> tuple[object, ...]:
    return hallazgo.codigo, hallazgo.actividad, hallazgo.informado, hallazgo.recalculado
