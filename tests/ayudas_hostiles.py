"""Files made to harm who reads them, one list per format. ``url`` is an address that must never be asked for, ``secreto``
a file that must never be read; both are put wherever a format lets one name them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

Hostil = Callable[[str, Path], bytes]
MUCHO = 300 * 1024 * 1024
ILEGIBLE, LIMITE, LEIDO = "DOCUMENTO_ILEGIBLE", "LIMITE_EXCEDIDO", "leido"
DESCONOCIDO = "FORMATO_DESCONOCIDO"

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _zip(partes: dict[str, bytes], bomba: str | None = None) -> bytes:
    """A zip of ``partes``; the part ``bomba`` grows to MUCHO bytes of spaces before its end tag."""
    salida = io.BytesIO()
    with zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as paquete:
        for nombre, datos in partes.items():
            with paquete.open(nombre, "w") as parte:
                corte = datos.rfind(b"</")
                parte.write(datos[:corte])
                if nombre == bomba:
                    for _ in range(MUCHO // (1024 * 1024)):
                        parte.write(b" " * (1024 * 1024))
                parte.write(datos[corte:])
    return salida.getvalue()


def _entidad(secreto: Path, url: str) -> str:
    return f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secreto.as_uri()}"><!ENTITY y SYSTEM "{url}">]>'


def _risa() -> str:
    """Entities that grow tenfold each: ten lines stand for a billion words."""
    niveles = "".join(f'<!ENTITY r{n} "{f"&r{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE a [<!ENTITY r0 "risa">{niveles}<!ENTITY x "&r9;"><!ENTITY y "">]>'


def docx(cuerpo: str, antes: str = "", bomba: str | None = None, relaciones: str = "") -> bytes:
    tipos = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    raices = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    propias = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relaciones}</Relationships>'
    documento = f'<?xml version="1.0" encoding="UTF-8"?>{antes}<w:document {W} xmlns:r="{R}"><w:body>{cuerpo}</w:body></w:document>'
    partes = {
        "[Content_Types].xml": tipos, "_rels/.rels": raices, "word/_rels/document.xml.rels": propias, "word/document.xml": documento,
    }  # fmt: skip
    return _zip({n: p.encode() for n, p in partes.items()}, bomba)


def _p(texto: str) -> str:
    return f"<w:p><w:r><w:t>{texto}</w:t></w:r></w:p>"


def _docx_hondo(veces: int) -> bytes:
    return docx("<w:tbl><w:tr><w:tc>" * veces + _p("hondo") + "</w:tc></w:tr></w:tbl>" * veces)


def _docx_afuera(url: str, secreto: Path) -> bytes:
    ajenas = "".join(
        f'<Relationship Id="a{n}" Type="{R}/{tipo}" Target="{destino}" TargetMode="External"/>'
        for n, (tipo, destino) in enumerate(
            [("image", url), ("oleObject", secreto.as_uri()), ("attachedTemplate", url), ("subDocument", secreto.as_uri())]
        )
    )
    campo = f'<w:p><w:fldSimple w:instr="INCLUDETEXT &quot;{secreto.as_uri()}&quot;"><w:r><w:t>campo</w:t></w:r></w:fldSimple></w:p>'
    return docx(_p("texto") + campo + '<w:altChunk r:id="a3"/><w:subDoc r:id="a3"/>', relaciones=ajenas)


def odt(cuerpo: str, antes: str = "", bomba: str | None = None) -> bytes:
    o = "urn:oasis:names:tc:opendocument:xmlns:"
    contenido = (
        f'<?xml version="1.0" encoding="UTF-8"?>{antes}<office:document-content xmlns:office="{o}office:1.0" xmlns:text="{o}text:1.0" '
        f'xmlns:table="{o}table:1.0" xmlns:draw="{o}drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">'
        f"<office:body><office:text>{cuerpo}</office:text></office:body></office:document-content>"
    )
    tipo = "application/vnd.oasis.opendocument.text"
    manifiesto = f'<manifest:manifest xmlns:manifest="{o}manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="{tipo}"/></manifest:manifest>'
    return _zip({"content.xml": contenido.encode(), "META-INF/manifest.xml": manifiesto.encode()}, bomba)


def xlsx(filas: str, antes: str = "", bomba: str | None = None) -> bytes:
    s = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    pk = "http://schemas.openxmlformats.org/package/2006"
    partes = {
        "[Content_Types].xml": f'<Types xmlns="{pk}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{pk}/relationships"><Relationship Id="r1" Type="{R}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{pk}/relationships"><Relationship Id="r1" Type="{R}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{s}" xmlns:r="{R}"><sheets><sheet name="Hoja" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f'<?xml version="1.0"?>{antes}<worksheet xmlns="{s}"><sheetData>{filas}</sheetData></worksheet>',
    }
    return _zip({n: p.encode() for n, p in partes.items()}, bomba)


def _celda(texto: str, lugar: str = "A1") -> str:
    return f'<row r="1"><c r="{lugar}" t="inlineStr"><is><t>{texto}</t></is></c></row>'


def pdf(objetos: list[bytes]) -> bytes:
    """A PDF of numbered objects (from 1; the first is the catalogue), with its table of places."""
    salida = io.BytesIO(b"%PDF-1.7\n")
    salida.seek(0, io.SEEK_END)
    lugares = []
    for numero, cuerpo in enumerate(objetos, 1):
        lugares.append(salida.tell())
        salida.write(b"%d 0 obj\n%s\nendobj\n" % (numero, cuerpo))
    tabla = salida.tell()
    salida.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objetos) + 1))
    salida.writelines(b"%010d 00000 n \n" % lugar for lugar in lugares)
    salida.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objetos) + 1, tabla))
    return salida.getvalue()


def _flujo(datos: bytes, mas: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(datos), mas, datos)


LETRA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
HOJA = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
TEXTO = b"BT /F1 12 Tf 72 700 Td (Informe de prueba) Tj ET"


def _pdf_activo(url: str, secreto: Path) -> bytes:
    """JavaScript and a program to launch at opening, an embedded file, an address."""
    ruta = str(secreto).encode()
    catalogo = (
        b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.launchURL\\('%s'\\)) "
        b"/Next << /S /Launch /F (%s) >> >> /Names << /EmbeddedFiles << /Names [(a.exe) 6 0 R] >> >> >>" % (url.encode(), ruta)
    )
    return pdf([
        catalogo, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        HOJA.replace(b"/Contents", b"/AA << /O << /S /URI /URI (%s) >> >> /Contents" % url.encode()),
        _flujo(TEXTO), LETRA, b"<< /Type /Filespec /F (a.exe) /EF << /F 7 0 R >> >>", _flujo(b"MZ ejecutable", b"/Type /EmbeddedFile"),
    ])  # fmt: skip


def _pdf_en_otro_archivo(url: str, secreto: Path) -> bytes:
    """The page's contents are said to live in another file of the disk."""
    return pdf([
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", HOJA,
        _flujo(TEXTO, b"/F (%s)" % str(secreto).encode()), LETRA,
    ])  # fmt: skip


def _pdf_ciclo(url: str, secreto: Path) -> bytes:
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>"])


def _pdf_bomba(url: str, secreto: Path) -> bytes:
    inflado = zlib.compressobj(9)
    datos = b"".join(inflado.compress(b" " * (1024 * 1024)) for _ in range(2 * MUCHO // (1024 * 1024))) + inflado.flush()
    return pdf([
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", HOJA,
        _flujo(datos, b"/Filter /FlateDecode"), LETRA,
    ])  # fmt: skip


def _pdf_formas(url: str, secreto: Path) -> bytes:
    """Ten levels of forms, each drawn ten times by the one above."""
    paginas = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    niveles = []
    for nivel in range(10):
        recurso = b"/Resources << /XObject << /X %d 0 R >> >>" % (7 + nivel) if nivel < 9 else b"/Resources << /Font << /F1 5 0 R >> >>"
        dibujo = b"/X Do " * 10 if nivel < 9 else TEXTO
        niveles.append(_flujo(dibujo, b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] " + recurso))
    hoja = HOJA.replace(b"/Font <<", b"/XObject << /X 6 0 R >> /Font <<")
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", paginas, hoja, _flujo(b"/X Do"), LETRA, *niveles])


def _pdf_hoja_enorme(url: str, secreto: Path) -> bytes:
    """A page without text, kilometres wide: drawing it whole would take all memory."""
    hoja = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900000 900000] /Contents 4 0 R /Resources << >> >>"
    return pdf([
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", hoja,
        _flujo(b"0 0 100000 100000 re f"),
    ])  # fmt: skip


def ole_ciclico(flujo: str) -> bytes:
    """An OLE file with one stream of that name whose chain of sectors bites its tail, and so does its directory's."""
    fat = struct.pack("<128I", 0xFFFFFFFD, 1, 3, 2, *[0xFFFFFFFF] * 124)

    def entrada(nombre: str, tipo: int, hijo: int, sector: int, tamano: int) -> bytes:
        codificado = nombre.encode("utf-16-le")
        return (
            codificado.ljust(64, b"\0") + struct.pack("<HBB", len(codificado) + 2, tipo, 1)
            + struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, hijo) + bytes(36) + struct.pack("<IQ", sector, tamano)
        )  # fmt: skip

    directorio = entrada("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entrada(flujo, 2, 0xFFFFFFFF, 2, 0x7FFFFFFF) + bytes(256)
    cabecera = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096,
        0xFFFFFFFE, 0, 0xFFFFFFFE, 0) + struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    )  # fmt: skip
    return cabecera + fat + directorio + bytes(512 * 4)


def _png_enorme(url: str, secreto: Path) -> bytes:
    def trozo(nombre: bytes, datos: bytes) -> bytes:
        return struct.pack(">I", len(datos)) + nombre + datos + struct.pack(">I", zlib.crc32(nombre + datos))

    ficha = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + trozo(b"IHDR", ficha) + trozo(b"IDAT", zlib.compress(bytes(1000))) + trozo(b"IEND", b"")


def _tif_ciclo(url: str, secreto: Path) -> bytes:
    """A one-pixel image whose next page is itself."""
    campos = [(256, 4, 1, 1), (257, 4, 1, 1), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, 1, 4), (279, 4, 1, 1)]
    indice = struct.pack("<H", len(campos)) + b"".join(struct.pack("<HHII", *campo) for campo in campos) + struct.pack("<I", 8)
    return b"II*\0" + struct.pack("<I", 8) + indice


def _rtf(cuerpo: str) -> bytes:
    return (r"{\rtf1\ansi " + cuerpo + "}").encode("latin-1")


def _html(cuerpo: str) -> bytes:
    return f"<html><head><title>Informe</title></head><body>{cuerpo}</body></html>".encode()


def _html_afuera(url: str, secreto: Path) -> bytes:
    uri = secreto.as_uri()
    return _html(
        f'<link rel="stylesheet" href="{url}"><base href="{url}"><img src="{url}"><iframe src="{uri}"></iframe>'
        f'<object data="{uri}"></object><embed src="{url}"><script src="{url}">document.write("guion")</script>'
        f'<meta http-equiv="refresh" content="0; url={url}"><p>texto</p><table><tr><td>25%</td></tr></table>'
    )


HOSTILES: dict[str, list[tuple[str, Hostil, set[str]]]] = {
    "docx": [
        ("entidades de afuera", lambda url, s: docx(_p("&x;&y;"), _entidad(s, url)), {ILEGIBLE}),
        ("entidades que crecen", lambda url, s: docx(_p("&x;&y;"), _risa()), {ILEGIBLE}),
        ("bomba", lambda url, s: docx(_p("texto"), bomba="word/document.xml"), {LIMITE}),
        ("tablas anidadas", lambda url, s: _docx_hondo(3000), {LIMITE, ILEGIBLE, LEIDO}),
        ("cosas de afuera", _docx_afuera, {LEIDO}),
        ("celda de mil millones", lambda url, s: docx(
            '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>' + _p("a") + "</w:tc></w:tr></w:tbl>"
        ), {LEIDO, LIMITE, ILEGIBLE}),
    ],
    "odt": [
        ("entidades de afuera", lambda url, s: odt("<text:p>&x;&y;</text:p>", _entidad(s, url)), {ILEGIBLE}),
        ("bomba", lambda url, s: odt("<text:p>texto</text:p>", bomba="content.xml"), {LIMITE}),
        ("tablas anidadas", lambda url, s: odt(
            "<table:table><table:table-row><table:table-cell>" * 3000 + "<text:p>a</text:p>"
            + "</table:table-cell></table:table-row></table:table>" * 3000
        ), {LIMITE, ILEGIBLE, LEIDO}),
        ("cosas de afuera", lambda url, s: odt(
            f'<text:p>texto<draw:frame><draw:image xlink:href="{url}"/><draw:object xlink:href="{s.as_uri()}"/></draw:frame></text:p>'
            f'<text:section text:name="a"><text:section-source xlink:href="{s.as_uri()}"/></text:section>'
        ), {LEIDO}),
        ("celdas repetidas sin fin", lambda url, s: odt(
            '<table:table><table:table-row table:number-rows-repeated="99999999"><table:table-cell '
            'table:number-columns-repeated="99999999"><text:p>a</text:p></table:table-cell></table:table-row></table:table>'
        ), {LIMITE, ILEGIBLE, LEIDO}),
    ],
    "xlsx": [
        ("entidades de afuera", lambda url, s: xlsx(_celda("&x;&y;"), _entidad(s, url)), {ILEGIBLE}),
        ("bomba", lambda url, s: xlsx(_celda("a"), bomba="xl/worksheets/sheet1.xml"), {LIMITE}),
        ("celda lejana", lambda url, s: xlsx(_celda("a") + _celda("b", "XFD1048576")), {LIMITE, ILEGIBLE, LEIDO}),
        ("formula que pide una pagina", lambda url, s: xlsx(
            f'<row r="1"><c r="A1" t="str"><f>WEBSERVICE("{url}")</f><v>25%</v></c></row>'
        ), {LEIDO}),
    ],
    "pdf": [
        ("guiones y archivos adentro", _pdf_activo, {LEIDO}),
        ("contenido en otro archivo", _pdf_en_otro_archivo, {ILEGIBLE, LEIDO}),
        ("paginas en ciclo", _pdf_ciclo, {ILEGIBLE, LIMITE, LEIDO}),
        ("bomba", _pdf_bomba, {LIMITE, ILEGIBLE}),
        ("formas que dibujan formas", _pdf_formas, {LIMITE, ILEGIBLE, LEIDO}),
    ],
    "pdf_escaneado": [("hoja enorme", _pdf_hoja_enorme, {LIMITE, ILEGIBLE, LEIDO})],
    "doc": [
        ("cadena de sectores en ciclo", lambda url, s: ole_ciclico("WordDocument"), {ILEGIBLE, LIMITE}),
        ("ningun documento adentro", lambda url, s: ole_ciclico("Otro"), {ILEGIBLE, DESCONOCIDO, LIMITE}),
    ],
    "xls": [("cadena de sectores en ciclo", lambda url, s: ole_ciclico("Workbook"), {ILEGIBLE, LIMITE})],
    "rtf": [
        ("grupos anidados", lambda url, s: _rtf("{" * 200_000 + "a" + "}" * 200_000), {LIMITE, ILEGIBLE}),
        ("objeto adentro y campo de afuera", lambda url, s: _rtf(
            rf"{{\object\objemb{{\*\objdata {'4d5a90' * 5000}}}{{\result texto\par}}}}{{\*\template {url}}}"
            rf'{{\field{{\*\fldinst INCLUDETEXT "{s.as_posix()}"}}{{\fldrslt campo}}}}\par'
        ), {LEIDO}),
        ("binario mas largo que el archivo", lambda url, s: _rtf(r"{\pict\bin2147483647 aaaa}texto\par"), {LEIDO, ILEGIBLE, LIMITE}),
        ("tablas anidadas", lambda url, s: _rtf(
            "".join(rf"\pard\intbl\itap{n} a\nestcell" for n in range(1, 5000)) + r"\cell\row"
        ), {LIMITE, ILEGIBLE, LEIDO}),
    ],
    "html": [
        ("cosas de afuera", _html_afuera, {LEIDO}),
        ("entidades de afuera", lambda url, s: (_entidad(s, url).replace("DOCTYPE a", "DOCTYPE html") + "<html><body>&x;&y; texto</body></html>").encode(), {LEIDO, ILEGIBLE}),
        ("tablas anidadas", lambda url, s: _html("<table><tr><td>" * 20_000 + "a"), {LIMITE, ILEGIBLE, LEIDO}),
        ("celda de mil millones", lambda url, s: _html('<table><tr><td colspan="999999999" rowspan="999999999">a</td></tr></table>'), {LEIDO, LIMITE, ILEGIBLE}),
    ],
    "imagen": [("cien mil por cien mil puntos", _png_enorme, {LIMITE, ILEGIBLE}), ("paginas en ciclo", _tif_ciclo, {LIMITE, ILEGIBLE, LEIDO})],
    "txt": [
        ("una linea de cuatro megas", lambda url, s: b"Cumple 25% (" * 350_000, {LEIDO, LIMITE, DESCONOCIDO}),
        ("cien mil celdas vacias", lambda url, s: b"\t\n" * 100_000 + b"a", {LEIDO, LIMITE}),
    ],
}  # fmt: skip
