"""The lines of a table as read and verified: what each item earns, and by how much its printed figures may be off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractor.comun.numeros import media_unidad
from extractor.modelo.hallazgo import Resultado, Verificacion
from extractor.modelo.regimen import Regimen
from extractor.modelo.tabla import Actividad, BloqueFilas, Fila, Tabla
from extractor.modelo.valores import Cifra
from extractor.salidas.planilla.renglones import CERO, CIEN, Cierre, Partida, credito_de

_DE_GANADA = ("ACUMULADO_NO_CUADRA", "GANADA_NO_CORRESPONDE", "ESTADO_CONTRADICE_GANADA")
_DE_PESOS = ("TOTAL_PONDERACION_NO_CUADRA", "PONDERACIONES_NO_SUMAN_100", "PROGRAMA_NO_CUADRA")
_PEOR: tuple[Resultado, ...] = ("NO_CUADRA", "NO_VERIFICABLE", "CUADRA_POR_REDONDEO", "CUADRA")


def renglones_de(tabla: Tabla, hechas: Sequence[Verificacion], regimen: Regimen | None) -> Iterator[Partida | Cierre]:
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
