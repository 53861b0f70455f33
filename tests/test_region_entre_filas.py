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


@pytest.mark.parametrize("nombre", ["Antofagasta", "ANTOFAGASTA", "Antofagasta (II)"])
@pytest.mark.parametrize("forma", ["linea", "lejos", "celda", "fila"])
def test_el_nombre_solo_de_otra_region_tambien_pero_puede_ser_una_ciudad(nombre: str, forma: str) -> None:
    """The rows are that region's; named only once, by a name that is a city's too, nothing is summed, and it is told."""
    entre = {"linea": f"{nombre}\n\n", "lejos": f"\n\n{nombre}\n\n", "celda": celda(nombre), "fila": celda(nombre) + celda("") * 4}
    leido = _leer(entre[forma])
    assert _tablas(leido) == [
        (("01",), ["Abrir las compuertas", "Repartir semillas"]),
        (("02",), ["Pintar el muelle", "Renovar las boyas"]),
    ]
    assert [t.filas[-1].celdas[-1] for t in leido.tablas] == ["40", "0"]
    assert {h.codigo for h in leido.hallazgos} == {"LECTURA_DUDOSA"}


@pytest.mark.parametrize("entre", ["II Región\n\n", celda("II Región"), celda("Segunda Región") + celda("") * 4])
def test_una_region_por_su_numero(entre: str) -> None:
    leido = _leer(entre)
    assert [t.region.codigos for t in leido.tablas] == [("01",), ("02",)] and leido.hallazgos == ()


@pytest.mark.parametrize("nombre", ["Tarapacá", "Iquique"])
def test_el_nombre_de_la_misma_region_o_de_una_ciudad_no_es_otra(nombre: str) -> None:
    assert {c for t in _leer(celda(nombre) + celda("") * 4).tablas for c in t.region.codigos} == {"01"}


def _html(entre: str, *, cabeza: bool) -> Informe:
    def fila(*celdas: str) -> str:
        return f"<tr>{''.join(f'<td>{c}</td>' for c in celdas)}</tr>"

    rotulos = fila("Objetivos Específicos", "Actividades", "Pond. actividad", "Cumple o No cumple", "Ponderación ganada")
    titulo = CABEZA.format(region="I de Tarapacá").replace("\n\n", "</p><p>").replace("\t", "")
    norte, sur = ("".join(fila(*f) for f in filas) for filas in (NORTE, SUR))
    cuerpo = f"<table border='1'>{rotulos}{norte}{entre}{rotulos if cabeza else ''}{sur}</table>"
    return informe(f"<html><body><p>{titulo}</p>{cuerpo}</body></html>", "x.html")


@pytest.mark.parametrize(("entre", "cabeza", "avisos"), [
    ("</table><p>Antofagasta</p><table border='1'>", True, set()),
    ("</table><p>II Región</p><table border='1'>", False, set()),
    ("</table><p>Antofagasta</p><table border='1'>", False, {"LECTURA_DUDOSA"}),
    ("<tr><td colspan='5'>Antofagasta</td></tr>", False, {"LECTURA_DUDOSA"}),
    ("<tr><td>Antofagasta</td><td></td><td></td><td></td><td></td></tr>", False, {"LECTURA_DUDOSA"}),
])  # fmt: skip
def test_tambien_en_tablas_con_lineas(entre: str, cabeza: bool, avisos: set[str]) -> None:
    leido = _html(entre, cabeza=cabeza)
    assert _tablas(leido) == [
        (("01",), ["Abrir las compuertas", "Repartir semillas"]),
        (("02",), ["Pintar el muelle", "Renovar las boyas"]),
    ]
    assert {h.codigo for h in leido.hallazgos} == avisos


ANCHOS = (20, 34, 15, 16, 14)
CABEZA_DE_LINEAS = ("Objetivos", "Actividades", "Ponderación", "Cumple o no", "Ponderación ganada")


@pytest.mark.parametrize("vertida", ["Antofagasta", "II Región"])
def test_la_region_vertida_en_la_celda_de_arriba_se_avisa(vertida: str) -> None:
    """Where only blanks keep the columns, a line at the margin goes on with the first cell."""
    def linea(celdas: tuple[str, ...]) -> str:
        return "".join(c.ljust(a) for c, a in zip(celdas, ANCHOS, strict=True)).rstrip()

    titulo = CABEZA.format(region="I de Tarapacá").replace("\n\n", "\n").replace("\t", "")
    lineas = [*map(linea, (CABEZA_DE_LINEAS, *NORTE)), vertida, *map(linea, SUR)]
    leido = informe(titulo + "\n" + "\n".join(lineas) + "\n\n\nResponsable: Unidad de Riego.\n")
    assert [h.codigo for h in leido.hallazgos] == ["LECTURA_DUDOSA"]
    assert {v.motivo for v in leido.verificaciones if v.regla == "PONDERACIONES_NO_SUMAN_100"} == {"tabla_partida"}


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
