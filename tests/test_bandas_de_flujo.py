"""Text of Word origin: rows of one cell ("Compromiso 1: ...") above those of a programme, where only the count of cells tells rows."""

from __future__ import annotations

import pytest
from ayudas_texto import CABEZA, celda, informe

from extractor.modelo.informe import Informe

ROTULOS = ("Actividades", "Responsable", "Ponderación por actividad", "Cumple o no cumple", "Ponderación ganada")
FILAS = (
    ("Dictar los cursos de riego", "Departamento de Riego", "40", "Sí", "40"),
    ("Visitar los predios", "Oficina Provincial", "35", "Sí", "35"),
    ("Editar una cartilla", "Departamento de Riego", "25", "No", "0"),
)
TOTAL = ("Total", "", "100", "", "75")


def _informe(*cuerpo: tuple[str, ...]) -> Informe:
    celdas = "".join(celda(t) for fila in (ROTULOS, *cuerpo) for t in fila)
    return informe(CABEZA.format(region="Atacama") + celdas + "\n\n\nEs cuanto se informa.\n")


def _leido(leido: Informe) -> list[tuple[str | None, tuple[str, ...], str | None, str | None]]:
    (tabla,) = leido.tablas
    cifras = lambda a: (a.ponderacion and a.ponderacion.valor, a.ponderacion_ganada and a.ponderacion_ganada.valor)  # noqa: E731
    return [(a.texto, f.objetivos, *cifras(a)) for f in tabla.filas for a in f.actividades]


@pytest.mark.parametrize("bandas", [
    ("Compromiso 1: Regar con menos agua", "Compromiso 2: Informar a los regantes"),
    ("Línea N° 1.- Regar con menos agua", "Línea N° 2.- Informar a los regantes"),
    ("Frente A) Regar con menos agua", "Frente B) Informar a los regantes"),
    ("Pilar II – Regar con menos agua", "Pilar I – Informar a los regantes"),
])  # fmt: skip
def test_una_banda_numerada_no_corre_las_columnas(bandas: tuple[str, str]) -> None:
    una, otra = bandas
    leido = _informe((una,), *FILAS[:2], (otra,), *FILAS[2:], TOTAL)
    assert _leido(leido) == [
        ("Dictar los cursos de riego", (una,), "40", "40"),
        ("Visitar los predios", (una,), "35", "35"),
        ("Editar una cartilla", (otra,), "25", "0"),
    ]
    assert [(h.codigo, h.gravedad) for h in leido.hallazgos] == []
    sumas = {v.resultado for v in leido.verificaciones if v.regla in ("PONDERACIONES_NO_SUMAN_100", "TOTAL_GANADA_NO_CUADRA")}
    assert sumas == {"CUADRA"}


def test_lo_que_esta_mal_bajo_una_banda_se_dice() -> None:
    mala = (*FILAS[2][:4], "25")
    leido = _informe(("Compromiso 1: Regar",), *FILAS[:2], ("Compromiso 2: Informar",), mala, TOTAL)
    assert "GANADA_NO_CORRESPONDE" in {h.codigo for h in leido.hallazgos}


def test_bandas_sin_numero_en_una_tabla_que_sale_entera() -> None:
    leido = _informe(("Regar con menos agua",), *FILAS[:2], ("Informar a los regantes",), *FILAS[2:], TOTAL)
    assert [(t, o) for t, o, _, _ in _leido(leido)] == [
        ("Dictar los cursos de riego", ("Regar con menos agua",)),
        ("Visitar los predios", ("Regar con menos agua",)),
        ("Editar una cartilla", ("Informar a los regantes",)),
    ]
    assert leido.hallazgos == ()


@pytest.mark.parametrize("donde", [0, 5])
def test_una_columna_sin_rotulo_no_es_una_banda_por_fila(donde: int) -> None:
    filas = [(*f[:donde], nota, *f[donde:]) for f, nota in zip(FILAS, ("En la costa", "En el valle", "En el secano"), strict=True)]
    leido = _informe(*filas)
    assert not [o for t in leido.tablas for f in t.filas for o in f.objetivos]
    assert {h.gravedad for h in leido.hallazgos} <= {"aviso"}


@pytest.mark.parametrize("bandas", [
    ("Regar con menos agua", "Informar a los regantes", "Cuidar los canales"),
    ("", "Informar a los regantes", "Cuidar los canales"),
])  # fmt: skip
def test_bandas_que_no_se_reconocen_no_dan_ningun_hallazgo_del_informe(bandas: tuple[str, ...]) -> None:
    cuerpo = [parte for banda, fila in zip(bandas, FILAS, strict=True) for parte in ((banda,), fila) if parte != ("",)]
    leido = _informe(*cuerpo, TOTAL)
    assert {h.gravedad for h in leido.hallazgos} <= {"aviso"}
    assert "LECTURA_DUDOSA" in {h.codigo for h in leido.hallazgos}


def test_tantas_bandas_como_columnas_tambien_se_dicen() -> None:
    """As many cells too many as a row has: the count alone shows nothing."""
    filas = (*FILAS, *FILAS)[:5]
    cuerpo = [parte for n, fila in enumerate(filas) for parte in ((f"Cuidar el sector {'abcde'[n]} del valle",), fila)]
    leido = _informe(*cuerpo)
    assert {h.gravedad for h in leido.hallazgos} <= {"aviso"}
    assert "LECTURA_DUDOSA" in {h.codigo for h in leido.hallazgos}


def test_dos_celdas_numeradas_de_una_fila_no_son_bandas() -> None:
    """Cells of the same words side by side are a row's, whatever else is wrong with it."""
    leido = _informe(("Tarea 1: Dictar", "Tarea 2: Visitar", *FILAS[0][2:]), *FILAS[1:])
    assert not [f for t in leido.tablas for f in t.filas if f.objetivos]
    assert {h.gravedad for h in leido.hallazgos} <= {"aviso"}
