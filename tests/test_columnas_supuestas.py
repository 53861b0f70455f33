"""Columns of figures whose label does not say that they are the weights, or the earned ones: read, told, and never judged."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

from extractor.modelo.informe import Informe

TITULO = "<p>ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007</p><p>Actividad 1.1: Implementación</p><p>Región: Los Lagos</p>"
SIN_JUZGAR = {"PONDERACIONES_NO_SUMAN_100", "GANADA_NO_CORRESPONDE", "ESTADO_CONTRADICE_GANADA", "TOTAL_GANADA_NO_CUADRA"}


def _leer(cabeza: tuple[str, ...], *filas: tuple[str, ...]) -> Informe:
    cuerpo = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in f)}</tr>" for f in (cabeza, *filas))
    return informe(f"<html><body>{TITULO}<table border='1'>{cuerpo}</table></body></html>", "x.html")


def _columna(leido: Informe, rotulo: str) -> str:
    return next(c.rol for c in leido.tablas[0].columnas if c.texto == rotulo)


def _certezas(leido: Informe, campo: str) -> set[str]:
    return {getattr(a, campo).certeza for f in leido.tablas[0].filas for a in f.actividades if getattr(a, campo) is not None}


@pytest.mark.parametrize("rotulo", ["Participación (%)", "% de hogares rurales", "Alcance (%)"])
def test_los_pesos_por_descarte_se_leen_y_no_se_juzgan(rotulo: str) -> None:
    leido = _leer(
        ("Tareas", rotulo, "Cumple", "Peso logrado"), ("Tejer redes", "70", "Sí", "55"), ("Secar algas", "65", "No", "45"), ("Total", "135", "", "100"),
    )  # fmt: skip
    assert _columna(leido, rotulo) == "ponderacion"
    assert _certezas(leido, "ponderacion") == {"dudosa"}
    assert [(h.codigo, h.campo) for h in leido.hallazgos if h.codigo == "LECTURA_DUDOSA"] == [("LECTURA_DUDOSA", "ponderacion")]
    assert SIN_JUZGAR.isdisjoint(h.codigo for h in leido.hallazgos)
    assert {v.resultado for v in leido.verificaciones if v.regla == "PONDERACIONES_NO_SUMAN_100"} <= {"NO_VERIFICABLE"}


@pytest.mark.parametrize("rotulo", ["%", "% comprometido"])
def test_los_porcentajes_de_los_que_otros_se_ganaron_son_los_pesos(rotulo: str) -> None:
    leido = _leer(("Tareas", rotulo, "Cumple", "% ganado"), ("Tejer redes", "70", "Sí", "70"), ("Secar algas", "30", "No", "30"))
    assert [(h.codigo, h.gravedad, h.informado, h.recalculado) for h in leido.hallazgos] == [
        ("GANADA_NO_CORRESPONDE", "cambia_decision", "30", "0")
    ]


@pytest.mark.parametrize("rotulo", ["Valor obtenido", "Valor logrado", "Valor obtenido en el año"])
def test_un_valor_que_no_dice_de_que_es(rotulo: str) -> None:
    filas = (("Tejer redes", "Caletas", "70", "Sí", "14"), ("Secar algas", "Playas", "30", "No", "9"))
    leido = _leer(("Tareas", "Eje", "Peso", "Cumple", rotulo), *filas)
    assert _columna(leido, rotulo) == "ponderacion_ganada"
    assert _certezas(leido, "ponderacion_ganada") == {"dudosa"} and _certezas(leido, "ponderacion") == {"segura"}
    assert [(h.codigo, h.campo) for h in leido.hallazgos] == [("LECTURA_DUDOSA", "ponderacion_ganada")]


@pytest.mark.parametrize(
    ("peso", "rotulo"), [("Peso", "Valor obtenido (%)"), ("Valor asignado", "Valor obtenido"), ("Peso", "Valor ganado"), ("Peso", "Obtenido"), ("Peso", "Lo ganado"),
     ("Peso", "Parte ganada"), ("Peso", "Final ganado"), ("Peso", "Fracción obtenida")]
)
def test_lo_que_si_dice_que_es_lo_ganado(peso: str, rotulo: str) -> None:
    filas = (("Tejer redes", "Caletas", "70", "Sí", "70"), ("Secar algas", "Playas", "30", "No", "30"))
    leido = _leer(("Tareas", "Eje", peso, "Cumple", rotulo), *filas)
    assert [(h.codigo, h.gravedad, h.informado, h.recalculado) for h in leido.hallazgos if h.gravedad != "aviso"] == [
        ("GANADA_NO_CORRESPONDE", "cambia_decision", "30", "0")
    ]


@pytest.mark.parametrize(("rotulo", "avisos"), [("Socios obtenidos", 0), ("Permisos obtenidos", 1), ("Premios ganados", 1)])
def test_otras_cosas_obtenidas_no_son_lo_ganado(rotulo: str, avisos: int) -> None:
    """Counts of people earn nothing; of other things nobody knows, which is told."""
    filas = (("Tejer redes", "Caletas", "70", "Sí", "12"), ("Secar algas", "Playas", "30", "No", "7"))
    leido = _leer(("Tareas", "Eje", "Peso", "Cumple", rotulo), *filas)
    assert _columna(leido, rotulo) == "otro"
    assert [h.codigo for h in leido.hallazgos] == ["LECTURA_DUDOSA"] * avisos


@pytest.mark.parametrize(("peso", "rotulo"), [("Peso", "Porcentaje obtenido"), ("Ponderador", "% logrado"), ("Ponderación inicial", "Ponderación final")])
def test_lo_que_puede_ser_lo_hecho_o_un_peso_corregido(peso: str, rotulo: str) -> None:
    """A hundred per cent of an activity that weighs 70 is no excess."""
    filas = (("Tejer redes", "Caletas", "70", "Sí", "100"), ("Secar algas", "Playas", "30", "No", "40"))
    leido = _leer(("Tareas", "Eje", peso, "Cumple", rotulo), *filas)
    assert [(h.codigo, h.campo) for h in leido.hallazgos] == [("LECTURA_DUDOSA", "ponderacion_ganada")]


@pytest.mark.parametrize("rotulo", ["% obtenido", "Porcentaje logrado"])
def test_un_porcentaje_que_no_puede_ser_de_lo_hecho(rotulo: str) -> None:
    """What is declared fulfilled would print a hundred; none does, so it is what was earned, whether it fits the weights or not."""
    filas = (("Tejer redes", "Caletas", "70", "Sí", "70"), ("Secar algas", "Playas", "20", "No", "0"), ("Salar jureles", "Muelles", "10", "Sí", "9"))
    leido = _leer(("Tareas", "Eje", "Ponderación", "Cumple", rotulo), *filas)
    assert [(h.codigo, h.informado, h.recalculado) for h in leido.hallazgos if h.gravedad != "aviso"] == [
        ("GANADA_NO_CORRESPONDE", "9", "10")
    ]


def test_lo_final_que_no_suma_lo_que_no_se_hizo_es_lo_ganado() -> None:
    """A corrected weight of nothing would be no weight."""
    filas = (("Tejer redes", "Caletas", "70", "Sí", "60"), ("Secar algas", "Playas", "30", "No", "0"))
    leido = _leer(("Tareas", "Eje", "Ponderación inicial", "Cumple", "Ponderación final"), *filas)
    assert [(h.codigo, h.informado, h.recalculado) for h in leido.hallazgos if h.gravedad != "aviso"] == [
        ("GANADA_NO_CORRESPONDE", "60", "70")
    ]


def test_un_rotulo_es_lo_mismo_en_todo_el_documento() -> None:
    """What the states of one table say of a label holds for the table where nothing was left undone."""
    cabeza = ("Tareas", "Eje", "Ponderación inicial", "Cumple", "Ponderación final")
    hechas = (("Tejer redes", "Caletas", "70", "Sí", "60"), ("Secar algas", "Playas", "30", "Sí", "30"))
    a_medias = (("Podar viñas", "Valles", "60", "Sí", "60"), ("Regar parras", "Valles", "40", "No", "0"))
    tablas = ""
    for region, filas in (("Los Lagos", hechas), ("Maule", a_medias)):
        cuerpo = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in f) + "</tr>" for f in (cabeza, *filas))
        tablas += f"<p>Región: {region}</p><table border='1'>{cuerpo}</table>"
    leido = informe(f"<html><body>{TITULO.rsplit('<p>', 1)[0]}{tablas}</body></html>", "x.html")
    assert [(h.codigo, h.tabla, h.informado) for h in leido.hallazgos if h.gravedad != "aviso"] == [
        ("GANADA_NO_CORRESPONDE", "t01", "60")
    ]


@pytest.mark.parametrize("peso", ["Porcentaje asignado", "Ponderación (%)"])
def test_un_porcentaje_junto_a_pesos_en_porcentaje(peso: str) -> None:
    filas = (("Tejer redes", "Caletas", "70", "Sí", "70"), ("Secar algas", "Playas", "30", "No", "30"))
    leido = _leer(("Tareas", "Eje", peso, "Cumple", "Porcentaje obtenido"), *filas)
    assert [(h.codigo, h.informado) for h in leido.hallazgos if h.gravedad != "aviso"] == [("GANADA_NO_CORRESPONDE", "30")]


@pytest.mark.parametrize(("cabeza", "ganada"), [
    (("Tareas", "Puntaje máximo", "Ponderación", "Cumple", "Ponderación ganada"), "segura"),
    (("Tareas", "Ptje.", "Peso", "Cumple", "Peso obtenido"), "segura"),
    (("Tareas", "Puntos", "Peso (%)", "Cumple", "% ganado"), "segura"),
    (("Tareas", "Puntaje", "Ponderación", "Cumple", "Puntaje obtenido"), "dudosa"),
    (("Tareas", "Puntos", "Peso", "Cumple", "Ganado"), "dudosa"),
    (("Tareas", "Puntaje", "Ponderación", "Cumple", "Nota"), "dudosa"),
])  # fmt: skip
def test_los_puntos_junto_a_las_ponderaciones_son_otra_cosa(cabeza: tuple[str, ...], ganada: str) -> None:
    """The weights are those that say so; what was earned is theirs only if it says so too, else it is told and not judged."""
    gana = {"segura": ("60", "0"), "dudosa": ("6", "0")}[ganada]
    leido = _leer(cabeza, ("Tejer redes", "6", "60", "Sí", gana[0]), ("Secar algas", "4", "40", "No", gana[1]))
    pesos = [a.ponderacion.valor for f in leido.tablas[0].filas for a in f.actividades if a.ponderacion is not None]
    assert pesos == ["60", "40"] and _certezas(leido, "ponderacion_ganada") == {ganada}
    assert {h.codigo for h in leido.hallazgos} == ({"LECTURA_DUDOSA"} if ganada == "dudosa" else set())


def test_el_puntaje_tras_los_estados_es_lo_ganado() -> None:
    leido = _leer(("Tareas", "Ponderación", "Cumple", "Puntaje"), ("Tejer redes", "60", "Sí", "60"), ("Secar algas", "40", "No", "40"))
    assert [(h.codigo, h.informado) for h in leido.hallazgos] == [("GANADA_NO_CORRESPONDE", "40")]


@pytest.mark.parametrize("opciones", [
    ("Logrado", "No logrado"), ("Ejecutada", "No ejecutada"), ("Hecho", "No hecho"), ("Cumplimiento: Sí", "Cumplimiento: No"),
])  # fmt: skip
def test_dos_veredictos_opuestos_son_columnas_para_marcar(opciones: tuple[str, str]) -> None:
    leido = _leer(("Tareas", "Peso", *opciones, "Peso ganado"), ("Tejer redes", "60", "X", "", "60"), ("Secar algas", "40", "", "X", "40"))
    assert [a.estado.valor for f in leido.tablas[0].filas for a in f.actividades if a.estado is not None] == ["CUMPLE", "NO_CUMPLE"]
    assert [(h.codigo, h.informado) for h in leido.hallazgos] == [("GANADA_NO_CORRESPONDE", "40")]


def test_las_cifras_en_columnas_para_marcar_no_son_marcas() -> None:
    leido = _leer(("Tareas", "Peso", "Logrado", "No logrado"), ("Tejer redes", "60", "60", ""), ("Secar algas", "40", "", "40"))
    assert [h.codigo for h in leido.hallazgos] == ["LECTURA_DUDOSA"]


@pytest.mark.parametrize("rotulo", ["% obtenido", "Porcentaje alcanzado"])
def test_donde_todo_lo_cumplido_dice_cien_es_lo_hecho_y_no_lo_ganado(rotulo: str) -> None:
    """No weight of several is a hundred: the column tells what was done, whatever the sums of it are."""
    filas = (("Tejer redes", "Caletas", "45", "Sí", "100"), ("Salar jureles", "Muelles", "35", "Sí", "100"), ("Secar algas", "Playas", "20", "No", "40"))
    leido = _leer(("Tareas", "Eje", "Ponderador", "Cumple", rotulo), *filas)
    assert _columna(leido, rotulo) == "otro" and leido.hallazgos == ()


@pytest.mark.parametrize("cabeza", [
    ("Tareas", "% comprometido", "Cumple", "Ponderación obtenida"), ("Tareas", "% programado", "Cumple", "Peso logrado"),
    ("Tareas", "Porcentaje", "Cumple", "Ponderación ganada"),
])  # fmt: skip
def test_lo_comprometido_o_el_unico_porcentaje_junto_a_lo_ganado_son_los_pesos(cabeza: tuple[str, ...]) -> None:
    leido = _leer(cabeza, ("Tejer redes", "70", "Sí", "70"), ("Secar algas", "30", "No", "30"))
    assert [(h.codigo, h.informado) for h in leido.hallazgos] == [("GANADA_NO_CORRESPONDE", "30")]


@pytest.mark.parametrize(("avances", "juzgado"), [(("100", "50", "100"), True), (("100", "50", "40"), False), (("4", "2", "4"), False), (("1", "0,5", "1"), False)])
def test_cifras_sin_signo_bajo_avance(avances: tuple[str, str, str], juzgado: bool) -> None:
    """Counts of things would not stop at a hundred more than once; what may count them is told, and judges nothing."""
    filas = zip(("Tejer redes", "Secar algas", "Salar jureles"), ("50", "30", "20"), avances, ("50", "15", "12"), strict=True)
    leido = _leer(("Tareas", "Peso", "Avance", "Peso ganado"), *filas)
    assert [(h.codigo, h.informado) for h in leido.hallazgos] == (
        [("GANADA_NO_CORRESPONDE", "12")] if juzgado else [("LECTURA_DUDOSA", None)]
    )
