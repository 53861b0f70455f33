"""Services named beside others: who is quoted, who helps, what one was called before, slips of an acronym beside a place."""

from __future__ import annotations

import pytest

from extractor.normalizadores.servicios import normalizar_servicio

CASOS = [
    ("Según informó la Dirección del Trabajo", ""),
    ("De acuerdo a lo informado por SERNAM", ""),
    ("Como informó INDAP", ""),
    ("Conforme a lo informado por CONAF", ""),
    ("SERVIU o SEREMI de Vivienda", ""),
    ("SERNAM u otro", ""),
    ("SERNAM etc.", ""),
    ("SAG e INDAP", ""),
    ("Ex INP, hoy Instituto de Previsión Social", "ips"),
    ("INP, actual Instituto de Previsión Social", "ips"),
    ("Ex Chiledeportes, hoy Instituto Nacional de Deportes", "chiledeportes"),
    ("SERCOTEC, filial de CORFO", "sercotec"),
    ("SERCOTEC, dependiente de CORFO", "sercotec"),
    ("INDAP, con la cooperación de SAG", "indap"),
    ("SERNAM, con el patrocinio de JUNJI", "sernam"),
    ("FOSIS, con la colaboración de SENCE e INDAP", "fosis"),
    ("Timbre Dirección Regional FOSIS Los Lagos", "fosis"),
    ("Sello Dirección Regional SAG", "sag"),
    ("G. Regional de Atacama", "gore"),
    ("SERVUI Valdivia", "serviu"),
    ("SENEC Región del Maule", "sence"),
    ("INDPA Maule", "indap"),
    ("JUNJI Dirección Regional O´Higgins", "junji"),
]


@pytest.mark.parametrize(("texto", "codigo"), CASOS)
def test_servicio_entre_otros(texto: str, codigo: str) -> None:
    servicio = normalizar_servicio(texto)
    sabido = servicio is not None and servicio.certeza != "dudosa"
    assert ((servicio.codigo or "") if servicio is not None and sabido else "") == codigo
