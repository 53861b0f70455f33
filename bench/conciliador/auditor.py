"""What a careful auditor finds in a report with paper, pencil and whole numbers: every mismatch, its place, what it
should say, how grave it is and which other mismatch it only carries on. The rules are those of DESIGN.md section 2."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .cifras import UNIDAD, Cifra, canonica
from .mesa import (
    AVISO,
    CIEN,
    CUENTA,
    GRAVE,
    LOGICA,
    Mesa,
    cabe,
    credito,
    es_cuota,
    falta_de_pesos,
    iguales,
    paso_cabe,
    todas_menores,
    valor_de,
)
from .modelo import CUMPLE, NARRADO, Cuadro, Estado, Fila, Partida, Reporte

__all__ = ["CIEN", "GRAVE", "Esperado", "auditar", "credito", "es_cuota"]
REGIONES_VIGENTES = 15


@dataclass(frozen=True)
class Esperado:
    """A mismatch. ``carga``: it only carries on another one of the same report."""

    codigo: str
    cuadro: int
    fila: int | None
    partida: int | None
    informado: str
    recalculado: str
    gravedad: str
    carga: bool = False


def auditar(reporte: Reporte) -> list[Esperado]:
    """Every mismatch of the report, by table."""
    hallados = [e for n, cuadro in enumerate(reporte.cuadros) for e in _Revision(reporte, n, cuadro).revisar()]
    hallados += _servicios(reporte, hallados)
    return hallados + _copias(reporte)


class _Revision(Mesa):
    """A table and the mismatches found in it so far."""

    def __init__(self, reporte: Reporte, numero: int, cuadro: Cuadro) -> None:
        super().__init__(reporte, numero, cuadro)
        self.hallados: list[Esperado] = []

    def revisar(self) -> list[Esperado]:
        self._pesos()
        if self.cuadro.modo == "por_actividad":
            self._ganadas()
        elif self.cuadro.modo == "acumulada":
            for bloque in self.cuadro.bloques:
                self._acumuladas(bloque)
        if self.cuadro.modo != "sin_datos":
            for bloque in self.cuadro.bloques:
                self._total_ganada(bloque)
            self._desempeno()
        return self.hallados

    def _anotar(
        self,
        codigo: str,
        fila: int | None,
        partida: int | None,
        informado: Cifra | int,
        debido: int,
        gravedad: str,
        carga: bool = False,
    ) -> None:
        dicho = informado if isinstance(informado, int) else valor_de(informado)
        recalculado = canonica(debido)
        self.hallados.append(Esperado(codigo, self.numero, fila, partida, canonica(dicho), recalculado, gravedad, carga))

    def _pesos(self) -> None:
        if self.cuadro.declarada is not None:
            declarada = valor_de(self.cuadro.declarada)
            if self.pesos in (declarada, CIEN) or (self.pesos == UNIDAD and todas_menores(self.cuadro.partidas)):
                return
            gravedad = falta_de_pesos(self.cuadro.partidas, self.pesos - declarada)
            if gravedad is not None:
                self._anotar("PROGRAMA_NO_CUADRA", None, None, declarada, self.pesos, gravedad)
            return
        lejos: list[int] = []
        for bloque in self.cuadro.bloques:
            partidas = [p for f in bloque for p in f.partidas]
            suma = sum(valor_de(p.peso) for p in partidas)
            total = bloque[-1].total_peso
            impreso = (
                valor_de(total) // (CIEN // self.entero) if self.fracciones and valor_de(total) > UNIDAD else valor_de(total)
            )
            if total is not None and impreso != suma:
                de_partes = impreso == self.entero or (iguales(partidas) and suma != self.entero)
                gravedad = falta_de_pesos(partidas, suma - impreso) if de_partes else CUENTA
                if gravedad is not None:
                    fila = self.indice(bloque[-1])
                    self._anotar("TOTAL_PONDERACION_NO_CUADRA", fila, None, total, suma, gravedad)
                    continue
            if suma == self.entero:
                continue
            if total is None and len(partidas) > 1 and 2 * suma < self.entero:
                lejos.append(suma)
                continue
            gravedad = falta_de_pesos(partidas, suma - self.entero)
            if gravedad is not None:
                una = len(bloque) == 1 or len(self.cuadro.bloques) > 1
                fila = self.indice(bloque[0]) if una else None
                self._anotar("PONDERACIONES_NO_SUMAN_100", fila, None, self.entero, suma, gravedad)
        if lejos:
            self._anotar("PONDERACIONES_NO_SUMAN_100", None, None, self.entero, sum(lejos), AVISO)

    def _ganadas(self) -> None:
        for k, fila in enumerate(self.cuadro.filas):
            for i, partida in enumerate(fila.partidas):
                sitio = None if self.anual and self.cuadro.programa != "informacion" else i
                ganada, debido = partida.ganada, self.creditos[id(partida)]
                if ganada is None:
                    continue
                if ganada.valor is None:
                    if partida.estado is not None and partida.estado.clase == CUMPLE:
                        texto = canonica(valor_de(partida.peso))
                        self.hallados.append(
                            Esperado("ESTADO_CONTRADICE_GANADA", self.numero, k, sitio, ganada.texto, texto, LOGICA)
                        )
                    continue
                if debido is None:
                    narrada = ganada.valor in (0, valor_de(partida.peso))
                    if not narrada and not (self.proporcional and 0 < ganada.valor < valor_de(partida.peso)):
                        debido = valor_de(partida.peso)
                        self._ganada_mala(k, sitio, partida, ganada, debido)
                elif ganada.valor != debido and not (es_cuota(partida) and self.proporcional and cabe(ganada, (debido, debido))):
                    self._ganada_mala(k, sitio, partida, ganada, debido)

    def _ganada_mala(self, fila: int, sitio: int | None, partida: Partida, ganada: Cifra, debido: int) -> None:
        gravedad = GRAVE if valor_de(ganada) > 0 and self.nunca(partida) else self.por_umbral_del_item(valor_de(ganada) > debido)
        self._anotar("GANADA_NO_CORRESPONDE", fila, sitio, ganada, debido, gravedad)

    def _acumuladas(self, bloque: list[Fila]) -> None:
        base = verdad = 0
        inexacta: int | None = None  # the unit of the printed base, when it was rounded
        desviado = False
        for fila in bloque:
            k = self.indice(fila)
            for i, partida in enumerate(fila.partidas):
                ganada, propio = partida.ganada, self.creditos[id(partida)]
                assert propio is not None, "running totals are generated with declared percentages only"
                verdad += propio
                if ganada is None or ganada.valor is None:
                    base += propio
                    continue
                debido = base + propio
                holgura = 0 if inexacta is None else inexacta
                bien = paso_cabe(ganada, debido, holgura)
                cierto = cabe(ganada, (verdad, verdad))
                if not bien and not cierto:
                    gravedad = CUENTA
                    if (ganada.valor > base and self.nunca(partida)) or self.por_umbral_del_item(ganada.valor > debido) == GRAVE:
                        gravedad = GRAVE
                    self._anotar("ACUMULADO_NO_CUADRA", k, i, ganada, debido, gravedad)
                    desviado = True
                elif desviado and cierto:
                    desviado = False
                redondea = inexacta is not None or propio % ganada.unidad != 0
                base, inexacta = ganada.valor, ganada.unidad if redondea and ganada.valor != verdad else None

    def _raices(self, bloque: list[Fila]) -> bool:
        filas = {self.indice(f) for f in bloque}
        return any(e.codigo in ("GANADA_NO_CORRESPONDE", "ACUMULADO_NO_CUADRA") and e.fila in filas for e in self.hallados)

    def _corregida(self, filas: list[Fila], suma: int) -> int:
        """The sum with every declared value put right, and the others as they are printed."""
        for partida in (p for f in filas for p in f.partidas):
            debido, ganada = self.creditos[id(partida)], partida.ganada
            if debido is not None and ganada is not None and ganada.valor is not None and not es_cuota(partida):
                suma += debido - ganada.valor
        return suma

    def _total_ganada(self, bloque: list[Fila]) -> None:
        total = bloque[-1].total_ganada
        if total is None or total.valor is None:
            return
        factor = 100 if self.fracciones and total.valor > UNIDAD else 1
        leido = replace(total, valor=total.valor // factor, decimales=min(5, total.decimales + (2 if factor > 1 else 0)))
        suma, rango = self.informada(bloque)
        fila, recalculada = self.indice(bloque[-1]), self.recalculada(bloque)
        if leido.valor == suma or cabe(leido, rango):
            corrida = self.cuadro.modo == "acumulada" and self._raices(bloque)
            if corrida and recalculada is not None and not cabe(leido, (recalculada, recalculada)):
                self._anotar("TOTAL_GANADA_NO_CUADRA", fila, None, total, recalculada, CUENTA, carga=True)
            return
        assert leido.valor is not None
        falta = self.falta_heredada(bloque)
        partidas = [p for f in bloque for p in f.partidas]
        diferencia = leido.valor - suma
        if falta and iguales(partidas) and self.cuadro.modo == "por_actividad" and diferencia * falta > 0:
            ganadas = [p for p in partidas if p.ganada is not None and p.ganada.valor == p.peso.valor]
            if 2 * abs(diferencia) <= sum(p.peso.unidad for p in ganadas):
                return
        carga = self._raices(bloque) and leido.valor in (recalculada, self._corregida(bloque, suma))
        if falta == diferencia and falta:
            gravedad = AVISO
        elif not carga and self.cuadro.modo == "por_actividad" and leido.valor > self.ganable(bloque):
            gravedad = GRAVE
        elif len(self.cuadro.bloques) > 1 or self.total_correcto():
            gravedad = CUENTA
        else:
            gravedad = self.umbral(leido.valor, rango)
        self._anotar("TOTAL_GANADA_NO_CUADRA", fila, None, total, suma * factor, gravedad, carga)

    def _desempeno(self) -> None:
        impreso = self.cuadro.desempeno
        if impreso is None or impreso.valor is None or not self.un_programa():
            return
        partes = [self.informada(b) for b in self.cuadro.bloques]
        suma, rango = sum(p[0] for p in partes), (sum(p[1][0] for p in partes), sum(p[1][1] for p in partes))
        if impreso.valor == suma or cabe(impreso, rango):
            return
        if self.pesos not in (0, CIEN) and cabe(impreso, (suma * CIEN // self.pesos,) * 2):
            return
        debidos = (self.recalculada(self.cuadro.filas), self._corregida(self.cuadro.filas, suma))
        carga = self._raices(self.cuadro.filas) and impreso.valor in debidos
        gravedad = CUENTA if self.total_correcto() else self.umbral(impreso.valor, rango)
        self._anotar("DESEMPENO_REGION_NO_CUADRA", None, None, impreso, suma, gravedad, carga)


def _servicios(reporte: Reporte, hallados: list[Esperado]) -> list[Esperado]:
    """The service's printed verdict: it fails with one region under the threshold, and holds only when all are there."""
    nuevos = []
    for n, cuadro in enumerate(reporte.cuadros):
        if cuadro.servicio is None:
            continue
        hermanas = [Mesa(reporte, k, c) for k, c in enumerate(reporte.cuadros) if c.programa == cuadro.programa]
        bajas = [m for m in hermanas if (corte := m.corte()) is not None and m.ganado()[1] < corte]
        todas = len(hermanas) >= REGIONES_VIGENTES and all((c := m.corte()) is not None and m.ganado()[0] >= c for m in hermanas)
        if not bajas and not todas:
            continue
        debido = "NO CUMPLE" if bajas else "CUMPLE"
        if cuadro.servicio != debido:
            torcidas = [
                m for m in hermanas if (c := m.corte()) is not None and (m.ganado()[0] >= c) != (cuadro.servicio == "CUMPLE")
            ]
            segun = all((m.dado() >= (m.corte() or 0)) == (cuadro.servicio == "CUMPLE") for m in torcidas)
            carga = bool(torcidas) and segun and any(e.cuadro in {m.numero for m in torcidas} for e in hallados)
            nuevos.append(Esperado("DESEMPENO_SERVICIO_NO_CUADRA", n, None, None, cuadro.servicio, debido, GRAVE, carga))
    return nuevos


def _copias(reporte: Reporte) -> list[Esperado]:
    """Tables that agree in every activity, weight, state and earned value: one mismatch per group, told at the first."""
    grupos: dict[tuple[object, ...], list[int]] = {}
    for n, cuadro in enumerate(reporte.cuadros):
        if len(cuadro.partidas) > 1 and cuadro.modo != "sin_datos":
            grupos.setdefault(tuple(_huella(p) for p in cuadro.partidas), []).append(n)
    return [Esperado("TABLAS_IDENTICAS", g[0], None, None, "", str(len(g)), LOGICA) for g in grupos.values() if len(g) > 1]


def _huella(partida: Partida) -> tuple[object, ...]:
    ganada = partida.ganada
    escrita = None if ganada is None else (ganada.valor, ganada.palabra.lower())
    return partida.texto, partida.peso.valor, _dicho(partida.estado), escrita


def _dicho(estado: Estado | None) -> tuple[object, ...]:
    if estado is None:
        return (None,)
    return (estado.clase, estado.porcentaje) if estado.clase != NARRADO else (estado.clase,)
