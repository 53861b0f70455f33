"""The engine: broken rules, declared codes, fingerprints, order, and properties that no table may break."""

from __future__ import annotations

import random
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from ayudas_reconciliador import IMPRESO, PORCENTAJE, aplanar, auditar, informe, tabla, uno
from hypothesis import given
from hypothesis import strategies as st

from extractor.cli.corrida import Corrida
from extractor.errores import ErrorPatron
from extractor.modelo.declarado import Declarado
from extractor.modelo.hallazgo import Hallazgo
from extractor.modelo.informe import Informe
from extractor.reconciliador import REGLAS, Expectativas, Regla, cargar_regimenes, reconciliar
from extractor.reconciliador.contexto import Contexto
from extractor.reconciliador.regla import Respuesta
from extractor.salidas.consola import documento_en_consola

MAL = "40 | cumple | 40\n40 | cumple | 45\ntotal: 100 | 90"
VARIADA = """
40 | cumple | 40
30 | no | 30
20 | ~cumple | 25
10 | 50% | Pendiente
total: 100 | 100
50 | cumple | 50
40 | |
total: 90 |
"""


def rota(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """A rule with a bug."""
    raise KeyError("sin clave")
    yield


REGLA_ROTA = Regla(("TOTAL_GANADA_NO_CUADRA",), "rota", "aritmetica", (), None, "prueba", "prueba", rota)


def test_una_regla_que_falla_es_un_hallazgo_y_las_demas_siguen() -> None:
    expectativas = Expectativas(regimenes={"t1": (IMPRESO,)})
    entera = reconciliar(informe(tabla(MAL)), expectativas)
    con_falla = reconciliar(informe(tabla(MAL)), expectativas, (REGLA_ROTA, *REGLAS))
    assert "rota" in uno(con_falla, "REGLA_FALLIDA").mensaje
    assert aplanar(con_falla)[:-1] == aplanar(entera)
    assert con_falla.verificaciones == entera.verificaciones


def test_una_regla_que_falla_se_muestra_siempre_y_no_deja_salir_con_exito(tmp_path: Path) -> None:
    con_falla = reconciliar(informe(tabla("50 | cumple | 50\n50 | cumple | 50")), Expectativas(), (REGLA_ROTA,))
    assert any("REGLA_FALLIDA" in linea for linea in documento_en_consola(con_falla, "cambia_decision"))
    corrida = Corrida([tmp_path], Declarado())
    assert corrida.codigo("cambia_decision") == 0
    corrida.balance.sumar(con_falla)
    assert corrida.codigo("cambia_decision") == 4


def test_toda_regla_esta_en_la_tupla_y_documentada() -> None:
    assert len({regla.nombre for regla in REGLAS}) == len(REGLAS)
    for regla in REGLAS:
        assert regla.codigos and regla.titulo and regla.por_que and regla.ejemplo and regla.funcion.__doc__


def test_los_regimenes_se_cargan_y_llevan_sus_parrafos() -> None:
    regimenes = cargar_regimenes()
    assert list(regimenes) == ["gt_2007_porcentaje", "gt_2007_veredicto", "gt_2009"]
    assert (regimenes["gt_2009"].normas["suma"], regimenes["gt_2009"].umbral) == ("notas III.1, nota 8", "90")
    assert [r.credito for r in regimenes.values()] == ["proporcional", "todo_o_nada", "todo_o_nada"]
    assert [r.fuente for r in regimenes.values()] == ["supuesta", "supuesta", "impresa"]


def test_un_regimen_con_una_clave_desconocida_detiene_la_carga(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    carpeta = tmp_path / "regimenes"
    carpeta.mkdir()
    (carpeta / "x.yaml").write_text("id: x\nnombre: x\nfuente: impresa\ncredito: todo_o_nada\numbrall: '90'\n", "utf-8")
    monkeypatch.setenv("EXTRACTOR_PATRONES", str(tmp_path))
    with pytest.raises(ErrorPatron, match=r"x\.yaml:5.*umbral"):
        cargar_regimenes()


def test_las_huellas_son_unicas_y_estables() -> None:
    primera, segunda = auditar(tabla(VARIADA)), auditar(tabla(VARIADA))
    assert primera == segunda
    huellas = [h.huella for h in primera.hallazgos]
    assert len(huellas) == len(set(huellas)) >= 5


def test_la_huella_de_contenido_no_depende_del_lugar() -> None:
    aqui, alla = (uno(auditar(tabla(MAL, desde=n)), "TOTAL_GANADA_NO_CUADRA") for n in (1, 50))
    assert aqui.huella != alla.huella
    assert aqui.huella_contenido == uno(auditar(tabla(MAL)), "TOTAL_GANADA_NO_CUADRA").huella_contenido


def test_los_hallazgos_van_por_lugar_y_codigo() -> None:
    resultado = auditar(tabla(VARIADA), tabla(MAL, id="t0", desde=60))
    claves = [(["t1", "t0"].index(h.tabla or ""), h.fila if h.fila is not None else -1) for h in resultado.hallazgos]
    assert claves == sorted(claves)


def _todo_no_cuadra_se_explica(resultado: Informe) -> bool:
    lugares = {(h.codigo, h.tabla, h.fila, h.actividad) for h in resultado.hallazgos}
    lugares |= {(h.codigo, lugar.tabla, lugar.fila, lugar.actividad) for h in resultado.hallazgos for lugar in h.lugares}
    malas = [v for v in resultado.verificaciones if v.resultado == "NO_CUADRA"]
    return all(v.causa is not None or (v.regla, v.tabla, v.fila, v.actividad) in lugares for v in malas)


def test_todo_codigo_declarado_se_prueba() -> None:
    pruebas = "\n".join(p.read_text("utf-8") for p in sorted(Path(__file__).parent.glob("test_reconciliador_*.py")))
    declarados = {codigo for regla in REGLAS for codigo in regla.codigos}
    assert len(declarados) > 20
    de_paso = {"DOCUMENTO_ILEGIBLE", "DOCUMENTO_PROTEGIDO", "FORMATO_DESCONOCIDO", "PAGINA_SIN_TEXTO", "LIMITE_EXCEDIDO"}
    assert {codigo for codigo in declarados - de_paso if f'"{codigo}"' not in pruebas} == set()


PESOS = st.lists(st.integers(1, 60), min_size=2, max_size=8)
ESTADOS = st.sampled_from(["cumple", "no", "pendiente", "50%", "~cumple", "", "100%", "parcial"])
GANADAS = st.sampled_from(["0", "7", "25", "Pendiente", "", "12,5"])
FILAS = st.lists(st.tuples(st.integers(1, 60), ESTADOS, GANADAS), min_size=1, max_size=6)


@given(FILAS, st.sampled_from(["por_actividad", "acumulada", "sin_datos", None]))
def test_todo_no_cuadra_tiene_hallazgo_o_causa(filas: list[tuple[int, str, str]], modo: str | None) -> None:
    texto = "\n".join(f"{p} | {e} | {g}" for p, e, g in filas) + "\ntotal: 100 | 80"
    resultado = auditar(tabla(texto, modo, desempeno=("80", "CUMPLE")), regimenes=(IMPRESO, PORCENTAJE))
    declarados = {codigo for regla in REGLAS for codigo in regla.codigos}
    assert {h.codigo for h in resultado.hallazgos} <= declarados
    assert _todo_no_cuadra_se_explica(resultado)
    assert all(h.causa is None or h.causa in {r.huella for r in resultado.hallazgos} for h in resultado.hallazgos)
    contadas = resultado.cobertura.verificadas + sum(resultado.cobertura.no_verificables.values())
    assert contadas == resultado.cobertura.verificables == len(resultado.verificaciones)


@given(FILAS, st.randoms(use_true_random=False))
def test_permutar_filas_no_cambia_los_hallazgos(filas: list[tuple[int, str, str]], azar: random.Random) -> None:
    otras = list(filas)
    azar.shuffle(otras)

    def contar(lista: list[tuple[int, str, str]]) -> list[tuple[str, str, str | None, str | None]]:
        texto = "\n".join(f"{p} | {e} | {g}" for p, e, g in lista) + "\ntotal: 100 | 80"
        return sorted((h.codigo, h.gravedad, h.informado, h.recalculado) for h in auditar(tabla(texto)).hallazgos)

    assert contar(filas) == contar(otras)


@given(st.integers(2, 40), st.integers(0, 2))
def test_partes_iguales_redondeadas_nunca_son_un_hallazgo(partes: int, decimales: int) -> None:
    parte = (Decimal(100) / partes).quantize(Decimal(1).scaleb(-decimales))
    texto = "\n".join([f"{parte} | cumple | {parte}"] * partes) + "\ntotal: 100 | 100"
    resultado = auditar(tabla(texto))
    assert aplanar(resultado) == []


@given(PESOS, st.integers(1, 3))
def test_escalar_pesos_y_total_no_cambia_los_hallazgos(pesos: list[int], ceros: int) -> None:
    """Percentages against fractions of 1: the same table with the decimal mark moved."""

    def codigos(factor: int) -> list[tuple[str, str]]:
        valores = [Decimal(p).scaleb(-factor) for p in pesos]
        regimen = IMPRESO.model_copy(update={"total_esperado": str(Decimal(100).scaleb(-factor))})
        texto = "\n".join(f"{v} | cumple | {v}" for v in valores)
        return [(h.codigo, h.gravedad) for h in auditar(tabla(texto), regimenes=(regimen,)).hallazgos]

    assert codigos(0) == codigos(ceros)


@given(PESOS, st.data())
def test_un_desliz_arrastrado_es_exactamente_una_raiz(pesos: list[int], datos: st.DataObject) -> None:
    corte = datos.draw(st.integers(0, len(pesos) - 1))
    desliz = datos.draw(st.integers(-9, 9).filter(bool))
    total, renglones = 0, []
    for n, peso in enumerate(pesos):
        total += peso + (desliz if n == corte else 0)
        renglones.append(f"{peso} | cumple | {total}")
    resultado = auditar(tabla("\n".join(renglones), "acumulada"))
    assert [h[3] for h in aplanar(resultado, "ACUMULADO_NO_CUADRA")] == [corte]
