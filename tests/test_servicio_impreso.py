"""Whose report it is: who only gets a copy is not, and a printed name that nobody knows is kept and told."""

from __future__ import annotations

import pytest
from ayudas_texto import celda, informe

from extractor.normalizadores.servicios import servicio_del_documento

CUERPO = "ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2008\nActividad 1.1\nSe abrieron dos salas.\n"
PROGRAMA = "".join(celda(t) for t in ("Actividades", "Pond. actividad", "Cumple o no cumple", "Ponderación ganada", "Abrir", "100", "Sí", "100"))


def _docs(portada: str) -> str:
    """An HTML report with such a cover."""
    filas = "<tr><td>Actividades</td><td>Ponderación</td><td>Cumple o no cumple</td><td>Ponderación ganada</td></tr>"
    filas += "<tr><td>Abrir la sala</td><td>100</td><td>Sí</td><td>100</td></tr>"
    return f"<html><body>{portada}<p>Informe de la Etapa 3, año 2008</p><p>Región: Maule</p><table border='1'>{filas}</table></body></html>"


def _tabla(*filas: tuple[str, ...]) -> str:
    return "<table border='1'>" + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in f) + "</tr>" for f in filas) + "</table>"


@pytest.mark.parametrize(
    "tabla",
    [
        (("Distribución", "Ejemplares"), ("Dirección de Presupuestos", "1"), ("Subsecretaría de Desarrollo Regional", "2")),
        (("Destinatarios", ""), ("Servicio Nacional de Turismo", "original"), ("Archivo", "copia")),
        (("Nº", "Destinatario"), ("1", "Corporación Nacional Forestal")),
        (("Con copia a", "Medio"), ("Instituto de Desarrollo Agropecuario", "correo")),
        (("c.c.",), ("Dirección del Trabajo",), ("Oficina de Partes",)),
        (("Remitido a", "Servicio Agrícola y Ganadero"), ("Fecha", "enero")),
        (("Lista de distribución", ""), ("SERNATUR", "1")),
    ],
)
def test_quien_recibe_no_es_de_quien_es(tabla: tuple[tuple[str, ...], ...]) -> None:
    leido = informe(_docs(f"<p>Sistema de Gestión Territorial</p>{_tabla(*tabla)}"), "x.html").documento.servicio
    assert leido is None


@pytest.mark.parametrize("rotulo", ["Distribución:", "DISTRIBUCIÓN", "Destinatarios", "c.c.:", "Con copia a:"])
def test_ni_la_lista_que_cierra_una_carta(rotulo: str) -> None:
    texto = f"Sistema de Gestión Territorial\n{CUERPO}Saluda a usted,\n{rotulo}\n- Servicio Nacional de Turismo\n- Dirección de Presupuestos\n- Archivo\n"
    assert servicio_del_documento([], texto, "informe.docx") is None
    propio = servicio_del_documento([], f"CORPORACIÓN NACIONAL FORESTAL\n{texto}", "informe.docx")
    assert propio is not None and propio.codigo == "conaf"


def test_tras_la_lista_lo_demas_se_lee() -> None:
    texto = f"Distribución\nDirección de Presupuestos\nArchivo\nSERVICIO NACIONAL DE TURISMO\nINFORME\n{CUERPO}"
    # the list says where it ends by a line that is neither a body nor an archive: here nothing tells the title from one more copy
    assert servicio_del_documento([], texto, "x.docx") is None
    leido = servicio_del_documento([], f"INFORME\nSERVICIO NACIONAL DE TURISMO\n{CUERPO}Distribución\nDirección de Presupuestos\n", "x.docx")
    assert leido is not None and leido.codigo == "sernatur"


@pytest.mark.parametrize(
    ("portada", "nombre"),
    [
        ("GOBIERNO REGIONAL DE MAGALLANES Y ANTÁRTICA CHILENA", "Gobierno Regional de Magallanes y de la Antártica Chilena"),
        ("GOBIERNO REGIONAL DE MAGALLANES", "Gobierno Regional de Magallanes y de la Antártica Chilena"),
        ("Gobierno Regional del Libertador General Bernardo O'Higgins", "Gobierno Regional del Libertador General Bernardo O'Higgins"),
        ("Gobierno Regional del Libertador Bernardo O'Higgins", "Gobierno Regional del Libertador General Bernardo O'Higgins"),
        ("GOBIERNO REGIONAL DE O'HIGGINS", "Gobierno Regional del Libertador General Bernardo O'Higgins"),
        ("GOBIERNO REGIONAL DEL BÍO BÍO", "Gobierno Regional del Biobío"),
        ("GOBIERNO REGIONAL DE LA REGIÓN DE MAGALLANES Y DE LA ANTÁRTICA CHILENA", "Gobierno Regional de Magallanes y de la Antártica Chilena"),
        ("GOBIERNO REGIONAL METROPOLITANO", "Gobierno Regional Metropolitano de Santiago"),
        ("GORE AYSÉN", "Gobierno Regional de Aysén"),
    ],
)
def test_los_gobiernos_regionales_como_se_escriban(portada: str, nombre: str) -> None:
    leido = servicio_del_documento([], f"{portada}\n{CUERPO}", "x.docx")
    assert leido is not None and (leido.codigo, leido.nombre) == ("gore", nombre)


def test_una_carta_al_gobierno_regional_no_es_de_el() -> None:
    assert servicio_del_documento([], f"A: SEÑOR INTENDENTE\nPara el Gobierno Regional de Magallanes\n{CUERPO}", "x.docx") is None


def _dudas(texto: str, nombre: str) -> tuple[tuple[str, str | None] | None, list[str]]:
    leido = informe(texto, nombre)
    servicio = leido.documento.servicio
    dudas = [h.mensaje for h in leido.hallazgos if h.codigo == "LECTURA_DUDOSA" and "servicio" in h.mensaje]
    return (servicio.texto, servicio.codigo) if servicio is not None else None, dudas


@pytest.mark.parametrize(
    ("portada", "escrito"),
    [
        ("<p>SERVICIO: Programa Puente Norte</p>", "Programa Puente Norte"),
        ("<p>Institución: Casa de las Aguas</p>", "Casa de las Aguas"),
        ("<p>Organismo: Comité de Riego Menor</p>", "Comité de Riego Menor"),
        ("<p>Nombre del servicio: Junta de Adelanto</p>", "Junta de Adelanto"),
        (_tabla(("Institución", "Casa de las Aguas"), ("Fecha", "diciembre")), "Casa de las Aguas"),
        ("<p>COMITÉ DE RIEGO MENOR</p>", "COMITÉ DE RIEGO MENOR"),
        ("<p>Comisión Asesora para los Faros</p>", "Comisión Asesora para los Faros"),
        ("<p>PROGRAMA PUENTE NORTE</p>", "PROGRAMA PUENTE NORTE"),
    ],
)
def test_un_servicio_que_nadie_conoce_se_guarda_y_se_dice(portada: str, escrito: str) -> None:
    servicio, dudas = _dudas(_docs(portada), "x.html")
    assert servicio == (escrito, None)
    assert len(dudas) == 1 and escrito in dudas[0]


@pytest.mark.parametrize(
    "portada", ["", "<p>PROGRAMA DE TRABAJO 2008</p>", "<p>Programa de Mejoramiento de la Gestión</p>", "<p>SISTEMA DE GESTIÓN TERRITORIAL</p>",
                "<p>Unidad de Planificación</p>", "<p>OFICINA REGIONAL: MAULE</p>", "<p>Comité de Gestión Territorial</p>"],
)  # fmt: skip
def test_un_titulo_del_formulario_no_es_un_servicio(portada: str) -> None:
    assert _dudas(_docs(portada), "x.html") == (None, [])


@pytest.mark.parametrize("fila", [("Servicio", "CUMPLE"), ("Servicio", "100"), ("Institución", "Región del Maule"), ("Entidad", "")])
def test_lo_que_no_nombra_a_nadie_bajo_el_rotulo(fila: tuple[str, str]) -> None:
    assert _dudas(_docs(_tabla(fila)), "x.html") == (None, [])


def test_un_servicio_conocido_no_abre_ninguna_duda() -> None:
    servicio, dudas = _dudas(_docs("<p>COMITÉ DE RIEGO MENOR</p><p>SERVICIO: Servicio Nacional de Turismo</p>"), "x.html")
    assert servicio == ("Servicio Nacional de Turismo", "sernatur") and dudas == []
