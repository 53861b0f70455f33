"""Headers of two rows where the second is one by itself and the first has labels that span both, beside the bands that group."""

from __future__ import annotations

import pytest
from ayudas_docx import hacer
from ayudas_texto import informe

from extractor.lectores import leer_bytes
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe
from extractor.proceso import informe_de

TITULOS = ("Servicio Nacional de Menores", "Etapa 3: Implementación del Programa de Trabajo 2008", "Región del Maule")
FILAS = (
    ("1", "Abrir la red", "Firmar el acta con la escuela", "60", "Cumple", "60", "Acta de dos páginas"),
    ("2", "Abrir la red", "Pintar las salas del hogar", "40", "No cumple", "0", "Faltó pintura"),
)
ROTULOS = ("N°", "Objetivo", "Actividad", "Ponderación", "Cumple / No cumple", "Ponderación ganada")


def _html(primera: str, segunda: tuple[str, ...], filas: tuple[tuple[str, ...], ...]) -> Informe:
    cuerpo = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in f)}</tr>" for f in (segunda, *filas))
    titulos = "".join(f"<p>{t}</p>" for t in TITULOS)
    return informe(f"<html><body>{titulos}<table border='1'><tr>{primera}</tr>{cuerpo}</table></body></html>", "x.html")


def _bien(leido: Informe, *altas: str) -> None:
    (tabla,) = leido.tablas
    dichas = [
        (a.texto, a.ponderacion and a.ponderacion.valor, a.ponderacion_ganada and a.ponderacion_ganada.valor)
        for f in tabla.filas
        for a in f.actividades
    ]
    assert dichas == [("Firmar el acta con la escuela", "60", "60"), ("Pintar las salas del hogar", "40", "0")]
    assert set(altas) <= {c.texto for c in tabla.columnas} and leido.hallazgos == ()


@pytest.mark.parametrize(
    ("banda", "otra", "alta"),
    [("Compromiso", "Medición", "Observaciones"), ("Lo que se hará", "Lo que resultó", "Comentario del año")],
)
def test_el_rotulo_alto_de_la_ultima_columna(banda: str, otra: str, alta: str) -> None:
    _bien(_html(f"<td colspan=3>{banda}</td><td colspan=3>{otra}</td><td rowspan=2>{alta}</td>", ROTULOS, FILAS), alta)


def test_rotulos_altos_a_los_dos_lados() -> None:
    filas = tuple((*f[:1], *f[6:], *f[1:6]) for f in FILAS)
    _bien(
        _html("<td rowspan=2>N°</td><td rowspan=2>Notas</td><td colspan=2>Qué</td><td colspan=3>Cuánto</td>", ROTULOS[1:], filas),
        "Notas",
    )


def test_en_word() -> None:
    def celda(texto: str, propiedades: str = "") -> str:
        return f"<w:tc><w:tcPr>{propiedades}</w:tcPr><w:p><w:r><w:t>{texto}</w:t></w:r></w:p></w:tc>"

    ancha = '<w:gridSpan w:val="3"/>'
    primera = celda("Compromiso", ancha) + celda("Medida", ancha) + celda("Notas", '<w:vMerge w:val="restart"/>')
    segunda = "".join(celda(r) for r in ROTULOS) + celda("", "<w:vMerge/>")
    filas = "".join(f"<w:tr>{f}</w:tr>" for f in (primera, segunda, *("".join(map(celda, f)) for f in FILAS)))
    rejilla = f"<w:tblGrid>{'<w:gridCol/>' * 7}</w:tblGrid>"
    parrafos = "".join(f"<w:p><w:r><w:t>{t}</w:t></w:r></w:p>" for t in TITULOS)
    datos = hacer(f"{parrafos}<w:tbl>{rejilla}{filas}</w:tbl><w:p/>")
    _bien(informe_de(leer_bytes(datos, "a.docx"), Declarado()), "Notas")
