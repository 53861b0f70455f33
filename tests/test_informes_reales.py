"""The real reports, by what a person reads in them (issue 2). Figures and places; never their sentences."""

from __future__ import annotations

import functools
from collections import Counter
from pathlib import Path

import pytest

from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe
from extractor.proceso import procesar

GRAVES = {"aritmetica", "cambia_decision"}


@functools.cache
def _leer(carpeta: Path, nombre: str) -> Informe:
    return procesar(carpeta / f"{nombre}.txt", f"{nombre}.txt", Declarado())


def test_sernam_2007_filas_actividades_y_bloques(informes_reales: Path) -> None:
    programa, avance = _leer(informes_reales, "sernam_2007_etapa3").tablas[:2]
    assert (programa.tipo, programa.region.alcance, programa.modo_ganada) == ("programa_trabajo", "TODAS", "por_actividad")
    assert [len(f.actividades) for f in programa.filas] == [2, 3, 2, 2, 4, 4, 8, 6, 4, 2]
    assert [b.filas for b in programa.bloques] == [(0, 1, 2), (3,), (4,), (5,), (6,), (7,), (8,), (9,)]
    assert {b.suma_ponderacion for b in programa.bloques} == {"100"}
    assert (avance.tipo, len(avance.filas)) == ("analisis_avance", 11)
    assert [r.unidad.nombre for r in avance.filas[3].responsables if r.unidad] == [
        "Departamento de Estudios y Capacitación",
        "Direcciones Regionales",
    ]


def test_sernam_2007_hallazgos(informes_reales: Path) -> None:
    informe = _leer(informes_reales, "sernam_2007_etapa3")
    graves = [(h.codigo, h.fila, h.actividad, h.informado, h.recalculado) for h in informe.hallazgos if h.gravedad in GRAVES]
    assert graves == [
        ("TOTAL_GANADA_NO_CUADRA", 5, None, "100", "50"),
        ("TOTAL_GANADA_NO_CUADRA", 7, None, "100", "85"),
        ("GANADA_NO_CORRESPONDE", 7, 0, "17", "16"),
        ("GANADA_NO_CORRESPONDE", 7, 1, "17", "16"),
    ]
    ausentes = [h for h in informe.hallazgos if h.codigo == "TOTAL_AUSENTE"]
    assert [[lugar.fila for lugar in h.lugares] for h in ausentes] == [[6, 9]]


def test_sernam_2007_veredicto_y_narracion_son_un_estado(informes_reales: Path) -> None:
    programa = _leer(informes_reales, "sernam_2007_etapa3").tablas[0]
    assert [(a.estado.valor, a.estado.declarado) for a in programa.filas[5].actividades if a.estado] == [
        ("CUMPLE", True),
        ("CUMPLE", True),
        ("PENDIENTE", False),
        ("PENDIENTE", False),
    ]
    assert [a.ponderacion_ganada.texto for a in programa.filas[5].actividades if a.ponderacion_ganada] == [
        "10",
        "40",
        "Pendiente",
        "Pendiente",
    ]


def test_subtrabajo_un_resbalo_por_region(informes_reales: Path) -> None:
    informe = _leer(informes_reales, "subtrabajo_2007_etapas3y4")
    programas = [t for t in informe.tablas if t.tipo == "programa_trabajo"]
    assert len(programas) == 14
    assert [t.modo_ganada for t in programas] == ["acumulada"] * 13 + ["sin_datos"]
    assert [t.region.codigos for t in programas[1:]] == [(f"{n:02d}",) for n in range(1, 14)]
    graves = [
        (programas.index(t), h.codigo, h.gravedad, h.actividad, h.informado, h.recalculado)
        for h in informe.hallazgos
        if h.gravedad in GRAVES
        for t in programas
        if t.id == h.tabla
    ]
    assert graves == [
        *((n, "ACUMULADO_NO_CUADRA", "aritmetica", 1, "32.5", "37.5") for n in (1, 2, 3, 4, 6, 7, 8, 9)),
        (11, "ACUMULADO_NO_CUADRA", "cambia_decision", 1, "50", "37.5"),
        (12, "ACUMULADO_NO_CUADRA", "aritmetica", 1, "32.5", "37.5"),
    ]
    assert [(b.suma_ganada_informada, b.suma_ganada_recalculada) for t in programas[1:3] for b in t.bloques] == [
        ("72.5", "77.5")
    ] * 2
    assert [h.codigo for h in informe.hallazgos if h.tabla == programas[13].id] == ["REGION_SIN_DATOS"]


def test_subtrabajo_los_pasos_siguientes_llevan_su_causa(informes_reales: Path) -> None:
    informe = _leer(informes_reales, "subtrabajo_2007_etapas3y4")
    raiz = next(h for h in informe.hallazgos if h.tabla == "t02" and h.codigo == "ACUMULADO_NO_CUADRA")
    arrastrados = [v for v in informe.verificaciones if v.tabla == "t02" and v.causa == raiz.huella]
    assert [v.actividad for v in arrastrados] == [2, 3, 4, 5]
    assert {v.resultado for v in arrastrados} == {"NO_CUADRA"}


def test_subtrabajo_nivel_central_empareja_por_su_numero(informes_reales: Path) -> None:
    central = _leer(informes_reales, "subtrabajo_2007_etapas3y4").tablas[0]
    actividades = central.filas[0].actividades
    assert central.region.alcance == "NIVEL_CENTRAL"
    assert [a.texto is not None for a in actividades] == [False, False, True, True, True]
    assert {a.alineacion["ponderacion"] for a in actividades} == {"segura"}
    assert {a.alineacion.get("texto") for a in actividades} == {"dudosa"}


def test_subtrabajo_etapa_4(informes_reales: Path) -> None:
    tablas = _leer(informes_reales, "subtrabajo_2007_etapas3y4").tablas
    evaluacion = {t.tipo: t for t in tablas if t.etapa == 4}
    assert list(evaluacion) == ["evaluacion_objetivos", "evaluacion_productos", "brechas", "contribucion", "sistema_informacion"]
    assert [f.estado.valor for f in evaluacion["evaluacion_objetivos"].filas if f.estado] == ["PARCIAL", "PARCIAL", "CUMPLE"]
    assert {t.region.alcance for t in evaluacion.values()} == {"TODAS"}


def test_antofagasta_filas_enteras_y_sumas(informes_reales: Path) -> None:
    informe = _leer(informes_reales, "sernam_antofagasta_2009_etapa3")
    assert [(t.tipo, t.programa, len(t.filas)) for t in informe.tablas] == [
        ("programa_trabajo", "diseno_acceso", 14),
        ("instancias", "complementariedad", 6),
        ("programa_trabajo", "complementariedad", 10),
        ("programa_trabajo", "informacion", 3),
        ("analisis_avance", None, 33),
    ]
    sumas = [(h.tabla, h.codigo, h.gravedad, h.informado, h.recalculado) for h in informe.hallazgos if h.campo == "ponderacion"]
    assert [s for s in sumas if s[1] != "FORMATO_NUMERO_MIXTO"] == [
        ("t01", "PONDERACIONES_NO_SUMAN_100", "aviso", "100", "3.5"),
        ("t03", "PONDERACIONES_NO_SUMAN_100", "aviso", "100", "2.75"),
        ("t04", "PROGRAMA_NO_CUADRA", "aritmetica", "2.5", "4.5"),
    ]
    assert Counter(h.tabla for h in informe.hallazgos if h.codigo == "SIN_RESULTADOS") == {"t01": 1, "t03": 1}
    assert [f.ponderacion.valor for f in informe.tablas[2].filas if f.ponderacion] == ["0.50"] + ["0.25"] * 9


def test_antofagasta_une_lo_que_cortan_las_paginas(informes_reales: Path) -> None:
    informe = _leer(informes_reales, "sernam_antofagasta_2009_etapa3")
    cuarta, novena = informe.tablas[0].filas[3], informe.tablas[0].filas[8]
    assert cuarta.indicador and cuarta.indicador.endswith("Meta: 100% de 2")
    assert cuarta.medio and cuarta.medio.endswith("Antofagasta y calama 100%")
    assert [o.linea_inicio for o in cuarta.origen.lugares] == [20, 23]
    assert novena.objetivos[0].startswith("Entregar asesoría") and novena.objetivos[0].endswith("de género")
    programas = Counter(f.programa for f in informe.tablas[4].filas)
    assert list(programas.values()) == [24, 6, 3]


def test_sence_capitulos_secciones_y_grados(informes_reales: Path) -> None:
    informe = _leer(informes_reales, "sence_2007_etapa4")
    secciones = {s.id: s for s in informe.secciones}
    capitulos = [s for s in informe.secciones if s.nivel == "capitulo"]
    evaluadas = [s for s in informe.secciones if "desarrollo" in s.campos]
    assert (len(capitulos), len(evaluadas)) == (14, 55)
    assert [s.numero for s in informe.secciones if s.padre and secciones[s.padre].numero == "3"] == ["1", "2", "3"]

    def de(codigo: str) -> list[str]:
        propias = [s for s in evaluadas if s.region and s.region.codigos == (codigo,)]
        return [s.campos["grado_avance"] for s in propias]

    assert de("01") == ["MENOR", "MAYOR", "SIN_DATO", "SIN_DATO"]
    assert de("02") == ["MENOR", "MENOR", "MENOR", "SIN_DATO"]
    assert de("04") == ["MENOR", "MENOR", "SIN_AVANCE", "SIN_DATO"]
    assert de("08") == ["MAYOR", "MENOR", "SIN_DATO", "SIN_DATO"]
    assert de("09") == ["MAYOR", "MENOR", "MENOR", "SIN_DATO"]
    central = [s for s in evaluadas if s.region and s.region.alcance == "NIVEL_CENTRAL"]
    assert [(s.numero, s.campos["grado_avance"]) for s in central] == [(n, "NO_APLICA") for n in ("1.1", "1.2", "1.3")]
    vacias = [h for h in informe.hallazgos if h.codigo == "SECCION_VACIA"]
    assert [secciones[h.tabla or ""].numero for h in vacias] == ["1.2", "1.3", "2.1"]
    assert sum(h.codigo == "SECCION_AUSENTE" for h in informe.hallazgos) == 1


def test_guia_secciones_y_campos(informes_reales: Path) -> None:
    informe = _leer(informes_reales, "sernam_2009_guia_genero")
    ficha = informe.documento
    assert (ficha.tipo, ficha.anio, ficha.etapas, len(ficha.notas)) == ("guia", 2009, (), 5)
    principales = [s for s in informe.secciones if s.padre is None and (s.numero or "").isdigit()]
    assert [s.numero for s in principales] == [str(n) for n in range(1, 11)]
    por_numero = {s.numero: s for s in informe.secciones if s not in informe.secciones[:4]}
    assert len(por_numero["4"].campos["definiciones"]) == 12
    assert sum(len(s.campos.get("responsabilidades", ())) for s in informe.secciones) == 4
    assert [len(por_numero[f"6.2.{n}"].campos.get("actividades", ())) for n in (1, 2, 4)] == [5, 2, 6]
    assert len(por_numero["9"].campos["registros"]) == 6
    assert por_numero["6.1"].texto is None
    normas = {(n["tipo"], n["numero"]) for n in por_numero["Anexo 2"].campos["normas"]}
    assert {("ley", "19.553"), ("decreto", "475"), ("ley", "20.212"), ("instructivo", "15")} <= normas | {
        (t, n.lstrip("0") if n else n) for t, n in normas
    }
    assert informe.cobertura.descartadas > 400


@pytest.mark.parametrize(
    ("nombre", "codigo"),
    [("sernam_2007_etapa3", "sernam"), ("subtrabajo_2007_etapas3y4", "subtrabajo"), ("sence_2007_etapa4", "sence")],
)
def test_servicio_del_informe(informes_reales: Path, nombre: str, codigo: str) -> None:
    servicio = _leer(informes_reales, nombre).documento.servicio
    assert servicio is not None and servicio.codigo == codigo
