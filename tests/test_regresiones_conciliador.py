"""What the injected errors taught: readings, totals, causes. Each test is a tiny table typed by hand, with its answer."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from ayudas_reconciliador import IMPRESO, PORCENTAJE, aplanar, auditar, respuestas, tabla, uno
from ayudas_texto import CABEZA, celda, codigos, informe, programa_2007

from extractor.estructura.modo import Forma, decidir, forma_de
from extractor.modelo.base import Origen
from extractor.modelo.regimen import Regimen
from extractor.modelo.valores import Cifra
from extractor.reconciliador.deslices import clasificar

GANADA, ACUM, TOTAL_G, TOTAL_P = "GANADA_NO_CORRESPONDE", "ACUMULADO_NO_CUADRA", "TOTAL_GANADA_NO_CUADRA", "TOTAL_PONDERACION_NO_CUADRA"
SUMA, REGION, SERVICIO = "PONDERACIONES_NO_SUMAN_100", "DESEMPENO_REGION_NO_CUADRA", "DESEMPENO_SERVICIO_NO_CUADRA"
VEREDICTO = Regimen(id="veredicto", nombre="por veredicto", fuente="supuesta", credito="todo_o_nada", umbral="90")
OBJETIVO = ("Acercar los servicios",)


def cifra(texto: str) -> Cifra:
    decimales = len(texto.partition(".")[2])
    return Cifra(texto=texto, valor=texto, decimales=decimales, signo=None, certeza="segura", origen=Origen(texto=texto))


def forma(pares: str) -> Forma:
    """The shape of a column written "weight/earned weight/earned ..."."""
    leidos = [tuple(cifra(x) if x else None for x in par.split("/")) for par in pares.split()]
    return forma_de([[(peso, ganada) for peso, ganada in leidos]])


CORRIDA, PROPIA = forma("25/25 25/50 50/100 10/110"), forma("25/25 40/40 30/30 5/5")


@pytest.mark.parametrize(
    ("pares", "modo"),
    [
        ("2.5/2.5 22.5/25 25/37.5 42.5/89 7.5/87.5", "acumulada"),  # one cell rises and the next falls back
        ("25/25 50/0.75 5/77.5 15/91 5/93.5", "acumulada"),  # one cell drops alone
        ("10/80 20/90 30/120 40/160", "acumulada"),  # the first is wrong and the rest carry it
        ("16.7/16.7 16.7/16.7 1.67/16.7 16.7/16.7 16.7/16.7 16.7/16.7", "por_actividad"),  # copies, and one weight slipped
        ("40/40 30/50 20/20 10/10", "por_actividad"),  # one earned value slipped
        ("20/20 30/20 30/20 20/40 40/80", "acumulada"),  # two steps earned nothing
    ],
)
def test_la_lectura_de_la_columna_resiste_un_desliz(pares: str, modo: str) -> None:
    assert decidir(forma(pares), [])[0] == modo


@pytest.mark.parametrize(("otras", "modo"), [((CORRIDA, CORRIDA), "acumulada"), ((PROPIA, PROPIA), "por_actividad"), ((), "por_actividad")])
def test_las_demas_tablas_deciden_cuando_un_solo_valor_separa_las_lecturas(otras: tuple[Forma, ...], modo: str) -> None:
    assert decidir(forma("33.3/33.3 33.3/6.66 33.3/99.9"), otras)[0] == modo


def test_las_tablas_de_partes_iguales_copiadas_hablan_por_la_lectura_propia() -> None:
    copiada, iguales = forma("10/10 30/30 30/40 30/30"), forma("25/25 25/25 25/25 25/25")
    assert decidir(iguales, [forma("10/10 30/40 30/70"), iguales, iguales])[0] == "por_actividad"
    assert decidir(copiada, [iguales, iguales])[0] == "por_actividad"
    assert decidir(iguales, [CORRIDA, CORRIDA, CORRIDA])[0] == "acumulada"  # only the first of four was fulfilled


def test_una_columna_que_calza_por_actividad_no_la_mueven_las_demas() -> None:
    assert decidir(forma("20/20 15/15"), [CORRIDA, CORRIDA])[0] == "por_actividad"


def tres(pesos: tuple[str, ...], ganadas: tuple[str, ...]) -> Any:
    """A programme of three fulfilled activities in one row."""
    textos = ("Abrir la oficina de la costa", "Contratar al personal de terreno", "Publicar la pauta comunal")
    return informe(programa_2007((OBJETIVO, textos, pesos, ("Cumplido", "Cumplido", "Cumplido"), ganadas)))


def test_un_total_menor_que_una_de_sus_partes_sigue_siendo_el_total() -> None:
    leido = tres(("65", "25", "10", "100"), ("65", "25", "10", "33"))
    assert [f.total_ganada.texto for f in leido.tablas[0].filas if f.total_ganada] == ["33"]
    assert (TOTAL_G, 0, None) in codigos(leido) and leido.tablas[0].filas[0].actividades[2].ponderacion.texto == "10"
    pesos = tres(("65", "25", "10", "10"), ("65", "25", "10", "100"))
    assert (TOTAL_P, 0, None) in codigos(pesos) and len(pesos.tablas[0].filas[0].actividades) == 3


def test_una_ultima_ponderacion_de_100_no_es_un_total_si_todas_las_columnas_cuentan_lo_mismo() -> None:
    leido = tres(("65", "25", "100"), ("65", "25", "10"))
    fila = leido.tablas[0].filas[0]
    assert fila.total_ponderacion is None and fila.actividades[2].ponderacion.texto == "100"
    assert {(SUMA, 0, None), (GANADA, 0, 2)} <= set(codigos(leido))


def test_todo_pendiente_vale_cero_ante_un_total_impreso() -> None:
    leido = auditar(tabla("40 | pendiente | Pendiente\n60 | pendiente | Pendiente\ntotal: 100 | 40", "sin_datos"))
    hallado = uno(leido, TOTAL_G)
    assert (hallado.informado, hallado.recalculado, hallado.gravedad) == ("40", "0", "cambia_decision")
    limpio = auditar(tabla("40 | pendiente | Pendiente\n60 | pendiente | Pendiente\ntotal: 100 | 0", "sin_datos"))
    assert aplanar(limpio) == []
    en_blanco = auditar(tabla("40 | pendiente |\n60 | pendiente |\ntotal: 100 | 40", "sin_datos"))
    assert respuestas(en_blanco, TOTAL_G) == [("NO_VERIFICABLE", "sin_resultados")]


def test_lo_cumplido_contradice_un_pendiente_aunque_ninguna_cifra_este_escrita() -> None:
    leido = auditar(tabla("40 | cumple | Pendiente\n60 | pendiente | Pendiente", "sin_datos"))
    assert [(h.fila, h.actividad) for h in leido.hallazgos if h.codigo == "ESTADO_CONTRADICE_GANADA"] == [(0, 0)]


def test_el_credito_de_lo_parcial_se_decide_con_las_demas_tablas_si_la_propia_tiene_pocas_filas() -> None:
    dudosa = tabla("60 | 100% | 60\n25 | 80% | 0\n15 | 100% | 15", id="t1")
    otras = tabla("40 | 50% | 20\n40 | 75% | 30\n20 | 100% | 20", id="t2", desde=20)
    regimenes = (VEREDICTO, PORCENTAJE)
    assert aplanar(auditar(dudosa, regimenes=regimenes), GANADA) == []
    leido = auditar(dudosa, otras, regimenes=regimenes)
    assert [(h.tabla, h.actividad, h.informado, h.recalculado) for h in leido.hallazgos if h.codigo == GANADA] == [("t1", 1, "0", "20")]


def test_tres_filas_propias_deciden_contra_las_demas_tablas() -> None:
    propia = tabla("40 | 80% | 0\n30 | 50% | 0\n30 | 90% | 0", id="t1")
    otras = tabla("40 | 50% | 20\n40 | 75% | 30\n20 | 50% | 10", id="t2", desde=20)
    assert aplanar(auditar(propia, otras, regimenes=(VEREDICTO, PORCENTAJE)), GANADA) == []


def test_dos_digitos_intercambiados_a_los_lados_de_la_coma() -> None:
    assert clasificar(Decimal("55.2"), Decimal("52.5")) == "intercambio"
    assert clasificar(Decimal("2.5"), Decimal("25")) == "decimal"


def raices(leido: Any) -> list[tuple[str, int | None, int | None]]:
    return [(h.codigo, h.fila, h.actividad) for h in leido.hallazgos if h.causa is None]


def test_una_ponderacion_errada_se_informa_una_vez_aunque_lo_ganado_venga_redondeado() -> None:
    texto = "12.5 | 90% | 11.2\n27.5 | 90% | 24.7\n2.5 | 100% | 2.5\n5 | 25% | 1.2\n55.2 | 25% | 13.1\ntotal: 100 | 52.7"
    leido = auditar(tabla(texto), regimenes=(VEREDICTO, PORCENTAJE))
    assert raices(leido) == [(TOTAL_P, 0, None)]
    correccion = uno(leido, TOTAL_P).correccion_probable
    assert correccion is not None and (correccion.campo, correccion.a, correccion.explica) == ("ponderacion", "52.5", 2)


def test_un_aviso_de_suma_lleva_la_causa_de_la_ponderacion_errada() -> None:
    partes = "\n".join("12.5 | cumple | 12.5" for _ in range(6))
    leido = auditar(tabla(f"{partes}\n12 | cumple | 12\n10 | cumple | 13\ntotal: 100 | 100"))
    suma, ganada = uno(leido, TOTAL_P), uno(leido, GANADA)
    assert (suma.informado, suma.recalculado, ganada.informado, ganada.recalculado) == ("100", "97", "13", "10")
    assert len(raices(leido)) == 1


def test_sumas_muy_lejanas_del_total_llevan_la_causa_de_la_ponderacion_que_las_hunde() -> None:
    leido = auditar(tabla("29 | 100% | 92\n3 | 100% | 95\n5 | 100% | 100", "acumulada"), regimenes=(PORCENTAJE,))
    assert uno(leido, SUMA).gravedad == "aviso" and raices(leido) == [(ACUM, 0, 0)]


def test_un_total_bien_sumado_lleva_la_causa_aunque_otra_actividad_no_pueda_decirse() -> None:
    leido = auditar(tabla("40 | cumple | 4\n60 | ~cumple | 60\ntotal: 100 | 100"))
    ganada, total = uno(leido, GANADA), uno(leido, TOTAL_G)
    assert ganada.causa is None and total.causa == ganada.huella


@pytest.mark.parametrize(("region", "causa"), [("100", True), (None, True), ("75", False)])
def test_el_veredicto_del_servicio_lleva_la_causa_de_lo_que_lo_tuerce(region: str | None, causa: bool) -> None:
    """As informed the region reaches 90; with its own verdicts it does not. A verdict that its own region's printed
    performance contradicts is an error by itself."""
    leido = auditar(tabla("75 | cumple | 75\n25 | no | 25", por_fila=True, desempeno=(region, "CUMPLE")))
    servicio = uno(leido, SERVICIO)
    assert (servicio.causa == uno(leido, GANADA).huella) == causa
    assert uno(leido, GANADA).gravedad == "cambia_decision"


def test_ganar_mas_que_una_ponderacion_nula_es_aritmetica() -> None:
    leido = auditar(tabla("60 | cumple | 60\n40 | cumple | 40\n0 | no | 5"))
    assert uno(leido, GANADA).gravedad == "aritmetica"
    assert uno(auditar(tabla("60 | cumple | 60\n35 | cumple | 35\n5 | no | 5")), GANADA).gravedad == "cambia_decision"


def test_un_veredicto_solo_en_su_linea_se_declara_aunque_siga_una_narracion() -> None:
    estados = ("Sí\nSe realizaron las jornadas", "Sí", "Cumplido")
    textos = ("Abrir la oficina de la costa", "Contratar al personal de terreno", "Publicar la pauta comunal")
    leido = informe(programa_2007((OBJETIVO, textos, ("60", "35", "5"), estados, ("60", "35", "0"))))
    assert [a.estado.declarado for a in leido.tablas[0].filas[0].actividades] == [True, True, True]
    assert leido.tablas[0].filas[0].actividades[0].estado.texto == "Sí Se realizaron las jornadas"
    assert (GANADA, 0, 2) in codigos(leido)


@pytest.mark.parametrize("primera", [("0", "35"), ("No", "Sí")])
def test_las_celdas_de_datos_no_siguen_el_encabezado(primera: tuple[str, ...]) -> None:
    """A stream of cells: the header ends where data begin, though "No" reads like the label "Nº"."""
    cabeza = celda("Ponderación ganada" if primera[0] == "0" else "Nivel de cumplimiento")
    otra = celda("Nivel de cumplimiento" if primera[0] == "0" else "Ponderación ganada")
    contra = ("No", "Sí") if primera[0] == "0" else ("0", "35")
    cuerpo = celda(*primera) + celda(*contra) + celda("Acercar") + celda("65", "35") + celda("Abrir la oficina", "Cerrar la brecha")
    texto = CABEZA.format(region="Todas") + cabeza + otra + celda("Objetivo") + celda("Ponderación por actividad") + celda("Tareas") + cuerpo
    leido = informe(texto)
    tabla_leida = leido.tablas[0]
    assert len(tabla_leida.columnas) == 5 and len(tabla_leida.filas) == 1
    assert [a.ponderacion_ganada.texto for a in tabla_leida.filas[0].actividades] == ["0", "35"]


def test_un_regimen_impreso_no_cambia_con_las_demas_tablas() -> None:
    leido = auditar(tabla("60 | cumple | 60\n40 | 50% | 20"), regimenes=(IMPRESO,))
    assert uno(leido, GANADA).recalculado == "0"
