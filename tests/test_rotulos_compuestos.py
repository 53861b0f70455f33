"""Columns named by the grammar of their labels: a measure and what is said of it, questions, pairs of answers, notes and cells."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

from extractor.modelo.informe import Informe

ACTIVIDADES = ("Dictar los talleres de riego", "Firmar los convenios con los municipios", "Comprar los equipos de la oficina")
CELDAS = {
    "objetivo": ("Acercar los servicios", "Acercar los servicios", "Coordinar a las instituciones"),
    "indicador": ("N° de talleres", "N° de convenios", "N° de equipos"),
    "resultado": ("12 talleres", "3 convenios", "5 equipos"),
    "actividad": ACTIVIDADES,
    "meta_o_actividades": tuple(f"<p>1. {a}</p><p>2. Informar lo hecho</p>" for a in ACTIVIDADES),
    "responsable": ("Unidad de Fomento", "División de Planificación", "Unidad de Informática"),
    "medio": ("Listas", "Convenios firmados", "Facturas"),
    "ponderacion": ("50", "30", "20"),
    "ponderacion_ganada": ("50", "30", "20"),
    "estado": ("Sí", "Sí", "No"),
    "plazo": ("marzo", "junio", "octubre"),
    "otro": ("1", "2", "3"),
}

# A report's year and its header, by somebody who knows no form: each label with the role that a person reads in it.
FORMULARIOS: tuple[tuple[int, dict[str, str]], ...] = (
    (2007, {"Compromiso adquirido": "actividad", "Lo que se busca": "objetivo", "Ponderación prevista": "ponderacion", "¿Quedó hecha?": "estado",
            "Ponderación a favor": "ponderacion_ganada", "Dueño de la tarea": "responsable", "Prueba": "medio", "Fecha tope": "plazo"}),
    (2009, {"Fin perseguido": "objetivo", "Cómo se medirá": "indicador", "Valor medido en diciembre": "resultado", "Meta / acciones": "meta_o_actividades",
            "Quién está a cargo": "responsable", "Con qué se prueba": "medio", "Cuota (%)": "ponderacion", "Cuota ganada (%)": "ponderacion_ganada", "Se cumplió: SI / NO": "estado"}),
    (2007, {"Terminada (Sí/No)": "estado", "Peso real": "ponderacion_ganada", "Peso nominal": "ponderacion", "Gestión a realizar": "actividad", "Para qué se hace": "objetivo",
            "Jefatura responsable": "responsable", "Verificación": "medio"}),
    (2009, {"Labor": "meta_o_actividades", "Puntaje que vale": "ponderacion", "Puntaje que obtuvo": "ponderacion_ganada", "¿Hecho o no hecho?": "estado", "Depto.": "responsable",
            "Respaldos adjuntos": "medio", "Objetivo": "objetivo", "Medida de gestión": "indicador", "Logro medido": "resultado"}),
    (2009, {"Objetivo que se persigue": "objetivo", "Métrica": "indicador", "Cifra alcanzada": "resultado", "Hito o meta": "meta_o_actividades", "Área a cargo": "responsable",
            "Constancia": "medio", "Pts. posibles": "ponderacion", "Pts. logrados": "ponderacion_ganada", "Resultado (cumple/no cumple)": "estado"}),
    (2007, {"Tareas del año": "actividad", "% que representa": "ponderacion", "% conseguido": "ponderacion_ganada", "Ejecutada / no ejecutada": "estado",
            "Antecedente que acredita": "medio"}),
    (2009, {"Producto o meta comprometida": "meta_o_actividades", "Factor de ponderación": "ponderacion", "Factor resultante": "ponderacion_ganada", "Cumplimiento S/N": "estado",
            "Documento probatorio": "medio", "Indicador de logro": "indicador", "Medición anual": "resultado"}),
    (2007, {"Obj. esp.": "objetivo", "Act. comp.": "actividad", "Pond. asig.": "ponderacion", "Pond. obt.": "ponderacion_ganada", "Cump.": "estado", "Resp.": "responsable",
            "Medio verif.": "medio", "Obs.": "otro", "Fecha térm.": "plazo"}),
    (2009, {"¿PARA QUÉ?": "objetivo", "¿CÓMO SE MIDE?": "indicador", "¿QUÉ RESULTÓ?": "resultado", "¿QUÉ SE COMPROMETIÓ?": "meta_o_actividades", "¿QUIÉN RESPONDE?": "responsable",
            "¿CÓMO SE COMPRUEBA?": "medio", "¿CUÁNTO VALE?": "ponderacion", "¿CUÁNTO SE GANÓ?": "ponderacion_ganada", "¿SE LOGRÓ?": "estado"}),
    (2007, {"Propósito": "objetivo", "Trabajo comprometido": "actividad", "Valor en puntos": "ponderacion", "Puntos a su haber": "ponderacion_ganada", "Hecha / no hecha": "estado",
            "Profesional responsable": "responsable"}),
)  # fmt: skip


def _leer(anio: int, cabeza: tuple[str, ...], *filas: tuple[str, ...], bajo: str = "") -> Informe:
    cuerpo = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in f)}</tr>" for f in (cabeza, *filas))
    titulos = f"<p>Informe de implementación, Etapa 3, año {anio}</p><p>Región de Coquimbo</p><p>Programa de trabajo</p>"
    return informe(f"<html><body>{titulos}<table border='1'>{cuerpo}</table>{bajo}</body></html>", "x.html")


def _formulario(anio: int, roles: dict[str, str]) -> Informe:
    return _leer(anio, tuple(roles), *zip(*(CELDAS[rol] for rol in roles.values()), strict=True))


@pytest.mark.parametrize(("anio", "roles"), FORMULARIOS)
def test_rotulos_de_ningun_formulario(anio: int, roles: dict[str, str]) -> None:
    """What was not done earned its weight: the one finding tells that both columns, and the states, were read and judged."""
    leido = _formulario(anio, roles)
    (tabla,) = leido.tablas
    assert {c.texto: c.rol for c in tabla.columnas} == roles
    assert leido.documento.tipo == "implementacion" and leido.documento.etapas == (3,)
    assert [(h.codigo, h.informado, h.recalculado) for h in leido.hallazgos] == [("GANADA_NO_CORRESPONDE", "20", "0")]


def test_las_reglas_son_las_del_anio() -> None:
    """One goal or activity in a row: only the rules of 2009 ask for two, whichever form the columns are of."""
    cabeza = ("Objetivo", "Métrica", "Hito o meta", "Peso", "Peso efectivo", "¿Hecho?")
    fila = ("Acercar los servicios", "N° de talleres", "Dictar los talleres de riego", "100", "100", "Sí")
    assert [h.codigo for h in _leer(2008, cabeza, fila).hallazgos] == []
    assert [h.codigo for h in _leer(2009, cabeza, fila).hallazgos] == ["MENOS_DE_DOS_ACTIVIDADES"]


def test_una_nota_dice_lo_que_el_rotulo_calla() -> None:
    cabeza, fila = ("Tarea", "Peso (a)", "Cumple", "P.F. (b)"), ("Sembrar la vega", "100", "No", "100")
    notas = "<p>(a) Lo que vale cada tarea.</p><p>(b) Puntaje obtenido por la tarea, según el acta.</p>"
    con, sin = _leer(2007, cabeza, fila, bajo=notas), _leer(2007, cabeza, fila)
    assert [c.rol for c in con.tablas[0].columnas][3] == "ponderacion_ganada"
    assert [(h.codigo, h.informado) for h in con.hallazgos] == [("GANADA_NO_CORRESPONDE", "100")]
    assert [c.rol for c in sin.tablas[0].columnas][3] == "otro"


def test_logrado_con_veredictos_es_el_estado() -> None:
    cabeza = ("Acción", "Peso", "Logrado", "Peso que se gana")
    leido = _leer(2007, cabeza, ("Sembrar la vega", "60", "S", "60"), ("Regar la vega", "40", "N", "40"))
    assert [c.rol for c in leido.tablas[0].columnas] == ["actividad", "ponderacion", "estado", "ponderacion_ganada"]


def test_actividades_que_nadie_nombra_por_sus_textos() -> None:
    cabeza = ("Nómina", "Descripción breve", "Peso", "Peso ganado", "¿Se hizo?")
    leido = _leer(2007, cabeza, ("a1", ACTIVIDADES[0], "60", "60", "Sí"), ("a2", ACTIVIDADES[1], "40", "40", "No"))
    assert [c.rol for c in leido.tablas[0].columnas][1] == "actividad"
    assert [(h.codigo, h.informado) for h in leido.hallazgos] == [("GANADA_NO_CORRESPONDE", "40")]


def test_pesos_que_nadie_nombra_se_dicen_y_no_se_juzgan() -> None:
    cabeza = ("Acción", "Cotización", "Puntaje obtenido", "¿Se hizo?")
    leido = _leer(2007, cabeza, (ACTIVIDADES[0], "60", "60", "Sí"), (ACTIVIDADES[1], "30", "30", "No"))
    assert [c.rol for c in leido.tablas[0].columnas][1] == "ponderacion"
    assert {h.codigo for h in leido.hallazgos} == {"LECTURA_DUDOSA"}


@pytest.mark.parametrize("anio", [2007, 2009])
@pytest.mark.parametrize(
    "filas",
    [
        (("Tarea", "Monto asignado", "Monto ejecutado", "Se gastó (Sí/No)"), ("Arriendo de un salón", "40", "40", "Sí"), ("Pago de los viáticos", "40", "20", "No")),
        (("Institución", "Compromiso", "Aporte (%)", "Aporte efectivo (%)"), ("Municipio", "Ceder la sala", "60", "40"), ("Club", "Invitar a los socios", "30", "30")),
        (("Tarea", "Factor", "Impacto", "¿Crítica?"), ("Comprar los equipos", "0,4", "20", "Sí"), ("Dictar los cursos", "0,3", "10", "No")),
        (("Actividad", "Participación (%)", "Participación efectiva (%)", "¿Se realizó?"), ("Taller de inicio", "80", "75", "Sí"), ("Seminario", "70", "0", "No")),
        (("Provincia", "Capital", "Peso", "Peso ganado", "Cumple"), ("Limarí", "Ovalle", "45", "50", "Sí"), ("Choapa", "Illapel", "50", "50", "No")),
        (("Iniciativa", "Socio", "Valor (M$)", "Valor obtenido (M$)", "Aprobada (Sí/No)"), ("Compra de equipos", "Indap", "45", "50", "Sí"), ("Curso de poda", "Sence", "30", "0", "No")),
        (("Socio", "Cuota", "Cuota pagada", "Al día (S/N)"), ("Alfa", "50", "50", "S"), ("Beta", "50", "30", "N")),
    ],
)  # fmt: skip
def test_lo_que_no_es_un_programa_no_se_juzga(anio: int, filas: tuple[tuple[str, ...], ...]) -> None:
    assert [h.codigo for h in _leer(anio, *filas).hallazgos if h.gravedad != "aviso"] == []


def test_lo_realizado_frente_a_la_meta_de_la_unica_actividad() -> None:
    cabeza = ("Compromiso 2008", "Meta", "Realizado", "Valor relativo", "Valor obtenido", "Cumplimiento")
    filas = (ACTIVIDADES[0], "8 talleres", "5 talleres", "50", "50", "Sí"), (ACTIVIDADES[1], "4 convenios", "6 convenios", "50", "50", "Sí")
    leido = _leer(2008, cabeza, *filas)
    assert [c.rol for c in leido.tablas[0].columnas][2] == "resultado"
    assert [(h.codigo, h.informado, h.recalculado) for h in leido.hallazgos] == [("AVANCE_BAJO_META", "5", "8")]


def test_las_iniciales_contestan_a_un_rotulo_que_opone_dos_respuestas() -> None:
    cabeza = ("Tarea", "Peso", "Terminada o no terminada", "Peso conseguido")
    leido = _leer(2007, cabeza, (ACTIVIDADES[0], "60", "S", "60"), (ACTIVIDADES[1], "40", "N", "40"))
    assert [h.codigo for h in leido.hallazgos] == ["GANADA_NO_CORRESPONDE"]


def test_pendiente_en_todas_las_filas_no_quita_su_papel_a_lo_ganado() -> None:
    """Words in every cell of the earned column, beside one of states: it is of what was earned still, and earned nothing."""
    filas = "".join(
        f"<tr><td>Vegas</td><td>{que}</td><td>50</td><td>{dicho}</td><td>Pendiente</td></tr>"
        for que, dicho in (("Cercar las vegas", "Aún pendiente"), ("Contar las llamas", "Pendiente"))
    )
    cabeza = "<tr>" + "".join(f"<td>{c}</td>" for c in ("Objetivos", "Actividades", "Ponderación", "¿Cumple?", "Ganada")) + "</tr>"
    titulos = "<p>ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007</p><p>Actividad 1.1: Implementación</p><p>Región: Maule</p>"
    leido = informe(f"<html><body>{titulos}<table border='1'>{cabeza}{filas}</table></body></html>", "x.html")
    assert [c.rol for c in leido.tablas[0].columnas][-2:] == ["estado", "ponderacion_ganada"]
