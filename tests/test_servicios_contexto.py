"""A service's name inside something else is not that service: other bodies, streets, people, whom a line is for, who is quoted."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest

from extractor.normalizadores.servicios import normalizar_servicio

DATOS = Path(__file__).parent / "datos" / "servicios.csv"
SEMILLA, POR_MOLDE = 20090131, 4

# fmt: off
DE_OTRA_COSA = (
    "{} del Perú", "{} de la Cámara de Comercio", "{} de la Universidad Austral", "{} S.A.", "{} Ltda.", "{} E.I.R.L.", "Asociación de Funcionarios de {}",
    "Sindicato de Trabajadores {}", "Club Deportivo {}", "Beneficiarios de {}", "Usuarias del {}", "Funcionarios de {}", "Calle {} 123", "Avda. {} N° 1230", "Plaza {}",
    "Población {}", "Para: {}", "A: {}", "Con copia a {}", "CC: {}", "Señor Director {}", "Enviado a {}", "Carta a {}", "Según {}", "Fuente: {}", "De acuerdo con {}",
    "Según cifras del {}", "Ley orgánica del {}", "Municipalidad de Lota, {}", "Universidad de Talca y {}", "{} y Municipalidad de Lota", "{} / Municipalidad de Lota",
    "Financiado por {}", "Reunión con {}", "Convenio {}", "Mesa {}", "Excepto {}", "Todos los servicios menos {}", "No {}", "sin {}", "Escuela {}", "Jardín {}",
    "Junta de Vecinos {}", "Fundación Amigos de {}", "Oficina {} municipal", "Sr. Pedro {}", "Reuniones {}", "Ex {}", "la página web de {}", "Radio {}",
)
DEL_SERVICIO = (
    "{} informa", "Informa {}", "De: {}. Para: SUBDERE", "Para: SUBDERE. De: {}", "Informe de {} a SUBDERE", "{} - Región del Maule", "{}, Oficina Provincial Talca",
    "{}: Programa de Trabajo 2008", "Informe {} 2008", "Elaborado por: {}", "Emisor: {}", "Remite {}", "{} (Región del Biobío)", "{} presenta su informe",
    "Gobierno de Chile - {}", "{} - Laboratorio Los Aromos", "Jardín Infantil Los Aromos, {} Lautaro", "Coord. Regional {}", "{} VIII Región", "Encargada PMG, {}",
)
# fmt: on


def _nombres() -> list[tuple[str, str]]:
    """Official names and acronyms of the open rows, with their code."""
    with DATOS.open(encoding="utf-8", newline="") as abierto:
        filas = [f for f in csv.DictReader(abierto) if f["grupo"] == "abierto" and f["codigo"]]
    siglas = [f for f in filas if f["origen"] == "designed" and f["texto"].isalpha() and f["texto"].isupper()]
    return [(f["texto"], f["codigo"]) for f in (*(f for f in filas if f["origen"] == "official"), *siglas)]


def _casos(moldes: tuple[str, ...]) -> list[tuple[str, str]]:
    azar, nombres = random.Random(SEMILLA), _nombres()
    return [(molde.format(nombre), codigo) for molde in moldes for nombre, codigo in azar.sample(nombres, POR_MOLDE)]


@pytest.mark.parametrize("texto", [texto for texto, _ in _casos(DE_OTRA_COSA)])
def test_un_nombre_dentro_de_otra_cosa_no_es_el_servicio(texto: str) -> None:
    hallado = normalizar_servicio(texto)
    segura = hallado is not None and hallado.codigo is not None and hallado.certeza in ("exacta", "alias")
    assert not segura, hallado


def test_pocos_de_otra_cosa_se_toman_siquiera_por_aproximados() -> None:
    hallados = [normalizar_servicio(texto) for texto, _ in _casos(DE_OTRA_COSA)]
    tomados = [s for s in hallados if s is not None and s.codigo is not None and s.certeza != "dudosa"]
    assert len(tomados) * 100 <= len(hallados)


@pytest.mark.parametrize(("texto", "codigo"), _casos(DEL_SERVICIO))
def test_lo_que_lo_acompania_no_lo_cambia(texto: str, codigo: str) -> None:
    hallado = normalizar_servicio(texto)
    assert hallado is not None
    assert (hallado.codigo, hallado.certeza == "dudosa") == (codigo, False)


# fmt: off
@pytest.mark.parametrize(
    ("texto", "codigo"),
    [
        ("Convenio INDAP - SAG, informa INDAP Región de Ñuble", "indap"), ("A: DIPRES. De: Servicio Médico Legal", "sml"), ("Convenio CONAF - INDAP", None),
        ("Informa SENCE y FOSIS", None), ("MOP y Dirección General de Aguas", None), ("MOP - Dirección General de Aguas", "dga"), ("SAG con INDAP y CONAF", "sag"),
        ("Directrices SERNAM", None), ("Servicio Nacional de Pesca - Oficina Comunal Lebu", "sernapesca"), ("Oficina Comunal de Deportes con el SERNAM", None), ("Priorizar los terrenos con el Ministerio de Vivienda", None), ("Serviu facilita Barrios (SERVIU)", "serviu"),
    ],
)
def test_quien_informa(texto: str, codigo: str | None) -> None:
    hallado = normalizar_servicio(texto)
    assert (hallado.codigo if hallado is not None and hallado.certeza != "dudosa" else None) == codigo


@pytest.mark.parametrize(
    ("texto", "codigo"),
    [
        ("S.R.C.e I.", "srcei"), ("S.R.C. e I. Maule", "srcei"), ("R.M. S.A. G.", "sag"), ("S. A.G. Maule", "sag"), ("D.G. A. Coquimbo", "dga"),
        ("SENAM3 Región de Aysén", "sename"), ("Gobiemo Regional de Atacama", "gore"), ("Semam Atacama", "sernam"), ("SERV|U", "serviu"), ("5AG", "sag"),
        ("$ENCE", "sence"), ("SENC€", "sence"), ("C0NAD1 Arica", "conadi"), ("Gobierno R3gional de Aysén", "gore"), ("FO5I5", "fosis"),
    ],
)
def test_siglas_con_puntos_y_trazos_mal_leidos(texto: str, codigo: str) -> None:
    hallado = normalizar_servicio(texto)
    assert hallado is not None
    assert (hallado.codigo, hallado.certeza != "dudosa") == (codigo, True)
# fmt: on


def test_con_palabras_sin_explicar_nunca_es_seguro() -> None:
    for texto in (
        "INDAP facilita",
        "Conaf, Parque Nacional Los Aromos",
        "Servicio Nacional de Turismo Andino",
        "SEC Emergencias",
    ):
        hallado = normalizar_servicio(texto)
        assert hallado is None or hallado.certeza in ("aproximada", "dudosa")


@pytest.mark.parametrize(
    "texto", ["SENCE?", "¿SERNAM?", "Servicio Nacional de la Mujer (?)", "Agencia de Aduanas", "Agente de Aduana"]
)
def test_lo_que_se_pregunta_o_es_un_oficio_privado_no_es_seguro(texto: str) -> None:
    servicio = normalizar_servicio(texto)
    assert servicio is None or servicio.certeza == "dudosa"
