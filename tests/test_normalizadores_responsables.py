"""Cells of responsibles, with invented persons: (lines, [(unit, role, person)]), typed by hand."""

from __future__ import annotations

import pytest

from extractor.normalizadores.responsables import normalizar_responsables

Esperado = list[tuple[str | None, str | None, str | None]]

CELDAS: list[tuple[list[str], Esperado]] = [
    # one unit, whose name holds "y" or "/"
    (["Departamento de Estudios y Capacitación"], [("Departamento de Estudios y Capacitación", None, None)]),
    (["Depto. de Administración y Finanzas"], [("Depto. de Administración y Finanzas", None, None)]),
    (["DIVISION DE PLANIFICACION Y CONTROL DE GESTION"], [("DIVISION DE PLANIFICACION Y CONTROL DE GESTION", None, None)]),
    (["PMG/GT"], [("PMG/GT", None, None)]),
    (["Unidad de Proyectos y Programas"], [("Unidad de Proyectos y Programas", None, None)]),
    (["Unidad de Cobros, Caja y Tesorería Local."], [("Unidad de Cobros, Caja y Tesorería Local", None, None)]),
    (["Coordinación Intersectorial (pesca artesanal)"], [("Coordinación Intersectorial (pesca artesanal)", None, None)]),
    # several units
    (
        ["Unidad de Jefas de Hogar y Direcciones Regionales"],
        [("Unidad de Jefas de Hogar", None, None), ("Direcciones Regionales", None, None)],
    ),
    (["Equipo PMG GT/ Unidad de Informática"], [("Equipo PMG GT", None, None), ("Unidad de Informática", None, None)]),
    (["Unidad VIF", "Direcciones Regionales"], [("Unidad VIF", None, None), ("Direcciones Regionales", None, None)]),
    (
        ["Departamento de Riego  Direcciones Regionales."],
        [("Departamento de Riego", None, None), ("Direcciones Regionales", None, None)],
    ),
    (
        ["Departamento de Riego y las Direcciones Regionales"],
        [("Departamento de Riego", None, None), ("Direcciones Regionales", None, None)],
    ),
    (
        ["- Departamento Jurídico", "- Unidad de Estudios"],
        [("Departamento Jurídico", None, None), ("Unidad de Estudios", None, None)],
    ),
    (["INDAP/FOSIS"], [("INDAP", None, None), ("FOSIS", None, None)]),
    # lines that go on
    (["Unidad de desarrollo rural y", "local"], [("Unidad de desarrollo rural y local", None, None)]),
    (["Departamento de", "Operaciones"], [("Departamento de Operaciones", None, None)]),
    (["Unidad de Desarrollo", "Regional"], [("Unidad de Desarrollo Regional", None, None)]),
    # roles
    (["Coodinador a programa BPL"], [(None, "Coordinador/a programa BPL", None)]),
    (["Coordinadora", "programa VIF"], [(None, "Coordinador/a programa VIF", None)]),
    (["Encargado regional de comunicaciones"], [(None, "Encargado/a Regional de comunicaciones", None)]),
    (["Jefe Departamento de Planificación"], [("Departamento de Planificación", "Jefe/a", None)]),
    (["Encargada Gestión Territorial"], [(None, "Encargado/a Gestión Territorial", None)]),
    (["Director Regional y Encargado de Bodega"], [(None, "Director/a Regional", None), (None, "Encargado/a de Bodega", None)]),
    (["Dirección Regional Profesionales asesores"], [("Dirección Regional", "Profesional Asesor/a", None)]),
    (
        ["Dirección Regional Coquimbo Profesional Asesora"],
        [("Dirección Regional Coquimbo", "Profesional Asesor/a", None)],
    ),
    (["Seremi de Salud"], [(None, "Seremi de Salud", None)]),
    (["D. Regional"], [("D. Regional", None, None)]),
    # persons with their roles
    (
        ["Noelia Araos O. Directora Regional Patricia Vivar Lazo. Profesional Asesora"],
        [(None, "Director/a Regional", "Noelia Araos O."), (None, "Profesional Asesor/a", "Patricia Vivar Lazo")],
    ),
    (
        ["Noelia Araos O. D. Regional Mario Luis Quiroz, profesional de apoyo."],
        [(None, "Director/a Regional", "Noelia Araos O."), (None, "Profesional de apoyo", "Mario Luis Quiroz")],
    ),
    (
        ["Profesional Asesora", "Patricia Vivar Lazo", "Encargada Administrativa", "Karina Oyarce Toro"],
        [(None, "Profesional Asesor/a", "Patricia Vivar Lazo"), (None, "Encargado/a Administrativo/a", "Karina Oyarce Toro")],
    ),
    (["Pedro Lillo, Asesor comunicacional"], [(None, "Asesor/a comunicacional", "Pedro Lillo")]),
    (["Zunilda Pavez C.", "Coordinadora Regional VIF."], [(None, "Coordinador/a Regional VIF", "Zunilda Pavez C.")]),
    (["JUAN OLAVE TAPIA DIRECTOR REGIONAL"], [(None, "Director/a Regional", "JUAN OLAVE TAPIA")]),
    (["Sergio Leiva Mora (Jefe de Finanzas)"], [(None, "Jefe/a de Finanzas", "Sergio Leiva Mora")]),
    (["Unidad de Planificación: Marta Olea Ruiz"], [("Unidad de Planificación", None, "Marta Olea Ruiz")]),
    # nobody
    ([], []),
    (["", "  "], []),
    (["Por definir"], []),
    (["-"], []),
]


@pytest.mark.parametrize(("lineas", "esperado"), CELDAS, ids=[" / ".join(c[0]) or "blanca" for c in CELDAS])
def test_celdas(lineas: list[str], esperado: Esperado) -> None:
    hallados = normalizar_responsables(lineas)
    assert [(r.unidad.nombre if r.unidad else None, r.cargo, r.persona) for r in hallados] == esperado


def test_cada_responsable_guarda_lo_escrito() -> None:
    hallados = normalizar_responsables(["Noelia Araos O. Directora  Regional Patricia Vivar Lazo. Profesional Asesora"])
    assert [r.texto for r in hallados] == ["Noelia Araos O. Directora Regional", "Patricia Vivar Lazo. Profesional Asesora"]


def test_certeza_de_unidades() -> None:
    certezas = [normalizar_responsables([t])[0].unidad for t in ("Unidad de Riego", "PMG/GT", "Informática")]
    assert [u.certeza for u in certezas if u is not None] == ["exacta", "alias", "dudosa"]


def test_persona_despues_del_complemento_de_su_cargo() -> None:
    leidos = normalizar_responsables(["Encargado de Planificación Rubén Soto Paine"])
    assert [(r.cargo, r.persona) for r in leidos] == [("Encargado/a de Planificación", "Rubén Soto Paine")]


@pytest.mark.parametrize(
    ("linea", "esperado"),
    [
        ("Jefa de la Unidad de Riego: Sra. Norma Cid P.", [("Unidad de Riego", "Jefe/a", "Norma Cid P.")]),
        ("Norma Cid y Aldo Rivas, Profesionales", [(None, "Profesional", "Norma Cid"), (None, "Profesional", "Aldo Rivas")]),
        ("Equipo GT: Norma Cid, Aldo Rivas", [("Equipo GT", None, "Norma Cid"), ("Equipo GT", None, "Aldo Rivas")]),
        ("Directora Regional INDAP", [("INDAP", "Director/a Regional", None)]),
        ("Corodinadora porgrama Riego", [(None, "Coordinador/a programa Riego", None)]),
        ("Departametno de Riego", [("Departametno de Riego", None, None)]),
        ("Luz Fiscal Montes", [(None, None, "Luz Fiscal Montes")]),
        ("Programa Jefas de Hogar", [("Programa Jefas de Hogar", None, None)]),
        ("Liceo Gabriela Mistral", [("Liceo Gabriela Mistral", None, None)]),
        ("Secretaría Ejecutiva", [("Secretaría Ejecutiva", None, None)]),
        ("Marzo a junio", []),
        ("Se designará en abril", []),
    ],
)
def test_lo_que_pertenece_y_lo_que_se_repara(linea: str, esperado: Esperado) -> None:
    hallados = normalizar_responsables([linea])
    assert [(r.unidad.nombre if r.unidad else None, r.cargo, r.persona) for r in hallados] == esperado


@pytest.mark.parametrize(
    ("texto", "unidad", "cargo", "persona"),
    [
        ("Unidad de Inspección Fiscal", "Unidad de Inspección Fiscal", None, None),
        ("Departamento de Inspección Fiscal", "Departamento de Inspección Fiscal", None, None),
        ("Unidad de Formación Profesional", "Unidad de Formación Profesional", None, None),
        ("Unidad Jurídica Fiscal", "Unidad Jurídica", "Fiscal", None),
        ("Unidad de Obras Fiscal", "Unidad de Obras", "Fiscal", None),
        ("Unidad de Inspección, Fiscal", "Unidad de Inspección", "Fiscal", None),
        ("Unidad de Estudio Profesional de apoyo", "Unidad de Estudio", "Profesional de apoyo", None),
        ("Unidad de Inspección Fiscal Juan Pérez Soto", "Unidad de Inspección", "Fiscal", "Juan Pérez Soto"),
    ],
)
def test_un_cargo_que_es_adjetivo_de_la_unidad(texto: str, unidad: str, cargo: str | None, persona: str | None) -> None:
    """Right after the noun that a unit deals with, and with nobody who holds it, it is the unit's; never a sure role."""
    (leido,) = normalizar_responsables([texto])
    assert leido.unidad is not None
    assert (leido.unidad.nombre, leido.cargo, leido.persona) == (unidad, cargo, persona)
