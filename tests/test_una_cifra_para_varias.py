"""One figure beside several activities in a stacked row may be of all of them: it is the first one's only by where it is printed."""

from __future__ import annotations

import pytest
from ayudas_texto import informe, programa_2007

TEXTOS = ("1.1 Medir la salmuera", "1.2 Cercar las vegas", "1.3 Contar los flamencos")
DOS = (("Costa",), ("2.1 Censar caletas", "2.2 Revisar muelles"), ("25", "25"), ("Cumplido", "Cumplido"), ("25", "25"))


@pytest.mark.parametrize(("pesos", "ganadas", "campo"), [
    (("50",), ("20", "15", "15"), "ponderacion"),
    (("20", "15", "15"), ("50",), "ponderacion_ganada"),
    (("50",), ("50",), "ponderacion"),
    (("50",), (), "ponderacion"),
])  # fmt: skip
def test_no_se_juzga_y_se_dice(pesos: tuple[str, ...], ganadas: tuple[str, ...], campo: str) -> None:
    leido = informe(programa_2007((("Salares",), TEXTOS, pesos, ("Cumplido",) * 3, ganadas), DOS, region="I de Tarapacá"))
    primera = leido.tablas[0].filas[0].actividades[0]
    assert primera.alineacion[campo] == "dudosa" and primera.alineacion["estado"] == "segura"
    assert [h.codigo for h in leido.hallazgos if h.gravedad != "aviso"] == []
    assert [(h.codigo, h.campo) for h in leido.hallazgos if h.codigo == "CONTEO_DESALINEADO"] == [("CONTEO_DESALINEADO", campo)]


def test_las_que_faltan_al_final_dejan_seguras_a_las_primeras() -> None:
    """CONTRACT.md section 2: a column short only at its end pairs from the top and is sure."""
    for ganadas, actividad in ((("20", "12"), 1), (("12",), 0)):
        fila = (("Salares",), TEXTOS, ("20", "15", "15"), ("Cumplido",) * 3, ganadas)
        leido = informe(programa_2007(fila, DOS, region="I de Tarapacá"))
        graves = [(h.codigo, h.fila, h.actividad) for h in leido.hallazgos if h.gravedad != "aviso"]
        assert graves == [("GANADA_NO_CORRESPONDE", 0, actividad)]


def test_un_solo_acumulado_sigue_diciendose_incompleto() -> None:
    fila = (("Salares",), TEXTOS, ("25", "25", "50"), ("100%",) * 3, ("25",))
    entera = (("Salares",), TEXTOS, ("25", "25", "50"), ("100%",) * 3, ("25", "50", "100"))
    partes = [programa_2007(fila, region="I de Tarapacá"), *(programa_2007(entera, region=r) for r in ("II", "III", "IV"))]
    hallados = [(h.codigo, h.tabla) for h in informe("\n\n".join(partes)).hallazgos if h.gravedad != "logica"]
    assert ("ACUMULADO_INCOMPLETO", "t01") in hallados and all(t != "t01" or c == "ACUMULADO_INCOMPLETO" for c, t in hallados)
