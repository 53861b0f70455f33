"""Writes ``txt/``, ``docx/`` and ``word97/`` from the descriptions of ``fuentes/``: ``python corpus_muestra/generar.py``.

``--convertidores`` also makes the texts of other converters again (see ``convertidos.yaml``); it needs LibreOffice,
antiword and catdoc, and its output depends on their versions, so those files are committed and not remade otherwise.
``--formatos`` does the same for ``doc/``, ``rtf/``, ``odt/``, ``html/``, ``pdf/`` and ``escaneado/`` (LibreOffice, pdftoppm).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

CARPETA = Path(__file__).resolve().parent
sys.path.insert(0, str(CARPETA))

import yaml  # noqa: E402
from generador import convertidores, doc_a_mano, otros_formatos, txt_pdf, txt_word, word  # noqa: E402
from generador.comprobar import problemas  # noqa: E402
from generador.descripcion import muestras  # noqa: E402

ESCRITORES = {
    "txt_word": ("txt", "txt", txt_word.escribir),
    "txt_pdf": ("txt", "txt", txt_pdf.escribir),
    "docx": ("docx", "docx", word.escribir),
    "doc_guardado_rapido": ("word97", "guardado_rapido.doc", doc_a_mano.guardado_rapido),
    "doc_con_revisiones": ("word97", "con_revisiones.doc", doc_a_mano.con_revisiones),
}
"""Folder, ending and writer of each."""


def generar(destino: Path) -> list[Path]:
    """Writes every sample in every format it asks for under ``destino``; returns the files, in order."""
    escritos: list[Path] = []
    for muestra in muestras():
        for formato in muestra.formatos:
            carpeta, final, escribir = ESCRITORES[formato]
            archivo = destino / carpeta / f"{muestra.nombre}.{final}"
            archivo.parent.mkdir(parents=True, exist_ok=True)
            archivo.write_bytes(escribir(muestra))
            escritos.append(archivo)
    return escritos


def comprobar() -> list[str]:
    """What the descriptions and the truth files say differently; see ``generador/comprobar.py``."""
    hallados: list[str] = []
    for muestra in muestras():
        verdad = yaml.safe_load((CARPETA / "verdad" / f"{muestra.nombre}.yaml").read_text("utf-8"))
        hallados += [f"{muestra.nombre}: {problema}" for problema in problemas(muestra, verdad)]
    return hallados


def principal() -> None:
    opciones = argparse.ArgumentParser(description=__doc__)
    opciones.add_argument("--convertidores", action="store_true", help="rehacer también los textos de otros convertidores")
    opciones.add_argument("--formatos", action="store_true", help="rehacer también doc, rtf, odt, html, pdf y pdf escaneado")
    elegidas = opciones.parse_args()
    if hallados := comprobar():
        sys.exit("\n".join(hallados))
    print(f"{len(generar(CARPETA))} archivos escritos")
    if elegidas.convertidores:
        print(f"{len(convertidores.convertir(CARPETA))} archivos convertidos")
    if elegidas.formatos:
        print(f"{len(otros_formatos.convertir(CARPETA))} archivos en otros formatos")


if __name__ == "__main__":
    principal()
