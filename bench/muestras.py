"""Many distinct documents out of the few samples of ``corpus_muestra/``: same report, other bytes.

Each copy gets a change that says nothing (a comment, a blank at the end, a comment of the package), so that every one has a
content of its own and none is answered by another's kept result.
"""

from __future__ import annotations

import random
import shutil
import zipfile
from pathlib import Path

RAIZ = Path(__file__).resolve().parent.parent
CARPETAS = ("txt", "docx", "doc", "rtf", "odt", "html", "pdf")
_RELLENO_OLE = 512


def sembrar(destino: Path, cuantos: int, parte_escaneada: float, semilla: int = 1) -> list[str]:
    """Writes ``cuantos`` documents below ``destino``, formats and samples in turns, scans spread among them in the share
    given. Returns their relative paths. The same arguments give the same bytes."""
    normales = [ruta for carpeta in CARPETAS for ruta in sorted((RAIZ / "corpus_muestra" / carpeta).iterdir()) if ruta.is_file()]
    escaneadas = sorted((RAIZ / "corpus_muestra" / "escaneado").glob("*.pdf"))
    azar = random.Random(semilla)
    azar.shuffle(normales)
    son_escaneos = set(azar.sample(range(cuantos), round(cuantos * parte_escaneada)))
    rutas = []
    for numero in range(cuantos):
        fuentes = escaneadas if numero in son_escaneos else normales
        fuente = fuentes[numero % len(fuentes)]
        nombre = f"{numero // 1000:03}/{numero:06}_{fuente.stem}{fuente.suffix}"
        copiar_distinto(fuente, destino / nombre, numero)
        rutas.append(nombre)
    return rutas


def copiar_distinto(fuente: Path, destino: Path, numero: int) -> None:
    """A copy of ``fuente`` that holds the same report and bytes that no other ``numero`` gives."""
    destino.parent.mkdir(parents=True, exist_ok=True)
    if fuente.suffix in (".docx", ".odt"):
        shutil.copyfile(fuente, destino)
        with zipfile.ZipFile(destino, "a") as paquete:
            paquete.comment = f"copia {numero}".encode()
        return
    datos = fuente.read_bytes()
    marca = f"{numero}".encode()
    if fuente.suffix == ".pdf":
        datos += b"\n% " + marca + b"\n"
    elif fuente.suffix == ".html":
        datos += b"\n<!-- " + marca + b" -->\n"
    elif fuente.suffix == ".rtf":
        datos = datos.replace(b"{\\rtf1", b"{\\rtf1{\\*\\extractorcopia " + marca + b"}", 1)
    elif fuente.suffix == ".doc":
        datos += marca.ljust(_RELLENO_OLE, b"\0")
    else:
        en_utf16 = datos.startswith((b"\xff\xfe", b"\xfe\xff"))
        blancos = "\n" + " " * (numero % 97 + 1) + "\n" * (numero // 97 + 1)
        datos += blancos.encode("utf-16-be" if datos.startswith(b"\xfe\xff") else "utf-16-le" if en_utf16 else "ascii")
    destino.write_bytes(datos)
