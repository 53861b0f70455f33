"""Probable corrections, readings of the weights and the other regime. Expected values typed by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest
from ayudas_reconciliador import IMPRESO, PORCENTAJE, aplanar, auditar, region, respuestas, tabla, uno

from extractor.modelo.hallazgo import Hallazgo
from extractor.modelo.regimen import Regimen
from extractor.reconciliador.deslices import PALABRAS, SENCILLOS, clasificar, de_suma

SUMA, GANADA, ACUM = "PONDERACIONES_NO_SUMAN_100", "GANADA_NO_CORRESPONDE", "ACUMULADO_NO_CUADRA"
TOTAL_G, TOTAL_P, PROGRAMA = "TOTAL_GANADA_NO_CUADRA", "TOTAL_PONDERACION_NO_CUADRA", "PROGRAMA_NO_CUADRA"
DESEMPENO = "DESEMPENO_REGION_NO_CUADRA"
VEREDICTO = Regimen(id="veredicto", nombre="por veredicto", fuente="supuesta", credito="todo_o_nada", umbral="90")


def correcciones(hallado: Hallazgo) -> list[tuple[str, str | None, str | None, int]]:
    """(field, from, to, mismatches removed) of the probable correction, or of each alternative."""
    todas = (hallado.correccion_probable,) if hallado.correccion_probable is not None else hallado.alternativas
    return [(c.campo, c.de, c.a, c.explica) for c in todas if c is not None]


@pytest.mark.parametrize(
    ("escrito", "debido", "clase"),
    [
        ("32.5", "37.5", "digito"), ("17", "16", "digito"), ("45", "54", "intercambio"), ("2.5", "25", "decimal"),
        ("5", "15", "digito_de_mas"), ("50", "37.5", "otro"), ("0", "15", "otro"), ("100", "85", "otro"),
    ],
)
def test_clases_de_desliz(escrito: str, debido: str, clase: str) -> None:
    assert clasificar(Decimal(escrito), Decimal(debido)) == clase
    assert (clase in SENCILLOS) == (clase != "otro") and clase in PALABRAS


def test_un_valor_vecino_copiado() -> None:
    assert clasificar(Decimal(40), Decimal(25), [Decimal(40), None]) == "vecino"


@pytest.mark.parametrize(
    ("total", "clase"), [("70", "omitida"), ("130", "doble"), ("150", "pendiente"), ("100", None), ("93", None)]
)
def test_deslices_al_sumar(total: str, clase: str | None) -> None:
    assert de_suma(Decimal(total), Decimal(100), [Decimal(30), Decimal(70)], [Decimal(50)]) == clase


def test_un_acumulado_corrido_tiene_dos_causas_de_igual_costo() -> None:
    resultado = auditar(tabla("25 | 100% | 25\n25 | 50% | 32.5\n50 | 100% | 82.5", "acumulada"), regimenes=(PORCENTAJE,))
    hallado = uno(resultado, ACUM)
    assert hallado.correccion_probable is None
    assert correcciones(hallado) == [("ponderacion_ganada", "32.5", "37.5", 2), ("estado", "50", "30", 2)]
    assert hallado.alternativas[1].origen.linea_inicio == 2


def test_un_acumulado_que_solo_puede_ser_un_digito() -> None:
    resultado = auditar(tabla("30 | cumple | 30\n20 | cumple | 55\n50 | cumple | 105", "acumulada"))
    assert correcciones(uno(resultado, ACUM)) == [("ponderacion_ganada", "55", "50", 2)]
    assert uno(resultado, ACUM).correccion_probable is not None


def test_otro_porcentaje_redondo_es_tan_posible_como_otra_cifra() -> None:
    resultado = auditar(tabla("30 | 100% | 30\n20 | 50% | 45\n50 | 100% | 95", "acumulada"), regimenes=(PORCENTAJE,))
    assert correcciones(uno(resultado, ACUM)) == [("ponderacion_ganada", "45", "40", 2), ("estado", "50", "75", 2)]


def test_una_ponderacion_errada_es_una_sola_raiz() -> None:
    resultado = auditar(tabla("70 | cumple | 20\n50 | cumple | 50\n30 | cumple | 30\ntotal: 100 | 100"))
    raiz, efecto = uno(resultado, TOTAL_P), uno(resultado, GANADA)
    assert correcciones(raiz) == [("ponderacion", "70", "20", 2)]
    assert (raiz.causa, efecto.causa) == (None, raiz.huella)


def test_un_acumulado_errado_que_nadie_arrastro() -> None:
    resultado = auditar(tabla("30 | cumple | 30\n20 | cumple | 60\n50 | cumple | 100", "acumulada"))
    assert correcciones(uno(resultado, ACUM)) == [("ponderacion_ganada", "60", "50", 1)]


def test_una_ganada_mal_copiada_y_el_total_que_la_sigue() -> None:
    resultado = auditar(tabla("16 | cumple | 17\n84 | cumple | 84\ntotal: 100 | 101"))
    assert correcciones(uno(resultado, GANADA)) == [("ponderacion_ganada", "17", "16", 1)]


def test_lo_no_cumplido_que_gano_puede_ser_el_estado() -> None:
    resultado = auditar(tabla("15 | no | 15\n85 | cumple | 85"))
    assert correcciones(uno(resultado, GANADA)) == [("ponderacion_ganada", "15", "0", 1), ("estado", "no", "Cumple", 1)]


def test_lo_pendiente_contado_en_el_total() -> None:
    resultado = auditar(tabla("10 | cumple | 10\n40 | cumple | 40\n50 | pendiente | Pendiente\ntotal: 100 | 100"))
    hallado = uno(resultado, TOTAL_G)
    assert correcciones(hallado) == [("total_ganada", "100", "50", 1)]
    assert PALABRAS["pendiente"] in hallado.explicacion


def test_un_total_que_omite_una_fila() -> None:
    resultado = auditar(tabla("30 | cumple | 30\n55 | cumple | 55\n15 | cumple | 15\ntotal: 100 | 85"))
    assert correcciones(uno(resultado, TOTAL_G)) == [("total_ganada", "85", "100", 1)]
    assert PALABRAS["omitida"] in uno(resultado, TOTAL_G).explicacion


def test_un_total_copiado_de_las_ponderaciones() -> None:
    resultado = auditar(tabla("63 | cumple | 63\n37 | no | 0\ntotal: 100 | 100"))
    assert PALABRAS["total_viejo"] in uno(resultado, TOTAL_G).explicacion


def test_un_total_de_ponderaciones_mal_escrito() -> None:
    resultado = auditar(tabla("60 | cumple | 60\n40 | cumple | 40\ntotal: 90 | 100"))
    assert correcciones(uno(resultado, TOTAL_P)) == [("total_ponderacion", "90", "100", 1)]


def test_una_ponderacion_que_no_suma_la_lleva_su_copia() -> None:
    resultado = auditar(tabla("45 | cumple | 45\n37 | cumple | 37\n8 | no | 0"))
    assert correcciones(uno(resultado, SUMA)) == [
        ("ponderacion", "45", "55", 1), ("ponderacion", "37", "47", 1), ("ponderacion", "8", "18", 1),
    ]


def test_una_ponderacion_cuya_copia_dice_la_verdad() -> None:
    resultado = auditar(tabla("45 | cumple | 54\n46 | cumple | 46"))
    assert correcciones(uno(resultado, SUMA)) == [("ponderacion", "45", "54", 2)]


def test_un_programa_y_un_desempeno_mal_escritos() -> None:
    programa = auditar(tabla("1,5 | |\n1,5 | |\n1,5 | |", "sin_datos", declarada="2,5"))
    assert correcciones(uno(programa, PROGRAMA)) == [("ponderacion_declarada", "2.5", "4.5", 1)]
    region_ = auditar(tabla("50 | cumple | 50\n50 | no | 0", desempeno=("60", None)))
    assert correcciones(uno(region_, DESEMPENO)) == [("desempeno_region", "60", "50", 1)]


def test_lo_que_no_tiene_una_sola_causa_no_se_corrige() -> None:
    resultado = auditar(tabla("20 | cumple | 20\n47 | cumple | 47"))
    assert correcciones(uno(resultado, SUMA)) == []


def test_el_mismo_desliz_en_varias_tablas_se_cuenta_junto() -> None:
    def una(id: str, desde: int) -> object:
        base = tabla("25 | 100% | 25\n25 | 50% | 32.5\n50 | 100% | 82.5", "acumulada", id=id, desde=desde)
        return base.model_copy(update={"region": region(f"Región {id}", (id,))})

    resultado = auditar(*(una(f"t{n}", 50 * n) for n in (1, 2, 3)), regimenes=(PORCENTAJE,))  # type: ignore[arg-type]
    explicaciones = [h.explicacion for h in resultado.hallazgos if h.codigo == ACUM]
    assert len(explicaciones) == 3
    assert all("está en 3 tablas: Región t1, Región t2 y Región t3" in e for e in explicaciones)


def test_fracciones_de_uno_son_un_programa_entero() -> None:
    resultado = auditar(tabla("0,25 | cumple | 0,25\n0,25 | cumple | 0,25\n0,5 | no | 0\ntotal: 1 | 0,5"))
    assert aplanar(resultado, SUMA, TOTAL_P, TOTAL_G) == []
    suma = next(v for v in resultado.verificaciones if v.regla == SUMA)
    assert (suma.resultado, suma.informado, suma.recalculado) == ("CUADRA", "1", "1") and "fracciones de 1" in suma.formula


@pytest.mark.parametrize(("total", "desempeno", "malos"), [("50%", "50", []), ("80", "80", [TOTAL_G, DESEMPENO])])
def test_fracciones_con_totales_en_porcentaje(total: str, desempeno: str, malos: list[str]) -> None:
    renglones = f"0,25 | cumple | 0,25\n0,25 | cumple | 0,25\n0,5 | no | 0\ntotal: 100% | {total}"
    resultado = auditar(tabla(renglones, desempeno=(desempeno, None)))
    assert sorted(h.codigo for h in resultado.hallazgos if h.gravedad != "aviso") == sorted(malos)
    if malos:
        assert uno(resultado, TOTAL_G).recalculado == "50"


def test_el_umbral_de_un_programa_en_fracciones() -> None:
    resultado = auditar(tabla("0,15 | cumple | 0,5\n0,85 | cumple | 0,85"), regimenes=(VEREDICTO,))
    assert uno(resultado, GANADA).gravedad == "aritmetica"
    bajo = auditar(tabla("0,15 | no | 0\n0,85 | cumple | 0,95\ntotal: 1 | 0,95"), regimenes=(VEREDICTO,))
    assert uno(bajo, GANADA).gravedad == "cambia_decision"


@pytest.mark.parametrize("declarada", ["2,5", "1"])
def test_fracciones_de_un_programa_que_declara_su_peso(declarada: str) -> None:
    resultado = auditar(tabla("0,4 | |\n0,6 | |", "sin_datos", declarada=declarada))
    assert respuestas(resultado, PROGRAMA) == [("CUADRA", None)]
    porcentajes = auditar(tabla("40 | |\n60 | |", "sin_datos", declarada="2,5"))
    assert respuestas(porcentajes, PROGRAMA) == [("CUADRA", None)]


@pytest.mark.parametrize(
    ("cierre", "desempeno", "malos", "motivos"),
    [("total: 1,00 | 0,95", "95%", [TOTAL_P], []), ("total: 1,00 | 0,95", "90%", [DESEMPENO, TOTAL_P], []), ("", "95%", [], ["lectura_dudosa"])],
)
def test_el_desempeno_en_por_ciento_de_pesos_de_uno_que_no_lo_suman(
    cierre: str, desempeno: str, malos: list[str], motivos: list[str]
) -> None:
    """Weights of 0,95 under a printed total of 1,00 are fractions; with no total nothing says so, and nothing is found."""
    resultado = auditar(tabla(f"0,25 | cumple | 0,25\n0,25 | cumple | 0,25\n0,45 | cumple | 0,45\n{cierre}".strip(), desempeno=(desempeno, None)))
    assert sorted(h.codigo for h in resultado.hallazgos if h.gravedad != "aviso") == sorted(malos)
    assert [v.motivo for v in resultado.verificaciones if v.regla == DESEMPENO and v.motivo] == motivos


def test_una_suma_de_varias_lecturas_no_se_comprueba() -> None:
    resultado = auditar(tabla("0,25 | |\n0,25 | |\n0,45 | |", "sin_datos"))
    assert respuestas(resultado, SUMA) == [("NO_VERIFICABLE", "modo_indeciso")]
    assert (uno(resultado, SUMA).gravedad, uno(resultado, SUMA).recalculado) == ("aviso", "0.95")
    assert "tres lecturas" in uno(resultado, SUMA).explicacion


def test_bajo_el_otro_regimen_donde_el_formulario_calla() -> None:
    renglones = "40 | 100% | 40\n40 | 90% | 36\n20 | 100% | 20\ntotal: 100 | 69"
    hallado = uno(auditar(tabla(renglones), regimenes=(VEREDICTO, PORCENTAJE)), TOTAL_G)
    assert hallado.gravedad == "cambia_decision" and "si rige el 90 %" in hallado.explicacion.lower()
    assert "lo ganado sería 60 y el programa no alcanzaría el mínimo de 90" in hallado.explicacion


def test_bajo_un_regimen_impreso_no_hay_otro() -> None:
    hallado = uno(auditar(tabla("40 | cumple | 40\n60 | no | 0\ntotal: 100 | 90"), regimenes=(IMPRESO, PORCENTAJE)), TOTAL_G)
    assert "si rigiera" not in hallado.explicacion


def test_un_intervalo_sobre_la_linea_podria_cambiar() -> None:
    renglones = "15 | ~cumple | 12\n80 | cumple | 80\n5 | cumple | 7"
    hallados = [h for h in auditar(tabla(renglones)).hallazgos if h.codigo == GANADA]
    assert {h.gravedad for h in hallados} == {"aritmetica"}
    assert any("podría cambiar" in h.explicacion for h in hallados)
