"""Evaluations by questions: an answer in a box and the grade marked in the form's own list, under titles of their own."""

from __future__ import annotations

import pytest
from ayudas_partes import Filas, docx, html, texto

from extractor.modelo.informe import Informe
from extractor.normalizadores.grados import buscar_grado
from extractor.vocabularios.grados_marcados import opciones_en_columnas, opciones_en_fila

FORMATOS = pytest.mark.parametrize("leer", [html, docx, texto])
CON_TABLAS = pytest.mark.parametrize("leer", [html, docx])
PORTADA = ("Servicio Agrícola y Ganadero", "Pauta de evaluación Etapa 4, Sistema de Gestión Territorial 2008")
P1, P2, P3 = "1.1. ¿Se vacunó donde hacía falta?", "1.2. ¿Participaron los crianceros?", "1.3. ¿Hay un convenio firmado?"
P4 = "2.1. ¿Se informó al Gobierno Regional?"


def _caja(dicho: str) -> Filas:
    return ((dicho,),)


def _lista(*marcas: str) -> str:
    mayor, menor, nulo = marcas
    return f"Grado de avance:   Mayor {mayor}    Menor {menor}    Sin avance {nulo}"


X1, X2, NADA = _lista("_X_", "___", "___"), _lista("___", "_X_", "___"), _lista("___", "___", "___")


def _grados(leido: Informe) -> list[tuple[str | None, tuple[str, ...] | None, object]]:
    return [
        (s.numero, s.region.codigos if s.region else None, s.campos.get("grado_avance"))
        for s in leido.secciones
        if s.nivel == "seccion" and s.numero
    ]


def _codigos(leido: Informe) -> list[tuple[str, str]]:
    return [(h.codigo, h.gravedad) for h in leido.hallazgos]


CAPITULO = (P1, _caja("Sí, en los cuatro cantones."), X1, P2, _caja("Vinieron pocos."), X2, P3, _caja("Hay uno."), X1)
INFORMADO = ("OBJETIVO N° 2: Información", P4, _caja("Se mandó un informe en junio."), X1)


@FORMATOS
@pytest.mark.parametrize("titulo", [
    "PAUTA DE EVALUACIÓN ETAPA 4, SISTEMA DE GESTIÓN TERRITORIAL 2008", "Cuestionario de la Etapa 4, año 2008",
    "Sistema de Gestión Territorial Integrada 2008. Etapa IV", "Segunda parte. Etapa 4: evaluación 2008",
])  # fmt: skip
@pytest.mark.parametrize("regiones", [
    ("DIRECCIÓN REGIONAL DE ATACAMA", "DIRECCIÓN REGIONAL DEL MAULE"), ("Región de Atacama", "Región del Maule"),
])  # fmt: skip
def test_preguntas_con_recuadro_y_grado_marcado(leer, titulo: str, regiones: tuple[str, str]) -> None:  # type: ignore[no-untyped-def]
    partes = [x for r in regiones for x in (r, "OBJETIVO N° 1: Programa", *CAPITULO, *INFORMADO)]
    leido = leer(PORTADA[0], titulo, "Responder cada pregunta en el recuadro, sin modificar su texto.", *partes)
    assert (leido.documento.tipo, leido.documento.etapas, leido.documento.estado) == ("evaluacion", (4,), "ok")
    assert leido.hallazgos == ()
    assert _grados(leido) == [
        (numero, (c,), grado)
        for c in ("03", "07")
        for numero, grado in (("1.1", "MAYOR"), ("1.2", "MENOR"), ("1.3", "MAYOR"), ("2.1", "MAYOR"))
    ]
    (una, _) = (s for s in leido.secciones if s.numero == "1.2")
    assert una.titulo == "¿Participaron los crianceros?" and una.campos["grados"] == ["Menor _X_"]
    # the answer stands before the line under its box
    assert una.texto is not None and una.texto.startswith("Vinieron pocos.")
    # no region's heading ends the instructions
    assert leido.secciones[0].texto == "Responder cada pregunta en el recuadro, sin modificar su texto."


@FORMATOS
def test_lo_marcado_contra_lo_dicho_dos_marcas_y_ninguna(leer) -> None:  # type: ignore[no-untyped-def]
    leido = leer(
        *PORTADA, "REGIÓN DE ATACAMA",
        P1, _caja("La mesa partió tarde y estimamos que el avance es menor."), X1,
        P2, _caja("Vinieron pocos."), _lista("[X]", "[X]", "[ ]"),
        P3, _caja(""), NADA,
        *INFORMADO[:3], NADA,
    )  # fmt: skip
    assert [g[2] for g in _grados(leido)] == ["MENOR", "MENOR", "SIN_DATO", "SIN_DATO"]
    seccion = {s.numero: s.id for s in leido.secciones}
    assert [(h.codigo, h.gravedad, h.tabla) for h in leido.hallazgos] == [
        ("GRADO_CONTRADICTORIO", "logica", seccion["1.1"]), ("GRADO_CONTRADICTORIO", "logica", seccion["1.2"]),
        ("SECCION_VACIA", "aviso", seccion["1.3"]), ("GRADO_AUSENTE", "aviso", seccion["2.1"]),
    ]  # fmt: skip
    assert "avance es menor" in leido.hallazgos[0].mensaje and "Mayor _X_" in leido.hallazgos[0].mensaje


@FORMATOS
def test_una_marca_sin_respuesta_y_una_respuesta_que_la_repite(leer) -> None:  # type: ignore[no-untyped-def]
    leido = leer(*PORTADA, "REGIÓN DE ATACAMA", P1, _caja(""), X1, P2, _caja("Vinieron pocos: avance menor."), X2, P3, _caja("Hay uno."), X1, *INFORMADO)
    assert [g[2] for g in _grados(leido)] == ["MAYOR", "MENOR", "MAYOR", "MAYOR"]
    assert leido.hallazgos == ()


@FORMATOS
@pytest.mark.parametrize("grado", [
    ("Grado de avance:", "Mayor ___", "Menor _X_", "Sin avance ___"), ("( ) Mayor", "(X) Menor", "( ) Sin avance"),
    ("☐ Avance mayor   ☒ Avance menor   ☐ Sin avance",), ("Marque con una X el grado de avance: Mayor ____ Menor __X__",),
    ("Nivel de avance (marcar con X): Mayor ..... Menor ..X..",),
])  # fmt: skip
def test_las_maneras_de_marcar(leer, grado: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    leido = leer(*PORTADA, "REGIÓN DE ATACAMA", P1, _caja("Sí."), *grado, P2, _caja("Vinieron pocos."), *grado)
    assert [g[2] for g in _grados(leido)] == ["MENOR", "MENOR"]
    assert not [c for c in _codigos(leido) if c[0] in ("GRADO_CONTRADICTORIO", "GRADO_AUSENTE", "LECTURA_DUDOSA")]


@CON_TABLAS
@pytest.mark.parametrize("cuadro", [
    (("Grado de avance", "Mayor", "Menor X", "Sin avance"),), (("Mayor", "", "Menor", "X", "Sin avance", ""),),
    (("Mayor", "Menor", "Sin avance"), ("", "X", "")), (("Grado de avance", "Mayor", "Menor"), ("", "", "✓")),
])  # fmt: skip
def test_los_grados_en_un_cuadro(leer, cuadro: Filas) -> None:  # type: ignore[no-untyped-def]
    leido = leer(*PORTADA, "REGIÓN DE ATACAMA", P1, _caja("Sí."), cuadro, P2, _caja("Vinieron pocos."), cuadro)
    assert (leido.documento.estado, leido.tablas) == ("ok", ())
    assert [g[2] for g in _grados(leido)] == ["MENOR", "MENOR"]


def test_lo_que_ninguna_linea_dice_de_cual_es() -> None:
    """The cells to mark before their grades, or the mark of no column, would mark the wrong one."""
    assert opciones_en_fila(("", "Mayor", "X", "Menor")) is None
    assert opciones_en_fila(("Comuna", "Mayor X", "Menor")) is None
    assert opciones_en_columnas(("Mayor", "Menor"), ("12", "X")) is None
    leido = texto(*PORTADA, "REGIÓN DE ATACAMA", P1, "Sí.", "Mayor", "Menor", "X", P2, "No.", "Mayor", "Menor", "X")
    assert not [g for g in _grados(leido) if g[2] is not None]


@pytest.mark.parametrize(
    ("dicho", "grado", "escritos"),
    [
        ("Mayor _X_ Menor ___", "MAYOR", ("Mayor _X_",)), ("Mayor ____X____ Menor ____", "MAYOR", ("Mayor ____X____",)),
        ("(X) Mayor ( ) Menor", "MAYOR", ("(X) Mayor",)), ("Mayor [X] Menor [X]", "MENOR", ("Mayor [X]", "Menor [X]")),
        ("Mayor [X] Sin avance [X]", "SIN_AVANCE", ("Mayor [X]", "Sin avance [X]")), ("Mayor ( ) Menor ( )", "SIN_DATO", ()),
        ("Hubo dos rondas. Grado de avance: Mayor ( ) Menor (X)", "MENOR", ("Menor (X)",)),
        ("Hubo dos rondas y el adulto mayor asistió.\nMayor ___ Menor ___", "SIN_DATO", ()),
        ("Se pidió marcar mayor o menor.\nAvance mayor.", "MAYOR", ("Avance mayor",)),
        ("El avance es menor.\nMayor ( ) Menor ( )", "MENOR", ("avance es menor",)),
    ],
)  # fmt: skip
def test_el_grado_de_un_texto_con_su_lista(dicho: str, grado: str, escritos: tuple[str, ...]) -> None:
    assert buscar_grado([dicho]) == (grado, escritos)


def test_en_una_columna_lo_impreso_no_contradice_lo_marcado() -> None:
    """The whole list was kept as what was written, and its two grades contradicted each other."""
    filas: Filas = (("Aspecto evaluado", "Desarrollo alcanzado", "Grado de avance", "Recomendaciones"),
                    ("1.1 Perspectiva territorial", "Se ordenó el secano", "Mayor [X] Menor [ ]", "Seguir"),
                    ("1.2 Articulación territorial", "Hubo dos mesas", "Mayor [X] Menor [X]", "Firmar"))  # fmt: skip
    leido = html("Servicio Agrícola y Ganadero", "Etapa 4: evaluación 2008", "Región de Atacama", filas)
    assert [g[2] for g in _grados(leido)] == ["MAYOR", "MENOR"]
    assert [c for c in _codigos(leido) if c[0] == "GRADO_CONTRADICTORIO"] == [("GRADO_CONTRADICTORIO", "logica")]


PROGRAMA: Filas = (
    ("Objetivos específicos", "Actividades", "Pond. actividad", "Cumple o No cumple", "Ponderación ganada"),
    ("Sanear los rebaños", "Vacunar el ganado del secano", "60", "Cumplido", "60"),
    ("Cuidar las vegas", "Cercar las vegas", "40", "No cumplido", "0"),
)
PROSA = ("1.1 Perspectiva territorial", "Se vacunó en el secano. Se ha logrado un avance mayor.",
         "1.2 Trabajo con otros", "Faltó gente y por ello el grado de avance es menor.")  # fmt: skip


@CON_TABLAS
@pytest.mark.parametrize(("tercera", "cuarta"), [
    ("Primera parte. Etapa 3: cumplimiento del Programa de Trabajo", "Segunda parte. Etapa 4: evaluación"),
    ("PARTE I - ETAPA 3", "PARTE II - ETAPA 4"), ("Capítulo primero: Etapa 3", "Capítulo segundo: Etapa 4, evaluación por región"),
    ("1ª parte. Tercera etapa", "2ª parte. Cuarta etapa"),
])  # fmt: skip
def test_la_segunda_parte_del_informe_en_prosa(leer, tercera: str, cuarta: str) -> None:  # type: ignore[no-untyped-def]
    """The chapters of the fourth stage were kept as one piece of loose prose."""
    leido = leer(
        "Servicio Agrícola y Ganadero", "Informe final Gestión Territorial 2008", "ETAPAS 3 Y 4", tercera,
        *(x for r in ("Atacama", "Maule") for x in (f"Región de {r}", PROGRAMA)), cuarta, "La evaluación sigue el mismo orden de regiones.",
        *(x for r in ("Atacama", "Maule") for x in (f"Región de {r}", *PROSA)),
        "Talca, 29 de diciembre de 2008.", "Rosa Vidal Pino, Área de Estudios",
    )  # fmt: skip
    assert (leido.documento.etapas, leido.documento.estado) == ((3, 4), "ok")
    assert [(t.tipo, t.region.codigos) for t in leido.tablas] == [("programa_trabajo", ("03",)), ("programa_trabajo", ("07",))]
    assert _grados(leido) == [(n, (c,), g) for c in ("03", "07") for n, g in (("1.1", "MAYOR"), ("1.2", "MENOR"))]
    assert leido.secciones[-1].texto == PROSA[-1]


@CON_TABLAS
@pytest.mark.parametrize(("final", "queda"), [
    ("Consolidado por: Rosa Vidal P., 12 de diciembre de 2008", False), ("Elaborado por: Unidad de Estudios", False),
    ("Talca, 29 de diciembre de 2008.", False), ("Convenio financiado por: Gobierno Regional", True),
    ("Se firmó en Talca, 29 de diciembre de 2008, con los crianceros.", True), ("Rosa Vidal Pino, del secano", True),
])  # fmt: skip
def test_quien_hizo_el_informe_no_es_texto_de_su_ultima_seccion(leer, final: str, queda: bool) -> None:  # type: ignore[no-untyped-def]
    leido = leer(*PORTADA, "REGIÓN DE ATACAMA", *CAPITULO, *INFORMADO, final)
    assert (final in (leido.secciones[-1].texto or "")) == queda
    assert leido.secciones[-1].campos["grado_avance"] == "MAYOR"
