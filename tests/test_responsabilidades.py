"""Who answers, as a guide's section opens with it: a role, never the words that announce a list."""

from __future__ import annotations

import pytest

from extractor.estructura.secciones import _responsabilidad
from extractor.modelo.base import Origen
from extractor.modelo.documento import Parrafo


@pytest.mark.parametrize(
    ("texto", "rol"),
    [
        ("El Comité de Riego debe revisar las metas.", "Comité de Riego"),
        ("La jefatura tiene a su cargo las compras.", "jefatura"),
        ("Los/las Encargados/as de Oficina (o quien designen), son quienes informan.", "Encargados/as de Oficina"),
        ("Las siguientes tareas forman parte del ciclo.", None),
        ("Los pasos son tres.", None),
        ("El Comité de Riego, reunido en marzo, debe informar.", None),
    ],
)
def test_rol_que_abre_la_seccion(texto: str, rol: str | None) -> None:
    hallada = _responsabilidad([Parrafo(texto, Origen(texto=texto))])
    assert (hallada["rol"] if hallada else None) == rol
