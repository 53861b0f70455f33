"""Services and legal references; codes typed by hand."""

from __future__ import annotations

import pytest

from extractor.normalizadores.normas import buscar_normas
from extractor.normalizadores.servicios import buscar_instituciones, normalizar_servicio, servicio_del_documento
from extractor.vocabularios.organismos import organismo_de
from extractor.vocabularios.servicios import por_codigo

SEGUROS = [
    ("SERVICIO NACIONAL DE CAPACITACIÓN Y EMPLEO", "sence"),
    ("Servicio Nacional de la Mujer", "sernam"),
    ("SERVICIO: Subsecretaría del Trabajo", "subtrabajo"),
    ("Institución: Instituto de Desarrollo Agropecuario (INDAP)", "indap"),
    ("FOSIS", "fosis"),
    ("Servicio : JUNJI", "junji"),
    ("SERVIU REGIÓN DE VALPARAÍSO", "serviu"),
    ("Servicio de Salud Antofagasta", "ss"),
    ("Servicio Nacional de Turismo - SERNATUR", "sernatur"),
    ("Gobierno Regional de Atacama", "gore"),
    ("Corporacion Nacional Forestal CONAF", "conaf"),
    ("Dirección de Bibliotecas, Archivos y Museos", "dibam"),
    ("DIBAM", "dibam"),
    ("Servicio Agrícola y Ganadero", "sag"),
    ("Servicio Nacional de Menores", "sename"),
    ("Informe Etapa 3 SERCOTEC 2008", "sercotec"),
    ("Ministerio del Trabajo y Previsión Social, Subsecretaría del Trabajo", "subtrabajo"),
    ("Registro Civil", "srcei"),
    ("Instituto Nacional de la Juventud", "injuv"),
    ("Instituto de Normalización Previsional", "inp"),
    ("Fondo Nacional de la Discapacidad", "fonadis"),
    ("Dirección de Vialidad", "vialidad"),
]


@pytest.mark.parametrize(("texto", "codigo"), SEGUROS)
def test_servicios_seguros(texto: str, codigo: str) -> None:
    servicio = normalizar_servicio(texto)
    assert servicio is not None
    assert servicio.codigo == codigo
    assert servicio.certeza in ("exacta", "alias")


@pytest.mark.parametrize(
    ("texto", "codigo"),
    [
        ("SERVICIO: Subsecretaria del Trabjo", "subtrabajo"),
        ("Servicio Nasional de la Mujer", "sernam"),
        ("Instituto de Desarollo Agropecuario", "indap"),
        ("Corporación Nacional Forestl", "conaf"),
    ],
)
def test_servicios_mal_escritos_son_aproximados(texto: str, codigo: str) -> None:
    servicio = normalizar_servicio(texto)
    assert servicio is not None
    assert (servicio.codigo, servicio.certeza) == (codigo, "aproximada")


@pytest.mark.parametrize(
    "texto",
    [
        "",
        "Comisión técnica regional",
        "Programa de trabajo 2007",
        "OBJETIVO N°1:",
        "DIRECCION REGIONAL: TARAPACA",
        "El trabajo conjunto con SENCE permitió llegar a todas las comunas",
        "El sec de la oficina",
    ],
)
def test_no_nombran_un_servicio(texto: str) -> None:
    assert normalizar_servicio(texto) is None


def test_servicio_declarado_pero_desconocido_queda_sin_codigo() -> None:
    servicio = normalizar_servicio("SERVICIO: Agencia de Fantasía")
    assert servicio is not None
    assert (servicio.texto, servicio.codigo, servicio.certeza) == ("Agencia de Fantasía", None, "dudosa")


def test_instituciones_en_orden_de_mencion() -> None:
    assert buscar_instituciones("SENCE FOSIS SERVIU SERVICIO DE SALUD DIBAM") == ("sence", "fosis", "serviu", "ss", "dibam")
    assert buscar_instituciones("Coordinar con Junji e Integra, y luego con la Junji") == ("junji", "integra")
    assert buscar_instituciones("Integra a los vecinos; el ine y la dt en minúsculas no cuentan") == ()


def test_la_linea_declarada_gana() -> None:
    servicio = servicio_del_documento(["SERVICIO: INDAP"], "FOSIS FOSIS FOSIS FOSIS FOSIS FOSIS", "fosis_2008.txt")
    assert servicio is not None and servicio.codigo == "indap"


def test_el_nombre_del_archivo_decide_entre_menciones() -> None:
    texto = "Se trabajó con SENCE, con SENCE y con FOSIS."
    servicio = servicio_del_documento([], texto, "informe_fosis_2008.docx")
    assert servicio is not None and (servicio.codigo, servicio.certeza) == ("fosis", "alias")


def test_menciones_parejas_no_deciden() -> None:
    assert (
        servicio_del_documento([], "SENCE y FOSIS, FOSIS y SENCE, en la mesa con SENCE, SENCE, FOSIS y FOSIS.", "informe.txt")
        is None
    )
    assert servicio_del_documento([], "Nada que nombrar", "informe.txt") is None


@pytest.mark.parametrize(
    ("texto", "normas"),
    [
        ("Ley 19.553, febrero 1998. Concede una asignación", [("ley", "19.553", 1998)]),
        ("Decreto 475. Reglamento de la Ley 19.553", [("decreto", "475", None), ("ley", "19.553", None)]),
        ("Ley 20,212, publicada el 29 de agosto de 2007", [("ley", "20.212", 2007)]),
        ("modifica las leyes N° 19.553, N° 19.882 y otras", [("ley", "19.553", None), ("ley", "19.882", None)]),
        ("Instructivo Presidencial N° 015 del año 2000", [("instructivo", "015", 2000)]),
        ("Convención sobre los Derechos del Niño", [("convencion", None, None)]),
        ("ratificó la CEDAW", [("convencion", None, None)]),
        ("certificación bajo la Norma ISO 9001:2000", [("norma", "9001", 2000)]),
        ("D.F.L. N° 29 de 2005", [("decreto", "29", 2005)]),
        ("Resolución Exenta N° 1.600 de 2008", [("otro", "1.600", 2008)]),
        ("según la ley y los decretos del sector", []),
    ],
)
def test_normas(texto: str, normas: list[tuple[str, str | None, int | None]]) -> None:
    assert [(n["tipo"], n["numero"], n["anio"]) for n in buscar_normas(texto)] == normas


def test_norma_repetida_es_una_y_gana_el_anio() -> None:
    normas = buscar_normas("La Ley 19.553 se aplica.\nLey 19.553 de 1998")
    assert [(n["numero"], n["anio"]) for n in normas] == [("19.553", 1998)]


@pytest.mark.parametrize(("texto", "codigo"), [("sernam", "sernam"), ("Dga", "dga"), ("integra", "integra"), ("mesa", None)])
def test_una_sigla_sola_en_cualquier_caja(texto: str, codigo: str | None) -> None:
    servicio = normalizar_servicio(texto)
    assert (servicio.codigo if servicio else None) == codigo


@pytest.mark.parametrize(
    ("texto", "codigo", "certeza"),
    [
        ("S.A.G.", "sag", "alias"),
        ("Serv. Nac. de Turismo", "sernatur", "exacta"),
        ("F0SIS", "fosis", "aproximada"),
        ("SER-\nNATUR", "sernatur", "alias"),
        ("PRODEM U", "prodemu", "aproximada"),
        ("Sevicio Nacional de la Mujer", "sernam", "aproximada"),
        ("Inspección Provincial del Trabajo", "dt", "alias"),
        ("Instituto Nacional de Deportes", "chiledeportes", "alias"),
    ],
)
def test_siglas_abreviaturas_y_deslices(texto: str, codigo: str, certeza: str) -> None:
    servicio = normalizar_servicio(texto)
    assert servicio is not None
    assert (servicio.codigo, servicio.certeza) == (codigo, certeza)


@pytest.mark.parametrize("texto", ["Deportes", "Instituto Nacional", "Servicio Nacional", "SERNAX", "Consejo Nacional", "OMIL"])
def test_lo_que_no_basta_para_un_servicio(texto: str) -> None:
    assert normalizar_servicio(texto) is None


@pytest.mark.parametrize(
    ("escrito", "nombre"),
    [
        ("SERVICIO: Servicio de Salud Osorno", "Servicio de Salud Osorno"), ("SS Osorno", "Servicio de Salud Osorno"),
        ("S.S. Metropolitano Norte", "Servicio de Salud Metropolitano Norte"),
        ("SERVICIO DE SALUD METROPOLITANO SUR ORIENTE", "Servicio de Salud Metropolitano Sur Oriente"),
        ("Servicio de Salud Metropolitano Suroriente", "Servicio de Salud Metropolitano Sur Oriente"),
        ("Servicio de Salud Viña del Mar - Quillota", "Servicio de Salud Viña del Mar-Quillota"),
        ("Servicio de Salud del Libertador Bernardo O'Higgins", "Servicio de Salud O'Higgins"),
        ("Servicio de Salud Llanchipal", "Servicio de Salud Reloncaví"), ("Servicio de Salud del Maule", "Servicio de Salud Maule"),
        ("Servicio de Salud", "Servicio de Salud"), ("Servicio de Salud Araucanía", "Servicio de Salud"),
    ],
)
def test_cada_servicio_de_salud_por_su_nombre(escrito: str, nombre: str) -> None:
    """One code for all of them, and the name of the one that is written; never of one that is not."""
    hallado = normalizar_servicio(escrito)
    assert hallado is not None
    assert (hallado.codigo, hallado.nombre) == ("ss", nombre)


def test_los_veintinueve_servicios_de_salud() -> None:
    nombres = {formas[0] for formas in por_codigo()["ss"].organismos}
    assert len(nombres) == 29
    assert all(organismo_de("ss", f"Servicio de Salud {n}") == f"Servicio de Salud {n}" for n in nombres)


@pytest.mark.parametrize(
    ("texto", "nombre"),
    [
        ("INFORME 2007\nSERVICIO DE SALUD OSORNO\nEtapa 3\n", "Servicio de Salud Osorno"),
        ("SERVICIO DE SALUD VALDIVIA\n" + "Con el Servicio de Salud Osorno hay un plan.\n" * 50, "Servicio de Salud Valdivia"),
        ("INFORME 2007\nSERVICIO DE SALUD\nTALCAHUANO\n", "Servicio de Salud Talcahuano"),
        ("SERVICIO DE SALUD\n" + "Se informa.\n" * 50 + "Director, SS Talcahuano\n", "Servicio de Salud Talcahuano"),
        ("SERVICIO DE SALUD\nServicio de Salud Osorno y Servicio de Salud Valdivia\n", "Servicio de Salud"),
    ],
)
def test_el_documento_es_del_servicio_que_su_portada_nombra(texto: str, nombre: str) -> None:
    hallado = servicio_del_documento((), texto, "informe.doc")
    assert hallado is not None
    assert (hallado.codigo, hallado.nombre) == ("ss", nombre)
