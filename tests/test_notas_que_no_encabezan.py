"""The notes of a form name its columns one after another: they are no header whose cells were lost."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

ETAPA = ("FORMATOS DE LA ETAPA 3: PROGRAMA DE TRABAJO GT 2009", "Actividad III. 1. Programa de Trabajo de Gestión Territorial 2009")
NOTAS = (
    "(5) Si el objetivo no lleva meta anual, anotar al menos dos actividades.", "(8) La suma de los pesos debe llegar a 100%.",
    "(9) «si» cuando se cumple por completo; lo parcial se anota «no».", "(11) Sumar lo ganado. El programa se valida desde el 90%.",
)
CABEZA = ("Objetivos específicos", "Indicador", "Resultado", "Meta anual o actividades", "Unidad responsable", "Medio de verificación",
          "Ponderación (%)", "Cumple (si/no)", "Ponderación ganada")  # fmt: skip
FILA = ("Cercar los humedales de la costa", "Humedales cercados. Meta: 3 humedales", "3 humedales", "3 humedales", "Oficina técnica", "Actas",
        "100", "si", "100")  # fmt: skip


@pytest.mark.parametrize("notas", [NOTAS, tuple(n.split(") ", 1)[1] for n in NOTAS), tuple(n.rstrip(".") for n in NOTAS)])
def test_las_notas_del_formulario_no_son_un_encabezado(notas: tuple[str, ...]) -> None:
    tabla = "<table>" + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in f) + "</tr>" for f in (CABEZA, FILA)) + "</table>"
    parrafos = "".join(f"<p>{t}</p>" for t in ETAPA)
    leido = informe(f"<html><body>{parrafos}<p>REGIÓN: Maule</p>{tabla}{''.join(f'<p>{n}</p>' for n in notas)}</body></html>", "x.html")
    assert [h.mensaje for h in leido.hallazgos if "encabezado" in h.mensaje] == []
    assert leido.documento.estado == "ok"


def test_tres_rotulos_sueltos_siguen_siendo_un_encabezado() -> None:
    parrafos = "".join(f"<p>{t}</p>" for t in (*ETAPA, *CABEZA))
    leido = informe(f"<html><body>{parrafos}<p>Cercar los humedales</p></body></html>", "x.html")
    assert any("encabezado" in h.mensaje for h in leido.hallazgos)
