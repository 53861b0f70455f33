"""A programme table as its recalculation sheet shows it: figures as printed, what our arithmetic gives, and in which row of
the sheet each stands. Formulas are written elsewhere; here is what their results must be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.comun.numeros import media_unidad
from extractor.modelo.hallazgo import Resultado, Verificacion
from extractor.modelo.informe import Actividad, BloqueFilas, Cifra, Fila, Informe, Tabla
from extractor.modelo.regimen import Regimen
from extractor.salidas.revision.desempenos import Logro, entero_de, logros_de
from extractor.salidas.revision.formato import PROGRAMAS, region_en_palabras

CERO, CIEN = Decimal(0), Decimal(100)
_DE_GANADA = ("ACUMULADO_NO_CUADRA", "GANADA_NO_CORRESPONDE", "ESTADO_CONTRADICE_GANADA")
_DE_PESOS = ("TOTAL_PONDERACION_NO_CUADRA", "PONDERACIONES_NO_SUMAN_100", "PROGRAMA_NO_CUADRA")
_PEOR: tuple[Resultado, ...] = ("NO_CUADRA", "NO_VERIFICABLE", "CUADRA_POR_REDONDEO", "CUADRA")
PRIMERA = 11
"""First row of items in a recalculation sheet, from 0; above it stand the title, the regime and the header."""


@dataclass(frozen=True, slots=True)
class Partida:
    """One weighted item. ``cumplimiento``: per cent that was applied, None where none can be. ``propia``: what it earned,
    recomputed; ``acumulada`` the same as a running total; ``sin_formula``: what the plain formula would not give.
    ``tolerancia``: a unit of the last printed decimal where the value was rounded, else 0; ``del_paso``, the same for a step
    from the printed total before it. ``informada`` of a word counts 0."""

    fila: int
    actividad: int | None
    texto: str
    peso_impreso: str
    peso: Decimal | None
    estado: str
    cumplimiento: Decimal | None
    ganada_impresa: str
    informada: Decimal | None
    propia: Decimal | None
    acumulada: Decimal | None
    sin_formula: bool
    tolerancia: Decimal
    del_paso: Decimal
    resultado: Resultado | None
    arrastra: bool
    motivo: str | None

    @property
    def rotulo(self) -> str:
        return f"{self.fila + 1}" if self.actividad is None else f"{self.fila + 1}.{self.actividad + 1}"


@dataclass(frozen=True, slots=True)
class Cierre:
    """The sums of a block and what is printed of them. ``exigido``: what its weights must sum where no total is printed."""

    rotulo: str
    filas: tuple[int, ...]
    peso_impreso: str
    peso_total: Decimal | None
    exigido: Decimal | None
    ganada_impresa: str
    ganada_total: Decimal | None
    tolerancia_pesos: Decimal
    tolerancia_ganada: Decimal
    resultado: Resultado | None


@dataclass(frozen=True, slots=True)
class HojaRecalculo:
    """All of one table. ``renglones``: items, and the closing of each block after its last item."""

    documento: str
    ruta: str
    tabla: str
    region: str
    programa: str
    etapa: int | None
    regimen: str
    credito: str | None
    acumulada: bool
    modo: str
    renglones: tuple[Partida | Cierre, ...]
    entero: Decimal | None
    logro: Logro | None
    verificaciones: tuple[Verificacion, ...]
    hallazgos: tuple[tuple[int, int | None, int | None, str], ...]
    """(index among the document's findings, row, activity, code) of those of the table."""

    def fila_de(self, fila: int | None, actividad: int | None) -> int:
        """The row of the sheet (from 0) where an item stands; that of its block's first item for a row, else the first."""
        numero = PRIMERA
        primera_de_fila = None
        for renglon in self.renglones:
            if isinstance(renglon, Partida):
                if (renglon.fila, renglon.actividad) == (fila, actividad):
                    return numero
                if renglon.fila == fila and primera_de_fila is None:
                    primera_de_fila = numero
            numero += alto(renglon)
        return PRIMERA if primera_de_fila is None else primera_de_fila


def alto(renglon: Partida | Cierre) -> int:
    """Rows of the sheet that it takes."""
    return 3 if isinstance(renglon, Cierre) else 1


def credito_de(peso: Decimal | None, cumplimiento: Decimal | None, credito: str | None) -> Decimal | None:
    """What the sheet's formula gives."""
    if peso is None or cumplimiento is None:
        return None
    if cumplimiento >= CIEN:
        return peso
    return peso * cumplimiento / 100 if cumplimiento > 0 and credito == "proporcional" else CERO


def hojas_de(informe: Informe, regimenes: Mapping[str, Regimen]) -> Iterator[HojaRecalculo]:
    """One for each table that weighs something, in order."""
    logros = {logro.tabla: logro for logro in logros_de(informe, regimenes) if logro.umbral is not None}
    for tabla in informe.tablas:
        hechas = [v for v in informe.verificaciones if v.tabla == tabla.id]
        renglones = tuple(_renglones(tabla, hechas, regimenes.get(tabla.regimen or "")))
        if not any(isinstance(r, Partida) and (r.peso_impreso or r.ganada_impresa) for r in renglones):
            continue
        regimen = regimenes.get(tabla.regimen or "")
        bloques = [b for b in tabla.bloques if b.suma_ponderacion is not None]
        yield HojaRecalculo(
            documento=informe.documento.nombre,
            ruta=informe.documento.ruta,
            tabla=tabla.id,
            region=region_en_palabras(tabla.region),
            programa=PROGRAMAS[tabla.programa] if tabla.programa is not None else "",
            etapa=tabla.etapa,
            regimen=_regimen(tabla, regimen),
            credito=regimen.credito if regimen is not None else None,
            acumulada=tabla.modo_ganada == "acumulada",
            modo=_MODOS.get(tabla.modo_ganada or "", "la columna admite más de una lectura"),
            renglones=renglones,
            entero=entero_de(tabla, bloques[0]) if len(bloques) == 1 else None,
            logro=logros.get(tabla.id),
            verificaciones=tuple(v for v in hechas if v.actividad is None and v.fila is None),
            hallazgos=tuple(
                (indice, h.fila, h.actividad, h.codigo)
                for indice, h in enumerate(informe.hallazgos)
                if h.tabla == tabla.id and not h.descartado
            ),
        )


_MODOS = {
    "por_actividad": "cada valor ganado es de su actividad",
    "acumulada": "los valores ganados son un total que se acumula",
    "sin_datos": "no hay valores ganados",
}
_FUENTES = {"impresa": "impreso en el formulario", "norma_externa": "de una norma externa", "supuesta": "supuesto"}


def _regimen(tabla: Tabla, regimen: Regimen | None) -> str:
    if regimen is None:
        return tabla.regimen or "sin régimen conocido"
    return f"{regimen.nombre} ({_FUENTES[regimen.fuente]})"


def _renglones(tabla: Tabla, hechas: Sequence[Verificacion], regimen: Regimen | None) -> Iterator[Partida | Cierre]:
    cierres = {max(bloque.filas): bloque for bloque in tabla.bloques if bloque.filas}
    taller = _Taller(tabla, hechas, regimen)
    por_fila = any(f.ponderacion or f.ponderacion_ganada for f in tabla.filas) and not any(
        _pesa(a) for f in tabla.filas for a in f.actividades
    )
    for fila in tabla.filas:
        pesan = any(_pesa(a) for a in fila.actividades)
        if por_fila or (not pesan and (fila.ponderacion or fila.ponderacion_ganada)):
            yield taller.partida(fila, None)
        else:
            for actividad in fila.actividades:
                yield taller.partida(fila, actividad)
        bloque = cierres.get(fila.indice)
        if bloque is not None:
            yield taller.cierre(bloque)


def _pesa(actividad: Actividad) -> bool:
    return actividad.ponderacion is not None or actividad.ponderacion_ganada is not None


class _Taller:
    """Makes the lines of a table in order: whether a running total was rounded depends on the steps before it."""

    def __init__(self, tabla: Tabla, hechas: Sequence[Verificacion], regimen: Regimen | None) -> None:
        self._tabla = tabla
        self._hechas = hechas
        self._credito = regimen.credito if regimen is not None else None
        self._redondeado = False
        self._anterior = CERO
        self._media = CERO

    def partida(self, fila: Fila, actividad: Actividad | None) -> Partida:
        duena: Actividad | Fila = fila if actividad is None else actividad
        indice = None if actividad is None else actividad.indice
        peso = duena.ponderacion.decimal if duena.ponderacion is not None else None
        propia = _decimal(duena.ganada_recalculada)
        corrida = _decimal(actividad.acumulada_recalculada) if actividad is not None else None
        cumplimiento = self._cumplimiento(duena, propia)
        ganada = duena.ponderacion_ganada
        hechas = [v for v in self._hechas if (v.fila, v.actividad) == (fila.indice, indice) and v.regla in _DE_GANADA]
        peor = next((r for r in _PEOR if any(v.resultado == r for v in hechas)), None)
        acumulada = self._tabla.modo_ganada == "acumulada"
        tolerancia, del_paso = self._tolerancias(ganada, propia, corrida, cumplimiento)
        informada = ganada.decimal if ganada is not None else None
        if ganada is not None and informada is None and not acumulada:
            informada = CERO
        estado = duena.estado
        return Partida(
            fila=fila.indice,
            actividad=indice,
            texto=(actividad.texto if actividad is not None else None) or " ".join((*fila.objetivos, fila.meta or "")).strip(),
            peso_impreso=duena.ponderacion.texto if duena.ponderacion is not None else "",
            peso=peso,
            estado=estado.texto if estado is not None else "",
            cumplimiento=cumplimiento,
            ganada_impresa=ganada.texto if ganada is not None else "",
            informada=informada,
            propia=propia,
            acumulada=corrida,
            sin_formula=credito_de(peso, cumplimiento, self._credito) != propia,
            tolerancia=tolerancia,
            del_paso=del_paso,
            resultado=peor,
            arrastra=any(v.causa is not None for v in hechas if v.resultado == "NO_CUADRA"),
            motivo=next((v.motivo for v in hechas if v.motivo is not None), None),
        )

    def _cumplimiento(self, duena: Actividad | Fila, propia: Decimal | None) -> Decimal | None:
        """The percentage that gives ``propia``: the declared one, else all or nothing by the verdict."""
        estado = duena.estado
        if propia is None or estado is None:
            return None
        if estado.porcentaje is not None:
            return Decimal(estado.porcentaje)
        return CIEN if estado.valor == "CUMPLE" else CERO

    def _tolerancias(
        self, ganada: Cifra | None, propia: Decimal | None, corrida: Decimal | None, cumplimiento: Decimal | None
    ) -> tuple[Decimal, Decimal]:
        """Copies are exact; a product may be rounded or cut to the printed decimals, and a running total carries that on."""
        if ganada is None or ganada.decimal is None:
            return CERO, CERO
        unidad = 2 * media_unidad(ganada.decimales)
        parcial = propia is not None and cumplimiento is not None and CERO < cumplimiento < CIEN
        producto = parcial and self._credito == "proporcional"
        if self._tabla.modo_ganada != "acumulada":
            return (unidad if producto else CERO), CERO
        cabe = propia is None or propia == propia.quantize(unidad)
        del_paso = max(unidad, self._media) if self._redondeado else (CERO if cabe else unidad)
        redondeado = self._redondeado or not cabe
        tolerancia = unidad if redondeado else CERO
        self._redondeado = redondeado and ganada.decimal != corrida
        self._media = unidad
        return tolerancia, del_paso

    def cierre(self, bloque: BloqueFilas) -> Cierre:
        self._redondeado = False
        unico = len(self._tabla.bloques) == 1
        propias = [v for v in self._hechas if v.fila in bloque.filas or (v.fila is None and unico)]
        de_pesos = [v for v in propias if v.regla in _DE_PESOS and v.actividad is None]
        de_total = [v for v in propias if v.regla == "TOTAL_GANADA_NO_CUADRA"]
        exigidos = [v.informado for v in de_pesos if v.recalculado is not None and _es_cifra(v.informado)]
        filas = sorted(bloque.filas)
        rotulo = "Total" if unico else f"Total de {'la fila' if len(filas) == 1 else 'las filas'} {_tramo(filas)}"
        peso, ganada = bloque.total_ponderacion, bloque.total_ganada
        return Cierre(
            rotulo=rotulo,
            filas=tuple(filas),
            peso_impreso=peso.texto if peso is not None else "",
            peso_total=peso.decimal if peso is not None else None,
            exigido=_decimal(next(iter(exigidos), None)) if peso is None else None,
            ganada_impresa=ganada.texto if ganada is not None else "",
            ganada_total=ganada.decimal if ganada is not None else None,
            tolerancia_pesos=_por_redondeo(de_pesos),
            tolerancia_ganada=_por_redondeo(de_total),
            resultado=next((r for r in _PEOR if any(v.resultado == r for v in (*de_pesos, *de_total))), None),
        )


def _por_redondeo(hechas: Sequence[Verificacion]) -> Decimal:
    """How far apart the figures are that agree because of their printed decimals: that far they may be."""
    distancias = [
        abs(Decimal(v.informado) - Decimal(v.recalculado))
        for v in hechas
        if v.resultado == "CUADRA_POR_REDONDEO" and _es_cifra(v.informado) and _es_cifra(v.recalculado)
        if v.informado is not None and v.recalculado is not None
    ]
    return max(distancias, default=CERO)


def _es_cifra(texto: str | None) -> bool:
    return texto is not None and texto.replace("-", "", 1).replace(".", "", 1).isdigit()


def _tramo(filas: Sequence[int]) -> str:
    return str(filas[0] + 1) if len(filas) == 1 else f"{filas[0] + 1} a {filas[-1] + 1}"


def _decimal(texto: str | None) -> Decimal | None:
    return None if texto is None else Decimal(texto)
