"""One table as the auditor lays it out: what each item earned, sums, thresholds, and what a mismatch would change."""

from __future__ import annotations

from .cifras import UNIDAD, Cifra
from .modelo import CUMPLE, NARRADO, NO_CUMPLE, PARCIAL, PENDIENTE, PORCENTAJE, Cuadro, Fila, Partida, Reporte

CIEN = 100 * UNIDAD
GRAVE, CUENTA, AVISO, LOGICA = "cambia_decision", "aritmetica", "aviso", "logica"
Rango = tuple[int, int]


def credito(partida: Partida, proporcional: bool) -> int | None:
    """What the item earned by its declared fulfilment; None where nobody declared it."""
    estado, peso = partida.estado, partida.peso.valor
    if estado is None or peso is None or estado.clase == NARRADO:
        return None
    if estado.clase == PORCENTAJE:
        cuota = estado.porcentaje or 0
        if 0 < cuota < 100 and not proporcional:
            return 0
        return peso * min(cuota, 100) // 100
    if estado.clase == PARCIAL:
        return None if proporcional else 0
    return peso if estado.clase == CUMPLE else 0


def es_cuota(partida: Partida) -> bool:
    """Whether what it earned is a share of the weight, which may be printed rounded; else it is a copy."""
    return partida.estado is not None and partida.estado.clase == PORCENTAJE and 0 < (partida.estado.porcentaje or 0) < 100


def cabe(impresa: Cifra, rango: Rango) -> bool:
    """Whether the printed figure, rounded or cut, may stand for a value of the range."""
    assert impresa.valor is not None
    doble, unidad = 2 * impresa.valor, impresa.unidad
    cercano = 2 * rango[0] <= doble + unidad and doble - unidad <= 2 * rango[1]
    return cercano or (rango[1] >= impresa.valor and rango[0] < impresa.valor + unidad)


def valor_de(cifra: Cifra | None) -> int:
    return 0 if cifra is None or cifra.valor is None else cifra.valor


class Mesa:
    """One table with its sums."""

    def __init__(self, reporte: Reporte, numero: int, cuadro: Cuadro) -> None:
        self.reporte, self.numero, self.cuadro = reporte, numero, cuadro
        self.proporcional = reporte.proporcional
        self.anual = reporte.familia == "anual_2009"
        self.pesos = sum(valor_de(p.peso) for p in cuadro.partidas)
        self.creditos = {id(p): credito(p, self.proporcional) for p in cuadro.partidas}
        self.fracciones = cuadro.declarada is None and all(son_fracciones(b) for b in cuadro.bloques)
        self.entero = UNIDAD if self.fracciones else CIEN

    def indice(self, fila: Fila) -> int:
        return next(n for n, otra in enumerate(self.cuadro.filas) if otra is fila)

    def nunca(self, partida: Partida) -> bool:
        """Whether no regime that may rule credits the item: 2009 credits only what is whole; 2007 does not say."""
        estado = partida.estado
        if estado is None or estado.clase == NARRADO or not partida.peso.valor:
            return False
        if estado.clase in (NO_CUMPLE, PENDIENTE) or (estado.clase == PORCENTAJE and not estado.porcentaje):
            return True
        partes = estado.clase == PARCIAL or (estado.clase == PORCENTAJE and (estado.porcentaje or 0) < 100)
        return partes and self.anual

    def informada(self, bloque: list[Fila]) -> tuple[int, Rango]:
        """The sum of what is printed, words counting 0, and what it may stand for; of running totals, the last one."""
        partidas = [p for f in bloque for p in f.partidas]
        if self.cuadro.modo == "acumulada":
            ultima = next(
                (valor_de(p.ganada) for p in reversed(partidas) if p.ganada is not None and p.ganada.valor is not None), 0
            )
            return ultima, (ultima, ultima)
        suma = sum(valor_de(p.ganada) for p in partidas)
        holgura = sum(
            p.ganada.unidad // 2
            for p in partidas
            if p.ganada is not None
            and p.ganada.valor is not None
            and self.proporcional
            and es_cuota(p)
            and p.ganada.valor != self.creditos[id(p)]
        )
        return suma, (suma - holgura, suma + holgura)

    def recalculada(self, filas: list[Fila]) -> int | None:
        valores = [self.creditos[id(p)] for f in filas for p in f.partidas]
        return None if None in valores else sum(v for v in valores if v is not None)

    def falta_heredada(self, bloque: list[Fila]) -> int:
        """What the weights miss of their whole when it is no more than rounding."""
        partidas = [p for f in bloque for p in f.partidas]
        falta = self.entero - sum(valor_de(p.peso) for p in partidas)
        return falta if falta and 2 * abs(falta) <= sum(p.peso.unidad for p in partidas) else 0

    def ganable(self, bloque: list[Fila]) -> int:
        """All that some reading credits, and what single values already exceed it by."""
        total = 0
        for partida in (p for f in bloque for p in f.partidas):
            estado, ganada = partida.estado, partida.ganada
            palabra = ganada is not None and ganada.valor is None
            negada = estado is not None and (
                estado.clase in (NO_CUMPLE, PENDIENTE) or (estado.clase == PORCENTAJE and not estado.porcentaje)
            )
            afirmada = estado is not None and (
                estado.clase == CUMPLE or (estado.clase == PORCENTAJE and (estado.porcentaje or 0) >= 100)
            )
            nula = palabra or (ganada is not None and ganada.valor == 0)
            if not negada and (afirmada or not nula):
                total += valor_de(partida.peso)
            total += max(valor_de(ganada) - valor_de(partida.peso), 0)
        return total

    def un_programa(self) -> bool:
        return len(self.cuadro.bloques) == 1 or self.pesos == self.entero

    def corte(self) -> int | None:
        """The earned weight from which the programme is valid; none for one of several blocks, nor far from any total."""
        total = self.entero if self.cuadro.declarada is None else valor_de(self.cuadro.declarada)
        return total * 90 // 100 if self.un_programa() and 2 * self.pesos >= total else None

    def ganado(self) -> Rango:
        """What the programme earned, as far as it can be told."""
        minimo = maximo = 0
        for p in self.cuadro.partidas:
            propio, peso = self.creditos[id(p)], valor_de(p.peso)
            if propio is None:
                escrito = None if p.ganada is None else p.ganada.valor or 0
                copia = self.cuadro.modo == "por_actividad" and escrito in (0, peso)
                bajo, alto = (escrito or 0, escrito or 0) if copia else (0, peso)
            else:
                bajo = alto = propio
            minimo, maximo = minimo + bajo, maximo + alto
        return minimo, maximo

    def dado(self) -> int:
        """What the report gives as the programme's result: its printed performance or total, else the sum of its values."""
        impresos = [self.cuadro.desempeno, self.cuadro.filas[-1].total_ganada if len(self.cuadro.bloques) == 1 else None]
        escritos = [c.valor for c in impresos if c is not None and c.valor is not None]
        return escritos[0] if escritos else sum(self.informada(b)[0] for b in self.cuadro.bloques)

    def umbral(self, informado: int, rango: Rango) -> str:
        corte = self.corte()
        if corte is None or rango[0] < corte <= rango[1] or (rango[0] >= corte) == (informado >= corte):
            return CUENTA
        return GRAVE

    def por_umbral_del_item(self, de_mas: bool) -> str:
        """The programme as informed against as recomputed, if the item moves it that way and its total was not right."""
        if self.total_correcto():
            return CUENTA
        informado = sum(self.informada(b)[0] for b in self.cuadro.bloques)
        rango = self.ganado()
        return self.umbral(informado, rango) if (informado > rango[0]) == de_mas else CUENTA

    def total_correcto(self) -> bool:
        """Whether what the report gives as the programme's total is what was earned."""
        recalculada = self.recalculada(self.cuadro.filas)
        impresos = [self.cuadro.desempeno]
        if len(self.cuadro.bloques) == 1:
            impresos.append(self.cuadro.filas[-1].total_ganada)
        escritos = [c.valor for c in impresos if c is not None and c.valor is not None]
        return bool(escritos) and recalculada is not None and escritos[0] == recalculada


def paso_cabe(ganada: Cifra, debido: int, holgura: int) -> bool:
    """Whether a running total follows from the one before it, itself rounded or cut by less than ``holgura``."""
    assert ganada.valor is not None
    if not holgura:
        return cabe(ganada, (debido, debido))
    doble = 2 * (ganada.valor - debido)
    return abs(doble) < holgura + ganada.unidad or (-ganada.unidad < ganada.valor - debido < holgura)


def iguales(partidas: list[Partida]) -> bool:
    return len(partidas) > 1 and len({p.peso.valor for p in partidas}) == 1


def falta_de_pesos(partidas: list[Partida], diferencia: int) -> str | None:
    """How grave it is that weights miss their total: equal shares may, by their rounding."""
    if diferencia == 0:
        return None
    if 2 * abs(diferencia) <= sum(p.peso.unidad for p in partidas):
        return None if iguales(partidas) else AVISO
    return CUENTA


def todas_menores(partidas: list[Partida]) -> bool:
    return len(partidas) > 1 and all(valor_de(p.peso) < UNIDAD for p in partidas)


def son_fracciones(bloque: list[Fila]) -> bool:
    partidas = [p for f in bloque for p in f.partidas]
    return todas_menores(partidas) and sum(valor_de(p.peso) for p in partidas) == UNIDAD
