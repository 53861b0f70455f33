"""The sheet Resumen: what the run found, what it could check, what it could not and why, and how it was made."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from extractor.comun.ajustes import escala
from extractor.modelo.hallazgo import GRAVEDADES
from extractor.modelo.informe import Informe
from extractor.salidas.consola import Balance
from extractor.salidas.planilla.celdas import Celdas
from extractor.salidas.planilla.hojas import preparar_impresion
from extractor.salidas.procedencia import Procedencia, fecha_escrita
from extractor.salidas.revision.desempenos import Logro
from extractor.salidas.revision.formato import MOTIVOS, NIVELES

DOCUMENTOS_DICHOS = 200
"""Documents listed one by one in Resumen; all of them are in the sheet Documentos."""
_ESTADOS = {"ok": "leído", "parcial": "leído en parte", "fallido": "sin leer"}
_REPAROS = {
    "cortados": "textos más largos que una celda, cortados",
    "control": "textos con caracteres de control, reemplazados por «\ufffd»",
    "enlaces": "enlaces que no caben en una hoja, escritos como texto",
}


@dataclass
class Cuentas:
    """What is known once every document was seen. Lists are bounded."""

    balance: Balance = field(default_factory=Balance)
    veredictos: Counter[str] = field(default_factory=Counter)
    documentos: list[tuple[Any, ...]] = field(default_factory=list)
    tipos: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Findings by (code, year)."""
    hojas_fuera: int = 0
    sin_lugar: dict[str, int] = field(default_factory=dict)

    def sumar(self, informe: Informe, logros: tuple[Logro, ...]) -> None:
        self.balance.sumar(informe)
        ficha, cobertura = informe.documento, informe.cobertura
        vivos = [h for h in informe.hallazgos if not h.descartado]
        self.tipos.update((h.codigo, str(ficha.anio) if ficha.anio is not None else "sin año") for h in vivos)
        for logro in logros:
            if logro.umbral is not None:
                self.veredictos[_veredicto(logro)] += 1
        if len(self.documentos) < DOCUMENTOS_DICHOS:
            servicio = ficha.servicio.nombre or ficha.servicio.texto if ficha.servicio is not None else None
            self.documentos.append((
                ficha.ruta, _ESTADOS[ficha.estado], servicio, str(ficha.anio) if ficha.anio is not None else None,
                cobertura.verificadas, cobertura.verificables, *(sum(h.gravedad == g for h in vivos) for g in GRAVEDADES),
                ficha.motivo,
            ))  # fmt: skip


def _veredicto(logro: Logro) -> str:
    if logro.alcanza_informado is None or logro.alcanza_recalculado is None:
        return "no se puede saber"
    if logro.cambia:
        return "alcanzan solo con lo informado" if logro.alcanza_informado else "alcanzan solo con lo recalculado"
    return "alcanzan con lo informado y con lo recalculado" if logro.alcanza_recalculado else "no alcanzan con ninguno de los dos"


def escribir_resumen(hoja: Any, celdas: Celdas, cuentas: Cuentas, procedencia: Procedencia) -> None:
    Escritor(hoja, celdas).todo(cuentas, procedencia)


class Escritor:
    """Writes from top to bottom, as a sheet of constant memory must be."""

    def __init__(self, hoja: Any, celdas: Celdas) -> None:
        self._hoja = hoja
        self._celdas = celdas
        self._fila = 0
        preparar_impresion(hoja, "Resumen")
        hoja.hide_gridlines(2)
        for columna, ancho in enumerate((50, 14, 30, 8, 13, 10, 12, 11, 9, 9, 36)):
            hoja.set_column(columna, columna, ancho)

    def todo(self, cuentas: Cuentas, procedencia: Procedencia) -> None:
        balance = cuentas.balance
        self._celdas.texto(self._hoja, 0, 0, "Auditoría de informes de desempeño: resumen", self._celdas.formatos.titulo)
        self._fila = 1
        self._procedencia(procedencia)
        self._titulo("Documentos")
        self._cuenta("Documentos", balance.documentos)
        for estado, nombre in (("ok", "leídos"), ("parcial", "leídos en parte"), ("fallido", "sin leer")):
            self._cuenta(f"   {nombre}", balance.estados[estado])
        self._titulo("Hallazgos")
        for gravedad in GRAVEDADES:
            suyo = escala().nombre(gravedad)
            nombre = f"{NIVELES[gravedad].simbolo} {NIVELES[gravedad].nombre}" + (f" ({suyo})" if suyo else "")
            self._cuenta(nombre, balance.gravedades[gravedad], NIVELES[gravedad].significa)
        if balance.descartados:
            self._cuenta("Descartados por una persona", balance.descartados, "están en la hoja Hallazgos y no se cuentan")
        self._titulo("Programas con mínimo exigido: lo informado frente a lo recalculado")
        for nombre, cuantos in sorted(cuentas.veredictos.items()):
            self._cuenta(nombre, cuantos)
        if not cuentas.veredictos:
            self._linea("Ninguno de los programas leídos tiene mínimo y resultados.")
        self._titulo("Cobertura: qué se pudo verificar")
        self._cuenta("Verificaciones", balance.verificables)
        self._cuenta("Verificaciones hechas", balance.verificadas)
        self._cuenta("Tablas", balance.tablas)
        self._cuenta("Tablas reconocidas", balance.tablas_reconocidas)
        self._cuenta("Actividades", balance.actividades)
        self._titulo("Qué no se pudo verificar y por qué (no cuenta como correcto)")
        for motivo, cuantas in sorted(balance.motivos.items(), key=lambda par: (-par[1], par[0])):
            self._cuenta(MOTIVOS.get(motivo, motivo), cuantas)
        if not balance.motivos:
            self._linea("Se pudo hacer toda verificación que correspondía.")
        if balance.fallidos:
            self._titulo("Qué no se pudo leer")
            for ruta, motivo in balance.fallidos[: 10 * DOCUMENTOS_DICHOS]:
                self._celdas.texto(self._hoja, self._fila, 0, ruta)
                self._celdas.texto(self._hoja, self._fila, 2, motivo)
                self._fila += 1
        self._de_esta_planilla(cuentas)
        self._documentos(cuentas)

    def _procedencia(self, p: Procedencia) -> None:
        datos = [("Programa", f"extractor {p.version}"), ("Reglas y vocabularios (patrones)", f"huella {p.patrones}")]
        if p.autor:
            datos.append(("Preparado por", p.autor))
        if p.fecha is not None:
            datos.append(("Fecha", fecha_escrita(p.fecha)))
        if p.decisiones:
            datos.append(("Decisiones de personas", f"{len(p.decisiones)}, en la hoja Decisiones"))
        for nombre, valor in datos:
            self._celdas.texto(self._hoja, self._fila, 0, nombre)
            self._celdas.texto(self._hoja, self._fila, 1, valor)
            self._fila += 1

    def _de_esta_planilla(self, cuentas: Cuentas) -> None:
        sin_lugar = [(hoja, n) for hoja, n in cuentas.sin_lugar.items() if n]
        dichos = [(f"filas que no caben en la hoja {hoja}: completas en informes.jsonl", n) for hoja, n in sin_lugar]
        if cuentas.hojas_fuera:
            dichos.append(("tablas sin hoja de recálculo propia: están en la hoja Recálculo plano", cuentas.hojas_fuera))
        dichos += [(texto, self._celdas.reparos[clave]) for clave, texto in _REPAROS.items() if self._celdas.reparos[clave]]
        if dichos:
            self._titulo("De esta planilla")
            for nombre, cuantos in dichos:
                self._cuenta(nombre, cuantos)

    def _documentos(self, cuentas: Cuentas) -> None:
        self._titulo("Documento por documento")
        encabezados = (
            "Documento", "Lectura", "Servicio", "Año", "Verificaciones hechas", "de un total de",
            *(f"{NIVELES[g].simbolo} {NIVELES[g].nombre}" for g in GRAVEDADES), "Qué no se leyó",
        )  # fmt: skip
        self._hoja.set_row(self._fila, 30)
        for columna, titulo in enumerate(encabezados):
            self._celdas.texto(self._hoja, self._fila, columna, titulo, self._celdas.formatos.encabezado)
        self._fila += 1
        for documento in cuentas.documentos:
            for columna, valor in enumerate(documento):
                if isinstance(valor, int):
                    self._celdas.cifra(self._hoja, self._fila, columna, valor)
                else:
                    self._celdas.texto(self._hoja, self._fila, columna, valor, self._celdas.formatos.parrafo)
            self._fila += 1
        fuera = cuentas.balance.documentos - len(cuentas.documentos)
        if fuera > 0:
            self._linea(f"y {fuera} documentos más, en la hoja Documentos")

    def _titulo(self, texto: str) -> None:
        self._fila += 1
        for columna in range(3):
            self._celdas.texto(self._hoja, self._fila, columna, texto if columna == 0 else None, self._celdas.formatos.subtitulo)
        self._fila += 1

    def _cuenta(self, nombre: str, cuantos: int, detalle: str = "") -> None:
        self._celdas.texto(self._hoja, self._fila, 0, nombre)
        self._celdas.cifra(self._hoja, self._fila, 1, cuantos)
        self._celdas.texto(self._hoja, self._fila, 2, detalle, self._celdas.formatos(font_color="#555555") if detalle else None)
        self._fila += 1

    def _linea(self, texto: str) -> None:
        self._celdas.texto(self._hoja, self._fila, 0, texto)
        self._fila += 1

