"""What the readers share: the text of a file decided once, and cells put together from paragraphs."""

from __future__ import annotations

import codecs

from extractor.errores import ErrorLectura
from extractor.lectores.paginas_de_codigo import elegir
from extractor.modelo.base import Origen
from extractor.modelo.documento import Celda, Parrafo

_BOM = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decodificar(datos: bytes) -> tuple[str, str]:
    """The file's text and the name of its encoding: by its mark, else UTF-8 if it is valid, else UTF-16 if zero
    bytes alternate, else the code page that its letters tell (Windows-1252, what Word 97 wrote, where they tell none).

    Raises ErrorLectura(FORMATO_DESCONOCIDO) for binary data.
    """
    for marca, nombre in _BOM:
        if datos.startswith(marca):
            try:
                return datos.decode(nombre), nombre.removesuffix("-sig")
            except UnicodeDecodeError:
                break
    ceros = datos.count(0)
    if ceros:
        for nombre, desde in (("utf-16-le", 1), ("utf-16-be", 0)):
            if len(datos) >= 4 and datos[desde::2].count(0) > 0.6 * (len(datos) // 2) and len(datos) % 2 == 0:
                return datos.decode(nombre, "replace"), nombre
        raise ErrorLectura("FORMATO_DESCONOCIDO", "no es un texto ni un formato conocido; indique el programa que lo creó")
    try:
        return datos.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    controles = sum(b < 32 and b not in b"\t\n\r\f\x0b\x07" for b in datos)
    if controles > len(datos) // 50:
        raise ErrorLectura("FORMATO_DESCONOCIDO", "no es un texto ni un formato conocido; indique el programa que lo creó")
    pagina = elegir(datos)
    return pagina.texto, pagina.nombre


def lineas_de(texto: str) -> list[str]:
    """The lines of a text file: only LF and CRLF end a line (CONTRACT.md section 2)."""
    return [linea.removesuffix("\r") for linea in texto.split("\n")]


def parrafo_de_linea(linea: str, numero: int, inicio: int, fin: int, hueco: int) -> Parrafo | None:
    """The text between two offsets of line ``numero`` (from 1), trimmed; None when it is blank."""
    crudo = linea[inicio:fin]
    texto = crudo.strip()
    if not texto:
        return None
    desde = inicio + len(crudo) - len(crudo.lstrip())
    hasta = desde + len(texto)
    origen = Origen(linea_inicio=numero, linea_fin=numero, inicio=desde, fin=hasta, texto=texto)
    return Parrafo(texto, origen, hueco)


def celda_de_lineas(parrafos: list[Parrafo], lineas: list[str], numero: int, inicio: int, columna: int = 0) -> Celda:
    """A cell of a text file whose text starts at ``inicio`` of line ``numero``."""
    if len(parrafos) == 1:
        origen = parrafos[0].origen
    elif parrafos:
        primero, ultimo = parrafos[0].origen, parrafos[-1].origen
        desde, hasta = primero.linea_inicio or numero, ultimo.linea_fin or numero
        crudo = "\n".join(lineas[desde - 1 : hasta])
        if desde == hasta:
            fin = ultimo.fin
            crudo = crudo[primero.inicio : fin]
        else:
            fin = None
            crudo = crudo[primero.inicio :]
        origen = Origen(linea_inicio=desde, linea_fin=hasta, inicio=primero.inicio, fin=fin, texto=crudo)
    else:
        origen = Origen(linea_inicio=numero, linea_fin=numero, inicio=inicio, fin=inicio, texto="")
    return Celda(tuple(parrafos), origen, columna)
