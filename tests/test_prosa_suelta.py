"""Free prose of a report that stands under no section is kept, as a section without number or title."""

from __future__ import annotations

import pytest
from ayudas_texto import informe, programa_2007

PROGRAMA = programa_2007(
    (("Salares",), ("Medir la salmuera",), ("80",), ("Cumple",), ("80",)),
    (("Bofedales",), ("Cercar las vegas",), ("20",), ("No cumple",), ("0",)),
    region="I de Tarapacá",
)
PROSA = "Las vegas del altiplano no se cercaron porque la comunidad pidió esperar el deshielo."


@pytest.mark.parametrize(("texto", "kept"), [
    (f"{PROGRAMA}\n\n{PROSA}\n", PROSA),
    (f"{PROSA}\n\n{PROGRAMA}", PROSA),
    (f"{PROGRAMA}\n\nObservaciones\n\n{PROSA}\n", f"Observaciones {PROSA}"),
    (f"{PROGRAMA}\n\nNota: {PROSA}\n", f"Nota: {PROSA}"),
])  # fmt: skip
def test_la_prosa_se_guarda_y_no_cambia_el_informe(texto: str, kept: str) -> None:
    leido = informe(texto)
    (seccion,) = leido.secciones
    assert (seccion.texto, seccion.titulo, seccion.numero, seccion.campos) == (kept, None, None, {})
    assert leido.hallazgos == informe(PROGRAMA).hallazgos and leido.documento.estado == "ok"


def test_dos_parrafos_que_una_tabla_separa_son_dos_textos() -> None:
    leido = informe(f"{PROSA}\n\n{PROGRAMA}\n\nEl informe fue revisado por la unidad de auditoría interna del servicio.\n")
    assert [len(s.texto or "") > 40 for s in leido.secciones] == [True, True]


@pytest.mark.parametrize("linea", ["Dirección de Salares y Bofedales de la Región de Tarapacá", "Iquique, 31 de diciembre", "JEFA DE UNIDAD."])
def test_una_portada_o_una_firma_no_son_prosa(linea: str) -> None:
    assert informe(f"{PROGRAMA}\n\n\n{linea}\n").secciones == ()


def test_lo_que_la_prosa_cuenta_y_nombra_se_coteja() -> None:
    leido = informe(f"{PROGRAMA}\n\nEn las obras participaron cuatro instituciones socias (Conaf, Indap y Sag) durante el año.\n")
    (hallado,) = [h for h in leido.hallazgos if h.codigo == "CONTEO_NO_CUADRA"]
    assert hallado.lugar == "texto sin sección"


def test_una_frase_puede_ponderar_juntos_los_programas_de_la_region() -> None:
    """Two tables of one region of 60 and 40; the text says that they are one whole."""
    tablas = "".join(
        f"<p>Actividad 1.{n}: {t}</p><p>Región: I de Tarapacá</p><table border='1'>{c}</table>"
        for n, (t, c) in enumerate((("Implementación", _filas(("Medir", "60"))), ("Difusión", _filas(("Cercar", "40")))), start=1)
    )
    frase = "<p>En la Región de Tarapacá los dos programas suman el cien por ciento, pues ambas tablas se ponderan en conjunto.</p>"
    titulo = "<p>ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007</p>"
    sumas = [v for v in informe(f"<html><body>{titulo}{tablas}{frase}</body></html>", "x.html").verificaciones
             if v.regla == "PONDERACIONES_NO_SUMAN_100"]  # fmt: skip
    assert [(v.resultado, v.recalculado) for v in sumas] == [("CUADRA", "100")] * 2


def _filas(*actividades: tuple[str, str]) -> str:
    cabeza = ("Objetivos", "Actividades", "Ponderación actividad", "Cumple o No cumple", "Ponderación ganada")
    filas = [("Agua", texto, peso, "Cumple", peso) for texto, peso in actividades]
    return "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in fila)}</tr>" for fila in (cabeza, *filas))
