"""Probable corrections: the smallest single change that makes mismatches disappear and brings none.

Each hypothesis is applied to the table and the arithmetic rules run again on it; nothing is assumed about what would
happen. Those of least cost stand; a single one is the probable correction, several stay alternatives.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extractor.modelo.hallazgo import Correccion, Hallazgo, Verificacion
from extractor.modelo.tabla import Tabla
from extractor.reconciliador.acumuladas import acumulado_cuadra
from extractor.reconciliador.cambios import Cambio, Hipotesis, aplicar
from extractor.reconciliador.contexto import Contexto, Mesa, preparar
from extractor.reconciliador.desempeno import desempeno_region
from extractor.reconciliador.deslices import DEL_ESTADO, PALABRAS, costo
from extractor.reconciliador.ganadas import ganada_corresponde
from extractor.reconciliador.hipotesis import hipotesis_de
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
    """What does not agree in a table, and the answers that could not be given."""

    malas: frozenset[Sitio]
    calladas: tuple[Sitio, ...]


@dataclass(frozen=True, slots=True)
class Probada:
    """A hypothesis that holds, how many mismatches it removes, and the places it settles: those, and the ones where no
    answer could be given before."""

    hipotesis: Hipotesis
    explica: int
    arregla: frozenset[Sitio]


def con_correcciones(contexto: Contexto, hallazgos: Sequence[Hallazgo]) -> tuple[Hallazgo, ...]:
    """The findings with their corrections, and the same slip in several tables told together."""
    cuentas: dict[str, Cuentas] = {}
    corregidos = []
    sitios: dict[str, Probada] = {}
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
        probadas = _probar(contexto, mesa, hallazgo, hipotesis, antes)
        if len({(p.hipotesis.cambio.campo, p.hipotesis.cambio.donde) for p in probadas}) == 1:
            comun = frozenset.intersection(*(p.arregla for p in probadas))
            sitios[hallazgo.huella] = replace(probadas[0], explica=min(p.explica for p in probadas), arregla=comun)
        corregidos.append(_con_hipotesis(hallazgo, probadas))
    return _contadas_juntas(contexto, _encadenar(corregidos, sitios))


def _encadenar(hallazgos: list[Hallazgo], sitios: Mapping[str, Probada]) -> list[Hallazgo]:
    """Findings of one table that a change of one and the same cell settles are one: the root is the finding whose cell
    explains most, and of equal ones that which looks at that very cell; the others carry its cause."""
    raices = [h for h in hallazgos if h.huella in sitios]
    raices.sort(key=lambda h: (-sitios[h.huella].explica, not _mira(h, sitios[h.huella])))
    causas: dict[str, str] = {}
    for raiz in raices:
        if raiz.huella in causas:
            continue
        for otro in hallazgos:
            libre = otro.causa is None and otro.huella not in causas and otro.huella not in causas.values()
            if libre and otro.huella != raiz.huella and otro.tabla == raiz.tabla and _la_misma(raiz, otro, sitios):
                causas[otro.huella] = raiz.huella
    return [
        h if h.huella not in causas
        else h.model_copy(update={"causa": causas[h.huella], "explicacion": f"{h.explicacion} {_MISMA}"})
        for h in hallazgos
    ]


def _la_misma(raiz: Hallazgo, otro: Hallazgo, sitios: Mapping[str, Probada]) -> bool:
    """Whether the root's correction settles the other finding too, or is the other's own."""
    if (otro.codigo, otro.fila, otro.actividad) in sitios[raiz.huella].arregla:
        return True
    return otro.correccion_probable is not None and raiz.correccion_probable is not None and _celda(otro) == _celda(raiz)


_MISMA = "Es la misma inconsistencia que ya se informa en esa celda."


def _celda(hallazgo: Hallazgo) -> tuple[object, ...]:
    correccion = hallazgo.correccion_probable
    assert correccion is not None
    return hallazgo.tabla, correccion.campo, correccion.a, correccion.origen.model_dump_json()


def _mira(hallazgo: Hallazgo, probada: Probada) -> bool:
    """Whether the finding is about the very column that its correction rewrites."""
    return probada.hipotesis.cambio.campo in (hallazgo.campo, f"total_{(hallazgo.campo or '').rsplit('_', 1)[-1]}")


def _cuentas(contexto: Contexto, tabla: Tabla) -> Cuentas:
    """The arithmetic rules on this table alone."""
    solo = preparar(contexto.informe.model_copy(update={"tablas": (tabla,)}), contexto.expectativas, contexto.votos)
    malas: set[Sitio] = set()
    calladas: list[Sitio] = []
    previos: list[Hallazgo] = []
    for regla in ARITMETICAS:
        for respuesta in list(regla(solo, tuple(previos))):
            if isinstance(respuesta, Hallazgo):
                previos.append(respuesta)
            elif isinstance(respuesta, Verificacion):
                sitio = (respuesta.regla, respuesta.fila, respuesta.actividad)
                if respuesta.resultado == "NO_VERIFICABLE":
                    calladas.append(sitio)
                if respuesta.resultado == "NO_CUADRA":
                    malas.add(sitio)
    return Cuentas(frozenset(malas), tuple(calladas))


def _probar(
    contexto: Contexto, mesa: Mesa, hallazgo: Hallazgo, candidatas: list[Hipotesis], antes: Cuentas
) -> list[Probada]:
    """The hypotheses that remove the finding's mismatch and add none, of least cost."""
    propio: Sitio = (hallazgo.codigo, hallazgo.fila, hallazgo.actividad)
    mejores: dict[Cambio, Probada] = {}
    for hipotesis in candidatas:
        despues = _cuentas(contexto, aplicar(mesa.tabla, (hipotesis.cambio, *hipotesis.siguen)))
        quita = propio in antes.malas and propio not in despues.malas and not _sigue_mal(hipotesis.cambio, despues)
        if quita and despues.malas <= antes.malas and len(despues.calladas) <= len(antes.calladas):
            explica = len(antes.malas) - len(despues.malas)
            arregla = (antes.malas | set(antes.calladas)) - despues.malas - set(despues.calladas)
            ya = mejores.get(hipotesis.cambio)
            if ya is None or explica > ya.explica:
                mejores[hipotesis.cambio] = Probada(hipotesis, explica, arregla)
    if not mejores:
        return []
    de_cifras = [costo(p.hipotesis.clase) for c, p in mejores.items() if c.campo == "ponderacion_ganada"]
    orden = {cambio: (_costo(p.hipotesis, de_cifras), -p.explica, -len(p.arregla)) for cambio, p in mejores.items()}
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
        f"explica {probada.explica} {'inconsistencia' if probada.explica == 1 else 'inconsistencias'})"
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
            misma = f"{cita(hallazgo.informado)} donde corresponde {hallazgo.recalculado}"
            frase = f"La misma diferencia ({misma}) está en {len(nombres)} tablas: {lista(nombres)}."
            hallazgo = hallazgo.model_copy(update={"explicacion": f"{hallazgo.explicacion} {frase}"})
        contados.append(hallazgo)
    return tuple(contados)


def _repetible(hallazgo: Hallazgo) -> bool:
    return hallazgo.causa is None and hallazgo.gravedad in ("aritmetica", "cambia_decision") and hallazgo.tabla is not None


def _clave(hallazgo: Hallazgo) -> tuple[object, ...]:
    return hallazgo.codigo, hallazgo.actividad, hallazgo.informado, hallazgo.recalculado
