"""What a column is of where its label leaves it open: by the kind of things in its cells, by its brackets, by what is left."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

from extractor.modelo.informe import Informe
from extractor.modelo.tabla import Tabla

TITULO_3 = "<p>Informe de implementación, Etapa 3, año {anio}</p><p>Región de Coquimbo</p><p>Programa de trabajo</p>"
TITULO_4 = "<p>ETAPA N°4: EVALUACIÓN</p><p>SERVICIO: Dirección del Trabajo</p><p>REGIÓN: Coquimbo</p><p>Programa de trabajo GT 2008</p><p>Actividad 1.1</p>"


def _tabla(*filas: tuple[str, ...]) -> str:
    return "<table border='1'>" + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in f) + "</tr>" for f in filas) + "</table>"


def _leer(anio: int, *filas: tuple[str, ...], titulo: str = TITULO_3) -> Informe:
    return informe(f"<html><body>{titulo.format(anio=anio)}{_tabla(*filas)}</body></html>", "x.html")


def _roles(tabla: Tabla) -> list[str]:
    return [c.rol for c in tabla.columnas]


def _avisos(leido: Informe) -> list[str]:
    return [h.mensaje for h in leido.hallazgos if h.codigo == "LECTURA_DUDOSA"]


# ---- what counts things is a result, and what has bare figures was earned


def _de_2009(alcanzado: str, a_favor: str, celdas: tuple[str, str] = ("5 salas", "6 lecturas"), ganadas: tuple[str, str] = ("60", "30")) -> Informe:
    cabeza = ("Objetivos", "Indicador", alcanzado, "Metas o actividades", "Medio de verificación", "Incidencia (%)", "Cumple", a_favor)
    uno = ("Abrir una sala", "Salas abiertas. Meta: 5 salas", celdas[0], "- Arrendar la casa", "Contrato", "60", "Sí", ganadas[0])
    dos = ("Leer en las plazas", "Lecturas hechas. Meta: 6 lecturas", celdas[1], "- Invitar a los niños", "Fotos", "40", "Sí", ganadas[1])
    return _leer(2009, cabeza, uno, dos)


@pytest.mark.parametrize("alcanzado", ["Valor alcanzado", "Valor logrado", "Valor obtenido", "Valor final", "Total alcanzado"])
@pytest.mark.parametrize("a_favor", ["Incidencia a favor", "Incidencia ganada", "Ponderación ganada", "Puntaje obtenido"])
def test_lo_que_cuenta_cosas_es_el_resultado_y_no_lo_ganado(alcanzado: str, a_favor: str) -> None:
    leido = _de_2009(alcanzado, a_favor)
    assert _roles(leido.tablas[0])[2] == "resultado" and _roles(leido.tablas[0])[-1] == "ponderacion_ganada"
    assert [(h.codigo, h.informado, h.recalculado) for h in leido.hallazgos if h.gravedad != "aviso"] == [("GANADA_NO_CORRESPONDE", "30", "40")]


@pytest.mark.parametrize("rotulo", ["Situación al cierre", "Estado a diciembre", "Situación alcanzada"])
def test_la_situacion_al_cierre_es_el_resultado_si_cuenta(rotulo: str) -> None:
    assert _roles(_de_2009(rotulo, "Ponderación ganada").tablas[0])[2] == "resultado"
    cabeza = ("Actividades", "Ponderación", rotulo, "Ponderación ganada")
    leido = _leer(2008, cabeza, ("Abrir la sala", "60", "Cumplida", "60"), ("Pintar la sala", "40", "Cumplida", "40"))
    assert _roles(leido.tablas[0])[2] == "estado"


@pytest.mark.parametrize("celdas", [("12 días", "44 días"), ("el 80% de las salas", "3 escuelas")])
def test_cualquier_cosa_que_se_cuente(celdas: tuple[str, str]) -> None:
    leido = _de_2009("Valor alcanzado", "Incidencia a favor", celdas)
    assert "ponderacion_ganada" not in _roles(leido.tablas[0])[:3]
    assert _roles(leido.tablas[0])[-1] == "ponderacion_ganada"


def test_cifras_solas_siguen_siendo_lo_ganado() -> None:
    cabeza = ("Actividades", "Valor", "¿Cumple?", "Valor alcanzado")
    leido = _leer(2008, cabeza, ("Abrir la sala", "60", "Sí", "60"), ("Pintar la sala", "40", "Sí", "40"))
    assert _roles(leido.tablas[0]) == ["actividad", "ponderacion", "estado", "ponderacion_ganada"]


def test_una_ponderacion_ganada_con_palabras_sigue_siendolo() -> None:
    cabeza = ("Actividades", "Ponderación", "Cumple o no cumple", "Ponderación ganada")
    leido = _leer(2008, cabeza, ("Abrir la sala", "60", "No cumple", "Pendiente"), ("Pintar la sala", "40", "Cumple", "40 puntos"))
    assert _roles(leido.tablas[0])[-1] == "ponderacion_ganada"


# ---- what rises to the end beside weights and per cents


def _corrida(rotulo: str, cifras: tuple[str, ...] = ("30", "45", "75", "100"), estados: tuple[str, ...] = ("100%", "75%", "100%", "100%")) -> Informe:
    cabeza = ("Actividades", rotulo, "Grado de ejecución", "Ponderación por actividad")
    nombres = ("Abrir la sala", "Pintar la sala", "Barrer la sala", "Cerrar la sala")
    return _leer(2007, cabeza, *zip(nombres, cifras, estados, ("30", "20", "30", "20"), strict=True))


@pytest.mark.parametrize(
    "rotulo", ["Puntos a la fecha", "Puntaje a la fecha", "Suma a la fecha", "Total a la fecha", "Acumulado a la fecha", "Lo acumulado", "Valor hasta la fecha",
               "Peso al momento"],
)  # fmt: skip
def test_lo_que_crece_hasta_la_fecha_se_supone_lo_ganado(rotulo: str) -> None:
    leido = _corrida(rotulo)
    tabla = leido.tablas[0]
    assert _roles(tabla) == ["actividad", "ponderacion_ganada", "estado", "ponderacion"]
    assert [a.ponderacion_ganada.valor for f in tabla.filas for a in f.actividades if a.ponderacion_ganada] == ["30", "45", "75", "100"]
    assert len([a for a in _avisos(leido) if rotulo in a]) == 1
    assert [h.codigo for h in leido.hallazgos if h.gravedad != "aviso"] == []


@pytest.mark.parametrize(
    ("rotulo", "cifras"),
    [
        ("Puntos a la fecha", ("30", "20", "75", "10")),
        ("Personas a la fecha", ("30", "45", "75", "100")),
        ("Gasto a la fecha", ("30", "45", "75", "100")),
        ("Puntos a la fecha", ("30", "145", "275", "300")),
        ("Puntos del año anterior", ("30", "45", "75", "100")),
        ("Cosecha", ("30", "45", "75", "100")),
    ],
)
def test_lo_demas_no_se_supone(rotulo: str, cifras: tuple[str, ...]) -> None:
    leido = _corrida(rotulo, cifras)
    assert "ponderacion_ganada" not in _roles(leido.tablas[0])
    assert [h.codigo for h in leido.hallazgos if h.gravedad != "aviso"] == []


def test_junto_a_lo_ganado_no_hace_falta_suponer() -> None:
    cabeza = ("Actividades", "Puntos a la fecha", "Cumplimiento (%)", "Ponderación", "Ponderación ganada")
    leido = _leer(2007, cabeza, ("Abrir la sala", "30", "100%", "40", "40"), ("Pintar la sala", "90", "100%", "60", "60"))
    assert _roles(leido.tablas[0]) == ["actividad", "otro", "estado", "ponderacion", "ponderacion_ganada"]


# ---- an evaluation: the brackets of a label, and the progress of a form under other words


@pytest.mark.parametrize(
    "rotulo",
    [
        "Lo que arrojó la medición (Cumple, cumple parcialmente o no cumple el objetivo)",
        "Medición del indicador (cumple / cumple en parte / no cumple)",
        "Conclusión (Se cumple, se cumple parcialmente, no se cumple)",
        "Apreciación final (cumple o no cumple)",
        "Veredicto (cumplido, no cumplido)",
    ],
)
def test_el_parentesis_dice_el_papel(rotulo: str) -> None:
    cabeza = ("Objetivo Específico", "Indicador", rotulo)
    leido = _leer(2008, cabeza, ("Abrir la sala", "Salas abiertas", "Se cumple el objetivo"), ("Leer en voz alta", "Lecturas", "No se cumple"), titulo=TITULO_4)
    assert (leido.tablas[0].tipo, _roles(leido.tablas[0])) == ("evaluacion_objetivos", ["objetivo", "indicador", "resultado"])


@pytest.mark.parametrize("rotulo", ["Comentario (si lo hay)", "Lugar (comuna o provincia)", "Personas (mujeres, hombres)"])
def test_otro_parentesis_no_dice_nada(rotulo: str) -> None:
    cabeza = ("Objetivo Específico", "Indicador", rotulo)
    leido = _leer(2008, cabeza, ("Abrir la sala", "Salas abiertas", "Ovalle"), ("Leer en voz alta", "Lecturas", "Vicuña"), titulo=TITULO_4)
    assert all(t.tipo != "evaluacion_objetivos" for t in leido.tablas)


def _analisis(avance: str, objetivos: str = "Objetivo específico") -> Informe:
    cabeza = ("Actividades", "Ponderación", "Cumple o no cumple", "Ponderación ganada")
    programa = _tabla(cabeza, ("Abrir la sala", "100", "Sí", "100"))
    filas = ((objetivos, avance, "Medidas de la autoridad", "Recomendaciones y compromisos", "Responsable"),
             ("Atender mejor", "Se atiende hasta las nueve de la noche", "Sin medidas", "Mantener el horario", "Unidad de Salas"))  # fmt: skip
    return informe(f"<html><body>{TITULO_3.format(anio=2009)}{programa}<p>Análisis del avance</p>{_tabla(*filas)}</body></html>", "x.html")


@pytest.mark.parametrize("rotulo", ["Situación a la fecha", "Estado a diciembre", "Situación al cierre", "Cómo va a la fecha", "Avance a la fecha"])
def test_la_situacion_a_la_fecha_es_el_avance(rotulo: str) -> None:
    analisis = _analisis(rotulo).tablas[-1]
    assert (analisis.tipo, _roles(analisis)[:2]) == ("analisis_avance", ["objetivo", "avance"])


@pytest.mark.parametrize("rotulo", ["Relato", "Lo vivido", "Bitácora"])
def test_una_columna_del_analisis_que_nadie_conoce_se_dice(rotulo: str) -> None:
    leido = _analisis(rotulo)
    assert _roles(leido.tablas[-1])[1] == "otro"
    assert len([a for a in _avisos(leido) if f"«{rotulo}»" in a and "avance" in a]) == 1


# ---- a territory, and what is said of it


@pytest.mark.parametrize(
    ("rotulo", "rol"),
    [
        ("Metas del territorio", "objetivo"),
        ("Desafíos del territorio", "objetivo"),
        ("Objetivos para el territorio", "objetivo"),
        ("Propósito territorial", "objetivo"),
        ("Problemas del territorio", "otro"),
        ("Territorio", "territorio"),
        ("Territorio en que se trabaja", "territorio"),
        ("Nombre del territorio", "territorio"),
    ],
)
def test_lo_que_se_dice_del_territorio_no_es_el_territorio(rotulo: str, rol: str) -> None:
    cabeza = (rotulo, "Actividades", "Ponderación", "Cumple o no cumple", "Ponderación ganada")
    leido = _leer(2007, cabeza, ("Elqui", "Abrir la sala", "60", "Sí", "60"), ("Limarí", "Pintar la sala", "40", "Sí", "40"))
    assert _roles(leido.tablas[0])[0] == rol
