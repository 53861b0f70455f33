"""The year of a report that no title prints: by its dates and its form, told; never in silence against what the document says."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

from extractor.modelo.informe import Informe
from extractor.reconciliador.conjunto.resumen import resumir

FILA_2007 = ("Abrir la casa", "Pintar la casa", "100", "{estado}", "{ganada}")


def _tabla(*filas: tuple[str, ...]) -> str:
    return "<table border='1'>" + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in f) + "</tr>" for f in filas) + "</table>"


def _de_2007(antes: str = "", despues: str = "", estado: str = "Cumplido", ganada: str = "100", region: str = "Maule") -> Informe:
    """The form of 2007 and 2008, without a year of its own."""
    cabeza = ("Objetivos", "Actividades", "Pond. actividad", "Cumple o no cumple", "Ponderación ganada")
    titulo = f"<p>Etapa 3: implementación del plan GT y programa de trabajo</p><p>Actividad 1.1</p><p>Región: {region}</p>"
    fila = tuple(c.format(estado=estado, ganada=ganada) for c in FILA_2007)
    return informe(f"<html><body>{antes}{titulo}{_tabla(cabeza, fila)}{despues}</body></html>", "x.html")


def _de_2009(antes: str = "", despues: str = "") -> Informe:
    """The form of 2009, without a year of its own."""
    cabeza = ("Objetivos Específicos", "Indicador", "Resultado anual del indicador", "Meta anual o actividades", "Unidad Responsable",
              "Medio de verificación", "Ponderación meta / actividad", "Cumple / no cumple", "Ponderación ganada")  # fmt: skip
    fila = ("Abrir la casa", "Casas abiertas", "1 casa", "- Pintar<br>- Barrer", "Jefa de Área", "Acta", "100", "Cumple", "100")
    titulo = "<p>Formatos de la etapa 3</p><p>Actividad III. 1. Programa de Trabajo</p><p>Región: Maule</p>"
    return informe(f"<html><body>{antes}{titulo}{_tabla(cabeza, fila)}{despues}</body></html>", "x.html")


def _dudas(leido: Informe) -> list[str]:
    return [h.mensaje for h in leido.hallazgos if h.codigo == "LECTURA_DUDOSA" and "año" in h.mensaje]


@pytest.mark.parametrize(
    ("fecha", "anio"),
    [
        ("Talca, 28 de diciembre de 2008", 2008),
        ("Talca, enero de 2009", 2008),
        ("Fecha: 15-01-2009", 2008),
        ("30/11/2008", 2008),
        ("Diciembre de 2008", 2008),
        ("Talca, a 3 de marzo de 2009.", 2008),
        ("Curicó, 12 de enero de 2008", 2007),
        ("Talca, 28 de septiembre de 2008", None),
        ("Talca, 28 de diciembre de 2009", None),
        ("Talca, 4 de julio de 2007", None),
    ],
)
@pytest.mark.parametrize("al_pie", [False, True])
def test_la_fecha_decide_el_anio_del_formulario_de_2007(fecha: str, anio: int | None, al_pie: bool) -> None:
    parrafo = f"<p>{fecha}</p>"
    leido = _de_2007(despues=parrafo) if al_pie else _de_2007(antes=parrafo)
    assert leido.documento.anio == anio
    assert len(_dudas(leido)) == (0 if anio == 2007 else 1)


def test_sin_anio_ni_fecha_vale_el_del_formulario() -> None:
    leido = _de_2007()
    assert leido.documento.anio == 2007 and _dudas(leido) == []


@pytest.mark.parametrize("titulo", ["Programa de trabajo 2008", "PMG 2008", "Informe de gestión territorial, año 2008"])
def test_un_titulo_manda_sobre_la_fecha(titulo: str) -> None:
    leido = _de_2007(antes=f"<p>{titulo}</p><p>Talca, 20 de diciembre de 2007</p>")
    assert leido.documento.anio == 2008 and _dudas(leido) == []


def test_dos_fechas_que_no_concuerdan_no_dan_anio() -> None:
    leido = _de_2007(antes="<p>Talca, 20 de diciembre de 2007</p>", despues="<p>Talca, 20 de diciembre de 2008</p>")
    assert leido.documento.anio is None and len(_dudas(leido)) == 1


def test_un_anio_posterior_en_el_texto_contradice_al_del_formulario() -> None:
    leido = _de_2007(estado="Las salas se abrirán en octubre de 2008", ganada="100")
    assert leido.documento.anio is None and len(_dudas(leido)) == 1
    assert "COMPROMISO_FUERA_DE_PLAZO" not in [h.codigo for h in leido.hallazgos]


def test_ninguna_regla_se_apoya_en_un_anio_supuesto() -> None:
    leido = _de_2007(antes="<p>Talca, enero de 2009</p>", estado="Las salas se abrirán en marzo de 2009", ganada="100")
    assert leido.documento.anio == 2008
    assert "COMPROMISO_FUERA_DE_PLAZO" not in [h.codigo for h in leido.hallazgos]
    assert {v.motivo for v in leido.verificaciones if v.regla == "COMPROMISO_FUERA_DE_PLAZO"} == {"regimen_no_aplica"}


def test_lo_que_se_deja_para_el_anio_siguiente_no_necesita_saber_cual() -> None:
    leido = _de_2007(antes="<p>Talca, enero de 2009</p>", estado="Las salas se abrirán el próximo año", ganada="100")
    assert "COMPROMISO_FUERA_DE_PLAZO" in [h.codigo for h in leido.hallazgos]


@pytest.mark.parametrize("region", ["Los Ríos", "Arica y Parinacota", "XIV Región de Los Ríos"])
@pytest.mark.parametrize("antes", ["", "<p>Valdivia, 28 de diciembre de 2008</p>", "<p>Valdivia, 28 de septiembre de 2008</p>"])
def test_una_region_que_pudo_existir_tiene_codigo(region: str, antes: str) -> None:
    leido = _de_2007(antes=antes, region=region)
    assert leido.tablas[0].region.codigos == (("15",) if "Arica" in region else ("14",))
    assert "REGION_NO_INDICADA" not in [h.codigo for h in leido.hallazgos]


def test_una_region_posterior_al_anio_impreso_se_dice() -> None:
    leido = _de_2007(antes="<p>Programa de trabajo 2007</p>", region="Los Ríos")
    assert "REGION_NO_INDICADA" in [h.codigo for h in leido.hallazgos]


@pytest.mark.parametrize(
    ("antes", "despues", "anio"),
    [
        ("<p>Punta Arenas, 21 de diciembre de 2009</p>", "", 2009),
        ("", "<p>Concepción, enero de 2010</p>", 2009),
        ("<p>Remito a usted lo hecho por el servicio en el año 2009.</p>", "", 2009),
        ("<p>Talca, 21 de diciembre de 2007</p>", "", None),
        ("<p>Talca, 21 de julio de 2010</p>", "", None),
        ("", "", None),
    ],
)
def test_el_formulario_de_2009_sin_anio(antes: str, despues: str, anio: int | None) -> None:
    leido = _de_2009(antes, despues)
    assert leido.documento.anio == anio and len(_dudas(leido)) == 1


def test_los_plazos_de_las_tablas_no_son_la_fecha_del_informe() -> None:
    plazos = _tabla(("Compromiso", "Plazo"), ("Barrer la casa", "30/03/2007"), ("Regar la casa", "marzo de 2007"))
    leido = _de_2007(despues=plazos)
    assert leido.documento.anio == 2007 and _dudas(leido) == []


def test_ni_las_de_sus_medios_de_verificacion() -> None:
    cabeza = ("Actividades", "Pond. actividad", "Cumple o no cumple", "Medio de verificación", "Ponderación ganada")
    filas = [("Abrir la casa", "60", "Cumplido", "Acta, 12 de marzo de 2007", "60"), ("Pintarla", "40", "Cumplido", "Oficio, 3 de abril de 2007", "40")]
    titulo = "<p>Etapa 3: implementación del plan GT y programa de trabajo</p><p>Actividad 1.1</p><p>Región: Maule</p>"
    leido = informe(f"<html><body>{titulo}{_tabla(cabeza, *filas)}</body></html>", "x.html")
    assert leido.documento.anio == 2007 and _dudas(leido) == []


@pytest.mark.parametrize(
    "portada",
    [
        _tabla(("Elaborado por", "Revisado por", "Fecha"), ("Ana Soto", "Luis Rojas", "22-12-2008")),
        _tabla(("ORD. N° 12", "Valdivia, 22 de diciembre de 2008"), ("MAT.", "Envía lo que indica")),
        _tabla(("Fecha:", "enero de 2009"),),
    ],
)
def test_la_fecha_en_una_tabla_de_la_portada(portada: str) -> None:
    leido = _de_2007(antes=portada)
    assert leido.documento.anio == 2008 and len(_dudas(leido)) == 1


def test_la_fecha_que_cae_en_la_ultima_celda_del_texto() -> None:
    celdas = ("Región: Maule", "Actividades", "Pond. actividad", "Cumple o no cumple", "Ponderación ganada", "Abrir la casa", "100", "Sí", "100")
    cuerpo = "".join(f"\t{c}\n\n" for c in celdas)
    texto = f"Etapa 3: implementación del plan GT y programa de trabajo\n\n\tActividad 1.1\n\n{cuerpo}\n\n\nTalca, 28 de diciembre de 2008\n"
    leido = informe(texto)
    assert leido.documento.anio == 2008 and len(_dudas(leido)) == 1


def test_lo_que_un_conjunto_no_sabe() -> None:
    """The year that is only supposed is said to be so, and no finding of several documents builds on it."""
    supuesto, impreso = _de_2007(antes="<p>Talca, enero de 2009</p>"), _de_2007(antes="<p>Programa de trabajo 2008</p>")
    assert supuesto.documento.anio_supuesto and resumir(supuesto).anio is None
    assert not impreso.documento.anio_supuesto and resumir(impreso).anio == 2008
    assert "anio_supuesto" in supuesto.model_dump()["documento"] and "anio_supuesto" not in impreso.model_dump()["documento"]


def test_las_normas_no_dicen_el_anio() -> None:
    leido = _de_2007(antes="<p>De acuerdo con el Decreto N° 475 de 1998 y la Ley N° 20.285 de 2008.</p>")
    assert leido.documento.anio == 2007 and _dudas(leido) == []
