"""Results, goals and indicators under words of nobody's form: read where words and cells agree, told where they do not."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

from extractor.modelo.informe import Informe

TITULO = "<p>Informe de implementación, Etapa 3, año {anio}</p><p>Región de Coquimbo</p><p>Programa de trabajo</p>"
FILAS = (("Abrir una sala", "Salas abiertas. Meta: 8 salas", "5 salas", "- Arrendar la casa", "Contrato", "60", "Sí", "60"),
         ("Leer en las plazas", "Lecturas hechas. Meta: 4 lecturas", "6 lecturas", "- Invitar a los niños", "Fotos", "40", "Sí", "40"))  # fmt: skip


def _leer(anio: int, *filas: tuple[str, ...]) -> Informe:
    cuerpo = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in f)}</tr>" for f in filas)
    return informe(f"<html><body>{TITULO.format(anio=anio)}<table border='1'>{cuerpo}</table></body></html>", "x.html")


def _con(resultado: str, indicador: str = "Indicador", objetivo: str = "Objetivos") -> Informe:
    cabeza = (
        objetivo,
        indicador,
        resultado,
        "Metas o actividades",
        "Medio de verificación",
        "Ponderación (%)",
        "Cumple",
        "Ponderación ganada",
    )
    return _leer(2009, cabeza, *FILAS)


def _avisos(leido: Informe) -> list[str]:
    return [h.mensaje for h in leido.hallazgos if h.codigo == "LECTURA_DUDOSA"]


@pytest.mark.parametrize(
    "rotulo",
    ["Cantidad que se logró", "Número conseguido", "Dato final", "Se consiguió", "Se llegó a", "Lo que se midió", "Real 2009", "Registrado a diciembre",
     "Cuánto se alcanzó", "Cifra efectiva 2009", "Valor observado en el año"],
)  # fmt: skip
def test_un_resultado_bajo_su_meta(rotulo: str) -> None:
    leido = _con(rotulo)
    assert leido.tablas[0].columnas[2].rol == "resultado"
    assert [(h.codigo, h.informado, h.recalculado) for h in leido.hallazgos] == [("AVANCE_BAJO_META", "5", "8")]


@pytest.mark.parametrize(
    "rotulo", ["Valor real 2008", "Cifra conseguida el año anterior", "Dato efectivo 2007", "Línea de base", "Cifra a junio"]
)
def test_lo_de_otro_anio_no_es_el_resultado(rotulo: str) -> None:
    leido = _con(rotulo)
    assert leido.tablas[0].columnas[2].rol == "otro"
    assert leido.hallazgos == ()


def test_cantidades_bajo_un_rotulo_que_nadie_conoce_se_dicen_una_vez() -> None:
    leido = _con("Cosecha")
    assert leido.tablas[0].columnas[2].rol == "otro"
    (aviso,) = _avisos(leido)
    assert "«Cosecha»" in aviso and "cantidades" in aviso


@pytest.mark.parametrize(
    ("rotulo", "rol"),
    [("Variable en observación", "indicador"), ("Lo que se mide", "indicador"), ("Parámetro usado", "indicador")],
)
def test_el_indicador(rotulo: str, rol: str) -> None:
    leido = _con("Resultado", indicador=rotulo)
    assert leido.tablas[0].columnas[1].rol == rol
    assert [h.codigo for h in leido.hallazgos] == ["AVANCE_BAJO_META"]


@pytest.mark.parametrize(
    "rotulo", ["Anhelo", "Reto que se enfrenta", "Qué se desea conseguir", "Necesidad identificada", "Fines buscados"]
)
def test_el_objetivo(rotulo: str) -> None:
    leido = _con("Resultado", objetivo=rotulo)
    assert leido.tablas[0].columnas[0].rol == "objetivo"


def test_textos_y_unidades_bajo_rotulos_que_nadie_conoce_se_dicen() -> None:
    cabeza = (
        "Estrella polar",
        "Indicador",
        "Resultado",
        "Metas o actividades",
        "Medio de verificación",
        "Batuta",
        "Ponderación (%)",
        "Cumple",
        "Ponderación ganada",
    )
    filas = [(*f[:5], u, *f[5:]) for f, u in zip(FILAS, ("Departamento de Bibliotecas", "Oficina de Partes"), strict=True)]
    avisos = _avisos(_leer(2009, cabeza, *filas))
    assert [("«Estrella polar»" in a, "el objetivo" in a, "«Batuta»" in a, "unidades" in a) for a in avisos] == [
        (False, False, True, True), (True, True, False, False),
    ]  # fmt: skip


def test_en_el_formulario_de_2007_solo_lo_que_cuenta_es_un_resultado() -> None:
    cabeza = ("Actividades", "Se esperaba", "Se consiguió", "Peso", "¿Hecha?", "Peso ganado")
    cuenta = _leer(
        2008,
        cabeza,
        ("Sembrar", "30 hectáreas", "20 hectáreas", "50", "Sí", "50"),
        ("Regar", "9 canales", "9 canales", "50", "Sí", "50"),
    )
    assert [c.rol for c in cuenta.tablas[0].columnas] == [
        "actividad",
        "meta",
        "resultado",
        "ponderacion",
        "estado",
        "ponderacion_ganada",
    ]
    assert [h.codigo for h in cuenta.hallazgos] == ["AVANCE_BAJO_META"]
    partes = _leer(
        2008, cabeza, ("Sembrar", "30 hectáreas", "100", "50", "Sí", "50"), ("Regar", "9 canales", "100", "50", "Sí", "50")
    )
    assert partes.tablas[0].columnas[2].rol == "otro"


def test_porcentajes_que_nadie_conoce_donde_faltan_los_estados() -> None:
    leido = _leer(
        2007, ("Actividades", "Ponderación", "Marcha", "Ponderación ganada"),
        ("Sembrar", "50", "80%", "40"), ("Regar", "50", "100%", "50"),
    )  # fmt: skip
    assert any("«Marcha»" in a and "porcentajes" in a for a in _avisos(leido))
    assert {h.codigo for h in leido.hallazgos} == {"LECTURA_DUDOSA"}


def test_nota_maxima_y_nota_conseguida_pesan_y_ganan() -> None:
    leido = _leer(
        2007, ("Faenas", "Calificación posible", "¿Terminada?", "Calificación reunida"),
        ("Sembrar", "60", "No", "60"), ("Regar", "40", "Sí", "40"),
    )  # fmt: skip
    assert [c.rol for c in leido.tablas[0].columnas] == ["actividad", "ponderacion", "estado", "ponderacion_ganada"]
    assert "GANADA_NO_CORRESPONDE" in {h.codigo for h in leido.hallazgos}


def test_un_medio_de_una_palabra_bajo_un_rotulo_que_nadie_conoce_se_dice() -> None:
    cabeza = (
        "Objetivos",
        "Indicador",
        "Resultado",
        "Metas o actividades",
        "Candil",
        "Ponderación (%)",
        "Cumple",
        "Ponderación ganada",
    )
    (aviso,) = _avisos(_leer(2009, cabeza, *FILAS))
    assert "«Candil»" in aviso and "medio de verificación" in aviso


@pytest.mark.parametrize(
    ("rotulo", "rol"),
    [
        ("Porcentaje ejecutado", "estado"),
        ("Porcentaje de ejecución presupuestaria", "otro"),
        ("Porcentaje de gasto ejecutado", "otro"),
    ],
)
def test_lo_ejecutado_y_lo_gastado(rotulo: str, rol: str) -> None:
    leido = _leer(
        2007,
        ("Actividades", "Ponderación", rotulo, "Ponderación ganada"),
        ("Sembrar", "60", "50%", "30"),
        ("Regar", "40", "100%", "40"),
    )
    assert leido.tablas[0].columnas[2].rol == rol
