"""Free text that the last cell of a table in text of Word origin swallows, parted from it by one blank line or none."""

from __future__ import annotations

import pytest
from ayudas_texto import CABEZA, celda, codigos, informe

from extractor.modelo.informe import Informe

TITULOS = ("Objetivo", "Tarea", "Peso", "Cumple", "Peso ganado")
UNA = ("Regar", "Abrir compuertas", "60", "Sí", "60")
DOS = ("Sembrar", "Entregar semillas", "40", "No", "0")
SEPARADORES = ("\n", "\n\n")


def _celdas(*textos: str) -> str:
    return "".join(celda(t) for t in textos)


def _con_cola(cuerpo: str, cola: str, parte: str = "\n\n") -> Informe:
    return informe(CABEZA.format(region="Todas las regiones") + cuerpo.rstrip("\n") + parte + cola + "\n")


def _ganadas(leido: Informe) -> list[str | None]:
    return [a.ponderacion_ganada.texto if a.ponderacion_ganada else None for t in leido.tablas for f in t.filas for a in f.actividades]


@pytest.mark.parametrize("parte", SEPARADORES)
@pytest.mark.parametrize(
    "cola",
    [
        "Nota 1: lo sembrado se mide en abril.",
        "Observaciones: los turnos quedaron en el acta.",
        "Sin otro particular, saluda a usted,\n\nRosa Inés Vera Soto\n\nEncargada de Género",
        "ROSA VERA SOTO\n\nJefa de Planificación",
        "La dirección envió las planillas con el oficio del 3 de mayo.",
        "12 de enero de 2008",
        "1. Las planillas se envían aparte.",
        "----------",
    ],
)
def test_una_columna_de_cifras_no_toma_texto_libre(cola: str, parte: str) -> None:
    leido = _con_cola(_celdas(*TITULOS, *UNA, *DOS), cola, parte)
    assert _ganadas(leido) == ["60", "0"]
    assert codigos(leido) == codigos(_con_cola(_celdas(*TITULOS, *UNA, *DOS), "")) == []


def test_la_nota_no_es_lo_ganado_por_la_actividad_que_falta() -> None:
    """Stacked: three weights, two figures earned; the note is no third."""
    apilada = (
        *(celda(t) for t in TITULOS),
        celda("Regar"),
        celda("1. Abrir compuertas", "2. Limpiar canales", "3. Cobrar turnos"),
        celda("50", "30", "20"),
        celda("Sí", "Sí", "No"),
        celda("50", "30"),
    )
    sola = _con_cola("".join(apilada), "")
    leido = _con_cola("".join(apilada), "Nota: la tercera tarea pasa a marzo.")
    assert _ganadas(leido) == _ganadas(sola) == ["50", "30", None]
    assert codigos(leido) == codigos(sola)


@pytest.mark.parametrize("tercera", ["s/i", "No cumple", "Pendiente por falta de agua"])
def test_una_palabra_apilada_ocupa_el_lugar_de_su_cifra(tercera: str) -> None:
    apilada = (
        *(celda(t) for t in TITULOS),
        celda("Regar"),
        celda("1. Abrir compuertas", "2. Limpiar canales", "3. Cobrar turnos"),
        celda("50", "30", "20"),
        celda("Sí", "Sí", "No"),
        celda("50", "30", tercera),
    )
    assert _ganadas(_con_cola("".join(apilada), "La dirección envió las planillas.")) == ["50", "30", tercera]


def test_el_total_apilado_se_conserva_antes_de_la_firma() -> None:
    apilada = (
        *(celda(t) for t in TITULOS),
        celda("Regar"),
        celda("1. Abrir compuertas", "2. Limpiar canales"),
        celda("60", "40", "100"),
        celda("Sí", "No"),
        celda("60", "0", "60"),
    )
    leido = _con_cola("".join(apilada), "Rosa Inés Vera Soto\n\nEncargada de Género")
    (bloque,) = leido.tablas[0].bloques
    assert bloque.total_ganada is not None and bloque.total_ganada.texto == "60"
    assert _ganadas(leido) == ["60", "0"]


@pytest.mark.parametrize("ultima", ["Pendiente", "No cumple", "-", "40%", "40 (se descuenta la mitad)", "40\n(se descuenta la mitad)"])
def test_lo_que_puede_estar_en_el_lugar_de_una_cifra_se_queda(ultima: str) -> None:
    leido = _con_cola(_celdas(*TITULOS, *UNA, *DOS[:-1], ultima), "Los turnos constan en actas.")
    assert leido.tablas[0].filas[-1].origen.texto.rstrip().endswith(ultima.split("\n")[-1])
    assert all("actas" not in (g or "") for g in _ganadas(leido))


def test_lo_apartado_se_conserva_en_su_lugar() -> None:
    """The text goes on to what is below the table: a total printed there is the table's."""
    cuerpo = _celdas(*TITULOS, *UNA, *DOS)
    leido = _con_cola(cuerpo, "Los turnos constan en actas.\n\nTotal ganado por la región: 55%")
    assert [h.codigo for h in leido.hallazgos] == ["TOTAL_GANADA_NO_CUADRA"]
    linea = (CABEZA + cuerpo.rstrip("\n")).count("\n") + 5  # a blank line, the sentence, a blank line, the total
    (hallado,) = leido.hallazgos
    assert hallado.origen is not None
    assert (hallado.origen.texto, hallado.origen.linea_inicio) == ("55%", linea)


OTRAS = ("Objetivo", "Tarea", "Peso", "Peso ganado", "Cumple")


@pytest.mark.parametrize(
    ("cola", "queda"),
    [
        ("Nota: los turnos constan en actas.", False),
        ("Rosa Inés Vera Soto\n\nEncargada de Género", False),
        ("_______________\n\nR. Vera", False),
        ("Se entregaron 40 sacos en abril.", True),
    ],
)
def test_una_columna_de_estados_solo_deja_lo_que_tiene_forma_propia(cola: str, queda: bool) -> None:
    leido = _con_cola(_celdas(*OTRAS, "Regar", "Abrir compuertas", "60", "60", "Sí", "Sembrar", "Entregar", "40", "0", "No"), cola)
    ultimo = leido.tablas[0].filas[-1].actividades[-1].estado
    assert ultimo is not None
    assert ultimo.texto == (f"No {cola}" if queda else "No")


@pytest.mark.parametrize(
    ("tercera", "segunda", "avisa"), [("Abonar", "No", True), ("Abonar\n\nCuando llueva", "No", False), ("Abonar", "No\n\nFaltó agua", False)]
)
def test_lo_que_se_deja_en_una_celda_de_palabras_queda_en_duda(tercera: str, segunda: str, avisa: bool) -> None:
    """Unless its row, or its column, has other cells of several paragraphs."""
    filas = ("Regar", "Abrir", "50", "50", "Sí", "Sembrar", "Entregar", "30", "0", segunda, "Cuidar", tercera, "20", "0", "No")
    leido = _con_cola(_celdas(*OTRAS, *filas), "Los turnos constan en actas.")
    avisos = [a for a in leido.hallazgos if a.codigo == "LECTURA_DUDOSA" and a.origen and a.origen.texto.startswith("Los turnos")]
    assert len(avisos) == avisa
