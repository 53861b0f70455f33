"""Where no state is printed, that only all or nothing of a weight is earned is a supposition: a part of it is no slip."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

from extractor.modelo.informe import Informe

TITULOS = "<p>ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007</p><p>Actividad 1.1: Implementación</p><p>Región: Ñuble</p>"
CABEZA = ("Objetivos", "Actividades", "Ponderación actividad", "Lo que se midió", "Ponderación ganada")


def _leido(ganadas: tuple[str, str, str], medido: bool) -> Informe:
    filas = [("Vegas", "Cercar las vegas", "30", "100%"), ("Puna", "Contar las llamas", "30", "50%"), ("Salar", "Medir la salmuera", "40", "60%")]
    todas = [CABEZA, *((*fila, ganada) for fila, ganada in zip(filas, ganadas, strict=True))]
    cuerpo = "".join(
        "<tr>" + "".join(f"<td>{c}</td>" for i, c in enumerate(fila) if medido or i != 3) + "</tr>" for fila in todas
    )
    return informe(f"<html><body>{TITULOS}<table border='1'>{cuerpo}</table></body></html>", "x.html")


@pytest.mark.parametrize("medido", [True, False])
@pytest.mark.parametrize("ganadas", [("30", "45", "69"), ("30", "15", "24")])
def test_una_parte_del_peso_no_es_un_error(ganadas: tuple[str, str, str], medido: bool) -> None:
    leido = _leido(ganadas, medido)
    assert not [h for h in leido.hallazgos if h.gravedad != "aviso"]
    sin_juzgar = [v for v in leido.verificaciones if v.regla in ("ACUMULADO_NO_CUADRA", "GANADA_NO_CORRESPONDE")]
    assert "falta_estado" in {v.motivo for v in sin_juzgar if v.resultado == "NO_VERIFICABLE"}


@pytest.mark.parametrize(("ganadas", "codigo"), [(("30", "75", "115"), "ACUMULADO_NO_CUADRA"), (("30", "35", "40"), "GANADA_NO_CORRESPONDE")])
def test_mas_que_el_peso_si_lo_es(ganadas: tuple[str, str, str], codigo: str) -> None:
    assert codigo in {h.codigo for h in _leido(ganadas, False).hallazgos}
