"""Rows and pairings: stacked cells, totals, continuations, running totals, counts that disagree."""

from __future__ import annotations

from decimal import Decimal

import pytest
from ayudas_texto import CABEZA, COLUMNAS, celda, codigos, informe, programa_2007
from hypothesis import given
from hypothesis import strategies as st

from extractor.estructura.items import cifras, estados, textos
from extractor.estructura.modo import decidir, forma_de
from extractor.estructura.segmentacion import PROHIBIDO, cortar, natural
from extractor.modelo.base import Origen
from extractor.modelo.documento import Parrafo
from extractor.modelo.valores import Cifra
from extractor.vocabularios.estados import veredicto_inicial


def parrafos(texto: str) -> list[Parrafo]:
    """Paragraphs of a cell written with its blank lines."""
    hechos: list[Parrafo] = []
    hueco = 0
    for numero, linea in enumerate(texto.split("\n"), start=1):
        if not linea.strip():
            hueco += 1
            continue
        origen = Origen(linea_inicio=numero, linea_fin=numero, inicio=0, fin=len(linea), texto=linea)
        hechos.append(Parrafo(linea, origen, hueco if hechos else 0))
        hueco = 0
    return hechos


def veredicto(texto: str) -> str | None:
    hallado = veredicto_inicial(texto)
    return None if hallado is None else "solo" if hallado.solo else "con_texto"


@pytest.mark.parametrize(
    ("celda", "n", "inicios"),
    [
        (
            "Cumplido\n\nSe hizo el curso\n\nCumplido\n\nSe hizo la feria",
            2,
            ["Cumplido Se hizo el curso", "Cumplido Se hizo la feria"],
        ),
        (
            "Cumplido\n\nCumplido\n\nHay fechas fijadas\n\nHabrá informes",
            4,
            ["Cumplido", "Cumplido", "Hay fechas fijadas", "Habrá informes"],
        ),
        (
            "Hay un estudio\n\nCumplido. Se hizo\n\nCumplido\n\nVan tres\n\nSe eligió",
            4,
            ["Hay un estudio", "Cumplido. Se hizo", "Cumplido Van tres", "Se eligió"],
        ),
        (
            "Cumple , según norma\nCompromiso para 2009\n\nCumplido",
            3,
            ["Cumple , según norma", "Compromiso para 2009", "Cumplido"],
        ),
        ("Cumplido\n\nSe hizo.\nCumplido\n\nSe dijo", 2, ["Cumplido Se hizo.", "Cumplido Se dijo"]),
        ("100%\n\n50%\n\n0%", 3, ["100%", "50%", "0%"]),
        ("100% 50% 0%", 3, ["100%", "50%", "0%"]),
    ],
)
def test_veredicto_y_narracion(celda: str, n: int, inicios: list[str]) -> None:
    assert [i.texto for i in estados(parrafos(celda), veredicto, n).items] == inicios


@pytest.mark.parametrize(
    ("celda", "n", "items"),
    [
        ("Uno\n\nDos\n\nTres", 3, ["Uno", "Dos", "Tres"]),
        ("Uno\n\nDos.\nTres", 3, ["Uno", "Dos.", "Tres"]),
        ("1.- Uno\nque sigue\n2.- Dos\n\n3.- Tres", 3, ["1.- Uno que sigue", "2.- Dos", "3.- Tres"]),
        ("- Uno. - Dos largo", 2, ["- Uno.", "- Dos largo"]),
        ("Uno\n\nsigue en minúscula\n\nDos", 2, ["Uno sigue en minúscula", "Dos"]),
    ],
)
def test_textos_apilados(celda: str, n: int, items: list[str]) -> None:
    assert [i.texto for i in textos(parrafos(celda), n).items] == items


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=8), st.integers(1, 8))
def test_cortar_es_lo_mas_barato(costos: list[tuple[int, int]], n: int) -> None:
    """Against trying every subset of openings."""
    from itertools import combinations

    abrir, seguir = [0, *(a for a, _ in costos[1:])], [PROHIBIDO, *(s for _, s in costos[1:])]
    corte = cortar(abrir, seguir, n)
    if n > len(abrir):
        assert corte is None
        return
    todos = [
        sum(abrir[i] if i in elegidos else seguir[i] for i in range(1, len(abrir)))
        for elegidos in combinations(range(1, len(abrir)), n - 1)
    ]
    assert corte is not None
    assert corte.costo == min(todos)
    assert corte.unico == (todos.count(min(todos)) == 1)
    assert len(corte.inicios) == n


def test_natural_abre_cuando_no_cuesta_mas() -> None:
    assert natural([0, 0, 3, 1], [PROHIBIDO, 2, 0, 1]) == 3
    assert natural([], []) == 0


OBJETIVO = ("Ordenar",)


def test_total_al_final_no_es_una_ponderacion() -> None:
    leido = informe(
        programa_2007((OBJETIVO, ("Abrir", "Cerrar"), ("40", "60", "100"), ("Cumplido", "Cumplido"), ("40", "60", "100")))
    )
    (fila,) = leido.tablas[0].filas
    assert [a.ponderacion.valor for a in fila.actividades if a.ponderacion] == ["40", "60"]
    assert fila.total_ponderacion and fila.total_ponderacion.valor == "100"
    assert fila.total_ganada and fila.total_ganada.valor == "100"
    assert codigos(leido) == []


def test_una_actividad_de_cien_es_su_ponderacion() -> None:
    leido = informe(programa_2007((OBJETIVO, ("Abrir",), ("100",), ("Cumplido",), ("100",))))
    (fila,) = leido.tablas[0].filas
    assert fila.actividades[0].ponderacion and fila.total_ponderacion is None


def test_dos_filas_comparten_un_total() -> None:
    uno = (OBJETIVO, ("Abrir",), ("30",), ("Cumplido",), ("30",))
    dos = (OBJETIVO, ("Cerrar", "Limpiar"), ("30", "40", "100"), ("Cumplido", "Cumplido"), ("30", "40", "100"))
    tres = (OBJETIVO, ("Pintar", "Barrer"), ("50", "50", "100"), ("Cumplido", "Cumplido"), ("50", "50", "100"))
    leido = informe(programa_2007(uno, dos, tres))
    assert [b.filas for b in leido.tablas[0].bloques] == [(0, 1), (2,)]
    assert codigos(leido) == []


@pytest.mark.parametrize("rotulo", ["Total", "SUB-TOTAL", "Suma", "Sumatoria"])
def test_un_total_con_su_rotulo_al_pie_de_la_columna(rotulo: str) -> None:
    """The label and the figure on one line close the column; the figure is no activity's weight."""
    leidas = cifras(parrafos(f"40\n60\n{rotulo}: 100 %"))
    assert ([c.valor for c in leidas.cifras], leidas.rotulado and leidas.rotulado.valor) == (["40", "60"], "100")


def test_fila_de_total_cierra_la_anterior() -> None:
    texto = "ETAPA 3: IMPLEMENTACIÓN 2007\n\nActividad 1.1: Programa GT 2007\n\nRegión:\tMaule\nActividades\tPonderación\tCumplimiento\tPonderación ganada\n"
    texto += "Abrir\t40\tCumple\t40\nCerrar\t60\tNo cumple\t0\nTotal\t100\t\t50\n"
    leido = informe(texto)
    assert [len(f.actividades) for f in leido.tablas[0].filas] == [1, 1]
    assert codigos(leido) == [("TOTAL_GANADA_NO_CUADRA", 1, None)]


def test_celdas_desiguales_no_se_emparejan_a_la_fuerza() -> None:
    leido = informe(
        programa_2007((OBJETIVO, ("1.- Uno", "2.- Dos", "3.- Tres"), ("50", "50"), ("Cumplido",) * 3, ("50", "50", "0")))
    )
    (fila,) = leido.tablas[0].filas
    assert [a.texto for a in fila.actividades] == ["1.- Uno", "2.- Dos", "3.- Tres"]
    assert [a.ponderacion.texto if a.ponderacion else None for a in fila.actividades] == ["50", "50", None]
    assert "CONTEO_DESALINEADO" in [h.codigo for h in leido.hallazgos]
    assert not [h for h in leido.hallazgos if h.gravedad in ("aritmetica", "cambia_decision")]


def test_tabla_cortada_por_un_titulo() -> None:
    texto = (
        CABEZA.format(region="RM") + COLUMNAS + celda("Ordenar") + celda("Abrir") + celda("100") + "\n\tActividad 1.2: Análisis\n"
    )
    assert [h.codigo for h in informe(texto).hallazgos] == ["TABLA_TRUNCADA"]


def test_texto_libre_despues_de_la_tabla_no_es_de_la_celda() -> None:
    texto = programa_2007((OBJETIVO, ("Abrir",), ("100",), ("Cumplido",), ("100",))) + "\n\nSe agradece a todos los equipos.\n"
    (fila,) = informe(texto).tablas[0].filas
    assert fila.celdas[-1] == "100"


@pytest.mark.parametrize(
    ("pesos", "ganadas", "modo"),
    [
        ("25 25 50", "25 25 0", "por_actividad"),
        ("25 25 50", "25 50 75", "acumulada"),
        ("25 25 10 10", "25 32.5 42.5 52.5", "acumulada"),
        ("16 16 17 17 17", "17 17 17 0 17", "por_actividad"),
        ("50 50", "50 100", "acumulada"),
        ("10 10 80", "10 10 10", "por_actividad"),
        ("30 30 40", "90 20 95", None),
    ],
)
def test_modo_de_la_columna_ganada(pesos: str, ganadas: str, modo: str | None) -> None:
    def cifra(texto: str) -> Cifra:
        return Cifra(texto=texto, valor=texto, decimales=0, signo=None, certeza="segura", origen=Origen(texto=texto))

    pares = [(cifra(p), cifra(g)) for p, g in zip(pesos.split(), ganadas.split(), strict=True)]
    assert decidir(forma_de([pares]), [])[0] == modo


def test_si_las_dos_lecturas_caben_deciden_las_otras_tablas() -> None:
    ambas = forma_de([[]])
    assert ambas.n == 0
    una = [(_cifra("50"), _cifra("50")), (_cifra("50"), _cifra("50"))]
    corrida = forma_de([[(_cifra("50"), _cifra("50")), (_cifra("50"), _cifra("100"))]])
    assert decidir(forma_de([una]), [])[0] == "por_actividad"
    assert decidir(forma_de([una]), [corrida, corrida])[0] == "acumulada"


def _cifra(texto: str) -> Cifra:
    return Cifra(texto=texto, valor=str(Decimal(texto)), decimales=0, signo=None, certeza="segura", origen=Origen(texto=texto))


ENCABEZADO_2009 = "Objetivos específicos (2)\tIndicador (3)\tResultado anual del indicador (4)\tMeta anual o actividades comprometidas (5)\tUnidad Responsable (6)\tMedio de verificación (7)\tPonderación (%) (8)\tCumple/no cumple (9)\tPonderación ganada (10)\n"
CABEZA_2009 = "FORMATOS DE LA ETAPA 3: PROGRAMA DE TRABAJO GT 2009\n\nActividad III. 1. Programa de Trabajo (diseño, acceso y distribución)\n\nREGIÓN (1)\tMAULE\n\n"


def _filas_2009(cuerpo: str) -> list[tuple[str, str | None, str | None]]:
    leido = informe(CABEZA_2009 + ENCABEZADO_2009 + cuerpo)
    return [(f.objetivos[0], f.medio, f.ponderacion.texto if f.ponderacion else None) for f in leido.tablas[0].filas]


def test_continuacion_de_una_columna_en_mayuscula() -> None:
    cuerpo = "Llegar a más\tTalleres\t4\t- Citar. - Hacer\tÁrea social\tListas\t50\tsi\t50\n\n\t\t\tCapacitar a los equipos.\t\t\t\t\t\nMejorar\tActas\t2\tMeta : 2\tÁrea legal\tActas\t50\tsi\t50\n"
    assert [f[0] for f in _filas_2009(cuerpo)] == ["Llegar a más", "Mejorar"]


def test_continuacion_de_varias_columnas_y_regla_de_guiones() -> None:
    cuerpo = "Asesorar y promover\tImplementar 2 planes de\t2 empresas de la\tReuniones\tEncargada\t2 empresas con\t50\t\t\n--\t--\t--\t--\t--\t--\t--\t--\t--\n\nun modelo de gestión\tacción\tregión\tde trabajo\tregional\tplan\t\t\t\nMejorar\tActas\t2\tMeta : 2\tÁrea legal\tActas\t50\t\t\n"
    assert _filas_2009(cuerpo) == [
        ("Asesorar y promover un modelo de gestión", "2 empresas con plan", "50"),
        ("Mejorar", "Actas", "50"),
    ]


def test_fila_sin_ponderacion_que_no_es_continuacion() -> None:
    cuerpo = "Llegar\tTalleres\t4\tMeta : 4\tÁrea social\tListas.\t50\t\t\nMejorar\tActas\t2\tMeta : 2\tÁrea legal\tActas\t\t\t\n"
    assert _filas_2009(cuerpo) == [("Llegar", "Listas.", "50"), ("Mejorar", "Actas", None)]


def test_trozo_perdido_de_la_pagina_anterior_va_con_la_fila_siguiente() -> None:
    cuerpo = "\t\t\tComité en marcha\tDirectora\tPlanes\t\t\t\nCoordinar\tServicios\t20\tReuniones\tÁrea\tAgenda\t100\t\t\n"
    assert _filas_2009(cuerpo) == [("Coordinar", "Planes Agenda", "100")]


AVANCE = "Actividad III. 4: Análisis del avance\n\nREGIÓN (1)\t\t\nPrograma de Trabajo\tObjetivos específicos (2)\tAvance efectivo\tMedidas de la autoridad\tRecomendaciones\tResponsable\n"


def test_columnas_corridas_se_ponen_en_su_sitio_y_se_avisa() -> None:
    cuerpo = "Complementariedad\tUno.\tSe hizo.\tSe mandó.\tSeguir.\tÁrea A\nDos.\tSe hizo.\t\tSe mandó.\tSeguir.\tÁrea B\nTres.\tSe hizo.\tSe mandó.\tSeguir.\tÁrea C\n"
    leido = informe(CABEZA_2009 + AVANCE + cuerpo)
    (tabla,) = leido.tablas
    assert [(f.programa, f.objetivos, f.recomendaciones) for f in tabla.filas] == [
        ("Complementariedad", ("Uno.",), "Seguir."),
        ("Complementariedad", ("Dos.",), "Seguir."),
        ("Complementariedad", ("Tres.",), "Seguir."),
    ]
    dichas = [h.mensaje for h in leido.hallazgos if h.codigo == "LECTURA_DUDOSA"]
    assert [("corridas" in d, "programa de trabajo" in d) for d in dichas] == [(True, False), (False, True)]


def test_cifra_con_dos_lecturas_se_avisa_y_no_se_juzga() -> None:
    leido = informe(programa_2007((OBJETIVO, ("Abrir", "Cerrar"), ("40", "60.000"), ("Cumplido", "Cumplido"), ("40", "60"))))
    assert codigos(leido) == [("LECTURA_DUDOSA", 0, 1)]
    assert leido.cobertura.no_verificables["lectura_dudosa"] > 0
