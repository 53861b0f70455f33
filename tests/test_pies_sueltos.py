"""Page furniture that only its place tells: in the middle of a row, beside a page's number, in wide and narrow tables."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

from extractor.lectores import leer_bytes
from extractor.modelo.documento import BloqueTabla, Documento, Parrafo

CABEZA = "Propósito\tProducto\tTareas\tMedio\tPeso"
FILA = "Sembrar\tViveros\tPreparar las\tPlanilla\t60"
MITAD = "\t\tplatabandas comunales\tvisada\t"
OTRA = "Regar\tPozos\tLimpiar\tFotos\t40"
REGLA = "---\t---\t---\t---\t---"
ANGOSTA = "Se trabajó con los clubes de la costa\tSumar a las juntas de"
RESTO = "y con las caletas del sur.\tvecinos del borde."


def _leer(*lineas: str) -> Documento:
    return leer_bytes("\n".join(lineas).encode(), "a.txt")


def _textos(documento: Documento) -> list[str]:
    return [b.texto for b in documento.bloques if isinstance(b, Parrafo)]


def _tablas(documento: Documento) -> list[int]:
    return [len(b.filas) for b in documento.bloques if isinstance(b, BloqueTabla)]


@pytest.mark.parametrize(
    "entre",
    [
        ("", "SIR / Avance Comunal 2008", "", "- 3 -", ""),
        ("", "- 3 -", "", "Servicio de Riego", ""),
        ("", "Servicio de Riego", "", "Página 4 de 6", ""),
        ("", "Servicio de Riego", "\fAvance Comunal 2008", ""),
        (REGLA, "", "03/11/2008", ""),
        (REGLA, "", "3 de noviembre de 2008", ""),
        ("", "03-11-2008 17:40", "", "Pág. 4", ""),
    ],
)
def test_impreso_una_vez_en_medio_de_una_fila_junto_al_numero_de_pagina(entre: tuple[str, ...]) -> None:
    documento = _leer(CABEZA, FILA, *entre, MITAD, OTRA)
    assert _tablas(documento) == [4]
    assert _textos(documento) == []


def test_una_fecha_sola_entre_filas_enteras_con_fin_de_pagina() -> None:
    assert _textos(_leer(CABEZA, FILA, REGLA, "", "03/11/2008", "", OTRA)) == []


@pytest.mark.parametrize(
    "entre",
    [
        # no mark of a page beside it
        ("", "Servicio de Riego", ""),
        ("", "03/11/2008", ""),
        # right under the row: the rest of a cell whose tabs were lost
        ("Viveros del norte", "- 3 -", ""),
        # what reads as text, or as an item
        ("", "y las plazas", "", "- 3 -", ""),
        ("", "Falta firmar.", "", "- 3 -", ""),
        ("", "2) Medir los pozos", "", "- 3 -", ""),
        ("", "60", "", "- 3 -", ""),
    ],
)
def test_lo_que_puede_ser_del_informe_queda(entre: tuple[str, ...]) -> None:
    documento = _leer(CABEZA, FILA, *entre, MITAD, OTRA)
    assert next(x for x in entre if x and x != "- 3 -") in _textos(documento)


@pytest.mark.parametrize("linea", ["Servicio de Riego", "Región de Aysén"])
def test_entre_filas_enteras_el_numero_de_pagina_no_basta(linea: str) -> None:
    assert linea in _textos(_leer(CABEZA, FILA, "", linea, "", "Página 4 de 6", "", OTRA))


@pytest.mark.parametrize("pie", ["SIR", "Servicio Integral de Riego"])
@pytest.mark.parametrize("numero", [(), ("Balance 2008   pág. {}", "")])
def test_una_celda_de_dos_columnas_sigue_tras_el_pie(pie: str, numero: tuple[str, ...]) -> None:
    lineas = []
    for pagina in (2, 5):
        lineas += ["Logros\tPendientes", ANGOSTA, "", pie, "", *(x.format(pagina) for x in numero), RESTO, "", f"Parte {pagina}", ""]
    documento = _leer(*lineas)
    assert _tablas(documento) == [3, 3]
    assert _textos(documento) == ["Parte 2", "Parte 5"]


def test_lo_probado_se_reconoce_junto_a_otro_numero_de_pagina() -> None:
    documento = _leer(
        "Logros\tPendientes", ANGOSTA, "", "SIR", "", "Pág. 2", "", RESTO, "", "Parte 2", "", "SIR", "", "Pág. 3", "",
        "Logros\tPendientes", "Nada.\tNada.", "", "SIR ganó un premio", "", "SIR",
    )  # fmt: skip
    assert _textos(documento) == ["Parte 2", "SIR ganó un premio", "SIR"]


@pytest.mark.parametrize(
    ("primera", "segunda"),
    [
        (ANGOSTA, "Y con las caletas del sur.\tVecinos del borde."),
        ("Se trabajó con los clubes.\tSumar a las juntas.", RESTO),
        ("Comuna\tZapallar", "Comuna\tPapudo"),
    ],
)
def test_dos_formularios_angostos_no_son_mitades(primera: str, segunda: str) -> None:
    documento = _leer("Logros\tPendientes", primera, "", "Balance", "", segunda, "", "Balance", "", segunda)
    assert _textos(documento) == ["Balance", "Balance"]


def test_las_sumas_de_una_tabla_con_pie_suelto_se_verifican() -> None:
    leido = informe(
        "ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007\nRegión: II de Antofagasta\n\n"
        "Propósito\tTareas\tPeso (%)\tCumplimiento\tPeso obtenido\n"
        "Cuidar el borde\tLimpiar la caleta\t35\tCumple\t35\n"
        "Poblar el lago\tCensar las\t25\tCumple\t25\n\n"
        "SIR / Balance 2007\n\n- 2 -\n\n"
        "\taves\t\t\t\nCuidar el desierto\tSeñalar las rutas\t40\tNo cumple\t0\n",
        "a.txt",
    )
    assert [a.texto for f in leido.tablas[0].filas for a in f.actividades] == ["Limpiar la caleta", "Censar las aves", "Señalar las rutas"]
    assert leido.hallazgos == ()
    assert leido.documento.estado == "ok"
