"""Evaluations told otherwise (one table per region, a blank last section, who signs) and guides with other section words."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

from extractor.modelo.informe import Informe, Seccion
from extractor.normalizadores.estados import buscar_grado

CABEZA = "<p>INFORME DE EVALUACIÓN DE LA GESTIÓN TERRITORIAL 2007</p><p>ETAPA 4</p>"


def _tabla(*filas: tuple[str, ...]) -> str:
    return "<table border='1'>" + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in f) + "</tr>" for f in filas) + "</table>"


def _leer(cuerpo: str) -> Informe:
    return informe(f"<html><body>{cuerpo}</body></html>", "x.html")


def _secciones(leido: Informe) -> list[tuple[str, str | None, tuple[str, ...], str | None]]:
    return [(s.nivel, s.numero, s.region.codigos if s.region else (), s.campos.get("grado_avance")) for s in leido.secciones]


def test_una_tabla_por_region() -> None:
    cabeza = ("Ámbito evaluado", "Recomendaciones", "Calificación", "Descripción")
    aysen = _tabla(
        cabeza,
        ("1.1 Territorio", "Sumar el litoral", "Mayor", "Se ordenó la oferta por comuna"),
        ("1.2 Articulación", "Fijar un calendario", "Avance menor", "Hubo dos mesas"),
    )
    arica = _tabla(
        cabeza, ("1.1 Territorio", "", "", "Se trabajó con el valle"), ("1.2 Articulación", "No aplica", "No aplica", "No aplica")
    )
    leido = _leer(f"{CABEZA}<p>Región de Aysén</p>{aysen}<p>Región del Maule</p>{arica}")
    assert (leido.documento.tipo, leido.documento.etapas, leido.tablas) == ("evaluacion", (4,), ())
    assert _secciones(leido) == [
        ("capitulo", None, ("11",), None),
        ("seccion", "1.1", ("11",), "MAYOR"),
        ("seccion", "1.2", ("11",), "MENOR"),
        ("capitulo", None, ("07",), None),
        ("seccion", "1.1", ("07",), "SIN_DATO"),
        ("seccion", "1.2", ("07",), "NO_APLICA"),
    ]
    primera = leido.secciones[1]
    assert (primera.titulo, primera.padre) == ("Territorio", leido.secciones[0].id)
    assert primera.campos["desarrollo"] == "Se ordenó la oferta por comuna"
    assert primera.campos["recomendaciones"] == "Sumar el litoral"
    assert "grado" not in primera.campos
    ausentes = [h.tabla for h in leido.hallazgos if h.codigo == "GRADO_AUSENTE"]
    assert ausentes == [leido.secciones[4].id]


def test_la_columna_del_grado_y_la_prosa_se_contradicen() -> None:
    tabla = _tabla(("Aspecto", "Desarrollo", "Grado de avance"), ("1.1 Territorio", "Se estima un avance menor.", "Mayor"))
    leido = _leer(f"{CABEZA}<p>Región de Aysén</p>{tabla}")
    assert leido.secciones[-1].campos["grado_avance"] == "MENOR"
    assert "GRADO_CONTRADICTORIO" in [h.codigo for h in leido.hallazgos]


def test_filas_que_siguen_y_numero_en_su_columna() -> None:
    tabla = _tabla(
        ("N°", "Materia", "Desarrollo alcanzado", "Nivel de avance"),
        ("1.3", "Complementariedad", "Se firmó un convenio", "Avance mayor"),
        ("", "", "Se sumó otro servicio", ""),
        ("2.1", "Información", "Se envió cada mes", "Avance menor"),
    )
    leido = _leer(f"{CABEZA}<p>REGIÓN: COQUIMBO</p>{tabla}")
    propias = [s for s in leido.secciones if s.nivel == "seccion"]
    assert [(s.numero, s.campos["grado_avance"]) for s in propias] == [("1.3", "MAYOR"), ("2.1", "MENOR")]
    assert propias[0].campos["desarrollo"] == "Se firmó un convenio Se sumó otro servicio"
    assert {s.region.codigos for s in propias if s.region} == {("04",)}


def test_en_texto_de_word() -> None:
    """Cells in a stream, whose rows only the column count gives; prose about a grade is no header."""
    texto = (
        "INFORME DE EVALUACIÓN, ETAPA 4, GT 2007\n\nRegión de Tarapacá\n\n\tAspecto\n\tDesarrollo\n\tGrado de avance\n\n"
        "\t1.1 Territorio\n\tSe logró un grado de avance mayor con las comunas\n\tAvance mayor\n"
        "\t1.2 Articulación\n\tDos mesas\n\tAvance menor\n\n"
    )
    assert _secciones(informe(texto)) == [
        ("capitulo", None, ("01",), None),
        ("seccion", "1.1", ("01",), "MAYOR"),
        ("seccion", "1.2", ("01",), "MENOR"),
    ]


FORMULARIO = ("Desarrollo alcanzado", "Recomendaciones")


def _por_oficina(*finales: str) -> Seccion | None:
    cuerpo = (
        f"{CABEZA}<p>DIRECCIÓN REGIONAL: AYSÉN</p><p>1.1 Perspectiva territorial</p>{_tabla(FORMULARIO, ('Avance mayor.', 'Seguir'))}"
        f"<p>1.2 Articulación territorial</p>{_tabla(FORMULARIO, ('', ''))}" + "".join(f"<p>{f}</p>" for f in finales)
    )
    leido = _leer(cuerpo)
    assert (leido.documento.estado, leido.documento.motivo) == ("ok", None)
    assert [h.tabla for h in leido.hallazgos if h.codigo == "SECCION_VACIA"] == [leido.secciones[-1].id]
    return leido.secciones[-1]


def test_la_firma_no_es_de_la_ultima_seccion() -> None:
    ultima = _por_oficina("Rosa Elvira Tapia", "Encargada Regional de Planificación")
    assert ultima is not None and ultima.texto is None


def test_lo_que_no_es_firma_queda() -> None:
    ultima = _por_oficina("Se deja constancia de que la encargada no sesionó.")
    assert ultima is not None and ultima.texto == "Se deja constancia de que la encargada no sesionó."


@pytest.mark.parametrize(
    ("texto", "grado"),
    [
        ("El avance menor del convenio obliga a rehacerlo.", "MENOR"),
        ("Hubo cuatro mesas. El avance mayor de la mesa costera se mantiene.", "MAYOR"),
        ("El avance mayor de lo previsto no se explica.", "SIN_DATO"),
        ("Se espera que el avance mayor de la costa siga.", "SIN_DATO"),
    ],
)
def test_el_grado_como_sujeto(texto: str, grado: str) -> None:
    assert buscar_grado([texto])[0] == grado


GUIA = (
    "INSTRUCTIVO 2009\n\n1. Propósito\n\nOrdenar la entrega de datos.\n\n2. Ámbito de aplicación\n\nTodas las oficinas.\n\n"
    "3. Roles y responsabilidades\n\nLa Jefa de Estudios: valida los datos.\nEl Encargado Regional: los reúne.\n\n"
    "4. Glosario\n\nBrecha: diferencia de acceso.\n\n5. Marco normativo\n\nLey N° 20.285 de 2008, del Ministerio de Hacienda.\n\n"
    "6. Pasos\n\n6.1 Preparación\n\na) Pedir los datos.\nb) Revisarlos.\n"
)


def test_guia_con_otras_palabras() -> None:
    leido = informe(GUIA)
    ficha = leido.documento
    assert (ficha.tipo, ficha.anio, ficha.etapas, ficha.servicio) == ("guia", 2009, (), None)
    por_numero = {s.numero: s for s in leido.secciones}
    assert list(por_numero) == ["1", "2", "3", "4", "5", "6", "6.1"]
    assert [r["rol"] for r in por_numero["3"].campos["responsabilidades"]] == ["Jefa de Estudios", "Encargado Regional"]
    assert por_numero["4"].campos["definiciones"] == [{"termino": "Brecha", "definicion": "diferencia de acceso."}]
    assert por_numero["5"].campos["normas"] == [{"tipo": "ley", "numero": "20.285", "anio": 2008}]
    assert por_numero["6.1"].campos["actividades"] == ["Pedir los datos.", "Revisarlos."]


def test_guia_sin_cifras_en_sus_titulos() -> None:
    texto = (
        "MANUAL DE PROCEDIMIENTO\n\nI. OBJETO\n\nFijar los pasos.\n\nII. CAMPO DE APLICACIÓN\n\nLas oficinas regionales.\n\n"
        "III. DEFINICIONES\n\nGT: gestión territorial.\n\nIV. REGISTROS\n\n- Acta de revisión\n"
    )
    leido = informe(texto)
    assert leido.documento.tipo == "guia"
    assert [(s.numero, s.titulo) for s in leido.secciones] == [
        ("I", "OBJETO"), ("II", "CAMPO DE APLICACIÓN"), ("III", "DEFINICIONES"), ("IV", "REGISTROS"),
    ]  # fmt: skip
    assert leido.secciones[-1].campos["registros"] == ["Acta de revisión"]


def test_registros_en_una_tabla() -> None:
    cuerpo = (
        "<p>1. Objeto</p><p>Fijar los pasos.</p><p>2. Campo de aplicación</p><p>El servicio.</p><p>3. Registros</p>"
        + _tabla(("Registro", "Custodia"), ("Acta de revisión", "Archivo"), ("Lista de asistencia", "Archivo"))
    )
    assert _leer(cuerpo).secciones[-1].campos["registros"] == ["Acta de revisión", "Lista de asistencia"]


def test_un_programa_no_es_una_guia() -> None:
    """A report that has an objective column and a scope line is no guide."""
    tabla = _tabla(
        ("Objetivo", "Actividad", "Ponderación", "Cumple", "Ponderación ganada"), ("Acercar", "Visitar", "100", "Sí", "100")
    )
    leido = _leer(f"<p>INFORME ETAPA 3, GT 2007</p><p>Alcance: Todas las regiones</p><p>Procedimiento de registro</p>{tabla}")
    assert leido.documento.tipo == "implementacion"


def test_una_tabla_por_seccion_con_una_fila_por_region() -> None:
    tabla = _tabla(
        ("Región", "Desarrollo", "Grado de avance"), ("Atacama", "Dos mesas", "Mayor"), ("VII", "Una mesa", "Avance menor")
    )
    leido = _leer(f"{CABEZA}<p>1.2. Articulación territorial</p>{tabla}")
    assert _secciones(leido)[1:] == [("seccion", "1.2", ("03",), "MAYOR"), ("seccion", "1.2", ("07",), "MENOR")]
    assert {s.padre for s in leido.secciones[1:]} == {leido.secciones[0].id}
    assert "GRADO_CONTRADICTORIO" not in [h.codigo for h in leido.hallazgos]


def test_la_region_en_una_fila_de_la_tabla() -> None:
    tabla = _tabla(
        ("Aspecto", "Análisis", "Calificación"),
        ("Región de Atacama", "", ""),
        ("1.1 Territorio", "Dos mesas", "Mayor"),
        ("Región del Maule", "", ""),
        ("1.1 Territorio", "Una mesa", "Menor"),
    )
    assert [f for f in _secciones(_leer(f"{CABEZA}{tabla}")) if f[0] == "seccion"] == [
        ("seccion", "1.1", ("03",), "MAYOR"),
        ("seccion", "1.1", ("07",), "MENOR"),
    ]


@pytest.mark.parametrize(
    ("rotulo", "rol"),
    [
        ("¿Quedó lista? (sí/no)", "estado"),
        ("¿Fue hecha a tiempo?", "estado"),
        ("Hecho (si / no)", "estado"),
        ("¿Quién responde?", "responsable"),
        ("Metas territoriales", "objetivo"),
        ("Fecha", "plazo"),
    ],
)
def test_rotulos_que_preguntan(rotulo: str, rol: str | None) -> None:
    tabla = _tabla(("Acción", rotulo, "Peso (%)", "Peso ganado"), ("Abrir la oficina", "sí", "100", "100"))
    (leida,) = _leer(f"<p>INFORME ETAPA 3, GT 2007</p><p>Región: Maule</p>{tabla}").tablas
    assert leida.columnas[1].rol == (rol or "otro")


def test_la_fecha_es_plazo_tambien_en_2009() -> None:
    tabla = _tabla(
        (
            "Objetivos específicos",
            "Indicador",
            "Meta anual o actividades",
            "Medio de verificación",
            "Ponderación (%)",
            "Cumple",
            "Fecha",
        ),
        ("Acercar", "Visitas", "- Visitar\n- Informar", "Acta", "100", "Sí", "06/2009"),
    )
    (leida,) = _leer(f"<p>Actividad III. 1 Programa de Trabajo GT 2009</p><p>Región: Maule</p>{tabla}").tablas
    assert (leida.columnas[-1].rol, leida.filas[0].plazo) == ("plazo", "06/2009")
