"""xlsx workbooks from their XML: stored figures stay the text they are until their format shows them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from extractor.errores import ErrorLectura
from extractor.lectores.hojas.bloques import Hoja, Union, en_bloques
from extractor.lectores.hojas.condicionales import estilos_que_tachan, rangos_que_tachan
from extractor.lectores.hojas.fechas import es_fecha, mostrar_fecha
from extractor.lectores.hojas.numeros import mostrar
from extractor.lectores.hojas.textos import TextoDeCelda, nombre_de_letra, tacha
from extractor.lectores.leido import Archivo, Leido
from extractor.lectores.paquete import Paquete, leer_xml
from extractor.lectores.simbolos import en_fuente
from extractor.modelo.documento import Documento

NOMBRE = "xlsx/1"
MAXIMO_FILAS, MAXIMO_COLUMNAS = 1_048_576, 16_384
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ESTRICTOS = (
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
_DE_FABRICA = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "$#,##0", 6: "$#,##0", 7: "$#,##0.00", 8: "$#,##0.00", 9: "0%", 10: "0.00%",
    11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm", 37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)",
    39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "0.0E+0", 49: "@",
}  # fmt: skip
_REFERENCIA = re.compile(r"^\$?([A-Z]{1,3})\$?(\d{1,7})$")
_LOGICOS = {"1": "VERDADERO", "0": "FALSO"}


def reconoce_xlsx(datos: bytes) -> bool:
    """Whether these bytes are a zipped workbook."""
    try:
        return datos.startswith(b"PK") and "xl/workbook.xml" in Paquete(datos).nombres
    except ErrorLectura:
        return False


def leer_xlsx(datos: bytes, ruta: str, sha256: str) -> Documento:
    """The document of an xlsx file. Raises ErrorLectura: DOCUMENTO_ILEGIBLE, LIMITE_EXCEDIDO."""
    libro = _Libro(Paquete(datos))
    bloques, avisos = en_bloques(libro.hojas())
    return Archivo(datos, ruta, sha256).documento("xlsx", NOMBRE, Leido(bloques, tuple(avisos)))


class _Libro:
    def __init__(self, paquete: Paquete) -> None:
        self.paquete = paquete
        raiz = self._parte("xl/workbook.xml")
        if raiz is None:
            raise ErrorLectura("DOCUMENTO_ILEGIBLE", "el archivo no contiene una planilla, o está incompleto; pida otra copia")
        self.raiz: Any = raiz
        estilos = self._parte("xl/styles.xml")
        self.formatos, self.tachados, self.fuentes = self._estilos(estilos)
        self.condicionales = estilos_que_tachan(estilos)
        self.textos = [TextoDeCelda.de(t) for t in self._hijos("xl/sharedStrings.xml", "si")]
        ajustes = self.raiz.find(f"{_S}workbookPr")
        self.base_1904 = ajustes is not None and ajustes.get("date1904") in ("1", "true")

    def _parte(self, nombre: str) -> Any | None:
        datos = self.paquete.leer(nombre)
        for estricto, comun in _ESTRICTOS if datos else ():
            datos = datos.replace(estricto, comun) if datos else datos
        return None if datos is None else leer_xml(datos)

    def _hijos(self, nombre: str, etiqueta: str) -> Iterator[Any]:
        raiz = self._parte(nombre)
        if raiz is not None:
            yield from raiz.iterfind(f"{_S}{etiqueta}")

    @staticmethod
    def _estilos(raiz: Any | None) -> tuple[list[str], list[bool], list[str | None]]:
        """The number format of each cell style, whether its font strikes the text out, and the font's name."""
        if raiz is None:
            return [], [], []
        propios = {n.get("numFmtId"): n.get("formatCode", "General") for n in raiz.iterfind(f"{_S}numFmts/{_S}numFmt")}
        letras = [(tacha(f), nombre_de_letra(f)) for f in raiz.iterfind(f"{_S}fonts/{_S}font")]
        formas = list(raiz.iterfind(f"{_S}cellXfs/{_S}xf"))
        formatos = [
            propios.get(x.get("numFmtId", "0")) or _DE_FABRICA.get(_entero(x.get("numFmtId", "0")), "General") for x in formas
        ]
        suyas = [letras[n] if n < len(letras) else (False, None) for n in (_entero(x.get("fontId")) for x in formas)]
        return formatos, [tachada for tachada, _ in suyas], [nombre for _, nombre in suyas]

    def hojas(self) -> list[Hoja]:
        """The sheets in the order of their tabs; those that are charts hold no cells."""
        relaciones = self._parte("xl/_rels/workbook.xml.rels")
        destinos = {r.get("Id"): r.get("Target", "") for r in (relaciones if relaciones is not None else ())}
        hojas = []
        for orden, ficha in enumerate(self.raiz.iterfind(f"{_S}sheets/{_S}sheet")):
            destino = destinos.get(ficha.get(f"{_R}id"), f"worksheets/sheet{orden + 1}.xml")
            nombre = destino.lstrip("/") if destino.startswith("/") else posixpath.normpath(posixpath.join("xl", destino))
            hoja = Hoja(orden, ficha.get("name", ""), oculta=ficha.get("state", "visible") != "visible")
            raiz = self._parte(nombre)
            if raiz is not None and raiz.tag == f"{_S}worksheet":
                self._llenar(hoja, raiz)
            hojas.append(hoja)
        return hojas

    def _llenar(self, hoja: Hoja, raiz: Any) -> None:
        for columna in raiz.iterfind(f"{_S}cols/{_S}col"):
            if columna.get("hidden") in ("1", "true"):
                desde, hasta = _entero(columna.get("min")), min(_entero(columna.get("max")), MAXIMO_COLUMNAS)
                hoja.columnas_ocultas.update(range(desde - 1, hasta))
        fila = -1
        for renglon in raiz.iterfind(f"{_S}sheetData/{_S}row"):
            fila = _entero(renglon.get("r")) - 1 if renglon.get("r") else fila + 1
            if renglon.get("hidden") in ("1", "true"):
                hoja.filas_ocultas.add(fila)
            columna_actual = -1
            for celda in renglon.iterfind(f"{_S}c"):
                lugar = _lugar(celda.get("r", ""))
                columna_actual = lugar[1] if lugar else columna_actual + 1
                texto, tachados = self._mostrar(celda)
                hoja.llenar(lugar or (fila, columna_actual), texto, tachados)
                if not texto.strip() and not tachados and self._sin_resultado(celda):
                    hoja.sin_resultado += 1
        for union in raiz.iterfind(f"{_S}mergeCells/{_S}mergeCell"):
            tramo = _tramo(union.get("ref", ""))
            if tramo:
                hoja.uniones.append(tramo)
        hoja.quiza_tachadas = [t for rango in rangos_que_tachan(raiz, self.condicionales) if (t := _tramo(rango))]

    @staticmethod
    def _sin_resultado(celda: Any) -> bool:
        """Whether a cell is a formula whose result was not kept."""
        return celda.find(f"{_S}f") is not None and not celda.findtext(f"{_S}v") and celda.get("t") != "str"

    def _mostrar(self, celda: Any) -> tuple[str, int]:
        """What a cell shows without what is struck out, and in how many stretches that was."""
        estilo = _entero(celda.get("s"))
        tachada = estilo < len(self.tachados) and self.tachados[estilo]
        fuente = self.fuentes[estilo] if estilo < len(self.fuentes) else None
        tipo = celda.get("t", "n")
        if tipo in ("s", "inlineStr"):
            dentro = celda.find(f"{_S}is")
            indice = _entero((celda.findtext(f"{_S}v") or "").strip(), -1)
            if tipo == "s":
                propio = self.textos[indice] if 0 <= indice < len(self.textos) else None
            else:
                propio = TextoDeCelda.de(dentro) if dentro is not None else None
            return propio.sin_tachado(tachada, fuente) if propio is not None else ("", 0)
        texto = self._valor(celda, tipo, self.formatos[estilo] if estilo < len(self.formatos) else "General")
        if tipo == "str":
            texto = en_fuente(texto, fuente)
        return ("", 1) if tachada and texto.strip() else (texto, 0)

    def _valor(self, celda: Any, tipo: str, formato: str) -> str:
        valor = celda.findtext(f"{_S}v") or ""
        if tipo != "str":
            valor = valor.strip()
        if tipo == "b":
            return _LOGICOS.get(valor, valor)
        if tipo != "n" or not valor:
            return str(valor)
        try:
            numero = Decimal(valor)
        except InvalidOperation:
            return str(valor)
        return mostrar_valor(numero, formato, self.base_1904)


def mostrar_valor(numero: Decimal, formato: str, base_1904: bool) -> str:
    """A stored number as a date, when its format is one, else as a figure."""
    fecha = mostrar_fecha(numero, formato, base_1904) if es_fecha(formato) else None
    return fecha if fecha is not None else mostrar(numero, "General" if "@" in formato else formato)


def _entero(texto: str | None, si_falta: int = 0) -> int:
    return int(texto) if texto and texto.isascii() and texto.isdigit() and len(texto) < 10 else si_falta


def _lugar(referencia: str) -> tuple[int, int] | None:
    """Row and column of "B7", from 0; None for what is no place of a sheet."""
    hallada = _REFERENCIA.match(referencia)
    if hallada is None:
        return None
    columna = 0
    for letra in hallada.group(1):
        columna = columna * 26 + ord(letra) - 64
    fila = int(hallada.group(2))
    return (fila - 1, columna - 1) if 1 <= fila <= MAXIMO_FILAS and columna <= MAXIMO_COLUMNAS else None


def _tramo(referencia: str) -> Union | None:
    desde, _, hasta = referencia.partition(":")
    inicio, fin = _lugar(desde), _lugar(hasta or desde)
    return (inicio[0], fin[0], inicio[1], fin[1]) if inicio and fin and inicio <= fin else None
