"""Header cells of several paragraphs: which of them are the label, exact or misread."""

from __future__ import annotations

import pytest

from extractor.formatos.carga import cargar_patrones
from extractor.formatos.columnas.encabezados import leer_encabezado, rotulos_de
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


@pytest.mark.parametrize(
    ("rotulos", "roles"),
    [
        (("Línea", "Objetivos", "Actividades", "Ponderación", "Cumple / No cumple", "Ponderación ganada"), {0: "otro", 1: "objetivo"}),
        (("Eje", "Objetivo", "Actividades", "Ponderación", "Cumple / No cumple", "Ponderación ganada"), {0: "otro", 1: "objetivo"}),
        (("Importancia", "Objetivo", "Actividades", "Ponderación", "Cumple / No cumple", "Ponderación ganada"), {0: "otro", 3: "ponderacion"}),
        (
            ("Objetivos", "Actividades", "Ponderación", "Valor logrado", "Cumple / No cumple", "Ponderación ganada"),
            {3: "otro", 4: "estado", 5: "ponderacion_ganada"},
        ),
        (("Importancia", "Objetivo", "Actividades", "Peso", "Cumple / No cumple", "Puntaje obtenido"), {0: "otro", 3: "ponderacion"}),
        (("Eje", "Actividades", "Ponderación", "Cumple / No cumple", "Ponderación ganada"), {0: "objetivo"}),
    ],
)
@pytest.mark.parametrize("completo", [True, False])
def test_la_columna_que_dice_su_nombre_gana_a_la_que_solo_lo_parece(rotulos: tuple[str, ...], roles: dict[int, str], completo: bool) -> None:
    """Two columns may have words for one role: the first one took it, and the figures of the other were lost."""
    apilada = [r for r in ROTULOS if r.tabla.pesa == "actividad"]
    leido = leer_encabezado([_celda(t) for t in rotulos], apilada, completo=completo)
    assert leido is not None
    dichos = [e.rol if e else "otro" for e in leido.etiquetas]
    assert {i: dichos[i] for i in roles} == roles
    assert len(dichos) == len(rotulos)
