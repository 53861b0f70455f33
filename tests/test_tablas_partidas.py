"""A table that its file holds in two parts is one table; what cannot be joined surely is never judged as a whole."""

from __future__ import annotations

import pytest
from ayudas_docx import hacer, p, tabla, tc
from ayudas_texto import informe

from extractor.lectores import leer_bytes
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe
from extractor.proceso import informe_de

TITULOS = "<p>ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007</p><p>Región: II de Antofagasta</p>"
CABEZA = ("Propósito", "Tareas", "Peso (%)", "Cumplimiento", "Peso obtenido")
PRIMERAS = (("Cuidar el borde costero", "Limpiar la caleta", "35", "Cumple", "35"), ("Idem", "Censar las aves", "25", "Cumple", "25"))
SEGUNDAS = (("Cuidar el desierto", "Señalar las rutas", "40", "No cumple", "0"),)
TOTAL = ("Total", "", "100", "", "60")


def _tabla(*filas: tuple[str, ...]) -> str:
    return "<table border='1'>" + "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in f)}</tr>" for f in filas) + "</table>"


def _leer(*partes: str, titulos: str = TITULOS) -> Informe:
    return informe(f"<html><body>{titulos}{''.join(partes)}</body></html>", "x.html")


def _pesos(leido: Informe) -> list[list[str]]:
    return [[a.ponderacion.texto for f in t.filas for a in f.actividades if a.ponderacion] for t in leido.tablas]


def _sumas(leido: Informe) -> list[tuple[str, str | None]]:
    reglas = ("PONDERACIONES_NO_SUMAN_100", "TOTAL_PONDERACION_NO_CUADRA", "TOTAL_GANADA_NO_CUADRA")
    return [(v.resultado, v.motivo) for v in leido.verificaciones if v.regla in reglas]


NADA = ("", "<p>&nbsp;</p>")
SIGUE = ("<p>(Continuación de la tabla)</p>", "<p>Página 2 de 5</p>", "<p>... sigue</p>")


@pytest.mark.parametrize(("entre", "repetido"), [*((e, False) for e in (*NADA, *SIGUE)), *((e, True) for e in SIGUE)])
def test_dos_partes_son_una_tabla(entre: str, repetido: bool) -> None:
    segunda = _tabla(*((CABEZA,) if repetido else ()), *SEGUNDAS, TOTAL)
    leido = _leer(_tabla(CABEZA, *PRIMERAS), entre, segunda)
    assert _pesos(leido) == [["35", "25", "40"]]
    assert {r for r, _ in _sumas(leido)} == {"CUADRA"}
    assert leido.hallazgos == ()
    assert leido.documento.estado == "ok"


def test_tres_partes_y_un_total_malo_se_dicen_una_vez() -> None:
    leido = _leer(_tabla(CABEZA, PRIMERAS[0]), _tabla(PRIMERAS[1]), _tabla(*SEGUNDAS, ("Total", "", "100", "", "75")))
    assert _pesos(leido) == [["35", "25", "40"]]
    assert [(h.codigo, h.informado, h.recalculado) for h in leido.hallazgos] == [("TOTAL_GANADA_NO_CUADRA", "75", "60")]


def test_una_celda_ancha_de_la_segunda_parte_toma_sus_columnas() -> None:
    total = "<table border='1'><tr>" + "".join(f"<td>{c}</td>" for c in SEGUNDAS[0]) + "</tr>"
    total += "<tr><td colspan='2'>Total</td><td>100</td><td></td><td>60</td></tr></table>"
    leido = _leer(_tabla(CABEZA, *PRIMERAS), total)
    bloque = leido.tablas[0].bloques[0]
    assert bloque.total_ponderacion is not None and bloque.total_ganada is not None
    assert (bloque.total_ponderacion.valor, bloque.total_ganada.valor) == ("100", "60")


def test_otra_rejilla_con_las_mismas_columnas() -> None:
    """The first part spans grid columns that the second does not have: both have five columns."""
    ancha = '<w:gridSpan w:val="2"/>'
    filas = [tuple(tc(c, propiedades=ancha if i == 1 else "") for i, c in enumerate(f)) for f in (CABEZA, *PRIMERAS)]
    cuerpo = p("ETAPA 3: IMPLEMENTACIÓN 2007") + p("Región: II de Antofagasta") + tabla(*filas) + p("") + tabla(*SEGUNDAS, TOTAL)
    leido = informe_de(leer_bytes(hacer(cuerpo), "x.docx"), Declarado())
    assert _pesos(leido) == [["35", "25", "40"]]
    assert leido.hallazgos == ()


@pytest.mark.parametrize("segunda", [
    ("Cuidar el desierto", "Señalar las rutas del valle", "junto a Vialidad", "40", "No cumple", "0"),
    ("Señalar las rutas", "40", "No cumple", "0"),
])  # fmt: skip
@pytest.mark.parametrize("repetido", [False, True])
def test_lo_que_no_se_une_deja_las_dos_sin_sumas(segunda: tuple[str, ...], repetido: bool) -> None:
    cabeza = (*CABEZA[:2], "Responsable", *CABEZA[2:]) if len(segunda) == 6 else CABEZA[1:]
    leido = _leer(_tabla(CABEZA, *PRIMERAS), _tabla(*((cabeza,) if repetido else ()), segunda))
    assert _sumas(leido) and set(_sumas(leido)) == {("NO_VERIFICABLE", "tabla_partida")}
    assert [h.codigo for h in leido.hallazgos if h.gravedad != "aviso"] == []
    assert "LECTURA_DUDOSA" in {h.codigo for h in leido.hallazgos}
    assert leido.documento.estado == "parcial"


def test_un_texto_entre_las_partes_las_deja_sin_sumas() -> None:
    leido = _leer(_tabla(CABEZA, *PRIMERAS), "<p>El equipo regional informó el resto en enero.</p>", _tabla(*SEGUNDAS, TOTAL))
    assert set(_sumas(leido)) == {("NO_VERIFICABLE", "tabla_partida")}
    assert leido.documento.estado == "parcial"


@pytest.mark.parametrize("entre", ["<p>Región: III de Atacama</p>", "<p>REGIÓN DE ATACAMA</p>"])
def test_una_region_entre_medio_empieza_otra_tabla(entre: str) -> None:
    leido = _leer(_tabla(CABEZA, *PRIMERAS), entre, _tabla(CABEZA, *SEGUNDAS))
    assert _pesos(leido) == [["35", "25"], ["40"]]
    assert ("NO_VERIFICABLE", "tabla_partida") not in _sumas(leido)


def test_una_tabla_cerrada_con_su_total_no_sigue() -> None:
    entera = (*PRIMERAS, ("Cuidar el mar", "Medir el agua", "40", "Cumple", "40"), ("Total", "", "100", "", "100"))
    leido = _leer(_tabla(CABEZA, *entera), _tabla(CABEZA, ("Ordenar", "Archivar", "100", "Cumple", "100"), ("Total", "", "100", "", "100")))
    assert _pesos(leido) == [["35", "25", "40"], ["100"]]
    assert leido.hallazgos == ()


@pytest.mark.parametrize("ajena", [
    (("Nombre", "Cargo", "Fono", "Correo", "Firma"), ("Ana Rojas Pino", "Jefa", "55 201030", "", "")),
    (("Ana Rojas Pino", "Luis Vera Soto"), ("Jefa de División", "Encargado")),
    (("1", "Ana Rojas Pino", "Jefa de División"), ("2", "Luis Vera Soto", "Encargado")),
    (("Pasajes", "Terrestres", "30"), ("Viáticos", "Noches", "12")),
    (("Ítem", "Detalle", "Monto", "%", "Obs."), ("Pasajes", "Terrestres", "$120.000", "30", "sin cambio")),
])  # fmt: skip
def test_lo_ajeno_bajo_la_tabla_no_es_su_segunda_parte(ajena: tuple[tuple[str, ...], ...]) -> None:
    leido = _leer(_tabla(CABEZA, *PRIMERAS, *SEGUNDAS), _tabla(*ajena))
    assert _pesos(leido)[0] == ["35", "25", "40"]
    assert ("NO_VERIFICABLE", "tabla_partida") not in _sumas(leido)
    assert ("CUADRA", None) in _sumas(leido)


def test_un_total_con_otro_nombre_cierra_la_tabla() -> None:
    entera = (*PRIMERAS, ("Cuidar el mar", "Medir el agua", "40", "Cumple", "40"), ("Ponderación total", "", "100", "", "100"))
    leido = _leer(_tabla(CABEZA, *entera), _tabla(*SEGUNDAS))
    assert ("NO_VERIFICABLE", "tabla_partida") not in _sumas(leido)


def test_un_subtotal_no_cierra_la_tabla() -> None:
    leido = _leer(_tabla(CABEZA, *PRIMERAS, ("Subtotal", "", "60", "", "60")), _tabla(*SEGUNDAS, ("Subtotal", "", "40", "", "0"), TOTAL))
    assert _pesos(leido) == [["35", "25", "40"]]
    assert leido.hallazgos == ()

AVANCE = ("Objetivo", "Avances", "Medidas implementadas", "Recomendaciones", "Compromisos y plazos")
SIN_PESOS = (
    ("Cuidar el borde costero", "Se limpiaron tres caletas del norte", "Se contrató una cuadrilla más", "Seguir con la caleta sur", "Marzo de 2010"),
    ("Cuidar el desierto", "Se marcaron dos rutas antiguas", "Se pidió apoyo a Vialidad", "Sumar a los guías locales", "Junio de 2010"),
)


def test_una_tabla_de_textos_tambien_se_une() -> None:
    titulos = TITULOS.replace("2007", "2009") + "<p>Actividad III.4 Análisis del avance del Programa de Trabajo 2009</p>"
    leido = _leer(_tabla(AVANCE, SIN_PESOS[0]), "<p>(continuación)</p>", _tabla(SIN_PESOS[1]), titulos=titulos)
    assert [(t.tipo, len(t.filas)) for t in leido.tablas] == [("analisis_avance", 2)]
    firma = _leer(_tabla(AVANCE, SIN_PESOS[0]), _tabla(("Ana Rojas", "Jefa", "Iquique", "", ""), ("Luis Vera", "Encargado", "Arica", "", "")), titulos=titulos)
    assert [len(t.filas) for t in firma.tablas if t.tipo == "analisis_avance"] == [1]


def test_lo_que_no_se_une_no_deja_sin_sumas_a_las_tablas_vecinas() -> None:
    """One grid holds two regions: only the last may go on below, and only the first below may be its rest."""
    buena = (*PRIMERAS, ("Cuidar el mar", "Medir el agua", "40", "Cumple", "40"), ("Total", "", "90", "", "100"))
    primera = _tabla(CABEZA, *buena, ("Región: III de Atacama", "", "", "", ""), CABEZA, *PRIMERAS)
    segunda = _tabla(*SEGUNDAS, ("Región: IV de Coquimbo", "", "", "", ""), CABEZA, *buena)
    leido = _leer(primera, "<p>El equipo regional informó el resto en enero.</p>", segunda)
    malos = [h.tabla for h in leido.hallazgos if h.codigo == "TOTAL_PONDERACION_NO_CUADRA"]
    assert malos == [leido.tablas[0].id, leido.tablas[-1].id]
    sueltas = {v.tabla for v in leido.verificaciones if v.motivo == "tabla_partida"}
    assert leido.tablas[1].id in sueltas and not sueltas & set(malos)


def test_una_segunda_tabla_que_vuelve_a_numerar_es_otra() -> None:
    """It has its own header, and begins with 1 again."""
    def filas(*pesos: str) -> list[tuple[str, ...]]:
        return [(f"{n}. Ordenar", f"Hacer {p}", p, "Cumple", p) for n, p in enumerate(pesos, start=1)]

    leido = _leer(_tabla(CABEZA, *filas("50", "40")), _tabla(CABEZA, *filas("70", "30"), ("Total", "", "100", "", "100")))
    assert _pesos(leido) == [["50", "40"], ["70", "30"]]
    assert "TOTAL_PONDERACION_NO_CUADRA" not in {h.codigo for h in leido.hallazgos}


@pytest.mark.parametrize("entre", NADA)
def test_un_encabezado_repetido_sin_nada_entre_medio_no_dice_cual_de_las_dos_cosas_es(entre: str) -> None:
    """One table typed on a new page, or two whose weights are each other's: neither is summed, and it is told."""
    leido = _leer(_tabla(CABEZA, *PRIMERAS), entre, _tabla(CABEZA, ("Cuidar el desierto", "Señalar", "100", "Cumple", "100")))
    assert set(_sumas(leido)) == {("NO_VERIFICABLE", "tabla_partida")}
    assert [h.codigo for h in leido.hallazgos if h.gravedad != "aviso"] == []
    assert leido.documento.estado == "parcial"


def test_un_encabezado_repetido_cuya_numeracion_sigue_es_de_la_misma_tabla() -> None:
    filas = [(f"{n}. Ordenar", f"Hacer {n}", "25", "Cumple", "25") for n in range(1, 5)]
    leido = _leer(_tabla(CABEZA, *filas[:3]), _tabla(CABEZA, filas[3], ("Total", "", "100", "", "100")))
    assert _pesos(leido) == [["25"] * 4]
    assert {r for r, _ in _sumas(leido)} == {"CUADRA"}

A, B = ("Cuidar el borde costero", "Limpiar la caleta", "60", "Cumple", "60"), ("Cuidar el desierto", "Censar las aves", "40", "Cumple", "40")
C, D = ("Ordenar el archivo", "Foliar los planos", "30", "Cumple", "30"), ("Abrir el museo", "Montar la muestra", "70", "Cumple", "70")


def _numerada(fila: tuple[str, ...], numero: int) -> tuple[str, ...]:
    return (f"{numero}. {fila[0]}", *fila[1:])


@pytest.mark.parametrize("segunda", [
    (C, D),
    ((A[0], *C[1:]), (B[0], *D[1:])),
    ((A[0], *C[1:]), (B[0], *D[1:]), TOTAL),
])  # fmt: skip
def test_dos_tablas_que_pueden_ser_dos_no_se_suman(segunda: tuple[tuple[str, ...], ...]) -> None:
    """The second has no header and nothing stands between: nothing says that it goes on, or its objectives begin anew. Its rows
    are read all the same."""
    leido = _leer(_tabla(CABEZA, A, B), _tabla(*segunda))
    assert _pesos(leido)[0] == ["60", "40", "30", "70"]
    assert set(_sumas(leido)) == {("NO_VERIFICABLE", "tabla_partida")}
    assert leido.documento.estado == "parcial"


@pytest.mark.parametrize(("segunda", "unidas"), [
    ((_numerada(C, 3), _numerada(D, 4)), True),
    ((_numerada(C, 1), _numerada(D, 2)), False),
    ((("", *C[1:]), D), True),
    ((C, (*D[:2], "70", "Cumple", "70"), ("Total", "", "200", "", "200")), True),
])  # fmt: skip
def test_que_dice_que_sigue(segunda: tuple[tuple[str, ...], ...], unidas: bool) -> None:
    leido = _leer(_tabla(CABEZA, _numerada(A, 1), _numerada(B, 2)), _tabla(*segunda))
    assert _pesos(leido)[0] == ["60", "40", "30", "70"]
    assert (("NO_VERIFICABLE", "tabla_partida") in _sumas(leido)) is not unidas


def test_el_total_de_la_ultima_parte_las_cierra_todas() -> None:
    leido = _leer(_tabla(CABEZA, A), _tabla(("Cuidar el mar", "Medir", "15", "Cumple", "15")), _tabla(("Cuidar el río", "Sondear", "25", "No cumple", "0"), ("Total", "", "100", "", "75")))
    assert _pesos(leido) == [["60", "15", "25"]]
    assert leido.hallazgos == ()


@pytest.mark.parametrize("entre", ["", "<p>Servicio Nacional de Turismo</p>", "<p>Página 3</p>", "<p>12</p>"])
def test_un_encabezado_solo_toma_las_filas_que_siguen(entre: str) -> None:
    leido = _leer(_tabla(CABEZA), entre, _tabla(*PRIMERAS, *SEGUNDAS, TOTAL))
    assert _pesos(leido) == [["35", "25", "40"]]
    assert set(_sumas(leido)) == {("CUADRA", None)} and leido.hallazgos == ()


def test_un_encabezado_solo_no_toma_lo_de_otro_titulo() -> None:
    leido = _leer(_tabla(CABEZA), "<p>Actividad 1.2: Otra cosa</p>", _tabla(*PRIMERAS, *SEGUNDAS))
    assert _pesos(leido)[0] == [] and leido.documento.estado == "parcial"


def test_las_filas_bajo_otra_region_son_de_ella() -> None:
    leido = _leer(_tabla(CABEZA), "<p>REGIÓN DE ATACAMA</p>", _tabla(*PRIMERAS, *SEGUNDAS))
    assert [(t.region.codigos, p) for t, p in zip(leido.tablas, _pesos(leido), strict=True)] == [(("02",), []), (("03",), ["35", "25", "40"])]
