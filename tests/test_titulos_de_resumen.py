"""What the line above a summary by region says it is of: the programme, or another matter or year."""

from __future__ import annotations

import pytest
from ayudas_texto import celda, informe

from extractor.modelo.informe import Informe

ETAPA = ("ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007", "Actividad 1.1: Implementación")
CABEZA = ("Acción", "Eje", "Peso", "Cumple", "Peso ganado")
TABLAS = (
    ("Aysén", ("Sembrar truchas", "Lagos", "55", "Sí", "55", "Podar lengas", "Bosques", "45", "Sí", "45")),
    ("XII Magallanes", ("Abrir la posta", "Salud", "35", "Sí", "35", "Cercar el muelle", "Puertos", "65", "No", "0")),
)
DICE = ("Aysén", "100", "Magallanes", "92")


def _filas(ancho: int, *celdas: str) -> str:
    filas = [celdas[i : i + ancho] for i in range(0, len(celdas), ancho)]
    return "<table>" + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in f) + "</tr>" for f in filas) + "</table>"


def _html(rotulo: str, *titulos: str) -> Informe:
    tablas = "".join(f"<p>Región: {r}</p>" + _filas(5, *CABEZA, *c) for r, c in TABLAS)
    antes = "".join(f"<p>{t}</p>" for t in ETAPA)
    sobre = "".join(f"<p>{t}</p>" for t in titulos)
    return informe(f"<html><body>{antes}{tablas}{sobre}{_filas(2, 'Región', rotulo, *DICE)}</body></html>", "x.html")


def _txt(rotulo: str, *titulos: str) -> Informe:
    tablas = "".join(f"\tRegión: {r}\n\n" + "".join(map(celda, (*CABEZA, *c))) + "\n\n" for r, c in TABLAS)
    sobre = "".join(f"{t}\n\n" for t in titulos)
    resumen = "".join(map(celda, ("Región", rotulo, *DICE)))
    return informe(f"{ETAPA[0]}\n\n\t{ETAPA[1]}\n\n{tablas}{sobre}{resumen}\n\nFin.\n")


def _dichos(leido: Informe) -> list[tuple[str | None, str | None]]:
    return [(h.informado, h.recalculado) for h in leido.hallazgos if h.codigo == "DESEMPENO_REGION_NO_CUADRA"]


@pytest.mark.parametrize("leer", [_html, _txt])
@pytest.mark.parametrize(
    "titulos",
    [
        ("Uso del sitio web por región",),
        ("Participación por región",),
        ("Entrenamiento informático de las regiones",),
        ("Asistencia a los talleres del programa",),
        ("Convenio de desempeño colectivo", "Resumen por región"),
        ("Resultados del programa de trabajo 2006",),
        ("Resumen al primer semestre",),
    ],
)
def test_un_resumen_de_otra_cosa_no_se_compara(leer, titulos: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    leido = leer("Cumplimiento (%)", *titulos)
    resumen = leido.tablas[-1]
    assert (resumen.tipo, resumen.titulo) == ("otra", ". ".join(titulos))
    assert _dichos(leido) == []
    respuestas = [v for v in leido.verificaciones if v.tabla == resumen.id and v.regla == "DESEMPENO_REGION_NO_CUADRA"]
    assert [v.motivo for v in respuestas] == ["regimen_no_aplica"] * 2


@pytest.mark.parametrize("leer", [_html, _txt])
@pytest.mark.parametrize(
    "titulos",
    [
        (),
        ("Cumplimiento final de los programas de trabajo, por región",),
        ("II. Cuadro resumen", "Resultados al 31 de diciembre de 2007"),
        ("Evaluación de los programas de trabajo por región",),
        ("Nota: la biblioteca estuvo cerrada en julio.",),
        ("Resumen por región", "Fuente: Unidad de Planificación."),
        ("Cuadro comparativo del cumplimiento regional",),
        ("Porcentaje alcanzado por cada región del país",),
        ("Anexo 2: Ejecución de los programas, según los medios de verificación",),
        ("Grado de cumplimiento de los objetivos del Programa de Mejoramiento de la Gestión",),
        ("En la siguiente tabla se entrega el cumplimiento de cada región.",),
        ("El desempeño regional se expresa en el cuadro que sigue:",),
    ],
)
def test_un_resumen_del_programa_se_compara(leer, titulos: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    assert _dichos(leer("Cumplimiento (%)", *titulos)) == [("92", "35")]


def test_un_rotulo_que_dice_ponderacion_no_necesita_titulo() -> None:
    assert _dichos(_html("Ponderación ganada (%)", "Lo hecho en el sur")) == [("92", "35")]


@pytest.mark.parametrize(("titulo", "hallados"), [("Resumen Bordemar Austral por región", 2), ("Resumen Bordemar Nortino por región", 0)])
def test_las_palabras_del_titulo_del_programa_son_del_programa(titulo: str, hallados: int) -> None:
    tablas = "".join(f"<p>Región: {r}</p>" + _filas(5, *CABEZA, *c) for r, c in TABLAS)
    resumen = f"<p>{titulo}</p>{_filas(2, 'Región', 'Cumplimiento (%)', 'Aysén', '90', 'Magallanes', '92')}"
    leido = informe(f"<html><body><p>{ETAPA[0]}</p><p>Actividad 1.1: Programa Bordemar Austral</p>{tablas}{resumen}</body></html>", "x.html")
    assert len(_dichos(leido)) == hallados
