"""The service's own summary of its regions, compared with the table of each region."""

from __future__ import annotations

import pytest
from ayudas_texto import celda, informe

from extractor.modelo.informe import Informe
from extractor.vocabularios.regiones_escritas import codigo_escrito

ETAPA = "ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007\n\n\tActividad 1.1: Implementación\n\n"
CABEZA = ("Actividad", "Objetivo", "Ponderación", "Cumple", "Ponderación ganada")
ATACAMA = ("Abrir la caleta", "Pescar", "60", "Sí", "60", "Pintar las boyas", "Navegar", "40", "Sí", "40")
MAULE = ("Marcar senderos", "Caminar", "70", "Sí", "70", "Cercar el vivero", "Plantar", "30", "No", "0")


def _celdas(*textos: str) -> str:
    return "".join(celda(t) for t in textos)


def _txt(titulo: str, *resumen: str, maule: tuple[str, ...] = MAULE) -> Informe:
    tablas = "".join(f"\tRegión: {r}\n\n{_celdas(*CABEZA, *c)}\n\n" for r, c in (("Atacama", ATACAMA), ("VII del Maule", maule)))
    return informe(ETAPA + tablas + "Resumen por región\n\n" + _celdas("Región", titulo, *resumen) + "\n\nFin.\n")


def _tabla_html(ancho: int, *celdas: str) -> str:
    filas = [celdas[i : i + ancho] for i in range(0, len(celdas), ancho)]
    return "<table border=1>" + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in f) + "</tr>" for f in filas) + "</table>"


def _html_de(cabeza: tuple[str, ...], *resumen: str, antes: str = "") -> Informe:
    partes = [f"<p>{ETAPA.strip()}</p>"]
    for region, celdas in (("Atacama", ATACAMA), ("VII del Maule", MAULE)):
        partes.append(f"<p>Región: {region}</p>" + _tabla_html(5, *CABEZA, *celdas))
    cuerpo = "".join(partes) + antes + "<p>Resumen por región</p>" + _tabla_html(len(cabeza), *cabeza, *resumen)
    return informe(f"<html><body>{cuerpo}</body></html>", "x.html")


def _html(titulo: str, *resumen: str) -> Informe:
    return _html_de(("Región", titulo), *resumen)


def _hallados(leido: Informe) -> list[tuple[str, str | None, str | None]]:
    return [(h.codigo, h.informado, h.recalculado) for h in leido.hallazgos if h.gravedad != "aviso"]


def _respuestas(leido: Informe) -> list[tuple[str, str | None]]:
    resumen = leido.tablas[-1].id
    return [(v.resultado, v.motivo) for v in leido.verificaciones if v.tabla == resumen and v.regla == "DESEMPENO_REGION_NO_CUADRA"]


@pytest.mark.parametrize("leer", [_txt, _html])
@pytest.mark.parametrize("titulo", ["Ponderación ganada (%)", "Desempeño anual (%)", "Total obtenido"])
def test_el_resumen_que_contradice_a_la_tabla(leer, titulo: str) -> None:  # type: ignore[no-untyped-def]
    leido = leer(titulo, "III Región de Atacama", "100", "Maule", "90")
    assert _hallados(leido) == [("DESEMPENO_REGION_NO_CUADRA", "90", "70")]
    assert _respuestas(leido) == [("CUADRA", None), ("NO_CUADRA", None)]


def test_el_resumen_que_coincide_y_su_promedio() -> None:
    leido = _txt("Ponderación ganada", "Atacama", "100", "Maule", "70", "Total", "85")
    assert _hallados(leido) == []
    assert _respuestas(leido) == [("CUADRA", None)] * 2


def test_un_nombre_que_no_es_exacto_no_se_compara() -> None:
    """Neither a commune, nor a misspelt name, nor a region without a table is paired."""
    leido = _txt("Ponderación ganada", "Copiapó", "55", "Maulle", "55", "Aysén", "55", "VIII del Maule", "55", "Atacama", "100")
    assert _hallados(leido) == []
    assert _respuestas(leido) == [*[("NO_VERIFICABLE", "falta_total")] * 4, ("CUADRA", None)]


def test_el_resumen_bueno_sobre_una_tabla_con_un_desliz_lleva_su_causa() -> None:
    leido = _txt("Ponderación ganada", "Atacama", "100", "Maule", "70", maule=(*MAULE[:4], "75", *MAULE[5:]))
    raiz, efecto = [h for h in leido.hallazgos if h.gravedad != "aviso"]
    assert (raiz.codigo, efecto.codigo, efecto.causa) == ("GANADA_NO_CORRESPONDE", "DESEMPENO_REGION_NO_CUADRA", raiz.huella)


@pytest.mark.parametrize(
    ("texto", "codigo"),
    [("Región del Bío Bío", "08"), ("8ª Región", "08"), ("XII de Magallanes", "12"), ("IX del Maule", None), ("Talca", None), ("", None)],
)
def test_codigo_escrito(texto: str, codigo: str | None) -> None:
    assert codigo_escrito(texto, "1974") == codigo


@pytest.mark.parametrize(
    ("cabeza", "filas"),
    [
        (("Región", "Ponderación", "Ponderación ganada"), ("Atacama", "50", "50", "Maule", "50", "35")),
        (("Región", "Desempeño 2006"), ("Atacama", "80", "Maule", "60")),
        (("Región", "Desempeño año anterior"), ("Atacama", "80", "Maule", "60")),
        (("Región", "Total talleres", "Total logrado"), ("Atacama", "12", "12", "Maule", "8", "7")),
    ],
)
def test_un_resumen_que_puede_decir_otra_cosa_no_se_compara(cabeza: tuple[str, ...], filas: tuple[str, ...]) -> None:
    """Shares of the whole service, the year before, things counted: none is what the region's table earned."""
    leido = _html_de(cabeza, *filas)
    assert _hallados(leido) == []
    assert set(_respuestas(leido)) <= {("NO_VERIFICABLE", "regimen_no_aplica")}


def test_una_columna_de_pesos_enteros_o_de_numeros_no_estorba() -> None:
    entera = _html_de(("Nº", "Región", "Ponderación", "Total obtenido"), "1", "Atacama", "100", "100", "2", "Maule", "100", "90")
    assert _hallados(entera) == [("DESEMPENO_REGION_NO_CUADRA", "90", "70")]


def test_un_segundo_programa_sin_region_puede_ser_de_la_misma() -> None:
    """The summary may tell both programmes together."""
    otra = "<p>Actividad III. 2: Complementariedad</p><p>Región:</p>"
    filas = ("Firmar convenio", "Coordinar", "20", "Sí", "20", "Levantar catastro", "Conocer", "80", "Sí", "80")
    leido = _html_de(("Región", "Desempeño"), "Atacama", "100", "Maule", "90", antes=otra + _tabla_html(5, *CABEZA, *filas))
    assert "DESEMPENO_REGION_NO_CUADRA" not in {h.codigo for h in leido.hallazgos}
    assert _respuestas(leido) == [("NO_VERIFICABLE", "regimen_no_aplica")] * 2


def test_un_resumen_en_fracciones_no_se_compara_con_puntos() -> None:
    leido = _html_de(("Región", "Desempeño"), "Atacama", "1", "Maule", "0,7")
    assert _hallados(leido) == []
    assert _respuestas(leido) == [("NO_VERIFICABLE", "lectura_dudosa")] * 2
