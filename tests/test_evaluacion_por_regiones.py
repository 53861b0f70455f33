"""Evaluations by region with forms and prose under each: whose the sections are, which rows are rows, annexes, verdicts apart."""

from __future__ import annotations

import pytest
from ayudas_partes import Filas, docx, html, texto

from extractor.modelo.informe import Informe

CUARTA = ("Servicio Agrícola y Ganadero", "Gestión Territorial 2008", "Etapa 4: evaluación")
OBJETIVOS: Filas = (
    ("Objetivo Específico", "Indicador", "Resultado de la medición del indicador"),
    ("Sanear los rebaños", "N° de majadas", "Cumple"),
    ("Cuidar las vegas", "N° de vegas", "No cumple"),
)
PRODUCTOS: Filas = (
    ("Productos", "Modificaciones o mejoras comprometidas", "Evaluación del avance"),
    ("Asesoría veterinaria", "Salir a terreno en marzo", "Incorpora la mejora"),
)
BRECHAS: Filas = (
    ("Logros comprometidos", "Logros efectivos", "Identificación de brechas"),
    ("Visitar 9 majadas", "Se visitaron 9 majadas", "Sin brecha"),
)
PROSA = ("4.1 Trabajo con las gobernaciones", "Hubo tres mesas. Se estima un avance mayor.",
         "4.2 Uso de los mapas", "Llegaron tarde; el avance es menor.")  # fmt: skip
DESARROLLO: Filas = (("Desarrollo alcanzado", "Recomendaciones"), ("Se delimitó el secano. Avance mayor.", "Sumar la costa."))


FORMATOS = pytest.mark.parametrize("leer", [html, docx, texto])


def _grados(leido: Informe) -> list[tuple[str | None, tuple[str, ...] | None, object]]:
    return [
        (s.numero, s.region.codigos if s.region else None, s.campos.get("grado_avance"))
        for s in leido.secciones
        if s.nivel == "seccion"
    ]


DE_DOS = [("4.1", ("03",), "MAYOR"), ("4.2", ("03",), "MENOR"), ("4.1", ("07",), "MAYOR"), ("4.2", ("07",), "MENOR")]


@FORMATOS
@pytest.mark.parametrize("rotulos", [
    ("Región: Atacama", "Región: Maule"), ("REGIÓN DE ATACAMA", "REGIÓN DEL MAULE"), ("III Región de Atacama", "VII Región del Maule"),
    ("1. Región de Atacama", "2. Región del Maule"), ("Dirección Regional: Atacama", "Dirección Regional: Maule"),
])  # fmt: skip
@pytest.mark.parametrize("con_actividad", [True, False])
def test_las_secciones_tras_las_tablas_de_su_region(leer, rotulos: tuple[str, str], con_actividad: bool) -> None:  # type: ignore[no-untyped-def]
    """The region, named before the tables, was no longer that of the prose after them."""
    titulos = (
        ("Actividad 1.1: Cumplimiento de los objetivos", "Actividad 1.3: Brechas") if con_actividad else ("Objetivos", "Brechas")
    )
    leido = leer(*CUARTA, *(x for r in rotulos for x in (r, titulos[0], OBJETIVOS, titulos[1], BRECHAS, *PROSA)))
    assert leido.documento.estado == "ok" and leido.hallazgos == ()
    assert _grados(leido) == DE_DOS
    assert [(t.tipo, t.region.codigos, len(t.filas)) for t in leido.tablas] == [
        (tipo, (c,), n) for c in ("03", "07") for tipo, n in (("evaluacion_objetivos", 2), ("brechas", 1))
    ]
    assert [s.texto for s in leido.secciones if s.numero == "4.2"] == ["Llegaron tarde; el avance es menor."] * 2


@FORMATOS
def test_las_secciones_tras_las_tablas_de_varias_regiones_no_son_de_la_ultima(leer) -> None:  # type: ignore[no-untyped-def]
    tablas = [x for r in ("Atacama", "Maule") for x in (f"Región: {r}", "Actividad 1.1: Cumplimiento", OBJETIVOS)]
    assert _grados(leer(*CUARTA, *tablas, *PROSA)) == [("4.1", None, "MAYOR"), ("4.2", None, "MENOR")]


@FORMATOS
def test_ni_son_de_la_primera(leer) -> None:  # type: ignore[no-untyped-def]
    atacama = ("Región: Atacama", "Actividad 1.1: Cumplimiento", OBJETIVOS, *PROSA)
    otras = [x for r in ("Maule", "Aysén") for x in (f"Región: {r}", "Actividad 1.1: Cumplimiento", OBJETIVOS)]
    leido = leer(*CUARTA, *atacama, *otras, "5.1 Balance del servicio", "Se estima un avance menor.")
    assert _grados(leido) == [*DE_DOS[:2], ("5.1", None, "MENOR")]


@FORMATOS
def test_la_prosa_bajo_otra_region_no_es_de_la_seccion_anterior(leer) -> None:  # type: ignore[no-untyped-def]
    partes = [x for r in ("Atacama", "Maule") for x in (
        f"Región: {r}", "El año fue seco y en las vegas hubo un avance mayor.", "Actividad 1.1: Cumplimiento", OBJETIVOS, *PROSA)]  # fmt: skip
    leido = leer(*CUARTA, *partes)
    assert [g for g in _grados(leido) if g[0]] == DE_DOS
    assert not any(h.codigo == "GRADO_CONTRADICTORIO" for h in leido.hallazgos)


@FORMATOS
@pytest.mark.parametrize("fila", [
    ("Fondo de desarrollo", "Cursos previos a la postulación", "No incorpora la mejora"),
    ("Resultados del año", "Salir a terreno", "Propuestas de mejora"),
    ("Situación de avance en el año", "Fichas por comuna", "Mejoras para el próximo año"),
])  # fmt: skip
@pytest.mark.parametrize("sitio", [1, 2])
def test_una_fila_con_palabras_de_rotulo_no_encabeza_otra_tabla(leer, fila: tuple[str, ...], sitio: int) -> None:  # type: ignore[no-untyped-def]
    """It was read as the header of a section's form, which took the rows after it and blanked the section before it."""
    filas = (*PRODUCTOS[:sitio], fila, *PRODUCTOS[sitio:], ("Mapa de vegas", "Ficha nueva", "Incorpora la mejora"))
    partes = [x for r in ("Atacama", "Maule") for x in (f"Región: {r}", *PROSA, "Actividad 1.2: Productos", filas)]
    leido = leer(*CUARTA, *partes)
    assert [(t.tipo, len(t.filas)) for t in leido.tablas] == [("evaluacion_productos", 3)] * 2
    assert _grados(leido) == DE_DOS
    assert leido.hallazgos == ()


@pytest.mark.parametrize("leer", [html, docx])
def test_otro_formulario_en_la_misma_tabla(leer) -> None:  # type: ignore[no-untyped-def]
    """With listed labels it is one, however wide."""
    leido = leer(*CUARTA, "Región: Atacama", "Actividad 1.1: Cumplimiento", (*OBJETIVOS, *BRECHAS))
    assert [(t.tipo, len(t.filas)) for t in leido.tablas] == [("evaluacion_objetivos", 2), ("brechas", 1)]


@FORMATOS
@pytest.mark.parametrize("cabeza", [
    ("Objetivo evaluado", "Indicador", "Medición 2008", "Veredicto"), ("Objetivo", "Indicador", "Resultado 2008", "Conclusión"),
    ("Objetivo", "Indicador", "Logro", "¿Se logró el objetivo?"), ("Indicador", "Objetivo del plan", "Medición del indicador", "Juicio"),
    ("Objetivo", "Indicador", "Medición a diciembre", "Parecer de la jefatura"), ("Objetivos", "Indicadores", "Logro del año", "Calificación"),
])  # fmt: skip
def test_el_veredicto_en_columna_propia_bajo_cualquier_rotulo(leer, cabeza: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    filas = (
        cabeza,
        ("Sanear los rebaños", "N° de majadas", "9 majadas", "Cumple"),
        ("Cuidar las vegas", "N° de vegas", "2 de 6", "No cumple"),
    )
    leido = leer(*CUARTA, "Región: Atacama", "Actividad 1.1: Cumplimiento de los objetivos", filas)
    (propia,) = leido.tablas
    assert (propia.tipo, [c.rol for c in propia.columnas][2:]) == ("evaluacion_objetivos", ["resultado", "estado"])
    assert [f.estado and f.estado.valor for f in propia.filas] == ["CUMPLE", "NO_CUMPLE"]
    assert leido.documento.estado == "ok"


@FORMATOS
def test_lo_esperado_no_es_el_resultado(leer) -> None:  # type: ignore[no-untyped-def]
    cabeza = ("Objetivo", "Indicador", "Resultado esperado 2008", "Parecer")
    leido = leer(
        *CUARTA,
        "Región: Atacama",
        "Actividad 1.1: Cumplimiento",
        (cabeza, ("Sanear", "Majadas", "9 majadas", "Bien"), ("Cuidar", "Vegas", "6 vegas", "Mal")),
    )
    assert all(c.rol not in ("resultado", "estado") for t in leido.tablas for c in t.columnas)


@FORMATOS
@pytest.mark.parametrize("anexo", ["Anexo: Fotos de las mesas", "ANEXOS", "Anexo 1. Fotos"])
def test_lo_que_dice_un_anexo_no_califica_la_ultima_seccion(leer, anexo: str) -> None:  # type: ignore[no-untyped-def]
    partes = [x for r in ("Atacama", "Maule") for x in (f"Región: {r}", "Actividad 1.1: Cumplimiento", OBJETIVOS, *PROSA)]
    fotos: Filas = (("Lugar", "Autora"), ("Vallenar", "Ana Rojas"), ("Talca", "Eva Soto"))
    leido = leer(*CUARTA, *partes, anexo, "En mayo se tomaron fotos de los corrales, con un avance mayor al previsto.", fotos)
    assert [g for g in _grados(leido) if g[0]] == DE_DOS
    assert (leido.secciones[-1].titulo, leido.secciones[-1].region, leido.secciones[-1].campos) == (anexo, None, {})
    assert not any(h.codigo == "GRADO_CONTRADICTORIO" for h in leido.hallazgos)
    if leer is not texto:
        assert (leido.tablas[-1].titulo, leido.tablas[-1].region.codigos) == (anexo, ())


@FORMATOS
@pytest.mark.parametrize("rotulo", ["Conformes (%)", "Satisfacción", "Balanza regional"])
@pytest.mark.parametrize("cuantos", [("40", "50"), ("140", "212")])
def test_una_encuesta_por_region_en_una_evaluacion_sin_programa(leer, rotulo: str, cuantos: tuple[str, str]) -> None:  # type: ignore[no-untyped-def]
    """There is no programme that its figures would be compared with."""
    encuesta: Filas = (("Región", "Encuestados", rotulo), ("Atacama", cuantos[0], "81"), ("Maule", cuantos[1], "77"))
    partes = [
        x
        for r in ("Atacama", "Maule")
        for x in (f"Dirección Regional: {r}", "1.1. Perspectiva territorial del programa", DESARROLLO)
    ]
    leido = leer(*CUARTA, *partes, "Consolidado del servicio", "Región: Todas", OBJETIVOS, "Anexo: Encuesta", encuesta)
    assert (leido.documento.estado, leido.documento.motivo) == ("ok", None)
    assert [(t.tipo, t.titulo) for t in leido.tablas] == [
        ("evaluacion_objetivos", "Consolidado del servicio"),
        ("otra", "Anexo: Encuesta"),
    ]
    assert all("Consolidado" not in (s.texto or "") for s in leido.secciones)


@FORMATOS
def test_tablas_y_secciones_de_la_forma_en_un_mismo_informe(leer) -> None:  # type: ignore[no-untyped-def]
    """Both families of the fourth stage fit, and neither excludes the other."""
    prosa = (
        "3.1 Perspectiva territorial",
        "Se delimitó el secano.",
        "Grado de avance: Mayor",
        "3.2 Articulación territorial",
        "Hubo dos mesas; avance menor.",
    )
    leido = leer(
        *CUARTA, *(x for r in ("Atacama", "Maule") for x in (f"Región: {r}", "Actividad 1.1: Cumplimiento", OBJETIVOS, *prosa))
    )
    assert (leido.documento.estado, leido.hallazgos) == ("ok", ())
    assert [g[2] for g in _grados(leido)] == ["MAYOR", "MENOR"] * 2


def test_el_titulo_bajo_una_tabla_de_texto_no_es_parte_de_su_ultima_celda() -> None:
    """In a stream the last cell, joined to the heading of the next table, was taken for a label of it, and the row was lost."""
    leido = texto(*CUARTA, "Región: Atacama", "Objetivos del plan", OBJETIVOS, "Brechas", BRECHAS)
    assert [(t.tipo, len(t.filas), len(t.columnas)) for t in leido.tablas] == [("evaluacion_objetivos", 2, 3), ("brechas", 1, 3)]
    assert leido.hallazgos == ()
