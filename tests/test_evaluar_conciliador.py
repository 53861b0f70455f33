"""``evaluar conciliador``: the auditor against sums typed by hand, the errors, the measures, and a small slice of the cases."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from extractor.cli import evaluar_conciliador
from extractor.cli.principal import main

RAIZ = Path(__file__).resolve().parent.parent
if str(RAIZ) not in sys.path:
    sys.path.insert(0, str(RAIZ))

from bench.conciliador.auditor import Esperado, auditar  # noqa: E402
from bench.conciliador.cifras import UNIDAD, Cifra, canonica, cortar, entera, redondear  # noqa: E402
from bench.conciliador.comparacion import Veredicto, armar  # noqa: E402
from bench.conciliador.medida import Aparte, Encargo, Limpio, Medicion, encargos, medir  # noqa: E402
from bench.conciliador.modelo import Cuadro, Estado, Fila, Partida, Reporte  # noqa: E402
from bench.conciliador.operadores import OPERADORES  # noqa: E402
from bench.conciliador.resumen import Parte, en_markdown, falsas_por_mil, filas, incumplidas  # noqa: E402

CLASES_DE_ESTADO = {"si": "CUMPLE", "no": "NO_CUMPLE", "pendiente": "PENDIENTE", "parcial": "PARCIAL", "~": "NARRADO"}


def cifra(texto: str) -> Cifra:
    entero, _, fraccion = texto.partition(",")
    return Cifra(int(entero + fraccion) * UNIDAD // 10 ** len(fraccion), len(fraccion))


def partida(texto: str) -> Partida:
    """ "25 si 25": weight, state and earned value."""
    peso, estado, ganada = texto.split()
    cuota = int(estado[:-1]) if estado.endswith("%") else None
    clase = "PORCENTAJE" if cuota is not None else CLASES_DE_ESTADO[estado]
    return Partida(texto, cifra(peso), Estado(clase, estado, cuota), Cifra(None, palabra=ganada) if ganada.isalpha() else cifra(ganada))


def reporte(texto: str, total: str = "", modo: str = "por_actividad", familia: str = "apilado", **cuadro: object) -> Reporte:
    """A report of one table; ``total``: the printed totals of weights and of earned values."""
    fila = Fila("objetivo", [partida(linea) for linea in texto.split(";")])
    if total:
        fila.total_peso, fila.total_ganada = (cifra(t) for t in total.split())
    return Reporte(familia, [Cuadro("Todas", [fila], modo, **cuadro)], "%" in texto)  # type: ignore[arg-type]


def dichos(hallados: list[Esperado]) -> list[tuple[object, ...]]:
    return [(e.codigo, e.partida, e.informado, e.recalculado, e.gravedad, e.carga) for e in hallados]


@pytest.mark.parametrize(
    ("texto", "total", "modo"),
    [
        ("16,7 si 16,7;16,7 si 16,7;16,7 si 16,7;16,7 si 16,7;16,7 si 16,7;16,7 si 16,7", "100 100", "por_actividad"),
        ("33 si 33;33 si 33;33 no 0", "100 66", "por_actividad"),
        ("40 pendiente Pendiente;60 pendiente Pendiente", "100 0", "por_actividad"),
        ("35 33% 11,5;35 100% 35;30 100% 30", "100 76,5", "por_actividad"),  # 11.55 cut
        ("35 33% 11,6;35 100% 35;30 100% 30", "100 76,5", "por_actividad"),  # 11.55 rounded; the sum stands for 76.55-76.65
        ("25 100% 25;25 50% 37,5;50 100% 87,5", "100 87,5", "acumulada"),
        ("60 ~ 60;40 ~ 0", "100 60", "por_actividad"),
        ("0,25 si 0,25;0,75 no 0", "1 0,25", "por_actividad"),
    ],
)
def test_el_auditor_calla_ante_lo_que_cuadra(texto: str, total: str, modo: str) -> None:
    assert auditar(reporte(texto, total, modo)) == []


@pytest.mark.parametrize(
    ("texto", "total", "modo", "esperado"),
    [
        ("16 si 17;84 si 84", "", "por_actividad", [("GANADA_NO_CORRESPONDE", 0, "17", "16", "aritmetica", False)]),
        ("10 no 10;90 si 90", "", "por_actividad", [("GANADA_NO_CORRESPONDE", 0, "10", "0", "cambia_decision", False)]),
        (
            "10 si 10;40 si 40;30 pendiente Pendiente;20 pendiente Pendiente", "100 100", "por_actividad",
            [("TOTAL_GANADA_NO_CUADRA", None, "100", "50", "cambia_decision", False)],
        ),
        (
            "25 100% 25;25 50% 32,5;50 100% 82,5", "", "acumulada",
            [("ACUMULADO_NO_CUADRA", 1, "32.5", "37.5", "aritmetica", False)],  # 82.5 and 87.5: both under 90
        ),
        (
            "40 100% 40;20 50% 45;40 100% 85", "", "acumulada",
            [("ACUMULADO_NO_CUADRA", 1, "45", "50", "cambia_decision", False)],  # 85 reported, 90 recomputed
        ),
        (
            "40 si 4;60 si 60", "100 100", "por_actividad",
            [
                ("GANADA_NO_CORRESPONDE", 0, "4", "40", "aritmetica", False),
                ("TOTAL_GANADA_NO_CUADRA", None, "100", "64", "aritmetica", True),
            ],  # the printed total is right: nothing is decided otherwise
        ),
        ("30 si 30;30 si 30;30 si 30", "", "por_actividad", [("PONDERACIONES_NO_SUMAN_100", None, "100", "90", "aritmetica", False)]),
        ("40 si 40;30 si 30;20 si 20", "100 90", "por_actividad", [("TOTAL_PONDERACION_NO_CUADRA", None, "100", "90", "aritmetica", False)]),
        ("2 si 2;1,5 si 1,5", "", "por_actividad", [("PONDERACIONES_NO_SUMAN_100", None, "100", "3.5", "aviso", False)]),
        ("60 si Pendiente;40 si 40", "", "por_actividad", [("ESTADO_CONTRADICE_GANADA", 0, "Pendiente", "60", "logica", False)]),
    ],
)
def test_el_auditor_dice_lo_que_da_la_cuenta_a_mano(texto: str, total: str, modo: str, esperado: list[tuple[object, ...]]) -> None:
    assert dichos(auditar(reporte(texto, total, modo))) == esperado


def test_el_auditor_mide_el_programa_contra_su_propio_peso_y_el_servicio_contra_el_umbral() -> None:
    corto = reporte("1,5 si 1,5;1,5 si 1,5", familia="anual_2009", declarada=cifra("2,5"))
    assert dichos(auditar(corto)) == [("PROGRAMA_NO_CUADRA", None, "2.5", "3", "aritmetica", False)]
    bajo = reporte("80 si 80;20 no 0", familia="anual_2009", desempeno=cifra("90"), servicio="CUMPLE")
    assert dichos(auditar(bajo)) == [
        ("DESEMPENO_REGION_NO_CUADRA", None, "90", "80", "cambia_decision", False),
        ("DESEMPENO_SERVICIO_NO_CUADRA", None, "CUMPLE", "NO CUMPLE", "cambia_decision", True),
    ]


def test_las_cifras_son_enteras() -> None:
    assert [cifra("12,5").texto, entera(40, "%").texto, canonica(cifra("12,50").valor or 0)] == ["12,5", "40%", "12.5"]
    assert [redondear(1_155_000, 1), cortar(1_155_000, 1)] == [1_160_000, 1_150_000]
    assert [cifra("12,5").digitos, cifra("12,5").con_digitos("152").texto] == ["125", "15,2"]


def test_el_auditor_no_conoce_las_reglas_del_programa() -> None:
    importados: dict[str, set[str]] = {}
    for archivo in sorted((RAIZ / "bench" / "conciliador").glob("*.py")):
        arbol = ast.parse(archivo.read_text("utf-8"))
        modulos = {n.module or "" for n in ast.walk(arbol) if isinstance(n, ast.ImportFrom)}
        modulos |= {a.name for n in ast.walk(arbol) if isinstance(n, ast.Import) for a in n.names}
        importados[archivo.name] = {m for m in modulos if m.split(".")[0] == "extractor"}
    assert not any(m.startswith("extractor.reconciliador") for todos in importados.values() for m in todos)
    assert [nombre for nombre, modulos in importados.items() if modulos] == ["lectura.py"]


@pytest.mark.parametrize("operador", OPERADORES, ids=lambda o: o.nombre)
def test_cada_error_deja_huella_y_se_repite(operador: object) -> None:
    casos = [armar(operador, 5, n) for n in range(4)]  # type: ignore[arg-type]
    otra_vez = armar(operador, 5, 0)  # type: ignore[arg-type]
    assert otra_vez == casos[0]
    if casos[0].operador == "coma_por_punto":
        assert all(c.esperados == () for c in casos)
    else:
        assert any(c.esperados and not c.ambiguo for c in casos)


def test_los_limites_de_wilson() -> None:
    assert [round(x, 4) for x in Parte(10, 10).limites] == [0.7225, 1.0]
    assert [round(x, 4) for x in Parte(8, 10).limites] == [0.4902, 0.9433]
    assert Parte(1999, 2000).texto.startswith("0,999 [") and Parte(0, 0).texto == "—"


def veredicto(**cambios: object) -> Veredicto:
    datos = {
        "operador": "digito", "numero": 0, "clase": "apilado", "formato": "txt", "esperados": 1, "hallados": 1, "de_mas": 0,
        "en_su_lugar": 1, "cifras": 1, "causas": True, "gravedad": True, "correccion": None, "detalle": "x",
    }
    return Veredicto(**{**datos, **cambios})  # type: ignore[arg-type]


def test_el_resumen_cuenta_lo_que_falta_y_lo_que_sobra() -> None:
    malos = (veredicto(), veredicto(numero=1, hallados=0, en_su_lugar=0, cifras=0, causas=False), veredicto(numero=2, de_mas=1))
    aparte = (Aparte("digito", 3, "no cambia ninguna cifra recalculable", 1, "y"), Aparte("digito", 4, "dos lecturas caben por igual", 0, "z"))
    medicion = Medicion(malos, aparte, (Limpio("apilado", 0, "txt", 4, 4, 1, 0, "w"),))
    fila = filas(medicion)[-1]
    assert (fila.casos, fila.sin_efecto, fila.ambiguos) == (3, 1, 1)
    assert (fila.cobertura, fila.precision, fila.causas) == (Parte(2, 3), Parte(2, 4), Parte(2, 3))
    assert falsas_por_mil(medicion.limpios) == 250.0
    assert [f.split()[0] for f in incumplidas(medicion)] == ["cobertura", "precision", "250.00"]
    pagina = en_markdown(medicion, 3, 1, ("txt",))
    assert "- digito/1 (apilado, txt): no se vio, causas. x" in pagina and "- limpio/apilado/0" in pagina


def test_una_muestra_de_los_casos_sale_entera() -> None:
    """Two cases of every error and 60 clean tables, written as text and read back by the whole path."""
    medicion = medir(encargos(2, 60, 31, ("txt",), [o.nombre for o in OPERADORES]))
    assert len(medicion.veredictos) + len(medicion.aparte) == 2 * len(OPERADORES) and len(medicion.veredictos) >= 25
    assert [v.detalle for v in medicion.veredictos if not v.impecable] == []
    assert [a.detalle for a in medicion.aparte if a.de_mas] == []
    assert [(x.clase, x.numero, x.detalle) for x in medicion.limpios if x.graves or x.cuadros != x.leidos] == []


def test_los_casos_en_word_dicen_lo_mismo() -> None:
    nombres = ("digito", "acumulado_arrastrado", "pendiente_contado", "subprograma")
    en_texto, en_word = (medir([Encargo(nombre, 31, 1, f) for nombre in nombres]) for f in ("txt", "docx"))
    assert [v.detalle for v in en_word.veredictos] == [v.detalle for v in en_texto.veredictos]
    assert all(v.impecable for v in en_word.veredictos) and len(en_word.veredictos) >= 3


def test_la_orden(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pagina = tmp_path / "pagina.md"
    medidos = ["--casos", "2", "--tablas", "4", "--formatos", "txt", "--operador", "digito", "--salida", str(pagina)]
    assert main(["evaluar", "conciliador", *medidos]) == 0
    assert "digito" in capsys.readouterr().out and "| **todos** |" in pagina.read_text("utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["evaluar", "conciliador", "--caso", "digito/0", "--formatos", "txt"]) == 0
    assert (tmp_path / "digito_1_00000.txt").is_file()


@pytest.mark.parametrize(
    ("args", "dice"),
    [
        (["--operador", "nada"], "no se conoce «nada»"), (["--formatos", "pdf"], "no se conoce «pdf»"), (["--formatos", ","], "falta decir"),
        (["--caso", "digito"], "no es un caso"), (["--caso", "limpio/nada/1"], "no es un caso"),
        (["--salida", "no/existe.md"], "no existe la carpeta"),
    ],
)
def test_el_mal_uso_se_dice_en_una_frase(args: list[str], dice: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluar", "conciliador", *args]) == 3
    salida = capsys.readouterr()
    assert dice in salida.err + salida.out and "Traceback" not in salida.err


def test_sin_el_repositorio_se_dice_que_hace_falta(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evaluar_conciliador, "__file__", str(tmp_path / "a" / "b" / "c.py"))
    assert main(["evaluar", "conciliador"]) == 3
    assert "copia del repositorio" in "".join(capsys.readouterr())


def test_la_pagina_publicada_es_de_estos_operadores() -> None:
    pagina = (RAIZ / "docs" / "evaluacion.md").read_text("utf-8")
    assert [o.nombre for o in OPERADORES if f"| {o.nombre} |" not in pagina] == []
    assert "extractor evaluar conciliador --casos" in pagina
