"""Tables that only lay out others side by side: each cell is a page of its own, read from left to right."""

from __future__ import annotations

from ayudas_docx import celdas, hacer, leido, lineas, p, tabla, tc
from ayudas_texto import informe

from extractor.lectores import leer_bytes
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe
from extractor.proceso import informe_de

CABEZA = ("Objetivo", "Actividad", "Ponderación", "Cumple o no cumple", "Ponderación ganada")


def _programa(ganada: str, total: str) -> str:
    filas = [CABEZA, ("Cuidar", "Podar", "70", "Cumple", "70"), ("Cuidar", "Regar", "30", "No cumple", ganada), ("Total", "", "100", "", total)]
    return tabla(*filas)


def _informe(cuerpo: str) -> Informe:
    return informe_de(leer_bytes(hacer(p("ETAPA 3: IMPLEMENTACIÓN 2007") + cuerpo), "x.docx"), Declarado())


def test_dos_regiones_lado_a_lado() -> None:
    una = tc(p("Región: I de Tarapacá"), _programa("0", "70"), p(""))
    otra = tc(p("Región: II de Antofagasta"), _programa("30", "100"), p(""))
    leido_ = _informe(tabla((una, otra)))
    assert [t.region.codigos for t in leido_.tablas] == [("01",), ("02",)]
    assert [(h.codigo, h.tabla) for h in leido_.hallazgos if h.gravedad == "cambia_decision"] == [("GANADA_NO_CORRESPONDE", "t02")]
    assert leido_.documento.estado == "ok"


def test_tabla_y_texto_lado_a_lado() -> None:
    documento = leido(tabla((tc(tabla(("a", "b"), ("c", "d")), p("")), tc("Firma", "Cargo")), (tc(p("abajo")), )))
    assert celdas(documento) == [[(0, 1, 1, ["a"]), (1, 1, 1, ["b"])], [(0, 1, 1, ["c"]), (1, 1, 1, ["d"])]]
    assert [t for t, _ in lineas(documento)] == ["Firma", "Cargo", "abajo"]
    assert documento.avisos == ()


def test_una_tabla_de_datos_con_otra_en_una_celda_sigue_siendo_de_datos() -> None:
    interior = tc(tabla(("1", "2"), ("3", "4")), p(""))
    documento = leido(tabla(("Actividad", "Detalle"), ("Podar", interior)))
    assert celdas(documento)[1] == [(0, 1, 1, ["Podar"]), (1, 1, 1, ["1", "2", "3", "4"])]
    assert [codigo for codigo, _, _ in documento.avisos] == ["LECTURA_DUDOSA"]


def test_el_desempeno_junto_a_la_firma() -> None:
    desempeno = tabla(("Desempeño Anual Región Programa de Trabajo 2009 (%)", "90%"), ("Desempeño Anual Servicio 2009", "NO CUMPLE"))
    firma = tabla(("Nombre", "Ana Rojas Pino"), ("Cargo", "Jefa"))
    for orden in ((desempeno, firma), (firma, desempeno)):
        leido_ = _informe(p("Región: I de Tarapacá") + _programa("0", "70") + tabla(tuple(tc(t, p("")) for t in orden)))
        desempenos = [t.desempeno for t in leido_.tablas if t.desempeno]
        assert [d.region.texto for d in desempenos if d.region] == ["90%"]


def test_una_palabra_cualquiera_no_es_el_desempeno() -> None:
    filas = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in f)}</tr>" for f in (CABEZA, ("Cuidar", "Podar", "100", "Cumple", "100")))
    dicho = "<table><tr><td>Desempeño Anual Región Programa de Trabajo 2009 (%)</td><td>Nombre</td></tr><tr><td>x</td><td>y</td></tr></table>"
    leido_ = informe(f"<html><body><p>ETAPA 3 2007</p><p>Región: I</p><table>{filas}</table>{dicho}</body></html>", "x.html")
    assert all(t.desempeno is None or t.desempeno.region is None for t in leido_.tablas)
    assert "LECTURA_DUDOSA" in {h.codigo for h in leido_.hallazgos}


def _ficha(region: str, ganada: str, total: str) -> str:
    """A form of one column: the region, the programme and the performance, each in a small table of its own."""
    dicho = tabla(("Desempeño de la Región Programa de Trabajo 2007 (%)", f"{total}%"))
    nombre = tabla(("Región:", region))
    return tabla((tc(nombre, p("")),), (tc(p("Programa de Trabajo"), _programa(ganada, total), p("")),), (tc(dicho, p("")),)) + p("")


def test_una_ficha_de_una_columna_deja_ver_sus_tablitas() -> None:
    leido_ = _informe(_ficha("De Tarapacá (I)", "0", "70") + _ficha("De Antofagasta (II)", "30", "100"))
    assert [t.region.codigos for t in leido_.tablas] == [("01",), ("02",)]
    assert [t.desempeno.region.texto for t in leido_.tablas if t.desempeno and t.desempeno.region] == ["70%", "100%"]
    assert leido_.documento.estado == "ok"


def test_una_tablita_de_una_fila_sola_en_su_marco() -> None:
    documento = leido(tabla((tc(tabla(("Región:", "De Tarapacá (I)")), p("")),)))
    assert celdas(documento) == [[(0, 1, 1, ["Región:"]), (1, 1, 1, ["De Tarapacá (I)"])]]


def test_marco_dentro_de_otro_marco() -> None:
    dentro = tabla((tc(p("Ficha")),), (tc(_programa("0", "70"), p("")),))
    documento = leido(tabla((tc(dentro, p("")),)))
    assert [t for t, _ in lineas(documento)] == []
    assert [[c[3] for c in fila] for fila in celdas(documento)] == [[["Ficha"]]]
    assert [c[3] for c in celdas(documento, 1)[0]] == [[t] for t in CABEZA]


def test_la_tablita_de_una_fila_de_datos_sigue_en_su_celda() -> None:
    documento = leido(tabla(("Actividad", "Detalle"), (tc(tabla(("1", "2")), p("")),), ("Podar", "x")))
    assert [[c[3] for c in fila] for fila in celdas(documento)] == [[["Actividad"], ["Detalle"]], [["1", "2"]], [["Podar"], ["x"]]]
