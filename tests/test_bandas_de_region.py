"""A region alone in the first cell of a row: it heads the rows under it, or it is one more row's territory; what nothing tells
is judged by nobody."""

from __future__ import annotations

import pytest
from ayudas_texto import celda, informe

from extractor.modelo.informe import Informe

TITULOS = "<p>ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007</p>{}"
RESTO = ("Tareas", "Peso (%)", "Cumplimiento", "Peso obtenido")
AYSEN, ATACAMA = "Agencia Regional Aysén", "Región de Atacama"
TOTAL = ("Total", "", "100", "", "100")


def _fila(rotulo: str, tarea: str, peso: str) -> tuple[str, ...]:
    return (rotulo, tarea, peso, "Cumple", peso)


def _banda(texto: str, ancha: bool = False) -> tuple[str, ...]:
    return (f"5:{texto}",) if ancha else (texto, "", "", "", "")


def _leer(primera: str, *filas: tuple[str, ...], region: str = "") -> Informe:
    celdas = [[c.split(":", 1) if c[1:2] == ":" else ["1", c] for c in f] for f in ((primera, *RESTO), *filas)]
    cuerpo = "".join(f"<tr>{''.join(f'<td colspan={a}>{c}</td>' for a, c in f)}</tr>" for f in celdas)
    return informe(f"<html><body>{TITULOS.format(region)}<table border='1'>{cuerpo}</table></body></html>", "x.html")


def _tablas(leido: Informe) -> list[tuple[tuple[str, ...], list[str | None]]]:
    return [(t.region.codigos, [a.texto for f in t.filas for a in f.actividades]) for t in leido.tablas]


def _sumas(leido: Informe) -> set[tuple[str, str | None]]:
    reglas = ("PONDERACIONES_NO_SUMAN_100", "TOTAL_PONDERACION_NO_CUADRA", "TOTAL_GANADA_NO_CUADRA")
    return {(v.resultado, v.motivo) for v in leido.verificaciones if v.regla in reglas}


def _graves(leido: Informe) -> list[str]:
    return [h.codigo for h in leido.hallazgos if h.gravedad != "aviso"]


@pytest.mark.parametrize("ancha", [False, True])
@pytest.mark.parametrize("totales", [False, True])
def test_encabeza_las_filas_de_su_region(ancha: bool, totales: bool) -> None:
    cierre = (TOTAL,) if totales else ()
    leido = _leer(
        "Propósito",
        _banda(AYSEN, ancha), _fila("Uno", "Talar", "30"), _fila("Dos", "Medir", "70"), *cierre,
        _banda(ATACAMA, ancha), _fila("Uno", "Regar", "55"), _fila("Dos", "Podar", "45"), *cierre,
    )  # fmt: skip
    assert _tablas(leido) == [(("11",), ["Talar", "Medir"]), (("03",), ["Regar", "Podar"])]
    assert _sumas(leido) == {("CUADRA", None)}


def test_bajo_una_columna_de_regiones_es_la_fila_de_la_suya() -> None:
    """The region without any activity takes nothing of the next one."""
    leido = _leer("Región", _fila("Región de Los Ríos", "Talar", "100"), _banda(ATACAMA), _fila("Región del Maule", "Regar", "100"))
    assert [t.region.codigos for t in leido.tablas][1:] == [("03",), ("07",)]
    assert [len(t.filas[0].actividades) for t in leido.tablas] == [1, 0, 1]
    assert [h.tabla for h in leido.hallazgos if h.codigo == "REGION_SIN_DATOS"] == ["t02"]


def test_bajo_una_columna_de_regiones_puede_encabezar_las_que_siguen() -> None:
    filas = (_banda(ATACAMA), _fila("", "Talar", "40"), _fila("", "Medir", "60"), _banda("Región del Maule"), _fila("", "Regar", "100"))
    leido = _leer("Región", *filas)
    assert _tablas(leido) == [(("03",), ["Talar", "Medir"]), (("07",), ["Regar"])]
    assert _sumas(leido) == {("CUADRA", None)}


def test_una_columna_que_otras_filas_llenan_de_oficinas_es_de_ellas() -> None:
    """Nobody knows the label; the other rows tell."""
    filas = (_fila("Agencia Regional Atacama", "Talar", "60"), _banda(AYSEN), _fila("Agencia Regional Maule", "Regar", "40"), TOTAL)
    leido = _leer("Sede", *filas, region="<p>Región: Todas las regiones</p>")
    assert len(leido.tablas) == 1 and len(leido.tablas[0].filas) == 3
    assert _graves(leido) == [] and _sumas(leido) == {("CUADRA", None)}


@pytest.mark.parametrize("primera", ["Propósito", "Región"])
def test_un_solo_total_bajo_varias_regiones_no_se_reparte(primera: str) -> None:
    otra = "Región del Maule" if primera == "Región" else "Uno"
    medio = () if primera == "Región" else (_banda(ATACAMA),)
    suya = ATACAMA if primera == "Región" else "Dos"
    leido = _leer(primera, _fila(otra, "Talar", "60"), *medio, _fila(suya, "Regar", "40"), TOTAL, region="<p>Región: Maule</p>")
    assert _graves(leido) == [] and _sumas(leido) == {("NO_VERIFICABLE", "tabla_partida")}
    assert "LECTURA_DUDOSA" in {h.codigo for h in leido.hallazgos}
    assert leido.documento.estado == "parcial"


def test_una_sola_banda_en_medio_sin_totales_no_se_juzga() -> None:
    filas = (_fila("Uno", "Talar", "60"), _banda(AYSEN), _fila("Dos", "Regar", "40"))
    leido = _leer("Propósito", *filas, region="<p>Región: Maule</p>")
    assert _graves(leido) == [] and _sumas(leido) == {("NO_VERIFICABLE", "tabla_partida")}


def test_en_texto_de_word_tampoco() -> None:
    cabeza = "ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007\n\n\tRegión: Maule\n\n"
    filas = ("Propósito", *RESTO), _fila("Uno", "Talar", "60"), (ATACAMA,), _fila("Dos", "Regar", "40"), TOTAL
    leido = informe(cabeza + "".join(celda(c) if c else "\t\n" for f in filas for c in f) + "\n")
    assert _graves(leido) == [] and _sumas(leido) == {("NO_VERIFICABLE", "tabla_partida")}


def _de_word(*filas: tuple[str, ...]) -> Informe:
    cabeza = "ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007\n\n\tRegión: Maule\n\n"
    return informe(cabeza + "".join(celda(c) if c else "\t\n" for f in filas for c in f) + "\n")


PARTE = (_fila("Uno", "Talar", "30"), _fila("Dos", "Medir", "70"), TOTAL)


@pytest.mark.parametrize("banda", [AYSEN, "Región de Aysén", "SEREMI de Obras Públicas, Región de Aysén"])
def test_en_texto_de_word_tambien_encabeza_una_oficina(banda: str) -> None:
    leido = _de_word(("Propósito", *RESTO), *PARTE, (banda,), _fila("Uno", "Regar", "55"), _fila("Dos", "Podar", "45"), TOTAL)
    assert _tablas(leido) == [(("07",), ["Talar", "Medir"]), (("11",), ["Regar", "Podar"])]
    assert _sumas(leido) == {("CUADRA", None)}


def test_una_oficina_que_abre_su_fila_no_es_banda() -> None:
    leido = _de_word(("Responsable", *RESTO), _fila("Riego", "Talar", "40"), _fila(AYSEN, "Regar", "60"))
    assert _tablas(leido) == [(("07",), ["Talar", "Regar"])]


def test_las_filas_sin_encabezado_que_no_se_leen_se_dicen() -> None:
    """They were lost and nothing was said."""
    leido = _de_word(("Propósito", *RESTO), *PARTE, ("Equipo cordillera",), *PARTE)
    assert _tablas(leido) == [(("07",), ["Talar", "Medir"])]
    assert [h.codigo for h in leido.hallazgos] == ["LECTURA_DUDOSA"] and leido.documento.estado == "parcial"
    ajenas = (("Ana Rojas",), ("Jefa", "Oficina de Partes"), ("12", "anexos"))
    assert _de_word(("Propósito", *RESTO), *PARTE, *ajenas).documento.estado == "ok"
