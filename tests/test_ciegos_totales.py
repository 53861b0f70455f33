"""Printed totals wherever officials put them: any cell of a row, parts and whole, a sentence under the table, in points."""

from __future__ import annotations

import pytest
from ayudas_texto import CABEZA, COLUMNAS, celda, codigos, informe

from extractor.comun.numeros import leer_numero
from extractor.modelo.informe import Informe
from extractor.modelo.tabla import Tabla
from extractor.vocabularios.filas import totales_en_frase

ETAPA = "<p>ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2007</p><p>Región de Aysén</p>"
ROTULOS = ("Objetivo", "Labor", "Costo", "Peso", "Cumple", "Peso obtenido", "Observaciones")


def _fila(*celdas: str) -> str:
    return "<tr>" + "".join(c if c.startswith("<td") else f"<td>{c}</td>" for c in celdas) + "</tr>"


def _html(*filas: str, bajo: str = "", rotulos: tuple[str, ...] = ROTULOS) -> Informe:
    return informe(f"<html><body>{ETAPA}<table border='1'>{_fila(*rotulos)}{''.join(filas)}</table>{bajo}</body></html>", "x.html")


def _totales(tabla: Tabla) -> list[tuple[tuple[int, ...], str | None, str | None]]:
    return [
        (
            b.filas,
            b.total_ponderacion.valor if b.total_ponderacion else None,
            b.total_ganada.valor if b.total_ganada else None,
        )
        for b in tabla.bloques
    ]


UNA = _fila("Regar", "Instalar compuertas", "3.000", "45", "Sí", "45", "")
OTRA = _fila("Sembrar", "Entregar semillas", "1.500", "40", "No", "0", "Sequía")


@pytest.mark.parametrize(
    "total",
    [
        _fila("<td colspan='2'>Totales</td>", "4.500", "100", "", "45", ""),
        _fila("Suma total", "", "4.500", "100", "", "45", "según planilla"),
        _fila("", "TOTAL", "4.500", "100", "-", "45", ""),
        _fila("", "", "", "100", "", "45", "Total general"),
    ],
)
def test_el_rotulo_del_total_en_cualquier_celda(total: str) -> None:
    """A figure or a remark beside it is none of an activity's."""
    leido = _html(UNA, OTRA, total)
    (tabla,) = leido.tablas
    assert [a.texto for f in tabla.filas for a in f.actividades] == ["Instalar compuertas", "Entregar semillas"]
    assert _totales(tabla) == [((0, 1), "100", "45")]
    assert codigos(leido) == [("TOTAL_PONDERACION_NO_CUADRA", 1, None)]


def test_un_total_sin_rotulo_al_final() -> None:
    """Nothing but figures, and the weight that a whole must sum."""
    leido = _html(UNA, _fila("Sembrar", "Entregar semillas", "", "55", "No", "0", ""), _fila("", "", "", "100", "", "55", ""))
    assert _totales(leido.tablas[0]) == [((0, 1), "100", "55")]
    assert codigos(leido) == [("TOTAL_GANADA_NO_CUADRA", 1, None)]


def test_el_rotulo_del_total_bajo_las_actividades_de_una_celda() -> None:
    celdas = ("<p>Abrir</p><p>Cerrar</p><p>Total</p>", "", "<p>55</p><p>45</p><p>100</p>", "<p>Sí</p><p>No</p>", "<p>55</p><p>0</p><p>55</p>", "")
    leido = _html(_fila("Regar", *celdas))
    assert [a.texto for a in leido.tablas[0].filas[0].actividades] == ["Abrir", "Cerrar"]
    assert _totales(leido.tablas[0]) == [((0,), "100", "55")]
    assert leido.hallazgos == ()


def test_una_actividad_que_empieza_con_total_no_es_un_total() -> None:
    """Its state says that it is something done."""
    leido = _html(UNA, _fila("Sembrar", "Total cobertura de huertos", "0", "55", "No", "0", ""))
    assert [len(f.actividades) for f in leido.tablas[0].filas] == [1, 1]
    assert leido.hallazgos == ()


PARTES = (
    UNA,
    _fila("<td colspan='2'>Subtotal</td>", "", "45", "", "45", ""),
    OTRA,
    _fila("Sembrar", "Dar charlas", "0", "15", "Sí", "15", ""),
)


def test_los_subtotales_cierran_partes_de_un_entero() -> None:
    leido = _html(*PARTES, _fila("", "Subtotal", "", "55", "", "15", ""), _fila("", "Total", "", "100", "", "60", ""))
    (tabla,) = leido.tablas
    assert _totales(tabla) == [((0, 1, 2), "100", "60")]
    assert leido.hallazgos == ()
    totales = [v for v in leido.verificaciones if v.regla == "TOTAL_PONDERACION_NO_CUADRA"]
    assert [(v.informado, v.recalculado, v.resultado) for v in totales] == [
        ("100", "100", "CUADRA"),
        ("45", "45", "CUADRA"),
        ("55", "55", "CUADRA"),
    ]


def test_un_subtotal_errado_se_dice_aunque_el_total_cuadre() -> None:
    leido = _html(*PARTES, _fila("", "Subtotal", "", "65", "", "15", ""), _fila("", "Total", "", "100", "", "60", ""))
    assert [(h.codigo, h.fila, h.informado, h.recalculado, h.correccion_probable) for h in leido.hallazgos] == [
        ("TOTAL_PONDERACION_NO_CUADRA", 2, "65", "55", None)
    ]


def test_subtotales_dentro_de_las_celdas() -> None:
    filas = [
        _fila("Regar", "<p>Abrir</p><p>Cerrar</p>", "", "<p>30</p><p>20</p><p>Subtotal: 50</p>", "<p>Sí</p><p>No</p>", "<p>30</p><p>0</p>", ""),
        _fila("Podar", "<p>Cortar</p><p>Ralear</p>", "", "<p>25</p><p>25</p><p>Subtotal: 50</p>", "<p>Sí</p><p>Sí</p>", "<p>25</p><p>25</p>", ""),
    ]
    leido = _html(*filas)
    assert _totales(leido.tablas[0]) == [((0, 1), None, None)]
    assert [h.codigo for h in leido.hallazgos if h.gravedad != "aviso"] == []


def test_subtotales_sin_total_general_suman_el_entero() -> None:
    leido = _html(*PARTES, _fila("", "Subtotal", "", "55", "", "15", ""))
    assert _totales(leido.tablas[0]) == [((0, 1, 2), None, None)]
    assert leido.hallazgos == ()


def test_totales_que_son_cada_uno_un_entero() -> None:
    """Two programmes of 100 in one table stay two, called subtotals or not."""
    filas = [
        _fila("Regar", "Instalar compuertas", "", "100", "Sí", "100", ""),
        _fila("", "Subtotal", "", "100", "", "100", ""),
        _fila("Sembrar", "Entregar semillas", "", "90", "Sí", "90", ""),
        _fila("", "Subtotal", "", "100", "", "90", ""),
    ]
    leido = _html(*filas)
    assert _totales(leido.tablas[0]) == [((0,), "100", "100"), ((1,), "100", "90")]
    assert codigos(leido) == [("TOTAL_PONDERACION_NO_CUADRA", 1, None)]


def test_total_en_una_frase_bajo_la_tabla() -> None:
    leido = _html(UNA, OTRA, _fila("Podar", "Podar", "", "15", "Sí", "15", ""), bajo="<p>Total alcanzado en la región: 70 %.</p>")
    assert _totales(leido.tablas[0]) == [((0, 1, 2), None, "70")]
    (hallazgo,) = leido.hallazgos
    assert (hallazgo.codigo, hallazgo.informado, hallazgo.recalculado) == ("TOTAL_GANADA_NO_CUADRA", "70", "60")
    assert hallazgo.origen is not None and hallazgo.origen.texto == "70 %"


def test_una_frase_que_puede_ser_de_varias_tablas_se_avisa() -> None:
    cuerpo = f"<table border='1'>{_fila(*ROTULOS)}{UNA}</table><p>El segundo bloque se informó aparte.</p><table border='1'>{_fila(*ROTULOS)}{OTRA}</table>"
    leido = informe(f"<html><body>{ETAPA}{cuerpo}<p>Total ganado: 45%</p></body></html>", "x.html")
    assert all(b.total_ganada is None for t in leido.tablas for b in t.bloques)
    assert "LECTURA_DUDOSA" in {h.codigo for h in leido.hallazgos}


def test_que_frases_dicen_un_total() -> None:
    def cifras(frase: str) -> dict[str, str]:
        return {campo: frase[a:b] for campo, (a, b) in totales_en_frase(frase).items()}

    assert cifras("La ponderación total asciende a 100%; el total obtenido fue de 82,5%.") == {
        "ponderacion": "100%",
        "ponderacion_ganada": "82,5%",
    }
    assert cifras("Ponderación total ganada = 70 puntos") == {"ponderacion_ganada": "70 puntos"}
    assert cifras("Ponderación ganada por la región: 70%") == {"ponderacion_ganada": "70%"}
    assert cifras("Ponderación ganada por la actividad 3: 0%") == {}
    for frase in ("El peso total de la carga es de 30 toneladas", "Total asignado a la región: $ 45.000", "Total de asistentes: 80"):
        assert cifras(frase) == {}


@pytest.mark.parametrize(("texto", "valor"), [("15 puntos", "15"), ("7,5 pts.", "7.5"), ("1 punto", "1"), ("20 ptos", "20"), ("15% (quince por ciento)", "15")])
def test_puntos(texto: str, valor: str) -> None:
    leida = leer_numero(texto)
    assert leida is not None and leida.valor == valor


def test_lo_que_no_son_puntos() -> None:
    assert [leer_numero(t) for t in ("3 puntos de venta", "15 personas", "puntos", "3 (tres talleres)")] == [None] * 4


def test_pesos_en_puntos_apilados() -> None:
    fila = "\tOrdenar\n\tAbrir\n\nCerrar\n\t60 puntos\n\n40 pts.\n\tSí\n\nNo\n\t60 puntos\n\n0 puntos\n\n"
    (tabla,) = informe(CABEZA.format(region="Todas") + COLUMNAS + fila).tablas
    assert [a.ponderacion.valor for a in tabla.filas[0].actividades if a.ponderacion] == ["60", "40"]
    assert tabla.modo_ganada == "por_actividad"


@pytest.mark.parametrize("texto", ["15{}x", "15 %{}x", "15 puntos{}x", "${}x", "({}x", "{}x"])
def test_una_cifra_con_muchos_blancos_detras_se_lee_de_una_pasada(texto: str) -> None:
    # parted in every way, 300 blanks would take minutes
    assert leer_numero(texto.format(" " * 300)) is None


DOS_PROGRAMAS = (
    _fila("Regar", "Abrir", "", "100", "Sí", "100", ""),
    _fila("", "Total", "", "100", "", "100", ""),
)


def test_los_subtotales_son_partes_solo_desde_el_entero_anterior() -> None:
    leido = _html(*DOS_PROGRAMAS, *PARTES, _fila("", "Subtotal", "", "55", "", "15", ""), _fila("", "Total", "", "100", "", "60", ""))
    assert _totales(leido.tablas[0]) == [((0,), "100", "100"), ((1, 2, 3), "100", "60")]
    assert [h for h in leido.hallazgos if h.gravedad != "aviso"] == []


def test_un_desliz_en_un_total_no_vuelve_partes_los_enteros() -> None:
    """Three wholes, one printed 95: three blocks still, and a total after them that nobody can place is told."""
    filas = [
        f
        for n, total in enumerate(("100", "100", "95"))
        for f in (_fila(f"Regar {n}", "<p>Abrir</p><p>Cerrar</p>", "", f"<p>55</p><p>45</p><p>{total}</p>", "<p>Sí</p><p>No</p>", "<p>55</p><p>0</p><p>55</p>", ""),)
    ]
    leido = _html(*filas, _fila("", "Total", "", "300", "", "165", ""))
    assert [b.filas for b in leido.tablas[0].bloques] == [(0,), (1,), (2,)]
    assert sorted(codigos(leido), key=str) == [("LECTURA_DUDOSA", 2, None), ("TOTAL_PONDERACION_NO_CUADRA", 2, None)]


def test_un_total_escrito_en_una_celda_a_todo_el_ancho() -> None:
    bajo = _fila(f"<td colspan='{len(ROTULOS)}'>Total ponderación ganada: 70%</td>")
    leido = _html(UNA, OTRA, _fila("Podar", "Podar", "", "15", "Sí", "15", ""), bajo)
    assert _totales(leido.tablas[0]) == [((0, 1, 2), None, "70")]
    assert codigos(leido) == [("TOTAL_GANADA_NO_CUADRA", 2, None)]


@pytest.mark.parametrize(("primero", "segundo", "bloques"), [("60", "40", 1), ("60", "30", 1), ("95", "105", 2), ("100", "90", 2)])
def test_cuantos_enteros_dicen_los_totales(primero: str, segundo: str, bloques: int) -> None:
    """To the nearest whole: whether the figures add up exactly decides nothing."""
    filas = [
        _fila("Regar", "Abrir", "", "60", "Sí", "60", ""),
        _fila("", "Subtotal", "", primero, "", "60", ""),
        _fila("Podar", "Cortar", "", "40", "Sí", "40", ""),
        _fila("", "Subtotal", "", segundo, "", "40", ""),
    ]
    assert len(_html(*filas).tablas[0].bloques) == bloques


def test_una_ultima_fila_sin_texto_y_de_poco_peso_es_una_actividad() -> None:
    filas = [_fila(f"Regar {n}", f"Abrir {n}", "", "20", "Sí", "20", "") for n in range(3)]
    leido = _html(*filas, _fila("", "", "", "40", "", "40", ""))
    assert [[a.texto for a in f.actividades] for f in leido.tablas[0].filas][-1] == [None]
    assert [h for h in leido.hallazgos if h.gravedad == "aritmetica"] == []


@pytest.mark.parametrize("entre", ["Las sedes informaron lo siguiente", "\n\nLas sedes informaron lo siguiente:"])
@pytest.mark.parametrize("total", [("TOTAL", "100", "", "85"), ("TOTAL", "100", "85"), ("Suma", "100", "85")])
def test_un_total_de_celdas_unidas_no_toma_las_del_cuadro_de_abajo(total: tuple[str, ...], entre: str) -> None:
    """Text of Word origin: nothing but a sentence stands between the row of totals and another table, of labels nobody knows."""
    filas = (("Mar", "Pintar", "60", "Sí", "60"), ("Luz", "Podar", "40", "Sí", "40"), total)
    cuadro = ("Castro", "12", "30", "Quellón", "8", "14")
    texto = "ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007\n\n\tRegión: Los Lagos\n\n"
    rotulos = ("Propósito", "Tareas", "Peso (%)", "Cumplimiento", "Peso obtenido")
    texto += "".join(celda(c) for f in (rotulos, *filas) for c in f) + f"{entre}\n\n" + "".join(celda(c) for c in cuadro)
    leido = informe(texto)
    bloque = leido.tablas[0].bloques[0]
    assert len(leido.tablas[0].filas) == 2
    assert bloque.total_ponderacion is not None and bloque.total_ganada is not None
    assert (bloque.total_ponderacion.valor, bloque.total_ganada.valor) == ("100", "85")
    assert [(h.codigo, h.informado, h.recalculado) for h in leido.hallazgos] == [("TOTAL_GANADA_NO_CUADRA", "85", "100")]
