"""The samples in the formats that services sent: doc, rtf, odt, html, pdf and scanned pdf, made from our own .docx.

LibreOffice writes them, so their bytes depend on its version: they are committed, and made again only on request. A
scan is the PDF's pages as one-bit pictures at 200 dots per inch, as an office scanner leaves them.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

PUNTOS_POR_PULGADA = 200
FILTROS = {
    "doc": "doc:MS Word 97",
    "rtf": "rtf:Rich Text Format",
    "odt": "odt",
    "html": "html:HTML (StarWriter):EmbedImages",
    "pdf": "pdf:writer_pdf_Export",
}


def convertir(carpeta: Path) -> list[Path]:
    """Every sample in every format of ``FILTROS``, and scanned; raises when LibreOffice or pdftoppm fails."""
    fuentes = sorted((carpeta / "docx").glob("*.docx"))
    hechos: list[Path] = []
    with tempfile.TemporaryDirectory() as temporal:
        perfil = f"-env:UserInstallation={(Path(temporal) / 'perfil').as_uri()}"
        for extension, filtro in FILTROS.items():
            destino = carpeta / extension
            destino.mkdir(exist_ok=True)
            orden = ["soffice", "--headless", perfil, "--convert-to", filtro, "--outdir", str(destino), *map(str, fuentes)]
            subprocess.run(orden, check=True, capture_output=True, timeout=600)
            for fuente in fuentes:
                hecho = destino / f"{fuente.stem}.{extension}"
                # LibreOffice exits with 0 though it converted nothing
                if not hecho.exists():
                    raise FileNotFoundError(f"LibreOffice no convirtió {fuente.name} a {extension}")
                hechos.append(hecho)
    return [*hechos, *_escanear(carpeta)]


def _escanear(carpeta: Path) -> list[Path]:
    from PIL import Image

    destino = carpeta / "escaneado"
    destino.mkdir(exist_ok=True)
    hechos = []
    for pdf in sorted((carpeta / "pdf").glob("*.pdf")):
        with tempfile.TemporaryDirectory() as temporal:
            orden = ["pdftoppm", "-r", str(PUNTOS_POR_PULGADA), "-gray", "-png", str(pdf), f"{temporal}/p"]
            subprocess.run(orden, check=True, capture_output=True, timeout=300)
            paginas = [Image.open(p).convert("1") for p in sorted(Path(temporal).glob("p*.png"))]
            hecho = destino / pdf.name
            paginas[0].save(hecho, "PDF", save_all=True, append_images=paginas[1:], resolution=PUNTOS_POR_PULGADA)
        hechos.append(hecho)
    return hechos
