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


RTF_IMAGEN = "{\\pict\\picwgoal9000\\pichgoal3000\\pngblip 8950}"
ODT_IMAGEN = '<draw:frame svg:width="15cm" svg:height="5.2cm"><draw:image/></draw:frame>'
VACIAS = {
    "docx": _docx(tabla([f"<w:tc>{_dibujo(5_400_000, 1_800_000)}</w:tc>", tc("")])),
    "docx_union": _docx(tabla([tc(""), f"<w:tc><w:tcPr><w:hMerge/></w:tcPr>{_dibujo(5_400_000, 1_800_000)}</w:tc>"])),
    "odt": hacer_odt(
        "".join(f"<text:p>{t}</text:p>" for t in TITULOS)
        + f"<table:table><table:table-row><table:table-cell><text:p>{ODT_IMAGEN}</text:p></table:table-cell></table:table-row></table:table>"
    ),
    "rtf": (
        "{\\rtf1\\ansi " + "".join(f"{t}\\par " for t in TITULOS) + "\\trowd\\cellx9000\\intbl " + RTF_IMAGEN + "\\cell\\row\\pard Fin\\par}"
    ).encode("cp1252"),
    "html": (
        "<html><body>" + "".join(f"<p>{t}</p>" for t in TITULOS) + "<table><tr><td><img width=620 height=200></td></tr></table></body></html>"
    ).encode(),
}  # fmt: skip
"""A table that only frames the picture."""


@pytest.mark.parametrize("forma", VACIAS)
def test_la_que_llena_una_tabla_vacia(forma: str) -> None:
    (aviso,) = _avisos(VACIAS[forma])
    assert "Actividad 1.2" in aviso
    (imagen,) = leer_bytes(VACIAS[forma], "informe").imagenes
    assert (imagen.bloques, imagen.origen.tabla, imagen.origen.fila) == (2, 0, 0)


def _con_celda(celda: str) -> bytes:
    filas = [tc("Objetivo"), tc("Desarrollo")], [tc("Red de talleres"), f"<w:tc>{celda}</w:tc>"], [tc("Otro"), tc("Se hizo")]
    return _docx(tabla(*filas))


def test_la_que_esta_en_una_celda_de_una_tabla_con_datos() -> None:
    (aviso,) = _avisos(_con_celda(_dibujo(5_400_000, 1_800_000)))
    assert "Actividad 1.2" in aviso and "celda" in aviso
    assert _avisos(_con_celda(_dibujo(1_800_000, 1_800_000))) == []


def test_bajo_un_titulo_escrito_en_la_misma_tabla() -> None:
    marco = tabla([tc(TITULOS[1])], [f"<w:tc>{_dibujo(5_400_000, 1_800_000)}</w:tc>"])
    (aviso,) = _avisos(hacer(p(TITULOS[0]) + p("Presentación del servicio") * 6 + marco))
    assert "Actividad 1.2" in aviso


def test_la_que_se_muestra_reducida_no_es_del_tamano_de_una_tabla() -> None:
    for por_ciento, cuantas in ((100, 1), (30, 0)):
        escala = f"\\pict\\picscalex{por_ciento}\\picscaley{por_ciento}\\picwgoal9000"
        datos = ("{\\rtf1\\ansi " + TITULOS[1] + "\\par " + RTF_IMAGEN.replace("\\pict\\picwgoal9000", escala) + "\\par}").encode(
            "cp1252"
        )
        assert len(leer_bytes(datos, "informe").imagenes) == cuantas


def test_la_que_lleva_leyenda_en_un_cuadro_de_texto() -> None:
    cuadro = f"<draw:frame><draw:text-box><text:p>{ODT_IMAGEN}Cuadro 1</text:p></draw:text-box></draw:frame>"
    (aviso,) = _avisos(hacer_odt("".join(f"<text:p>{t}</text:p>" for t in TITULOS) + f"<text:p>{cuadro}</text:p>"))
    assert "Actividad 1.2" in aviso


def test_cada_imagen_de_word_se_cuenta_una_vez_aunque_su_parrafo_se_una_al_anterior() -> None:
    borrada = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Va la tabla:</w:t></w:r></w:p>"
    assert len(leer_bytes(_docx(borrada + _dibujo(5_400_000, 1_800_000)), "informe").imagenes) == 1
    dentro = (
        "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
        + VML
        + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    assert len(leer_bytes(_docx(dentro), "informe").imagenes) == 1
