"""Forms that any family may print: who takes part (instancias) and how it was told (difusion); programmes of a Dirección Regional."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from ayudas_docx import hacer, p, tabla
from ayudas_texto import celda, informe

from extractor.formatos.desempeno.rotulo import clase_de_desempeno
from extractor.lectores import leer_bytes
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe
from extractor.proceso import informe_de

TITULO = "Programa de Trabajo de Gestión Territorial {anio}. Etapa 3: Implementación"
COLUMNAS = ("Objetivos", "Actividades", "Ponderación", "Cumple o No cumple", "Ponderación ganada")
INSTANCIAS = (
    ("Instancia", "Problema a resolver", "Territorio", "Instituciones", "Productos"),
    ("Mesa del borde costero", "Faltan balizas", "Provincia de Aysén", "Armada y municipios", "Balizas"),
    ("Comité de caletas", "Faltan cartas", "Comuna de Cisnes", "Municipio", "Cartas náuticas"),
)
Cuadro = tuple[tuple[str, ...], ...]
Lector = Callable[..., Informe]


def _programa(lugar: str, ganada: str = "60") -> Cuadro:
    return (
        COLUMNAS, ("Faros", f"Encender la linterna de {lugar}", "60", "Cumple", ganada),
        ("Boyas", f"Fondear la de {lugar}", "40", "No cumple", "0"),
    )  # fmt: skip


def _docx(*partes: str | Cuadro) -> Informe:
    cuerpo = "".join(p(x) if isinstance(x, str) else tabla(*x) for x in partes)
    return informe_de(leer_bytes(hacer(cuerpo), "informe.docx"), Declarado())


def _texto(*partes: str | Cuadro) -> Informe:
    return informe("\n\n".join(x if isinstance(x, str) else "\n".join("\t".join(f) for f in x) for x in partes) + "\n")


def _word(*partes: str | Cuadro) -> Informe:
    return informe("\n\n".join(x if isinstance(x, str) else "".join(celda(c) for f in x for c in f) for x in partes) + "\n")


def _roles(leido: Informe) -> list[str]:
    return [c.rol for c in leido.tablas[-1].columnas]


@pytest.mark.parametrize("leer", [_docx, _texto, _word])
@pytest.mark.parametrize("anio", [2007, 2008, 2009])
def test_las_instancias_se_leen_en_cualquier_anio(leer: Lector, anio: int) -> None:
    leido = leer(TITULO.format(anio=anio), "Región: Aysén", _programa("Melinka"), "Participación", INSTANCIAS)
    assert [(t.tipo, len(t.filas)) for t in leido.tablas] == [("programa_trabajo", 2), ("instancias", 2)]
    assert _roles(leido) == ["instancia", "problema", "territorio", "instituciones", "producto"]


@pytest.mark.parametrize("leer", [_docx, _texto, _word])
@pytest.mark.parametrize(
    ("rotulos", "roles"),
    [
        (("Producto", "Medios de difusión", "Responsable", "Plazo"), ["producto", "medios_difusion", "responsable", "plazo"]),
        (("Canal de divulgación", "Producto estratégico", "Unidad a cargo", "Fecha"), ["medios_difusion", "producto", "responsable", "plazo"]),
        (("Producto", "Medio de comunicación utilizado", "Responsable", "Mes tope"), ["producto", "medios_difusion", "responsable", "plazo"]),
    ],
)  # fmt: skip
def test_la_difusion_por_producto(leer: Lector, rotulos: tuple[str, ...], roles: list[str]) -> None:
    filas = (
        ("Cartas náuticas", "Afiches en las caletas", "Unidad de Puertos", "Mayo"),
        ("Bitácoras", "Radios locales", "Unidad de Faros", "Junio"),
    )
    leido = leer(TITULO.format(anio=2008), "Región: Aysén", _programa("Melinka"), "Cómo se dio a conocer", (rotulos, *filas))
    assert [(t.tipo, len(t.filas)) for t in leido.tablas] == [("programa_trabajo", 2), ("difusion", 2)]
    assert _roles(leido) == roles


def test_la_difusion_por_publico() -> None:
    leido = _docx(
        TITULO.format(anio=2007),
        _programa("Melinka"),
        (("Difusión a usuarios", "Difusión a funcionarios"), ("Afiches", "Correos")),
    )
    assert leido.tablas[-1].tipo == "difusion"


@pytest.mark.parametrize(
    "rotulos",
    [("Medios de verificación de la información", "Producto"), ("Medio de transporte", "Responsable"), ("Canal de riego", "Producto"), ("Producto", "Plazo")],
)  # fmt: skip
def test_otros_medios_y_canales_no_son_difusion(rotulos: tuple[str, ...]) -> None:
    leido = _docx(TITULO.format(anio=2007), _programa("Melinka"), (rotulos, ("Lancha chica", "Unidad de Puertos")))
    assert leido.tablas[-1].tipo == "otra"


REGIONALES = (
    "Dirección Regional: Aysén", _programa("Melinka"), "Desempeño de la Dirección Regional: {}", "Dirección Regional: Atacama",
    _programa("Caldera"), "Desempeño de la Dirección Regional: 60%",
)  # fmt: skip


@pytest.mark.parametrize("anio", [2007, 2008, 2009])
def test_un_programa_de_cada_direccion_regional(anio: int) -> None:
    cuerpo = [x.format("60%") if isinstance(x, str) else x for x in REGIONALES]
    leido = _docx(TITULO.format(anio=anio), *cuerpo, "Mesas. Dirección Regional: Atacama", INSTANCIAS)
    assert (leido.documento.tipo, leido.documento.etapas, leido.documento.estado) == ("implementacion", (3,), "ok")
    assert leido.documento.patron is not None
    assert [tuple(t.region.codigos) for t in leido.tablas] == [("11",), ("03",), ("03",)]
    assert [t.desempeno.region.valor for t in leido.tablas[:2] if t.desempeno and t.desempeno.region] == ["60", "60"]
    # the form of 2009 asks for two activities in each objective
    assert {h.codigo for h in leido.hallazgos} == ({"MENOS_DE_DOS_ACTIVIDADES"} if anio == 2009 else set())


def test_el_desempeno_de_la_direccion_regional_se_recalcula() -> None:
    cuerpo = [x.format("95%") if isinstance(x, str) else x for x in REGIONALES]
    leido = _docx(TITULO.format(anio=2008), *cuerpo)
    assert [(h.codigo, h.informado, h.recalculado) for h in leido.hallazgos] == [("DESEMPENO_REGION_NO_CUADRA", "95", "60")]


@pytest.mark.parametrize(
    ("linea", "clase"),
    [
        ("Desempeño de la Dirección Regional de Aysén: 85%", "desempeno_region"),
        ("Desempeño anual oficina regional: 85%", "desempeno_region"),
        ("Desempeño de la dirección: 85%", None),
        ("Desempeño de la oficina regional de partes: 85%", None),
    ],
)
def test_de_quien_es_el_desempeno(linea: str, clase: str | None) -> None:
    assert clase_de_desempeno(linea) == clase


def test_el_titulo_que_repite_la_region_la_dice_de_su_tabla() -> None:
    dos = ("Región: Atacama", _programa("Caldera"), "Región: Aysén", _programa("Melinka"))
    for titulo, region in (
        ("Instancias. Región de Aysén", ("11",)),
        ("Instancias", ()),
        ("Instancias con la Región de Aysén", ()),
    ):
        leido = _docx(TITULO.format(anio=2008), *dos, titulo, INSTANCIAS)
        assert tuple(leido.tablas[-1].region.codigos) == region, titulo
