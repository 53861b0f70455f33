"""How long a .doc takes to read, against opening its container alone and against a LibreOffice conversion.

    python bench/doc.py [FILE.doc ...]

Without arguments the samples are converted to .doc first. Every file is read several times and the median kept; the
conversion is one call per file with a profile that is already warm, which is the best case for LibreOffice, and one call
over all the files. Ends with status 1 if our reader is not at least 50 times faster than one conversion of one file.
"""

from __future__ import annotations

import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

RAIZ = Path(__file__).resolve().parent.parent
VECES = 15
META = 50


def segundos(hacer: Callable[[], object], veces: int) -> float:
    tiempos = []
    for _ in range(veces):
        inicio = time.perf_counter()
        hacer()
        tiempos.append(time.perf_counter() - inicio)
    return statistics.median(tiempos)


def convertir(archivos: list[Path], formato: str, carpeta: Path) -> float:
    """Seconds that one call of LibreOffice takes over all the files."""
    programa = shutil.which("soffice")
    if programa is None:
        raise SystemExit("LibreOffice is needed to compare: apt-get install libreoffice-writer-nogui")
    perfil = f"-env:UserInstallation={(carpeta / 'perfil').as_uri()}"
    inicio = time.perf_counter()
    orden = [programa, perfil, "--headless", "--convert-to", formato, "--outdir", str(carpeta), *map(str, archivos)]
    subprocess.run(orden, check=True, capture_output=True, timeout=600)
    tiempo = time.perf_counter() - inicio
    assert all((carpeta / f"{a.stem}.{formato}").is_file() for a in archivos)
    return tiempo


def abrir(datos: bytes) -> int:
    """What any reader of these files must do: open the container and take the text and table streams."""
    import olefile

    with olefile.OleFileIO(datos) as archivo:
        return sum(len(archivo.openstream(n).read()) for n in ("WordDocument", "0Table", "1Table") if archivo.exists(n))


def principal(rutas: list[str]) -> int:
    from extractor.lectores.doc.lectura import leer_propio

    with tempfile.TemporaryDirectory() as nombre:
        carpeta = Path(nombre)
        archivos = [Path(r) for r in rutas]
        if not archivos:
            convertir(sorted((RAIZ / "corpus_muestra" / "docx").glob("*.docx")), "doc", carpeta)
            archivos = sorted(carpeta.glob("*.doc"))
        contenidos = [a.read_bytes() for a in archivos]
        leer_propio(contenidos[0], "x.doc", "")
        propios = [segundos(lambda d=d: leer_propio(d, "x.doc", ""), VECES) for d in contenidos]  # type: ignore[misc]
        sueltos = [segundos(lambda d=d: abrir(d), VECES) for d in contenidos]  # type: ignore[misc]
        memoria = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        convertir(archivos[:1], "docx", carpeta)
        uno_a_uno = [convertir([a], "docx", carpeta) for a in archivos]
        juntos = convertir(archivos, "docx", carpeta) / len(archivos)
    propio, suelto, conversion = (statistics.median(t) for t in (propios, sueltos, uno_a_uno))
    print(f"files                {len(archivos)}, {sum(map(len, contenidos)) // 1024} KB")
    print(f"our reader           {propio * 1000:8.2f} ms a file (median; slowest {max(propios) * 1000:.2f}); peak {memoria} MB")
    print(f"olefile alone        {suelto * 1000:8.2f} ms a file; ours takes {propio / suelto:.1f} times that")
    print(f"LibreOffice          {conversion * 1000:8.2f} ms a file, one call each: {conversion / propio:.0f} times ours")
    print(f"LibreOffice, batch   {juntos * 1000:8.2f} ms a file, one call for all: {juntos / propio:.0f} times ours")
    return 0 if conversion / propio >= META else 1


if __name__ == "__main__":
    sys.exit(principal(sys.argv[1:]))
