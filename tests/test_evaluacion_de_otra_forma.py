"""Evaluations with forms and parts of the services' own: other columns, another order, prose, both stages in one report."""

from __future__ import annotations

import pytest
from ayudas_partes import Filas, docx, html, texto

CUARTA = ("Servicio Agrícola y Ganadero", "Gestión Territorial 2008", "Etapa 4: evaluación")
DESARROLLO: Filas = (("Desarrollo alcanzado", "Recomendaciones"), ("Se delimitó el secano. Avance mayor.", "Sumar la costa."))
PROGRAMA: Filas = (
    ("Compromiso", "Peso", "¿Se hizo?", "Puntos ganados"),
    ("Vacunar el ganado del secano", "60", "Sí", "60"),
    ("Cercar las vegas", "40", "No", "0"),
)
BRECHAS: Filas = (
    ("Objetivo", "Logro comprometido", "Logro efectivo", "Brecha", "Recomendaciones"),
    ("Sanear los rebaños", "Visitar 9 majadas", "Se visitaron 9 majadas", "Sin brecha", "Repetir en abril"),
    ("Cuidar las vegas", "Cercar 6 vegas", "Se cercaron 4 vegas", "2 vegas", "Comprar alambre antes"),
)


def _orden(filas: Filas, *sitios: int) -> Filas:
    return tuple(tuple(f[i] for i in sitios) for f in filas)


def _con(filas: Filas, **rotulos: str) -> Filas:
    return (tuple(rotulos.get(f"c{i}", c) for i, c in enumerate(filas[0])), *filas[1:])


@pytest.mark.parametrize("leer", [html, docx, texto])
@pytest.mark.parametrize(
    "filas",
    [
        BRECHAS,
        _orden(BRECHAS, 3, 0, 1, 2),
        _con(BRECHAS, c0="Objetivo específico", c1="Lo comprometido", c2="Lo alcanzado", c3="Diferencia", c4="Sugerencias"),
        _con(BRECHAS, c1="Resultado esperado", c2="Resultado obtenido", c3="Brechas detectadas"),
        _con(_orden(BRECHAS, 0, 1, 2, 3), c0="Objetivos del plan", c1="Meta comprometida", c2="Logro", c3="Lo que falta"),
    ],
)  # fmt: skip
def test_los_objetivos_con_lo_comprometido_y_su_brecha(leer, filas: Filas) -> None:  # type: ignore[no-untyped-def]
    """By chapters of the offices the forms of the fourth stage were looked for nowhere."""
    partes = [x for r in ("Atacama", "Maule") for x in (f"Dirección Regional: {r}", "1.1. Perspectiva territorial del programa", DESARROLLO,
                                                        "OBJETIVO N°2: Evaluación de los objetivos", filas)]  # fmt: skip
    leido = leer(*CUARTA, *partes)
    assert leido.documento.estado == "ok"
    assert [(t.tipo, t.region.codigos, len(t.filas)) for t in leido.tablas] == [
        ("evaluacion_objetivos", (c,), 2) for c in ("03", "07")
    ]
    roles = {c.rol for c in leido.tablas[0].columnas}
    assert {"objetivo", "logro_comprometido", "logro_efectivo", "brecha"} <= roles and "otro" not in roles
    assert leido.tablas[0].filas[1].objetivos == ("Cuidar las vegas",)


@pytest.mark.parametrize("central", ["NIVEL CENTRAL", "Nivel Central", "DIRECCIÓN NACIONAL"])
def test_las_tablas_del_nivel_central_tras_los_capitulos(central: str) -> None:
    """They were of the last region."""
    objetivos: Filas = (("Indicador", "Objetivo", "Resultado alcanzado"), ("N° de majadas", "Sanear los rebaños", "Cumple"))
    partes = [
        x
        for r in ("Atacama", "Maule")
        for x in (f"Dirección Regional: {r}", "1.1. Perspectiva territorial del programa", DESARROLLO)
    ]
    leido = docx(*CUARTA, *partes, central, "Actividad 1.1: Cumplimiento de los objetivos", objetivos)
    (propia,) = leido.tablas
    assert (propia.tipo, propia.region.alcance) == ("evaluacion_objetivos", "NIVEL_CENTRAL")
    assert all(central not in (s.texto or "") for s in leido.secciones)


def test_un_anexo_no_es_de_la_ultima_region() -> None:
    partes = [
        x
        for r in ("Atacama", "Maule")
        for x in (f"Dirección Regional: {r}", "1.1. Perspectiva territorial del programa", DESARROLLO)
    ]
    anexo: Filas = (("Comuna", "Mujeres", "Hombres"), ("Copiapó", "12", "9"), ("Talca", "8", "11"))
    leido = html(*CUARTA, *partes, "Anexo 1. Asistentes a las jornadas", anexo)
    assert [t.region.codigos for t in leido.tablas] == [()]
    sola = html(*CUARTA, *partes[:3], "Anexo 1. Asistentes a las jornadas", anexo)
    assert [t.region.codigos for t in sola.tablas] == [("03",)]


REGIONES: Filas = (
    ("Región", "Avance efectivo", "Dificultades encontradas", "Compromisos", "Responsable"),
    (
        "Atacama",
        "Majadas visitadas con los crianceros",
        "Caminos cortados por la nieve",
        "Salir antes del invierno",
        "Oficina Vallenar",
    ),
    ("Maule", "Vegas cercadas con el municipio", "Falta de alambre en la zona", "Comprar en marzo", "Oficina Talca"),
)


@pytest.mark.parametrize("leer", [html, docx, texto])
@pytest.mark.parametrize(
    "filas",
    [
        REGIONES,
        _orden(REGIONES, 0, 2, 1, 3),
        _con(REGIONES, c0="Dirección Regional", c1="Principales avances", c2="Obstáculos", c3="Medidas correctivas"),
    ],
)
def test_el_analisis_del_avance_por_region_y_con_sus_dificultades(leer, filas: Filas) -> None:  # type: ignore[no-untyped-def]
    leido = leer("Servicio Agrícola y Ganadero", "Gestión Territorial 2008", "Etapa 3: implementación", "Región de Atacama", PROGRAMA,
                 "Región del Maule", PROGRAMA, "Avances y dificultades", filas)  # fmt: skip
    assert leido.documento.estado == "ok"
    assert [(t.tipo, t.region.codigos, len(t.filas)) for t in leido.tablas] == [
        ("programa_trabajo", ("03",), 2 if leer is not texto else len(leido.tablas[0].filas)),
        ("programa_trabajo", ("07",), 2 if leer is not texto else len(leido.tablas[1].filas)),
        ("analisis_avance", ("03", "07"), 2),
    ]
    assert leido.tablas[-1].columnas[0].rol == "territorio"


PROSA = ("4.1 Trabajo con otros servicios", "Hubo tres mesas con las municipalidades. Se estima un avance mayor.",
         "4.2 Uso de los mapas", "Los mapas llegaron tarde; el avance es menor.")  # fmt: skip


@pytest.mark.parametrize("leer", [html, docx])
@pytest.mark.parametrize(("tercera", "cuarta"), [
    ("Etapa 3: implementación", "Etapa 4: evaluación"), ("I. Etapa 3", "II. Etapa 4"), ("TERCERA ETAPA", "CUARTA ETAPA"),
])  # fmt: skip
@pytest.mark.parametrize("titulada", [True, False])
def test_una_evaluacion_en_prosa_tras_el_programa(leer, tercera: str, cuarta: str, titulada: bool) -> None:  # type: ignore[no-untyped-def]
    """The programme was read and the evaluation, which no form holds, was lost without a word."""
    programa = _con(PROGRAMA, c0="Actividades", c1="Pond. actividad", c2="Cumple o No cumple", c3="Ponderación ganada")
    antes = ("Actividad 1.1: Implementación de las actividades", programa) if titulada else (PROGRAMA,)
    leido = leer("Servicio Agrícola y Ganadero", "Gestión Territorial 2008", tercera, "Región de Atacama", *antes, cuarta, *PROSA)
    assert (leido.documento.tipo, leido.documento.etapas, leido.documento.estado) == ("implementacion", (3, 4), "ok")
    assert [t.tipo for t in leido.tablas] == ["programa_trabajo"]
    assert [(s.numero, s.campos.get("grado_avance")) for s in leido.secciones if s.nivel == "seccion"] == [
        ("4.1", "MAYOR"), ("4.2", "MENOR"),
    ]  # fmt: skip


def test_una_evaluacion_en_prosa_con_los_titulos_de_la_forma() -> None:
    prosa = ("1. Perspectiva territorial", "Se delimitó el secano. Se califica con avance mayor.",
             "2. Articulación territorial", "Hubo dos mesas: avance menor.", "3. Complementariedad", "No aplica.")  # fmt: skip
    leido = html(*CUARTA, *prosa)
    assert [(s.numero, s.campos.get("grado_avance")) for s in leido.secciones] == [
        ("1", "MAYOR"), ("2", "MENOR"), ("3", "NO_APLICA"),
    ]  # fmt: skip
    assert (leido.documento.tipo, leido.documento.estado) == ("evaluacion", "ok")
    assert not any(h.codigo == "SECCION_AUSENTE" for h in leido.hallazgos)


def test_la_prosa_de_la_tercera_etapa_no_califica() -> None:
    leido = html("Servicio Agrícola y Ganadero", "Gestión Territorial 2008", "Etapa 3: implementación", "Región de Atacama", PROGRAMA,
                  "1.2 Comentarios", "En las vegas hubo un avance menor y en los rebaños un avance mayor.")  # fmt: skip
    assert not any("grado_avance" in s.campos for s in leido.secciones)
    assert not any(h.codigo == "GRADO_CONTRADICTORIO" for h in leido.hallazgos)


@pytest.mark.parametrize("leer", [html, docx, texto])
@pytest.mark.parametrize("orden", [(0, 1, 2, 3), (1, 0, 3, 2)])
def test_los_productos_con_lo_comprometido_y_lo_logrado(leer, orden: tuple[int, ...]) -> None:  # type: ignore[no-untyped-def]
    filas: Filas = (
        ("Producto", "Modificación comprometida", "Logro comprometido", "Logro efectivo"),
        ("Vacunas", "Rondas en la costa", "6 rondas", "7 rondas"),
        ("Semillas", "Reparto en Tirúa", "90 sacos", "60 sacos"),
    )
    leido = leer(*CUARTA, "Región: Atacama", _orden(filas, *orden))
    assert [(t.tipo, len(t.filas)) for t in leido.tablas] == [("evaluacion_productos", 2)]
    roles = ("producto", "modificacion", "logro_comprometido", "logro_efectivo")
    assert tuple(c.rol for c in leido.tablas[0].columnas) == tuple(roles[i] for i in orden)


def test_una_evaluacion_solo_con_sus_tablas() -> None:
    """No line titles the form: what the stage's tables are says it."""
    objetivos: Filas = (
        ("Indicador", "Objetivo", "Resultado obtenido", "Grado de cumplimiento"),
        ("N° de majadas", "Sanear los rebaños", "9 majadas", "Cumple"),
    )
    aportes: Filas = (("Dificultades", "Contribución al territorio"), ("Nieve en la cordillera", "Rebaños sanos en el secano"))
    leido = html(*CUARTA, "Región: Atacama", "Objetivos", objetivos, "Aportes", aportes)
    assert (leido.documento.tipo, leido.documento.patron, leido.documento.estado) == ("evaluacion", "e4_2007", "ok")
    assert [t.tipo for t in leido.tablas] == ["evaluacion_objetivos", "contribucion"]
    assert [e.valor if (e := f.estado) else None for f in leido.tablas[0].filas] == ["CUMPLE"]


def test_con_otros_numeros_no_se_dice_cuales_faltan() -> None:
    leido = html(*CUARTA, "2.1 Perspectiva territorial", "Se delimitó el secano: avance mayor.",
                  "2.2 Complementariedad", "Hubo un convenio: avance menor.")  # fmt: skip
    assert [s.campos.get("grado_avance") for s in leido.secciones] == ["MAYOR", "MENOR"]
    assert not any(h.codigo == "SECCION_AUSENTE" for h in leido.hallazgos)


@pytest.mark.parametrize(
    "cabeza", [("Ítem", "Comprometido", "Realizado", "Diferencia"), ("Objetivo", "Actividades", "Logro", "Plazo")]
)
def test_una_tabla_de_otra_cosa_no_es_de_la_evaluacion(cabeza: tuple[str, ...]) -> None:
    otra: Filas = (cabeza, ("Alambre", "40 rollos", "38 rollos", "2 rollos"), ("Sondas", "4 sondas", "4 sondas", "Ninguna"))
    leido = html(*CUARTA, "Dirección Regional: Atacama", "1.1. Perspectiva territorial del programa", DESARROLLO, otra)
    assert [t.tipo for t in leido.tablas] == ["otra"]


def test_una_etapa_anunciada_no_trae_evaluacion() -> None:
    """The fourth stage only has its title: nothing is read otherwise for it."""
    antes = ("Servicio Agrícola y Ganadero", "Gestión Territorial 2008", "Etapa 3: implementación", "Región de Atacama", PROGRAMA)
    sola, con_titulo = html(*antes), html(*antes, "Etapa 4: evaluación", "1.1 Se informará en marzo.")
    assert [t.filas for t in con_titulo.tablas] == [t.filas for t in sola.tablas]
    assert con_titulo.documento.patron == sola.documento.patron and con_titulo.documento.estado == "ok"
    assert len(con_titulo.hallazgos) == len(sola.hallazgos)


@pytest.mark.parametrize("leer", [html, docx])
@pytest.mark.parametrize("marcas", [("a) ", "b) "), ("1) ", "2) "), ("I.- ", "II.- "), ("", "")])
def test_secciones_por_sus_titulos_en_capitulos_de_region(leer, marcas: tuple[str, str]) -> None:  # type: ignore[no-untyped-def]
    una, otra = marcas
    capitulo = (f"{una}Perspectiva territorial", "Se delimitó el secano.", "Grado de avance: Mayor",
                f"{otra}Articulación territorial", "Hubo dos mesas; avance menor.")  # fmt: skip
    leido = leer(*CUARTA, "Región de Atacama", *capitulo, "Región del Maule", *capitulo)
    assert (leido.documento.tipo, leido.documento.estado) == ("evaluacion", "ok")
    numeros = [m.strip(" ).-") or None for m in marcas]
    assert [(s.nivel, s.numero, s.region and s.region.codigos, s.campos.get("grado_avance")) for s in leido.secciones] == [
        parte for c in ("03", "07")
        for parte in (("capitulo", None, (c,), None), ("seccion", numeros[0], (c,), "MAYOR"), ("seccion", numeros[1], (c,), "MENOR"))
    ]  # fmt: skip


def test_un_cuadro_con_los_titulos_de_la_forma_no_se_parte() -> None:
    cuadro: Filas = (("Aspecto", "Grado", "Comentario", "Próximos pasos"), ("Perspectiva territorial", "Mayor", "Se delimitó", "Seguir"),
                     ("Articulación territorial", "Menor", "Hubo dos mesas", "Firmar"))  # fmt: skip
    brechas: Filas = (("Lo previsto", "Lo conseguido", "Brecha", "Causa"), ("9 majadas", "7 majadas", "2 majadas", "Nieve"))
    leido = html(*CUARTA, "Región de Atacama", cuadro, "Brechas", brechas)
    assert [(s.titulo, s.campos.get("grado_avance")) for s in leido.secciones if s.nivel == "seccion"] == [
        ("Perspectiva territorial", "MAYOR"), ("Articulación territorial", "MENOR"),
    ]  # fmt: skip
    assert [(t.tipo, [c.rol for c in t.columnas]) for t in leido.tablas] == [
        ("brechas", ["logro_comprometido", "logro_efectivo", "brecha", "dificultades"])
    ]
