"""Evaluations told in a table whose rows carry each its grade: an objective a row, the region in a heading or in a column."""

from __future__ import annotations

import pytest
from ayudas_partes import Filas, docx, html, texto

from extractor.modelo.informe import Informe

CUARTA = ("Servicio Agrícola y Ganadero", "Gestión Territorial 2008", "ETAPA 4: EVALUACIÓN DE RESULTADOS")
CABEZA = ("Objetivo", "Desarrollo alcanzado", "Grado de avance", "Recomendaciones")
UNA: Filas = (
    CABEZA,
    ("1. Pintar los faros", "Todos alumbran desde mayo.", "Mayor", "Repetir cada dos años."),
    ("2. Fondear las boyas", "Dos se perdieron en el temporal; el avance es menor.", "Menor", "Comprar cadenas nuevas."),
)
OTRA: Filas = (
    CABEZA,
    ("1. Pintar los faros", "Faltó la isla, por lo que el avance es menor.", "Mayor", "Arrendar una lancha."),
    ("2. Fondear las boyas", "Se fondearon seis boyas.", "", "Revisarlas en junio."),
)
FORMATOS = pytest.mark.parametrize("leer", [html, docx, texto])
MARCADOS = pytest.mark.parametrize("leer", [html, docx])


def _filas(leido: Informe) -> list[tuple[str | None, str | None, tuple[str, ...] | None, object]]:
    return [
        (s.numero, s.titulo, s.region.codigos if s.region else None, s.campos.get("grado_avance"))
        for s in leido.secciones
        if s.nivel == "seccion" and s.campos
    ]


def _hallados(leido: Informe) -> list[tuple[str, str | None]]:
    titulos = {s.id: s.titulo for s in leido.secciones}
    return sorted((h.codigo, titulos.get(h.tabla or "")) for h in leido.hallazgos)


@FORMATOS
@pytest.mark.parametrize("rotulos", [
    ("Región de Coquimbo", "Región de Los Lagos"), ("II.1 Región de Coquimbo", "II.2 Región de Los Lagos"),
    ("2.1 Región de Coquimbo", "2.2 Región de Los Lagos"), ("Dirección Regional: Coquimbo", "Dirección Regional: Los Lagos"),
])  # fmt: skip
def test_una_tabla_por_region(leer, rotulos: tuple[str, str]) -> None:  # type: ignore[no-untyped-def]
    """They were taken for another form, without region, and the family was not known."""
    leido = leer(*CUARTA, "II. Evaluación por región", rotulos[0], UNA, rotulos[1], OTRA, "III. Conclusiones", "El año fue ventoso para todos los equipos.")
    assert (leido.documento.tipo, leido.documento.estado, leido.tablas) == ("evaluacion", "ok", ())
    assert _filas(leido) == [
        ("1", "Pintar los faros", ("04",), "MAYOR"), ("2", "Fondear las boyas", ("04",), "MENOR"),
        ("1", "Pintar los faros", ("10",), "MENOR"), ("2", "Fondear las boyas", ("10",), "SIN_DATO"),
    ]  # fmt: skip
    assert not any("Región" in (s.texto or "") for s in leido.secciones)
    assert _hallados(leido) == [("GRADO_AUSENTE", "Fondear las boyas"), ("GRADO_CONTRADICTORIO", "Pintar los faros")]
    (contradice,) = [h for h in leido.hallazgos if h.codigo == "GRADO_CONTRADICTORIO"]
    assert "«Mayor»" in contradice.mensaje and "menor" in contradice.mensaje


POR_REGION: Filas = (
    ("Región", *CABEZA),
    ("Coquimbo", "Faros", "Todos alumbran.", "Avance mayor", "Repetir cada dos años."),
    ("", "Boyas", "Dos se perdieron en el temporal.", "Avance menor", "Comprar cadenas."),
    ("Los Lagos", "Faros", "No hubo lancha.", "Avance menor", "Arrendar una."),
    ("", "Boyas", "Se fondearon seis.", "Avance mayor", "Revisarlas en junio."),
)
POR_REGION_LEIDAS = [
    (None, "Faros", ("04",), "MAYOR"), (None, "Boyas", ("04",), "MENOR"),
    (None, "Faros", ("10",), "MENOR"), (None, "Boyas", ("10",), "MAYOR"),
]  # fmt: skip


@MARCADOS
@pytest.mark.parametrize("sujeto", ["Objetivo", "Objetivo específico", "Aspecto evaluado"])
def test_la_region_en_una_columna(leer, sujeto: str) -> None:  # type: ignore[no-untyped-def]
    """The rows of a region were one section, whose grades contradicted one another."""
    filas = (tuple(sujeto if c == "Objetivo" else c for c in POR_REGION[0]), *POR_REGION[1:])
    leido = leer(*CUARTA, filas)
    assert _filas(leido) == POR_REGION_LEIDAS
    assert (leido.documento.tipo, leido.documento.estado, leido.hallazgos) == ("evaluacion", "ok", ())


@MARCADOS
def test_el_objetivo_escrito_una_vez_para_sus_regiones(leer) -> None:  # type: ignore[no-untyped-def]
    filas: Filas = (
        ("Objetivo", "Región", "Desarrollo alcanzado", "Grado de avance", "Recomendaciones"),
        ("1. Pintar los faros", "Coquimbo", "Todos alumbran.", "Mayor", "Repetir."),
        ("", "Los Lagos", "No hubo lancha.", "Menor", "Arrendar una."),
    )
    leido = leer(*CUARTA, filas)
    assert _filas(leido) == [("1", "Pintar los faros", ("04",), "MAYOR"), ("1", "Pintar los faros", ("10",), "MENOR")]
    assert leido.hallazgos == ()


@MARCADOS
@pytest.mark.parametrize("sujeto", ["Faena", "Qué se mira"])
def test_bajo_un_rotulo_que_nadie_conoce_tampoco_se_contradicen(leer, sujeto: str) -> None:  # type: ignore[no-untyped-def]
    filas = (tuple(sujeto if c == "Objetivo" else c for c in POR_REGION[0]), *POR_REGION[1:])
    leido = leer(*CUARTA, filas)
    assert _filas(leido) == POR_REGION_LEIDAS
    assert "GRADO_CONTRADICTORIO" not in [h.codigo for h in leido.hallazgos]


@MARCADOS
@pytest.mark.parametrize("columnas", [(0, 1, 2, 3), (1, 2, 3)])
def test_el_formulario_de_una_seccion_con_un_grado_por_fila(leer, columnas: tuple[int, ...]) -> None:  # type: ignore[no-untyped-def]
    """Rows under one section that grade each another thing, told in a column of unknown label or in none."""
    filas = tuple(tuple(f[i] for i in columnas) for f in (("Faena", *CABEZA[1:]), *(f[1:] for f in POR_REGION[1:])))
    leido = leer(*CUARTA, "DIRECCIÓN REGIONAL: COQUIMBO", "1.1. Perspectiva territorial del programa", filas)
    assert [f[2:] for f in _filas(leido)] == [(("04",), g) for g in ("MAYOR", "MENOR", "MENOR", "MAYOR")]
    assert "GRADO_CONTRADICTORIO" not in [h.codigo for h in leido.hallazgos]
    if len(columnas) == 4:
        assert [f[1] for f in _filas(leido)] == ["Faros", "Boyas"] * 2


@pytest.mark.parametrize("antes", [("Región de Coquimbo",), ("DIRECCIÓN REGIONAL: COQUIMBO", "1.1. Perspectiva territorial del programa")])
def test_sin_filas_marcadas_y_bajo_un_rotulo_que_nadie_conoce_se_dice(antes: tuple[str, ...]) -> None:
    """The cells fell in the columns beside theirs, and a row's grade met another's."""
    filas = (("Faena", *CABEZA[1:]), *(f[1:] for f in POR_REGION[1:]))
    leido = texto(*CUARTA, *antes, filas)
    codigos = [h.codigo for h in leido.hallazgos]
    assert "LECTURA_DUDOSA" in codigos and not {"GRADO_CONTRADICTORIO", "GRADO_AUSENTE", "SECCION_VACIA"} & set(codigos)
    assert not any(s.campos.get("grado_avance") for s in leido.secciones)


@FORMATOS
@pytest.mark.parametrize("columnas", [(0, 2, 3), (0, 1, 2), (0, 2, 1, 3)])
@pytest.mark.parametrize("sujeto", ["Objetivo", "Objetivos específicos", "Producto estratégico", "Compromiso"])
def test_otras_columnas_y_otro_orden(leer, columnas: tuple[int, ...], sujeto: str) -> None:  # type: ignore[no-untyped-def]
    filas = tuple(tuple(f[i] for i in columnas) for f in ((sujeto, *CABEZA[1:]), *UNA[1:]))
    leido = leer(*CUARTA, "Región de Coquimbo", filas)
    assert (leido.documento.estado, leido.tablas, leido.hallazgos) == ("ok", (), ())
    assert [f[3] for f in _filas(leido)] == ["MAYOR", "MENOR"]


@MARCADOS
def test_dos_grados_en_una_celda_si_se_contradicen(leer) -> None:  # type: ignore[no-untyped-def]
    una = (CABEZA, ("1. Pintar los faros", "Todos alumbran.", "Avance mayor en la costa y avance menor en la isla", "Seguir."), UNA[2])
    leido = leer(*CUARTA, "Región de Coquimbo", una)
    assert _hallados(leido) == [("GRADO_CONTRADICTORIO", "Pintar los faros")]


@MARCADOS
def test_una_fila_que_solo_dice_su_grado_no_esta_en_blanco(leer) -> None:  # type: ignore[no-untyped-def]
    leido = leer(*CUARTA, "Región de Coquimbo", (*UNA, ("La región en conjunto", "", "Mayor", ""), ("3. Cuidar el muelle", "", "", "")))
    assert [f[3] for f in _filas(leido)] == ["MAYOR", "MENOR", "MAYOR", "SIN_DATO"]
    assert _hallados(leido) == [("SECCION_VACIA", "Cuidar el muelle")]


@MARCADOS
def test_la_region_en_una_fila_de_la_tabla(leer) -> None:  # type: ignore[no-untyped-def]
    banda = (CABEZA, ("Región de Coquimbo", "", "", ""), *UNA[1:], ("Región de Los Lagos", "", "", ""), *OTRA[1:])
    leido = leer(*CUARTA, banda)
    assert [f[2:] for f in _filas(leido)] == [(("04",), "MAYOR"), (("04",), "MENOR"), (("10",), "MENOR"), (("10",), "SIN_DATO")]


def test_un_grado_para_varias_filas() -> None:
    """A cell over two rows: it is the grade of both, and none lacks it."""
    filas = "".join((
        "<tr>", *(f"<td>{c}</td>" for c in CABEZA), "</tr>",
        "<tr><td>1. Pintar los faros</td><td>Todos alumbran.</td><td rowspan='2'>Mayor</td><td>Repetir.</td></tr>",
        "<tr><td>2. Fondear las boyas</td><td>Se fondearon seis.</td><td>Revisarlas.</td></tr>",
    ))  # fmt: skip
    leido = html(*CUARTA, "Región de Coquimbo", f"</p><table border='1'>{filas}</table><p>")
    assert [f[3] for f in _filas(leido)] == ["MAYOR", "MAYOR"]
    assert leido.hallazgos == ()


@FORMATOS
@pytest.mark.parametrize("valores", [("80%", "55%"), ("Se pintó la torre", "Se compró cadena en Ancud"), ("Mayor cobertura de luz", "Mejores cadenas")])
def test_una_columna_de_avance_que_no_califica(leer, valores: tuple[str, str]) -> None:  # type: ignore[no-untyped-def]
    """What it says is no grade, and none is missed."""
    filas = (("Objetivo", "Desarrollo alcanzado", "Avance", "Recomendaciones"), *((f[0], f[1], v, f[3]) for f, v in zip(OTRA[1:], valores, strict=True)))
    leido = leer(*CUARTA, "Región de Coquimbo", filas)
    assert not {"GRADO_AUSENTE", "GRADO_CONTRADICTORIO"} & {h.codigo for h in leido.hallazgos}


@FORMATOS
def test_los_grados_que_se_usan_no_califican_nada(leer) -> None:  # type: ignore[no-untyped-def]
    usados = "Los grados que usa la pauta son dos: avance mayor y avance menor."
    leido = leer(*CUARTA, "1.1 Presentación", f"Cada oficina contestó una pauta. {usados}", "1.2 Boyas", "Hubo avance menor y se perdieron dos.")
    assert [(s.numero, s.campos.get("grado_avance")) for s in leido.secciones if s.numero] == [("1.1", None), ("1.2", "MENOR")]
    assert "GRADO_CONTRADICTORIO" not in [h.codigo for h in leido.hallazgos]


@FORMATOS
def test_el_indice_del_informe_no_abre_secciones(leer) -> None:  # type: ignore[no-untyped-def]
    indice = ("Contenido", "II. Evaluación por región ............ 3", "II.1 Coquimbo ............. 3", "III. Conclusiones ............. 4")
    leido = leer(*CUARTA, *indice, "II. Evaluación por región", "Región de Coquimbo", UNA, "III. Conclusiones", "El año fue ventoso para todos los equipos.")
    assert [(s.numero, s.texto) for s in leido.secciones if s.numero == "III"] == [("III", "El año fue ventoso para todos los equipos.")]
    assert len(_filas(leido)) == 2 and not any("...." in (s.titulo or "") for s in leido.secciones)


@MARCADOS
def test_un_numero_solo_es_el_de_la_seccion(leer) -> None:  # type: ignore[no-untyped-def]
    filas = (("1.1", "Todos alumbran.", "Avance mayor", "Repetir."), ("1.2", "Dos se perdieron.", "Avance menor", "Comprar cadenas."))
    cabeza = ("Sección", "Desarrollo alcanzado", "Grado de avance", "Recomendaciones")
    leido = leer(*CUARTA, "Región de Coquimbo", (cabeza, *filas))
    assert [(n, r, g) for n, _, r, g in _filas(leido)] == [("1.1", ("04",), "MAYOR"), ("1.2", ("04",), "MENOR")]
