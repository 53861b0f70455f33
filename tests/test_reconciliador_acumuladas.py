"""Running totals: a slip is told once, and performance and threshold follow from it."""

from __future__ import annotations

import pytest
from ayudas_reconciliador import IMPRESO, PORCENTAJE, aplanar, auditar, region, respuestas, tabla, uno

from extractor.modelo.informe import Informe

ACUM, GANADA, TOTAL = "ACUMULADO_NO_CUADRA", "GANADA_NO_CORRESPONDE", "TOTAL_GANADA_NO_CUADRA"


def corrida(*ganadas: str, total: str = "", desempeno: tuple[str | None, str | None] | None = None) -> Informe:
    """Weights 25, 25, 20, 20, 10 fulfilled 100, 50, 100, 100, 0 per cent: the true totals are 25, 37.5, 57.5, 77.5, 77.5."""
    datos = [("25", "100%"), ("25", "50%"), ("20", "100%"), ("20", "100%"), ("10", "0%")]
    renglones = [f"{p}% | {e} | {g}" for (p, e), g in zip(datos, [*ganadas, "", "", "", "", ""], strict=False)]
    return auditar(
        tabla("\n".join(renglones) + (f"\ntotal: | {total}" if total else ""), "acumulada", desempeno=desempeno),
        regimenes=(PORCENTAJE,),
    )


def test_acumulados_que_cuadran() -> None:
    resultado = corrida("25", "37,5", "57,5", "77,5", "77,5")
    assert [r for r, _ in respuestas(resultado, ACUM)] == ["CUADRA"] * 5
    assert aplanar(resultado) == []
    actividades = resultado.tablas[0].filas[0].actividades
    assert [a.acumulada_recalculada for a in actividades] == ["25", "37.5", "57.5", "77.5", "77.5"]
    assert [a.ganada_recalculada for a in actividades] == ["25", "12.5", "20", "20", "0"]


def test_un_desliz_es_un_hallazgo_y_lo_que_arrastra_lleva_su_causa() -> None:
    resultado = corrida("25", "32,5", "52,5", "72,5", "72,5")
    raiz = uno(resultado, ACUM)
    assert (raiz.actividad, raiz.informado, raiz.recalculado, raiz.diferencia) == (1, "32.5", "37.5", "-5")
    assert raiz.gravedad == "aritmetica"
    pasos = [v for v in resultado.verificaciones if v.regla == ACUM]
    assert [v.causa for v in pasos] == [None, None, raiz.huella, raiz.huella, raiz.huella]
    assert [v.resultado for v in pasos] == ["CUADRA"] + ["NO_CUADRA"] * 4
    assert pasos[1].formula == "25 + 50 % de 25 = 37.5"
    assert [o.valor for o in pasos[1].operandos] == ["25", "25", "50", "32.5"]
    assert resultado.tablas[0].bloques[0].suma_ganada_informada == "72.5"
    assert resultado.tablas[0].bloques[0].suma_ganada_recalculada == "77.5"


def test_un_desliz_que_nadie_arrastro() -> None:
    assert [h[3] for h in aplanar(corrida("25", "32,5", "57,5", "77,5", "77,5"), ACUM)] == [1]


def test_dos_deslices_son_dos_raices() -> None:
    assert [h[3] for h in aplanar(corrida("25", "32,5", "52,5", "70", "70"), ACUM)] == [1, 3]


def test_un_desliz_que_cruza_el_umbral_cambia_la_decision() -> None:
    raiz = uno(corrida("25", "50", "70", "90", "90"), ACUM)
    assert (raiz.gravedad, raiz.recalculado) == ("cambia_decision", "37.5")
    assert "si rige el 90 %" in raiz.explicacion.lower()


def test_un_total_impreso_que_arrastra_el_error_es_un_hallazgo_con_causa() -> None:
    resultado = corrida("25", "50", "70", "90", "90", total="90")
    raiz, total = uno(resultado, ACUM), uno(resultado, TOTAL)
    assert (total.causa, total.informado, total.recalculado) == (raiz.huella, "90", "77.5")
    assert raiz.gravedad == "cambia_decision"


def test_menos_acumulados_que_actividades() -> None:
    resultado = corrida("25", "37,5", "57,5", "77,5")
    hallado = uno(resultado, "ACUMULADO_INCOMPLETO")
    assert ([lugar.actividad for lugar in hallado.lugares], hallado.gravedad) == ([4], "aviso")
    assert respuestas(resultado, ACUM)[-1] == ("CUADRA", None)
    falta = corrida("25", "37,5", "57,5")
    assert respuestas(falta, ACUM)[3:] == [("NO_VERIFICABLE", "falta_ganada"), ("CUADRA", None)]


def test_un_blanco_en_medio_no_esconde_el_paso_siguiente() -> None:
    resultado = corrida("25", "", "57,5", "77,5", "77,5")
    assert [r for r, _ in respuestas(resultado, ACUM)] == ["CUADRA", "NO_VERIFICABLE", "CUADRA", "CUADRA", "CUADRA"]
    assert [h[3] for h in aplanar(corrida("25", "", "60", "80", "80"), ACUM)] == [2]


@pytest.mark.parametrize(
    ("ganadas", "deslices"),
    [(("12", "25", "75"), []), (("13", "25", "75"), []), (("12", "24", "74"), []), (("12", "27", "77"), [1])],
)
def test_acumulados_redondeados_o_truncados(ganadas: tuple[str, ...], deslices: list[int]) -> None:
    texto = f"25 | 50% | {ganadas[0]}\n25 | 50% | {ganadas[1]}\n50 | 100% | {ganadas[2]}"
    resultado = auditar(tabla(texto, "acumulada"), regimenes=(PORCENTAJE,))
    assert [h[3] for h in aplanar(resultado, ACUM)] == deslices


def test_sin_redondeo_un_punto_de_diferencia_es_un_desliz() -> None:
    resultado = auditar(tabla("25 | 100% | 25\n25 | 100% | 51\n50 | 100% | 101", "acumulada"), regimenes=(PORCENTAJE,))
    assert [h[3] for h in aplanar(resultado, ACUM)] == [1]


def test_una_lectura_dudosa_nunca_es_inconsistencia() -> None:
    resultado = corrida("25", "32,5?", "57,5", "77,5", "77,5")
    assert aplanar(resultado) == []
    assert ("NO_VERIFICABLE", "lectura_dudosa") in respuestas(resultado, ACUM)


def test_ganar_sin_cumplir_en_un_acumulado_cambia_la_decision() -> None:
    resultado = auditar(tabla("30 | no | 30\n30 | cumple | 60\n40 | cumple | 100", "acumulada"))
    assert (uno(resultado, ACUM).actividad, uno(resultado, ACUM).gravedad) == (0, "cambia_decision")


def test_estado_narrado_el_paso_es_la_ponderacion_o_nada() -> None:
    assert aplanar(auditar(tabla("30 | ~cumple | 30\n70 | ~pendiente | 30", "acumulada")), ACUM) == []
    mal = auditar(tabla("30 | ~cumple | 30\n70 | ~cumple | 90", "acumulada"))
    assert (uno(mal, ACUM).actividad, uno(mal, ACUM).recalculado) == (1, "100")


def test_desempeno_de_la_region() -> None:
    regla = "DESEMPENO_REGION_NO_CUADRA"
    texto = "40 | si | 40\n60 | no | 0".replace("si", "cumple")
    bien = auditar(tabla(texto, desempeno=("40%", None)))
    assert (respuestas(bien, regla), aplanar(bien)) == ([("CUADRA", None)], [])
    mal = uno(auditar(tabla(texto, desempeno=("92%", None))), regla)
    assert (mal.informado, mal.recalculado, mal.gravedad) == ("92", "40", "cambia_decision")
    nada = auditar(tabla("40 | | \n60 | |", "sin_datos", desempeno=("92%", None)))
    assert respuestas(nada, regla) == [("NO_VERIFICABLE", "sin_resultados")]


def test_desempeno_en_blanco_se_recalcula_igual() -> None:
    desempeno = auditar(tabla("40 | cumple | 40\n60 | no | 0", desempeno=(None, None))).tablas[0].desempeno
    assert desempeno is not None and desempeno.region_recalculado == "40"
    vacio = auditar(tabla("40 | | \n60 | |", "sin_datos", desempeno=(None, None))).tablas[0].desempeno
    assert vacio is not None and vacio.region_recalculado is None


def test_desempeno_que_arrastra_el_desliz() -> None:
    resultado = corrida("25", "50", "70", "90", "90", desempeno=("90%", None))
    assert uno(resultado, "DESEMPENO_REGION_NO_CUADRA").causa == uno(resultado, ACUM).huella


@pytest.mark.parametrize(
    ("dicho", "respuesta"),
    [
        ("CUMPLE", ("NO_CUADRA", None)),
        ("NO CUMPLE", ("CUADRA", None)),
        ("en revisión", ("NO_VERIFICABLE", "estado_sin_veredicto")),
    ],
)
def test_desempeno_del_servicio_con_una_region_bajo_el_umbral(dicho: str, respuesta: tuple[str, str | None]) -> None:
    resultado = auditar(tabla("40 | cumple | 40\n60 | no | 0", desempeno=(None, dicho)))
    assert respuestas(resultado, "DESEMPENO_SERVICIO_NO_CUADRA") == [respuesta]


def test_desempeno_del_servicio_sin_las_demas_regiones() -> None:
    resultado = auditar(tabla("40 | cumple | 40\n60 | cumple | 60", desempeno=(None, "CUMPLE")), regimenes=(IMPRESO,))
    assert respuestas(resultado, "DESEMPENO_SERVICIO_NO_CUADRA") == [("NO_VERIFICABLE", "falta_total")]


def test_desempeno_del_servicio_con_todas_las_regiones() -> None:
    todas = region("Todas las regiones", tuple(f"{n:02d}" for n in range(1, 14)), alcance="TODAS")
    texto = "40 | cumple | 40\n60 | cumple | 60"
    cuadra = auditar(tabla(texto, desempeno=(None, "CUMPLE"), region=todas))
    assert respuestas(cuadra, "DESEMPENO_SERVICIO_NO_CUADRA") == [("CUADRA", None)]
    hallado = uno(auditar(tabla(texto, desempeno=(None, "NO CUMPLE"), region=todas)), "DESEMPENO_SERVICIO_NO_CUADRA")
    assert (hallado.recalculado, hallado.norma) == ("CUMPLE", "nota 12")


def test_un_acumulado_exacto_no_presta_su_redondeo_al_siguiente() -> None:
    resultado = auditar(tabla("15 | 25% | 3.75\n25 | 25% | 10\n25 | 100% | 35\n35 | 50% | 52.3", "acumulada"), regimenes=(PORCENTAJE,))
    assert (uno(resultado, ACUM).actividad, uno(resultado, ACUM).recalculado) == (3, "52.5")
