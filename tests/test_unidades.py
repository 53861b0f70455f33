"""Names of units brought together: which are one, which never are, and that it does not cost the square of their number."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

import pytest
from ayudas_texto import celda

from extractor.lectores import leer_bytes
from extractor.modelo.declarado import Declarado
from extractor.normalizadores import unidades
from extractor.normalizadores.responsable.unidades_parecido import clave_de
from extractor.normalizadores.unidades import MencionUnidad, agrupar_unidades
from extractor.proceso import informe_de
from extractor.proceso.unidades import grupos
from extractor.vocabularios.agrupacion_unidades import abreviaturas, vacias


def juntos(*nombres: str | tuple[str, int]) -> list[list[str]]:
    """The groups of names of one service, each as its sorted spellings."""
    pares = [(n, 1) if isinstance(n, str) else n for n in nombres]
    menciones = [MencionUnidad(nombre, f"d{i}", "sernam") for nombre, veces in pares for i in range(veces)]
    return [sorted(v.nombre for v in g.variantes) for g in agrupar_unidades(menciones)]


@pytest.mark.parametrize(
    ("una", "otra"),
    [
        ("Depto. Social", "Departamento Social"),
        ("Dpto. de Adm. y Finanzas", "DEPARTAMENTO ADMINISTRACIÓN Y FINANZAS"),
        ("Unidad de Planificación", "Unidda de Planificación"),
        ("Unidad de Planificación", "Unidad Planificacion"),
        ("Unidad de Informática", "Unidad de lnformática"),
        ("Dirección Regional", "Dirección Regiona1"),
        ("Departamento Técnico", "Departarnento Técnico"),
        ("Departamento Jurídico", "Departamento Jurídica"),
        ("Uni dad de Proyectos", "Unidad de Proyectos"),
        ("Departamento de Cooperación Internacional (DECOI)", "Departamento de Cooperación Internacional"),
        ("RR.HH.", "Recursos Humanos"),
        ("Unidad de Compras/Contrataciones", "Unidad de Compras y Contrataciones"),
        ("Unidad de Prevención, Atención y Reparación de Víctimas", "Unidad de Prevencón, Atencion y Reparacón de Víctimas"),
    ],
)
def test_son_una(una: str, otra: str) -> None:
    assert juntos((una, 4), otra) == [sorted([una, otra])]


@pytest.mark.parametrize(
    ("una", "otra"),
    [
        ("Unidad de Estudios", "Unidad de Planificación"),
        ("Unidad de Estudios", "Departamento de Estudios"),
        ("Unidad de Personal", "Unidad de Personas"),
        ("Unidad de Estudios", "Unidad de Estudios y Evaluación"),
        ("Unidad 1", "Unidad 2"),
        ("Unidad Regional II", "Unidad Regional III"),
        ("Dirección Regional V Región", "Dirección Regional VI Región"),
        ("Dirección Regional Coquimbo", "Dirección Regional Atacama"),
        ("Oficina Provincial de Palena", "Oficina Provincial de Petorca"),
        ("Dirección Regional", "Dirección Nacional"),
        ("Dirección Regional", "Direcciones Regionales"),
        ("Unidad de Programa Rural", "Unidad de Programas Rurales"),
        ("Oficina Norte", "Oficina Sur"),
        ("Unidad VIF", "Unidad VIH"),
        ("Centro Cordillera", "Centro Cordillero Alto"),
        ("Oficina Lircai", "Oficina Lirque"),
    ],
)
def test_son_dos(una: str, otra: str) -> None:
    assert juntos((una, 4), otra) == sorted([[una], [otra]])
    assert juntos(una, (otra, 4)) == sorted([[una], [otra]])


def test_dos_palabras_que_nadie_conoce_necesitan_que_una_sea_rara() -> None:
    assert juntos(("Casa Mirasol", 2), ("Casa Mirasal", 2)) == [["Casa Mirasal"], ["Casa Mirasol"]]
    assert juntos(("Casa Mirasol", 6), ("Casa Mirasal", 2)) == [["Casa Mirasal", "Casa Mirasol"]]


def test_entre_dos_grupos_igual_de_cerca_queda_sola() -> None:
    assert juntos(("Casa Mirasol", 6), ("Casa Mirasal", 6), "Casa Mirasil") == [["Casa Mirasal"], ["Casa Mirasil"], ["Casa Mirasol"]]


def test_los_pasos_pequenos_no_se_encadenan() -> None:
    """Each differs from the next by a letter; only what is near the group's own name joins it."""
    nombres = (("Casa Mirasoles", 9), ("Casa Miraseles", 3), ("Casa Miraceles", 1), ("Casa Miracetes", 1))
    grupo = next(g for g in juntos(*nombres) if "Casa Mirasoles" in g)
    assert "Casa Miracetes" not in grupo and "Casa Miraseles" in grupo


def test_el_canonico_las_variantes_y_donde_se_vieron() -> None:
    menciones = [
        *(MencionUnidad("Departamento Social", d, "fosis") for d in ("a", "b", "b")),
        MencionUnidad("Depto.  Social", "c", "fosis"),
        MencionUnidad("Departamneto Social", "c", "fosis"),
        MencionUnidad("Departamento Social", "z", "sence"),
    ]
    de_fosis, de_sence = agrupar_unidades(menciones)
    assert (de_fosis.servicio, de_fosis.canonico, de_fosis.veces, de_fosis.documentos) == ("fosis", "Departamento Social", 5, 3)
    assert [(v.nombre, v.veces, v.puntaje == 100, [d for d, _ in v.lugares]) for v in de_fosis.variantes] == [
        ("Departamento Social", 3, True, ["a", "b", "b"]),
        ("Depto. Social", 1, True, ["c"]),
        ("Departamneto Social", 1, False, ["c"]),
    ]
    assert "desliz" in de_fosis.variantes[2].porque
    assert (de_sence.canonico, de_sence.veces) == ("Departamento Social", 1)
    assert de_fosis.id != de_sence.id


def test_el_orden_de_las_menciones_no_cambia_los_grupos() -> None:
    nombres = ["Depto. Social", "Departamento Social", "Departamneto Social", "Unidad de Estudios", "Unidad Estudios", "UNIDAD DE ESTUDIO"]
    menciones = [MencionUnidad(n, "d", None) for n in nombres for _ in range(1 + len(n) % 3)]
    primero = agrupar_unidades(menciones)
    azar = random.Random(7)
    for _ in range(5):
        azar.shuffle(menciones)
        assert agrupar_unidades(menciones) == primero


def test_las_abreviaturas_estan_plegadas_y_no_son_palabras_vacias() -> None:
    for corta, larga in abreviaturas().items():
        assert corta.isalpha() and all(len(p) > len(corta) or corta in ("rrhh",) for p in larga), corta
        assert corta not in vacias()
    assert clave_de("---") == ()


def test_de_los_informes_a_los_grupos() -> None:
    cabeza = "ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007\n\n\tActividad 1.1: Implementación\n\n\tRegión: Maule\n\n"
    columnas = "\tObjetivos\n\n\tActividades\n\n\tPond. actividad\n\n\tCumple o No cumple\n\n\tPonderación ganada\n\n\tResponsable\n\n"
    textos = [
        cabeza + columnas + "".join(celda(p) for p in ("Objetivo uno", "Taller", "100", "Cumplido", "100", unidad)) + "\n"
        for unidad in ("Departamento Social", "Depto. Social")
    ]
    informes = [informe_de(leer_bytes(t.encode(), f"{i}.txt"), Declarado(servicio="fosis")) for i, t in enumerate(textos)]
    (grupo,) = grupos(informes)
    assert (grupo.servicio, grupo.canonico, grupo.documentos) == ("fosis", "Departamento Social", 2)
    lugares = [lugar for v in grupo.variantes for _, lugar in v.lugares]
    assert all(lugar is not None and "Social" in lugar.texto for lugar in lugares)


def test_no_se_compara_cada_nombre_con_todos(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of 32 million pairs of 8,000 names, few share enough words to be looked at."""
    miradas = 0
    mejor = unidades._mejor

    def contado(nombre: Any, cercanos: Any) -> Any:
        nonlocal miradas
        miradas += len(cercanos)
        return mejor(nombre, cercanos)

    monkeypatch.setattr(unidades, "_mejor", contado)
    azar = random.Random(8000)
    silabas = ["ca", "lo", "mi", "ter", "ban", "ru", "se", "pol", "gue", "nar"]
    palabras = ["".join(azar.choice(silabas) for _ in range(4)) for _ in range(8000)]
    agrupar_unidades([MencionUnidad(f"Unidad de {a} y {b}", "d", "x") for a, b in pairwise(palabras)])
    assert 0 < miradas < 8000 * 7999 // 2 // 1000
