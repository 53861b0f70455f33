"""What an acronym is said to stand for in its own line. Lines typed by hand with their answers."""

from __future__ import annotations

import pytest

from extractor.normalizadores.servicios import normalizar_servicio


@pytest.mark.parametrize(
    "texto",
    [
        "DGA: Depto. de Gestión Administrativa",
        "Dirección de Gestión y Administración, DGA",
        "SAG: Sistema de Archivo General",
        "ISP (proveedor de internet)",
        "CDE Chile Chico (centro de desarrollo empresarial)",
        "SEC. 4, letra b)",
    ],
)
def test_una_sigla_con_otra_glosa_no_es_del_servicio(texto: str) -> None:
    assert normalizar_servicio(texto) is None


@pytest.mark.parametrize(
    ("texto", "codigo"),
    [
        ("SII (impuestos)", "sii"),
        ("SERNAM: Servisio Nacional de la Muger", "sernam"),
        ("CNR - Comisión Nac. de Riego", "cnr"),
        ("INP (desde 2009 IPS)", "ips"),
        ("Antes informaba SENCE, ahora la Subsecretaría del Trabajo", "subtrabajo"),
    ],
)
def test_la_glosa_que_es_su_nombre_y_lo_que_es_ahora(texto: str, codigo: str) -> None:
    servicio = normalizar_servicio(texto)
    assert servicio is not None
    assert servicio.codigo == codigo
