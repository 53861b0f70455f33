"""Titles of programmes, rows of totals, lines of performance and declared weights under words of the service's own."""

from __future__ import annotations

import pytest
from ayudas_texto import celda, informe

from extractor.modelo.informe import Informe
from extractor.modelo.tabla import Tabla

ETAPA = "<p>SERVICIO AGRÍCOLA Y GANADERO</p><p>ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2009</p>"
REGION = "<p>Región: Aysén</p>"
CABEZA = ("Objetivos", "Indicador", "Meta anual o actividades comprometidas", "Medio de verificación", "Ponderación", "Cumple", "Ponderación ganada")
FILAS = (
    ("Vacunar", "Dosis", "- Comprar dosis<br>- Poner dosis", "Planilla", "50", "Sí", "50"),
    ("Fiscalizar", "Visitas", "- Fijar rutas<br>- Hacer visitas", "Actas", "30", "Sí", "30"),
    ("Difundir", "Charlas", "- Invitar vecinos<br>- Dar charlas", "Listas", "20", "No", "0"),
)
CABEZA_INFORMACION = ("Objetivo", "Actividad", "Ponderación (%)", "Medio de verificación")
INFORMACION = (("Medir", "Levantar datos", "1,5", "Base"), ("Medir", "Publicar datos", "2,5", "Boletín"))


def _tabla(*filas: tuple[str, ...], cabeza: str = "") -> str:
    cuerpo = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in f)}</tr>" for f in filas)
    return f"<table border='1'>{cabeza}{cuerpo}</table>"


def _leer(*partes: str) -> Informe:
    return informe(f"<html><body>{''.join(partes)}</body></html>", "x.html")


def _programas(leido: Informe) -> list[Tabla]:
    return [t for t in leido.tablas if t.tipo == "programa_trabajo"]


def _graves(leido: Informe) -> list[tuple[str, str | None, str | None]]:
    return [(h.codigo, h.informado, h.recalculado) for h in leido.hallazgos if h.gravedad != "aviso"]


@pytest.mark.parametrize("rotulo", ["Puntos reunidos", "Balance de la región", "Cómputo final", "Acumulado 2009", "Σ", "Nota de la región"])
@pytest.mark.parametrize("sitio", [0, 2])
def test_la_ultima_fila_cierra_con_palabras_de_suma(rotulo: str, sitio: int) -> None:
    """The printed 90 is a total over what adds up to 80, wherever its label stands."""
    cierre = ["", "", "", "", "100", "", "90"]
    cierre[sitio] = rotulo
    leido = _leer(ETAPA, REGION, _tabla(CABEZA, *FILAS, tuple(cierre)))
    assert _graves(leido) == [("TOTAL_GANADA_NO_CUADRA", "90", "80")]
    assert len(_programas(leido)[0].filas) == 3


def test_cierra_solo_con_lo_ganado() -> None:
    leido = _leer(ETAPA, REGION, _tabla(CABEZA, *FILAS, ("", "", "Puntaje reunido", "", "", "", "90")))
    assert _graves(leido) == [("TOTAL_GANADA_NO_CUADRA", "90", "80")]


@pytest.mark.parametrize("rotulo", ["En la región", "La zona junta", "Lo que obtuvo la oficina", "En todo el servicio"])
@pytest.mark.parametrize("peso", ["100", ""])
def test_cierra_con_el_nombre_del_todo(rotulo: str, peso: str) -> None:
    """Whether it prints both totals or the earned one alone."""
    leido = _leer(ETAPA, REGION, _tabla(CABEZA, *FILAS, (rotulo, "", "", "", peso, "", "90")))
    assert _graves(leido) == [("TOTAL_GANADA_NO_CUADRA", "90", "80")]
    assert len(_programas(leido)[0].filas) == 3
    assert not {h.codigo for h in leido.hallazgos} & {"LECTURA_DUDOSA", "FILA_INCOMPLETA"}


@pytest.mark.parametrize(("peso", "estado"), [("20", ""), ("100", "Sí")])
def test_el_nombre_del_todo_con_un_peso_de_parte_o_un_estado_no_cierra(peso: str, estado: str) -> None:
    leido = _leer(ETAPA, REGION, _tabla(CABEZA, *FILAS, ("En la región", "", "", "", peso, estado, "")))
    assert len(_programas(leido)[0].filas) == 4


@pytest.mark.parametrize("texto", ["Cierre de la mesa rural", "Puntos de venta habilitados", "Balance", "Cierre del programa", "Suma de esfuerzos"])
def test_una_actividad_que_empieza_como_un_cierre(texto: str) -> None:
    """Its weight is a part's: it stays an activity, whatever its words."""
    filas = (("Vacunar", "Dosis", "Poner dosis", "Planilla", "50", "Sí", "50"), ("Difundir", "Charlas", "Dar charlas", "Listas", "20", "Sí", "20"))
    leido = _leer(ETAPA, REGION, _tabla(CABEZA, *filas, ("", "", texto, "", "30", "", "")))
    assert not {c for c, _, _ in _graves(leido)} & {"TOTAL_PONDERACION_NO_CUADRA", "TOTAL_GANADA_NO_CUADRA"}
    assert len(_programas(leido)[0].filas) == 3


def test_una_frase_larga_junto_al_entero_se_duda() -> None:
    leido = _leer(ETAPA, REGION, _tabla(CABEZA, *FILAS, ("", "", "Lo que vale cuanto se comprometió", "", "100", "", "90")))
    assert _graves(leido) == []
    assert [h.fila for h in leido.hallazgos if h.codigo == "LECTURA_DUDOSA"] == [3]


@pytest.mark.parametrize(
    ("rotulo", "valor"),
    [
        ("Calificación anual de la región (%)", "95"),
        ("Grado de cumplimiento final de la región", "95%"),
        ("Logro de la región en este programa", "95%"),
        ("Puntuación final de la región", "95 %"),
    ],
)
def test_desempeno_con_otros_nombres(rotulo: str, valor: str) -> None:
    for bajo in (_tabla((rotulo, valor)), f"<p>{rotulo}: {valor}</p>"):
        leido = _leer(ETAPA, REGION, _tabla(CABEZA, *FILAS), bajo)
        assert _graves(leido) == [("DESEMPENO_REGION_NO_CUADRA", "95", "80")]


@pytest.mark.parametrize("rotulo", ["Dictamen del servicio", "Evaluación final del servicio", "Resultado de la institución en este programa"])
def test_veredicto_del_servicio_con_otros_nombres(rotulo: str) -> None:
    leido = _leer(ETAPA, REGION, _tabla(CABEZA, *FILAS), _tabla((rotulo, "CUMPLE")))
    assert _graves(leido) == [("DESEMPENO_SERVICIO_NO_CUADRA", "CUMPLE", "NO CUMPLE")]


@pytest.mark.parametrize(
    ("rotulo", "valor"),
    [
        ("Resultado anual de la región en el indicador", "95%"),
        ("Puntaje de la región en transparencia", "95%"),
        ("Situación del servicio", "Sí"),
        ("Logro anual de la región", "0.95"),
        ("Avance anual de la región", "95%"),
    ],
)
def test_lo_que_no_es_seguro_que_sea_el_desempeno_se_dice(rotulo: str, valor: str) -> None:
    leido = _leer(ETAPA, REGION, _tabla(CABEZA, *FILAS), f"<p>{rotulo}: {valor}</p>")
    desempeno = _programas(leido)[0].desempeno
    assert _graves(leido) == [] and (desempeno is None or desempeno.region is None)
    assert "LECTURA_DUDOSA" in {h.codigo for h in leido.hallazgos}


def test_desempeno_como_fraccion_de_un_programa_en_fracciones() -> None:
    partes = [(*f[:4], f"0.{f[4]}", f[5], "0" if f[6] == "0" else f"0.{f[6]}") for f in FILAS]
    leido = _leer(ETAPA, REGION, _tabla(CABEZA, *partes), "<p>Logro anual de la región: 0.95</p>")
    assert _graves(leido) == [("DESEMPENO_REGION_NO_CUADRA", "0.95", "0.8")]


@pytest.mark.parametrize(
    ("titulo", "programa"),
    [
        ("a) Mejoras de diseño, de acceso y de distribución", "diseno_acceso"),
        ("II. COMPLEMENTARIEDAD CON OTROS SERVICIOS", "complementariedad"),
        ("Tercer programa: entrega de información", "informacion"),
        ("Antecedentes e información de contacto", None),
        ("Programas de diseño, acceso y complementariedad", None),
        ("Observaciones al programa de complementariedad", None),
    ],
)
def test_programa_por_su_titulo(titulo: str, programa: str | None) -> None:
    banda = f"<tr><td colspan='7'>{titulo}</td></tr>"
    for partes in (
        (f"<p>{titulo}</p>", REGION, _tabla(CABEZA, *FILAS)),
        (f"<h2>{titulo}</h2>", REGION, _tabla(CABEZA, *FILAS)),
        (REGION, _tabla(CABEZA, *FILAS, cabeza=banda)),
        (_tabla((titulo, "Región de Aysén")), _tabla(CABEZA, *FILAS)),
    ):
        (tabla,) = _programas(_leer(ETAPA, *partes))
        assert (tabla.programa, tabla.region.codigos) == (programa, ("11",))


def test_una_lista_de_programas_no_es_titulo_de_ninguno() -> None:
    indice = "<p>1. Diseño, acceso y distribución</p><p>2. Complementariedad territorial</p>"
    (tabla,) = _programas(_leer(ETAPA, indice, REGION, _tabla(CABEZA, *FILAS)))
    assert tabla.programa is None


def test_otra_tabla_de_la_region_puede_ser_de_otro_programa() -> None:
    """The first programme earns 80 and the second 100, which is why its verdict is right."""
    otras = tuple((*f[:5], "Sí", f[4]) for f in FILAS)
    primera, segunda = _tabla(CABEZA, *FILAS), _tabla(CABEZA, *otras)
    veredictos = (_tabla(("Desempeño del servicio", "NO CUMPLE")), _tabla(("Desempeño del servicio", "CUMPLE")))
    sin_nombre = _leer(ETAPA, "<p>Diseño, acceso y distribución</p>", REGION, primera, veredictos[0], "<p>Lo segundo</p>", REGION, segunda, veredictos[1])
    con_nombre = _leer(
        ETAPA, "<p>Diseño y acceso</p>", REGION, primera, veredictos[0], "<p>Complementariedad</p>", REGION, segunda, veredictos[1]
    )
    assert [t.programa for t in _programas(sin_nombre)] == ["diseno_acceso", None]
    assert [t.programa for t in _programas(con_nombre)] == ["diseno_acceso", "complementariedad"]
    assert _graves(sin_nombre) == _graves(con_nombre) == []
    nadie = _leer(ETAPA, REGION, primera, veredictos[0], "<p>Lo segundo</p>", REGION, segunda, veredictos[1])
    assert [t.programa for t in _programas(nadie)] == [None, None]
    assert _graves(nadie) == []


@pytest.mark.parametrize(
    "linea",
    ["Peso de este programa: 5%", "El programa vale 5 %", "Aporte del programa al total: 5%", "El peso de este programa es 5%", "Peso del programa en el PMG (%): 5"],
)
def test_peso_declarado_con_otras_palabras(linea: str) -> None:
    titulo = "<p>Actividad III. 3. Programa de trabajo para proveer de información</p>"
    paginas = [_leer(ETAPA, titulo, REGION, f"<p>{linea}</p>", _tabla(CABEZA_INFORMACION, *INFORMACION))]
    paginas.append(_leer(ETAPA, titulo, _tabla(("Región: Aysén", linea)), _tabla(CABEZA_INFORMACION, *INFORMACION)))
    lineas = "".join(celda(c) for f in (CABEZA_INFORMACION, *INFORMACION) for c in f)
    paginas.append(
        informe(f"ETAPA 3: IMPLEMENTACIÓN 2009\n\nActividad III. 3. Programa para proveer de información\n\n\tRegión: Aysén\n\n\t{linea}\n\n{lineas}\n")
    )
    for leido in paginas:
        (tabla,) = _programas(leido)
        assert tabla.ponderacion_declarada is not None and len(tabla.filas) == 2
        assert ("PROGRAMA_NO_CUADRA", tabla.ponderacion_declarada.valor, "4") in _graves(leido)


@pytest.mark.parametrize(
    "linea", ["Avance de este programa: 5%", "Valor del programa: $5.000", "Peso de la carga en el total: 5%", "Este programa ahorra 5% del total"]
)
def test_lo_que_no_es_peso_declarado(linea: str) -> None:
    titulo = "<p>Actividad III. 3. Programa de trabajo para proveer de información</p>"
    (tabla,) = _programas(_leer(ETAPA, titulo, REGION, f"<p>{linea}</p>", _tabla(CABEZA_INFORMACION, *INFORMACION)))
    assert tabla.ponderacion_declarada is None


def test_columnas_de_personas_en_un_encabezado_de_dos_filas() -> None:
    arriba = "".join(f"<td{'' if c != 'Personas' else ' colspan=3'}{' rowspan=2' if c != 'Personas' else ''}>{c}</td>" for c in (*CABEZA[:2], "Personas", *CABEZA[2:]))
    filas = [(*f[:2], "10", "20", "30", *f[2:]) for f in FILAS]
    dos = f"<tr>{arriba}</tr><tr><td>Mujeres</td><td>Hombres</td><td>Total</td></tr>"
    leido = _leer(ETAPA, REGION, _tabla(*filas, cabeza=dos))
    (tabla,) = _programas(leido)
    assert [(f.ponderacion.valor if f.ponderacion else None, len(f.actividades)) for f in tabla.filas] == [("50", 2), ("30", 2), ("20", 2)]
    assert [h.codigo for h in leido.hallazgos] == []


@pytest.mark.parametrize("titulo", ["Lo realizado en la XI Región de Aysén", "Avance 2009 en la XI Región", "Informe de la Región de Aysén, año 2009"])
def test_region_dentro_de_un_titulo(titulo: str) -> None:
    (tabla,) = _programas(_leer(ETAPA, f"<h2>{titulo}</h2>", _tabla(CABEZA, *FILAS)))
    assert tabla.region.codigos == ("11",)


@pytest.mark.parametrize(
    "rotulos",
    [
        ("Desarrollo que tuvo en el año", "Qué conviene mejorar en 2009"),
        ("Lo realizado durante 2008", "Mejoras para el próximo año"),
        ("Análisis de lo alcanzado", "Orientaciones para 2009"),
    ],
)
def test_secciones_de_la_evaluacion_con_otros_rotulos(rotulos: tuple[str, str]) -> None:
    cuerpo = "".join(
        f"<p>{n} {t}</p>" + _tabla(rotulos, ("<p>Se ordenó la oferta por comuna.</p><p>Grado de avance: menor</p>", "Continuar en marzo"))
        for n, t in (("1.1", "Perspectiva territorial del programa"), ("1.2", "Articulación territorial"))
    )
    leido = _leer("<p>ETAPA N°4 - EVALUACIÓN 2008</p><p>OFICINA REGIONAL: MAULE</p>", cuerpo)
    secciones = [s for s in leido.secciones if s.nivel == "seccion"]
    assert [s.campos.get("grado_avance") for s in secciones] == ["MENOR", "MENOR"]
