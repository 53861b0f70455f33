"""Every sample report, in every format, against what a person says it holds; and the samples against themselves."""

from __future__ import annotations

import functools
import io
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from verdad import coincide, comparar, leer_verdad

CORPUS = Path(__file__).resolve().parent.parent / "corpus_muestra"
CONVERTIDOS = {f["archivo"]: f["muestra"] for f in yaml.safe_load((CORPUS / "convertidos.yaml").read_text("utf-8"))}
PROPIOS = sorted(p.relative_to(CORPUS).as_posix() for d in ("txt", "docx", "word97") for p in (CORPUS / d).glob("*.*"))
A_MANO = {
    "word97/junji_2007_etapa3.guardado_rapido.doc": "junji_2007_etapa3",
    "word97/fosis_arica_2009_etapa3.con_revisiones.doc": "fosis_arica_2009_etapa3",
}
"""Word 97 files of kinds that LibreOffice does not write, written byte by byte."""
PROPIOS_DEL_FORMATO = {"origen", "id", "padre", "fila_origen", "motivo_alineacion"}
SIN_UNIR = {"junji_2007_etapa3": [(0, 4)]}
"""Rows under a cell merged downwards: text has only a blank cell there, so it cannot tell what Word tells."""
MARCAS_NOTA = re.compile(r"\s*(?:\^\{[ivx]+\}|ⁱ|\ufffd)")
"""What each conversion leaves of a footnote's mark: Word leaves none."""
MUESTRAS = sorted(p.stem for p in (CORPUS / "fuentes").glob("*.yaml"))


@functools.cache
def _informe(archivo: str) -> str:
    """The Informe of a sample file as JSON text (text, so that no test can change another's)."""
    from extractor.modelo.declarado import Declarado
    from extractor.proceso import procesar

    return procesar(CORPUS / archivo, archivo, Declarado()).model_dump_json()


def _leido(archivo: str) -> dict[str, Any]:
    datos: dict[str, Any] = json.loads(_informe(archivo))
    return datos


def test_hay_muestras_de_cada_formato() -> None:
    assert len(MUESTRAS) >= 14
    assert len(CONVERTIDOS) >= 3
    for muestra in MUESTRAS:
        assert (CORPUS / "verdad" / f"{muestra}.yaml").is_file()
        assert {f"txt/{muestra}.txt", f"docx/{muestra}.docx"} <= set(PROPIOS)
    assert set(CONVERTIDOS) | set(A_MANO) <= set(PROPIOS)
    # No stray file: each one comes from a description or from a converter.
    assert len(PROPIOS) == 2 * len(MUESTRAS) + len(CONVERTIDOS) + len(A_MANO)


@pytest.mark.parametrize("archivo", PROPIOS)
def test_informe_igual_a_la_verdad(archivo: str) -> None:
    muestra = (CONVERTIDOS | A_MANO).get(archivo, Path(archivo).stem)
    diferencias = comparar(_leido(archivo), leer_verdad(CORPUS / "verdad" / f"{muestra}.yaml"))
    assert not diferencias, "\n".join(diferencias)


@pytest.mark.parametrize("muestra", MUESTRAS)
def test_texto_y_word_dan_los_mismos_datos(muestra: str) -> None:
    texto, word = (_datos(_leido(f"{tipo}/{muestra}.{tipo}")) for tipo in ("txt", "docx"))
    for tabla, fila in SIN_UNIR.get(muestra, ()):
        for campo in ("celdas", "objetivos"):
            texto["tablas"][tabla]["filas"][fila][campo] = word["tablas"][tabla]["filas"][fila][campo]
    assert texto == word


@pytest.mark.parametrize("archivo", sorted(A_MANO))
def test_word97_hecho_a_mano_da_los_datos_del_docx_sin_libreoffice(archivo: str) -> None:
    leido = _leido(archivo)
    assert (leido["documento"]["formato"], leido["documento"]["lector"]) == ("doc", "doc/1")
    assert leido["documento"]["estado"] == "ok"
    assert _datos(leido) == _datos(_leido(f"docx/{A_MANO[archivo]}.docx"))


def _datos(informe: dict[str, Any]) -> dict[str, Any]:
    """What must not depend on the format: everything but places, ids and what is told of them."""
    tablas = {t["id"]: n for n, t in enumerate(informe["tablas"])}
    campos = ("codigo", "gravedad", "fila", "actividad", "informado", "recalculado")
    hallazgos = [[tablas.get(h["tabla"]), *(h[c] for c in campos)] for h in informe["hallazgos"]]
    return {
        "tablas": _sin_lugares(informe["tablas"]),
        "secciones": _sin_lugares(informe["secciones"]),
        "hallazgos": sorted(hallazgos, key=str),
    }


def _sin_lugares(nodo: Any) -> Any:
    if isinstance(nodo, dict):
        return {clave: _sin_lugares(valor) for clave, valor in nodo.items() if clave not in PROPIOS_DEL_FORMATO}
    if isinstance(nodo, str):
        return MARCAS_NOTA.sub("", nodo)
    return [_sin_lugares(v) for v in nodo] if isinstance(nodo, list) else nodo


def test_la_verdad_de_otra_muestra_no_sirve() -> None:
    informe = _leido("txt/fosis_2007_etapa3.txt")
    assert comparar(informe, leer_verdad(CORPUS / "verdad" / "indap_2007_etapa3.yaml"))


@pytest.mark.parametrize(
    ("patron", "texto", "igual"),
    [
        ("Fijar … campo", "1.- Fijar la   visita al campo", True),
        ("Fijar … campo", "Fijar la visita al campo y volver", False),
        ("Fijar la fecha", "- Fijar la fecha", True),
        ("Fijar la fecha", "Fijar la fecha y la hora", False),
        ("ab … ba", "aba", False),
        (None, None, True),
        (None, "Fijar", False),
    ],
)
def test_comparacion_de_textos(patron: str | None, texto: str | None, igual: bool) -> None:
    assert coincide(patron, texto) is igual


def _generar(codigo: str) -> str:
    """Runs ``codigo`` with the generator imported, in its own process: its modules are no part of the tests."""
    antes = f"import sys; sys.path.insert(0, {str(CORPUS)!r}); import generar; from pathlib import Path; "
    return subprocess.run([sys.executable, "-c", antes + codigo], check=True, capture_output=True, text=True, timeout=300).stdout


def test_regenerar_no_cambia_nada(tmp_path: Path) -> None:
    _generar(f"generar.generar(Path({str(tmp_path)!r}))")
    hechos = sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.*"))
    assert hechos == sorted(set(PROPIOS) - set(CONVERTIDOS))
    for archivo in hechos:
        assert _contenido(tmp_path / archivo) == _contenido(CORPUS / archivo), archivo


def _contenido(archivo: Path) -> Any:
    """The bytes; of a .docx, its entries with their dates, because how deflate packs them depends on the zlib in use."""
    crudo = archivo.read_bytes()
    if archivo.suffix != ".docx":
        return crudo
    with zipfile.ZipFile(io.BytesIO(crudo)) as paquete:
        return [(f.filename, f.date_time, paquete.read(f)) for f in paquete.infolist()]


def test_descripcion_y_verdad_concuerdan() -> None:
    assert _generar("print(generar.comprobar())").strip() == "[]"
