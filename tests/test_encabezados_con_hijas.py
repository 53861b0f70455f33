"""Text of Word origin: a label that groups columns ("Usuarios") over a second row of labels, which is no row of the programme."""

from __future__ import annotations

import pytest
from ayudas_texto import celda, informe

from extractor.modelo.informe import Informe

CABEZA = "ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO 2007\n\n\tRegión: Maule\n\n"
ANTES, DESPUES = ("Nº", "Objetivo"), ("Actividades", "Ponderación", "Cumple", "Ponderación ganada")
FILAS = (
    (("1", "Regar la vega"), ("310", "45", "355"), ("Limpiar los canales", "60", "Sí", "60")),
    (("2", "Formar gente"), ("28", "24", "52"), ("Dictar los cursos", "40", "No", "0")),
)


def _informe(primera: tuple[str, ...], segunda: tuple[str, ...], filas: list[tuple[str, ...]]) -> Informe:
    return informe(CABEZA + "".join(celda(t) for f in (primera, segunda, *filas) for t in f) + "\n\n\nFin del informe.\n")


def _bien(leido: Informe) -> None:
    (tabla,) = leido.tablas
    dichas = [(a.texto, a.ponderacion, a.ponderacion_ganada) for f in tabla.filas for a in f.actividades]
    assert [(t, p and p.valor, g and g.valor) for t, p, g in dichas] == [("Limpiar los canales", "60", "60"), ("Dictar los cursos", "40", "0")]
    assert leido.hallazgos == ()


@pytest.mark.parametrize("hijas", [("Ellas", "Ellos", "Ambos"), ("Niñas y niños", "Jóvenes", "Mayores")])
@pytest.mark.parametrize("blancas", [True, False])
@pytest.mark.parametrize("donde", ["en medio", "al final", "al principio"])
def test_la_segunda_fila_de_un_encabezado_no_es_del_programa(hijas: tuple[str, ...], blancas: bool, donde: str) -> None:
    antes, despues = {"en medio": (ANTES, DESPUES), "al final": ((*ANTES, *DESPUES), ()), "al principio": (ANTES[:1], (*ANTES[1:], *DESPUES))}[donde]
    filas = []
    for (numero, objetivo), personas, resto in FILAS:
        orden = {"en medio": (numero, objetivo, *personas, *resto), "al final": (numero, objetivo, *resto, *personas),
                 "al principio": (numero, *personas, objetivo, *resto)}  # fmt: skip
        filas.append(orden[donde])
    vacias = (("",) * len(antes), ("",) * len(despues)) if blancas else ((), ())
    leido = _informe((*antes, "Usuarios", *despues), (*vacias[0], *hijas, *vacias[1]), filas)
    _bien(leido)
    assert f"Usuarios {hijas[0]}" in [c.texto for c in leido.tablas[0].columnas]


def test_dos_rotulos_que_agrupan() -> None:
    filas = [(n, *p[:2], *r, *p[1:]) for (n, _), p, r in FILAS]
    primera = ("Nº", "Personas", *DESPUES, "Gasto")
    leido = _informe(primera, ("", "Damas", "Varones", "", "", "", "", "Propio", "Ajeno"), filas)
    assert {h.gravedad for h in leido.hallazgos} <= {"aviso"}
    juntos = [(*r, *p[:2], *p[1:]) for _, p, r in FILAS]
    _bien(_informe((*DESPUES, "Personas", "Gasto"), ("", "", "", "", "Damas", "Varones", "Propio", "Ajeno"), juntos))


def test_una_primera_fila_de_palabras_sigue_siendo_una_fila() -> None:
    filas = [(*a, "Ellas", *r) for a, _, r in FILAS]
    leido = _informe((*ANTES, "Usuarios", *DESPUES), (), filas)
    _bien(leido)
    assert "Usuarios" in [c.texto for c in leido.tablas[0].columnas]


def test_un_rotulo_de_la_lista_vale_mas_que_uno_con_una_palabra_suya() -> None:
    primera = ("Objetivo", "Actividades", "Criterio de cumplimiento", "Ponderación", "Cumple", "Ponderación ganada")
    filas = [(a[1], r[0], "Contrato firmado", *r[1:]) for a, _, r in FILAS]
    leido = _informe(primera, (), filas)
    _bien(leido)
    assert [c.rol for c in leido.tablas[0].columnas] == ["objetivo", "actividad", "otro", "ponderacion", "estado", "ponderacion_ganada"]
