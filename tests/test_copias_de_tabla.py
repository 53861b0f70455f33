"""Two programmes are one and the same only where what they say and count is the same too."""

from __future__ import annotations

from typing import Any

import pytest
from ayudas_reconciliador import aplanar, auditar, region, tabla, uno
from ayudas_texto import CABEZA, COLUMNAS, celda, informe

from extractor.modelo.tabla import Columna, ObjetivoTabla, Tabla
from extractor.reconciliador.copias_de_tabla import misma_celda

IDENTICAS = "TABLAS_IDENTICAS"
COPIA = "40 | cumple | 40\n60 | no | 0"
FILA = {"indicador": "Nº de ferias", "meta": "9 ferias", "resultado": "Se hicieron 9 ferias costeras", "objetivos": ("Vender en la costa",)}


def por_filas(id: str, desde: int, **campos: Any) -> Tabla:
    base = tabla(COPIA, por_fila=True, id=id, desde=desde)
    primera, segunda = base.filas
    otra = {"indicador": "Nº de guías", "meta": "1 guía", "resultado": "Una guía", "objetivos": ("Escribir una guía",)}
    filas = (primera.model_copy(update={**FILA, **campos}), segunda.model_copy(update=otra))
    return base.model_copy(update={"filas": filas, "region": region(id, (id,))})


@pytest.mark.parametrize(("uno", "otro", "misma"), [
    ("Dictar 120 clases en el puerto", "Dictar 210 clases en el puerto", False),
    ("Dictar 120 clases en el puerto", "1.- Dictar 120 clases en el puerto.", True),
    ("Dictar 120 clases en el puerto", "Dictar 120 clsaes en el puerto", True),
    ("Dictar 120 clases en el puerto", "Dictar 120 charlas en el puerto", False),
    ("Dictar clases a los pescadores de la caleta de Horcón y sus familias", "Dictar clases a los pescadores de la caleta de Maitencillo y sus familias", False),
    ("Dictar clases a los pescadores de la caleta norte", "Dictar clases a los pescadores de la caleta sur", False),
    ("Dictar clases a los pescadores de la caleta", "Dictar clases a los pescadores de la caleta en invierno", False),
    ("Capacitar a 3 mesas", "Capacitar a tres mesas", False),
    ("", "", True),
])  # fmt: skip
def test_dos_celdas_que_dicen_lo_mismo(uno: str, otro: str, misma: bool) -> None:
    assert misma_celda(uno, otro) is misma


def test_filas_iguales_en_todo_son_una_copia() -> None:
    hallado = uno(auditar(por_filas("01", 1), por_filas("02", 40)), IDENTICAS)
    assert (hallado.recalculado, [lugar.tabla for lugar in hallado.lugares]) == ("2", ["01", "02"])
    assert hallado.explicacion.endswith("Solo difiere la región.")


@pytest.mark.parametrize("campos", [
    {"meta": "6 ferias"}, {"resultado": "Se hicieron 6 ferias costeras"}, {"indicador": "Nº de ventas"},
    {"objetivos": ("Vender en el valle",)}, {"resultado": "Se hicieron 9 mercados costeros"}, {"resultado": None},
])  # fmt: skip
def test_otras_metas_indicadores_o_resultados_son_otra_tabla(campos: dict[str, Any]) -> None:
    assert aplanar(auditar(por_filas("01", 1), por_filas("02", 40, **campos)), IDENTICAS) == []


def test_objetivos_del_encabezado_distintos_son_otra_tabla() -> None:
    def con(id: str, desde: int, texto: str) -> Tabla:
        base = por_filas(id, desde)
        return base.model_copy(update={"objetivos": (ObjetivoTabla(numero="1", texto=texto, origen=base.origen),)})

    assert aplanar(auditar(con("01", 1, "Abrir el muelle"), con("02", 40, "Cerrar el muelle")), IDENTICAS) == []
    assert len(aplanar(auditar(con("01", 1, "Abrir el muelle"), con("02", 40, "Abrir el muelle")), IDENTICAS)) == 1


def test_se_dice_que_columnas_de_la_copia_difieren() -> None:
    roles: tuple[Any, ...] = ("ponderacion", "estado", "ponderacion_ganada", "responsable")

    def con(id: str, desde: int, quien: str) -> Tabla:
        base = por_filas(id, desde)
        filas = tuple(f.model_copy(update={"celdas": (*f.celdas, quien)}) for f in base.filas)
        return base.model_copy(update={"filas": filas, "columnas": tuple(Columna(texto=f"Col. {r}", rol=r) for r in roles)})

    hallado = uno(auditar(con("01", 1, "Jefatura norte"), con("02", 40, "Jefatura sur")), IDENTICAS)
    assert "«Col. responsable»" in hallado.explicacion


def _region(nombre: str, cuantas: str) -> str:
    cuerpo = celda("Acercar la caleta") + celda(f"Matricular {cuantas} botes", "Pintar el faro") + celda("40", "60", "100")
    return CABEZA.format(region=nombre) + COLUMNAS + cuerpo + celda("Cumple", "Cumple") + celda("40", "60", "100") + "\n"


@pytest.mark.parametrize(("segunda", "copias"), [("210", 0), ("120", 1)])
def test_dos_regiones_de_un_texto(segunda: str, copias: int) -> None:
    leido = informe(_region("II de Antofagasta", "120") + _region("III de Atacama", segunda))
    assert [len(f.actividades) for t in leido.tablas for f in t.filas] == [2, 2]
    assert sum(h.codigo == IDENTICAS for h in leido.hallazgos) == copias
