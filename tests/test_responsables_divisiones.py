"""Cells of responsibles by the class of what is hard in them: (cell, [(unit, role, person)]), typed by hand before they were run."""

from __future__ import annotations

import pytest

from extractor.normalizadores.responsable.certezas_division import peor_certeza
from extractor.normalizadores.responsable.contacto import sin_contacto
from extractor.normalizadores.responsable.reparo_cargos import rol_abreviado
from extractor.normalizadores.responsable.rotulos import con_cortes
from extractor.normalizadores.responsables import normalizar_responsables

Esperado = list[tuple[str | None, str | None, str | None]]

# fmt: off
DIVISIONES: list[tuple[str, Esperado]] = [
    # a role and the kind of office in its charge; a subject stays in the role
    ("Jefa Aduana Chañaral", [("Aduana Chañaral", "Jefe/a", None)]),
    ("Administradora Aduana Punta Arenas: Rosa Cid", [("Aduana Punta Arenas", "Administrador/a", "Rosa Cid")]),
    ("Jefe Retén Pichidegua", [("Retén Pichidegua", "Jefe/a", None)]),
    ('Directora Jardín "Pasitos"', [('Jardín "Pasitos"', "Director/a", None)]),
    ("Jefa DAF", [("DAF", "Jefe/a", None)]),
    ("Secretaria Gabinete", [("Gabinete", "Secretario/a", None)]),
    ("Encargado Of. Provincial", [("Of. Provincial", "Encargado/a", None)]),
    ("Director del Hospital", [("Hospital", "Director/a", None)]),
    ("Directora de Escuela", [(None, "Director/a de Escuela", None)]),
    ("Director de Museo", [(None, "Director/a de Museo", None)]),
    ("Jefe de la Unidad", [(None, "Jefe/a de la Unidad", None)]),
    ("Coordinadora BPL", [(None, "Coordinador/a BPL", None)]),
    ("Profesional PMG Género", [(None, "Profesional PMG Género", None)]),
    ("Integrantes del Comité de Riego", [("Comité de Riego", "Integrante", None)]),
    ("Empresa Gestar Limitada", [("Empresa Gestar Limitada", None, None)]),
    # labels: verbs say nothing of who it is, nouns are a person's role
    ("Titular: Rosa Cid Suplente: Luis Pino", [(None, "Titular", "Rosa Cid"), (None, "Suplente", "Luis Pino")]),
    ("Rosa Cid (Titular), Luis Pino (Suplente)", [(None, "Titular", "Rosa Cid"), (None, "Suplente", "Luis Pino")]),
    ("Encargada: Ana Mella; Apoyo: Hugo Ruz", [(None, "Encargado/a", "Ana Mella"), (None, "Apoyo", "Hugo Ruz")]),
    ("Ejecuta: Ana Mella. Supervisa: Jefa Unidad de Riego", [(None, None, "Ana Mella"), ("Unidad de Riego", "Jefe/a", None)]),
    ("Unidad de Riego (ejecuta), Unidad de Estudios (coordina)", [("Unidad de Riego", None, None), ("Unidad de Estudios", None, None)]),
    ("Departamento Jurídico (apoya: Unidad de Riego)", [("Departamento Jurídico", None, None), ("Unidad de Riego", None, None)]),
    ("Director Regional Subrogante: Hugo Ruz", [(None, "Director/a Regional Subrogante", "Hugo Ruz")]),
    # separators
    ("Encargada PMG + Periodista", [(None, "Encargado/a PMG", None), (None, "Periodista", None)]),
    ("Jefa de Finanzas más Abogado", [(None, "Jefe/a de Finanzas", None), (None, "Abogado/a", None)]),
    ("DIDECO/SECPLAN", [("DIDECO", None, None), ("SECPLAN", None, None)]),
    ("Unidad de Riego, así como Departamento Jurídico", [("Unidad de Riego", None, None), ("Departamento Jurídico", None, None)]),
    # short forms of roles
    ("Encda. Unidad de Riego", [("Unidad de Riego", "Encargado/a", None)]),
    ("Encgda. de Riego", [(None, "Encargado/a de Riego", None)]),
    ("Superv. Ana Mella", [(None, "Supervisor/a", "Ana Mella")]),
    ("Ing. Agr. Hugo Ruz", [(None, "Ingeniero/a Agrónomo/a", "Hugo Ruz")]),
    ("Med. Vet. Ana Mella", [(None, "Médico/a Veterinario/a", "Ana Mella")]),
    ("Abogada Jefe", [(None, "Abogado/a Jefe/a", None)]),
    # a person and the unit
    ("Ana Salas, Unidad de Riego", [("Unidad de Riego", None, "Ana Salas")]),
    ("Rosa Campos del Departamento de Riego", [("Departamento de Riego", None, "Rosa Campos")]),
    ("Equipo GT: Ana Mella / Hugo Ruz / Rosa Cid", [("Equipo GT", None, "Ana Mella"), ("Equipo GT", None, "Hugo Ruz"), ("Equipo GT", None, "Rosa Cid")]),
    ("Fomento - Jefe: Hugo Ruz", [("Fomento", "Jefe/a", "Hugo Ruz")]),
    # words cut or run together
    ("Coor¬dinadora PMG", [(None, "Coordinador/a PMG", None)]),
    ("Unidad de Capaci\ntación", [("Unidad de Capacitación", None, None)]),
    ("Jefe delDepartamento de Riego", [("Departamento de Riego", "Jefe/a", None)]),
    ("Coodinado r Comunal", [(None, "Coordinador/a Comunal", None)]),
    ("profesional asesor/ Unidad Jurídica", [(None, "Profesional Asesor/a", None), ("Unidad Jurídica", None, None)]),
    # contact data with its brackets
    ("Jefa de Finanzas (fono: 61-223344; amella@ejemplo.cl)", [(None, "Jefe/a de Finanzas", None)]),
    ("Encargada GT (anexos 12 y 14)", [(None, "Encargado/a GT", None)]),
    ("Junta de Vecinos (N° 14)", [("Junta de Vecinos (N° 14)", None, None)]),
    # who holds the office, where the cell writes its other accents
    ("Secretaria Regional Ministerial de Minería", [(None, "Seremi de Minería", None)]),
    ("Secretaría Regional Ministerial de Minería", [("Secretaría Regional Ministerial de Minería", None, None)]),
]
NADIE = ["Se indica en el anexo", "Señalado en el párrafo anterior", "Decreto 254", "D.S. N° 12", "Ley N° 20.129", "No se señala responsable", "Las mismas",
         "Actividad efectuada en terreno", "Labor compartida", "No existe responsable", "Indicada en punto 4", "Todos los funcionarios"]
DUDOSAS = ["Encargada QXZ", "Subdir. de Riego", "Jefa Unidad de Riego = Ana Mella", "Unidad de Riego u Oficina de Partes", "Secretaria Dirección",
           "Directora Regional Asesora de Gabinete", "Asesora Marítima", "Encargado de Zarzas", "Ana Mella, Profesionales asesores: Hugo Ruz",
           "Ana Mella / Hugo Ruz / Rosa Cid (jefa de área)", "Luis Pino E Asesor Jurídico", "Unidad de Riego (de Curicó)", "Área Social Comité de Calidad",
           "Químico Luis Pino", "Julia Mesa", "Jefe de la Bodega Central", "Profesora de Escuela Rural", "SERNAM SENCE", "Unidad de Riego J. Zarza"]
# fmt: on


@pytest.mark.parametrize(("texto", "esperado"), DIVISIONES)
def test_divisiones(texto: str, esperado: Esperado) -> None:
    leidos = normalizar_responsables(texto.split("\n"))
    assert [(r.unidad.nombre if r.unidad else None, r.cargo, r.persona) for r in leidos] == esperado


@pytest.mark.parametrize("texto", NADIE)
def test_no_nombra_a_nadie(texto: str) -> None:
    assert normalizar_responsables([texto]) == ()


@pytest.mark.parametrize("texto", DUDOSAS)
def test_lo_que_la_gramatica_no_explica_es_dudoso(texto: str) -> None:
    assert peor_certeza([r.certeza for r in normalizar_responsables([texto]) if r.certeza is not None]) == "dudosa"


def test_una_abreviatura_de_dos_cargos_no_es_de_ninguno() -> None:
    assert rol_abreviado("jfa") == "jefa"
    assert rol_abreviado("planif") is None  # the planner, or planning
    assert rol_abreviado("subd") is None  # a deputy, or a deputy office


def test_las_marcas_y_los_contactos_no_se_llevan_nada_mas() -> None:
    assert con_cortes("Encargado de personal más antiguo") == "Encargado de personal más antiguo"
    assert con_cortes("Programa Titular: Riego") == "Programa Titular: Riego"
    assert sin_contacto("Unidad de Riego (código 12)") == "Unidad de Riego (código 12)"


@pytest.mark.parametrize(
    "lineas",
    [
        ("Ana Soto", "Luis Vera", "Directora Regional", "Encargado de Género"), ("Directora Regional", "Encargado de Género", "Ana Soto", "Luis Vera"),
        ("Ana Soto", "Luis Vera", "Directora Regional"), ("Unidad de Género", "Unidad de Riego", "Ana Soto"), ("Ana Soto", "Luis Vera", "Unidad de Riego"),
        ("Jefa y Encargado, Ana Soto y Luis Vera",), ("Jefa / Encargado: Ana Soto / Luis Vera",), ("Ana Soto y Luis Vera, Jefa y Encargado",),
    ],
)  # fmt: skip
def test_nombres_juntos_y_cargos_juntos_no_dicen_de_quien_es_cada_uno(lineas: tuple[str, ...]) -> None:
    assert {r.certeza for r in normalizar_responsables(lineas)} == {"dudosa"}


def test_cada_nombre_con_su_cargo_debajo_es_seguro() -> None:
    leidos = normalizar_responsables(("Ana Soto", "Directora Regional", "Luis Vera", "Encargado de Género"))
    assert [(r.persona, r.cargo, r.certeza) for r in leidos] == [
        ("Ana Soto", "Director/a Regional", "exacta"),
        ("Luis Vera", "Encargado/a de Género", "exacta"),
    ]
