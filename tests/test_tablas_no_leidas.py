"""A report whose tables were not recognised is never read as a report without findings, whatever text it comes in."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe
from extractor.proceso import procesar

CABEZA = (
    "FORMATOS DE LA ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2009\n\nActividad III. 1. Programa de Trabajo 2009\n\n"
)
DIALECTOS = {
    "celdas sin marca que no hacen filas": CABEZA
    + "Objetivo específico\nActividad\nPonderación (%)\nCumple\nAbrir el archivo\nRevisar cajas\n25\nsi\nOrdenar planos\n75\nsi\n",
    "columnas de blancos sin calce": CABEZA + "Actividad  Ponderación (%)  Cumple\nRevisar cajas 25 si\nOrdenar planos 75 si\n",
    "barras sueltas": CABEZA + "Actividad | Ponderación (%) | Cumple | Ponderación ganada\n\nRevisar cajas | 25 | si | 25\n",
}


def _informe(texto: str, tmp_path: Path) -> Informe:
    ruta = tmp_path / "t.txt"
    ruta.write_text(texto, "utf-8")
    return procesar(ruta, "t.txt", Declarado())


@pytest.mark.parametrize("texto", DIALECTOS.values(), ids=DIALECTOS)
def test_informe_sin_tablas_reconocidas_es_parcial(texto: str, tmp_path: Path) -> None:
    informe = _informe(texto, tmp_path)
    assert not any(t.tipo == "programa_trabajo" for t in informe.tablas)
    assert informe.documento.estado == "parcial"
    assert "LECTURA_DUDOSA" in {h.codigo for h in informe.hallazgos}


def test_dice_que_lineas_parecen_la_tabla(tmp_path: Path) -> None:
    informe = _informe(DIALECTOS["columnas de blancos sin calce"], tmp_path)
    (hallazgo,) = [h for h in informe.hallazgos if h.codigo == "LECTURA_DUDOSA"]
    assert hallazgo.origen is not None
    assert hallazgo.origen.linea_inicio == 5
    assert "las líneas 5 parecen" in (informe.documento.motivo or "")


def test_informe_sin_nada_que_parezca_tabla(tmp_path: Path) -> None:
    informe = _informe(CABEZA + "El servicio no remitió antecedentes.\n", tmp_path)
    assert informe.documento.estado == "parcial"


def test_evaluacion_sin_secciones(tmp_path: Path) -> None:
    texto = "ETAPA N°4 - EVALUACIÓN 2007\n\nDIRECCION REGIONAL: TARAPACÁ\n\nDesarrollo alcanzado   Recomendaciones para el 2008\nSe avanzó   Seguir\n"
    assert _informe(texto, tmp_path).documento.estado == "parcial"


@pytest.mark.parametrize(
    "texto",
    [
        "ORD. N° 12\n\nSeñor Subsecretario:\n\nAdjunto el informe de la etapa 3 del programa de trabajo 2009.\n",
        "FORMATOS DE LA ETAPA 1: DIAGNÓSTICO 2009\n\nActividad III. 1. Programa de Trabajo 2009\n\nEl servicio atiende quince regiones.\n",
    ],
    ids=["carta", "etapa 1"],
)
def test_lo_que_no_lleva_tablas_no_las_echa_de_menos(texto: str, tmp_path: Path) -> None:
    assert "ninguna tabla" not in (_informe(texto, tmp_path).documento.motivo or "")
