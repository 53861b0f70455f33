"""xls workbooks (Excel 97-2003) through xlrd, with their number formats and merged cells."""

from __future__ import annotations

import io
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from extractor.comun.ajustes import MB, limites
from extractor.errores import ErrorLectura
from extractor.lectores.hojas.bloques import Hoja, en_bloques
from extractor.lectores.hojas.textos import TextoDeCelda
from extractor.lectores.hojas.xlsx import mostrar_valor
from extractor.lectores.leido import Archivo, Leido
from extractor.modelo.documento import Documento

NOMBRE = "xls/1"
_TEXTO, _NUMERO, _FECHA, _LOGICO, _ERROR = 1, 2, 3, 4, 5
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LIBROS = tuple(f"{nombre}\x00".encode("utf-16-le") for nombre in ("Workbook", "Book"))
_WORD = "WordDocument".encode("utf-16-le")
"""Names of streams as the directory of an OLE file keeps them."""
_DANADO = "la planilla está dañada o incompleta; pida otra copia o ábrala y guárdela de nuevo"


def reconoce_xls(datos: bytes) -> bool:
    """Whether these bytes are an OLE file that holds a workbook and no Word document."""
    return datos.startswith(_OLE) and any(n in datos for n in _LIBROS) and _WORD not in datos


def leer_xls(datos: bytes, ruta: str, sha256: str) -> Documento:
    """The document of an xls file. Raises ErrorLectura: DOCUMENTO_PROTEGIDO for one with a password,
    DOCUMENTO_ILEGIBLE for one that cannot be opened."""
    libro = _abrir(datos)
    bloques, avisos = en_bloques([_hoja(libro, orden) for orden in range(libro.nsheets)])
    return Archivo(datos, ruta, sha256).documento(
        "xls", NOMBRE, Leido(bloques, tuple(avisos), metadatos={"autor": str(libro.user_name).strip() or None})
    )


def _abrir(datos: bytes) -> Any:
    import xlrd

    try:
        libro = _flujo(datos)
        return xlrd.open_workbook(file_contents=libro, formatting_info=True, ragged_rows=True, logfile=io.StringIO())
    except Exception as error:
        # on broken bytes both libraries let out whatever their parsing trips over: anything raised is the file's fault
        if "encrypted" in str(error).casefold():
            raise ErrorLectura("DOCUMENTO_PROTEGIDO", "la planilla tiene clave; pida una copia sin clave") from error
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", _DANADO) from error


def _flujo(datos: bytes) -> bytes:
    """The workbook's stream out of its OLE container. xlrd would follow a sector chain that bites its tail for ever;
    olefile reads no more sectors than the stream's size."""
    import olefile

    with olefile.OleFileIO(io.BytesIO(datos)) as contenedor:
        nombre = next((n for n in ("Workbook", "Book") if contenedor.exists(n)), None)
        if nombre is None or contenedor.get_size(nombre) > limites().parte_mb * MB:
            raise ValueError("no workbook stream, or one larger than any report")
        contenido: bytes = contenedor.openstream(nombre).read()
        return contenido


def _hoja(libro: Any, orden: int) -> Hoja:
    fuente = libro.sheet_by_index(orden)
    hoja = Hoja(orden, str(fuente.name), oculta=fuente.visibility != 0)
    hoja.uniones = [(f0, f1 - 1, c0, c1 - 1) for f0, f1, c0, c1 in fuente.merged_cells]
    hoja.filas_ocultas = {f for f, ficha in fuente.rowinfo_map.items() if ficha.hidden}
    hoja.columnas_ocultas = {c for c, ficha in fuente.colinfo_map.items() if ficha.hidden}
    for fila in range(fuente.nrows):
        for columna, celda in enumerate(fuente.row(fila)):
            texto, tachados = _sin_tachado(libro, celda, fuente.rich_text_runlist_map.get((fila, columna), ()))
            hoja.llenar((fila, columna), texto, tachados)
    return hoja


def _sin_tachado(libro: Any, celda: Any, cambios: Sequence[tuple[int, int]]) -> tuple[str, int]:
    """What a cell shows without what is struck out, and in how many stretches that was. ``cambios``: where each run of its text
    begins and its font, after the cell's own."""
    forma = celda.xf_index or 0
    propia = _letra(libro, libro.xf_list[forma].font_index if 0 <= forma < len(libro.xf_list) else -1)
    if celda.ctype != _TEXTO:
        texto = _mostrar(libro, celda)
        return ("", 1) if propia[0] and texto.strip() else (texto, 0)
    crudo = str(celda.value)
    cortes = [(0, propia), *((lugar, _letra(libro, letra)) for lugar, letra in sorted(cambios))]
    tramos = zip(cortes, [*(lugar for lugar, _ in cortes[1:]), len(crudo)], strict=True)
    return TextoDeCelda(tuple((crudo[a:b], *letra) for (a, letra), b in tramos)).sin_tachado(*propia)


def _letra(libro: Any, numero: int) -> tuple[bool, str | None]:
    """Whether a font strikes out its text, and its name."""
    letra = libro.font_list[numero] if 0 <= numero < len(libro.font_list) else None
    return (False, None) if letra is None else (bool(letra.struck_out), str(letra.name))


def _mostrar(libro: Any, celda: Any) -> str:
    if celda.ctype in (_NUMERO, _FECHA):
        # the shortest decimal that stands for the stored double is the one that was typed
        return mostrar_valor(Decimal(repr(celda.value)), _formato(libro, celda), bool(libro.datemode))
    if celda.ctype == _LOGICO:
        return "VERDADERO" if celda.value else "FALSO"
    if celda.ctype == _ERROR:
        from xlrd.biffh import error_text_from_code

        return str(error_text_from_code.get(celda.value, "#N/A"))
    return ""


def _formato(libro: Any, celda: Any) -> str:
    try:
        return str(libro.format_map[libro.xf_list[celda.xf_index].format_key].format_str)
    except (IndexError, KeyError, TypeError):
        return "General"
