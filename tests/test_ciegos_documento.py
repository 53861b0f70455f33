"""What a report says of itself: its year, whose it is, its region where no line states it, and when it counts as partly read."""

from __future__ import annotations

import io
import zipfile

import pytest
from ayudas_docx import hacer, p
from ayudas_texto import informe

from extractor.comun.citas import sin_citas
from extractor.formatos.regiones.del_archivo import del_archivo
from extractor.formatos.regiones.dichas import en_prosa, hasta_el_punto
from extractor.lectores import leer_bytes
from extractor.modelo.informe import Informe
from extractor.normalizadores.servicios import servicio_del_documento

TABLA = (
    "<table border='1'><tr><td>Acción</td><td>Peso (%)</td><td>Cumple</td><td>Peso ganado</td></tr>"
    "<tr><td>Visitar las comunas</td><td>60</td><td>Sí</td><td>60</td></tr>"
    "<tr><td>Editar un mapa</td><td>40</td><td>Sí</td><td>40</td></tr></table>"
)


def _html(*parrafos: str, tablas: str = TABLA, nombre: str = "x.html") -> Informe:
    return informe(f"<html><body>{''.join(f'<p>{t}</p>' for t in parrafos)}{tablas}</body></html>", nombre)


@pytest.mark.parametrize(
    ("titulos", "anio"),
    [
        (("Informe de Gestión Territorial 2008 (Etapa 3)",), 2008),
        (("ETAPA 3", "Actividad III.1 Programa de Trabajo 2009"), 2009),
        (("Sistema Gestión Territorial, PMG 2009", "ETAPA 3"), 2009),
        (("ETAPA 3: IMPLEMENTACIÓN", "Período: enero a diciembre de 2008"), 2008),
        (("Informe Gestión Territorial 2008", "ETAPA 3", "Arica, 12 de enero de 2009"), 2008),
        (("Informe Gestión Territorial 2008", "ETAPA 3", "Se propone para el programa de trabajo 2009 sumar otra comuna."), 2008),
        (("Resolución Exenta N° 12 de 2005", "Informe GT 2008", "ETAPA 3"), 2008),
    ],
)
def test_anio_del_titulo(titulos: tuple[str, ...], anio: int) -> None:
    assert _html(*titulos).documento.anio == anio


def test_un_titulo_de_lo_que_viene_no_da_el_anio() -> None:
    leido = _html("ETAPA 3: IMPLEMENTACIÓN", "Actividad 1.1: Programa", "Recomendaciones para la gestión territorial 2009")
    assert leido.documento.anio is None  # nor is it the form's own, 2007, which what comes next contradicts


def test_un_informe_nombrado_en_una_celda_no_da_el_anio() -> None:
    tabla = TABLA.replace("Visitar las comunas", "Informe de visitas 2006").replace(
        "Editar un mapa", "Programa de trabajo 2006 impreso"
    )
    assert _html("ETAPA 3: IMPLEMENTACIÓN", "Actividad 1.1: Programa GT 2008", tablas=tabla).documento.anio == 2008
    assert _html("ETAPA 3: IMPLEMENTACIÓN", "PMG 2008", "Actividad 1.1: Programa", tablas=tabla).documento.anio == 2008


def test_sin_citas() -> None:
    assert sin_citas("Conforme a la Ley 18.575, Ministerio del Interior. Se informa") == "Conforme a la . Se informa"
    assert sin_citas("Oficio N° 33 del Gobierno Regional") == ""
    assert sin_citas("Ordenar la oferta 2007 de la Dirección de Vialidad") == "Ordenar la oferta 2007 de la Dirección de Vialidad"


@pytest.mark.parametrize(
    ("texto", "codigo"),
    [
        ("Ministerio de Obras Públicas\nDirección de Vialidad\nInforme 2007", "vialidad"),
        ("Guía de trabajo\nConforme al Decreto N° 83, Ministerio de Salud\nPasos", None),
        ("Manual\nSubsecretaría de Desarrollo Regional y Administrativo\nPasos", "subdere"),
        ("Informe a la Subsecretaría de Desarrollo Regional y Administrativo\nPasos", None),
        ("Ministerio de Salud\nInforme 2007", "minsal"),
    ],
)
def test_servicio_por_los_titulos(texto: str, codigo: str | None) -> None:
    hallado = servicio_del_documento([], texto, "informe.doc")
    assert (hallado.codigo if hallado else None) == codigo


@pytest.mark.parametrize(
    ("firma", "esperado"),
    [
        ("Ana Soto\nDirectora Regional, SERNATUR", ("sernatur", "dudosa")),
        ("SENCE\nFOSIS", None),
        ("Conforme al Decreto N° 4, SERNATUR", None),
        ("Ana Soto\nDirectora", None),
    ],
)
def test_servicio_por_la_firma(firma: str, esperado: tuple[str, str] | None) -> None:
    """The weakest ground: only where nothing else names one, and doubtful."""
    cuerpo = "Informe 2007\n" + "Se visitó la comuna.\n" * 50
    hallado = servicio_del_documento([], cuerpo + firma, "informe.doc")
    assert ((hallado.codigo, hallado.certeza) if hallado else None) == esperado


def _docx_con_membrete(linea: str, cortado: bool = False) -> bytes:
    datos = hacer(p("Informe de actividades 2007"), header=p(linea))
    with zipfile.ZipFile(io.BytesIO(datos)) as paquete:
        partes = {n: paquete.read(n).decode() for n in paquete.namelist()}
    # a header's root is hdr, not header
    partes["word/header.xml"] = partes["word/header.xml"].replace("<w:header", "<w:hdr").replace("</w:header", "</w:hdr")
    if cortado:
        partes["word/header.xml"] = partes["word/header.xml"][:-4]
    salida = io.BytesIO()
    with zipfile.ZipFile(salida, "w") as paquete:
        for nombre, contenido in partes.items():
            paquete.writestr(nombre, contenido)
    return salida.getvalue()


def test_servicio_del_membrete_de_las_paginas() -> None:
    from extractor.modelo.declarado import Declarado
    from extractor.proceso import informe_de

    documento = leer_bytes(_docx_con_membrete("Instituto Nacional de Estadísticas"), "x.docx")
    assert documento.membretes == ("Instituto Nacional de Estadísticas",)
    servicio = informe_de(documento, Declarado()).documento.servicio
    assert servicio is not None and (servicio.codigo, servicio.certeza) == ("ine", "aproximada")


def test_un_membrete_danado_se_avisa() -> None:
    """It may have named the service: what was not read is told, and the rest of the document is read."""
    documento = leer_bytes(_docx_con_membrete("Instituto Nacional de Estadísticas", cortado=True), "x.docx")
    assert (documento.membretes, [codigo for codigo, _, _ in documento.avisos]) == ((), ["LECTURA_DUDOSA"])
    assert len(documento.bloques) == 1


def test_membrete_de_un_odt() -> None:
    espacios = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "text", "style"))
    contenido = f"<office:document-content {espacios}><office:body><office:text><text:p>Hola</text:p></office:text></office:body></office:document-content>"
    estilos = (
        f"<office:document-styles {espacios}><office:master-styles><style:master-page style:name='a'><style:header>"
        "<text:p>Dirección del Trabajo</text:p></style:header></style:master-page></office:master-styles></office:document-styles>"
    )
    salida = io.BytesIO()
    with zipfile.ZipFile(salida, "w") as paquete:
        paquete.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        paquete.writestr("content.xml", contenido)
        paquete.writestr("styles.xml", estilos)
    assert leer_bytes(salida.getvalue(), "x.odt").membretes == ("Dirección del Trabajo",)


@pytest.mark.parametrize(
    ("linea", "dicha"),
    [
        ("Todas las regiones del país. Elaborado por: Estudios", "Todas las regiones del país"),
        ("Maule y Biobío. Los datos son de las oficinas.", "Maule y Biobío"),
        ("Gral. Carlos Ibáñez del Campo", "Gral. Carlos Ibáñez del Campo"),
        ("II. Antofagasta", "II. Antofagasta"),
        ("Maule, secano costero. Fuente: catastro", "Maule, secano costero"),
    ],
)
def test_la_linea_de_region_acaba_en_su_punto(linea: str, dicha: str) -> None:
    assert hasta_el_punto(linea) == dicha


@pytest.mark.parametrize(
    ("parrafo", "esperada"),
    [
        ("Región: Todas las regiones. Elaboró: Estudios", ("TODAS", 13, False, "exacta")),
        ("Ámbito territorial: Todo el país.", ("TODAS", 13, False, "alias")),
        ("Cobertura: Los Lagos. Los montos son nominales.", ("REGION", 1, False, "exacta")),
        ("Cobertura: 80% de los beneficiarios.", ("SIN_DATO", 0, True, "exacta")),
        ("Este informe cubre el cumplimiento del plan en todas las regiones del país.", ("TODAS", 13, True, "aproximada")),
        ("El informe cubre el plan en todas las regiones salvo Aysén.", ("SIN_DATO", 0, True, "exacta")),
        ("Hay oficinas en todas las regiones.", ("SIN_DATO", 0, True, "exacta")),
    ],
)
def test_region_dicha_fuera_de_su_linea(parrafo: str, esperada: tuple[str, int, bool, str]) -> None:
    (tabla,) = _html("INFORME ETAPA 3, PROGRAMA GT 2007", parrafo).tablas
    region = tabla.region
    assert (region.alcance, len(region.codigos), region.heredada, region.certeza) == esperada


def test_en_prosa_no_basta_un_lugar() -> None:
    assert en_prosa("Se ejecutó el programa en la Región de Aysén.") is None
    assert en_prosa("La ejecución alcanzó a cada una de las regiones.") == "cada una de las regiones"


@pytest.mark.parametrize(
    ("nombre", "region"),
    [
        ("gt2007_IV_region_final.doc", "IV region"),
        ("Informe-Los-Lagos.pdf", "Los Lagos"),
        ("informe_todas_las_regiones.odt", "todas las regiones"),
        ("maule_y_biobio.doc", None),
        ("informe_etapa_3.txt", None),
    ],
)
def test_region_del_nombre_del_archivo(nombre: str, region: str | None) -> None:
    assert del_archivo(nombre) == region


def test_la_region_del_archivo_es_heredada_y_aproximada() -> None:
    leido = _html("INFORME ETAPA 3, PROGRAMA GT 2007", nombre="gt_region_de_coquimbo.html")
    (tabla,) = leido.tablas
    assert (tabla.region.codigos, tabla.region.heredada, tabla.region.certeza) == (("04",), True, "aproximada")
    assert [h.codigo for h in leido.hallazgos] == []


def test_lo_impreso_gana_al_nombre_del_archivo() -> None:
    (tabla,) = _html("INFORME ETAPA 3", "Región: Atacama", nombre="gt_region_de_coquimbo.html").tablas
    assert (tabla.region.codigos, tabla.region.heredada) == (("03",), False)


def test_region_que_nadie_dice() -> None:
    """One finding for the document, with every programme as its places."""
    leido = _html("INFORME ETAPA 3, PROGRAMA GT 2007", tablas=f"{TABLA}<p>Segunda parte</p>{TABLA}")
    (unico,) = [h for h in leido.hallazgos if h.codigo == "REGION_NO_INDICADA"]
    assert (unico.gravedad, [x.tabla for x in unico.lugares]) == ("aviso", ["t01", "t02"])


@pytest.mark.parametrize(
    ("filas", "estado"),
    [
        ((("Elaboró", "Visó"), ("Ana Soto", "Luis Paz"), ("Versión 3", "Mayo")), "ok"),
        ((("Ítem", "M$"), ("Pasajes", "1.250"), ("Viáticos", "880")), "ok"),
        (
            (("Obra", "Se hizo", "Cotiza", "Cotiza al final"), ("Abrir", "Cumple", "60", "60"), ("Cerrar", "Cumple", "40", "40")),
            "parcial",
        ),
        ((("Objetivo", "Estado"), ("Abrir", "Listo"), ("Cerrar", "Listo")), "parcial"),
    ],
)
def test_una_tabla_de_otra_materia_no_deja_el_documento_a_medias(filas: tuple[tuple[str, ...], ...], estado: str) -> None:
    otra = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in f) + "</tr>" for f in filas)
    leido = _html("INFORME ETAPA 3", "Región: Maule", tablas=f"<table border='1'>{otra}</table><p>Programa</p>{TABLA}")
    assert [t.tipo for t in leido.tablas] == ["otra", "programa_trabajo"]
    assert (leido.documento.estado, leido.cobertura.tablas, leido.cobertura.tablas_reconocidas) == (estado, 2, 1)
