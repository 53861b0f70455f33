"""Cells of responsibles whose lines go on, lines that would be lost, and what is told of more than one. Cells typed by hand with
their answers."""

from __future__ import annotations

import pytest

from extractor.normalizadores.responsable.certezas_division import peor_certeza
from extractor.normalizadores.responsables import normalizar_responsables

Esperado = list[tuple[str | None, str | None, str | None]]


def _leer(texto: str) -> tuple[Esperado, str | None]:
    leidos = normalizar_responsables(texto.split("\n"))
    partes = [(r.unidad.nombre if r.unidad else None, r.cargo, r.persona) for r in leidos]
    return partes, peor_certeza([r.certeza for r in leidos if r.certeza is not None])


SEGURAS: list[tuple[str, Esperado]] = [
    ("Departamento de\nEstudios y\nPublicaciones", [("Departamento de Estudios y Publicaciones", None, None)]),
    ("Encargada de\nActas", [(None, "Encargado/a de Actas", None)]),
    ("Oficina Provincial de\nOsorno", [("Oficina Provincial de Osorno", None, None)]),
    ("Director Regional\n(S)", [(None, "Director/a Regional (S)", None)]),
    ("Departamento\nIII", [("Departamento III", None, None)]),
    ("Unidad de Desarrollo\nRural", [("Unidad de Desarrollo Rural", None, None)]),
    ("Departamento de Recursos\nHumanos", [("Departamento de Recursos Humanos", None, None)]),
    ("Secretaría Regional\nMinisterial de Salud", [("Secretaría Regional Ministerial de Salud", None, None)]),
    ("Encargada Regional\nPMG", [(None, "Encargado/a Regional PMG", None)]),
    ("SERVIU\nMaule", [("SERVIU Maule", None, None)]),
    ("Equipo de Profesionales Asesores", [("Equipo de Profesionales Asesores", None, None)]),
    ("Sub Dirección Administrativa", [("Sub Dirección Administrativa", None, None)]),
    ("Hospital Dr. Hernán Pizarro", [("Hospital Dr. Hernán Pizarro", None, None)]),
    ("Asesor/a Jurídico/a", [(None, "Asesor/a Jurídico/a", None)]),
    ("Secretario(a) Técnico(a): Ana Ríos", [(None, "Secretario/a Técnico/a", "Ana Ríos")]),
    ("a) Unidad de Riego b) Fiscalía", [("Unidad de Riego", None, None), ("Fiscalía", None, None)]),
]
DUDOSAS: list[tuple[str, Esperado]] = [
    # a line that may be where, what for, or go on
    ("Departamento Técnico\nActa de reunión", [("Departamento Técnico", None, None)]),
    ("Oficina Provincial\nOsorno", [("Oficina Provincial Osorno", None, None)]),
    ("Rosa Cea\nOsorno\nJefa Provincial", [(None, "Jefe/a Provincial", "Rosa Cea Osorno")]),
    ("Departamento de Estudios\nPMG", [("Departamento de Estudios", None, None), ("PMG", None, None)]),
    # several of a kind, or a kind after "y"
    ("Encargada de Oficinas Móviles", [(None, "Encargado/a de Oficinas Móviles", None)]),
    ("Encargado de Unidades Vecinales", [(None, "Encargado/a de Unidades Vecinales", None)]),
    ("Encargada de Personal y Oficina de Partes", [(None, "Encargado/a de Personal", None), ("Oficina de Partes", None, None)]),
    ("Unidad de Control y Auditoría Interna", [("Unidad de Control", None, None), ("Auditoría Interna", None, None)]),
    # whose office it is, two roles of one person, who only gets a copy
    ("Oficina de la Directora", [("Oficina de la Directora", None, None)]),
    (
        "Ana Ríos, Jefa de Compras y Encargada de Género",
        [(None, "Jefe/a de Compras", "Ana Ríos"), (None, "Encargado/a de Género", "Ana Ríos")],
    ),
    ("Unidad de Riego, con copia a Fiscalía", [("Unidad de Riego", None, None)]),
    ("Jefa Unidad de Riego (c.c. Director Regional)", [("Unidad de Riego", "Jefe/a", None)]),
    ("Encargada de Calidad. V°B° Subdirector", [(None, "Encargado/a de Calidad", None)]),
    ("Subsecretario del Trabajo (autoridad)", [(None, "Subsecretario/a del Trabajo", None)]),
    ("Trabajadores sociales", [(None, "Trabajador/a social", None)]),
    ("DOM Municipalidad de Ránquil", [("DOM Municipalidad de Ránquil", None, None)]),
    ("INDAP-SAG-CONAF", [("INDAP", None, None), ("SAG", None, None), ("CONAF", None, None)]),
]


@pytest.mark.parametrize(("texto", "esperado"), SEGURAS)
def test_lo_que_sigue_en_otra_linea_se_lee_entero(texto: str, esperado: Esperado) -> None:
    partes, certeza = _leer(texto)
    assert (partes, certeza in ("exacta", "alias")) == (esperado, True)


@pytest.mark.parametrize(("texto", "esperado"), DUDOSAS)
def test_lo_que_dos_lectores_dividirian_distinto_queda_en_duda(texto: str, esperado: Esperado) -> None:
    partes, certeza = _leer(texto)
    assert (partes, certeza in ("dudosa", "aproximada", None)) == (esperado, True)


@pytest.mark.parametrize("texto", ["Nadie asignado", "Sin encargado"])
def test_lo_que_no_nombra_a_nadie(texto: str) -> None:
    assert normalizar_responsables([texto]) == ()
