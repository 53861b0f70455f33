"""The pictures that a drawing of Word holds, by their size."""

from __future__ import annotations

import re
from typing import Any

from extractor.lectores.docx.nombres import W
from extractor.lectores.imagenes import en_cm, es_grande

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_IMAGEN_VML = "{urn:schemas-microsoft-com:vml}imagedata"
_UNIDADES_POR_CM = 360_000
_LADOS = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([^;]+)")


def imagenes_grandes(dibujo: Any) -> int:
    """How many pictures of the size of a table a ``drawing`` or a ``pict`` shows, those inside its text boxes apart: they are
    counted where their paragraph is read."""
    grandes = 0
    ajenas = {e for cuadro in dibujo.iter(f"{W}txbxContent") for e in cuadro.iter()}
    for marco in dibujo.iter(f"{_WP}inline", f"{_WP}anchor"):
        tamano = marco.find(f"{_WP}extent")
        if marco in ajenas or tamano is None or not any(str(e.tag).endswith("}blip") and e not in ajenas for e in marco.iter()):
            continue
        lados = [tamano.get(lado, "0") for lado in ("cx", "cy")]
        ancho, alto = (int(x) / _UNIDADES_POR_CM if x.isascii() and x.isdigit() and len(x) < 12 else 0.0 for x in lados)
        grandes += es_grande(ancho, alto)
    for imagen in (i for i in dibujo.iter(_IMAGEN_VML) if i not in ajenas):
        medidas = dict(_LADOS.findall(imagen.getparent().get("style", "")))
        grandes += es_grande(en_cm(medidas.get("width"), "pt"), en_cm(medidas.get("height"), "pt"))
    return grandes
