"""Text laid out by blanks: a row that a page end cuts goes on under the header, printed again, that alone tells its columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe
from extractor.proceso import procesar

TITULO = "Formatos de la etapa 3\n\nActividad III. 1. Programa de Trabajo 2009\nREGIÓN (1): Maule\n"
ROTULOS = ("Objetivos", "Indicador", "Resultado anual", "Metas o actividades", "Responsable", "Respaldo", "Ponderación", "Cumple", "Ponderación")
ROTULOS_2 = ("específicos", "", "del indicador", "comprometidas", "", "", "(%)", "", "ganada")
DE_UNA, DE_OTRA = (0, 26, 48, 66, 96, 114, 128, 142, 152), (0, 25, 46, 64, 95, 112, 125, 140, 149)
"""Where the columns of each page begin: not at the same characters, as letters are not of one width."""


def _linea(celdas: tuple[str, ...], sitios: tuple[int, ...]) -> str:
    linea = ""
    for celda, sitio in zip(celdas, sitios, strict=True):
        linea = linea.ljust(sitio) + celda if celda else linea
    return linea + "\n"


def _leer(resto: list[tuple[str, ...]], tmp_path: Path, cabeza: bool = True) -> Informe:
    una = "".join(_linea(c, DE_UNA) for c in (
        ROTULOS, ROTULOS_2,
        ("Encender el faro", "Faros. Meta: 2", "2 faros", "- Cambiar las lámparas", "Unidad de", "Facturas", "40", "si", "40"),
        ("del canal", "faros", "", "- Pintar la torre", "Señales", "", "", "", ""),
        ("Enseñar el oficio", "Talleres. Meta: 3", "3 talleres", "- Arrendar la sala", "Unidad de", "Listas", "60", "si", "60"),
        ("en los puertos", "talleres", "", "", "Talleres", "", "", "", ""),
    ))  # fmt: skip
    rotulos = [ROTULOS, ROTULOS_2] if cabeza else []
    otra = "".join(_linea(c, DE_OTRA) for c in (*rotulos, *resto))
    pie = "\n\nDesempeño Anual Región (%)      100\n"
    texto = f"Dirección de Faros\n\n{TITULO}{una}\n\nFaros 2009 Página 1\n\fDirección de Faros\n\n{otra}{pie}\nFaros 2009 Página 2\n"
    ruta = tmp_path / "t.txt"
    ruta.write_text(texto, "utf-8")
    return procesar(ruta, "t.txt", Declarado())


RESTO = ("", "", "", "- Imprimir la cartilla", "", "", "", "", "")
TOTAL = ("Total", "", "", "", "", "", "100", "", "100")


@pytest.mark.parametrize("resto", [[RESTO, TOTAL], [("", "", "", "- Imprimir la", "", "", "", "", ""), ("", "", "", "cartilla", "", "", "", "", ""), TOTAL]])
def test_el_resto_de_una_celda_bajo_el_encabezado(resto: list[tuple[str, ...]], tmp_path: Path) -> None:
    leido = _leer(resto, tmp_path)
    (tabla,) = leido.tablas
    assert [[a.texto for a in f.actividades] for f in tabla.filas] == [
        ["- Cambiar las lámparas", "- Pintar la torre"], ["- Arrendar la sala", "- Imprimir la cartilla"],
    ]  # fmt: skip
    (bloque,) = tabla.bloques
    assert bloque.total_ponderacion is not None and bloque.total_ganada is not None
    assert (bloque.total_ponderacion.valor, bloque.total_ganada.valor) == ("100", "100")
    assert [h.codigo for h in leido.hallazgos] == [] and leido.documento.estado == "ok"


def test_filas_enteras_bajo_el_encabezado_siguen_la_misma_tabla(tmp_path: Path) -> None:
    mas = ("Barrer el muelle", "Muelles. Meta: 1", "1 muelle", "- Comprar escobas", "Unidad de", "Boletas", "10", "si", "10")
    leido = _leer([RESTO, mas, ("de Talca", "muelle", "", "- Contratar", "Aseo", "", "", "", ""), TOTAL], tmp_path)
    (tabla,) = leido.tablas
    assert [len(f.actividades) for f in tabla.filas] == [2, 2, 2]
    sumas = {(h.codigo, h.informado, h.recalculado) for h in leido.hallazgos if h.codigo.startswith("TOTAL")}
    assert sumas == {("TOTAL_PONDERACION_NO_CUADRA", "100", "110"), ("TOTAL_GANADA_NO_CUADRA", "100", "110")}


def test_sin_encabezado_el_resto_se_dice(tmp_path: Path) -> None:
    leido = _leer([RESTO, TOTAL], tmp_path, cabeza=False)
    assert {h.gravedad for h in leido.hallazgos} <= {"aviso"}
    assert "LECTURA_DUDOSA" in {h.codigo for h in leido.hallazgos}
