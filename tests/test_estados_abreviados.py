"""States in short forms ("C", "NC"): the column's label or a note says what they stand for; elsewhere they are doubtful."""

from __future__ import annotations

import pytest
from ayudas_texto import CABEZA, celda, informe

from extractor.modelo.informe import Informe

TITULO = "<p>ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2007</p><p>Región: Biobío</p>"


def _leer(rotulo: str, estados: tuple[str, str, str], nota: str = "", ganadas: tuple[str, str, str] = ("50", "30", "0")) -> Informe:
    filas = [("Propósito", "Tareas", "Peso", rotulo, "Peso obtenido")]
    tareas = ("Pintar el muelle", "Renovar las boyas", "Medir la marea")
    filas += [("Caletas", t, p, e, g) for t, p, e, g in zip(tareas, ("50", "30", "20"), estados, ganadas, strict=True)]
    cuerpo = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in f)}</tr>" for f in filas)
    return informe(f"<html><body>{TITULO}<table border='1'>{cuerpo}</table>{nota}</body></html>", "x.html")


def _estados(leido: Informe) -> list[tuple[str, str]]:
    return [(a.estado.valor, a.estado.certeza) for f in leido.tablas[0].filas for a in f.actividades if a.estado]


SI, NO = ("CUMPLE", "alias"), ("NO_CUMPLE", "alias")


@pytest.mark.parametrize(
    ("rotulo", "estados"),
    [
        ("C / NC", ("C", "C", "NC")),
        ("C/NC (1)", ("C", "c.", "N/C")),
        ("Cumplimiento (C / NC)", ("C", "C", "N.C.")),
        ("Cumple / No Cumple (C/NC)", ("C", "C", "NC")),
        ("Cumple o No cumple", ("C", "C", "NC")),
        ("CU / NCU", ("CU", "CU", "NCU")),
        ("Realizada / No realizada", ("R", "R", "NR")),
        ("¿Se logró? (S/N)", ("S", "S", "N")),
        ("R - NR", ("R", "R", "NR")),
        ("Visto (C/NC)", ("C", "C", "NC")),
        ("Nómina: L o NL", ("L", "L", "NL")),
        ("Comprobación en terreno (E, NE)", ("E", "E", "NE")),
    ],
)
def test_el_rotulo_da_la_clave(rotulo: str, estados: tuple[str, str, str]) -> None:
    leido = _leer(rotulo, estados)
    assert leido.tablas[0].columnas[3].rol == "estado"
    assert _estados(leido) == [SI, SI, NO]
    assert [h.codigo for h in leido.hallazgos if h.gravedad != "aviso"] == []


@pytest.mark.parametrize(
    ("escrito", "valor", "porcentaje"),
    [
        ("C (50%)", "PARCIAL", "50"),
        ("C, en un 80%", "PARCIAL", "80"),
        ("C, salvo el muelle norte", "PARCIAL", None),
        ("C - 3 de 4 boyas", "PARCIAL", None),
        ("NC: sin permiso del puerto", "NO_CUMPLE", None),
    ],
)
def test_lo_que_sigue_a_la_sigla_se_lee(escrito: str, valor: str, porcentaje: str | None) -> None:
    leido = _leer("C / NC", ("C", "NC", escrito), ganadas=("50", "0", ""))
    estado = leido.tablas[0].filas[-1].actividades[-1].estado
    assert estado is not None
    assert (estado.texto, estado.porcentaje) == (escrito, porcentaje)
    assert estado.valor == valor or estado.certeza == "dudosa"


@pytest.mark.parametrize("escrito", ["C; pendiente el muelle norte", "C, falta el acta"])
def test_una_sigla_con_reparo_es_dudosa(escrito: str) -> None:
    leido = _leer("C / NC", ("C", "NC", escrito), ganadas=("50", "0", ""))
    assert _estados(leido)[-1][1] == "dudosa"


def test_lo_ganado_sin_cumplir_se_dice() -> None:
    leido = _leer("C / NC", ("C", "C", "NC"), ganadas=("50", "30", "20"))
    assert [(h.codigo, h.informado, h.recalculado) for h in leido.hallazgos if h.gravedad != "aviso"] == [("GANADA_NO_CORRESPONDE", "20", "0")]


@pytest.mark.parametrize("nota", ["(1) C: Cumple; NC: No cumple.", "C = cumplida, NC = no cumplida", "Clave: C (Cumple), NC (No cumple)"])
def test_una_nota_da_la_clave(nota: str) -> None:
    leido = _leer("Estado", ("C", "C", "NC"), f"<p>{nota}</p>")
    assert _estados(leido) == [SI, SI, NO]
    assert "LECTURA_DUDOSA" not in {h.codigo for h in leido.hallazgos}


def test_sin_clave_son_dudosos_y_se_dice() -> None:
    leido = _leer("Estado", ("C", "C", "NC"), ganadas=("50", "30", "20"))
    assert _estados(leido) == [("CUMPLE", "dudosa"), ("CUMPLE", "dudosa"), ("NO_CUMPLE", "dudosa")]
    assert [h.codigo for h in leido.hallazgos] == ["LECTURA_DUDOSA"]


def test_las_palabras_bajo_un_rotulo_de_siglas() -> None:
    assert _estados(_leer("C / NC", ("Cumple", "Cumple", "No cumple"))) == [
        ("CUMPLE", "exacta"), ("CUMPLE", "exacta"), ("NO_CUMPLE", "exacta"),
    ]  # fmt: skip


def test_apilados_en_texto_de_word() -> None:
    cabeza = CABEZA.format(region="Todas") + "".join(celda(c) for c in ("Propósito", "Tareas", "Peso", "C / NC", "Peso obtenido"))
    fila = celda("Caletas") + celda("Pintar", "Renovar") + celda("60", "40") + celda("C", "NC") + celda("60", "0")
    leido = informe(cabeza + fila + "\n")
    assert _estados(leido) == [SI, NO]


def test_otra_columna_de_letras_no_es_de_estados() -> None:
    leido = _leer("Sector", ("N", "S", "N"))
    assert leido.tablas[0].columnas[3].rol == "otro"


@pytest.mark.parametrize("estados", [("S", "S", "N"), ("R", "NR", "R"), ("S", "S", "S"), ("s.", "Pendiente", "n")])
def test_siglas_bajo_un_rotulo_que_no_las_explica(estados: tuple[str, str, str]) -> None:
    """They are neither a verdict nor a narration without one: what they stand for is not known, and that is told."""
    leido = _leer("Estado", estados, ganadas=("50", "30", "20"))
    assert {c for e, (_, c) in zip(estados, _estados(leido), strict=True) if e != "Pendiente"} == {"dudosa"}
    assert [h.codigo for h in leido.hallazgos if h.actividad is None] == ["LECTURA_DUDOSA"]
    assert "ESTADO_SIN_VEREDICTO" not in {h.codigo for h in leido.hallazgos}


def test_una_palabra_corta_que_es_un_veredicto_no_es_sigla() -> None:
    leidos = _estados(_leer("Estado", ("Sí", "N/A", "No")))
    assert [v for v, _ in leidos] == ["CUMPLE", "NO_APLICA", "NO_CUMPLE"]
    assert "dudosa" not in {c for _, c in leidos}
