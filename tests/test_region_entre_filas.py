"""A region's line between rows of one table of Word text, whose header is printed once: the rows after it are of that region."""

from __future__ import annotations

import pytest
from ayudas_texto import CABEZA, COLUMNAS, celda, informe

from extractor.modelo.informe import Informe

NORTE = (("Riego", "Abrir las compuertas", "60", "Cumple", "60"), ("Huertos", "Repartir semillas", "40", "Cumple", "40"))
SUR = (("Caletas", "Pintar el muelle", "70", "Cumple", "70"), ("Boyas", "Renovar las boyas", "30", "No cumple", "0"))
TOTAL = (("", "Total", "100", "", "100"),)


def _filas(*filas: tuple[str, ...]) -> str:
    return "".join(celda(c) for fila in filas for c in fila)


def _leer(entre: str, norte: str = _filas(*NORTE), sur: str = _filas(*SUR)) -> Informe:
    return informe(f"{CABEZA.format(region='I de Tarapacá')}{COLUMNAS}{norte}{entre}{sur}\n")


def _tablas(leido: Informe) -> list[tuple[tuple[str, ...], list[str | None]]]:
    return [(t.region.codigos, [a.texto for f in t.filas for a in f.actividades]) for t in leido.tablas]


@pytest.mark.parametrize(
    "entre",
    [
        "Región: II de Antofagasta\n\n",
        celda("Región: II de Antofagasta"),
        celda("Región: II de Antofagasta") + celda("") * 4,
        "II Región de Antofagasta\n\n",
        "\n\nII Región de Antofagasta\n\n",
        "Dirección Regional de Antofagasta\n\n",
    ],
    ids=["rotulo", "celda", "fila", "linea", "lejos", "oficina"],
)
def test_las_filas_tras_la_region_son_suyas(entre: str) -> None:
    leido = _leer(entre)
    assert _tablas(leido) == [
        (("01",), ["Abrir las compuertas", "Repartir semillas"]),
        (("02",), ["Pintar el muelle", "Renovar las boyas"]),
    ]
    assert [(t.filas[-1].celdas[-1], len(t.columnas)) for t in leido.tablas] == [("40", 5), ("0", 5)]
    assert (leido.documento.estado, leido.hallazgos) == ("ok", ())


def test_cada_region_con_su_total() -> None:
    leido = _leer("Región: II de Antofagasta\n\n", _filas(*NORTE, *TOTAL), _filas(*SUR, ("", "Total", "100", "", "70")))
    assert [b.total_ganada.texto for t in leido.tablas for b in t.bloques if b.total_ganada] == ["100", "70"]
    assert leido.hallazgos == ()


def test_un_solo_total_al_final_no_se_reparte() -> None:
    """Whose rows the total sums nobody says: nothing is summed, and it is told."""
    leido = _leer("Región: II de Antofagasta\n\n", sur=_filas(*SUR, *TOTAL))
    assert [t.region.codigos for t in leido.tablas] == [("01",), ("02",)]
    assert {h.codigo for h in leido.hallazgos} == {"LECTURA_DUDOSA"}


def test_lo_que_no_cae_en_las_columnas_no_es_de_la_tabla() -> None:
    """Cells after a region that are no rows of those columns stay out of the table, and no row of it is lost."""
    leido = _leer("Región: II de Antofagasta\n\n", sur=_filas(("Sin", "datos", "aún", "de", "nada")))
    assert _tablas(leido) == [(("01",), ["Abrir las compuertas", "Repartir semillas"])]


def test_una_oficina_en_una_columna_de_responsables_no_parte_la_tabla() -> None:
    columnas = COLUMNAS + celda("Responsable")
    dos = celda("Jefa de riego", "Dirección Regional de Antofagasta")
    filas = _filas(NORTE[0]) + dos + _filas(NORTE[1]) + celda("Jefe de huertos")
    (tabla,) = informe(f"{CABEZA.format(region='I de Tarapacá')}{columnas}{filas}\n").tablas
    assert [a.texto for f in tabla.filas for a in f.actividades] == ["Abrir las compuertas", "Repartir semillas"]
