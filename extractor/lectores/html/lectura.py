"""A web page as a ``Documento``."""

from __future__ import annotations

import re
from typing import Any

from extractor.errores import ErrorLectura
from extractor.lectores.arbol import Aviso
from extractor.lectores.armador import Armador
from extractor.lectores.html.codificacion import es_mime, texto_de
from extractor.lectores.html.cuerpo import Cuerpo
from extractor.lectores.html.estilos import Estilos
from extractor.lectores.leido import Archivo, Leido
from extractor.modelo.documento import Documento

NOMBRE = "html/1"
_DANADA = "la página web está dañada o vacía; pida otra copia"
_INICIO = re.compile(
    rb"(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|meta|title|body|table|div|p)\b", re.IGNORECASE | re.DOTALL
)
_METADATOS = {"author": "autor", "created": "creado", "changed": "modificado"}


def reconoce(datos: bytes) -> bool:
    """Whether these bytes open as a web page does (tags of its head, or MIME headers of a single-file one)."""
    if es_mime(datos):
        return True
    inicio = datos[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return bool(_INICIO.match(inicio))


def leer(datos: bytes, ruta: str, sha256: str) -> Documento:
    """The document of a web page. Raises ErrorLectura: DOCUMENTO_ILEGIBLE, FORMATO_DESCONOCIDO (binary data) or
    LIMITE_EXCEDIDO (nested or wide without end)."""
    raiz = _raiz(texto_de(datos))
    cuerpo = raiz.find("body")
    lectura = Cuerpo(Estilos(hoja.text or "" for hoja in raiz.iter("style")))
    armador = Armador()
    try:
        bloques = armador.bloques(lectura.nodos(cuerpo if cuerpo is not None else raiz))
    except RecursionError as error:
        raise ErrorLectura("LIMITE_EXCEDIDO", "la página web está anidada sin fin; ábrala y guárdela de nuevo") from error
    avisos: list[Aviso] = list(armador.avisos)
    if lectura.ocultos:
        avisos.append(("LECTURA_DUDOSA", "la página tiene texto oculto, que no se muestra; no se leyó", None))
    if lectura.dudosos:
        frase = (
            f"la página puede ocultar o tachar {lectura.dudosos} pasaje(s) con estilos que no se evalúan; "
            "se leyeron como vigentes: compruébelos en un navegador"
        )
        avisos.append(("LECTURA_DUDOSA", frase, None))
    leido = Leido(bloques, tuple(avisos), tuple(lectura.notas), imagenes=tuple(armador.imagenes), metadatos=_metadatos(raiz))
    return Archivo(datos, ruta, sha256).documento("html", NOMBRE, leido)


def _raiz(texto: str) -> Any:
    from lxml import etree, html

    # the parser's own depth limit would cut the page short in silence; ours refuses it
    interprete = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        raiz = html.document_fromstring(texto.replace("\x00", "").encode("utf-8", "replace"), interprete)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", _DANADA) from error
    return raiz


def _metadatos(raiz: Any) -> dict[str, str | None]:
    datos: dict[str, str | None] = {"autor": None, "creado": None, "modificado": None, "titulo": None}
    for meta in raiz.iter("meta"):
        clave = _METADATOS.get(str(meta.get("name", "")).casefold())
        if clave and (meta.get("content") or "").strip():
            datos[clave] = meta.get("content").strip()
    titulo = raiz.find(".//title")
    if titulo is not None and (titulo.text or "").strip():
        datos["titulo"] = " ".join(titulo.text.split())
    return datos
