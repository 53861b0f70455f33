"""Which service a line is about when it names several, when an office of one is named, and when a name is nearly another's."""

from __future__ import annotations

import pytest

from extractor.normalizadores.servicios import buscar_instituciones, normalizar_servicio, servicio_del_documento
from extractor.vocabularios.servicios import vocabulario

# fmt: off
CODIGOS = [
    # whom it is for and who helps are set aside
    ("Informe del SENCE al Gobierno Regional de Atacama", "sence"), ("FOSIS presenta a SUBDERE su informe", "fosis"),
    ("Dirección Regional INDAP (en convenio con CONAF)", "indap"), ("Informe de SERNATUR; contraparte técnica: SERCOTEC", "sernatur"),
    # an office and its service, at either end
    ("Oficina de Asuntos Rurales de Lonquimay, INDAP", "indap"), ("DIBAM - Coordinación de Archivos Judiciales", "dibam"),
    ("Unidad de Programas Rurales - SERNAM", "sernam"),
    # the words of its name beside the acronym
    ("Dirección General del Crédito Prendario (DICREP)", "dicrep"), ("Sub Secretaría de Pesca", "subpesca"), ("SUB-SECRETARÍA DEL TRABAJO", "subtrabajo"),
    # ministries' regional offices
    ("Seremi del Trabajo", "subtrabajo"), ("Secretaría Regional Ministerial del Trabajo y Previsión Social", "subtrabajo"),
    ("Secretaría Regional Ministerial de Minería", "minmineria"), ("SEREMI de Justicia", "minjusticia"), ("Seremi de Transportes y Telecomunicaciones", "mtt"),
    # a longer name with a slip wins over the short name of another inside it
    ("Hospital Carabineros", "hoscar"), ("Comisión de Energía Nuclesr", "cchen"), ("Dirección de Orevisión de Carabineros de Chile", "dipreca"),
    # bodies and former names
    ("ChileValora", "chilevalora"), ("SECTRA", "sectra"), ("Tribunal de Defensa de la Libre Competencia", "tdlc"), ("ProChile Regional", "direcon"),
    ("Defensa Civil de Chile", "defensacivil"), ("ODEPLAN", "mideplan"), ("Oficina de Planificación Nacional", "mideplan"), ("DIRINCO", "sernac"),
    ("Ministerio de Energía", "minenergia"), ("Autoridad Sanitaria de Aysén", "minsal"), ("Servicio de Minas del Estado", "sernageomin"),
]
NINGUNO = ["Mesa de Turismo Rural, SERNATUR y municipios de la cuenca", "Oficina Municipal de Deportes, Lota", "Oficina de Emergencia Comunal", "Convenio marco de la comuna",
           "Polla Chilena de Beneficencia", "Correos de Chile", "Coordinación de Archivos Parroquiales"]
# fmt: on


@pytest.mark.parametrize(("texto", "codigo"), CODIGOS)
def test_de_que_servicio_es_la_linea(texto: str, codigo: str) -> None:
    servicio = normalizar_servicio(texto)
    assert servicio is not None
    assert servicio.codigo == codigo
    assert servicio.certeza != "dudosa"


@pytest.mark.parametrize("texto", NINGUNO)
def test_no_es_ningun_servicio(texto: str) -> None:
    servicio = normalizar_servicio(texto)
    assert servicio is None or servicio.codigo is None or servicio.certeza == "dudosa"


def test_lo_apartado_es_aproximado() -> None:
    servicio = normalizar_servicio("Informe del SENCE al Gobierno Regional de Atacama")
    assert servicio is not None and servicio.certeza == "aproximada"


def test_todo_servicio_se_reconoce_por_su_nombre_y_sus_siglas() -> None:
    for servicio in (s for s in vocabulario().servicios if not s.sin_informe):
        for escrito in (servicio.nombre, servicio.nombre.upper(), f"SERVICIO: {servicio.nombre}", *servicio.siglas):
            hallado = normalizar_servicio(escrito)
            assert hallado is not None, escrito
            assert (hallado.codigo, hallado.certeza in ("exacta", "alias")) == (servicio.codigo, True), escrito


def test_quien_no_presenta_informe_solo_es_una_institucion_que_participa() -> None:
    texto = "Convenio con la Agencia Regional de Desarrollo Productivo y BancoEstado"
    assert buscar_instituciones(texto) == ("ardp", "bancoestado")
    assert servicio_del_documento([], f"{texto}\n" * 20, "informe.txt") is None
