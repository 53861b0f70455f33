"""A PDF with a text layer -> ``Documento``: pages one by one, then what only the whole document tells.

Pages are closed as they are read and leave only their lines. Then furniture is taken out, tables that go on over page
ends are joined, the leading and the words of the document are measured, and paragraphs are rebuilt.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from extractor.errores import ErrorLectura
from extractor.lectores.arbol import Aviso
from extractor.lectores.armador import aviso_de_tachados
from extractor.lectores.leido import Archivo, Leido
from extractor.lectores.membretes import lineas_de_membrete
from extractor.lectores.pdf.armado import armar_documento
from extractor.lectores.pdf.limites import PaginaDanada, paginas_limitadas, revisar_flujos, silenciar
from extractor.lectores.pdf.paginas import PaginaLeida, leer_pagina
from extractor.modelo.base import Origen
from extractor.modelo.documento import Bloque, BloqueTabla, Documento, FlujoCeldas, Imagen

NOMBRE = "pdf/1"
_SIN_TEXTO = "la página no tiene texto sino una imagen; hay que leerla con reconocimiento de texto (OCR)"
_EXCESIVA = "la página tiene demasiados trazos o letras y no se leyó; pida otra copia del documento"
_DANADA = "la página está dañada y no se leyó; pida otra copia del documento"
_ILEGIBLE = "el PDF está dañado o incompleto; pida otra copia o ábralo e imprímalo de nuevo a PDF"
_PROTEGIDO = "el PDF está protegido con contraseña; pida una copia sin contraseña"
_CIFRADO = "el PDF está cifrado de un modo que no se puede leer; pida una copia sin protección"
_FECHA = re.compile(r"^D:(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?")


def leer(datos: bytes, ruta: str, sha256: str) -> Documento:
    """The document of a PDF, pages without text told in ``avisos``.

    Raises ErrorLectura: DOCUMENTO_PROTEGIDO, DOCUMENTO_ILEGIBLE or LIMITE_EXCEDIDO.
    """
    paginas, metadatos, avisos = leer_paginas(datos)
    leido = armar(paginas)
    sin_texto = (("PAGINA_SIN_TEXTO", _SIN_TEXTO, Origen(pagina=p.numero, texto="")) for p in paginas if p.sin_texto)
    return Archivo(datos, ruta, sha256).documento(
        "pdf", NOMBRE, replace(leido, avisos=(*avisos, *leido.avisos, *sin_texto), metadatos=metadatos)
    )


def armar(paginas: Sequence[PaginaLeida]) -> Leido:
    """What pages already read hold, scanned ones among them."""
    impresas = [x for p in paginas for x in (*p.lineas, *(y for t in p.tablas for c in t.celdas for y in c.lineas))]
    bloques, notas, descartadas, propios = armar_documento(paginas)
    quedan = {id(x) for p in paginas for x in (*p.lineas, *(y for t in p.tablas for c in t.celdas for y in c.lineas))}
    return Leido(
        bloques,
        (*aviso_de_tachados(sum(p.tachados for p in paginas)), *propios),
        notas,
        descartadas,
        membretes=lineas_de_membrete(x.texto for x in impresas if id(x) not in quedan),
        imagenes=_imagenes(paginas, bloques),
        paginas=len(paginas),
    )


def _imagenes(paginas: Sequence[PaginaLeida], bloques: Sequence[Bloque]) -> tuple[Imagen, ...]:
    """The pictures of the pages, each after the blocks that stand above it."""
    origenes = [b.filas[0].origen if isinstance(b, BloqueTabla) else b.origen for b in bloques if not isinstance(b, FlujoCeldas)]
    lugares = [_lugar(o) for o in origenes]
    halladas = []
    for pagina in paginas:
        for caja in pagina.imagenes:
            mostrada = pagina.caja_mostrada(caja)
            antes = sum(lugar <= (pagina.numero, mostrada[1]) for lugar in lugares)
            halladas.append(Imagen(antes, Origen(pagina=pagina.numero, caja=mostrada, texto="")))
    return tuple(halladas)


def _lugar(origen: Origen) -> tuple[int, float]:
    """Page and height of a place."""
    primero = origen.lugares[0]
    return primero.pagina or 0, primero.caja[1] if primero.caja is not None else 0.0


def leer_paginas(datos: bytes) -> tuple[list[PaginaLeida], dict[str, str | None], list[Aviso]]:
    """The pages read, what the file says of itself, and the pages that could not be read."""
    pdf = _abrir(datos)
    paginas: list[PaginaLeida] = []
    avisos: list[Aviso] = []
    danadas = 0
    for pagina in paginas_limitadas(pdf):
        try:
            leida = leer_pagina(pagina)
        except PaginaDanada:
            leida = PaginaLeida(len(paginas) + 1, 0.0, 0.0)
            danadas += 1
            avisos.append(("LECTURA_DUDOSA", _DANADA, Origen(pagina=leida.numero, texto="")))
        if leida.excesiva:
            avisos.append(("LIMITE_EXCEDIDO", _EXCESIVA, Origen(pagina=leida.numero, texto="")))
        paginas.append(leida)
    if danadas == len(paginas):
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", _ILEGIBLE)
    return paginas, _metadatos(pdf), avisos


def _abrir(datos: bytes) -> Any:
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect, PDFTextExtractionNotAllowed
    from pdfminer.pdfparser import PDFSyntaxError
    from pdfplumber.utils.exceptions import PdfminerException

    silenciar()
    revisar_flujos(datos)
    try:
        return pdfplumber.open(io.BytesIO(datos), unicode_norm=None)
    except PdfminerException as error:
        causa = error.args[0] if error.args else error
        if isinstance(causa, (PDFPasswordIncorrect, PDFTextExtractionNotAllowed)):
            raise ErrorLectura("DOCUMENTO_PROTEGIDO", _PROTEGIDO) from error
        if b"/Encrypt" in datos and not isinstance(causa, PDFSyntaxError):
            raise ErrorLectura("DOCUMENTO_PROTEGIDO", _CIFRADO) from error
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", _ILEGIBLE) from error
    except MemoryError:
        raise
    except Exception as error:  # the library lets its own errors through on damaged catalogues
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", _ILEGIBLE) from error


def _metadatos(pdf: Any) -> dict[str, str | None]:
    crudos = pdf.metadata if isinstance(pdf.metadata, dict) else {}
    campos = {"autor": "Author", "creado": "CreationDate", "modificado": "ModDate", "titulo": "Title"}
    return {campo: _texto(crudos.get(clave), fecha=clave.endswith("Date")) for campo, clave in campos.items()}


def _texto(valor: Any, *, fecha: bool) -> str | None:
    """A metadata value as text; dates ("D:20091215090000-03'00'") as ISO 8601 without their zone."""
    if not isinstance(valor, str) or not valor.strip():
        return None
    limpio = "".join(c for c in valor if c.isprintable()).strip()
    hallada = _FECHA.match(limpio) if fecha else None
    if hallada:
        anio, mes, dia, hora, minuto, segundo = (
            hallada.group(i) or d for i, d in enumerate(("", "01", "01", "00", "00", "00"), start=1)
        )
        return f"{anio}-{mes}-{dia}T{hora}:{minuto}:{segundo}"
    return limpio[:500] or None
