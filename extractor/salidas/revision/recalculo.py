"""The recomputed table of a programme: each figure as printed beside what its operands give, with a sign for each pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.comun.numeros import canonico
from extractor.comun.texto import corto
from extractor.modelo.hallazgo import Resultado, Verificacion
from extractor.modelo.informe import Informe
from extractor.modelo.tabla import Actividad, BloqueFilas, Fila, Tabla
from extractor.modelo.valores import Cifra, Estado
from extractor.salidas.revision.formato import RESULTADOS, con_coma, region_en_palabras

_PEOR: tuple[Resultado, ...] = ("NO_CUADRA", "NO_VERIFICABLE", "CUADRA_POR_REDONDEO", "CUADRA")
_DE_GANADA = ("GANADA_NO_CORRESPONDE", "ACUMULADO_NO_CUADRA", "ESTADO_CONTRADICE_GANADA")
_DE_TOTAL = ("TOTAL_PONDERACION_NO_CUADRA", "TOTAL_GANADA_NO_CUADRA", "PONDERACIONES_NO_SUMAN_100", "PROGRAMA_NO_CUADRA")
_LARGO = 90


@dataclass(frozen=True, slots=True)
class Renglon:
    """A line of the recomputed table. ``clase``: "partida", or "total" for a block's sums. ``signo`` and ``lectura`` say how
    the earned value compares; ``difiere`` that it does not agree."""

    clase: str
    fila: int | None
    actividad: int | None
    rotulo: str
    texto: str
    ponderacion: str
    estado: str
    informada: str
    recalculada: str
    signo: str
    lectura: str
    difiere: bool
    pesos_difieren: bool = False


@dataclass(frozen=True, slots=True)
class TablaRecalculada:
    id: str
    titulo: str
    acumulada: bool
    renglones: tuple[Renglon, ...]


def recalculos_de(informe: Informe) -> tuple[TablaRecalculada, ...]:
    """Of every table that weighs something, in order."""
    hechas: dict[str, list[Verificacion]] = {}
    for verificacion in informe.verificaciones:
        if verificacion.tabla is not None:
            hechas.setdefault(verificacion.tabla, []).append(verificacion)
    tablas = []
    for numero, tabla in enumerate(informe.tablas, start=1):
        renglones = tuple(_renglones(tabla, hechas.get(tabla.id, [])))
        if any(r.ponderacion or r.informada for r in renglones):
            titulo = f"Tabla {numero} · {region_en_palabras(tabla.region)}"
            tablas.append(TablaRecalculada(tabla.id, titulo, tabla.modo_ganada == "acumulada", renglones))
    return tuple(tablas)


def _renglones(tabla: Tabla, hechas: Sequence[Verificacion]) -> Iterator[Renglon]:
    cierres = {max(bloque.filas): bloque for bloque in tabla.bloques if bloque.filas}
    for fila in tabla.filas:
        pesan = any(a.ponderacion or a.ponderacion_ganada for a in fila.actividades)
        if pesan or not (fila.ponderacion or fila.ponderacion_ganada or fila.estado):
            for actividad in fila.actividades:
                yield _partida(tabla, fila, actividad, hechas)
        else:
            yield _partida(tabla, fila, None, hechas)
        if fila.indice in cierres:
            yield from _total(tabla, cierres[fila.indice], hechas)


def _partida(tabla: Tabla, fila: Fila, actividad: Actividad | None, hechas: Sequence[Verificacion]) -> Renglon:
    duena: Actividad | Fila = fila if actividad is None else actividad
    recalculada = duena.ganada_recalculada
    if actividad is not None and tabla.modo_ganada == "acumulada":
        recalculada = actividad.acumulada_recalculada
    indice = None if actividad is None else actividad.indice
    peor = _peor(v for v in hechas if (v.fila, v.actividad) == (fila.indice, indice) and v.regla in _DE_GANADA)
    # a running total that only carries an earlier slip agrees with nothing else either: it is told as it is
    signo, lectura = RESULTADOS[peor] if peor is not None else ("", "")
    texto = (actividad.texto if actividad is not None else None) or " ".join((*fila.objetivos, fila.meta or ""))
    return Renglon(
        clase="partida",
        fila=fila.indice,
        actividad=indice,
        rotulo=f"{fila.indice + 1}" if indice is None else f"{fila.indice + 1}.{indice + 1}",
        texto=corto(texto, _LARGO),
        ponderacion=_impresa(duena.ponderacion),
        estado=_estado(duena.estado),
        informada=_impresa(duena.ponderacion_ganada),
        recalculada=con_coma(recalculada) or "",
        signo=signo,
        lectura=lectura,
        difiere=peor == "NO_CUADRA",
    )


def _total(tabla: Tabla, bloque: BloqueFilas, hechas: Sequence[Verificacion]) -> Iterator[Renglon]:
    if bloque.suma_ponderacion is None and bloque.suma_ganada_informada is None:
        return
    ultima = max(bloque.filas)
    unico = len(tabla.bloques) == 1
    propias = [v for v in hechas if v.regla in _DE_TOTAL and (v.fila in bloque.filas or (v.fila is None and unico))]
    peor = _peor(v for v in propias if v.regla == "TOTAL_GANADA_NO_CUADRA")
    signo, lectura = RESULTADOS[peor] if peor is not None else ("", "")
    recalculada = bloque.suma_ganada_recalculada
    impreso = bloque.total_ganada.decimal if bloque.total_ganada is not None else None
    if impreso is not None and recalculada is not None and Decimal(recalculada) != impreso and peor in (None, "CUADRA"):
        signo, lectura = RESULTADOS["NO_CUADRA"]
    yield Renglon(
        clase="total",
        fila=ultima,
        actividad=None,
        rotulo="",
        texto="Total" if len(tabla.bloques) == 1 else f"Total de las filas {_filas(bloque.filas)}",
        ponderacion=_suma(bloque.total_ponderacion, bloque.suma_ponderacion),
        estado="",
        informada=_suma(bloque.total_ganada, bloque.suma_ganada_informada),
        recalculada=con_coma(recalculada) or "",
        signo=signo,
        lectura=lectura,
        difiere=signo == RESULTADOS["NO_CUADRA"][0],
        pesos_difieren=any(v.resultado == "NO_CUADRA" and v.regla != "TOTAL_GANADA_NO_CUADRA" for v in propias),
    )


def _peor(verificaciones: Iterator[Verificacion]) -> Resultado | None:
    resultados = {v.resultado for v in verificaciones}
    return next((r for r in _PEOR if r in resultados), None)


def _suma(impreso: Cifra | None, suma: str | None) -> str:
    """The printed total with the sum of what is printed beside it where the two are not one figure."""
    escrita = con_coma(suma) or ""
    if impreso is None:
        return f"(suma {escrita})" if escrita else ""
    if suma is not None and impreso.decimal is not None and canonico(impreso.decimal) != canonico(Decimal(suma)):
        return f"{_impresa(impreso)} (suma {escrita})"
    return _impresa(impreso)


def _impresa(cifra: Cifra | None) -> str:
    return "" if cifra is None else " ".join(cifra.texto.split())


def _estado(estado: Estado | None) -> str:
    return "" if estado is None else corto(estado.texto, 32)


def _filas(filas: Sequence[int]) -> str:
    return str(filas[0] + 1) if len(filas) == 1 else f"{min(filas) + 1} a {max(filas) + 1}"
