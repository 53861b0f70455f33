"""What the tests of several readers ask alike: that a sample gives the same data in every format, and that damaged bytes are
read or refused, never worse."""

from __future__ import annotations

import json
import random
import subprocess
from collections.abc import Callable
from pathlib import Path

from test_corpus import _datos

from extractor.errores import ErrorLectura
from extractor.modelo.declarado import Declarado
from extractor.modelo.documento import Documento
from extractor.proceso import informe_de

Leer = Callable[[bytes, str, str], Documento]


def convertir(formato: str, carpeta: Path, corpus: Path, soffice: str) -> Path:
    """Every docx sample converted by LibreOffice, with a profile of its own."""
    orden = [soffice, f"-env:UserInstallation={(carpeta / 'perfil').as_uri()}", "--headless", "--convert-to", formato, "--outdir"]
    fuentes = [str(p) for p in sorted((corpus / "docx").glob("*.docx"))]
    subprocess.run([*orden, str(carpeta), *fuentes], check=True, capture_output=True, timeout=300)
    assert len([*carpeta.glob(f"*.{formato}")]) == len(fuentes)
    return carpeta


def da_lo_del_docx(leer: Leer, archivo: Path, corpus: Path) -> None:
    """Data, notes and notices of a converted sample: those of its docx, which has no notices."""
    from extractor.lectores.docx import leer as leer_docx

    muestra = archivo.stem
    documento = leer(archivo.read_bytes(), muestra, "0" * 64)
    original = leer_docx((corpus / "docx" / f"{muestra}.docx").read_bytes(), muestra, "0" * 64)
    assert _informe(documento) == _informe(original)
    assert [(n.marca, n.parrafo.texto) for n in documento.notas] == [(n.marca, n.parrafo.texto) for n in original.notas]
    assert documento.avisos == ()


def _informe(documento: Documento) -> dict[str, object]:
    """What must not depend on the format."""
    return _datos(json.loads(informe_de(documento, Declarado()).model_dump_json()))


def leidos_con_danos(leer: Leer, base: bytes, semilla: int, veces: int, cambios: int, *, cortados: bool = False) -> int:
    """How many of ``veces`` copies with up to ``cambios`` bytes changed (and their end cut off) are read; the others are
    refused with an ErrorLectura, and anything else is raised."""
    azar = random.Random(semilla)
    leidos = 0
    for _ in range(veces):
        datos = bytearray(base)
        for _ in range(azar.randint(1, cambios)):
            datos[azar.randrange(len(datos))] = azar.randrange(256)
        hasta = azar.randint(1, len(datos)) if cortados else len(datos)
        try:
            leer(bytes(datos[:hasta]), "x", "0" * 64)
        except ErrorLectura:
            continue
        leidos += 1
    return leidos
