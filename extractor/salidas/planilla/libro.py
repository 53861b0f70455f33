"""``hallazgos.xlsx`` while documents arrive: flat sheets are written at once, recalculation sheets at the end, few of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from extractor.marcos.columnas import COLUMNAS
from extractor.modelo.conjunto import Conjunto
from extractor.modelo.hallazgo import Hallazgo
from extractor.modelo.informe import Informe
from extractor.modelo.regimen import Regimen
from extractor.salidas.planilla import entre, graficos, hallazgos
from extractor.salidas.planilla.celdas import MAXIMO_FILAS, Celdas, Formatos, cerrar_libro
from extractor.salidas.planilla.enlaces import nombre_de_hoja, relativo
from extractor.salidas.planilla.hojas import Columna, HojaPlana
from extractor.salidas.planilla.indice import Reservada, escribir_hojas
from extractor.salidas.planilla.plano import COLUMNAS_PLANO, HOJA_PLANA, filas_planas
from extractor.salidas.planilla.recalculo import HojaRecalculo, hojas_de
from extractor.salidas.planilla.resumen import Cuentas, escribir_resumen
from extractor.salidas.procedencia import Procedencia, procedencia
from extractor.salidas.revision.desempenos import Logro, logros_de

HOJAS_RECALCULO = 60
"""Recalculation sheets of one workbook; tables with findings go first and the rest into one flat sheet."""
MARCOS = {"Datos": "actividades", "Nombres": "nombres", "Verificaciones": "verificaciones", "Documentos": "documentos"}
"""Sheets that are a frame as it is; Nombres, only its doubtful rows."""
_POR_TANDA = 16
"""Informes held before their frames are made: making frames costs more per call than per row."""
_CIERTAS = ("exacta", "alias")


class _Pendiente(NamedTuple):
    informe: Informe
    archivo: str | None
    enlaces: dict[str, tuple[str, HojaRecalculo]]
    """Sheet of each table that has one of its own."""


class PlanillaHallazgos:
    """A context manager that takes Informes and keeps few of them in memory. Leaving it writes the file; leaving it by an
    exception leaves none. ``regimenes``: by id, for the formulas; ``origen``: who made it, with what and when."""

    def __init__(
        self, archivo: Path, regimenes: Mapping[str, Regimen] | None = None, origen: Procedencia | None = None,
        hojas_recalculo: int = HOJAS_RECALCULO,
    ) -> None:  # fmt: skip
        import xlsxwriter

        self._archivo = archivo
        self._regimenes = regimenes or {}
        self._origen = origen or procedencia()
        self._tope = hojas_recalculo
        self._libro: Any = xlsxwriter.Workbook(
            str(archivo),
            {
                "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
                "nan_inf_to_errors": False,
            },
        )  # fmt: skip
        self._libro.set_properties(
            {"title": "Hallazgos", "author": self._origen.autor or "extractor", "created": self._origen.creado}
        )
        self._celdas = Celdas(Formatos(self._libro))
        self._cuentas = Cuentas()
        self._pendientes: list[_Pendiente] = []
        self._con: list[Reservada] = []
        self._sin: list[Reservada] = []
        self._logros: list[Logro] = []
        self._logros_fuera = 0
        self._logros_sin_umbral = 0
        self._rutas: dict[str, str] = {}
        self._hallazgos_vistos = 1
        self._resumen = self._libro.add_worksheet("Resumen")
        self._columnas_hallazgos = hallazgos.columnas()
        impresas = [c.nombre for c in self._columnas_hallazgos].index(hallazgos.ULTIMA_IMPRESA) + 1
        self._hallazgos = self._plana(hallazgos.NOMBRE, self._columnas_hallazgos, 3, impresas)
        hallazgos.validar_decisiones(self._hallazgos.hoja, self._columnas_hallazgos)
        self._graficos = self._libro.add_worksheet(graficos.NOMBRE)
        self._resultados = self._plana(entre.RESULTADOS, entre.COLUMNAS_RESULTADOS, 2)
        self._marcos = {h: self._plana(h, [Columna(*par) for par in _del_marco(m)], 1) for h, m in MARCOS.items()}
        self._plano: HojaPlana | None = None
        self._otras: list[HojaPlana] = []

    def __enter__(self) -> PlanillaHallazgos:
        return self

    def __exit__(self, clase: type[BaseException] | None, error: BaseException | None, traza: TracebackType | None) -> None:
        if error is None:
            self._terminar()
        try:
            cerrar_libro(self._libro)
        finally:
            if error is not None:
                self._archivo.unlink(missing_ok=True)

    def agregar(self, informe: Informe, archivo: Path | None = None) -> None:
        """``archivo``: where the document is, for the links to it; else its path as the Informe has it."""
        logros = logros_de(informe, self._regimenes)
        self._cuentas.sumar(informe, logros)
        self._anotar_logros(informe, logros)
        self._rutas.setdefault(informe.documento.sha256, informe.documento.ruta)
        enlaces = {}
        for datos in hojas_de(informe, self._regimenes):
            reservada = Reservada(datos, self._hallazgos_vistos)
            if datos.hallazgos and len(self._con) < self._tope:
                self._con.append(reservada)
                enlaces[datos.tabla] = nombre_de_hoja(len(self._con), datos.region), datos
                if len(self._con) + len(self._sin) > self._tope:
                    self._aplanar(self._sin.pop())
            elif not datos.hallazgos and len(self._con) + len(self._sin) < self._tope:
                self._sin.append(reservada)
            else:
                self._aplanar(reservada)
        self._hallazgos_vistos += len(informe.hallazgos)
        self._pendientes.append(_Pendiente(informe, relativo(archivo, self._archivo.parent, informe.documento.ruta), enlaces))
        if len(self._pendientes) >= _POR_TANDA:
            self._escribir_pendientes()

    def agregar_conjunto(self, conjunto: Conjunto) -> None:
        """What was found between documents, in sheets of their own that only then exist."""
        self._cuentas.balance.sumar_conjunto(conjunto)
        self._cuentas.tipos.update((h.codigo, "entre documentos") for h in conjunto.hallazgos if not h.descartado)
        hoja = self._plana(entre.HOJA_CONJUNTO, entre.columnas_conjunto())
        self._otras.append(hoja)
        for fila in entre.filas_conjunto(conjunto, self._rutas):
            hoja.escribir(fila)
        if conjunto.veredictos:
            hoja = self._plana(entre.VEREDICTOS, entre.COLUMNAS_VEREDICTOS)
            self._otras.append(hoja)
            for fila in entre.filas_veredictos(conjunto):
                hoja.escribir(fila)

    def _plana(self, nombre: str, columnas: Sequence[Columna], fijas: int = 0, impresas: int = 0) -> HojaPlana:
        return HojaPlana(self._libro, self._celdas, nombre, columnas, fijas, impresas)

    def _anotar_logros(self, informe: Informe, logros: Sequence[Logro]) -> None:
        """Those whose result changes push out of the chart the last of the others; parts without a threshold are only told."""
        for logro in logros:
            self._resultados.escribir(entre.fila_resultado(informe, logro))
            if logro.umbral is None:
                self._logros_sin_umbral += 1
                continue
            self._logros.append(replace(logro, documento=informe.documento.nombre))
            if len(self._logros) > graficos.MAXIMO_LOGROS:
                sobra = next((n for n in range(len(self._logros) - 1, -1, -1) if not self._logros[n].cambia), -1)
                self._logros.pop(sobra)
                self._logros_fuera += 1

    def _aplanar(self, reservada: Reservada) -> None:
        if self._plano is None:
            self._plano = self._plana(HOJA_PLANA, COLUMNAS_PLANO)
        self._cuentas.hojas_fuera += 1
        for fila in filas_planas(reservada.datos, self._plano.siguiente):
            self._plano.escribir(fila)

    def _escribir_pendientes(self) -> None:
        from extractor.marcos.construccion import construir

        cuadros = construir([p.informe for p in self._pendientes], ("hallazgos", *MARCOS.values()))
        renglones = _renglones(cuadros["hallazgos"])
        for pendiente in self._pendientes:
            informe = pendiente.informe
            propios = [next(renglones) for _ in informe.hallazgos]
            for fila in hallazgos.filas(informe, iter(propios), _Enlazador(pendiente.enlaces), pendiente.archivo):
                self._hallazgos.escribir(fila)
        self._pendientes = []
        for nombre, marco in MARCOS.items():
            for renglon in _renglones(cuadros[marco]):
                if nombre != "Nombres" or renglon["certeza"] not in _CIERTAS:
                    self._marcos[nombre].escribir([renglon[columna] for columna, _ in _del_marco(marco)])

    def _terminar(self) -> None:
        self._escribir_pendientes()
        if self._origen.decisiones:
            hoja = self._plana(entre.DECISIONES, entre.COLUMNAS_DECISIONES)
            self._otras.append(hoja)
            for decision in self._origen.decisiones:
                hoja.escribir([getattr(decision, columna.nombre) for columna in entre.COLUMNAS_DECISIONES])
        reservadas = [*self._con, *self._sin]
        escribir_hojas(self._libro, self._celdas, reservadas, self._tope, self._cuentas.hojas_fuera)
        hallazgos.colorear(self._libro, self._hallazgos.hoja, self._hallazgos.siguiente - 1)
        planas = [self._hallazgos, self._resultados, *self._marcos.values(), *self._otras]
        planas += [self._plano] if self._plano is not None else []
        for plana in planas:
            plana.cerrar()
        self._cuentas.sin_lugar = {plana.nombre: plana.sin_lugar for plana in planas}
        orden = sorted(self._logros, key=lambda logro: not logro.cambia) if self._logros_fuera else self._logros
        graficos.escribir_graficos(
            self._libro, self._graficos, self._celdas, orden, self._logros_fuera + self._logros_sin_umbral, self._cuentas.tipos
        )
        escribir_resumen(self._resumen, self._celdas, self._cuentas, self._origen)


class _Enlazador:
    """Where the figures of a finding are recomputed, if its table has a sheet."""

    def __init__(self, enlaces: Mapping[str, tuple[str, HojaRecalculo]]) -> None:
        self._enlaces = enlaces

    def __call__(self, hallazgo: Hallazgo) -> hallazgos.Enlace | None:
        if hallazgo.tabla is None or hallazgo.tabla not in self._enlaces:
            return None
        nombre, datos = self._enlaces[hallazgo.tabla]
        fila = min(datos.fila_de(hallazgo.fila, hallazgo.actividad), MAXIMO_FILAS - 1)
        return nombre, f"A{fila + 1}", nombre


def _del_marco(marco: str) -> list[tuple[str, str]]:
    """Its columns, the hash of the document last: people know it by its path."""
    return sorted(COLUMNAS[marco].items(), key=lambda par: par[0] == "sha256")


def _renglones(cuadro: Any) -> Iterator[dict[str, Any]]:
    """The rows of a frame as dictionaries, with None for what is missing."""
    limpio = cuadro.astype(object)
    nombres = list(limpio.columns)
    for valores in limpio.where(limpio.notna(), None).itertuples(index=False, name=None):
        yield dict(zip(nombres, valores, strict=True))
