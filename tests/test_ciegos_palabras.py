"""Labels, totals, performances and regions in words that no other test has: told by their groups of words, never by a phrase."""

from __future__ import annotations

import pytest
from ayudas_texto import celda, informe, programa_2007

from extractor.formatos.carga import cargar_patrones
from extractor.formatos.columnas.encabezados import leer_encabezado, rotulos_de
from extractor.modelo.base import Origen
from extractor.modelo.documento import Celda, Parrafo

ROTULOS = rotulos_de(tuple(t for p in cargar_patrones() for t in p.tablas))


def _celda(texto: str) -> Celda:
    return Celda((Parrafo(texto, Origen(texto=texto), 0),), Origen(texto=texto))


def _roles(*rotulos: str) -> list[str | None]:
    encabezado = leer_encabezado([_celda(r) for r in rotulos], ROTULOS, completo=True)
    assert encabezado is not None
    return [e.rol if e else None for e in encabezado.etiquetas]


PROGRAMA = ["objetivo", "actividad", "ponderacion", "estado", "ponderacion_ganada"]


@pytest.mark.parametrize(
    "rotulos",
    [
        ("Eje", "Tareas", "Incidencia (%)", "Estado", "Valor alcanzado"),
        ("Eje estratégico", "Acciones", "Importancia", "¿Se hizo?", "Puntaje alcanzado (%)"),
        ("Línea N°", "Tareas", "Ponderador", "Situación", "Valor obtenido (%)"),
        ("Obj. N°", "Actividades", "Importancia (%)", "Cumple", "Ponderación alcanzada"),
        ("N° Obj.", "Actividades", "Incidencia relativa", "Cumple", "Valor logrado"),
    ],
)
def test_columnas_del_programa_con_otras_palabras(rotulos: tuple[str, ...]) -> None:
    assert _roles(*rotulos) == PROGRAMA


@pytest.mark.parametrize("rotulo", ["Ejecución", "Ejecutada"])
def test_eje_no_es_el_comienzo_de_otra_palabra(rotulo: str) -> None:
    roles = _roles("Objetivos", "Tareas", "Peso", rotulo, "Peso ganado")
    assert roles == PROGRAMA


def test_de_2009_con_otras_palabras() -> None:
    rotulos = (
        "Línea de trabajo", "Indicador", "Logro del indicador en el año", "Meta anual o tareas comprometidas", "Respaldo", "Incidencia",
        "Situación", "Valor obtenido",
    )  # fmt: skip
    assert _roles(*rotulos) == [
        "objetivo", "indicador", "resultado", "meta_o_actividades", "medio", "ponderacion", "estado", "ponderacion_ganada",
    ]  # fmt: skip
    assert (
        _roles("Objetivo", "Indicador", "Valor alcanzado por el indicador", "Meta", "Medio de verificación", "Peso")[2]
        == "resultado"
    )


@pytest.mark.parametrize(
    ("rotulos", "roles"),
    [
        (
            ("Cambios obtenidos en cada objetivo", "Propuestas para afianzar lo avanzado", "Tareas para la fase siguiente", "Encargada"),
            ["modificacion", "recomendaciones", "compromisos", "responsable"],
        ),
        (
            ("Objetivo", "Progreso de las actividades", "Progreso de las medidas", "Sugerencias y compromisos frente a las dificultades", "Encargado"),
            ["objetivo", "avance", "medidas", "recomendaciones", "responsable"],
        ),
        (("Mejoras conseguidas por cada línea", "Sugerencias", "Compromisos"), ["modificacion", "recomendaciones", "compromisos"]),
        (("Lo que se logró", "Sugerencias para mejorar el plan y su puesta en práctica"), ["desarrollo", "recomendaciones"]),
        (("¿Qué se alcanzó?", "Propuestas de mejora"), ["desarrollo", "recomendaciones"]),
        (("Logros del año", "Propuestas para corregir el diseño"), ["desarrollo", "recomendaciones"]),
    ],
)  # fmt: skip
def test_formularios_de_textos_con_otras_palabras(rotulos: tuple[str, ...], roles: list[str]) -> None:
    assert _roles(*rotulos) == roles


def test_metas_propuestas_no_son_recomendaciones() -> None:
    assert "recomendaciones" not in _roles("Objetivos", "Actividades propuestas", "Peso", "Cumple", "Peso ganado")


def _pagina(*partes: str) -> str:
    return f"<html><body>{''.join(partes)}</body></html>"


def _tabla(*filas: tuple[str, ...]) -> str:
    return f"<table border='1'>{''.join('<tr>' + ''.join(f'<td>{c}</td>' for c in f) + '</tr>' for f in filas)}</table>"


TITULO_2007 = "<p>ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007</p>"
CABEZA = ("Objetivos", "Actividades", "Ponderación", "Cumple", "Ponderación ganada")
FILAS = (("Riego", "Abrir las compuertas", "60", "Sí", "60"), ("Riego", "Cerrar las compuertas", "40", "No", "0"))


@pytest.mark.parametrize(
    "rotulo", ["Puntaje total", "Puntos totales", "Sumatoria", "Suma total", "Peso total", "Ponderación total"]
)
def test_filas_de_total(rotulo: str) -> None:
    leido = informe(_pagina(TITULO_2007, "<p>Región: Aysén</p>", _tabla(CABEZA, *FILAS, (rotulo, "", "100", "", "70"))), "x.html")
    (tabla,) = leido.tablas
    assert len(tabla.filas) == 2
    assert [b.total_ganada.valor for b in tabla.bloques if b.total_ganada] == ["70"]
    assert [(h.codigo, h.informado, h.recalculado) for h in leido.hallazgos] == [("TOTAL_GANADA_NO_CUADRA", "70", "60")]


@pytest.mark.parametrize("rotulo", ["Dirección Regional (1)", "Zona", "Sede regional"])
def test_rotulo_de_region_junto_a_su_region(rotulo: str) -> None:
    leido = informe(_pagina(TITULO_2007, _tabla((rotulo, "Maule")), "<p></p>", _tabla(CABEZA, *FILAS)), "x.html")
    assert [t.region.codigos for t in leido.tablas if t.tipo == "programa_trabajo"] == [("07",)]


@pytest.mark.parametrize("linea", ["Séptima Región", "REGIÓN DEL MAULE (VII)", "Zona: Maule"])
def test_region_en_una_linea_con_su_ordinal(linea: str) -> None:
    leido = informe(
        _pagina(TITULO_2007, "<p>Región: Aysén</p>", _tabla(CABEZA, *FILAS), f"<p>{linea}</p>", _tabla(CABEZA, *FILAS)), "x.html"
    )
    assert [t.region.codigos for t in leido.tablas if t.tipo == "programa_trabajo"] == [("11",), ("07",)]


CABEZA_2009 = (
    "Objetivos específicos",
    "Indicador",
    "Meta anual o actividades",
    "Medio de verificación",
    "Ponderación",
    "Cumple",
    "Ponderación ganada",
)
FILAS_2009 = (
    ("Regar", "Canales", "Meta: 4 canales", "Actas", "60", "Sí", "60"),
    ("Sembrar", "Huertos", "Meta: 9 huertos", "Fotos", "40", "No", "0"),
)
TITULO_2009 = (
    "<p>FORMATOS DE LA ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2009</p>"
    "<p>Actividad III. 1. Programa de Trabajo 2009</p><p>REGIÓN: AYSÉN</p>"
)


def _de_2009(*bajo: str) -> str:
    return _pagina(TITULO_2009, _tabla(CABEZA_2009, *FILAS_2009), *bajo)


@pytest.mark.parametrize(
    ("region", "servicio"),
    [
        ("Resultado anual de la región (%)", "Resultado anual del Servicio (CUMPLE / NO CUMPLE)"),
        ("Porcentaje de cumplimiento de la región 2009", "Cumplimiento del programa por la institución 2009"),
        ("Rendimiento regional", "Rendimiento del servicio"),
    ],
)
def test_desempeno_con_otras_palabras(region: str, servicio: str) -> None:
    for bajo in ((f"<p>{region}: 95%</p>", f"<p>{servicio}: CUMPLE</p>"), (_tabla((region, "95%"), (servicio, "CUMPLE")),)):
        leido = informe(_de_2009(*bajo), "x.html")
        (tabla,) = [t for t in leido.tablas if t.tipo == "programa_trabajo"]
        assert tabla.desempeno is not None and tabla.desempeno.region is not None
        assert (tabla.desempeno.region.valor, tabla.desempeno.servicio) == ("95", "CUMPLE")
        hallados = {h.codigo for h in leido.hallazgos}
        assert {"DESEMPENO_REGION_NO_CUADRA", "DESEMPENO_SERVICIO_NO_CUADRA"} <= hallados and "LECTURA_DUDOSA" not in hallados


@pytest.mark.parametrize(
    "linea",
    [
        "Resultado del programa en la región de salud rural: 95%",
        "Resultado de la región",
        "Porcentaje de mujeres de la región: 40%",
    ],
)
def test_otras_lineas_no_son_desempeno(linea: str) -> None:
    (tabla,) = [t for t in informe(_de_2009(f"<p>{linea}</p>"), "x.html").tablas if t.tipo == "programa_trabajo"]
    assert tabla.desempeno is None


def _dudas(texto: str, nombre: str = "x.html") -> list[str]:
    return [h.mensaje for h in informe(texto, nombre).hallazgos if h.codigo == "LECTURA_DUDOSA"]


@pytest.mark.parametrize(
    "bajo",
    [
        "<p>Apreciación final de la región por su trabajo: 95%</p>",
        "<p>Apreciación del servicio – NO CUMPLE</p>",
        _tabla(("Apreciación de la región (%)", "95"), ("Apreciación de la institución", "CUMPLE")),
    ],
)
def test_desempeno_en_palabras_que_nadie_sabe_se_dice(bajo: str) -> None:
    dichas = _dudas(_de_2009(bajo))
    assert dichas and all("«" in d and ("región" in d or "servicio" in d or "institución" in d) for d in dichas)


def test_desempeno_vertido_en_la_tabla_se_dice() -> None:
    fila = ("Apreciación de la región (%)", "", "", "", "", "", "95")
    assert any(
        "Apreciación de la región (%) 95" in d for d in _dudas(_pagina(TITULO_2009, _tabla(CABEZA_2009, *FILAS_2009, fila)))
    )


@pytest.mark.parametrize(
    "linea",
    [
        "La ronda llegó a cuatro comunas de la costa",
        "Fuente: registro de la región",
        "Total de la región: 60%",
        "El servicio debe llegar en cada región al 90%.",
    ],
)
def test_lo_que_no_es_desempeno_no_se_dice(linea: str) -> None:
    assert not any("desempeño" in d for d in _dudas(_de_2009(f"<p>{linea}</p>")))


SEGUNDO = ("Objetivo", "Actividades comprometidas", "Medio de verificación", "Ponderación actividad (%)", "Unidad responsable")
DATOS = (
    ("Diseñar", "Acordar el calendario", "Oficio", "1,5", "Estudios"),
    ("Entregar", "Enviar los datos", "Oficio", "2", "Estudios"),
)


@pytest.mark.parametrize(
    ("linea", "valor"),
    [
        ("Incidencia del Programa de Trabajo (%) = 5%", "5"),
        ("Importancia relativa del programa = 5 %", "5"),
        ("Peso asignado al plan: 5%", "5"),
        ("Relevancia del programa de trabajo (%) = 5%", "5"),
        ("Gravitación de esta parte en el conjunto (%): 5", "5"),
        ("Trascendencia del programa de trabajo (%) = 5%", None),
    ],
)
def test_peso_declarado_con_otras_palabras(linea: str, valor: str | None) -> None:
    titulo = "<p>Actividad III. 2.1: Programa de Trabajo para proveer de información</p>"
    texto = _pagina(TITULO_2009, titulo, f"<p>{linea}</p>", _tabla(SEGUNDO, *DATOS))
    leido = informe(texto, "x.html")
    (tabla,) = leido.tablas
    assert (tabla.ponderacion_declarada.valor if tabla.ponderacion_declarada else None) == valor
    codigos = {h.codigo for h in leido.hallazgos}
    assert ("PROGRAMA_NO_CUADRA" in codigos) is (valor is not None)
    if "Trascendencia" in linea:
        assert any(linea in d for d in _dudas(texto))


AVANCE = ("Cosas nuevas", "Lo que conviene", "Lo que viene", "Quién")
ANALISIS = (
    "Los regantes limpian el canal por turnos",
    "Firmar un convenio con la junta",
    "Sumar los huertos de la costa",
    "Área de riego",
)


def test_analisis_del_avance_sin_encabezado_conocido_se_dice() -> None:
    texto = _pagina(TITULO_2007, "<p>Región: Aysén</p>", _tabla(CABEZA, *FILAS), "<p>Avance</p>", _tabla(AVANCE, ANALISIS))
    assert any("«Cosas nuevas», «Lo que conviene»" in d for d in _dudas(texto))
    de_flujo = programa_2007((("Riego",), ("Abrir las compuertas",), ("100",), ("Sí",), ("100",))) + (
        "\n\n\tActividad 1.2: Análisis\n\n" + "".join(celda(t) for t in (*AVANCE, *ANALISIS)) + "\n\nTexto que sigue.\n"
    )
    leido = informe(de_flujo)
    assert [t.tipo for t in leido.tablas] == ["programa_trabajo", "otra"]
    assert any("«Cosas nuevas», «Lo que conviene»" in h.mensaje for h in leido.hallazgos if h.codigo == "LECTURA_DUDOSA")
    assert not any("Cosas nuevas" in (s.texto or "") for s in leido.secciones)


def test_lista_de_personas_tras_un_programa_no_se_dice() -> None:
    lista = _tabla(
        ("Nombre", "Cargo", "Institución"),
        ("Rosa Ilabaca Soto Pérez", "Jefa de la Unidad de Riego", "Comisión Nacional de Riego Andino"),
    )
    assert not _dudas(_pagina(TITULO_2007, "<p>Región: Aysén</p>", _tabla(CABEZA, *FILAS), lista))


SECCION = "1.1. Perspectiva territorial del programa"


@pytest.mark.parametrize(
    ("rotulos", "leida"), [(("Qué se logró", "Sugerencias para mejorar"), True), (("Lo visto", "Ideas sueltas"), False)]
)
@pytest.mark.parametrize("titulo", ["CUARTA ETAPA – EVALUACIÓN 2008", "ETAPA N°4 - EVALUACIÓN 2008"])
@pytest.mark.parametrize("zona", ["ZONA: MAULE", "DIRECCIÓN REGIONAL: MAULE"])
def test_secciones_de_la_evaluacion(titulo: str, zona: str, rotulos: tuple[str, str], leida: bool) -> None:
    cuerpo = ("Se ordenó la oferta por comuna", "Avance mayor")
    de_flujo = f"{titulo}\n\n\t{zona}\n\n\n{SECCION}\n\n{''.join(celda(t) for t in (*rotulos, *cuerpo))}\n\n"
    de_filas = _pagina(f"<p>{titulo}</p><p>{zona}</p><p>{SECCION}</p>", _tabla(rotulos, cuerpo))
    for texto, nombre in ((de_flujo, "x.txt"), (de_filas, "x.html")):
        leido = informe(texto, nombre)
        assert (leido.documento.tipo, leido.documento.etapas) == ("evaluacion", (4,))
        assert [(s.nivel, s.region.codigos) for s in leido.secciones if s.region] == [("capitulo", ("07",)), ("seccion", ("07",))]
        (seccion,) = [s for s in leido.secciones if s.nivel == "seccion"]
        assert seccion.campos.get("grado_avance") == ("MAYOR" if leida else None)
        dudas = [h.mensaje for h in leido.hallazgos if h.codigo == "LECTURA_DUDOSA"]
        assert bool(dudas) is not leida


def test_lista_de_asistentes_tras_la_ultima_seccion_no_se_dice() -> None:
    forma = _tabla(("Desarrollo alcanzado", "Recomendaciones"), ("Se ordenó la oferta por comuna", "Avance mayor"))
    lista = _tabla(("Nombre", "Cargo"), ("Rosa Ilabaca Soto", "Jefa"), ("Juan Vera Mella", "Chofer"))
    titulos = f"<p>ETAPA N°4 - EVALUACIÓN 2008</p><p>DIRECCIÓN REGIONAL: MAULE</p><p>{SECCION}</p>"
    assert not _dudas(_pagina(titulos, forma, "<p>1.9. Asistentes a la jornada</p>", lista))


def test_desempeno_vertido_en_celdas_de_texto_se_dice() -> None:
    pares = ("Apreciación de la región 2009 (%)", "60%", "Parecer del Servicio (CUMPLE / NO CUMPLE)", "CUMPLE")
    cabeza = (
        "FORMATOS DE LA ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2009\n\nActividad III. 1. Programa de Trabajo 2009\n\n"
    )
    filas = "".join(celda(t) for fila in (CABEZA_2009, *FILAS_2009, pares) for t in fila)
    dichas = _dudas(f"{cabeza}\tREGIÓN (1)\n\tAYSÉN\n\n{filas}\n", "x.txt")
    assert [any(rotulo in d for d in dichas) for rotulo in pares[::2]] == [True, True]
