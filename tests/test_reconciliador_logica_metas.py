"""Goals: read from an indicator, against the columns of its row, its result and the progress table."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from ayudas_reconciliador import aplanar, auditar, cifra, estado, fila, respuestas, tabla, uno

from extractor.modelo.informe import Informe
from extractor.modelo.tabla import Tabla
from extractor.reconciliador.cantidades import cantidades, metas_de

CONTRADICTORIA, MODIFICADA = "META_CONTRADICTORIA", "META_MODIFICADA"
REPITE, BAJO = "RESULTADO_REPITE_META", "AVANCE_BAJO_META"


def programa(*filas: dict[str, Any], **cambios: Any) -> Tabla:
    """A programme whose rows are weighed; ``cumple`` is the state of the row."""
    hechas = []
    for n, datos in enumerate(filas):
        propios = {"ponderacion": cifra("50", n + 1, 2), **{k: v for k, v in datos.items() if k != "cumple"}}
        if "cumple" in datos:
            propios |= {"estado": estado(datos["cumple"]), "ponderacion_ganada": cifra("50" if datos["cumple"] == "cumple" else "0")}
        hechas.append(fila(n, n + 1, **propios))
    return tabla("", "por_actividad" if any("cumple" in f for f in filas) else "sin_datos", filas=tuple(hechas), bloques=(), **cambios)


def avance(*filas: dict[str, Any]) -> Tabla:
    hechas = tuple(fila(n, 50 + n, **datos) for n, datos in enumerate(filas))
    return tabla("", None, id="t2", desde=50, tipo="analisis_avance", filas=hechas, bloques=())


def filas_de(resultado: Informe, codigo: str) -> list[int | None]:
    return [h[2] for h in aplanar(resultado, codigo)]


@pytest.mark.parametrize(
    ("texto", "leido"),
    [
        ("Nº de liceos. Meta: 20", [("20", "lice")]),
        ("% de comunas con catastro. Meta: 100% de 12", [("12", "comun")]),
        ("% de oficinas. Meta estimada: 200 / 100%", [("200", "oficin")]),
        ("% de redes. Meta: 3 Redes por año", [("3", "red")]),
        ("Realización de 3 ferias y 1 seminario", [("3", "feri"), ("1", "seminario"[:8])]),
        ("% de alumnas que acceden a cursos en las comunas 40", [("40", "alumn")]),
        ("% de participación", []),
        ("Meta:", []),
        ("Convenios firmados en 2008", []),
    ],
)
def test_metas_de_un_indicador(texto: str, leido: list[tuple[str, str]]) -> None:
    assert [(str(m.valor), m.cosa) for m in metas_de(texto)] == leido


@pytest.mark.parametrize(
    ("texto", "leido"),
    [
        ("Se visitaron 21 liceos y se recibieron 380 fichas", [("21", "lice"), ("380", "fich")]),
        ("Hay 50.000 dípticos", [("50000", "diptic")]),
        ("reunión del 15 de marzo de 2007, ley 19.553 y oficio 123", []),
        ("1.- Enviar la pauta", []),
        ("Objetivo 3 y nota 8", []),
    ],
)
def test_cantidades_de_un_texto(texto: str, leido: list[tuple[str, str]]) -> None:
    assert [(str(c.valor), c.cosa) for c in cantidades(texto)] == leido


def test_dos_columnas_con_dos_metas() -> None:
    resultado = auditar(programa(
        {"indicador": "Nº de talleres. Meta: 40", "medio": "Actas de 30 talleres"},
        {"indicador": "% de alumnas que acceden a cursos de oficios 40", "medio": "60 mujeres acceden a cursos de oficios"},
        {"indicador": "Nº de cursos. Meta: 5", "meta": "5 cursos dictados"},
    ))
    hallado = uno(resultado, CONTRADICTORIA)
    assert [lugar.fila for lugar in hallado.lugares] == [0, 1]


@pytest.mark.parametrize(
    "datos",
    [
        {"indicador": "Nº de liceos. Meta: 20", "meta": "20 liceos visitados"},
        {"indicador": "Nº de liceos. Meta: 20", "resultado": "21 liceos visitados", "cumple": "cumple"},
        {"indicador": "Realizar 3 cabildos comunales y 1 cabildo regional", "medio": "Actas de 3 cabildos"},
        {"indicador": "Nº de cursos. Meta: 20 servicios de 5 sectores", "meta": "5 reuniones y 3 sesiones"},
        {"indicador": "Nº de redes. Meta: 3", "medio": "3 redes operando en 2 comunas 100%"},
    ],
)
def test_columnas_que_dicen_una_meta(datos: dict[str, Any]) -> None:
    assert aplanar(auditar(programa(datos)), CONTRADICTORIA) == []


def test_sin_otra_cifra_de_lo_mismo_no_hay_que_comparar() -> None:
    resultado = auditar(programa({"indicador": "Nº de liceos. Meta: 20", "medio": "Actas de visita"}))
    assert respuestas(resultado, CONTRADICTORIA) == [("NO_VERIFICABLE", "regimen_no_aplica")]


@pytest.mark.parametrize("texto", ["Meta: 200 alumnos", "200 alumnos capacitados en oficios"])
def test_un_resultado_sin_veredicto_que_repite_la_meta(texto: str) -> None:
    resultado = auditar(programa({"indicador": "Nº de alumnos. Meta: 200", "resultado": texto}))
    assert aplanar(resultado, REPITE) == [(REPITE, "t1", 0, None, "logica")]


def test_un_resultado_con_veredicto_es_un_resultado() -> None:
    resultado = auditar(programa({"indicador": "Nº de alumnos. Meta: 200", "resultado": "200 alumnos", "cumple": "cumple"}))
    assert aplanar(resultado, REPITE) == []
    assert respuestas(resultado, REPITE) == [("CUADRA", None)]


def test_otro_resultado_sin_veredicto_no_se_sabe() -> None:
    resultado = auditar(programa({"indicador": "Nº de alumnos. Meta: 200", "resultado": "180 alumnos"}))
    assert respuestas(resultado, REPITE) == [("NO_VERIFICABLE", "sin_resultados")]


def test_declarar_cumplido_un_resultado_bajo_la_meta() -> None:
    resultado = auditar(programa(
        {"indicador": "Nº de invernaderos. Meta: 5", "resultado": "3 invernaderos construidos", "cumple": "cumple"},
        {"indicador": "% de cobertura. Meta: 90%", "resultado": "85% de cobertura", "cumple": "cumple"},
    ))
    hallado = uno(resultado, BAJO)
    assert [lugar.fila for lugar in hallado.lugares] == [0, 1]


@pytest.mark.parametrize(
    ("resultado_escrito", "cumple"), [("3 invernaderos construidos", "no"), ("5 invernaderos", "cumple"), ("7 invernaderos", "cumple")]
)
def test_el_avance_alcanza_o_se_declara_incumplido(resultado_escrito: str, cumple: str) -> None:
    hecho = auditar(programa({"indicador": "Nº de invernaderos. Meta: 5", "resultado": resultado_escrito, "cumple": cumple}))
    assert respuestas(hecho, BAJO) == [("CUADRA", None)]


@pytest.mark.parametrize(
    ("indicador", "escrito"),
    [("Tiempo de espera en 10 días. Meta: 10", "8 días"), ("Nº de obras. Meta: 12", "Se ejecutó lo contratado")],
)
def test_lo_que_no_se_sabe_medir_no_se_juzga(indicador: str, escrito: str) -> None:
    resultado = auditar(programa({"indicador": indicador, "resultado": escrito, "cumple": "cumple"}))
    assert respuestas(resultado, BAJO) == [("NO_VERIFICABLE", "regimen_no_aplica")]


NO_SE_COMPARA = ("NO_VERIFICABLE", "regimen_no_aplica")


@pytest.mark.parametrize(
    ("indicador", "escrito", "esperado"),
    [
        ("% de sindicatos consultados. Meta: 20 sindicatos", "60% (12 de 20)", "12"),
        ("% de sindicatos consultados. Meta: 20 sindicatos", "12 de 20 sindicatos consultados", "12"),
        ("% de sindicatos consultados. Meta: 20 sindicatos", "Se consultó a 12 de los 20 sindicatos", "12"),
        ("% de sindicatos consultados. Meta: 20", "12 sindicatos de un total de 20", "12"),
        ("% de sindicatos consultados. Meta: 20", "12 de 20", "12"),
        ("% de sindicatos consultados. Meta: 20 sindicatos", "12/20 sindicatos", "12"),
        ("% de sindicatos consultados. Meta: 100% de 20", "60% de 20", "12"),
        ("% de sindicatos consultados. Meta: 100% de 20", "60%", "60"),
        ("% de sindicatos consultados. Meta: 100%", "60% (12 de 20)", "60"),
        ("% de sindicatos consultados. Meta: 90%", "12 de 20 sindicatos", "60"),
    ],
)
def test_una_parte_de_un_total_no_es_el_total(indicador: str, escrito: str, esperado: str) -> None:
    """"12 de 20" is twelve, and 60 in 100; what is declared fulfilled did not reach its goal."""
    resultado = auditar(programa({"indicador": indicador, "resultado": escrito, "cumple": "cumple"}))
    assert respuestas(resultado, BAJO) == [("NO_CUADRA", None)]
    assert uno(resultado, BAJO).informado == esperado


@pytest.mark.parametrize(
    ("escrito", "esperado"),
    [
        ("100% (20 de 20)", ("CUADRA", None)), ("20 de 20 sindicatos", ("CUADRA", None)), ("100% de 20", ("CUADRA", None)),
        ("60%", NO_SE_COMPARA), ("9 de 15 comunas", NO_SE_COMPARA), ("8 de 20 funcionarios capacitados", NO_SE_COMPARA),
        ("reunión del 12/7", NO_SE_COMPARA), ("12 de 2007", NO_SE_COMPARA), ("1 de 3 y 2 de 20", NO_SE_COMPARA),
        ("20 sindicatos en 12 de 15 comunas", ("CUADRA", None)), ("5 talleres de 20 horas", NO_SE_COMPARA),
    ],
)
def test_solo_se_compara_lo_que_es_de_una_clase(escrito: str, esperado: tuple[str, str | None]) -> None:
    datos = {"indicador": "% de sindicatos consultados. Meta: 20", "resultado": escrito, "cumple": "cumple"}
    assert respuestas(auditar(programa(datos)), BAJO) == [esperado]


def test_dos_clases_de_cifra_se_dicen() -> None:
    datos = {"indicador": "% de sindicatos consultados. Meta: 20 sindicatos", "resultado": "60%", "cumple": "cumple"}
    (hecha,) = [v for v in auditar(programa(datos)).verificaciones if v.regla == BAJO]
    assert "en porcentaje y la meta en cantidad" in hecha.formula


OBJETIVO = "Acercar los talleres a las comunas rurales de la precordillera"


@pytest.mark.parametrize(
    ("texto", "malo"),
    [
        ("Se han hecho 16 de los 30 talleres comprometidos", True),
        ("Se ajusta la meta a 30 talleres", True),
        ("Se han hecho 16 de los 40 talleres comprometidos", False),
        ("Se han hecho 16 talleres en 30 comunas", False),
    ],
)
def test_el_avance_no_cambia_la_meta(texto: str, malo: bool) -> None:
    base = programa({"objetivos": (OBJETIVO,), "indicador": "Nº de talleres. Meta: 40 talleres"})
    resultado = auditar(base, avance({"objetivos": (OBJETIVO,), "avance": texto}))
    assert filas_de(resultado, MODIFICADA) == ([0] if malo else [])
    if malo:
        assert (uno(resultado, MODIFICADA).informado, uno(resultado, MODIFICADA).recalculado) == ("30", "40")


def test_otro_objetivo_no_cambia_la_meta() -> None:
    base = programa({"objetivos": (OBJETIVO,), "indicador": "Nº de talleres. Meta: 40 talleres"})
    otra = avance({"objetivos": ("Renovar las bodegas del puerto",), "avance": "30 talleres comprometidos"})
    resultado = auditar(base, otra)
    assert aplanar(resultado, MODIFICADA) == [] and respuestas(resultado, MODIFICADA) == []
    mudo = avance({"objetivos": (OBJETIVO,), "avance": "Sin novedades"})
    assert respuestas(auditar(base, mudo), MODIFICADA) == [("NO_VERIFICABLE", "regimen_no_aplica")]
    assert Decimal("40") == metas_de("Meta: 40 talleres")[0].valor
