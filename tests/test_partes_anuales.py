"""One document with the reports of two years, each under its title: neither year is given to the other's part in silence."""

from __future__ import annotations

import pytest
from ayudas_texto import celda, informe

from extractor.lectores import leer_bytes
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe
from extractor.proceso import informe_de

ROTULOS = ("Actividades", "Ponderación por actividad", "Cumple o no cumple", "Ponderación ganada {anio}")
FILAS = ("Abrir la oficina", "60", "Sí", "60", "Visitar las caletas", "40", "No", "0")
TITULO = "INFORME DE LA ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT {anio}\n\n"


def _parte(anio: int, titulo: str = TITULO, region: str = "1ª Región", rotulo: int | None = None) -> str:
    rotulos = [r.format(anio=rotulo or "").strip() for r in ROTULOS]
    filas = FILAS if anio == 2007 else ("Cerrar la oficina", "30", "Sí", "30", "Pintar los muelles", "70", "Sí", "70")
    cuerpo = "".join(celda(t) for t in (*rotulos, *filas))
    return f"{titulo.format(anio=anio)}\tActividad 1.1: Implementación\n\n\tRegión: {region}\n\n{cuerpo}\n\n\n"


def _dudas(leido: Informe) -> list[str]:
    return [h.mensaje for h in leido.hallazgos if h.codigo == "LECTURA_DUDOSA"]


@pytest.mark.parametrize("titulo", [
    TITULO,
    "ETAPA 3: IMPLEMENTACIÓN\n\nPrograma de Trabajo {anio}\n\n",
    "Sistema de Gestión Territorial {anio}\n\n",
])  # fmt: skip
def test_dos_anios_se_dicen_y_cada_region_es_de_su_anio(titulo: str) -> None:
    leido = informe(_parte(2007, titulo) + _parte(2008, titulo))
    assert [(t.region.division, t.region.nombre) for t in leido.tablas] == [("1974", "Región de Tarapacá"), ("2007", "Región de Tarapacá")]
    assert leido.documento.anio in (2007, 2008)
    (duda,) = _dudas(leido)
    assert "2007 y 2008" in duda
    assert leido.documento.estado == "ok"
    assert not [h for h in leido.hallazgos if h.gravedad != "aviso"]


def test_lo_que_declara_una_persona_vale_para_todo() -> None:
    texto = _parte(2007) + _parte(2008)
    leido = informe_de(leer_bytes(texto.encode(), "informe.txt"), Declarado(anio=2008))
    assert [t.region.division for t in leido.tablas] == ["2007", "2007"]
    assert _dudas(leido) == []


def test_la_columna_de_cada_anio_es_la_de_su_parte() -> None:
    leido = informe(_parte(2007, rotulo=2007) + _parte(2008, rotulo=2008))
    assert [t.columnas[-1].rol for t in leido.tablas] == ["ponderacion_ganada"] * 2
    assert len(_dudas(leido)) == 1


@pytest.mark.parametrize("entre", [
    "",
    "Los compromisos del Programa de Trabajo 2008 se informarán en su oportunidad.\n\n",
    "Programa de Trabajo para el año siguiente, 2008\n\n",
    "Informe entregado el 15 de enero de 2008\n\n",
])  # fmt: skip
def test_un_anio_que_no_titula_otra_parte_no_se_dice(entre: str) -> None:
    leido = informe(_parte(2007) + entre + _parte(2007, "", region="2ª Región").replace("60", "55").replace("40", "45"))
    assert (leido.documento.anio, _dudas(leido)) == (2007, [])


def test_el_titulo_de_otro_anio_sin_programa_no_es_una_parte() -> None:
    leido = informe(_parte(2007) + "Programa de Trabajo 2008\n\nSe definirá en marzo con las oficinas.\n")
    assert (leido.documento.anio, _dudas(leido)) == (2007, [])


def test_lo_que_cita_una_celda_no_es_un_titulo() -> None:
    cuerpo = "".join(celda(t) for t in (*[r.format(anio="").strip() for r in ROTULOS], "Informe de gestión 2008", *FILAS[1:]))
    leido = informe(TITULO.format(anio=2007) + "\tRegión: Maule\n\n" + cuerpo + "\n\n\n" + _parte(2007, ""))
    assert _dudas(leido) == []


def _evaluacion(anio: int) -> str:
    return (
        f"INFORME ETAPA 4: EVALUACIÓN DEL PROGRAMA DE TRABAJO GT {anio}\n\nDirección Regional\n\nI Región\n\n1.1 Perspectiva territorial\n\n"
        + "".join(celda(t) for t in ("Desarrollo alcanzado", "Recomendaciones", f"Hubo avance mayor en {anio}", "Seguir igual"))
        + "\n\n\n"
    )


def test_la_evaluacion_de_otro_anio_se_lee_segun_el_suyo() -> None:
    leido = informe(_parte(2008) + _evaluacion(2007))
    assert leido.documento.etapas == (3, 4)
    assert leido.tablas[0].region.division == "2007"
    (seccion,) = [s for s in leido.secciones if s.nivel == "seccion"]
    assert seccion.region is not None and seccion.region.division == "1974"
    assert seccion.campos["grado_avance"] == "MAYOR"
    assert ["2007 y 2008" in d for d in _dudas(leido)] == [True]


def test_lo_que_se_hara_en_el_anio_de_su_parte_no_esta_fuera_de_plazo() -> None:
    segunda = _parte(2008).replace("\tSí", "\tSe hará en noviembre de 2008", 1).replace("\t30\n\n\tPintar", "\t0\n\n\tPintar")
    assert "COMPROMISO_FUERA_DE_PLAZO" not in {h.codigo for h in informe(_parte(2007) + segunda).hallazgos}
    leido = informe(_parte(2007) + segunda)
    assert leido.documento.anio_supuesto
    assert "anio_supuesto" not in informe(_parte(2007)).documento.model_dump()
