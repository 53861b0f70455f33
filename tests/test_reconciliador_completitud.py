"""Gaps: each completeness code fires, stays silent where nothing is missing, and yields to the code that says it better."""

from __future__ import annotations

from typing import Any

import pytest
from ayudas_reconciliador import aplanar, auditar, fila, informe, origen, region, tabla, uno

from extractor.modelo.avisos import AvisoEstructura
from extractor.modelo.informe import Informe, Seccion
from extractor.modelo.tabla import Columna, Tabla
from extractor.reconciliador import Expectativas, reconciliar

BIEN = "40 | cumple | 40\n60 | cumple | 60"


def aviso(codigo: str, campo: str | None = None, actividad: int | None = None) -> AvisoEstructura:
    return AvisoEstructura(codigo, "t1", 0, actividad, campo, "Detalle de lo visto", origen(5, actividad or 0))


def seccion(
    id: str, numero: str, titulo: str | None = "Resultados", nivel: Any = "seccion", padre: str | None = None, **campos: Any
) -> Seccion:
    return Seccion(
        id=id, nivel=nivel, padre=padre, numero=numero, titulo=titulo, region=None, texto="", campos=campos,
        origen=origen(int(id[1:]), 0),
    )


def sin_pesos(*celdas: tuple[str, ...], roles: tuple[Any, ...] = ("objetivo", "medio"), **cambios: Any) -> Tabla:
    filas = tuple(fila(n, n + 1, celdas=textos) for n, textos in enumerate(celdas))
    columnas = tuple(Columna(texto=rol, rol=rol) for rol in roles)
    return tabla("", None, filas=filas, bloques=(), columnas=columnas, **{"tipo": "analisis_avance", **cambios})


def secciones(*lista: Seccion, **mas: Any) -> Informe:
    return reconciliar(informe(secciones=lista), Expectativas(**mas))


def test_region_sin_datos_gana_a_truncada_y_a_sin_resultados() -> None:
    vacia = tabla(" | |", "sin_datos")
    resultado = auditar(vacia, avisos=(aviso("TABLA_TRUNCADA"),))
    assert [h[0] for h in aplanar(resultado)] == ["REGION_SIN_DATOS"]
    assert aplanar(auditar(tabla(BIEN)), "REGION_SIN_DATOS") == []


def test_tabla_truncada_gana_a_sin_resultados() -> None:
    texto = "40 | |\n60 | |"
    assert [h[0] for h in aplanar(auditar(tabla(texto, "sin_datos"), avisos=(aviso("TABLA_TRUNCADA"),)))] == ["TABLA_TRUNCADA"]
    assert [h[0] for h in aplanar(auditar(tabla(texto, "sin_datos")))] == ["SIN_RESULTADOS"]


def test_sin_resultados_nombra_las_columnas_una_vez() -> None:
    hallado = uno(auditar(tabla("40 | |\n60 | |", "sin_datos")), "SIN_RESULTADOS")
    assert (hallado.campo, hallado.lugares) == ("estado", ())
    assert "Cumple o no cumple" in hallado.mensaje and "Ponderación ganada" in hallado.mensaje
    solo_ganada = uno(auditar(tabla("40 | cumple |\n60 | no |", "sin_datos")), "SIN_RESULTADOS")
    assert solo_ganada.campo == "ponderacion_ganada"


def test_conteo_desalineado_es_un_hallazgo_con_sus_lugares() -> None:
    resultado = auditar(tabla(BIEN), avisos=(aviso("CONTEO_DESALINEADO", "estado", 0), aviso("CONTEO_DESALINEADO", "estado", 1)))
    hallado = uno(resultado, "CONTEO_DESALINEADO")
    assert ([lugar.actividad for lugar in hallado.lugares], hallado.campo, hallado.gravedad) == ([0, 1], "estado", "aviso")


def test_conteo_de_acumulados_cortos_lo_dice_su_propio_codigo() -> None:
    cortos = aviso("CONTEO_DESALINEADO", "ponderacion_ganada")
    resultado = auditar(tabla("40 | cumple | 40\n60 | no |", "acumulada"), avisos=(cortos,))
    assert [h[0] for h in aplanar(resultado)] == ["ACUMULADO_INCOMPLETO"]


def test_fila_incompleta_una_por_fila() -> None:
    mesa = sin_pesos(("a", "listado"), ("b", ""), ("", "Por definir según demanda"))
    resultado = reconciliar(informe(mesa), Expectativas(campos_obligatorios={"t1": ("objetivo", "medio")}))
    hallados = [(h.fila, h.campo, h.informado) for h in resultado.hallazgos if h.codigo == "FILA_INCOMPLETA"]
    assert hallados == [(1, "medio", None), (2, "objetivo", None)]


def test_una_columna_toda_en_blanco_no_es_de_una_fila() -> None:
    mesa = sin_pesos(("a", ""), ("b", ""))
    assert aplanar(reconciliar(informe(mesa), Expectativas(campos_obligatorios={"t1": ("objetivo", "medio")}))) == []


@pytest.mark.parametrize(("cambios", "codigos"), [({}, ["REGION_NO_INDICADA"]), ({"heredada": True}, [])])
def test_region_no_indicada(cambios: dict[str, bool], codigos: list[str]) -> None:
    mesa = sin_pesos(("a", "b"), region=region(None, (), **cambios))
    assert [h[0] for h in aplanar(reconciliar(informe(mesa), Expectativas()))] == codigos
    otra = sin_pesos(("a", "b"), region=region(None, (), **cambios), tipo="difusion")
    assert aplanar(reconciliar(informe(otra), Expectativas())) == []


@pytest.mark.parametrize(
    ("texto", "lugares"),
    [
        ("0,25 | |\n0.25 | |\n0,50 | |", [1]), ("25% | |\n25 | |\n50% | |", [1]), ("0,25 | |\n1 | |\n0,50 | |", []),
        ("12.5 | |\n100 | |", []),
    ],
)
def test_formato_de_numero_mixto(texto: str, lugares: list[int]) -> None:
    resultado = auditar(tabla(texto, "sin_datos"))
    assert [lugar.actividad for h in resultado.hallazgos if h.codigo == "FORMATO_NUMERO_MIXTO" for lugar in h.lugares] == lugares


def test_seccion_vacia_y_grado_ausente() -> None:
    vacia = seccion("s1", "1.1", desarrollo="", recomendaciones=None, grado_avance="SIN_DATO")
    sin_grado = seccion("s2", "1.2", desarrollo="Se hizo", recomendaciones="", grado_avance="SIN_DATO")
    no_aplica = seccion("s3", "1.3", desarrollo="No aplica", recomendaciones="", grado_avance="NO_APLICA")
    con_grado = seccion("s4", "1.4", desarrollo="Avance mayor", recomendaciones="", grado_avance="MAYOR")
    resultado = secciones(vacia, sin_grado, no_aplica, con_grado)
    assert aplanar(resultado) == [("SECCION_VACIA", "s1", None, None, "aviso"), ("GRADO_AUSENTE", "s2", None, None, "aviso")]


def test_grado_solo_donde_la_familia_lo_pide() -> None:
    lista = [seccion(f"s{n}", f"1.{n}", desarrollo="Se hizo", recomendaciones="", grado_avance="SIN_DATO") for n in (1, 2)]
    assert [h[1] for h in aplanar(secciones(*lista, grado_en=("1.2",)))] == ["s2"]


def test_seccion_ausente_una_por_capitulo() -> None:
    capitulos = [seccion("s1", "I", nivel="capitulo"), seccion("s4", "II", nivel="capitulo")]
    propias = [seccion("s2", "2.1", padre="s1")]
    propias += [seccion(id, "2.2", padre=padre, titulo="Otra") for id, padre in (("s3", "s1"), ("s5", "s4"))]
    resultado = secciones(*capitulos, *propias, secciones_por_capitulo=(("2.1", "Resultados"), ("2.2", "Otra")))
    assert aplanar(resultado) == [("SECCION_AUSENTE", "s4", None, None, "aviso")]
    assert uno(resultado, "SECCION_AUSENTE").recalculado == "2.1"


def test_una_seccion_sin_titulo_no_impide_buscar_las_que_faltan() -> None:
    resultado = secciones(seccion("s1", "2.1", titulo=None), secciones_por_capitulo=(("2.2", "Otra"),))
    assert [h[0] for h in aplanar(resultado)] == ["SECCION_AUSENTE"]


def test_formato_ausente() -> None:
    pedidos = (("programa_trabajo", "Programa"), ("brechas", "Brechas"))
    assert aplanar(auditar(tabla(BIEN), formatos=pedidos)) == [("FORMATO_AUSENTE", None, None, None, "aviso")]


def test_avisos_de_lectura_conservan_su_codigo_y_su_lugar() -> None:
    resultado = auditar(tabla(BIEN), avisos_lectura=(("LECTURA_DUDOSA", "Una celda no se lee.", origen(9, 0)),))
    hallado = uno(resultado, "LECTURA_DUDOSA")
    assert (hallado.gravedad, hallado.certeza, hallado.origen) == ("aviso", "dudosa", origen(9, 0))


def test_un_aviso_que_ya_dijo_una_regla_no_se_repite() -> None:
    repetido = aviso("SIN_RESULTADOS", "estado")
    assert len(aplanar(auditar(tabla("40 | |\n60 | |", "sin_datos"), avisos=(repetido,)))) == 1


def test_filas_incompletas_vistas_al_armar_la_tabla_son_una_por_fila() -> None:
    avisos = tuple(AvisoEstructura("FILA_INCOMPLETA", "t1", n, None, "medio", "Falta el medio", origen(n + 5, 0)) for n in (0, 1))
    assert [h[2] for h in aplanar(auditar(tabla("40 | cumple | 40\n\n60 | cumple | 60"), avisos=avisos))] == [0, 1]
