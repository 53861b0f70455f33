"""Programmes of one region that a note, or the page, puts together: no sum of one of them is an error by itself."""

from __future__ import annotations

from typing import Any

import pytest
from ayudas_reconciliador import IMPRESO, PORCENTAJE, aplanar, auditar, informe, origen, region, respuestas, tabla, uno

from extractor.modelo.informe import Informe, Nota
from extractor.modelo.tabla import Tabla
from extractor.modelo.valores import Region
from extractor.reconciliador import Expectativas, reconciliar

SUMA, REGION, SERVICIO = "PONDERACIONES_NO_SUMAN_100", "DESEMPENO_REGION_NO_CUADRA", "DESEMPENO_SERVICIO_NO_CUADRA"
NOTA = "En la Región de Tarapacá las dos tablas se ponderan en conjunto y cierran el total de la zona."


def programa(id: str, renglones: str, codigo: str = "01", nombre: str = "Tarapacá", desde: int = 1, **cambios: Any) -> Tabla:
    return tabla(renglones, id=id, desde=desde, region=region(nombre, (codigo,)), **cambios)


def con_notas(*tablas: Tabla, notas: tuple[str, ...] = (NOTA,)) -> Informe:
    base = informe(*tablas)
    ficha = base.documento.model_copy(update={"notas": tuple(Nota(marca="(*)", texto=n, origen=origen(99, 0)) for n in notas)})
    regimenes = {t.id: (IMPRESO,) for t in tablas}
    return reconciliar(base.model_copy(update={"documento": ficha}), Expectativas(regimenes=regimenes))


DOS = (programa("t1", "50 | cumple | 50\n15 | cumple | 15"), programa("t2", "35 | cumple | 35", desde=40))


def test_lo_que_una_nota_pondera_junto_se_suma_junto() -> None:
    resultado = con_notas(*DOS)
    assert aplanar(resultado, SUMA) == []
    assert respuestas(resultado, SUMA) == [("CUADRA", None), ("CUADRA", None)]


def test_lo_que_una_nota_pondera_junto_y_no_hace_el_total_no_cuadra() -> None:
    hallado = uno(con_notas(DOS[0], programa("t2", "30 | cumple | 30", desde=40)), SUMA)
    assert (hallado.gravedad, hallado.informado, hallado.recalculado) == ("aritmetica", "100", "95")
    assert [lugar.tabla for lugar in hallado.lugares] == ["t1", "t2"]


@pytest.mark.parametrize("pesos", ["35", "30", "12"])
def test_un_programa_en_dos_tablas_es_una_duda_sumen_lo_que_sumen(pesos: str) -> None:
    resultado = auditar(DOS[0], programa("t2", f"{pesos} | cumple | {pesos}", desde=40))
    assert aplanar(resultado, SUMA) == [(SUMA, "t1", None, None, "aviso")]
    assert respuestas(resultado, SUMA) == [("NO_VERIFICABLE", "modo_indeciso")] * 2


def test_varios_programas_de_un_formulario_que_no_imprime_su_total_son_una_duda() -> None:
    otro = programa("t2", "30 | cumple | 30", desde=40, programa="complementariedad")
    assert aplanar(auditar(DOS[0], otro, regimenes=(PORCENTAJE,)), SUMA) == [(SUMA, "t1", None, None, "aviso")]


@pytest.mark.parametrize("otra", [
    programa("t2", "35 | cumple | 35", "02", "Antofagasta", 40), programa("t2", "35 | cumple | 35", desde=40, etapa=2),
    programa("t2", "35 | cumple | 35", desde=40, declarada="35"), programa("t2", "35 | cumple | 35", desde=40, programa="informacion"),
    programa("t2", "35 | cumple | 35", desde=40, titulo="Complementariedad"), programa("t2", "50 | cumple | 50", desde=40),
])  # fmt: skip
def test_de_otra_region_etapa_o_programa_cada_uno_es_el_suyo_aunque_sumen(otra: Tabla) -> None:
    assert ("t1", "aritmetica") in [(h[1], h[4]) for h in aplanar(auditar(DOS[0], otra), SUMA)]


@pytest.mark.parametrize("cierre", [{"desempeno": ("65%", None)}, {"renglones": "50 | cumple | 50\n40 | cumple | 40\ntotal: 90 | 90"}])
def test_el_que_cierra_con_lo_suyo_es_un_todo(cierre: dict[str, Any]) -> None:
    primera = programa("t1", **{"renglones": "50 | cumple | 50\n15 | cumple | 15", **cierre})
    assert ("t1", "aritmetica") in [(h[1], h[4]) for h in aplanar(auditar(primera, programa("t2", "9 | cumple | 9", desde=40)), SUMA)]


@pytest.mark.parametrize("lugar", [region("Tarapacá", ("01",)), region("Todas", ("01", "02"), alcance="TODAS"), region("Nivel central", (), alcance="NIVEL_CENTRAL")])
def test_una_tabla_por_objetivo_que_cierra_con_su_subtotal_es_una_duda(lugar: Region) -> None:
    """The total that each prints is far from a whole: it is what it has of another."""
    partes = [tabla(f"{n} | cumple | {n}\n10 | cumple | 10\ntotal: {n + 10} | {n + 10}", id=f"t{n}", desde=n, region=lugar) for n in (30, 25, 15)]
    resultado = auditar(*partes)
    assert {h[4] for h in aplanar(resultado, SUMA)} == {"aviso"}
    assert respuestas(resultado, SUMA) == [("NO_VERIFICABLE", "modo_indeciso")] * 3


def test_el_total_impreso_bajo_el_ultimo_puede_ser_de_todos() -> None:
    ultima = programa("t2", "35 | cumple | 35\ntotal: 100 | 100", desde=40)
    resultado = auditar(DOS[0], ultima)
    for regla in ("TOTAL_PONDERACION_NO_CUADRA", "TOTAL_GANADA_NO_CUADRA"):
        assert respuestas(resultado, regla) == [("NO_VERIFICABLE", "modo_indeciso")]
        assert respuestas(con_notas(DOS[0], ultima), regla) == [("CUADRA", None)]
    mala = auditar(DOS[0], programa("t2", "35 | cumple | 35\ntotal: 80 | 35", desde=40))
    assert [h[4] for h in aplanar(mala, "TOTAL_PONDERACION_NO_CUADRA")] == ["aritmetica"]


def test_la_nota_de_otra_region_no_junta_nada() -> None:
    otras = (programa("t1", "65 | cumple | 65", "02", "Antofagasta"), programa("t2", "30 | cumple | 30", "02", "Antofagasta", 40))
    assert ("CUADRA", None) not in respuestas(con_notas(*otras), SUMA)


def test_un_programa_sin_su_total_no_decide_el_del_servicio() -> None:
    """70 of the 100 of a region are no region under 90."""
    grande = programa("t3", "100 | cumple | 100", "02", "Antofagasta", 80, desempeno=(None, "CUMPLE"))
    resultado = auditar(*DOS, grande)
    assert aplanar(resultado, SERVICIO) == [] and respuestas(resultado, SERVICIO) == [("NO_VERIFICABLE", "falta_total")]


def test_el_desempeno_de_todos_los_programas_es_la_suma_de_todos() -> None:
    segunda = programa("t2", "35 | cumple | 35", desde=40, desempeno=("100%", None))
    assert respuestas(con_notas(DOS[0], segunda), REGION) == [("CUADRA", None)]
    assert respuestas(auditar(DOS[0], segunda), REGION) == [("NO_VERIFICABLE", "modo_indeciso")]
    mala = programa("t2", "35 | cumple | 35", desde=40, desempeno=("60%", None))
    assert [h[4] for h in aplanar(con_notas(DOS[0], mala), REGION)] == ["aritmetica"]


@pytest.mark.parametrize("renglones", ["30 | cumple | 30", "20 | cumple | 20\n10 | cumple | 10"])
def test_ningun_redondeo_cubre_setenta_puntos(renglones: str) -> None:
    """30 of 30 may be read as 100 %: another reading, never a rounding; and the small sum is told alike in one item or in two."""
    resultado = auditar(programa("t1", renglones, desempeno=("100%", None)))
    assert respuestas(resultado, REGION) == [("NO_VERIFICABLE", "modo_indeciso")]
    assert aplanar(resultado) == [(SUMA, "t1", None, None, "aviso")]


@pytest.mark.parametrize(("segunda", "esperado"), [("20 | no | 0", ("NO_VERIFICABLE", "modo_indeciso")), ("40 | no | 0", ("NO_CUADRA", None))])
def test_lo_que_vale_sobre_sus_pesos_solo_se_duda_donde_les_falta(segunda: str, esperado: tuple[str, str | None]) -> None:
    """60 of 80 is 75 %, and that the weights are 80 is told; 60 of 100 is no 75 %."""
    propio = programa("t1", f"60 | cumple | 60\n{segunda}", desempeno=("75%", None))
    resultado = auditar(propio)
    assert respuestas(resultado, REGION) == [esperado]
    assert len(aplanar(resultado, SUMA, REGION)) == 1


def test_lo_ganado_del_peso_que_el_programa_declara_es_su_desempeno() -> None:
    propio = programa("t1", "6 | cumple | 6\n4 | no | 0", declarada="10", desempeno=("60%", None))
    assert respuestas(auditar(propio), REGION) == [("CUADRA", None)]
