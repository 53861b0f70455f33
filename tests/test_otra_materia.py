"""Tables with the columns of a programme that are none of the form: told, and nothing of the report is said because of them."""

from __future__ import annotations

import pytest
from ayudas_texto import celda

from extractor.lectores import leer_bytes
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe
from extractor.proceso import informe_de
from extractor.vocabularios.materias import materia, pesa_otra_cosa, vocabulario

CABEZA = "<h2>Sistema de Gestión Territorial. Etapa 3: Implementación del Programa de Trabajo 2007</h2><p>Región: Maule</p>"
PROGRAMA = (
    "Objetivos específicos|Actividades|Ponderación por actividad|Cumple o no cumple|Ponderación ganada",
    "Cuidar el río|Limpiar las riberas|60|Cumple|60",
    "Cuidar el río|Sacar los escombros|40|No cumple|0",
)  # fmt: skip
MALA = ("Actividad|Ponderación|Cumple|Ponderación ganada", "Barrer las salas|60|Sí|60", "Regar los patios|50|No|50")


def _tabla(filas: tuple[str, ...]) -> str:
    return "<table>" + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in f.split("|")) + "</tr>" for f in filas) + "</table>"


def _informe(*partes: str) -> Informe:
    return informe_de(leer_bytes(f"<html><body>{CABEZA}{''.join(partes)}</body></html>".encode(), "informe.html"), Declarado())


def _del_informe(leido: Informe) -> list[str]:
    return [h.codigo for h in leido.hallazgos if h.gravedad != "aviso"]


AJENOS = [
    "<h3>Seguimiento del contrato de jardines</h3>",
    "<p>Anexo 2</p><p>CONVENIO DE DESEMPEÑO COLECTIVO</p>",
    "<p>Pauta de evaluación de las ofertas</p><p>Región: Maule</p>",
    "<p>Se adjunta la siguiente encuesta a los vecinos:</p>",
    "<p>Otros sistemas: avance del año</p>",
]


@pytest.mark.parametrize("titulo", AJENOS)
@pytest.mark.parametrize("antes", ["", _tabla(PROGRAMA)])
def test_lo_que_un_titulo_da_por_otra_cosa_no_se_juzga_y_se_dice(titulo: str, antes: str) -> None:
    leido = _informe(antes, titulo, _tabla(MALA))
    assert _del_informe(leido) == []
    ajena = leido.tablas[-1]
    assert [h.tabla for h in leido.hallazgos if h.codigo == "LECTURA_DUDOSA"] == [ajena.id]
    assert [a.texto for f in ajena.filas for a in f.actividades] == ["Barrer las salas", "Regar los patios"]
    assert ajena.regimen is None


@pytest.mark.parametrize(
    "titulo",
    [
        "<h3>Programa de trabajo: contratos con las municipalidades</h3>",
        "<h3>Evaluación de las actividades</h3>",
        "<h3>Actividades comprometidas y presupuesto</h3>",
        "<h3>Anexo 1: Plan de trabajo de la región</h3>",
        "<h3>Objetivo 2: Licitar los caminos</h3>",
        "<p>El contrato de jardines se firmó en marzo.</p>",
        "<h3>Otros sistemas</h3><p>El Servicio comprometió otros dos.</p><h3>Gestión Territorial</h3>",
        "",
    ],
)
def test_lo_que_es_del_programa_se_juzga(titulo: str) -> None:
    assert "GANADA_NO_CORRESPONDE" in _del_informe(_informe(titulo, _tabla(MALA)))


def test_lo_que_pesa_otra_cosa_no_es_un_programa() -> None:
    filas = ("Sistema|Ponderación|Cumple|Ponderación obtenida", "Capacitación|60|Sí|60", "Archivos|50|No|50")
    leido = _informe(_tabla(PROGRAMA), "<h3>Cumplimiento de los sistemas del PMG</h3>", _tabla(filas))
    assert [t.tipo for t in leido.tablas] == ["programa_trabajo", "otra"]
    assert _del_informe(leido) == []
    sin_titulo = _informe(_tabla(filas))
    assert (_del_informe(sin_titulo), [h.codigo for h in sin_titulo.hallazgos]) == ([], ["LECTURA_DUDOSA"])


def test_el_programa_de_al_lado_se_sigue_juzgando() -> None:
    mala = (*PROGRAMA[:2], "Cuidar el río|Sacar los escombros|40|No cumple|40")
    leido = _informe(_tabla(mala), AJENOS[0], _tabla(MALA))
    assert [(h.codigo, h.tabla) for h in leido.hallazgos if h.gravedad != "aviso"] == [("GANADA_NO_CORRESPONDE", "t01")]


def test_en_texto_de_word_tambien() -> None:
    filas = "".join(celda(t) for fila in MALA for t in fila.split("|"))
    programa = "".join(celda(t) for fila in PROGRAMA for t in fila.split("|"))
    cabeza = "ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO 2007\n\n\tRegión: Maule\n\n"
    texto = f"{cabeza}{programa}\n\n\nControl del contrato de aseo\n\n{filas}\n\n\nFin.\n"
    leido = informe_de(leer_bytes(texto.encode(), "informe.txt"), Declarado())
    assert _del_informe(leido) == []
    assert "LECTURA_DUDOSA" in {h.codigo for h in leido.hallazgos}


def test_los_ejemplos_del_vocabulario() -> None:
    ejemplos = vocabulario().ejemplos
    assert {materia(t) for t in ejemplos.ajenas} == {"ajena"} and {materia(t) for t in ejemplos.propias} == {"propia", None}
    assert pesa_otra_cosa("Factores:") and not pesa_otra_cosa("Actividad")
