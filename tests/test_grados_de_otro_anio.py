"""A grade said of an earlier year than the report's is none of its own."""

from __future__ import annotations

import pytest

from extractor.normalizadores.estados import buscar_grado


@pytest.mark.parametrize(("textos", "grado", "frases"), [
    (["De un avance menor en 2007 se llegó a la firma del protocolo.", "Avance mayor. Difundirlo."], "MAYOR", 1),
    (["En 2007 el avance fue menor; ahora hay mesa.", "Avance mayor."], "MAYOR", 1),
    (["Avance menor en el año 2007. Avance mayor en 2008."], "MAYOR", 1),
    (["Se logró un avance menor en 2008.", "Avance mayor en la isla."], "MENOR", 2),
    (["Avance mayor en 2007 y 2008.", "Avance menor."], "MENOR", 2),
    (["El avance es menor en 12 comunas.", "Avance mayor."], "MENOR", 2),
    (["Se pasó de un avance menor en 2007 a un convenio."], "SIN_DATO", 0),
])  # fmt: skip
def test_el_grado_de_un_anio_anterior_no_es_del_informe(textos: list[str], grado: str, frases: int) -> None:
    hallado = buscar_grado(textos, 2008)
    assert (hallado[0], len(hallado[1])) == (grado, frases)


def test_sin_saber_el_anio_del_informe_se_cuenta_todo() -> None:
    assert buscar_grado(["De un avance menor en 2007 se llegó al protocolo.", "Avance mayor."])[0] == "MENOR"
