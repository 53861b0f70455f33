"""What may be of several at once in a cell of responsibles, brackets, places named by a role, and lines that name nobody. Cells
typed by hand with their answers."""

from __future__ import annotations

import pytest

from extractor.normalizadores.responsable.certezas_division import peor_certeza
from extractor.normalizadores.responsables import normalizar_responsables

Esperado = list[tuple[str | None, str | None, str | None]]
SEGURAS = ("exacta", "alias")


def _leer(texto: str) -> tuple[Esperado, str | None]:
    leidos = normalizar_responsables(texto.split("\n"))
    partes = [(r.unidad.nombre if r.unidad else None, r.cargo, r.persona) for r in leidos]
    return partes, peor_certeza([r.certeza for r in leidos if r.certeza is not None])


DE_VARIOS: list[tuple[str, Esperado]] = [
    # a unit before a list of roles
    (
        "Unidad de Riego, Jefa Ana Soto, Profesional Luis Vera",
        [("Unidad de Riego", "Jefe/a", "Ana Soto"), ("Unidad de Riego", "Profesional", "Luis Vera")],
    ),
    (
        "Depto. de Finanzas: Jefe Raúl Meza, Analista Inés Pino",
        [("Depto. de Finanzas", "Jefe/a", "Raúl Meza"), ("Depto. de Finanzas", "Analista", "Inés Pino")],
    ),
    (
        "Unidad de Compras (Jefa y analistas)",
        [("Unidad de Compras", "Jefe/a", None), ("Unidad de Compras", "Analista", None)],
    ),
    # a unit after two roles
    (
        "Jefa y Analista de Presupuesto Unidad de Finanzas",
        [("Unidad de Finanzas", "Jefe/a", None), ("Unidad de Finanzas", "Analista de Presupuesto", None)],
    ),
    # a role before two units
    ("Jefe Unidad de Riego y Fiscalía", [("Unidad de Riego", "Jefe/a", None), ("Fiscalía", None, None)]),
    ("Jefe Unidad de Riego y Unidad de Agua", [("Unidad de Riego", "Jefe/a", None), ("Unidad de Agua", None, None)]),
    # brackets after a unit
    ("SERNAM (Dirección Regional) y FOSIS", [("SERNAM (Dirección Regional)", None, None), ("FOSIS", None, None)]),
    ("Unidad de Planificación (UPLA)", [("Unidad de Planificación (UPLA)", None, None)]),
    # a place named by a role
    ("Jefe Oficina Provincial Capitán Prat", [("Oficina Provincial Capitán Prat", "Jefe/a", None)]),
    ("Oficina Provincial Presidente Ibáñez", [("Oficina Provincial Presidente Ibáñez", None, None)]),
    # every one of a role, who works in a unit
    ("Cada Jefe de Unidad", [(None, "Jefe/a de Unidad", None)]),
    ("Todos los Directores Regionales", [(None, "Director/a Regional", None)]),
    # a short form of two words
    ("Téc. Agr. Luis Vera", [(None, "Técnico/a Agrónomo/a", "Luis Vera")]),
    # a unit between a role or a person and another role, with nothing that parts them
    (
        "Jefa Ana Soto Unidad de Riego Encargado Luis Vera",
        [("Unidad de Riego", "Jefe/a", "Ana Soto"), (None, "Encargado/a", "Luis Vera")],
    ),
    # a second person who may have the unit of the first
    ("Depto. de Agua: Ana Soto; Luis Vera", [("Depto. de Agua", None, "Ana Soto"), ("Depto. de Agua", None, "Luis Vera")]),
    # an adjective of the unit, or a role
    ("Unidad de Informática y Administrativa", [("Unidad de Informática", None, None), (None, "Administrativo/a", None)]),
    # one letter joined by a plus
    ("Unidad I+D", [("Unidad I+D", None, None)]),
]


@pytest.mark.parametrize(("texto", "esperado"), DE_VARIOS)
def test_lo_que_puede_ser_de_varios_se_lee_sin_certeza(texto: str, esperado: Esperado) -> None:
    partes, certeza = _leer(texto)
    assert (partes, certeza) == (esperado, "dudosa")


@pytest.mark.parametrize(
    ("texto", "esperado"),
    [
        ("Equipo de la Unidad de Riego", [("Unidad de Riego", None, None)]),
        ("Apoyo Técnico", [(None, "Apoyo Técnico", None)]),
        ("Apoyo Administrativo Unidad de Riego", [("Unidad de Riego", "Apoyo Administrativo", None)]),
        ("Asesora Urbana", [(None, "Asesor/a Urbano/a", None)]),
        ("Técnico Paramédico", [(None, "Técnico/a Paramédico/a", None)]),
        ("Victoria Lagos", [(None, None, "Victoria Lagos")]),
        ("Unidad Técnica y Administrativa", [("Unidad Técnica y Administrativa", None, None)]),
        ("Departamento Jurídico y Administrativo", [("Departamento Jurídico y Administrativo", None, None)]),
        # a role that is an adjective too begins a line
        ("Directora Regional\nAsesora Jurídica", [(None, "Director/a Regional", None), (None, "Asesor/a Jurídico/a", None)]),
        ("Subdirectora\nAsesora Jurídica", [(None, "Subdirector/a", None), (None, "Asesor/a Jurídico/a", None)]),
        ("Profesional\nAsesora", [(None, "Profesional Asesor/a", None)]),
        ("Fiscalía\nAna Soto", [("Fiscalía", None, "Ana Soto")]),
        ("Gabinete\nAsesora Jurídica", [("Gabinete", None, None), (None, "Asesor/a Jurídico/a", None)]),
    ],
)
def test_divisiones(texto: str, esperado: Esperado) -> None:
    assert _leer(texto)[0] == esperado


@pytest.mark.parametrize(
    ("texto", "esperado"),
    [
        ("Unidad de Riego, Jefa Ana Soto", [("Unidad de Riego", "Jefe/a", "Ana Soto")]),
        ("Unidad de Control (DCG), Juan Pérez", [("Unidad de Control (DCG)", None, "Juan Pérez")]),
        ("Unidad de Riego\nUnidad de Agua", [("Unidad de Riego", None, None), ("Unidad de Agua", None, None)]),
        (
            "Unidad de Riego: Jefa, Unidad de Agua: Analista",
            [("Unidad de Riego", "Jefe/a", None), ("Unidad de Agua", "Analista", None)],
        ),
        (
            "Encargada de Género y Jefe Unidad de Riego",
            [(None, "Encargado/a de Género", None), ("Unidad de Riego", "Jefe/a", None)],
        ),
        (
            "Directora Regional: Ana Soto\nSecretaria: Inés Pino",
            [(None, "Director/a Regional", "Ana Soto"), (None, "Secretario/a", "Inés Pino")],
        ),
    ],
)
def test_lo_sencillo_sigue_siendo_seguro(texto: str, esperado: Esperado) -> None:
    partes, certeza = _leer(texto)
    assert partes == esperado
    assert certeza in SEGURAS


def test_dos_personas_en_mayusculas_no_son_una_unidad_con_certeza() -> None:
    assert _leer("ÁREA DE TURISMO Y MARÍA JOSÉ LAGOS, JEFE PROVINCIAL")[1] == "dudosa"


@pytest.mark.parametrize(
    "texto",
    ["xxx", "Los mismos de la actividad anterior", "A la espera de nombramiento", "En proceso de contratación", "Sin infomación",
     "Los que correspondan", "Quien designe la Directora", "En licencia", "Honorarios", "Todos los servicios"],
)  # fmt: skip
def test_lineas_que_no_nombran_a_nadie(texto: str) -> None:
    assert normalizar_responsables([texto]) == ()
