"""A picture of the size of a table under the title of one, with no table there, is told in every format."""

from __future__ import annotations

import pytest
from ayudas_docx import hacer, p, tabla, tc
from test_lector_odt import hacer as hacer_odt

from extractor.lectores import leer_bytes
from extractor.modelo.declarado import Declarado
from extractor.proceso import informe_de

TITULOS = ("ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007", "Actividad 1.2: Análisis del avance")
FRASE = "imagen del tamaño de una tabla"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def _dibujo(ancho: int, alto: int) -> str:
    blip = '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>'
    return f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{_WP}"><wp:extent cx="{ancho}" cy="{alto}"/>{blip}</wp:inline></w:drawing></w:r></w:p>'


def _docx(imagen: str, despues: str = "") -> bytes:
    return hacer("".join(p(t) for t in TITULOS) + imagen + p("Fin del informe.") + despues)


VML = "<w:p><w:r><w:pict><v:shape style='width:467pt;height:120.5pt'><v:imagedata/></v:shape></w:pict></w:r></w:p>"
FORMAS = {
    "docx": _docx(_dibujo(5_400_000, 1_800_000)),
    "docx_antiguo": _docx(VML),
    "odt": hacer_odt(
        "".join(f"<text:p>{t}</text:p>" for t in TITULOS)
        + '<text:p><draw:frame svg:width="15cm" svg:height="5.2cm"><draw:image/></draw:frame></text:p>'
    ),
    "rtf": (
        "{\\rtf1\\ansi " + "".join(f"{t}\\par " for t in TITULOS)
        + "{\\*\\shppict{\\pict\\picwgoal9000\\pichgoal3000\\pngblip 8950}}{\\nonshppict{\\pict\\picwgoal9000\\pichgoal3000 01}}\\par}"
    ).encode("cp1252"),
    "html": ("<html><body>" + "".join(f"<p>{t}</p>" for t in TITULOS) + "<p><img width=620 height=200></p></body></html>").encode(),
    "html_estilo": ("<html><body>" + "".join(f"<p>{t}</p>" for t in TITULOS) + "<img style='width:16cm;height:5cm'></body></html>").encode(),
}  # fmt: skip


def _avisos(datos: bytes) -> list[str]:
    informe = informe_de(leer_bytes(datos, "informe"), Declarado())
    return [h.mensaje for h in informe.hallazgos if FRASE in h.mensaje]


@pytest.mark.parametrize("forma", FORMAS)
def test_se_dice_donde_esta(forma: str) -> None:
    (aviso,) = _avisos(FORMAS[forma])
    assert "Actividad 1.2" in aviso
    (imagen,) = leer_bytes(FORMAS[forma], "informe").imagenes
    assert (imagen.bloques, imagen.origen.parrafo) == (2, 2)


@pytest.mark.parametrize(
    "datos",
    [
        _docx(_dibujo(1_800_000, 1_800_000)),
        _docx(_dibujo(5_400_000, 1_800_000), tabla([tc("a"), tc("b")], [tc("c"), tc("d")])),
        hacer(p("Fotos") + _dibujo(5_400_000, 1_800_000)),
    ],
    ids=["pequena", "con_tabla", "sin_titulo"],
)
def test_de_las_demas_no_se_dice_nada(datos: bytes) -> None:
    assert _avisos(datos) == []
