"""The recalculation sheets: what their formulas give when LibreOffice computes them is what is typed here by hand."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from ayudas_reconciliador import IMPRESO, PORCENTAJE, auditar, region, tabla

from extractor.comun.herramientas.libreoffice import convertir
from extractor.modelo.informe import Informe
from extractor.modelo.regimen import Regimen
from extractor.modelo.tabla import Tabla
from extractor.salidas.planilla import PlanillaHallazgos, escribir_planilla

PRIMERA = 12
"""Row of the first item."""
REGIMENES = {r.id: r for r in (IMPRESO, PORCENTAJE)}


def revisado(*tablas: Tabla, regimen: Regimen) -> Informe:
    return auditar(*tablas, regimenes=(regimen,))


def acumulada(**cambios: Any) -> Tabla:
    # 25 + 50 % de 25 = 37,5 y el informe dice 32,5; el paso siguiente solo lo arrastra
    return tabla("25 | 100% | 25\n25 | 50% | 32,5\n50 | 100% | 82,5\ntotal: 100 |", "acumulada", **cambios)


def leer(libro: Any, hoja: str, titulos: tuple[str, ...], cuantas: int) -> list[tuple[Any, ...]]:
    encabezado = [c.value for c in libro[hoja][PRIMERA - 1]]
    lugares = [encabezado.index(t) for t in titulos]
    filas = libro[hoja].iter_rows(min_row=PRIMERA, max_row=PRIMERA + cuantas - 1, values_only=True)
    return [tuple(None if fila[n] == "" else fila[n] for n in lugares) for fila in filas]


def abierta(archivo: Path, cambios: dict[str, dict[str, str]] | None = None) -> Any:
    """The workbook as LibreOffice computes it: without the results that we wrote, and after typing ``cambios`` (cell -> text
    that stands for a value) in the sheets named."""
    crudo = io.BytesIO()
    libro = openpyxl.load_workbook(archivo)
    for hoja, celdas in (cambios or {}).items():
        for celda, valor in celdas.items():
            libro[hoja][celda] = valor
    if cambios:
        libro.save(crudo)
    else:
        with zipfile.ZipFile(archivo) as origen, zipfile.ZipFile(crudo, "w") as destino:
            for nombre in origen.namelist():
                datos = origen.read(nombre)
                if nombre.startswith("xl/worksheets/sheet"):
                    datos = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", datos)
                destino.writestr(nombre, datos)
    return openpyxl.load_workbook(io.BytesIO(convertir(crudo.getvalue(), ".xlsx", "xlsx")), data_only=True)


CASOS: dict[str, tuple[Tabla, Regimen, tuple[str, ...], list[tuple[Any, ...]]]] = {
    "acumulada": (
        acumulada(), PORCENTAJE,
        ("Ganada recalculada", "Acumulado recalculado", "Anterior impreso + lo ganado", "Diferencia",
         "Diferencia con el acumulado recalculado", "Signo"),
        [
            (25, 25, 25, 0, 0, "✓"),
            (12.5, 37.5, 37.5, -5, -5, "≠"),
            (50, 87.5, 82.5, 0, -5, "↓"),
            (87.5, None, None, None, None, None),
        ],
    ),
    "todo o nada": (
        tabla("40 | cumple | 40\n17 | cumple | 16\n23 | parcial | 0\n20 | no | Pendiente\ntotal: 100 | 100"), IMPRESO,
        ("Ponderación", "Ganada recalculada", "Ganada informada", "Diferencia", "Signo"),
        [
            (40, 40, 40, 0, "✓"),
            (17, 17, 16, -1, "≠"),
            (23, 0, 0, 0, "✓"),
            (20, 0, 0, 0, "✓"),
            (100, 57, 56, None, None),
            (100, None, 100, None, None),
            (0, 43, 44, None, "≠"),
        ],
    ),
    "redondeo": (
        tabla("33,3 | 50% | 16,7\n33,3 | 50% | 16,6\n33,4 | 50% | 16,4\n"), PORCENTAJE,
        ("Ganada recalculada", "Diferencia", "Redondeo admitido", "Signo"),
        [(16.65, 0.05, 0.1, "≈"), (16.65, -0.05, 0.1, "≈"), (16.7, -0.3, 0.1, "≠")],
    ),
    "sin veredicto": (
        tabla("50 | ~cumple | 50\n30 | ~cumple | 20\n20 | | \n"), IMPRESO,
        ("Cumplimiento aplicado (%)", "Ganada recalculada", "Diferencia", "Signo"),
        [(None, None, None, "✓"), (None, None, None, "≠"), (None, None, None, "?")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("caso", CASOS)
def test_resultados_escritos_y_recalculados(caso: str, tmp_path: Path, programa: Callable[[str], str]) -> None:
    programa("soffice")
    una, regimen, titulos, esperado = CASOS[caso]
    escribir_planilla(tmp_path / "h.xlsx", [revisado(una, regimen=regimen)], regimenes=REGIMENES)
    escrito = openpyxl.load_workbook(tmp_path / "h.xlsx", data_only=True)
    (hoja,) = [h for h in escrito.sheetnames if h.startswith("R01")]
    assert leer(escrito, hoja, titulos, len(esperado)) == esperado
    calculado = abierta(tmp_path / "h.xlsx")
    assert leer(calculado, hoja, titulos, len(esperado)) == [
        tuple(pytest.approx(v) if isinstance(v, float) else v for v in fila) for fila in esperado
    ]


def test_lo_que_se_cambia_se_recalcula(tmp_path: Path, programa: Callable[[str], str]) -> None:
    programa("soffice")
    escribir_planilla(tmp_path / "h.xlsx", [revisado(acumulada(), regimen=PORCENTAJE)], regimenes=REGIMENES)
    hoja = "R01 11ª"
    titulos = ("Ganada recalculada", "Acumulado recalculado", "Signo")
    nada = abierta(tmp_path / "h.xlsx", {hoja: {"C6": "todo o nada"}})
    assert leer(nada, hoja, titulos, 3) == [(25, 25, "✓"), (0, 25, "≠"), (50, 75, "↓")]
    otro = abierta(tmp_path / "h.xlsx", {hoja: {"F13": 30}})  # 30 % de 25 explica los 32,5
    assert leer(otro, hoja, titulos, 3) == [(25, 25, "✓"), (7.5, 32.5, "✓"), (50, 82.5, "✓")]


def test_resultado_del_programa(tmp_path: Path, programa: Callable[[str], str]) -> None:
    programa("soffice")
    una = tabla("60 | 100% | 60\n40 | 70% | 92\ntotal: 100 |", "acumulada")
    escribir_planilla(tmp_path / "h.xlsx", [revisado(una, regimen=PORCENTAJE)], regimenes=REGIMENES)
    for libro in (openpyxl.load_workbook(tmp_path / "h.xlsx", data_only=True), abierta(tmp_path / "h.xlsx")):
        dichos = {fila[0]: fila[3] for fila in libro["R01 11ª"].iter_rows(min_row=PRIMERA + 5, values_only=True) if fila[0]}
        assert dichos["Ganado según el informe (% del programa)"] == 92
        assert dichos["Ganado según el recálculo (% del programa)"] == 88
        assert [f[3] for f in libro["R01 11ª"].iter_rows(values_only=True) if f[0] == "   ¿alcanza el mínimo?"] == ["sí", "no"]
        (fila,) = list(libro["Resultados"].iter_rows(min_row=2, values_only=True))
        assert fila[3:] == (92, 88, 90, "sí", "sí", "no", "sí")


def test_las_celdas_que_difieren_se_pintan_y_llevan_signo(tmp_path: Path) -> None:
    escribir_planilla(tmp_path / "h.xlsx", [revisado(acumulada(), regimen=PORCENTAJE)], regimenes=REGIMENES)
    hoja = openpyxl.load_workbook(tmp_path / "h.xlsx")["R01 11ª"]
    reglas = {(str(rango.sqref), regla.formula[0]) for rango in hoja.conditional_formatting for regla in rango.rules}
    signo = [c.value for c in hoja[PRIMERA - 1]].index("Signo")
    letra = hoja.cell(PRIMERA, signo + 1).column_letter
    assert {f'${letra}{PRIMERA}="{s}"' for s in "≠↓≈?✓"} == {formula for _, formula in reglas}


def test_del_hallazgo_a_su_fila_y_de_vuelta(tmp_path: Path) -> None:
    escribir_planilla(tmp_path / "h.xlsx", [revisado(acumulada(), regimen=PORCENTAJE)], regimenes=REGIMENES)
    libro = openpyxl.load_workbook(tmp_path / "h.xlsx")
    (ida,) = [
        fila[19] for fila in libro["Hallazgos"].iter_rows(min_row=2) if fila[1].value == "ACUMULADO_NO_CUADRA"
    ]
    assert ida.hyperlink.location == "'R01 11ª'!A13"
    vuelta = libro["R01 11ª"].cell(13, 17)
    assert vuelta.value == "ACUMULADO_NO_CUADRA" and vuelta.hyperlink.location == f"'Hallazgos'!A{ida.row}"
    assert libro["Índice"]["A4"].hyperlink.location == "'R01 11ª'!A1"
    destinos = {
        c.hyperlink.location for hoja in libro for fila in hoja.iter_rows() for c in fila if c.hyperlink and c.hyperlink.location
    }
    assert {re.match(r"'(.+)'!A\d+$", d)[1] for d in destinos} <= set(libro.sheetnames)  # type: ignore[index]


def test_las_que_no_caben_van_a_una_hoja_plana_y_primero_las_que_tienen_hallazgos(
    tmp_path: Path, programa: Callable[[str], str]
) -> None:
    programa("soffice")
    limpia = tabla("40 | cumple | 40\n60 | cumple | 60\ntotal: 100 | 100")
    mala = tabla("40 | cumple | 40\n60 | cumple | 59\ntotal: 100 | 99")
    archivo = tmp_path / "h.xlsx"
    with PlanillaHallazgos(archivo, REGIMENES, hojas_recalculo=2) as planilla:
        for nombre, una in (("a", limpia), ("b", limpia), ("c", mala), ("d", mala), ("e", mala)):
            uno = revisado(una, regimen=IMPRESO)
            ficha = uno.documento.model_copy(update={"ruta": f"{nombre}.txt", "nombre": f"{nombre}.txt", "sha256": nombre * 64})
            planilla.agregar(uno.model_copy(update={"documento": ficha}))
    libro = openpyxl.load_workbook(archivo, data_only=True)
    assert [libro["Índice"][c].value for c in ("B4", "B5", "B6")] == ["c.txt", "d.txt", None]
    assert "otras 3 tablas" in libro["Índice"]["A7"].value
    titulos, *filas = libro["Recálculo plano"].iter_rows(values_only=True)
    assert [fila[0] for fila in filas] == ["b.txt", "b.txt", "a.txt", "a.txt", "e.txt", "e.txt"]
    lugares = [titulos.index(t) for t in ("Ganada informada", "Ganada recalculada", "Diferencia")]
    assert [tuple(filas[-1][n] for n in lugares)] == [(59, 60, -1)]
    calculado = list(abierta(archivo)["Recálculo plano"].iter_rows(min_row=2, values_only=True))
    assert [[f[n] for n in lugares] for f in calculado] == [[40, 40, 0], [60, 60, 0]] * 2 + [[40, 40, 0], [59, 60, -1]]
    resumen = {fila[0]: fila[1] for fila in libro["Resumen"].iter_rows(values_only=True)}
    assert resumen["tablas sin hoja de recálculo propia: están en la hoja Recálculo plano"] == 3


def test_graficos_con_la_linea_del_minimo(tmp_path: Path) -> None:
    tablas = [
        acumulada(id="t1"),
        acumulada(id="t2", desde=20, region=region("Maule", ("07",))),
    ]
    escribir_planilla(tmp_path / "h.xlsx", [revisado(*tablas, regimen=PORCENTAJE)], regimenes=REGIMENES)
    hoja = openpyxl.load_workbook(tmp_path / "h.xlsx", data_only=True)["Gráficos"]
    filas = list(hoja.iter_rows(min_row=3, max_row=4, max_col=5, values_only=True))
    assert filas == [("a.txt", "11ª", 82.5, 87.5, 90), (None, "Maule", 82.5, 87.5, 90)]
    with zipfile.ZipFile(tmp_path / "h.xlsx") as paquete:
        graficos = [paquete.read(n).decode() for n in sorted(paquete.namelist()) if n.startswith("xl/charts/chart")]
    assert len(graficos) == 2 and "<c:lineChart>" in graficos[0] and "Mínimo (90 %)" in graficos[0]


def test_los_signos_coinciden_con_lo_que_concluye_el_programa(tmp_path: Path, corpus: Path) -> None:
    from extractor.modelo.declarado import Declarado
    from extractor.proceso import procesar
    from extractor.proceso.vista import regimenes_conocidos

    informes = [procesar(ruta, ruta.name, Declarado()) for ruta in sorted((corpus / "txt").glob("*.txt"))]
    escribir_planilla(tmp_path / "h.xlsx", informes, regimenes=regimenes_conocidos())
    libro = openpyxl.load_workbook(tmp_path / "h.xlsx", data_only=True)
    pares = []
    for hoja in libro:
        if hoja.title.startswith("R") and hoja.title[1:3].isdigit():
            titulos = [c.value for c in hoja[PRIMERA - 1]]
            signo, dicho = titulos.index("Signo"), titulos.index("Lo que concluyó el programa")
            filas = hoja.iter_rows(min_row=PRIMERA, values_only=True)
            pares += [(f[signo], f[dicho][0]) for f in filas if len(f) > dicho and f[signo] and f[dicho]]
    assert len(pares) > 100 and {"✓", "≠", "↓"} <= {signo for signo, _ in pares}
    assert [par for par in pares if par[0] != par[1]] == []
