"""Header cells of several paragraphs: which of them are the label, exact or misread."""

from __future__ import annotations

import pytest

from extractor.formatos.carga import cargar_patrones
from extractor.formatos.encabezados import leer_encabezado, rotulos_de
from extractor.modelo.base import Origen
from extractor.modelo.documento import Celda, Parrafo

ROTULOS = rotulos_de(tuple(t for p in cargar_patrones() for t in p.tablas if t.tipo == "programa_trabajo"))


def _celda(*textos: str) -> Celda:
    return Celda(tuple(Parrafo(t, Origen(texto=t), 1 if n else 0) for n, t in enumerate(textos)), Origen(texto=""))


@pytest.mark.parametrize(
    ("textos", "rol", "sobra"),
    [
        (("Ponderación", "ganada"), "ponderacion_ganada", []),
        (("Ponderación", "danada"), "ponderacion_ganada", []),
        (("Ponderación", "ganad a"), "ponderacion_ganada", []),
        (("Ponderación", "1.- Atender a las comunas"), "otro", ["1.- Atender a las comunas"]),
        (("Ponderación", "12,5"), "otro", []),
    ],
)
def test_rotulo_de_dos_parrafos_mal_leido(textos: tuple[str, ...], rol: str, sobra: list[str]) -> None:
    """A weight column stands already: "Ponderación" alone would be a second one."""
    celdas = [_celda("Objetivos Específicos"), _celda("Actividades"), _celda("Pond.", "actividad"), _celda("Cumple o No cumple")]
    encabezado = leer_encabezado([*celdas, _celda(*textos)], ROTULOS, completo=True)
    assert encabezado is not None
    ultima = encabezado.etiquetas[-1]
    assert ultima is not None and ultima.rol == rol
    assert [p.texto for p in ultima.sobrante] == sobra
