"""Families as data: malformed files name file and line, headers in other words, ties, a family nobody knows."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from ayudas_texto import CABEZA, celda, informe

from extractor.errores import ErrorPatron
from extractor.formatos.carga import cargar_archivo, cargar_patrones
from extractor.formatos.plantillas import casa, valor_tras
from extractor.formatos.reconocedor import reconocer
from extractor.lectores import leer_bytes
from extractor.proceso import probar_patrones

MINIMO = """id: nueva
nombre: Nueva
hereda: [_base_gt]
tipo: implementacion
reconoce:
  requiere: ["informe nuevo"]
ejemplos:
  acepta:
    - texto: "Informe nuevo 2008"
  rechaza:
    - texto: "Otra cosa"
      motivo: no lo es
"""


def test_cada_ejemplo_de_las_familias_se_cumple() -> None:
    resultados = probar_patrones(None)
    assert len(resultados) > 10
    assert [r for r in resultados if not r[2]] == []


def test_un_archivo_bien_escrito(tmp_path: Path) -> None:
    (tmp_path / "nueva.yaml").write_text(MINIMO, "utf-8")
    assert cargar_archivo(tmp_path / "nueva.yaml").titulos
    assert all(r[2] for r in probar_patrones(tmp_path / "nueva.yaml"))


@pytest.mark.parametrize(
    ("antes", "despues", "linea", "dice"),
    [
        ("nombre: Nueva", "nombres: Nueva", 2, "nombre"),
        ("tipo: implementacion", "tipo: implementasion", 4, "implementacion"),
        ("  requiere:", "  requeire:", 6, "requiere"),
        ("hereda: [_base_gt]", "hereda: [nadie]", None, "nadie"),
        ("id: nueva", "id: otra", None, "otra"),
        ("id: nueva", "id: nueva\nid: nueva", 2, "repetida"),
        ("      motivo: no lo es", "", None, "motivo"),
        ("reconoce:", "reconoce: [", None, "YAML"),
    ],
)
def test_un_error_nombra_archivo_y_linea(tmp_path: Path, antes: str, despues: str, linea: int | None, dice: str) -> None:
    assert antes in MINIMO
    (tmp_path / "nueva.yaml").write_text(MINIMO.replace(antes, despues), "utf-8")
    with pytest.raises(ErrorPatron) as error:
        cargar_archivo(tmp_path / "nueva.yaml")
    assert error.value.archivo == "nueva.yaml"
    assert dice in str(error.value)
    if linea is not None:
        assert error.value.linea == linea


def test_cada_familia_tiene_una_muestra(corpus: Path) -> None:
    from extractor.modelo.declarado import Declarado
    from extractor.proceso import procesar

    muestras = sorted((corpus / "txt").glob("*_etapa*.txt")) + sorted((corpus / "txt").glob("*guia*.txt"))
    vistas = {procesar(m, m.name, Declarado()).documento.patron for m in muestras}
    assert {p.id for p in cargar_patrones()} <= vistas | {"e4_2007"}  # told together with its Etapa 3: dibam


@pytest.mark.parametrize(
    ("plantilla", "linea", "valor"),
    [
        ("objetivo {n}{numero}", "OBJETIVO Nª01: LA INSTITUCION", "LA INSTITUCION"),
        ("etapa {n}{numero}{fin}", "Etapa N°4", ""),
        ("region{fin}", "REGIÓN: 1ª Región", "1ª Región"),
        ("region{fin}", "Región de Antofagasta", None),
        ("actividad {numero2}", "Actividad III. 2.1: Programa", "Programa"),
        ("actividad {numero2}", "Actividad 3: difundir", None),
        ("servicio:{texto}", "SERVICIO:  Dirección del Trabajo ", "Dirección del Trabajo"),
    ],
)
def test_plantillas(plantilla: str, linea: str, valor: str | None) -> None:
    assert (valor_tras(plantilla, linea) if casa(plantilla, linea) else None) == valor


@pytest.mark.parametrize(
    "encabezado",
    [
        ("Actividades", "Peso de la actividad", "Estado de cumplimiento", "Ponderación obtenida"),
        ("Acciones comprometidas", "Pond. (%)", "Cumple (si/no)", "Pond. lograda"),
        ("ACTIVIDADES PROGRAMADAS", "PONDERACION ASIGNADA", "GRADO DE CUMPLIMIENTO", "PUNTAJE OBTENIDO"),
        ("Activdades", "Ponderacón", "Cumple/ no cumple (9)", "Ponderación ganda"),
    ],
)
def test_otros_encabezados(encabezado: tuple[str, ...]) -> None:
    texto = (
        CABEZA.format(region="II Región")
        + "".join(celda(c) for c in encabezado)
        + celda("Abrir")
        + celda("100")
        + celda("Cumple")
        + celda("100")
    )
    (tabla,) = informe(texto).tablas
    assert [c.rol for c in tabla.columnas] == ["actividad", "ponderacion", "estado", "ponderacion_ganada"]
    assert tabla.filas[0].actividades[0].texto == "Abrir"


def test_otro_orden_y_una_columna_desconocida() -> None:
    columnas = ("Responsable", "Ponderación", "Presupuesto", "Actividades", "Ponderación ganada")
    fila = ("Área social", "100", "$42.000", "Abrir", "100")
    texto = CABEZA.format(region="RM") + "".join(celda(c) for c in (*columnas, *fila))
    (tabla,) = informe(texto).tablas
    assert [c.rol for c in tabla.columnas] == ["responsable", "ponderacion", "otro", "actividad", "ponderacion_ganada"]
    assert tabla.filas[0].celdas == fila


def test_nada_conocido_se_dice_y_no_se_adivina() -> None:
    leido = informe("Acta de reunión\n\nSe acordó todo.\n")
    assert leido.documento.patron is None
    assert leido.documento.estado == "parcial"
    assert [h.codigo for h in leido.hallazgos] == ["FORMATO_DESCONOCIDO"]


def test_sin_titulos_la_familia_se_dice_por_su_formulario() -> None:
    filas = "Ordenar\tAbrir\t40%\tSI\t40%\nOrdenar\tCerrar\t60%\tNO\t0%\nTotal\t\t100%\t\t40%\n"
    leido = informe(
        f"Programas de Trabajo GT 2008\n\nRegión: Los Ríos\nObjetivo\tActividad\tPeso\tCumplimiento\tPeso obtenido\n{filas}"
    )
    assert (leido.documento.patron, leido.documento.anio, leido.documento.tipo) == ("e3_2007_apilado", 2008, "implementacion")
    assert leido.hallazgos == ()


def test_regiones_como_filas_de_una_sola_tabla() -> None:
    filas = "Región: I de Tarapacá\t\t\nUno\t100\t100\nRegión: II de Antofagasta\t\t\nUno\t100\t0\n"
    leido = informe(f"ETAPA 3: PROGRAMA 2007\nActividad 1.1: Programa\nActividades\tPond. actividad\tPonderación ganada\n{filas}")
    assert [(t.region.codigos, len(t.filas)) for t in leido.tablas] == [(("01",), 1), (("02",), 1)]


def test_tabla_sin_marcas_de_celda_se_avisa() -> None:
    leido = informe(
        CABEZA.format(region="Todas").replace("\t", "")
        + "Actividades\nPonderación\nCumple o No cumple\nPonderación ganada\nAbrir\nCumplido\n100\n"
    )
    assert leido.tablas == ()
    assert [h.codigo for h in leido.hallazgos] == ["LECTURA_DUDOSA"]
    assert (leido.cobertura.tablas, leido.cobertura.tablas_reconocidas) == (1, 0)


def test_una_sexta_familia_es_un_archivo(tmp_path: Path, raiz: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The manual's own example: other header words and order, one activity per row, other words of fulfilment, weights
    that sum 50. Nothing but the file is added."""
    manual = (raiz / "docs" / "patrones.md").read_text("utf-8")
    archivo = manual.split("```yaml\n")[1].split("```")[0]
    carpeta = tmp_path / "patrones"
    shutil.copytree(raiz / "patrones", carpeta)
    (carpeta / "formatos" / "plan_social.yaml").write_text(archivo, "utf-8")
    monkeypatch.setenv("EXTRACTOR_PATRONES", str(carpeta))
    cargar_patrones.cache_clear()
    try:
        leido = informe(
            "Informe del plan social 2008\n\nRegión: Aysén\n\nValor\tTarea encomendada\tSituación final\tValor reconocido\n"
            "20\tAbrir la sede\tLogrado\t20\n30\tAtender los sábados\tNo logrado\t30\n5\tRendir cuentas\tLogrado\t5\n"
        )
    finally:
        cargar_patrones.cache_clear()
    assert (leido.documento.patron, leido.documento.anio) == ("plan_social", 2008)
    (tabla,) = leido.tablas
    assert (tabla.region.codigos, tabla.regimen) == (("11",), "plan_social_50")
    estados = [a.estado.valor for f in tabla.filas for a in f.actividades if a.estado]
    assert estados == ["CUMPLE", "NO_CUMPLE", "CUMPLE"]
    assert [(h.codigo, h.fila, h.informado, h.recalculado) for h in leido.hallazgos] == [
        ("PONDERACIONES_NO_SUMAN_100", None, "50", "55"),
        ("GANADA_NO_CORRESPONDE", 1, "30", "0"),
    ]


PROPIA = """id: {id}
nombre: {id}
hereda: [_base_gt]
tipo: implementacion
etapas: [{etapa}]
reconoce:
  requiere: ["{titulo}"]
estados:
  CUMPLE: ["{palabra}"]
tablas:
  - id: {id}_tabla
    tipo: programa_trabajo
    pesa: actividad
    columnas:
      - {{rol: actividad}}
      - {{rol: ponderacion}}
      - {{rol: estado}}
    requiere: [actividad, ponderacion]
ejemplos:
  acepta:
    - texto: "{titulo}"
  rechaza:
    - texto: "Otra cosa"
      motivo: no lo es
"""


def test_dos_familias_en_un_documento_guardan_cada_una_sus_palabras(tmp_path: Path) -> None:
    """Stage 3 and stage 4 in one file: both families' words for the same value are known."""
    datos = (("ejecucion", 3, "Informe de ejecución", "Logrado"), ("balance", 4, "Informe de balance", "Zanjado"))
    familias = []
    for nombre, etapa, titulo, palabra in datos:
        (tmp_path / f"{nombre}.yaml").write_text(PROPIA.format(id=nombre, etapa=etapa, titulo=titulo, palabra=palabra), "utf-8")
        familias.append(cargar_archivo(tmp_path / f"{nombre}.yaml"))
    texto = "Informe de ejecución\n\nInforme de balance\n\nActividades\tPonderación\tEstado\n"
    reconocido = reconocer(leer_bytes(texto.encode("utf-8"), "dos.txt"), tuple(familias))
    assert reconocido.patron is not None
    assert {valor: sorted(palabras) for valor, palabras in reconocido.estados.items()} == {"CUMPLE": ["Logrado", "Zanjado"]}
