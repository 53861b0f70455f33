"""What the rules look at: the report's tables with their regime, items, credits and sums, computed once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property

from extractor.comun.escala import CIEN, UNO
from extractor.modelo.informe import Informe
from extractor.modelo.regimen import Regimen
from extractor.modelo.tabla import BloqueFilas, Tabla
from extractor.modelo.valores import Cifra
from extractor.reconciliador.creditos import Credito, calcular_credito
from extractor.reconciliador.dudas import Dudas, con_perdidas, dudas_de
from extractor.reconciliador.entero_compartido import Compartido, Parte, enteros_compartidos
from extractor.reconciliador.expectativas import Expectativas
from extractor.reconciliador.intervalos import CERO, Intervalo
from extractor.reconciliador.lecturas import de_uno_impreso, en_fracciones
from extractor.reconciliador.partidas import Partida, partidas_de
from extractor.reconciliador.recalculados import con_recalculados
from extractor.reconciliador.redondeo_de_pesos import margen_redondeo
from extractor.reconciliador.regimenes import Votos, elegir_regimen, votos
from extractor.reconciliador.sumas import Bloque, armar_bloque, lo_ganado, sin_sumas


@dataclass(frozen=True)
class Mesa:
    """A table laid out for auditing. ``numero`` is its place among the document's tables, from 1."""

    numero: int
    tabla: Tabla
    regimen: Regimen | None
    admisibles: tuple[Regimen, ...]
    partidas: tuple[Partida, ...]
    bloques: tuple[Bloque, ...]
    parciales: tuple[Bloque, ...] = ()
    """Rows closed by a printed subtotal inside a block: their sums are checked, but they are no whole."""
    partida: bool = False
    """Whether the table may be a part of a larger one: it has no whole to judge."""
    compartido: Compartido | None = None
    """The whole that it makes, or may make, with other tables of its region: it has none by itself."""

    @property
    def roles(self) -> frozenset[str]:
        return frozenset(columna.rol for columna in self.tabla.columnas)

    @property
    def declarada(self) -> Cifra | None:
        """The declared weight of the whole programme, when it is a figure."""
        cifra = self.tabla.ponderacion_declarada
        return cifra if cifra is not None and cifra.decimal is not None else None

    @property
    def total_esperado(self) -> Decimal | None:
        """What the weights of each block must sum: the regime's total, or 1 where they are fractions of a whole."""
        return self.exigido if not self.en_fracciones else UNO

    @property
    def exigido(self) -> Decimal | None:
        """The total that the regime demands."""
        return None if self.regimen is None else Decimal(self.regimen.total_esperado)

    @cached_property
    def en_fracciones(self) -> bool:
        """Whether the weights are read as fractions of 1, because the regime's total can be no reading of them."""
        return self.exigido == CIEN and self.declarada is None and en_fracciones(self.con_partidas)

    @property
    def de_uno(self) -> bool:
        """Whether its weights are parts of 1, by their sum or by the total printed below them."""
        return self.en_fracciones or de_uno_impreso(self.con_partidas)

    @cached_property
    def pesos(self) -> Decimal | None:
        """The sum of all the weights of the table."""
        return _total([bloque.pesos for bloque in self.con_partidas])

    @property
    def todo(self) -> Decimal | None:
        """The weight of the whole: what the programme declares, else what the weights must make."""
        return self.declarada.decimal if self.declarada is not None else self.total_esperado

    @property
    def faltante(self) -> Decimal:
        """What the weights miss of the whole, by more than their rounding."""
        falta = self.todo - self.pesos if self.todo is not None and self.pesos is not None else CERO
        return falta if falta > 0 and falta > margen_redondeo(self.partidas) else CERO

    @property
    def muy_lejos(self) -> bool:
        """Whether the weights are so far below the whole that they may be a share of a larger one."""
        return self.todo is not None and self.pesos is not None and self.pesos * 2 < self.todo

    @cached_property
    def informada(self) -> Decimal | None:
        return _total([bloque.informada for bloque in self.con_partidas])

    @cached_property
    def recalculada(self) -> Decimal | None:
        return _total([bloque.recalculada for bloque in self.con_partidas])

    @cached_property
    def ganado(self) -> Intervalo | None:
        """What the table earned, as far as it can be told."""
        return None if self.partida else lo_ganado(self.con_partidas, self.tabla.modo_ganada)

    @property
    def con_partidas(self) -> tuple[Bloque, ...]:
        return tuple(bloque for bloque in self.bloques if bloque.partidas)

    @property
    def total_correcto(self) -> bool:
        """Whether what the report gives as the table's total (or as the region's performance) is what was earned, so
        that a slip in the values below it changes no decision."""
        impresos = [] if self.tabla.desempeno is None else [self.tabla.desempeno.region]
        if len(self.bloques) == 1:
            impresos.append(self.bloques[0].registro.total_ganada)
        valores = [cifra.decimal for cifra in impresos if cifra is not None and cifra.decimal is not None]
        return bool(valores) and self.recalculada is not None and valores[0] == self.recalculada

    @property
    def un_entero(self) -> bool:
        """Whether the whole table is one programme: one block, or blocks whose weights together make the total."""
        return len(self.con_partidas) == 1 or (self.pesos is not None and self.pesos == self.total_esperado)


@dataclass(frozen=True)
class Contexto:
    """Everything a rule may look at. Rules return; they never edit this. ``votos``: table id -> how its rows met in part
    were credited, which decides the regime of tables that have few of them."""

    informe: Informe
    expectativas: Expectativas
    mesas: tuple[Mesa, ...]
    votos: Mapping[str, Votos] = field(default_factory=dict)

    def mesa(self, tabla: str | None) -> Mesa | None:
        return next((mesa for mesa in self.mesas if mesa.tabla.id == tabla), None)

    @property
    def anio(self) -> int | None:
        """The year that a finding may build on: the report's, unless it is only supposed."""
        return None if self.expectativas.anio_supuesto else self.informe.documento.anio

    @cached_property
    def dudas(self) -> Dudas:
        """What of the document was not read surely."""
        return dudas_de(self.informe, self.expectativas)

    @property
    def pesadas(self) -> tuple[Mesa, ...]:
        """The tables that weigh something."""
        return tuple(mesa for mesa in self.mesas if mesa.partidas)


def preparar(informe: Informe, expectativas: Expectativas, votos_previos: Mapping[str, Votos] | None = None) -> Contexto:
    """The report with its recomputed fields filled, and the tables laid out for the rules. ``votos_previos``: those of a
    whole document, when ``informe`` holds only some of its tables."""
    escaneadas = frozenset(informe.documento.paginas_ocr)
    partidas = [partidas_de(tabla, escaneadas, expectativas.celdas_dudosas) for tabla in informe.tablas]
    if votos_previos is None:
        expectativas = con_perdidas(informe, expectativas)
    dados = dict(votos_previos) if votos_previos is not None else {
        tabla.id: votos(propias, tabla.modo_ganada) for tabla, propias in zip(informe.tablas, partidas, strict=True)
    }
    mesas = tuple(
        _mesa(numero, tabla, propias, expectativas, _de_otras(tabla, expectativas, dados))
        for numero, (tabla, propias) in enumerate(zip(informe.tablas, partidas, strict=True), start=1)
    )
    partes = [Parte(m.tabla, m.pesos, m.faltante, m.regimen) for m in mesas if m.partidas and not m.partida and m.regimen]
    oraciones = [oracion for s in informe.secciones for oracion in re.split(r"(?<=[.;:])\s+", s.texto or "")]
    compartidos = enteros_compartidos(partes, [*(nota.texto for nota in informe.documento.notas), *oraciones])
    mesas = tuple(replace(mesa, compartido=compartidos.get(mesa.tabla.id)) for mesa in mesas) if compartidos else mesas
    nuevo = informe.model_copy(update={"tablas": tuple(mesa.tabla for mesa in mesas)})
    return Contexto(nuevo, expectativas, mesas, dados)


def _de_otras(tabla: Tabla, expectativas: Expectativas, dados: Mapping[str, Votos]) -> Votos:
    """How the other tables of the same form credit what was met in part."""
    regimenes = expectativas.regimenes
    hermanas = [v for otra, v in dados.items() if otra != tabla.id and regimenes.get(otra) == regimenes.get(tabla.id)]
    return sum(v[0] for v in hermanas), sum(v[1] for v in hermanas)


def _mesa(numero: int, tabla: Tabla, partidas: tuple[Partida, ...], expectativas: Expectativas, otras: Votos) -> Mesa:
    admisibles = tuple(expectativas.regimenes.get(tabla.id, ()))
    if not partidas:
        return Mesa(numero, tabla, None, admisibles, (), ())
    regimen = elegir_regimen(partidas, admisibles, tabla.modo_ganada, otras)
    creditos = {partida.lugar: calcular_credito(partida, regimen) for partida in partidas}
    registros = tabla.bloques or (_todas(tabla),)
    bloques = tuple(
        _bloque(posicion, registro, partidas, creditos, tabla, regimen) for posicion, registro in enumerate(registros)
    )
    parciales = tuple(
        _bloque(posicion, registro, partidas, creditos, tabla, regimen) for posicion, registro in enumerate(_partes(tabla))
    )
    partida = tabla.id in expectativas.partidas
    if partida:
        bloques = tuple(map(sin_sumas, bloques))
    llena = con_recalculados(tabla, regimen, creditos, bloques, partida)
    return Mesa(numero, llena, regimen, admisibles, partidas, bloques, parciales, partida)


def _partes(tabla: Tabla) -> list[BloqueFilas]:
    """The runs of rows that a subtotal closes inside a block; none where the earned values run, whose partial totals have no
    fixed meaning."""
    partes: list[BloqueFilas] = []
    for bloque in tabla.bloques if tabla.modo_ganada != "acumulada" else ():
        propias: list[int] = []
        for indice in sorted(bloque.filas):
            propias.append(indice)
            fila = tabla.filas[indice]
            impresos = [c for c in (fila.total_ponderacion, fila.total_ganada) if c is not None]
            if not impresos:
                continue
            del_bloque = [c.origen for c in (bloque.total_ponderacion, bloque.total_ganada) if c is not None]
            if not any(c.origen in del_bloque for c in impresos):
                totales = {"total_ponderacion": fila.total_ponderacion, "total_ganada": fila.total_ganada}
                partes.append(bloque.model_copy(update={"filas": tuple(propias), **totales}))
            propias = []
    return partes


def _todas(tabla: Tabla) -> BloqueFilas:
    """The one block of a table that came without blocks."""
    return BloqueFilas(
        filas=tuple(fila.indice for fila in tabla.filas), suma_ponderacion=None, total_ponderacion=None,
        suma_ganada_informada=None, suma_ganada_recalculada=None, total_ganada=None,
    )


def _bloque(
    posicion: int, registro: BloqueFilas, partidas: tuple[Partida, ...],
    creditos: dict[tuple[int, int | None], Credito], tabla: Tabla, regimen: Regimen | None,
) -> Bloque:
    filas = set(registro.filas)
    propias = tuple(partida for partida in partidas if partida.fila.indice in filas)
    propios = tuple(creditos[partida.lugar] for partida in propias)
    return armar_bloque(posicion, registro, propias, propios, tabla.modo_ganada, regimen)


def _total(partes: list[Decimal | None]) -> Decimal | None:
    """The sum of the parts, or None when one is unknown or there is none."""
    conocidas = [parte for parte in partes if parte is not None]
    return sum(conocidas, Decimal(0)) if conocidas and len(conocidas) == len(partes) else None
