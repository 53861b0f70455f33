"""Divisions that rest on a convention are never said to be sure; the plain ones are. Cells typed by hand with their answers."""

from __future__ import annotations

import pytest

from extractor.normalizadores.responsable.certezas_division import peor_certeza
from extractor.normalizadores.responsables import normalizar_responsables, razonar_responsables

Esperado = list[tuple[str | None, str | None, str | None]]


def _leer(texto: str) -> tuple[Esperado, str | None]:
    leidos = normalizar_responsables(texto.split("\n"))
    partes = [(r.unidad.nombre if r.unidad else None, r.cargo, r.persona) for r in leidos]
    return partes, peor_certeza([r.certeza for r in leidos if r.certeza is not None])


CONVENCIONES: list[tuple[str, Esperado]] = [
    # an acronym beside a role
    ("Encargado DAEM", [("DAEM", "Encargado/a", None)]),
    ("Director Regional de FOSIS", [("FOSIS", "Director/a Regional", None)]),
    ("Encargada OIRS", [(None, "Encargado/a OIRS", None)]),
    # a kind of office without a name
    ("Jefe de la Oficina", [(None, "Jefe/a de la Oficina", None)]),
    ("Encargada Gabinete", [("Gabinete", "Encargado/a", None)]),
    # short forms of a role that are an office's as well, or of two roles
    ("Coord. Social", [(None, "Coordinador/a Social", None)]),
    ("Prof. Luis Arce", [(None, "Profesional", "Luis Arce")]),
    ("Secretaria Ejecutiva", [(None, "Secretario/a Ejecutivo/a", None)]),
    ("Jefatura de Operaciones", [(None, "Jefe/a de Operaciones", None)]),
    # one unit and two roles, two roles and one person
    ("Jefa y Secretaria Oficina Comunal", [("Oficina Comunal", "Jefe/a", None), ("Oficina Comunal", "Secretario/a", None)]),
    (
        "Arquitecta Julia Bravo, encargada de Patrimonio",
        [(None, "Arquitecto/a", "Julia Bravo"), (None, "Encargado/a de Patrimonio", "Julia Bravo")],
    ),
    # a unit and the one it is of
    ("Unidad de Riego, Departamento Técnico", [("Unidad de Riego", None, None), ("Departamento Técnico", None, None)]),
    ("Unidad de Riego del Departamento Técnico", [("Unidad de Riego del Departamento Técnico", None, None)]),
    ("Unidad de Riego - SAG", [("Unidad de Riego", None, None), ("SAG", None, None)]),
    ("Unidad de Riego y Jurídica", [("Unidad de Riego y Jurídica", None, None)]),
    ("Programa Orígenes", [("Programa Orígenes", None, None)]),
    # who works in a unit
    ("Funcionarios de la Oficina Provincial", [("Oficina Provincial", "Funcionario/a", None)]),
    ("Personal de la Unidad de Riego", [("Unidad de Riego", None, None)]),
    # a label, or a role
    ("Contraparte: Dirección de Vialidad", [("Dirección de Vialidad", None, None)]),
    # how far it goes
    ("Directores Provinciales del país", [(None, "Director/a Provincial", None)]),
    # a role and a unit on the next line
    ("Jefa\nUnidad de Riego", [(None, "Jefe/a", None), ("Unidad de Riego", None, None)]),
    # a profession known by its ending only
    ("Hidrólogo", [(None, "Hidrólogo/a", None)]),
    ("Sismóloga de turno", [(None, "Sismólogo/a de turno", None)]),
]


@pytest.mark.parametrize(("texto", "esperado"), CONVENCIONES)
def test_lo_que_descansa_en_una_convencion_no_es_seguro(texto: str, esperado: Esperado) -> None:
    leido, certeza = _leer(texto)
    assert leido == esperado and certeza in ("aproximada", "dudosa")
    assert all(porques for _, porques in razonar_responsables(texto.split("\n")))


LLANAS: list[tuple[str, Esperado]] = [
    ("Sección Licencias Médicas", [("Sección Licencias Médicas", None, None)]),
    ("Oficina Comunal de Curepto", [("Oficina Comunal de Curepto", None, None)]),
    ("Dirección Regional CONAF", [("Dirección Regional CONAF", None, None)]),
    ("Subdirectora Administrativa", [(None, "Subdirector/a Administrativo/a", None)]),
    ("Encargado PMG", [(None, "Encargado/a PMG", None)]),
    ("Jefe Departamento de Hidrografía", [("Departamento de Hidrografía", "Jefe/a", None)]),
    ("Nelson Trujillo\nDirector Regional", [(None, "Director/a Regional", "Nelson Trujillo")]),
    ("Maritza Collao Tapia", [(None, None, "Maritza Collao Tapia")]),
    ("J. C. Miranda", [(None, None, "J. C. Miranda")]),
    ("M.T. Aguayo, Encargada PMG", [(None, "Encargado/a PMG", "M.T. Aguayo")]),
    ("Director Regional y Jefe Unidad de Riego", [(None, "Director/a Regional", None), ("Unidad de Riego", "Jefe/a", None)]),
    ("Jefa de Operaciones y su equipo", [(None, "Jefe/a de Operaciones", None)]),
    ("El/La Encargado PMG", [(None, "Encargado/a PMG", None)]),
    ("Depto. de Riego, a cargo de Luis Vidal", [("Depto. de Riego", None, "Luis Vidal")]),
    ("Responsable del informe: Unidad de Estudios", [("Unidad de Estudios", None, None)]),
    ("Dir. Nac. (S) Julia Bravo", [(None, "Director/a Nacional (S)", "Julia Bravo")]),
    ("Unidad de Riego desde marzo", [("Unidad de Riego", None, None)]),
    ("Silvia Retamal o quien la subrogue", [(None, None, "Silvia Retamal")]),
]


@pytest.mark.parametrize(("texto", "esperado"), LLANAS)
def test_lo_llano_sigue_seguro(texto: str, esperado: Esperado) -> None:
    partes, certeza = _leer(texto)
    assert partes == esperado
    assert certeza in ("exacta", "alias")


DUDOSAS: list[tuple[str, Esperado]] = [
    ("Alcalde Urrejola", [(None, "Alcalde/sa", "Urrejola")]),
    ("Se coordinará con el Departamento Técnico", [("Departamento Técnico", None, None)]),
    ("Lo realiza la Unidad de Riego", [("Unidad de Riego", None, None)]),
    ("Rosa Montt y Cía. Ltda.", [("Rosa Montt y Cía. Ltda", None, None)]),
    ("Constructora Vidal S.A.", [("Constructora Vidal S.A", None, None)]),
]


@pytest.mark.parametrize(("texto", "esperado"), DUDOSAS)
def test_lo_que_solo_se_supone_es_dudoso(texto: str, esperado: Esperado) -> None:
    leido, certeza = _leer(texto)
    assert leido == esperado and certeza in ("aproximada", "dudosa")


@pytest.mark.parametrize(
    "texto",
    ["División.Jurídica", "EquipoDirectivo", "SERNAM_Maule", "Contraloría/Interna", "Bienes-Nacionales", "UnidadSantiagoCentro", "Aduana/Los/Andes"],
)
def test_una_unidad_sin_espacios_no_es_segura(texto: str) -> None:
    assert _leer(texto)[1] == "dudosa"


@pytest.mark.parametrize("texto", ["Depto.Informática", "Unid.Planif", "Depto. Mujer/Familia", "Unidad de Compras/Contrataciones"])
def test_el_nombre_queda_como_esta_escrito(texto: str) -> None:
    assert _leer(texto) == ([(texto, None, None)], "exacta")


@pytest.mark.parametrize(
    "texto",
    [
        "Monto: $1.200.000", "Presupuesto total M$ 4.500", "Nombre y firma", "Cargo sin proveer", "Vacante desde mayo", "Nuevo software de registro",
        "Plazo: 30 de junio", "Sin observaciones", "Profesional a contratar", "Equipo a conformar", "Todas las profesionales de la región",
    ],
)  # fmt: skip
def test_lo_que_no_nombra_a_nadie(texto: str) -> None:
    assert normalizar_responsables([texto]) == ()


@pytest.mark.parametrize(
    ("texto", "cargo"),
    [("Jeffe Depto. Sanidad", "Jefe/a"), ("Gefa Unidad de Riego", "Jefe/a"), ("Jege de Gabinete", "Jefe/a de Gabinete")],
)
def test_deslices_de_un_cargo_corto(texto: str, cargo: str) -> None:
    leidos = normalizar_responsables([texto])
    assert [r.cargo for r in leidos] == [cargo]
    assert leidos[0].certeza == "aproximada"
