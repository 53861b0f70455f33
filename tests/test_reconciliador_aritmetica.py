"""Weights, earned values and printed totals: each code fires, agrees and cannot check. Expected values typed by hand."""

from __future__ import annotations

import pytest
from ayudas_reconciliador import IMPRESO, PORCENTAJE, aplanar, auditar, respuestas, tabla, uno

from extractor.modelo.regimen import Regimen

SUMA, TOTAL_P = "PONDERACIONES_NO_SUMAN_100", "TOTAL_PONDERACION_NO_CUADRA"
GANADA, TOTAL_G = "GANADA_NO_CORRESPONDE", "TOTAL_GANADA_NO_CUADRA"


def test_pesos_que_no_suman_100() -> None:
    hallado = uno(auditar(tabla("40 | cumple | 40\n30 | cumple | 30\n20 | cumple | 20")), SUMA)
    assert (hallado.informado, hallado.recalculado, hallado.diferencia) == ("100", "90", "10")
    assert (hallado.gravedad, hallado.norma) == ("aritmetica", "nota 8")


def test_pesos_que_suman_100() -> None:
    resultado = auditar(tabla("40 | cumple | 40\n60 | cumple | 60"))
    assert aplanar(resultado) == []
    assert respuestas(resultado, SUMA) == [("CUADRA", None)]
    assert resultado.tablas[0].bloques[0].suma_ponderacion == "100"


@pytest.mark.parametrize(("primera", "motivo"), [("", "falta_ponderacion"), ("40?", "lectura_dudosa")])
def test_suma_de_pesos_no_verificable(primera: str, motivo: str) -> None:
    resultado = auditar(tabla(f"{primera} | cumple | 40\n50 | cumple | 50"))
    assert respuestas(resultado, SUMA) == [("NO_VERIFICABLE", motivo)]
    assert resultado.tablas[0].bloques[0].suma_ponderacion is None
    assert resultado.cobertura.no_verificables[motivo] >= 1


@pytest.mark.parametrize(
    ("pesos", "esperado", "gravedad"),
    [
        (["16,7"] * 6, "CUADRA_POR_REDONDEO", None),
        (["33"] * 3, "CUADRA_POR_REDONDEO", None),
        (["17", "17", "17", "16", "16", "16"], "NO_CUADRA", "aviso"),
        (["30"] * 3, "NO_CUADRA", "aritmetica"),
    ],
)
def test_redondeo_de_partes_iguales(pesos: list[str], esperado: str, gravedad: str | None) -> None:
    resultado = auditar(tabla("\n".join(f"{p} | |" for p in pesos), "sin_datos"))
    assert [r for r, _ in respuestas(resultado, SUMA)] == [esperado]
    assert [h[4] for h in aplanar(resultado, SUMA)] == ([gravedad] if gravedad else [])


def test_suma_muy_lejana_es_un_solo_aviso_por_tabla() -> None:
    hallado = uno(auditar(tabla("\n".join(["0,25 | |"] * 14), "sin_datos", por_fila=True)), SUMA)
    assert (hallado.gravedad, hallado.recalculado, hallado.fila) == ("aviso", "3.5", None)


def test_otro_total_esperado() -> None:
    mitad = Regimen(id="m", nombre="m", fuente="impresa", credito="todo_o_nada", total_esperado="50", umbral="90")
    assert aplanar(auditar(tabla("20 | cumple | 20\n30 | cumple | 30"), regimenes=(mitad,))) == []
    uno_solo = Regimen(id="u", nombre="u", fuente="impresa", credito="todo_o_nada", total_esperado="1")
    assert uno(auditar(tabla("0,25 | |\n0,50 | |", "sin_datos"), regimenes=(uno_solo,)), SUMA).recalculado == "0.75"


def test_cada_bloque_por_su_cuenta() -> None:
    bien, mal = "40 | cumple | 40\n60 | cumple | 60\ntotal: 100 | 100", "50 | cumple | 50\n40 | cumple | 40\ntotal: 100 | 90"
    resultado = auditar(tabla(f"{bien}\n{mal}"))
    assert aplanar(resultado) == [(TOTAL_P, "t1", 1, None, "aritmetica")]
    assert uno(resultado, TOTAL_P).recalculado == "90"


def test_total_de_pesos_de_un_bloque_de_varias_filas() -> None:
    bien = tabla("40 | cumple | 40\n\n60 | cumple | 60\ntotal: 100 | 100")
    assert aplanar(auditar(bien)) == []
    mal = auditar(tabla("40 | cumple | 40\n\n60 | cumple | 60\ntotal: 98 | 100"))
    assert aplanar(mal) == [(TOTAL_P, "t1", 1, None, "aritmetica")]
    assert (uno(mal, TOTAL_P).informado, uno(mal, TOTAL_P).recalculado) == ("98", "100")
    sin_peso = auditar(tabla("40 | cumple | 40\n | cumple | 60\ntotal: 100 | 100"))
    assert respuestas(sin_peso, TOTAL_P) == [("NO_VERIFICABLE", "falta_ponderacion")]


def test_total_que_coincide_con_una_suma_errada_es_suma_errada() -> None:
    resultado = auditar(tabla("40 | cumple | 40\n50 | cumple | 50\ntotal: 90 | 90"))
    assert aplanar(resultado) == [(SUMA, "t1", 0, None, "aritmetica")]
    assert respuestas(resultado, TOTAL_P) == [("CUADRA", None)]


def test_peso_declarado_gana_a_100() -> None:
    mal = auditar(tabla("1,5 | |\n1,5 | |\n1,5 | |", "sin_datos", por_fila=True, declarada="2,5"))
    hallado = uno(mal, "PROGRAMA_NO_CUADRA")
    assert (hallado.informado, hallado.recalculado, hallado.diferencia) == ("2.5", "4.5", "-2")
    assert aplanar(mal, SUMA) == []
    bien = auditar(tabla("1,5 | |\n1,0 | |", "sin_datos", por_fila=True, declarada="2,5"))
    assert respuestas(bien, "PROGRAMA_NO_CUADRA") == [("CUADRA", None)]
    nada = auditar(tabla("1,5 | |\n | |", "sin_datos", por_fila=True, declarada="2,5"))
    assert respuestas(nada, "PROGRAMA_NO_CUADRA") == [("NO_VERIFICABLE", "falta_ponderacion")]


@pytest.mark.parametrize(
    ("renglon", "respuesta"),
    [
        ("16 | cumple | 16", ("CUADRA", None)),
        ("16 | no | 0", ("CUADRA", None)),
        ("16 | pendiente | Pendiente", ("CUADRA", None)),
        ("16 | 50% | 0", ("CUADRA", None)),
        ("16 | ~cumple | 16", ("CUADRA", None)),
        ("16 | ~pendiente | 0", ("CUADRA", None)),
        ("16 | | 16", ("NO_VERIFICABLE", "falta_estado")),
        ("16 | | 0", ("NO_VERIFICABLE", "falta_estado")),
        ("16 | | 17", ("NO_CUADRA", None)),
        ("16 | cumple | 17", ("NO_CUADRA", None)),
        ("16 | cumple | 0", ("NO_CUADRA", None)),
        ("16 | ~cumple | 17", ("NO_CUADRA", None)),
        ("16 | ~cumple | 8", ("NO_CUADRA", None)),
        ("16 | no | 16", ("NO_CUADRA", None)),
        ("16 | cumple | ", ("NO_VERIFICABLE", "falta_ganada")),
        (" | cumple | 16", ("NO_VERIFICABLE", "falta_ponderacion")),
        ("16 | ~cumple | Pendiente", ("NO_VERIFICABLE", "estado_sin_veredicto")),
        ("16 | n/a | 16", ("NO_VERIFICABLE", "regimen_no_aplica")),
        ("16 | ~n/a | 17", ("NO_CUADRA", None)),
        ("16 | *cumple | *16", ("NO_VERIFICABLE", "emparejamiento_dudoso")),
        ("16 | cumple | 17?", ("NO_VERIFICABLE", "lectura_dudosa")),
        ("16? | cumple | 17", ("NO_VERIFICABLE", "lectura_dudosa")),
    ],
)
def test_ganada_de_una_actividad(renglon: str, respuesta: tuple[str, str | None]) -> None:
    resultado = auditar(tabla(f"{renglon}\n84 | cumple | 84"))
    assert respuestas(resultado, GANADA)[0] == respuesta
    assert [h[2:4] for h in aplanar(resultado, GANADA)] == ([(0, 0)] if respuesta[0] == "NO_CUADRA" else [])


def test_palabra_contra_cumplido_queda_para_otra_regla() -> None:
    assert respuestas(auditar(tabla("16 | cumple | Pendiente\n84 | cumple | 84")), GANADA) == [("CUADRA", None)]


def test_17_por_16_es_aritmetica_y_ganada_sin_cumplir_cambia_la_decision() -> None:
    assert uno(auditar(tabla("16 | cumple | 17\n84 | cumple | 84")), GANADA).gravedad == "aritmetica"
    pagada = uno(auditar(tabla("16 | no | 16\n84 | cumple | 84")), GANADA)
    assert (pagada.gravedad, pagada.informado, pagada.recalculado) == ("cambia_decision", "16", "0")


@pytest.mark.parametrize(
    ("ganada", "resultado"),
    [
        ("4,15", "CUADRA"), ("4,1", "CUADRA_POR_REDONDEO"), ("4,2", "CUADRA_POR_REDONDEO"), ("4", "CUADRA_POR_REDONDEO"),
        ("4,3", "NO_CUADRA"),
    ],
)
def test_producto_proporcional_con_su_intervalo(ganada: str, resultado: str) -> None:
    mesa = tabla(f"8,3 | 50% | {ganada}\n91,7 | 100% | 91,7")
    assert respuestas(auditar(mesa, regimenes=(PORCENTAJE,)), GANADA)[0][0] == resultado


def test_parcial_sin_porcentaje() -> None:
    proporcional = auditar(tabla("20 | parcial | 10\n80 | cumple | 80"), regimenes=(PORCENTAJE,))
    assert respuestas(proporcional, GANADA)[0] == ("NO_VERIFICABLE", "parcial_sin_porcentaje")
    fuera = auditar(tabla("20 | parcial | 25\n80 | cumple | 80"), regimenes=(PORCENTAJE,))
    assert uno(fuera, GANADA).recalculado == "20"
    assert uno(auditar(tabla("20 | parcial | 20\n80 | cumple | 80")), GANADA).gravedad == "cambia_decision"


def test_modo_indeciso_y_sin_datos() -> None:
    texto = "40 | cumple | 7\n60 | cumple | 9"
    assert respuestas(auditar(tabla(texto, None)), GANADA) == [("NO_VERIFICABLE", "modo_indeciso")] * 2
    assert respuestas(auditar(tabla("40 | | \n60 | |", "sin_datos")), GANADA) == [("NO_VERIFICABLE", "sin_resultados")] * 2


def test_total_ganado_que_cuenta_lo_pendiente() -> None:
    resultado = auditar(tabla(
        "10 | cumple | 10\n40 | cumple | 40\n30 | ~cumple | Pendiente\n20 | ~pendiente | Pendiente\ntotal: 100 | 100"
    ))
    hallado = uno(resultado, TOTAL_G)
    assert (hallado.informado, hallado.recalculado, hallado.gravedad) == ("100", "50", "cambia_decision")
    bloque = resultado.tablas[0].bloques[0]
    assert (bloque.suma_ganada_informada, bloque.suma_ganada_recalculada) == ("50", None)


def test_total_ganado_en_un_bloque_de_varios_no_usa_el_umbral() -> None:
    resultado = auditar(tabla(
        "50 | cumple | 50\n50 | cumple | 50\ntotal: 100 | 100\n15 | cumple | Pendiente\n85 | cumple | 85\ntotal: 100 | 100"
    ))
    assert aplanar(resultado, TOTAL_G) == [(TOTAL_G, "t1", 1, None, "aritmetica")]


def test_total_ganado_cuadra_o_no_se_puede_comprobar() -> None:
    assert respuestas(auditar(tabla("40 | cumple | 40\n60 | no | 0\ntotal: 100 | 40")), TOTAL_G) == [("CUADRA", None)]
    blanco = auditar(tabla("40 | cumple | \n60 | cumple | 60\ntotal: 100 | 100"))
    assert respuestas(blanco, TOTAL_G) == [("NO_VERIFICABLE", "falta_ganada")]
    sin_efecto = auditar(tabla("40 | no | \n60 | cumple | 60\ntotal: 100 | 60"))
    assert respuestas(sin_efecto, TOTAL_G) == [("CUADRA", None)]


def test_total_de_partes_iguales_redondeadas() -> None:
    renglones = "\n".join(["16,7 | cumple | 16,7"] * 5 + ["16,7 | no | 0"])
    assert respuestas(auditar(tabla(f"{renglones}\ntotal: 100 | 83,3")), TOTAL_G) == [("CUADRA_POR_REDONDEO", None)]
    assert respuestas(auditar(tabla(f"{renglones}\ntotal: 100 | 100")), TOTAL_G) == [("NO_CUADRA", None)]


def test_total_correcto_sobre_una_ganada_errada_lleva_su_causa() -> None:
    resultado = auditar(tabla("40 | cumple | 30\n60 | cumple | 60\ntotal: 100 | 100"))
    raiz, total = uno(resultado, GANADA), uno(resultado, TOTAL_G)
    assert total.causa == raiz.huella
    assert {raiz.gravedad, total.gravedad} == {"aritmetica"}


def test_total_ausente_una_vez_por_tabla_con_sus_lugares() -> None:
    resultado = auditar(tabla(
        "100 | cumple | 100\ntotal: 100 | 100\n100 | cumple | 100\ntotal: 100 |\n100 | cumple | 100\ntotal: 100 |"
    ))
    hallado = uno(resultado, "TOTAL_AUSENTE")
    assert [lugar.fila for lugar in hallado.lugares] == [1, 2]
    assert aplanar(auditar(tabla("40 | cumple | 40\n60 | cumple | 60")), "TOTAL_AUSENTE") == []


def test_el_umbral_cruzado_cambia_la_decision_y_dice_si_rige() -> None:
    supuesto = Regimen(id="s", nombre="s", fuente="supuesta", credito="todo_o_nada", umbral="90")
    texto = "30 | cumple | 30\n55 | cumple | 55\n15 | cumple | 5"
    assert uno(auditar(tabla(texto), regimenes=(supuesto,)), GANADA).gravedad == "aritmetica"
    hallado = uno(auditar(tabla("30 | cumple | 30\n50 | cumple | 50\n20 | cumple | 5"), regimenes=(supuesto,)), GANADA)
    assert (hallado.gravedad, "si rige el 90 %" in hallado.explicacion.lower()) == ("cambia_decision", True)


def test_si_lo_ganado_queda_a_ambos_lados_podria_cambiar() -> None:
    resultado = auditar(tabla("80 | cumple | 80\n12 | ~cumple | 5\n8 | cumple | 8"))
    hallado = uno(resultado, GANADA)
    assert hallado.gravedad == "aritmetica"
    assert "podría cambiar" in hallado.explicacion


def test_fila_pesada_sin_actividades() -> None:
    resultado = auditar(tabla("40 | cumple | 40\n60 | cumple | 50", por_fila=True))
    assert aplanar(resultado, GANADA) == [(GANADA, "t1", 1, None, "aritmetica")]
    assert [f.ganada_recalculada for f in resultado.tablas[0].filas] == ["40", "60"]


def test_impreso_es_el_regimen_de_la_tabla() -> None:
    assert auditar(tabla("100 | cumple | 100")).tablas[0].regimen == IMPRESO.id
    assert auditar(tabla("100 | 50% | 50"), regimenes=(IMPRESO, PORCENTAJE)).tablas[0].regimen == PORCENTAJE.id
    assert auditar(tabla("100 | 50% | 0"), regimenes=(IMPRESO, PORCENTAJE)).tablas[0].regimen == IMPRESO.id
    assert auditar(tabla("100 | 50% | 7"), regimenes=(IMPRESO, PORCENTAJE)).tablas[0].regimen == PORCENTAJE.id


def test_un_total_impreso_junto_a_una_suma_exacta_no_es_redondeo() -> None:
    assert uno(auditar(tabla("25 | cumple | 25\n" * 4 + "total: 99 | 100")), TOTAL_P).gravedad == "aritmetica"
    tercios = "33 | cumple | 33\n" * 3
    assert aplanar(auditar(tabla(tercios + "total: 99 | 100"))) == []
    assert aplanar(auditar(tabla(tercios + "total: 100 | 99"))) == []
