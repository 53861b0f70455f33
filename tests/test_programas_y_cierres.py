"""Programmes by words of the same roots, closing rows, performances and the analysis of progress in words of nobody's form."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

from extractor.formatos.desempeno.rotulo import clase_de_desempeno
from extractor.modelo.informe import Informe
from extractor.vocabularios.programas import programa_de_encabezado


@pytest.mark.parametrize(
    ("titulo", "programa"),
    [
        ("A. Productos que se diseñan y distribuyen según el territorio", "diseno_acceso"),
        ("Primera parte: accesibles y bien distribuidos", "diseno_acceso"),
        ("Cómo se accede a los productos y cómo se diseñaron", "diseno_acceso"),
        ("Distribución del presupuesto", None), ("Diseños de afiches", None), ("Vías de acceso", None), ("Rediseño de la atención", None),
    ],
)  # fmt: skip
def test_el_programa_por_sus_raices(titulo: str, programa: str | None) -> None:
    assert programa_de_encabezado(titulo) == programa


@pytest.mark.parametrize(
    ("rotulo", "valor", "clase"),
    [
        ("Balance de la región en el programa (%)", "92", "desempeno_region"), ("Porcentaje global de la región", "92,5", "desempeno_region"),
        ("Balance de la región", "92%", None), ("Porcentaje de la región", "12", None), ("Avance conseguido por la región", "0.85", None),
    ],
)  # fmt: skip
def test_el_desempeno_en_otras_palabras(rotulo: str, valor: str, clase: str | None) -> None:
    assert clase_de_desempeno(rotulo, valor) == clase


def _tabla(*filas: tuple[str, ...]) -> str:
    return "<table border='1'>" + "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in f)}</tr>" for f in filas) + "</table>"


def _leer(*partes: str, region: str = "Región: Atacama") -> Informe:
    cabeza = f"<p>ETAPA 3: PROGRAMA DE TRABAJO 2007</p><p>Actividad 1.1: Programa de trabajo</p><p>{region}</p>"
    return informe(f"<html><body>{cabeza}{''.join(partes)}</body></html>", "x.html")


CABEZA = ("Actividades", "Ponderación", "Cumple", "Ponderación ganada")
FILAS = (("Sembrar", "60", "Sí", "60"), ("Regar", "40", "No", "0"))


@pytest.mark.parametrize("rotulo", ["En conjunto", "Agregado", "Todo el plan", "Conjunto de la zona", "Queda el territorio en"])
def test_la_fila_que_cierra(rotulo: str) -> None:
    leido = _leer(_tabla(CABEZA, *FILAS, (rotulo, "100", "", "50")))
    (tabla,) = leido.tablas
    assert sum(len(f.actividades) for f in tabla.filas) == 2
    assert [(h.codigo, h.informado, h.recalculado) for h in leido.hallazgos] == [("TOTAL_GANADA_NO_CUADRA", "50", "60")]


def test_una_actividad_que_abre_con_esas_palabras_sigue_siendolo() -> None:
    leido = _leer(_tabla(CABEZA, FILAS[0], ("Todo el año regar los huertos", "40", "No", "0")))
    assert sum(len(f.actividades) for f in leido.tablas[0].filas) == 2 and leido.hallazgos == ()


def test_un_resumen_por_region_bajo_una_medida_ganada() -> None:
    cabeza = ("Actividades", "Factor", "¿Hecha?", "Factor reconocido")
    primera = _tabla(cabeza, ("Sembrar", "0.60", "Sí", "0.60"), ("Regar", "0.40", "No", "0"))
    segunda = _tabla(cabeza, ("Podar", "0.70", "Sí", "0.70"), ("Injertar", "0.30", "No", "0"))
    resumen = _tabla(("Zona", "Factor reconocido"), ("Atacama", "0.60"), ("Maule", "0.80"))
    leido = _leer(
        primera, "<p>Actividad 1.1: Programa de trabajo</p><p>Región: Maule</p>", segunda, "<p>Consolidado</p>", resumen
    )
    assert [(h.codigo, h.informado, h.recalculado) for h in leido.hallazgos if h.gravedad != "aviso"] == [
        ("DESEMPENO_REGION_NO_CUADRA", "0.80", "0.7")
    ]


@pytest.mark.parametrize(
    "cabeza",
    [
        ("Adelantos", "Qué se aconseja", "Pasos para 2008", "A cargo de"),
        ("Qué se logró", "Consejos", "Qué se hará después", "Encargado"),
    ],
)
def test_el_analisis_del_avance(cabeza: tuple[str, ...]) -> None:
    fila = ("La semilla llegó a tiempo", "Comprarla antes", "Licitar en marzo", "División de Riego")
    leido = _leer(_tabla(CABEZA, *FILAS), "<p>Actividad 1.2: Marcha del programa</p>", _tabla(cabeza, fila))
    assert [t.tipo for t in leido.tablas] == ["programa_trabajo", "analisis_avance"]
    fila_leida = leido.tablas[1].filas[0]
    assert (fila_leida.avance, fila_leida.recomendaciones, fila_leida.compromisos) == fila[:3]
    assert [r.texto for r in fila_leida.responsables] == ["División de Riego"]


@pytest.mark.parametrize("region", ["Alcance: la totalidad de las regiones del país", "Cobertura: el conjunto de las regiones"])
def test_todas_las_regiones(region: str) -> None:
    leido = _leer(_tabla(CABEZA, *FILAS), region=region)
    assert leido.tablas[0].region.alcance == "TODAS"


def test_una_frase_que_presenta_la_tabla_dice_su_programa_y_su_region() -> None:
    frase = "Estas son las tareas de diseño, acceso y distribución asumidas para la Región de Atacama. Se califica sobre cien."
    leido = informe(
        f"<html><body><p>Gestión Territorial 2007, tercera etapa</p><p>{frase}</p>{_tabla(CABEZA, *FILAS)}</body></html>",
        "x.html",
    )
    assert (leido.tablas[0].programa, leido.tablas[0].region.codigos) == ("diseno_acceso", ("03",))
